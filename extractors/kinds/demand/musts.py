"""The frames of terms told as what must be: "X must …, said Y", "a deal must …"."""

from __future__ import annotations

from extractors.kinds.demand.words import WORDS, Frame
from extractors.parsing.tape import pattern

MUSTS = (
    Frame(
        "must",
        pattern(
            r"(?:(?P<t>{party})|\b(?:western|european|allied) (?:nations|countries|states"
            r"|governments)"
            r"|\bthe west)(?:, [^.;,]{2,40},|(?:(?!\b(?:that|which)\b)[^.;,\ue005\ue006]){0,50}?)"
            r" (?:also )?{modal} (?:now )?(?!have\b|be held"
            r"|(?:also )?(?:remember|understand|know\b|reali[sz]e|bear in mind))",
            WORDS,
        ),
        "speaker",
        other="first",
    ),
    Frame(
        "they must",
        pattern(r"(?:\A|[\"'] ?|\bhow |\bthat )(?:they|you) {modal}", WORDS),
        "foe",
        strong=False,
    ),
    Frame(
        "must be",
        pattern(
            r"\b(?:{held}|children|{troops}|weapons|sanctions|blockade|siege|constitution)\b"
            r"[^.;,]{0,40}? {modal} (?:also |first |all |immediately ){0,2}(?:come (?:back|home)"
            r"|return\b|go (?:free|home)|be (?:\w+ly )?"
            r"(?:released|freed|returned|withdrawn|handed|lifted|disarmed|brought|pulled|removed"
            r"|changed|amended|sent|surrendered))\b",
            WORDS,
        ),
        "speaker",
    ),
    Frame(
        "takes effect only",
        pattern(
            r"\b(?:truce|ceasefire|cease-fire|deal|agreement|accord|halt|moratorium)"
            r"(?: [^.;,]{1,50}?)? (?:would|will"
            r"|can|could) (?:only )?(?:take (?:effect|force|hold)|come into (?:force|effect)|begin"
            r"|start|apply|work|be (?:possible|signed|carried out|implemented))\b[^.;]{0,30}?"
            r" (?:only )?(?:once|after|if|when|provided)\b(?= (?:the |its "
            r"|all )?[\w\ue005-\ue007])",
            WORDS,
        ),
        "speaker",
        other="acts",
    ),
    Frame(
        "must end",
        pattern(
            r"\b(?:weapons?|arms|military (?:aid|assistance|support)|mobili[sz]ation)\b"
            r"[^.;,]{0,40}? {modal} (?:also |first |be )?(?:stop|end|cease|halt)(?:ped|ed)?\b",
            WORDS,
        ),
        "speaker",
    ),
    Frame(
        "deal must",
        pattern(
            r"\b(?:deal|agreement|settlement|truce|ceasefire|accord|peace|solution|plan|treaty)"
            r"(?:,? (?:which|that)(?:, [^.;,]{3,40},)?|, (?:it|he|she|the text|{party}) (?:says?"
            r"|said),)?"
            r" (?:{modal}(?= \"?(?:include|involve|recogni[sz]e|make|enshrine|contain|oblige"
            r"|guarantee|ensure|mean"
            r"|begin with|rule out|exclude|provide for|prevent|require"
            r"|eliminate|address))"
            r"|would (?:have to |also )?(?:require|include|involve)"
            r"|(?:also )?(?:requires|depends on|presupposes))\b",
            WORDS,
        ),
        "speaker",
    ),
)
