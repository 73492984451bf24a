"""One article's mentions of meetings, read in two passes: which meeting the article is about, then
every mention, so that "the talks" and "that session" speak of a meeting that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.talks.filling import (
    met_anew,
    put_how,
    put_ordinal,
    take_over,
    where_filed,
    with_proposer,
)
from extractors.kinds.talks.headings import put_city_of_dateline, put_heading, put_live
from extractors.kinds.talks.joining import told_together
from extractors.kinds.talks.leaders import is_summit
from extractors.kinds.talks.meeting import APART, TAKEN_UP, TO_COME, Talks, Told, same_meeting
from extractors.kinds.talks.mention import Mention, one_by_one
from extractors.kinds.talks.parties import parties_named
from extractors.kinds.talks.seating import Seating
from extractors.kinds.talks.sequels import SEQUEL, days_of, goes_on, put_cities_before
from extractors.kinds.talks.setting import put_where, visits_in
from extractors.kinds.talks.spells import (
    are_apart,
    is_day_of_asking,
    moved,
    put_date,
    put_day_of_news,
)
from extractors.kinds.talks.standing import standing_of, still_on
from extractors.kinds.talks.strangers import apart
from extractors.kinds.talks.telling import (
    THE,
    goes_on_with,
    held_by_delegations,
    is_but_elsewhere,
    is_but_named,
    is_but_placed,
    is_history,
    is_long_past,
    is_new,
    is_of_whom,
    is_there,
    opens_another,
    tells,
)
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.status import Standing
from extractors.parsing.tape import pattern
from extractors.values import Span, date_end, date_start


class Reader:
    """One article's mentions, read in order with the meeting in mind that it is about."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._published = document.article.published_on
        self._mentions = mentions
        self._seating = Seating(document, mentions)
        self._openings = {line.sentence.paragraph: line for line in reversed(document.lines)}
        self._main: Claim | None = None
        self._last: tuple[int, Claim] | None = None  # paragraph and meeting named last

    def claims(self) -> list[Claim]:
        """All claims; the first of the list is of the meeting that the article is about."""
        plain = [mention for mention in self._mentions if mention.name not in _ANAPHORIC]
        first = [claim for mention in plain for claim in self._claims(mention)]
        main = next((claim for claim in first if self._is_present(claim)), None)
        self._main = main and where_filed(main, self._document.lines[0])
        found = []
        for mention in self._mentions:
            for claim in self._claims(mention):
                found.append(claim)
                if not (claim.rule.startswith("again") and self._is_main(claim)):
                    self._last = (mention.line.sentence.paragraph, claim)
        lead = self._document.lines[0]
        found = [where_filed(claim, lead) if self._is_main(claim) else claim for claim in found]
        return sorted(told_together(found), key=lambda claim: not self._is_main(claim))

    def _is_main(self, claim: Claim) -> bool:
        return self._main is not None and same_meeting(self._main, claim)

    def _is_of_before(self, slots: Slots) -> bool:
        """Whether the day is long past in an article that is about a meeting of these days."""
        end = date_end(slots.values.get("date", ""))
        if end is None or self._published is None or self._main is None:
            return False
        if slots.values.get("city", "") == getattr(self._main.fields, "city", None):
            return False
        return end < self._published - timedelta(days=_PRESENT)

    def _is_present(self, claim: Claim) -> bool:
        if claim.rule.startswith(("earlier", "next")):
            return False
        start = date_start(claim.date) if claim.date else None
        return not (start and self._published) or start > self._published - timedelta(days=_PRESENT)

    def _claims(self, mention: Mention) -> Iterator[Claim]:
        """The claim of a mention; a list of dates gives one for each."""
        paragraph = mention.line.sentence.paragraph
        near = paragraph - bool(_LATER.match(mention.line.text))
        told = self._last[1] if self._last and self._last[0] >= near else None
        if mention.name == SEQUEL and not goes_on(mention, told):
            return
        dates = days_of(self._document, mention, told, self._published)
        for pair in apart(mention):
            yield from self._claim(mention, dates[:1], sides=pair)
        visits = visits_in(mention)
        if len(visits) > 1:
            for on, city in visits:
                yield from self._claim(mention, (on,), city)
            return
        several = _PLURAL.search(_said(mention)) and not _IN_ITS_COURSE.search(_said(mention))
        if len(dates) > 1 and (are_apart(dates) or several):
            for each, told_of in zip(dates, one_by_one(mention, len(dates)), strict=True):
                yield from self._claim(told_of, (each,))
        else:
            yield from self._claim(mention, dates)

    def _claim(
        self,
        mention: Mention,
        dates: tuple[DateMention, ...],
        city: Name | None = None,
        sides: tuple[Side, ...] = (),
    ) -> Iterator[Claim]:
        before = self._antecedent(mention)
        slots = Slots()
        if city:
            slots.put("city", city.name, city.span)
        for side in sides:
            slots.member("parties", side.actor, side.span)
        if not sides and not self._put_parties(slots, mention, before):
            return
        standing = self._standing(mention, dates)
        never = standing.cue == "last met"
        if (never or standing.status in TO_COME) and is_summit(mention):
            return  # a meeting_proposal, or one of years ago
        if before and mention.verb and is_new(before, standing.status):
            before = None
        self._put_all(slots, mention, dates, standing)
        if self._is_idle(slots, mention, before, standing):
            return
        of_before = mention.name == "met" and self._is_of_before(slots)
        if mention.name != SEQUEL:
            take_over(slots, mention, before, self._main)
        standing = still_on(mention, standing, slots.values.get("date"), self._published)
        status = (standing.status, mention.line.tape.span(*standing.words))
        if before and standing.cue == "bare" and isinstance(before.grounding["status"], Span):
            status = (before.status, before.grounding["status"])
        place = (mention.line, mention.trigger.start)
        name = "earlier" if of_before or self._is_of_before(slots) else _named(mention, before)
        claim = slots.claim(Talks, status, place, f"{name}: {standing.cue}")
        yield with_proposer(claim, mention)

    def _put_all(
        self, slots: Slots, mention: Mention, dates: Sequence[DateMention], standing: Standing
    ) -> None:
        """Ordinal, date, place and manner."""
        put_ordinal(slots, mention)
        days = [moved(each, standing.status, self._published) for each in dates]
        if not is_day_of_asking(mention, days, standing.status, self._published):
            put_date(slots, mention, days)
        put_where(slots, mention, self._document)
        put_cities_before(slots, mention, self._document, standing.status)
        put_city_of_dateline(slots, mention, self._document.lines[0])
        if mention.name != "again" or not standing.cue.startswith("setting"):
            put_heading(slots, mention, self._opening(mention))
        held = standing.status in (Status.COMPLETED, Status.ONGOING) and mention.name != "earlier"
        if held and "date" not in slots.values:
            put_live(slots, self._opening(mention), self._published)
        if held and "date" not in slots.values:
            put_day_of_news(slots, mention, self._published)
        put_how(slots, mention)

    def _is_idle(
        self, slots: Slots, mention: Mention, before: Claim | None, standing: Standing
    ) -> bool:
        """Whether a mention tells of no meeting that one could point at, or of one of long ago."""
        if before and before.status in TO_COME and standing.status is Status.FAILED:
            return False
        if before and standing.cue == "under way" and mention.name == "again":
            return False
        told = tells(slots, mention, before, self._main) or held_by_delegations(mention, standing)
        if not told or is_history(slots, self._published):
            return True
        if is_but_named(slots) and (standing.cue == "bare" or is_of_whom(mention)):
            return True
        if (
            mention.name in ("talks", "again")
            and not parties_named(mention)
            and is_but_elsewhere(slots, self._main)
        ):
            return True
        if standing.cue == "setting" and self._is_in_passing(slots, mention):
            return True
        if standing.status in TO_COME and (
            mention.name == "earlier"
            or is_long_past(slots, self._published, standing)
            or (standing.cue == "to come" and self._leads_up_to(slots, mention))
            or (goes_on_with(mention) and "date" not in slots.values)
        ):
            return True
        if self._seating.is_at_home(mention, slots.values["parties"]):
            return True
        over = standing.status in (Status.COMPLETED, Status.REPORTED)
        took_place = standing.cue.startswith("told") and "date" in slots.values
        return mention.name == "next" and over and not (took_place or opens_another(mention))

    def _leads_up_to(self, slots: Slots, mention: Mention) -> bool:
        """ "As its envoys arrived for the talks, …", after those were held: no others to come."""
        text, start = mention.line.text, mention.trigger.start
        held = self._main and self._main.status in (Status.COMPLETED, Status.ONGOING)
        led = _LED_UP.search(text, max(0, start - 60), start)
        known = THE.match(text, start) or text.endswith(" the ", 0, start)
        return bool(held and led and known) and "date" not in slots.values

    def _is_in_passing(self, slots: Slots, mention: Mention) -> bool:
        """ "Lavrov said after the Riyadh talks", where nothing tells between whom they were."""
        if self._seating.is_told or not is_but_placed(slots) or _AGREED.search(mention.line.text):
            return False
        sides = set(slots.values["parties"])
        return len(sides & {side.actor for _, side in mention.line.actors}) == 1

    def _standing(self, mention: Mention, dates: Sequence[DateMention]) -> Standing:
        return standing_of(mention, dates[0] if dates else None, self._published)

    def _antecedent(self, mention: Mention) -> Claim | None:
        """The meeting that "the talks" or "the delegations" speak of."""
        same_line = self._last and self._last[1].span == mention.line.sentence.span
        if self._last and same_line and _OF_THE_TWO.match(mention.line.text, mention.trigger.end):
            return self._last[1]
        if self._last and mention.name == "talks" and is_there(mention, self._last[1]):
            return self._last[1]
        if mention.name == SEQUEL and self._last:
            return self._last[1]
        if mention.name not in ("again", "met"):
            return None
        paragraph = mention.line.sentence.paragraph
        if self._last and self._last[0] >= paragraph - (mention.trigger.start < 4):
            return self._last[1]
        later = self._main and self._main.span.start > mention.line.sentence.span.end
        return None if later else self._main

    def _put_parties(self, slots: Slots, mention: Mention, before: Claim | None) -> bool:
        last = self._last[1] if self._last else None
        here = last if last and last.span == mention.line.sentence.span else None
        for side in self._seating.sides_of(mention, Told(before, here, self._main)):
            slots.member("parties", side.actor, side.span)
        return "parties" in slots.values

    def _opening(self, mention: Mention) -> Line:
        """The sentence that opens a mention's paragraph."""
        return self._openings[mention.line.sentence.paragraph]


_LED_UP = pattern(r"\b(?:arrived|departed|left|before|ahead of)[^.;,]{0,40} \Z")


def _named(mention: Mention, before: Claim | None) -> str:
    """The mention's name; "the meeting" after an earlier one is that earlier one."""
    if mention.name == "again" and before is not None:
        name = before.rule.split(":")[0]
        if name.startswith(APART) or before.status in TO_COME:
            return name if name.endswith(TAKEN_UP) else name + TAKEN_UP
    if before is not None and met_anew(mention):
        return "another"
    return "talks" if opens_another(mention) else mention.name


_PRESENT = 21  # days back that an article's own meeting can lie
_ANAPHORIC = ("again", SEQUEL)
#: What talks came to tells whose they were: "the swap agreed at the talks in Istanbul".
_AGREED = pattern(r"\b(?:agree|deal\b|accord\b|exchange|swap|repatriat|handover)")
_LATER = pattern(
    r"\W{0,2}(?:days|weeks|months|later|then|the (?:next|following) day"
    r"|(?:{duration}|{count} (?:days|weeks)|a (?:day|week))"
    r" (?:later|afterwards|after that|earlier))\b"
)
_OF_THE_TWO = pattern(r" ?(?:between|of) (?:the two|the pair|them)\b(?! (?:sides|countries))")
_PLURAL = pattern(r"\b(?:rounds|meetings|sessions|ones|attempts|cycles|previously|earlier|both)\b")

#: "at the meetings on Sunday and Monday": the sittings of one round.
_IN_ITS_COURSE = pattern(r"\b(?:during|at|in) the (?:meetings|sessions)\b")


def _said(mention: Mention) -> str:
    return mention.line.text[mention.before.start : mention.trigger.end + 12]
