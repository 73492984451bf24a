"""Walls, missing pages and lists of stories have a code; teasers and odd dates are flagged."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.article import Article, ArticleFlag, Unreadable, UnreadableCode
from extractors.reading import read
from extractors.references import References
from tests.reading.cases import STORY
from tests.reading.pages import article_of, page_of

LINK = "<div><a href='/{0}'>Story {0}: rebels free captives in surprise move</a></div>"
CARD = "<div><h3><a href='/s'>Rebels free 1,300 captives in surprise move</a></h3><p>{}</p></div>"


def html(title: str, *lines: str, head: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>"
    )


@pytest.mark.parametrize(
    ("why", "page", "code"),
    [
        ("a challenge", html("Just a moment...", "Checking your browser before you go on."),
         UnreadableCode.CAPTCHA),
        ("a robot check", html("Are you a robot?", "Please show that you are not: click the box."),
         UnreadableCode.CAPTCHA),
        ("a soft 404", html("Page not found | Meridian", "The page you requested has moved."),
         UnreadableCode.NOT_FOUND),
        ("a removed story", html("Meridian Daily", "This article is no longer available."),
         UnreadableCode.NOT_FOUND),
        ("a login", html("Meridian Daily", "Sign in to continue", "Forgot your password?"),
         UnreadableCode.LOGIN_WALL),
        ("consent", html("Before you continue to Meridian", "We use cookies and data."),
         UnreadableCode.CONSENT_PAGE),
        ("a section front", "<html><body>" + CARD.format(STORY[0]) * 4 + CARD.format(STORY[1]) * 4,
         UnreadableCode.SECTION_FRONT),
        ("a front whose headlines are links and no headings",
         "<html><body>" + "".join(map(LINK.format, range(40))) + f"<div><p>{STORY[0]}</p></div>",
         UnreadableCode.SECTION_FRONT),
    ],
)  # fmt: skip
def test_a_page_that_refuses_has_its_code(why: str, page: str, code: UnreadableCode) -> None:
    found = read(page_of(page, "text/html"), References())
    assert isinstance(found, Unreadable), why
    assert found.code is code, found


def nested(depth: int, within: str) -> str:
    return "<div>" * depth + within + "</div>" * depth


@pytest.mark.parametrize(
    ("why", "body", "is_deep"),
    [
        ("252 around the paragraph", nested(252, f"<p>{STORY[0]}</p>"), False),
        ("253 around it", nested(253, f"<p>{STORY[0]}</p>"), True),
        ("after the story", f"<p>{STORY[0]}</p>{nested(300, 'x')}", True),
        ("before it", f"{nested(300, 'x')}<p>{STORY[0]}</p>", True),
        ("never closed", f"{'<div>' * 300}<p>{STORY[0]}</p>", True),
        ("inline", f"<p>{STORY[0]}{'<span>' * 300}</p><p>{STORY[1]}</p>", True),
        ("many and not deep", f"{'<div>x</div>' * 300}<p>{STORY[0]}</p>", False),
    ],
)  # fmt: skip
def test_what_is_nested_too_deep_to_be_read_is_no_article(
    why: str, body: str, is_deep: bool
) -> None:
    found = read(page_of(f"<html><body>{body}</body></html>", "text/html"), References())
    assert isinstance(found, Unreadable) is is_deep, (why, found)
    if isinstance(found, Unreadable):
        assert found.code is UnreadableCode.TOO_DEEP
        assert "nested deeper than 255" in found.detail


@pytest.mark.parametrize(
    ("why", "title"),
    [
        ("an article about a refusal", "Access denied to monitors at the bridge over the river"),
        ("an article about a login", "Register to continue living here, governor tells families"),
    ],
)
def test_an_article_that_says_such_words_is_an_article(why: str, title: str) -> None:
    assert isinstance(read(page_of(html(title, *STORY), "text/html"), References()), Article), why


@pytest.mark.parametrize(
    ("why", "head", "flags"),
    [
        ("one date", "<meta name=date content=2024-05-03>", ()),
        ("two dates a day apart", "<meta name=date content=2024-05-03><link rel=canonical "
         "href=https://x.example/2024/05/04/a>", ()),
        ("two dates a month apart", "<meta name=date content=2024-05-03><link rel=canonical "
         "href=https://x.example/2024/06/03/a>", (ArticleFlag.DATES_DISAGREE,)),
        ("ahead of the fetching", "<meta name=date content=2027-05-03>",
         (ArticleFlag.PUBLISHED_IN_FUTURE,)),
        ("before the web", "<meta name=date content=1970-01-01>",
         (ArticleFlag.PUBLISHED_BEFORE_1990,)),
    ],
)  # fmt: skip
def test_odd_dates_are_kept_and_flagged(
    why: str, head: str, flags: tuple[ArticleFlag, ...]
) -> None:
    article = article_of(html("Rivals swap captives", *STORY, head=head), "text/html")
    assert article.flags == flags, why
    assert article.published is not None


def test_the_date_of_change_stands_apart_and_enters_no_identity() -> None:
    head = "<meta property='article:modified_time' content='2024-05-09'>"
    changed = article_of(html("Rivals swap captives", *STORY, head=head), "text/html")
    assert (changed.published, changed.modified) == (None, date(2024, 5, 9))
    plain = article_of(html("Rivals swap captives", *STORY), "text/html")
    assert changed.article_id == plain.article_id


def test_the_beginning_of_a_walled_article_is_flagged() -> None:
    walled = html("Rivals swap captives", *STORY, "Subscribe to continue reading")
    assert article_of(walled, "text/html").flags == (ArticleFlag.PARTIAL,)
    assert article_of(html("Rivals swap captives", *STORY), "text/html").flags == ()
