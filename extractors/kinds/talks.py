"""Negotiating meetings between parties: rounds, sessions, talks held or to come. Telephone calls,
speeches and leaders' summits that are merely proposed are left to other kinds or to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, NamedTuple

from extractors.fact import Fields, Status
from extractors.kinds.claim import Claim, Kind, Slots
from extractors.parsing.document import Document, Line, Side
from extractors.parsing.gazetteer import NameType
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.names import Name
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.scenes import date_in, mediators_in
from extractors.parsing.status import Standing, Stretch, noun_standing, verb_standing
from extractors.parsing.tape import pattern
from extractors.values import Count, Span

VERSION = 1


class Talks(Fields):
    """FACTS.md, kind 1: one negotiating meeting, however many sentences speak of it."""

    kind: ClassVar[str] = "talks"

    parties: tuple[str, ...]
    ordinal: int | None = None
    city: str | None = None
    venue: str | None = None
    country: str | None = None
    duration_minutes: Count | None = None
    host: str | None = None
    mediators: tuple[str, ...] = ()
    heads: Mapping[str, str] | None = None
    direct: bool | None = None


_WORDS = {
    **LEXICON,
    "adjective": r"(?:peace|direct|indirect|formal|informal|bilateral|trilateral|tripartite|technical|high-level|face-to-face"
    r"|ceasefire|truce|nuclear|proximity|closed-door|marathon|full|new|fresh|latest|current|hostage|political|military"
    r"|diplomatic|expert-level|in-person|expanded|first|istanbul|\ue005|\ue007)",
    "delegates": r"(?:delegations?|negotiators?|negotiating teams?|officials?|envoys?|representatives|foreign ministers?"
    r"|diplomats|mediators|teams|the two sides|both sides|the sides|the parties|the warring parties)",
}
_ROUND = pattern(
    r"(?P<n>{ordinal})(?:,? (?:[\w-]+ ){0,2}?)?(?: (?:and (?:final|last) ))?(?:rounds?|cycles?|sessions?)\b(?: of (?:{adjective}[ -])*{talks})?",
    _WORDS,
)
_OPENING = pattern(r"\b(?:initial|opening) round\b(?: of (?:{adjective}[ -])*{talks})?", _WORDS)
_TALKS = pattern(
    r"\b(?:(?:latest|next|current|new|another|fresh|previous|last|final) )?(?:round|session)s? of (?:{adjective}[ -])*{talks}"
    r"|(?:{actor}(?:'s)?[-–/ ])?{actor}(?:[ -]{adjective})* {talks}"
    r"|\b(?:{adjective}[ -])+{talks}|\b{talks}\b(?= (?:between|with|in \ue007|on \ue004))",
    _WORDS,
)
_MET = pattern(
    r"{delegates}[^.;]{0,80}? (?P<met>met|meets?|will meet|are meeting|were meeting|sat down|held {talks}|gathered|convened|to meet)\b",
    _WORDS,
)
_AGAIN = pattern(
    r"\b(?:the|this|that|these|those)(?: [\w-]+){0,2}? ?(?:{duration} ?)?(?:(?:-long )?(?:meeting|session|talks|negotiations|round))\b(?! (?:of|between))"
    r"|\b{duration}(?:-long)? (?:meeting|session|talks|negotiations)\b",
    _WORDS,
)
_TOPIC = re.compile(
    r"\b(?:war|ceasefire|cease-fire|truce|peace|prisoners?|hostages?|conflict|invasion|troops|rebels|armed|nuclear"
    r"|fighting|hostilities|militants?)\b",
    re.IGNORECASE,
)
_OTHER_TALKS = pattern(
    r"\b(?:trade|tariff|climate|coalition|merger|takeover|contract|pay|wage|budget|business|phone|telephone|accession|transfer)"
    r" (?:{talks}|call)|\b(?:by|over the|on the) (?:tele)?phone\b|\bphone call\b|\b(?:no|without) {talks}",
    LEXICON,
)
_EARLIER = pattern(
    r"\b(?:previous|earlier|prior|past|last)(?: [\w-]+){0,2}? (?:rounds?|{talks}|meetings?)",
    LEXICON,
)
_HOST = (
    pattern(r"\bhosted by (?:the )?(?P<h>{actor})|(?P<h2>{actor})[- ]hosted"),
    pattern(r"(?P<h>{actor})(?:'s \w+)? (?:is |was |has |will )?(?:host(?:s|ed|ing)?|to host)\b"),
)
_VENUE_WORD = re.compile(r"(?:palace|hotel|embassy|centre|center|residence|villa|castle)\b")
_HEADS = (
    pattern(
        r"(?P<a>{actor})(?:'s)? (?:delegation|team|side|negotiating team)[^.;]{0,40}? (?:is|was|were|being)?(?: again| also)* ?(?:led|headed|chaired|represented) by (?P<p>{person})"
    ),
    pattern(
        r"(?P<p>{person}),? (?:who|is|was|has)?(?: \w+)? ?(?:led|leads|leading|headed|heads|heading) (?:the )?(?P<a>{actor})(?:'s)?(?: \w+)? (?:delegation|team|side)"
    ),
    pattern(
        r"(?P<p>{person}), who (?:is |was |also )?(?:led|leads|leading|headed|heads|heading) (?:the |its |his country's )?(?:delegation|talks|team|negotiations)"
    ),
)
_HEAD_TITLE = re.compile(
    r"(?:head of (?:the )?(?:\w+ )?delegation|delegation(?:’s|'s)? (?:head|leader|chief)|(?:lead|chief|top|head) negotiator)",
    re.IGNORECASE,
)
_MEETING_NOUN = pattern(r"\b(?:{talks}|meeting|session|round)\b", LEXICON)
_SIDE_MEETING = pattern(
    r"\b(?:one-on-one|conversation|tete-a-tete|phone|call|prior to the (?:main|plenary)|before the plenary)\b"
)


class _Mention(NamedTuple):
    """A place where a meeting is spoken of. `again`: "the meeting", one that was named before."""

    line: Line
    clause: Stretch
    trigger: Stretch
    ordinal: Number | None
    opening: bool
    again: bool
    verb: bool


def _read(document: Document) -> Iterator[Claim]:
    if not _TOPIC.search(document.article.text):
        return
    claims: list[Claim] = []
    main: Claim | None = None
    for line in document.lines:
        for mention in _mentions(line):
            claim = _claim(document, mention, main)
            if claim is None:
                continue
            claims.append(claim)
            if main is None and not mention.again and not _EARLIER.search(line.text):
                main = claim
    yield from (_with_heads(document, claim) if claim is main else claim for claim in claims)


def _with_heads(document: Document, main: Claim) -> Claim:
    """The article's main meeting with the heads of delegation that the article names."""
    slots = Slots()
    assert isinstance(main.fields, Talks)  # noqa: S101  # only this kind's claims come here
    for person in _heads(document):
        if person.actor in main.fields.parties:
            slots.entry("heads", person.actor, person.name, person.span)
    fields = main.fields.model_copy(update=slots.values)
    return main.model_copy(
        update={"fields": fields, "grounding": {**main.grounding, **slots.grounding}}
    )


def _mentions(line: Line) -> Iterator[_Mention]:
    """Rounds by their number first; else one mention a sentence."""
    if _OTHER_TALKS.search(line.text):
        return
    rounds = list(_rounds(line))
    if rounds:
        yield from rounds
        return
    for rule, again, verb in ((_TALKS, False, False), (_MET, False, True), (_AGAIN, True, False)):
        if match := rule.search(line.text):
            stretch = Stretch(*(match.span("met") if verb else match.span()))
            yield _Mention(line, line.clause(stretch.start), stretch, None, False, again, verb)
            return


def _rounds(line: Line) -> Iterator[_Mention]:
    for match in _ROUND.finditer(line.text):
        number = line.tape.at(match.start("n"))
        stretch = Stretch(*match.span())
        if isinstance(number, Number) and number.ordinal:
            yield _Mention(line, line.clause(stretch.start), stretch, number, False, False, False)
    for match in _OPENING.finditer(line.text):
        stretch = Stretch(*match.span())
        yield _Mention(line, line.clause(stretch.start), stretch, None, True, False, False)


def _claim(document: Document, mention: _Mention, main: Claim | None) -> Claim | None:
    line = mention.line
    sides = _sides(document, mention)
    if not sides:
        return None
    slots = Slots()
    for side in sides:
        slots.member("parties", side.actor, side.span)
    _put_which(slots, mention)
    _put_where(slots, mention)
    _put_how(slots, mention)
    standing = _standing(mention)
    if not _tells(slots, mention, main):
        return None
    if mention.again and main:
        _take_identity(slots, main)
    return slots.claim(
        Talks,
        (standing.status, line.tape.span(*standing.words)),
        (line, mention.trigger.start),
        f"{'again' if mention.again else 'met' if mention.verb else 'round' if mention.ordinal else 'talks'}: {standing.cue}",
    )


def _sides(document: Document, mention: _Mention) -> tuple[Side, ...]:
    pair = document.sides_at(mention.line)
    if pair is None:
        return ()
    named = {side.actor: side for _, side in reversed(mention.line.actors)}
    return tuple(named.get(side.actor, side) for side in pair)


def _tells(slots: Slots, mention: _Mention, main: Claim | None) -> bool:
    """Whether there is a meeting one could point at: numbered, dated, placed or timed."""
    telling = {"ordinal", "date", "city", "venue", "duration_minutes", "heads", "host"}
    if mention.again:
        return main is not None and bool(telling & slots.values.keys())
    return bool((telling - {"heads"}) & slots.values.keys())


def _take_identity(slots: Slots, main: Claim) -> None:
    """What says "the meeting" speaks of the one that was named."""
    assert isinstance(main.fields, Talks)  # noqa: S101  # only this kind's claims come here
    for field in ("ordinal", "city"):
        value = getattr(main.fields, field)
        if value is not None:
            slots.put(field, value, main.grounding[field])
    if main.date and "date" not in slots.values:
        slots.put("date", main.date, main.grounding["date"])
        slots.values["date_basis"] = main.date_basis


def _put_which(slots: Slots, mention: _Mention) -> None:
    line = mention.line
    if mention.ordinal:
        slots.put("ordinal", mention.ordinal.count.best, mention.ordinal.span)
    elif mention.opening:
        slots.put("ordinal", 1, line.tape.span(*mention.trigger))
    if date := date_in(line, mention.clause):
        slots.date(date)


def _put_where(slots: Slots, mention: _Mention) -> None:
    line = mention.line
    for place, name in line.names(NameType.PLACE):
        if name.detail == "city" and _stands_in(line, place):
            slots.put("city", name.name, name.span)
        elif name.detail == "venue":
            slots.put("venue", name.name, name.span)
        elif name.detail == "country" and name.actor and _stands_in(line, place):
            slots.put("country", name.actor, name.span)
    for rule in _HOST:
        for match in rule.finditer(line.text):
            label = "h" if match.group("h") else "h2"
            host = line.tape.at(match.start(label))
            if isinstance(host, Name) and host.actor and host.actor not in slots.values["parties"]:
                slots.put("host", host.actor, host.span)


def _stands_in(line: Line, place: int) -> bool:
    return bool(
        re.search(
            r"\b(?:in|at|near|outside)(?: the| downtown| central)?(?: [\w-]+){0,3} ?\Z",
            line.text[max(0, place - 40) : place],
        )
    )


def _put_how(slots: Slots, mention: _Mention) -> None:
    line = mention.line
    if not _SIDE_MEETING.search(line.text) and _MEETING_NOUN.search(line.text):
        for _, length in line.tape.annotations():
            if (
                isinstance(length, Duration)
                and length.unit in ("minutes", "hours")
                and (minutes := length.minutes())
            ):
                slots.put("duration_minutes", minutes, length.span)
    for side in mediators_in(line):
        if side.actor not in slots.values["parties"]:
            slots.member("mediators", side.actor, side.span)
    for word, direct in (
        ("indirect", False),
        ("proximity", False),
        ("direct", True),
        ("face-to-face", True),
    ):
        if match := re.search(rf"\b{word}\b", line.text):
            slots.put("direct", direct, line.tape.span(*match.span()))


def _standing(mention: _Mention) -> Standing:
    line = mention.line
    if mention.verb:
        return verb_standing(line.tape, mention.clause, mention.trigger)
    for status, side, words in _CONTEXT:
        if side == "before":
            match = words.search(
                line.text, max(0, mention.trigger.start - 60), mention.trigger.start
            )
        else:
            match = words.search(line.text, mention.trigger.end, len(line.text))
        if match:
            return Standing(
                status, Stretch(*match.span()), "setting" if side == "before" else "told"
            )
    found = noun_standing(line.tape, mention.clause, mention.trigger)
    return found or Standing(Status.REPORTED, mention.trigger, "bare")


_CONTEXT = tuple(
    (status, side, pattern(words, LEXICON))
    for status, side, words in (
        (
            Status.FAILED,
            "after",
            r"[^.;]{0,60}?\b(?:(?:was|were|been) (?:\w+ )?(?:postponed|cancel+ed|called off|suspended|aborted|scrapped|put off)|did not take place|fell through)",
        ),
        (
            Status.SCHEDULED,
            "after",
            r"[^.;,]{0,60}?\b(?:(?:will|would|is|are|was|were) (?:now )?(?:be held|take place|begin|start|resume|continue|due|scheduled|set|slated|expected|planned)|to be held|scheduled for|set for|due to)",
        ),
        (
            Status.ONGOING,
            "after",
            r"[^.;,]{0,30}?\b(?:(?:are|is) (?:now |still )?(?:under ?way|taking place|ongoing|continuing)|have begun|has begun|got under ?way)",
        ),
        (
            Status.COMPLETED,
            "after",
            r"[^.;]{0,60}?\b(?:concluded|ended|took place|held|lasted|wrapped up|finished|did not|failed to|yielded|produced|resulted in|led to|broke up|brought|achieved|collapsed|stalled|marked)\b",
        ),
        (
            Status.SCHEDULED,
            "before",
            r"\b(?:ahead of|before|for|until|next|upcoming)(?: \w+'s)?(?: the| a| their| an?)?(?: [\w-]+){0,2} ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            r"\b(?:during|at|in|after|following|since|from|concluded|completed|held|finished|attended|ended)(?: \w+'s)?(?: the| a| their| these| another)?(?: [\w-]+){0,2} ?\Z",
        ),
    )
)


def _heads(document: Document) -> Iterator[Name]:
    """Who leads a delegation, wherever the article says it."""
    for line in document.lines:
        for rule in _HEADS:
            for match in rule.finditer(line.text):
                person = line.tape.at(match.start("p"))
                if isinstance(person, Name) and person.actor:
                    yield person
        for _, person in line.names(NameType.PERSON):
            office = Span(person.span.start, person.head.start).of(document.article.text)
            if person.actor and _HEAD_TITLE.search(office):
                yield person


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Talks)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Talks)  # noqa: S101  # only this kind's claims come here
    if set(mine.parties) != set(theirs.parties):
        return False
    pairs = [(getattr(mine, name), getattr(theirs, name)) for name in ("ordinal", "city")]
    pairs.append((full.date, claim.date))
    return all(a is None or b is None or a == b for a, b in pairs)


KIND = Kind(Talks.kind, VERSION, _read, _same)
