"""Where a meeting was, how long it took, and through whom, from the words around its mention."""

from __future__ import annotations

import re
from itertools import islice

from extractors.claims import Slots
from extractors.kinds.talks.arrivals import came_there
from extractors.kinds.talks.listed import AGAIN, is_listed
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.venues import (
    put_city_of_host,
    put_city_of_venue,
    put_venue,
    said_at,
)
from extractors.kinds.talks.words import WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, pattern

# -- where

_IN = pattern(
    r"\b(?:in|at|near|outside|inside|(?:planned|scheduled|due|set|slated) for"
    r"|(?:left|leav\w+|depart\w*|set off|headed)(?: [\w{place}{date}'-]+){0,5}? for|(?:travel\w*"
    r"|return\w*|fl(?:ew|y|ies|ying|own)|head(?:ed|ing"
    r"|s)?"
    r"|go|goes|going|went|c[ao]me|coming|back|(?:sen[dt]s?|sending|dispatch\w*)"
    r"(?: [\w{actor}-]+){1,4}?) to)(?: (?:the|downtown|central"
    r"|nearby))?(?: [{place}{actor}](?:'s(?: [\w-]+){0,3})?)?(?: coastal)?"
    r"(?: (?:resort|city|capital|town|port|[\w-]+))?"
    r"(?: (?:of|city|city of|town of))?,? ?\Z"
)
_OFFERED = pattern(r"\b(?:offer\w*|propos\w+|suggest\w*)(?: again)? \Z")
_AS_VENUE = pattern(r" (?:for|as (?:the |a )?(?:venue|place|site|host))\b")
_NOT_THERE = pattern(
    r"\b(?:sources?|speaking|said|announced|confirmed|reporters"
    r"|journalists|(?<!of )wars?|conflict|fighting|truce"
    r"|ceasefire|strikes?|hostages?|troops|tensions|crisis|unrest"
    r"|(?:agreement|deal|accord|plan)s?(?: \w+)? (?:reached|signed|struck|agreed|concluded)"
    r"|since(?: [\w{actor}{place}'-]+){1,6}"
    r"|forum|conference|summit|rally|speech|interview|ceremony|sidelines of [^.;,]{1,40}"
    r"|prisoners?|killed|attack\w*|held captive|hostilities|violence"
    r"|(?<!{actor} )(?<!with the )(?<!and the )rebels?|clashes"
    r"|told(?: (?!that\b)[^\s.;,]{1,20}){1,4}) (?:in|at|near) (?:the )?(?:[a-z]+ern )?\Z"
)
#: "talks on prisoners in the Omani capital": the talks are there.
_TALKS_ON = pattern(
    r"\b{talks} (?:on|about|over|regarding) (?:[\w-]+ )?(?:prisoners?|detainees?|captives)"
    r" (?:in|at) (?:the )?\Z",
    WORDS,
)
_WHO_THERE = pattern(
    r"\b(?:officials?|people|diplomats?|government|authorities|ministry|parliament"
    r"|mission|envoy|ambassador|office)"
    r" (?:in|at|near) (?:the )?\Z"
)
_TELLS = re.compile(r",? (?:[\w-]+ ){0,2}?(?:said|says|told|announced|confirmed|added)\b")
_RULERS_THERE = pattern(
    r"\b(?<!{actor} )(?:government|regime|administration|leadership|rulers) in (?:the )?\Z"
)
_EMBASSY = re.compile(r"-\w+| (?:embassy|consul\w*|ambassador\w*|mission|border)\b")
_THE_CITY = pattern(
    r"\bthe (?:same|{place}) (?:city|capital|resort)\b(?! of)|\bin the same (?:city|venue|palace)\b"
)


def put_where(slots: Slots, mention: Mention, document: Document) -> None:
    """City, venue and country."""
    _put_city_where(slots, mention)
    _put_city_singled_out(slots, mention)
    there = is_listed(mention) and mention.line.text.endswith(AGAIN, 0, mention.trigger.start)
    back = (Stretch(mention.clause.start, mention.trigger.start),) if there else ()
    for window in (*mention.windows, *back):
        for place, name in mention.line.names(NameType.PLACE, *window):
            _put_place(slots, mention, place, name)
    put_venue(slots, mention)
    put_city_of_host(slots, mention, document)
    _put_land(slots, mention)


def _put_city_singled_out(slots: Slots, mention: Mention) -> None:
    """ "It was in Istanbul that teams of the two last met"."""
    match = _IT_WAS_IN.match(mention.line.text)
    name = mention.line.tape.at(match.start("c")) if match else None
    within = match and mention.clause.start <= match.end() <= mention.trigger.start
    if within and isinstance(name, Name) and name.detail == "city":
        slots.put("city", name.name, name.span)


_IT_WAS_IN = pattern(r"\W{0,2}it (?:was|is) (?:also |there, )?in (?P<c>{place}) that\b")
#: "in the capital of Saudi Arabia".
_CAPITAL_OF = pattern(r"\bin the (?:capital|city|resort) of (?P<c>[{actor}{place}])")


def _put_land(slots: Slots, mention: Mention) -> None:
    match = _CAPITAL_OF.search(mention.line.text, mention.trigger.start, mention.after.end)
    name = mention.line.tape.at(match.start("c")) if match else None
    if isinstance(name, Name) and name.actor and name.form is Form.NAME:
        slots.put("country", name.actor, name.span)


def cities_of(mention: Mention) -> set[str]:
    """The cities and lands that a mention and the words behind it name."""
    names = mention.line.names(NameType.PLACE, mention.trigger.start, mention.after.end)
    return {name.name for _, name in names if name.detail in ("city", "country")}


_VISITS = 6  # cities of one list that are read: bounds the work on hostile text
_VISIT = pattern(
    r"\bin (?:the )?(?P<c>{place})(?: again)?,? on (?P<d>{date})"
    r"|\bon (?P<e>{date}),? in (?:the )?(?P<f>{place})"
)


def visits_in(mention: Mention) -> list[tuple[DateMention, Name]]:
    """ "in Muscat on 6 February and again in Geneva on 17 February": each city with its day."""
    tape, found = mention.line.tape, []
    for match in islice(_VISIT.finditer(mention.line.text, *mention.after), _VISITS):
        on = tape.at(match.start("d" if match["d"] else "e"))
        city = tape.at(match.start("c" if match["c"] else "f"))
        if isinstance(on, DateMention) and isinstance(city, Name) and city.detail == "city":
            found.append((on, city))
    return found


def _put_place(slots: Slots, mention: Mention, place: int, name: Name) -> None:
    if not _is_where(mention, place):
        return
    if name.detail == "city":
        _put_city(slots, mention, place, name)
    elif name.detail == "venue":
        slots.put("venue", name.name, name.span)
        put_city_of_venue(slots, mention.line, name)
    elif name.detail == "country" and name.actor and not _is_homeland(mention.line.text, place):
        slots.put("country", name.actor, name.span)


def _is_where(mention: Mention, place: int) -> bool:
    """Whether a name of a place tells where the meeting was."""
    text = mention.line.text
    inside = mention.trigger.holds(place)
    lead = text[max(0, place - 60) : place]
    agreed_there = mention.name == "deal" and place > mention.trigger.start
    offered = _OFFERED.search(lead) and _AS_VENUE.match(text, place + 1)
    there = offered or _IN.search(lead)
    elsewhere = _NOT_THERE.search(lead) and not _TALKS_ON.search(lead)
    if not inside and (not there or (elsewhere and not agreed_there)):
        return False
    owns = text.startswith("'s ", place + 1) and not _OWN_VENUE.match(text, place + 1)
    if owns and not inside:
        return False
    if _WHO_THERE.search(lead) and _TELLS.match(text, place + 1):
        return False
    if place < mention.before.end and (
        _WHO_THERE.search(lead) or _ELSEWHERE.search(text, place, mention.trigger.start)
    ):
        return False
    if _BROUGHT_ABOUT.match(text, place + 1) or _moved_from(text, place):
        return False
    told_there = _SAID.search(text, mention.trigger.end, place)
    return not (told_there or _RULERS_THERE.search(lead))


#: "which were to have been held in Oslo, were moved": not there.
_WERE_TO = pattern(r"\b(?:to have been held|have taken place) (?:in|at) (?:the )?\Z")
_MOVED = pattern(
    r"[^;]{0,80}? (?:(?:was|were|been|got) (?:moved|shifted|relocated|transferred)|moved to)\b"
)


def _moved_from(text: str, place: int) -> bool:
    planned = _WERE_TO.search(text, max(0, place - 40), place)
    return bool(planned and _MOVED.match(text, place + 1))


#: "Washington-mediated talks": who helps.
_BROUGHT_ABOUT = re.compile(r"-(?:mediated|brokered|led|backed|sponsored|facilitated)\b")
#: "The meeting in Doha was held on the day of the talks": there, but not those.
_ELSEWHERE = re.compile(
    r"\b(?:took place|(?:was|were) held|and (?:also )?(?:called|urged|demanded|proposed))\b"
)
#: "…, Putin said during a meeting with editors in Sochi": where he said so.
_SAID = pattern(r", (?:[^.;,]{0,60} )?(?:said|says|told|announced|stated|added|confirmed)\b")


def _put_city(slots: Slots, mention: Mention, place: int, name: Name) -> None:
    """A city; told as a capital, it tells the country too."""
    if _AND_CITY.match(mention.line.text, place + 1) and "capital" in said_at(
        name.span, mention.line
    ):
        return  # "in Turkey's capital, Ankara": the latter says the same
    if mention.line.text.startswith(f" {SIGNS['place']}", place + 1):
        return
    if _several_cities(mention):
        return
    slots.put("city", name.name, name.span)
    said = said_at(name.span, mention.line)
    if name.actor and said != name.name and "capital" in said.lower():
        slots.put("country", name.actor, name.span)


_AND_CITY = pattern(r",? {place}")
_SIDES_THERE = re.compile(r"\b(?:sides|parties|factions) in (?:the )?\Z")


def _is_homeland(text: str, place: int) -> bool:
    """ "the Sudanese embassy", "the warring sides in Sudan": whose, and not where they meet."""
    sides = _SIDES_THERE.search(text, max(0, place - 20), place)
    return bool(sides or _EMBASSY.match(text, place + 1))


#: "at Istanbul's historic palace": in Istanbul.
_OWN_VENUE = pattern(
    r"'s (?:[\w-]+ ){0,4}?(?:{place}|(?:palace|hotel|embassy|consulate|residence|villa|castle"
    r"|resort|cent(?:er|re)|mission|base|airport|office|headquarters|ministry|mansion|club"
    r"|island)\b)"
)
_WHERE = pattern(r"(?P<c>{place}),? \Z")
#: "left Doha after two days of talks".
_LEFT = pattern(
    r"\b(?:left|leaves|leaving|depart\w*(?: from)?|return\w*(?: home| \w+)? from|back from"
    r"|flew (?:home |back )?from) (?:the )?(?P<c>{place})(?:,? (?:on |late on )?{date})?,? \Z"
)
_AFTER = re.compile(r"\W{0,2}(?:after|following)\b")


def _put_city_where(slots: Slots, mention: Mention) -> None:
    """ "in Abu Dhabi, where the delegations met", "left Abu Dhabi after talks": the place that the
    clause before names."""
    line, start = mention.line, mention.clause.start
    match = _WHERE.search(line.text, max(0, start - 3), start)
    if not line.text.startswith("where", start):
        after = _AFTER.match(line.text, start)
        match = _LEFT.search(line.text, max(0, start - 70), start) if after else None
    if match := match or came_there(mention):
        name = line.tape.at(match.start("c"))
        if isinstance(name, Name) and name.detail == "city":
            slots.put("city", name.name, name.span)


_SEVERAL = pattern(
    r"{place}(?: and|,)(?: [\w{count}]+){0,3}? in (?:the )?{place}|\bin (?P<c>{place})(?:,?"
    r" (?:and|or) "
    r"|, ){place}(?! (?:province|region|state|county|oblast|prefecture|district)\b)"
)


def _several_cities(mention: Mention) -> bool:
    """ "two in Muscat and one in Rome": which was where is not said."""
    match = _SEVERAL.search(mention.line.text, *mention.windows[0])
    first = mention.line.tape.at(match.start("c")) if match and match["c"] else None
    if match is None or not isinstance(first, Name):
        return bool(match)
    second = mention.line.tape.at(match.end() - 1)
    once = isinstance(second, Name) and second.name == first.name  # "in Doha, Qatar's capital"
    return not once and "capital" not in said_at(first.span, mention.line)


def names_the_city_again(mention: Mention) -> bool:
    """ "in the Turkish city", "in the same city": the one that was named before."""
    return any(_THE_CITY.search(mention.line.text, *window) for window in mention.windows)
