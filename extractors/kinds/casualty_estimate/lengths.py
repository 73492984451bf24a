"""Stretches of fighting that are longer than one blow: days of shelling, the clashes of a month."""

from __future__ import annotations

from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

#: "In four days of heavy shelling", "killed in three days".
DAYS_OF = pattern(
    r"(?P<n>{duration}) of (?:(?!which|whom)[\w-]+ ){0,2}?(?:shelling|clashes|combat|battles?"
    r"|bombardments?|violence|conflict|exchanges|skirmish(?:es|ing)|air raids|artillery|warfare"
    r"|bloodshed|attacks)\b"
    r"|\b(?:in|over|within) (?:just |only |barely |the )?(?P<m>{duration})(?=[,.;]|\Z)"
)
_IN_MONTH = pattern(
    r"\b(?:in|during|from) (?:the )?(?:\w+ )?(?P<when>{date})(?:'s)? (?:[\w-]+ )?{war}\b(?!-)",
    WORDS,
)


def takes_days(line: Line, reach: Stretch) -> bool:
    """ "In four days of shelling", "in three days"; a matter of hours is one blow."""
    match = DAYS_OF.search(line.text, *reach)
    length = line.tape.at(match.start("n" if match["n"] else "m")) if match else None
    return isinstance(length, Duration) and length.unit not in ("minutes", "hours")


def is_in_a_month(line: Line, reach: Stretch) -> bool:
    """ "In the October clashes", "in May's fighting": those of a month, not of a day."""
    match = _IN_MONTH.search(line.text, *reach)
    dated = line.tape.at(match.start("when")) if match else None
    return isinstance(dated, DateMention) and len(dated.edtf or "") in _MONTH_OR_YEAR


_MONTH_OR_YEAR = (len("2025-10"), len("2025"))
