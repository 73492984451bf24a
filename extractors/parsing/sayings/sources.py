"""From the words that name a speaker to the source that they mean, with its role."""

from __future__ import annotations

import re
from typing import Protocol

from extractors.fact import Attribution, Role
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.sayings.words import ANONYMOUS, PRONOUNS, WORDS
from extractors.parsing.sentences import Sentence
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, Tape
from extractors.values import Span, Value

Chain = tuple[Attribution, ...]


class Saying(Value):
    """Somebody's saying in a sentence; `reach` is the part of the tape that is their word."""

    chain: Chain  # nearest first
    reach: Stretch


class Spoken(Protocol):
    """A sentence with its tape, into which its sayings are put."""

    sentence: Sentence
    tape: Tape
    sayings: tuple[Saying, ...]

    def attribution(self, place: int) -> Chain: ...


#: Where words are posted, not who says them.
_CHANNELS = frozenset({"telegram", "x", "twitter", "facebook", "truth_social", "youtube"})


#: "by the spokeswoman of the foreign ministry, X", "by the head of A (HUR), head of B, X"
_ASIDE_PERSON = re.compile(
    r"(?: (?:foreign|defen[cs]e|interior|health|justice|general|state))?"
    rf"(?: {WORDS['institution']})?"
    r"(?: \([^()]{1,40}\))?"
    r"(?:,(?: and)? (?:the )?(?:deputy |first |vice )?(?:head|chief|secretary|minister|chairman"
    rf"|member|advis[eo]r|director)\b[^,.;]{{2,60}})?,? ({SIGNS['person']})(?=[,.;\"]|\Z)"
)


def in_aside(tape: Tape, match: re.Match[str], label: str) -> Chain:
    """'A spokesman for the Taliban, Zabihullah Mujahid, said': the name in the aside speaks."""
    words = match.group(label)
    cited = match.end() == match.end(label)  # "according to a source, X will arrive"
    named = words in (SIGNS["person"], SIGNS["outlet"]) or (
        cited and ANONYMOUS.search(words) and not words.startswith(("his ", "her ", "their "))
    )
    aside = None if named else _ASIDE_PERSON.match(tape.text, match.end(label))
    return named_at(tape, aside.start(1)) if aside else ()


def source_of(tape: Tape, place: int, words: str, speakers: Speakers) -> Chain:
    """Whom the words of a speaker mean; a chain, since "the source" takes up its outlet too."""
    if words in (SIGNS["person"], SIGNS["outlet"]):
        return named_at(tape, place)
    if _GROUP.fullmatch(words) and (group := speakers.group(tape, place, words)):
        return group
    if taken_up := _pronoun_of(words):
        return speakers.pronoun(tape, place, taken_up)
    # "Netanyahu's office", "Trump's envoy"
    if SIGNS["person"] in words and not ANONYMOUS.search(words):
        named = speakers.in_office(tape, place, words)
        return _alone(tape, place, words, Role.SPEAKER if named else Role.BODY, named)
    if ANONYMOUS.search(words) and not words.endswith("top diplomat"):
        again = speakers.taken_up(tape, place, words)
        return again or _alone(tape, place, words, Role.ANONYMOUS)
    if _OFFICE.search(words):
        return _in_office(tape, place, words, speakers)
    if _OUTLET.search(words) or (words == "the agency" and speakers.body(words) is None):
        return speakers.outlet(tape, place, words) or (
            _body(tape, place, words, speakers)
            if words == "the agency"
            else _alone(tape, place, words, Role.OUTLET)
        )
    if _HEAD_OF.match(words):
        return _alone(tape, place, words, Role.SPEAKER, speakers.in_office(tape, place, words))
    if words.startswith(("a ", "an ")):
        return _alone(tape, place, words, Role.ANONYMOUS)
    return _body(tape, place, words, speakers)


#: "A US intelligence report", "an African Union statement": the paper of somebody who is named.
_DOCUMENT = re.compile(
    r"(?:an?|one|another|the) [^.;,]{0,40}(?:\ue005|intelligence|government|military|joint"
    r"|official)[^.;,]{0,40} (?:report|assessment|estimate|study|survey|analysis|investigation"
    r"|dossier|document|statement|communique|bulletin)\Z"
)


def paper_of(tape: Tape, place: int, words: str) -> Chain:
    """The paper that the words name; a statement is the word of the body that puts it out."""
    if not _DOCUMENT.match(words):
        return ()
    (source,) = _alone(tape, place, words, Role.BODY)
    name = _PAPER_OF.sub("", re.sub(r" \([^()]{1,12}\)", "", source.name))
    return (source if name in _KINDS_OF_PAPER else source.model_copy(update={"name": name}),)


def _pronoun_of(words: str) -> str | None:
    """The pronoun that could stand for the words: "the group" is it, "his statement" he."""
    if words in PRONOUNS:
        return words
    if _PAPER.fullmatch(words) or _GROUP.fullmatch(words):
        return "it"
    return words[:3].replace("his", "he") if _OWN_PAPER.fullmatch(words) else None


def _alone(tape: Tape, place: int, words: str, role: Role, name: str | None = None) -> Chain:
    """One source, named as it is written where no other name is given."""
    span = tape.span(place, place + len(words))
    return (Attribution(name=name or as_written(tape, span), role=role, span=span),)


def _body(tape: Tape, place: int, words: str, speakers: Speakers) -> Chain:
    """The body that the words name, or one that was named in full before."""
    span = tape.span(place, place + len(words))
    if words.removeprefix("the ") == SIGNS["actor"] and _is_adjective(tape, place + len(words) - 1):
        return ()
    if _GROUP.fullmatch(words) or words == "the agency":
        return speakers.pronoun(tape, place, "it")
    if words == "the report":
        return speakers.outlet(tape, place, words) or speakers.last_source(tape, place, words)
    if (
        words in ("the statement", "the message", "the announcement")
        and speakers.body(words) is None
    ):
        return speakers.last_source(tape, place, words)
    known = None if SIGNS["actor"] in words else speakers.body(words)
    if known or _IS_BODY.search(words):
        name = known.name if known else _PAPER_OF.sub("", as_written(tape, span))
        if name in _KINDS_OF_PAPER:
            name = as_written(tape, span)
        return (Attribution(name=name, role=Role.BODY, span=span),)
    return ()


def _is_adjective(tape: Tape, place: int) -> bool:
    """ "citing Israeli violations", "according to the British review": nobody speaks."""
    name = tape.at(place)
    adjective = isinstance(name, Name) and name.form is Form.DEMONYM
    return adjective and not tape.words(place, place + 1).endswith("s")


#: "Israel's public broadcaster", "the Lebanese news agency NNA"
_OUTLET = re.compile(
    r"\b(?:news agency|broadcaster|newspaper|television|tv|radio|daily|media(?! office)|agencies"
    r"|outlet|paper|channel|magazine|website)(?: [\w-]+){0,3}\Z"
)
_HEAD_OF = re.compile(
    r"the (?:deputy )?(?:head|leader|chief|chairman|director|commander|secretary|speaker) of "
)
#: What an armed group is called that was named before.
_GROUP = re.compile(r"the (?:\w+ )?(?:group|movement|militants|rebels|faction|organi[sz]ation)")
#: What a body puts out: "its resolution said" is the word of the body named before.
_PAPER = re.compile(r"(?:the|its|their) (?:\w+ )?(?:resolution|press release|letter|decree)")
#: "His statement concluded": a person's own words.
_OWN_PAPER = re.compile(r"(?:his|her) (?:\w+ )?(?:statement|post|message|letter|tweet)")
_OFFICE = re.compile(
    r"\b(?:head of state|secretary of (?:state|defen[cs]e)|minister|president|premier|pm"
    r"|leader|chancellor|king|emir|envoy|negotiator"
    r"|commander|general|spokes\w+|secretary|adviser|advisor|aide|ambassador|chief|governor|mayor|ombuds\w+"
    r"|mediator|chairman|speaker|senator|dpm|fm|diplomat|officer|commissioner|delegate)"
    r"(?: (?:of|for|to) (?:the )?[\ue005\ue007])?\Z"
)
#: "the statement" and "the group" mean only a body named before.
#: "A White House statement said": the body's word.
_KINDS_OF_PAPER = ("joint", "latest", "official", "final", "written", "press")
_PAPER_OF = re.compile(r"(?:['’]s)? (?:statement|communiqu[eé]|press release)\Z")
_IS_BODY = re.compile(
    r"\A(?:its|his|her|their) \w|[\ue005\ue007]|\b(?!the (?:statement|communique|readout|post"
    r"|announcement|message|group|movement|side|party|office|agency|service|council|organi[sz]ation|charity|forces?"
    r"|delegation|media)\Z)the \w|\Aboth"
    r"|\A(?:heads|leaders|chiefs|members) of"
)


def named_at(tape: Tape, place: int) -> Chain:
    name = tape.at(place)
    if not isinstance(name, Name) or name.name in _CHANNELS:
        return ()
    outlet = name.type is NameType.OUTLET
    said = tape.words(place, place + 1) if outlet else name.name
    return (Attribution(name=said, role=Role.OUTLET if outlet else Role.SPEAKER, span=name.head),)


def _in_office(tape: Tape, place: int, words: str, speakers: Speakers) -> Chain:
    """The person last named in the office; an office of a state that nobody was named in stays."""
    span = tape.span(place, place + len(words))
    office = words.replace("top diplomat", "foreign minister").replace("head of state", "president")
    name = speakers.in_office(tape, place, office)
    if name is None and (again := speakers.taken_up(tape, place, words)):
        return again
    if name is None and SIGNS["actor"] in words:
        role = Role.BODY if "spokes" in words else Role.SPEAKER
        return (Attribution(name=as_written(tape, span), role=role, span=span),)
    if name is None and "ombuds" in words:
        return (Attribution(name=as_written(tape, span), role=Role.BODY, span=span),)
    name = name or (speakers.last_speaker() if words.startswith("the ") else None)
    if name is None:
        return (Attribution(name=as_written(tape, span), role=Role.ANONYMOUS, span=span),)
    return (Attribution(name=name, role=Role.SPEAKER, span=span),)


def as_written(tape: Tape, span: Span) -> str:
    words = tape.words(tape.place(span.start), tape.place(span.end - 1) + 1)
    return re.sub(r"\A(?:the|an?|its|his|her|their) ", "", words, flags=re.IGNORECASE)


def outlet_at(tape: Tape, place: int) -> Chain:
    return named_at(tape, place) if tape.text[place] == SIGNS["outlet"] else ()
