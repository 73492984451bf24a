"""Page → article: decoding, main text, the second boilerplate stage, metadata, disclosures."""

from extractors.article import Article, Unreadable
from extractors.page import Page
from extractors.reading.decoding import LONGEST, decode
from extractors.reading.reader import no_article, read_html, read_plain
from extractors.references import References

VERSION = 4

_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body")


def read(page: Page, references: References) -> Article | Unreadable:
    """Read a page into the article on it, or say by a code why there is none."""
    text = decode(page)
    if isinstance(text, Unreadable):
        return text
    if len(text) > LONGEST:
        return no_article(f"{len(text):,} characters; no article has more than {LONGEST:,}")
    if _is_html(page.media_type, text):
        return read_html(text, page, references)
    return read_plain(text, page, references)


def _is_html(media_type: str, text: str) -> bool:
    return "html" in media_type or text[:200].lstrip().lower().startswith(_HTML_STARTS)
