"""What stands behind a truce: what became of it, and by whom it was offered, declared, refused.

What stands before it is in words.py.
"""

from __future__ import annotations

from extractors.fact import Status
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

_BETWEEN = (
    r"(?:,? (?:between|with|by|of|in|for) (?:the )?(?:[\w-]+ ){0,2}?[{actor}{place}{person}]"
    r"(?:'s)?(?:(?: (?!and\b)[\w'{actor}{place}-]+){0,8}(?: and|,)"
    r" (?:[\w{actor}-]+,? ){0,5}?[{actor}{place}{person}]"
    r"(?: \({actor}\)| (?!(?:will|was|is|has|had|to|took|came|went)\b)[\w-]+){0,2})?)?"
)
_GAP = (
    r"(?: (?:that|which) (?:it|he|she|they|{actor}|{person}) (?:says|said))?"
    r"(?:(?!\b(?:but|while|when|after|before|as|and(?! (?:then |soon |later )?(?:broke|collapsed"
    r"|fell|ended|expired|ran out)\b| (?:the )?{actor})|or|talks|because|who|to which|said"
    r"|says|saying|if|unless|since|following|ending|accus\w+|not|never|would|could|should|must|can"
    r"|be|may|might|n't|truces?|ceasefires?"
    r"|dismiss\w*|reject\w*"
    r"|refus\w*|demand\w*|calls? for)\b)[^.;]){0,90}?"
)
#: What a truce ends when it does not end itself.
_WAR = (
    r" (?:(?:the|an?|this|that|all|their|its|nearly|almost|more than|over) |{duration} of ){0,2}"
    r"(?:[\w-]+ ){0,2}?(?:war|fighting|conflict|hostilities|violence|bloodshed|suffering)\b"
)
_EFFECT = r"(?:effect|force|operation|hold|place|being)"


#: "the truce signed in Pretoria on Friday, after days of talks, has held".
_ASIDE = (
    r"(?: (?:signed|agreed|reached|struck|brokered|declared|announced|mediated)\b[^.;,]{0,60})?"
    r", (?:after|following|despite|under|with)\b[^.;,]{1,70},"
)


def _after(words: str) -> Pattern:
    return pattern(
        rf"{_BETWEEN}(?:, which [^,.;]{{1,90}},|{_ASIDE})?{_GAP}[ ,]\"?(?P<p>(?:{words}))\b"
    )


#: (rule, status, what follows the truce): tried in this order.
_STAGES = {
    rule: (status, words)
    for rule, status, words in (
        (
            "is to run out",
            Status.ONGOING,
            r"(?:is|was|were|are|will|due|set|scheduled)(?: due| set| scheduled)?(?: to)? (?:run"
            rf" out|expire|come to an end|end(?!{_WAR})|lapse)|expires"
            rf"|runs (?:out|until|through)|ends(?!{_WAR})"
            r"|(?:is|was|due) (?:due )?to be extended",
        ),
        (
            "was to last",
            Status.ONGOING,
            r"(?:was|were)(?: due| set| scheduled| expected| supposed| meant)"
            r" to (?:last|run|cover)",
        ),
        (
            "is to begin",
            Status.SCHEDULED,
            r"(?:will|shall|(?:is|are|was|were)(?: due| set| scheduled| expected| supposed| meant)?"
            rf" to|(?:due|set|scheduled) to) (?:also )?(?:take {_EFFECT}|(?:come|go|enter|be)(?: "
            rf"into| in)? {_EFFECT}|be (?:effective|implemented)|begin|start"
            r"|(?:run|last)(?! (?:until|till|through|out))|apply|kick in|be observed|cover)"
            r"|(?:(?:starting|beginning)(?! with\b)|effective(?! monitoring| control| verification)"
            rf"|taking {_EFFECT}|coming into {_EFFECT}|to start|to begin)",
        ),
        (
            "would begin",
            Status.SCHEDULED,
            rf"would (?:take {_EFFECT}|(?:come|go|enter) (?:into )?{_EFFECT}|begin|start|run)"
            r"(?= (?:on |at |from )?(?:midnight |noon |dawn )?(?:on )?[{date}{count}]"
            r"| (?:after|within|in) {duration})",
        ),
        (
            "collapsed",
            Status.FAILED,
            r"collaps(?:ed|es)|fell through|br(?:oke|oken) (?:down|apart)"
            r"|(?:fell|fallen|falling) apart"
            r"|lasted (?:barely|less than|a mere) {duration}"
            r"|lasted (?:only |just |barely |mere |less than ){0,2}"
            r"(?:a day|a few|hours|minutes|days)"
            r"|unravell?(?:ed"
            r"|ing)"
            r"|crumbl(?:ed|es)|fell to pieces|came apart|shattered|lapsed"
            r"|(?:was|were|has been|have been|had been|been) (?:\w+ly |then |later )?"
            r"(?:(?:breached|violated)(?= (?:within|almost|just|only|barely) )"
            r"|broken|shattered|suspended|called off"
            r"|scrapped|abandoned|cancelled|derailed|ended)"
            r"|ended (?=(?:when|after|with|abruptly|as)\b)"
            r"|came to an (?:abrupt )?end (?=when|after|as)|(?:that|which) (?:neither|both) sides?"
            r" (?:kept|observed|violated|broke|breached)"
            r"|(?:that|which) (?:(?:the )?(?:group|rebels|militants|movement|insurgents|army"
            r"|government)"
            r"|{actor}|they|it) (?:later |then |soon |itself |had ){0,2}(?:called off|broke"
            r"|ended|scrapped"
            r"|abandoned|suspended|walked (?:away from|out of)|pulled out of)"
            r"|(?:is|was)(?: now| effectively| already)? over\b(?! (?:the|an?)\b)"
            r"|is dead\b|frayed"
            r"|(?:has|have) failed|failed(?: (?:overnight|within|almost|after|last|on|in)\b)"
            r"|failed to (?:hold|stick|take hold)|did not (?:hold|last)"
            r"|never (?:held|took (?:hold|effect)|respected|observed|implemented)",
        ),
        (
            "ran out",
            Status.COMPLETED,
            r"(?:has |had |have )?(?:\w+ly |now |since )?\"?(?:expired|run out|ran out|elapsed"
            r"|(?:lasted|held|ran) (?:only )?until(?= (?:the (?:following|next|end of)\b|{date}"
            r"|it\b|that\b))"
            r"|lasted(?= (?:for )?(?:only |just |about |some |nearly |almost |more than ){0,2}"
            r"{duration})"
            r"|ended(?! (?:the|an?|its|his|nearly|almost|more|about|some|hostilities|fighting|war"
            r"|years?|months|weeks|days|decades|{duration}|{count})\b| [\ue000\ue002]))"
            r"|(?:has |have |had )?(?:\w+ly )?c[oa]me to an end"
            r"|had been in (?:force|effect|place)(?! since\b)|(?:had )?r[ua]n from|lasted from"
            r"|(?:was|were|has been|had been) (?:not|never) (?:renewed|extended|prolonged)",
        ),
        (
            "in force",
            Status.ONGOING,
            rf"(?:took|takes|has taken|had taken|taking) (?:full )?{_EFFECT}"
            rf"|(?:came|comes|went|goes|entered|enters|has come|has gone|has entered|had come|had"
            rf" gone) (?:in)?to {_EFFECT}|(?:began|started|kicked in|has begun|had begun"
            rf"|has started"
            rf"|had started|begins|starts)|(?:is|are|was|remains?|remained|still|already|now)"
            rf"(?: \w+ly| still| now| already)? (?:in {_EFFECT}|holding)|in (?:force|effect)"
            r"|(?:has|have) (?:\w+ly )?been (?:\w+ly )?(?:in (?:force|effect|place)|observed"
            r"|respected|honou?red|upheld)"
            r"|(?:has |had )?(?:halted|stopped|paused|ended|(?:brought|put) an end to"
            r"|brought a halt to) (?:(?:the|over|nearly|almost|more than|their|months of|years of"
            r"|{duration} of) ){1,2}(?:[\w-]+ |[{actor}{place}](?:'s)?[ -]){0,3}?"
            r"(?:war|fighting|bombing|bombardment|strikes|conflict|genocide|hostilities)"
            r"|lasts?(?= (?:for )?(?:only |just |an initial )?{duration})"
            r"|(?:has|have|had) (?:so far |largely |mostly |broadly |generally |still ){0,2}held"
            r"|(?:largely |mostly |broadly )?h(?:olds|eld)"
            r"(?! (?:talks|an?|the|their|its|in(?! (?:the )?(?:{place}|most\b|much\b|parts\b"
            r"|(?:north|south|east|west)))|by|up|out|on(?! {date})|off|back)\b)"
            r"|(?:appear(?:s|ed)|seem(?:s|ed)) to (?:be |have (?:been )?)?(?:\w+ly )?(?:holding"
            r"|hold|held|respected|observed|in (?:force|effect|place))"
            r"|continu(?:es|ed)(?! to (?!hold))"
            r"|(?:is|was|are) (?:\w+ly )?being (?:observed|respected)"
            r"|(?:is|was|(?:has |had )?entered) (?:now )?(?:in )?its (?:{ordinal}|\w+) (?:full )?"
            r"(?:day|week|month|hour)\b|(?:was|were) (?:largely )?(?:observed"
            r"|respected)|remains?(?= (?:\w+ly )?(?:in (?:force|effect|place)|fragile|shaky|intact"
            r"|holding|tenuous|unbroken|brittle|precarious|uneasy|valid|active|binding|firm|stable"
            r"|unstable|strained|tense|respected|observed)\b)",
        ),
        (
            "was extended",
            Status.AGREED,
            r"(?:was|were|has been|have been|had been|has(?: \w+)? been)(?: \w+ly)? (?:extended"
            r"|prolonged|renewed)",
        ),
        (
            "was agreed",
            Status.AGREED,
            r"(?:(?:was|were|is|has been|had been|have been) (?:\w+ly )?"
            r"|(?=\w+ (?:(?:in|on|at|by|with|between|after|last|this|under|through|during|late"
            r"|early|earlier|following|just|only"
            r"|to (?:by|on|in|last))\b|[{date}{count}{duration}])|\w+\Z|\w+,))"
            r"(?:agreed(?! to\b(?! (?:by|on|in|last)\b))"
            r"|reached|established|signed"
            r"|brokered|negotiated|mediated|struck"
            r"|(?<!has )(?<!have )(?<!had )concluded|sealed|clinched)(?! by (?:its|their))",
        ),
        ("was announced", Status.AGREED, r"(?:was|has been) (?:declared|announced|proclaimed)"),
    )
}
PREDICATES = tuple((rule, status, _after(words)) for rule, (status, words) in _STAGES.items())


#: How each stage is told behind "before" or "until" too: "before breaking down".
_PARTICIPLES = {
    "ran out": r"|expiring|lapsing|lapsed|running out|allowed to (?:lapse|expire)",
    "collapsed": r"|collapsing|breaking down|falling apart|unravell?ing|broken|shattered|violated",
    "in force": "",
}


Stage = tuple[str, Status, Pattern]


def _then(rule: str, lead: str) -> Stage:
    status, words = _STAGES[rule]
    adverbs = r"(?:(?:finally|then|eventually|soon|later|still|now|was|(?!repeatedly)\w+ly) ){0,3}"
    return rule, status, pattern(rf"{lead} {adverbs}(?P<p>(?:{words}{_PARTICIPLES[rule]}))(?!\w)")


_REST = (
    r"(?:(?!\b(?:that|which|who|if|unless|when|while|said|says|must|should|would)\b)[^.;]){0,110}?"
)
_IT = (
    r"\W{0,2}(?:(?:but|however|yet|still),? )?(?:it|(?:the|this|that) (?:agreement|deal|accord|pact"
    r"|arrangement))(?: between (?:(?!\b(?:was|were|did|has|had|who|which|that)\b)[^.;,]){1,80}?)?"
)
_THE_TRUCE = r"(?: it| the (?:truce|ceasefire|pause))?"
#: What rest of a sentence tells of a truce that is its subject: how it went on, how it ended.
GOES_ON = tuple(
    _then(rule, rf"{_REST}(?:\b(?:before|until|but|and)|,|(?= (?:still|now) )){_THE_TRUCE}")
    for rule in _PARTICIPLES
)
#: … and of one that was made in it: how it ended.
ENDED = tuple(
    _then(rule, rf"{_REST}\b(?:before|until|but){_THE_TRUCE}") for rule in ("ran out", "collapsed")
)
#: … and the sentence behind it, of what was agreed: "But it was soon violated".
THEN = tuple(
    _then(rule, rf"(?:{_IT}|{_REST}\b(?:but|and|until|before) it)")
    for rule in ("ran out", "collapsed")
)
#: … or who ended it: "until Israel resumed its strikes", "but the rebels walked out".
BROKEN_BY = pattern(
    r"[^.;]{0,110}?\b(?:until|before|but|when|only to|then)"
    r"(?: (?:the )?(?:{actor}|{person}|army|rebels|group)(?:'s)?(?: [\w-]+){0,3}?)?"
    r" (?P<p>resum(?:e|ed|ing) (?:(?:its|their|the|fighting|hostilities|attacks|strikes"
    r"|air strikes)\b)|(?:broke|ended|shattered) it|called it off|walked (?:out|away)"
    r"|pulled out)\b"
)

_DOER = r"(?:the )?(?P<who>[{actor}{person}])(?:'s (?:[\w-]+ ){0,2}?[\w-]+)?"
#: (attitude, words): by whom it was offered, asked for, declared, refused.
BY_WHOM = tuple(
    (
        name,
        pattern(
            rf"{_GAP}[ ,]\"?(?:{words})"
            r"(?: on {date}| in {date}| {date}| last| earlier| previously| \w+ly){0,2}"
            rf" by {_DOER}"
        ),
    )
    for name, words in (
        (
            "refuse",
            r"(?:was|were|is|has been|have been|had been)"
            r"(?: (?!initially|originally)\w+ly)? (?:rejected|refused"
            r"|dismissed|turned down|rebuffed)",
        ),
        (
            "accept",
            r"(?:(?:was|were|has been|have been|had been) )?(?:accepted|approved|endorsed)",
        ),
        (
            "declare",
            r"(?:(?:was|were|has been|had been) )?(?:\w+ly )?(?:declared|announced|ordered"
            r"|proclaimed|decreed|called|unilaterally proposed|proposed unilaterally)",
        ),
        (
            "propose",
            r"(?:(?:was|were|has been|had been|originally|first) ){0,2}(?:proposed|offered|voiced"
            r"|suggested|put forward|put on the table|presented|floated|tabled|drafted|drawn up)",
        ),
        (
            "demand",
            r"(?:(?:was|were|has been|had been) )?(?:demanded|sought|requested|called for"
            r"|urged|asked for|pushed)",
        ),
    )
)
_IDEA = r"(?:idea|proposal|offer|initiative|suggestion|demand|condition)"
#: "the truce Kyiv had sought", "a truce, an idea Kyiv had floated", "a truce that he declared".
RELATIVE = tuple(
    (
        name,
        pattern(
            r"(?: deal| plan)?(?: (?:in|for|over|during) (?:the )?[\w{place}{date}-]+){0,2},?"
            rf"(?: (?:that|which|to which)|,? an? {_IDEA}(?: that| which)?)?"
            rf" (?:{_DOER}|(?P<he>he|she))(?: and (?:its"
            rf"|his|her|their)"
            r" (?:[\w-]+ ){0,2}?[\w-]+)?"
            rf"(?: (?:had|has|have|says? (?:it|he)|had long|was|were|is|are|on {{date}}"
            rf"|{{date}})){{0,2}}"
            rf" (?:\w+ly |already ){{0,2}}(?:{words})\b"
        ),
    )
    for name, words in (
        ("declare", r"declared|announced|ordered|proclaimed|called for itself"),
        ("propose", r"proposed|offered|suggested|put forward|proposes|floated|offering|proposing"),
        (
            "demand",
            r"sought|demanded|wanted|wants|seeks|demands|called for|calls for|requested"
            r"|pushed for|insisted on|seeking|demanding|pushing for",
        ),
        ("refuse", r"rejected|refused|rejects|ruled out|dismissed|turned down"),
        ("accept", r"accepted|agreed(?! on\b| that\b)|has agreed to|backed"),
        ("break", r"broke|violated|ended|shattered|broken|called off|suspended"),
    )
)
