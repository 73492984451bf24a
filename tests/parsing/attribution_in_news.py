"""More of who says so, as agencies, ministries and live blogs put it: (why, text, place, chain)."""

from __future__ import annotations

NEWS: list[tuple[str, str, str, str]] = [
    # -- quotations over paragraphs, and quoting within them
    (
        "a quotation that closes two paragraphs later",
        'Quote from Umerov: "The lists are ready.\n\nWe have checked 640 names.\n\n'
        'The rest will follow."',
        "640",
        "Rustem Umerov speaker",
    ),
    (
        "each paragraph of it opens anew",
        'Zelensky said: "We go on.\n\n"Another 640 are to come.\n\n"We wait."',
        "640",
        "Volodymyr Zelenskyy speaker",
    ),
    (
        "whom the speaker quotes speaks before him",
        '"Moscow has said it will hand over 640 people," Umerov said.',
        "640",
        "Moscow body < Rustem Umerov speaker",
    ),
    (
        "the next quotation is the speaker's and not of those he quoted",
        '"Moscow has said it is ready," Umerov said.\n\n"We will bring back 640 people next week."',
        "640",
        "Rustem Umerov speaker",
    ),
    # -- verbs before what is said
    (
        "an accusation",
        "Hamas accused Israel of holding back 90 trucks.",
        "90",
        "Hamas body",
    ),
    (
        "hope expressed",
        "Kyrylo Budanov expressed confidence that 640 would be home by Friday.",
        "640",
        "Kyrylo Budanov speaker",
    ),
    (
        "pictures are no words",
        "Zelensky posted photos of the 640 men who were freed.",
        "640",
        "",
    ),
    (
        "a statement issued",
        "Azerbaijan's Foreign Ministry issued a statement confirming that 23 were held.",
        "23",
        "Azerbaijan's Foreign Ministry body",
    ),
    (
        "what a person demands",
        "Fidan called on both sides to free 640 people.",
        "640",
        "Hakan Fidan speaker",
    ),
    ("what a state demands", "Kyiv called on Moscow to free 640 people.", "640", ""),
    (
        "what is announced in a noun",
        "Von der Leyen, the head of the Commission, has announced a 19th package.",
        "announced",
        "Ursula von der Leyen speaker",
    ),
    (
        "a state acts and says",
        "Hamas handed over two bodies on Sunday and said 11 were left.",
        "11",
        "Hamas body",
    ),
    (
        "nobody confirmed it",
        "Neither Russian nor Ukrainian officials confirmed that 640 had left.",
        "640",
        "",
    ),
    # -- who it is
    (
        "short letters behind a name",
        "The International Committee of the Red Cross (ICRC) said 41 were flown home.",
        "41",
        "International Committee of the Red Cross body",
    ),
    (
        "from somebody's bureau",
        "Bassem Naim from Hamas’ political bureau said that 11 were alive.",
        "11",
        "Basem Naim speaker",
    ),
    (
        "the diplomat of a state who spoke before",
        "Esmail Baghaei said it is late. “We wait for 41 of ours,” the Iranian diplomat added.",
        "41",
        "Esmail Baghaei speaker",
    ),
    (
        "the official who has no name",
        "A Sudanese official told AFP it is late. He added that 41 were freed.",
        "41",
        "Sudanese official anonymous < AFP outlet",
    ),
    (
        "the spokesperson who was named",
        "Majed al-Ansari, the spokesperson of Qatar's foreign ministry, flew home."
        " The spokesperson said 41 were freed.",
        "41",
        "Majed al-Ansari speaker",
    ),
    (
        "the holder of an office of a state is named later",
        "Turkey's foreign minister said 41 would be freed. Hakan Fidan was in Kyiv.",
        "41",
        "Hakan Fidan speaker",
    ),
    (
        "an envoy for a state is not that state",
        "Trump's special envoy for Ukraine said 41 were freed.",
        "41",
        "Trump's special envoy for Ukraine body",
    ),
    (
        "the group",
        "Hamas said it is late. The group claimed that 41 were freed.",
        "41",
        "Hamas body",
    ),
    (
        "an adviser without a name",
        "Both agreed to free 41, an adviser to the Kurdish administration said on Tuesday.",
        "41",
        "adviser to the Kurdish administration anonymous",
    ),
    (
        "a broadcaster that no list knows",
        "Israel's public broadcaster reported that 41 were freed.",
        "41",
        "Israel's public broadcaster outlet",
    ),
    (
        "an agency by what it is",
        "Talks are due, Esmail Baghaei said, according to the state news agency IRNA.",
        "Talks",
        "Esmail Baghaei speaker < IRNA outlet",
    ),
    (
        "set apart from the subject",
        "Lavrov was brief. Vladimir Medinsky, he said, would bring 41 names.",
        "41",
        "Sergei Lavrov speaker",
    ),
    # -- whose word ends where
    (
        "who told it in a relative clause",
        "Putin kept silent, unlike Trump, who told reporters that 41 were freed.",
        "41",
        "Donald Trump speaker",
    ),
    (
        "an aside's claim ends with it",
        "Another 640 bodies, which Moscow says are Ukrainian, came back with 41 others.",
        "41",
        "",
    ),
    (
        "a remark says nothing of it",
        "Sources told Reuters that 41 would be freed, as Netanyahu has promised.",
        "41",
        "Sources anonymous < Reuters outlet",
    ),
    (
        "a claim that is turned down",
        "Peskov dismissed Kyiv's claim that it was late, saying 41 had come.",
        "41",
        "Dmitry Peskov speaker",
    ),
    (
        "while somebody claims it",
        "While Jaishankar claimed it was over, 41 were still held.",
        "41",
        "",
    ),
    (
        "he is not whom the clause with while names",
        "While Jaishankar claimed it was over, Ishaq Dar said no. He said 41 were held.",
        "41",
        "Ishaq Dar speaker",
    ),
    (
        "a dash before the participle",
        "Trump has set Putin a deadline - warning that 41 tankers are next.",
        "41",
        "Donald Trump speaker",
    ),
    (
        "told anybody",
        "A sixth package with 41 names is coming, Lavrov told students in Moscow.",
        "41",
        "Sergei Lavrov speaker",
    ),
    (
        "a statement of somebody",
        "“We want all 41 of them home,” said a statement from Karoline Leavitt.",
        "41",
        "Karoline Leavitt speaker",
    ),
    (
        "nothing but a citation",
        "Local papers have 41 dead, citing the Health Ministry.",
        "41",
        "Health Ministry body",
    ),
]
