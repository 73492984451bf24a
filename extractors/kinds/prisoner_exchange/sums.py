"""The sum of those who come home in an exchange: stated, of several nations, or nobody's share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

from extractors.claims import Slots
from extractors.kinds.prisoner_exchange import share_words, words
from extractors.kinds.prisoner_exchange.dealing import Dealing
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.kinds.prisoner_exchange.whose import both_did, together
from extractors.parsing.headcounts import Headcount, Share
from extractors.parsing.numbers import Number
from extractors.parsing.tape import SIGNS
from extractors.values import Count, Span


def is_said_sum(event: Event, count: Headcount) -> bool:
    """ "538 people were freed altogether": nobody's share."""
    return count.share is not Share.EACH and any(
        count.place in (match.start("m"), match.start("n"))
        for match in share_words.SUM.finditer(event.line.text, *event.clause)
    )


def is_let_go_alone(event: Event) -> bool:
    """ "Unilaterally released a total of 153": those of one side."""
    return event.verb == "give" and bool(share_words.ONE_SIDED.search(event.line.text))


def is_sum_of_nations(event: Event, count: Headcount, counts: Sequence[Headcount]) -> bool:
    """Whether a figure is that of the nations named after it: "24 hostages: 13 Israelis, …"."""
    parts = [one for one in counts if one.whose or event.line.text[count.stretch.end :][:1] == ":"]
    behind = [one.count.best or 0 for one in parts if one.place > count.place]
    before = [one.count.best or 0 for one in parts if one.place < count.place]
    sums = {*accumulate(behind), sum(before)} - {*behind[:1], *before[:1]}
    if count.whose is None and count.count.best in sums:
        return True
    return share_words.OF_NATIONS.match(event.line.text, count.stretch.end) is not None


def put_total(slots: Slots, event: Event, unplaced: Sequence[Headcount], deal: Dealing) -> None:
    """The sum: equal to the shares, or a figure that no side is named for."""
    shares = slots.values.get("returned")
    named = [one for one in unplaced if not event.verb and _right_behind(event, one)]
    if not named and len(unplaced) > 1:
        unplaced = [one for one in unplaced if _is_sum_of_rest(one, unplaced)]
    for count in [*named, *unplaced][:1]:
        if event.line.text[count.place] != SIGNS["count"] or count.count.best == 1:
            continue  # a list of names, a single person
        if _adds_up(count.count, shares) if shares else _is_total(event, count, deal):
            slots.put("total", count.count, count.span)


def _is_sum_of_rest(count: Headcount, counts: Sequence[Headcount]) -> bool:
    """Of several figures of nobody's people only their sum is the sum of both sides."""
    rest = sum(one.count.best or 0 for one in counts if one is not count)
    return count.count.best == rest


def stated_sum(event: Event, each: Collection[int]) -> tuple[Count, Span] | None:
    """The figure that is said to be a sum; `each`: places of those that every side has."""
    start, end = event.clause
    if goes_on := share_words.WITH_A_TOTAL.match(event.line.text, end):
        end = goes_on.end()
    for match in share_words.SUM.finditer(event.line.text, start, end):
        if share_words.EACH_BEFORE.search(event.line.text, event.clause.start, match.start()):
            continue
        label = "n" if match.group("n") else "m"
        number = event.line.tape.at(match.start(label))
        if match.start(label) in each:
            continue
        if isinstance(number, Number) and not words.NOT_ONE_EVENT.search(
            event.line.text, start, end
        ):
            return number.count, event.line.tape.span(*match.span())
    return None


def _adds_up(count: Count, shares: dict[str, Count]) -> bool:
    return len(shares) > 1 and count.best == sum(share.best or 0 for share in shares.values())


def _is_total(event: Event, count: Headcount, deal: Dealing) -> bool:
    """Whether a figure that no side is named for is the sum of both: where they swap, or where the
    words say so. What one of two foes let go, without whom, is nobody's figure."""
    if count.own or _is_of_one_side(event, count):
        return False
    if event.verb == "swap" or count.share is Share.BOTH:
        return True
    if not event.verb:
        with_them = share_words.WITH_SO_MANY.search(event.line.text, event.trigger.end, count.place)
        return count.place < event.trigger.end or bool(_right_behind(event, count) or with_them)
    text, (start, end) = event.line.text, event.trigger
    passive = event.verb == "give" and count.place < start and not text.startswith("hand", start)
    if text.endswith("the ", 0, count.place) and " who " in text[count.place : start]:
        return False  # "the 72 servicemen who were freed" are those of one side
    foes = deal.document.at_war(*(side.actor for side in deal.sides))
    return (
        text.startswith(("flown", "transported", "airlifted"), start)
        or (event.verb == "come" and (both_did(event) or _in_a_swap(event)))
        or end <= event.clause.start  # "and 973 in April 2023", of the same deed
        or (passive and not (foes and _is_few(count)))
        or (event.verb == "give" and together(event))
        or bool(share_words.ITSELF.search(text, _since_its_name(event), start))
    )


def _in_a_swap(event: Event) -> bool:
    """ "In the last exchange, in October 2020, over 1,050 came home": of both."""
    return bool(words.TOLD_OF_SWAP.search(event.line.text, 0, event.trigger.start))


def _since_its_name(event: Event) -> int:
    """ "An operation on Sunday that brought 900 people home": where its name may stand."""
    start = event.clause.start
    relative = event.line.text.startswith(("that ", "which "), start)
    return max(0, start - _NAME) if relative else start


_NAME = 60  # places before a relative clause in which the operation is named
_MANY = 100  # people whom one side hardly lets go without a word of whose they are


def _is_few(count: Headcount) -> bool:
    return (count.count.best or count.count.low or count.count.high or 0) < _MANY


def _is_of_one_side(event: Event, count: Headcount) -> bool:
    """ "Four of the 33", "15 were exchanged for 31", "a swap was held, we freed 108"."""
    text, behind = event.line.text, count.stretch.end
    if share_words.OF_THE_COUNT.match(text, count.place + 1):
        return True
    swapping = share_words.SWAPPING.search(text, event.clause.start, count.place)
    swap = event.verb == "swap" or swapping is not None
    if swap and share_words.FROM_BOTH.match(text, behind):
        return True
    if not event.verb:
        return bool(share_words.DEED_BEFORE.search(text, 0, count.place))
    return swap and bool(
        share_words.FOR_SOME.match(text, behind)
        or share_words.FOR_COUNT.match(text, event.trigger.end)
    )


def _right_behind(event: Event, count: Headcount) -> bool:
    """ "A swap involving 190 people": the figure of what the noun names."""
    said = event.line.text[event.trigger.end : count.place]
    return said != "" and bool(share_words.INVOLVING.fullmatch(said))
