"""The sayings that a sentence itself tags: "X said …", "…, X said", "according to X", "X: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.fact import Role
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form
from extractors.parsing.patterns import Rules
from extractors.parsing.sayings.going_on import read_going_on
from extractors.parsing.sayings.reach import MOST, end_of_saying
from extractors.parsing.sayings.sources import (
    Saying,
    in_aside,
    outlet_at,
    paper_of,
    source_of,
)
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.sayings.unlisted import read_unlisted
from extractors.parsing.sayings.wordings import (
    AND_SAID,
    ANNOUNCED_BY,
    BUT_SAID,
    CITING,
    CLAIM_OF,
    COLON,
    COLON_ON,
    LEARNED,
    PAPERS,
    QUOTING,
    REPORTS,
    SHOWN,
    SPEAKER_FIRST,
    TAG,
    TAG_OF_WORDS,
    VENUE,
    WHO_SAID,
    WHOLE,
    WISHES,
)
from extractors.parsing.sayings.words import PRONOUNS
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, Annotation, Tape, pattern


def read_sayings(tape: Tape, speakers: Speakers) -> tuple[Saying, ...]:
    """The sayings that one sentence itself tags."""
    first = tuple(islice(SPEAKER_FIRST.finditer(tape.text), MOST))
    found = list(_of_the_whole(tape, first, speakers))
    tagged = {saying.chain[0].span for saying in found}
    rest = _of_the_rest(tape, first, speakers)
    found += [one for one in rest if one.chain[0].span not in tagged]
    found.extend(read_going_on(tape, found, speakers))
    found.extend(read_unlisted(tape))
    if len(found) > 1:
        found = [saying for saying in found if not _is_remark(tape, saying)] or found
    return tuple(_with_venue(tape, _with_cited(tape, found, speakers), speakers))


_WHOLE = Rules((TAG_OF_WORDS, *WHOLE, TAG, QUOTING))


def _of_the_whole(
    tape: Tape, first: Sequence[re.Match[str]], speakers: Speakers
) -> Iterator[Saying]:
    """Tags and citations, of the whole sentence wherever they stand in it."""
    whole = Stretch(0, len(tape.text))
    own = [one.start("verb") for one in first]
    for rule in _WHOLE.live(tape.text):
        for match in islice(rule.finditer(tape.text), MOST):
            if rule is not TAG or not _is_of_an_aside(match, own):
                then = _THEN_SAID.search(tape.text, max(0, match.start() - 40), match.start())
                reach = _to_comma(tape, then.start()) if then else whole
                if toll := _TOLL_BESIDE.search(
                    tape.text, max(0, match.start() - 250), match.start()
                ):
                    reach = Stretch(toll.start(), len(tape.text))
                if rule is TAG and (own_voice := _AGAIN_OWN.search(tape.text, match.end())):
                    reach = Stretch(0, own_voice.start())
                yield from _saying(tape, match, reach, speakers)


#: "…, two officials said, although neither capital confirmed it": the article's own again.
_AGAIN_OWN = re.compile(r",[\"']? (?:although|though|even though|even as)\b")
#: "It frees 115 for a truce in Gaza, where 40,000 have died, according to X": only the toll.
_TOLL_BESIDE = re.compile(
    r", (?:where|in which|which|whose|a war that) [^,;]{0,120}"
    r"\b(?:killed|died|dead|deaths?|lives|wounded|injured|displaced)\b[^,;]{0,80},? \Z"
)
#: "Both sides confirmed it after it was announced by X": X said so of no more than that.
_THEN_SAID = pattern(
    r"\b(?:after|before|since|until|when|once|as) (?:it|this|that|the \w+|they)"
    r" (?:was|were|had been|has been)(?: \w+)? \Z"
)


def _is_of_an_aside(match: re.Match[str], own: Sequence[int]) -> bool:
    """ "X, the head of it, said the US was late": the US says nothing. But ", said X, who …"."""
    after = match.start("after")
    ends = match["after"] == _PERSON and not match.string.startswith(" ", match.end())
    return after > 0 and not ends and any(match.start() <= verb < after for verb in own)


_BEFORE = (WHO_SAID, ANNOUNCED_BY, BUT_SAID, LEARNED, WISHES, PAPERS, SHOWN, REPORTS, AND_SAID)
_REST = Rules((SPEAKER_FIRST, *_BEFORE, COLON_ON))


def _of_the_rest(
    tape: Tape, first: Sequence[re.Match[str]], speakers: Speakers
) -> Iterator[Saying]:
    """Speakers before what they say."""
    for rule in _REST.live(tape.text):
        for match in first if rule is SPEAKER_FIRST else islice(rule.finditer(tape.text), MOST):
            if not _is_felt(tape, match, speakers):
                yield from _saying(tape, match, _reach(tape, match), speakers)
    for match in islice(CLAIM_OF.finditer(tape.text), MOST):
        if not _TURNS_DOWN.search(tape.text, 0, match.start()):
            yield from _saying(tape, match, _to_comma(tape, match.end()), speakers)
    label = COLON.match(tape.text)
    if label and not _is_dateline(tape.at(label.start("by"))):
        yield from _saying(tape, label, Stretch(label.end(), len(tape.text)), speakers)


#: "Emphasizing that there were several stages, X said …": both are his word.
_OPENS = re.compile(
    r"\W{0,2}(?:emphasi[sz]ing|noting|stating|adding|stressing|saying|claiming|recalling|explaining"
    r"|reiterating|confirming|insisting|warning) (?:that )?\w"
)
_FEELS = re.compile(r"(?:believ|think|acknowledg|insist|maintain|signal|indicat|suggest)\w*\Z")


def _is_felt(tape: Tape, match: re.Match[str], speakers: Speakers) -> bool:
    """Whether somebody in his own quoted words tells what a side believes: it says nothing."""
    by = match.start("by")
    felt = "verb" in match.groupdict() and _FEELS.match(match["verb"])
    return bool(felt) and match["by"] != _PERSON and speakers.is_quoted(tape.span(by, by + 1))


def _reach(tape: Tape, match: re.Match[str]) -> Stretch:
    """From the verb on: "demanded a truce" is his word from there."""
    before = tape.text[: match.start()]
    if _IN_PASSING.search(before) or before.endswith(_ASIDE):
        return _to_comma(tape, match.end())
    start = match.start("verb") if "verb" in match.groupdict() else match.end()
    start = 0 if _OPENS.match(tape.text) and not before.count('"') else start
    return Stretch(start, end_of_saying(tape, match.end()))


_PERSON = SIGNS["person"]
#: "1,200 bodies, which the Russian side claims are Ukrainian, were returned"
_ASIDE = (", which ", ", who ", ", whom ", ", which the ", ", who the ", ", whom the ")


_COMMA = re.compile(r",[\"']? ")


def _to_comma(tape: Tape, start: int) -> Stretch:
    comma = _COMMA.search(tape.text, start)
    return Stretch(start, comma.start() if comma else end_of_saying(tape, start))


def _is_remark(tape: Tape, saying: Saying) -> bool:
    """ "X said it was agreed, as Y had promised": Y says nothing of it."""
    return not saying.reach.start and tape.text.endswith(
        (", as ", ", as the "), 0, tape.place(saying.chain[0].span.start)
    )


def _is_dateline(annotation: Annotation) -> bool:
    """ "New Delhi: India and Pakistan …": where it was written, not who says it."""
    return isinstance(annotation, Name) and annotation.form is Form.CAPITAL


#: "Two days after the president announced a truce, the generals met": his word ends at the comma.
_IN_PASSING = pattern(
    r"\A(?:[^.;,:]{1,25}: )?(?:[\w{duration}{count} -]{0,40} )?"
    r"(?:after|since|before|when|while|although|though)"
    r" (?:the )?(?:[\w{actor}-]+ ){0,3}\Z"
)


#: "X dismissed Y's claim of a deal": nothing is told in Y's words.
_TURNS_DOWN = re.compile(
    r"\b(?:dismiss|reject|den[iy]|refut|disput|rebut|contradict|condemn)\w* (?:the )?\Z"
)


def _saying(
    tape: Tape, match: re.Match[str], reach: Stretch, speakers: Speakers
) -> Iterator[Saying]:
    groups = match.groupdict()
    label = "by" if groups.get("by") else "after"
    if match.group(label) in PRONOUNS and speakers.is_quoted(tape.span(*match.span(label))):
        return  # "They said yes," Umerov said
    place, words = match.start(label), match.group(label)
    chain = in_aside(tape, match, label) or paper_of(tape, place, words)
    chain = chain or source_of(tape, place, words, speakers)
    if not chain or _NOBODY.search(tape.text, 0, match.start(label)):
        return
    for too in ("also", "too"):
        if groups.get(too):
            chain = (*chain, *source_of(tape, match.start(too), match[too], speakers))
    if groups.get("told"):
        chain = (*chain, *outlet_at(tape, match.start("told")))
    yield Saying(chain=chain, reach=reach)


#: "Neither Russian nor Ukrainian officials confirmed it", "no official said": nobody's word.
_NOBODY = pattern(
    r"\b(?:neither(?: of)?(?: the)? (?:[\w{actor}{person}-]+ ){1,5}?nor|no|none of the) \Z"
)


def _with_cited(tape: Tape, found: Sequence[Saying], speakers: Speakers) -> Iterator[Saying]:
    """'Reuters reported, citing a source': the source speaks, the outlet passes it on."""
    cited = tuple(
        source
        for match in islice(CITING.finditer(tape.text), MOST)
        for source in source_of(tape, match.start("by"), match.group("by"), speakers)
    )
    if cited and not found:
        yield Saying(chain=cited, reach=Stretch(0, len(tape.text)))
    for saying in found:
        extra = tuple(source for source in cited if source.span != saying.chain[0].span)
        nearer = tuple(source for source in extra if source.role is not Role.OUTLET)
        further = tuple(source for source in extra if source.role is Role.OUTLET)
        chain = (*nearer, *saying.chain, *further)
        yield saying.model_copy(update={"chain": chain}) if extra else saying


def _with_venue(tape: Tape, found: Iterator[Saying], speakers: Speakers) -> Iterator[Saying]:
    """'In an interview with Fox News, Trump said': the outlet is the next hop."""
    match = VENUE.search(tape.text)
    places = [match.start(which) for which in ("told", "too") if match[which]] if match else []
    outlets = tuple(hop for place in places for hop in outlet_at(tape, place))
    if match and len(match["told"]) > 1:
        outlets = source_of(tape, match.start("told"), match["told"], speakers)
    for saying in found:
        spoken = saying.chain[0].role is not Role.OUTLET
        extra = tuple(hop for hop in outlets if spoken and hop not in saying.chain)
        yield saying.model_copy(update={"chain": (*saying.chain, *extra)}) if extra else saying
