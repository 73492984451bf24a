"""The README's query gives what the README prints; `python -m tests.test_readme` prints it anew."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
_EXAMPLE = re.compile(
    r'(?P<command>parley sql "[^"]+")\n```\n\n<!-- output -->\n```text\n(?P<output>.*?)```',
    re.DOTALL,
)


def _example() -> re.Match[str]:
    match = _EXAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert match, "README.md has no query followed by <!-- output --> and a text block"
    return match


def _answer(command: str, home: Path) -> str:
    parley = [str(Path(sys.executable).with_name("parley")), "--home", str(home)]
    plain = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}
    plain.pop("PREFECT_API_URL", None)
    subprocess.run([*parley, "ingest", "seeds/articles"], cwd=ROOT, env=plain, check=True)
    done = subprocess.run(
        [*parley, *shlex.split(command)[1:]],
        cwd=ROOT,
        env=plain,
        check=True,
        capture_output=True,
        text=True,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip().splitlines())


def test_the_query_of_the_readme_gives_what_it_prints(tmp_path: Path) -> None:
    example = _example()
    assert _answer(example["command"], tmp_path / "home") == example["output"]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(_answer(_example()["command"], Path(folder) / "home"))
