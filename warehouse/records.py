"""The rows of a batch as values: what a run saw of each reference, page, article and extraction."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import computed_field

from extractors.article import Article, content_hash
from extractors.fact import Extraction
from extractors.linking.link import Link
from extractors.origins.fingerprint import Fingerprint
from extractors.page import Page
from extractors.values import Value


class OutcomeCode(StrEnum):
    """How a reference can end. `rejected` always carries a `reason` (a stable code too)."""

    STORED = "stored"
    NOT_MODIFIED = "not_modified"
    KNOWN = "known"
    ROBOTS = "robots"
    DEFERRED = "deferred"
    REJECTED = "rejected"


class Run(Value):
    """One run of a command. The row is written when the run ends, so a killed run has none."""

    run_id: str
    command: str  # ingest, backfill, nightly, reextract, reread
    parley_version: str
    started_at: datetime
    ended_at: datetime
    listed_count: int  # references listed; the outcomes of the run add up to it


class Outcome(Value):
    """The one end of one reference in one run."""

    run_id: str
    reference: str  # file path or URL as listed
    source: str  # name of the source, or "command line"
    code: OutcomeCode
    reason: str | None = None  # for rejected: empty, binary, too_large, no_article, …
    detail: str | None = None
    at: datetime
    capture_id: str | None = None


class Capture(Value):
    """A page as it was got from one reference, with what the listing said of it."""

    page: Page
    source: str
    run_id: str

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know pydantic's stacking
    @property
    def capture_id(self) -> str:
        """Hash of the bytes, the reference and the manifest's values; not of run or time."""
        manifest = self.page.manifest.model_dump(mode="json")
        if manifest["upstream"] is None:  # so that captures of before it was there keep their ids
            del manifest["upstream"]
        return content_hash(self.page.page_id, self.page.reference, manifest)


class Visit(Value):
    """An address that gave a page, a feed or a sitemap, or was found unchanged (table visits)."""

    run_id: str
    reference: str  # as listed, without secrets
    url: str  # the same in its one spelling
    canonical_url: str  # as the page itself says, or as url
    etag: str | None = None
    last_modified: str | None = None
    status: int
    fetched_at: datetime
    dated_at: datetime | None = None  # the change that its feed or sitemap told of
    capture_id: str | None = None  # None: a feed or sitemap
    listed_as: str | None = None  # hash of what was wanted of it; None: a page


class Reading(Value):
    """What one version of the reader made of a capture: an article, or a coded reason for none."""

    capture_id: str
    reader_version: int
    revision: int = 0  # above 0: read again by the same version (schema, readings.revision)
    article: Article | None
    reason: str | None = None  # an UnreadableCode, where there is no article
    detail: str | None = None


class OriginBasis(StrEnum):
    """How an article is known to have its words from another (schema, origins.basis)."""

    OWN_WORDS = "own_words"
    SAME_TEXT = "same_text"
    NEAR_DUPLICATE = "near_duplicate"
    BY_WAY_OF_ANOTHER = "by_way_of_another"
    NOT_CURRENT = "not_current"


class Origin(Value):
    """Whose words an article has, as one comparing found it (table origins)."""

    article_id: str
    version: int
    revision: int
    origin_id: str | None
    basis: OriginBasis
    similarity: float | None = None


class ListedOutlet(Value):
    """An outlet as the reference list has it (table outlets)."""

    slug: str
    revision: int
    name: str
    family: str
    type: str


class StoredLink(Value):
    """A link as one linking found it (table links)."""

    link: Link
    linker_version: int
    revision: int


class QualityRun(Value):
    """How well the facts of one kind agreed with a gold file."""

    run_id: str
    gold: str  # name of the gold file
    gold_sha256: str
    evaluated_at: datetime
    article_count: int
    kind: str
    extractor_version: int | None
    gold_facts: int
    read_facts: int
    found_facts: int
    right_facts: int
    gold_slots: int
    read_slots: int
    right_slots: int
    paired_facts: int
    right_statuses: int
    gold_attributions: int
    right_attributions: int


class RunWarning(Value):
    """What was suspicious about a source in a run (table warnings)."""

    run_id: str
    source: str
    code: str  # an AlarmCode of flows/alarms.py
    detail: str
    held_count: int = 0  # references whose batches it keeps out of the snapshot
    raised_at: datetime


class Acceptance(Value):
    """A person lets a source's part of a run into the snapshot, whatever was suspicious."""

    run_id: str
    source: str
    note: str | None = None
    accepted_at: datetime


class Batch(Value):
    """The unit of work and of commit: all rows of one batch of references."""

    run_id: str
    captures: tuple[Capture, ...] = ()
    visits: tuple[Visit, ...] = ()
    readings: tuple[Reading, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()  # of articles that came without one
    origins: tuple[Origin, ...] = ()
    outlets: tuple[ListedOutlet, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    quality: tuple[QualityRun, ...] = ()
    links: tuple[StoredLink, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    warnings: tuple[RunWarning, ...] = ()  # in the closing batch of a run
    run: Run | None = None  # the same
    source: str | None = None  # its only one, which is judged before the batch is published
