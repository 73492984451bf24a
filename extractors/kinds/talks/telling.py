"""Whether a mention tells of a meeting that one could point at, or of nothing in particular."""

from __future__ import annotations

from datetime import date

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.talks.meeting import TO_COME, Talks
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.parties import parties_named
from extractors.kinds.talks.sequels import SEQUEL
from extractors.kinds.talks.setting import cities_of
from extractors.kinds.talks.words import DELEGATES
from extractors.parsing.status import Standing
from extractors.parsing.tape import pattern
from extractors.values import date_end, date_start

_WHICH = {"ordinal", "date", "city", "country", "venue"}


def tells(slots: Slots, mention: Mention, before: Claim | None, main: Claim | None) -> bool:
    """Whether there is a meeting one could point at: numbered, dated, placed; or, of one that was
    named before, anything new."""
    told = slots.values.keys()
    if mention.name == "deal":
        of_year = len(slots.values.get("date", "")) <= len("2018")
        return {"date", "city"} <= told and before is None and not of_year
    if mention.name == "earlier":
        known = main.fields.city if main and isinstance(main.fields, Talks) else None
        elsewhere = slots.values.get("city") not in (None, known)
        return bool({"date", "ordinal", "country"} & told) or elsewhere
    if mention.name == "next":
        return bool({"date", "city", "country"} & told)
    if mention.name == SEQUEL:
        return "date" in told
    if mention.name == "again" and before is None:
        return bool(_WHICH & told)
    if before is not None:
        return bool((_WHICH | {"duration_minutes", "host", "mediators", "direct"}) & told)
    return bool((_WHICH | {"duration_minutes"}) & told) or {"direct", "mediators"} <= told


def held_by_delegations(mention: Mention, standing: Standing) -> bool:
    """ "The delegations of A and B held a meeting": of these days, though on none that is told."""
    if mention.name != "talks" or not parties_named(mention):
        return False
    if standing.cue == "under way" and standing.words.start >= mention.trigger.end:
        return True  # "talks between A and B are under way"
    if mention.verb is None:
        return False
    held = standing.status is Status.COMPLETED and standing.cue == "tense"
    return held and bool(DELEGATES.search(mention.line.text, *mention.before))


def is_but_named(slots: Slots) -> bool:
    """ "Second round, third round," he shrugs; "this week described talks as promising"; "ceasefire
    talks in Ukraine": a number without a deed, a day of telling, what they are about."""
    told = _WHICH & slots.values.keys()
    of_days = told == {"date"} and "/" in slots.values["date"]
    return of_days or told in ({"ordinal"}, {"country"})


def is_of_whom(mention: Mention) -> bool:
    """ "A second meeting did not take place": of whomever was spoken before."""
    meeting = _MEETING.search(mention.line.text, *mention.trigger)
    return bool(meeting) and mention.name == "round" and not parties_named(mention)


_MEETING = pattern(r"\bmeeting\Z")


def is_but_placed(slots: Slots) -> bool:
    """ "after the Riyadh talks": the city alone."""
    return _WHICH & slots.values.keys() == {"city"}


def is_but_elsewhere(slots: Slots, main: Claim | None) -> bool:
    """ "participation in talks in Geneva", of those who meet in Jeddah: others may sit there."""
    if main is None or not isinstance(main.fields, Talks) or "date" in slots.values:
        return False
    there = (main.fields.city, main.fields.country)
    here = (slots.values.get("city"), slots.values.get("country"))
    return any(None not in pair and pair[0] != pair[1] for pair in zip(here, there, strict=True))


def is_new(before: Claim, status: Status) -> bool:
    """ "They will meet again": another meeting than the one that was held."""
    return status in TO_COME and before.status not in TO_COME


def is_history(slots: Slots, published: date | None) -> bool:
    """Wars of long ago, or going on since then."""
    told = slots.values.get("date", "")
    end = date_end(told) or date_start(told)
    now = published.year if published else _RECENT
    return bool(end and end.year < now - _LONG_AGO)


def is_long_past(slots: Slots, published: date | None, standing: Standing) -> bool:
    """ "to resume the talks that broke off in 2022", "intended as a sequel to meetings last week":
    nothing that is to come."""
    end = date_end(slots.values["date"]) if "date" in slots.values else None
    least = _SOME if standing.cue == "to come" else _LONG
    return bool(end and published and (published - end).days > least)


_SOME, _LONG = 1, 60  # days
_LONG_AGO = 16  # years
_RECENT = 2014  # the war years that an undated article can be about begin ten years before


def goes_on_with(mention: Mention) -> bool:
    """ "agreed on the need to continue the talks begun in Doha": no other ones."""
    text, start = mention.line.text, mention.trigger.start
    return bool(_CONTINUE.search(text, max(0, start - 30), start))


_CONTINUE = pattern(r"\b(?:continue|pursue|deepen)(?: with)?(?: (?:the|their|these))? \Z")


def opens_another(mention: Mention) -> bool:
    """ "They have kicked off another round": the one that is under way."""
    text, start = mention.line.text, mention.trigger.start
    return mention.name == "next" and bool(_KICKED_OFF.search(text, max(0, start - 30), start))


_KICKED_OFF = pattern(
    r"\b(?:held|opened|began|begun|started|kicked off|concluded|wrapped up|completed)(?: yet)? \Z"
)


def is_there(mention: Mention, told: Claim) -> bool:
    """ "The meeting in Oslo", after one there was told."""
    if not THE.match(mention.line.text, mention.trigger.start):
        return False
    there = cities_of(mention)
    return isinstance(told.fields, Talks) and bool({told.fields.city, told.fields.country} & there)


THE = pattern(r"(?:the|this|that|these|those) ")
