"""Pages that are no articles: walls, consent pages, captchas, missing pages, lists of stories.

A page that refuses says so in its title, or in the little that it says at all; where an article is
told at length the same words are about something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.article import Unreadable, UnreadableCode
from extractors.reading.blocks import Block, Role, plain_marks
from extractors.reading.metadata import Declared

_SHORT = 900  # characters: a page that tells more is no refusal
_SAYS = {
    UnreadableCode.CAPTCHA: (
        r"verify (?:that )?you(?:'re| are) (?:a )?(?:human|not a robot)", r"are you a robot",
        r"unusual (?:traffic|activity) from", r"checking (?:if the site|your browser)",
        r"just a moment\.\.\.", r"enable javascript and cookies to continue", r"captcha",
        r"attention required!", r"pardon our interruption", r"you have been blocked",
        r"access (?:to this page has been )?denied", r"performing security verification",
    ),
    UnreadableCode.NOT_FOUND: (
        r"page (?:was |could |can ?)?not (?:be )?found", r"(?:error )?404(?: error)?",
        r"page (?:that )?you(?:'re| are| were|'ve| have)? (?:looking|look|requested)",
        r"(?:article|story|page|content) (?:is|was|has been) (?:removed|deleted)",
        r"no longer (?:available|exists)", r"(?:page|article|story) (?:doesn't|does not) exist",
    ),
    UnreadableCode.CONSENT_PAGE: (
        r"before you continue to", r"we (?:value|care about) your privacy",
        r"your privacy choices", r"manage (?:your )?(?:consent|privacy|cookies?)",
        r"accept (?:all )?cookies", r"store and/?(?:or)? access information on (?:a|your) device",
        r"consent to (?:the use of )?cookies",
    ),
    UnreadableCode.LOGIN_WALL: (
        r"(?:log|sign) ?in to (?:continue|read|view|your account)", r"to continue reading",
        r"you must (?:be logged|log|sign) ?in", r"(?:subscribe|register) to (?:continue|read|keep)",
        r"create (?:a free|an) account", r"for subscribers only", r"already a subscriber",
    ),
}  # fmt: skip
_PATTERNS = {code: re.compile("|".join(words), re.IGNORECASE) for code, words in _SAYS.items()}
_WALLS = ("reading_wall", "reading_wall_section")
_TEASER = 2500  # characters: an article before a wall that is longer was let through
_FEW_WORDS = 1200
_NAMES = re.compile(r" [|·-] ")  # before the outlet's name in a title
_TOGETHER = 3  # paragraphs side by side are a story, whatever else there is
_FRONT = 6  # linked headlines: with as many a page that is no article is a list of stories
_WALL_OF_LINKS = 40  # links as long as headlines, the same where nothing marks them as such


def refusal(
    blocks: Sequence[Block], title: str | None, declared: Declared, *, is_told: bool
) -> Unreadable | None:
    """What a page is that tells no article, if its words or its make-up say so.

    `is_told`: whether any sentence is left that an article could consist of.
    """
    told = sum(len(block.text) for block in blocks if block.kind is None)
    if told <= _SHORT and (found := _said(blocks, title, is_told=is_told)):
        code, words = found
        return Unreadable(code=code, detail=f"the page says {words!r} and tells no article")
    if not declared.is_article and not declared.dates and _is_front(blocks):
        detail = "linked headlines outnumber paragraphs, and no paragraphs stand together"
        return Unreadable(code=UnreadableCode.SECTION_FRONT, detail=detail)
    return None


def _is_front(blocks: Sequence[Block]) -> bool:
    """Whether headlines of stories, or links as long as such, are what a page consists of."""
    links = [block for block in blocks if _is_linked_headline(block)]
    heads = sum(block.role is Role.HEADING for block in links)
    stories = [block for block in blocks if block.kind is None and block.is_prose]
    together = sum(block.anchored for block in stories)
    if heads >= _FRONT and heads * 4 >= len(stories) * 3:
        return together < _TOGETHER
    return len(links) >= max(_WALL_OF_LINKS, 10 * len(stories)) and not together


def _said(
    blocks: Sequence[Block], title: str | None, *, is_told: bool
) -> tuple[UnreadableCode, str] | None:
    """The first refusal in title and headings, and without a story in any line.

    Beside a story it must be all that a title says: "Access denied", and not "Access denied to
    monitors at the bridge".
    """
    heads = [block.text for block in blocks if block.role in (Role.TITLE, Role.HEADING)]
    lines = [] if is_told else [block.text for block in blocks if len(block.text) <= 400]
    for line in map(plain_marks, [title or "", *heads[:3], *lines[:60]]):
        for code, pattern in _PATTERNS.items():
            found = pattern.search(line)
            if found and (not is_told or len(found[0]) * 3 >= len(_NAMES.split(line)[0]) * 2):
                return code, found[0]
    return None


def _is_linked_headline(block: Block) -> bool:
    return block.is_link and 25 <= len(block.text) <= 160


def is_partial(blocks: Sequence[Block], declared: Declared) -> bool:
    """Whether the text is the beginning of an article whose rest is behind a wall."""
    told = [rank for rank, block in enumerate(blocks) if block.kind is None]
    length = sum(len(blocks[rank].text) for rank in told)
    end = told[-1] if told else 0
    is_cut = any(block.rule in _WALLS for block in blocks[end + 1 :])
    return (is_cut and length <= _TEASER) or (declared.is_walled and length <= _FEW_WORDS)
