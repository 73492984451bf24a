"""The wording of how far a handover of the dead had come: patterns over tapes."""

from __future__ import annotations

import re

#: What one side said and the other denied.
DENIED = re.compile(
    r", (?:which|a claim|something) (?:the )?[\ue005\ue006](?: has| have| later| swiftly)? "
    r"(?:den(?:y|ies|ied)|reject(?:s|ed))\b"
)
MODAL = re.compile(
    r"\b(?:(?P<proposed>would|could|may|might|offer\w* to|ready to|prepared to|wants? to)"
    r"|(?P<demanded>must|should|demand\w*|urg\w+|call\w* on)"
    r"|(?P<agreed>will|shall|(?:is|are|was|were) to|undertook to|pledged to"
    r"|agreed(?: (?:at|in|on|during) [^,;.]{1,40})? to))\b"
)
#: "managed to return", "which also saw Russia receive": done, in the form of an infinitive.
MANAGED = re.compile(r"\b(?:(?:managed|able) to|s(?:aw|ees?) (?:the )?[\w\ue005\ue007]+) \Z")
#: "The proposal would see 18 bodies returned".
WOULD_SEE = re.compile(r"\b(?:would|could|might) see [^.;,]{1,70} \Z")
#: "may be unilaterally handed over".
MAY_BE = re.compile(r"\b(?:may|might|could)(?: also| soon)? be (?:\w+ly )?\Z")
GOVERNING = re.compile(
    r"\b(?:(?P<proposed>offer\w* to|ready to|prepared to|willing to|propos\w+ to|wants? to"
    r"|invited to)"
    r"|(?P<rejected>refus\w+ to|declin\w+ to)"
    r"|(?P<agreed>(?:agreed(?: (?:at|in|on|during) [^,;.]{1,40})?|pledged|promised|resolved|decided"
    r"|undertook) to))"
    r" (?:(?:take|hand|give) over and )?\Z"
)
#: Forms of a verb that say nothing of when, unless a word before them does.
BARE = frozenset(
    {
        "hand",
        "return",
        "give",
        "transfer",
        "deliver",
        "release",
        "send",
        "receive",
        "repatriate",
        "exchange",
    }
    | {"swap", "bring", "get", "take", "accept", "collect", "trade"}
)
#: "launched an operation to repatriate": what is begun is under way.
UNDER_WAY = re.compile(
    r"(?<!would )(?<!will )(?<!to )(?<!should )(?<!could )\b(?:beg[au]n|begins?|beginning"
    r"|launch(?:ed|es|ing)|start(?:ed|s|ing)?)"
    r" (?:(?:[\w-]+ ){0,6}to )?\Z"
)
#: "an agreement that provides for … and the transfer of the bodies".
PROVIDED = re.compile(
    r"\b(?:provid(?:es|ed|ing) for|stipulat\w+|envisag\w+|includ(?:es|ed|ing)|agree(?:ment|d)? "
    r"(?:on|to|for)|(?:agreement|deal|accord|terms) (?:that )?(?:requir(?:es|ed|ing)"
    r"|call(?:s|ed|ing) for))\b[^.;]{0,160}\Z"
)
#: "The deal foresaw that Hamas should hand over …".
FORESEEN = re.compile(
    r"\b(?:deal|agreement|accord|truce|terms|phase)(?: \w+)? (?:fores(?:aw|ees?)|provid(?:es?|ed)"
    r"|stipulat(?:es?|ed)|envisag(?:es?|ed)|specif(?:y|ies|ied)|requir(?:es?|ed)|obliged?s?)"
    r"(?: that)? [^.;]{1,50} (?:should|must|would|shall|will|(?:is |was |are |were )?to) \Z"
)
#: "confirmed the return of 700 bodies".
TOLD_OF = re.compile(
    r"\b(?:(?:report|confirm|announc|hail|welcom)(?:s|ed|ing)(?: (?:on )?\ue004)? (?:the|an?)"
    r" (?:\w+ )?|(?<!to have )"
    r"(?:arranged|completed|conducted|carried out|organi[sz]ed|oversaw|overseen|brokered|mediated"
    r"|facilitated|supported|staged|held) (?:the|an?) (?:[\w-]+ )?)\Z"
)
#: "Under the deal, the bodies would be handed over last": settled.
UNDER_DEAL = re.compile(
    r"\b(?:under|as part of) (?:the|a|its|this) (?!propos|draft|latest|new"
    r"|plan)(?:[\w\ue005'-]+ ){0,3}?"
    r"(?:deal|agreement|accord|truce|terms)\b"
)
#: "A deal that would see the return of 18 bodies", of which nobody says that it is settled.
DEAL_WOULD = re.compile(
    r"\A(?:(?!\b(?:agreed|agree|reached|signed|struck|accepted|approved|clinched|concluded"
    r"|announced)\b)[^.;])*?\ba (?:[\w-]+ ){0,2}?(?:deal|agreement|truce|ceasefire) (?:that|which)"
    r" (?P<w>would (?:see|include|involve|mean|bring))\b"
)
