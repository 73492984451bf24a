"""Whose people a figure counts, by what was told before it and by who speaks."""

from __future__ import annotations

from extractors.kinds.prisoner_exchange import share_words, words
from extractors.kinds.prisoner_exchange.dealing import Dealing, is_in_return
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.sameness import agree
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.headcounts import Headcount, Share, read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch


def of_them(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "Baku holds 23 Armenians. It freed ten of them": those of the sentence before."""
    before = deal.document.before(event.line)
    if before is None or not event.line.text.startswith(" of them", count.place + 1):
        return None
    told = read_headcounts(before, Stretch(0, len(before.text)))
    named = {side.actor for place, side in before.actors if _is_people(before, place)}
    actors = {one.whose for one in told if one.whose} or named
    return next(iter(actors)) if len(actors) == 1 and actors <= set(deal.people) else None


def _is_people(line: Line, place: int) -> bool:
    """ "23 Armenian prisoners" as the last of a sentence: whose they are."""
    return bool(share_words.PEOPLE_BEHIND.match(line.text, place + 1))


def as_before(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "another 15 were released": the same people as in what was told before, if one side only."""
    text = event.line.text
    such = share_words.ONE_SUCH.search(text, event.clause.start, event.trigger.start)
    more = (
        such
        or share_words.MORE.search(text, max(0, count.place - 12), count.place)
        or (
            share_words.MORE_AFTER.match(text, count.place + 1)
            or event.line.tape.words(count.place, count.place + 1).lower().startswith("another")
        )
    )
    home = event.verb == "come" and not words.TOLD_OF_SWAP.search(text, 0, event.trigger.start)
    recalled = _recalled(event, count, deal)
    if recalled is not None and event.verb not in ("", "swap"):
        return recalled
    if actor := _left_over(event, count, deal):
        return actor
    if not (more or home) or event.verb in ("", "swap"):
        return None
    told = [set(fields_of(claim).returned or {}) for claim in deal.earlier]
    told = [actors for actors in told if actors]
    for single in (told[-1] if told else set(), set().union(*told)):
        if len(single) == 1 and single <= set(deal.people):
            return next(iter(single))
    return None


def _left_over(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "The remaining 550": of those of whom 1,027 were promised and 477 came."""
    if not event.line.text.endswith("remaining ", 0, count.place):
        return None
    told: dict[str, set[int]] = {}
    for claim in deal.earlier:
        for actor, figure in (fields_of(claim).returned or {}).items():
            told.setdefault(actor, set()).add(figure.best or 0)
    fitting = [
        actor
        for actor, figures in told.items()
        if any(figure - (count.count.best or 0) in figures for figure in figures)
    ]
    return fitting[0] if len(fitting) == 1 else None


def of_those_told(event: Event, _count: Headcount, deal: Dealing) -> str | None:
    """ "Kyiv has got 2,576 back. The last time 45 came home": of the side told of before."""
    document, line = deal.document, event.line
    if event.verb != "come" or line.actors:
        return None
    rank = line.sentence.rank
    sides = [side.actor for side in deal.sides]
    for earlier in reversed(document.lines[max(0, rank - _NEAR) : rank]):
        told = {side.actor for place, side in earlier.actors if not _holds(earlier, place)}
        here = [index for index, actor in enumerate(sides) if actor in told]
        if here:
            return deal.people[here[0]] if len(here) == 1 else None
    return None


_NEAR = 4  # sentences back in which a side was told of whose people come home


def _holds(line: Line, place: int) -> bool:
    """Whether a side is named there as the one that holds the people or lets them go."""
    return bool(share_words.HOLDER.match(line.text, place + 1))


def of_jailed(_event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "183 prisoners are being freed", where an armed group holds hostages: its own side's."""
    groups = [index for index, side in enumerate(deal.sides) if side.actor.islower()]
    jailed = share_words.JAILED.search(count.noun)
    if len(groups) != 1 or not jailed or "hostage" not in deal.document.lowered:
        return None
    return deal.people[groups[0]] if count.share is Share.PLAIN else None


def of_hostages_told(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "Three more men are to be let go", where an armed group holds hostages: the state's."""
    groups = [index for index, side in enumerate(deal.sides) if side.actor.islower()]
    few = 0 < (count.count.best or 0) <= _FEW
    if len(groups) != 1 or not few or "hostage" not in deal.document.lowered:
        return None
    deed = event.verb in ("give", "come") or (
        event.verb == "swap" and not is_in_return(event.line, count)
    )
    if not deed or not share_words.UNJAILED.fullmatch(count.noun.strip()):
        return None
    return deal.people[1 - groups[0]]


_FEW = 50  # people whom a group lets go at once, or in one stage


def of_speaker(event: Event, _count: Headcount, deal: Dealing) -> str | None:
    """ "Today 277 warriors are at home", says a president: his own side's."""
    if event.verb not in ("get", "come"):
        return None
    line = event.line
    hops = line.attribution(event.trigger.start)
    speakers = {hop.name for hop in hops}
    actors = {
        name.actor
        for told in deal.document.lines
        for _, name in told.names(NameType.PERSON)
        if name.name in speakers and name.actor
    }
    actors |= {
        side.actor for _, side in line.actors if any(hop.span.overlaps(side.span) for hop in hops)
    }
    sides = [side.actor for side in deal.sides]
    return next((deal.people[sides.index(actor)] for actor in actors if actor in sides), None)


def _recalled(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Whose people the same figure counted before in the article."""
    before = event.line.text[max(0, count.place - 8) : count.place]
    definite = before.endswith(("the ", "those ", "these "))
    actors = {
        actor
        for claim in deal.earlier
        for actor, told in (fields_of(claim).returned or {}).items()
        if agree(told, count.count) and (definite or (count.count.best or 0) > 9)
    }
    return actors.pop() if len(actors) == 1 else None


def for_them(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "They were let go in return for 369": the people whom those told before stand against."""
    if not (is_in_return(event.line, count) and words.THEY.search(event.line.text)):
        return None
    told = [set(fields_of(claim).returned or {}) for claim in deal.earlier]
    if not told or len(told[-1]) != 1 or not told[-1] <= set(deal.people):
        return None
    return next(actor for actor in deal.people if actor not in told[-1])
