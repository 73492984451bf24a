"""An outlet named beside a page, by a feed or a manifest, is among its reading's upstream."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_ingesting import rows
from test_sitemaps import SITE, listed

from flows import plain
from flows.settings import Settings
from flows.sources import FeedSource

FEED = f"""<rss><channel><item><link>{SITE}/1</link>
<source url="https://www.reuters.com/feed">Reuters</source></item>
<item><link>{SITE}/2</link></item></channel></rss>"""


def test_the_source_of_a_feed_goes_with_its_page() -> None:
    refs = listed({"map": FEED.encode()}, kind=FeedSource, outlet="Example", language="en")
    assert [ref.manifest.upstream for ref in refs] == ["Reuters", None]
    assert [(ref.manifest.outlet, ref.manifest.language) for ref in refs] == [("Example", "en")] * 2


@pytest.mark.parametrize(
    ("named", "upstream"),
    [("Reuters", ["reuters"]), ("The Example Times", ["The Example Times"]), ("", [])],
)
def test_what_a_manifest_names_is_in_the_warehouse(
    news: Path, home: Path, named: str, upstream: list[str]
) -> None:
    (news / "manifest.csv").write_text(f"file,upstream\nswap.txt,{named}\n")
    plain.ingest([str(news / "swap.txt")], Settings(home=home))
    kept = "SELECT manifest_upstream, upstream FROM captures JOIN readings USING (capture_id)"
    assert rows(home, kept) == [(named or None, upstream)]
