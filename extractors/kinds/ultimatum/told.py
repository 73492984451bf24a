"""Whom a sentence names beside a threat: who is told of it, and whom one mediates between."""

from __future__ import annotations

import re
from itertools import islice

from extractors.kinds.ultimatum.needs import CONDITIONS
from extractors.kinds.ultimatum.parties import Cast, Party, listed, party_at
from extractors.kinds.ultimatum.time import Found
from extractors.parsing.tape import pattern

_MOST = 6  # parties of one list


def reconciled(found: Found, issuer: Party) -> tuple[Party, ...]:
    """'will stop mediating between X and Y unless …': both are to move."""
    match = _BETWEEN.search(found.line.text, 0, found.match.start())
    both = () if match is None else "tu" if match["t"] else "ab"
    pair = tuple(party_at(found.line, match.start(who)) for who in both) if match else ()
    return tuple(party for party in pair if party and party.actor != issuer.actor)


def all_told(found: Found, issuer: Party) -> tuple[Party, ...]:
    """'told X and Y that it would go unless they …': all who are told."""
    told = _TOLD_WHAT.search(found.line.text, 0, found.match.start())
    parties = islice(listed(found.line, told.start("t")), _MOST) if told else ()
    return tuple(party for party in parties if party.actor != issuer.actor)


def told_what(found: Found, issuer: Party) -> Party | None:
    """'warned X it would see the sanctions of Y restored unless it …': X, who is told."""
    told = all_told(found, issuer) if found.rule in CONDITIONS else ()
    return told[0] if len(told) == 1 else None


def under_snapback(cast: Cast, found: Found) -> tuple[Party, ...]:
    """'will trigger the "snapback" if there is no deal': the mechanism of resolution 2231 of the UN
    Security Council, by which the sanctions on Iran come back, where the article names it."""
    match = _SNAPBACK.search(found.line.text)
    named = match and any(
        side.actor == "IRN" for line in cast.document.lines for side in line.sides
    )
    return (Party("IRN", None, found.line.tape.span(*match.span())),) if match and named else ()


_SNAPBACK = re.compile(r"\bsnap-?back\b")
_TOLD_WHAT = pattern(
    r"\b(?:told|tells|warned|warns|informed"
    r"|notified) (?:the )?(?P<t>[{actor}{person}])[^.;\"]{0,60}?"
    r" (?:that )?(?:it|they|he|she|there) (?:will|would|could|might|was|were|is|are|has|had)\b"
)
_BETWEEN = re.compile(
    r"\b(?:mediat\w+|broker\w*|efforts?|negotiations|talks) (?:[\w-]+ ){0,5}?(?:between (?:the )?"
    r"(?P<t>[\ue005\ue006]) and (?:the )?(?P<u>[\ue005\ue006])"
    r"|(?P<a>[\ue005\ue006])[ –-]{1,3}(?P<b>[\ue005\ue006]) )"
)
