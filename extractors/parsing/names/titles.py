"""The words of offices that stand before a name: "former defence minister", "chief negotiator"."""

from __future__ import annotations

import re


def word_set(written: str) -> frozenset[str]:
    """The words of a list written in one string."""
    return frozenset(written.split())


MODIFIERS = word_set(
    "former ex acting outgoing interim then then- ex- current late new first second vice deputy "
    "prime crown grand supreme chief lead leading top senior junior principal special "
    "presidential parliamentary personal permanent official unofficial main joint foreign "
    "external affairs defence defense interior home justice finance economy energy culture "
    "information communications security national state emergency military army navy naval air "
    "force ground intelligence police border guard political diplomatic civil humanitarian "
    "human rights children's children’s peace hostage hostages prisoner prisoners of war "
    "delegation negotiating ceasefire truce talks ministry department government governor's "
    "cabinet council committee "
    "commission staff general parliament party opposition rebel separatist militia faction "
    "regional provincial middle east kremlin high chief-of-staff crisis coordination "
    "headquarters and for the"
)
HEADS = word_set(
    "president premier minister chancellor king queen emir sultan prince sheikh sheik sayyid pope "
    "cardinal ayatollah imam mullah maulvi mawlawi secretary secretary-general undersecretary "
    "spokesman spokeswoman spokesperson spokespeople envoy negotiator mediator adviser advisor "
    "aide ambassador representative rapporteur coordinator commissioner ombudsman ombudswoman "
    "ombudsperson chief head leader commander commander-in-chief general lieutenant-general "
    "major-general lieutenant colonel major captain brigadier admiral marshal sergeant gen lt "
    "col maj capt adm governor mayor director chairman chairwoman chair speaker senator "
    "lawmaker congressman diplomat delegate counterpart warlord strongman official officer mr "
    "mrs ms dr sir professor vice-president vice-premier vice-chancellor vice-chairman co-chair "
    "under-secretary under-secretary-general director-general prosecutor consul princess mp rep "
    "sen congresswoman"
)

_WORD = re.compile(r"[A-Za-z][\w’'.-]*")

COURTESY = word_set("mr mrs ms dr sir")
_LONGEST = 8  # words of an office before a name
_SHORT_FORMS = word_set("gen lt col maj capt adm brig sgt cmdr mr mrs ms dr prof sen rep gov")


def title_before(text: str, end: int, floor: int) -> int | None:
    """Where the office begins that ends at `end` (the start of a name); None where there is none.

    `floor` is how far back it may reach. Linear: looks at no more than eight words.
    """
    window = max(floor, end - 90)
    words = [match.span() for match in _WORD.finditer(text, window, end)]
    if not words or not _adjoins(text[words[-1][1] : end]):
        return None
    if _plain(text, words[-1]) not in HEADS:
        return None
    start = words[-1][0]
    for begin, stop in reversed(words[-_LONGEST:-1]):
        gap = text[stop:start]
        word = (begin, stop)
        apart = gap.strip(" -") or _ends_sentence(text, word)
        if apart or _plain(text, word) not in MODIFIERS | HEADS:
            break
        start = begin
    return _without_leading(text, start, end)


def _adjoins(gap: str) -> bool:
    return gap in (" ", ", ", "\u00a0")


def _ends_sentence(text: str, span: tuple[int, int]) -> bool:
    """ "took the chair. Defence Minister Umerov" holds two sentences; "Lt. Gen. Budanov" one."""
    word = text[span[0] : span[1]]
    return word.endswith(".") and word.lower().rstrip(".") not in _SHORT_FORMS


def _plain(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]].lower().rstrip(".")


def _without_leading(text: str, start: int, end: int) -> int:
    """Offices do not begin with a joining word."""
    for match in _WORD.finditer(text, start, end):
        if match.group().lower() not in ("and", "of", "for", "the"):
            return match.start()
    return start
