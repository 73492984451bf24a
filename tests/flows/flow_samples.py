"""Articles to ingest, and the surroundings that commands are started in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]  # a command line → what it did
PARLEY = Path(sys.executable).with_name("parley")

SWAP = """Russia and Ukraine swapped 250 prisoners of war each on Wednesday, officials in Kyiv said.

The exchange took place at the border with Belarus. It was the ninth since May, and the freed
soldiers were taken to hospitals in the Chernihiv region for examination and treatment."""

TALKS = """Delegations of Russia and Ukraine met in Istanbul on 23 July 2025 for a third round of
talks.

The talks lasted 40 minutes. Rustem Umerov led the Ukrainian delegation and Vladimir Medinsky the
Russian one. The sides agreed to exchange at least 1,200 more prisoners of war from each side."""


def as_html(article: str, title: str = "Third round of talks in Istanbul") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in article.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        '<meta property="article:published_time" content="2025-07-24T08:00:00+00:00"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def environment(**more: str) -> Mapping[str, str]:
    """The surrounding one without what would change a run."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PARLEY_", "PREFECT_"))}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # as an installed parley: started from bytecode
    return kept | {"DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"} | more
