"""Counts that say nothing of their own: parts of a number told with them, lists, the dead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parsing.called import called_with
from extractors.parsing.headcounts.headcount import Headcount
from extractors.parsing.headcounts.words import KIN
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, pattern

_PART = pattern(
    r"\b(?:(?:including|(?<!which )(?<!exchange )(?<!swap )(?<!deal )includ(?:es|ed|e)"
    r"(?! (?:the|an?) (?:release|exchange|return|swap|freeing)\b)|among (?:them|whom)(?!,)"
    r"|compris\w+|made up of|consist\w+ of|such as|along with|together with|of (?:those|these)"
    r"|of the"
    r" (?:{count}|freed|released|returned|returnees|prisoners|hostages|captives|detainees|group"
    r"|men|women|number|total|rest|first|original|others))"
    r"(?![\w])"
    r"(?:(?!\bin (?:exchange|return|which)\b|\bwher"
    r"|{actor} (?:has |had |will |would |is to |was to )?"
    r"(?:freed?|freeing|releas(?:ed?|ing)|hand(?:ed|ing)?|receiv(?:ed?|ing)|got|brought"
    r"|bring)\b)[^;]){0,40}"
    r"|(?<!each )(?<!both )of (?:them|whom)\b"
    r"(?:(?!\bin (?:exchange|return)\b|, for \Z)[^;{actor}]){0,40})\Z"
)
#: "Azerbaijan, which holds 23 Armenians, freed ten of them": those it holds.
_HOLDS = re.compile(
    r"\b(?:(?:which|who|that) (?:still |also )?(?:holds?|held|keeps?|kept|detains?|detained|has"
    r"|had|took|captured|abducted|seized)|(?:still|currently) (?:holds?|holding|held))"
    r" (?:[\w-]+ ){0,2}\Z"
)
#: "Five Thais were among the eight hostages": the eight are not all told of.
_AMONG_THE = re.compile(r"\b(?:was|were|is|are) among the (?:first |other )?\Z")
#: "50 of the 240 hostages it holds": the 240 are those of whom the 50 are some.
_WHOLE_OF_SOME = re.compile(
    r"(?:\ue000|\b(?:half|most|many|some|several|none|a third|two-thirds|a quarter|the majority))"
    r" of (?:the|its|those|their) \Z"
)
#: "has released 21 of the girls", "21 of the girls have been set free": so many were.
_FREED_SOME = re.compile(
    r"\b(?:freed|released|let go|handed over|set free|brought home) (?:only )?\Z"
)
_WERE_FREED = re.compile(
    r" of (?:the|them|those|these)(?: (?!who\b|whom\b|that\b)[\w'\ue005-]+){0,3}"
    r" (?:has|have|had|was|were) (?:now |also )?(?:been )?(?:freed|released|set free|let go"
    r"|handed over|exchanged|swapped)\b"
)
#: "18 of the 183 prisoners freed on Saturday": the 183 were, and the 18 among them.
_OF_THE = re.compile(r"\b(?:of|among) the \Z")
_FREED = (
    r" (?:who (?:were|had been|have been) |(?:whom|that) (?:the )?{actor} (?:has |had |have )?)?"
    r"(?:freed|released|let go|exchanged|swapped|handed over)"
    r"(?: (?:on )?{date}| by (?:the )?{actor}| in (?:return|exchange)\b)"
)
_FREED_THEN = pattern(_FREED)
_AMONG_FREED = pattern(r"\b(?:of|among) the {count} [^.;{count}]{0,70}(?:,| were| was) \Z")
_SOME_OF_FREED = pattern(
    rf" of the {{count}}(?: [\w{{actor}}-]+){{0,4}}? {{captives}}{_FREED}", LEXICON
)
_BESIDES = re.compile(r"\b(?:along|together) with[^;.]{0,60} \Z")
_OF_A_LIST = re.compile(
    r"\b(?:lists?|names?|files?|bodies|remains|mother|father|parents?) (?:of|with|for)"
    r"(?: \w+){0,3} \Z"
)
#: "the names of three hostages to be freed on Saturday": so many will be.
_TO_BE_FREED = re.compile(
    r"(?: (?:who (?:are|will be|were)|it will|that it will|due|set|expected|scheduled))?"
    r"(?: to be| to)? (?:freed?|release[d]?|hand(?:ed)? over|let go|exchanged|swapped)\b"
)
#: "the bodies of 20 men", "the remains of 12,000 soldiers, 6,000 on either side"
_BODIES_BEFORE = pattern(
    r"\b{bodies}(?: [\w']+){0,3} \Z|\b{bodies} of {count}(?: [\w-]+){0,2}, \Z", LEXICON
)
_DEAD = re.compile(r"\b(?:fallen|dead|deceased|slain|murdered)\b")
_TAKEN = re.compile(
    r" (?:were|was|are|is|had been|have been|has been) (?:still |also )?"
    r"(?:dragged|seized|captured|abducted"
    r"|taken|kidnapped|arrested|held|killed|wounded|missing|in captivity|on trial)\b"
    r"|(?: and \ue000(?: [\w\ue005-]+){1,2})? among (?:them|those)\b"
    r"| (?:gathered|watched|waited|cheered|wept|protested|marched|rallied|attended|fled)\b"
)
#: "73 hostages still in Gaza, 17 of whom are to be freed": the 73 are not.
_SOME_OF_WHOM = pattern(
    r"[^.;,]{0,60}, (?:only |just )?{count} of (?:whom|them) (?:are|were) (?:still |also )?"
    r"(?:slated|due|set|to be|expected|scheduled|supposed|meant)\b"
)
_OF_THEM = re.compile(
    rf"(?: (?!{KIN}\b|member\b)\w+)? (?:of|among) (?:the|them|those|these)\b(?! (?:original |first "
    rf"|initial )?\ue000| (?:remaining|other) {LEXICON['captives']})"
    r"(?! (?:\w+ ){0,2}(?:army|government|military|\ue005)| [\w-]+'s? )| of (?:his|her)\b"
)
#: People called by who took them: of no number that is told.
_OF_THE_TAKEN = pattern(
    r" of the(?: (?:[\w'-]+|{place}|{actor})){0,3}? {captives}"
    r" (?:kidnapped|abducted|seized|captured|held|taken)\b"
    r"| of the(?: (?:[\w'-]+|{actor}))? (?:captured|detained|held|jailed|imprisoned|kidnapped"
    r"|abducted|seized)(?: {actor})? {captives}\b(?! (?:were|was|are|is|had|have|has|remain))",
    LEXICON,
)


def is_part(line: Line, clause: Stretch, one: Headcount) -> bool:
    """Whether a count breaks down another ("…, including 15 Saudis") or counts bodies."""
    before = max(clause.start - 12, one.place - 80, 0)
    rules = (_PART, _OF_A_LIST, _BODIES_BEFORE, _AMONG_THE, _WHOLE_OF_SOME, _AMONG_FREED, _HOLDS)
    if _FREED_THEN.match(line.text, one.stretch.end) and _OF_THE.search(
        line.text, before, one.place
    ):
        return False
    if called_with(line, one.place):
        return False
    if _TO_BE_FREED.match(line.text, one.stretch.end) and _OF_A_LIST.search(
        line.text, before, one.place
    ):
        return False
    if one.whose and _BESIDES.search(line.text, before, one.place):
        return False
    return (
        any(rule.search(line.text, before, one.place) for rule in rules)
        or bool(_SOME_OF_FREED.match(line.text, one.place + 1))
        or bool(_DEAD.search(line.text, *one.stretch))
        or _ends_a_list(line, clause, one)
        or _is_some_of_them(line, one)
        or bool(_TAKEN.match(line.text, one.stretch.end))
        or bool(_SOME_OF_WHOM.match(line.text, one.stretch.end))
    )


def _is_some_of_them(line: Line, one: Headcount) -> bool:
    """ "Four of the 33"; not "21 of the schoolgirls kidnapped by …", of whom nobody told before."""
    behind = line.text, one.place + 1
    freed = _FREED_SOME.search(line.text, max(0, one.place - 24), one.place) or (
        _WERE_FREED.match(*behind)
    )
    return bool(_OF_THEM.match(*behind)) and not (freed or _OF_THE_TAKEN.match(*behind))


def _ends_a_list(line: Line, clause: Stretch, one: Headcount) -> bool:
    """ "Soldiers, border guards and four civilians": the others are not counted."""
    start = 0 if line.text.startswith("and ", clause.start) else clause.start
    if line.text.find(SIGNS["count"], start, one.place) >= 0:
        return False
    return _LIST.search(line.text, max(start, one.place - _FAR), one.place) is not None


_FAR = 300  # places in which a list may stand before its last number


_LIST = pattern(
    r"(?<!\ba )(?<!\ban )(?<!\ba {actor} )(?<!\ban {actor} )\b{captives}"
    r"(?: of (?:the )?[^.;,]{1,50})?(?:, [^.;,]{1,50}){0,4}"
    r",?(?: and| as well as| plus) \Z",
    LEXICON,
)


def without_parts(line: Line, headcounts: Sequence[Headcount]) -> Sequence[Headcount]:
    """ "Eight children, four girls and four boys": the parts of a sum are told with it."""
    for number, whole in enumerate(headcounts):
        parts = headcounts[number + 1 : number + 3]
        listed = len(parts) == 2 and line.text.startswith(", ", whole.stretch.end)
        near = listed and parts[0].place == whole.stretch.end + 2
        if any(part.whose for part in parts) and not whole.whose:
            continue  # "eight hostages, three Israelis and five Thais": of several nations
        if near and whole.count.best == sum(part.count.best or 0 for part in parts):
            return [one for one in headcounts if one not in parts]
    return headcounts
