"""The trades that sanctions hit, by the words that name them (FACTS.md, `sectors`)."""

from __future__ import annotations

import re

SECTORS = tuple(
    (sector, re.compile(words))
    for sector, words in (
        ("oil", r"\b(?:oil|crude|petroleum|(?<!gold )refiner(?:y|ies)|rosneft|lukoil)\b"),
        ("gas", r"\b(?:gas|lng|nord stream)\b"),
        ("finance", r"\b(?:banks?|banking|financ\w+|swift|central bank)\b"),
        ("shipping", r"\b(?:tankers?|vessels?|ships?|shipping|shadow fleet|ports?)\b"),
        (
            "defence",
            r"\b(?:defen[cs]e (?:industry|firms|companies|sector|manufacturers)|arms (?:makers"
            r"|embargo|dealers|suppliers)|military[- ]industrial\w*|weapons? (?:makers|suppliers"
            r"|supply|manufacturers)|missile (?:makers|programme|program)|drone (?:makers"
            r"|manufacturers))\b",
        ),
        ("technology", r"\b(?:technolog\w+|chips|semiconductors?|dual-use|electronics)\b"),
        (
            "individuals",
            r"\b(?:individuals|people|persons?|officials|commanders?|leaders?|ministers?|generals?"
            r"|oligarchs|travel bans?|brothers?|judges?|businessmen)\b",
        ),
        ("trade", r"(?<!oil )(?<!gas )(?<!energy )\b(?:imports?|exports?|trade|goods)\b"),
    )
)
