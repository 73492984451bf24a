"""Nights over one site on loopback, `http://site.test/`: what it serves can change between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from flow_samples import as_html

from flows import plain
from flows.runs import RunSummary
from flows.settings import Settings
from flows.web.client import Web
from tests.faults.server import FaultServer, Host, SkippingClock, Talk, reply
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.queries import run_sql
from warehouse.records import Batch, Visit

SITE = "http://site.test"
DAWN = datetime(2025, 7, 24, 4, tzinfo=UTC)
FEED = '[[source]]\nname = "wire"\nkind = "feed"\nurl = "http://site.test/feed"\n'


class Document(NamedTuple):
    """What an address serves; with a tag it answers 304 to who knows it."""

    body: str
    media_type: str = "text/html"
    tag: str | None = None
    status: int = 200


class Site:
    """Addresses with what they serve, and what was asked of them."""

    def __init__(self, **hosts: Host) -> None:
        self.documents: dict[str, Document] = {}
        self.asked: Counter[str] = Counter()
        self.waits: list[float] = []  # of the last night
        self._hosts = hosts

    async def serve(self, talk: Talk) -> None:
        self.asked[talk.path] += 1
        found = self.documents.get(talk.path, Document("", status=404))
        tag = {"etag": found.tag} if found.tag else {}
        if found.tag and talk.headers.get("if-none-match") == found.tag:
            await reply(b"", 304, **tag)(talk)
        else:
            headers = {"content_type": found.media_type, **tag}
            await reply(found.body.encode(), found.status, **headers)(talk)

    def story(self, name: str, article: str, tag: str | None = None, head: str = "") -> None:
        page = as_html(article, f"Story {name}").replace("</head>", f"{head}</head>")
        self.documents[f"/{name}"] = Document(page, tag=tag)

    def feed(self, dates: Mapping[str, datetime | None], tag: str | None = None) -> None:
        """A feed of entries, by their paths or addresses, with their dates."""
        items = "".join(
            f"<item><title>{name}</title><link>{SITE}/{name}</link>"
            + (f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate>" if at else "")
            + "</item>"
            for name, at in dates.items()
        )
        body = f"<rss><channel>{items}</channel></rss>"
        self.documents["/feed"] = Document(body, "application/rss+xml", tag)

    def night(
        self,
        home: Path,
        sources: str = FEED,
        run: Callable[[Settings], RunSummary] | None = None,
        **given: Any,
    ) -> RunSummary:
        """One run over it; `asked` counts anew."""
        self.asked.clear()
        home.mkdir(parents=True, exist_ok=True)
        (home / "sources.toml").write_text(sources, encoding="utf-8")
        usual = {"home": home, "timeout_seconds": 5, "host_seconds": 0, "workers": 1}
        settings = Settings.model_validate(usual | given)
        hosts = {"site": Host(self.serve)} | self._hosts
        clock = SkippingClock()
        self.waits = clock.waits
        with FaultServer(hosts) as server, _seen(server, clock):
            return (run or nightly)(settings.model_copy(update={"seeds": _seeds(settings)}))


def nightly(settings: Settings) -> RunSummary:
    return plain.nightly([], settings)


def _seeds(settings: Settings) -> Path:
    """The reference lists, with the night's own sources."""
    folder = settings.home / "seeds"
    folder.mkdir(exist_ok=True)
    for path in settings.seeds.glob("*.csv"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "sources.toml").write_bytes((settings.home / "sources.toml").read_bytes())
    return folder


def _seen(server: FaultServer, clock: SkippingClock) -> Any:
    made: Callable[..., Web] = lambda given, stop: server.web(given, clock=clock)  # noqa: ARG005, E731
    return patch("flows.runs.Web", made)


def counts(summary: RunSummary) -> dict[str, int]:
    return dict(summary.batches.outcomes)


def rows(home: Path, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in run_sql(Home.open(home), sql).rows]


def ends(home: Path) -> dict[str, tuple[str, str | None]]:
    """Code and detail of the newest run's outcomes, by reference."""
    found = rows(
        home,
        "SELECT reference, concat_ws(':', code, reason), detail FROM outcomes "
        "WHERE run_id = (SELECT max(run_id) FROM runs)",
    )
    return {reference.removeprefix(f"{SITE}/"): (code, why) for reference, code, why in found}


def later(hours: float) -> datetime:
    return DAWN + timedelta(hours=hours)


def visited(home: Path, count: int) -> dict[str, datetime | None]:
    """A warehouse that has seen so many pages of the site; as entries of its feed."""
    names = [f"seen-{number}" for number in range(count)]
    visits = tuple(
        Visit(
            run_id="before",
            reference=f"{SITE}/{name}",
            url=f"https://site.test/{name}",
            canonical_url=f"https://site.test/{name}",
            status=200,
            fetched_at=DAWN,
            dated_at=DAWN,
        )
        for name in names
    )
    warehouse = Home.open(home)
    append(warehouse, Batch(run_id="before", visits=visits))
    publish(warehouse)
    return dict.fromkeys(names, DAWN)
