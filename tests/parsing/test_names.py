"""Names as texts have them, and what they mean there: (why, text, expected names)."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.parsing.names import Name, read_names
from extractors.parsing.names.gazetteer import gazetteer
from tests.cases.reading import references
from tests.timing import is_linear

PUBLISHED = date(2025, 7, 24)

#: An expected name is its type and what it means: "actor UKR", "person Donald Trump",
#: "person Hakan Fidan/TUR" where the actor that the person stands for matters too.
CASES: list[tuple[str, str, list[str]]] = [
    # -- spelling variants
    ("Zelensky", "Volodymyr Zelensky spoke.", ["person Volodymyr Zelenskyy/UKR"]),
    ("Zelenskiy", "Zelenskiy spoke.", ["person Volodymyr Zelenskyy"]),
    ("Zelenskyy", "Zelenskyy spoke.", ["person Volodymyr Zelenskyy"]),
    ("Umyerov", "Rustem Umyerov led them.", ["person Rustem Umerov/UKR"]),
    ("Umierov", "Rustem Umierov led them.", ["person Rustem Umerov"]),
    ("accents", "Recep Tayyip Erdoğan hosted them.", ["person Recep Tayyip Erdogan/TUR"]),
    ("surname with an accent", "Erdoğan hosted them.", ["person Recep Tayyip Erdogan"]),
    ("old spelling of a capital", "Kiev rejected the offer.", ["actor UKR"]),
    ("Türkiye", "Türkiye offered to host.", ["actor TUR"]),
    ("Araqchi", "Araqchi flew home.", ["person Abbas Araghchi/IRN"]),
    ("US with full stops", "The U.S. welcomed it.", ["actor USA"]),
    ("the word us", "He told us so.", []),
    ("Houthis are one group", "The Houthis agreed.", ["actor houthis"]),
    ("another name of the group", "Ansar Allah agreed.", ["actor houthis"]),
    # -- offices and titles that name a state
    (
        "state, office and name are one person",
        "Turkish Foreign Minister Hakan Fidan opened the meeting.",
        ["person Hakan Fidan/TUR"],
    ),
    ("an office without a name", "The Turkish foreign minister opened it.", ["actor TUR"]),
    ("possessive state", "Ukraine’s President Zelensky left.", ["person Volodymyr Zelenskyy"]),
    (
        "plain possessive",
        "Russia's lead negotiator, Vladimir Medinsky, agreed.",
        ["person Vladimir Medinsky/RUS"],
    ),
    ("President Trump's", "President Trump's deadline passed.", ["person Donald Trump/USA"]),
    ("US President", "US President Donald Trump spoke.", ["person Donald Trump/USA"]),
    ("U.S. President", "U.S. President Donald Trump spoke.", ["person Donald Trump/USA"]),
    ("Mr Putin", "Mr Putin declined.", ["person Vladimir Putin/RUS"]),
    ("Mr. Putin", "Mr. Putin declined.", ["person Vladimir Putin"]),
    ("knighted", "Sir Keir Starmer flew in.", ["person Keir Starmer/GBR"]),
    (
        "a counterpart",
        "Trump warned his Russian counterpart, Vladimir Putin, again.",
        ["person Donald Trump", "person Vladimir Putin/RUS"],
    ),
    (
        "the office after the name stays apart",
        "Andrii Sybiha, Ukraine's foreign minister, spoke.",
        ["person Andrii Sybiha/UKR", "actor UKR"],
    ),
    (
        "Russian President",
        "Russian President Vladimir Putin declined.",
        ["person Vladimir Putin/RUS"],
    ),
    # -- surnames and people of the same surname
    ("surname of a known person", "Putin declined.", ["person Vladimir Putin"]),
    ("another first name", "Melania Trump wrote a letter.", ["person Melania Trump"]),
    ("a son", "Donald Trump Jr flew to Kyiv.", ["place Kyiv"]),
    ("a tower", "They met at Trump Tower.", []),
    ("a surname after a day", "On Monday Trump spoke.", ["person Donald Trump"]),
    ("a surname opening a sentence after one", "It ended. Trump left.", ["person Donald Trump"]),
    ("possessive before it", "Moscow’s Putin declined.", ["actor RUS", "person Vladimir Putin"]),
    ("surname before the full name means nobody", "Kamel spoke.", []),
    (
        "surname after the full name",
        "Abbas Kamel flew to Doha. Kamel spoke.",
        ["person Abbas Kamel", "place Doha", "person Abbas Kamel"],
    ),
    (
        "a known surname as a first name",
        "Jafar Hassan hosted them. Hezbollah lawmaker Hassan Karama said so.",
        ["person Jafar Hassan/JOR", "person Hassan Karama/hezbollah"],
    ),
    (
        "a known surname before a surname with al-",
        "Kamil Idris left. Minister Idris al-Karama stayed.",
        ["person Kamil Idris", "person Idris al-Karama"],
    ),
    (
        "a headline's verb is no surname",
        "Mahmoud Abbas left.\nPresident Abbas Urges Calm\nIt ended.",
        ["person Mahmoud Abbas", "person Mahmoud Abbas"],
    ),
    (
        "a day after a surname",
        "Abbas Kamel left. Kamel Monday met them.",
        ["person Abbas Kamel", "person Abbas Kamel"],
    ),
    (
        "an administration after a surname",
        "Shehbaz Sharif left. The Sharif Administration stayed.",
        ["person Shehbaz Sharif", "person Shehbaz Sharif"],
    ),
    (
        "two spellings that overlap",
        "Sheikh Abdullah bin Zayed Al Nahyan said so.",
        ["person Abdullah bin Zayed/ARE"],
    ),
    ("the longest name wins", "The Washington Post reported it.", ["outlet washington_post"]),
    # -- persons whom no list knows
    (
        "an office before the name",
        "Foreign ministry spokesman Pavlo Hrytsai spoke.",
        ["person Pavlo Hrytsai"],
    ),
    (
        "an office gives the state",
        "Ukrainian negotiator Pavlo Hrytsai spoke.",
        ["person Pavlo Hrytsai/UKR"],
    ),
    ("a verb of saying after it", "Pavlo Hrytsai said so.", ["person Pavlo Hrytsai"]),
    ("a verb of saying before it", "It is late, said Pavlo Hrytsai.", ["person Pavlo Hrytsai"]),
    (
        "an office after the name",
        "Pavlo Hrytsai, the deputy commander, spoke.",
        ["person Pavlo Hrytsai"],
    ),
    (
        "surname again",
        "Pavlo Hrytsai, a negotiator, spoke. Hrytsai left.",
        ["person Pavlo Hrytsai", "person Pavlo Hrytsai"],
    ),
    (
        "possessive surname again",
        "Pavlo Hrytsai, a negotiator, spoke. Hrytsai’s car left.",
        ["person Pavlo Hrytsai", "person Pavlo Hrytsai"],
    ),
    (
        "a name of three parts",
        "Major General Muhammad Jama Warsame said so.",
        ["person Muhammad Jama Warsame"],
    ),
    ("an initial", "General John T. Barlow said so.", ["person John T. Barlow"]),
    ("bare capitals are no person", "Big Bear ran home.", []),
    ("a firm is no person", "Acme Widgets sold its share.", []),
    ("no person out of a day", "On Monday Marta left.", []),
    # -- Arabic names
    (
        "al- in a surname",
        "Qatari spokesman Faisal al-Harbi said so.",
        ["person Faisal al-Harbi/QAT"],
    ),
    (
        "surname with al- again",
        "Faisal al-Harbi, the spokesman, left. Al-Harbi denied it.",
        ["person Faisal al-Harbi", "person Faisal al-Harbi"],
    ),
    (
        "al- in lower case again",
        "Faisal al-Harbi, the spokesman, left. Then al-Harbi denied it.",
        ["person Faisal al-Harbi", "person Faisal al-Harbi"],
    ),
    (
        "bin",
        "Prince Khalid bin Talal said so.",
        ["person Khalid bin Talal"],
    ),
    ("a known one", "Majed al-Ansari said so.", ["person Majed al-Ansari/QAT"]),
    ("the same with Al", "Majed Al Ansari said so.", ["person Majed al-Ansari"]),
    # -- places and actors
    ("in a capital", "They met in Moscow.", ["place Moscow"]),
    ("a capital says", "Moscow said it agreed.", ["actor RUS"]),
    ("a capital's", "Moscow’s demands grew.", ["actor RUS"]),
    ("a capital's city things", "Moscow’s airports closed.", ["place Moscow"]),
    ("Kyiv and Moscow", "Kyiv and Moscow agreed.", ["actor UKR", "actor RUS"]),
    (
        "between capitals as states",
        "Talks between Kyiv and Moscow stalled.",
        ["actor UKR", "actor RUS"],
    ),
    ("flew to a capital", "He flew to Ankara.", ["place Ankara"]),
    ("returned from a capital", "He returned from Tehran.", ["place Tehran"]),
    ("a capital by apposition", "They met in the Omani capital.", ["place Muscat"]),
    ("its capital, in dashes", "In Qatar’s capital they met.", ["place Doha"]),
    ("in a state", "They met in Qatar.", ["place QAT"]),
    ("a state acts", "Qatar said so.", ["actor QAT"]),
    ("a city of a state", "They met in the Turkish city.", ["place TUR"]),
    ("a city of the list", "They met in Istanbul.", ["place Istanbul"]),
    ("an explosion near", "Drones fell near Kyiv.", ["place Kyiv"]),
    ("a hyphen makes a place", "The Moscow-based bank closed.", ["place Moscow"]),
    ("a government seat", "The Kremlin said no.", ["actor RUS"]),
    ("another seat", "The White House said no.", ["actor USA"]),
    (
        "a border of two",
        "along the Ukrainian-Belarusian border",
        ["place Ukrainian-Belarusian border"],
    ),
    ("a border of one", "at the Belarusian border", ["place Belarusian border"]),
    ("two borders' states", "the Thai-Cambodian border is shut", ["place Thai-Cambodian border"]),
    ("the border with", "at the border with Belarus", ["place BLR"]),
    (
        "the border between",
        "on the border between Armenia and Azerbaijan",
        ["place ARM", "place AZE"],
    ),
    ("people of a state", "Thirty Ukrainians came home.", ["actor UKR"]),
    ("Papua New Guinea is not Guinea", "Papua New Guinea agreed.", ["actor PNG"]),
    ("New Mexico is no state here", "He lives in New Mexico.", ["place New Mexico"]),
    ("pressure on a state stays the state", "He put pressure on Moscow.", ["actor RUS"]),
    ("the war in a state", "The war in Ukraine goes on.", ["place UKR"]),
    # -- datelines
    ("a dateline", "KYIV, July 24 (Reuters) - Talks ended.", ["place Kyiv", "outlet reuters"]),
    ("a dateline with a dash", "JERUSALEM — Talks ended.", ["place Jerusalem"]),
    (
        "two cities in a dateline",
        "MOSCOW/KYIV, July 24 - It ended.",
        ["place Moscow", "place Kyiv"],
    ),
    ("a dateline of the list's city", "ISTANBUL (AP) — It ended.", ["place Istanbul", "outlet ap"]),
    ("a dateline in lower case", "Moscow, 24 July - It ended.", ["place Moscow"]),
    # -- words that are names elsewhere
    ("Jordan the state", "Jordan hosted them.", ["actor JOR"]),
    ("Jordan the first name", "Jordan Bardella spoke.", []),
    ("Chad the first name", "Chad Smith drummed.", []),
    ("Chad the state", "Chad closed its border.", ["actor TCD"]),
    ("Israel the first name", "Israel Katz warned them.", ["person Israel Katz/ISR"]),
    ("Georgia the first name", "Georgia Parker won gold.", []),
    ("the bird", "They ate turkey.", []),
    ("the month", "It ended in May.", []),
    ("the verb", "May it last.", []),
    ("time", "Time is short.", []),
    ("a post", "The post was taken.", []),
    ("a guardian", "Guardian angels sang.", []),
    ("a mirror", "The mirror broke.", []),
    ("a sun", "The Sun rose at five.", []),
    ("the independent", "Independent observers came.", []),
    ("an agency", "TASS reported it.", ["outlet tass"]),
    ("a paper", "The Guardian reported it.", ["outlet the_guardian"]),
    ("no state of the region", "The Gulf state offered to host.", []),
    ("congress", "Congress voted.", []),
    ("a treaty", "The Minsk agreements failed.", ["place Minsk"]),
    ("conventions", "under the Geneva Conventions", []),
    ("talks of a capital", "The Moscow talks stalled.", ["place Moscow"]),
    ("talks of two states", "Kyiv-Moscow talks stalled.", ["actor UKR", "actor RUS"]),
    (
        "both presidents",
        "Presidents Trump and Putin met.",
        ["person Donald Trump", "person Vladimir Putin"],
    ),
    ("a tabloid's capitals", "DONALD Trump has lost patience.", ["person Donald Trump"]),
    ("an adverb opens", "Eventually Putin agreed.", ["person Vladimir Putin"]),
    (
        "a dateline with the state",
        "KYIV, Ukraine (AP) — It ended.",
        ["place Kyiv", "place UKR", "outlet ap"],
    ),
    ("capitals that are no city", "BREAKING — It ended.", []),
    (
        "office after the name with its state",
        "Pavlo Hrytsai, Ukraine’s deputy commander, left.",
        ["person Pavlo Hrytsai/UKR", "actor UKR"],
    ),
    (
        "offices in capitals",
        "Ukrainian Deputy Defence Minister Pavlo Hrytsai left.",
        ["person Pavlo Hrytsai/UKR"],
    ),
    ("a place before an office", "In Salt Creek, the minister left.", []),
    ("Michael Jordan", "Then Michael Jordan scored.", []),
    ("King of Jordan", "King Abdullah of Jordan left.", ["person King Abdullah II", "actor JOR"]),
    (
        "an office of a body before the name",
        "A spokesman for the Taliban, Zabihullah Mujahid, left.",
        ["actor taliban", "person Zabihullah Mujahid"],
    ),
    # -- groups and authorities
    ("an army stands for its state", "The IDF struck.", ["actor ISR"]),
    ("a body", "The UN called for calm.", ["actor un"]),
    ("a union", "The European Union imposed it.", ["actor eu"]),
    ("Hamas and its state", "Hamas freed Israelis.", ["actor hamas", "actor ISR"]),
    ("a group's possessive", "Hamas’s leaders left.", ["actor hamas"]),
    (
        "the TPLF's",
        "Abiy Ahmed gave the TPLF's leaders a week. Abiy waited.",
        ["person Abiy Ahmed", "actor tplf", "person Abiy Ahmed"],
    ),
]


def _short(name: Name, like: str) -> str:
    actor = f"/{name.actor}" if "/" in like else ""
    return f"{name.type.value} {name.name}{actor}"


@pytest.mark.parametrize(("why", "text", "expected"), CASES)
def test_names(why: str, text: str, expected: list[str]) -> None:
    names = read_names(text, gazetteer(references()), PUBLISHED)
    likes = [*expected, *[""] * len(names)]
    assert [_short(name, like) for name, like in zip(names, likes, strict=False)] == expected, why
    for name in names:
        assert name.span.covers(name.head)


HOSTILE = [
    "Donald Trump ",
    "Pavlo Hrytsai said so. ",
    "General Pavlo Hrytsai, the commander. ",
    "A-",
    "Aa Bb ",
    "Aa-",
    "Kyiv-",
    "of the ",
    "Minister ",
    "’s ",
    "\n",
    " ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_linear_time(unit: str) -> None:
    """Four times the text takes no more than about four times as long."""
    names = gazetteer(references())
    assert is_linear(lambda size: read_names(unit * (size // len(unit)), names, PUBLISHED))
