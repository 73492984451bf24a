"""Nights one after the other: what is known is not asked for again, what changed is, nothing that a
night left behind is lost.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from unittest.mock import patch

import pytest
from flow_samples import SWAP, TALKS, Run
from nights import DAWN, FEED, SITE, Document, Site, counts, ends, later, rows, visited

from flows import plain
from flows.ingesting import Work, ingest_batch
from flows.settings import Settings
from tests.faults.server import Host, reply

pytestmark = pytest.mark.slow

AGAIN = SWAP.replace("250", "300")


@pytest.fixture
def site() -> Site:
    """Two stories in a feed that dates them."""
    made = Site()
    made.story("swap", SWAP)
    made.story("talks", TALKS)
    made.feed({"swap": DAWN, "talks": DAWN})
    return made


def test_an_article_that_was_seen_is_not_asked_for_again(site: Site, home: Path) -> None:
    assert counts(site.night(home)) == {"stored": 2}
    facts = rows(home, "SELECT fact_id FROM facts ORDER BY ALL")
    assert counts(site.night(home)) == {"known": 2}
    assert dict(site.asked) == {"/feed": 1}
    assert rows(home, "SELECT fact_id FROM facts ORDER BY ALL") == facts
    code, detail = ends(home)["swap"]
    assert (code, (detail or "").split()[0]) == ("known", "seen")
    assert len(rows(home, "SELECT capture_id FROM outcomes WHERE code = 'known'")) == 2


def test_what_its_feed_dates_anew_is_asked_for_again(site: Site, home: Path) -> None:
    site.story("swap", SWAP, tag='"one"')
    site.night(home)
    site.feed({"swap": later(1), "talks": DAWN})
    assert counts(site.night(home)) == {"not_modified": 1, "known": 1}
    assert dict(site.asked) == {"/feed": 1, "/swap": 1}
    assert counts(site.night(home)) == {"known": 2}  # that change was looked at
    site.feed({"swap": later(2), "talks": DAWN})
    site.story("swap", AGAIN, tag='"two"')
    assert counts(site.night(home)) == {"stored": 1, "known": 1}
    assert rows(home, "SELECT count(*) FROM captures") == [(3,)]
    visits = rows(
        home,
        "SELECT status, etag, dated_at FROM visits "
        "WHERE canonical_url = 'https://site.test/swap' ORDER BY fetched_at",
    )
    assert visits == [(200, '"one"', DAWN), (304, '"one"', later(1)), (200, '"two"', later(2))]


def test_an_undated_feed_says_of_nothing_that_it_changed(site: Site, home: Path) -> None:
    site.feed({"swap": None, "talks": None})
    site.night(home)
    site.story("swap", AGAIN)
    assert counts(site.night(home)) == {"known": 2}


def test_what_is_named_by_hand_is_asked_for_again_with_its_validators(
    site: Site, home: Path
) -> None:
    site.story("swap", SWAP, tag='"one"')
    site.night(home)

    def by_hand(settings: Settings) -> object:
        return plain.ingest([f"{SITE}/swap", f"{SITE}/talks"], settings)

    assert counts(site.night(home, run=by_hand)) == {"not_modified": 1, "known": 1}
    assert site.asked["/talks"] == 1  # it came, and its bytes were known

    def again(settings: Settings) -> object:
        return plain.backfill([f"{SITE}/swap", f"{SITE}/talks", "wire"], settings)

    assert counts(site.night(home, run=again)) == {"known": 4}
    assert dict(site.asked) == {"/feed": 1}  # a backfill takes seen for done


def test_a_feed_that_is_as_it_was_gives_nothing_and_says_so(site: Site, home: Path) -> None:
    site.feed({"swap": DAWN, "talks": DAWN}, tag='"f"')
    site.night(home)
    assert counts(site.night(home)) == {"not_modified": 1}
    assert ends(home) == {"feed": ("not_modified", "its entries are as they were")}
    other = FEED + 'topic = ["talks"]\n'
    assert counts(site.night(home, other)) == {"known": 1}  # other wishes: it is read whole


@pytest.mark.parametrize(
    ("gone", "code"),
    [(Document("", status=404), "rejected:http_status"), (Document("", status=503), "deferred")],
)
def test_a_feed_is_read_whole_until_all_of_it_is_settled(
    site: Site, home: Path, gone: Document, code: str
) -> None:
    site.feed({"swap": DAWN, "talks": DAWN}, tag='"f"')
    talks = site.documents["/talks"]
    site.documents["/talks"] = gone
    site.night(home)
    assert ends(home)["talks"][0].startswith(code)
    site.documents["/talks"] = talks
    assert counts(site.night(home)) == {"stored": 1, "known": 1}  # the feed has not changed
    assert counts(site.night(home)) == {"not_modified": 1}


def test_a_night_that_was_killed_lost_nothing(
    site: Site, home: Path, monkeypatch: pytest.MonkeyPatch, called: Run
) -> None:
    """Its first batch was committed, its second and the feed's visit were not."""
    site.feed({"swap": DAWN, "talks": DAWN}, tag='"f"')
    batches: list[int] = []

    def dies(work: Work, refs: tuple[object, ...]) -> object:
        batches.append(len(refs))
        if len(batches) == 2:
            raise KeyboardInterrupt
        return ingest_batch(work, refs)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("flows.runs.ingest_batch", dies)
        with pytest.raises(KeyboardInterrupt):
            site.night(home, batch_size=1)
    assert counts(site.night(home)) == {"known": 1, "stored": 1}
    assert dict(site.asked) == {"/feed": 1, "/talks": 1}
    assert counts(site.night(home)) == {"not_modified": 1}
    listed = [json.loads(it) for it in called("runs", "--format", "jsonl").stdout.splitlines()]
    assert [(it["command"], it["listed"], it["stored"]) for it in listed] == [
        ("nightly", 1, 0),
        ("nightly", 2, 1),
        ("(killed, or at work)", None, 1),
    ]


def test_walls_are_no_articles_and_are_tried_again(site: Site, home: Path) -> None:
    site.documents["/swap"] = Document(
        "<html><title>Just a moment...</title><body><p>Verify you are human by completing the "
        "action below.</p><form id='captcha'></form></body></html>"
    )
    site.night(home)
    assert ends(home)["swap"][0] == "rejected:captcha"
    site.story("swap", SWAP)
    assert counts(site.night(home)) == {"stored": 1, "known": 1}


class NextWeek(datetime):
    """The clock of a night seven days later."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # no need of Self
        return datetime.now(tz) + timedelta(days=7)


def test_nights_that_were_missed_are_caught_up_by_what_is_not_known(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sitemap of which two days count; nobody came for a week."""
    site, now = Site(), datetime.now(UTC)
    source = FEED.replace('"feed"', '"sitemap"').replace("/feed", "/map") + "days = 2\n"

    def maps(**days: int) -> None:
        urls = "".join(
            f"<url><loc>{SITE}/{name}</loc><lastmod>{now + timedelta(day)}</lastmod></url>"
            for name, day in days.items()
        )
        site.documents["/map"] = Document(f"<urlset>{urls}</urlset>", "application/xml")

    for name in ("old", "first", "missed", "new"):
        site.story(name, f"{SWAP} {name.title()} ones came home.")
    maps(old=-3, first=0)
    assert counts(site.night(home, source)) == {"stored": 1}
    maps(old=-3, first=0, missed=2, new=7)
    monkeypatch.setattr("flows.sitemaps.datetime", NextWeek)
    assert counts(site.night(home, source)) == {"known": 1, "stored": 2}
    assert site.asked["/missed"] == 1


def test_deferred_and_disallowed_feeds_end_as_such(home: Path) -> None:
    busy = Host(reply(b"", 503))
    closed = Host(reply(b""), reply(b"User-agent: *\nDisallow: /\n"))
    site = Site(busy=busy, closed=closed)
    site.feed({})
    sources = "".join(
        FEED.replace('"wire"', f'"{name}"').replace("site.test", f"{name}.test")
        for name in ("busy", "closed")
    )
    assert counts(site.night(home, sources)) == {
        "deferred:unavailable": 1,
        "robots:robots_txt": 1,
    }


def test_listing_and_fetching_share_pauses_and_robots(site: Site, home: Path) -> None:
    """One `Web` serves both: robots.txt is asked for once, and pages wait for the feed's pause."""
    site.night(home, host_seconds=2)
    assert site.asked == {"/feed": 1, "/swap": 1, "/talks": 1}
    assert site.waits == [2, 2, 2]  # of four requests to one host, robots.txt the first


def test_a_budget_holds_for_listing_and_fetching_together(site: Site, home: Path) -> None:
    other = FEED.replace('"wire"', '"calm"').replace("/feed", "/calm")
    site.documents["/calm"] = site.documents["/feed"]
    site.feed({f"story-{n}": DAWN for n in range(6)}, tag='"f"')
    for n in range(6):
        site.story(f"story-{n}", f"{SWAP} Number {n} came home.")
    hasty = FEED + "budget_seconds = 11\ndelay_seconds = 3\n"
    first, second, third = [counts(site.night(home, hasty + other)) for _ in range(3)]
    assert first == {"stored": 5, "deferred:budget": 3}
    assert second == {"known": 5, "stored": 3}
    assert third == {"not_modified": 1, "known": 2}  # now that all of the feed is settled


def test_a_night_over_a_thousand_known_references_asks_for_the_feed_alone(home: Path) -> None:
    site = Site()
    site.feed(visited(home, 1000))
    with patch("flows.workers._Worker.ask", side_effect=AssertionError("nothing is to be read")):
        assert counts(site.night(home)) == {"known": 1000}
    assert site.asked == {"/feed": 1}
    assert rows(home, "SELECT count(*) FROM outcomes WHERE code = 'known'") == [(1000,)]


def test_an_edit_of_an_article_is_shown_by_what_it_did_to_facts(
    site: Site, home: Path, called: Run
) -> None:
    site.night(home)
    site.story("swap", AGAIN)
    site.feed({"swap": later(3), "talks": DAWN})
    site.night(home)
    done = called("changes", "--cause", "edit", "--kind", "prisoner_exchange", "--format", "jsonl")
    (change,) = map(json.loads, done.stdout.splitlines())
    assert (change["change"], change["field"]) == ("changed", "returned")
    assert ("250" in change["before"], "300" in change["after"]) == (True, True)
    assert change["canonical_url"] == "https://site.test/swap"
    assert "returned" in called("changes", "--article", "/swap").stdout
    assert called("changes", "--since", "2999-01-01", "--format", "jsonl").stdout == ""
