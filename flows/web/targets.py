"""An address as text → where to connect and what to ask for, in one spelling. Judges nothing: who a
host is, is known when it is resolved (network.py).
"""

from __future__ import annotations

import re
from base64 import b64encode
from ipaddress import IPv6Address
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from flows.redaction import without_secrets
from flows.sourceref import RejectReason
from flows.web.ended import EndedError

LONGEST = 8192  # characters of an address
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,126}")
_KEPT = "/%:@!$&'()*+,;=~-._|[]"  # in a path as they are; %zz too: servers differ over it


class Target(NamedTuple):
    """One page of one host. Its text form hides secrets; `full` does not."""

    scheme: str
    host: str  # lower case, ASCII, no final dot; IPv6 without brackets
    port: int
    path: str  # with the query, percent-encoded
    user: str | None = None  # user:password, percent-encoded

    def __repr__(self) -> str:
        return self.url

    def __str__(self) -> str:
        return self.url

    @property
    def url(self) -> str:
        """The address without its secrets."""
        return without_secrets(self.origin + self.path)

    @property
    def full(self) -> str:
        """The address with all that stands in its query, and without user and password."""
        return self.origin + self.path

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def authorization(self) -> str | None:
        """The header for user and password (RFC 7617)."""
        return f"Basic {b64encode(unquote(self.user).encode()).decode()}" if self.user else None

    def joined(self, location: str) -> Target:
        """Where a redirect leads. Only pages of the same origin get to know user and password."""
        try:
            target = parse_target(urljoin(self.full, location))
        except ValueError as error:
            raise _bad(location, str(error)) from error
        return target._replace(user=self.user) if target.origin == self.origin else target


def parse_target(url: str) -> Target:
    """Raises EndedError (`bad_url`) for what is no http or https address."""
    if len(url) > LONGEST:
        raise _bad(url[:200], f"longer than {LONGEST} characters")
    try:
        parts = urlsplit(url.strip())
        port = parts.port or _PORTS.get(parts.scheme)
        user, at, authority = parts.netloc.rpartition("@")
        host = _host(authority)
    except ValueError as error:  # IDNA's errors too
        raise _bad(url, str(error)) from error
    if port is None or parts.scheme not in _PORTS:
        raise _bad(url, "neither http nor https")
    query = "?" + quote(parts.query, _KEPT + "?") if parts.query else ""
    path = quote(parts.path or "/", _KEPT)
    return Target(parts.scheme, host, port, path + query, user if at else None)


def _host(authority: str) -> str:
    """The host of `host:port`, mapped as browsers do (UTS 46)."""
    if authority.startswith("["):
        address = authority[1:].partition("]")[0]
        return str(IPv6Address(unquote(address).partition("%")[0]))
    name = unquote(authority.partition(":")[0], errors="strict").lower()
    if not name.isascii():
        import idna  # its tables take long to load

        name = idna.encode(name, uts46=True).decode()
    name = name.removesuffix(".")
    if not _HOST.fullmatch(name) or len(name) > 253:
        raise ValueError(f"{name[:300]!r} is no host")
    return name


def _bad(url: str, why: str) -> EndedError:
    return EndedError.rejected(RejectReason.BAD_URL, f"{without_secrets(url)[:300]!r}: {why}")
