"""Whether two titles of one person are one office said in two ways."""

from __future__ import annotations

import re

_SAME_WORD = {
    "defense": "defence",
    "advisor": "adviser",
    "aide": "adviser",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "pm": "premier",
    "top": "chief",
    "lead": "chief",
    "main": "chief",
    "leading": "chief",
    "chair": "chairman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "representative": "envoy",
    "boss": "chief",
}
_SAME_OFFICE = (
    (re.compile(r"\bprime minister\b"), "premier"),
    (re.compile(r"\btop diplomat\b"), "foreign minister"),
    (re.compile(r"\b(?:minister of|minister for) foreign affairs\b"), "foreign minister"),
    (re.compile(r"\bsecretary[- ]general\b"), "secretary"),
    (re.compile(r"\bcommander[- ]in[- ]chief\b"), "commander"),
)
#: Whoever heads a delegation negotiates for it.
_NEGOTIATOR = re.compile(r"\bdelegation\b|\b(?:chief|lead|top|main|leading|senior) negotiator\b")
_SMALL = frozenset({"of", "the", "for", "to", "and", "at", "in", "on", "'s", "ministry", "a"})
#: What people call whoever has any office of weight: the same as the one that is named.
_TOP = frozenset({"leader", "chief", "head", "official", "senior"})
_BELOW = frozenset({"deputy", "vice", "assistant", "under-secretary", "former"})


def is_same_office(one: str, other: str) -> bool:
    """ "minister" and "foreign minister", "lead negotiator" and "head of the delegation"."""
    mine, theirs = _words(one), _words(other)
    if mine & _BELOW != theirs & _BELOW:
        return False
    return mine <= theirs or theirs <= mine or _is_top(mine) or _is_top(theirs)


def is_vague(title: str) -> bool:
    """Whether a title names no office of its own: "the Russian leader", "a Hamas official"."""
    return _is_top(_words(title))


def _is_top(words: frozenset[str]) -> bool:
    return words <= _TOP


def _words(title: str) -> frozenset[str]:
    if _NEGOTIATOR.search(title):
        return frozenset({"negotiator"})
    for rule, office in _SAME_OFFICE:
        title = rule.sub(office, title)
    words = (_SAME_WORD.get(word, word) for word in re.findall(r"[\w'-]+", title))
    return frozenset(words) - _SMALL
