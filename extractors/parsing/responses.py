"""What a side answers to an offer: accepted, rejected, accepted with conditions, taken note of."""

from __future__ import annotations

from enum import StrEnum


class Response(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CONDITIONAL = "conditional"
    NOTED = "noted"
