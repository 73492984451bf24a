"""What stands in a list of terms: "to pull out, to cap its army and to grant …", each item read by
the same code: a deed with an action of its own, a topic, or any other concrete deed or thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.kinds.demand.deeds import Deed, deeds_in
from extractors.kinds.demand.topics import HEAD, NO_TERM, topics_in, topics_of_treaty
from extractors.kinds.demand.words import WORDS, Frame
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.territories import territories_at

_TOPICS = 4  # terms without an action of their own that one item names
_MOST = 8  # items of one list


def asked_in(document: Document, line: Line, frame: Frame, scope: Stretch) -> Iterator[Deed]:
    """What is asked between two places. An item of which no deed is known asks another one where
    the frame says so, or where the list has a known one and is one of terms."""
    topics = topics_in if frame.strong else topics_of_treaty
    items = tuple(islice(_items(line, scope), _MOST))
    known = [
        (*deeds_in(document, line, *one), *islice(topics(line, *one), _TOPICS)) for one in items
    ]
    if not any(known):
        known[0] = tuple(deeds_in(document, line, *scope))
    joined = _joined(line, items, known)
    of_terms = any(known) and frame.strong
    for rank, item in enumerate(items):
        forms = _FORMS["any"] if rank and of_terms else _FORMS.get(frame.other, ())
        if rank == 0 and any(known) and frame.other != "any":
            forms = ()
        yield from joined[rank] if known[rank] else islice(_other_in(line, forms, item), 1)
    if frame.other == "land" and not any(known):
        yield from _land_wanted(line, scope)


def _joined(
    line: Line, items: Sequence[Stretch], known: Sequence[Sequence[Deed]]
) -> list[tuple[Deed, ...]]:
    """The same deed asked twice of the same one is one deed with all its land; an item with a
    subject of its own ("and that the rebels leave Goma") asks it of another."""
    joined: list[list[Deed]] = []
    for item, deeds in zip(items, known, strict=True):
        joined.append([])
        anew = bool(joined[1:]) and _OF_ANOTHER.match(line.text, item.start) is not None
        for deed in deeds:
            same = [(row, one) for row in joined for one in row if one.topic == deed.topic]
            if same and not (anew and deed.action != "other"):
                row, one = same[-1]
                land = one.territories + deed.territories
                row[row.index(one)] = one._replace(territories=land)
            else:
                joined[-1].append(deed._replace(of_another=anew))
    return [tuple(row) for row in joined]


_OF_ANOTHER = re.compile(r"(?:that|on|for)\b")
#: Where one item ends and the next begins: "; ", ", to", "and that", ", the lifting of".
_NEXT = pattern(
    r"; (?:and )?|(?:,? (?:and|or|but also|as well as) (?:also )?|, )"
    r"(?=(?:on |for )?(?:that|to|how|not to|for|on)\b"
    r"|(?:an?|the|no|its|their|all|full|more|security) (?!(?:rest|whole|city|town|region|province"
    r"|west|east|north|south)\b)(?:[\w-]+ ){0,2}?[\w-]+ (?:of|to|on|in|for|against|from)\b"
    r"|(?:halt|end|stop|lift|grant|cap|cut|hold|drop|renounce|recogni[sz]e|withdraw|pull|free"
    r"|release|return|disarm|accept|allow|open|reopen|restore|pay|change|amend|remove|dismantle"
    r"|disband|limit|reduce|abandon|give up|hand over|lay down)\b"
    r"|(?!(?:from|with|in|of|by|not|all|both|for|at|on|over|under|after)\b)[a-z-]+(?<!ed)(?<!ing)"
    r"(?<!s) (?:its|their|all|from|back|up|over|out)\b)"
)


def _items(line: Line, scope: Stretch) -> Iterator[Stretch]:
    start = scope.start
    for match in _NEXT.finditer(line.text, scope.start + 1, scope.end):
        yield Stretch(start, match.start())
        start = match.end()
    yield Stretch(start, scope.end)


def _other_in(line: Line, forms: Sequence[Pattern], item: Stretch) -> Iterator[Deed]:
    """Any concrete deed or thing that an item names, save truces, talks and meetings; blows may be
    what is waited for."""
    for words in forms:
        match = words.match(line.text, *item)
        if match and match.groupdict().get("blows"):
            yield Deed("other", "blows", Stretch(*match.span("d")), begin=item.start)
        elif match and not any(rule.search(match["d"][:HEAD]) for rule in (NO_TERM, _NO_THING)):
            topic = match["d"].removeprefix("be ").split(" ")[0]
            freed = topic in ("free", "release")
            action, topic = ("release_captives",) * 2 if freed else ("other", topic)
            yield Deed(action, topic, Stretch(*match.span("d")), begin=item.start)


_AGAIN = (
    r"(?:(?: then| now| also)? (?:is|are|was|were|remains?|includ(?:es?|ed|ing))\b:?)?"
    r"(?:(?: once)? (?:again|more)| anew| repeatedly| publicly| also| instead| (?:on )?{date}){0,2}"
)
#: A verb without an ending, as in "that X hold elections", "to grant status".
_VERB = (
    r"(?!(?:will|would|has|have|had|is|are|was|were|can|could|did|does|do|may|might|must|should"
    r"|not|and|or|in|on|of|to|with|by|for|at|who|which|that|first|fire|be|it|its|their|this|a|an|the|said|says)\b)"
    r"[a-z-]+(?<!ed)(?<!ing)(?<![a-rt-z]s)(?= )"
)
_WHO = (
    r"(?:(?:the |its |their )?{party}(?:'s)?(?: [\w-]+){0,3}?"
    r"|(?:the )?(?:western|european|allied|gulf|arab) (?:countries|states|nations|governments)"
    r"|the west)"
)
#: How an item is worded: "that X do …", "that … be done", "to do …", "an end to …"; as what is
#: waited for, "X resumes …", "its attacks stop"; as what comes first, "do … before talks".
_WORDINGS = {
    "any": (
        _AGAIN
        + rf" ?(?:that )?(?:{_WHO}|it|they)(?: first| also| \w+ly)? (?P<d>{_VERB}[^.;]{{6,}})",
        _AGAIN + r"(?! ?to\b) ?(?:that )?(?:the |its |their |all |an? )?"
        r"(?:(?!\b(?:be|is|are|was|were|has|have|will)\b)[^.;,]){3,70}?"
        r" (?P<d>be (?:\w+ly )?[a-z]*(?:ed|ne|ck|un|en|held|pt)\b[^.;,]{0,50})",
        rf"(?: ?(?:not )?to )?(?P<d>{_VERB}[^.;]{{6,}})",
        r"(?:, [^,;]{1,60},)? ?(?:for |on )?(?:an?|the|more|full|complete|all|its|greater) "
        r"(?!immediate\b|from\b|same\b)"
        r"(?P<d>(?:[a-z-]+ ){0,3}?[a-z-]+ (?:of|to|for|on|in|over|from|with|against)[^.;,]{6,})",
        r" ?(?:for )?(?P<d>(?:maps|access|return|compensation) [^.;]{6,})",
    ),
    "acts": (
        rf"{_WHO} (?P<d>(?:halt|stop|ceas|end|suspend)\w* (?:its|their|his|all) (?:[\w-]+ ){{0,3}}?"
        r"(?P<blows>campaign|{blows}|operations?)\b)",
        rf"(?:{_WHO} )?(?P<d>(?:all |its |their )?(?:[\w-]+ ){{0,2}}?(?P<blows>{{blows}})"
        r"(?: on {party})?"
        r" (?:stop|end|ceas|halt|is lifted|was lifted|are halted|(?:is|was|were|are) over)\w*)\b",
        rf"{_WHO} (?P<d>(?:resum|restor|reconnect|reopen|lift|stop|halt|end|ceas|suspend|remov"
        rf"|pay|apolog"
        r"|dismantl|revers|cancel|drop|honou?r|implement)\w* [^.;,]{5,60})",
        r"(?:the |all )?[^.;,]{3,70}? (?:is|are|was|were|(?:has|have|had) been) (?P<d>(?:reconnect"
        r"|lift|restor|remov|reopen|unfroz|paid|amend|repeal|dissolv|disband)[a-z]*\b[^.;,]{0,40})",
    ),
    "first": (
        r" ?(?P<d>(?!be\b|not\b|have\b)[a-z]+ [^.;,]{4,80}?) before"
        r" (?:any|there|talks|negotiations|peace|an? |its?\b|they\b)",
    ),
}
_FORMS = {
    name: tuple(pattern(words, WORDS) for words in forms) for name, forms in _WORDINGS.items()
}
_NO_THING = re.compile(
    r"\b(?:answers?|explanations?|respect|action|justice|accountability|attention|response|right to"
    r" know|clarity|probe|inquiry|investigation|resignation|end to the (?:war|conflict|killing)"
    r"|help|support|money|pay|wages|peace|settlement|deal|agreement|obligation)\b"
)


def _land_wanted(line: Line, scope: Stretch) -> Iterator[Deed]:
    """'wants all of the Donetsk and Luhansk regions'."""
    gap = _ALL_OF.match(line.text, *scope)
    found = territories_at(line, gap.end() if gap else scope.start, scope.end)
    if found.names and _LAND_ENDS.match(line.text, found.end):
        words = Stretch(scope.start, found.end)
        land = tuple((one.name, one.span) for one in found.names)
        yield Deed("cede_territory", "cede_territory", words, land)


_ALL_OF = re.compile(r" (?:(?:back|full control of|control of|control over) )?")
_LAND_ENDS = re.compile(r"[.,;]|\Z| (?:and|as|before|in|under|for)\b")
