"""Terms without an action of their own, told apart by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.demand.deeds import Deed
from extractors.kinds.demand.words import WORDS
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

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
        (
            "language",
            r"\b(?:official|state|second|{actor}) language\b|\b{actor} speakers",
        ),
        (
            "arms supplies",
            r"\b(?:halt|stop|end|cessation|ban|suspen|no more|freez|cut)\w*\b[^.;]{0,50}?\b(?:arms"
            r"|weapons?|military (?:aid|assistance|support)|mobili[sz]\w+|intelligence)\b"
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
        (
            "constitution",
            r"\b(?:amend|chang|revis|rewrit|remov|renounc|delet|drop)\w*\b[^.;]{0,40}?\bconstitution\b",
        ),
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
            r"\bextradit\w+|(?:\b(?:{wanted}|commanders?|members)\b[^.;,]{0,30}?|{person})"
            r" (?:be |are |is )?(?:handed over|put on trial)\b"
            r"|\bhand(?:ing)? over (?:[\w-]+ ){0,3}?(?:(?:{wanted}|members|commanders?)\b"
            r"|{person})",
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
            r"\b(?:step(?:s|ped|ping)? down|resign\w*|regime change|change of government"
            r"|power[- ]sharing|denazif\w+|out of (?:politics|power))\b",
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


def topics_of_treaty(line: Line, start: int, end: int) -> Iterator[Deed]:
    """'will sign no treaty until the other changes its constitution'."""
    if not NO_TERM.search(line.text, start, min(end, start + HEAD)):
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
#: Matters of other kinds, and what is asked for without a deed.
NO_TERM = re.compile(
    r"\b(?:ceasefire|cease-fire|truce|talks|negotiat\w+|meet\w*|summit|dialogue|table|accept"
    r"|agree|sign|hostilities|fighting|firing|shooting|explain|answer|respect|comply|attend"
    r"|(?:end|stop|halt)\w* (?:to |of )?(?:(?:all|the|its|their) )?(?:[\w-]+ )?(?:war|conflict"
    r"|attacks|offensive|(?:air ?)?strikes|bombing|bombardment|shelling|raids))\b"
)
HEAD = 45  # places in which what is asked is named; the rest of the sentence may speak of the war
