"""sources.toml and PARLEY_* variables: strict, and a fault says where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.errors import ConfigurationError
from flows.listing import list_sources
from flows.settings import SEEDS, Settings
from flows.sources import chosen, read_sources
from flows.web.client import Web

FEED = '[[source]]\nname = "f"\nkind = "feed"\nurl = "https://a.org/f"\n'
ARCHIVE = '[[source]]\nname = "a"\nkind = "warc"\npath = "news"\n'
GOOD = '[[source]]\nname = "one"\nkind = "folder"\npath = "articles"\n'


def test_the_sources_that_are_shipped() -> None:
    sources = read_sources(SEEDS)
    assert [source.name for source in sources if source.enabled] == ["samples"]
    assert sum(source.kind == "feed" for source in sources) >= 24


def test_the_volumes_that_are_shipped_are_wide() -> None:
    """A least that is wrong holds back a night."""
    bounds = {it.name: it.articles_a_day for it in read_sources(SEEDS) if it.articles_a_day}
    assert len(bounds) >= 12
    assert {name for name, (least, most) in bounds.items() if least > 5 or most < 30} == set()
    assert {it.name for it in read_sources(SEEDS) if getattr(it, "topic", ())} & set(
        bounds
    ) == set()


FAULTS = [
    (
        "a misspelt key",
        GOOD + 'outlt = "x"\n',
        "line 5, key 'outlt': unknown key; did you mean 'outlet'?",
    ),
    (
        "a wrong type",
        GOOD + 'enabled = "no"\n',
        "line 5, key 'enabled': Input should be a valid boolean",
    ),
    ("an unknown kind", GOOD.replace("folder", "ftp"), "line 3, key 'kind'"),
    ("no kind", '[[source]]\nname = "one"\n', "line 1, key 'kind'"),
    (
        "no path",
        '[[source]]\nname = "one"\nkind = "folder"\n',
        "line 1, key 'path': Field required",
    ),
    ("a bad name", GOOD.replace("one", "One!"), "line 2, key 'name'"),
    ("a bad URL", '[[source]]\nname = "a"\nkind = "feed"\nurl = "ftp://x"\n', "line 4, key 'url'"),
    (
        "a bad URL of many",
        '[[source]]\nname = "a"\nkind = "urls"\nurls = ["x"]\n',
        "line 4, key 'urls'",
    ),
    ("the second of two", GOOD + GOOD.replace("one", "two") + "nam = 1\n", "line 9, key 'nam'"),
    ("a name twice", GOOD + GOOD, "line 6, key 'name': a second source 'one'"),
    (
        "a feed twice",
        FEED + FEED.replace('"f"', '"g"'),
        "line 8, key 'url': a second source 'https://a.org/f'",
    ),
    ("no such port", FEED.replace("a.org", "a.org:99999"), "line 4, key 'url': Value error"),
    ("a password shown", FEED.replace("//a.org", "//u:canary@a.org:x"), "line 4, key 'url'"),
    ("too long a pause", FEED + "delay_seconds = 601\n", "line 5, key 'delay_seconds'"),
    ("no such opt-out", FEED + 'obeys = ["none"]\n', "line 5, key 'obeys'"),
    ("topics as words", FEED + 'topic = "truce"\n', "line 5, key 'topic'"),
    ("an empty topic", FEED + 'topic = [""]\n', "line 5, key 'topic'"),
    (
        "bounds backwards",
        FEED + "articles_a_day = [9, 1]\n",
        "line 5, key 'articles_a_day': Value error, the least stands before the most",
    ),
    ("one bound", FEED + "articles_a_day = [9]\n", "line 5, key 'articles_a_day'"),
    ("days of a feed", FEED + "days = 3\n", "line 5, key 'days': unknown key"),
    ("a day as words", ARCHIVE + 'since = "2025-07-23"\n', "line 5, key 'since'"),
    ("another table", GOOD + "[sauce]\n", "unknown key 'sauce'"),
    ("no table", "source = 1\n", "'source' is no list of tables"),
    ("no TOML", "[[source\n", "cannot be read"),
]


@pytest.mark.parametrize(("text", "message"), [c[1:] for c in FAULTS], ids=[c[0] for c in FAULTS])
def test_a_fault_names_file_line_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "sources.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_sources(tmp_path)
    assert str(tmp_path / "sources.toml") in str(caught.value)
    assert message in str(caught.value)
    assert "canary" not in str(caught.value)


def test_an_unknown_source_names_the_nearest() -> None:
    with pytest.raises(ConfigurationError, match="did you mean 'samples'"):
        chosen(read_sources(SEEDS), ("sampels",))


def test_a_night_without_a_source_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(FEED + "enabled = false\n", encoding="utf-8")
    sources = read_sources(tmp_path)
    with pytest.raises(ConfigurationError, match=r"no source in sources\.toml is enabled; write"):
        chosen(sources, ())
    assert chosen(sources, ("f",)) == sources


def test_a_source_that_cannot_be_listed_leaves_the_others_alone(tmp_path: Path) -> None:
    text = GOOD.replace("articles", "nowhere") + GOOD.replace("one", "two")
    (tmp_path / "sources.toml").write_text(text, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("x", encoding="utf-8")
    settings = Settings(seeds=tmp_path)
    bad, good = list_sources(read_sources(tmp_path), settings, Web(settings))
    assert bad.ending
    assert (bad.reference, bad.ending.reason) == ("one", "unlistable")
    assert (good.reference, good.source) == ("articles/a.txt", "two")


def test_a_source_that_hits_a_fault_of_ours_leaves_the_others_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("flows.listing.list_path", lambda *_: 1 / 0)
    enabled = [it for it in read_sources(SEEDS) if it.enabled]
    (ref,) = list_sources(enabled, Settings(), Web(Settings()))
    assert ref.ending
    assert ref.ending.reason == "internal_error"


def test_settings_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path / "a"))
    monkeypatch.setenv("PARLEY_BATCH_SIZE", "7")
    assert Settings.load().home == tmp_path / "a"
    assert Settings.load(tmp_path / "b").home == tmp_path / "b"
    assert Settings.load().batch_size == 7


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("PARLEY_BATCH_SIZE", "many", "the variable PARLEY_BATCH_SIZE is 'many'"),
        ("PARLEY_BATCH_SIZE", "0", "PARLEY_BATCH_SIZE is '0'.*greater than or equal to 1"),
        ("PARLEY_HOMES", "x", "PARLEY_HOMES is no setting.*did you mean PARLEY_HOME?"),
    ],
)
def test_a_wrong_variable_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError, match=message):
        Settings.load()
