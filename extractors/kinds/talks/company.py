"""In whose company a meeting is: leaders among themselves, one side alone, somebody else; and
between whom an article's talks usually are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.parties import (
    BODIES,
    MANY_SIDED,
    SEPARATE,
    asides,
    parties_named,
    with_whom,
)
from extractors.kinds.talks.words import DELEGATES, SIDES, WORDS
from extractors.parsing.delegations import go_betweens
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Span

_LEADER = re.compile(
    r"(?:vice[- ])?(?:president|prime minister|premier|chancellor|king|emir|crown prince)\b"
)


def leaders_alone(mention: Mention, sides: Sequence[Side], usual: set[str]) -> bool:
    """A head of state or government who receives somebody is no negotiation, unless both sides are
    those of the article's talks, or an envoy holds talks with him."""
    actors = {side.actor for side in sides}
    if actors <= usual:
        return False
    spans = {side.span for side in sides}
    leaders = [
        name
        for place, name in mention.line.names(NameType.PERSON)
        if name.span in spans and _LEADER.match(name.detail) and not _has_aides(mention, place)
    ]
    negotiates = _NEGOTIATES.search(_trigger(mention)) or _sends_envoy(mention, spans)
    with_envoy = len(leaders) == 1 and actors & usual and negotiates
    return bool(leaders) and not with_envoy


def _has_aides(mention: Mention, place: int) -> bool:
    """ "Trump's advisers": not he himself."""
    return bool(_AIDES.match(mention.line.text, place + 1))


_AIDES = pattern(
    r"'s? (?:[\w-]+ ){0,3}?(?:{delegates}|advis[eo]rs?|aides?|team|administration)", WORDS
)


def _sends_envoy(mention: Mention, spans: set[Span]) -> bool:
    """Whether one of those who meet is an envoy by office, or a delegation."""
    part = Stretch(mention.trigger.start, mention.clause.end)
    if not _SETTLED.search(mention.line.text, *part):
        return False
    if _DELEGATION.search(mention.line.text, *mention.before):
        return True
    people = mention.line.names(NameType.PERSON)
    return any(name.span in spans and _ENVOY.search(name.detail) for _, name in people)


_DELEGATION = pattern(r"\b(?:delegation|negotiating team|negotiators)\b")
#: A courtesy call is seldom told with its length or its city.
_SETTLED = pattern(r"\bin (?:the )?{place}|{duration}|\bin {actor}(?= on\b)")


_ENVOY = re.compile(r"\b(?:envoy|negotiator|emissary)\b")


def is_summit(mention: Mention) -> bool:
    """Whether two leaders are named as those who meet, and nobody who negotiates for them."""
    start = 0 if mention.name == "met" else mention.clause.start  # "A said he would meet B"
    line, part = mention.line, Stretch(start, mention.after.end)
    leaders = {
        name.actor
        for place, name in line.names(NameType.PERSON, *part)
        if _LEADER.match(name.detail) and not _has_aides(mention, place)
    }
    alone = _LEADERS.search(line.text, *part)
    comma = line.text.find(",", mention.trigger.end, part.end)
    if mention.name == "met" and comma > 0:
        part = Stretch(part.start, comma)  # "to meet him in person, and sent a delegation"
    return (len(leaders) > 1 or bool(alone)) and not DELEGATES.search(line.text, *part)


#: "to bring the Russian and Ukrainian leaders together for talks".
_LEADERS = pattern(
    r"(?:\b(?:with|of|between|bring(?:ing)?|among) (?:both |the |two |three ){0,3}"
    r"(?:{actor}(?:,| and|, and)? ){0,4}(?:leaders|presidents|heads of state))\b"
)


def _trigger(mention: Mention) -> str:
    return mention.line.text[mention.trigger.start : mention.trigger.end]


_NEGOTIATES = re.compile(r"\b(?:talks|negotiations?|discussions|consultations)\b")


def one_sided(mention: Mention) -> bool:
    """Whether it names one side alone: "EU ministers met" and "talks with the mediators" are no
    meetings of the two sides."""
    if SEPARATE.search(mention.line.text, *mention.clause):
        return True
    partners = {side.actor for side in with_whom(mention)}
    if partners and partners & asides(mention.line):
        return True
    if mention.name in ("round", "opening", "again") or mention.verb is None:
        return False
    if _HOLDS.match(mention.line.text, mention.verb.start):
        return False
    named = {side.actor for _, side in actors_in(mention.line, mention.before)}
    return len(named) == 1 and not SIDES.search(mention.line.text, *mention.before)


_HOLDS = re.compile(r"(?:h[eo]ld|open|beg[aiu]n|start|resum|conduct)")
#: "with him", "ministers meeting in Brussels": somebody whom the sentence does not name.
_UNNAMED = pattern(
    r"(?: (?:in|on|at|the|{place}|{date})){0,6} with (?:him|her|them|counterparts|officials)\b"
)
#: "between Tehran and European diplomats": states that the words do not name.
_OUTSIDERS = pattern(
    r"\b(?:european|western|arab|gulf|african|regional)(?: (?:[\w-]+|{actor})){0,2}?"
    r" (?:diplomats|ministers|officials|delegations?|powers|counterparts|envoys|signatories"
    r"|nations)\b(?!,? (?:said|says?|told|added|confirmed|believe\w*|warned|expect\w*))"
)
#: "Both delegations met on Friday with representatives of the guarantor countries".
_BYSTANDERS = pattern(
    r"(?: (?:in|on|at|the|{place}|{date}|separately)){0,6} with (?:the |a |its )?(?:[\w-]+ ){0,2}?"
    r"(?:mediators?|guarantors?|observers|facilitators?|ambassadors|representatives of (?:the )?"
    r"(?:[\w-]+ )?(?:countries|guarantors?|states|nations|church|community)|un"
    r" (?:envoy|officials))\b"
)
_MINISTERS = pattern(
    r"(?:\b(?:finance|western|eu|european|nato|g7|allied|interior) (?:[\w-]+ ){0,3}?|\A"
    r"|\band (?:[\w-]+ )?)(?:ministers|officials|leaders|diplomats)(?: [\w-]+){0,2}? ?\Z"
)


def with_somebody_else(mention: Mention, usual: set[str]) -> bool:
    """Whether the words put somebody at the table who is none of the usual parties, or whom only
    another sentence names: then "the parties" are not the article's."""
    line = mention.line
    if any(side.actor not in usual for side in with_whom(mention)):
        return True
    if _UNNAMED.match(line.text, mention.trigger.end) or _he_met_somebody(mention):
        return True
    if _OUTSIDERS.search(line.text, mention.before.start, mention.after.end):
        return True
    if _BYSTANDERS.match(line.text, (mention.verb or mention.trigger).end):
        return True
    return mention.name == "met" and bool(_MINISTERS.search(line.text, *mention.before))


def _he_met_somebody(mention: Mention) -> bool:
    """ "He has recently met with Putin": a visit of one whom only another sentence names."""
    line, verb = mention.line, mention.verb
    if verb is None or not _HE.search(line.text, max(0, verb.start - 40), verb.start):
        return False
    holds = _HOLDS.match(line.text, verb.start)
    return bool(_SOMEBODY.match(line.text, mention.trigger.end if holds else verb.end))


_HE = pattern(r"\b(?:he|she)(?: (?:has|had|also|recently|later|then|earlier|already)){0,3} \Z")
_SOMEBODY = pattern(r"(?: with)? (?:(?:the|his|her) )?(?:(?:[\w-]+|{actor}) ){0,3}?{person}")
_TABLES = frozenset(
    {
        *("eu", "nato", "g7", "g20", "un", "unsc", "iaea", "asean", "arab_league", "oic", "gcc"),
        *("ukraine_defense_contact_group", "european_council"),
    }
)
_TABLE = pattern(
    r"\b(?:(?:of|by)(?: about| some| more than)? {count} (?:nations|countries|allies|states)"
    r"|member states|contact group|coalition of the willing|ramstein(?: group| format)?"
    r"|general assembly"
    r"|cabinet|donors?|(?:north atlantic|european|security|foreign affairs|national"
    r"|governing|ministerial) (?:security )?council)\b"
)


def with_foes(document: Document, mention: Mention, sides: Sequence[Side]) -> bool:
    """ "The US holds indirect talks with A and B", who are at war: with the one, then the other."""
    partners = {side.actor for side in with_whom(mention)} & {side.actor for side in sides}
    if len(partners) < len(sides) or len(partners) != len("ABC"):
        return False
    foes = sorted({side.actor for side in sides[1:]})
    return document.at_war(*foes) and not MANY_SIDED.search(mention.line.text)


def at_another_table(mention: Mention) -> bool:
    """ "EU foreign ministers met", "a meeting of the Contact Group": allies among themselves."""
    text, before = mention.line.text, mention.before
    if _TABLE.search(text, *before) or _TABLE.search(text, *_near(mention)):
        return True
    acting = [side.actor for _, side in actors_in(mention.line, before)]
    holds = mention.verb or _HOLD.search(text, *before)
    if holds and acting and set(acting) <= _TABLES:
        return True
    of = [side.actor for _, side in actors_in(mention.line, _near(mention))]
    return bool(_OF.match(text, mention.trigger.end)) and bool(of) and of[0] in _TABLES


_HOLD = pattern(r"\b(?:held|holds?|holding|convened?|called|opened)(?: [\w-]+){0,3}? ?\Z")
_OF = pattern(r" ?(?:of|by|among|between)\b")


def _near(mention: Mention) -> Stretch:
    """The few words that follow a mention: whose meeting it is."""
    end = mention.trigger.end
    return Stretch(end, min(end + 45, mention.after.end))


def of_others(mention: Mention, usual: set[str]) -> bool:
    """ "The Security Council brought its session forward": of none of the sides."""
    text, start = mention.line.text, mention.trigger.start
    if not text.startswith("its ", start):
        return False
    named = [side for place, side in mention.line.actors if place < start]
    others = bool(named) and named[-1].actor not in usual
    return others or bool(_CHAMBER.search(text, max(0, start - 60), start))


_CHAMBER = pattern(r"\b(?:council|parliament|cabinet|court|assembly|board|congress|senate)\b")


def among_friends(
    document: Document, mention: Mention, sides: Sequence[Side], usual: Sequence[Side]
) -> bool:
    """Whether two who meet, other than the article's sides, are at odds with nobody but a third:
    both fight it, or ministers of two countries that are not at war pay a visit."""
    actors = sorted({side.actor for side in sides})
    if mention.name != "met" or len(actors) != 2 or set(actors) <= {side.actor for side in usual}:
        return False
    if document.at_war(*actors):
        return False
    named = Counter(actor for line in document.lines for actor in {s.actor for _, s in line.actors})
    allied = any(all(document.at_war(one, foe) for one in actors) for foe in named)
    in_passing = min(named[actor] for actor in actors) < _OFTEN
    return allied or (in_passing and _is_visit(mention))


_OFTEN = 3  # sentences that name a party of the talks


def _is_visit(mention: Mention) -> bool:
    """Whether two persons meet of whom none negotiates by office."""
    people = [name for _, name in mention.line.names(NameType.PERSON, *mention.clause)]
    negotiates = DELEGATES.search(mention.line.text, *mention.before)
    envoy = any(_ENVOY.search(person.detail) for person in people)
    return len(people) == len(("host", "guest")) and not negotiates and not envoy


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
    counted = {
        sides: weight
        for sides, weight in counted.items()
        if not sides <= between and not sides & BODIES
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
