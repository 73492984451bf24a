"""Words for an agreement that tell none: nouns of what is only wished for, verbs in no tense.

"signed an agreement on a truce" tells one; "would welcome an agreement on a truce", "a deal on a
truce is close", "efforts to bridge the gap and reach a truce", "terms include extending it" do not.
"""

from __future__ import annotations

import re

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.parsing.tape import pattern


def is_only_wished(phrase: Phrase, cue: re.Match[str]) -> bool:
    """Whether "an agreement on" a truce, the cue, is not said to have been made."""
    text, start = phrase.line.text, cue.start()
    if not _DEAL.match(cue.group()):
        return False
    if _OPEN.match(text, phrase.end):
        return True
    article = _ARTICLE.search(text, max(0, start - 30), start)
    if article is None or _MADE.search(text, max(0, start - 110), article.start()):
        return False
    return _WAS_MADE.match(text, phrase.end) is None


def is_no_deed(text: str, cue: re.Match[str]) -> bool:
    """Whether a verb that nothing governs is no deed: an infinitive, or a noun in -ing."""
    start = max(0, cue.start() - 60)
    if _INFINITIVE.fullmatch(cue.group()):
        return _PLURAL.search(text, start, cue.start()) is None
    if _GERUND.match(cue.group()):
        return _TENSE.search(text, start, cue.start()) is None
    return False


_INFINITIVE = re.compile(r"reach|sign|declare|extend|prolong|renew|keep|implement|secure|conclude")
#: "the sides reach a truce": the one use of such a form that tells a deed.
_PLURAL = pattern(
    r"(?:[{actor}{person}]|\b(?:sides|parties|countries|governments|neighbou?rs|rebels|leaders|they"
    r"|we|who|generals|factions))\)?(?: (?:\w+ly|also|then|(?:on )?{date})){0,2} \Z"
)
_GERUND = re.compile(r"(?:extend|prolong|renew|lengthen|reach|sign|secur|conclud)ing\b")
_TENSE = pattern(
    r"(?:\b(?:is|are|was|were|been|be|announc\w+|confirm\w+|agree\w*(?: on)?|by|approv\w+|while"
    r"|after|since|upon|following|despite)"
    r"|,)(?: (?:\w+ly|thus|thereby|again))? \Z"
)
_DEAL = re.compile(r"(?:agreements?|deals?|accords?|pacts?|understanding)\b")
_ARTICLE = re.compile(r"\b(?:an?|any|some|no|such an?) (?:[\w-]+ ){0,2}\Z")
_MADE = pattern(
    r"\b(?:reach(?:es|ed|ing)|sign(?:s|ed|ing)|struck|strike|conclud(?:es|ed|ing)|clinch(?:es|ed)"
    r"|seal(?:s|ed)|secur(?:es|ed|ing)|announc(?:es|ed|ing)|broker(?:s|ed|ing)|negotiated|mediated"
    r"|ma(?:de|ke)|c[ao]me to|arriv(?:es|ed) at|hail(?:s|ed)|there (?:is|was|has been)"
    r"|ha(?:s|ve|d)|finali[sz]ed|agreed|confirm(?:s|ed)|under|after|follow(?:s|ed|ing)|part of"
    r"|violat\w+|thanks to|got)"
    r"(?: (?:on |late |early )?{date})?(?: with (?:the )?[{actor}{person}](?:'s)?)? \Z"
)
_WAS_MADE = pattern(
    r"[^.;]{0,90}? (?:(?:was|were|has been|had been|have been) (?:\w+ly )?(?:reached|signed|struck"
    r"|made|concluded|sealed|announced|brokered|agreed|clinched|finali[sz]ed|approved|secured)"
    r"|took (?:effect|hold)|(?:came|went|entered) into (?:force|effect)|collapsed|broke down"
    r"|expired|is in (?:force|effect|place)|(?:signed|reached|struck|brokered|announced)\b)"
)
_OPEN = re.compile(
    r"[^.;]{0,60}? (?:remain(?:s|ed)? (?:elusive|out of reach|distant|far|uncertain|unlikely"
    r"|possible)|(?:is|are|was|were|seem(?:s|ed)|look(?:s|ed)|appear(?:s|ed)) (?:\w+ ){0,2}?"
    r"(?:close|near(?!ly)|imminent|elusive|out of reach|far off|distant|possible|unlikely|likely"
    r"|within reach|not |unclear|uncertain)"
    r"|(?:could|may|might|would|can|must|should|will) (?:\w+ )?(?:be|come|take|follow"
    r"|mean|help|soon|lead|bring|save))\b"
)


def is_only_called(phrase: Phrase) -> bool:
    """ "called the truce a lie", "called a truce with them impossible": what it is said to be."""
    text = phrase.line.text
    return phrase.det not in ("a", "an") or bool(_IMPOSSIBLE.match(text, phrase.end))


_IMPOSSIBLE = pattern(
    r"(?: (?:with|between|in) [^.;,\"]{1,50}?)? (?:\"|an? |(?:im|un|in|pre|vi)[a-z]{4,12}\b"
    r"|necessary|essential|urgent|key|crucial)"
)
