"""Who holds which office in an article: "the minister" is the person last named as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import chain

from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.names.titles import HEADS, word_set
from extractors.parsing.sentences import Sentence
from extractors.parsing.tape import SIGNS, Tape
from extractors.values import Value

_APPOSITION = re.compile(
    r",\s((?:the|an?|its|his|her|their|who|now|[\w-]{2,20}[’']s|[a-z]\w{0,20})\s[^,.;:]{2,70})"
)
#: Words with capitals right before a name: "Secretary of State Marco Rubio".
_CAPITALS = re.compile(r"(?:\b[A-Z][\w’'-]{1,20} (?:of (?:the )?|for )?){1,5}\Z")
#: Small words of an office right before a name: "head of the Russian delegation Vladimir Medinsky".
_OFFICE_OF = re.compile(
    r"\b(?:head|leader|chief|chairman|secretary|commander|director|spokes\w{3,6}|governor|mayor"
    r"|minister)"
    r" (?:of|for) (?:the )?[^,.;:\n]{0,50}?\b(?:delegation|team|office|council|ministry|service"
    r"|directorate|headquarters|committee|staff|forces|army|group|movement|party|parliament|agency"
    r"|commission|intelligence|administration|department|region|province|district|city|town|state"
    r"|oblast|affairs|defen[cs]e),? \Z",
    re.IGNORECASE,
)
_SMALL = word_set(
    "the a an its his her their of for and who is was now former then s special top senior lead"
)
_LEADERS = word_set("president premier chancellor king emir sultan")
#: Who commands an armed group is its leader.
_OF_GROUPS = word_set("commander chief head chairman")
_SAME_OFFICE = {
    "defense": "defence",
    "advisor": "adviser",
    "aide": "adviser",
    "pm": "premier",
    "delegate": "negotiator",
    "ombudswoman": "ombudsman",
    "ombudsperson": "ombudsman",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
}
#: "the envoy for Ukraine": whom the office is for; one who is sent is of another state.
_OF_WHOM = re.compile(rf" (?:of|for|to) (?:the )?[{SIGNS['actor']}{SIGNS['place']}]\Z")
_SENT_TO = re.compile(_OF_WHOM.pattern.replace("of|", ""))
_SIGN = re.compile(rf"[{SIGNS['actor']}{SIGNS['person']}{SIGNS['place']}](?:'s)?")
_KEPT = 20  # persons of one office that "the minister" can mean


class _Known(Value):
    """A person with the words of the offices that the article gives them."""

    name: str
    actor: str | None
    offices: frozenset[str]
    start: int


class Holders:
    """The persons of an article by the offices that it gives them."""

    def __init__(self) -> None:
        self._by_office: dict[str, list[_Known]] = defaultdict(list)  # in order

    def meet(self, sentence: Sentence, name: Name) -> None:
        """Learn the offices of a person."""
        known = _known(sentence, name)
        for office in known.offices & (HEADS | {"leader", "spokesperson"}):
            self._by_office[office].append(known)

    def in_office(self, tape: Tape, place: int, words: str) -> str | None:
        """The person last named in an office: "the minister", "the Turkish foreign minister"; one
        whose state is said may be named only later.
        """
        actor = actor_of(tape, place, words)
        said = _office_words(_SIGN.sub(" ", _SENT_TO.sub("", words)))
        named = self._by_office.get(_head(words), [])
        now = bisect_left(named, tape.span(place, place + 1).start, key=lambda one: one.start)
        earlier = reversed(named[max(0, now - _KEPT) : now])
        later = named[now : now + _KEPT] if actor or SIGNS["person"] in words else ()
        for known in chain(earlier, later):
            if actor in (None, known.actor) and _fits(said, known):
                return known.name
        return None


def _known(sentence: Sentence, name: Name) -> _Known:
    text, offset = sentence.text, sentence.span.start
    head = name.head.start - offset
    before = _CAPITALS.search(text, max(0, head - 60), head)
    title = f"{text[name.span.start - offset : head]} {before.group() if before else ''}"
    lead = _OFFICE_OF.search(text, max(0, head - 70), name.span.start - offset)
    after = _APPOSITION.match(text, name.head.end - offset)
    title = f"{title} {lead.group() if lead else ''}"
    words = f"{title} {name.detail} {after.group(1) if after else ''}"
    offices = _office_words(words)
    if name.actor and name.actor.islower() and offices & _OF_GROUPS:
        offices |= {"leader"}
    return _Known(name=name.name, actor=name.actor, offices=offices, start=name.span.start)


def _office_words(words: str) -> frozenset[str]:
    """The words of an office in one spelling; heads of state and government are leaders too."""
    plain = re.findall(r"[a-z-]+", words.lower())
    offices = {_SAME_OFFICE.get(word, word) for word in plain} - _SMALL
    if {"prime", "minister"} <= offices:
        offices.add("premier")
    if offices & _LEADERS:
        offices.add("leader")
    if {"commissioner", "rights"} <= offices:
        offices.add("ombudsman")
    if "delegation" in offices:
        offices |= {"negotiator", "chief", "lead", "top"} if "head" in offices else {"negotiator"}
    return frozenset(offices)


def _head(words: str) -> str:
    last = _OF_WHOM.sub("", words).partition(" of ")[0].split()[-1]
    return _SAME_OFFICE.get(last, last)


def _fits(said: frozenset[str], known: _Known) -> bool:
    """Whether the offices hold all that is said, and no deputy or premier is taken for another."""
    said = said - {"leader"} if "leader" in known.offices else said
    higher = {"vice", "deputy"} | ({"prime"} if "minister" in said else set())
    return said <= known.offices and not (known.offices & higher) - said


def actor_of(tape: Tape, place: int, words: str) -> str | None:
    """The state that the office is of: named with it, or the one that "its" takes up; whom an envoy
    is sent to is another.
    """
    words = _SENT_TO.sub("", words)
    end = place + len(words) if SIGNS["actor"] in words else place
    start = place if SIGNS["actor"] in words else 0
    if SIGNS["actor"] not in words and not words.startswith("its "):
        return None
    actors = [
        name.actor
        for _, name in tape.annotations(start, end)
        if isinstance(name, Name) and name.type is NameType.ACTOR
    ]
    return actors[-1] if actors else None
