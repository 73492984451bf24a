"""What fills a claim without looking around: its number, its sides in their own words, what it
takes over from the meeting that was named before, and who proposes it."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims import Claim, Slots
from extractors.fact import Attribution, Role, Status
from extractors.kinds.talks.meeting import Talks
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.setting import city_of_dateline, names_the_city_again
from extractors.kinds.talks.spells import may_be_one
from extractors.kinds.talks.words import WORDS
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.tape import pattern


def as_named_in(line: Line, sides: Sequence[Side]) -> tuple[Side, ...]:
    """The sides with the words that name them in the sentence, where it does."""
    named = {side.actor: side for _, side in reversed(line.actors)}
    return tuple(named.get(side.actor, side) for side in sides)


def put_ordinal(slots: Slots, mention: Mention) -> None:
    """The number of a round; an opening one is the first."""
    if mention.number:
        slots.put("ordinal", mention.number.count.best, mention.number.span)
    elif mention.name == "opening":
        slots.put("ordinal", 1, mention.line.tape.span(*mention.trigger))


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
