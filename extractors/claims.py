"""A claim: what one sentence says of one thing, before its mentions are merged into a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extractors.fact import Attribution, Fact, Fields, Ground, Mention, Status
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.history import tells_of_long_ago
from extractors.parsing.line import Line
from extractors.parsing.patterns import Pattern
from extractors.reliability import confidence
from extractors.values import DateBasis, Span, Value


class Claim(Value):
    """One mention of one thing with all that its words support."""

    status: Status
    fields: Fields
    grounding: Mapping[str, Ground]
    span: Span  # the sentence or adjoining sentences
    rule: str
    attribution: tuple[Attribution, ...] = ()
    date: str | None = None
    date_basis: DateBasis = DateBasis.NONE
    again: bool = False  # "the exchange", "this swap": one that was named before
    answers: bool = False  # what another side says to it: never the main mention
    asserted: bool = True  # not only left open: "did not say whether …"

    @property
    def fullness(self) -> int:
        """How much the claim states: a value counts one, each entry of a mapping one more."""
        stated = [value for _, value in self.fields if value not in (None, ())]
        entries = sum(len(value) for value in stated if isinstance(value, Mapping))
        return len(stated) + entries + (self.date is not None)


class Kind(NamedTuple):
    """A kind of fact: its name, the version of its rules, and how it reads a document.

    An article whose text, in small letters, lacks its `trigger` has no fact of the kind.
    """

    name: str
    version: int
    trigger: Pattern
    read: Callable[[Document], Iterable[Claim]]
    same: Callable[[Claim, Claim], bool]
    of_any_time: bool = False  # told of wars of long ago too: who holds an office, what was said


class Slots:
    """The values of a claim as they are found, each with the words that support it."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.grounding: dict[str, Ground] = {}

    def put(self, field: str, value: object, ground: Ground) -> None:
        """Fill a field; the first value stays."""
        if field not in self.values:
            self.values[field] = value
            self.grounding[field] = ground

    def member(self, field: str, member: str, ground: Ground) -> None:
        """Add a member to a set."""
        if member not in self.values.setdefault(field, ()):
            self.values[field] = tuple(sorted((*self.values[field], member)))
            self.grounding[f"{field}.{member}"] = ground

    def entry(self, field: str, key: str, value: object, ground: Ground) -> None:
        """Add an entry to a mapping; the first value of a key stays."""
        entries = self.values.setdefault(field, {})
        if key not in entries:
            self.values[field] = {**entries, key: value}
            self.grounding[f"{field}.{key}"] = ground

    def date(self, mention: DateMention) -> None:
        """Fill the date of the claim."""
        self.put("date", mention.edtf, mention.span)
        self.values.setdefault("date_basis", mention.basis)

    def redate(self, edtf: str | None) -> None:
        """Put another date for the one that was read, or none."""
        if edtf:
            self.values["date"] = edtf
            return
        for name in ("date", "date_basis"):
            self.values.pop(name, None)
        self.grounding.pop("date", None)

    def claim(
        self,
        fields: type[Fields],
        standing: tuple[Status, Span],
        place: tuple[Line, int],
        rule: str,
        *,
        again: bool = False,
        answers: bool = False,
    ) -> Claim:
        """The claim that these values make; `place` is the trigger's line and place on its tape."""
        line, at = place
        envelope = {
            name: self.values.pop(name) for name in ("date", "date_basis") if name in self.values
        }
        return Claim(
            status=standing[0],
            fields=fields(**self.values),
            grounding={"status": standing[1], **self.grounding},
            span=line.sentence.span,
            rule=rule,
            attribution=line.attribution(at),
            again=again,
            answers=answers,
            asserted=line.asserts(at),
            **envelope,
        )


def facts_of(kind: Kind, document: Document) -> Iterator[Fact]:
    """Read, merge the mentions of each thing, and put each thing into the envelope of a fact.

    The beginning of a walled article gives none: what it says may be taken back behind the wall;
    the history of a war of long ago gives no deeds.
    """
    if document.article.is_partial or not kind.trigger.search(document.lowered):
        return
    if not kind.of_any_time and tells_of_long_ago(document):
        return
    groups: list[list[Claim]] = []
    asserted = (claim for claim in kind.read(document) if claim.asserted)
    for claim in sorted(asserted, key=_leading):
        homes = [group for group in groups if kind.same(group[0], claim)]
        home = min(homes, key=lambda group: _nearness(group[0], claim), default=None)
        if home is None:
            groups.append([claim])
        else:
            home[:] = [_joined(home[0], claim), *home[1:], claim]
    for group in sorted(groups, key=lambda group: group[0].span):
        yield _fact(kind, document, group)


def _leading(claim: Claim) -> tuple[bool, int, Span]:
    """The order in which mentions lead: an answer never does, the fuller one before others."""
    return claim.answers, -claim.fullness, claim.span


def _nearness(main: Claim, claim: Claim) -> tuple[bool, int, int]:
    """Of several things the one with the same figures, else the nearest, counted in characters;
    what is named "again" stood before."""
    apart = max(main.span.start, claim.span.start) - min(main.span.end, claim.span.end)
    behind = claim.again and main.span.start > claim.span.start
    return behind, -_figures_shared(main.fields, claim.fields), apart


def _figures_shared(mine: Fields, theirs: Fields) -> int:
    """How many entries of mappings two things have in common."""
    return sum(
        value == getattr(theirs, name).get(key)
        for name, values in mine
        if isinstance(values, Mapping) and isinstance(getattr(theirs, name), Mapping)
        for key, value in values.items()
    )


def _joined(full: Claim, more: Claim) -> Claim:
    """The fuller claim with what only the other one states, entry by entry, member by member."""
    added = {
        name: joined
        for name, value in more.fields
        if (joined := _value_joined(getattr(full.fields, name), value)) is not None
    }
    grounding = {
        field: ground
        for field, ground in more.grounding.items()
        if field.split(".")[0] in added or (field == "date" and full.date is None)
    }
    return full.model_copy(
        update={
            "fields": full.fields.model_copy(update=added),
            "grounding": {**grounding, **full.grounding},
            "date": full.date or more.date,
            "date_basis": full.date_basis if full.date else more.date_basis,
        }
    )


def _value_joined(mine: object, theirs: object) -> object:
    """What a value becomes by another mention's; None: it stays as it is."""
    if theirs in (None, ()):
        return None
    if mine in (None, ()):
        return theirs
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping) and not set(theirs) <= set(mine):
        return {**theirs, **mine}
    if isinstance(mine, tuple) and isinstance(theirs, tuple) and not set(theirs) <= set(mine):
        return tuple(sorted({*mine, *theirs}))
    return None


def _told_by(group: Sequence[Claim]) -> tuple[Attribution, ...]:
    """Who says it: the main mention's source, else that of a mention in the sentence before it.

    "Zelenskyy announced an exchange. It is the ninth …": the second sentence goes on with his word.
    """
    main = group[0]
    before = (
        claim.attribution
        for claim in group
        if _goes_before(claim.span, main.span)
        and (claim.status in _UNDONE) == (main.status in _UNDONE)
        and not claim.answers
    )
    return main.attribution or next((chain for chain in before if chain), ())


#: Who says that a thing came to nothing does not vouch for its having been agreed.
_UNDONE = (Status.FAILED, Status.DENIED, Status.REJECTED)


def _goes_before(one: Span, other: Span) -> bool:
    """Whether a sentence stands right before another, in one paragraph."""
    return 0 <= other.start - one.end <= 1


def _fact(kind: Kind, document: Document, group: Sequence[Claim]) -> Fact:
    main, text = group[0], document.article.text
    mentions = {
        claim.span: Mention(span=claim.span, quote=claim.span.of(text), rule=claim.rule)
        for claim in reversed(group)
    }
    ordered = (mentions.pop(main.span), *(mentions[span] for span in sorted(mentions)))
    return Fact(
        article_id=document.article_id,
        status=main.status,
        date=main.date,
        date_basis=main.date_basis,
        fields=main.fields,
        grounding=main.grounding,
        attribution=_told_by(group),
        mentions=ordered,
        confidence=confidence(kind.name),
        extractor=kind.name,
        extractor_version=kind.version,
    )
