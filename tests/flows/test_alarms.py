"""The alarms about a source, each with a run that raises it and the nearest one that does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from flows.alarms import AlarmCode, Expected, Seen, Sight, alarms
from flows.entries import A_PAGE
from warehouse.records import OutcomeCode
from warehouse.usual import Usual

NOW = datetime(2026, 3, 14, 3, 15, tzinfo=UTC)
A_DAY_AGO = Usual(read_at=NOW - timedelta(days=1))


def article(number: int, **special: object) -> Sight:
    given = {
        "page_id": f"page {number}",
        "article_id": f"article {number}",
        "text_id": f"text {number}",
        "paragraph_count": 8,
        "on": NOW.date(),
    }
    sight = Sight("wire", f"https://wire.test/{number}", OutcomeCode.STORED)
    return sight._replace(**(given | special))  # type: ignore[arg-type]


def articles(count: int, **special: object) -> list[Sight]:
    return [article(number, **special) for number in range(count)]


def walled(count: int) -> list[Sight]:
    """Pages of different bytes that were all told to be a login wall."""
    nothing = {"article_id": None, "text_id": None, "paragraph_count": None}
    walls = articles(count, reason="login_wall", **nothing)
    return [it._replace(code=OutcomeCode.REJECTED, page_id=f"wall {it.page_id}") for it in walls]


def ended(code: OutcomeCode, count: int) -> list[Sight]:
    return [Sight("wire", f"https://wire.test/old/{number}", code) for number in range(count)]


def unlisted(fault: str) -> list[Sight]:
    feed = Sight("wire", "https://wire.test/feed", OutcomeCode.REJECTED, "unlistable")
    return [feed._replace(fault=fault)]


BOUNDS = Expected(source="wire", least=5, most=20, stale_days=7, lists_always=True)
ANY = Expected(source="wire")
KNOWN, DEFERRED = OutcomeCode.KNOWN, OutcomeCode.DEFERRED
OLD = date(2026, 3, 1)

CASES = [
    ("a usual night", BOUNDS, A_DAY_AGO, articles(6), {}),
    (
        "a feed turned into a page",
        BOUNDS,
        A_DAY_AGO,
        unlisted(f"no entry; {A_PAGE}"),
        {"page_for_feed": "/feed: it is a page", "no_references": A_PAGE, "too_few": "0.0 new"},
    ),
    (
        "a page for one of many sitemaps",
        ANY,
        A_DAY_AGO,
        [*unlisted(A_PAGE), *articles(6)],
        {"page_for_feed": "/feed"},
    ),
    ("nothing listed", BOUNDS, Usual(), [], {"no_references": "no entry", "too_few": "0.0"}),
    (
        "a host that is gone",
        BOUNDS,
        Usual(),
        unlisted("dns"),
        {"no_references": "dns", "too_few": ""},
    ),
    ("nothing listed, and nobody minds", ANY, A_DAY_AGO, [], {}),
    (
        "one page at 50 addresses",
        ANY,
        Usual(),
        articles(50, page_id="login"),
        {"same_page": "50 addr"},
    ),
    ("one page at 4 addresses", ANY, Usual(), articles(4, page_id="login"), {}),
    (
        "one text at 5 addresses",
        ANY,
        Usual(),
        articles(5, text_id="login"),
        {"same_page": "same text"},
    ),
    (
        "walls",
        ANY,
        Usual(),
        [*walled(5), *articles(5)],
        {"same_page": "5 of 10 new pages were login"},
    ),
    ("some walls", ANY, Usual(), [*walled(5), *articles(6)], {}),
    ("too few", BOUNDS, A_DAY_AGO, [*articles(4), *ended(KNOWN, 90)], {"too_few": "4.0 new"}),
    ("put off, not missing", BOUNDS, A_DAY_AGO, [*articles(4), *ended(DEFERRED, 1)], {}),
    (
        "too few for the three days since it was read",
        BOUNDS,
        Usual(read_at=NOW - timedelta(days=3)),
        articles(14),
        {"too_few": "4.7 new articles a day; 5 is the least"},
    ),
    ("the same night again", BOUNDS, Usual(read_at=NOW - timedelta(hours=3)), ended(KNOWN, 9), {}),
    ("the first time, too few", BOUNDS, Usual(), articles(4), {"too_few": "4.0"}),
    ("the first time, with a backlog", BOUNDS, Usual(), articles(90), {}),
    ("too many", BOUNDS, A_DAY_AGO, articles(21), {"too_many": "21.0 new articles a day; 20 is"}),
    ("many in many days", BOUNDS, Usual(read_at=NOW - timedelta(days=2)), articles(40), {}),
    ("stale", BOUNDS, A_DAY_AGO, articles(6, on=OLD), {"stale": "2026-03-01, 13 days ago"}),
    ("old ones among new ones", BOUNDS, A_DAY_AGO, [*articles(6, on=OLD), article(7)], {}),
    ("undated", BOUNDS, A_DAY_AGO, articles(6, on=None), {}),
    (
        "unchanged since the warehouse's newest",
        Expected(source="wire", stale_days=7),
        Usual(newest_on=OLD),
        ended(OutcomeCode.NOT_MODIFIED, 1),
        {"stale": "2026-03-01"},
    ),
    (
        "half the paragraphs gone",
        ANY,
        Usual(paragraph_count=16),
        articles(5),
        {"paragraphs_lost": "8 paragraphs an article, where 16 are usual"},
    ),
    ("less than half of them", ANY, Usual(paragraph_count=15), articles(5), {}),
    ("short articles", ANY, Usual(paragraph_count=3), articles(5, paragraph_count=1), {}),
    ("few articles", ANY, Usual(paragraph_count=16), articles(4), {}),
    (
        "copies of each other",
        ANY,
        Usual(),
        [*articles(4), *(article(n, article_id="article 1") for n in range(4, 11))],
        {"duplicates": "7 of 11 new articles"},
    ),
    ("copies, not half", ANY, Usual(), [*articles(8), *articles(2), *articles(2)], {}),
]


@pytest.mark.parametrize(("why", "expected", "usual", "sights", "raised"), CASES)
def test_alarms(
    why: str, expected: Expected, usual: Usual, sights: list[Sight], raised: dict[str, str]
) -> None:
    found = {it.code: it.detail for it in alarms(Seen(expected, usual, (), sights, NOW))}
    assert set(found) == set(raised), why
    for code, words in raised.items():
        assert words in found[AlarmCode(code)], why


def test_copies_of_what_the_warehouse_has() -> None:
    seen = Seen(ANY, Usual(), {f"article {n}" for n in range(6)}, articles(11), NOW)
    assert [(it.code, it.source) for it in alarms(seen)] == [("duplicates", "wire")]
    assert not list(alarms(seen._replace(copied={f"article {n}" for n in range(5)})))


def test_every_alarm_has_a_case() -> None:
    assert {code for case in CASES for code in case[-1]} == set(AlarmCode)
