"""When a read value is right: persons by their surname, wordings by their words, sets as sets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

#: What a fact of each kind must have right to count as strictly right.
CORE: Mapping[str, tuple[str, ...]] = {
    "talks": ("parties", "ordinal", "city", "date"),
    "prisoner_exchange": ("parties", "returned", "total", "formula"),
    "captives_returned": ("side", "count"),
    "remains_repatriation": ("parties", "returned"),
    "ceasefire": ("proposer", "scope", "duration_hours"),
    "meeting_proposal": ("proposer", "by_date"),
    "ultimatum": ("issuer", "target", "days"),
    "sanctions": ("issuer", "target"),
    "demand": ("issuer", "action", "territories"),
    "proposal": ("proposer", "subject", "number"),
    "casualty_estimate": ("side", "count", "measure"),
    "role": ("person", "organisation"),
    "statement": ("speaker", "words"),
    "military_aid": ("recipient",),
    "territorial_claim": ("claimant", "territories", "action"),
}
#: Kinds whose date is a slot; in the others it is a remark.
DATED = frozenset(
    {"talks", "prisoner_exchange", "remains_repatriation", "territorial_claim", "ceasefire"}
)
#: Sets that must be met exactly, and those of which gold names the members that must be there.
_SETS = frozenset({"parties", "mediators", "territories", "donors"})
_OPEN_SETS = frozenset({"categories", "consequences", "sectors"})
_NAME_SETS = frozenset({"participants", "estimators"})
_PERSONS = frozenset({"issuer_person", "person", "speaker", "heads"})
_WORDINGS = frozenset(
    {"words", "venue", "place", "title", "purpose", "condition", "demand", "items", "under"}
    | {"organisation"}
)


def plain(value: object) -> str:
    """Letters and figures only, without accents and case."""
    bare = unicodedata.normalize("NFKD", str(value)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def is_right(field: str, gold: Any, value: Any) -> bool:
    """Whether a read value fills the slot; mappings may have more entries than gold names."""
    if isinstance(gold, dict) and "qualifier" not in gold and isinstance(value, Mapping):
        return set(gold) <= set(value) and all(
            any(_same(field, one, value[key]) for one in _alternatives(wanted))
            for key, wanted in gold.items()
        )
    return _same(field, gold, value)


def _alternatives(gold: Any) -> list[Any]:
    return gold if isinstance(gold, list) else [gold]


def _same(field: str, gold: Any, value: Any) -> bool:
    if isinstance(gold, list) and not _is_set(field, gold):
        return any(_same(field, one, value) for one in gold)
    if gold is None or value is None:
        return gold is None and value is None
    if isinstance(gold, dict):
        return _same_mapping(field, gold, value)
    if isinstance(gold, list):
        return _same_set(field, gold, _alternatives(value))
    if field in _PERSONS:
        return same_person(gold, value)
    if field in _WORDINGS:
        return same_wording(gold, value)
    if isinstance(gold, str) and isinstance(value, str):
        return plain(gold) == plain(value)
    return bool(gold == value)


def _is_set(field: str, gold: list[Any]) -> bool:
    """A list of lists holds alternatives, each a set."""
    is_plain = not (gold and isinstance(gold[0], list))
    return is_plain and field in _SETS | _OPEN_SETS | _NAME_SETS


def _same_mapping(field: str, gold: dict[str, Any], value: Any) -> bool:
    if "qualifier" in gold:
        return _same_count(gold, value)
    return (
        isinstance(value, Mapping)
        and set(gold) == set(value)
        and all(_same(field, gold[key], value[key]) for key in gold)
    )


def _same_count(gold: dict[str, Any], value: Any) -> bool:
    if not isinstance(value, Mapping):
        return bool(gold.get("best") == value and gold["qualifier"] == "exact")
    return all(gold.get(bound) == value.get(bound) for bound in ("low", "best", "high"))


def _same_set(field: str, gold: list[Any], value: list[Any]) -> bool:
    if field in _NAME_SETS:
        return all(
            any(same_wording(one, it) or same_person(one, it) for it in value) for one in gold
        )
    wanted, read = {plain(one) for one in gold}, {plain(one) for one in value}
    return wanted <= read if field in _OPEN_SETS else wanted == read


def same_person(gold: object, value: object) -> bool:
    """One surname, or one name within the other: "Umerov" is Rustem Umerov."""
    one, other = plain(gold).split(), plain(value).split()
    if not one or not other:
        return False
    return one[-1] == other[-1] or set(one) <= set(other) or set(other) <= set(one)


def same_wording(gold: object, value: object) -> bool:
    """One wording within the other."""
    one, other = plain(gold), plain(value)
    return bool(one and other) and (one in other or other in one)
