"""Who says so, at a place of the text: (why, text, place, chain)."""

from __future__ import annotations

import pytest

from extractors.article import Article, PublishedBasis
from extractors.parsing.document import Document
from extractors.parsing.names.gazetteer import gazetteer
from tests.cases.reading import Case, facts_of, references
from tests.parsing.attribution_in_news import NEWS
from tests.timing import is_linear

#: The chain is asked at the words `place`; "" is the article's own voice. Hops are parted by " < ".
CASES: list[tuple[str, str, str, str]] = [
    # -- a sentence of nobody's between two
    (
        "between two sentences of one speaker",
        "According to Umerov, the wounded are home. This brings the total to 900. It was hard,"
        " Umerov said.",
        "900",
        "Rustem Umerov speaker",
    ),
    (
        "between those of two speakers",
        "According to Umerov, the wounded are home. The total stands at 900."
        " It was hard, Putin said.",
        "900",
        "",
    ),
    (
        "the second one in another paragraph",
        "According to Umerov, the wounded are home. The total stands at 900.\n\n"
        "It was hard, Umerov said.",
        "900",
        "",
    ),
    # -- indirect speech, speaker before
    ("said that", "Rustem Umerov said that 250 were freed.", "250", "Rustem Umerov speaker"),
    ("said without that", "Umerov said 250 were freed.", "250", "Rustem Umerov speaker"),
    (
        "an office with the name",
        "Turkish Foreign Minister Hakan Fidan announced that talks had begun.",
        "talks",
        "Hakan Fidan speaker",
    ),
    (
        "an aside between",
        "Umerov, who led the delegation, said 250 were freed.",
        "250",
        "Rustem Umerov speaker",
    ),
    (
        "two asides",
        "Umerov, Ukraine’s former minister, who led the talks, said 250 were freed.",
        "250",
        "Rustem Umerov speaker",
    ),
    (
        "adverbs between",
        "Putin has also repeatedly said the war goes on.",
        "war",
        "Vladimir Putin speaker",
    ),
    ("a state", "Kyiv said that 31 soldiers came home.", "31", "Kyiv body"),
    (
        "a ministry",
        "Russia’s Defence Ministry said 84 were freed.",
        "84",
        "Russia’s Defence Ministry body",
    ),
    (
        "a ministry with of",
        "The Russian Ministry of Defence said 84 were freed.",
        "84",
        "Russian Ministry of Defence body",
    ),
    (
        "an agency's own words",
        "Interfax reported that the talks paused.",
        "talks",
        "Interfax outlet",
    ),
    ("before the verb of saying", "On Monday Umerov said 250 were freed.", "Monday", ""),
    ("a denial", "Hamas denied that talks had begun.", "talks", "Hamas body"),
    (
        "a figure put",
        "The Red Cross put the number of those exchanged at 26.",
        "26",
        "Red Cross body",
    ),
    ("a group", "The Houthis said they would free 100.", "100", "Houthis body"),
    (
        "with a participle",
        "The sides differ, with Umerov stating that Kyiv wants a truce.",
        "truce",
        "Rustem Umerov speaker",
    ),
    # -- speaker after
    ("a tag", "Thirty soldiers were freed, Umerov said.", "Thirty", "Rustem Umerov speaker"),
    (
        "a tag turned round",
        "Thirty soldiers were freed, said Umerov.",
        "Thirty",
        "Rustem Umerov speaker",
    ),
    (
        "a tag with a day",
        "Thirty soldiers were freed, Umerov said on Monday.",
        "Thirty",
        "Rustem Umerov speaker",
    ),
    (
        "a tag with a channel",
        "Thirty were freed, Zelensky said on Telegram.",
        "Thirty",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "a ministry's tag",
        "Thirty were freed, the defence ministry said.",
        "Thirty",
        "defence ministry body",
    ),
    (
        "according to",
        "According to Zelensky, 1,000 have come home.",
        "1,000",
        "Volodymyr Zelenskyy speaker",
    ),
    ("according to, after", "The talks failed, according to Reuters.", "talks", "Reuters outlet"),
    ("as reported by", "Little was achieved as reported by CNN.", "Little", "CNN outlet"),
    ("passive", "The swap was announced by Umerov on Monday.", "swap", "Rustem Umerov speaker"),
    (
        "a possessive claim",
        "Zelensky’s claim that 1,000 came home is new.",
        "1,000",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "as somebody noted",
        "It is, as Zelensky noted, a profound day.",
        "profound",
        "Volodymyr Zelenskyy speaker",
    ),
    # -- direct speech
    ("a quotation", '"We freed 250," Umerov said.', "250", "Rustem Umerov speaker"),
    ("curly marks", "“We freed 250,” said Umerov.", "250", "Rustem Umerov speaker"),
    (
        "a broken quotation",
        '"We freed 250," Umerov said, "and got 250."',
        "got",
        "Rustem Umerov speaker",
    ),
    (
        "a quotation after a colon",
        "Hakan Fidan said: “Our aim is to end this war.”",
        "aim",
        "Hakan Fidan speaker",
    ),
    (
        "the sentence after the tag",
        '"We agreed," Umerov told reporters. "They will free 250 tomorrow."',
        "250",
        "Rustem Umerov speaker",
    ),
    (
        "the quotation begins a sentence before its tag",
        '"They will free 250 tomorrow. We are ready," Umerov said.',
        "250",
        "Rustem Umerov speaker",
    ),
    (
        "a paragraph of quotation",
        "Zelensky spoke of 1,000 and said it goes on.\n\n“Bringing 250 people home is a duty.”",
        "250",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "quoted words of the article's own sentence",
        "Ukraine wants a “full and unconditional” ceasefire.",
        "ceasefire",
        "",
    ),
    (
        "the sentence after is the article's",
        '"We agreed," Umerov said. Russia freed 250.',
        "250",
        "",
    ),
    # -- pronouns, surnames, bare offices
    ("he", "Umerov met Fidan. He said 250 were freed.", "250", "Rustem Umerov speaker"),
    ("he added", 'Putin said no. "It is 250," he added.', "250", "Vladimir Putin speaker"),
    (
        "he, in the same sentence",
        "Asked about it, Peskov smiled and he said 250 were freed.",
        "250",
        "Dmitry Peskov speaker",
    ),
    (
        "surname only",
        "Pavlo Hrytsai, the envoy, left. Hrytsai said 250 were freed.",
        "250",
        "Pavlo Hrytsai speaker",
    ),
    (
        "the minister",
        "Turkish Foreign Minister Hakan Fidan met Putin. The minister said 250 were freed.",
        "250",
        "Hakan Fidan speaker",
    ),
    (
        "the Turkish foreign minister",
        "Hakan Fidan met Abbas Araghchi. The Turkish foreign minister said 250 were freed.",
        "250",
        "Hakan Fidan speaker",
    ),
    (
        "the president",
        "Volodymyr Zelensky met Umerov. The president said 250 were freed.",
        "250",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "the British prime minister",
        "Keir Starmer and Friedrich Merz travelled. The British prime minister said it is late.",
        "late",
        "Keir Starmer speaker",
    ),
    (
        "an office whose holder nobody named",
        "The Peruvian foreign minister said it is late.",
        "late",
        "Peruvian foreign minister speaker",
    ),
    ("an office nobody holds here", "The minister said it is late.", "late", "minister anonymous"),
    (
        "an office in apposition",
        "Pavlo Hrytsai, the chief negotiator, met Putin. The negotiator said 250 were freed.",
        "250",
        "Pavlo Hrytsai speaker",
    ),
    (
        "the ministry",
        "Russia’s Defence Ministry said 84 left. The ministry said 84 came.",
        "came",
        "Russia’s Defence Ministry body",
    ),
    (
        "a vice president is no president",
        "JD Vance met Donald Trump. The vice president said it is late.",
        "late",
        "JD Vance speaker",
    ),
    # -- chains
    (
        "told an outlet",
        "Umerov told Reuters that 250 were freed.",
        "250",
        "Rustem Umerov speaker < Reuters outlet",
    ),
    (
        "told reporters",
        "Umerov told reporters that 250 were freed.",
        "250",
        "Rustem Umerov speaker",
    ),
    (
        "an unnamed source",
        "A source in Kyiv told The Telegraph that Russia wants four regions.",
        "regions",
        "source in Kyiv anonymous < The Telegraph outlet",
    ),
    (
        "an unnamed official",
        "A senior Ukrainian official told AFP that talks were possible.",
        "talks",
        "senior Ukrainian official anonymous < AFP outlet",
    ),
    (
        "the source again",
        "A diplomatic source told Reuters it is late. “They want 250,” the source said.",
        "250",
        "diplomatic source anonymous < Reuters outlet",
    ),
    (
        "people with knowledge",
        "Two people with knowledge of the matter told Reuters that aid would end.",
        "aid",
        "Two people with knowledge of the matter anonymous < Reuters outlet",
    ),
    (
        "several sources",
        "According to multiple Ukrainian sources, talks stalled.",
        "stalled",
        "multiple Ukrainian sources anonymous",
    ),
    (
        "citing",
        "Bloomberg reported, citing people familiar with it, that 250 were freed.",
        "250",
        "people familiar with it anonymous < Bloomberg outlet",
    ),
    (
        "citing a person",
        "TASS reported that 250 were freed, citing Peskov.",
        "250",
        "Dmitry Peskov speaker < TASS outlet",
    ),
    (
        "an outlet that passes on",
        "Umerov said 250 were freed, Reuters reported.",
        "250",
        "Rustem Umerov speaker < Reuters outlet",
    ),
    (
        "a saying inside a saying",
        "Umerov said that Russia said 250 were freed.",
        "250",
        "Russia body < Rustem Umerov speaker",
    ),
    (
        "an interview",
        "In an interview with Fox News, Trump said it is late.",
        "late",
        "Donald Trump speaker < Fox News outlet",
    ),
    (
        "quoted as saying",
        "Umerov was quoted as saying by Interfax that 250 were freed.",
        "250",
        "Rustem Umerov speaker < Interfax outlet",
    ),
    (
        "saying, after another's deed",
        "Umerov said that Russia rejected the bid, saying it came too early.",
        "early",
        "Russia body < Rustem Umerov speaker",
    ),
    (
        "adding, after another's deed",
        "Umerov said that Russia rejected the bid, adding that 250 were freed.",
        "250",
        "Rustem Umerov speaker",
    ),
    (
        "who it is after a concession is not who spoke before",
        "The Israeli army said no. While the ministry names nobody, it maintains 250 were freed.",
        "250",
        "",
    ),
    (
        "heads, and no he",
        "Zelenskyy spoke. They agreed on 250, according to the heads of both delegations.",
        "250",
        "heads of both delegations body",
    ),
    (
        "the head of somebody's delegation",
        "They agreed on 250, the head of Russia’s delegation Vladimir Medinsky said after it.",
        "250",
        "Vladimir Medinsky speaker",
    ),
    (
        "whose violations they are, nobody who speaks",
        "Hamas said it would wait, citing Israeli violations, before 250 were freed.",
        "250",
        "Hamas body",
    ),
    (
        "the ministry of a federation",
        "The Ministry of Defense of the Russian Federation reported that 250 were freed.",
        "250",
        "Ministry of Defense of the Russian Federation body",
    ),
    ("adding", "Putin said no, adding that 250 were freed.", "250", "Vladimir Putin speaker"),
    (
        "a name after its office",
        "A spokesman for the Taliban, Zabihullah Mujahid, said 250 were freed.",
        "250",
        "Zabihullah Mujahid speaker",
    ),
    (
        "told after an aside is no tag",
        "A senior Hamas official, who asked not to be named, told AFP talks were stuck.",
        "stuck",
        "senior Hamas official anonymous < AFP outlet",
    ),
    (
        "the top diplomat",
        "Abbas Araghchi left. “It took three hours,” Iran’s top diplomat told state media.",
        "three",
        "Abbas Araghchi speaker",
    ),
    (
        "according to him",
        "Lubinets said it is late. According to him, 250 remain.",
        "250",
        "Dmytro Lubinets speaker",
    ),
    (
        "a tag to reporters",
        "Thirty were freed, Umerov told reporters on Monday.",
        "Thirty",
        "Rustem Umerov speaker",
    ),
    (
        "it, a ministry",
        "The UAE foreign ministry said it is 4,181. It added that 250 remain.",
        "250",
        "UAE foreign ministry body",
    ),
    # -- how far a saying reaches
    (
        "but stays the speaker's",
        "Umerov said 250 were freed, but Russia has 1,200 more.",
        "1,200",
        "Rustem Umerov speaker",
    ),
    (
        "another speaker takes over",
        "Kyiv said 31 were freed, while Moscow said it was 15.",
        "15",
        "Moscow body",
    ),
    (
        "the first keeps his own",
        "Kyiv said 31 were freed, while Moscow said it was 15.",
        "31",
        "Kyiv body",
    ),
    ("after a semicolon", "Kyiv said 31 were freed; Moscow said it was 15.", "15", "Moscow body"),
    ("no saying", "Russia freed 250 on Monday.", "250", ""),
    ("the sentence after", "Umerov said it is late. Russia freed 250.", "250", ""),
    # -- labels
    (
        "a quote under its source",
        'Source: Zelenskyy on Telegram\n\nQuote: "There are 303 at home."',
        "303",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "a quote with its own name",
        'Source: Coordination Headquarters; Zelenskyy\n\nQuote from Zelenskyy: "303 are home."',
        "303",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "details of an outlet",
        "Source: Financial Times\n\nDetails: The sides will swap 250 people.",
        "250",
        "Financial Times outlet",
    ),
    (
        "details of a body",
        "Source: General Staff of the Armed Forces on Facebook\n\nDetails: Russia lost 250 men.",
        "250",
        "General Staff of the Armed Forces body",
    ),
    (
        "background is the article's",
        "Source: Financial Times\n\nDetails: It is late.\n\nBackground: In May 250 were freed.",
        "250",
        "",
    ),
    ("a colon after the name", "Putin: We will free 250.", "250", "Vladimir Putin speaker"),
    # -- bodies and people called by what they are
    (
        "a leader's office",
        "Netanyahu's office said that three hostages were freed.",
        "three",
        "Netanyahu's office body",
    ),
    (
        "a tag of a leader's office",
        "Three hostages were freed, Netanyahu's office said.",
        "Three",
        "Netanyahu's office body",
    ),
    (
        "a spokeswoman with her name behind her chief's",
        "Pashinyan's spokeswoman, Nazeli Baghdasaryan, said 15 captives were back.",
        "15",
        "Nazeli Baghdasaryan speaker",
    ),
    (
        "an envoy of somebody in the tag",
        "Talks are due in Jeddah on Sunday, Trump's envoy Steve Witkoff told Fox News.",
        "Talks",
        "Steve Witkoff speaker < Fox News outlet",
    ),
    (
        "a head of a body in the tag",
        "Another 450 came back, Deputy Head of the Coordination Headquarters Andriy Yusov said.",
        "450",
        "Andriy Yusov speaker",
    ),
    (
        "a possessive before a body",
        "Russia returned 909 bodies, Ukraine's Coordination Headquarters said; 41 went back.",
        "909",
        "Coordination Headquarters body",
    ),
    (
        "a tag with a long tail",
        "Kyiv gets 100 drones, John Healey said on Friday after a meeting of the group at the "
        "alliance's headquarters in Brussels.",
        "100",
        "John Healey speaker",
    ),
    (
        "a commission for captives",
        "Armenia gave up 108 bodies, Baku's State Commission on Prisoners of War said.",
        "108",
        "Baku's State Commission on Prisoners of War body",
    ),
    (
        "lawyers without names",
        "Armenian rights lawyers say that 23 people are held in Baku.",
        "23",
        "Armenian rights lawyers anonymous",
    ),
    (
        "an ombudsman without a name",
        "The ELN let go 20 captives, according to the Ombudsman.",
        "20",
        "Ombudsman body",
    ),
    (
        "a ministry that somebody heads",
        "The ministry he heads said 90 soldiers were home.",
        "90",
        "ministry he heads body",
    ),
    (
        "a person from a place is not the place",
        "Two cells were swapped, the driver from Marsh Lane said.",
        "Two",
        "",
    ),
]


def document(text: str) -> Document:
    article = Article(
        title=None,
        text=text,
        published=None,
        published_basis=PublishedBasis.NONE,
        language="en",
        url=None,
        outlet=None,
    )
    return Document(article, gazetteer(references()))


def chain_at(text: str, place: str) -> str:
    """Who says what stands at the last such words of a text, nearest first."""
    start = text.rindex(place)
    line = next(
        line
        for line in document(text).lines
        if line.sentence.span.start <= start < line.sentence.span.end
    )
    hops = line.attribution(line.tape.place(start))
    assert all(hop.span.of(text).strip() for hop in hops)
    return " < ".join(f"{hop.name} {hop.role.value}" for hop in hops)


@pytest.mark.parametrize(("why", "text", "place", "chain"), [*CASES, *NEWS])
def test_chain(why: str, text: str, place: str, chain: str) -> None:
    assert chain_at(text, place) == chain, why


def test_who_answers_does_not_tell_the_proposal() -> None:
    text = (
        "Ukrainian delegation head Rustem Umerov proposed a summit of Zelensky and Putin. Russia’s"
        " negotiator, Vladimir Medinsky, said such a meeting should only take place to sign a deal."
    )
    (fact,) = facts_of("meeting_proposal", Case(why="", text=text, facts=[]))
    assert [hop.name for hop in fact.attribution] == ["Rustem Umerov"]
    assert "proposed a summit" in fact.quote
    assert "RUS" in fact.fields.model_dump()["responses"]


@pytest.mark.parametrize(
    ("told", "chain"),
    [
        ("This was reported by Umerov.", "Rustem Umerov speaker"),
        ("It was announced on Telegram by Umerov.", "Rustem Umerov speaker"),
        ("The relevant statement was made on Friday by Umerov.", "Rustem Umerov speaker"),
        ("Umerov announced this via Telegram.", "Rustem Umerov speaker"),
        (
            "Umerov said this at a briefing, Reuters reported.",
            "Rustem Umerov speaker < Reuters outlet",
        ),
        ("Umerov said this week that more would follow.", ""),
    ],
)
def test_what_was_told_is_his_who_says_so_after_it(told: str, chain: str) -> None:
    for between in (" ", "\n\n"):
        assert chain_at(f"They swapped 250 prisoners each.{between}{told}", "250") == chain


def test_who_tells_takes_nobodys_words_from_another() -> None:
    text = "Putin said 250 were freed. This was confirmed by Umerov."
    assert chain_at(text, "250") == "Vladimir Putin speaker"


def test_words_of_going_on_may_be_many() -> None:
    text = "Russia " + "continues to " * 3_000 + "reject a ceasefire with Ukraine."
    assert document(text).lines
    facts_of("ceasefire", Case(why="", text=text, facts=[]))


HOSTILE = [
    "Umerov said ",
    ", Umerov said",
    "the minister said. ",
    "A senior official of ",
    "; but Kyiv ",
    ", who said, ",
    "\u201cHe said\u201d ",
    "Pavlo Hrytsai, the minister, ",
    "the the ",
    "Source: \n",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_linear_time(unit: str) -> None:
    """Four times the text takes no more than about four times as long."""
    assert is_linear(lambda size: document(unit * (size // len(unit))), 6_000)
