"""`parley sources`: what sources would give, and what a site has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from flow_samples import Run
from pytest_httpserver import HTTPServer

from flows.adding import new_tables
from flows.discovering import Found
from flows.entries import Contents, Entry, Form
from flows.sources import parse_sources, read_sources

NOW = datetime.now(UTC)
ON_LOOPBACK = {"PARLEY_ALLOW_PRIVATE_ADDRESSES": "true", "PARLEY_HOST_SECONDS": "0"}
SITEMAP = "<urlset><url><loc>https://example.org/1</loc></url></urlset>"


def rss(count: int) -> str:
    items = "".join(
        f"<item><link>https://example.org/{n}</link>"
        f"<pubDate>{format_datetime(NOW - timedelta(hours=12 * (n + 1)))}</pubDate></item>"
        for n in range(count)
    )
    return f"<rss><channel>{items}</channel></rss>"


def serve(server: HTTPServer, path: str, body: str, media_type: str = "text/xml") -> str:
    server.expect_request(path).respond_with_data(body, content_type=media_type)
    return str(server.url_for(path))


@pytest.fixture(autouse=True)
def _what_is_not_served_is_not_there(httpserver: HTTPServer) -> None:
    httpserver.no_handler_status_code = 404  # a 500 would slow us down


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "sources.toml").write_text("# mine\n", encoding="utf-8")
    return folder


def test_check_says_what_sources_would_give(
    httpserver: HTTPServer, seeds: Path, called: Run
) -> None:
    good = serve(httpserver, "/good", rss(4))
    page = serve(httpserver, "/page", "<html>Log in</html>", "text/html")
    (seeds / "sources.toml").write_text(
        f'[[source]]\nname = "good"\nkind = "feed"\nurl = "{good}"\narticles_a_day = [5, 9]\n'
        f'[[source]]\nname = "page"\nkind = "feed"\nurl = "{page}"\nenabled = false\n',
        encoding="utf-8",
    )
    wide = {"PARLEY_SEEDS": str(seeds), "COLUMNS": "250", **ON_LOOPBACK}
    done = called("sources", "check", **wide)
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()[-2:]
    assert first.split()[:3] == ["good", "feed", "4"]
    assert f"{NOW - timedelta(hours=12):%Y-%m-%d %H:%M}" in first
    assert "2.0 a day, where 5 to 9 are usual" in first
    assert "unlistable: no entry; it is a page (HTML), not a feed" in second
    only = called("sources", "check", "good", PARLEY_SEEDS=str(seeds), **ON_LOOPBACK)
    assert "page" not in only.stdout
    wrong = called("sources", "check", "goood", PARLEY_SEEDS=str(seeds), **ON_LOOPBACK)
    assert (wrong.returncode, "did you mean 'good'?" in wrong.stderr) == (4, True)


def test_add_finds_what_the_page_and_robots_txt_name(
    httpserver: HTTPServer, seeds: Path, called: Run
) -> None:
    links = (
        '<link rel="alternate" type="application/rss+xml" href="/world?a=1&amp;b=2">'
        "<link type=application/atom+xml rel=alternate href=/dead>"
        '<link rel="alternate" hreflang="fr" href="/fr">'
    )
    httpserver.clear_all_handlers()
    httpserver.expect_request("/robots.txt").respond_with_data(
        f"Sitemap: {httpserver.url_for('/map')}\n"
    )
    site = serve(httpserver, "/", f"<html><head>{links}</head></html>", "text/html")
    serve(httpserver, "/world", rss(2))
    serve(httpserver, "/map", SITEMAP)
    serve(httpserver, "/dead", "gone", "text/plain")
    dry = called("sources", "add", site, "--dry-run", PARLEY_SEEDS=str(seeds), **ON_LOOPBACK)
    assert (dry.returncode, read_sources(seeds)) == (0, ())
    done = called("sources", "add", site, PARLEY_SEEDS=str(seeds), **ON_LOOPBACK)
    assert done.returncode == 0, done.stderr
    assert "write\nenabled = true beside those" in done.stdout
    assert (seeds / "sources.toml").read_text(encoding="utf-8").startswith("# mine\n")
    added = read_sources(seeds)
    assert [(it.kind, getattr(it, "url", ""), it.enabled) for it in added] == [
        ("feed", httpserver.url_for("/world?a=1&b=2"), False),
        ("sitemap", httpserver.url_for("/map"), False),
    ]
    again = called("sources", "add", site, PARLEY_SEEDS=str(seeds), **ON_LOOPBACK)
    assert "All of them are sources already" in again.stdout
    assert read_sources(seeds) == added


def test_add_looks_at_the_usual_places(httpserver: HTTPServer, seeds: Path, called: Run) -> None:
    site = serve(httpserver, "/", "<html></html>", "text/html")
    serve(httpserver, "/rss.xml", rss(1))
    serve(httpserver, "/sitemap.xml", SITEMAP, "application/xml")
    done = called("sources", "add", site, PARLEY_SEEDS=str(seeds), **ON_LOOPBACK)
    assert done.returncode == 0, done.stderr
    assert [it.kind for it in read_sources(seeds)] == ["feed", "sitemap"]


def test_add_takes_a_feed_and_nothing_where_nothing_is(
    httpserver: HTTPServer, seeds: Path, called: Run
) -> None:
    feed = serve(httpserver, "/one", rss(1))
    assert called("sources", "add", feed, PARLEY_SEEDS=str(seeds), **ON_LOOPBACK).returncode == 0
    none = called(
        "sources", "add", httpserver.url_for("/none"), PARLEY_SEEDS=str(seeds), **ON_LOOPBACK
    )
    assert (none.returncode, "has no feed or sitemap" in none.stderr) == (2, True)
    assert len(read_sources(seeds)) == 1


HOSTILE = ['https://a.org/"\nenabled = true', "https://a.org/\\", "https://a.org/\x7f\u2028ж"]


@pytest.mark.parametrize("url", HOSTILE)
def test_an_address_cannot_write_toml(url: str) -> None:
    contents = Contents(form=Form.RSS, entries=(Entry(link="https://a.org/1"),))
    found = Found(url=url, contents=contents)
    (source,) = parse_sources(Path("x"), new_tables([found, found], ()))
    assert source.enabled is False
