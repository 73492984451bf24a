"""What governs a verb: whether its deed is done, refused, agreed, asked for or only thought of.

"urged Moscow to accept", "is ready to accept", "did not accept", "would accept": the words right
before the verb tell. Status cues that reach over a whole clause are left to status.py.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from extractors.parsing.tape import pattern


class Governed(StrEnum):
    """How far the deed of a verb is its subject's own."""

    DONE = "done"
    NOT_DONE = "not_done"  # did not, failed to, has yet to
    REFUSED = "refused"
    AGREED = "agreed"  # agreed to, pledged to
    ASKED = "asked"  # somebody asks it of another: "urged Moscow to"
    OUGHT = "ought"  # must, should: whoever speaks asks it
    READY = "ready"
    OFFERED = "offered"
    DUE = "due"  # will, is due to
    POSSIBLE = "possible"  # would, could, hopes to, tries to


class Governing(NamedTuple):
    """The reading, and where its words begin: at the verb itself when nothing governs it."""

    governed: Governed
    start: int


_ADVERB = (
    r"(?:(?:\w+ly|also|again|yet|even|still|soon|now|then|first|further|jointly|at least) ){0,2}"
)
_WHOM = r"(?:(?!\b(?:to|that|was|were|is|are|will|would)\b)[^.;:]){1,70}?"
_RULES = tuple(
    (governed, pattern(words))
    for governed, words in (
        (
            Governed.REFUSED,
            r"\b(?:refus(?:es|ed|ing|al)|declin(?:es|ed|ing)|reluctan(?:t|ce)|unwilling|resist\w*"
            rf"|not (?:ready|prepared|willing|agreed?)) to {_ADVERB}\Z"
            rf"|\brul(?:es?|ed|ing) out (?:ever )?{_ADVERB}\Z"
            rf"|\b(?:(?:vow(?:s|ed)|decid(?:es|ed)|pledg(?:es|ed)|promis(?:es|ed)) not"
            rf"|not (?:going|about)) to {_ADVERB}\Z"
            rf"|\bha(?:s|d|ve) no (?:intention|plans?|desire|wish) (?:of|to) {_ADVERB}\Z"
            rf"|\b(?:will not|won't|would not|wouldn't|st(?:ops|opped) short of) {_ADVERB}\Z",
        ),
        (
            Governed.NOT_DONE,
            r"(?:\bnot|n't|\bnever|\bcannot|\b(?:fail(?:s|ed|ing|ure)?|unable|yet|have|has|had yet)"
            rf" to|\bwithout|\bno longer) {_ADVERB}(?:been |be )?\Z",
        ),
        (
            Governed.AGREED,
            r"\b(?:agree(?:s|d|ing)?|voted?(?: {count}-{count}| {count}| [\w-]+)?"
            r"|pledg(?:es|ed|ing)|vow(?:s|ed)|promis(?:es|ed)"
            r"|commit(?:s|ted|ting)?(?: themselves| itself)?|decid(?:es|ed)|undert(?:ook|akes)"
            rf"|consent(?:s|ed)|(?:agreement|deal|decision|commitment"
            rf"|pledge)(?: (?:was|has been|had been) (?:reached|made|struck|concluded))?"
            rf"(?: with [^.;,]{{1,50}}?)?)"
            r" (?:(?:late |early )?(?:on )?{date} (?:(?:night|evening|morning|afternoon) )?"
            r"|in the call |in principle )?"
            rf"(?:to|on|that) {_ADVERB}(?:(?:both|the two) (?:sides|countries|parties) "
            rf"(?:will |would )?)?\Z",
        ),
        (
            Governed.ASKED,
            r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es|ed|ing)|ask(?:s|ed|ing)?|told|tell(?:s"
            r"|ing)?"
            r"|push(?:es|ed|ing)?|press(?:es|ed|ing)?|pressur(?:es|ed|ing)|demand(?:s|ed|ing)?"
            r"|order(?:s|ed|ing)|want(?:s|ed|ing)?|implor(?:es|ed)|plead(?:s|ed)? with"
            r"|appeal(?:s|ed|ing)? to|encourag(?:es|ed)|challeng(?:es|ed|ing)|invit(?:es|ed|ing)"
            r"|(?:try(?:ing)?|tries|tried|seek(?:s|ing)|sought|work(?:s|ed|ing)|efforts?|hop(?:es?|ing)"
            r"|attempt\w*|pressing) to (?:persuade|convince|get)"
            r"|calls? (?:for|on)|pressure (?:for|on)"
            rf"|g(?:ave|iven|iving|ives?)|set(?:s|ting)?|issued|handed) {_WHOM} to {_ADVERB}"
            r"(?:(?:(?!\bto (?![\ue005\ue007]))[^.;:,]){3,40}? and )?\Z",
        ),
        (
            Governed.ASKED,
            rf"\b(?:demand(?:s|ed|ing)? that {_WHOM} (?:should |must |immediately )?"
            rf"|insist(?:s|ed|ing)? that {_WHOM} (?:should|must) )\Z",
        ),
        (
            Governed.READY,
            r"\b(?:(?:express|reiterat|confirm|affirm|reaffirm|declar|voic|signal|announc|stress"
            r"|underlin|underscor|emphasi[sz]|show|repeat|not)\w*(?:,(?:"
            r" [\w\ue005\ue006-]+){1,6},)?"
            r" (?:its|his|her|their) (?:\w+ )?)?"
            r"(?:ready|prepared|willing|open|inclined|readiness|willingness|happy|in favou?r of"
            r"|interested in)"
            rf"(?: \w+){{0,2}}?(?: \"?to| for)? {_ADVERB}\Z",
        ),
        (
            Governed.OFFERED,
            r"\b(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|suggest(?:s|ed|ing))"
            rf"(?: (?:on )?{{date}}| {{count}} times| again| repeatedly)?"
            rf"(?: to| that (?:(?:both|the two|the(?: warring| rival)?) (?:sides|countries|parties)"
            rf"|they|{{actor}}(?: and (?:the )?{{actor}})?)(?: should)?)? {_ADVERB}\Z",
        ),
        (
            Governed.OUGHT,
            rf"\b(?:must|should|ought to|needs? to|has to|have to) {_ADVERB}(?:be )?\Z"
            r"|\b(?:necessity|importance|urgency|need) (?:of|for) (?:[\w\ue005\ue006-]+ ){1,3}\Z",
        ),
        (
            Governed.DUE,
            r"(?:\b(?:will|shall)|'ll|\b(?:is|are|was|were) (?:(?:due|set|scheduled|expected) )?to"
            rf"|\b(?:due|set|scheduled) to) {_ADVERB}(?:be )?\Z",
        ),
        (
            Governed.POSSIBLE,
            rf"\b(?:(?:would|could|might|may|can|to|if|whether|unless|possibly) {_ADVERB}(?:be )?"
            r"|(?:contingent|conditional|depend(?:s|ent|ing)?) (?:up)?on (?:the )?[^.;:,]{1,30} "
            r"|(?:(?:consider|weigh|mull|contemplat)\w{0,4}"
            r"|(?:chances?|prospects?|odds|likelihood|hopes?|aims?|goals?|possibility|intention"
            r"|purpose|expectations?|anticipation|objective|promise|idea|talk|verge|brink|cusp)"
            r" (?:of|for)|aim(?:s|ed|ing) at|(?:closer?|view) to|towards) )\Z",
        ),
    )
)
#: "has not agreed to", "refused to ask … to".
_UNDONE = pattern(
    r"(?:\bnot|n't|\bnever|\b(?:refused|declined|failed|yet) to|\bwithout|\bno)"
    r"(?: \w+)?(?: an?| any)? \Z"
)
#: "continues to reject" rejects.
_GOING_ON = pattern(
    r"\b(?:continu(?:es?|ed|ing)|(?:goes|went) on|proceed(?:s|ed)|managed)"
    rf" to {_ADVERB}\Z"
)
_REACH = 110


def governing(text: str, floor: int, verb: int) -> Governing:
    """How the verb that begins at a place of a tape's text is governed; nothing before `floor`."""
    if goes_on := _GOING_ON.search(text, max(floor, verb - _REACH), verb):
        verb = goes_on.start()
    start = max(floor, verb - _REACH)
    for governed, rule in _RULES:
        if match := rule.search(text, start, verb):
            undone = _UNDONE.search(text, start, match.start())
            open_yet = undone and governed is Governed.REFUSED  # "did not rule out accepting"
            as_undone = Governed.POSSIBLE if open_yet else Governed.NOT_DONE
            return Governing(as_undone if undone else governed, match.start())
    return Governing(Governed.DONE, verb)
