"""The papers of the week: what their feeds and pages are on each night."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import NamedTuple

from tests.faults.server import Host, Serve, Talk, reply

FIRST = datetime(2026, 3, 9, 3, 15, tzinfo=UTC)  # the first night, a Monday

#: What each paper does, night by night. `-` it is no source yet · `new` its usual articles · `few`
#: one of them · `none` · `edit` the usual ones, and the first two of all are changed · `html` its
#: feed is a page · `gone` its host has no address · `wall` each page is the same login page ·
#: `thin` its pages have lost most paragraphs · `flood` articles of `steady` under its own addresses
PLAN: Mapping[str, Sequence[str]] = {
    "steady": ("new", "new", "new", "new", "new", "new", "new"),
    "late": ("-", "-", "new", "new", "new", "new", "new"),
    "mortal": ("new", "new", "new", "gone", "gone", "new", "new"),
    "holiday": ("new", "new", "few", "new", "new", "new", "new"),
    "walled": ("new", "new", "new", "new", "wall", "new", "new"),
    "redesigned": ("new", "html", "new", "new", "new", "thin", "new"),
    "editing": ("new", "new", "new", "edit", "new", "new", "new"),
    "sleeper": ("new", "none", "none", "none", "none", "none", "none"),
    "copies": ("new", "new", "new", "new", "new", "flood", "new"),
}
USUAL = {"walled": 5, "redesigned": 5}  # articles before each night; of the others 3
NIGHTS = len(PLAN["steady"])
_WORDS = (
    *("harbour", "envoy", "winter", "bridge", "schedule", "letter", "garden", "railway"),
    *("council", "orchard", "signal", "archive", "lantern", "ferry", "meadow", "treaty"),
    *("market", "window", "valley", "station", "village", "copper", "ribbon", "compass"),
)


class Story(NamedTuple):
    """One article of a paper."""

    paper: str
    number: int
    night: int  # before which it was published

    @property
    def url(self) -> str:
        return f"http://{self.paper}.test/{self.number}"


def moment(night: int) -> datetime:
    return FIRST + timedelta(days=night)


def published(paper: str, night: int) -> list[Story]:
    """All stories of a paper up to a night."""
    stories: list[Story] = []
    for before, does in enumerate(PLAN[paper][: night + 1]):
        count = {"-": 0, "none": 0, "few": 1, "flood": 10}.get(does, USUAL.get(paper, 3))
        stories += [Story(paper, len(stories) + n, before) for n in range(count)]
    return stories


def feed(paper: str, night: int) -> bytes:
    """RSS with all stories, the changed ones dated anew."""
    items = "".join(
        f"<item><link>{it.url}</link><pubDate>{format_datetime(_dated(it, night))}</pubDate></item>"
        for it in published(paper, night)
    )
    return f"<rss><channel><title>{paper}</title>{items}</channel></rss>".encode()


def _dated(story: Story, night: int) -> datetime:
    edits = [n for n in range(night + 1) if PLAN[story.paper][n] == "edit" and story.number < 2]
    return moment(max([story.night, *edits])) - timedelta(hours=6)


def page(story: Story, night: int) -> bytes:
    """A story as it stands on its site on a night."""
    does = PLAN[story.paper][night]
    if does == "wall":
        return b"<html><body><h1>Log in</h1><form><input type=password></form></body></html>"
    if PLAN[story.paper][story.night] == "flood":
        copied = published("steady", night)[story.number % 9]
        return page(copied, night) + f"<!-- {story.url} -->".encode()
    paragraphs = _paragraphs(story)[: 2 if does == "thin" else None]
    if does == "edit":
        paragraphs.append(f"Corrected for the readers of {story.paper} on the next day.")
    title = paragraphs[0].split(".")[0]
    on = (moment(story.night) - timedelta(hours=6)).isoformat()
    return (
        f'<html lang="en"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="{on}"></head><body><article>'
        f"<h1>{title}</h1>{''.join(f'<p>{it}</p>' for it in paragraphs)}</article></body></html>"
    ).encode()


def _paragraphs(story: Story) -> list[str]:
    chosen = random.Random(story.url)  # noqa: S311  # the same words for the same story
    return [
        f"The {' '.join(chosen.choices(_WORDS, k=9))} spoke of the "
        f"{' '.join(chosen.choices(_WORDS, k=9))} for a while. Then came the "
        f"{' '.join(chosen.choices(_WORDS, k=8))} and all went home by the evening train."
        for _ in range(8)
    ]


class Press:
    """The hosts of all papers, as they are on the night that it is now."""

    def __init__(self) -> None:
        self.night = 0
        self.hosts: dict[str, Host] = {}

    def turn_to(self, night: int) -> None:
        self.night = night
        self.hosts.clear()
        for paper, does in PLAN.items():
            if does[night] not in ("-", "gone"):
                self.hosts[paper] = Host(self._serve(paper))

    def _serve(self, paper: str) -> Serve:
        async def serve(talk: Talk) -> None:
            if talk.path == "/feed":
                await self._feed(paper, talk)
            else:
                story = published(paper, self.night)[int(talk.path[1:])]
                await reply(page(story, self.night))(talk)

        return serve

    async def _feed(self, paper: str, talk: Talk) -> None:
        body = feed(paper, self.night)
        etag = f'"{len(body)}-{sum(body)}"'
        if PLAN[paper][self.night] == "html":
            await reply(b"<!doctype html><html><body>Our new site!</body></html>")(talk)
        elif talk.headers.get("if-none-match") == etag:
            await reply(status=304, etag=etag)(talk)
        else:
            await reply(body, content_type="application/rss+xml", etag=etag)(talk)
