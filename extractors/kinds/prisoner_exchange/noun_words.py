"""The wording around an exchange named by a noun: how far it had come, which one is meant."""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange.words import WORDS
from extractors.parsing.lexicon import EACH, LEXICON
from extractors.parsing.tape import pattern

#: "surpassing May's earlier 1,000-for-1,000 exchange": not the one that is told.
PREVIOUS = pattern(
    r"\b(?:surpass|exceed|dwarf|follow|eclips|repeat|outnumber|compar)\w*(?: (?:with|to))?"
    r" (?:the|an?|its|their|{date}(?:'s)?)(?: [\w-]+){0,2}?"
    r" (?:previous|earlier|prior|preceding|last)"
    r"(?: (?:\w+'s|[\w{date}'-]+)){0,2} \Z"
    r"|\b(?:surpass|exceed|dwarf|eclips|outnumber|topp)\w* (?:the|{date}(?:'s)?)"
    r"(?: [\w'-]+){0,2} \Z"
)
#: "Israel's release of 183 on Saturday came hours after …": it was done.
CAME = pattern(
    r"(?: (?:on )?{date}| between [^.;,]{1,50}?| by {actor})? (?:came|comes) (?:just )?"
    r"(?:after|as|amid|on|hours|days|weeks|shortly|two|three|a) "
)
#: "The next exchange is planned for Thursday"
PLANNED_FOR = re.compile(
    r"(?: (?:between|with|of) [^.;,]{1,50}?)? (?:is|are|has been|have been) (?:now |also )?planned"
    r" (?:for|on|to (?:take place|be held)) "
)
#: "The exchange follows four similar ones held last week", "the largest swap since both sides freed
#: 900 in May": what is told is of those.
FOLLOWS = re.compile(
    r" (?:follows|followed|comes after|came after) (?!on\b|in\b|next\b|later\b)"
    r"|(?: in [\ue005\ue007]| of the war)? since (?=(?:both|the two|\ue005|the one|that (?:of|on"
    r"|in)"
    r"|one (?:of|on|in))\b)"
)
#: "the release of Edan Alexander", on the cased tape.
RELEASE_OF_ONE = pattern(
    r"\b(?P<noun>release|return|repatriation|freeing) of"
    r"(?: (?:the|[a-z'-]+,?|{actor}(?:-{actor})?)){0,6}?"
    r" (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})(?=[,.;]|\Z"
    r"| (?:by|in|on|from|after|to|who|as)\b)"
)
#: "an exchange with the US, releasing two Americans"
THEN_DOING = re.compile(
    r"[^.;,]{0,60}, (?:with [^.;,]{1,40} )?(?:releasing|freeing|handing over|receiving"
    r"|bringing (?:home|back))\b"
    r"|[^.;]{0,80}, with (?:[\w-]+ ){0,3}\ue000 (?:[\w-]+ ){0,3}(?:freed|released|exchanged"
    r"|returned|swapped)\b"
    r"|[^.;,]{0,40} in which [^.;,]{1,80}? (?:was|were|has been|have been) (?:freed|released"
    r"|exchanged|swapped|let go)\b"
)
#: "The first stage of the exchange, which was agreed on 2 June, took place on 9 June".
THEN_HELD = re.compile(
    r"(?: (?:between|with) [^.;,]{1,60}?)?,"
    r" (?:which|that|agreed|due|announced|scheduled|originally)\b"
    r"[^.;]{1,100}?, (?P<held>took place|(?:was|has been) (?:held|carried out|completed|conducted)"
    r"|happened|has taken place)\b"
)
#: "reached a number of agreements, including an exchange of …"
AMONG_AGREEMENTS = re.compile(
    r"\bagreements?,? (?:including|such as|among them)\b[^.;,]{0,85}\Z"
    r"|\b(?:agreement|deal|accord)\b[^.;]{0,60} (?:that|which) (?:\w+ )?"
    r"(?:involves?|covers?|includes?|provides? for|calls? for|stipulates?|foresees?) [^.;,]{0,40}\Z"
)
#: Words that tell that a release named by a noun was done: "supported the release of".
DID = re.compile(
    r"\b(?:supported|oversaw|supervised|facilitated|(?:assisted|helped|took part) (?:in|with)"
    r"|carried out|completed|witnessed|conducted|enabled|celebrated|hailed|welcomed"
    r"|confirmed|verified"
    r"|reported|coordinated|organi[sz]ed|mediated|negotiated|won|obtained)"
    r" (?:the|an?|this|another|today's|their|its)(?: [\w\ue001-]+){0,3} \Z"
    r"|(?<!would be the \ue001 )(?<!will be the \ue001 )\bsuccessful \Z"
    r"|(?<!could have )(?<!would have )\b(?:resulted in|led to|culminated in|ended with) the \Z"
    r"|\bcongratulat\w+ [^.;,]{0,40} on (?:the|an?|this|their) \W?(?:[\w-]+ ){0,3}\Z"
    r"|\b(?:we (?:have|had)|there (?:was|has been)|today there is) (?:an?|another|one more"
    r"|the \ue001) (?:\w+ ){0,3}\Z"
    r"|\bthe success of [^.;]{0,40} \Z|\bfollows (?:the|an?|another) (?:\w+ ){0,2}\Z"
)
#: "The exchange between the two included a total of 90": it was held.
INCLUDED = pattern(
    r"(?: (?:between|of|with) [^.;,]{1,60}?)?(?:, [^.;,]{1,50},)?"
    r" (?:included|involved|saw|covered|was of)"
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
    r"(?:{ordinal}|\b(?:initial|next|latest|another|(?P<last>final|last)))(?: [\w-]+)?"
    r" (?:stage|phase|part|round|step|day) of (?:the|an?|this|their) (?:[\w-]+ ){0,3}\W?\Z"
)
#: "agreed to the large-scale exchange", "an agreement was reached on the release of"
AGREED_ON = pattern(
    r"\b(?:agreed(?: to| on| upon)?|settled on|sign(?:ed|ing) up to|signed off on"
    r"|committed (?:themselves )?to|undertook|(?:agreements?|deals?|accords?|understandings?)"
    r" (?:was |were |has been |had been |have been )?(?:reached|signed|struck|concluded)"
    r"(?: to| on| upon| for| about| over)"
    r"|\ban? (?:agreement|deal|accord|understanding) between [^.;,]{1,40}? (?:on|for|to|about))"
    r"(?: (?:conduct|hold|carry out|stage|begin|initiate))?"
    r"(?: (?!not\b|no\b)(?:[\w-]+|{ordinal})){0,4} \Z"
)
#: "a deal struck in Bern that includes the release of 887": settled, whatever was concluded.
HELD_IN_DEAL = re.compile(
    r"\b(?:deal|agreement|accord|pact)\b(?! (?:proposal|offer|draft))[^.;,]{0,60}?"
    r" (?:that|which)(?: [^.;,]{1,40} and)? (?:also )?(?:includes?|covers?|provides? for|involves?"
    r"|calls? for|foresees?|stipulates?) the \Z"
)
NOT_AGREED = re.compile(
    r"(?:\b(?:not|no|never|without|if|unless|whether|until|yet|could|may|might|hop\w+|wants?"
    r"|wanted|reject\w*|deny|denied|close to|nearing|to have|says?|said) |n't )"
    r"(?:[\w-]+ ){0,3}\Z"
)
#: A deal told by what it covers, without the word exchange.
DEAL = pattern(
    r"\b(?:deal|agreement|accord|pact|framework|plan) (?:will |would |which )?"
    r"(?:covers?|covered|includes?|included"
    r"|involves?|involved|sees?|foresees|provides for|provided for)"
    r"(?= (?:[\w\ue005-]+ ){0,3}{count}(?: [\w\ue005-]+){0,3} {captives}"
    r"|[^.;{count}]{0,90} {count}(?: [\w-]+){0,2} {each})",
    {**WORDS, "each": EACH},
)
#: "gave maps of mines in exchange for the release of 30": they were let go.
GAVE_FOR = re.compile(
    r"\b(?:gave|handed|paid|provided|shared|submitted) (?!up\b)[^.;]{1,140}? in (?:exchange|return)"
    r" for the \Z"
)
#: "This is the eleventh such swap": it was one.
IS_ONE_MORE = re.compile(
    r"\b(?:this|it|that|today's)(?: (?:prisoner|latest|new))? ?(?:exchange|swap|release)?"
    r" (?:is|was|marks|marked|became) (?:already |now )?(?:the|their|our|an?)"
    r" \ue001(?: [\w-]+){1,4}\Z"
)
#: "The exchange involved the release of": it was done.
IT_INVOLVED = re.compile(
    r"\b(?:exchange|swap|handover|operation)(?: between [^.;,]{1,40}?)?"
    r" (?:involved|included|saw|resulted in|led to|secured) the \Z"
)
#: "The deal between X and Y includes the release of 33": what it provides for.
PROVIDES = re.compile(
    r"\b(?P<what>deal|agreement|accord|pact|truce|ceasefire|phase|stage|it|which)\b[^.;]{0,60}?"
    r" (?:also |will |would |could |may |might |(?:is |was )?(?:expected )?to ){0,2}"
    r"(?:includ(?:es?|ing)|(?:start|beginn?)(?:s|ing) with"
    r"|involv(?:es?|ing)|cover(?:s|ing)?"
    r"|entails?|sees?|foresees?|envisag(?:es?|ing)|stipulat(?:es?|ing)|contemplates?"
    r"|provid(?:es?|ing) for|calls? for)"
    r" (?:the |an? )?[\"“]?(?:the |an? )?\Z"
    r"|\A\W{0,2}(?:in addition to|besides) (?:the |an? )?\Z"
)
#: "any deal must include the release of": no deal that is there.
IS_A_TERM = re.compile(r"\b(?:must|should|ha(?:s|d|ve) to|needs? to|any) ")
#: "a hostage release proposal"
IS_A_PLAN = re.compile(r" (?:proposal|plan|offer|outline|idea|initiative)\b")
#: "for Hamas to accept the framework, which includes": not settled.
TO_ACCEPT = re.compile(r"\bto (?:accept|agree to|sign|approve|back|adopt) [^.;]{0,60}\Z")
#: What a clause tells as done, before "in an exchange".
DEED_BEFORE = re.compile(
    r"(?<!\bto )(?<!\bnot )\b(?:was|were) (?!(?:to|not|due|set|expected|still)\b)\w+"
    r"|\b(?:arrived|stepped|walked|emerged|embraced|crossed|left|reached|landed|hugged)\b"
)
UNSURE = re.compile(r"\b(?:expected to|could|might|may|proposal|proposed)\b")
#: "The exchange, which involves the release of 800": no deal that provides for it.
SWAP_WHICH = pattern(r"\b(?:{event}|operation),? which (?:also )?involves? the \Z", WORDS)
#: "proposed an all-for-all exchange, but Moscow rejected the offer"
FLOATED = re.compile(
    r"\b(?:proposed|offered|suggested|floated|called for|advocated)\b[^.;]{0,50}\Z"
)
BUT_REFUSED = re.compile(
    r"[^.;]{0,60}?,? (?:but|which|and|though|only for)"
    r" (?:(?!\bnot\b)[\w\ue005'-]+ ){0,4}(?:rejected|refused|declined"
    r"|turned (?:it |them |that |this )?down|dismissed|said no)\b"
)
#: "They have three wishes: the release of": asked for.
WISHED = re.compile(
    r"\b(?:wish(?:es)?|demands|conditions|requests|priorities)\b"
    r"[^.;]{0,50}?(?::|\bare|\bincluding|\bamong them) (?:the |an? )?\Z"
)
#: "an exchange of captives on an 'all for all' basis"
A_BASIS = re.compile(r"\W{0,2} (?:basis|principle|formula|format)\b")
SWAP_ON = pattern(
    r"\b{event}\b(?! of (?:fire|views))[^.;,]{0,60}"
    r" (?:on (?:the basis|principle) of|on|under|by) (?:an?|the) \W{0,2}\Z",
    WORDS,
)
#: "The first exchange under the Istanbul deal took place": held, whatever was agreed.
TOOK_PLACE = re.compile(
    r"(?: (?:under|as part of|within|in (?:line|accordance) with|following|agreed|from|between|of"
    r"|with|provided)(?: [\w\ue001\ue004\ue005\ue007'-]+){1,9}?)? (?:took place|has taken place"
    r"|(?:was|were) (?:held|carried out|completed|conducted))\b"
)
#: "Saturday's swap"
DAYS_OWN = pattern(r"{date}(?:'s?)? (?:[\w-]+ ){0,3}\Z")
#: "continued their exchange, releasing a further 307": so many are out.
GOING_ON = pattern(
    r"\bcontinu\w+ [^.;]{0,60}, (?:each )?(?:releasing|freeing|exchanging|swapping|returning)"
    r" (?:[\w-]+ ){0,2}{count}"
)
#: "a swap announced for the anniversary of the invasion did not take place"
PLANNED_IN_VAIN = re.compile(
    r"(?: round)?(?: (?:between|of|with) [^.;,]{1,50}?)?,?"
    r" (?:(?:was|were|had been|that had been|which was) )?"
    r"(?:planned|announced|scheduled|promised|due|expected|agreed|set)"
    r"[^.;,]{1,70}?(?:, but (?:it |this |that )?)? ?\b(?:(?:did not"
    r"|didn't|never) (?:take place|t(?:ook) place|happen(?:ed)?|materiali[sz]ed?|go ahead"
    r"|c[oa]me (?:off|about))"
    r"|fell through|collapsed|(?:was|were|has been|had been) (?:called off|cancel+ed|postponed))\b"
)
#: "An exchange of 250 for 250, discussed in the spring, had fallen through"
CAME_TO_NOTHING = re.compile(
    r"(?:(?!\b(?:but|after|before|when|while|until|as)\b|\band (?!\ue005))[^.;])"
    r"{0,110}?"
    r" (?P<nothing>came to nothing|fell through|(?:has|had|have) (?:fallen through"
    r"|come to nothing))\b"
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
#: "detainees held by the group": people, not an exchange that was held.
PEOPLE_BEFORE = pattern(r"\b{captives},? \Z", WORDS)
#: "a halt in the fighting that saw the return of": it was done.
SAW = re.compile(r"\b(?:that|which) (?:\w+ )?saw (?:the|an?) \Z")
#: "since the invasion began": no swap that did.
SINCE_IT = re.compile(
    r"\b(?:since|(?:day|week|month|night)(?: that| when)?) (?:[\w\ue005'-]+ ){1,5}\Z"
)
#: "concluded a round of talks on the prisoner swap issue": what was talked about or prepared.
TOPIC_BEFORE = pattern(
    r"\b(?:(?:{talks}|rounds?|meetings?|committees?)\b[^.;,]{0,40} (?:on|about|over|regarding)"
    r"|preparations for) (?:the |an? )?(?:[\w-]+ ){0,2}\Z",
    LEXICON,
)
#: "would begin negotiations for the return of prisoners": what they agree on are the talks.
TO_NEGOTIATE = pattern(
    r"\b(?:begin|start|open|resume|launch|hold|enter)(?: into)? (?:[\w-]+ ){0,2}{talks}"
    r" (?:for|on|about|over|towards?|aimed at) (?:the |an? )?(?:[\w-]+ ){0,2}\Z",
    LEXICON,
)
TOPIC_AFTER = re.compile(
    r"(?: deal)? (?:issue|file|dossier|question|talks|negotiations|committee)s?\b"
)
