"""Numbers, durations and formulas: tables of (why, text, what is read), and properties of any text.

A number is written "words = qualifier figures, flags": "at least 1,200 = at_least 1200, more".
"""

# ruff: noqa: E501 - a case is one line

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.parsing.dates import read_dates
from extractors.parsing.numbers import (
    Duration,
    Number,
    read_durations,
    read_formulas,
    read_numbers,
)
from extractors.values import Count, Qualifier, Span
from tests.timing import is_linear

NUMBERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # -- plain figures
    ("bare digits", "Russia handed over 250 prisoners at the border.", ("250 = exact 250",)),
    ("comma thousands", "The sides agreed to swap 1,200 captives.", ("1,200 = exact 1200",)),
    ("dot thousands", "Kyiv received 1.212 bodies of the fallen.", ("1.212 = exact 1212",)),
    ("space thousands", "Moscow returned 6 060 bodies.", ("6 060 = exact 6060",)),
    ("thin space", "Moscow returned 6\u2009060 bodies.", ("6\u2009060 = exact 6060",)),
    ("no-break space", "Some 1\xa0200 people came home.", ("Some 1\xa0200 = about 1200",)),
    ("narrow no-break space", "He counted 10\u202f000 men.", ("10\u202f000 = exact 10000",)),
    ("apostrophe thousands", "Swiss papers wrote of 1'000 captives.", ("1'000 = exact 1000",)),
    ("three groups", "The war displaced 1,234,567 people.", ("1,234,567 = exact 1234567",)),
    ("Indian grouping", "Relief reached 1,50,000 villagers.", ("1,50,000 = exact 150000",)),
    ("lakh", "About 2 lakh people fled.", ("About 2 lakh = about 200000",)),
    ("no separator", "They exchanged 1200 soldiers.", ("1200 = exact 1200",)),
    ("four figures that look like a year", "Russia freed 2000 prisoners.", ("2000 = exact 2000",)),
    ("a year-like figure after a qualifier", "More than 2000 have come home.", ("More than 2000 = more_than 2000",)),
    ("bracketed", "All captives (250) crossed the bridge.", ("250 = exact 250",)),
    ("at the end", "The number of freed reached 205", ("205 = exact 205",)),
    ("two figures", "Kyiv got 31 in return for 15 Russians.", ("31 = exact 31", "15 = exact 15")),
    ("a list", "Returned were 12, 15 and 20 men.", ("12 = exact 12", "15 = exact 15", "20 = exact 20")),
    ("zero is no count", "There was 0 progress.", ()),
    ("leading zero", "Agent 007 stayed away.", ()),
    ("broken grouping", "The code 1,1,1,1 appeared.", ()),
    ("version chain", "Release 1.2.3 was shipped.", ()),
    # -- scales
    ("mln", "Russia has suffered over 1 mln casualties.", ("over 1 mln = more_than 1000000",)),
    ("1m", "The war has cost 1m lives.", ("1m = exact 1000000",)),
    ("decimal million", "Some 1.2 million fled abroad.", ("Some 1.2 million = about 1200000",)),
    ("decimal comma million", "Es waren 1,5 million people.", ("1,5 million = exact 1500000",)),
    ("three decimals million", "In all 1.125 million left.", ("1.125 million = exact 1125000",)),
    ("250k", "Losses stand at 250k, an official said.", ("250k = exact 250000",)),
    ("digits and thousand", "About 20 thousand children were taken.", ("About 20 thousand = about 20000",)),
    ("hundred thousand", "Nearly 2 hundred thousand men fell.", ("Nearly 2 hundred thousand = less_than 200000",)),
    ("billion people", "A market of 1.4 billion people.", ("1.4 billion = exact 1400000000",)),
    ("hyphen scale", "A 30-thousand-strong force waits.", ("30-thousand = exact 30000",)),
    ("k not adjacent", "The 250 K prisoners.", ("250 = exact 250",)),
    ("metres are no million", "A wall 5 m high.", ()),
    # -- words
    ("small word", "Five soldiers were freed.", ("Five = exact 5",)),
    ("twenty-five", "Twenty-five women came back.", ("Twenty-five = exact 25",)),
    ("twenty five", "Exactly twenty five men left.", ("twenty five = exact 25",)),
    ("three hundred and seven", "Three hundred and seven came home.", ("Three hundred and seven = exact 307",)),
    ("three hundred seven", "They freed three hundred seven men.", ("three hundred seven = exact 307",)),
    ("hyphenated and", "A column of one-hundred-and-twenty vehicles.", ("one-hundred-and-twenty = exact 120",)),
    ("a hundred", "A hundred prisoners returned.", ("A hundred = exact 100",)),
    ("a hundred and twenty", "They sent a hundred and twenty men.", ("a hundred and twenty = exact 120",)),
    ("a thousand", "A thousand for each side was the goal.", ("A thousand = exact 1000",)),
    ("one thousand two hundred", "One thousand two hundred captives go home.", ("One thousand two hundred = exact 1200",)),
    ("twelve hundred", "Twelve hundred captives go home.", ("Twelve hundred = exact 1200",)),
    ("two thousand and five", "Two thousand and five people signed.", ("Two thousand and five = exact 2005",)),
    ("thousands of words", "Forty-two thousand three hundred and one names.", ("Forty-two thousand three hundred and one = exact 42301",)),
    ("hundred thousand in words", "Three hundred thousand men were called up.", ("Three hundred thousand = exact 300000",)),
    ("hundred and twenty thousand", "A hundred and twenty thousand fled.", ("A hundred and twenty thousand = exact 120000",)),
    ("a dozen", "A dozen children were reunited.", ("A dozen = exact 12",)),
    ("two dozen", "Two dozen medics came along.", ("Two dozen = exact 24",)),
    ("half a dozen", "Half a dozen envoys attended.", ("Half a dozen = exact 6",)),
    ("half a million", "Half a million lives were upended.", ("Half a million = exact 500000",)),
    ("half-million", "A half-million refugees wait.", ("half-million = exact 500000",)),
    ("quarter of a million", "A quarter of a million men.", ("quarter of a million = exact 250000",)),
    ("one and a half million", "One and a half million people.", ("One and a half million = exact 1500000",)),
    ("a million and a half", "A million and a half refugees.", ("A million and a half = exact 1500000",)),
    ("two and a half thousand", "Two and a half thousand captives.", ("Two and a half thousand = exact 2500",)),
    ("line break inside", "They freed twenty\nfive men.", ("twenty\nfive = exact 25",)),
    ("two words side by side are two", "In groups of two, three came.", ("two = exact 2", "three = exact 3")),
    ("capital letters", "ONE HUNDRED PRISONERS FREED.", ("ONE HUNDRED = exact 100",)),
    ("a Turkish capital keeps the spans", "İstanbul, İzmir: 250 freed.", ("250 = exact 250",)),
    ("word inside a word", "Someone often attended the tenth-floor bone clinic.", ()),
    # -- at least, more than
    ("at least", "An exchange of at least 1,200 more prisoners.", ("at least 1,200 = at_least 1200, more",)),
    ("no fewer than", "No fewer than 300 men were returned.", ("No fewer than 300 = at_least 300",)),
    ("no less than", "No less than 300 men were returned.", ("No less than 300 = at_least 300",)),
    ("a minimum of", "A minimum of 50 wounded would go first.", ("A minimum of 50 = at_least 50",)),
    ("upwards of", "Upwards of 900 were named.", ("Upwards of 900 = at_least 900",)),
    ("plus sign", "1,000+ captives are home.", ("1,000+ = at_least 1000",)),
    ("-plus", "The 1,000-plus captives are home.", ("1,000-plus = at_least 1000",)),
    ("or more", "Lists of 500 or more names.", ("500 or more = at_least 500",)),
    ("at least, behind", "It would free 40 at least, he said.", ("40 at least = at_least 40",)),
    ("more than", "More than 1,000 have returned.", ("More than 1,000 = more_than 1000",)),
    ("over", "Over 1,000 Ukrainians had been returned.", ("Over 1,000 = more_than 1000",)),
    ("above", "The toll stands above 300.", ("above 300 = more_than 300",)),
    ("exceeding", "Losses exceeding 1,000 a day.", ("exceeding 1,000 = more_than 1000",)),
    ("in excess of", "In excess of 700 bodies.", ("In excess of 700 = more_than 700",)),
    ("well over", "Well over 1,000 came back.", ("Well over 1,000 = more_than 1000",)),
    ("just over", "Just over 300 came back.", ("Just over 300 = more_than 300",)),
    ("a little more than", "A little more than 300 came.", ("A little more than 300 = more_than 300",)),
    ("more than a hundred", "More than a hundred men.", ("More than a hundred = more_than 100",)),
    ("more than two dozen", "More than two dozen envoys.", ("More than two dozen = more_than 24",)),
    # -- at most, less than
    ("up to", "Up to 1,200 prisoners could go.", ("Up to 1,200 = at_most 1200",)),
    ("at most", "At most 30 remain.", ("At most 30 = at_most 30",)),
    ("a maximum of", "A maximum of 10 delegates.", ("A maximum of 10 = at_most 10",)),
    ("no more than", "No more than 100 were ready.", ("No more than 100 = at_most 100",)),
    ("not more than", "Not more than 100 were ready.", ("Not more than 100 = at_most 100",)),
    ("as many as", "As many as 6,000 bodies.", ("As many as 6,000 = at_most 6000",)),
    ("or fewer", "Convoys of 20 or fewer cars.", ("20 or fewer = at_most 20",)),
    ("less than", "Less than 300 came.", ("Less than 300 = less_than 300",)),
    ("fewer than", "Fewer than 50 hostages are alive.", ("Fewer than 50 = less_than 50",)),
    ("under", "Under 50 hostages are alive.", ("Under 50 = less_than 50",)),
    ("nearly", "Nearly 5,000 captives came home.", ("Nearly 5,000 = less_than 5000",)),
    ("almost", "Almost 400 crossed.", ("Almost 400 = less_than 400",)),
    ("close to", "Close to 400 crossed.", ("Close to 400 = less_than 400",)),
    ("just under", "Just under 400 crossed.", ("Just under 400 = less_than 400",)),
    ("not quite", "Not quite 400 crossed.", ("Not quite 400 = less_than 400",)),
    # -- about
    ("about", "About 150 men.", ("About 150 = about 150",)),
    ("around", "So far around 1,000 PoWs are home.", ("around 1,000 = about 1000",)),
    ("some", "Some 250 were exchanged.", ("Some 250 = about 250",)),
    ("roughly", "Roughly 250 were exchanged.", ("Roughly 250 = about 250",)),
    ("approximately", "Approximately 250 were exchanged.", ("Approximately 250 = about 250",)),
    ("an estimated", "An estimated 20,000 children.", ("An estimated 20,000 = about 20000",)),
    ("circa", "Circa 90 names.", ("Circa 90 = about 90",)),
    ("tilde", "Losses of ~1,000 a week.", ("~1,000 = about 1000",)),
    ("or so", "The 40 or so delegates.", ("40 or so = about 40",)),
    ("-odd", "The 40-odd delegates.", ("40-odd = about 40",)),
    ("some hundred", "Some hundred men waited.", ("Some hundred = about 100",)),
    ("estimated more than", "An estimated more than 900 fell.", ("An estimated more than 900 = more_than 900",)),
    ("at least some", "At least some 900 fell.", ("At least some 900 = at_least 900",)),
    ("a couple of hundred", "A couple of hundred men.", ("A couple of hundred = about 200",)),
    # -- ranges
    ("dash", "Short pauses of 24–48 units.", ("24–48 = range 24–48",)),
    ("hyphen", "They want 10-15 names a week.", ("10-15 = range 10–15",)),
    ("spaced dash", "Lists of 10 – 15 names.", ("10 – 15 = range 10–15",)),
    ("to", "They hold 60 to 80 hostages.", ("60 to 80 = range 60–80",)),
    ("between", "Between 24 and 48 people waited.", ("Between 24 and 48 = range 24–48",)),
    ("from to", "From 24 to 48 people waited.", ("From 24 to 48 = range 24–48",)),
    ("from to after a change is two", "It rose from 900 to 1,200 men.", ("900 = exact 900", "1,200 = exact 1200")),
    ("words", "Two to three thousand men.", ("Two to three thousand = range 2000–3000",)),
    ("scale shared", "2 to 3 million people fled.", ("2 to 3 million = range 2000000–3000000",)),
    ("scale shared, dash", "Losses of 10-15 thousand a month.", ("10-15 thousand = range 10000–15000",)),
    ("scale not shared", "From 500 to 1.2 million people.", ("From 500 to 1.2 million = range 500–1200000",)),
    ("two or three", "Two or three rounds are needed.", ("Two or three = range 2–3",)),
    ("between in words", "Between one hundred and two hundred men.", ("Between one hundred and two hundred = range 100–200",)),
    ("suspended hyphen", "Short 24- to 48-hour pauses.", ("24- to 48 = range 24–48",)),
    ("suspended hyphen, words", "A two- to three-day truce.", ("two- to three = range 2–3",)),
    ("hyphens all through", "A two-to-three-day truce.", ("two-to-three = range 2–3",)),
    ("and without between is two", "He met 24 and 48 families.", ("24 = exact 24", "48 = exact 48")),
    ("qualified range", "About 10 to 15 trucks.", ("About 10 to 15 = range 10–15",)),
    ("another range", "Another 10 to 15 trucks.", ("Another 10 to 15 = range 10–15, more",)),
    ("between the two is one number", "Talks between the two sides and 5 others.", ("two = exact 2", "5 = exact 5, more")),
    # -- vague
    ("tens of", "Tens of civilians were killed.", ("Tens = vague 10",)),
    ("dozens", "Dozens were freed.", ("Dozens = vague 12",)),
    ("scores of", "Scores of men were freed.", ("Scores = vague 20",)),
    ("hundreds", "Hundreds came home.", ("Hundreds = vague 100",)),
    ("thousands", "The exchange of thousands of prisoners.", ("thousands = vague 1000",)),
    ("tens of thousands", "Tens of thousands died.", ("Tens of thousands = vague 10000",)),
    ("hundreds of thousands", "Hundreds of thousands died.", ("Hundreds of thousands = vague 100000",)),
    ("millions", "Millions fled.", ("Millions = vague 1000000",)),
    ("several hundred", "Several hundred captives.", ("Several hundred = vague 100",)),
    ("a few thousand", "A few thousand troops.", ("A few thousand = vague 1000",)),
    ("several dozen", "Several dozen men.", ("Several dozen = vague 12",)),
    ("hundreds more", "Hundreds more are to come.", ("Hundreds = vague 100, more",)),
    ("he scores", "The striker scores again.", ()),
    ("in their tens", "The mood ran high in the tens.", ()),
    # -- more
    ("more", "It will free 250 more soldiers.", ("250 = exact 250, more",)),
    ("another", "Another 250 were promised.", ("Another 250 = exact 250, more",)),
    ("an additional", "An additional 100 bodies.", ("An additional 100 = exact 100, more",)),
    ("a further", "A further 1,000 bodies.", ("A further 1,000 = exact 1000, more",)),
    ("further behind", "They named 30 further captives.", ("30 = exact 30, more",)),
    ("at least another", "At least another 250 will go.", ("At least another 250 = at_least 250, more",)),
    ("more than is not more", "They freed 250 more than agreed.", ("250 = exact 250",)),
    ("others", "Ten men and 15 others were hurt.", ("Ten = exact 10", "15 = exact 15, more")),
    # -- ordinals
    ("third", "The third round of talks ended.", ("third = ordinal 3",)),
    ("63rd", "It was the 63rd exchange of the war.", ("63rd = ordinal 63",)),
    ("ninth", "This marks the ninth prisoner exchange.", ("ninth = ordinal 9",)),
    ("twenty-first", "The twenty-first swap took place.", ("twenty-first = ordinal 21",)),
    ("18th package", "The EU's 18th package of sanctions.", ("18th = ordinal 18",)),
    ("hundredth", "The hundredth exchange.", ("hundredth = ordinal 100",)),
    ("first and second", "After the first and second rounds.", ("first = ordinal 1", "second = ordinal 2")),
    ("round three", "Round three of the talks is near.", ("three = ordinal 3",)),
    ("phase of a deal with a count", "In the second phase 33 hostages go free.", ("second = ordinal 2", "33 = exact 33")),
    ("stage 2", "Stage 2 will follow.", ("2 = ordinal 2",)),
    ("at first", "At first nobody came.", ()),
    ("first as an adverb", "The deal was first reported by CNN.", ()),
    ("first lady", "The first lady wrote a letter.", ()),
    ("for the first time", "They met for the first time.", ()),
    ("a third of", "A third of the men were ill.", ()),
    ("two thirds", "Two thirds of the men were ill.", ()),
    ("first deputy", "The first deputy minister came.", ()),
    ("brigade", "Men of the 36th Separate Marine Brigade.", ()),
    ("century", "A war of the 21st century.", ()),
    ("Second World War", "The worst since the Second World War.", ()),
    ("Geneva Convention", "The Third Geneva Convention protects them.", ()),
    ("First, as an adverb", "First, the guns must fall silent.", ()),
    ("30-second", "A 30-second clip was shown.", ("30 = exact 30",)),
    ("third country", "Meet in a third country.", ()),
    ("second-largest", "Kharkiv is the second-largest city.", ()),
    # -- "one"
    ("one soldier", "One soldier was missing.", ("One = exact 1",)),
    ("one-hour", "A one-hour meeting.", ("one = exact 1",)),
    ("one more", "One more prisoner came.", ("One = exact 1, more",)),
    ("one of the", "He was one of the negotiators.", ()),
    ("no one", "No one expects an easy road.", ()),
    ("one as a pronoun", "One can only hope.", ()),
    ("this one", "Talks such as this one fail.", ()),
    ("one day", "One day the war will end.", ()),
    ("for one day", "The truce held for one day.", ("one = exact 1",)),
    ("one another", "They thanked one another.", ()),
    ("one by one", "They came out one by one.", ()),
    ("one-sided", "A one-sided truce.", ()),
    # -- what counts nothing
    ("year", "The invasion began in 2022.", ()),
    ("bare year before a noun", "The 2022 invasion shocked Europe.", ()),
    ("decade", "As in the 1990s, nobody knew.", ()),
    ("month day", "On July 23 they met.", ()),
    ("day month", "On 23 July they met.", ()),
    ("month, then count", "In May 250 prisoners were freed.", ("250 = exact 250",)),
    ("month day, then count", "On June 2, 250 men were freed.", ("250 = exact 250",)),
    ("two days ago", "They met two days ago.", ()),
    ("clock", "At 6:07 pm ET the talks ended.", ()),
    ("a.m.", "From 10 a.m. they waited.", ()),
    ("GMT", "Talks resume at 0900 GMT.", ()),
    ("percent", "Support fell by 20% to 35 percent.", ()),
    ("per cent", "Some 40 per cent agreed.", ()),
    ("dollars sign", "A $61bn package was passed.", ()),
    ("dollars word", "Aid of 61 billion dollars.", ()),
    ("euros", "They pledged €3.5 billion and 40 million euros.", ()),
    ("US dollars", "It cost 20 million US dollars.", ()),
    ("model numbers", "F-16s, T-72 tanks and Kh-101 missiles.", ()),
    ("calibre", "155mm and 152 mm shells.", ()),
    ("distance", "A strip 20 km wide and 15 miles long.", ()),
    ("article", "Under Article 5 and Resolution 2202.", ()),
    ("number sign", "Prison No. 10 and item #4.", ()),
    ("age", "A 25-year-old soldier.", ()),
    ("age in words", "He is thirty years old.", ()),
    ("age between commas", "Rustem Umerov, 43, led the team.", ()),
    ("aged", "Children aged 6 to 17 returned.", ()),
    ("under 25", "Captives under 25 come first.", ("under 25 = less_than 25, age",)),
    ("younger than 25", "And those younger than 25.", ("younger than 25 = less_than 25, age",)),
    ("over 60, of people", "Men over 60, the ill and the wounded.", ("over 60 = more_than 60, age",)),
    ("under the age of 25", "Soldiers under the age of 25.", ("under the age of 25 = less_than 25, age",)),
    ("at the age of", "He died at the age of 25.", ()),
    ("one in five", "One in five came home.", ()),
    ("day number behind a weekday", "On Friday (24) they met.", ()),
    ("handed over", "Kyiv handed over 250 men and turned over 40 bodies.", ("250 = exact 250", "40 = exact 40")),
    ("handed over more than", "Kyiv handed over more than 250 men.", ("more than 250 = more_than 250",)),
    ("score", "Dynamo won 2-1 in Kyiv.", ()),
    ("phone", "Call +90 212 555 1234 or 202-555-0143.", ()),
    ("slash", "Posts are manned 24/7.", ()),
    ("list mark", "1. Withdraw the troops.\n2) Free the captives.", ()),
    ("note mark", "The talks failed.[3]", ()),
    ("link", "See https://example.org/2025/250-prisoners-freed for more.", ()),
    ("in a name", "G7 leaders and the MH17 trial.", ()),
    ("day of the war", "Day 1,245 of the war. On day 3 they left.", ()),
    ("decimal", "A quake of magnitude 6.1 struck.", ()),
    ("two-state", "A two-state solution.", ()),
    ("three times", "They met three times.", ()),
    ("under two agreements", "Freed under two agreements.", ("two = exact 2",)),
    ("formula", "A “1,000-for-1,000” swap of all.", ()),
    ("formula with spaces", "A “1,000 for 1,000” swap.", ()),
    ("decimal hours", "They talked for 2.5 hours.", ("2.5 = about 2",)),
    ("half in words", "The two-and-a-half-hour talks.", ("two-and-a-half = about 2",)),
)  # fmt: skip

DURATIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("50-day", "A 50-day deadline was set.", ("50-day = exact 50 days",)),
    ("three-day", "A three-day truce was called.", ("three-day = exact 3 days",)),
    ("50 days", "He gave Russia 50 days to end it.", ("50 days = exact 50 days",)),
    ("within 50 days", "End the war within 50 days.", ("50 days = exact 50 days",)),
    ("48 hours", "A pause of 48 hours.", ("48 hours = exact 48 hours",)),
    ("72-hour", "A 72-hour pause.", ("72-hour = exact 72 hours",)),
    ("dash", "Limited 24–48 hour pauses.", ("24–48 hour = range 24–48 hours",)),
    ("between", "Truces lasting between 24 and 48 hours.", ("between 24 and 48 hours = range 24–48 hours",)),
    ("days range", "A truce of 10–12 days.", ("10–12 days = range 10–12 days",)),
    ("two or three weeks", "In two or three weeks' time.", ("two or three weeks = range 2–3 weeks",)),
    ("less than", "It lasted less than 40 minutes.", ("less than 40 minutes = less_than 40 minutes",)),
    ("under an hour", "It ended in under an hour.", ("under an hour = less_than 1 hours",)),
    ("nearly two-hour", "The nearly two-hour meeting.", ("nearly two-hour = less_than 2 hours",)),
    ("one-hour-long", "The one-hour-long meeting.", ("one-hour-long = exact 1 hours",)),
    ("hour-long", "An hour-long meeting.", ("An hour-long = exact 1 hours",)),
    ("an hour", "They talked for an hour.", ("an hour = exact 1 hours",)),
    ("about an hour", "They talked for about an hour.", ("about an hour = about 1 hours",)),
    ("more than an hour", "It took more than an hour.", ("more than an hour = more_than 1 hours",)),
    ("half an hour", "They met for half an hour.", ("half an hour = exact 30 minutes",)),
    ("half-hour", "A half-hour session.", ("half-hour = exact 30 minutes",)),
    ("an hour and a half", "An hour and a half later on, for an hour and a half.", ("an hour and a half = exact 90 minutes",)),
    ("two and a half hours", "They sat for two and a half hours.", ("two and a half hours = exact 150 minutes",)),
    ("two-and-a-half-hour", "A two-and-a-half-hour session.", ("two-and-a-half-hour = exact 150 minutes",)),
    ("about 2.5 hours", "It lasted about 2.5 hours.", ("about 2.5 hours = about 150 minutes",)),
    ("hour and minutes", "Talks lasted one hour and 20 minutes.", ("one hour and 20 minutes = exact 80 minutes",)),
    ("an hour and minutes", "Talks lasted an hour and 40 minutes.", ("an hour and 40 minutes = exact 100 minutes",)),
    ("quarter of an hour", "He spoke for a quarter of an hour.", ("a quarter of an hour = exact 15 minutes",)),
    ("an hour or so", "They met for an hour or so.", ("an hour or so = about 1 hours",)),
    ("two hours at most", "It took two hours at most.", ("two hours at most = at_most 2 hours",)),
    ("a week", "A pause for a week.", ("a week = exact 1 weeks",)),
    ("another week", "He gave them a week of calm.", ("a week = exact 1 weeks",)),
    ("two more weeks", "He wants two more weeks.", ("two more weeks = exact 2 weeks",)),
    ("30-day", "A full 30-day ceasefire.", ("30-day = exact 30 days",)),
    ("30 full days", "A truce of 30 full days.", ("30 full days = exact 30 days",)),
    ("month-long", "A month-long truce.", ("A month-long = exact 1 months",)),
    ("weeklong", "A weeklong truce.", ("weeklong = exact 1 weeks",)),
    ("half a year", "For half a year they met.", ("half a year = exact 6 months",)),
    ("years", "The first talks in more than three years.", ("more than three years = more_than 3 years",)),
    ("three and a half years", "After three and a half years of war.", ("three and a half years = exact 42 months",)),
    ("60-plus", "A 60-plus minute call.", ("60-plus minute = at_least 60 minutes",)),
    ("over, of a spread", "The swap was held over three days.", ("three days = exact 3 days",)),
    ("over, of a length", "The meeting lasted over three hours.", ("over three hours = more_than 3 hours",)),
    ("up to", "A truce of up to 72 hours.", ("up to 72 hours = at_most 72 hours",)),
    ("after, of a length", "They must hold fire for 10 days after the signing.", ("10 days = exact 10 days",)),
    ("one day", "A one-day truce.", ("one-day = exact 1 days",)),
    ("a day and a half", "It lasted for a day and a half.", ("a day and a half = exact 36 hours",)),
    ("suspended hyphen", "Short 24- to 48-hour ceasefires.", ("24- to 48-hour = range 24–48 hours",)),
    ("half sign", "After 3½ years of war.", ("3½ years = exact 42 months",)),
    ("half as a fraction", "After more than 3 1/2 years of war.", ("more than 3 1/2 years = more_than 42 months",)),
    ("hourlong", "An hourlong call.", ("hourlong = exact 1 hours",)),
    ("only one hour", "It took only one hour.", ("one hour = exact 1 hours",)),
    ("looking back", "In the last 24 hours and the past two days.", ()),
    ("within the next", "Within the next 10 days.", ("10 days = exact 10 days",)),
    ("rhythm", "They meet every two weeks.", ()),
    ("several hours", "After several hours and a few days.", ()),
    ("hours later", "Two hours later they left.", ()),
    ("days after", "Three days after the talks he spoke.", ()),
    ("a week after", "A week after the talks he spoke.", ()),
    ("ago", "Two days ago and a week ago.", ()),
    ("a year ago", "It began a year ago.", ()),
    ("rate", "They lose 1,000 a day, or 40 people a day.", ()),
    ("once a week", "They meet once a week.", ()),
    ("age", "A ten-year-old and a man 40 years old.", ()),
    ("third day", "On the third day they left.", ()),
    ("dozens of hours", "Dozens of hours were spent.", ()),
    ("miles an hour", "It flew at 600 miles an hour.", ()),
    ("half of a month", "Two and a half months.", ()),
)  # fmt: skip

FORMULAS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("with hyphens", "a “1,000-for-1,000” prisoner exchange", ("1,000-for-1,000 = 1000-for-1000",)),
    ("with spaces", "a “1,000 for 1,000” swap", ("1,000 for 1,000 = 1000-for-1000",)),
    ("no separator", "the 1000-for-1000 deal", ("1000-for-1000 = 1000-for-1000",)),
    ("all-for-all", "a full “all-for-all” exchange", ("all-for-all = all-for-all",)),
    ("all for all", "an exchange of all for all", ("all for all = all-for-all",)),
    ("everyone for everyone", "swap everyone for everyone", ("everyone for everyone = all-for-all",)),
    ("one-for-one", "on a one-for-one basis", ("one-for-one = 1-for-1",)),
    ("1-for-1", "on a 1-for-1 basis", ("1-for-1 = 1-for-1",)),
    ("lopsided", "a 31-for-15 exchange", ("31-for-15 = 31-for-15",)),
    ("25 for 25", "They exchanged 25 for 25.", ("25 for 25 = 25-for-25",)),
    ("times sign", "in the 1000×1000 format", ("1000×1000 = 1000-for-1000",)),
    ("letter x", "in the 1000x1000 format", ("1000x1000 = 1000-for-1000",)),
    ("to", "the 1,000 to 1,000 exchange", ("1,000 to 1,000 = 1000-for-1000",)),
    ("words", "a thousand-for-thousand swap", ("a thousand-for-thousand = 1000-for-1000",)),
    ("a thousand for a thousand", "swap a thousand for a thousand", ("a thousand for a thousand = 1000-for-1000",)),
    ("1,200 for 1,200", "the 1,200 for 1,200 stage", ("1,200 for 1,200 = 1200-for-1200",)),
    ("a prison term", "The court jailed 12 for 20 years.", ()),
    ("money", "He paid $100 for 50 places.", ()),
    ("a range is none", "They hold 20 to 30 captives.", ()),
    ("for with a noun between", "They gave 31 men for 15 Russians.", ()),
    ("one on one", "They spoke one-on-one.", ()),
)  # fmt: skip


def written(number: Number, text: str) -> str:
    """A number as the table has it."""
    said = "ordinal" if number.ordinal else number.count.qualifier.value
    flags = [flag for flag in ("more", "age") if getattr(number, flag)]
    return ", ".join([f"{number.span.of(text)} = {said} {figures(number.count)}", *flags])


def figures(count: Count) -> str:
    if count.qualifier is Qualifier.RANGE:
        return f"{count.low}–{count.high}"
    return str(next(end for end in (count.best, count.low, count.high) if end is not None))


def written_duration(duration: Duration, text: str) -> str:
    count = duration.count
    return f"{duration.span.of(text)} = {count.qualifier} {figures(count)} {duration.unit}"


@pytest.mark.parametrize(("why", "text", "expected"), NUMBERS)
def test_numbers(why: str, text: str, expected: tuple[str, ...]) -> None:
    assert tuple(written(number, text) for number in read_numbers(text)) == expected, why


@pytest.mark.parametrize(("why", "text", "expected"), DURATIONS)
def test_durations(why: str, text: str, expected: tuple[str, ...]) -> None:
    read = read_durations(text, read_numbers(text))
    assert tuple(written_duration(duration, text) for duration in read) == expected, why


@pytest.mark.parametrize(("why", "text", "expected"), FORMULAS)
def test_formulas(why: str, text: str, expected: tuple[str, ...]) -> None:
    read = tuple(f"{formula.span.of(text)} = {formula.text}" for formula in read_formulas(text))
    assert read == expected, why


def test_formula_sides() -> None:
    (formula,) = read_formulas("a 31-for-15 exchange")
    assert (formula.left, formula.right) == (31, 15)
    (formula,) = read_formulas("an all-for-all exchange")
    assert (formula.left, formula.right) == (None, None)


@pytest.mark.parametrize(
    ("text", "minutes", "hours", "days"),
    [
        (
            "the nearly two-hour meeting",
            Count.of(120, Qualifier.LESS_THAN),
            Count.of(2, Qualifier.LESS_THAN),
            None,
        ),
        ("the one-hour-long meeting", Count.of(60), Count.of(1), None),
        ("a 90-minute call", Count.of(90), None, None),
        (
            "a 24–48 hour pause",
            Count.between(1440, 2880),
            Count.between(24, 48),
            Count.between(1, 2),
        ),
        ("a 72-hour truce", Count.of(4320), Count.of(72), Count.of(3)),
        ("a 30-day truce", Count.of(43200), Count.of(720), Count.of(30)),
        ("two weeks", Count.of(20160), Count.of(336), Count.of(14)),
        ("three months", None, None, None),
    ],
)
def test_conversions(
    text: str, minutes: Count | None, hours: Count | None, days: Count | None
) -> None:
    (duration,) = read_durations(text, read_numbers(text))
    assert (duration.minutes(), duration.hours(), duration.days()) == (minutes, hours, days)


def test_core_and_value() -> None:
    text = "at least two-and-a-half thousand"
    (number,) = read_numbers(text)
    assert (number.core.of(text), number.value) == ("two-and-a-half thousand", 2500)


def test_taken_spans_hold_no_number() -> None:
    text = "Serial 250 and 300 men"
    assert [n.value for n in read_numbers(text, (Span(7, 10),))] == [300]


# -- any text

_VOCABULARY = (
    "one two and a half hundred thousand million dozen of tens hundreds first 1,200 24 – - to between"
    " 2022 July 23 at least more than for all İ $ % day hours an under 1 200 .\n"
)
_WORDS = st.sampled_from(_VOCABULARY.split(" "))
_TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=40).map(" ".join))


@given(_TEXTS)
def test_any_text_is_survived(text: str) -> None:
    numbers = read_numbers(text)
    for read in (*numbers, *read_durations(text, numbers), *read_formulas(text)):
        assert 0 <= read.span.start < read.span.end <= len(text)
        assert read.span.of(text).strip()
    for number in numbers:
        assert number.span.covers(number.core)
    for left, right in pairwise(numbers):
        assert not left.core.overlaps(right.core)
    assert numbers == read_numbers(text)


@given(_TEXTS)
def test_numbers_keep_off_dates(text: str) -> None:
    dates = tuple(mention.span for mention in read_dates(text, None))
    for number in read_numbers(text, dates):
        assert not any(number.core.overlaps(span) for span in dates)


# -- linear in the text

ADVERSARIAL = (
    "1,", "1.", "1 111 ", "1", "9,999,", "and ", "and a half ", " ", "\n", "one ", "hundred ",
    "hundred and ", "a hundred and one thousand ", "tens of ", "of ", "between 1 and ", "1 to ", "1-",
    "1–", "1-for-", "all for ", "at least ", "at least another ", "no more than ", "half a ", "an ",
    "an hour and ", "twenty-", "first ", "second second ", "$1", "1x", "http://", "www.", "İ1 ", "(", "a ", "1,1x",
)  # fmt: skip


def read_all(text: str) -> None:
    read_durations(text, read_numbers(text))
    read_formulas(text)


@pytest.mark.parametrize("seed", ADVERSARIAL)
def test_reading_is_linear(seed: str) -> None:
    assert is_linear(lambda size: read_all(seed * (size // len(seed))), 8_000), repr(seed)


def test_enough_cases() -> None:
    assert len(NUMBERS) >= 150
    assert len({(why, text) for why, text, _ in (*NUMBERS, *DURATIONS, *FORMULAS)}) == len(
        (*NUMBERS, *DURATIONS, *FORMULAS)
    )
    assert not [text for _, text, _ in NUMBERS if re.search(r"\s\Z", text)]
