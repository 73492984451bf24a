"""Status, negation and hypothesis: (why, sentence, trigger word, status).

The trigger's first occurrence is read; a word before a bar says what it is: `noun` or `verb`.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fact import Status
from extractors.parsing.status import Stretch, clause_at, clauses, noun_standing, verb_standing
from extractors.parsing.tape import Tape

CASES: tuple[tuple[str, str, str, str], ...] = (
    # -- done
    ("simple past", "They exchanged 250 prisoners on Wednesday.", "verb|exchanged", "completed"),
    ("perfect", "The rebels have freed 125 soldiers.", "verb|freed", "completed"),
    ("pluperfect", "The group had already released the pilot.", "verb|released", "completed"),
    ("passive", "Ten hostages were freed at noon.", "verb|freed", "completed"),
    ("passive perfect", "Ten hostages have been freed.", "verb|freed", "completed"),
    ("passive with an adverb", "The men were later released.", "verb|released", "completed"),
    ("present of headlines", "Russia frees three Americans.", "verb|frees", "completed"),
    ("the noun took place", "The swap took place at the border.", "noun|swap", "completed"),
    ("the noun is carried out", "The two carried out a swap on Monday.", "noun|swap", "completed"),
    ("completed the noun", "They completed the exchange.", "noun|exchange", "completed"),
    ("the noun freed people", "The swap freed 95 men on each side.", "noun|swap", "completed"),
    ("it was the noun", "It was the 64th exchange.", "noun|exchange", "completed"),
    (
        "an aside is passed over",
        "A second swap, the largest so far, took place on Sunday.",
        "noun|swap",
        "completed",
    ),
    (
        "another clause is not concerned",
        "Talks failed to yield a truce, but they exchanged 250 men.",
        "verb|exchanged",
        "completed",
    ),
    (
        "hope of another clause",
        "They exchanged 95 men, and hope to agree on a truce.",
        "verb|exchanged",
        "completed",
    ),
    (
        "helped to secure",
        "Qatar helped to secure the exchange of two men.",
        "noun|exchange",
        "completed",
    ),
    # -- under way
    ("is being", "Some 250 prisoners are being exchanged.", "verb|exchanged", "ongoing"),
    ("progressive", "The two are exchanging 900 detainees.", "verb|exchanging", "ongoing"),
    ("under way", "An exchange is under way at the border.", "noun|exchange", "ongoing"),
    ("has begun", "The exchange has begun.", "noun|exchange", "ongoing"),
    ("in progress", "The swap is in progress.", "noun|swap", "ongoing"),
    # -- agreed
    ("agreed to", "They agreed to exchange 1,000 prisoners.", "verb|exchange", "agreed"),
    ("agreed on", "They agreed on an exchange of 1,000 men.", "noun|exchange", "agreed"),
    ("agreement on", "They reached an agreement on a swap.", "noun|swap", "agreed"),
    ("a deal to", "A deal to free 30 hostages was reached.", "verb|free", "agreed"),
    ("will", "Hamas will release four soldiers.", "verb|release", "agreed"),
    ("will, passive", "Four soldiers will be released.", "verb|released", "agreed"),
    ("are to be", "Fifty hostages are to be freed.", "verb|freed", "agreed"),
    ("is to", "The group is to hand over 33 captives.", "verb|hand over", "agreed"),
    ("were due to", "Three men were due to be freed on Saturday.", "verb|freed", "agreed"),
    ("is scheduled", "The exchange is scheduled for Thursday.", "noun|exchange", "agreed"),
    ("said they would", "The rebels said they would free 4,208 men.", "verb|free", "agreed"),
    ("pledged", "They pledged to trade 1,000 captives.", "verb|trade", "agreed"),
    ("promised that", "He promised that ten men would be freed.", "verb|freed", "agreed"),
    ("undertook to", "The two undertook to return all the wounded.", "verb|return", "agreed"),
    ("that they agreed", "It is part of a swap agreed in Istanbul.", "noun|swap", "agreed"),
    (
        "under the terms of",
        "Under the terms of the truce 33 captives go free.",
        "verb|go free",
        "agreed",
    ),
    # -- proposed, expected, possible
    ("proposed", "Kyiv proposed an exchange of 50 men.", "noun|exchange", "proposed"),
    ("offered to", "He offered to exchange all prisoners.", "verb|exchange", "proposed"),
    ("could", "They could exchange 500 men on Saturday.", "verb|exchange", "proposed"),
    ("may", "The group may free two hostages.", "verb|free", "proposed"),
    ("would", "Under the draft Hamas would free ten men.", "verb|free", "proposed"),
    ("ready to", "Kyiv is ready to swap all prisoners.", "verb|swap", "proposed"),
    ("wants to", "Moscow wants to exchange the wounded.", "verb|exchange", "proposed"),
    ("hopes for", "Kyiv hopes for another exchange.", "noun|exchange", "proposed"),
    ("is possible", "A swap is possible next week.", "noun|swap", "proposed"),
    ("is expected", "An exchange is expected on Sunday.", "noun|exchange", "proposed"),
    ("discussed", "They discussed an exchange of prisoners.", "noun|exchange", "proposed"),
    ("called for", "The Pope called for an exchange of captives.", "noun|exchange", "proposed"),
    ("in case of if", "If they exchange prisoners, talks follow.", "verb|exchange", "proposed"),
    ("plans to", "The army plans to release 20 men.", "verb|release", "proposed"),
    ("considers", "Israel considers a swap.", "noun|swap", "proposed"),
    ("efforts to", "Efforts to free the hostages go on.", "verb|free", "proposed"),
    # -- demanded
    (
        "demanded that, subjunctive",
        "The rebels demanded that Kinshasa free 700 men.",
        "verb|free",
        "demanded",
    ),
    ("demands the noun", "Israel demands the release of all hostages.", "noun|release", "demanded"),
    ("must", "Hamas must release the hostages.", "verb|release", "demanded"),
    ("should, passive", "All hostages should be released.", "verb|released", "demanded"),
    ("insists on", "Kyiv insists on an all-for-all exchange.", "noun|exchange", "demanded"),
    # -- rejected, denied, failed
    ("rejected", "Moscow rejected an exchange of all prisoners.", "noun|exchange", "rejected"),
    ("refused to", "Israel refused to free 100 prisoners.", "verb|free", "rejected"),
    ("was rejected", "The proposed exchange was rejected by Moscow.", "noun|exchange", "rejected"),
    ("did not agree to", "Hamas did not agree to release ten men.", "verb|release", "rejected"),
    ("ruled out", "The president ruled out a swap.", "noun|swap", "rejected"),
    ("denied having", "The Taliban denied having freed two men.", "verb|freed", "denied"),
    ("denied that", "Hamas denied that it had released the men.", "verb|released", "denied"),
    ("was denied", "The exchange was denied by officials.", "noun|exchange", "denied"),
    ("failed to agree", "They failed to agree on an exchange.", "noun|exchange", "failed"),
    ("was postponed", "The exchange was postponed.", "noun|exchange", "failed"),
    ("an aside before it", "A second swap, due in June, was postponed.", "noun|swap", "failed"),
    ("postponed the noun", "Kyiv postponed the exchange.", "noun|exchange", "failed"),
    ("delayed", "Israel delayed the release of 620 men.", "noun|release", "failed"),
    ("put off", "Hamas was putting off the release of three men.", "noun|release", "failed"),
    ("called off", "The swap was called off at the last minute.", "noun|swap", "failed"),
    ("not", "The prisoners were not freed.", "verb|freed", "failed"),
    ("did not", "The sides did not exchange prisoners.", "verb|exchange", "failed"),
    ("will not be", "The 602 men would not be released.", "verb|released", "failed"),
    ("fell through", "The exchange fell through.", "noun|exchange", "failed"),
    # -- nothing said
    ("a bare noun", "The exchange of prisoners, a hard matter.", "noun|exchange", ""),
)


def tape_of(sentence: str) -> Tape:
    return Tape(sentence, 0, ())


@pytest.mark.parametrize(("why", "sentence", "trigger", "status"), CASES)
def test_status(why: str, sentence: str, trigger: str, status: str) -> None:
    kind, word = trigger.split("|")
    tape = tape_of(sentence)
    start = tape.text.index(word)
    clause = clause_at(clauses(tape), start)
    read = noun_standing if kind == "noun" else verb_standing
    standing = read(tape, clause, Stretch(start, start + len(word)))
    assert (standing.status.value if standing else "") == status, (why, standing)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
    assert len({sentence for _, sentence, _, _ in CASES}) == len(CASES)


@given(st.text(alphabet="ab ,.;:-—not will agreed that", max_size=200), st.integers(0, 199))
def test_any_text_has_clauses_without_gaps(text: str, place: int) -> None:
    tape = tape_of(text)
    parts = clauses(tape)
    assert "".join(text[part.start : part.end] for part in parts) == text
    if place < len(text):
        standing = verb_standing(
            tape, clause_at(parts, place), Stretch(place, min(len(text), place + 3))
        )
        assert standing.status in Status
