"""The date that stands beside a deed: "captured Goma on 27 January", "in 2014 Russia annexed".

For deeds that a clause tells in few words; dates of exchanges and talks are read in scenes.py.
"""

from __future__ import annotations

import re

from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch

_BEHIND = 90  # tape places behind the deed
_AHEAD = 60
_ROLES = ("at", "from", "between")
#: What parts a date from the deed before it: another deed, another clause.
_PARTED = re.compile(
    r"[;:]|, (?:and|but|while|which|who|after|before|of which)\b|\b(?:after|before|since|until"
    r"|when|that|(?:was|were) \w+ed"
    r"|said|says|told|because|ahead of|following|followed by|war|invasion)\b"
)
#: "The conflict escalated in January, when the rebels captured Goma": the day of both.
_WHEN = re.compile(r",? when\b")

_THAT_YEAR = re.compile(r" (?:of )?(?:that|the same|the following) year\b")


def date_beside(line: Line, deed: Stretch) -> DateMention | None:
    """The date right behind the deed, else the last one right before it."""
    for place, found in line.tape.annotations(deed.end, min(deed.end + _BEHIND, len(line.text))):
        if _PARTED.search(line.text, deed.end, place):
            break
        if isinstance(found, DateMention) and found.role in _ROLES:
            return None if _THAT_YEAR.match(line.text, place + 1) else found
    before = list(line.tape.annotations(max(0, deed.start - _AHEAD), deed.start))
    for place, found in reversed(before):
        when = _WHEN.match(line.text, place + 1)
        if _PARTED.search(line.text, when.end() if when else place, deed.start):
            break
        if isinstance(found, DateMention) and found.role in _ROLES:
            return found
    return None
