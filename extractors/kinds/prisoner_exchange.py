"""People held by one side go home, one way or both. Running totals, bodies and lists of names are
left to other kinds or to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from extractors.fact import Fields, Status
from extractors.kinds.claim import Claim, Kind, Slots
from extractors.parsing.document import Document, Line, Side
from extractors.parsing.headcounts import Headcount, Share, captor, read_headcounts
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.scenes import date_in, mediators_in, place_in, talks_round
from extractors.parsing.status import Standing, Stretch, noun_standing, verb_standing
from extractors.parsing.tape import pattern
from extractors.values import Count

VERSION = 1


class PrisonerExchange(Fields):
    """FACTS.md, kind 2. `returned` maps an actor to how many people of that side come home."""

    kind: ClassVar[str] = "prisoner_exchange"

    parties: tuple[str, ...]
    returned: Mapping[str, Count] | None = None
    total: Count | None = None
    formula: str | None = None
    categories: tuple[str, ...] = ()
    ordinal: int | None = None
    place: str | None = None
    mediators: tuple[str, ...] = ()
    agreed_at: int | None = None


_WORDS = {
    **LEXICON,
    "swap": r"(?:exchang(?:es|ed|ing|e)|swap(?:s|ped|ping)?|trad(?:es|ed|ing|e))",
    "give": r"(?:free(?:s|d|ing)?|releas(?:es|ed|ing|e)|hand(?:s|ed|ing)? (?:over|back)|return(?:s|ed|ing)?"
    r"|repatriat(?:es|ed|ing|e)|sen(?:ds|t|ding|d) (?:home|back)|transfer(?:s|red|ring)?|let(?:s|ting)? go"
    r"|set(?:s|ting)? free|liberat(?:es|ed|ing|e))",
    "get": r"(?:br(?:ings|ought|inging|ing) (?:home|back)|g(?:ets|ot|etting|et) back|receiv(?:es|ed|ing|e)"
    r"|welcom(?:es|ed|ing|e) (?:home|back)|secur(?:es|ed|ing|e) the (?:release|return) of"
    r"|retriev(?:es|ed|ing|e)|regain(?:s|ed|ing)?)",
    "come": r"(?:c(?:omes|oming|ame|ome) (?:home|back)|walk(?:s|ed|ing)? free|g(?:oes|oing|o) (?:home|free)"
    r"|went (?:home|free)|returned (?:home|to)|flown home|reunited with)",
    "event": r"(?:exchanges?|swaps?|handovers?|hand-overs?|trades?)",
    "not_people": r"(?:fire|views|words|notes|ideas|lists|information|documents|letters|strikes|bodies|remains"
    r"|blows|accusations|barbs|drones|missiles|prisoners' lists)",
}
_NOUNS = (
    pattern(r"{formula}"),
    pattern(r"\b{held}(?:-of-war)?(?:'s|s')? (?:{event}|release|return)\b", _WORDS),
    pattern(
        r"\b(?:{event}|release|repatriation|return|freeing) of (?:[\w'\ue000\ue005-]+ ){0,8}?{captives}\b",
        _WORDS,
    ),
    pattern(r"\b{event}\b(?! (?:of )?{not_people})", _WORDS),
)
_VERBS = (
    ("swap", pattern(r"\b{swap}\b(?! {not_people})", _WORDS)),
    ("get", pattern(r"\b{get}\b", _WORDS)),
    ("come", pattern(r"\b{come}\b", _WORDS)),
    ("give", pattern(r"\b{give}\b", _WORDS)),
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|each|another|latest|major|prisoners?|war|pow|hostages?|captives?|detainees?"
    r"|in|biggest|largest|recent|mutual|further|more|new|next|first|last|for|of|on)|\ue001|'s) \Z"
)
_PEOPLE = pattern(
    r"\b(?:{held}|soldiers?|troops|defenders|service ?m[ae]n|service members|fighters|civilians|children"
    r"|captivity)\b",
    _WORDS,
)
_TOPIC = re.compile(
    r"\b(?:prisoners? of war|POWs?|PoWs|captives?|hostages?|captivity"
    r"|(?:prisoner|detainee|captive)s?[ -](?:exchange|swap|deal|release)"
    r"|(?:exchange|swap|release)s? of (?:\w+ ){0,4}(?:prisoners|detainees|captives|soldiers))",
    re.IGNORECASE,
)
_NOT_ONE_EVENT = pattern(
    r"\b(?:so far|bring(?:s|ing)? (?:the|to) (?:total|overall)|brought the total|total number|to date"
    r"|since the (?:start|beginning|outbreak|full-scale)|already (?:been )?returned|overall number|up to now"
    r"|under recent (?:agreements|deals)|still (?:held|holds?|holding|in captivity|being held)|remain(?:s|ed)? in)\b"
)
_REMAINS = pattern(r"\b{bodies}\b", LEXICON)
_ORDINAL = pattern(
    r"(?P<n>{ordinal})(?: (?:such|major|large-scale|large|successful|consecutive|prisoner|pow|captive"
    r"|hostage|mutual|big))*(?: {held})? (?:{event}|batch|group|phase|stage)",
    _WORDS,
)
_CATEGORIES = (
    (
        "pow",
        r"\b(?:prisoners?[ -]of[ -]war|pows?|soldiers?|service ?m[ae]n|servicewom[ae]n|service ?members?"
        r"|troops|defenders?|military personnel|combatants)\b",
    ),
    ("civilian", r"\bcivilians?\b"),
    ("child", r"\b(?:children|child|minors|teenagers)\b"),
    ("hostage", r"\bhostages?\b"),
    ("wounded_or_ill", r"\b(?:wounded|injured|sick|ill)\b"),
    (
        "under_25",
        r"\b(?:under|younger than|below|aged)(?: the age of)?[ -](?:25|{count})(?! {captives})|\bunder-25s?\b",
    ),
    ("women", r"\b(?:women|woman|female|servicewom[ae]n)\b"),
    ("political_prisoner", r"\b(?:political prisoners?|dissidents?)\b"),
)
_CATEGORY_RULES = tuple((name, pattern(words, LEXICON)) for name, words in _CATEGORIES)
_IN_RETURN = re.compile(r"\b(?:in (?:exchange|return) for|for|against)(?: \w+){0,3} ?\Z")


class _Event(NamedTuple):
    """A trigger in its clause. `verb` is swap, give, get or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    verb: str
    standing: Standing | None


def _read(document: Document) -> Iterator[Claim]:
    if _TOPIC.search(document.article.text):
        for line in document.lines:
            yield from _joined_halves([_claim(document, event) for event in _events(line)])


def _events(line: Line) -> Iterator[_Event]:
    """The leading trigger of each clause: a verb with people to it, else a noun."""
    for clause in line.clauses:
        event = _verb(line, clause) or _noun(line, clause)
        if event:
            yield event


def _verb(line: Line, clause: Stretch) -> _Event | None:
    if not (_PEOPLE.search(line.text, *clause) or read_headcounts(line, clause)):
        return None
    for verb, rule in _VERBS:
        for match in rule.finditer(line.text, *clause):
            if not _NOUN_BEFORE.search(line.text, max(0, match.start() - 14), match.start()):
                trigger = Stretch(*match.span())
                standing = verb_standing(line.tape, clause, trigger)
                return _Event(line, clause, trigger, verb, standing)
    return None


def _noun(line: Line, clause: Stretch) -> _Event | None:
    for rule in _NOUNS:
        if match := rule.search(line.text, *clause):
            trigger = Stretch(*match.span())
            return _Event(line, clause, trigger, "", noun_standing(line.tape, clause, trigger))
    return None


def _claim(document: Document, event: _Event) -> Claim | None:
    line, clause = event.line, event.clause
    sides = _sides(document, line)
    if sides is None or _REMAINS.search(line.text, *clause):
        return None
    slots = Slots()
    for side in sides:
        slots.member("parties", side.actor, side.span)
    _put_shares(slots, document, event, sides)
    _put_formula(slots, event, sides)
    _put_scene(slots, event)
    standing = event.standing or Standing(Status.REPORTED, event.trigger, "bare")
    return slots.claim(
        PrisonerExchange,
        (standing.status, line.tape.span(*standing.words)),
        (line, event.trigger.start),
        rule=f"{event.verb or 'noun'}: {standing.cue}",
    )


def _sides(document: Document, line: Line) -> tuple[Side, Side] | None:
    """The two sides that the sentence is about, each with the words that name it there."""
    pair = document.sides_at(line)
    if pair is None:
        return None
    named = {side.actor: side for _, side in reversed(line.actors)}
    return named.get(pair[0].actor, pair[0]), named.get(pair[1].actor, pair[1])


def _put_scene(slots: Slots, event: _Event) -> None:
    line, clause = event.line, event.clause
    if date := date_in(line, clause):
        slots.date(date)
    if place := place_in(line, clause):
        slots.put(
            "place", place.span.shift(-line.sentence.span.start).of(line.sentence.text), place.span
        )
    for side in mediators_in(line):
        slots.member("mediators", side.actor, side.span)
    if (number := talks_round(line)) and number.count.best:
        slots.put("agreed_at", number.count.best, number.span)
    for match in _ORDINAL.finditer(line.text, *clause):
        ordinal = line.tape.at(match.start("n"))
        if isinstance(ordinal, Number):
            slots.put("ordinal", ordinal.count.best, ordinal.span)
    for name, rule in _CATEGORY_RULES:
        if hit := rule.search(line.text, *clause):
            slots.member("categories", name, line.tape.span(*hit.span()))


def _put_formula(slots: Slots, event: _Event, sides: tuple[Side, Side]) -> None:
    """1,000-for-1,000 says how many come home on both sides; 1-for-1 and all-for-all do not."""
    for _, formula in event.line.tape.annotations(*event.clause):
        if isinstance(formula, Formula):
            slots.put("formula", formula.text, formula.span)
            if formula.left and formula.left == formula.right and formula.left > 1:
                for side in sides:
                    slots.entry("returned", side.actor, Count.of(formula.left), formula.span)


def _put_shares(slots: Slots, document: Document, event: _Event, sides: tuple[Side, Side]) -> None:
    """Who gets how many, from the figures of the clause and the direction of its verb."""
    if _NOT_ONE_EVENT.search(event.line.text):
        return
    people = (
        document.people_of(sides[0].actor, sides[1].actor),
        document.people_of(sides[1].actor, sides[0].actor),
    )
    for figure in read_headcounts(event.line, event.clause):
        known = slots.values.get("returned", {})
        actors = _getters(event, figure, sides, people, tuple(known))
        for actor in actors:
            slots.entry("returned", actor, figure.count, figure.span)
        if not actors and not known and event.verb in ("swap", ""):
            slots.put("total", figure.count, figure.span)


def _getters(
    event: _Event,
    figure: Headcount,
    sides: tuple[Side, Side],
    people: tuple[str, str],
    known: Sequence[str],
) -> tuple[str, ...]:
    """The sides whose people a figure counts; empty where the words do not say."""
    if figure.share is Share.EACH:
        return people
    if figure.whose:
        return (figure.whose,)
    if known and _IN_RETURN.search(event.line.text, max(0, figure.place - 30), figure.place):
        return tuple(actor for actor in people if actor not in known)[:1]
    held_by = captor(event.line, event.clause)
    for index, side in enumerate(sides):
        if held_by == side.actor:
            return (people[1 - index],)
    doer = _doer(event, sides)
    if doer is None or event.verb in ("", "swap"):
        return ()
    own = figure.own or event.verb in ("get", "come")
    return (people[doer if own else 1 - doer],)


def _doer(event: _Event, sides: tuple[Side, Side]) -> int | None:
    """Which side acts: the last one named before the verb; for those who come home, where to."""
    actors = [side.actor for side in sides]
    start, end = event.clause
    before = [
        side.actor for place, side in event.line.actors if start <= place < event.trigger.start
    ]
    after = [side.actor for place, side in event.line.actors if event.trigger.end <= place < end]
    order = after + before if event.verb == "come" else before[::-1]
    return next((actors.index(actor) for actor in order if actor in actors), None)


def _joined_halves(claims: Sequence[Claim | None]) -> Iterator[Claim]:
    """'A freed 31 while B freed 15' is one exchange told in two halves of one sentence."""
    open_claim: Claim | None = None
    for claim in claims:
        if claim is None:
            continue
        if open_claim and _halves(open_claim, claim):
            open_claim = _whole(open_claim, claim)
            continue
        if open_claim:
            yield open_claim
        open_claim = claim
    if open_claim:
        yield open_claim


def _returned(claim: Claim) -> Mapping[str, Count]:
    assert isinstance(claim.fields, PrisonerExchange)  # noqa: S101  # only this kind's claims come here
    return claim.fields.returned or {}


def _halves(one: Claim, other: Claim) -> bool:
    mine, theirs = _returned(one), _returned(other)
    return bool(mine and theirs) and not set(mine) & set(theirs) and one.status == other.status


def _whole(one: Claim, other: Claim) -> Claim:
    fields = one.fields.model_copy(update={"returned": {**_returned(one), **_returned(other)}})
    grounding = {**other.grounding, **one.grounding}
    return one.model_copy(update={"fields": fields, "grounding": grounding})


_DONE = {Status.COMPLETED, Status.ONGOING, Status.REPORTED}
_COMING = {Status.AGREED, Status.SCHEDULED, Status.PROPOSED, Status.DEMANDED}


def _same(full: Claim, claim: Claim) -> bool:
    """Whether two claims speak of one exchange."""
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, PrisonerExchange)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, PrisonerExchange)  # noqa: S101  # only this kind's claims come here
    if set(mine.parties) != set(theirs.parties):
        return False
    for field in ("formula", "ordinal", "agreed_at", "total"):
        a, b = getattr(mine, field), getattr(theirs, field)
        if a is not None and b is not None and a != b:
            return False
    if full.date and claim.date and full.date != claim.date:
        return False
    shared = set(mine.returned or {}) & set(theirs.returned or {})
    if shared:
        return all((mine.returned or {})[side] == (theirs.returned or {})[side] for side in shared)
    return (full.status in _DONE) == (claim.status in _DONE)


KIND = Kind(PrisonerExchange.kind, VERSION, _read, _same)
