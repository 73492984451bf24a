"""Flips or cuts random bytes in log, raw pages and snapshot; each must be found, or be harmless.

    python -m tests.crash.damage [--count N] [--seed S] [--layer log|pages|snapshot]

Each time one byte of one file is flipped in one to eight bits, or the file is cut there. The doctor
must name that file, or else every row of every table must be what it was (a byte of a block that
the database does not use). What was found is repaired from the layer below:

- snapshot: `parley rebuild` gives the same rows from the log;
- log: the batches of that run and the snapshot are moved away, and their pages.warc.gz, read as a
  source of the kind "warc", gives the same facts again (every tenth time: it takes longest);
- pages: nothing lies below. No row is touched, and the file comes from a backup.
"""

# ruff: noqa: T201  # what a command prints is its result

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from extractors.page import ManifestEntry, Page
from flows import runs
from flows.archives import list_archives
from flows.settings import Settings
from flows.sources import WarcSource
from tests.crash.children import Child, in_child
from tests.crash.steps import PAGES, InlineWorkers, warm_up
from tests.warehouse.made_batches import dump
from warehouse.doctor import Finding, Level, examine
from warehouse.home import Home
from warehouse.pages import write_pages
from warehouse.publishing import rebuild
from warehouse.snapshot import connect

Rows = dict[str, list[tuple[object, ...]]]
_LAYERS = {"log": "log/*/*[!z]", "pages": "log/*/*.warc.gz", "snapshot": "warehouse.duckdb"}
_REREAD_EVERY = 10


class Damage(NamedTuple):
    """One byte of one file."""

    number: int
    layer: str
    file: str  # relative to the home
    position: int
    flipped_bits: int | None  # None: the file is cut there

    def do(self, home: Path) -> None:
        path = home / self.file
        content = bytearray(path.read_bytes())
        if self.flipped_bits is None:
            del content[self.position :]
        else:
            content[self.position] ^= self.flipped_bits
        path.write_bytes(content)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash.damage")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--layer", choices=list(_LAYERS))
    options = parser.parse_args(arguments)
    warm_up()
    with tempfile.TemporaryDirectory(prefix="parley-damage-") as folder:
        return _report(_done(Path(folder), options))


def _done(folder: Path, options: argparse.Namespace) -> list[tuple[Damage, str]]:
    """Each damage with what became of it; what begins with an exclamation mark must not be."""
    sound = folder / "sound" / "home"
    in_child(partial(_prepare, sound))
    rows = in_child(partial(dump, Home.open(sound)))
    facts = in_child(partial(_facts, sound))
    done = []
    for damage in _damages(sound, options):
        home = folder / "home"
        shutil.copytree(sound, home)
        damage.do(home)
        ended = Child(partial(_looked_at, damage, home, rows, facts)).wait()
        done.append((damage, ended.value or f"! the doctor ended with {ended.code}"))
        shutil.rmtree(home)
        if done[-1][1].startswith("!"):
            print(*done[-1], flush=True)
    return done


def _prepare(home: Path) -> None:
    """Each page is a run of its own, read from a WARC file as if it were from the web."""
    home.parent.mkdir()
    for name, text in PAGES.items():
        page = Page(
            reference=f"https://example.org/{name}",
            url=f"https://example.org/{name}",
            content=text.encode(),
            media_type="text/plain",
            fetched_at=datetime(2025, 7, 25, tzinfo=UTC),
        )
        archive = home.with_name(f"{name}.warc.gz")
        write_pages(archive, [page])
        _ingest_archive(home, archive)


def _ingest_archive(home: Path, archive: Path) -> None:
    """`parley backfill NAME`, of a source of the kind "warc"."""
    runs.Workers = InlineWorkers  # type: ignore[assignment, misc]
    settings = Settings(home=home)
    source = WarcSource(name="kept", kind="warc", path=str(archive))
    refs = list_archives(archive, source, ManifestEntry(), settings)
    runs.ingest_refs("backfill", lambda _web: refs, settings).check()


def _damages(sound: Path, options: argparse.Namespace) -> list[Damage]:
    die = random.Random(options.seed)  # noqa: S311  # reproducible, no secret
    layers = [options.layer] if options.layer else list(_LAYERS)
    damages = []
    for number in range(options.count):
        layer = layers[number % len(layers)]
        path = die.choice(sorted(sound.glob(_LAYERS[layer])))
        position = die.randrange(path.stat().st_size)
        bits = None if die.random() < 0.2 else die.randrange(1, 256)
        damages.append(Damage(number, layer, str(path.relative_to(sound)), position, bits))
    return damages


def _looked_at(damage: Damage, home: Path, rows: Rows, facts: list[str]) -> str:
    opened = Home.open(home)
    bad = [finding for finding in examine(opened) if finding.level is Level.DAMAGE]
    if not bad:
        return "harmless" if dump(opened) == rows else "! not found, and rows are lost or altered"
    if not any(_names(finding, home / damage.file) for finding in bad):
        return f"! found, but {damage.file} is not named: {bad}"
    if damage.layer == "snapshot":
        rebuild(opened)
        return "rebuilt" if dump(opened) == rows else "! rebuilt with other rows"
    if dump(opened) != rows:
        return "! the snapshot lost rows"
    if damage.layer == "log" and damage.number % _REREAD_EVERY == 0:
        return _reread(home, Path(damage.file).parts[1], facts)
    return "found"


def _names(finding: Finding, path: Path) -> bool:
    return str(path) in f"{finding.subject} {finding.message}"


def _reread(home: Path, batch_id: str, facts: list[str]) -> str:
    """As the doctor says where there is no backup."""
    aside, run_id = home.with_name("aside"), batch_id[23 : batch_id.rindex("-")]
    aside.mkdir()
    for moved in (*home.glob(f"log/*-{run_id}-*"), home / "warehouse.duckdb"):
        shutil.move(moved, aside)
    for pages in sorted(aside.glob("*/pages.warc.gz")):
        _ingest_archive(home, pages)
    found = _facts(home)
    shutil.rmtree(aside)
    return "read again" if found == facts else "! read again with other facts"


def _facts(home: Path) -> list[str]:
    with connect(Home.open(home)) as connection:
        rows = connection.execute("SELECT fact_id FROM current_facts ORDER BY 1").fetchall()
    return [fact_id for (fact_id,) in rows]


def _report(done: Sequence[tuple[Damage, str]]) -> int:
    counts = Counter((damage.layer, answer.partition(":")[0]) for damage, answer in done)
    for (layer, answer), count in sorted(counts.items()):
        print(f"{layer:10} {answer:45} {count:5}")
    wrong = sum(answer.startswith("!") for _, answer in done)
    print(f"{len(done)} damages, {wrong} of them not as they should be")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
