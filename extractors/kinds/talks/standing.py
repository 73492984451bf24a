"""How far a meeting had come, as the words around its mention and its date tell."""

from __future__ import annotations

import re
from datetime import date

from extractors.fact import Status
from extractors.kinds.talks.dates import on_weekday, year_is_assumed
from extractors.kinds.talks.mentions import Mention
from extractors.kinds.talks.words import WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import pattern
from extractors.values import date_end, date_start

_HELD = (
    r"(?:be held|take place|begin|start|open|resume|continue|go ahead|convene|reconvene"
    r"|be convened|happen|kick off|get under ?way|follow|meet|gather|sit down|hold|discuss"
    r"|be hosted)"
)
#: How far it had come: (status, side of the trigger, cue, words). First match in this order wins.
STANDINGS = tuple(
    (status, side, cue, pattern(words, WORDS))
    for status, side, cue, words in (
        (
            Status.FAILED,
            "after",
            "called off",
            r"[^;]{0,90}?\b(?:(?:was|were|been|being|is|are) (?:\w+ )?(?:postponed|cancel+ed"
            r"|called off|suspended"
            r"|aborted|scrapped|put off|shelved|delayed|frozen|broken off)|did not (?:take place"
            r"|go ahead|materiali[sz]e)"
            r"|(?:was|were) (?:supposed|due|meant) to have\b"
            r"|(?:should|was to|were to) have (?:been held|taken place|begun|started|opened)"
            r"(?![^;]{0,60}?, (?:was|were) (?:moved|shifted|relocated|brought forward))"
            r"|fell through|failed to (?:take place|materiali[sz]e|go ahead|convene)"
            r"|never (?:took place|happened))",
        ),
        (
            Status.FAILED,
            "after",
            "broke down",
            r"(?:(?!\b(?:after|as|when|since|that|which|because|before)\b"
            r"|and (?!(?:the )?[{actor}{person}{date}]))[^.;,]){0,70}?"
            r"\b(?<!almost )(?<!nearly )(?:collapsed|broke down|broke off|fell apart"
            r"|broken down)\b",
        ),
        (
            Status.FAILED,
            "before",
            "called off",
            r"\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing) off|br(?:eak|oke|oken|eaking) off"
            r"|postpon(?:es?|ed|ing)|(?:postponement|cancellation|suspension) of"
            r"|suspend(?:s|ed|ing)?|abort(?:s|ed|ing)?|scrap(?:s|ped)"
            r"|pull\w* out of"
            r"|withdr\w+ from|walk\w* out of|stay(?:s|ed|ing)? away from"
            r"|exit(?:s|ed)|quit|dropp\w+ out of|boycott\w*|failed to (?:hold|attend|show up for"
            r"|turn up for)|skipped|back(?:ed|s|ing) out of"
            r"|(?:did|would|will) not (?:attend|meet|hold))(?: (?!and\b)[\w'-]+){0,5}? ?\Z",
        ),
        (
            Status.REJECTED,
            "before",
            "refused",
            r"\b(?:refus\w+|reject\w+|declin\w+|rul(?:es|ed|ing) out|turn(?:s"
            r"|ed) down)(?: (?!and\b)[\w'-]+){0,6}? ?\Z",
        ),
        (Status.DENIED, "before", "no plans", r"\bno plans? (?:to|for)(?: [\w'-]+){0,4}? ?\Z"),
        (Status.DENIED, "before", "denied", r"\bden(?:y|ies|ied|ying)(?: [\w'-]+){0,6}? ?\Z"),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:during|after|following|since|concluded|completed|finished|attended|ended"
            r"|wrapped up|closed|left)"
            r"(?: (?!to\b|will\b|and\b)[\w'{duration}{date}{actor}{place}-]+){0,5}? ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:in|at|during|after|following|through)(?: (?:the|their|its|these|those|an?|of"
            r"|{duration}|{ordinal}|{count}|{adjective}|latest|landmark|rare)){0,5} ?\Z",
        ),
        (
            Status.ONGOING,
            "after",
            "under way",
            r"[^.;,]{0,50}?\b(?:(?:are|is) (?:now |still |currently )?(?:under ?way|taking place"
            r"|ongoing|continuing|being held|in progress|in session)"
            r"|(?:have|has) (?:now |already |just )?(?:begun|started|opened|resumed|kicked off"
            r"|got under ?way)|continues?|got under ?way|kicked off"
            r"|since {date} for\b)",
        ),
        (
            Status.ONGOING,
            "after",
            "under way",
            r"[^.;]{0,130}?\b(?:went into|entere?[ds]) (?:a|its|their) {ordinal} day\b",
        ),
        (
            Status.COMPLETED,
            "after",
            "told ended",
            r"[^.;,]{0,60}?(?<!be )\b(?:concluded|ended|wrapped up|finished|broke up|closed|lasted"
            r"|is over|are over|were over)\b",
        ),
        (
            Status.COMPLETED,
            "after",
            "told",
            r"[^.;]{0,80}?(?<!be )(?<!to )\b(?:concluded|ended|ends|end|took place|held|lasted"
            r"|wrapped up|finished|did not|failed to|yielded|produced"
            r"|resulted in|led to|broke up|brought|achieved|collapsed|stalled|marked|opened"
            r"|began|closed|is over|are over|were over)\b",
        ),
        (
            Status.PROPOSED,
            "before",
            "hoped for",
            r"\b(?:(?:when|where|whether|ready) to (?:hold|convene|start|resume)"
            r"|propos\w+|initiat\w+|offer\w*|suggest\w*|call(?:s|ed|ing)? for|call(?:s|ed|ing)? on"
            r"|urg\w+|seek\w*|sought|want\w*|hop(?:e|es|ed|ing)"
            r"|could|may|might|should|possib\w+|ready|readiness|willing\w*|invit\w+|consider\w*"
            r"|prospects?|if|whether|expect\w*|likely"
            r"|push\w* for|open to|would like|in talks on|demand\w*|insist\w*)\b[^.;]{0,60}\Z",
        ),
        (
            Status.PROPOSED,
            "after",
            "possible",
            r"[^.;,]{0,12}?(?<!be) (?:expected|anticipated|possible) (?:in|on|for|next|at)\b"
            r"|[^.;]{0,60}?\b(?:could|may|might|should|(?:is|are|was|were) (?:also )?(?:possible"
            r"|expected|likely|proposed|anticipated))\b",
        ),
        (
            Status.SCHEDULED,
            "after",
            "to come",
            r"[^.;]{0,60}?\b(?:(?:will|would|is to|are to|was to|were to|(?:is|are|was"
            r"|were)? ?(?:now )?(?:due|set|scheduled|slated|planned)(?: (?:to|for|in|on))?)"
            r"(?: (?:now|also|then|probably))? ?(?:"
            + _HELD
            + r"\b|(?=in\b|on\b|{date}|{place}|for\b|the\b))|to be held|to take place|(?:will"
            r"|would) (?:\w+ly )?(?:be|focus)\b|scheduled\b"
            r"|(?:is|are|was|were) (?:due|set|slated|planned)\b)",
        ),
        (
            Status.SCHEDULED,
            "before",
            "to come",
            r"\b(?:will|is to|are to|were to|was to|(?:due|set|scheduled|slated|plan\w*"
            r"|agree[ds]?) (?:to|on|for)|(?:planned|scheduled)(?= \Z)|upcoming|ahead of|before"
            r"|until"
            r"|in preparation for|prepar\w+ for|preparations for|arriv\w+ (?:in \S{1,20} )?(?:for"
            r"|to (?:attend|take part in|hold|join|lead))"
            r"|(?:travel\w*|head(?:ed|ing|s)|fly(?:ing)?|flew|going|bound) (?:to|for)"
            r" \S{1,20} for|next|would)\b[^.;]{0,50}\Z",
        ),
        (
            Status.ONGOING,
            "before",
            "under way",
            r"\b(?:(?:are|is|were|have been|has been|been) (?:\w+ )?(?:holding|attending"
            r"|conducting)|in the middle of)(?: [\w'-]+){0,3}? ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "told",
            r"\b(?:was|were|marked|became)(?: (?:the|their|a|only|already)){0,2} ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:in|at|from|held|conducted|through)(?: [\w'-]+){0,4}? ?\Z",
        ),
    )
)
#: Words that make a setting one of the future: "will be raised at the talks".
AHEAD = pattern(
    r"\b(?:will|would|shall|could|may|might|should|expect\w*|hop(?:e|es|ed|ing)|to be|due to"
    r"|(?:scheduled|set|slated|planning|plans|prepar\w+|going) to"
    r"|is to|are to)\b"
)
#: What stands before a verb of meeting.
TENSES = (
    (Status.FAILED, pattern(r"\b(?:should|was to|were to|was due to|were due to) have \Z")),
    (
        Status.FAILED,
        pattern(r"\bhad been (?:due|set|scheduled|slated|supposed|meant) to(?: \w+)? \Z"),
    ),
    (Status.FAILED, pattern(r"(?:\b(?:not|never|failed to|unable to)|n't)(?: \w+)? \Z")),
    (Status.PROPOSED, pattern(r"\b(?:when|where|whether|how) (?:and \w+ )?to \Z")),
    (
        Status.PROPOSED,
        pattern(
            r"\b(?:could|may|might|should|can|(?:hop\w+|want\w*|offer\w*|propos\w+|ready|willing|open"
            r"|invitation|prepared|expect\w*"
            r"|likely|invit\w+|urg\w+|ask\w*|possible)(?: [\w{actor}{person}]+){0,3}? (?:to|that"
            r"|for))(?: [\w-]+){0,3}? \Z"
        ),
    ),
    (
        Status.ONGOING,
        pattern(r"\b(?:are|is|were|was|been)(?: (?:now|currently|still|also))? (?=\Z)"),
    ),
    (
        Status.SCHEDULED,
        pattern(
            r"\b(?:will|shall|to|would|due to|set to|scheduled to|agreed to)(?: (?:again|also"
            r"|now|then|next|each))? \Z"
        ),
    ),
)


def standing_of(mention: Mention, found: DateMention | None, published: date | None) -> Standing:
    """The status that the words give; a day after publication makes a plain telling one to come."""
    if mention.name == "deal":
        return Standing(Status.COMPLETED, mention.trigger, "agreed there")
    told = _of_verb(mention) if mention.verb else None
    told = _as_hoped(mention, told or _of_cues(mention))
    if told is None and mention.line.text.rstrip().endswith("?"):
        return Standing(Status.PROPOSED, mention.trigger, "asked")
    if told and told.status is Status.SCHEDULED and found is None and told.cue != "tense":
        return told._replace(status=Status.PROPOSED)  # to come, but on no day that was agreed
    if told and (told.status is not Status.COMPLETED or (found and on_weekday(found))):
        return told
    if told and told.cue in _TOLD and found and year_is_assumed(found):
        return told
    starts, ends = (date_start(found.edtf), date_end(found.edtf)) if found else (None, None)
    if mention.name == "earlier":
        return told or Standing(Status.COMPLETED, mention.trigger, "earlier")
    if starts and published and starts > published:
        to_come = Standing(Status.SCHEDULED, mention.trigger, "date to come")
        return _as_hoped(mention, to_come) or to_come
    if told is None and ends and published and ends <= published:
        return Standing(Status.COMPLETED, mention.trigger, "date past")
    return told or Standing(Status.REPORTED, mention.trigger, "bare")


#: "The fifth round started in Rome on Friday", with no word of its end.
_OPENED = pattern(
    r"(?:(?!,|\b(?:that|which|when)\b)[^.;]){0,60}?\b(?:beg[au]n|started|opened|resumed|kicked off"
    r"|commenced|got under ?way)\b(?![^.;]{0,90}?\b(?:end\w*|concluded|lasted|broke up|finished)\b)"
)


def opened(mention: Mention) -> bool:
    """Whether the words tell that a meeting began, and not that it ended."""
    text, start = mention.line.text, mention.trigger.start
    if _OPENS.search(text, max(mention.clause.start, start - 60), start):
        return True
    return bool(_OPENED.match(text, mention.trigger.end, mention.after.end))


_OPENS = re.compile(r"\b(?:opened|began|started|resumed)(?: [\w-]+){0,4} \Z")


_TOLD = ("told", "told ended", "tense")
_PRESENT = re.compile(r"(?:meet|meets|gather|convene|reconvene|hold|holds|sit down|begin)\b")


#: "have not met in person since 29 March": that day they met.
_NEVER = re.compile(r"(?:\bnot|n't|\bnever)(?: \w+)? \Z")
_NOT_SINCE = pattern(r"(?: [\w-]+){0,4}? since(?: [\w-]+){0,2}? {date}")


def _of_verb(mention: Mention) -> Standing | None:
    assert mention.verb is not None  # noqa: S101  # asked only of mentions with a verb
    line, verb = mention.line, mention.verb
    never = _NEVER.search(line.text, max(0, verb.start - 20), verb.start)
    if never and (since := _NOT_SINCE.match(line.text, verb.end)):
        return Standing(Status.COMPLETED, Stretch(verb.start, since.end()), "last met")
    off = _first(mention, ("called off", "refused", "denied", "no plans"), verb)
    if off:
        return off
    start = max(mention.clause.start, verb.start - 70)
    for status, rule in TENSES:
        if match := rule.search(line.text, start, verb.start):
            if status is Status.ONGOING and _ON_A_DAY.match(line.text, verb.end):
                status = Status.SCHEDULED
            elif status is Status.ONGOING and not line.text[
                verb.start : verb.end
            ].rstrip().endswith("ing"):
                continue
            return Standing(status, Stretch(match.start(), verb.end), "tense")
    word = line.text[verb.start : verb.end]
    if _PRESENT.match(word):
        return Standing(Status.SCHEDULED, verb, "present")
    return None if word.rstrip().endswith("ing") else Standing(Status.COMPLETED, verb, "tense")


#: "is meeting the minister in Oslo on Friday": not now.
_ON_A_DAY = pattern(r"(?<=meeting)(?: [\w{place}{person}{actor}'-]+){1,6}? on {date}")
_HOPED = pattern(
    r"\b(?:hop\w+|wants?|wanted|suggest\w*|propos\w+|insist\w*|demand\w*|believ\w+|urg\w+"
    r"|possib\w+|confident|optimistic) that (?:[\w{actor}-]+ ){0,4}\Z"
)


def _as_hoped(mention: Mention, told: Standing | None) -> Standing | None:
    """ "Kyiv hopes that talks will resume": what is to come only in hope."""
    text, start = mention.line.text, mention.trigger.start
    hoped = _HOPED.search(text, max(0, start - 70), start)
    if hoped is None or (told and told.status not in (Status.SCHEDULED, Status.COMPLETED)):
        return told
    return Standing(Status.PROPOSED, Stretch(*hoped.span()), "hoped for")


def _of_cues(mention: Mention) -> Standing | None:
    return _first(mention, None, mention.trigger)


def _first(mention: Mention, cues: tuple[str, ...] | None, trigger: Stretch) -> Standing | None:
    text = mention.line.text
    begin = max(mention.clause.start, mention.reach.start, trigger.start - 80)
    for status, side, cue, rule in STANDINGS:
        if cues and cue not in cues:
            continue
        if side == "before":
            match = rule.search(text, begin, max(begin, trigger.start))
        else:
            match = rule.match(text, trigger.end, mention.after.end)
        if match:
            words = Stretch(match.start(), max(match.end(), match.start() + 1))
            if cue == "setting" and _is_ahead(mention, words):
                return Standing(Status.SCHEDULED, words, "to come")
            return Standing(status, words, cue)
    return None


def _is_ahead(mention: Mention, words: Stretch) -> bool:
    """ "will be raised at the talks": a setting of something that is still to come."""
    text = mention.line.text
    return bool(_THERE.match(text, words.start)) and bool(
        AHEAD.search(text, mention.clause.start, words.start)
    )


_THERE = re.compile(r"(?:in|at|during)\b")
