"""Sanctions that stand in a list of what is to be done: "promises to keep X out and lift them"."""

from __future__ import annotations

import re

from extractors.parsing.line import Line


def is_to_be_done(line: Line, start: int, verb: str) -> bool:
    """Whether a verb in its base form goes on a list of infinitives: nothing was done."""
    before = line.text, max(0, start - _FAR), start
    return bool(_BASE.fullmatch(verb)) and bool(_TO_DO.search(*before))


_FAR = 120  # places before a verb in which its list opens
_BASE = re.compile(r"lift|ease|remove|waive|impose|adopt|introduce|end|drop|extend")
_TO_DO = re.compile(r"\b(?:to|will|would|could|should|may) [a-z]+ [^.;]{1,90},(?: and| or)? \Z")
