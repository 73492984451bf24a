"""What a sentence only leaves open is told as no fact; what it presupposes is."""

from __future__ import annotations

import pytest

from extractors.parsing.asserting import open_stretches

OPEN = (
    "the kremlin did not say whether the swap took place",
    "officials declined to confirm whether the truce was in force",
    "it is unclear if the talks were held",
    "it remains to be seen whether the deadline was met",
    "the statement did not suggest that the leader had agreed to the truce",
    "rumours persisted that the general had been freed",
    "he stayed away instead of agreeing to the truce",
    "neither readout mentioned any demand for land",
)
TOLD = (
    "the kremlin did not say when the swap took place",
    "the kremlin said the swap took place",
    "rather than accept the truce, he proposed talks",
    "it is unclear why the talks were broken off",
    "it is unclear if more will follow, but the swap took place",
)


def _last(text: str) -> int:
    return len(text) - 1


@pytest.mark.parametrize("text", OPEN)
def test_left_open(text: str) -> None:
    assert any(stretch.holds(_last(text)) for stretch in open_stretches(text))


@pytest.mark.parametrize("text", TOLD)
def test_told(text: str) -> None:
    assert not any(stretch.holds(_last(text)) for stretch in open_stretches(text))
