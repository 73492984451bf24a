"""Articles that have their words from one another, through however many hands, as groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def groups(
    members: Iterable[str], pairs: Iterable[tuple[str, str]]
) -> Mapping[str, frozenset[str]]:
    """Each member with all that pairs connect it to, itself included; pairs are of members."""
    group_of = {member: {member} for member in members}
    for one, other in pairs:
        smaller, larger = sorted((group_of[one], group_of[other]), key=len)
        if smaller is larger:
            continue
        larger |= smaller
        group_of |= dict.fromkeys(smaller, larger)
    frozen = {id(group): frozenset(group) for group in group_of.values()}
    return {member: frozen[id(group)] for member, group in group_of.items()}
