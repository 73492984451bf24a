"""Which figures count nothing: times of day, money, measures, ages, model numbers, scores."""

from __future__ import annotations

import re

from extractors.parsing.folding import Page
from extractors.parsing.numbers.figures import Figure, Sort

_BEFORE = re.compile(
    r"(?:[$€£¥₽₴₹₪#№@/_+\\]\s?|\w[-‐‑]|[0-9][.,:]|[0-9]\s|[0-9]–|\0\s?\(|(?<!\w)(?:usd|eur|gbp|rs\.?|inr|uah|rub|tel\.?"
    r"|articles?|art\.|sections?|chapters?|pages?|clauses?|paragraphs?|resolutions?|no\.|nos\.|nr\.?|channel"
    r"|boeing|airbus|flight|route|highway|annex|version|volume|season|episode|task force|category"
    r"|apollo|vision|agenda|covid|formula|phone|law|decree|(?:\A|\n|on|[.,;:])\s?day"
    r"|one in(?:\severy)?|(?<!under the )(?<!below the )(?<!over the )(?<!above the )age of"
    r"|ages?|aged(?:\s(?:between|from|about|around|only|just))?)\s)\Z"
)
_CURRENCY = (
    r"(?:dollars?|euros?|pounds|rou?bles?|hryvnias?|rupees?|yuan|yen|shekels?|liras?|francs?|cents"
    r"|usd|eur|uah|rub|gbp|inr)(?!\w)"
)
_MEASURE = (
    r"(?:km|kilomet\w{2,4}|miles?|nautical|met(?:er|re)s?|mm|cm|m|kg|kilos?|kilograms?|tons?|tonnes?"
    r"|barrels?|lit(?:er|re)s?|gallons?|hectares?|acres?|square|sq|cubic|feet|foot|ft|inch(?:es)?|degrees?"
    r"|megawatts?|gigawatts?|mw|gw|kwh|kw|mph|knots|kph|calib(?:er|re)|bcm|bpd|volts?|gb|basis)(?!\w)"
)
_AFTER = re.compile(
    rf"\s?(?:%|‰|°|per\s?cent|percent|pct)|[:/.][0-9]|[-‐‑–][0-9]|['’]\w|[\s-]?{_CURRENCY}"
    rf"|\s(?:u\.?s\.?|canadian|australian)\s{_CURRENCY}|[\s-]{_MEASURE}"
    r"|\s?(?:a\.m|p\.m|(?:am|pm|gmt|utc|hrs|o['’]clock)(?!\w))"
    r"|[\s-](?:year|month|week|day)s?[\s-]olds?(?!\w)|[\s-]years?\sof\sage"
    r"|[\s-](?:thirds?|quarters?|halves|fifths?|tenths?)(?!\w)|\stimes(?!\w)"
    r"|-(?:sided|way|off|times?|on-one|star|fold|state|party|track|tier|handed|dimensional|nil|digit"
    r"|figure|store?y|bedroom|seat|seater|lane|wheel|page|faced|pronged|minded)(?!\w)"
)
_TIME_AFTER = re.compile(r"[\s-](?:minute|hour|day|week|month|year)")
_LINE_START = re.compile(r"(?:\A|\n)[\s(\[]{0,4}\Z")
_LIST_MARK = re.compile(r"[.)\]](?:\s|\Z)")
_NOTE = re.compile(r"\[\Z")
_AGE_BEFORE = re.compile(r"(?:^|[\s(“\"])[A-ZÀ-ÞŻŠŞİ][\w'’.-]{1,30},\s\Z")

_ONE_BEFORE = re.compile(r"(?<!\w)(?:no|any|every|each|this|that|the|which|some|by)[\s-]\Z")
_ONE_AFTER = re.compile(
    r"[\s](?!(?:of|another|can|could|may|might|must|should|would|will|is|was|has|had|by|who|that|in|on|to"
    r"|and|or|at|thing|for|from|with|as|against|after|before|when|where|which|does|did|cannot|wants"
    r"|knows|expects|said|says|hand|way|also|about|than|if|but|because)(?!\w))[^\W\d_]|[-‐‑](?!by|to|on|of)[^\W\d_]"
)
_ONE_DAY = re.compile(r"\sday(?!\w)")
_FOR = re.compile(
    r"(?<!\w)(?:for|than|least|in|within|lasting|of|about|just|only|nearly|almost|over|under)\s\Z"
)

_ORDINAL_BEFORE = re.compile(
    r"(?<!\w)(?:at|split|per|[0-9]{1,3}|two|three|four|five|six|seven|eight|nine"
    r"|ten)[\s-]\Z"
)
_FIRST_BEFORE = re.compile(
    r"(?<!\w)(?:was|were|is|are|been|be|had|has|have|must|should|when|they|he|she|it|we|who|to|without"
    r"|not|but|only|came|come|comes|put|ukraine|russia)\s\Z"
)
_ORDINAL_AFTER = re.compile(
    r"[\s-](?:times?|lady|deputy|vice|lieutenant|sergeant|secretary|class|hand|rate|place|person|name"
    r"|world|reich|amendment|geneva|responders?|aid|degree|half|quarter|century|floor|anniversary"
    r"|birthday|parallel|largest|biggest|highest|most|longest|smallest|part(?:y|ies)|countr(?:y|ies)"
    r"|of\sall|and\sforemost|thing|glance|term|hour|congress|avenue|street|estate|later|thoughts"
    r"|guess\w{0,4}|in-command|ever\ssince)(?!\w)"
    r"|(?:\s[\w-]{1,20}){0,3}\s(?:brigade|battalion|regiment|division|corps|army|fleet|legion)(?!\w)"
)
_CLAUSE_END = re.compile(r"[.,;:!?)]|\Z")
_FRACTION = re.compile(r"(?<!\w)an?\s\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;“\"]\s?|\n)\Z")


def counts_nothing(whole: Page, figure: Figure, end: int) -> bool:
    """Whether a figure (or range, up to `end`) is no number of things."""
    page, before = whole.folded, whole.before(figure.span.start, 30)
    if figure.sort is Sort.ORDINAL:
        return _is_no_rank(page, figure, before)
    if _BEFORE.search(before) or _AFTER.match(page, end):
        return True
    if (
        figure.value != int(figure.value)
        and not figure.written
        and not _TIME_AFTER.match(page, end)
    ):
        return True
    return (
        _is_list_mark(page, before, end)
        or _is_age(whole.text, figure, end)
        or _is_pronoun(page, figure, before)
    )


def _is_no_rank(page: str, figure: Figure, before: str) -> bool:
    end = figure.span.end
    if _ORDINAL_AFTER.match(page, end) or _ORDINAL_BEFORE.search(before):
        return True
    if page[figure.span.start : end] == "first" and _is_adverb(page, before, end):
        return True
    if page.startswith(" of ", end) and _FRACTION.search(before):
        return True
    return page.startswith(",", end) and bool(_SENTENCE_START.search(before))


def _is_adverb(page: str, before: str, end: int) -> bool:
    """ "was first reported", "the wounded go first."; "the first." is a rank."""
    if _FIRST_BEFORE.search(before):
        return True
    return bool(_CLAUSE_END.match(page, end)) and not before.endswith("the ")


def _is_list_mark(page: str, before: str, end: int) -> bool:
    """ "1. Withdraw", "2) Cease", "[3]"."""
    if _NOTE.search(before) and page.startswith("]", end):
        return True
    return bool(_LINE_START.search(before) and _LIST_MARK.match(page, end))


def _is_age(text: str, figure: Figure, end: int) -> bool:
    """ "Umerov, 43, said"."""
    if figure.written or not 10 <= figure.value <= 99 or not text.startswith(",", end):
        return False
    start = figure.span.start
    return bool(_AGE_BEFORE.search(text[max(0, start - 34) : start]))


def _is_pronoun(page: str, figure: Figure, before: str) -> bool:
    """ "one" counts only right before a noun: not "no one", "one of the", "one day he"."""
    end = figure.span.end
    if page[figure.span.start : end] != "one":
        return False
    if _ONE_BEFORE.search(before) and not page.startswith("-", end):
        return True
    if _ONE_DAY.match(page, end) and not _FOR.search(before):
        return True
    return not _ONE_AFTER.match(page, end)
