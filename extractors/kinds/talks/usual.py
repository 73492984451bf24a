"""Between whom an article's talks usually are, and who only helps: mediators, hosts and those whose
teams sit there without it being said with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

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
    if not fighting:
        return frozenset()
    found = {side.actor for line in document.lines for side in go_betweens(line)}
    for line in document.lines:
        if match := _OFFERS_HELP.search(line.text):
            found |= {side.actor for place, side in line.actors if place == match.start("who")}
    return frozenset(found - fighting)


#: "Ankara's offer to host the parties", "Turkey … its readiness to become a mediator".
_OFFERS_HELP = pattern(
    r"(?P<who>[{actor}{person}])[^.;{actor}{person}]{0,120}?\b(?:readiness|ready|offer\w*|willing\w*"
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
    known = {side.actor for side in usual}
    for line in document.lines:
        between = {side.actor for side in go_betweens(line)}
        for match in islice(_TEAM_OF.finditer(line.text), _MOST):
            side = next((side for place, side in line.actors if place == match.start()), None)
            if side and side.actor not in known | between | BODIES:
                return True
    return False


_TEAM_OF = pattern(r"{actor}(?:'s)? (?:[\w-]+ ){0,2}?(?:delegation|negotiat\w+|negotiating team)\b")
_MOST = 8  # teams that a sentence is read for: bounds the work on hostile text


_LATE = 0.7  # of an article: what is named only behind it is background


def usual_parties(document: Document, mentions: Sequence[Mention]) -> tuple[Side, ...]:
    """Between whom the article's talks are: the set that its mentions name most often, where the
    sides that the whole article pairs count as one mention more, and a crowd counts less."""
    counted: dict[frozenset[str], float] = defaultdict(float)
    first: dict[frozenset[str], tuple[Side, ...]] = {}
    for mention in mentions:
        sides = parties_named(mention)
        key = frozenset(side.actor for side in sides)
        if sides and not leaders_alone(mention, sides, set()):
            late = mention.line.sentence.rank > _LATE * len(document.lines)
            counted[key] += 0.6 if late else 1 if len(sides) == 2 else 0.8
            first.setdefault(key, sides)
    for weight, pair in _pairs_of(document):
        key = frozenset(side.actor for side in pair)
        counted[key] += weight
        first.setdefault(key, pair)
    between = {side.actor for line in document.lines for side in go_betweens(line)}
    helpers = helpers_in(document)
    counted = {
        sides: weight
        for sides, weight in counted.items()
        if not sides <= between and not sides & (BODIES | helpers)
    }
    return first[max(counted, key=lambda sides: counted[sides])] if counted else ()


def _pairs_of(document: Document) -> Iterator[tuple[float, tuple[Side, Side]]]:
    """The pair that the article as a whole puts beside each other, and the one of its lead."""
    fighting = document.dyad and document.at_war(*(side.actor for side in document.dyad))
    if document.dyad:
        yield 0.9 if fighting else 0.7, document.dyad
    for line in document.lines[:2]:
        for pair in line.pairs:
            actors = {side.actor for side in pair}
            named = {side.actor for side in line.sides}
            if actors <= named:
                at_war = document.at_war(*sorted(actors))
                yield 1.2 if at_war else 0.4 if fighting else 0.8, pair
                return
