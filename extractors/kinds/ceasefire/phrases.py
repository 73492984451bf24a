"""The words that name a truce: "a full and unconditional ceasefire", "halt strikes on power."

What they say of it (how long, how wide) is left to qualities.py, what the sentence says of it
(offered, agreed, broken) to standing.py.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_FIRING = (
    r"(?:hostilities|fighting|(?:all )?military (?:activit(?:y|ies)|operations?|action)|combat"
    r"(?: operations)?|offensive operations|aggression|violence|(?:the )?(?:war|bombing|offensive))"
)
_TARGETS = (
    r"(?:(?:(?:attacks|strikes|shelling|bombardments?)(?: (?:with|using) [^.;]{3,50}?)?"
    r"(?: (?:on|against|at|targeting))|(?:striking|attacking|hitting|targeting|bombing|shelling))"
    r" (?:(?:[\w']+|{actor}(?:'s)?|each other's) ){0,4}?"
    r"(?:energy|power|infrastructure|ports?|shipping|ships|vessels|cities|oil|nuclear|civilian)\b"
    r"(?: (?:energy|power|infrastructure|facilities|targets|sites|plants|grids?|objects"
    r"|installations|systems?)\b){0,2}"
    r"|(?:attacks|strikes|hostilities|fighting|military operations|(?:the )?use of force)"
    r" (?:in|on) the {place}|(?:attacks|strikes|hostilities) at sea\b)"
)
#: "a halt to Russian drone and missile attacks on …".
_WHOSE = r"(?:(?:[\w-]{2,20}|{actor}(?:'s)?) ){0,4}?"
#: "a pause in energy strikes".
_SHOTS = r"(?:all )?(?:energy|power)(?: (?:and )?infrastructure)? (?:attacks|strikes)"
#: "a pause in all attacks"; on whom they are is told by the targets above.
_BLOWS = (
    r"(?:(?:all|the|its|their|any|mutual|cross-border|air|aerial|drone|missile|rocket|long-range"
    r"|{actor}(?:'s)?) ){0,4}(?:attacks|strikes|air ?strikes|bombardments?|shelling)"
    r"(?! (?:on|against|by|at)\b)"
)
_NOUNS = (
    r"(?:cease-?fires?|(?<!will )(?<!would )(?<!to )cease fires?|truces?|armistice"
    r"|silence regime|regime of silence"
    rf"|(?:cessation|stoppage) of (?:all )?(?:{_FIRING}|fire|firings?)"
    r"|(?:suspension|halt|freeze) (?:of|to|in|on)"
    rf" (?:all |the ){{0,2}}(?:{_FIRING}|{_WHOSE}{_TARGETS})"
    rf"|(?:moratorium|(?<!travel )ban) on {_TARGETS}|moratorium on (?:strikes|attacks)"
    r"|(?<=\bthe )moratorium(?! on\b)"
    rf"|(?:pauses?|cessation) (?:in|of|on|to) (?:the |all )?(?:{_FIRING}|{_WHOSE}{_TARGETS})"
    rf"|(?:pauses?|halt|moratorium|suspension|cessation) (?:in|of|on|to) {_SHOTS}"
    rf"|(?:pauses?|suspension|cessation) (?:in|of) {_BLOWS}"
    r"|pauses?(?! (?:(?:their|its|all|the|mutual) )?(?:attacks|strikes|hostilities|fighting)\b))"
)
_DEEDS = (
    r"(?:(?:cease|stop|halt|suspend|silenc|paus|freez|renounc|drop|refrain|ban|eliminat)"
    r"(?:e|es|ed|s|ing|ped|ping|ning)?(?: from)?|h(?:old|olds|eld|olding) off (?:on|from)) "
    rf"(?:(?:fire|(?:all |the |any |forms of |cross-border |mutual ){{0,3}}"
    r"(?:firings?|shooting|hostilities|fighting|military activit\w+"
    r"|military (?:operations|actions?)|combat operations|offensive operations"
    r"|operations(?= against\b))|all fire|the guns"
    r"|their guns)\b"
    rf"|(?:each other's )?{_WHOSE}{_TARGETS}"
    r"|(?:attacking|striking|bombing|hitting|shelling|firing (?:on|at)) each other\b"
    r"|(?:the )?(?:fighting|war|conflict|positions) (?:along|at|on|in place)\b"
    r"|(?:the|his|its|their) (?:invasion|offensive|advance|war)(?: (?:of|in) [{actor}{place}])?"
    r" (?:along|at|on|across|in place)\b"
    r"|(?:the )?(?:current )?(?:front ?lines?|lines? of contact|territorial lines|battle ?lines)\b)"
    r"|h(?:olds?|eld|olding) (?:their |its )?fire\b"
    r"|{actor}(?:'s)? (?:forces|troops) (?:to )?stop (?:all )?(?:hostilities|fighting)\b"
    r"|fighting to stop\b|end to (?:all )?hostilities\b"
)
_ADJECTIVES = (
    r"(?:full|unconditional|immediate|complete|comprehensive|general|total|all-out|lasting|reliable"
    r"|durable|permanent|temporary|short(?:-term|-lived)?|brief|limited|partial|local(?:i[sz]ed)?"
    r"|unilateral|one-sided|bilateral|mutual|reciprocal|nationwide|countrywide|humanitarian|easter"
    r"|orthodox|christmas|ramadan|eid|holiday|victory day|new year's?|festive|energy|maritime|naval"
    r"|black sea|land|sea|air|aerial|frontline|front-line|proposed|planned|agreed|announced"
    r"|declared"
    r"|fragile|shaky|tenuous|new|fresh|first|second|third|initial|interim|formal|partial|earlier"
    r"|previous|prior|former|last|original|verifiable|stable|genuine|real|true|surprise|simultaneous|indefinite"
    r"|open-ended|renewable|extended|longer|wider|broader|additional|separate|so-called|purported"
    r"|current|existing|ongoing|sustainable|sustained|phased|conditional|informal|official|special|expiring|expired|lapsed|faltering|crumbling|troubled|stalled|embattled"
    r"|short|may|own|only|day-long|round-the-clock|multi-day|operational|strategic|tactical|daily|regional)"
)
_MADE = (
    r"(?:proposed|brokered|mediated|backed|sponsored|led|negotiated|declared|announced|drafted"
    r"|imposed|supported|facilitated|ordered|wide)"
)
_BEFORE = pattern(
    r"(?:(?P<det>an?|the|its|their|his|this|that|these|such an?|another|no|any|each|both|some"
    r"|series of|number of|[{actor}{person}](?:'s?)?|{place}(?:'s)?) )?"
    rf"(?P<mods>(?:(?<!\w)[\"'(]{{0,2}}(?:{_ADJECTIVES}|{{duration}}|{{count}}|{{ordinal}}|{{date}}"
    rf"|[{{actor}}{{person}}{{place}}]-{_MADE}|(?:\w+-){{1,2}}{_MADE}|and|but|or|in {{place}}"
    rf"|{{place}}|{{actor}})[ ,)\"'-]{{1,3}}){{0,9}})\Z"
)
_HEAD = (
    r"(?P<head> (?:deal|agreement|accord|pact|arrangement|understanding|proposals?|plan|offer"
    r"|initiative|framework|order|regime|declaration|announcement|calls?|demand|request|appeal"
    r"|extension)\b)?"
)
_TRUCE = pattern(rf"\b(?:(?P<noun>{_NOUNS})\b{_HEAD}|(?P<deed>{_DEEDS}))")
#: "ceasefire talks", "the ceasefire line": something else that is only called after it.
_CALLED_AFTER = re.compile(
    r"[ -](?:talks|negotiat\w+|efforts?|monitors?|monitoring|observers?|violations?|lines?"
    r"|commission|committee|mechanism|terms|conditions?|breach\w*|mediat(?:ors?|ion)|hopes?|discussions?"
    r"|draft|document|memorandum|visions?|dates?|bid|diplomacy|process|resolution|supervision"
    r"|push|anniversary|village|campaign|activists?|protest\w*|vote|rally)\b"
)
#: A truce of something that is no war.
_OTHER = re.compile(
    r"\b(?:trade|tariffs?|tax|price|political|chip|tech|union|labou?r|family|culture|gang"
    r"|transfer|twitter|dressing.room|marital|budget|christmas 1914|diplomatic) \Z"
)
_OTHER_AFTER = re.compile(
    r" (?:(?:in|on|of) (?:(?:the|their|a|its|our|escalating|most) ){0,3}|for our )"
    r"(?:trade|tariffs?|duties|price|chip|tax)\b"
)
_PROPOSED_HEADS = (" proposal", " proposals", " plan", " offer", " initiative", " framework")
_ASKED_HEADS = (" call", " calls", " demand", " request", " appeal")


_EXTENDED = re.compile(
    r"\b(?:(?:extend|prolong|renew|lengthen)\w*(?: (?:by|for)(?: [a-z]+){0,2} \ue002)?"
    r"|(?:extension|prolongation|renewal|continuation) (?:of|to)) \Z"
)
_MOST = 12  # truces that a sentence is read for: bounds the work on hostile text


class Phrase(NamedTuple):
    """A truce as one sentence names it; places are those of its tape."""

    line: Line
    start: int  # of its first adjective or article
    noun: int
    end: int
    det: str
    head: str  # "deal", "proposal"; empty for the bare noun
    deed: bool  # told as a deed: "halt strikes"
    until: int = sys.maxsize  # where the sentence turns to another truce

    @property
    def words(self) -> Stretch:
        return Stretch(self.start, self.end)

    @property
    def proposed(self) -> bool:
        return f" {self.head}" in _PROPOSED_HEADS

    @property
    def asked(self) -> bool:
        return f" {self.head}" in _ASKED_HEADS

    @property
    def extended(self) -> bool:
        """Whether it is the going on of one that there is: "a proposal to extend the truce"."""
        return _EXTENDED.search(self.line.text, max(0, self.start - 30), self.start) is not None

    @property
    def several(self) -> bool:
        """Whether it speaks of truces in general: "more than six truces have collapsed"."""
        return self.line.text.startswith(("truces", "ceasefires", "cease-fires"), self.noun)

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


def truces_in(line: Line) -> Iterator[Phrase]:
    """The truces that a sentence names, in order."""
    found = list(islice(_TRUCE.finditer(line.text), _MOST))
    for match in found:
        start, det = (match.start(), "") if match["deed"] else _start_of(line.text, match.start())
        if (anew := _from_article(line, start, match.start())) > start:
            start, det = anew, "a"
        head = (match["head"] or "").strip()
        until = _turn_of(line.text, match.end(), found)
        deed = bool(match["deed"])
        phrase = Phrase(line, start, match.start(), match.end(), det, head, deed, until)
        if not _is_other(phrase):
            yield phrase


def _turn_of(text: str, end: int, found: Sequence[re.Match[str]]) -> int:
    """Where a new clause, about the truce that is named next, begins."""
    for later in found:
        if later.start() >= end and not later["deed"]:
            turn = _TURNS.search(text, end, _start_of(text, later.start())[0])
            if turn:
                return turn.start()
    return sys.maxsize


#: "…, and the three-day pause he ordered in May": what follows is told of that one.
_TURNS = pattern(
    r"(?:, (?:and|while|but|whereas|though|then)|;)(?: (?:then|later|also|(?:on |in )?{date},?))?"
    r" ?\Z"
)


def _start_of(text: str, noun: int) -> tuple[int, str]:
    window = max(0, noun - 140)
    match = _BEFORE.search(text, window, noun)
    if match is None:
        return noun, ""
    det = match["det"] or ""
    verb = _VERB_FIRST.match(text, match.start(), noun) if det in _NO_ARTICLE else None
    return (verb.end(), "") if verb else (match.start(), det)


def _from_article(line: Line, start: int, noun: int) -> int:
    """Where a truce begins whose article is part of its length: "the UN proposed a week-long"."""
    lengths = (
        place
        for place, one in line.tape.annotations(start + 1, noun)
        if isinstance(one, Duration) and line.tape.words(place, place + 1).startswith(("a ", "an "))
    )
    return max(lengths, default=start)


_NO_ARTICLE = ("", "\ue005", "\ue006")
#: "Russia proposed short truces", "the group (X) on Saturday announced three-day truces": no
#: adjective but the verb.
_VERB_FIRST = re.compile(
    r"\W?(?:[\ue004-\ue007()]{1,4} ){0,3}(?:proposed|planned|agreed|announced|declared) "
)


def _is_other(phrase: Phrase) -> bool:
    text = phrase.line.text
    if _OTHER_AFTER.match(text, phrase.end) or _OTHER.search(text, 0, phrase.noun):
        return True
    if _CALLED_AFTER.match(text, phrase.end):
        return True
    bare = text[phrase.noun : phrase.end]
    if phrase.head == "proposals" and not phrase.det:  # "is open to ceasefire proposals"
        return True
    if bare in ("pause", "pauses"):
        return not _PAUSE.search(text[phrase.start : phrase.end + len(" of x")])
    refused = _REFUSED.search(text, max(0, phrase.start - 40), phrase.start)
    return phrase.det in ("any", "no", "some") and not (phrase.det == "any" and refused)


#: "has ruled out any truce".
_REFUSED = re.compile(r"\b(?:rul(?:es?|ed|ing) out|reject\w{0,3}|refus\w{0,3}) \Z")


_PAUSE = pattern(
    r"{duration}|humanitarian|front-?line|\bshort pauses\b|operational|tactical"
    r"|\bthe (?:[a-z]+ )?pauses?\b"
)
