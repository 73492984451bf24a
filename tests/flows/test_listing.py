"""Listing: folders, files, URLs and manifests become references, the same ones from everywhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractors.errors import ConfigurationError, UsageError
from flows.listing import distinct, list_locations, list_path


def pages(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}</p>", encoding="utf-8")
    return folder


def references(*locations: str | Path) -> list[str]:
    return [ref.reference for ref in list_locations(map(str, locations))]


def test_a_folder_gives_its_pages_in_a_fixed_order(tmp_path: Path) -> None:
    pages(tmp_path / "news", "b.txt", "a.html", "sub/c.md", "d.HTM", ".hidden.txt", "e.pdf")
    assert references(tmp_path / "news") == [
        "news/a.html",
        "news/b.txt",
        "news/d.HTM",
        "news/sub/c.md",
    ]


def test_references_do_not_depend_on_how_the_folder_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pages(tmp_path / "news", "a.html", "b.txt")
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(folder)
    spellings = [folder, ".", "../news", f"{folder}/", tmp_path / "link"]
    assert {tuple(references(spelling)) for spelling in spellings} == {
        ("news/a.html", "news/b.txt")
    }
    assert references("a.html") == references(folder / "a.html") == ["news/a.html"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    folder = pages(tmp_path / "news", "a.html", "sub/b.html")
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "again").symlink_to(folder / "sub")
    assert references(folder) == ["news/a.html", "news/sub/b.html"]


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    folder = pages(tmp_path / "news")
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("x", encoding="utf-8")
    assert references(folder) == ["news/caf\ufffd.txt"]


def test_urls_and_paths_side_by_side(tmp_path: Path) -> None:
    folder = pages(tmp_path / "news", "a.html")
    assert references("https://example.org/x", folder) == ["https://example.org/x", "news/a.html"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere/page.html"])
def test_a_missing_path_is_a_usage_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"nowhere.*does not exist"):
        references(tmp_path / name)


def test_an_empty_folder_says_what_it_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no page; put .html, .htm, .txt, .md files"):
        references(tmp_path)


def test_the_same_file_twice_is_one_reference(tmp_path: Path) -> None:
    folder = pages(tmp_path / "news", "a.html")
    listed = distinct(list_locations([str(folder), str(folder / "a.html")]))
    assert [ref.reference for ref in listed] == ["news/a.html"]


def test_two_folders_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    one, two = (pages(tmp_path / year / "news", "a.html") for year in ("2024", "2025"))
    with pytest.raises(UsageError, match=r"would both be stored as 'news/a.html'"):
        list(distinct(list_locations([str(one), str(two)])))
    of_sources = [*list_path(one, "first"), *list_path(two, "second")]
    kept, rejected = distinct(of_sources)
    assert (kept.ending, rejected.source) == (None, "second")
    assert rejected.ending
    assert rejected.ending.reason == "unlistable"


def manifest(tmp_path: Path, text: str) -> Path:
    folder = pages(tmp_path / "news", "a.html", "b.html")
    (folder / "manifest.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_manifest_goes_with_its_pages(tmp_path: Path) -> None:
    folder = manifest(
        tmp_path,
        "file,url,outlet,published,title,language,upstream\n"
        'a.html,https://example.org/a,Reuters,2025-07-23,"One, two",en,AFP\n'
        "b.html,,,2025-07-23T18:00:00+03:00,,,\n",
    )
    a, b = list_path(folder, "news")
    assert a.manifest.model_dump() == {
        "url": "https://example.org/a",
        "outlet": "Reuters",
        "published": "2025-07-23",
        "title": "One, two",
        "language": "en",
        "upstream": "AFP",
    }
    assert str(b.manifest.published) == "2025-07-23 18:00:00+03:00"
    assert b.manifest.outlet is None
    (alone,) = list_path(folder / "a.html", "news")
    assert alone == a


def test_a_file_that_only_the_manifest_knows_is_one_rejection(tmp_path: Path) -> None:
    folder = manifest(tmp_path, "file\na.html\naa.html\n")
    rejected = {ref.reference: ref.ending for ref in list_path(folder, "news") if ref.ending}
    (reference, rejection), *others = rejected.items()
    assert (reference, others) == ("news/aa.html", [])
    assert rejection
    assert rejection.detail == (
        "manifest.csv, line 3, column file: 'aa.html' does not exist; did you mean 'a.html'?"
    )


MANIFEST_FAULTS = [
    ("a misspelt column", "file,outlt\n", "line 1: unknown column 'outlt'; did you mean 'outlet'?"),
    ("a foreign column", "file,q\n", "line 1: unknown column 'q'; it may have file, url"),
    ("a column twice", "file,url,url\n", "line 1: column 'url' stands there twice"),
    ("no file column", "url\n", "line 1: no column 'file'"),
    ("an empty manifest", "", "line 1: no column 'file'"),
    (
        "no such day",
        "file,published\na.html,2025-02-30\n",
        "line 2, column published: '2025-02-30'",
    ),
    ("words for a day", "file,published\na.html,May 5\n", "'May 5' is no date such as 2025-07-23"),
    ("no zone", "file,published\na.html,2025-07-23T10:00\n", "has a time without its zone"),
    ("a language in full", "file,language\na.html,English\n", "'English' is no two-letter"),
    ("no address", "file,url\na.html,example.org\n", "'example.org' is no http"),
    ("out of the folder", "file\n../b.html\n", "'../b.html' is no path inside the folder"),
    ("a file twice", "file\na.html\na.html\n", "line 3, column file: 'a.html' stands in line 2"),
    ("too many values", "file\na.html,en\n", "line 2: the number of values"),
    ("too few values", "file,url\na.html\n", "line 2: the number of values"),
]


@pytest.mark.parametrize(
    ("text", "message"),
    [case[1:] for case in MANIFEST_FAULTS],
    ids=[case[0] for case in MANIFEST_FAULTS],
)
def test_a_wrong_manifest_names_its_place(tmp_path: Path, text: str, message: str) -> None:
    folder = manifest(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        list(list_path(folder, "news"))
    assert str(folder / "manifest.csv") in str(caught.value)
    assert message in str(caught.value)


def test_a_manifest_in_another_encoding_names_itself(tmp_path: Path) -> None:
    folder = manifest(tmp_path, "")
    (folder / "manifest.csv").write_bytes("file,title\na.html,Kaf\xe9\n".encode("latin-1"))
    with pytest.raises(ConfigurationError, match=r"manifest\.csv cannot be read .* in UTF-8"):
        list(list_path(folder, "news"))
