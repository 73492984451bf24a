"""Losses that a side tells as its own: "its losses", "we have lost", "within its ranks"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.casualty_estimate.told import Told, actors_in
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def by_subject_of_its_own(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "India put its own losses at 21", "said it had lost 600 men", "our losses"."""
    text = toll.line.text
    own = _OWN.search(text, toll.clause.start, toll.stretch.end) or _OWN_COUNT.search(text)
    own = own or _OWN_LOSSES.search(text, 0, toll.place)
    staff = toll.measure == "captured" and text.startswith(" of its ", toll.place + 1)
    if teller := _OF_ITS_STAFF.match(text, 0, toll.place + 1) if staff else None:
        return dict(actors_in(toll.line, Stretch(*teller.span()))).get(teller.start("a"))
    if own is None:
        return None
    subjects = actors_in(toll.line, Stretch(0, own.start()))
    if subjects:
        return subjects[0 if _HIS.match(own.group()) else -1][1]
    return _of_speaker(document, toll)


_OWN = re.compile(
    r"\b(?:his|her) (?:country|nation|army)'s\b"
    r"|\b(?:its|our|their) (?:own )?(?:\w+ )?(?:losses|casualties|dead|death toll|toll|soldiers"
    r"|troops"
    r"|service ?m[ae]n|fighters|officers|personnel|men|fallen|forces|people|citizens|civilians"
    r"|nationals|side)\b|\b(?:it|we|they) (?:had |have "
    r"|has )?(?:lost|suffered|sustained)\b"
)


#: "The UN says the Houthis are holding 23 of its staff": the UN's.
_OF_ITS_STAFF = pattern(
    r"\W{0,2}(?:the )?(?P<a>{actor})(?: on {date}| {date})? (?:says|said|has said|added|confirmed)"
    r" (?:that )?[^.;,]{1,60}\b(?:hold\w*|detain\w*) (?:at least |some )?{count}\Z"
)


_HIS = re.compile(r"his|her")


#: "It last gave its losses when it acknowledged that 6,000 had fallen".
_OWN_LOSSES = re.compile(
    r"\b(?:its|their|our) (?:own )?(?:\w+ ){0,2}?(?:losses|casualties|dead|deaths|death toll)"
    r"\b(?! of\b)[^.;]{0,80}\b(?:acknowledg|admit|confirm|said|report|put)\w*[^.;\ue005]{0,30}\Z"
)
#: "updated its casualty figures", "casualties within its ranks".
_OWN_COUNT = re.compile(
    r"\b(?:its|their) (?:own )?(?:casualty|loss) (?:figures|count|numbers)\b"
    r"|\b(?:in|within|among) (?:its|their|our) (?:own )?ranks\b"
)


def _of_speaker(document: Document, toll: Toll) -> Side | None:
    speakers = {hop.name: hop for hop in toll.line.attribution(toll.place)}
    for line in document.lines:
        for _, name in line.names(NameType.PERSON):
            if name.name in speakers and name.actor:
                return Side(actor=name.actor, span=speakers[name.name].span)
    return None
