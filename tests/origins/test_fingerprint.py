"""Fingerprints are the same everywhere, and near-duplicates meet in a band; groups of pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.origins.fingerprint import BAND, SLOTS, fingerprint_of
from extractors.origins.grouping import groups
from tests.origins.test_copying import PAIRS

SENTENCE = "Russia and Ukraine swapped 250 prisoners of war each on Wednesday, officials said."


def bands(text: str) -> set[tuple[int, ...]]:
    signature = fingerprint_of("any", text).signature
    return {(at, *signature[at : at + BAND]) for at in range(0, len(signature), BAND)}


def test_a_signature_is_the_same_on_every_machine() -> None:
    """Stored signatures are compared with new ones: other numbers here need a new VERSION."""
    signature = fingerprint_of("any", SENTENCE).signature
    assert len(signature) == SLOTS
    assert signature[:4] == (3361368016, 3248314958, 816219962, 3305880640)
    assert fingerprint_of("any", SENTENCE.upper().replace(",", "")).signature == signature


def test_a_text_without_words_has_an_empty_signature() -> None:
    assert fingerprint_of("any", "… — !").signature == ()


def test_every_copy_of_the_table_is_a_candidate() -> None:
    copies = [(why, taker, source) for why, taker, source, _, is_one in PAIRS if is_one]
    missed = [
        why
        for why, taker, source in copies
        if not bands("\n\n".join(taker)) & bands("\n\n".join(source))
    ]
    assert missed == []


NAMES = st.sampled_from("abcdefgh")


@given(pairs=st.lists(st.tuples(NAMES, NAMES)), shuffled=st.randoms())
def test_groups_do_not_depend_on_the_order_of_pairs(
    pairs: list[tuple[str, str]],
    shuffled: object,
) -> None:
    found = groups("abcdefgh", pairs)
    again = pairs[:]
    shuffled.shuffle(again)  # type: ignore[attr-defined]
    assert groups("abcdefgh", again) == found
    assert all(found[one] == found[other] for one, other in pairs)
    assert all(name in found[name] for name in "abcdefgh")
    assert sum(1 / len(found[name]) for name in "abcdefgh") >= 8 - len(set(pairs)) - 1e-9
