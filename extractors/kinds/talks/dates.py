"""When a meeting was: which of a sentence's dates are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.talks.arrivals import closes_round, day_there, days_before, went_for
from extractors.kinds.talks.headings import dateline_end
from extractors.kinds.talks.listed import is_listed, later_in_list
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.said_days import on_weekday
from extractors.kinds.talks.standing_words import WHO_LED
from extractors.kinds.talks.words import WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.tape import pattern

_SAID = pattern(
    r"\b(?:said|says|told [^.;,]{1,40}|announced|wrote|posted|reported|confirmed|warned|tweeted"
    r"|added|published|issued|heard(?: about| of)?"
    r"|said in [^.;,]{1,30}|told|statement|interview|offered|proposed|suggested|called|urged"
    r"|invited|demanded|rejected|refused|vowed|decided|threatened|offer|proposal)"
    r"(?: late| early| again)?(?: on| in| last)?(?: the)? ?\Z"
    r"|\bmost recently(?: on| in)? \Z"
    r"|\b(?:initiated|proposed|suggested|offered|announced|requested|ordered) by (?:the )?"
    r"[{actor}{person}](?: on| in)? ?\Z"
)
_OTHER_DEED = pattern(
    r"\b(?:led to|resulted in|agreed (?:at|in|during|on|upon)|exchang\w+|swap\w*|attack\w*"
    r"|struck|killed|announc\w+|propos\w+|confirm\w+|acknowledg\w+"
    r"|publish\w*|summit|deadline|expire\w*|demand\w*|threat\w*|visit\w*|free[ds]?|releas\w+"
    r"|return\w*"
    r"|sign\w*|invasion|deal|accord|agreement (?:to|on)|reached|interrupted"
    r"|since (?=[a-z])|war|strikes|fighting|under"
    r"|hand(?:s|ed|ing)? over|transfer\w*|that (?:he|she|it|they|we) (?:will|would)"
    r"|as part of|launch\w*|letter|phone\w*|call)\b"
)
_HELD_THERE = pattern(
    r"(?::|{place}(?: (?:city|resort|capital))?,?|\b(?:held|due|scheduled|set|slated|planned"
    r"|beg[aiu]n|start\w*|open(?:ed|s)?|ended|concluded"
    r"|continu\w+|wrapped up|closed|broke up|collapsed|stalled"
    r"|ended (?:with|without|in) (?:an? )?(?:[\w-]+ ){0,2}[\w-]+"
    r"|met|meet|place|will return|resume\w*|convene\w*|talks|round|negotiations|meeting"
    r"|session))(?: late| early| again| only)?(?: on| in| from| for| between)?(?: the)? ?\Z"
)
_OF_OTHER_THING = pattern(
    r"(?:'s [a-z]|(?:'s)?,? (?:skirmish|clash|incident|shooting|killing|massacre|raid)(?:es|s)?\b"
    r"|(?:'s)? (?:(?:nuclear|peace|interim|framework) )?"
    r"(?:agreements?|deals?|threats?|ultimatum|ceasefire|truce|attacks?|strikes?|statement|vote"
    r"|swaps?|exchanges?|(?:(?:voice|video|press|news) )?(?:message|conference|briefing|interview"
    r"|broadcast|post)|deadline|invasion|accord|offensive|declaration|release|letter|visit|summit"
    r"|call|movement)\b)"
)
_NEXT_DATE = pattern(r"(?:,|,? and| to)? (?:on |in |again on )?{date}")
_ROLES = ("at", "by", "from", "between")


def dates_of(mention: Mention) -> tuple[DateMention, ...]:
    """The date of the meeting, or several where a list of them is given."""
    line, first = mention.line, mention.trigger.start
    if named := _NAMED_BY.search(line.text, max(0, first - 40), first):
        day = line.tape.at(named.start("d"))
        if isinstance(day, DateMention):
            return (day,)
    listed = is_listed(mention)
    if later := later_in_list(mention) if listed else None:
        return (later,)
    before = () if listed else (mention.before,)
    for start, end in (mention.middle, (first, mention.after.end), *before):
        for place, found in line.tape.annotations(start, end):
            if isinstance(found, DateMention) and _belongs(mention, place, found):
                return tuple(_with_followers(mention, place, found, end))
    told = days_before(mention) or day_there(mention)
    return (told,) if told else ()


def _belongs(mention: Mention, place: int, found: DateMention) -> bool:
    line, start = mention.line, mention.trigger.start
    since = found.role == "since" and bool(
        _SINCE.search(line.text, max(0, place - 40), place)
        or NOT_MET.search(line.text, max(0, place - 50), place)
    )
    if place < start and (
        is_of_the_day(mention, place) or _POSSESSED.fullmatch(line.text, place + 1, start)
    ):
        return True
    after = found.role == "after" and bool(_NOT_BEFORE.search(line.text, max(0, place - 60), place))
    in_role = found.role in _ROLES or since or after
    if mention.trigger.holds(place) or _AS_DAY.match(line.text, place):
        return True
    if not in_role or place < dateline_end(line.text):
        return False
    if mention.name == "deal":
        return place > start
    if _CLOSES.search(line.text, mention.trigger.end, place):
        return False
    if _OF_OTHER_THING.match(line.text, place + 1):
        return place < start and bool(_REACHED_AT.match(line.text, place + 1, start))
    if _is_spoken(mention, place) or _OF_THE_YEAR.search(line.text, max(0, place - 50), place):
        return False
    lead = line.text[max(0, place - 70) : place]
    loose = mention.name != "next" and _LOOSE.match(line.tape.words(place, place + 1))
    if loose or (_SAID.search(lead) and not closes_round(mention, place)):
        return False
    return _after(mention, place, lead) if place > start else _before(mention, place)


_TODAY = re.compile(r"(?:today|tonight|yesterday|tomorrow)\b", re.IGNORECASE)


def _is_spoken(mention: Mention, place: int) -> bool:
    """ "The talks today were useful," in a quotation behind the lead: the day on which somebody
    said so."""
    text, words = mention.line.text, mention.line.tape.words(place, place + 1)
    lead = mention.name != "again" and mention.line.sentence.rank <= _LEAD
    return bool(_TODAY.match(words)) and text.count('"', 0, place) % 2 == 1 and not lead


_LEAD = 2  # sentences
#: "the longest talks of 2025 so far".
_OF_THE_YEAR = pattern(r"\b(?:\w+est|first|only|most|{ordinal}) (?:[\w-]+ ){0,4}of \Z")
#: ""Talks are a red line," he said on Friday": the day of his words.
_CLOSES = re.compile(r"[.,!?—–]\" ")


def is_of_the_day(mention: Mention, place: int) -> bool:
    """ "after the May 16 talks": the day by which they are named."""
    return mention.line.text.startswith("the ", max(0, place - 4)) and (
        place + 2 == mention.trigger.start
    )


def _after(mention: Mention, place: int, lead: str) -> bool:
    if _OF_OTHER_TIME.search(lead) or _is_day_of_telling(mention, place):
        return False
    if _FOLLOWED.match(mention.line.text, mention.trigger.end, place):
        return False
    deeds = _OTHER_DEED.search(mention.line.text, mention.trigger.end, place)
    return not deeds or bool(_HELD_THERE.search(lead))


#: "The meeting followed a summit in Paris on 17 April": the day of the summit.
_FOLLOWED = re.compile(
    r"(?: \w+){0,2}? (?:follow(?:s|ed)|comes? after|came after) (?:an?|the|his|their)\b"
)
#: "confirmed the meeting on Tuesday": on that day it was confirmed.
_TELLS_OF = pattern(
    r"\b(?:confirm|announc|report|den[yi]|welcom|hail|prais|critici[sz]|condemn|describ|cancel"
    r"|join)\w*"
    r"(?: (?:on|about|of))? (?:the |this |that |their )?\Z"
)
_ON = pattern(r" ?(?:late |early )?(?:on )?(?:{date} or )?(?:on )?\Z")


def _is_day_of_telling(mention: Mention, place: int) -> bool:
    text, (start, end) = mention.line.text, mention.trigger
    told = _TELLS_OF.search(text, max(0, start - 30), start)
    return mention.name in ("again", "talks") and bool(told) and bool(_ON.match(text, end, place))


def _before(mention: Mention, place: int) -> bool:
    text, start = mention.line.text, mention.trigger.start
    others = (_ANOTHER_DEED, _BEFORE_THAT, _SETTLED_AT, _SINCE_THEN, WHO_LED)
    if _DAY_OF_END.search(text, max(0, place - 24), place):
        return False
    if _OF_A_TRIP.search(text, max(0, place - 70), place) or _WHEN.fullmatch(text, 0, place):
        return False
    if any(rule.search(text, place, start) for rule in others):
        return False
    if went_for(mention):
        return place < _OPENING
    if _ARRIVED.search(text, mention.clause.start, start):
        return bool(_GOES_FOR.search(text, mention.clause.start, start))
    if _TOLD_ON.match(text, 0, start) and place < _OPENING:
        return False
    if _ASKED_ON.match(text, place):
        return False
    if mention.name == "next" and _LED_TO.search(text, place, start):
        return False
    deeds = _OTHER_DEED.search(text, place, start)
    found = mention.line.tape.at(place)
    recent = isinstance(found, DateMention) and on_weekday(found)
    course = _IN_COURSE_OF.search(text, place, start) or (
        recent and _AT_THE_END_OF.search(text, place, start)
    )
    return not deeds or bool(course)


#: "which had fallen in March, has risen since the talks": the date is that of another deed.
_ANOTHER_DEED = pattern(
    r", (?:has|have|had|is|are|was|were) |{date} and \w+ing "
    r"|, (?:instead |also |later )?(?!(?:during|following|including|according) )\w+ing "
)
#: "swapped captives on Monday, for the first time since they sat down for talks"
_SINCE_THEN = pattern(r"\bsince (?:the|both|they|{actor}) (?!then\b)")
#: "with the truce set to expire on Saturday, negotiators met": the day of the end.
_DAY_OF_END = re.compile(r"\b(?:expir|end|laps|run out|ran out)\w*(?: on)? \Z")
#: "put off a trip planned for Wednesday so as not to honour the meeting": the day of the trip.
_OF_A_TRIP = pattern(
    r"\b(?:trip|visit|journey|tour)(?: to [^.;,]{1,30}?)?,? (?:that was |which was )?(?:planned|due"
    r"|scheduled|set) (?:for|on) \Z"
)
#: "When A struck B on 13 June, they were preparing for a round": the day of the stroke.
_WHEN = re.compile(r"\W{0,2}(?:when|since|once|because|although|though) [^.;,]{1,100}")
#: "On Friday he recalled what was settled a week prior at the talks".
_BEFORE_THAT = pattern(r"(?:{duration}|\bweek|\bday|\bmonth) (?:prior|earlier|before|ago)\b")
#: "handed over 19 on Thursday, under a deal reached at the talks": the day of what came of them.
_SETTLED_AT = re.compile(
    r"\b(?:agreements?|deals?|accords?|arrangements?|understandings?|decisions?|terms)"
    r"(?: (?!to\b)[\w\ue005-]+){0,4}? (?:reached|made|struck|concluded|settled|signed|agreed"
    r"|achieved|taken|brokered|negotiated)\b[^.;,]{0,60}\Z"
)
#: "Earlier this week, the minister said he was open to talks": the day of his word.
_TOLD_ON = pattern(
    r"\W{0,2}(?:on |late on )?{date},? [^.;,]{1,60}?(?:,[^.;,]{1,60},)? (?:said|says|told|stated"
    r"|announced|confirmed|claimed|wrote|warned|recalled|reported|repeated|called (?:for|on)"
    r"|proposed|offered|suggested|urged|invited|demanded)\b"
)
#: "the mission on Wednesday called for urgent dialogue": the day of the call.
_ASKED_ON = pattern(
    r"{date},? (?:and )?(?:also |again )?(?:called|urged|said|announced|proposed|offered"
    r"|suggested|told"
    r"|demanded|invited|warned|confirmed|stated|rejected|refused|vowed|denied)\b"
)
_OPENING = 12  # tape places in which a sentence names the day of its telling
#: "the meeting on Friday yielded hopes of further talks".
_LED_TO = pattern(r"\b(?:yield|end|conclud|rais|br(?:ing|ought)|produc|left|leav|agree|rul)\w* ")
_ARRIVED = pattern(
    r"\b(?:arriv\w+|(?:left|depart\w+|set off)(?= .{0,40} (?:for|to)\b)|flew|fl(?:y|ies|ying)"
    r"|travel\w*|landed|ahead of|left for)\b"
)


#: "will travel to Ankara on June 2 for a second round": the day of the round.
_GOES_FOR = pattern(
    r"\b(?:will|would|to) (?:travel|fly|head|go|come) (?:to|in) {place},? (?:on )?{date} for"
    r"(?: [\w{ordinal}-]+){0,4} ?\Z"
    r"|\b(?:flew|travel+ed|went) to {place} (?:(?:early |late )?(?:on|in) )?{date} for"
    r"(?: [\w{ordinal}{duration}-]+){0,4} ?\Z"
)
#: "agreed at Friday's negotiations", of which the day stands nearest.
_NAMED_BY = pattern(r"(?P<d>{date})'s (?:[\w{ordinal}-]+ ){0,2}\Z")
#: "Wednesday's third round".
_POSSESSED = pattern(r"'s (?:[\w{ordinal}-]+ ){0,2}?")
#: "their third round this month" says how often and not when.
_LOOSE = re.compile(r"this (?:month|year|spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_REACHED_AT = pattern(
    r"'s [\w-]+ (?:was|were) (?:concluded|signed|reached|struck|agreed)(?: [\w-]+)? (?:at|during"
    r"|in)\b"
)
#: "proposed 2 June in Istanbul as the date for the meeting".
_AS_DAY = pattern(r"{date}[^.;]{0,50}? as (?:the |a )?(?:day|date|time)\b")
#: "might be scheduled after June 22".
_NOT_BEFORE = pattern(
    r"\b(?:(?:be|is|are|was|were) (?:held|scheduled|planned|possible|expected|set)|take place|meet"
    r"|resume|begin|start|go ahead|happen)(?: (?:only|soon|shortly|sometime|some time))? after \Z"
    r"|\b(?:agree\w*|ready|prepared|will|would|plan\w*|expect\w*|set|due) (?:on |to )"
    r"[^.;,]{0,50} after \Z"
)
NOT_MET = pattern(r"\b(?:not|n't|never) (?:met|sat|talked|negotiated)\b[^.;]{0,30} since \Z")
_SINCE = pattern(
    r"\b(?:been (?:held|meeting|negotiating|talking|holding|under ?way|shuttling"
    r"|in {place})|(?:were|was) held|under ?way|going on"
    r"|running)\b[^.;]{0,30}\Z"
)
_IN_COURSE_OF = pattern(
    r"\b(?:during|in|at)(?: (?:the|their|a|its|these|this|those))?(?: [\w'{ordinal}-]+){0,3} ?\Z"
)
#: "the first since fighting broke out in Khartoum on …", "the deal signed in Stockholm in …".
_OF_OTHER_TIME = pattern(
    r"(?:{talks} (?:that|which) (?:began|started|opened|resumed|kicked off)(?: [\w-]+){0,2}"
    r"|\bsince (?:[a-z]|[{actor}{person}] )[^.;,:]{0,120}|\bwhose(?: [\w-]+){1,8}?"
    r"|\b(?:agreement|deal|accord|plan|declaration|protocol|memorandum|treaty)s?(?: \w+)?"
    r" (?:reached|signed|adopted|struck|agreed|concluded)(?: (?:in|at) {place})?)(?: on| in)? \Z",
    WORDS,
)
#: "agreed on Saturday …, after talks in Rome": news of the day of the talks.
_AT_THE_END_OF = pattern(
    r"\b(?:after|following|at the (?:end|close) of)(?: (?:the|their|a|an|its))?"
    r"(?: [\w'{ordinal}{duration}-]+){0,3} ?\Z"
)


def _with_followers(
    mention: Mention, place: int, first: DateMention, end: int
) -> Iterator[DateMention]:
    yield first
    position = place + 1
    while position <= end and (match := _NEXT_DATE.match(mention.line.text, position)):
        following = mention.line.tape.at(match.end() - 1)
        if isinstance(following, DateMention):
            yield following
        position = match.end()
