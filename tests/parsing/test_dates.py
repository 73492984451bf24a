"""Dates: tables of (why, text, what is read), and properties of any text.

A date is written "words = EDTF, basis, role"; most cases are read as published on Friday,
25 July 2025, the table UNDATED without a publication date.
"""

# ruff: noqa: E501 - a case is one line

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.parsing.dates import DateMention, read_dates
from extractors.values import DateBasis, date_end, date_start
from tests.timing import is_linear

PUBLISHED = date(2025, 7, 25)  # a Friday

DATED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # -- a day said in full
    ("month day year", "They met on July 23, 2025 in Istanbul.", ("July 23, 2025 = 2025-07-23, explicit, at",)),
    ("day month year", "They met on 23 July 2025.", ("23 July 2025 = 2025-07-23, explicit, at",)),
    ("weekday and date", "Wednesday, July 23, 2025", ("Wednesday, July 23, 2025 = 2025-07-23, explicit, at",)),
    ("short names", "Wed, Jul 23, 2025 6:07 pm ET", ("Wed, Jul 23, 2025 = 2025-07-23, explicit, at",)),
    ("weekday before day month", "On Wednesday, 23 July 2025, they met.", ("Wednesday, 23 July 2025 = 2025-07-23, explicit, at",)),
    ("ordinal day", "On the 23rd of July 2025 they met.", ("23rd of July 2025 = 2025-07-23, explicit, at",)),
    ("July 23rd", "On July 23rd, 2025, they met.", ("July 23rd, 2025 = 2025-07-23, explicit, at",)),
    ("ISO", "Updated 2025-07-23.", ("2025-07-23 = 2025-07-23, explicit, at",)),
    ("dots, day first", "It began on 24.02.2022.", ("24.02.2022 = 2022-02-24, explicit, at",)),
    ("a year of two figures", "Since 24.02.22 the war goes on.", ("24.02.22 = 2022-02-24, explicit, since",)),
    ("a version", "Release 24.02.22.1, 2.3.22 and 10.11.12 are out.", ()),
    ("month 13 with dots", "Form 24.13.22 was sent.", ()),
    ("since a day to come is since the last one", "Since October 7 they have held him.", ("October 7 = 2024-10-07, context, since",)),
    ("since a day behind", "Since February 24 they have held him.", ("February 24 = 2025-02-24, context, since",)),
    ("since a day of a year named elsewhere", "Since October 7 they wait. On October 7, 2023 it began.", ("October 7 = 2023-10-07, explicit, since", "October 7, 2023 = 2023-10-07, explicit, at")),
    ("since a day of a month named elsewhere", "In October 2023 it began. Since October 7 they wait.", ("October 2023 = 2023-10, explicit, at", "October 7 = 2023-10-07, explicit, since")),
    ("what is told goes on", "They met on 28 February 2022. On 3 March they met again.", ("28 February 2022 = 2022-02-28, explicit, at", "3 March = 2022-03-03, explicit, at")),
    ("not in these weeks", "It began on 28 June 2022. On 23 July they met.", ("28 June 2022 = 2022-06-28, explicit, at", "23 July = 2025-07-23, context, at")),
    ("not in another paragraph", "It began on 28 February 2022.\nOn 3 March they met.", ("28 February 2022 = 2022-02-28, explicit, at", "3 March = 2025-03-03, context, at")),
    ("not a day before it", "It ended on 28 March 2022. On 3 February they met.", ("28 March 2022 = 2022-03-28, explicit, at", "3 February = 2025-02-03, context, at")),
    ("that year", "In September 2022 it began; it ended on 11 November of that year.", ("September 2022 = 2022-09, explicit, at", "11 November = 2022-11-11, explicit, at")),
    ("a year opens, this year's day follows", "In 2024 more came home. On 14 February 757 did.", ("2024 = 2024, explicit, at", "14 February = 2025-02-14, context, at")),
    ("an attack is over", "It will answer the October 7 attack.", ("October 7 = 2024-10-07, context, of",)),
    ("slashes, day first", "Signed on 23/07/2025.", ("23/07/2025 = 2025-07-23, explicit, at",)),
    ("slashes, month first", "Signed on 07/23/2025.", ("07/23/2025 = 2025-07-23, explicit, at",)),
    ("slashes, nobody can tell", "Signed on 05/07/2025.", ()),
    ("dots are day first", "Signed on 05.07.2025.", ("05.07.2025 = 2025-07-05, explicit, at",)),
    ("abbreviation with dot", "On Sept. 30, 2022 he signed.", ("Sept. 30, 2022 = 2022-09-30, explicit, at",)),
    ("year without comma", "On February 24 2022 it began.", ("February 24 2022 = 2022-02-24, explicit, at",)),
    ("comma after month", "The accord of 12 February, 2015.", ("12 February, 2015 = 2015-02-12, explicit, at",)),
    ("possessive", "July 23, 2025's talks failed.", ("July 23, 2025 = 2025-07-23, explicit, at",)),
    ("wrong weekday, year said", "Monday, July 23, 2025", ("Monday, July 23, 2025 = 2025-07-23, explicit, at",)),
    ("last year said", "On 14 August last year they swapped.", ("14 August last year = 2024-08-14, relative, at",)),
    ("line break", "They met on July\n23, 2025.", ("July\n23, 2025 = 2025-07-23, explicit, at",)),
    # -- a day without a year
    ("July 23", "They met on July 23.", ("July 23 = 2025-07-23, context, at",)),
    ("23 July", "They met on 23 July.", ("23 July = 2025-07-23, context, at",)),
    ("Wednesday of July 23", "Talks in Istanbul on Wednesday of July 23", ("Wednesday of July 23 = 2025-07-23, context, at",)),
    ("Wednesday, July 23", "Talks on Wednesday, July 23, failed.", ("Wednesday, July 23 = 2025-07-23, context, at",)),
    ("Wednesday (July 23)", "Talks on Wednesday (July 23) failed.", ("Wednesday (July 23 = 2025-07-23, context, at",)),
    ("dateline", "KYIV, July 24 (Agency) – Russia", ("July 24 = 2025-07-24, context, at",)),
    ("nearest, ahead", "On December 28 they met.", ("December 28 = 2025-12-28, context, at",)),
    ("no year means the running one", "On January 24 they met.", ("January 24 = 2025-01-24, context, at",)),
    ("nearest is ahead", "The plan for August 2 stands.", ("August 2 = 2025-08-02, context, at",)),
    ("by prefers ahead", "It must be done by March 3.", ("March 3 = 2026-03-03, context, by",)),
    ("will prefers ahead", "They will meet on February 3.", ("February 3 = 2026-02-03, context, at",)),
    ("weekday settles another year", "On Saturday, March 8, they met.", ("Saturday, March 8 = 2025-03-08, context, at",)),
    ("weekday of an older year", "It fell on Thursday, February 24.", ("Thursday, February 24 = 2022-02-24, weekday, at",)),
    ("the agreements of a day", "Under the June 2 agreements.", ("June 2 = 2025-06-02, context, at",)),
    ("the day's talks", "The May 16 talks in Istanbul.", ("May 16 = 2025-05-16, context, at",)),
    ("clock is dropped", "On July 23 at 10 a.m. they met.", ("July 23 = 2025-07-23, context, at",)),
    ("short month", "Held Jul 23 in Turkey.", ("Jul 23 = 2025-07-23, context, at",)),
    ("two days", "On May 16 and June 2 they met.", ("May 16 = 2025-05-16, context, at", "June 2 = 2025-06-02, context, at")),
    ("number after the day", "On June 2, 250 men were freed.", ("June 2 = 2025-06-02, context, at",)),
    ("29 February", "He was born on February 29.", ("February 29 = 2024-02-29, context, at",)),
    # -- several days
    ("dash", "Held on July 23–25.", ("July 23–25 = 2025-07-23/2025-07-25, context, at",)),
    ("hyphen and year", "Held July 23-25, 2025.", ("July 23-25, 2025 = 2025-07-23/2025-07-25, explicit, at",)),
    ("to", "From 23 to 25 July they met.", ("23 to 25 July = 2025-07-23/2025-07-25, context, between",)),
    ("between", "Between July 23 and 25 they met.", ("July 23 and 25 = 2025-07-23/2025-07-25, context, between",)),
    ("between two months", "Between 28 June and 3 July.", ("28 June and 3 July = 2025-06-28/2025-07-03, context, between",)),
    ("two days running", "Held on July 23 and 24.", ("July 23 and 24 = 2025-07-23/2025-07-24, context, at",)),
    ("three days running", "Held on July 22, 23 and 24.", ("July 22, 23 and 24 = 2025-07-22/2025-07-24, context, at",)),
    ("two days apart", "Held on July 10 and 24.", ("July 10 = 2025-07-10, context, at", "24 = 2025-07-24, context, at")),
    ("to a smaller number", "That brings those freed since May 19 to 18.", ("May 19 = 2025-05-19, context, since",)),
    ("until with a clock", "From midnight on 8 May until midnight on 11 May.", ("8 May until midnight on 11 May = 2025-05-08/2025-05-11, context, between",)),
    ("over two months", "From July 30 to August 2 guns fall silent.", ("July 30 to August 2 = 2025-07-30/2025-08-02, context, between",)),
    ("over the new year", "From December 30, 2024 to January 2, 2025.", ("December 30, 2024 to January 2, 2025 = 2024-12-30/2025-01-02, explicit, between",)),
    ("over the new year, no year", "From 30 December to 2 January.", ("30 December to 2 January = 2025-12-30/2026-01-02, context, between",)),
    ("with year at the end", "24 May – 2 June 2025", ("24 May – 2 June 2025 = 2025-05-24/2025-06-02, explicit, at",)),
    ("weekdays", "From Friday to Sunday the truce will hold.", ("Friday to Sunday = 2025-07-25/2025-07-27, relative, between",)),
    ("day range by day first", "on 23–25 May", ("23–25 May = 2025-05-23/2025-05-25, context, at",)),
    # -- months
    ("July 2025", "The talks of July 2025.", ("July 2025 = 2025-07, explicit, at",)),
    ("September 2022", "The Kremlin annexed them in September 2022.", ("September 2022 = 2022-09, explicit, at",)),
    ("in July", "They met in July.", ("July = 2025-07, context, at",)),
    ("May and June", "The rounds in May and June failed.", ("May = 2025-05, context, at", "June = 2025-06, context, at")),
    ("three months", "In April, May and June 2024 they met.", ("April = 2024-04, explicit, at", "May = 2024-05, explicit, at", "June 2024 = 2024-06, explicit, at")),
    ("a month still to come is last year's", "It fell in November.", ("November = 2024-11, context, at",)),
    ("will in a month to come", "They will meet in November.", ("November = 2025-11, context, at",)),
    ("by a month", "It must end by October.", ("October = 2025-10, context, by",)),
    ("an August summit, proposed", "Kyiv proposed an August summit.", ("August = 2025-08, context, at",)),
    ("next May", "They meet next May.", ("next May = 2026-05, relative, at",)),
    ("last May", "They met last May.", ("last May = 2025-05, relative, at",)),
    ("this September", "They meet this September.", ("this September = 2025-09, relative, at",)),
    ("last July is not this", "They met last July.", ("last July = 2024-07, relative, at",)),
    ("last year", "In September last year he fled.", ("September last year = 2024-09, relative, at",)),
    ("of this year", "In March of this year it failed.", ("March of this year = 2025-03, relative, at",)),
    ("mid", "It is due by mid-August.", ("mid-August = 2025-08, context, by",)),
    ("early", "They met in early May.", ("early May = 2025-05, context, at",)),
    ("late", "In late February 2022 it began.", ("late February 2022 = 2022-02, explicit, at",)),
    ("since a month", "Since March the guns are silent.", ("March = 2025-03, context, since",)),
    ("month range", "From May to July they talked.", ("May to July = 2025-05/2025-07, context, between",)),
    ("month at the start", "July saw three swaps.", ("July = 2025-07, context, at",)),
    ("month's", "June's swap was large.", ("June's = 2025-06, context, at",)),
    ("the May agreement", "The May agreement covers them.", ("May = 2025-05, context, at",)),
    ("early part in a month", "It began earlier in July.", ("earlier in July = 2025-07, context, at",)),
    # -- ends
    ("by the end of August", "A summit by the end of August.", ("the end of August = 2025-08-31, relative, by",)),
    ("end of August, dateless by", "No later than the end of August.", ("the end of August = 2025-08-31, relative, by",)),
    ("before the end of", "Before the end of August they meet.", ("the end of August = 2025-08-31, relative, before",)),
    ("at the end of", "At the end of June they met.", ("the end of June = 2025-06, context, at",)),
    ("until the end of", "Until the end of September 2025.", ("the end of September 2025 = 2025-09-30, explicit, until",)),
    ("end of the month", "By the end of the month.", ("the end of the month = 2025-07-31, relative, by",)),
    ("end of this month", "By the end of this month.", ("the end of this month = 2025-07-31, relative, by",)),
    ("end of next month", "By the end of next month.", ("the end of next month = 2025-08-31, relative, by",)),
    ("end of the year", "By the end of the year.", ("the end of the year = 2025-12-31, relative, by",)),
    ("year's end", "By year's end.", ("year's end = 2025-12-31, relative, by",)),
    ("year-end", "By year-end.", ("year-end = 2025-12-31, relative, by",)),
    ("end of 2025", "By the end of 2025.", ("the end of 2025 = 2025-12-31, explicit, by",)),
    ("end of the week", "By the end of the week.", ("the end of the week = 2025-07-27, relative, by",)),
    ("by the end of February", "By the end of February.", ("the end of February = 2026-02-28, relative, by",)),
    ("start of the year", "Since the start of the year.", ("the start of the year = 2025, relative, since",)),
    ("beginning of June", "At the beginning of June.", ("the beginning of June = 2025-06, context, at",)),
    # -- years
    ("in 2022", "It began in 2022.", ("2022 = 2022, explicit, at",)),
    ("early 2022", "Since early 2022 none took place.", ("early 2022 = 2022, explicit, since",)),
    ("mid-2022", "By mid-2022 it failed.", ("mid-2022 = 2022, explicit, by",)),
    ("bare", "The 2014 annexation of Crimea.", ("2014 = 2014, explicit, at",)),
    ("bracketed", "Minsk (2015) failed.", ("2015 = 2015, explicit, at",)),
    ("two years", "From 2014 to 2022 it smouldered.", ("2014 to 2022 = 2014/2022, explicit, between",)),
    ("dash", "The war of 2014–2022.", ("2014–2022 = 2014/2022, explicit, at",)),
    ("short second year", "The winter of 2022/23.", ("2022/23 = 2022/2023, explicit, at",)),
    ("between years", "Between 2014 and 2021.", ("2014 and 2021 = 2014/2021, explicit, between",)),
    ("season", "In spring 2024 they met.", ("2024 = 2024, explicit, at",)),
    ("people are no year", "They freed 2000 prisoners.", ()),
    ("more than is no year", "More than 2000 were freed.", ()),
    ("decade", "In the 1990s it was calm.", ()),
    ("clock", "At 2000 GMT it ended.", ()),
    ("figure with comma", "Some 2,022 men.", ()),
    ("resolution", "UN Resolution 2202 and article 2014.", ()),
    ("money", "It cost $2022.", ()),
    ("model", "The K-2022 drone.", ()),
    # -- weekdays
    ("on Wednesday", "They met on Wednesday.", ("Wednesday = 2025-07-23, relative, at",)),
    ("day of publication", "They met on Friday.", ("Friday = 2025-07-25, relative, at",)),
    ("day after it", "They met on Saturday.", ("Saturday = 2025-07-19, relative, at",)),
    ("will", "They will meet on Wednesday.", ("Wednesday = 2025-07-30, relative, at",)),
    ("will be held", "Talks will be held on Monday.", ("Monday = 2025-07-28, relative, at",)),
    ("scheduled", "The swap scheduled for Saturday.", ("Saturday = 2025-07-26, relative, at",)),
    ("due", "Envoys are due in Doha on Sunday.", ("Sunday = 2025-07-27, relative, at",)),
    ("expected", "An answer is expected on Monday.", ("Monday = 2025-07-28, relative, at",)),
    ("by", "They must answer by Tuesday.", ("Tuesday = 2025-07-29, relative, by",)),
    ("until", "The truce runs until Sunday.", ("Sunday = 2025-07-27, relative, until",)),
    ("said, not will", "The man who will lead the talks said on Thursday.", ("Thursday = 2025-07-24, relative, at",)),
    ("said that will", "He said talks would resume on Monday.", ("Monday = 2025-07-28, relative, at",)),
    ("last sentence's will", "They will meet. On Monday they spoke.", ("Monday = 2025-07-21, relative, at",)),
    ("agreed to meet", "They agreed to meet on Tuesday.", ("Tuesday = 2025-07-29, relative, at",)),
    ("agreed on", "They agreed on Tuesday.", ("Tuesday = 2025-07-22, relative, at",)),
    ("proposed on", "Kyiv proposed on Tuesday a truce.", ("Tuesday = 2025-07-22, relative, at",)),
    ("last Friday", "They met last Friday.", ("last Friday = 2025-07-18, relative, at",)),
    ("last Monday", "They met last Monday.", ("last Monday = 2025-07-21, relative, at",)),
    ("next Monday", "They meet next Monday.", ("next Monday = 2025-07-28, relative, at",)),
    ("next Friday", "They meet next Friday.", ("next Friday = 2025-08-01, relative, at",)),
    ("this Sunday", "They meet this Sunday.", ("this Sunday = 2025-07-27, relative, at",)),
    ("this Tuesday", "They met this Tuesday.", ("this Tuesday = 2025-07-22, relative, at",)),
    ("this coming Tuesday", "They meet this coming Tuesday.", ("this coming Tuesday = 2025-07-29, relative, at",)),
    ("this past Tuesday", "They met this past Tuesday.", ("this past Tuesday = 2025-07-22, relative, at",)),
    ("Monday last week", "On Monday last week they met.", ("Monday last week = 2025-07-14, relative, at",)),
    ("Monday next week", "On Monday of next week they meet.", ("Monday of next week = 2025-07-28, relative, at",)),
    ("night", "Late Wednesday the guns fell silent.", ("Late Wednesday = 2025-07-23, relative, at",)),
    ("Wednesday's", "Wednesday's meeting was short.", ("Wednesday = 2025-07-23, relative, at",)),
    ("after", "After Wednesday's talks he left.", ("Wednesday = 2025-07-23, relative, after",)),
    ("since Monday", "Since Monday no shot was fired.", ("Monday = 2025-07-21, relative, since",)),
    ("next Wednesday, July 30", "Talks next Wednesday, July 30.", ("next Wednesday, July 30 = 2025-07-30, context, at",)),
    ("midnight", "The truce lasts until midnight on Sunday.", ("Sunday = 2025-07-27, relative, until",)),
    ("from a clock time", "It will hold from 6 p.m. on Saturday until midnight on Sunday.", ("Saturday until midnight on Sunday = 2025-07-26/2025-07-27, relative, between",)),
    ("will, behind", "On Tuesday he will travel to Doha.", ("Tuesday = 2025-07-29, relative, at",)),
    ("is to, behind", "Talks on Monday are to last a day.", ("Monday = 2025-07-28, relative, at",)),
    ("will in the next clause", "They met on Tuesday and will meet again.", ("Tuesday = 2025-07-22, relative, at",)),
    ("newspaper", "He told the Sunday Times.", ()),
    ("Good Friday", "The Good Friday accord.", ()),
    ("Bloody Sunday", "On Bloody Sunday.", ()),
    ("the following Monday", "They met the following Monday.", ()),
    ("Mondays", "They meet on Mondays.", ()),
    ("lower case sun", "The sun, sat and wed.", ()),
    # -- days and periods counted from the publication
    ("yesterday", "They met yesterday.", ("yesterday = 2025-07-24, relative, at",)),
    ("today", "They meet today.", ("today = 2025-07-25, relative, at",)),
    ("tonight", "They meet tonight.", ("tonight = 2025-07-25, relative, at",)),
    ("tomorrow", "They meet tomorrow.", ("tomorrow = 2025-07-26, relative, at",)),
    ("day before yesterday", "They met the day before yesterday.", ("the day before yesterday = 2025-07-23, relative, at",)),
    ("day after tomorrow", "They meet the day after tomorrow.", ("the day after tomorrow = 2025-07-27, relative, at",)),
    ("last night", "Last night drones came.", ("Last night = 2025-07-24, relative, at",)),
    ("this morning", "They met this morning.", ("this morning = 2025-07-25, relative, at",)),
    ("earlier today", "They met earlier today.", ("earlier today = 2025-07-25, relative, at",)),
    ("the channel", "He told Russia Today so.", ()),
    ("this week", "They met this week.", ("this week = 2025-07-21/2025-07-27, relative, at",)),
    ("earlier this week", "He spoke earlier this week.", ("earlier this week = 2025-07-21/2025-07-27, relative, at",)),
    ("last week", "Trump last week gave 50 days.", ("last week = 2025-07-14/2025-07-20, relative, at",)),
    ("next week", "They meet next week.", ("next week = 2025-07-28/2025-08-03, relative, at",)),
    ("early next week", "They meet early next week.", ("early next week = 2025-07-28/2025-08-03, relative, at",)),
    ("last weekend", "They met last weekend.", ("last weekend = 2025-07-19/2025-07-20, relative, at",)),
    ("this month", "They met later this month.", ("later this month = 2025-07, relative, at",)),
    ("last month", "They met last month.", ("last month = 2025-06, relative, at",)),
    ("next month", "They meet next month.", ("next month = 2025-08, relative, at",)),
    ("this year", "Swaps this year.", ("this year = 2025, relative, at",)),
    ("last year", "Swaps last year's.", ("last year = 2024, relative, at",)),
    ("late last year", "Late last year they met.", ("Late last year = 2024, relative, at",)),
    ("two days ago", "They met two days ago.", ("two days ago = 2025-07-23, relative, at",)),
    ("three weeks ago", "They met three weeks ago.", ("three weeks ago = 2025-06-30/2025-07-06, relative, at",)),
    ("a month ago", "They met a month ago.", ("a month ago = 2025-06, relative, at",)),
    ("10 years ago", "It began 10 years ago.", ("10 years ago = 2015, relative, at",)),
    ("in two days' time", "They meet in two days' time.", ("two days' time = 2025-07-27, relative, at",)),
    ("on the 23rd", "They met on the 23rd.", ("the 23rd = 2025-07-23, relative, at",)),
    ("by the 3rd of next month", "Reply by the 3rd of next month.", ("the 3rd of next month = 2025-08-03, relative, by",)),
    ("the 23rd anniversary", "On the 23rd anniversary.", ()),
    ("the last week is a length", "Over the last week and the next year.", ()),
    ("the past month", "In the past month.", ()),
    ("several weeks ago", "They met several weeks ago.", ()),
    ("days from today", "It ends 10-12 days from today.", ()),
    ("within 50 days", "Within 50 days, or in 10 days.", ()),
    ("the next day", "The next day they left.", ()),
    # -- roles
    ("from", "From August 1 tariffs apply.", ("August 1 = 2025-08-01, context, from",)),
    ("starting", "Starting on August 1 tariffs apply.", ("August 1 = 2025-08-01, context, from",)),
    ("no later than", "No later than August 1.", ("August 1 = 2025-08-01, context, by",)),
    ("not later than Monday", "Not later than Monday.", ("Monday = 2025-07-28, relative, by",)),
    ("prior to", "Prior to July 1 they met.", ("July 1 = 2025-07-01, context, before",)),
    ("ahead of", "Ahead of Monday's talks.", ("Monday = 2025-07-28, relative, before",)),
    ("until", "Hold fire until September 1.", ("September 1 = 2025-09-01, context, until",)),
    ("deadline of", "With a deadline of August 8.", ("August 8 = 2025-08-08, context, by",)),
    # -- what is no date
    ("may", "They may meet and may 5 times fail.", ()),
    ("May, a person", "Theresa May said so; May left.", ()),
    ("May God", "May God help them.", ()),
    ("march", "The march on the city; March on, he said.", ()),
    ("March on Rome", "The March on Rome ended.", ()),
    ("Jan Egeland", "Jan Egeland and August Hanning spoke.", ()),
    ("30 February", "On February 30 or 31 April 2025.", ()),
    ("month 13", "Signed 2025-13-01.", ()),
    ("link", "https://example.org/2025/07/23/talks and example.org/2025/07", ()),
    ("counted people after May", "In May 25 prisoners left.", ("May = 2025-05, context, at",)),
    ("over a paragraph", "They met in July\n\n23 people came.", ("July = 2025-07, context, at",)),
    ("phone", "Call 2025-07-2345.", ()),
)  # fmt: skip

UNDATED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("year said", "They met on July 23, 2025.", ("July 23, 2025 = 2025-07-23, explicit, at",)),
    ("no year", "They met on July 23.", ("July 23 = XXXX-07-23, explicit, at",)),
    ("weekday fixes it", "They met on Wednesday, July 23.", ("Wednesday, July 23 = 2025-07-23, weekday, at",)),
    ("weekday of", "On Wednesday of July 23 they met; war began in 2022.", ("Wednesday of July 23 = 2025-07-23, weekday, at", "2022 = 2022, explicit, at")),
    ("weekday after the latest year named", "In 2026 he said: on Thursday, July 23.", ("2026 = 2026, explicit, at", "Thursday, July 23 = 2026-07-23, weekday, at")),
    ("a deadline settles nothing", "By 2030, he said on Wednesday, July 23.", ("2030 = 2030, explicit, by", "Wednesday, July 23 = 2025-07-23, weekday, at")),
    ("month alone", "The rounds in May and June.", ("May = XXXX-05, explicit, at", "June = XXXX-06, explicit, at")),
    ("end of August", "A summit by the end of August.", ("the end of August = XXXX-08-31, explicit, by",)),
    ("interval", "On July 23–25.", ("July 23–25 = XXXX-07-23/XXXX-07-25, explicit, at",)),
    ("29 February", "On February 29.", ("February 29 = XXXX-02-29, explicit, at",)),
    ("30 February", "On February 30.", ()),
    ("weekday alone", "They met on Wednesday.", ()),
    ("yesterday", "They met yesterday.", ()),
    ("last week", "They met last week.", ()),
    ("two days ago", "They met two days ago.", ()),
    ("last year", "In September last year.", ()),
    ("next May", "They meet next May.", ()),
    ("end of the month", "By the end of the month.", ()),
    ("on the 23rd", "They met on the 23rd.", ()),
    ("weekday interval", "From Friday to Sunday.", ()),
)  # fmt: skip


def written(mention: DateMention, text: str) -> str:
    """A date as the tables have it."""
    return f"{mention.span.of(text)} = {mention.edtf}, {mention.basis}, {mention.role}"


@pytest.mark.parametrize(("why", "text", "expected"), DATED)
def test_published(why: str, text: str, expected: tuple[str, ...]) -> None:
    read = tuple(written(mention, text) for mention in read_dates(text, PUBLISHED))
    assert read == expected, why


@pytest.mark.parametrize(("why", "text", "expected"), UNDATED)
def test_unpublished(why: str, text: str, expected: tuple[str, ...]) -> None:
    assert tuple(written(mention, text) for mention in read_dates(text, None)) == expected, why


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("on July 23, 2025", None),
        ("on July 23", "year of publication"),
        ("by March 3", "year nearest to 2025-07-25"),
        ("on Wednesday", "Wednesday counted from 2025-07-25"),
        ("last week", "week counted from 2025-07-25"),
        ("on Thursday, February 24", "weekday fits 2022"),
    ],
)
def test_anchor_tells_how(text: str, anchor: str | None) -> None:
    (mention,) = read_dates(text, PUBLISHED)
    assert mention.anchor == anchor


def test_nothing_is_ahead_of_the_calendar() -> None:
    assert read_dates("tomorrow and 3 weeks from now", date.max) == ()
    assert read_dates("900 years ago, yesterday and last week", date.min) == ()


# -- any text

_WORDS = st.sampled_from(
    [
        "July",
        "23",
        "25",
        "2025",
        "2022",
        "May",
        "and",
        "to",
        "by",
        "the",
        "end",
        "of",
        "August",
        "Wednesday",
        "Wed",
        ",",
        "last",
        "next",
        "week",
        "month",
        "year",
        "ago",
        "two",
        "a",
        "between",
        "from",
        "until",
        "–",
        "-",
        "/",
        "07",
        "yesterday",
        "mid-",
        "early",
        "March",
        "30th",
        "2025-02-30",
        "İ",
        ".",
        "\n",
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=40).map(" ".join))
_DAYS = st.one_of(st.none(), st.dates())


@given(_TEXTS, _DAYS)
def test_any_text_is_survived(text: str, published: date | None) -> None:
    mentions = read_dates(text, published)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip()
        start, end = date_start(mention.edtf), date_end(mention.edtf)
        assert start is None or end is None or start <= end
        assert mention.basis is not DateBasis.RELATIVE or published
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start
    assert mentions == read_dates(text, published)


# -- linear in the text

ADVERSARIAL = (
    "1,", "1 ", "2025 ", "20", "2025-", "23 July ", "July 23 ", "July ", "May and ", "May, ", "and ",
    "1, 2, ", "July 1, 2, 3, 4 and ", " ", "\n", "Wednesday ", "Wednesday, ", "the end of ", "early ",
    "last ", "next week ", "two days ", "ago ", "between ", "between 1 and ", "from July 1 to ", "by ",
    "will ", "will be ", "on the ", "the 23rd ", "http://", "www.", "23–", "2014–", "İ", "may ", "said ",
)  # fmt: skip


def read_all(text: str) -> None:
    read_dates(text, PUBLISHED)


@pytest.mark.parametrize("seed", ADVERSARIAL)
def test_reading_is_linear(seed: str) -> None:
    assert is_linear(lambda size: read_all(seed * (size // len(seed))), 8_000), repr(seed)


def test_enough_cases() -> None:
    assert len(DATED) + len(UNDATED) >= 150
    assert len({text for _, text, _ in DATED}) == len(DATED)
