"""Text in lower case with every letter in its place: spans of the one hold for the other."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINK = re.compile(r"(?:https?://|www\.)\S+")


class Page(NamedTuple):
    """A text, its links blanked, and its lower-case twin of the same length."""

    text: str
    folded: str

    @classmethod
    def of(cls, text: str) -> Page:
        blanked = masked(text)
        return cls(blanked, folded(blanked))

    def before(self, at: int, length: int = 20) -> str:
        return before(self.folded, at, length)

    def capital(self, at: int) -> bool:
        return self.text[at].isupper()


def before(text: str, at: int, length: int) -> str:
    """Up to so many letters before a place: patterns that look back see no more."""
    return text[max(0, at - length) : at]


def masked(text: str) -> str:
    """The text with its links blanked, letter for letter."""
    return _LINK.sub(lambda link: " " * len(link[0]), text)


def folded(text: str) -> str:
    """The text in lower case, letter for letter: 'İ' would otherwise grow and shift every span."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
