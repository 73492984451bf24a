"""Who sits at the table of a mention: the parties that its words name, those of the meeting that it
takes up, else those of the article's talks; nobody where the words put somebody else there.

What the words themselves say is read in parties.py, in whose company a meeting is in company.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.claims import Claim
from extractors.kinds.talks.company import (
    allies_met,
    at_another_table,
    calls_on_host,
    of_one_alone,
    of_others,
    one_sided,
    stay_away,
    with_foes,
    with_somebody_else,
)
from extractors.kinds.talks.filling import as_named_in
from extractors.kinds.talks.focus import IN_A_ROW, Focus, names_two
from extractors.kinds.talks.friends import among_friends, in_dispute, look_on
from extractors.kinds.talks.implied import state_of_group
from extractors.kinds.talks.leaders import leaders_alone, leaders_of, the_leaders
from extractors.kinds.talks.meeting import TO_COME, Told, parties_of
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.other_things import is_being_there
from extractors.kinds.talks.parties import BODIES, parties_named, with_whom
from extractors.kinds.talks.party_words import MANY_SIDED
from extractors.kinds.talks.setting import cities_of
from extractors.kinds.talks.strangers import among_one_side, he_and_they, is_his, lists_others
from extractors.kinds.talks.usual import (
    helpers_in,
    others_negotiate,
    usual_parties,
    visits_of_helpers,
)
from extractors.parsing.delegations import go_betweens
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

Sides = tuple[Side, ...]


class Seating:
    """The parties of an article's meetings; mentions are asked for in the order of the text."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._usual = usual_parties(document, mentions)
        self._helpers = helpers_in(document)
        self._between = {side.actor for line in document.lines for side in go_betweens(line)}
        self._focus = Focus(document, frozenset(self._helpers | self._between | BODIES))
        self._others_negotiate = others_negotiate(document, self._usual)
        self._with_others: Mention | None = None  # the last meeting of somebody else
        self.is_told = any(parties_named(mention) for mention in mentions)
        self._one_table = self._is_one_table(mentions)

    def _is_one_table(self, mentions: Sequence[Mention]) -> bool:
        """Whether it tells of its usual sides' meetings and hardly others: "talks" are theirs."""
        usual = _actors(self._usual)
        named = [(mention, parties_named(mention)) for mention in mentions]
        others = {
            frozenset(_actors(sides))
            for mention, sides in named
            if sides and not leaders_alone(mention, sides, set())
        }
        return len(others - {frozenset(usual)}) <= 1 and not any(
            self._is_of_others(mention, usual)
            for mention, sides in named
            if not sides and not is_being_there(mention.line, mention.trigger)
        )

    def sides_of(self, mention: Mention, told: Told) -> Sides:
        """The parties of a mention; empty where unknown."""
        sides = self._sides_of(mention, told)
        if sides:
            self._focus.note(mention, sides)
        return sides

    def _sides_of(self, mention: Mention, told: Told) -> Sides:
        if the_leaders(mention):
            return self._focus.leaders(mention)
        named = self._without_helpers(mention)
        if allies_met(self._document, mention) or (not named and look_on(self._document, mention)):
            self._with_others = mention
            return ()
        first = mention.name == "met" and told.before and told.before.status in TO_COME
        if not named or (not first and _actors(named) < _actors(parties_of(told.before))):
            return self._meant(mention, told)
        if self._negotiate(mention, named, self._known(told)):
            return named
        self._with_others = mention
        return ()

    def _meant(self, mention: Mention, told: Told) -> Sides:
        """Those at a table whom its words do not name, or not all of them."""
        if told.before is None and _ANOTHERS.match(mention.line.text, mention.trigger.start):
            return ()
        known = self._known(told)
        his = is_his(mention) and not _actors(with_whom(mention)) <= _actors(parties_of(told.main))
        elsewhere = his or self._is_of_others(mention, known)
        fight = () if elsewhere else self._the_two_who_fight(mention)
        if pair := state_of_group(self._document, mention, known) or fight:
            return pair
        if elsewhere:
            self._with_others = mention
            return ()
        if focus := self._focus.of(mention):
            return focus
        if (
            self._takes_up_others(mention)
            or self._is_of_the_war(mention, told.main)
            or self._focus.is_on_others(mention, known)
        ):
            return ()
        earlier = parties_of(told.before) or parties_of(told.here)
        return earlier or self._taken_from_article(mention, told.main)

    def _known(self, told: Told) -> set[str]:
        return _actors(self._usual) | _actors(parties_of(told.main))

    def _without_helpers(self, mention: Mention) -> Sides:
        """ "The ministers of A and B met with Fidan", whose state mediates: A and B."""
        named = parties_named(mention) or he_and_they(self._document, mention, self._usual)
        apart = tuple(side for side in named if side.actor not in self._between)
        many = MANY_SIDED.search(mention.line.text, *mention.clause)
        return apart if len(named) > len("AB") == len(apart) and not many else named

    def _the_two_who_fight(self, mention: Mention) -> Sides:
        """ "Putin suggested that Ukraine resume direct talks", "peace talks to end the war of the
        army with the RSF": theirs."""
        about, line = self._document.dyad, mention.line
        start = max(
            mention.reach.start, mention.before.start - len("the Russian side proposed that")
        )
        near = Stretch(start, max(start, mention.before.end))
        if mention.trigger.start < _OPENING and _FOR_PEACE.search(line.text, *mention.trigger):
            near = Stretch(start, len(line.text))
        elif not _ASKS.search(line.text, *near):
            return ()
        here = {side.actor for _, side in actors_in(line, near)}
        foes = _actors(about or ())
        if about is None or len(foes) != len(about):
            return ()
        return as_named_in(line, about) if foes <= here and self._document.at_war(*foes) else ()

    def _taken_from_article(self, mention: Mention, main: Claim | None) -> Sides:
        """Nobody knows who sat at "the talks" where nobody was named right before, nor at any where
        the words count no rounds and speak of no sides, and others meet in the article too."""
        there = cities_of(mention)
        known = getattr(main and main.fields, "city", None)
        if there - {known} and of_one_alone(mention, _actors(self._usual)):
            return ()
        if mention.name == "again":
            meant = bool(there) and self._named_near(mention, _BEFORE)
        else:
            meant = (
                self._one_table
                or mention.number is not None
                or mention.name in IN_A_ROW
                or names_two(mention)
                or self._named_near(mention, 0)
                or known in there
            )
        return as_named_in(mention.line, self._parties_of_more(mention, main)) if meant else ()

    def _named_near(self, mention: Mention, before: int) -> bool:
        """Whether the usual sides stand in its sentence or in so many before it."""
        rank = mention.line.sentence.rank
        near = self._document.lines[max(0, rank - before) : rank + 1]
        return {side.actor for line in near for _, side in line.actors} >= _actors(self._usual)

    def is_at_home(self, mention: Mention, parties: Sequence[str]) -> bool:
        """ "The Kyiv talks", of whom the words do not say: states at war seldom meet at home, so
        others met there."""
        at_war = self._document.at_war(*parties[:2]) and all(one.isupper() for one in parties)
        if not at_war or parties_named(mention):
            return False
        start, end = mention.trigger
        right_there = _RIGHT_THERE if _BARE.fullmatch(mention.line.text, start, end) else 0
        there = Stretch(start, min(end + right_there, mention.after.end))
        named = mention.line.names(NameType.PLACE, *there)
        return any(name.actor in parties and name.detail == "city" for _, name in named)

    def _negotiate(self, mention: Mention, named: Sides, known: set[str]) -> bool:
        return not (
            visits_of_helpers(mention, named, self._helpers)
            or among_friends(self._document, mention, named, self._usual)
            or (leaders_alone(mention, named, known) and not self._foes_met(mention, named))
            or self._are_leaders_of_others(mention, named)
            or with_foes(self._document, mention, named)
            or calls_on_host(self._document, mention, named)
            or stay_away(mention, named)
        )

    def _foes_met(self, mention: Mention, named: Sides) -> bool:
        """ "Tshisekedi met Kagame in Doha", "a meeting between them": leaders of two who fight."""
        held = mention.verb is not None or _BETWEEN_THEM.search(
            mention.line.text, mention.trigger.end, mention.after.end
        )
        return bool(held) and self._fight(_actors(named))

    def _are_leaders_of_others(self, mention: Mention, named: Sides) -> bool:
        """ "Xi will hold talks with the Chilean president", in an article on a war of others."""
        wars = self._document.sides_of_wars
        if _actors(named) & wars or not leaders_alone(mention, named, set()):
            return False
        return bool(wars) or (
            len(leaders_of(mention, named)) == len(named) and not in_dispute(self._document, named)
        )

    def _is_of_others(self, mention: Mention, known: set[str]) -> bool:
        return (
            lists_others(mention)
            or among_one_side(mention)
            or one_sided(mention)
            or of_others(mention, known)
            or at_another_table(mention)
            or with_somebody_else(mention, known)
        )

    def _takes_up_others(self, mention: Mention) -> bool:
        """ "A concluded consultations with the envoys. The consultations took place in Jeddah",
        and so did all that is told of Jeddah without a word on who sat there."""
        others, text = self._with_others, mention.line.text
        if others is None or others.line.sentence.rank >= mention.line.sentence.rank:
            return False
        near = mention.line.sentence.paragraph - others.line.sentence.paragraph <= 1
        if near and _TAKES_UP.match(text, mention.trigger.start):
            return True
        return bool(cities_of(mention) & cities_of(others))

    def _is_of_the_war(self, mention: Mention, main: Claim | None) -> bool:
        """ "Peace talks", or talks in another city, where one who fights talks with a third: those
        of the two who fight, perhaps."""
        if _TAKES_UP.match(mention.line.text, mention.trigger.start):
            return False
        about, named = self._document.dyad, _actors(self._usual)
        if about is None or named == _actors(about) or self._fight(named):
            return False
        elsewhere = cities_of(mention) - {getattr(main and main.fields, "city", None)}
        fight = self._document.at_war(*(side.actor for side in about))
        return fight and bool(elsewhere or _FOR_PEACE.search(mention.line.text, *mention.trigger))

    def _fight(self, actors: set[str]) -> bool:
        return any(self._document.at_war(*pair) for pair in pairwise(sorted(actors)[:2]))

    def _parties_of_more(self, mention: Mention, main: Claim | None) -> Sides:
        """Of "a new round" the parties of the meeting that the article is about."""
        if not self.is_told and (self._others_negotiate or not self._are_meant(mention)):
            return ()
        text, start = mention.line.text, mention.trigger.start
        his = _HIS.search(text, max(0, start - 4), start)
        there = main and getattr(main.fields, "city", None) in cities_of(mention)
        if mention.name == "next" or his or there or _NEW.match(text, start):
            return parties_of(main) or self._usual
        return self._usual

    def _are_meant(self, mention: Mention) -> bool:
        """Whether the usual sides, of whom no words tell that they talk, fight or stand here."""
        actors = sorted(_actors(self._usual))
        there = {name.actor for _, name in mention.line.names(NameType.PLACE)}
        here = {side.actor for _, side in mention.line.actors} - there
        return here.issuperset(actors) or self._document.at_war(*actors[:2])


def _actors(sides: Iterable[Side]) -> set[str]:
    return {side.actor for side in sides}


#: "The meeting was chaired by …", where none was named before.
_ANOTHERS = pattern(
    r"(?:the|this|that) (?:meeting|session|gathering)\b(?! (?:between|of|in|at|on)\b)"
)
_BEFORE = 2  # sentences back in which those stand of whom "the talks" are
_BETWEEN_THEM = pattern(
    r"(?: there| in {place})?(?: on {date}| last {date})? between [^.;,]{1,60}{person}"
)
_BARE = pattern(r"(?:talks|negotiations|consultations|discussions)")
_RIGHT_THERE = 6  # tape places behind a mention: " in {place}"
_OPENING = 20  # tape places in which the talks are what a sentence is about
_ASKS = pattern(r"\b(?:propos|suggest|offer|invit|challeng)\w*\b")
_FOR_PEACE = pattern(r"\b(?:peace|truce|cease-?fire)\b")
_TAKES_UP = pattern(r"(?:the|this|that|these|those|their) ")
_HIS = pattern(r"\b(?:his|her) \Z")
_NEW = pattern(r"(?:a |another )?(?:new|next|fresh|further|another|follow-up)\b")
