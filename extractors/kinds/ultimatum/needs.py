"""What frames of ultimatums need beside their own words: a threat, an or else, a speaker."""

from __future__ import annotations

#: Frames that need a threat beside them, since their words alone set nothing.
CONDITIONS = frozenset(
    {
        "would punish",
        "would face",
        "warned if",
        "threatened unless",
        "threatened if",
        "unless",
        "if not",
        "if no deal",
    }
)
#: Frames whose own words are the "or else".
OR_ELSE = frozenset(
    {
        "must or else",
        "imperative or else",
        "by then or else",
        "demanded or else",
        "told or else",
        "either or",
        "a choice",
    }
)

#: Frames whose "or else" stands in the next sentence: "Otherwise, …", "If it does not, …".
ELSE_AFTER = frozenset({"told, else after", "must, else after"})
#: Frames whose time is one that no reader of dates knows: "until Thanksgiving".
UNREAD_TIME = frozenset({"has until", "gave until"})
#: Frames that are said by who sets them: "X has until …, Trump said".
SAID = frozenset({"has a time", "has until", "was told", "was given a deadline", "must by"})
#: Frames that name a deadline set before.
TOLD_AGAIN = frozenset(
    {
        "deadline by",
        "faces a deadline",
        "defied a deadline",
        "somebody's deadline",
        "his deadline",
        "deadline given",
        "deadline he set",
        "time given",
    }
)
