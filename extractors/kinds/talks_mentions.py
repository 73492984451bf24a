"""Where an article speaks of a negotiating meeting, and between whom. What the meeting was like, and
which mentions are of one meeting, is left to `talks.py`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.kinds import talks_words as words
from extractors.parsing.delegations import go_betweens, host_in
from extractors.parsing.document import Document, Line, Side, pairs_in
from extractors.parsing.gazetteer import Form, NameType
from extractors.parsing.names import Name
from extractors.parsing.numbers import Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, pattern
from extractors.values import Count


class Mention(NamedTuple):
    """A place where a meeting is spoken of: by a noun, a verb, or a noun that a verb governs."""

    line: Line
    name: str  # round, opening, earlier, next, talks, again or met
    trigger: Stretch
    verb: Stretch | None
    reach: Stretch  # the part of the tape that no other mention claims
    number: Number | None

    @property
    def clause(self) -> Stretch:
        return self.line.clause(self.trigger.start)

    @property
    def before(self) -> Stretch:
        """The part of the clause before the trigger."""
        first = self.verb.start if self.verb else self.trigger.start
        return Stretch(max(self.clause.start, self.reach.start), min(first, self.trigger.start))

    @property
    def after(self) -> Stretch:
        """The rest of the clause, and the clauses after it that go on about the meeting."""
        end = self.clause.end
        for part in self.line.clauses:
            if part.start == end and _GOES_ON.match(self.line.text, part.start):
                end = part.end
        return Stretch(self.trigger.end, max(self.trigger.end, min(end, self.reach.end)))

    @property
    def middle(self) -> Stretch:
        """What stands between the verb and the noun that it governs."""
        return Stretch(self.verb.start if self.verb else self.trigger.start, self.trigger.start)

    @property
    def windows(self) -> tuple[Stretch, ...]:
        """Where to look for what belongs to the meeting, nearest first."""
        return Stretch(self.middle.start, self.after.end), self.before


_GOES_ON = pattern(
    r"(?:,? ?(?:which|where|that) |,? ?and (?:lasted|ended|concluded|took|was|were|had been"
    r"|wrapped)\b"
    r"|after (?:an? |the )?(?:just |only |some )?{duration}|with (?:an? )?{duration}|when the\b)"
)


class _Hit(NamedTuple):
    name: str
    stretch: Stretch
    number: Number | None


def mentions_in(line: Line) -> Iterator[Mention]:
    """All mentions of meetings in a sentence, in order; telephone calls are none."""
    if words.REMOTE.search(line.text):
        return
    nouns = _one_a_clause(line, sorted(_nouns(line), key=lambda hit: hit.stretch))
    verbs = list(_verbs(line))
    governing = {noun: _governor(line, noun, verbs) for noun in nouns}
    free = [
        _Hit(_met_when(line, verb), verb, _times(line, verb))
        for verb in verbs
        if verb not in governing.values() and not _opens(line, verb)
    ]
    hits = sorted([*nouns, *free], key=lambda hit: hit.stretch)
    for index, hit in enumerate(hits):
        start = hits[index - 1].stretch.end if index else 0
        end = hits[index + 1].stretch.start if index + 1 < len(hits) else len(line.text)
        verb = hit.stretch if hit in free else governing.get(hit)
        yield Mention(line, hit.name, hit.stretch, verb, Stretch(start, end), hit.number)


def _nouns(line: Line) -> Iterator[_Hit]:
    taken: list[Stretch] = []
    for name, rule in words.MENTIONS:
        for match in rule.finditer(line.text):
            stretch = Stretch(*match.span())
            if any(stretch.start < other.end and other.start < stretch.end for other in taken):
                continue
            taken.append(stretch)
            if not _something_else(line, stretch):
                number = line.tape.at(match.start("n")) if "n" in match.groupdict() else None
                if _FIRST_SINCE.match(line.text, stretch.end):
                    number = None
                yield _Hit(name, stretch, number if isinstance(number, Number) else None)


_FIRST_SINCE = pattern(
    r"[^.;,]{0,60}? (?:since|in (?:more than |over |nearly |almost )?{duration})\b"
)


def _something_else(line: Line, stretch: Stretch) -> bool:
    """Trade talks, talk shows, "no talks"."""
    before = line.text[max(0, stretch.start - 40) : stretch.start]
    return bool(
        words.OTHER_BEFORE.search(before)
        or words.NO_TALKS.search(before)
        or words.OTHER_AFTER.match(line.text, stretch.end)
    )


def _one_a_clause(line: Line, hits: Sequence[_Hit]) -> list[_Hit]:
    """Numbered and other rounds all count; of plain mentions a clause keeps its first."""
    kept: list[_Hit] = []
    seen: set[Stretch] = set()
    marked = {line.clause(hit.stretch.start) for hit in hits if hit.name not in ("talks", "again")}
    for hit in hits:
        clause = line.clause(hit.stretch.start)
        plain = hit.name in ("talks", "again")
        if plain and (clause in seen or clause in marked):
            continue
        seen.add(clause)
        kept.append(hit)
    return kept


def _verbs(line: Line) -> Iterator[Stretch]:
    acting = {side.actor for _, side in actors_in(line, Stretch(0, len(line.text)))}
    for match in words.MET.finditer(line.text):
        verb = Stretch(*match.span())
        noun = match.group().startswith("meeting")
        if noun and not _MEETING_VERB.search(line.text, max(0, verb.start - 40), verb.start):
            continue
        if len(acting) > 1 or words.SUBJECT.search(line.text, 0, verb.start):
            yield verb


_MEETING_VERB = pattern(
    r"(?:\b(?:are|is|were|was|been|be)(?: (?:now|also|still|currently))?|{delegates}|{sides}) \Z",
    words.WORDS,
)


def _met_when(line: Line, verb: Stretch) -> str:
    return (
        "earlier" if _BEFORE_THAT.search(line.text, max(0, verb.start - 24), verb.start) else "met"
    )


_BEFORE_THAT = re.compile(r"\b(?:previously|earlier|(?:had )?last|had already|had) \Z")


def _governor(line: Line, noun: _Hit, verbs: Sequence[Stretch]) -> Stretch | None:
    """The verb that holds the meeting: "held a third round", "met in Doha for talks"."""
    clause = line.clause(noun.stretch.start)
    for verb in reversed(verbs):
        near = (
            clause.start <= verb.start < noun.stretch.start and noun.stretch.start - verb.end < 80
        )
        if near and not _APPOSED.search(line.text, verb.end, noun.stretch.start):
            return verb
    return None


_APPOSED = pattern(r", (?:the|their|its|a|an|in (?:the|their)) ?(?:[\w-]+ ){0,3}\Z")


def _opens(line: Line, verb: Stretch) -> bool:
    """ "Held" and "opened" need the talks that were held; those are another mention or none."""
    return line.text[verb.start : verb.end].startswith(
        ("held", "hold", "opened", "beg", "start", "resume", "conduct")
    )


_TIMES = re.compile(r"[^.;]{0,30}? for (?:the|a) (?P<n>[a-z]+) time\b(?! (?:in|since))")
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _times(line: Line, verb: Stretch) -> Number | None:
    """ "met for the fifth time" is the fifth meeting; the reader of numbers leaves "time" alone."""
    match = _TIMES.match(line.text, verb.end)
    if match is None or match["n"] not in _NTH:
        return None
    nth, span = _NTH.index(match["n"]) + 2, line.tape.span(*match.span("n"))
    return Number(span=span, core=span, count=Count.of(nth), value=nth, ordinal=True)


# -- between whom


def actors_in(line: Line, part: Stretch) -> list[tuple[int, Side]]:
    """Who acts in a part of the sentence, the capital before "talks" left out."""
    return [
        (place, side)
        for place, side in line.actors
        if part.holds(place)
        and not _is_city(line, place)
        and not _BACKER.match(line.text, place + 1)
    ]


_BACKER = re.compile(
    r"-(?:backed|brokered|mediated|led|hosted|occupied|held|controlled|sponsored|proposed"
    r"|drafted|allied)\b"
)
_TALKS_NEXT = pattern(r"(?: {adjective}){0,3} (?:{gathering})\b", words.WORDS)


def _is_city(line: Line, place: int) -> bool:
    """ "the Doha talks" are held there; in "Kyiv-Moscow talks" two sides talk."""
    name = line.tape.at(place)
    if not isinstance(name, Name) or name.form is not Form.CAPITAL:
        return False
    joined = line.text[max(0, place - 5) : place]
    return bool(_TALKS_NEXT.match(line.text, place + 1)) and not re.search(
        rf"(?:[-–/]|{SIGNS['actor']}(?:'s)? and |and )\Z", joined
    )


def city_before_talks(mention: Mention) -> Name | None:
    """The capital in "the Doha talks"."""
    start, end = max(0, mention.trigger.start - 12), mention.trigger.end
    for place, name in mention.line.names(NameType.ACTOR, start, end):
        if _is_city(mention.line, place):
            return name
    return None


def parties_named(mention: Mention) -> tuple[Side, ...]:
    """The parties that the words around a mention name; empty where they do not name two."""
    line = mention.line
    for find in (_inside, _between, _with, _met, _listed):
        sides = _distinct(find(mention))
        if len(sides) < 2:
            continue
        aside = _asides(line) if find is not _between else set()
        sides = tuple(side for side in sides if side.actor not in aside)
        if len(sides) >= 2:
            return _all_of_many(mention, sides, aside)
    return ()


def _distinct(sides: Iterable[Side]) -> tuple[Side, ...]:
    found: dict[str, Side] = {}
    for side in sides:
        found.setdefault(side.actor, side)
    return tuple(found.values())


def _asides(line: Line) -> set[str]:
    """Hosts and go-betweens of the sentence: no parties."""
    host = host_in(line)
    return {side.actor for side in go_betweens(line)} | ({host.actor} if host else set())


def _all_of_many(mention: Mention, sides: tuple[Side, ...], aside: set[str]) -> tuple[Side, ...]:
    """Trilateral talks have three parties: those named in the sentence, where they are three."""
    if len(sides) > 2 or not words.MANY_SIDED.search(mention.line.text):
        return sides
    everyone = _distinct(side for _, side in actors_in(mention.line, mention.clause))
    named = tuple(side for side in everyone if side.actor not in aside)
    return named if len(named) in (3, 4) else sides


def _inside(mention: Mention) -> Iterator[Side]:
    yield from (side for _, side in actors_in(mention.line, mention.trigger))


def _between(mention: Mention) -> Iterator[Side]:
    yield from _of_match(mention.line, words.BETWEEN.match(mention.line.text, mention.trigger.end))


def _of_match(line: Line, match: re.Match[str] | None) -> Iterator[Side]:
    if match:
        yield from (side for _, side in actors_in(line, Stretch(*match.span("list"))))


def _with(mention: Mention) -> Iterator[Side]:
    """ "A held talks with B": the nearest named before, and those named after "with"."""
    partners = list(
        _of_match(mention.line, words.WITH.match(mention.line.text, mention.trigger.end))
    )
    if partners:
        yield from _subject(mention, mention.before)
        yield from partners


def _subject(mention: Mention, part: Stretch) -> list[Side]:
    line = mention.line
    listed = words.LISTED[2].search(line.text, *part)
    if listed:
        return list(_of_match(line, listed))
    return [side for _, side in actors_in(line, part)][-1:]


_OBJECT = pattern(
    r"(?: up)?(?: with| opposite| from| face to face with|[^.;,]{1,60}? (?:from|opposite))?"
    r"(?: (?!in\b|at\b|on\b|for\b"
    r"|after\b)[\w'-]+){0,3}? (?P<list>[{actor}{person}][^;]{0,80}?)(?= (?:in|on|at|for|to"
    r"|during|before|after|over)\b|[.,;]|\Z)"
)


def _met(mention: Mention) -> Iterator[Side]:
    """ "A's negotiators met B's": those named before the verb and its object."""
    if mention.verb != mention.trigger:
        return
    line = mention.line
    partners = list(_of_match(line, _OBJECT.match(line.text, mention.trigger.end)))
    if partners:
        yield from _subject(mention, mention.before)
        yield from partners


def _listed(mention: Mention) -> Iterator[Side]:
    """ "Ukrainian and Russian negotiators", anywhere before or right behind the mention."""
    line, everywhere = mention.line, (0, len(mention.line.text))
    if mention.verb:
        span = Stretch(mention.clause.start, mention.verb.start)
        for rule in words.LISTED[:3]:
            if match := rule.search(line.text, *span):
                yield from _of_match(line, match)
                return
    near = (mention.clause.start, mention.after.end)
    for rule, span in ((0, near), (1, near), (3, near), (0, everywhere), (1, everywhere)):
        if match := words.LISTED[rule].search(line.text, *span):
            yield from _of_match(line, match)
            return


_LEADER = re.compile(
    r"(?:vice[- ])?(?:president|prime minister|premier|chancellor|king|emir|crown prince)\b"
)


def leaders_alone(mention: Mention, sides: Sequence[Side], usual: set[str]) -> bool:
    """A head of state or government who receives somebody is no negotiation, unless both sides are
    those of the article's talks."""
    if {side.actor for side in sides} <= usual:
        return False
    spans = {side.span for side in sides}
    return any(
        name.span in spans and _LEADER.match(name.detail)
        for _, name in mention.line.names(NameType.PERSON)
    )


def one_sided(mention: Mention) -> bool:
    """Whether it names one side alone: "EU ministers met" is no meeting of the two sides."""
    if mention.name in ("round", "opening", "again") or mention.verb is None:
        return False
    named = {side.actor for _, side in actors_in(mention.line, mention.before)}
    return len(named) == 1 and not words.SIDES.search(mention.line.text, *mention.before)


def usual_parties(document: Document, mentions: Sequence[Mention]) -> tuple[Side, ...]:
    """Between whom the article's talks are: the set that its mentions name most often, where the
    sides that the whole article pairs count as one mention more, and a crowd counts less."""
    counted: dict[frozenset[str], float] = defaultdict(float)
    first: dict[frozenset[str], tuple[Side, ...]] = {}
    for mention in mentions:
        sides = parties_named(mention)
        key = frozenset(side.actor for side in sides)
        if sides and not leaders_alone(mention, sides, set()):
            counted[key] += 1 if len(sides) == 2 else 0.8
            first.setdefault(key, sides)
    for weight, pair in _pairs_of(document):
        key = frozenset(side.actor for side in pair)
        counted[key] += weight
        first.setdefault(key, pair)
    return first[max(counted, key=lambda sides: counted[sides])] if counted else ()


def _pairs_of(document: Document) -> Iterator[tuple[float, tuple[Side, Side]]]:
    """The pair that the article as a whole puts beside each other, and the one of its lead."""
    if document.dyad:
        yield 0.7, document.dyad
    for line in document.lines[:2]:
        for pair in pairs_in(line):
            actors = {side.actor for side in pair}
            named = {side.actor for side in line.sides}
            if actors <= named:
                yield (1.2 if document.at_war(*sorted(actors)) else 0.8), pair
                return
