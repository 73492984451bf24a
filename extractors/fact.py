"""A fact: one thing that one article asserts, with its place in the text and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from pydantic import Field, SerializeAsAny, computed_field, field_validator

from extractors.article import content_hash
from extractors.values import DateBasis, Edtf, Span, Value


class Status(StrEnum):
    """How far the thing had come, as the sentence tells it."""

    PROPOSED = "proposed"
    DEMANDED = "demanded"
    THREATENED = "threatened"
    AGREED = "agreed"
    SCHEDULED = "scheduled"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    REJECTED = "rejected"
    FAILED = "failed"
    DENIED = "denied"
    ESTIMATED = "estimated"
    REPORTED = "reported"


class Role(StrEnum):
    SPEAKER = "speaker"
    BODY = "body"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"


class SilenceReason(StrEnum):
    """What a sentence without a fact lacks, as far as a glance shows."""

    IN_QUOTATION = "in_quotation"  # the words stand within somebody's quotation
    NO_COUNT = "no_count"  # a trigger, and nobody is counted
    COUNT_WITHOUT_UNIT = "count_without_unit"  # a number, and not of what the kind counts
    ACTOR_UNRESOLVED = "actor_unresolved"  # fewer known actors or persons than it takes
    NO_RULE = "no_rule"  # all seems there: the wording is not known yet


class Attribution(Value):
    """One hop of who says so; the chain runs nearest first."""

    name: str
    role: Role
    span: Span


#: The words that support a value, or (a derived value) the names of the fields it came from.
Ground = Span | str


class Fields(Value):
    """Base of the fields of a kind. Every field may be None unless its kind requires it."""

    kind: ClassVar[str]


class Mention(Value):
    """One place where the article says it: `text[span] == quote`."""

    span: Span
    quote: str
    rule: str


class Fact(Value):
    """One fact in the envelope that all kinds share (FACTS.md, "Envelope")."""

    article_id: str
    status: Status
    date: Edtf | None = None
    date_basis: DateBasis = DateBasis.NONE
    fields: SerializeAsAny[Fields]
    grounding: Mapping[str, Ground]
    attribution: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = Field(min_length=1)  # the fullest first: it carries the fact
    confidence: float = Field(ge=0, le=1)  # of its kind's facts: see reliability.py
    extractor: str
    extractor_version: int

    @field_validator("grounding")
    @classmethod
    def _sorted(cls, grounding: Mapping[str, Ground]) -> Mapping[str, Ground]:
        return dict(sorted(grounding.items()))

    @property
    def kind(self) -> str:
        return self.fields.kind

    @property
    def span(self) -> Span:
        return self.mentions[0].span

    @property
    def quote(self) -> str:
        return self.mentions[0].quote

    @property
    def rule(self) -> str:
        return self.mentions[0].rule

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know pydantic's stacking
    @property
    def fact_id(self) -> str:
        """Hash of article, extractor, version, kind, values and span; never of run or time."""
        values = self.model_dump(mode="json", include={"status", "date", "fields", "attribution"})
        return content_hash(
            self.article_id, self.extractor, self.extractor_version, self.kind, values, self.span
        )


class Silence(Value):
    """A sentence that speaks of a kind without giving a fact of it."""

    span: Span
    reason: SilenceReason
    pattern: str  # the trigger with a word on either side; numbers and names as {count}, {actor}


class Extraction(Value):
    """What one version of one extractor read from an article; no facts is an answer too."""

    article_id: str
    extractor: str
    extractor_version: int
    facts: tuple[Fact, ...]
    silences: tuple[Silence, ...] = ()
