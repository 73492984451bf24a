"""Pages that are no articles, encodings, and what is known beside the text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extractors.article import PublishedBasis, Unreadable, UnreadableCode
from extractors.page import ManifestEntry, Page
from extractors.reading import read
from extractors.reading.dates import read_stamp, read_written
from extractors.references import References
from tests.reading.cases import STORY
from tests.reading.pages import article_of, page_of

TEXT = "\n\n".join(STORY)


def unreadable(content: bytes | str, media_type: str = "text/plain") -> Unreadable:
    found = read(page_of(content, media_type), References())
    assert isinstance(found, Unreadable), found
    return found


@pytest.mark.parametrize(
    ("why", "content", "code"),
    [
        ("no bytes", b"", UnreadableCode.EMPTY),
        ("white space", b" \n\t\r\n ", UnreadableCode.EMPTY),
        ("a byte-order mark alone", b"\xef\xbb\xbf \n", UnreadableCode.EMPTY),
        ("a PDF", b"%PDF-1.7\n1 0 obj", UnreadableCode.BINARY),
        ("a zip", b"PK\x03\x04rest", UnreadableCode.BINARY),
        ("a JPEG", b"\xff\xd8\xff\xe0rest", UnreadableCode.BINARY),
        ("zero bytes", b"text and \x00 more text", UnreadableCode.BINARY),
        ("a hundred thousand tags", b"<html>" + b"<p>x" * 100_001, UnreadableCode.TOO_COMPLEX),
        ("a long tag", b"<html><p " + b"a=1 " * 20_000 + b">x", UnreadableCode.TOO_COMPLEX),
        ("a byte that windows-1252 does not have", b"caf\x81 and more", UnreadableCode.UNDECODABLE),
        ("broken UTF-8", "“Yes”".encode() + b"\xff text", UnreadableCode.UNDECODABLE),
        ("a few words", b"Page not found", UnreadableCode.NOT_FOUND),
        ("a menu", b"Home\nWorld\nSport\nLog in", UnreadableCode.NO_ARTICLE),
        ("a wall", b"Please log in to continue reading.", UnreadableCode.LOGIN_WALL),
    ],
)  # fmt: skip
def test_a_page_without_an_article_has_a_code(
    why: str, content: bytes, code: UnreadableCode
) -> None:
    assert unreadable(content).code is code, why


@pytest.mark.parametrize(
    ("why", "html"),
    [
        ("an empty shell", "<html><body><div id='root'></div><script>app()</script></body></html>"),
        ("a list of links", "<ul>" + "<li><a href='/x'>Rebels free 1,300</a></li>" * 9 + "</ul>"),
        ("a script wall", "<html><body><p>Please enable JavaScript to go on.</p></body></html>"),
        ("not html at all", "<<<>>>"),
    ],
)  # fmt: skip
def test_an_html_page_without_an_article_has_a_code(why: str, html: str) -> None:
    assert unreadable(html, "text/html").code is UnreadableCode.NO_ARTICLE, why


def test_an_element_of_the_site_own_making_parts_no_paragraph() -> None:
    first = STORY[0].replace(
        "Armenia", "<topic-link><meta content=x><b>Armenia</b></topic-link>", 1
    )
    page = f"<html><body><div><p>{first}</p><p>{STORY[1]}</p></div></body></html>"
    assert article_of(page, "text/html").text == TEXT


def test_a_picture_written_into_an_attribute_is_no_long_tag() -> None:
    picture = f'<img src="data:image/png;base64,{"QUFB" * 20_000}">'
    page = f"<html><body>{picture}<p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"
    assert article_of(page, "text/html").text == TEXT


def test_the_place_of_the_offending_byte_is_told() -> None:
    assert "0x81 at 3" in unreadable(b"caf\x81").detail


@pytest.mark.parametrize(
    ("why", "encoding", "declared"),
    [
        ("UTF-8", "utf-8", None),
        ("UTF-8 declared as Latin-1", "utf-8", "iso-8859-1"),
        ("UTF-8 with a mark", "utf-8-sig", None),
        ("UTF-16 with a mark", "utf-16", None),
        ("windows-1252, not declared", "cp1252", None),
        ("windows-1252, declared as Latin-1", "cp1252", "iso-8859-1"),
        ("windows-1252, declared as nonsense", "cp1252", "zip"),
        ("windows-1251, declared", "cp1251", "windows-1251"),
    ],
)
def test_a_page_is_decoded(why: str, encoding: str, declared: str | None) -> None:
    text = TEXT + "\n\n“We are glad – at last,” the minister’s office said on Friday evening."
    page = page_of(text.encode(encoding)).model_copy(update={"charset": declared})
    assert read(page, References()).text == text, why  # type: ignore[union-attr]  # an article


def test_a_meta_tag_names_the_encoding() -> None:
    body = f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>«Мы рады», he said to them all.</p>"
    html = f"<html><head><meta charset=windows-1251></head><body>{body}"
    article = article_of(html.encode("cp1251"), "text/html")
    assert "«Мы рады», he said to them all." in article.text


def test_text_is_composed_and_free_of_what_nobody_sees() -> None:
    article = article_of(
        TEXT
        + "\n\nThe cafe\u0301 in I\u00adje\u200bvan\u0007 was closed all day.\r\nIt opened at ten."
    )
    assert article.text.endswith("The café in Ijevan was closed all day.\n\nIt opened at ten.")


def test_wrapped_lines_are_joined_and_whole_paragraphs_are_not() -> None:
    wrapped = (
        "The two foreign ministries said on Friday that one hundred prisoners had\n"
        "been exchanged near the border town of Ijevan, where buses had been waiting\n"
        "since the early morning."
    )
    assert article_of(wrapped).text.count("\n") == 0
    assert article_of("\n".join(STORY)).text == TEXT


def test_a_manifest_outranks_the_page() -> None:
    html = (
        "<html><head><title>A</title>"
        "<meta property='og:title' content='Rivals swap captives at last'>"
        "<meta property='article:published_time' content='2024-05-03T10:00:00Z'></head>"
        "<body><h1>Rivals swap captives at last</h1>"
        f"<p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"
    )
    own = article_of(html, "text/html")
    assert (own.title, own.published_basis) == (
        "Rivals swap captives at last",
        PublishedBasis.METADATA,
    )
    assert own.published == datetime(2024, 5, 3, 10, tzinfo=UTC)
    told = article_of(
        html, "text/html", title="Swap", outlet="reuters", published="2024-05-04", language="en-GB"
    )
    assert (told.title, told.outlet, told.language) == ("Swap", "Reuters", "en")
    assert (told.published, told.published_basis) == (date(2024, 5, 4), PublishedBasis.MANIFEST)


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    [
        ("Eastern time in summer", "Wed, Jul 23, 2025 6:07 pm ET", "2025-07-23T18:07:00-04:00"),
        ("Eastern time in winter", "Jan 3, 2025 at 9:05 a.m. ET", "2025-01-03T09:05:00-05:00"),
        ("day first", "Published: 3 May 2024", "2024-05-03"),
        ("day first with an ordinal", "3rd of May 2024", "2024-05-03"),
        ("a clock without a zone is not a moment", "May 3, 2024, 14:30", "2024-05-03"),
        ("Greenwich", "3 May 2024 14:30 GMT", "2024-05-03T14:30:00+00:00"),
        ("India", "Updated: May 14, 2025 1:05 pm IST", "2025-05-14T13:05:00+05:30"),
        ("an offset", "3 May 2024 14:30 UTC+3", "2024-05-03T14:30:00+03:00"),
        ("dots are a day first", "03.05.2024", "2024-05-03"),
        ("slashes can be either", "03/05/2024", None),
        ("an impossible date is none", "30 February 2024", None),
        ("a day without a year is none", "Feb 5", None),
    ],
)  # fmt: skip
def test_a_written_date(why: str, text: str, expected: str | None) -> None:
    found = read_written(text)
    assert (found.isoformat() if found else None) == expected, why


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2024-05-03T10:00:00+02:00", datetime(2024, 5, 3, 8, tzinfo=UTC)),
        ("2024-05-03T10:00:00.000Z", datetime(2024, 5, 3, 10, tzinfo=UTC)),
        ("2024-05-03T10:00:00", date(2024, 5, 3)),
        ("2024-05-03", date(2024, 5, 3)),
        ("20240503", date(2024, 5, 3)),
        ("2024-02-30", None),
        ("2024-02-30T10:00:00Z", None),
        ("Fri, 03 May 2024 10:00:00 GMT", datetime(2024, 5, 3, 10, tzinfo=UTC)),
        ("yesterday", None),
    ],
)  # fmt: skip
def test_a_stamp_in_metadata(stamp: str, expected: date | datetime | None) -> None:
    assert read_stamp(stamp) == expected


@pytest.mark.parametrize(
    ("why", "line", "published"),
    [
        ("a dateline with a year", f"KYIV, Feb 5, 2024 (Reuters) - {STORY[0]}", date(2024, 2, 5)),
        ("a dateline without a year", f"KYIV, Feb 5 (Reuters) - {STORY[0]}", None),
    ],
)
def test_a_dateline_gives_the_day_when_its_year_is_told(
    why: str, line: str, published: date | None
) -> None:
    article = article_of(f"{line}\n\n{STORY[1]}")
    assert article.published == published, why
    assert article.disclosures.upstream == ("reuters",)
    assert article.text.startswith("KYIV, Feb 5")


@pytest.mark.parametrize(
    ("why", "lines", "upstream"),
    [
        ("read more at", ["Read more @ kyivindependent.com"], ["kyiv_independent"]),
        ("agencies", ["With inputs from agencies"], ["agencies"]),
        ("several", ["With inputs from Reuters and AFP"], ["reuters", "afp"]),
        ("told to Reuters is no upstream", ["A diplomat told Reuters that talks would go on."], []),
        ("unknown outlets stay as written", ["Originally published by The Example Times."],
         ["The Example Times"]),
    ],
)  # fmt: skip
def test_upstream(why: str, lines: list[str], upstream: list[str]) -> None:
    found = article_of("\n\n".join([*STORY, *lines])).disclosures.upstream
    assert list(found) == upstream, why


@pytest.mark.parametrize(
    ("why", "known", "upstream"),
    [
        ("a known outlet", {}, ["reuters", "afp"]),
        ("an unknown one", {"upstream": "The Example Times"}, ["The Example Times", "afp"]),
        ("named twice", {"upstream": "Agence France-Presse"}, ["afp"]),
        ("any agency", {"upstream": "Agencies"}, ["agencies", "afp"]),
        ("the outlet itself", {"outlet": "Reuters"}, ["afp"]),
        ("the outlet itself, unknown", {"outlet": "A Paper", "upstream": "a paper"}, ["afp"]),
        ("its address", {"url": "https://a.example/1", "upstream": "https://a.example"}, ["afp"]),
    ],
)
def test_an_upstream_named_beside_the_page(
    why: str, known: dict[str, str], upstream: list[str]
) -> None:
    text = "\n\n".join([*STORY, "With inputs from AFP"])
    found = article_of(text, **{"upstream": "Reuters", **known}).disclosures.upstream
    assert list(found) == upstream, why


@pytest.mark.parametrize(
    ("why", "line", "words"),
    [
        ("a byline", "By AI", "By AI"),
        ("glued", "Generated by AI AgentTicker Buzz", "Generated by AI Agent"),
        ("a sentence", "This story was generated by AI, then edited.", "story was generated by AI"),
        ("a digest is none", "This summary was generated by AI.", None),
        ("a picture is none", "The image was generated by AI.", None),
        ("the contrary", "No part of this article was generated by AI.", None),
        ("a story about machines", "The ministry said that the letter was generated by AI.", None),
    ],
)  # fmt: skip
def test_a_declaration_of_machine_authorship(why: str, line: str, words: str | None) -> None:
    declared = article_of(f"{TEXT}\n\n{line}").disclosures.ai_generated
    assert (declared.words if declared else None) == words, why


def test_iptc_digital_source_type_declares_a_machine() -> None:
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    html = (
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle",'
        '"headline":"Rivals swap captives",'
        f'"digitalSourceType":"{source}"}}</script></head><body><p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>'
    )
    assert article_of(html, "text/html").disclosures.ai_generated is not None


def test_a_text_file_that_is_html_is_read_as_html() -> None:
    article = article_of(
        f"<!doctype html><html><body><p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"
    )
    assert article.text == TEXT


def test_a_huge_text_is_refused_and_not_cut() -> None:
    content = (TEXT + "\n\n") * 30_000
    page = Page(
        reference="huge", content=content.encode(), media_type="text/plain",
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC), manifest=ManifestEntry(),
    )  # fmt: skip
    found = read(page, References())
    assert isinstance(found, Unreadable)
    assert "5,000,000" in found.detail
