"""Outlets that no list knows, by their tag: "…, UNN reports.", "…, writes Espreso with reference to
AFP", "Azernews reports, citing …". Known gap: an author's surname in such a tag is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from extractors.fact import Attribution, Role
from extractors.parsing.patterns import Pattern
from extractors.parsing.sayings.reach import MOST
from extractors.parsing.sayings.sources import Saying
from extractors.parsing.status import Stretch
from extractors.parsing.tape import Tape

_NAME = r"[A-Z][\w.-]{1,25}(?: [A-Z][\w.-]{1,25}){0,2}"
#: "…, Ariana News reported", "…, Kigali's New Times said": by its kind.
_OF_A_KIND = Pattern(
    r"(?:, |\A)(?:[\ue005\ue007]['’]s )?(?P<first>(?:[A-Z][\w-]{1,20} ){1,3}(?:News|Times|Post|TV"
    r"|Radio|Daily|Herald|Tribune|Gazette|Journal|Press|Today|Observer|Monitor))"
    r" (?:reported|reports|said|says|wrote)\b"
    r"|\b[Aa]ccording to (?:the )?(?P<last>(?:[A-Z][\w-]{1,20} ){1,3}"
    r"(?:News|Service|Agency|Press|Times|Post|TV|Radio)(?: Agency)?|[\ue005\ue007] Media Service)"
    r"(?=[,.])"
    rf"|, (?P<cites>{_NAME}) reported(?=[^,.;]{{0,30}}, citing\b)"
)
_PASSES_ON = r"(?:reports|informs|writes)"
_ENDS = r"(?=[.,]|\Z| (?:citing|referring|with reference|per|via|with a link)\b)"
_TAG = Pattern(
    rf"(?:,|, as) (?:(?P<first>{_NAME}) {_PASSES_ON}|{_PASSES_ON} (?P<last>{_NAME}(?<!\.))){_ENDS}"
)
_OPENING = Pattern(
    rf"\A(?P<first>{_NAME}) {_PASSES_ON}(?=(?: that|,? (?:citing|referring|with reference))\b)"
)
#: "told Zvezda television", "in an interview with Radio Svoboda": named by its kind.
_TOLD = Pattern(
    rf"\b(?:told|tells?|interview with|speaking to) (?:the )?(?:[a-z’'-]{{2,20}} ){{0,3}}"
    rf"(?P<first>{_NAME}) (?:television|TV|radio|newspaper|news agency|magazine|channel|broadcaster"
    r"|station|website|portal|daily|weekly)\b"
)
#: "The state-run Alamat television channel claimed"
_KIND_SAID = Pattern(
    rf"\b[Tt]he (?:[a-z-]{{2,20}} ){{0,2}}(?P<first>{_NAME})"
    r" (?:television|TV|radio|newspaper|news agency|magazine|channel|broadcaster|website|portal"
    r"|daily)(?: channel| station)? (?:said|says|reported|reports|claimed|wrote)\b"
)


def read_unlisted(tape: Tape) -> Iterator[Saying]:
    """The outlets that pass on a whole sentence."""
    opening = _OPENING.match(tape.cased)
    tags = (
        islice(rule.finditer(tape.cased), MOST) for rule in (_TAG, _TOLD, _OF_A_KIND, _KIND_SAID)
    )
    for match in (*([opening] if opening else []), *chain.from_iterable(tags)):
        named = match.lastgroup or "first"
        span = tape.span(*match.span(named))
        source = Attribution(name=match[named], role=Role.OUTLET, span=span)
        yield Saying(chain=(source,), reach=Stretch(0, len(tape.text)))
