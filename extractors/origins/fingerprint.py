"""The MinHash signature of an article's text, by which near-duplicates are looked up in SQL.

The library is rensa: on the two cores that this was written on its import takes 1.2 ms and a
signature of 500 shingles 7 µs (datasketch 2.0: 490 ms and 370 µs, and it brings numpy and scipy,
190 MB; rensa has 1.2 MB and no dependency). Its signatures depend on the words and the seed alone,
not on process, hash seed, order or processor; rensa 0.5 changed them against 0.4, so the minor
version is pinned, and a test holds a signature to the last digit.

Signatures are for finding candidates only. Two texts of which a share J of all shingles is common
agree in both slots of at least one band with the probability 1 - (1 - J²)^64: 0.998 for J = 0.3,
0.98 for a quarter of an article, 0.93 for a fifth, 0.47 for a tenth; whether one is a copy is then
told from the words themselves (copying.py). Known gap: a cutting of less than a sixth of an article
may stay unseen.
"""

from __future__ import annotations

from extractors.origins import VERSION
from extractors.origins.wording import shingles_of
from extractors.values import Value

SLOTS = 128
BAND = 2  # slots of a band: texts that agree in all slots of a band are candidates
_SEED = 20250723


class Fingerprint(Value):
    """The signature of an article's text."""

    article_id: str
    version: int
    signature: tuple[int, ...]  # SLOTS numbers of 32 bits; empty for a text without words


def fingerprint_of(article_id: str, text: str) -> Fingerprint:
    """The fingerprint of an article's text, by the present version."""
    return Fingerprint(article_id=article_id, version=VERSION, signature=_signature(text))


def _signature(text: str) -> tuple[int, ...]:
    from rensa import RMinHash

    shingles = shingles_of(text)
    if not shingles:
        return ()
    sketch = RMinHash(num_perm=SLOTS, seed=_SEED)
    sketch.update(shingles)
    return tuple(sketch.digest())
