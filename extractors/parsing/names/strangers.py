"""Persons whom no list knows: a capitalised name beside an office or a verb of saying, and their
surnames later on. Known gap: two strangers of one surname; the surname alone means the last named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.names.name import Name
from extractors.parsing.names.titles import HEADS, MODIFIERS, title_before, word_set
from extractors.values import Span

CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December"
)
#: Words that open a sentence and are nobody's first name.
OPENINGS = word_set(
    "the a an in on at he she it they we you i but and this that these those for as after with by "
    "to of from into under over then now when while where if once though although because since "
    "until unless whether before during despite amid like unlike yet so or nor both neither "
    "either only even just still also again later earlier today yesterday tomorrow tonight "
    "meanwhile instead perhaps maybe why how what who which did does do has have had is are was "
    "were will would could should can may might asked his her its their our my your no not never "
    "here there speaking meeting calling pressing telling sitting standing citing quoting against "
    "among between about around through without within last next another other all some many few "
    "more most"
)
#: Words that end the name of a body, and nobody's.
BODIES = word_set(
    "union syndicate network association agency ministry council committee commission institute "
    "university force forces army party movement group observatory bureau department office "
    "organization organisation society federation league alliance authority authorities police "
    "command brigade division corps service services foundation watchdog initiative project "
    "news times post tv radio daily herald tribune gazette journal press media programme "
    "parliament assembly congress coalition fund persons people citizens affairs rights"
)
_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]{0,30}\w"
_PARTICLE = r"(?:al|el|bin|ibn|ben|abu|van|von|de|der|den|da|di|du|le|la)"
_PERSON = re.compile(
    rf"(?<![\w’'-]){_PART}(?:[ -](?:{_PARTICLE}[ -]){{0,2}}(?:{_PART}|[A-Z]\.)){{1,6}}"
)
_SAYS_AFTER = re.compile(
    r",?\s(?:said|says|told|tells|announced|added|wrote|stated|confirmed|warned|posted|insisted|affirmed"
    r"|claimed|explained|noted|stressed|argued|believes|thinks|recalled|acknowledged|emphasi[sz]ed"
    r"|declared|reiterated|revealed|denied|reported)\b"
)
#: "Yasser Hakim, a driver who took the wrong road, said", "Jane Roe of Chatham House told"
_SAYS_AFTER_ASIDE = re.compile(
    r"(?:\s(?:of|from|with)\s[^,.;:\n\"“”]{2,70})?"
    r"(?:(?:,\s(?!(?:which|where|when|while|as|after|before|but|and|or|in|on|at|to|for|since"
    r"|though|although|if|because)\b)[^,.;\n\"“”]{2,110}){1,2},)?"
    + _SAYS_AFTER.pattern.removeprefix(r",?")
)
#: "X, head of the oil company Y, said": Y is a company.
_OF_ITS = re.compile(r"\b(?:of|at|for|from|with)\s(?:the\s)?(?:[a-z’'-]{2,20}\s){0,3}\Z")
_SAYS_BEFORE = re.compile(
    r"\b(?:said|says|[Aa]ccording to|told by|added)\s"
    r"(?:(?:(?:the|an?)\s)?(?:[a-z][\w-]{1,20}\s){0,2}(?:analyst|expert|historian|researcher|scholar"
    r"|professor|journalist|reporter|correspondent|activist|lawyer|economist|blogger|volunteer"
    r"|doctor|soldier|resident|veteran|author|campaigner)\s)?\Z"
)
_OFFICE_AFTER = re.compile(
    r",\s((?:(?!said|says|told)[\w.’'-]{1,30}\s){0,7}?(?:vice-|deputy-|co-)?(?:"
    + "|".join(sorted(HEADS - {"mr", "mrs", "ms", "dr", "sir"}))
    + r"))(?:[,.]|\s(?:of|for|to|in|at|with|who|and|from)\b)",
    re.IGNORECASE,
)
_HEAD_OF = (
    r"\b(?i:"
    + "|".join(sorted(HEADS - {"mr", "mrs", "ms", "dr", "sir"}))
    + r"|member|resident|survivor|relative|father|mother|brother|sister) (?:for|of|at|to) "
)
#: "a spokesman for the Taliban, Zabihullah Mujahid, said"
_OFFICE_OF = re.compile(_HEAD_OF + r"[^,.;:\n\"“”]{2,90}, \Z")
#: "the head of the Prisoners Committee of the group (ABC) Yasin Nur": only words of a body between
_OFFICE_OF_BODY = re.compile(
    _HEAD_OF + r"(?:(?:the|of|for|on|and|in|[A-Z][\w’'.-]*|\([\w ]{2,30}\)|delegation|team|group"
    r"|committee|council|movement|office|ministry|army|party|parliament|region|service|affairs"
    r"|forces|government|armed|negotiating|political|national|security|prisoners?) ){1,10}"
    r"(?<! of )(?<! for )(?<! the )(?<! and )(?<! in )(?<! on )\Z"
)
#: "Minister of Mines Yasin Nur": where the first of the capitalised words is what the office is of.
_ONLY_HEAD_OF = re.compile(_HEAD_OF + r"(?:the )?\Z")
#: "his Russian counterpart Pavel Morozov", "Hamas politburo member Salah Barhoum", "alias X"
_ROLE_BEFORE = re.compile(
    r"\b(?:counterpart|member|deputy|negotiators|constable|alias|insurgent|fugitive),? \Z"
)
_AT_A_PLACE = re.compile(r"\b(?:in|at|near|outside|across|around)\s\Z", re.IGNORECASE)
_SURNAME = re.compile(r"(?<![\w’'-])(?:(?:[Aa]l|[Ee]l)-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w-]*\w")


class Taken:
    """Stretches of the text that names have; asked by bisection, for texts full of them."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._spans = sorted(name.span for name in names)
        self._starts = [span.start for span in self._spans]

    def last_end_in(self, span: Span) -> int | None:
        """Where the last of them that touches the span ends; None where the span is free."""
        following = bisect_left(self._starts, span.end)
        if not following or self._spans[following - 1].end <= span.start:
            return None
        return self._spans[following - 1].end


def read_strangers(text: str, known: Sequence[Name]) -> Iterator[Name]:
    """Persons no list knows, in order."""
    taken = Taken(known)
    for match in _PERSON.finditer(text):
        start = taken.last_end_in(Span(*match.span())) or match.start()
        span = _bare_name(text, Span(min(start, match.end()), match.end()))
        if span and _is_introduced(text, span):
            yield Name(
                span=span,
                head=span,
                type=NameType.PERSON,
                form=Form.FULL_NAME,
                name=span.of(text).removesuffix("’s").removesuffix("'s"),
                actor=None,
            )


def _bare_name(text: str, span: Span) -> Span | None:
    """The name without the offices, days and openings that are capitalised before it."""
    words = list(re.finditer(r"[^ ]+", span.of(text)))
    offices = [place for place, word in enumerate(words[:-2]) if _plain(word.group()) in HEADS]
    words = words[offices[-1] + 1 :] if offices else words
    if len(words) > 2 and _ONLY_HEAD_OF.search(text, max(0, span.start - 40), span.start):
        words = words[1:]
    while words and _is_no_first_name(words[0].group()):
        words.pop(0)
    if len(words) < 2 or _plain(words[-1].group()) in HEADS | BODIES:
        return None
    end = span.start + words[-1].end()
    possessive = 2 if text[end - 2 : end] in ("’s", "'s") else 0
    return Span(span.start + words[0].start(), end - possessive)


_NO_NAMES = HEADS | MODIFIERS | OPENINGS


def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def _is_no_first_name(word: str) -> bool:
    plain = _plain(word)
    return (
        plain in _NO_NAMES
        or word in CALENDAR
        or word.isupper()
        or not word[0].isalpha()
        or word.endswith(("’s", "'s"))
    )


def _is_introduced(text: str, span: Span) -> bool:
    aside = text.startswith(",", span.end) and _OF_ITS.search(
        text, max(0, span.start - 70), span.start
    )
    says_after = (not aside and _SAYS_AFTER.match(text, span.end)) or _SAYS_AFTER_ASIDE.match(
        text, span.end
    )
    if says_after or title_before(text, span.start, 0) is not None:
        return True
    before = text[max(0, span.start - 70) : span.start]
    if _SAYS_BEFORE.search(before):
        return True
    far = max(0, span.start - 120)
    if _ROLE_BEFORE.search(before) or _OFFICE_OF_BODY.search(text, far, span.start):
        return True
    if text.startswith(",", span.end) and _OFFICE_OF.search(text, far, span.start):
        return True
    return not _AT_A_PLACE.search(before) and bool(_OFFICE_AFTER.match(text, span.end))


def surnames_again(text: str, known: Sequence[Name], strangers: Sequence[Name]) -> Iterator[Name]:
    """Later mentions by surname of the persons that an office introduced."""
    by_surname = {_surname(name.name): name for name in strangers}
    if not by_surname:
        return
    taken = Taken((*known, *strangers))
    for match in _SURNAME.finditer(text):
        name = by_surname.get(_surname(match.group()))
        span = Span(*match.span())
        if name and span.start >= name.span.end and taken.last_end_in(span) is None:
            yield name.model_copy(update={"span": span, "head": span, "form": Form.SURNAME})


#: "Sheikh Mohammed", "Prof. Kindeya": a first name with a courtesy, of whom the article named.
_FIRST_NAME = re.compile(
    r"\b(?:Sheikh|Sheikha|Prince|Princess|Prof\.?|Professor|Dr\.?|Mullah|Maulvi|Sayyid|Ambassador)"
    r" (?P<name>[A-ZÀ-ÖØ-Þ][\w’-]{2,20})(?! (?:bin|al|Al|[A-Z]))(?![\w-])"
)


def first_names_again(text: str, persons: Sequence[Name], taken: Sequence[Name]) -> Iterator[Name]:
    """Later mentions by first name and courtesy of a person that the article named in full."""
    by_first: dict[str, set[str]] = {}
    named = {name.name: name for name in persons if name.form is Form.FULL_NAME}
    for name in persons:
        if name.form is Form.FULL_NAME:
            by_first.setdefault(name.head.of(text).split()[0], set()).add(name.name)
            by_first.setdefault(name.name.split()[0], set()).add(name.name)
    free = Taken(taken)
    for match in _FIRST_NAME.finditer(text) if by_first else ():
        span = Span(*match.span("name"))
        meant = by_first.get(match["name"], set())
        if len(meant) == 1 and free.last_end_in(Span(match.start(), match.end())) is None:
            name = named[next(iter(meant))]
            if name.head.end <= span.start:
                yield name.model_copy(update={"span": span, "head": span, "form": Form.SURNAME})


def _surname(name: str) -> str:
    """'Faisal al-Harbi', 'Al-Harbi' and 'Harbi' are one surname."""
    return re.sub(r"\A(?:al|el)-", "", name.split()[-1].lower())
