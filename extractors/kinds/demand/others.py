"""Other terms that a side sets, told apart by their topic, and any other concrete deed or thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.demand.deeds import Deed
from extractors.kinds.demand.words import WORDS
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.territories import territories_at

#: Other terms, told apart by what they are about.
_TOPICS = tuple(
    (topic, pattern(words, WORDS))
    for topic, words in (
        (
            "sanctions",
            r"\b(?:lift\w*|remov\w+|eas(?:e|ing)|end\w*|unfreez\w+|relief from|drop\w*)\b"
            r"[^.;]{0,40}?\b(?:sanctions?|assets|embargo)\b|\b(?:release|return) of (?:[\w-]+"
            r" ){0,3}"
            r"(?:assets|funds|reserves)\b|\bsanctions (?:relief|(?:\w+ ){0,3}be"
            r" (?:lifted|eased|removed))\b"
            r"|\bsanctions\b[^.;,]{0,20}? (?:lifted|removed|eased|dropped)\b",
        ),
        (
            "nuclear",
            r"\b(?:enrich\w*|centrifuges|uranium|nuclear (?:programme|program|weapons?|facilit\w+"
            r"|activit\w+|sites))\b",
        ),
        ("guarantees", r"\bguarantees?\b"),
        ("elections", r"\b(?:elections?|referendum)\b"),
        ("language", r"\b(?:official|state|second|russian) language\b|\brussian speakers"),
        (
            "arms supplies",
            r"\b(?:halt|stop|end|cessation|ban|suspen|no more|freez|cut)\w*\b[^.;]{0,50}?\b(?:arms"
            r"|weapons?|military (?:aid|assistance|support)|mobili[sz]ation|intelligence)\b"
            r"|\b(?:(?:suppl(?:y|ies)|deliver(?:y|ies)|shipments?|pumping|flow|provision"
            r"|transfers?)"
            r" of [^.;]{0,30}?\b(?:arms|weapons?)"
            r"|(?:arms|weapons) (?:suppl(?:y|ies)|deliver(?:y|ies)|shipments?|transfers?)"
            r"|military (?:aid|assistance|support))\b[^.;]{0,40}?\b(?:stop|end|halt|cease)",
        ),
        (
            "foreign troops",
            r"\b(?:no|ban\w*|bar\w*|prohibit\w*|exclu\w+|expel\w*|expulsion of)\b[^.;]{0,30}?"
            r"\bforeign (?:troops|forces|military|bases|fighters|soldiers)\b"
            r"|\b{foreign}\b[^.;,]{0,30}? (?:leave|go|depart|expelled|deported|out)\b",
        ),
        ("constitution", r"\b(?:amend|chang|revis|rewrit|remov)\w*\b[^.;]{0,40}?\bconstitution\b"),
        (
            "support",
            r"\b(?:end|stop|ceas|halt|sever|cut|withdraw|dismantl|abjur"
            r"|renounc)\w*\b[^.;]{0,40}?\b(?:support(?:ing)?"
            r"|backing|ties|funding|harbou?ring|sheltering|financing|arming|proxies|incitement"
            r"|terror\w*|militant groups|militias)\b"
            r"|\bt(?:ake|akes|aking|ook) (?:[\w-]+ ){0,2}?(?:action|steps|measures) (?:against"
            r"|to end|to stop)"
            r"[^.;]{0,40}?\b(?:terror\w*|militants?|militias)\b",
        ),
        ("compensation", r"\b(?:compensation|reparations|pay for (?:the )?(?:damage|war))\b"),
        (
            "aid access",
            r"\b(?:humanitarian (?:access|aid|corridors?)|entry of (?:\w+ )?aid|aid (?:into|to"
            r" enter)|unhindered|lift\w* (?:\w+ ){0,2}(?:blockade|siege|restrictions?"
            r"|curbs|closures?)|reopen\w* (?:\w+ ){0,3}"
            r"(?:crossings?|border|airport))\b",
        ),
        ("land corridor", r"\b(?:land|transit|zangezur|extraterritorial) corridor\b"),
        (
            "corridor",
            r"\b(?:corridor|right of return|return of (?:displaced|refugees)|refugees)\b",
        ),
        (
            "extradition",
            r"\b(?:extradit\w+|handed over|put on trial|hand(?:ing)? over (?:[\w-]+ ){0,3}?"
            r"(?:{wanted}|members|commanders?)|{person})\b",
        ),
        (
            "dissolution",
            r"\b(?:dissol(?:ve[ds]?|ving|ution)|disband\w*"
            r"|dismantl\w*(?! (?:of )?(?:its|their|the|all) (?:\w+ ){0,2}(?:nuclear|stock\w*|sites"
            r"|centrifuges|enrich\w*|facilit\w+|uranium|program\w*)))\b",
        ),
        ("surrender", r"\b(?:unconditional|total|complete|full)\"? surrender\b"),
        (
            "exile",
            r"\b(?:leaders?|leadership|commanders)\b[^.;,]{0,30}?\b(?:exiled?|leav\w+|expel\w*"
            r"|deport\w*|sent abroad)\b|\b(?:exil|expel|expul|deport)\w*[^.;,]{0,30}?\b(?:leaders?"
            r"|leadership|commanders)\b",
        ),
        ("apology", r"\bapolog\w+"),
        (
            "regime",
            r"\b(?:step(?:s|ped|ping)? down|resign\w*|regime change|power[- ]sharing|denazif\w+)\b",
        ),
        ("status", r"\b(?:autonomy|federal(?:ism|i[sz]\w+)|self-determination|independence)\b"),
    )
)


def topics_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """Other terms between two places, of two that share words the first."""
    read: list[Stretch] = []
    for topic, words in _TOPICS:
        match = words.search(line.text, start, end)
        if match and not any(match.start() < one.end and one.start < match.end() for one in read):
            read.append(Stretch(*match.span()))
            yield Deed("other", topic, Stretch(*match.span()))


_AGAIN = (
    r"(?:(?: once)? (?:again|more)| anew| repeatedly| publicly| also| instead| (?:on )?{date}){0,2}"
)
_GENERIC = pattern(
    _AGAIN + r" that (?:the )?{party}(?:'s)?(?: [\w-]+){0,3}?"
    r" (?P<d>[a-z-]+ (?!fire\b)[^.;]{8,})",
    WORDS,
)
_NO_TERM = re.compile(
    r"\b(?:ceasefire|cease-fire|truce|talks|negotiat\w+|meet\w*|summit|dialogue|table|accept"
    r"|agree|sign|hostilities|fighting|firing|shooting|explain|answer|respect|comply|attend"
    r"|(?:end|stop|halt)\w* (?:to |of )?(?:the|its) (?:war|conflict|attacks|offensive))\b"
)


_HEAD = 45  # places in which what is asked is named; the rest of the sentence may speak of the war
_SUBJUNCTIVE = pattern(
    r"(?: that)? (?:the )?{party}(?: [\w-]+){0,2}? (?P<d>(?:be|not) [a-z-]+[^.;]{0,80})", WORDS
)
_THING = re.compile(
    r"(?:, [^,;]{1,60},)? (?P<d>(?:an?|the|maps|more|full|complete|all|its|access"
    r"|return) (?!immediate\b|from\b)"
    r"[^.;]{6,})"
)
_NO_THING = re.compile(
    r"\b(?:answers?|explanations?|respect|action|justice|accountability|attention|response|right to"
    r" know|clarity|probe|inquiry|investigation|resignation)\b"
)


def dissolved_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'insists that X be dissolved'."""
    match = _SUBJUNCTIVE.match(line.text, start, end)
    if match and not _NO_TERM.search(match["d"][:_HEAD]):
        yield Deed("other", match["d"].split(" ")[1], Stretch(*match.span("d")))


def thing_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'demands maps of mass graves'."""
    match = _THING.match(line.text, start, end)
    if (
        match
        and not _NO_TERM.search(match["d"][:_HEAD])
        and not _NO_THING.search(match["d"][:_HEAD])
    ):
        yield Deed("other", match["d"].split(" ")[1], Stretch(*match.span("d")))


_FOR = pattern(
    r" (?:for|that) (?:(?:the )?{party}[^.;,]{0,20}? to )?(?:(?:an?|the|full|complete|greater"
    r"|more) )?(?P<d>(?!immediate\b)[a-z-]+ [^.;,]{2,60}?)"
    r"(?= (?:that|which|in|from|as|before|by|to)\b|[.,;]|\Z)",
    WORDS,
)


_ASKS = re.compile(r"\bdemands?\Z")


def thing_for(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'renewed its demand for the opening of a corridor'."""
    match = _FOR.match(line.text, start, end) if _ASKS.search(line.text, 0, start) else None
    if match and not any(rule.search(match["d"][:_HEAD]) for rule in (_NO_TERM, _NO_THING)):
        yield Deed("other", match["d"].split(" ")[0], Stretch(*match.span("d")))


def topics_of_treaty(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'will sign no treaty until the other changes its constitution'."""
    if not _NO_TERM.search(line.text, start, min(end, start + _HEAD)):
        yield from (deed for deed in topics_in(line, start, end) if deed.topic in _TREATY_TOPICS)


_TREATY_TOPICS = frozenset(
    {
        "constitution",
        "sanctions",
        "support",
        "foreign troops",
        "arms supplies",
        "exile",
        "guarantees",
        "nuclear",
        "extradition",
        "surrender",
        "land corridor",
        "regime",
    }
)


def land_wanted(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'wants all of the Donetsk and Luhansk regions'."""
    gap = _ALL_OF.match(line.text, start, end)
    found = territories_at(line, gap.end() if gap else start, end)
    if found.names and _LAND_ENDS.match(line.text, found.end):
        words = Stretch(start, found.end)
        land = tuple((one.name, one.span) for one in found.names)
        yield Deed("cede_territory", "cede_territory", words, land)


_ALL_OF = re.compile(r" (?:(?:back|full control of|control of|control over) )?")
_LAND_ENDS = re.compile(r"[.,;]|\Z| (?:and|as|before|in|under|for)\b")


def generic_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'demanded that X do …': any concrete deed, save truces, talks and meetings."""
    match = _GENERIC.match(line.text, start, end)
    if match and not _NO_TERM.search(match["d"][:_HEAD]):
        verb = match["d"].split(" ")[0]
        action = "release_captives" if verb in ("free", "release") else "other"
        yield Deed(action, action if action != "other" else verb, Stretch(*match.span("d")))


_PASSIVE = pattern(
    _AGAIN + r" that (?:the |its |their |all |an? )?(?:(?!\b(?:be|is|are|was|were|has|have|will)\b)"
    r"[^.;,]){3,70}? (?P<d>be (?:\w+ly )?(?:reversed|repealed|abolished|scrapped|amended"
    r"|restored|reinstated"
    r"|annulled|reopened|dismantled|undone|revoked|struck|rewritten|recogni[sz]ed)\b[^.;,]{0,50})"
)


def passive_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'demands that the merger of the districts be reversed': of nobody by name."""
    match = _PASSIVE.match(line.text, start, end)
    if match and not _NO_TERM.search(match.group()) and not _NO_THING.search(match.group()):
        yield Deed("other", match["d"].split(" ")[1], Stretch(*match.span("d")))


_BLOWS = pattern(
    r"(?:the )?(?:{party}(?:'s)?(?: [\w-]+){0,2}? )?(?P<d>(?:all |its "
    r"|their )?(?:[\w-]+ ){0,2}?{blows}"
    r"(?: on {party})? (?:stop|end|ceas|halt|is lifted|was lifted|are halted|(?:is|was|were"
    r"|are) over)\w*)\b"
    r"|(?:the )?{party}(?:'s)?(?: [\w-]+){0,2}? (?P<e>(?:halt|stop|ceas|end|suspend)\w*"
    r" (?:its|their|his|all) (?:[\w-]+ ){0,3}?(?:campaign|attacks|strikes|aggression|bombing"
    r"|bombardment|offensive|blockade|siege|operations?|incursions?)\b)",
    WORDS,
)


def blows_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'will not talk unless X stops its attacks': what must end first."""
    if match := _BLOWS.match(line.text, start, end):
        yield Deed("other", "blows", Stretch(*match.span("d" if match["d"] else "e")))


_ACTS = pattern(
    r"(?:the )?{party}(?:'s)?(?: [\w-]+){0,2}? (?P<d>(?:resum|restor|reopen|lift|stop|halt|end|ceas"
    r"|remov|pay|apolog|dismantl|revers|cancel|drop|honou?r|implement)\w* [^.;,]{5,60})",
    WORDS,
)


def acts_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'would lift its ban only if X resumed normal traffic': any act that is waited for."""
    match = _ACTS.match(line.text, start, end)
    if match and not _NO_TERM.search(match["d"][:_HEAD]):
        yield Deed("other", match["d"].split(" ")[0], Stretch(*match.span("d")))


_FIRST = re.compile(
    r" ?(?P<d>(?!be\b|not\b|have\b)[a-z]+ [^.;,]{4,80}?) before"
    r" (?:any|there|talks|negotiations|peace|an? |its?\b|they\b)"
)


def first_in(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'India must restore the treaty before any talks can begin': what has to come first."""
    match = _FIRST.match(line.text, start, end)
    if match and not _NO_TERM.search(match["d"][:_HEAD]):
        yield Deed("other", match["d"].split(" ")[0], Stretch(*match.span("d")))


#: What else a frame may ask, where no deed of a known kind stands in it.
ELSE = (
    ("demanded", generic_in),
    ("demanded", passive_in),
    ("demanded", thing_in),
    ("on condition", blows_in),
    ("would if", blows_in),
    ("on condition", acts_in),
    ("terms of it", thing_for),
    ("terms of", thing_for),
    ("insisted", dissolved_in),
    ("wants", land_wanted),
    ("must", first_in),
)
