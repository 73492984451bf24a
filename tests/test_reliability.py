"""What a fact's confidence says."""

from __future__ import annotations

from itertools import pairwise

from extractors.extracting import VERSIONS
from extractors.reliability import MEASURED, confidence


def test_every_kind_is_measured_and_no_other() -> None:
    assert set(MEASURED) == set(VERSIONS)


def test_no_kind_is_held_to_be_infallible_or_worthless() -> None:
    assert all(0 < confidence(kind) < 1 for kind in MEASURED)


def test_a_kind_that_was_right_more_often_is_trusted_more() -> None:
    by_share = sorted(
        MEASURED, key=lambda kind: (MEASURED[kind].right + 1) / (MEASURED[kind].read + 2)
    )
    assert all(confidence(less) <= confidence(more) for less, more in pairwise(by_share))
    assert len({confidence(kind) for kind in MEASURED}) > 1
