"""An article: the text that facts may be read from, and all that was taken out of the page."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from pydantic import computed_field

from extractors.values import Value


def content_hash(*parts: object) -> str:
    """sha256 in hex over the parts written as canonical JSON; the one way IDs are made."""
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(written.encode()).hexdigest()


class BlockKind(StrEnum):
    """Why a block is no part of the article (FACTS.md, "The article, before any fact")."""

    APPEAL = "appeal"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    SHARE = "share"
    NOTICE = "notice"
    CORRECTION_LINE = "correction_line"
    INTERFACE = "interface"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUMMARY = "summary"
    TITLE_REPEAT = "title_repeat"


class RemovedBlock(Value):
    """A block taken out: before `text[text_offset]` of the article, in page order by `position`."""

    position: int  # 0-based rank among all removed blocks of the page
    text_offset: int  # where in the article text it stood (code points)
    kind: BlockKind
    rule: str
    text: str


class PublishedBasis(StrEnum):
    MANIFEST = "manifest"
    METADATA = "metadata"
    DATELINE = "dateline"
    NONE = "none"


class DateSource(StrEnum):
    """Where on a page, or beside it, a date of publication was read."""

    MANIFEST = "manifest"
    JSON_LD = "json_ld"
    META = "meta"
    TIME_ELEMENT = "time_element"
    DATELINE = "dateline"
    ADDRESS = "address"  # /2025/07/23/ in the URL: checks the others, is never believed alone


class DateCandidate(Value):
    """A date of publication as one source tells it."""

    source: DateSource
    value: date | datetime


class ArticleFlag(StrEnum):
    """What an analyst should know before an article is believed."""

    DATES_DISAGREE = "dates_disagree"  # by more than two days; `date_candidates` holds them all
    PUBLISHED_IN_FUTURE = "published_in_future"  # after the page was fetched
    PUBLISHED_BEFORE_1990 = "published_before_1990"
    PARTIAL = "partial"  # the beginning only: the rest is behind a wall


class AiGenerated(Value):
    """A declaration that a machine wrote the article, with the words that say so."""

    words: str


class Disclosures(Value):
    """What the page declares about its own making."""

    ai_generated: AiGenerated | None = None  # None: not stated
    upstream: tuple[str, ...] = ()  # outlet slugs or names the article as a whole draws on


class Article(Value):
    """What an extractor may read (title, text, published, language) and what goes with it.

    `text` holds paragraphs with a blank line between them; the title is not part of it.
    """

    title: str | None
    text: str
    published: date | datetime | None  # a bare day where the time is not known; times are aware
    published_basis: PublishedBasis
    language: str | None  # ISO 639-1
    url: str | None
    outlet: str | None
    authors: tuple[str, ...] = ()
    removed: tuple[RemovedBlock, ...] = ()
    disclosures: Disclosures = Disclosures()
    modified: date | datetime | None = None  # as the page's metadata say
    date_candidates: tuple[DateCandidate, ...] = ()  # in the order in which they are believed
    flags: tuple[ArticleFlag, ...] = ()

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know pydantic's stacking
    @property
    def article_id(self) -> str:
        """Hash of all that an extractor may read, so an old span or resolved date never shifts.

        That the text is only a beginning is among it: no facts are read from such an article.
        """
        published = self.published.isoformat() if self.published else None
        cut = ("partial",) if self.is_partial else ()
        return content_hash(self.title, self.text, published, self.language, *cut)

    @property
    def is_partial(self) -> bool:
        """Whether the text is only the beginning, the rest being behind a wall."""
        return ArticleFlag.PARTIAL in self.flags

    @property
    def published_on(self) -> date | None:
        """The day of publication where the article appeared (its own zone)."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


class UnreadableCode(StrEnum):
    """Why a page gave no article: stable codes, used as outcomes."""

    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_COMPLEX = "too_complex"
    TOO_DEEP = "too_deep"  # nested beyond the 255 elements at which the parser stops
    NO_ARTICLE = "no_article"
    LOGIN_WALL = "login_wall"
    CONSENT_PAGE = "consent_page"
    CAPTCHA = "captcha"
    NOT_FOUND = "not_found"  # a page that says so, whatever its HTTP status
    SECTION_FRONT = "section_front"  # a list of stories


class Unreadable(Value):
    """An expected failure of reading, as a value."""

    code: UnreadableCode
    detail: str
