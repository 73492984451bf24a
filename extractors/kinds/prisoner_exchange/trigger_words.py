"""The wording of what happens in an exchange: nouns and verbs, and what parts or joins clauses."""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange.words import WORDS
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

NOUNS = (
    pattern(r"{formula}"),
    pattern(r"{ordinal} in (?:a|the|this) series of (?:{held} )?{event}\b", WORDS),
    pattern(r"\b{held}(?:-of-war)?(?:'s|s')? (?:{event}|release|return)\b", WORDS),
    pattern(
        r"\b(?:{event}|release|repatriation|return|freeing|trading|swapping)(?: (?:on )?{date})? of"
        r" (?:[\w'\ue000\ue005-]+ ){0,8}?"
        r"{captives}\b",
        WORDS,
    ),
    pattern(
        r"(?<!\bto )(?<!stock )(?<!foreign )(?<!free )(?<!in )(?<!artillery )(?<!fire )"
        r"(?<!gunfire )(?<!rocket )(?<!missile )(?<!verbal )(?<!heated )(?<!student )\b{event}\b"
        r"(?! (?:of )?(?:\w+ )?{not_people}| point| list| rate| deal with| mechanism to pay)",
        WORDS,
    ),
    pattern(
        r"(?:{ordinal}|\banother|\bfurther|\bnext|\blast)"
        r" (?:group|batch|stage|phase|part|wave|tranche)\b"
        r"(?! of (?:the |these |peace |their )*(?:{talks}|process|plan|roadmap)\b)",
        WORDS,
    ),
)
VERBS = (
    (
        "swap",
        pattern(
            r"(?<!artillery )(?<!fire )(?<!gunfire )(?<!rocket )\b{swap}\b"
            r"(?! (?:[\w\ue000]+ ){0,2}{not_people})",
            WORDS,
        ),
    ),
    (
        "get",
        pattern(
            r"\b{get}\b(?! (?:(?:an?|the|its|their|{ordinal}|full|new|updated) ){0,3}"
            r"(?:lists?|names|letters?|reports?|confirmation|information|documents?|proposals?|requests?)\b)",
            WORDS,
        ),
    ),
    ("come", pattern(r"\b{come}", WORDS)),
    (
        "give",
        pattern(
            r"\b{give}\b(?! (?:to \ue005 )?(?:(?:a|its|their|the|\ue000|frozen|further|more) ){0,3}"
            r"(?:statements?|{bodies}|video|footage|report|lists?|names)\b)",
            WORDS,
        ),
    ),
)
BOTH_NOUN_AND_VERB = frozenset(
    {"release", "releases", "return", "returns", "exchange", "exchanges", "swap", "swaps"}
    | {"trade", "trades", "transfer", "hand over"}
)
#: What makes "exchange", "release" a verb: the words before it.
VERB_BEFORE = re.compile(
    r"(?:\b(?:to|will|would|shall|could|may|might|should|must|can|did|not|both|sides|parties|countries"
    r"|nations|states|governments|armies|foes|enemies|rivals|rebels|they|we|who|people|men|women|children|also|again|then|soon"
    r"|now|and|or|but|finally|\w+ly)|[\ue005\ue006\ue007\ue008]|n't|'ll) \Z"
)
#: "surpassing May's earlier 1,000-for-1,000 exchange": not the one that is told.
PREVIOUS = pattern(
    r"\b(?:surpass|exceed|dwarf|follow|eclips|repeat|outnumber|compar)\w*(?: (?:with|to))?"
    r" (?:the|an?|its|their|{date}(?:'s)?)(?: [\w-]+){0,2}?"
    r" (?:previous|earlier|prior|preceding|last)"
    r"(?: (?:\w+'s|[\w{date}'-]+)){0,2} \Z"
)
#: "The exchange follows four similar ones carried out last week", "the largest swap since both sides
#: freed 900 in May": what is told is of those.
FOLLOWS = re.compile(
    r" (?:follows|followed|comes after|came after) (?!on\b|in\b|next\b|later\b)"
    r"|(?: in [\ue005\ue007]| of the war)? since (?=(?:both|the two|\ue005)\b)"
)
#: How what a noun named went: "…, with each side freeing 307".
COURSE = re.compile(
    r"\W{0,2}(?:with (?:each|both|either) (?:\w+ ){1,3}|with (?:the )?\ue005 )?"
    r"(?:releasing|freeing|exchanging|swapping|returning|handing over|getting back"
    r"|bringing (?:home|back)|receiving|welcoming(?: home| back)?|taking back)\b"
)
#: "handed over two captives, as part of the seventh exchange under the deal": what they did.
AS_PART = re.compile(r"\W{0,2}as part of (?:the|an?|their) ")
#: "a deal that will see 33 hostages returned"
WILL_SEE = re.compile(r"\b(?:will|would|to|should) see\b[^.;,]{0,60} \Z")
#: "…, marking the fifth swap of the year": the number of what was told.
MARKING = re.compile(r"\W{0,2}(?:marking|making (?:it|this)|in what (?:was|is)) ")
GOES_ON = re.compile(
    r"(?:[,:] ?)?(?:with|including|(?:focus(?:ing|ed) on|starting with|beginning with|mainly|above all)"
    r"|in (?:exchange|return)|bringing|as well as"
    r"|which (?:included|involved|saw|covered)"
    r"|that (?:\w+ ){0,3}agreed|that had been|involving|marking)\b"
)
WHO = re.compile(r"\W{0,2}(?:who|whom|which) (?!(?:has|had|have) not)")
#: "230 captives, including six civilians, were returned": the verb behind an aside.
ASIDE = re.compile(
    r"\W{0,3}(?:including|among them|most|many|some|all|half|mostly|mainly|nearly all)\b"
    r"[^.;]{1,140}?(?:,| ?[\u2013\u2014-]) ?(?:was|were|has been|have been|had been|are|will be) "
)
#: "wants 700 of its members freed"
WANTS = re.compile(
    r"\b(?:wants?|wanted|seeks?|sought) to have \Z"
    r"|\b(?:wants?|wanted|demand(?:s|ed)?|seeks?|sought)\b"
    r"(?:(?!\b(?:was|were|been|had|has|have)\b)[^.;,]){0,60} \Z"
)
#: "were not freed until 2013": they were.
WAS_NOT = re.compile(r"\b(?:was|were|did)(?: not|n't)(?: \w+)? \Z")
IF = re.compile(r"\W{0,3}(?:if|unless|until|once|whether|should)\b")
#: "reached a number of agreements, including an exchange of …"
AMONG_AGREEMENTS = re.compile(
    r"\bagreements?,? (?:including|such as|among them)\b[^.;,]{0,85}\Z"
    r"|\b(?:agreement|deal|accord)\b[^.;]{0,60} (?:that|which) (?:\w+ )?"
    r"(?:involves?|covers?|includes?|provides? for|calls? for|stipulates?|foresees?) [^.;,]{0,40}\Z"
)
#: "390 each on Friday and 307 each on Saturday": two exchanges by one verb.
TWICE = pattern(
    r"{count}(?: {captives})? (?:each|apiece) (?:on )?{date}(?P<and>,? and )(?=(?:another )?{count}"
    r"(?: {captives})? (?:each|apiece) (?:on )?{date})",
    LEXICON,
)
#: Days and their figures without a verb: "Friday 390 each, Saturday 307 each".
DAY_BY_DAY = pattern(
    r"(?:\A|[,;:] (?:and )?|\band )(?:on )?{date}(?:,|:| -)? (?P<n>{count})(?: {captives})?"
    r" (?:each|apiece|from each side|on each side)\b",
    LEXICON,
)
#: Words that tell that a release named by a noun was done: "supported the release of".
DID = re.compile(
    r"\b(?:supported|oversaw|supervised|facilitated|(?:assisted|helped|took part) (?:in|with)"
    r"|carried out|completed|witnessed|conducted|enabled|celebrated|hailed|welcomed|confirmed"
    r"|reported|coordinated|organi[sz]ed|mediated)"
    r" (?:the|an?|this|another|today's|their|its)(?: [\w\ue001-]+){0,3} \Z|(?<!would be the \ue001 )(?<!will be the \ue001 )\bsuccessful \Z"
    r"|\bthe success of [^.;]{0,40} \Z|\bfollows (?:the|an?|another) (?:\w+ ){0,2}\Z"
)
#: "The exchange between the two included a total of 90": it was held.
INCLUDED = pattern(
    r"(?: (?:between|of|with) [^.;,]{1,60}?)? (?:included|involved|saw|covered)"
    r" (?:a total of )?{count}"
)
#: "announced the release of 90 prisoners": they are free, unless a day to come is told.
ANNOUNCED = pattern(
    r"\b(?:announc(?:ed|es|ing)|report(?:ed|s|ing)|confirm(?:ed|s|ing)) (?:on )?(?:{date} )?"
    r"(?:the |another )?(?:[\w-]+ )?(?:release|return|homecoming|freeing|repatriation) of"
    r" (?:[\w'{actor}-]+ ){0,3}{count} (?:[\w'{actor}-]+ ){0,8}?{captives}\b",
    WORDS,
)
#: "the first stage of the 1,000-for-1,000 swap has been completed": of the whole, not the whole.
STAGE_OF = pattern(
    r"(?:{ordinal}|\b(?:initial|next|latest|another))(?: [\w-]+)?"
    r" (?:stage|phase|part|round|step|day) of (?:the|an?|this|their) (?:[\w-]+ ){0,3}\W?\Z"
)
#: "agreed to the large-scale exchange", "an agreement was reached on the release of"
AGREED_ON = pattern(
    r"\b(?:agreed(?: to| on| upon)?|(?:agreements?|deals?|accords?|understandings?)"
    r" (?:was |were |has been |had been |have been )?(?:reached|signed|struck|concluded)"
    r"(?: to| on| upon| for| about| over)"
    r"|\ban? (?:agreement|deal|accord|understanding) between [^.;,]{1,40}? (?:on|for|to|about))"
    r"(?: (?:conduct|hold|carry out|stage|begin|initiate))?"
    r"(?: (?!not\b|no\b)(?:[\w-]+|{ordinal})){0,4} \Z"
)
NOT_AGREED = re.compile(
    r"(?:\b(?:not|no|never|without|if|unless|whether|until|yet|could|may|might|hop\w+|wants?"
    r"|wanted|reject\w*|deny|denied|close to|nearing|to have|says?|said) |n't )"
    r"(?:[\w-]+ ){0,3}\Z"
)
#: "agreed on the exchange of 1,000 each, which was completed last Sunday"
WAS_DONE = re.compile(
    r"[^.;]{0,60}?(?:,| [-–—]) which (?:(?:was|were|has been|had been) (?:since |then |later )?"
    r"(?:completed|carried out|concluded|implemented|held)|took place|ended|happened|followed)\b"
)
#: "has not answered a call to let go of five": asked for.
CALL_TO = re.compile(
    r"\b(?:call|calls|demand|demands|appeals?|requests?|pleas?|pressure|order) to \Z"
)
#: "Five Thais were among the eight hostages whom"
AMONG_THE = pattern(
    r"(?: [\w-]+){0,2} (?:was|were) among the (?:first |other )?{count} {captives} \Z", LEXICON
)
#: "has not yet freed the 602 it agreed to release": agreed.
IT_HAD_PROMISED = re.compile(
    r"\b(?:it|they|\ue005|that|which) (?:had |has |have )?(?:agreed|promised|pledged|committed|vowed"
    r"|(?:was|were) (?:due|set|supposed|scheduled|meant|expected)) to\b"
)
YET_TO = re.compile(r"\byet to(?: be)? \Z")
#: "and 973 in April 2023", behind a deed with a figure and a date of its own.
AND_ANOTHER_DAY = pattern(
    r"(?:[,;] )?and (?:another |a further )?(?P<n>{count})(?: more| others)?(?: on| in)? ?{date}"
)
ADJECTIVES = frozenset(["freed", "released", "returned", "exchanged", "swapped", "liberated"])
ADJECTIVE_BEFORE = re.compile(
    r"\b(?:the|those|newly|recently|just|other|some|many|with|carrying|of|an?|one|another) \Z"
)
#: A deal told by what it covers, without the word exchange.
DEAL = pattern(
    r"\b(?:deal|agreement|accord|pact|framework|plan) (?:will |would |which )?"
    r"(?:covers?|covered|includes?|included"
    r"|involves?|involved|sees?|foresees|provides for|provided for)"
    r"(?= (?:[\w\ue005-]+ ){0,3}{count}(?: [\w\ue005-]+){0,3} {captives})",
    WORDS,
)
#: "The deal between X and Y includes the release of 33": what it provides for.
PROVIDES = re.compile(
    r"\b(?P<what>deal|agreement|accord|pact|truce|ceasefire|phase|stage|it|which)\b[^.;]{0,60}?"
    r" (?:also |will |would |is to ){0,2}(?:includ(?:es?|ing)|involv(?:es?|ing)|cover(?:s|ing)?"
    r"|entails?|sees?|foresees?|provid(?:es?|ing) for|calls? for) (?:the |an? )?\Z"
    r"|\A\W{0,2}(?:in addition to|besides) (?:the |an? )?\Z"
)
#: "The exchange, which involves the release of 800": no deal that provides for it.
SWAP_WHICH = pattern(r"\b(?:{event}|operation),? which (?:also )?involves? the \Z", WORDS)
#: "proposed an all-for-all exchange, but Moscow rejected the offer"
FLOATED = re.compile(
    r"\b(?:proposed|offered|suggested|floated|called for|advocated)\b[^.;]{0,50}\Z"
)
BUT_REFUSED = re.compile(
    r"[^.;]{0,60}?,? (?:but|which) (?:(?!\bnot\b)[\w\ue005'-]+ ){0,4}(?:rejected|refused|declined"
    r"|turned down|dismissed)\b"
)
#: "will each release 10": a verb, though "each release" may be a noun.
EACH_VERB = re.compile(r"\b(?:will|would|to|shall|could|should|must) (?:each|both|also) \Z")
#: "five prisoners released in Ramallah were taken to hospital", "transferred to custody in Moscow":
#: what became of them.
TO_HOSPITAL = re.compile(
    r"[^.;,]{0,60}? (?:to|into) (?:the |a |pre-trial )?(?:[\w-]+ )?(?:custody|detention|jail|prison"
    r"|colony)\b|"
    r"(?:(?! and )[^.;,]){0,60}? (?:was|were|had to be) (?:\w+ )?(?:hospitali[sz]ed\b"
    r"|(?:taken|rushed|admitted|transferred) (?:\w+ ){0,3}(?:hospital|clinic)s?\b)"
    r"| (?:would|will|chose to|opted to|plan to) (?:\w+ )?(?:stay|remain|live)\b"
)
#: "The 75 soldiers released from captivity arrived": told before.
THOSE_MANY = re.compile(
    r"\b(?:the|those|these) \ue000"
    r" (?:(?!sides?\b|countr|parties|governments?|nations)[\w\ue005-]+ ){1,3}\Z"
)
AUXILIARY = re.compile(r"\b(?:was|were|been|be|being|is|are|has|have|had) \Z")
#: "received a list of three hostages": nobody.
A_THING = re.compile(
    r" (?:an?|the|its|this|further|more)?(?: [\w-]+)? ?(?:lists?|names?|confirmation|information"
    r"|word|news|letters?|reports?|details|repl(?:y|ies)|answers?|proposals?|offers?|calls?)\b"
)
#: "The five commanders freed include X": who they are.
WHO_THEY_ARE = re.compile(r" (?:include[sd]?|comprise[sd]?|are|were (?:named|identified))\b")
#: "said it would not release the hostages": refused.
DECIDED = re.compile(r"\b(?:decided|resolved) to (?:\w+ )?\Z")
WOULD_NOT = re.compile(r"\b(?:(?:would|will) not|wouldn't|won't)(?: be)? \Z")
#: "Saturday's swap"
DAYS_OWN = pattern(r"{date}(?:'s?)? (?:[\w-]+ ){0,3}\Z")
#: "continued their exchange, releasing a further 307": so many are out.
GOING_ON = pattern(
    r"\bcontinu\w+ [^.;]{0,60}, (?:each )?(?:releasing|freeing|exchanging|swapping|returning)"
    r" (?:[\w-]+ ){0,2}{count}"
)
#: "a swap announced for the anniversary of the invasion did not take place"
PLANNED_IN_VAIN = re.compile(
    r"(?: round)?(?: (?:between|of|with) [^.;,]{1,50}?)?"
    r" (?:planned|announced|scheduled|promised|due|expected|agreed|set)[^.;,]{1,70}? (?:(?:did not"
    r"|didn't|never) (?:take place|t(?:ook) place|happen(?:ed)?|materiali[sz]ed?|go ahead)"
    r"|fell through|collapsed|(?:was|were|has been|had been) (?:called off|cancel+ed|postponed))\b"
)
#: "The release of 890 is the most significant exchange since …": it was one.
RECORD = re.compile(
    r"\b(?:is|was|were|are) (?:the|one of the) (?:\w+ )?(?:largest|biggest|most \w+)"
    r"(?: [\w-]+){1,3}\Z"
)
#: "accused Kyiv of holding up the exchange", "rejects the description as a child exchange"
ALLEGED = re.compile(r"\b(?:accus\w+|blam\w+|alleg\w+) [^.;]{0,50}\b(?:of|for) (?:[\w-]+ ){1,4}\Z")
CALLED_SO = re.compile(
    r"\b(?:characteri[sz]\w+|descri(?:ption|b\w+)|label\w*|portray\w*)"
    r" [^.;]{0,60}\bas an? \W?(?:\w+ ){0,2}\Z"
)
PEOPLE_NEXT = pattern(r" {captives}\b", WORDS)
THING_BEFORE = re.compile(r"\b(?:an?|the|this|that)(?: \w+)? \Z")
#: "detainees held by the group": people, not an exchange that was held.
PEOPLE_BEFORE = pattern(r"\b{captives},? \Z", WORDS)
#: "the prisoners being swapped": no word of when.
WHILE_BEING = re.compile(r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bnow)(?<!ntly) being \Z")
#: "a halt in the fighting that saw the return of": it was done.
SAW = re.compile(r"\b(?:that|which) (?:\w+ )?saw (?:the|an?) \Z")
#: "There should be 1,000 released on each side": expected.
THERE_SHOULD_BE = re.compile(
    r"\bthere (?:should|would|could|may|might) be (?:[\w\ue000-]+ ){1,4}\Z"
)
#: "Footage released by the office": no people.
FOOTAGE = re.compile(
    r"\b(?:footage|videos?|images?|photo\w*|pictures?|statements?|reports?|figures|data) \Z"
)
#: "A court freed a journalist": on bail or for good, but in no exchange.
COURT = re.compile(r"\b(?:court|judge|tribunal)s?(?: also| has| had| then| later)? \Z")
#: "since the invasion began": no swap that did.
SINCE_IT = re.compile(r"\bsince (?:[\w\ue005'-]+ ){1,5}\Z")
#: "concluded a round of talks on the prisoner swap issue": what was talked about.
TOPIC_BEFORE = pattern(
    r"\b(?:{talks}|rounds?|meetings?|committees?)\b[^.;,]{0,40} (?:on|about|over|regarding)"
    r" (?:the |an? )?(?:[\w-]+ ){0,2}\Z",
    LEXICON,
)
TOPIC_AFTER = re.compile(
    r"(?: deal)? (?:issue|file|dossier|question|talks|negotiations|committee)s?\b"
)
