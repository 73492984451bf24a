"""The fields of a ceasefire (FACTS.md, kind 5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from extractors.fact import Fields, Status
from extractors.parsing.responses import Response
from extractors.values import Count


class Ceasefire(Fields):
    """FACTS.md, kind 5."""

    kind: ClassVar[str] = "ceasefire"

    parties: tuple[str, ...] | None = None
    proposer: str | None = None
    scope: str | None = None
    unconditional: bool | None = None
    duration_hours: Count | None = None
    purpose: str | None = None
    responses: Mapping[str, Response] | None = None


#: Marks, in the name of a rule, a truce that the words tell from the one the article is about.
EARLIER = ", earlier"
#: … and what is told of the going on of one that there is.
EXTENSION = "extend"
#: What is only wished for, or was refused.
ASKED = (Status.PROPOSED, Status.DEMANDED, Status.REJECTED)

#: The rule of a truce that is only named by its day: another mention tells more of it.
IN_PASSING = "named by its day"
#: … and of one that is only called a proposal, by its length: it is the truce of that length.
NAMED = "named as proposed"
#: The rule of a truce that is told as one of several that did not hold.
ONE_OF_SEVERAL = "one of several"
