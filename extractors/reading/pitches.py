"""The pitch for another story that ends many articles: "The Times also reports that …".

It is told apart from a last fact of the story by its names: a pitch shares none with what came
before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.article import BlockKind
from extractors.reading.blocks import Block

_REPORTS = r"(?:reports?|reported|wrote|writes|noted|informed|covered)"
_WHEN = r"(?:also|earlier|previously|recently|had earlier|has also|has previously|had previously)"
_OUTLET = r"(?P<outlet>(?:The )?[A-Z][\w.&'’-]{1,25}(?: [A-Z][\w.&'’-]{1,25}){0,4})"
_PITCHES = (
    re.compile(
        rf"(?:(?:Earlier|Previously|Meanwhile|Separately|Also|As), )?{_OUTLET} {_WHEN} {_REPORTS}\b"
    ),
    re.compile(
        rf"(?:As )?(?:[Ee]arlier|[Pp]reviously)(?: this \w{{1,10}})?,? {_OUTLET} {_REPORTS}\b"
    ),
)
_NAME = re.compile(r"(?<![.!?] )(?<!\A)\b[A-Z][\w’'-]{2,30}")


def drop_pitch(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the last kept one removed if it is a pitch for another story."""
    result = list(blocks)
    kept = [rank for rank, block in enumerate(blocks) if block.kind is None]
    if len(kept) < 3:
        return result
    last = blocks[kept[-1]]
    if (found := _pitch(last)) and _is_elsewhere(found, last, blocks):
        result[kept[-1]] = last.removed(BlockKind.RELATED, "pitch_for_another_story")
    return result


def pitching_outlet(blocks: Sequence[Block]) -> str | None:
    """The outlet that names itself in such a pitch."""
    pitches = (_pitch(block) for block in blocks if block.rule == "pitch_for_another_story")
    return next((pitch["outlet"] for pitch in pitches if pitch), None)


def _pitch(block: Block) -> re.Match[str] | None:
    return next((found for pattern in _PITCHES if (found := pattern.match(block.text))), None)


def _is_elsewhere(found: re.Match[str], last: Block, blocks: Sequence[Block]) -> bool:
    """Whether the names after the outlet's own occur nowhere in the story before."""
    names = {_stem(name) for name in _NAME.findall(last.text, found.end())}
    story = " ".join(b.text for b in blocks if b.kind is None and b is not last)
    told = {_stem(name) for name in re.findall(r"[A-Z][\w’'-]{2,30}", story)}
    own = {_stem(word) for word in found[0].split()}
    return bool(names) and not (names - own) & told


def _stem(name: str) -> str:
    return re.split("['’]", name)[0].casefold()
