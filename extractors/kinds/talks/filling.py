"""What fills a claim without looking around: its number, its sides in their own words, what it
takes over from the meeting that was named before, who proposes it, and how it was held: for how
long, face to face or through whom, at whose invitation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims import Claim, Slots
from extractors.fact import Attribution, Role, Status
from extractors.kinds.talks.headings import city_of_dateline
from extractors.kinds.talks.meeting import Talks
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.setting import names_the_city_again
from extractors.kinds.talks.spells import may_be_one
from extractors.kinds.talks.words import SIDE_MEETING, WORDS
from extractors.parsing.delegations import go_betweens, host_in
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def as_named_in(line: Line, sides: Sequence[Side]) -> tuple[Side, ...]:
    """The sides with the words that name them in the sentence, where it does."""
    named = {side.actor: side for _, side in reversed(line.actors)}
    return tuple(named.get(side.actor, side) for side in sides)


def put_ordinal(slots: Slots, mention: Mention) -> None:
    """The number of a round; an opening one is the first."""
    if mention.number:
        slots.put("ordinal", mention.number.count.best, mention.number.span)
    elif mention.name == "opening" and not _SEVERAL.search(mention.line.text, *mention.trigger):
        slots.put("ordinal", 1, mention.line.tape.span(*mention.trigger))
    elif match := _WAS_NTH.match(mention.line.text, mention.trigger.end):
        number = mention.line.tape.at(match.start("n"))
        if isinstance(number, Number) and number.value > 1:
            slots.put("ordinal", number.count.best, number.span)


#: "Initial rounds were held in Belarus": of none of them a number is told.
_SEVERAL = pattern(r"\b(?:rounds|cycles)\b")
#: "The meeting between A and B, which lasted an hour, was the second after that of 16 May."
_WAS_NTH = pattern(
    r"(?: (?:between|of) [^.;,]{1,70})?(?:, (?:which|the) [^.;,]{1,60},)? (?:was|is|were)"
    r" (?:already )?(?:the|their) (?P<n>{ordinal})(?: (?:such )?(?:meeting|round|session))?"
    r"(?= (?:after|since|between|following)\b(?! {date})|[.,])"
)


def take(slots: Slots, claim: Claim, fields: Sequence[str]) -> None:
    """Take over fields of another claim of the meeting."""
    for field in fields:
        value = getattr(claim.fields, field)
        if value is not None:
            slots.put(field, value, claim.grounding[field])


_PROPOSES = pattern(
    r"(?P<who>{person})(?:,[^.;,]{1,60},)?(?: (?:has|had|have|also|again|later|earlier|now|then"
    r"|on {date}|{date})){0,3} (?:propos(?:ed|es)|suggest(?:ed|s)|offer(?:ed|s)|called (?:for|on)"
    r"|calls for|invited|urged|wants|wanted|spoke of|speaks of|hopes|hoped|demanded)\b",
    WORDS,
)
_FAR = 80  # tape places before the clause in which "Lavrov proposed that" may stand
_TO_COME = (Status.PROPOSED, Status.SCHEDULED, Status.DEMANDED)


def with_proposer(claim: Claim, mention: Mention) -> Claim:
    """ "Lavrov proposed that the next round be held in Minsk": he says so, if nobody else does."""
    line = mention.line
    start = max(0, mention.clause.start - _FAR)
    match = _PROPOSES.search(line.text, start, mention.trigger.start)
    if match is None or claim.attribution or claim.status not in _TO_COME:
        return claim
    person = line.tape.at(match.start("who"))
    if not isinstance(person, Name):
        return claim
    source = Attribution(name=person.name, role=Role.SPEAKER, span=person.span)
    return claim.model_copy(update={"attribution": (source,)})


def where_filed(claim: Claim, lead: Line) -> Claim:
    """The claim of the article's own meeting with the city of the dateline."""
    fields = claim.fields
    assert isinstance(fields, Talks)  # noqa: S101  # only this kind's claims come here
    held = claim.status in (Status.COMPLETED, Status.ONGOING)
    if not held or fields.city or claim.rule.startswith("earlier"):
        return claim
    found = city_of_dateline(lead, {*fields.mediators, *filter(None, [fields.host])})
    if found is None:
        return claim
    update = {"fields": fields.model_copy(update={"city": found[0]})}
    return claim.model_copy(
        update={**update, "grounding": {**claim.grounding, "city": found[1]}},
    )


def _in_its_land(slots: Slots, before: Claim) -> bool:
    """Whether the city lies in the country that was named: "in Oman … the talks in Muscat"."""
    land = getattr(before.fields, "country", None)
    return land is not None and slots.values.get("country") == land


def take_over(slots: Slots, mention: Mention, before: Claim | None, main: Claim | None) -> None:
    """What says "the meeting" speaks of the one that was named, unless it has another date."""
    if names_the_city_again(mention) and main:
        take(slots, main, ("city",))
    if before is None or not may_be_one(slots.values.get("date"), before.date):
        return
    if met_anew(mention):
        return
    city = before.fields.city if isinstance(before.fields, Talks) else None
    if None not in (slots.values.get("city"), city) and slots.values["city"] != city:
        return
    if "city" in slots.values and city is None and not _in_its_land(slots, before):
        return
    if slots.values["parties"] != getattr(before.fields, "parties", None):
        return
    take(slots, before, ("ordinal", "city"))
    if before.date and "date" not in slots.values:
        slots.put("date", before.date, before.grounding["date"])
        slots.values["date_basis"] = before.date_basis


def met_anew(mention: Mention) -> bool:
    """ "They met again on Friday": another meeting than the one that was named before."""
    verb = mention.verb
    return verb is not None and _ANEW.match(mention.line.text, verb.end) is not None


_ANEW = re.compile(r" (?:again|anew|once more|afresh|a (?:second|third|fourth) time)\b")
# -- how it was held

_LONG_BEFORE = pattern(
    r"\b(?:last(?:ed|ing|s)?|took|taking|spent|for|after|in|of|ran|the|a|this|that|met|went on"
    r"|stretched|over|into|within|only|just|barely)"
    r"(?: (?:a|an|the|for|only|just|barely|about|well|some|over|under|to|another|little|more"
    r"|than))*,? ?\Z"
)
_LONG_AFTER = pattern(r"(?:[- ]long)?(?: of)?(?: {adjective}){0,3} (?:{gathering})\b", WORDS)
_NOT_LENGTH = pattern(
    r"(?:[- ]long)? (?:late\b|later|after\b|before|behind|ahead|delay|earlier|ago|truce"
    r"|ceasefire|pause|deadline|ultimatum|drive|flight"
    r"|break|window|journey|train|phone|call|speech|notice|humanitarian|conversation)"
)
_LATE = re.compile(
    r"\b(?:delay\w*(?: \w+){0,2}|postponed|late|every|within|drove|flew|waited|travel\w*"
    r"|spoke)(?: for| by| of)? ?\Z"
)
_MOST = 1440  # minutes: what lasted days has a date of its own
_DIRECT = (
    (
        False,
        pattern(
            r"(?<!\bdirect and )\b(?:indirect(?:ly)?(?! and direct\b)|proximity)\b"
            r"|\bin separate rooms\b"
        ),
    ),
    (
        True,
        pattern(
            r"(?<!and )\b(?:direct|face-to-face)(?= (?:{many})(?:{gathering})\b)"
            r"|\bface to face\b|\bin the same room\b",
            WORDS,
        ),
    ),
)


def put_how(slots: Slots, mention: Mention) -> None:
    """Length, host, go-betweens, direct or not."""
    _put_length(slots, mention)
    line = mention.line
    parties = slots.values["parties"]
    host = host_in(line)
    if host and host.actor not in parties:
        slots.put("host", host.actor, host.span)
    for side in go_betweens(line):
        if side.actor not in parties:
            slots.member("mediators", side.actor, side.span)
    part = Stretch(mention.clause.start, mention.after.end)
    for direct, rule in _DIRECT:
        if match := rule.search(line.text, *part):
            slots.put("direct", direct, line.tape.span(*match.span()))


def _put_length(slots: Slots, mention: Mention) -> None:
    line = mention.line
    if SIDE_MEETING.search(line.text, *mention.clause):
        return
    for window in mention.windows:
        for place, length in line.tape.annotations(*window):
            if not isinstance(length, Duration) or length.unit not in ("minutes", "hours"):
                continue
            minutes = length.minutes()
            if minutes and (minutes.best or 0) <= _MOST and _is_length(line.text, place):
                slots.put("duration_minutes", minutes, length.span)


def _is_length(text: str, place: int) -> bool:
    if _NOT_LENGTH.match(text, place + 1):
        return False
    before = text[max(0, place - 40) : place]
    if _LATE.search(before):
        return False
    return bool(_LONG_AFTER.match(text, place + 1) or _LONG_BEFORE.search(before))
