"""Where sentences and quotations begin and end: one table for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.parsing.quotations import read_quotations
from extractors.parsing.sentences import read_sentences

#: (why, sentences): the text is the sentences joined by spaces; "\n\n" begins a paragraph.
SENTENCES: list[tuple[str, list[str]]] = [
    ("two plain sentences", ["The talks ended.", "No date was set."]),
    ("a question and an exclamation", ["Why were they unsuccessful?", "Nobody knows!", "We wait."]),
    ("a courtesy before a name", ["Mr. Umerov led the talks.", "Mrs. Smith listened."]),
    ("a rank before a name", ["Lt. Gen. Kyrylo Budanov spoke.", "Col. Reda answered."]),
    ("an initial in a name", ["The envoy J. D. Vance met him.", "They parted."]),
    ("a state in letters before its office", ["U.S. President Donald Trump spoke.", "He left."]),
    ("a state in letters at the end", ["It was brokered by the U.S.", "The talks went on."]),
    ("a state in letters before a body", ["The U.N. Security Council met.", "It agreed."]),
    ("a month cut short", ["The truce began on Aug. 24 at noon.", "It held."]),
    ("a month cut short before a year", ["They met in Sept. 2022 in Ankara.", "Then war came."]),
    ("a time of day", ["It starts at 6 p.m. Moscow time on Saturday.", "It lasts a day."]),
    ("a time of day at the end", ["It began at 10 a.m.", "The men were handed over."]),
    ("a decimal figure", ["About 1.5 million fled.", "Others stayed."]),
    ("a figure with a full stop for thousands", ["Some 1.000 men came home.", "All were well."]),
    ("a clock time with a full stop", ["15.52 BST The round is over.", "It lasted an hour."]),
    ("a number sign in letters", ["Resolution No. 1701 stands.", "It is from 2006."]),
    ("a saint in a place", ["They met in St. Petersburg on Friday.", "It snowed."]),
    ("versus", ["It is Kyiv vs. Moscow again.", "Both lose."]),
    ("the stop within the quotation marks", ["“We are ready.”", "He said no more."]),
    ("the stop within straight marks", ['"We are ready."', "He said no more."]),
    ("the stop behind the marks", ["He called it “useful”.", "She did not."]),
    ("a tag after a question", ["“Are you ready?” he asked.", "Nobody was."]),
    ("a tag after an exclamation", ["“Never!” said the general.", "The call ended."]),
    ("a quotation opens the next one", ["The Kremlin waits.", "“We will see,” it said."]),
    ("guillemets open the next one", ["The Kremlin waits.", "«We will see,» it said."]),
    ("three dots go on", ["Residents of Kursk... were brought home.", "They wept."]),
    ("three dots at the end", ["It could lead to something...", "Nobody knows."]),
    ("one sign for three dots", ["It could lead to something…", "Nobody knows."]),
    ("several marks", ["This could be big???", "We will see!!"]),
    ("in brackets", ["They met (in Doha).", "(It was hot.)", "They left."]),
    ("a digit opens the next one", ["The swap is done.", "250 men came home."]),
    ("an accented capital opens the next one", ["They met there.", "Élysée officials were glad."]),
    ("a Turkish capital opens the next one", ["They met there.", "İstanbul was calm."]),
    ("a capital of the Slavs", ["They met there.", "Čaputová was glad."]),
    ("low quotation marks open the next one", ["They met there.", "„Gut“, said one."]),
    ("that is, in letters", ["The sixteenth day, i.e. 3 February, is near.", "They wait."]),
    ("for example, in letters", ["Some towns, e.g. Bakhmut, are ruins.", "Few remain."]),
    ("a company", ["The plane of Bluebird Inc. Ltd. landed.", "They got out."]),
    ("a paragraph without a stop", ["What was settled", "\n\nFour principles were."]),
    ("a line break ends one", ["Key points", "\nThe talks ended."]),
    ("a sentence after a dateline", ["KYIV, Feb. 5 (Reuters) - They met.", "They left."]),
    ("an agency between slashes", ["MOSCOW, August 14. /TASS/.", "Men came home."]),
    ("initials of a capital", ["He flew to Washington, D.C.", "The talks began."]),
    (
        "an opening word in small letters is no opening",
        ["He met al-Sharaa vs. others.", "It ended."],
    ),
    ("a junior", ["Robert Kennedy Jr. spoke.", "They clapped."]),
    ("an item number", ["See Art. 5 of the treaty.", "It binds all."]),
    ("white space around", ["They met.", "  They left.  "]),
]


@pytest.mark.parametrize(("why", "expected"), [pytest.param(*c, id=c[0]) for c in SENTENCES])
def test_sentences(why: str, expected: list[str]) -> None:
    text = " ".join(expected)
    found = [sentence.text for sentence in read_sentences(text)]
    assert found == [sentence.strip() for sentence in expected], why


#: (why, text, the words between the marks)
QUOTATIONS: list[tuple[str, str, list[str]]] = [
    ("curly", "He said: “We are ready.”", ["We are ready."]),
    ("straight", 'He said: "We are ready."', ["We are ready."]),
    ("guillemets", "A «full and unconditional» truce.", ["full and unconditional"]),
    ("low marks", "Er sagte: „Wir sind bereit.“", ["Wir sind bereit."]),
    ("low and high right marks", "It is „ready” now.", ["ready"]),
    ("single curly", "It is ‘businesslike’, he said.", ["businesslike"]),
    ("an apostrophe closes nothing", "It is ‘Putin’s offer’ now.", ["Putin’s offer"]),
    ("a plural's apostrophe is no mark", "The rebels’ demands and the army’s.", []),
    ("a quotation within", "“He called it ‘useful’ twice.”", ["He called it ‘useful’ twice."]),
    ("two in a sentence", "“We met,” he said, “and left.”", ["We met,", "and left."]),
    ("straight, two", '"We met," he said, "and left."', ["We met,", "and left."]),
    ("never closed", "Detached from reality,” the source said.", []),
    ("never closed, opened", "“We met, he said.", []),
    ("it does not cross a paragraph", "“We met.\n\nThey left.”", []),
    ("each paragraph opens anew", "“We met.\n\n“They left.”", ["They left."]),
    ("empty", "He said “” and left.", []),
    ("inches are no marks", 'A 6" pipe and a bag.', []),
    ("behind a dash", "The plan – “unacceptable”, he said – fell.", ["unacceptable"]),
    ("behind a bracket", "The plan (“unacceptable”) fell.", ["unacceptable"]),
    ("after an unclosed one", "“A. “We met,” he said.", ["A. “We met,"]),
    ("curly, closed straight", '“We met," he said. “They left.”', ["We met,", "They left."]),
    ("straight, closed curly", '"We met,” he said. "They left."', ["We met,", "They left."]),
    ("curly within straight", '"It is “useful” now," he said.', ["It is “useful” now,"]),
]


@pytest.mark.parametrize(
    ("why", "text", "expected"), [pytest.param(*c, id=c[0]) for c in QUOTATIONS]
)
def test_quotations(why: str, text: str, expected: list[str]) -> None:
    found = read_quotations(text)
    assert [quotation.span.of(text) for quotation in found] == expected, why
    assert all(quotation.outer.covers(quotation.span) for quotation in found), why


@given(st.text(alphabet='aB .!?…"“”‘’«»„\n()U.S', max_size=120))
def test_any_text_is_survived_and_every_span_slices(text: str) -> None:
    sentences = read_sentences(text)
    assert [sentence.rank for sentence in sentences] == list(range(len(sentences)))
    assert all(sentence.span.of(text) == sentence.text.strip() for sentence in sentences)
    ends = [0, *(sentence.span.end for sentence in sentences)]
    assert all(end <= each.span.start for end, each in zip(ends, sentences, strict=False))
    for quotation in read_quotations(text):
        assert quotation.span.of(text)
        assert "\n" not in quotation.outer.of(text)
