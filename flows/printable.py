"""Text from pages made safe for a terminal: what would move the cursor or turn the reading order
is shown as a visible sign instead. What is stored stays as it was.
"""

from __future__ import annotations

_C0 = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}  # ␀ ␁ …
_C1 = dict.fromkeys(range(0x7F, 0xA0), 0xFFFD)
_BIDI = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], 0xFFFD
)
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_SIGNS = _C0 | _C1 | _BIDI | _SURROGATES


def printable(text: str) -> str:
    """The text without control characters; one sign stands for each, so offsets stay true."""
    return text.translate(_SIGNS)
