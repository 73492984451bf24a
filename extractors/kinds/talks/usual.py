"""Between whom an article's talks usually are, and who only helps: mediators, hosts and those whose
teams sit there without it being said with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from extractors.kinds.talks.company import calls_on_host
from extractors.kinds.talks.friends import are_strangers, ministers_by_the_way
from extractors.kinds.talks.leaders import ENVOY, leaders_alone
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.parties import BODIES, parties_named
from extractors.parsing.delegations import go_betweens
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern


def helpers_in(document: Document) -> frozenset[str]:
    """States that an article on a war of others calls mediators or hosts, or that offer to be."""
    named = {side.actor for line in document.lines for _, side in line.actors}
    fighting = {one for one in named if any(document.at_war(one, other) for other in named)}
    found = {side.actor for line in document.lines for side in go_betweens(line)}
    for line in document.lines:
        if match := _OFFERS_HELP.search(line.text):
            found |= {side.actor for place, side in line.actors if place == match.start("who")}
    return frozenset(found - fighting)


#: "Ankara's offer to host the parties", "Turkey … its readiness to become a mediator".
_OFFERS_HELP = pattern(
    r"(?P<who>[{actor}{person}])[^.;{actor}{person}]{0,120}?\b(?:readiness|ready|offer\w*"
    r"|willing\w*"
    r"|role|continue|commit\w*)[^.;]{0,60}? (?:(?:a|of|as|the) \"?mediator|to mediate|mediating"
    r"|to host)\b"
)


def visits_of_helpers(mention: Mention, sides: Sequence[Side], helpers: frozenset[str]) -> bool:
    """Whether a minister of a mediating state calls on one side: "Fidan met Lavrov in Moscow"."""
    people = {name.span: name.detail for _, name in mention.line.names(NameType.PERSON)}
    calls = (people.get(side.span) for side in sides if side.actor in helpers)
    return any(office is not None and not ENVOY.search(office) for office in calls)


def others_negotiate(document: Document, usual: Sequence[Side]) -> bool:
    """Whether the article tells of the negotiators of a state that is none of its usual sides, and
    goes between them neither: "the US delegation will be led by the secretary of state"."""
    known = {side.actor for side in usual} | BODIES
    for line in document.lines:
        between = {side.actor for side in go_betweens(line)}
        sides = dict(line.actors)
        for match in islice(_TEAM_OF.finditer(line.text), _MOST):
            side = sides.get(match.start("who" if match["who"] else "whom"))
            if side and side.actor not in known | between:
                return True
    return False


#: "the talks are attended by Kellogg", "diplomats from the United States stayed away".
_TEAM_OF = pattern(
    r"(?P<who>{actor})(?:'s)? (?:[\w-]+ ){0,2}?(?:delegation|negotiat\w+|negotiating team)\b"
    r"|\b(?:attended by|diplomats from|negotiators (?:from|of)|delegations? (?:from|of))"
    r" (?:(?:[\w-]+|{actor}) ){0,4}?(?P<whom>[{actor}{person}])"
)
_MOST = 8  # teams that a sentence is read for: bounds the work on hostile text


def usual_parties(document: Document, mentions: Sequence[Mention]) -> tuple[Side, ...]:
    """Between whom the article's talks are: the two whom its mentions name most often before they
    come to the background, else the two sides that the article is about, else any whom a mention
    names."""
    told = [
        (mention, sides)
        for mention in mentions
        if (sides := parties_named(mention))
        and not leaders_alone(mention, sides, set())
        and not ministers_by_the_way(mention, sides)
        and not are_strangers(document, sides)
        and not calls_on_host(document, mention, sides)
    ]
    background = _LATE * len(document.lines)
    pairs = [
        sides
        for mention, sides in told
        if len(sides) == len("AB") and mention.line.sentence.rank <= background
    ]
    about = [document.dyad] if document.dyad else []
    between = {side.actor for line in document.lines for side in go_betweens(line)}
    aside = BODIES | helpers_in(document)
    for group in (pairs, about, [sides for _, sides in told]):
        negotiate = [sides for sides in group if not _helps(sides, between, aside)]
        if negotiate:
            return _most_named(negotiate)
    return ()


_LATE = 0.7  # of an article: what is named only behind it is background


def _helps(sides: Sequence[Side], between: set[str], aside: frozenset[str]) -> bool:
    """Whether they only bring others together."""
    actors = {side.actor for side in sides}
    return actors <= between or bool(actors & aside)


def _most_named(named: Sequence[tuple[Side, ...]]) -> tuple[Side, ...]:
    """The set that is named most often, in the words that name it first."""
    keys = [frozenset(side.actor for side in sides) for sides in named]
    return named[keys.index(Counter(keys).most_common(1)[0][0])]
