"""What a side asks of another: the deeds that have an action of their own, with their land."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extractors.kinds.demand.words import WORDS
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.territories import territories_at
from extractors.values import Span


class Deed(NamedTuple):
    """What is asked, with the words that say so."""

    action: str
    topic: str
    words: Stretch
    territories: tuple[tuple[str, Span], ...] = ()
    begin: int = 0  # where its item of the list begins
    of_another: bool = False  # whether the item names anew who is asked


_NO_TALKS = (
    r"(?! (?:from )?(?:the |its |their |any |all )?(?:[\w-]+ )?(?:talks|negotiations|treaty"
    r"|agreement|deal|accord|table|case|offer|proposal|statement|bid|ambassador|recognition|pact"
    r"|process|mission)\b)"
)
_ACTIONS = tuple(
    (action, pattern(words, WORDS))
    for action, words in (
        (
            "withdraw_troops",
            rf"\b(?:withdraw(?:s|n|al|als|ing)?|withdrew|pull-?outs?|pull-?backs?|retreat(?:s|ed)?"
            rf"|pull(?:s|ed|ing)? (?:[\w'-]+ ){{0,5}}?(?:out|back)"
            rf"|(?:departure|exit|evacuation"
            rf"|removal)(?= of [^.;,]{{0,40}}?{{troops}}))\b{_NO_TALKS}"
            r"|\bout of (?=[^.;,]{0,25}?(?:{land}\b|\ue007))"
            r"|\b{troops}\b[^.;,]{0,20} (?:withdraw|leave|pull out|be withdrawn|out of|(?:are"
            r"|were|have)"
            r" (?:gone|left|out|off|beyond|behind))\b"
            r"|\b(?:leav(?:e|es|ing)|left|vacat(?:e|es|ed|ing)|quit(?:s|ting)?|exit(?:s|ed"
            r"|ing)?)\b (?=[^.;,]{0,40}?(?:{land}\b|\ue007))",
        ),
        (
            "cede_territory",
            r"\b(?:ced(?:e|es|ed|ing)|cession|g(?:iv(?:e|es|ing|en)|ave) (?:up|away)"
            r"|hand(?:s|ing|ed)? over|surrender(?:s|ing|ed)?|relinquish\w*"
            r"|conced(?:e|es|ed|ing)|transfer(?:s|ring|red)?|renounc(?:e|es|ed|ing)"
            r"|abandon(?:s|ed|ing)?)\b(?! to\b)"
            r"(?! (?:all |the |any ){0,2}(?:[\w-]+ )?{wanted}\b)"
            r"(?! (?:[\w-]+ ){0,5}?claims?\b)(?=(?:(?! and )[^.;,]){0,60}?{land})"
            r"(?!(?:(?! and )[^.;,]){0,50}?\b(?:ambitions?|bid|hopes|membership|aspirations"
            r"|enrich\w+|uranium|nuclear|missiles?|program(?:me)?s?)\b)"
            r"(?![^.;,]{0,40}?(?:weapons|arms\b|prison|hostage|bodies|children|{held}))"
            r"|\b(?:territorial|land) concessions?\b|\breturn of (?:the )?(?:\ue007|occupied"
            r"|(?:its|their) (?:[\w-]+ ){0,2}(?:lands?|territor))",
        ),
        (
            "recognise_territory",
            r"\b(?:recogni[sz](?:e|es|ed|ing)|recognition|accept(?:s|ed|ing|ance)?"
            r"|acknowledg(?:e|es|ing|ement))\b(?! (?:[\w\ue005\ue006'-]+ ){0,4}?(?:offers?"
            r"|proposals?"
            r"|deal|plan|invitation|truce|cease-?fire|talks|negotiations|meeting"
            r"|agreement)\b)(?=[^.;]{0,60}?(?:{place}|\bannex|\bterritor"
            r"|\bsovereignty|\bnew realit|\brealities|\bas russian|\bclaims))"
            r"|(?<= be )recogni[sz]ed (?:internationally )?as {actor}",
        ),
        (
            "neutrality",
            r"\bneutrality\b|\bneutral\b(?! (?:state|countr|venue|ground|territor|mediat|body"
            r"|observer|inquir|investigat|probe|commission|panel|monitor|expert|arbit|part(?:y|ies)"
            r"|third|site|zone))|\b(?:become|be|remain) a neutral (?:state|country)"
            r"|\bnon-?(?:aligned|bloc)\b"
            r"|\b(?:not|never|no|abandon\w*|renounc\w*|renunciation|drop\w*|g[ia]v\w+ up|barr?\w*"
            r"|ban\w*|forgo"
            r"|rul\w+ out|stay\w* out of|rejecti?\w*|exclu\w+|end\w*|keep\w*)\b[^.;]{0,45}?"
            r"(?:(?P<nato>{actor})|\b(?:military )?(?:alliances|blocs)\b)",
        ),
        (
            "disarm",
            r"\bdisarm(?:s|ed|ing|ament)?\b|\bneutrali[sz](?:e|es|ing|ation)\b"
            r"|\bdemilitari[sz]\w+|\bla(?:y|ys|ying|id) down (?:its"
            r"|their"
            r"|all|your)? ?(?:arms|weapons)|\b(?:(?:hand|turn)(?:s|ed|ing)? (?:over|in)"
            r"|surrender(?:s|ed|ing)?"
            r"|g(?:iv(?:e|es|ing)|ave) up|decommission\w*) (?:(?:its|their|all|of"
            r"|the) ){0,3}(?:heavy )?"
            r"(?:weapons|arms|arsenal)\b|\b(?:limit|cap|cut|reduc|restrict|curb|ceiling|shrink"
            r"|strip)\w*"
            r"[^.;]{0,40}?\b(?:army|armed forces|military|size of)\b",
        ),
        (
            "return_children",
            r"\b(?:return|repatriat\w+|bring\w*|hand\w* (?:back|over)|send\w*|releas\w+"
            r"|free\w*)\b[^.;,]{0,60}?\bchildren\b"
            r"|\bchildren\b[^.;,]{0,40}?\b(?:returned|(?:brought|come|go) (?:home|back)"
            r"|sent home|repatriated)\b",
        ),
        (
            "release_captives",
            r"\b(?:releas(?:e|es|ed|ing)|liberation of|free(?:s|d|ing)?|freedom (?:for|of)"
            r"|hand(?:s|ing)? over"
            r"|let(?:ting)? go(?: of)?|return(?:s|ing)?|repatriat\w*)\b[^.;,]{0,60}?\b{held}(?!\w)"
            r"(?! exchange| swap)|\b{held}\b[^.;,]{0,40}?\b(?:be|were|are|is|was) (?:released|freed"
            r"|returned|handed|out)\b|\bfree(?:ing)? all (?:civilians|those)\b"
            r"|\b(?:release|freeing)(?: and [\w-]+)?\"? of "
            r"(?![^.;,]{0,30}\b(?:funds|assets|aid(?! workers)|money|documents|files"
            r"|water|billions|revenues|reserves)\b)[^.;]|\b(?:their|his"
            r"|her|whose) (?:[\w-]+ ){0,4}?(?:release|return|freedom|repatriation)\b"
            r"|\b(?:be|is|are) (?:part of|included in) (?:the |any )?(?:next )?(?:exchange|swap"
            r"|deal)\b"
            r"|\blet out\b|{person} (?:be |is |are )?(?:freed|released|back)\b"
            r"|\b(?:they|he|she) (?:must |should )?be (?:\w+ )?(?:freed|released|sent home)\b"
            r"|\b(?:free|release) {person}|\b(?:free|release)[sd]? (?:its|their|his|our) (?:\w+"
            r" )?(?:fighters|leaders?"
            r"|men|members"
            r"|people|citizens|soldiers|nationals)\b|\bout of (?:[\w\ue005-]+ ){0,3}(?:jails?"
            r"|prisons?|custody"
            r"|captivity)|\b{held}\b(?: \w+)? back\b"
            r"|\breturn of (?:the |its |all |captured |{count} |{actor} ){0,3}"
            r"(?:soldiers|servicemen|sailors)\b"
            r"(?! to (?:their |the )?(?:bases?|barracks|positions|front)\b)",
        ),
    )
)
_FROM = re.compile(
    r"(?:\b(?:including|namely|from|out of|leav(?:e|es|ing)|left|quit|vacat(?:e|es|ed|ing)|exit|in"
    r"|of"
    r"|over|up|away|cede"
    r"|ceding"
    r"|recogni[sz]\w*(?: that)?|accept\w*|acknowledg\w*|surrender\w*|relinquish\w*|conced\w+"
    r"|transfer\w*"
    r"|abandon\w*"
    r"|renounc\w*|claims?(?: (?:to|over|that)| on)?)|[—–:-]) |—(?=\ue007)"
)
#: "territories Russia considers its own" does not name Russia as what is to be left.
_ENDS = re.compile(
    r"(?!'s )(?! (?:says?|said|considers?|claims?|annexed|holds?|occupies|wants?"
    r"|calls?)\b)"
)
_ENCLAVE = re.compile(r"\bthe (?:[\w-]+ ){0,2}?(?:enclave|strip)\b")
_WITH_LAND = frozenset({"withdraw_troops", "cede_territory", "recognise_territory"})
_MOST = 6  # hits of one action that a sentence is read for
_REACH = 130  # places behind a deed in which its land is named


def deeds_in(document: Document, line: Line, start: int, end: int) -> Iterator[Deed]:
    """What is asked between two places, each action once; the land of one ends at the next."""
    hits = tuple(
        (action, match)
        for action, words in _ACTIONS
        for match in _hits(line, action, words, start, end)
    )
    read: set[str] = set()
    for action, match in hits:
        if action in read:
            continue
        read.add(action)
        stretch = Stretch(*match.span())
        if action == "release_captives" and _ARE_CHILDREN.search(line.text, 0, match.end()):
            action = "return_children"
        land: dict[str, Span] = {}
        for name, one in hits:
            stop = min((two.start() for _, two in hits if two.start() > one.start()), default=end)
            if name == action or (name, action) == ("release_captives", "return_children"):
                deed = Stretch(*one.span())
                land |= dict(_land(document, line, action, deed, Stretch(start, stop)))
        yield Deed(action, action, stretch, tuple(land.items()), start)


def _hits(line: Line, action: str, words: Pattern, start: int, end: int) -> Iterator[re.Match[str]]:
    """An action's hits that hold."""
    found = islice(words.finditer(line.text, start, end), _MOST)
    yield from (one for one in found if _holds(line, action, one))


_TROOPS = pattern(
    r"\b(?:{troops}|from|out of|leav(?:e|es|ing)|left|quit|vacat\w+|exit|behind|beyond)\b"
    r"|(?:withdraw(?:al)?|pull(?:ed)? out)(?=[,.;]|\Z)|(?<=\ue005 )(?:withdrawal|pull-?out)\b"
    r"|\bto (?:[\w\ue000-]+ ){0,3}?(?:lines?"
    r"|borders?|positions|bases)\b",
    WORDS,
)


_WHOSE_TROOPS = pattern(r"\b{troops}\b", WORDS)
_LEADERS = re.compile(r"\b(?:leaders?|leadership|commanders)(?: [\w\ue007-]+){0,4} \Z")
_DISPLACED = re.compile(r"\b(?:refugees|displaced|exiles|evacuees)\b")
#: Foreign fighters who are to leave are nobody's army.
_FOREIGN = pattern(r"\b{foreign}\b", WORDS)


def _holds(line: Line, action: str, match: re.Match[str]) -> bool:
    """ "Abandon its bid to join NATO" asks for neutrality, to abandon Hamas does not; who withdraws
    must have troops, or leave a place."""
    if action == "withdraw_troops":
        before = max(0, match.start() - 40)
        if _LEADERS.search(line.text, before, match.start()):
            return False
        if _FOREIGN.search(line.text, before, match.end()):
            return False
        if match.group() == "out of ":
            return bool(_WHOSE_TROOPS.search(line.text, max(0, match.start() - 130), match.start()))
        return bool(_TROOPS.search(line.text, max(0, match.start() - 20), match.end() + 70))
    if action == "release_captives" and line.text.startswith(" children", match.end()):
        return False  # "return all abducted Ukrainian children": a deed of its own
    if action == "release_captives" and match.group().endswith(("return", "repatriation")):
        return not _DISPLACED.search(line.text, 0, match.end())
    if not match.groupdict().get("nato"):
        return True
    name = line.tape.at(match.start("nato"))
    return isinstance(name, Name) and name.actor == "nato"


def _is_owner(line: Line, span: Span) -> bool:
    """'recognise Moscow's control over Crimea': Moscow is no land here."""
    return line.text.startswith("'s ", line.tape.place(span.end))


#: "four regions in eastern X": not X itself is to be left.
_PARTS = re.compile(r"\b(?:regions|provinces|oblasts|areas|parts|cities|towns) \Z")


def _land(
    document: Document, line: Line, action: str, deed: Stretch, item: Stretch
) -> tuple[tuple[str, Span], ...]:
    if action not in _WITH_LAND:
        return ()
    stop = min(item.end, deed.end + _REACH)
    for match in _FROM.finditer(line.text, deed.start, stop):
        states = action == "withdraw_troops" and not _PARTS.search(line.text, 0, match.start())
        found = territories_at(line, match.end(), stop, states=states)
        if found.names and _ENDS.match(line.text, found.end):
            return tuple(
                (one.name, one.span) for one in found.names if not _is_owner(line, one.span)
            )
    if line.text.endswith(" be ", 0, deed.start):
        subject = _THAT.match(line.text, item.start)
        found = territories_at(line, subject.end() if subject else item.start, deed.start)
        return tuple((one.name, one.span) for one in found.names)
    enclave = _ENCLAVE.search(line.text, deed.start, stop)
    return _last_region(document, line, enclave.start()) if enclave else ()


_THAT = re.compile(r" ?(?:that )?")


def _last_region(document: Document, line: Line, place: int) -> tuple[tuple[str, Span], ...]:
    """Which region "the enclave" is: the one named last."""
    for near in reversed(document.lines[: line.sentence.rank + 1]):
        stop = place if near is line else len(near.text)
        regions = [one for _, one in near.names(NameType.PLACE, 0, stop) if one.detail == "region"]
        if regions:
            return ((regions[-1].name, regions[-1].span),)
    return ()


#: "a list of 339 children and demanded that they be sent home".
_ARE_CHILDREN = re.compile(r"\bchildren\b[^.;]{0,60}\b(?:they|their|whose)\b[^.;]{0,40}\Z")
