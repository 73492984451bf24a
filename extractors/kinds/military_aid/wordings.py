"""Wordings of aid that name donor or recipient themselves, beside what is given.

What verbs of giving tell, whose subject has to be found first, is read in gifts.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fact import Status
from extractors.kinds.military_aid.gift import Gift
from extractors.kinds.military_aid.recipients import side_at
from extractors.kinds.military_aid.words import WORDS
from extractors.parsing.line import Line
from extractors.parsing.parties import party_at
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

RECEIVED = pattern(
    r"(?P<r>{party})(?:(?:'s)? (?:army|forces|military|coast guard|armed forces))?"
    r"(?:,? (?:which|who))?"
    r"(?P<aux>(?: (?:will|has|have|had|is|are|to|would|could|also|soon|now|already|been))){0,3}"
    r" (?P<v>receives?|received|receiving|gets?|got)\b"
    r"(?P<what> [^.;]{0,120}?(?P<arms>{arms})[^.;\ue005\ue006]{0,60}?) from (?:the"
    r" )?(?P<d>{party})",
    WORDS,
)
#: "the two million shells that the EU has promised Ukraine".
PROMISED = pattern(
    r"(?P<what>(?:{count}|{money}|the|of)[^.;,]{0,60}?{arms})(?: that"
    r"| which)? (?:the )?(?P<d>{party})"
    r"(?:'s allies)? (?:has |have |had )?(?P<v>pledged|promised|sent|given|delivered"
    r"|provided|supplied|donated|offered)(?: to)?"
    r" (?:the )?(?P<r>{struck})",
    WORDS,
)
#: "Taurus missiles, which Berlin has refused to send".
REFUSED = pattern(
    r"(?P<what>{arms})[^.;,]{0,30},? (?:that|which) (?:the )?(?P<d>{party})(?: has| have| had)?"
    r" (?P<v>(?:refused|declined) to (?:send|supply|provide|deliver|give))\b",
    WORDS,
)
#: "About £350m will be provided by the UK".
BY_DONOR = pattern(
    r"(?P<what>(?:{money}|{count})[^.;,]{0,60}?) (?P<v>(?:will be|is being|was|were|has been"
    r"|have been) (?:provided|given|supplied|donated|sent|funded)) by (?:the )?(?P<d>{party})",
    WORDS,
)
#: "32 missiles have already been delivered to Ukraine": nobody need be named who gave them.
DELIVERED = pattern(
    r"(?P<what>(?:\A\W{0,2}|{count}|{money}|\b(?:dozens|hundreds|thousands|more|further|these|new"
    r"|the first|(?:batch|shipment|consignment|tranche)(?:es|s)? of))[^.;,]{0,60}?"
    r"{arms}[^.;,]{0,30}?) (?P<v>(?:will be|ha(?:ve|s|d)(?: already| since| also| now)? been|were"
    r"|was|(?:is|are) being)(?: already)? (?:delivered|handed over|transferred|sent|shipped"
    r"|supplied|donated|provided))[^.;,]{0,30}? to (?:the )?(?P<r>{struck})"
    r"(?:[^.;,]{0,20} by (?:the )?(?P<d>{party}))?",
    WORDS,
)
#: "Ukraine will also receive rifles as part of this package".
OF_PACKAGE = pattern(
    r"(?P<r>{party})(?P<aux>(?: (?:will|has|is|to|would|also|soon|already|is set)){1,4})"
    r" (?P<v>receive|received|get)\b(?P<what> [^.;]{0,160}?(?P<arms>{arms})[^.;]{0,90}?)"
    r" (?:as part of|under|within) (?:this|the|that|a|its) (?:[\w-]+ ){0,3}?(?:packages?|deal"
    r"|contract|programme|program|initiative|agreement|tranche)\b",
    WORDS,
)
#: "Ukraine would receive 1.8 million shells": a side at war gets them, whoever gives.
TO_RECEIVE = pattern(
    r"(?P<r>{party})(?P<aux>(?: (?:will|has|have|is|to|would|also|soon|already|so far|set)){1,4})"
    r" (?P<v>receive|received|get)\b(?P<what> (?:(?:more than|about|some|around|another|at least"
    r"|up to|nearly|a further) )?(?:{count}|dozens of|hundreds of|thousands of)[^.;,]{0,40}?"
    r"(?P<arms>{arms}))",
    WORDS,
)
#: "a military aid package from Germany worth €500 million".
PACKAGE_FROM = pattern(
    r"(?P<what>(?:military|defen[cs]e|security|weapons|arms)(?: aid| assistance| support)? package)"
    r"(?: (?:for|to) (?:the )?(?P<r>{struck}))? from (?:the )?(?P<d>{party})"
    r"(?: for (?:the )?(?P<r2>{struck}))? (?P<v>worth|valued at|totall?ing|consisting of"
    r"|amounting to|(?:which |that )?includ\w+)\b",
    WORDS,
)
#: "Zelenskyy had asked him for ten Patriot systems": who asks would get them.
ASKED_FOR = pattern(
    r"(?P<r>{party})(?:'s (?:[\w-]+ ){1,3}?| )(?:(?:has|had|have|also|again|formally|officially"
    r"|already) ){0,3}(?P<v>asked|requested|requests|asks)(?: (?:the )?(?P<d>{party})(?:'s [\w-]+)?"
    r"| him| her| them| (?:his|its|her) [\w-]+)?"
    r"(?P<what> (?:for )?(?:\ue000|two|three|ten|dozens|hundreds|thousands|(?P<some>more|further"
    r"|additional|new|(?<=for )(?!help\b|a\b|the\b)|(?<=requested )(?!that\b|to\b|a\b|the\b"
    r"|help\b)))[^.;,\ue005\ue006]{0,40}?(?P<arms>{arms}))"
    r"(?: from (?:the )?(?P<d2>{party}))?",
    WORDS,
)
#: "notified Congress of a planned $8 billion arms sale to Israel": aid told by a noun.
SALE = pattern(
    r"(?P<v>notified (?:the )?(?:congress|\ue005) of (?:the|a)(?: possible| potential)? sale of"
    r"(?: (?:more than|about|nearly|some))?|planned|proposed|potential|prospective|possible"
    r"|(?<=approved )an?|(?<=announced )an?"
    r"|(?<=signed )an?)(?: sale of)?"
    r"(?P<what> (?:us|\ue005)?{money} (?:[\w-]+ ){0,2}?(?:arms|weapons|military|munitions|security)"
    r"(?:(?<=weapons)|(?<=arms)|(?<=munitions)| (?:[\w-]+ )?(?:sale|package|deal|aid|assistance)))"
    r" (?:to|for) (?:the )?(?P<r>{struck})",
    WORDS,
)
#: "cleared the sale to Ukraine of spare parts for jets worth $310 million".
SALE_TO = pattern(
    r"\b(?P<v>approved|authori[sz]ed|cleared|greenlit|signed off on|agreed) (?:the |a )?"
    r"(?:possible |potential |planned |first )?sale to (?:the )?(?P<r>{struck}) of"
    r"(?P<what> [^.;]{0,110}?{arms})",
    WORDS,
)

#: "transfers of artillery from North Korea to Russia".
TRANSFERS = pattern(
    r"\b(?P<v>transfers?|deliver(?:y|ies)|shipments?|suppl(?:y|ies)) of"
    r"(?P<what> [^.;]{0,80}?{arms}[^.;,]{0,30}?) from (?:the )?(?P<d>{party})"
    r" to (?:the )?(?P<r>{struck})",
    WORDS,
)


#: "the tanks sent by Oslo have arrived in Ukraine", "jets from the US are on their way to Israel".
ARRIVED = pattern(
    r"(?P<what>(?:[^\s.;,\ue005-\ue007]{1,30} ){0,6}?{arms}(?: (?!from\b|sent\b)[\w-]+){0,2}?)"
    r" (?:from|(?:sent|provided|supplied|donated|pledged|promised|given|delivered) by) (?:the )?"
    r"(?P<d>{party}) (?P<v>(?:has |have |had )?(?:already )?(?:arrived|landed)"
    r"|(?:is|are|was|were) (?:on (?:its|their) way|en route|headed|heading|bound)"
    r"|(?:will|is to|are to|is due to|are due to|should) (?:soon )?(?:arrive|reach))"
    r"(?: (?:at|in|to|for)(?: an? [\w-]+ (?:in|of))?)? (?:the )?(?P<r>{struck})",
    WORDS,
)
#: "a shipment of shells from Canada reached Ukraine".
SHIPMENT = pattern(
    r"(?P<what>(?:shipment|batch|consignment|convoy|tranche)s? of [^.;,\ue005-\ue007]{0,60}?{arms}"
    r"[^.;,\ue005-\ue007]{0,20}?)(?: from (?:the )?(?P<d>{party}))? (?P<v>(?:has |have |had )?"
    r"(?:already )?(?:arrived (?:in|at)|reached|landed in)|(?:will|is to|are to"
    r"|is due to) (?:soon )?"
    r"(?:arrive in|reach))(?: an? [\w-]+ (?:in|of))? (?:the )?(?P<r>{struck})",
    WORDS,
)
#: "Germany's delivery of tanks to Ukraine".
ITS_DELIVERY = pattern(
    r"(?P<d>{party})'s (?:[\w-]+ ){0,2}?(?P<v>deliver(?:y|ies)|transfers?|suppl(?:y|ies)|donation"
    r"|provision|shipments?|gift) of(?P<what> [^.;]{0,60}?{arms}[^.;,]{0,20}?) to (?:the )?"
    r"(?P<r>{struck})",
    WORDS,
)


_TO_COME = re.compile(r"\b(?:will|would|to|being|should|on|en route|headed|heading|bound)\b")
_SIGN = re.compile(r"[\ue005\ue006]")


def _received(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    donor, recipient = party_at(line, match.start("d")), party_at(line, match.start("r"))
    if donor and recipient:
        verb = match.start("v") - match.start()
        to_come = re.search(r"\b(?:will|would|to|soon|could)\b", match.group()[:verb])
        status = Status.AGREED if to_come else Status.COMPLETED
        words = Stretch(match.start("v"), match.end("v"))
        yield Gift("received", status, (donor,), recipient, words, Stretch(*match.span("what")))


def _promised(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    donor, recipient = party_at(line, match.start("d")), side_at(line, match.start("r"))
    if donor and recipient:
        open_ended = match["v"] in ("pledged", "promised")
        status = Status.AGREED if open_ended else Status.COMPLETED
        words = Stretch(*match.span("v"))
        yield Gift("promised", status, (donor,), recipient, words, Stretch(*match.span("what")))


def _refused(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    if donor := party_at(line, match.start("d")):
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("refused", Status.REJECTED, (donor,), None, words, items)


def _given_by(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    if donor := party_at(line, match.start("d")):
        status = Status.AGREED if match["v"].startswith("will") else Status.COMPLETED
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("by its donor", status, (donor,), None, words, items)


def _sold(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    """A sale that a government plans or approved: its own arms, whoever is told of it first."""
    recipient = side_at(line, match.start("r"))
    found = (party_at(line, sign.start()) for sign in _SIGN.finditer(line.text, 0, match.start()))
    donor = next((party for party in found if party), None)
    if recipient and donor:
        status = Status.AGREED if _APPROVED.match(match["v"]) else Status.PROPOSED
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("sale", status, (donor,), recipient, words, items)


_APPROVED = re.compile(r"a|cleared|greenlit|signed off")


def _delivered(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    """What has come, or is to come, to a side, whoever gives it."""
    recipient = side_at(line, match.start("r"))
    verb = match["aux"] if "aux" in match.groupdict() else match["v"]
    given_by = match.start("d") if match.groupdict().get("d") else None
    donor = party_at(line, given_by) if given_by is not None else None
    if recipient:
        to_come = _TO_COME.search(verb)
        status = Status.AGREED if to_come else Status.COMPLETED
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("delivered", status, (donor,) if donor else (), recipient, words, items)


def _to_receive(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    for gift in _delivered(line, match):
        yield gift._replace(rule=TO_A_SIDE)


TO_A_SIDE = "to receive"  # a rule that holds for sides of a war alone: others buy


def _package_from(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    donor = party_at(line, match.start("d"))
    place = next((match.start(label) for label in ("r", "r2") if match[label]), None)
    if donor:
        recipient = side_at(line, place) if place is not None else None
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("package from", Status.REPORTED, (donor,), recipient, words, items)


def _transferred(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    donor, recipient = party_at(line, match.start("d")), side_at(line, match.start("r"))
    unmade = _UNMADE.search(line.text, max(0, match.start() - 60), match.start())
    if donor and recipient and not unmade:
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        ahead = line.text[match.end() : match.end() + _NEAR]
        status = next((one for one, rule in _AHEAD if rule.search(ahead)), Status.REPORTED)
        yield Gift("transfers", status, (donor,), recipient, words, items)


_NEAR = 40  # places behind deliveries in which it stands how far they are
_AHEAD = (
    (Status.ONGOING, re.compile(r"\A (?:ha(?:s|ve|d) )?(?:began|begun|is|are|continue)\w*\b")),
    (Status.PROPOSED, re.compile(r"\b(?:may|might|could)\b")),
    (Status.AGREED, re.compile(r"\b(?:will|would|to (?:begin|start|follow)|due|planned)\b")),
)


_UNMADE = re.compile(
    r"\b(?:halt|stop|end|ban|block|paus|suspen|cut|prevent|no |intercept|seiz|den[iy]|accus|reject)"
    r"\w*[^.;]{0,40}\Z"
)


def _asked_for(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    recipient = side_at(line, match.start("r"))
    given_by = next((match.start(label) for label in ("d", "d2") if match[label]), None)
    donor = party_at(line, given_by) if given_by is not None else None
    if recipient and (donor or match["some"] is None):
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        donors = (donor,) if donor else ()
        named = None if match["some"] is not None else recipient
        yield Gift("asked for", Status.DEMANDED, donors, named, words, items, recipient)


#: Wordings that name donor and recipient themselves; others are read verb by verb.
WORDINGS = (
    (RECEIVED, _received),
    (REFUSED, _refused),
    (SALE, _sold),
    (SALE_TO, _sold),
    (PROMISED, _promised),
    (BY_DONOR, _given_by),
    (DELIVERED, _delivered),
    (OF_PACKAGE, _delivered),
    (TO_RECEIVE, _to_receive),
    (PACKAGE_FROM, _package_from),
    (ASKED_FOR, _asked_for),
    (ARRIVED, _delivered),
    (SHIPMENT, _delivered),
    (TRANSFERS, _transferred),
    (ITS_DELIVERY, _transferred),
)
