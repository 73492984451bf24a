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
from extractors.parsing.scenes import agreed_round, date_in, mediators_in, place_in
from extractors.parsing.status import Standing, Stretch, noun_standing, verb_standing
from extractors.parsing.tape import pattern
from extractors.values import Count, Qualifier, Span

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
    "give": r"(?:free(?:s|d|ing)?|releas(?:es|ed|ing|e)|hand(?:s|ed|ing)? (?:over|back|to)"
    r"|return(?:s|ed|ing)?|repatriat(?:es|ed|ing|e)|sen(?:ds|t|ding|d) (?:home|back)"
    r"|transfer(?:s|red|ring)?|let(?:s|ting)? go|set(?:s|ting)? free|g(?:ives|ave|iving|ive) up(?= (?:[\w-]+ ){0,3}(?:\ue000|prisoners|hostages|captives))"
    r"|liberat(?:es|ed|ing|e))",
    "get": r"(?:br(?:ings|ought|inging|ing)(?: (?:home|back)|(?=[^.;,]{1,40} (?:home|back)\b))|g(?:ets|ot|etting|et) back"
    r"|receiv(?:es|ed|ing|e)|welcom(?:es|ed|ing|e) (?:home|back)"
    r"|secur(?:es|ed|ing|e) the (?:release|return) of|retriev(?:es|ed|ing|e)|regain(?:s|ed|ing)?)",
    "come": r"(?:c(?:omes|oming|ame|ome) (?:home|back)|walk(?:s|ed|ing)? (?:free|out)"
    r"|g(?:oes|oing|o) (?:home|free)|went (?:home|free)|return(?:s|ed|ing)? (?:home|to \ue005)"
    r"|fl(?:own|ew) home|reunited with|cross(?:es|ed|ing)? (?:the (?:border|\ue007)|back|into))",
    "event": r"(?:exchanges?|swaps?|handovers?|hand-overs?|trades?)",
    "not_people": r"(?:fire|views|words|notes|ideas|lists?|information|documents|letters|strikes"
    r"|bodies|remains|blows|accusations|barbs|drones|missiles|a list|gunfire|insults|threats)",
}
_NOUNS = (
    pattern(r"{formula}"),
    pattern(r"\b{held}(?:-of-war)?(?:'s|s')? (?:{event}|release|return)\b", _WORDS),
    pattern(
        r"\b(?:{event}|release|repatriation|return|freeing) of (?:[\w'\ue000\ue005-]+ ){0,8}?"
        r"{captives}\b",
        _WORDS,
    ),
    pattern(r"\b{event}\b(?! (?:of )?{not_people}| point| list| rate)", _WORDS),
)
_VERBS = (
    ("swap", pattern(r"\b{swap}\b(?! (?:\w+ )?{not_people})", _WORDS)),
    ("get", pattern(r"\b{get}\b", _WORDS)),
    ("come", pattern(r"\b{come}\b", _WORDS)),
    ("give", pattern(r"\b{give}\b(?! (?:a |its |their )?(?:statement|bodies|remains))", _WORDS)),
)
_BOTH_NOUN_AND_VERB = frozenset(
    "release releases return returns exchange exchanges swap swaps trade trades transfer".split()
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|each|another|latest|major|prisoners?|war|pow|hostages?|captives?"
    r"|detainees?|in|biggest|largest|recent|mutual|further|more|new|next|first|last|for|of|on|on"
    r"|scale|such|big)|\ue001|\ue003\"?|'s) \Z"
)
_PEOPLE = pattern(
    r"\b(?:{held}|soldiers?|troops|defenders|service ?m[ae]n|service members|fighters|civilians"
    r"|children|captivity)\b",
    _WORDS,
)
_HELD = pattern(r"\b{held}\b", _WORDS)
_TOPIC = re.compile(
    r"\b(?:prisoners?|POWs?|PoWs|captives?|hostages?|detainees?|captivity|abductees|soldiers|servicemen"
    r"|troops|constable|guards?)\b",
    re.IGNORECASE,
)
_ABOUT = pattern(r"\b(?:{held}|captivity|{event}|{swap}|{give}|{get}|{come})\b", _WORDS)
_NOT_ONE_EVENT = pattern(
    r"\b(?:so far|bring(?:s|ing)? (?:the|to) (?:total|overall)|brought the total|total number|to date"
    r"|(?<!largest )(?<!biggest )since the (?:start|beginning|outbreak|full-scale)|already (?:been )?returned|overall number"
    r"|up to now|under recent (?:agreements|deals)|still (?:held|holds?|holding|in captivity"
    r"|being held)|(?:has|have|had)\b[^.;]{0,80}\bsince\b|remain(?:s|ed)? in|in total, as part|for (?:every|each) (?:\w+ ){0,2}{captives})",
    _WORDS,
)
_GOES_ON = re.compile(r",? ?(?:with|including|in (?:exchange|return)|bringing|as well as)\b")
_IF = re.compile(r",? ?(?:if|unless|until|once|whether|should)\b")
_REMAINS = pattern(r"\b{bodies}\b", LEXICON)
_ORDINAL = pattern(
    r"(?P<n>{ordinal})(?: (?:such|major|large-scale|large|successful|consecutive|prisoner|pow|captive"
    r"|hostage|mutual|big))*(?: {held})? {event}\b(?! (?:in|since|for|of the)\b| {date}| {duration})",
    _WORDS,
)
_CATEGORIES = tuple(
    (name, pattern(words, LEXICON))
    for name, words in (
        (
            "pow",
            r"\b(?:prisoners?[ -]of[ -]war|pows?|soldiers?|service ?m[ae]n|servicewom[ae]n"
            r"|service ?members?|troops|defenders?|military personnel|combatants)\b",
        ),
        ("civilian", r"\bcivilians?\b"),
        ("child", r"\b(?:children|child|minors|teenagers)\b"),
        ("hostage", r"\bhostages?\b"),
        ("wounded_or_ill", r"\b(?:wounded|injured|sick|ill)\b"),
        ("under_25", r"\b(?:under|younger than|below) 25\b|{age}|\bunder-25s?\b"),
        ("women", r"\b(?:women|woman|female|servicewom[ae]n)\b"),
        ("political_prisoner", r"\b(?:political prisoners?|dissidents?)\b"),
    )
)
_AGAIN = re.compile(
    r"\b(?:the|this|that)(?: (?:latest|same|prisoner|present|current|whole))*(?: marks the \ue001)? \Z|\bthis marks the "
)
_IN_RETURN = re.compile(r"\b(?:in (?:exchange|return) for|for|against)(?: \w+){0,3} ?\Z")
_RETURN_OPENS = re.compile(
    r"\A\W*(?:in (?:exchange|return)\b|for its part)|\bin (?:exchange|return)(?=[,:.;]|\Z)"
)
_SAME_NUMBER = pattern(
    r"\b(?:(?:the|an?) (?:same|equal|identical) number|as many)\b(?: of(?: its own)?)?(?: {actor})?"
)


class _Event(NamedTuple):
    """A trigger in its clause. `verb` is swap, give, get or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    verb: str
    standing: Standing | None


def _read(document: Document) -> Iterator[Claim]:
    if not _TOPIC.search(document.article.text):
        return
    about = document.opponents(_ABOUT)
    claims: list[Claim] = []
    for line in document.lines:
        found = [_claim(document, event, about) for event in _events(line)]
        claims = _with_halves(document, line, claims, [claim for claim in found if claim])
    yield from _telling(claims)


def _telling(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out what only alludes to an exchange; keep one bare claim where nothing says more."""
    full = [claim for claim in claims if _is_full(claim)]
    if full:
        yield from full
        return
    real = {Status.AGREED, Status.ONGOING, Status.COMPLETED, Status.FAILED, Status.DENIED}
    yield from (claim for claim in claims if claim.status in real)


def _is_full(claim: Claim) -> bool:
    """Whether a claim can be told from other exchanges: by figures, formula, number or date."""
    fields = _fields(claim)
    counted = bool(fields.returned or fields.total or fields.formula or fields.ordinal)
    if claim.status is Status.REPORTED:
        return bool(fields.formula)
    if claim.status in (Status.PROPOSED, Status.DEMANDED):
        return counted
    return counted or bool(claim.date) or bool(set(fields.categories) - {"pow", "hostage"})


def _fields(claim: Claim) -> PrisonerExchange:
    assert isinstance(claim.fields, PrisonerExchange)  # noqa: S101  # only this kind's claims come here
    return claim.fields


def _events(line: Line) -> Iterator[_Event]:
    """The leading trigger of each clause, verb or noun."""
    events: list[_Event] = []
    for clause in line.clauses:
        found = [event for event in (_verb(line, clause), _noun(line, clause)) if event]
        if found and not _IF.match(line.text, clause.start):
            events.append(min(found, key=_leading))
        elif events and not found and _GOES_ON.match(line.text, clause.start):
            whole = Stretch(events[-1].clause.start, clause.end)
            events[-1] = events[-1]._replace(clause=whole)
    yield from events


def _leading(event: _Event) -> tuple[bool, int]:
    return event.standing is None, event.trigger.start


def _verb(line: Line, clause: Stretch) -> _Event | None:
    """The first verb of the clause that moves people, if people are named or counted there."""
    if not (_PEOPLE.search(line.text, *clause) or read_headcounts(line, clause)):
        return None
    found = [
        (match.start(), match.end(), verb)
        for verb, rule in _VERBS
        for match in rule.finditer(line.text, *clause)
        if not _is_noun(line, match)
    ]
    if not found:
        return None
    start, end, verb = min(found)
    trigger = Stretch(start, end)
    return _Event(line, clause, trigger, verb, verb_standing(line.tape, clause, trigger))


def _is_noun(line: Line, match: re.Match[str]) -> bool:
    if match.group() not in _BOTH_NOUN_AND_VERB:
        return False
    before = max(0, match.start() - 14)
    return line.text.startswith(" of ", match.end()) or bool(
        _NOUN_BEFORE.search(line.text, before, match.start())
    )


def _noun(line: Line, clause: Stretch) -> _Event | None:
    for rule in _NOUNS:
        if match := rule.search(line.text, *clause):
            trigger = Stretch(*match.span())
            return _Event(line, clause, trigger, "", noun_standing(line.tape, clause, trigger))
    return None


def _claim(document: Document, event: _Event, about: tuple[Side, Side] | None) -> Claim | None:
    line, clause = event.line, event.clause
    sides = _sides(document, event, about)
    if sides is None or _of_bodies(document, event):
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
        f"{event.verb or 'noun'}: {standing.cue}",
        again=bool(_AGAIN.search(line.text, 0, event.trigger.start)) and not event.verb,
    )


def _of_bodies(document: Document, event: _Event) -> bool:
    """Whether bodies are what is handed over here; a bare formula may continue the sentence before."""
    line = event.line
    if _REMAINS.search(line.text, *event.clause):
        return not _HELD.search(line.text, *event.clause)
    rank = line.sentence.rank
    before = document.lines[rank - 1].text if rank else ""
    bodies_before = _REMAINS.search(before) and not _HELD.search(before)
    return not _PEOPLE.search(line.text) and bool(bodies_before)


def _sides(
    document: Document, event: _Event, about: tuple[Side, Side] | None
) -> tuple[Side, Side] | None:
    """The two sides: those the clause names, the sentence's, else those the article swaps between."""
    usual = {side.actor for side in about or ()}
    for stretch in (event.clause, Stretch(0, len(event.line.text))):
        named = _named(event.line, stretch)
        actors = {side.actor for side in named}
        if about and len(named) > 1 and usual <= actors:
            one, other = (side for side in named if side.actor in usual)
            return one, other
        if len(named) == 2 and (
            stretch == event.clause or not usual & actors or document.at_war(*actors)
        ):
            return named[0], named[1]
        if len(named) == 1 and about and not usual & actors:
            return _with_captor(named[0], about)
        if len(named) > 2:
            return None
    return about


def _with_captor(side: Side, about: tuple[Side, Side]) -> tuple[Side, Side] | None:
    """People of a third nation go home from the group that held them: "five Thais were let go"."""
    groups = [one for one in about if one.actor.islower()]
    return (side, groups[0]) if len(groups) == 1 else None


def _named(line: Line, stretch: Stretch) -> list[Side]:
    """The possible sides that a stretch names, who merely speaks left out."""
    possible = {side.actor for side in line.sides}
    found: dict[str, Side] = {}
    for place, side in line.actors:
        speaks = any(side.span.covers(source) for source in line.sources)
        if stretch.holds(place) and side.actor in possible and not speaks:
            found.setdefault(side.actor, side)
    return list(found.values())


def _put_scene(slots: Slots, event: _Event) -> None:
    line, clause = event.line, event.clause
    settled = event.standing is not None and event.standing.status in _SETTLED
    if date := date_in(line, clause):
        slots.date(date)
    if settled and (place := place_in(line, clause)):
        words = place.span.shift(-line.sentence.span.start).of(line.sentence.text)
        slots.put("place", words, place.span)
    for side in mediators_in(line):
        if side.actor not in slots.values["parties"]:
            slots.member("mediators", side.actor, side.span)
    if (number := agreed_round(line)) and number.count.best:
        slots.put("agreed_at", number.count.best, number.span)
    for match in _ORDINAL.finditer(line.text, *clause):
        ordinal = line.tape.at(match.start("n"))
        if isinstance(ordinal, Number):
            slots.put("ordinal", ordinal.count.best, ordinal.span)
    for name, rule in _CATEGORIES:
        if hit := rule.search(line.text, *clause):
            slots.member("categories", name, line.tape.span(*hit.span()))


_SETTLED = {Status.COMPLETED, Status.ONGOING, Status.SCHEDULED}


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
    if _NOT_ONE_EVENT.search(event.line.text, *event.clause):
        return
    people = (
        document.people_of(sides[0].actor, sides[1].actor),
        document.people_of(sides[1].actor, sides[0].actor),
    )
    unplaced: list[Headcount] = []
    for count in read_headcounts(event.line, event.clause):
        known = tuple(slots.values.get("returned", {}))
        actors = _getters(event, count, sides, people, known)
        for actor in actors:
            slots.entry("returned", actor, count.count, count.span)
        if not actors:
            unplaced.append(count)
        elif unplaced and _is_in_return(event.line, count) and actors[0] in people:
            other = people[1 - people.index(actors[0])]
            slots.entry("returned", other, unplaced[0].count, unplaced[0].span)
    if unplaced and "returned" not in slots.values and _is_total(event, unplaced[0]):
        slots.put("total", unplaced[0].count, unplaced[0].span)


def _is_total(event: _Event, count: Headcount) -> bool:
    """Whether a figure that no side is named for is the sum of both."""
    passive = count.place < event.trigger.start and event.verb == "give"
    return count.share is Share.BOTH or event.verb in ("swap", "") or passive


def _is_in_return(line: Line, count: Headcount) -> bool:
    return bool(_IN_RETURN.search(line.text, max(0, count.place - 30), count.place))


def _getters(
    event: _Event,
    count: Headcount,
    sides: tuple[Side, Side],
    people: tuple[str, str],
    known: Sequence[str],
) -> tuple[str, ...]:
    """The sides whose people a figure counts; empty where the words do not say."""
    if count.share is Share.EACH:
        return people
    if count.whose:
        return (count.whose,)
    if known and _is_in_return(event.line, count):
        return tuple(actor for actor in people if actor not in known)[:1]
    held_by = captor(
        event.line,
        max(event.clause.start, count.place - 40),
        min(event.clause.end, count.stretch.end + 60),
    )
    for index, side in enumerate(sides):
        if held_by == side.actor:
            return (people[1 - index],)
    doer = _doer(event, sides)
    passive = event.verb == "give" and count.place < event.trigger.start
    if doer is None or event.verb in ("", "swap") or (passive and not count.own):
        return ()
    own = count.own or event.verb in ("get", "come")
    return (people[doer if own else 1 - doer],)


def _doer(event: _Event, sides: tuple[Side, Side]) -> int | None:
    """Which side acts: the last one named before the verb; for those who come home, where to."""
    actors = [side.actor for side in sides]
    start, end = event.clause
    before = [
        side.actor for place, side in event.line.actors if start <= place < event.trigger.start
    ]
    after = [side.actor for place, side in event.line.actors if event.trigger.end <= place < end]
    order = after + before if event.verb == "come" else before[::-1] or after
    return next((actors.index(actor) for actor in order if actor in actors), None)


def _with_halves(
    document: Document, line: Line, claims: Sequence[Claim], new: Sequence[Claim]
) -> list[Claim]:
    """Claims so far and a sentence's, where two halves of one exchange become one claim.

    "A freed 31 while B freed 15", "In return, B freed 15", "and B got the same number".
    """
    joined = list(claims)
    goes_on = bool(_RETURN_OPENS.search(line.text))
    for index, claim in enumerate(new):
        near = index > 0 or (goes_on and _follows(document, joined, line))
        if joined and near and _halves(joined[-1], claim):
            joined[-1] = _whole(joined[-1], claim)
        else:
            joined.append(claim)
    same = _SAME_NUMBER.search(line.text)
    if same and (new or _follows(document, joined, line)):
        joined[-1] = _evened(document, joined[-1], line, same)
    return joined


def _follows(document: Document, claims: Sequence[Claim], line: Line) -> bool:
    """Whether the last claim stands in the sentence right before."""
    rank = line.sentence.rank
    return (
        bool(claims)
        and rank > 0
        and claims[-1].span.end == document.lines[rank - 1].sentence.span.end
    )


def _halves(one: Claim, other: Claim) -> bool:
    mine, theirs = _fields(one).returned or {}, _fields(other).returned or {}
    return bool(mine and theirs) and not set(mine) & set(theirs) and one.status == other.status


def _whole(one: Claim, other: Claim) -> Claim:
    returned = {**(_fields(one).returned or {}), **(_fields(other).returned or {})}
    fields = one.fields.model_copy(update={"returned": returned})
    grounding = {**other.grounding, **one.grounding}
    return one.model_copy(
        update={"fields": fields, "grounding": grounding, "span": one.span.hull(other.span)}
    )


def _evened(document: Document, claim: Claim, line: Line, same: re.Match[str]) -> Claim:
    """The other side gets as many."""
    fields = _fields(claim)
    if fields.returned is None or len(fields.returned) != 1 or len(fields.parties) != 2:
        return claim
    ((actor, count),) = fields.returned.items()
    one, other = fields.parties
    people = (document.people_of(one, other), document.people_of(other, one))
    for missing in people:
        if actor in people and missing != actor:
            return claim.model_copy(
                update={
                    "fields": fields.model_copy(
                        update={"returned": {actor: count, missing: count}}
                    ),
                    "grounding": {
                        **claim.grounding,
                        f"returned.{missing}": line.tape.span(*same.span()),
                    },
                    "span": claim.span.hull(line.sentence.span),
                }
            )
    return claim


_STAGES = (
    {Status.COMPLETED, Status.ONGOING, Status.REPORTED},
    {Status.AGREED, Status.SCHEDULED},
    {Status.PROPOSED, Status.DEMANDED},
    {Status.REJECTED, Status.DENIED, Status.FAILED},
)


def _stage(status: Status) -> int:
    return next(number for number, stage in enumerate(_STAGES) if status in stage)


def _same(full: Claim, claim: Claim) -> bool:
    """Whether two claims speak of one exchange: nothing differs, and something ties them."""
    mine, theirs = _fields(full), _fields(claim)
    if set(mine.parties) != set(theirs.parties) or not _nothing_differs(full, claim):
        return False
    stages = {_stage(full.status), _stage(claim.status)}
    counted = set(mine.returned or {}) & set(theirs.returned or {})
    if len(stages) > 1 and (not counted or 3 in stages):
        return False
    tied = _marks(full) & _marks(claim) or not _marks(claim) or not _marks(full)
    return bool(tied) or claim.again or full.again or _adjoining(full.span, claim.span)


def _nothing_differs(full: Claim, claim: Claim) -> bool:
    mine, theirs = _fields(full), _fields(claim)
    pairs = [
        (getattr(mine, name), getattr(theirs, name)) for name in ("formula", "ordinal", "total")
    ]
    pairs.append((full.date, claim.date))
    ours, others = mine.returned or {}, theirs.returned or {}
    pairs += [(ours[side], others[side]) for side in set(ours) & set(others)]
    return all(one is None or other is None or _agree(one, other) for one, other in pairs)


def _marks(claim: Claim) -> set[str]:
    """By what an exchange can be told from others."""
    fields = _fields(claim)
    names = ("returned", "total", "formula", "ordinal", "agreed_at")
    marks = {name for name in names if getattr(fields, name) is not None}
    marks |= set(fields.categories) - {"pow", "hostage"}
    return marks | ({"date"} if claim.date else set())


def _adjoining(one: Span, other: Span) -> bool:
    return 0 <= max(one.start, other.start) - min(one.end, other.end) <= 1


def _agree(one: object, other: object) -> bool:
    """Whether two values can be one: equal, or one count within the other's bounds."""
    if not (isinstance(one, Count) and isinstance(other, Count)):
        return one == other
    return one == other or _within(one, other) or _within(other, one)


def _within(exact: Count, loose: Count) -> bool:
    best = exact.best
    if best is None or loose.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    return (loose.low is None or loose.low <= best) and (loose.high is None or best <= loose.high)


KIND = Kind(PrisonerExchange.kind, VERSION, _read, _same)
