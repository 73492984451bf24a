"""Secrets in addresses made unreadable before an address is stored, shown or logged.

A user and password go altogether; of a query's values those whose name tells a secret. Numbers of
less than twelve digits stay under any name: they tell articles apart and no secret is that short.
Known gap: a secret that is part of a path cannot be told from a path.
"""

from __future__ import annotations

import re

HIDDEN = "***"

_NAME = (
    r"(?:[a-z0-9]+[-_])*?(?:api[-_]?key|key|token|secret|sig|signature|auth|authorization|"
    r"password|passwd|pwd|pass|credentials?|session|sessionid|jwt|hmac|hdnts|hdnea)"
)
#: name=value in a query or fragment, where the name says that the value is a secret.
_SECRET_VALUE = re.compile(
    rf"(?<=[?&;#])({_NAME})=(?!\d{{1,11}}(?![^&;#\s]))([^&;#\s'\"<>]+)", re.I
)
_USER = re.compile(r"(?<=://)[^\s/?#@'\"<>]{0,2000}@")
_AUTHORIZATION = re.compile(r"\b(authorization:?\s*(?:basic|bearer)?|bearer|basic)\s+\S+", re.I)


def without_secrets(url: str) -> str:
    """The address without user and password, and with the values of secret parameters hidden."""
    return _SECRET_VALUE.sub(rf"\1={HIDDEN}", _USER.sub("", url))


def scrubbed(text: str) -> str:
    """Any text, for a log or an error, without the secrets of the addresses and headers in it."""
    return without_secrets(_AUTHORIZATION.sub(HIDDEN, text))
