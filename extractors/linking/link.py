"""A link: which event a fact belongs to, and by which rule."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from extractors.values import Value


class Basis(StrEnum):
    """Every rule that can make a link or refuse one, in words for those who check it."""

    ALONE = "alone"  # nothing else speaks of it yet, or it is the first fact of its event
    SAME_DAY = "same_day"  # the same day, and nothing that keeps them apart
    SAME_DAY_AND_PLACE = "same_day_and_place"  # and the same city or place
    SAME_SPELL = "same_spell"  # a day within the days that another gives for the whole meeting
    DEADLINE_DAY = "deadline_day"  # ultimatums and meetings due on the same day
    SAME_ROUND = "same_round"  # the same ordinal, told within months of each other
    SAME_FIGURES = "same_figures"  # the same numbers, told within weeks of each other
    SAME_FORMULA = "same_formula"  # the same formula: 1000-for-1000, all-for-all
    SAME_TERMS = "same_terms"  # the same offer: who, what, how long, told within weeks
    SAME_AGREEMENT = "same_agreement"  # deals told of within days, whose numbers are near
    ONLY_ONE_THEN = "only_one_then"  # the one event of the month or week that the fact names
    ONLY_ONE_OPEN = "only_one_open"  # undated; the one event that its article can speak of
    SEVERAL_FIT = "several_fit"  # no event: more than one would do
    TOO_VAGUE = "too_vague"  # no event: neither day nor number nor terms
    NOT_CURRENT = "not_current"  # no event: newer readings or extractors no longer give the fact


class Link(Value):
    """What the rules say of one fact."""

    fact_id: str
    block: str  # kind and sides: facts of different blocks are never of one event
    event_id: str | None  # None: it belongs to no event, and the basis says why
    part_of: str | None = None  # the event that this one is a stage of
    basis: Basis
    linked_with: str | None = None  # a fact of the event that the rule held this one against
    settled_start: date | None = None  # the days of the event, where the fact leaves them open
    settled_end: date | None = None
    settled_from: str | None = None  # the fact that gives them
