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
    # -- taken up, put off, passed on
    (
        "paragraphs left open, with the tag at the end of the last",
        "They rang each other.\n\n“We want 41 people home.\n\n“We wait,” Keir Starmer said.",
        "41",
        "Keir Starmer speaker",
    ),
    (
        "he is not whom he was asked about",
        "Peskov spoke. Asked about Zelenskyy's statement that it is late, Peskov was silent."
        " “We have 41 names,” he said.",
        "41",
        "Dmitry Peskov speaker",
    ),
    (
        "he is not whom he quotes",
        "Peskov spoke.\n\n“All that was stated by the president holds. We have 41 names,” he said.",
        "41",
        "Dmitry Peskov speaker",
    ),
    (
        "which source",
        "A top government source told AFP it is late. Security sources said no."
        " The government source said 41 were freed.",
        "41",
        "top government source anonymous < AFP outlet",
    ),
    (
        "according to them",
        "Two diplomats told Reuters it is late. According to them, 41 were freed.",
        "41",
        "Two diplomats anonymous < Reuters outlet",
    ),
    (
        "a third source",
        "According to a third source familiar with it, Witkoff, the envoy, brings 41 names.",
        "41",
        "third source familiar with it anonymous",
    ),
    (
        "it is the body that is cited",
        "Israel's army said no. According to Hamas, it had freed 41 people.",
        "41",
        "Hamas body",
    ),
    (
        "the newspaper",
        "Reuters reported that it is late. The outlet adds that 41 were freed.",
        "41",
        "Reuters outlet",
    ),
    (
        "the head of something",
        "The head of Hamas’ negotiating team said 41 would be freed.",
        "41",
        "head of Hamas’ negotiating team speaker",
    ),
    (
        "the head of state",
        "Vladimir Putin flew home. “It took 41 days,” the head of state noted.",
        "41",
        "Vladimir Putin speaker",
    ),
    (
        "who is known by an aside",
        "Yasser Hakim, a driver who lost his way, said it was cold. “It took 41 days,” he said.",
        "41",
        "Yasser Hakim speaker",
    ),
    (
        "whose participle it is, with a ministry",
        "The Israeli army struck Gaza, claiming that it had hit 41 men.",
        "41",
        "Israeli army body",
    ),
    (
        "who must leave asserts nothing",
        "Naim Qassem said that Israeli troops must leave, asserting that 41 posts were left.",
        "41",
        "Naim Qassem speaker",
    ),
    ("something else is added", "The Kremlin later added them to a list of 41.", "41", ""),
    (
        "more of what was told",
        "Another 90 had come home, Andriy Yusov said on air. Another 41 came outside of swaps.",
        "41",
        "Andriy Yusov speaker",
    ),
    (
        "whose participle stands behind a mark",
        "Kyiv calls it no “child exchange,” arguing that it never took 41 children.",
        "41",
        "Kyiv body",
    ),
    (
        "an office that is cited",
        "Local papers have 41 freed, citing the office of Prime Minister Benjamin Netanyahu.",
        "41",
        "office of Prime Minister Benjamin Netanyahu body",
    ),
    (
        "the secretary of state",
        "Secretary of State Marco Rubio met Macron. The secretary of state said 41 were freed.",
        "41",
        "Marco Rubio speaker",
    ),
    (
        "reports in an outlet",
        "It comes amid reports in Axios that 41 were freed.",
        "41",
        "Axios outlet",
    ),
]
