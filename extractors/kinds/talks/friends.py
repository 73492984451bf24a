"""Friends among themselves, who negotiate with nobody of the room: allies, those who only welcome
talks, states that an article on a war of others names in passing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations, product

from extractors.kinds.talks.europeans import ONE_SIDE
from extractors.kinds.talks.leaders import ENVOY
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.words import DELEGATES, WORDS
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def are_strangers(document: Document, sides: Sequence[Side]) -> bool:
    """ "Saudi Arabia and Egypt held consultations", "Russian and Belarusian ministers", in an
    article on a war: two who do not fight each other, one of them named in passing. The United
    States negotiate with those who fight."""
    wars, actors = document.sides_of_wars, {side.actor for side in sides}
    if not wars or (_has_negotiator(document, actors) and actors & wars):
        return False
    if actors & ONE_SIDE and any(document.related("at_odds", "eu", actor) for actor in actors):
        return False
    if _fight(document, actors):
        return False
    named = _times_named(document)
    return min(named[actor] for actor in actors) < _OFTEN


def _fight(document: Document, actors: Collection[str]) -> bool:
    """Whether two of them are sides of a war, an army standing for its state."""
    homes = ((actor, document.home_of(actor)) for actor in actors)
    states = {home for actor, home in homes if home and not document.at_war(actor, home)}
    return any(document.at_war(*pair) for pair in product(actors, states | {*actors}))


def _has_negotiator(document: Document, actors: Collection[str]) -> bool:
    return any(document.related("negotiator", actor) for actor in actors)


def _times_named(document: Document) -> Counter[str]:
    return Counter(actor for line in document.lines for actor in {s.actor for _, s in line.actors})


def among_friends(
    document: Document, mention: Mention, sides: Sequence[Side], usual: Sequence[Side]
) -> bool:
    """Whether two who meet, other than the article's sides, are at odds with nobody but a third:
    both fight it, or one of them, named in passing, is not said to negotiate."""
    if are_strangers(document, sides):
        return True
    actors = sorted({side.actor for side in sides})
    if len(actors) != 2 or set(actors) <= {side.actor for side in usual}:
        return False
    if _fight(document, actors):
        return False
    if mention.name != "met":
        return ministers_by_the_way(mention, sides)
    named = _times_named(document)
    allied = any(all(document.at_war(one, foe) for one in actors) for foe in named)
    in_passing = min(named[actor] for actor in actors) < _OFTEN
    return allied or (
        in_passing and not (_negotiate(mention) or _sends_diplomats(document, mention, actors))
    )


def _sends_diplomats(document: Document, mention: Mention, actors: Sequence[str]) -> bool:
    """ "Russian and American diplomats met": those of a negotiator, with no ally of its own."""
    sent = DELEGATES.search(mention.line.text, *mention.before)
    negotiates = _has_negotiator(document, actors) and not document.related("allies", *actors)
    return negotiates and bool(sent)


_OFTEN = 3  # sentences that name a party of the talks


def ministers_by_the_way(mention: Mention, sides: Sequence[Side]) -> bool:
    """ "Lammy, fresh from talks in Washington with Rubio": what two ministers did on the side."""
    text, start = mention.line.text, mention.trigger.start
    if not _BY_THE_WAY.search(text, max(0, start - 40), start):
        return False
    near = Stretch(mention.before.start, mention.after.end)
    people = (person for _, person in mention.line.names(NameType.PERSON, *near))
    officers = {person.actor for person in people if _MINISTER.search(person.detail)}
    return {side.actor for side in sides} <= officers


_BY_THE_WAY = re.compile(r"\b(?:fresh from|after|following|ahead of|before)(?: \w+){0,2} \Z")
_MINISTER = re.compile(r"\b(?:minister|secretary|adviser|chief diplomat)\b")


def in_dispute(document: Document, sides: Sequence[Side]) -> bool:
    """Whether a sentence speaks of peace, a dispute or the like between them."""
    actors = {side.actor for side in sides}
    return any(
        actors <= {side.actor for _, side in line.actors} and _DISPUTE.search(line.text)
        for line in document.lines
    )


_DISPUTE = pattern(r"\b(?:peace|truce|cease-?fire|disput\w+|conflict|normali[sz]\w+|tensions)\b")


def _negotiate(mention: Mention) -> bool:
    """Whether the words speak of negotiations, or of an envoy by office."""
    line, part = mention.line, mention.clause
    people = (person for _, person in line.names(NameType.PERSON, *part))
    envoy = any(ENVOY.search(person.detail) for person in people)
    return envoy or bool(_NEGOTIATING.search(line.text, *part))


_NEGOTIATING = pattern(
    r"\b(?:{talks}|negotiat\w+|peace|truce|cease-?fire|dispute|mediat\w+|deal|envoys?"
    r"|de-?escalat\w+)\b|{duration}",
    WORDS,
)


#: "Qatar and Egypt welcomed a fifth round": they look on.
_WELCOMES = pattern(
    r"(?P<list>{actor}(?:(?:,|,? and) (?:the )?{actor}){1,4})(?: (?:have|has|had|also|both|{date}"
    r"|on {date})){0,3} (?:welcom|hail|prais|applaud|back|support|urg|condemn|criticis|criticiz)"
    r"\w*(?: [\w{ordinal}-]+){0,6} ?\Z"
)


def look_on(document: Document, mention: Mention) -> bool:
    """Whether they who stand before it only welcome or urge it, and are no foes."""
    start = mention.trigger.start
    match = _WELCOMES.search(mention.line.text, max(0, start - 120), start)
    if match is None:
        return False
    part = Stretch(*match.span("list"))
    actors = sorted({side.actor for _, side in actors_in(mention.line, part)})
    return not any(document.at_war(*pair) for pair in combinations(actors, 2))
