"""In whose company a meeting is: one side alone, allies among themselves, somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.parties import asides, whom_they_met, with_whom
from extractors.kinds.talks.party_words import MANY_SIDED, PARALLEL, SEPARATE
from extractors.kinds.talks.words import SIDES, WORDS
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names import Name
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
    if _APART.match(mention.line.text, mention.trigger.end):
        return True
    if _holds_alone(mention) or _are_parallel(mention):
        return True
    if mention.name in ("round", "opening", "again") or mention.verb is None:
        return False
    if _HOLDS.match(mention.line.text, mention.verb.start):
        return False
    named = {side.actor for _, side in actors_in(mention.line, mention.before)}
    return len(named) == 1 and not SIDES.search(mention.line.text, *mention.before)


#: "Mediators have been meeting with the two sides separately": those do not sit together.
_APART = pattern(r"(?: with)? {sides} (?:separately|in turn|one by one|apart)\b", WORDS)


def _are_parallel(mention: Mention) -> bool:
    """ "After three days of parallel talks in Riyadh": a third one talked with each."""
    start, end = max(mention.clause.start, mention.trigger.start - 20), mention.trigger.end
    return PARALLEL.search(mention.line.text, start, end) is not None


def _holds_alone(mention: Mention) -> bool:
    """ "The regional bloc held a meeting in Harare", "mediators held talks": one who is named, and
    nobody who sits opposite."""
    text, (start, end) = mention.line.text, mention.trigger
    held = _HELD_BY_ONE.search(text, max(0, start - 60), start)
    if held is None or _OPPOSITE.match(text, end):
        return False
    return bool(held["go"] or _SITTING.search(text, start, end))


_HELD_BY_ONE = pattern(
    r"(?:\A|[.;:,] |\bthe |\A\W|\b(?:said|while|and) )(?:(?:{actor}|(?P<go>(?:[\w{actor}-]+ "
    r"){0,4}?mediators))"
    r"(?: (?:council|mission|secretariat|commission))?) (?:also |later |has |had )?"
    r"(?:held|convened|called|opened)(?: an?| the)?(?: [\w-]+){0,2} ?\Z"
)
_OPPOSITE = pattern(r"[^.;]{0,60}? (?:with|between)\b| of\b")
_SITTING = re.compile(r"\b(?:meetings?|sessions?)\b")
_HOLDS = re.compile(r"(?:h[eo]ld|open|beg[aiu]n|start|resum|conduct)")


def stay_away(mention: Mention, sides: Sequence[Side]) -> bool:
    """ "Diplomats from A and B skipped the talks": they are not the ones who meet."""
    line, start = mention.line, mention.trigger.start
    before = {side.actor for _, side in actors_in(line, Stretch(mention.before.start, start))}
    away = _AWAY.search(line.text, max(0, start - 60), start)
    return bool(away) and {side.actor for side in sides} <= before


_AWAY = pattern(
    r"\b(?:stay\w* away from|skipp?\w*|boycott\w*|miss(?:ed|es))"
    r"(?: [\w'{actor}{person}-]+){0,5} ?\Z"
)
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
    r"(?:mediators?|mediation(?: team)?|guarantors?|observers|facilitators?|ambassadors"
    r"|representatives of (?:the )?"
    r"(?:[\w-]+ )?(?:countries|guarantors?|states|nations|church|community)|un"
    r" (?:envoy|officials))\b"
)
_MINISTERS = pattern(
    r"(?:\b(?:finance|western|eu|european|nato|g7|allied|interior) (?:[\w-]+ ){0,3}?|\A"
    r"|\band (?:[\w-]+ )?)(?:ministers|officials|leaders|diplomats|allies|partners|commanders"
    r"|generals"
    r"|mediators)"
    r"(?:,? who)?(?: [\w-]+){0,2}? ?\Z"
)


def with_somebody_else(mention: Mention, usual: set[str]) -> bool:
    """Whether the words put somebody at the table who is none of the usual parties, or whom only
    another sentence names: then "the parties" are not the article's."""
    line = mention.line
    if any(side.actor not in usual for side in (*with_whom(mention), *whom_they_met(mention))):
        return True
    if _UNNAMED.match(line.text, mention.trigger.end) or _he_met_somebody(mention):
        return True
    if _OUTSIDERS.search(line.text, mention.before.start, mention.after.end):
        return True
    if many := _MANY_TEAMS.search(line.text, *mention.before):
        return _NUMBERS.index(many["n"]) > len(usual)
    if _BYSTANDERS.match(line.text, (mention.verb or mention.trigger).end):
        return True
    meets = mention.verb == mention.trigger
    near = max(0, mention.before.start - len("european allies, "))
    return meets and bool(_MINISTERS.search(line.text, near, mention.before.end))


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: "when the same five delegations met": more than the usual two.
_MANY_TEAMS = pattern(
    rf"\b(?P<n>{'|'.join(_NUMBERS)}) (?:delegations|sides|parties|teams|countries|governments)\b"
)


def _he_met_somebody(mention: Mention) -> bool:
    """ "He has recently met with Putin": a visit of one whom only another sentence names."""
    line, verb = mention.line, mention.verb
    start = mention.trigger.start
    if verb is None and _HE_HELD.search(line.text, max(0, start - 60), start):
        return bool(_SOMEBODY.match(line.text, mention.trigger.end))
    if verb is None or not _HE.search(line.text, max(0, verb.start - 40), verb.start):
        return False
    holds = _HOLDS.match(line.text, verb.start)
    return bool(_SOMEBODY.match(line.text, mention.trigger.end if holds else verb.end))


_HE = pattern(
    r"\b(?:he|she)(?: (?:has|had|also|recently|later|then|earlier|already|is|was|will|would|due|set"
    r"|expected|plan\w*|to)){0,4} \Z"
)
_HE_HELD = pattern(
    r"\b(?:he|she)(?: (?:has|had|also|recently|later|then|earlier|already)){0,3}"
    r" (?:held|holds|had)(?: [\w-]+){0,2} \Z"
)
_SOMEBODY = pattern(r"(?: with)? (?:(?:the|his|her) )?(?:(?:[\w-]+|{actor}) ){0,3}?{person}")
_TABLES = frozenset(
    {
        *("eu", "nato", "g7", "g20", "un", "unsc", "iaea", "asean", "arab_league", "oic", "gcc"),
        *("ukraine_defense_contact_group", "european_council"),
    }
)
_TABLE = pattern(
    r"\b(?:(?:of|by|from)(?: about| some| more than| nearly| over)? (?:{count}|\d{1,3}) "
    r"(?:nations|countries"
    r"|allies|states)"
    r"|member states|contact group|coalition of the willing|ramstein(?: group| format)?"
    r"|general assembly|(?:western|european|nato|{actor}'s|key) allies\b"
    r"|\ballies (?=in {place}|will\b|are\b|were\b|have\b|had\b|met\b|meet\b|gather)"
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


def allies_met(document: Document, mention: Mention) -> bool:
    """ "The leaders of France, Germany and Poland met in Kyiv": friends, and nobody's foes."""
    text, end = mention.line.text, mention.trigger.start
    if not _MEETING.search(text, *mention.trigger) or _WHOM.match(text, mention.trigger.end):
        return False
    start = max((match.end() for match in _SUBJECT_OPENS.finditer(text, 0, end)), default=0)
    actors = sorted({side.actor for _, side in actors_in(mention.line, Stretch(start, end))})
    return len(actors) >= _MANY and not any(
        document.at_war(*pair) for pair in combinations(actors, 2)
    )


_MEETING = re.compile(r"\b(?:met|meet(?:s|ing)?|gathered)\Z")
_WHOM = re.compile(r" (?:on \ue004 )?(?:with\b|(?:the |an? |its |his |their )?[\ue005\ue006])")
_MANY = 3  # sides beside each other who meet as friends, unless two of them fight
_SUBJECT_OPENS = re.compile(
    r"[;:\u2014]|\b(?:said|says|told|after|before|while|when|that|which|who|and then)\b"
)


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
    if meanwhile := _IN_A_LAND.match(text):
        land = mention.line.tape.at(meanwhile.start("p" if meanwhile["p"] else "q"))
        return isinstance(land, Name) and land.detail == "country" and land.actor not in usual
    if not text.startswith("its ", start):
        return False
    named = [side for place, side in mention.line.actors if place < start]
    others = bool(named) and named[-1].actor not in usual
    return others or bool(_CHAMBER.search(text, max(0, start - 60), start))


#: "In Sudan, meanwhile, talks opened", in an article on others.
_IN_A_LAND = pattern(
    r"\W{0,2}(?:meanwhile,? |elsewhere,? |separately,? )?in (?P<p>{place}), (?:meanwhile|too"
    r"|as well|for its part|by contrast)\b"
    r"|\W{0,2}(?:meanwhile|elsewhere|separately),? in (?P<q>{place}),"
)
_CHAMBER = pattern(r"\b(?:council|parliament|cabinet|court|assembly|board|congress|senate)\b")


def of_one_alone(mention: Mention, usual: set[str]) -> bool:
    """ "Ukraine said yes to that at a meeting in Jeddah": with whom, nobody says."""
    here = {side.actor for _, side in mention.line.actors} & usual
    text, start = mention.line.text, mention.trigger.start
    there = text.endswith(("at ", "at a ", "after ", "after a ", "during a "), 0, start)
    return len(here) == 1 and there and bool(_A_MEETING.match(text, start))


_A_MEETING = re.compile(r"(?:an? )?(?:[\w-]+ )?(?:meeting|session)\b")


def calls_on_host(document: Document, mention: Mention, sides: Sequence[Side]) -> bool:
    """ "A Hamas team met Egyptian officials in Cairo": one of those who fight, with a third state
    that receives it."""
    fighting = {side.actor for side in document.dyad or ()}
    guests = [side.actor for side in sides if side.actor in fighting and side.actor.islower()]
    near = Stretch(mention.clause.start, mention.after.end)
    hosts = {name.actor for _, name in mention.line.names(NameType.PLACE, *near)}
    hosts = {host for host in hosts - fighting if host and not _foes(document, guests, host)}
    return len(guests) == 1 and {side.actor for side in sides} <= hosts | set(guests)


def _foes(document: Document, guests: Sequence[str], host: str) -> bool:
    return any(document.at_war(guest, host) for guest in guests)
