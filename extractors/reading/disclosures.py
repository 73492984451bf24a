"""What a page declares about its own making: that a machine wrote it, and what it draws on.

Declarations only; how a text reads is no evidence. A machine-made digest box on a human article
declares nothing about the article (FACTS.md, "AI notes").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.article import AiGenerated, BlockKind, Disclosures
from extractors.reading.blocks import Block, fold, plain_marks
from extractors.reading.outlets import Outlets, host_of
from extractors.reading.wording import Line

_MACHINE = (
    r"(?:an? )?(?:AI|artificial intelligence|generative AI|large language models?|ChatGPT"
    r"|language models?)\b(?: (?:agents?|tools?|systems?|models?|writers?|assistants?))?"
)
_NAMED = re.compile(r"\bAI\b|artificial intelligence|language model|ChatGPT", re.IGNORECASE)
_NAMING = {"ai", "artificial", "language", "chatgpt"}  # without one of them nothing is named
_MADE = r"(?:generated|written|created|produced|authored|composed)"
_PIECE = r"(?:article|story|content|text|post|report|piece)"
_WHOLLY = r"(?:(?:entirely|automatically|fully|partly) )?"
_DECLARED = tuple(
    re.compile(expression, re.IGNORECASE)
    for expression in (
        rf"\A\W{{0,3}}{_MADE} {_WHOLLY}(?:by|with|using) {_MACHINE}",
        r"\A\W{0,3}(?:by |author: ?)?AI(?: agent| writer| staff| bot| reporter)?\Z",
        rf"\A\W{{0,3}}AI[- ](?:generated|written)(?: {_PIECE})?\b",
        rf"\b{_PIECE} (?:has been|was|is|were) {_WHOLLY}{_MADE}(?: and \w{{1,15}})?"
        rf" (?:by|with|using) {_MACHINE}",
        rf"\b{_PIECE} (?:has been|was|is|were) {_WHOLLY}AI[- ]generated",
    )
)
_NOT_MEANT = re.compile(
    r"\b(?:not|never|no|summary|images?|photos?|illustration|picture|audio|headline|translat\w{1,4})\b",
    re.IGNORECASE,
)

_AGENCIES = frozenset(
    [
        "agencies",
        "agency",
        "wires",
        "wire agencies",
        "news agencies",
        "agency inputs",
        "wire services",
    ]
)
_LIST = r"(?P<names>[^.()\n]{2,90})"
_SITE = r"(?P<names>[^\s()]{3,60}(?: [A-Z][\w.]{1,25}){0,3})"
_CREDITED = tuple(
    re.compile(expression, re.IGNORECASE)
    for expression in (
        rf"\A\W{{0,3}}read (?:more|the (?:full|original)[^.]{{0,20}}) ?(?:@|at|on|in)[: ] ?{_SITE}",
        r"\A\W{0,3}(?:with|including|has) (?:additional )?(?:inputs?|reporting|material|files)"
        rf" (?:from|by) {_LIST}",
        r"\A\W{0,3}with (?P<names>\w{2,12}) inputs",
        r"\A\W{0,3}sources?: ?(?P<names>(?:https?://|www\.)[^\s()]{3,200})",
        rf"\A\W{{0,3}}sources?: ?{_LIST}",
        rf"\b(?:first|originally) (?:published|appeared) (?:by|on|in|at) {_LIST}",
        rf"\A\W{{0,3}}(?:republished|reprinted|reproduced) (?:with permission )?from {_LIST}",
        rf"\A\W{{0,3}}courtesy of {_LIST}",
        r"\A\W{0,3}(?P<names>agencies|the associated press|reuters|afp) contributed",
    )
)
_CREDITING = {
    "read", "with", "including", "has", "source", "sources", "published", "appeared", "republished",
    "reprinted", "reproduced", "courtesy", "contributed",
}  # fmt: skip
_OUTLET = r"(?P<names>(?:[Tt]he )?[A-Z][\w&'’.-]{0,25}(?: (?:of |and )?[A-Z][\w&'’-]{1,25}){0,3})"
_IN_THE_LEAD = (
    re.compile(rf"\b(?:as )?(?:first )?reported by {_OUTLET}"),
    re.compile(rf"\bfirst reported (?:by|in|on) {_OUTLET}"),
    re.compile(rf"\A{_OUTLET} first reported\b"),
)
#: KYIV, Feb 5 (Reuters) - / ISTANBUL (AP) —
_DATELINE = re.compile(r"\A[A-Z][^()\n]{1,70}\((?P<names>[A-Z][\w .&/'’-]{1,40})\) ?[-–—]{1,2}")
_LEAD_PARAGRAPHS = 2


def read_disclosures(
    blocks: Sequence[Block],
    outlets: Outlets,
    own: tuple[str | None, str | None],
    declared: str | None,
    upstream: str | None = None,
) -> Disclosures:
    """What the page declares; `own` is its outlet and address, `declared` a word of metadata,
    `upstream` an outlet named beside the page.
    """
    words = _machine_words(blocks) or declared
    told = [_name(upstream)] if upstream else []
    named = dict.fromkeys(outlets.slug(name) for name in (*told, *_upstream(blocks)) if name)
    mine = {fold(outlets.slug(own[0] or "")), fold(host_of(own[1] or ""))}
    return Disclosures(
        ai_generated=AiGenerated(words=words) if words else None,
        upstream=tuple(name for name in named if fold(name) not in mine),
    )


def _machine_words(blocks: Sequence[Block]) -> str | None:
    """The words by which the page says that a machine wrote it, the fullest if it says so twice."""
    declared = []
    for rank, block in enumerate(blocks):
        at_the_ends = rank < 6 or rank >= len(blocks) - 4
        may_declare = block.kind in _DECLARING or (block.kind is None and at_the_ends)
        if may_declare and len(block.text) <= 400 and (words := _declaration(block.text)):
            declared.append(words)
    return max(declared, key=len, default=None)


_DECLARING = (BlockKind.BYLINE, BlockKind.NOTICE, BlockKind.DATELINE, BlockKind.INTERFACE)


def _declaration(text: str) -> str | None:
    if not (_NAMING & Line.of(text).words and _NAMED.search(text)):
        return None
    found = next((m for p in _DECLARED if (m := p.search(text))), None)
    if not found or _NOT_MEANT.search(text, max(0, found.start() - 40), found.end()):
        return None
    return found[0].strip(" \t-–—*()[]")


def _upstream(blocks: Sequence[Block]) -> Iterator[str]:
    """The names of the outlets drawn on as a whole, in page order, as written."""
    lead = 0
    for block in blocks:
        if (
            block.kind in (BlockKind.BYLINE, BlockKind.RELATED, BlockKind.NOTICE)
            and len(block.text) <= 260
        ):
            yield from _credited(block.text)
        elif block.kind is None and block.is_prose and lead < _LEAD_PARAGRAPHS:
            lead += 1
            yield from _in_the_lead(block.text, is_first=lead == 1)


def _credited(text: str) -> Iterator[str]:
    if not _CREDITING & Line.of(text).words:
        return
    found = next((m for p in _CREDITED if (m := p.search(text))), None)
    if found:
        address = found["names"].startswith(("http://", "https://", "www."))
        names = [found["names"]] if address else re.split(r",| and | & |;|/", found["names"])
        yield from (_name(name) for name in names if _name(name))


def _in_the_lead(text: str, *, is_first: bool) -> Iterator[str]:
    if is_first and (dateline := _DATELINE.match(text)):
        yield from (_name(name) for name in dateline["names"].split("/"))
    for pattern in _IN_THE_LEAD if "reported" in text else ():
        yield from (_name(found["names"]) for found in pattern.finditer(text))


def _name(written: str) -> str:
    """A name without what stands around it; any agencies are `agencies`."""
    name = plain_marks(written).strip(" .,:;\"'()[]@").removeprefix("the ")
    if name.startswith(("http://", "https://", "www.")):
        return host_of(name)
    return "agencies" if name.casefold() in _AGENCIES else name
