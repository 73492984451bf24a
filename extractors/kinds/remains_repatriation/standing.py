"""How far a handover of the dead had come, as its verb or noun and the words before them tell."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.remains_repatriation import standing_words as words
from extractors.parsing.line import Line
from extractors.parsing.status import Standing, Stretch, noun_standing, verb_standing


def of_noun(line: Line, clause: Stretch, noun: Stretch) -> Standing:
    """Of "the exchange of bodies": what was arranged or confirmed is done."""
    if denied := words.DENIED.search(line.text, noun.end):
        return Standing(Status.DENIED, Stretch(*denied.span()), "denied behind")
    found = noun_standing(line.tape, clause, noun)
    if found and found.status is not Status.AGREED:
        return found
    if found and (would := words.DEAL_WOULD.search(line.text, 0, noun.start)):
        return Standing(Status.PROPOSED, Stretch(*would.span("w")), "a deal that would")
    if told := words.TOLD_OF.search(line.text, max(0, noun.start - 40), noun.start):
        return Standing(Status.COMPLETED, Stretch(*told.span()), "told of")
    if found:
        return found
    if provided := words.PROVIDED.search(line.text, max(0, noun.start - 200), noun.start):
        return Standing(Status.AGREED, Stretch(*provided.span()), "provided for")
    return Standing(Status.REPORTED, noun, "bare")


def of_participle(line: Line, verb: Stretch) -> Standing:
    """Of "the 6,057 bodies returned this month", "a plan that would see 18 bodies returned"."""
    if seen := words.WOULD_SEE.search(line.text, max(0, verb.start - 80), verb.start):
        return Standing(Status.PROPOSED, Stretch(*seen.span()), "would see")
    return Standing(Status.COMPLETED, verb, "participle")


def of_verb(line: Line, clause: Stretch, verb: Stretch) -> Standing:
    """Of "handed over": what is put before the verb, else what its form and its clause tell."""
    told = verb_standing(line.tape, clause, verb)
    before = _put_before(line, verb)
    if before and (before.cue != "governed" or told.status is not Status.DENIED):
        return before
    if told.cue == "would" and words.UNDER_DEAL.search(line.text, 0, verb.start):
        return told._replace(status=Status.AGREED)
    if told.status is not Status.COMPLETED or not _is_bare(line, verb):
        return told
    modals = list(words.MODAL.finditer(line.text, 0, verb.start))
    if not modals:
        return told._replace(status=Status.PROPOSED)
    last = modals[-1]
    return Standing(Status(str(last.lastgroup)), Stretch(*last.span()), "modal before")


def _put_before(line: Line, verb: Stretch) -> Standing | None:
    for said, words_of in _SAID_SO:
        if words_of.match(line.text, verb.start):
            return Standing(said, verb, "as its words say")
    for cue, status, reach, rule in _BEFORE:
        if match := rule.search(line.text, max(0, verb.start - reach), verb.start):
            return Standing(status or Status(str(match.lastgroup)), Stretch(*match.span()), cue)
    return None


#: Words that stand for a verb and tell the status themselves.
_SAID_SO = (
    (Status.PROPOSED, re.compile(r"(?:now )?(?:ready|waiting|available) ")),
    (Status.AGREED, re.compile(r"(?:due|expected|to follow)\b")),
)
#: What governs a verb: its name, the status (else that of the group matched), how far before.
_BEFORE = (
    ("would see", Status.PROPOSED, 80, words.WOULD_SEE),
    ("foreseen", Status.AGREED, 120, words.FORESEEN),
    ("under way", Status.ONGOING, 80, words.UNDER_WAY),
    ("may be", Status.PROPOSED, 40, words.MAY_BE),
    ("governed", None, 70, words.GOVERNING),
)


def _is_bare(line: Line, verb: Stretch) -> bool:
    """Whether the verb's form says nothing of when: "would free 125 and hand over 180"."""
    if line.text[verb.start : verb.end].split(" ")[0] not in words.BARE:
        return False
    managed = words.MANAGED.search(line.text, max(0, verb.start - 24), verb.start)
    return not managed and not _HEADLINE.search(line.text, 0, verb.start)


#: "Hezbollah return two coffins": the present of headlines.
_HEADLINE = re.compile(r"\A\W{0,2}(?:the )?\ue005 \Z")
