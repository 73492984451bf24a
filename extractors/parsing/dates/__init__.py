"""Dates in an article's text as EDTF; which fact a date belongs to is left to the kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from extractors.parsing.dates.counting import Frame, existing_day
from extractors.parsing.dates.expressions import (
    Day,
    Expression,
    Interval,
    Month,
    Part,
    Year,
    YearOf,
)
from extractors.parsing.dates.reading import find_expressions
from extractors.parsing.dates.resolution import settle
from extractors.parsing.folding import before, folded
from extractors.values import DateBasis, Edtf, Span, Value


class DateMention(Value):
    """A date as the text has it, and what it means."""

    span: Span  # the words, without the preposition
    edtf: Edtf  # XXXX-07-23 where the year is not known
    basis: DateBasis
    role: str  # at | by | until | since | from | before | after | between | of
    anchor: str | None = None  # how it was settled, in words


_ROLE = re.compile(
    r"(?<!\w)(?:(?P<by>by|(?:no|not) later than|deadline (?:of|on))|(?P<until>until|till|through)"
    r"|(?P<since>since)|(?P<from>from|(?:starting|beginning|effective)(?: on| from| in)?)"
    r"|(?P<before>before(?!\s(?:dawn|daybreak|sunrise)\s)|prior to|ahead of)"
    r"|(?P<after>after|following)|(?P<between>between))\s"
    r"(?:(?:the|about|around|at least|as early as|on|in|at|midnight|noon|midday|dawn|dusk|sundown"
    r"|sunset|end of day|close of business|that|the morning of"
    r"|the evening of|[0-9][0-9:.]{0,4}(?:[ap]m)?|[ap]\.?m\.?|o'clock"
    r"|(?:local|moscow|kyiv|washington|eastern|gaza|israel) time|gmt|utc),?\s){0,5}\Z"
)
_A_DEADLINE = re.compile(r" (?:deadline|ultimatum|target)(?!\w)")
_DUE = frozenset({"by", "until", "before"})
_AHEAD = frozenset({"by", "until"})

#: The last of these before the words of a date says whether they look ahead or back.
_CUE = re.compile(
    r"(?<!\w)(?:(?P<ahead>may(?: \w+ly| also| not)?(?: \w+)?|(?i:"
    r"(?:will|would|shall|might|could|should|must|to)(?: \w+ly| also| not)? be(?: \w+)?"
    r"|(?:will|would|shall|might|could|should|must)(?: \w+)?"
    r"|agreed to (?!(?:an?|the|its|this)(?: [\w-]+){0,4}? (?:cease-?fire|truce|cessation|deal"
    r"|agreement|proposal|plan|pause|terms|extension)(?!\w))\w+"
    r"|(?:set|planning|plans?|ready|wants?|hopes?|going|about|promised|vowed|preparing"
    r"|intends?|is|are|was|were) to \w+|(?:invited|ordered|asked|urged)(?: \w+){1,2} to \w+|set for"
    r"|expected|scheduled|due|slated|planned|upcoming|next|expires?|ahead of|starting"
    r"|propos(?:ed|es|ing) (?:a|an|the|to|that|talks|holding|another|new)(?: \w+)?))"
    r"|(?P<back>(?i:had been (?:due|scheduled|planned|expected|set|slated)(?: to \w+)?"
    r"|said|says|told|announced|added|wrote|reported|confirmed|stated|took|held|met"
    r"|ended|began|concluded|came|arrived|started|happened|occurred|signed|released|exchanged"
    r"|returned|killed|attacked|struck|visited|spoke|posted|warned|argued|was|were|had|agreed"
    r"|gathered|proposed|invited|set|promised|vowed|flew|travell?ed|repeated|declared|rejected"
    r"|expired|lapsed|collapsed)))"
    r"(?!\w)"
)
#: "On Friday the envoys will meet": no cue before, so the verb right after tells.
_AHEAD_AFTER = re.compile(
    r",?\s(?:[^\W_]{1,20}\s){0,4}?(?:will|shall|(?:is|are)\s(?:to|due|expected|set|scheduled|planned))"
    r"(?!\w)"
)
#: "the October 7 attack": a deed that has been done.
_DEED_AFTER = re.compile(
    r"\s(?:hamas(?:-led)?\s|terror(?:ist)?\s|cross-border\s)?"
    r"(?:attacks?|assaults?|massacres?|invasion|raids?|onslaught|ambush|bombings?)(?!\w)"
)
_THAT_YEAR = re.compile(r"(?:,?\sof)?\s(?:that(?:\ssame)?|the\ssame)\syear(?!\w)")
_THESE_WEEKS = 45
_SENTENCE_END = re.compile(r"(?<![ .]\w)[.!?;]\s|\n")


def read_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """The dates of a text in its order; what only a publication date could settle is left out."""
    expressions = find_expressions(text)
    page = folded(text)
    latest = _latest_year(expressions, page)
    mentions = (
        _mention(text, page, each, published, latest)
        for each in _in_years(_as_elsewhere(expressions, page), page, published)
    )
    return tuple(mention for mention in mentions if mention)


def _in_years(
    expressions: Iterable[Expression], page: str, published: date | None
) -> Iterator[Expression]:
    """Days without a year that are of the year named before them in their paragraph."""
    before: Day | Month | Year | None = None
    last: Expression | None = None
    for each in expressions:
        if before and "\n" in page[before.span.end : each.span.start]:
            before = None
        if isinstance(each, Day | Month) and each.year == YearOf() and before is not None:
            told = isinstance(each, Day) and before is last and _goes_on(each, before, published)
            if told or _of_same_year(each, before, page):
                each = each._replace(year=YearOf(_named_year(before)))
        if isinstance(each, Day | Month | Year) and _named_year(each) is not None:
            before = each
        last = each
        yield each


def _of_same_year(each: Day | Month, before: Day | Month | Year, page: str) -> bool:
    """ "in March 2022, when they met on March 29" and "on 11 November of that year"."""
    if _THAT_YEAR.match(page, each.span.end):
        return True
    return isinstance(each, Day) and isinstance(before, Day | Month) and each.month == before.month


def _goes_on(day: Day, before: Day | Month | Year, published: date | None) -> bool:
    """ "They met on 28 February 2022. On 3 March …": what is told goes on within two months.

    Not where the day could be of these weeks: "It began on 24 February 2022. On 3 March …".
    """
    if not isinstance(before, Day) or published is None:
        return False
    follows = (before.month, before.day) < (day.month, day.day) and day.month - before.month <= 1
    now = existing_day(published.year, day.month, day.day)
    return follows and now is not None and abs(published - now).days > _THESE_WEEKS


def _as_elsewhere(expressions: Sequence[Expression], page: str) -> Iterator[Expression]:
    """ "since October 7" where the text says "October 7, 2023" too: the war's first day."""
    years = _years_named(expressions)
    for each in expressions:
        if isinstance(each, Day) and each.year == YearOf() and _is_over(page, each.span):
            named = years.get((each.month, each.day)) or years.get((each.month, 0)) or set()
            if len(named) == 1:
                each = each._replace(year=YearOf(*named))
        yield each


def _years_named(expressions: Iterable[Expression]) -> dict[tuple[int, int], set[int]]:
    """The years that days and, as day 0, months of the text have."""
    years: dict[tuple[int, int], set[int]] = {}
    for each in expressions:
        if isinstance(each, Day | Month) and each.year.figure is not None:
            day = each.day if isinstance(each, Day) else 0
            years.setdefault((each.month, day), set()).add(each.year.figure)
    return years


def _is_over(page: str, span: Span) -> bool:
    return _role_before(page, span.start) == "since" or bool(_DEED_AFTER.match(page, span.end))


def date_spans(text: str) -> tuple[Span, ...]:
    """Where dates stand, settled or not: no number is read from there."""
    return tuple(expression.span for expression in find_expressions(text))


def _mention(
    text: str, page: str, expression: Expression, published: date | None, latest: int | None
) -> DateMention | None:
    role = _role_before(page, expression.span.start)
    if isinstance(expression, Part) and _A_DEADLINE.match(page, expression.span.end):
        role = "by"  # "an end-of-August deadline"
    ends = isinstance(expression, Part) and role in _DUE
    ahead = ends or role in _AHEAD or _looks_ahead(text, expression.span)
    over = _is_over(page, expression.span)
    frame = Frame(published, latest, ahead and not over, role in _DUE, over)
    settled = settle(expression, frame)
    if settled is None:
        return None
    if isinstance(expression, Interval) and role == "from":
        role = "between"
    named = _NAMES_A_BLOW.match(page, expression.span.end)
    if role == "at" and (named or _DAY_OF_BLOW.search(before(page, expression.span.start, 110))):
        role = "of"
    return DateMention(span=expression.span, role=role, **settled._asdict())


#: "taken in the October 7 attack": the date names a blow, and no other deed's day.
_NAMES_A_BLOW = re.compile(
    r"(?:,?\s\d{4},?)?\s(?:terror(?:ist)?\s|cross-border\s|hamas(?:-led)?\s"
    r"|full-scale\s|all-out\s|russian\s|(?:u\.?s\.?|american)-led\s)?"
    r"(?:attacks?|assaults?|massacres?|onslaught|raids?|pogrom|bombings?|atrocities|coup|invasion"
    r"|referendum|elections?)\b"
)


#: "the war triggered by the unprecedented attack on southern Israel on October 7"
_DAY_OF_BLOW = re.compile(
    r"\b(?:by|after|following|since|in) (?:the|its|their|an?|[A-Z]\w+['’]s?)"
    r" (?:[\w-]+ ){0,3}?(?:attack|assault|massacre|onslaught|invasion)\b[^.;,]{0,80}\bon\s\Z"
)


def _role_before(page: str, start: int) -> str:
    found = _ROLE.search(before(page, start, 45))
    return str(found.lastgroup) if found else "at"


def _looks_ahead(text: str, span: Span) -> bool:
    """Whether the nearest cue before the words, in their sentence, points to the future."""
    sentence = _SENTENCE_END.split(before(text, span.start, 90))[-1]
    cues = list(_CUE.finditer(sentence))
    if (
        cues
        and cues[-1].group().startswith("would")
        and _EARLIER.search(before(text, span.start, 180))
    ):
        return False
    return cues[-1]["ahead"] is not None if cues else bool(_AHEAD_AFTER.match(text, span.end))


#: "Earlier, he announced that it would begin on Saturday": the Saturday that has been.
_EARLIER = re.compile(
    r"(?:\A|[.!?\n]\s{0,3})(?:Earlier|Previously|Last (?:week|month)),?\s[^.!?\n]*\Z"
)


def _latest_year(expressions: tuple[Expression, ...], page: str) -> int | None:
    """The latest year the text names as past or present: a deadline in 2030 settles nothing."""
    years = [
        year
        for each in expressions
        if (year := _named_year(each)) and _role_before(page, each.span.start) not in _AHEAD
    ]
    return max((year for year in years if 1990 <= year <= 2100), default=None)


def _named_year(expression: Expression) -> int | None:
    match expression:
        case Year(year=year):
            return year
        case Day() | Month():
            return expression.year.figure
        case Interval():
            return _named_year(expression.last)
        case _:
            return None
