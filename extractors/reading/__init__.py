"""Page → article: decoding, main text, the second boilerplate stage, metadata, disclosures."""

from extractors.article import Article, Unreadable
from extractors.page import Page
from extractors.references import References

VERSION = 1


def read(page: Page, references: References) -> Article | Unreadable:
    """Read a page into the article on it, or say by a code why there is none."""
    raise NotImplementedError
