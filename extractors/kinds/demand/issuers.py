"""Who sets a term: the subject of its verb, whose terms they are, who speaks, whose paper it is."""

from __future__ import annotations

import re

from extractors.kinds.demand.papers import (
    RELAYED,
    SUBMITS,
    handed_in,
    of_memorandum,
    of_paper,
    under_plan,
)
from extractors.kinds.demand.words import Frame
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form
from extractors.parsing.parties import Agent, carried_over, party_at, speaker_at
from extractors.parsing.subjects import subjects_of

_PARTY = re.compile(r"[\ue005\ue006]")


def issuer_of(document: Document, line: Line, frame: Frame, match: re.Match[str]) -> Agent | None:
    """Who sets the term."""
    if frame.issuer == "named":
        return party_at(line, match.start("i")) if _is_bearer(line, match) else None
    if frame.issuer == "going on":
        return _owner_before(document, line)
    if frame.issuer == "it":
        return _whose(document, line, match)
    if frame.issuer == "paper":
        return of_paper(line, match) or handed_in(document, line, match)
    if frame.issuer == "memorandum":  # a plan that "includes" a thing may be a mediator's
        return of_memorandum(document, line, match)
    if frame.issuer == "subject":
        return _subject(document, line, match)
    return _speaking(document, line, frame, match)


def verb_of(match: re.Match[str]) -> int:
    """Where the verb stands by which it is asked."""
    return match.start("v" if "v" in match.re.groupindex else 0)


def _subject(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """Whose verb it is, or whose paper asks it."""
    if RELAYED.search(line.text, max(0, match.start() - 120), match.start()):
        return of_paper(line, match)
    agents = subjects_of(document, line, verb_of(match))
    return (
        next(iter(agents), None)
        or of_paper(line, match)
        or handed_in(document, line, match)
        or carried_over(document, line, match.start())
        or _of_office(document, line, verb_of(match))
        or _right_before(document, line, match)
    )


def _right_before(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """'in the absence of the army, which demands …'; 'he said …, demanding …'."""
    which = _WHICH.search(line.text, 0, verb_of(match))
    if which:
        return party_at(line, which.start())
    if match.group().endswith("ing") and line.text.endswith(", ", 0, match.start()):
        said = (speaker_at(document, line, saying.reach.start) for saying in line.sayings)
        return next(filter(None, said), None)
    return None


_WHICH = re.compile(r"[\ue005\ue006], (?:which|who)(?: (?:has|have|had|also|now|still|\w+ly))* \Z")


_OFFICE = re.compile(
    r"(?:\A\W{0,2}|, |[,;] (?:and|but) )the (?:[a-z]+ )?(?:government|army|military|presidency"
    r"|ministry)(?:,? (?:who|which))?(?: (?:has|had|also|again|now|still|\w+ly|on \ue004)){0,3} \Z"
    r"|\A\W{0,2}the (?:government|army|military|presidency) [^.;]{0,80} (?:and|but)"
    r"(?: (?:has|had|also|again|\w+ly)){0,2} \Z"
)


def _of_office(document: Document, line: Line, place: int) -> Agent | None:
    """'In Sudan, the army, which demands …': of the one state named before."""
    office = _OFFICE.search(line.text, 0, place)
    for near in (line, *reversed(document.lines[: line.sentence.rank])) if office else ():
        end = office.start() if near is line and office else len(near.text)
        states = {
            name.actor: at
            for at, name in near.tape.annotations(0, end)
            if isinstance(name, Name) and name.actor and name.actor.isupper()
        }
        if states or near.sentence.paragraph != line.sentence.paragraph:
            actor, at = states.popitem() if len(states) == 1 else (None, 0)
            return Agent(actor, None, near.tape.span(at, at + 1)) if actor else None
    return None


def _speaking(document: Document, line: Line, frame: Frame, match: re.Match[str]) -> Agent | None:
    """Who says it, or would do something in return."""
    if match.groupdict().get("i"):
        return party_at(line, match.start("i"))
    speaker = speaker_at(document, line, match.end() - 1)
    if frame.issuer == "foe":
        return speaker if speaker and document.has_foes(speaker.actor) else None
    if frame.issuer == "offerer":
        offerers = subjects_of(document, line, match.start())
        return next(iter(offerers), None) or speaker_at(document, line, match.start())
    if frame.issuer == "anyone":
        return _anyone(document, line, frame, match)
    if frame.issuer == "will":
        subjects = subjects_of(document, line, match.start())
        return speaker or _opening(line, match) or next(iter(subjects), None)
    return (
        handed_in(document, line, match)
        or speaker
        or _before_colon(line, match)
        or _holding(document, line, match)
        or _stated_next(document, line)
        or _for_whom(line)
        or under_plan(document, line)
    )


def _anyone(document: Document, line: Line, frame: Frame, match: re.Match[str]) -> Agent | None:
    """Whose terms they are, who speaks, the subject of the verb, or "For Kyiv, …"."""
    subject = next(iter(subjects_of(document, line, match.start())), None)
    return (
        speaker_at(document, line, match.start())
        or subject
        or _for_whom(line)
        or (_opening(line, match) if frame.name == "on conditions" else None)
    )


def _for_whom(line: Line) -> Agent | None:
    whose = _FOR.match(line.text)
    return party_at(line, whose.start("i")) if whose else None


_FOR = re.compile(r"\W{0,3}for (?:the )?(?P<i>[\ue005\ue006]),? ")
_HOLDS = re.compile(
    r"\b(?:held|holds?|maintain(?:s|ed|ing)?|argu(?:es|ed|ing)|ma(?:de|kes|king) (?:it )?clear"
    r"|reiterat(?:es|ed|ing)|repeat(?:s|ed|ing)|reaffirm(?:s|ed|ing)|believ(?:es|ed)) that\b"
)


def _holding(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """'The Kremlin has long held that Kyiv must …': who holds it, where no saying is read."""
    holds = _HOLDS.search(line.text, max(0, match.start() - 60), match.start())
    return next(iter(subjects_of(document, line, holds.start())), None) if holds else None


_STATED = re.compile(
    r"\W{0,3}(?:this|that|it) (?:was|is what|has been) (?:stated|said|announced|reported|declared"
    r"|emphasi[sz]ed|noted|written) (?:[^.;,]{0,40}? )?by (?:[^.;,]{0,60}? )?(?P<i>\ue006)"
)


def _stated_next(document: Document, line: Line) -> Agent | None:
    """'Moscow must return the children. This was stated by President X.'"""
    rank = line.sentence.rank + 1
    after = document.lines[rank] if rank < len(document.lines) else None
    stated = _STATED.match(after.text) if after else None
    return party_at(after, stated.start("i")) if after and stated else None


def _is_bearer(line: Line, match: re.Match[str]) -> bool:
    """'Moscow's demands', 'Russian demands', 'the terms set by Moscow'; not 'Kyiv met demands'."""
    if "of" not in match.groupdict() or match["of"]:
        return True
    name = line.tape.at(match.start("i"))
    return isinstance(name, Name) and name.form is Form.DEMONYM


_YIELDS = re.compile(
    r"\b(?:agree[sd]?|agreeing|accept(?:s|ed|ing)?|meets?|met|meeting|fulfil\w*|bow(?:s|ed)?"
    r"|compl\w+"
    r"|satisf\w+|reject(?:s|ed|ing)?|refus\w+|heed\w*)(?: (?:to|on|with))? \Z"
)


def _whose(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """Whose "its terms" are; of who yields to them, or not, they are the other's."""
    owner = _named_before(document, line, match.start())
    if owner is None or not _YIELDS.search(line.text, 0, match.start()):
        return owner
    speaker = speaker_at(document, line, match.start())
    return speaker if speaker and speaker.actor != owner.actor else None


_OWN_TERMS = re.compile(
    r"\b(?:its|his|their|new|of|outlined|named|listed|announced|set(?: out)?|laid (?:out|down))"
    r" (?:[\w\ue000-]+ ){0,2}?(?:demands|conditions|terms)\b"
)


def _owner_before(document: Document, line: Line) -> Agent | None:
    """'Russia has issued its conditions. The demands include …'."""
    earlier = _line_before(document, line)
    opening = _OPENS.match(earlier.text) if earlier else None
    told = earlier is not None and (_OWN_TERMS.search(earlier.text) or SUBMITS.search(earlier.text))
    return party_at(earlier, opening.start("i")) if earlier and opening and told else None


def _named_before(document: Document, line: Line, place: int) -> Agent | None:
    """Whose "its demands" are: the last party before in the sentence, else who opened the one
    before."""
    for sign in reversed(list(_PARTY.finditer(line.text, max(0, place - 150), place))):
        if _THEIR_PEOPLE.match(line.text, sign.end()):
            continue
        if party := party_at(line, sign.start()):
            return party
    earlier = document.before(line)
    opening = _OPENS.match(earlier.text) if earlier else None
    return party_at(earlier, opening.start("i")) if earlier and opening else None


#: "in exchange for Palestinian prisoners, but repeated its demands": whose people they are.
_THEIR_PEOPLE = re.compile(
    r"(?: [\w-]+){0,2} (?:prisoners?|detainees?|hostages?|captives?|civilians|residents|bodies"
    r"|withdrawal|pull-?out|attacks?|strikes?|soldiers|troops)\b"
)


_COLON = re.compile(
    r"(?P<i>[\ue005\ue006])(?:'s)? [^.;:]{0,60}?\b(?:price|terms|conditions?|demands?|position"
    r"|points)"
    r"[^.;:]{0,60}: "
)


def _before_colon(line: Line, match: re.Match[str]) -> Agent | None:
    """'The Russian president named his price: Ukraine must …'."""
    colon = _COLON.search(line.text, 0, match.end())
    return party_at(line, colon.start("i")) if colon else None


def _line_before(document: Document, line: Line) -> Line | None:
    """The sentence before, in whatever paragraph."""
    return document.lines[line.sentence.rank - 1] if line.sentence.rank else None


_OPENS = re.compile(
    r"\W{0,3}(?:(?:now|so|still|meanwhile|however|for now),? )?(?:the |but |and ){0,2}"
    r"(?P<i>[\ue005\ue006])"
)


def _opening(line: Line, match: re.Match[str]) -> Agent | None:
    opening = _OPENS.match(line.text)
    before = opening and opening.start("i") < match.start()
    return party_at(line, opening.start("i")) if opening and before else None
