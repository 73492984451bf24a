"""In whose company a meeting is: one side alone, allies among themselves, somebody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.kinds.talks.leaders import ENVOY
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.parties import asides, with_whom
from extractors.kinds.talks.party_words import MANY_SIDED, SEPARATE
from extractors.kinds.talks.words import DELEGATES, SIDES
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


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
    r"|cabinet|donors?|european (?:leadership|leaders"
    r"|political community)|(?:north atlantic|european|security|foreign affairs|national"
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
    envoy = any(ENVOY.search(person.detail) for person in people)
    return len(people) == len(("host", "guest")) and not negotiates and not envoy
