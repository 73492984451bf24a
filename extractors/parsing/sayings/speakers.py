"""Who is meant by "he", "the minister", "the Turkish foreign minister", "the source": those named
before. Known gap: "they" is the body that spoke last, also where it is some persons.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from extractors.fact import Attribution, Role
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.quotations import Quotation
from extractors.parsing.sayings.holders import Holders, actor_of
from extractors.parsing.sayings.words import WORDS
from extractors.parsing.sentences import Sentence
from extractors.parsing.tape import SIGNS, Tape, pattern
from extractors.values import Span

#: Somebody without a name enters, whom "he" may mean: "one diplomat was blunt".
_NEWCOMER = Pattern(
    r"(?<!\w)(?:an?|\ue000|another) (?:(?!of\b)[\w\ue005-]+ ){0,3}?(?:diplomat|official|source"
    r"|negotiator|analyst|expert|witness|resident|soldier|officer|doctor|teacher|nurse|mother|father|wife|husband|son"
    r"|daughter|brother|sister|man|woman|farmer|student|shopkeeper|driver|volunteer|veteran|lawyer"
    r"|activist|journalist|reporter|spokes(?:man|woman|person)|insider|aide|adviser|lawmaker|fighter"
    r"|prisoner|captive|hostage|professor|economist|mediator|priest|imam|elder)\b"
)
_CONCEDES = re.compile(r"\W{0,2}(?:while|although|though|even though)\b")
_OPENS_ASIDE = re.compile(
    r"\W{0,2}(?:while|although|though|even though|(?:when )?asked|commenting|responding|reacting"
    r"|referring|turning|regarding)\b"
)
#: "According to Hamas, it had told them": it is Hamas and nobody further.
_ACCORDING = re.compile(r"\W{0,2}according to [^,]{1,60}, \Z")
#: Somebody without a name who acts: "the official" takes him up, whether he spoke or not.
_ACTS_UNNAMED = pattern(
    r"(?:\A\W{0,2}|, )(?:[a-z]{2,12},? )?(?P<who>an? (?:{actor}(?:'s)? |[\w-]{2,20} ){0,4}?"
    r"(?:official|source|diplomat|negotiator|mediator|commander|general|officer|spokes\w{3,6}))"
    r"(?: (?:close to|familiar with|in|from|of|at) (?:the )?[\w{actor}{place}'-]{1,20})?"
    r"{adverb} [a-z]{2,15}(?:ed|s)\b",
    WORDS,
)
#: Sentences whose first person is not the one they are about: "It wants X to come".
_NO_SUBJECT = re.compile(r"\W{0,2}(?:it|he|she|they|this|that|there|these|those)\b")
#: "the White House said in a statement": which statement "the statement" is.
_IN_WRITING = re.compile(r"\b(?:statement|communique|readout|press release|post|message)\b")
_OF = re.compile(r"(?<=\w) (?:of|for|on) ")
_FORMAL = ("statement", "communique", "press release")
#: Words for one who spoke before, named or not.
_TAKES_UP = re.compile(
    r"(?:the|both|these|those) (?:(?:two|three|four|\ue000) )?(?:(?:top|senior|chief|lead) )?"
    r"(?:\ue005(?:'s)? )?(?:\w+ )??"
    r"(?:officials?|officer|diplomats?|negotiator|politician|general|man|woman|expert|analyst"
    r"|lawyer|doctor|soldier|activist|historian|lawmaker|sources?|person|people|insiders?)"
)
_APART = f"{SIGNS['person']}, "
_THE_OUTLET = re.compile(
    r"the (?:outlet|report|(?:news )?agency|newspaper|paper|broadcaster|channel|magazine|website)"
)
_NEVER_NAMED = re.compile(r"\b(?:sources?|person|people|insiders?)\Z")
_PLURAL = re.compile(
    r"\b(?:people|(?:official|source|diplomat|mediator|negotiator|resident|insider|medic|aide"
    r"|lawmaker|observer|analyst|lawyer|activist|campaigner|monitor|relative|elder|officer|soldier|volunteer|survivor|villager|rescuer)s|witnesses)\b",
    re.IGNORECASE,
)
#: "The two sources" are whoever spoke last without a name, whatever they were called.
_ANY_SOURCE = re.compile(
    r"(?:the|both|these|those) (?:(?:two|three|four) )?(?:sources?|insiders?)", re.IGNORECASE
)
_BOTH = re.compile(r"(?:both|two) ", re.IGNORECASE)
#: "The army has retaken the palace, it said": the subject of the sentence speaks.
_SUBJECT = pattern(r"\A\W{0,2}(?:the )?(?P<body>{body})(?= )[^.;\"]{0,200}, \Z", WORDS)
#: "While X called for it, the army refused, he said.": not X.
_CLOSES = pattern(
    r"(?<=, )(?:he|she){adverb} (?:said|told \w+|added|noted|claimed)\W{0,3}\Z", WORDS
)
_KEPT = 20  # unnamed sources that "the source" can mean


class Speakers:
    """The persons, bodies and unnamed sources of an article, as its sentences pass by."""

    def __init__(self, quotations: Sequence[Quotation] = ()) -> None:
        self._quoted = [quotation.span for quotation in quotations]  # in order
        self._holders = Holders()
        self._person: str | None = None  # the first person of the last sentence that names any
        self._speaker: str | None = None  # who spoke in the sentence before
        self._body: Attribution | None = None
        self._unnamed: deque[tuple[Attribution, ...]] = deque(maxlen=_KEPT)
        self._individual: tuple[Attribution, ...] = ()  # the last to speak, named or not
        self._group: str | None = None  # the armed group last named
        self._outlet: Attribution | None = None
        self._last: tuple[Attribution, ...] = ()  # the last of all to speak
        self._sides: dict[str, str | None] = {}
        self._bodies: dict[str, Attribution] = {}
        self._female: dict[str, bool] = {}  # the persons whom a pronoun has meant

    def meet(self, sentence: Sentence, tape: Tape) -> None:
        """Learn the persons of a sentence and their offices."""
        for _, name in tape.annotations():
            if isinstance(name, Name) and name.type is NameType.PERSON:
                self._holders.meet(sentence, name)
                self._sides.setdefault(name.name, name.actor)

    def heard(self, tape: Tape, chains: Iterable[tuple[Attribution, ...]]) -> None:
        """Remember who spoke in a sentence, for the one that follows."""
        self._speaker = None
        for place, name in tape.annotations():
            if isinstance(name, Name) and name.detail == "armed_group":
                self._group = tape.words(place, place + 1)
        if acts := _ACTS_UNNAMED.search(tape.text):
            self._meet_unnamed(tape, *acts.span("who"))
        main = _main_clause(tape)  # "While X claimed it, Y said": Y goes on
        for told in sorted(chains, key=lambda told: told[0].span):
            source, self._last = told[0], told
            self._outlet = next((hop for hop in told if hop.role is Role.OUTLET), self._outlet)
            if source.role is Role.BODY:
                self._body = source
                self._bodies.update((word, source) for word in _taken_up_as(source.name))
            elif source.role is Role.ANONYMOUS:
                self._unnamed.extend(_each_unnamed(told))
                self._individual = told
            elif source.role is Role.SPEAKER and self._goes_on(source, tape, main):
                self._individual = self._individual if self._speaker else told[:1]
                self._speaker = self._speaker or source.name
            if source.role in (Role.BODY, Role.SPEAKER):
                self._bodies.update((paper, source) for paper in _papers(tape.text))
        person = None if _NO_SUBJECT.match(tape.text) else self._first_person(tape, after=main)
        before = None if _NEWCOMER.search(tape.text) else self._person
        self._person = self._speaker or person or before

    def _meet_unnamed(self, tape: Tape, start: int, end: int) -> None:
        name = tape.words(start, end).partition(" ")[2]
        span = tape.span(start, end)
        self._individual = (Attribution(name=name, role=Role.ANONYMOUS, span=span),)
        self._unnamed.append(self._individual)

    def _goes_on(self, source: Attribution, tape: Tape, main: int) -> bool:
        """Whether "he" may mean this one: nobody whom another one quotes, or names in passing."""
        begins = tape.span(main, main + 1).start
        return source.span.start >= begins and not self.is_quoted(source.span)

    def pronoun(self, tape: Tape, place: int, word: str) -> tuple[Attribution, ...]:
        """Who "he" is: the person who acts in this sentence so far, else the last speaker."""
        span = tape.span(place, place + len(word))
        if word in ("it", "they") and (
            _CONCEDES.match(tape.text) or _ACCORDING.match(tape.text[:place])
        ):
            return ()  # "While the ministry counts all, it maintains": not who spoke before
        if word in ("they", "them") and self._last and _is_plural(self._last[0]):
            return self._last
        if word in ("it", "they", "them"):
            return self._collective(tape, place, word)
        apart = tape.text.endswith(_APART, 0, place)  # "Medinsky, he said, would go": not Medinsky
        apart = apart or bool(self._person and _CLOSES.match(tape.text, place))
        name = (None if apart else self._first_person(tape, place)) or self._person
        if name is None and self._individual and not _is_plural(self._individual[0]):
            return self._individual  # "An official said no. He added …"
        female = word in ("she", "her")
        if name and self._female.setdefault(name, female) != female:
            return ()  # "she" is not the one who was "he" before
        return (Attribution(name=name, role=Role.SPEAKER, span=span),) if name else ()

    def _collective(self, tape: Tape, place: int, word: str) -> tuple[Attribution, ...]:
        """Who "it" is: the body that spoke last, else the subject of the sentence."""
        subject = _SUBJECT.match(tape.text[:place]) if word == "it" and not self._body else None
        if subject:
            where = subject.span("body")
            body = Attribution(name=tape.words(*where), role=Role.BODY, span=tape.span(*where))
            return (body,)
        if self._body is None or (word == "it" and _BOTH.match(self._body.name)):
            return ()
        return (self._body.model_copy(update={"span": tape.span(place, place + len(word))}),)

    def group(self, tape: Tape, place: int, words: str) -> tuple[Attribution, ...]:
        """The armed group last named, that "the movement" takes up."""
        span = tape.span(place, place + len(words))
        return (Attribution(name=self._group, role=Role.BODY, span=span),) if self._group else ()

    def taken_up(self, tape: Tape, place: int, words: str) -> tuple[Attribution, ...]:
        """Who "the source" is, with the outlet that had it, and who "the Iranian diplomat" is: the
        unnamed one that spoke, else the person who spoke last, if of that side.
        """
        actor = actor_of(tape, place, words)
        if not _TAKES_UP.fullmatch(words):
            return ()
        unnamed = self._unnamed_as(tape.words(place, place + len(words)))
        if not self._individual or _NEVER_NAMED.search(words) or (unnamed and not actor):
            return unnamed
        source = self._individual[0]
        if source.role is Role.ANONYMOUS:
            return self._individual
        if actor and self._sides.get(source.name) not in (None, actor):
            return ()
        return (source.model_copy(update={"span": tape.span(place, place + len(words))}),)

    def _unnamed_as(self, words: str) -> tuple[Attribution, ...]:
        """The last unnamed source that is called by these words: "the government source"."""
        said = set(words.lower().split()) - {"the", "these", "those", "top", "senior"}
        for told in reversed(self._unnamed):
            name = told[0].name.lower()
            if said <= set(name.split()) or name.rstrip("s").endswith(
                words.lower()[4:].rstrip("s")
            ):
                return told
        many = bool(_PLURAL.search(words))
        fitting = (told for told in reversed(self._unnamed) if _is_plural(told[0]) == many)
        return next(fitting, ()) if _ANY_SOURCE.fullmatch(words) else ()

    def outlet(self, tape: Tape, place: int, words: str) -> tuple[Attribution, ...]:
        """The outlet that "the newspaper" takes up."""
        if not self._outlet or not _THE_OUTLET.fullmatch(words):
            return ()
        span = tape.span(place, place + len(words))
        return (self._outlet.model_copy(update={"span": span}),)

    def body(self, words: str) -> Attribution | None:
        """The body that "the ministry" takes up."""
        return self._bodies.get(words.split()[-1])

    def last_source(self, tape: Tape, place: int, words: str) -> tuple[Attribution, ...]:
        """Whose "the statement" is that no other sentence speaks of: who spoke last."""
        last = self._last[:1] if self._last and self._last[0].role is not Role.OUTLET else ()
        span = tape.span(place, place + len(words))
        return tuple(source.model_copy(update={"span": span}) for source in last)

    def in_office(self, tape: Tape, place: int, words: str) -> str | None:
        """The person whom an office means: "the minister", "the Turkish foreign minister"."""
        return self._holders.in_office(tape, place, words)

    def last_speaker(self) -> str | None:
        return self._speaker

    def _first_person(self, tape: Tape, before: int | None = None, after: int = 0) -> str | None:
        """The first person whom a sentence names outside quotation marks."""
        for _, name in tape.annotations(after, before):
            if not isinstance(name, Name) or self.is_quoted(name.span):
                continue
            if name.type is NameType.PERSON:
                return name.name
        return None

    def is_quoted(self, span: Span) -> bool:
        """Whether words stand within quotation marks."""
        place = bisect_right(self._quoted, span.start, key=lambda quoted: quoted.start)
        return place > 0 and self._quoted[place - 1].covers(span)


def _each_unnamed(told: Sequence[Attribution]) -> Iterator[tuple[Attribution, ...]]:
    """ "Two officials and a diplomat told AFP": each by himself, with the outlet."""
    outlets = [hop for hop in told if hop.role is Role.OUTLET]
    for hop in told:
        if hop.role is Role.ANONYMOUS:
            yield (hop, *outlets)


def _taken_up_as(body: str) -> Iterator[str]:
    """The last word of a body's name, and of what stands before "of": "the ministry"."""
    words = body.lower()
    yield words.split()[-1]
    yield _OF.split(words)[0].split()[-1]


def _papers(text: str) -> Iterator[str]:
    """The papers that a sentence speaks of; a press release is a statement too."""
    for paper in _IN_WRITING.findall(text):
        yield from _FORMAL if paper in _FORMAL else (paper,)


def _main_clause(tape: Tape) -> int:
    """Where on the tape the main clause begins: behind "While X claimed …, "."""
    comma = tape.text.find(", ") if _OPENS_ASIDE.match(tape.text) else -1
    return comma + 2 if 0 < comma < len(tape.text) - 2 else 0


def _is_plural(source: Attribution) -> bool:
    """Whether several people are meant: "two diplomats familiar with it"."""
    return source.role is Role.ANONYMOUS and bool(_PLURAL.search(source.name))
