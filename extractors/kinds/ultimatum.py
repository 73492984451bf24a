"""Do this by then, or else: deadlines and threats of one side to another. The language of ultimatums
without a time or a threat is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from extractors.fact import Fields, Status
from extractors.kinds.claim import Claim, Kind, Slots
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document, Line
from extractors.parsing.gazetteer import NameType
from extractors.parsing.names import Name
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Count, Edtf

VERSION = 1


class Ultimatum(Fields):
    """FACTS.md, kind 7. `due_on` is derived where `issued_on` and `days` are known."""

    kind: ClassVar[str] = "ultimatum"

    issuer: str
    issuer_person: str | None = None
    target: str
    days: Count | None = None
    issued_on: Edtf | None = None
    due_on: Edtf | None = None
    demand: str | None = None
    consequences: tuple[str, ...] = ()


_WORDS = {
    "gave": r"(?:g(?:ives|ave|iven|iving|ive)|set(?:s|ting)?|issu(?:es|ed|ing|e)|impos(?:es|ed|ing|e)|hand(?:s|ed|ing)"
    r"|deliver(?:s|ed|ing)?|announc(?:es|ed|ing|e)|present(?:s|ed|ing)?|laid down|slapp(?:ed|ing))",
    "told": r"(?:t(?:ells|old|elling|ell)|warn(?:s|ed|ing)?|order(?:s|ed|ing)?|urg(?:es|ed|ing|e)|demand(?:s|ed|ing)?(?: that)?"
    r"|call(?:s|ed|ing)? on|ask(?:s|ed|ing)?)",
    "deadline": r"(?:deadlines?|ultimatum|time ?limit)",
    "party": r"(?:[{actor}{person}])",
    "threat": r"(?:threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing|ings)?|vow(?:s|ed|ing)?)",
}
_WORDS = {name: words.replace("{actor}{person}", "\ue005\ue006") for name, words in _WORDS.items()}
_OR_ELSE = (
    r"\bor (?:else|(?:will |would )?(?:face|risk|suffer|be |endure|all hell|see|incur|pay|expect))"
)

#: (rule, words). `i` is who sets it, `t` who is to obey; what is missing is looked for beside it.
_RULES = tuple(
    (name, pattern(words, _WORDS))
    for name, words in (
        (
            "gave a time",
            r"(?P<i>{party})?(?:'s)?(?: [\w-]+){0,3}? {gave} (?:(?P<t>{party})|(?:the|his|its|their) [^,.;]{1,60}?(?P<t2>{party}))?"
            r"(?: [\w-]+){0,4}? (?:an? |the |his |its |only |just |another |until )*(?:(?P<d>{duration})|(?P<w>{date}))",
        ),
        (
            "named deadline",
            r"(?:(?P<d>{duration})|(?P<w>{date}))(?:'s|s')?(?: [\w-]+){0,2} {deadline}",
        ),
        (
            "deadline of",
            r"\b{deadline} (?:of|for|to|by|until|on|is|was|expires?|expiring|at)(?: [^.;]{0,60}?)? (?:(?P<d>{duration})|(?P<w>{date}))",
        ),
        (
            "told within",
            r"{told} (?:the )?(?P<t>{party})[^.;]{0,120}?\b(?:within|in|by|before|until|no later than)(?: the)? (?:(?P<d>{duration})|(?P<w>{date}))",
        ),
        (
            "has a time",
            r"(?P<t>{party}) (?:has|have|had|was given|were given|is given)(?: only| just| until| now)? (?:(?P<d>{duration})|(?P<w>{date})) to\b",
        ),
        (
            "within or else",
            r"\b(?:within|in|by|before|until)(?: the)? (?:(?P<d>{duration})|(?P<w>{date}))[^.;]{0,40}?"
            + _OR_ELSE,
        ),
        (
            "unless",
            r"\bunless [^.;]{0,120}?(?:within|in|by|before|until)(?: the)? (?:(?P<d>{duration})|(?P<w>{date}))",
        ),
        ("ultimatum", r"\bultimatum\b"),
        ("or else", _OR_ELSE),
    )
)
_TOPIC = re.compile(
    r"\b(?:war|ceasefire|truce|peace|troops|hostages?|invasion|military|sanctions|tariffs|rebels|missiles?|conflict"
    r"|nuclear|fighters|strikes)\b",
    re.IGNORECASE,
)
_CONSEQUENCES = tuple(
    (name, pattern(words))
    for name, words in (
        (
            "secondary_sanctions",
            r"\bsecondary (?:sanctions|tariffs)|sanctions (?:on|against) (?:countries|buyers|those)",
        ),
        ("tariffs", r"(?<!secondary )\btariffs?\b"),
        ("sanctions", r"(?<!secondary )\bsanctions?\b(?! (?:on|against) (?:countries|buyers))"),
        (
            "military",
            r"\b(?:military (?:action|force|intervention|response|operation)|use of force|air ?strikes?|strikes?|bomb(?:ing|s|ed)?"
            r"|attack(?:s|ed)?|invasion|invade|offensive|assault|all hell|resum(?:e|ing|ption) (?:of )?(?:fighting|the war)|by force"
            r"|march on|annihilat\w+|destroy(?:ed)?|eliminat\w+|war)\b(?<!the war)(?<!end the war)",
        ),
        (
            "aid_cut",
            r"\b(?:cut|halt|suspend|stop|withhold|end)(?:ting|ing)? (?:\w+ ){0,2}aid\b|\baid (?:would|will) be (?:cut|halted)",
        ),
    )
)
_SUBJECT = pattern(r"(?P<i>{party})(?:'s| |,)", _WORDS)
_TARGET = pattern(
    r"\b(?:for|to|on|at|against|unless|if|that|{gave}|{told}|pressure|pressing|pressed|demand\w*)(?: the| his| its)?"
    r"(?: [\w-]+){0,3}? (?P<t>{party})",
    _WORDS,
)
_NO = pattern(
    r"\b(?:no|not an?|den(?:y|ied|ies)[^.;]{0,40}|never|without an?) (?:\w+ ){0,2}?{deadline}",
    _WORDS,
)
_COLOUR = pattern(
    r"\b(?:language|rhetoric|tone|speak\w*|talk) (?:of|in) (?:the )?(?:ultimatum|threat)|\bultimatum(?:s)? (?:is|are) unacceptable"
)
_REFUSED = pattern(
    r"\b(?:reject|dismiss|defi|ignor|shrugg?ed off|brush)\w*(?: [\w'\ue005\ue006-]+){0,3} {deadline}",
    _WORDS,
)
_DEMAND = pattern(
    r"\bto (?P<what>(?!{party}|the\b)[a-z][^.;,\"]{3,120}?)(?= or (?:face|else|risk|suffer|be)|,| within| by \ue004| in \ue002|[.;\"]|\Z)",
    _WORDS,
)


class _Found(NamedTuple):
    """A rule's hit: the words, the parties they name, and the time."""

    line: Line
    rule: str
    stretch: Stretch
    issuer: tuple[int, Name] | None
    target: tuple[int, Name] | None
    time: Duration | DateMention | None


def _read(document: Document) -> Iterator[Claim]:
    if not _TOPIC.search(document.article.text):
        return
    for line in document.lines:
        found = _found(line)
        if found and (claim := _claim(document, found)):
            yield claim


def _found(line: Line) -> _Found | None:
    """The first rule that fires; a sentence sets one deadline."""
    if _COLOUR.search(line.text) or _REFUSED.search(line.text):
        return None
    for rule, words in _RULES:
        for match in words.finditer(line.text):
            found = _hit(line, rule, match)
            if found:
                return found
    return None


def _hit(line: Line, rule: str, match: re.Match[str]) -> _Found | None:
    groups = match.groupdict()
    target = _name(line, match, "t") or _name(line, match, "t2")
    issuer = _name(line, match, "i")
    time = _time(line, match, groups)
    if time is None and rule not in ("ultimatum", "or else"):
        return None
    if rule == "gave a time" and not _is_deadline(line, match):
        return None
    return _Found(line, rule, Stretch(*match.span()), issuer, target, time)


def _is_deadline(line: Line, match: re.Match[str]) -> bool:
    return bool(_DEADLINE_FOLLOWS.match(line.text, match.end()))


_DEADLINE_FOLLOWS = pattern(r"(?: [\w-]+){0,2}? (?:{deadline}|to\b|or\b|in which)|,? or\b", _WORDS)


def _name(line: Line, match: re.Match[str], label: str) -> tuple[int, Name] | None:
    if not match.groupdict().get(label):
        return None
    name = line.tape.at(match.start(label))
    return (match.start(label), name) if isinstance(name, Name) and name.actor else None


def _time(
    line: Line, match: re.Match[str], groups: dict[str, str | None]
) -> Duration | DateMention | None:
    for label in ("d", "w"):
        if groups.get(label):
            time = line.tape.at(match.start(label))
            if isinstance(time, DateMention) or (
                isinstance(time, Duration) and time.unit in ("days", "hours", "weeks", "months")
            ):
                return time
    return None


def _claim(document: Document, found: _Found) -> Claim | None:
    line = found.line
    issuer = found.issuer or _before(line, found)
    target = found.target or _after(line, found, issuer)
    if issuer is None or target is None or issuer[1].actor == target[1].actor:
        return None
    slots = Slots()
    _put_party(slots, "issuer", issuer[1])
    _put_party(slots, "target", target[1])
    _put_time(slots, found)
    for name, rule in _CONSEQUENCES:
        if match := rule.search(line.text):
            slots.member("consequences", name, line.tape.span(*match.span()))
    if match := _DEMAND.search(line.text, found.stretch.start):
        span = line.tape.span(*match.span("what"))
        slots.put("demand", span.of(document.article.text), span)
    status = _status(line, slots)
    if status is None:
        return None
    return slots.claim(
        Ultimatum, (status, line.tape.span(*found.stretch)), (line, found.stretch.start), found.rule
    )


def _status(line: Line, slots: Slots) -> Status | None:
    timed = "days" in slots.values or "due_on" in slots.values
    threat = "consequences" in slots.values
    if _NO.search(line.text):
        return Status.DENIED
    if threat or "ultimatum" in line.text:
        return Status.THREATENED if timed or threat else None
    return Status.DEMANDED if timed else None


def _put_party(slots: Slots, field: str, name: Name) -> None:
    slots.put(field, name.actor, name.span)
    if field == "issuer" and name.type is NameType.PERSON:
        slots.put("issuer_person", name.name, name.head)


def _put_time(slots: Slots, found: _Found) -> None:
    line = found.line
    if isinstance(found.time, Duration) and (days := found.time.days()):
        slots.put("days", days, found.time.span)
    elif isinstance(found.time, DateMention):
        slots.put("due_on", found.time.edtf, found.time.span)
    issued = next(
        (
            mention
            for _, mention in line.tape.annotations()
            if isinstance(mention, DateMention)
            and mention.role == "at"
            and mention is not found.time
        ),
        None,
    )
    if issued:
        slots.put("issued_on", issued.edtf, issued.span)
        given = slots.values.get("days")
        if isinstance(given, Count) and given.best and (due := _plus(issued.edtf, given.best)):
            slots.put("due_on", due, "issued_on+days")


def _plus(edtf: str, days: int) -> str | None:
    """A day plus days; a day of an open year stays within it."""
    if len(edtf) != 10:
        return None
    open_year = edtf.startswith("XXXX")
    day = date.fromisoformat(edtf.replace("XXXX", "2025")) + timedelta(days=days)
    if open_year:
        return f"XXXX-{day:%m-%d}" if day.year == 2025 else None
    return day.isoformat()


def _before(line: Line, found: _Found) -> tuple[int, Name] | None:
    """Who sets it: the first to act in the sentence before the deadline, else a sentence's only one."""
    for place, name in line.names(NameType.PERSON, 0, found.stretch.start + 1):
        if name.actor:
            return place, name
    return next(iter(line.names(NameType.ACTOR, 0, found.stretch.start + 1)), None)


def _after(line: Line, found: _Found, issuer: tuple[int, Name] | None) -> tuple[int, Name] | None:
    """Who is to obey: after a word that points at them, nearest to the deadline first."""
    hits = []
    for match in _TARGET.finditer(line.text):
        name = _name(line, match, "t")
        if name and issuer and name[1].actor != issuer[1].actor:
            hits.append(name)
    return min(hits, key=lambda hit: abs(hit[0] - found.stretch.start), default=None)


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Ultimatum)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Ultimatum)  # noqa: S101  # only this kind's claims come here
    if (mine.issuer, mine.target) != (theirs.issuer, theirs.target):
        return False
    return all(
        a is None or b is None or a == b
        for a, b in ((mine.days, theirs.days), (mine.due_on, theirs.due_on))
    )


KIND = Kind(Ultimatum.kind, VERSION, _read, _same)
