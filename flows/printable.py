"""Text from pages made safe for a terminal: what would move the cursor, turn the reading order or
stay unseen is shown as a visible sign instead. What is stored stays as it was.
"""

from __future__ import annotations

_C0 = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}  # ␀ ␁ …
_HIDDEN = (
    *range(0x7F, 0xA0),  # DEL and C1: 0x9B is another ESC [
    *(0xAD, 0x061C, 0x180E, 0xFEFF),  # soft hyphen, marks of direction, zero width no-break space
    *range(0x200B, 0x2010),  # zero width and marks of direction
    *range(0x2028, 0x202F),  # separators of lines and paragraphs, embeddings, overrides
    *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xD800, 0xE000),  # surrogates
    *range(0xE0000, 0xE0080),  # tags
)
_SIGNS = _C0 | dict.fromkeys(_HIDDEN, 0xFFFD)


def printable(text: str) -> str:
    """The text without control characters; one sign stands for each, so offsets stay true."""
    return text.translate(_SIGNS)
