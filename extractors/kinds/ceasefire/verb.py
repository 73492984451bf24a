"""The word that governs a truce: who does it, alone or together, and how it is governed itself.

What it tells of the truce is read in verbs.py.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.words import TOGETHER, WITH, WOULD_DO
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Side
from extractors.parsing.offers import floor_of
from extractors.parsing.owners import owner_of
from extractors.parsing.parties import antecedent, side_at, side_speaking
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


class Verb(NamedTuple):
    """The word that governs a truce, and what governs that word."""

    cast: Cast
    phrase: Phrase
    cue: re.Match[str]
    governed: Governed
    start: int  # of the words that govern it, else of the word itself

    @property
    def words(self) -> Stretch:
        return Stretch(self.start, self.cue.end())

    @property
    def doer(self) -> Side | None:
        line, noun = self.phrase.line, _PROPOSAL.match(self.phrase.line.text, self.start)
        if noun:
            return owner_of(self.cast.document, line, *noun.span())
        if land := self.of_rebels:
            return self.cast.only_foe(land)
        return nearest_subject(self.cast.document, line, self.start) or self._group_meant

    @property
    def _group_meant(self) -> Side | None:
        """The armed group that was named last, where "the rebels" or "the group" does it."""
        line = self.phrase.line
        group = _THE_GROUP.search(line.text, max(0, self.start - 60), self.start)
        named = (
            antecedent(self.cast.document, line, group.start(), persons=False) if group else None
        )
        side = side_at(*named) if named else None
        return side if side and side.actor.islower() else None

    @property
    def of_rebels(self) -> Side | None:
        """The land whose rebels are the subject: "Philippine communist rebels declared"."""
        line = self.phrase.line
        rebels = _REBELS.search(line.text, max(0, self.start - 80), self.start)
        land = side_at(line, rebels.start()) if rebels else None
        return land if land and land.actor.isupper() else None

    @property
    def together(self) -> bool:
        """Whether its subject is both sides."""
        line = self.phrase.line
        if "unilateral" in self.phrase.text:
            return False
        floor = max(floor_of(line, self.phrase.start), self.cue.start() - 90)
        for match in TOGETHER.finditer(line.text, floor, self.cue.start()):
            if _OF_THEM.search(line.text, max(0, match.start() - 30), match.start()):
                continue
            if match.group() == "we" and side_speaking(self.cast.document, line, match.start()):
                continue  # one side speaks
            places = [place for place, _ in line.actors if match.start() <= place < match.end()]
            actors = {side.actor for place in places if (side := side_at(line, place))}
            unnamed = " and a" in match.group() or match.group().startswith(("he ", "she "))
            unnamed = unnamed or match.group().endswith(" groups")
            if not places or len(actors) > 1 or unnamed:
                return True
        return False

    @property
    def decided(self) -> bool:
        """Whether it is what was decided: "decided to lift the truce"."""
        return _DECIDED.match(self.phrase.line.text, self.start) is not None

    @property
    def of_allies(self) -> bool:
        """Whether its subjects fight the same foe: "the ELN and the FARC announced a truce"."""
        line, start = self.phrase.line, max(0, self.cue.start() - 60)
        named = {side.actor for place, side in line.actors if start <= place < self.cue.start()}
        document = self.cast.document
        groups = len(named) > 1 and all(one.islower() and document.has_foes(one) for one in named)
        return groups and not any(document.at_war(*pair) for pair in combinations(named, 2))

    @property
    def with_another(self) -> bool:
        """Whether the words behind the truce name two sides or the other one, or those before it:
        "agreed with Kyiv on a truce"."""
        if _WITH_WHOM.match(self.cue.group()):
            doer, (start, end) = self.doer, self.cue.span()
            others = [side for place, side in self.phrase.line.actors if start <= place < end]
            at_war = self.cast.document.at_war
            return doer is not None and any(at_war(doer.actor, one.actor) for one in others)
        return bool(WITH.match(self.phrase.line.text, self.phrase.end))

    @property
    def foe_of_the_other(self) -> Side | None:
        """Who "militants declared a truce with X" means: the one group named that fights X."""
        other = WITH.match(self.phrase.line.text, self.phrase.end)
        if other is None or not self.cue.group().startswith("declar"):
            return None
        side = side_at(self.phrase.line, other.end() - 1)
        return self.cast.only_foe(side) if side else None

    @property
    def will_not(self) -> bool:
        """Whether its subject does not do it and means not to: "is not declaring a truce"."""
        undone = self.governed in (Governed.REFUSED, Governed.NOT_DONE)
        text = self.phrase.line.text
        before = max(0, self.start - 12)
        return undone and _WILL_NOT.search(text, before, self.cue.start()) is not None

    @property
    def is_charged(self) -> bool:
        """Whether the other side says so of its foe: "Kyiv said that Russia broke the truce"."""
        line, doer = self.phrase.line, self.doer
        speaker = side_speaking(self.cast.document, line, self.cue.start())
        if not _CHARGE.match(self.cue.group()):
            return False
        said = _SAID.search(line.text, max(0, self.cue.start() - 120), self.cue.start())
        if doer is None or speaker is None or not said:
            return False
        return self.cast.document.at_war(doer.actor, speaker.actor)

    @property
    def offer_taken(self) -> bool:
        """Whether both took the offer: "the parties had agreed to a UN proposal to extend it"."""
        text = self.phrase.line.text
        taken = _TAKEN.search(text, max(0, self.start - 60), self.start)
        if taken is None or self.governed is not Governed.OFFERED or not self.together:
            return False
        floor = floor_of(self.phrase.line, self.phrase.start)
        return governing(text, floor, taken.start()).governed is Governed.DONE

    @property
    def said_to_come(self) -> bool:
        """Whether its subject says that it will do it: "said that it would declare a truce"."""
        text, start = self.phrase.line.text, self.cue.start()
        return WOULD_DO.search(text, max(0, start - 120), start) is not None

    def wished(self, what: str) -> Telling | None:
        """The truce as somebody offers it or asks for it."""
        match self.governed:
            case Governed.ASKED:
                return Telling(Status.DEMANDED, f"asked to {what}", self.words, self.doer)
            case Governed.OFFERED | Governed.READY:
                return Telling(Status.PROPOSED, f"offers to {what}", self.words, self.doer)
            case _:
                return None


_THE_GROUP = pattern(
    r"\bthe (?:rebels?|rebel group|guerrillas?|group|militants|movement|insurgents|militia)"
    r"(?: (?:have|has|had|also|\w+ly|(?:on )?{date})){0,3} \Z"
)
_DECIDED = re.compile(r"deci(?:ded|sion)\b")
_WITH_WHOM = re.compile(r"(?:agreed|agreements?|deals?|accords?|pacts?|understanding) with\b")
_REBELS = pattern(
    r"{actor}(?:'s?)? (?:[\w-]+ ){0,2}?(?:rebels|insurgents|guerrillas|separatists)"
    r"(?: (?:have|has|had|also|\w+ly|(?:on )?{date})){0,3} \Z"
)
#: "the council, made up of former leaders, announced": leaders of whom something is.
_OF_THEM = re.compile(
    r"\b(?:made up of|composed of|consisting of|formed by|led by)(?: [\w-]+){0,2} \Z"
)
_TAKEN = re.compile(
    r"\b(?:agreed to|accepted|approved|endorsed) (?:an?|the) (?:[\w\ue005\ue006'-]+ ){0,3}\Z"
)
#: To end or suspend a truce is a deed that is owned to.
_CHARGE = re.compile(r"br(?:eak|oke)|shatter|tor[en] up")
_SAID = re.compile(r"\b(?:said|says|saying|claim(?:s|ed)|told|insist(?:s|ed)|maintain(?:s|ed)) ")
_WILL_NOT = re.compile(r"\b(?:will|would|is|are|refus\w+|declin\w+|won't|not to)\b")
_PROPOSAL = re.compile(r"proposals?\b")
