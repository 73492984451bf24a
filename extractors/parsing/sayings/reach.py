"""How far a saying reaches in its sentence, and how many of one wording are looked at."""

from __future__ import annotations

from extractors.parsing.sayings.wordings import TAKES_OVER
from extractors.parsing.tape import Tape

MOST = 20  # sayings of one wording that a sentence is read for: bounds the work on hostile text


def end_of_saying(tape: Tape, start: int) -> int:
    """Where another speaker takes over, else the end of the sentence."""
    over = TAKES_OVER.search(tape.text, start)
    return over.start() if over else len(tape.text)
