"""Truces: proposed, asked for, agreed, in force, run out, broken.

Every phrase that names a truce is read with what its sentence says of it; phrases that only speak
about one ("ceasefire talks", "hopes of a truce") give nothing. Mentions of one truce within an
article are joined: what is only asked for is kept apart from what was agreed or declared.
Known gaps: lengths derived from clock times that stand in two sentences; truces told by a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

from extractors.claims import Claim, Kind
from extractors.fact import Status
from extractors.kinds.ceasefire.aftermath import as_it_went, prolonged_then
from extractors.kinds.ceasefire.claiming import Scene, claims_of
from extractors.kinds.ceasefire.joining import same
from extractors.kinds.ceasefire.model import Ceasefire
from extractors.kinds.ceasefire.naming import with_names
from extractors.kinds.ceasefire.phrases import Phrase, truces_in
from extractors.kinds.ceasefire.settling import settled
from extractors.kinds.ceasefire.standing import Reader
from extractors.kinds.ceasefire.standins import one_of_several, standing_for
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.words import BELIEVED, NEVER_TO_BE, NO_TRUCE, SILENT, WAR
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import side_speaking
from extractors.parsing.responses import Response
from extractors.parsing.sides import Sides
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.usual_sides import usual_sides
from extractors.parsing.vague_sides import with_sides_named
from extractors.parsing.wars import is_of_war
from extractors.values import date_start

VERSION = 11

_TRIGGER = pattern(
    r"cease-?\s?fire|truce|armistice|cessation|stoppage|moratorium|\bpauses?\b|silen|\bguns\b"
    r"|hostilities"
    r"|(?:hold|held|ceas|stop|halt|suspen|freez|renounc|drop|refrain|\bban|eliminat)\w*\s(?:\S+\s){0,6}?"
    r"(?:fir(?:e|ing)|fighting|targeting|hitting|bombing|stri(?:kes|king)|attack(?:s|ing)|military|operations|front|positions|conflict|war"
    r"|invasion|offensive|use\sof\sforce)"
    r"|h[oe]ld(?:ing)?\s(?:their|its)\sfire"
    r"|(?:extend|prolong|lengthen)\w*\s(?:it|the\scalm)\b"
    r"|\bit\s(?:\w+\s){1,3}(?:extend|prolong|renew)ed",
)
_ABOUT = pattern(r"cease-?fire|truce|cessation|stoppage|hostilities|\bfirings?\b")
_NEAR = timedelta(days=400)
_OLD = 20  # years after which a truce that is told with its year is history


def _read(document: Document) -> Iterator[Claim]:
    document = with_sides_named(document)
    if not (_is_of_war(document) or document.sides_of_wars or _names_fighters(document)):
        return
    usual = _fighting(document, usual_sides(document, _ABOUT))
    scene, reader = Scene(document, usual), Reader(Cast(document, usual))
    mentions = [
        mention
        for line, after in zip_longest(document.lines, document.lines[1:])
        if _TRIGGER.search(line.text) and not _is_history(document, line)
        for mention in _of_line(scene, reader, line, after)
    ]
    mentions += [each for line in document.lines for each in _stand_ins(scene, reader, line)]
    told = ((phrase, told) for phrase, told in mentions if told)
    claims = [claim for phrase, told in told for claim in claims_of(scene, phrase, told)]
    yield from settled(with_names(claims, [phrase for phrase, _ in mentions]))


def _is_of_war(document: Document) -> bool:
    """Whether words of war stand in the article, and where no state is named not only such as are
    figures of speech ("hostilities broke out between the clubs")."""
    if not any(line.actors for line in document.lines):
        words = {match.group() for match in WAR.finditer(document.lowered)}
        if words <= _FIGURES:
            return False
    return is_of_war(document, WAR)


_FIGURES = frozenset({"hostilities", "war", "warring", "conflict", "fighting", "rebels", "combat"})


def _names_fighters(document: Document) -> bool:
    """Whether an armed group is named: its truce is of war, whatever else the article says."""
    groups = {side.actor for line in document.lines for side in line.sides if side.actor.islower()}
    return any(document.has_foes(actor) for actor in groups)


def _fighting(document: Document, pair: Sides | None) -> Sides | None:
    """The usual pair, where it is not a state at war with others and a neighbour who speaks."""
    foes = pair is not None and any(document.has_foes(side.actor) for side in pair)
    strangers = pair is not None and not document.at_war(*(side.actor for side in pair))
    return None if foes and strangers else pair


def _of_line(
    scene: Scene, reader: Reader, line: Line, after: Line | None
) -> Iterator[tuple[Phrase, Telling | None]]:
    """The truces that a sentence names, each with what is told of it."""
    for phrase in truces_in(line):
        if not (_is_of_another_war(scene, phrase) or _is_of_something_else(scene, phrase)):
            told = as_it_went(phrase, reader.telling(phrase), after)
            yield phrase, told
            yield from prolonged_then(phrase, told)
    yield from _silence(line)
    yield from _none_to_be(scene, reader, line)


def _stand_ins(scene: Scene, reader: Reader, line: Line) -> Iterator[tuple[Phrase, Telling | None]]:
    """The truces that a sentence means by "it" or "the first", each with what is told of it."""
    for phrase in standing_for(scene.document, line):
        told = one_of_several(scene.document, phrase) or reader.telling(phrase)
        yield phrase, as_it_went(phrase, told, None)


def _is_of_another_war(scene: Scene, phrase: Phrase) -> bool:
    """ "as the Gaza ceasefire took hold", in an article about others: named by its place."""
    line, usual = phrase.line, scene.usual
    there = _THERE.match(line.text, phrase.end)
    end = there.end() if there else phrase.end
    lands = {name.actor for _, name in line.names(NameType.PLACE, phrase.start, end)}
    if usual is None or not lands or None in lands:
        return False
    sides = {side.actor for side in usual}
    if not scene.document.at_war(*sides):
        return False
    if there and _is_where_it_was_made(scene, phrase, lands):
        return False
    return lands.isdisjoint(sides | {scene.document.home_of(side) for side in sides})


def _is_where_it_was_made(scene: Scene, phrase: Phrase, lands: set[str | None]) -> bool:
    """ "signed a truce in Doha": in a land that has no war."""
    made = _MADE.search(phrase.line.text, max(0, phrase.start - 40), phrase.start)
    return bool(made) and not any(land and scene.document.has_foes(land) for land in lands)


_MADE = re.compile(
    r"\b(?:sign|agree|reach|struck|conclud|seal|broker|negotiat|mediat|clinch|announc|accept)\w*"
    r"(?: (?!against|for\b|by\b)[\w-]+){0,2} \Z"
)


def _is_of_something_else(scene: Scene, phrase: Phrase) -> bool:
    """ "The moratorium", in an article that speaks of none on strikes."""
    bare = phrase.line.text[phrase.noun : phrase.end] == "moratorium"
    return bare and not _ON_STRIKES.search(scene.document.lowered)


_ON_STRIKES = re.compile(
    r"\bmoratorium on (?:\S+ ){0,4}?(?:attack|str[iy]k|target|hit|shelling)"
    r"|\benergy (?:truce|ceasefire)"
)
_THERE = pattern(r" in (?:the )?{place}")


def _is_history(document: Document, line: Line) -> bool:
    """Whether the sentence tells a truce of long ago: "the armistice of 1953"."""
    published = document.article.published_on
    years = [int(year) for year in re.findall(r"\b(?:1[89]\d\d|20[0-2]\d)\b", line.sentence.text)]
    old = published and years and max(years) < published.year - _OLD
    return bool(old or _DECADES_AGO.search(line.sentence.text)) and not _tells_of_now(
        line, published
    )


#: "It is 65 years since an armistice ended the war".
_DECADES_AGO = re.compile(r"\b(?:[2-9]\d|1\d\d) years (?:to the day )?(?:since|ago|after)\b")


def _tells_of_now(line: Line, published: date | None) -> bool:
    """Whether a day near the publication stands in the sentence too: "on Saturday … of 1945"."""
    dates = (one for _, one in line.tape.annotations() if isinstance(one, DateMention))
    days = (date_start(one.edtf) for one in dates if one.edtf)
    return any(day and published and abs(day - published) < _NEAR for day in days)


def _silence(line: Line) -> Iterator[tuple[Phrase, Telling]]:
    """The guns fell silent."""
    if match := SILENT.search(line.text):
        phrase = _deed(line, match)
        told = Telling(Status.ONGOING, "guns silent", Stretch(*match.span("p")), between=True)
        yield phrase, told


def _deed(line: Line, match: re.Match[str]) -> Phrase:
    return Phrase(line, match.start(), match.start(), match.end(), "", "", deed=True)


def _none_to_be(scene: Scene, reader: Reader, line: Line) -> Iterator[tuple[Phrase, Telling]]:
    """ "There would be no truce unless …": its speaker refuses it."""
    until = NO_TRUCE.search(line.text)
    match = until or NEVER_TO_BE.search(line.text)
    if match and BELIEVED.search(line.text, 0, match.start()):
        return
    speaker = side_speaking(scene.document, line, match.start()) if match else None
    if match and speaker and (until or reader.cast.fights(speaker)):
        phrase = _deed(line, match)
        refused = ((speaker, Response.REJECTED),)
        told = Telling(Status.REJECTED, "no truce", Stretch(*match.span()), responses=refused)
        yield phrase, told


KIND = Kind(Ceasefire.kind, VERSION, _TRIGGER, _read, same)
