"""Whether a text has one of a source's topic words: a filter by words, before anything is fetched
or parsed. What has none is not listed. Known gap: words in another language than the topic's.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


def is_about(topic: tuple[str, ...], text: str) -> bool:
    """Whether a word of the text begins with one of the topic's (`swap` is in `swaps`, not in
    `unswapped`); without a topic everything is wanted. Addresses count as their words.
    """
    return not topic or _pattern(topic).search(_in_words(text)) is not None


@lru_cache
def _pattern(topic: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(f" {_in_words(it).strip()}") for it in topic))


def _in_words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold().replace('_', ' ')))} "
