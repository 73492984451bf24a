"""What the headers of requests and replies say: conditions, places to go, validators, charsets."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from urllib.parse import quote

from flows.sourceref import RejectReason
from flows.web.answers import (
    Disallowed,
    DisallowReason,
    Manners,
    NotModified,
    Reply,
    Validators,
)
from flows.web.ended import EndedError
from flows.web.line import NOT_MODIFIED, OK, Answered, media_type
from flows.web.optouts import opt_outs
from flows.web.targets import Target

_MOVED = frozenset({301, 302, 303, 307, 308})
_NO_CHARSETS = frozenset({"undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape"})


def conditions(validators: Validators | None) -> dict[str, str]:
    """Validators that fit into a header, as they came."""
    said = {
        "If-None-Match": validators.etag if validators else None,
        "If-Modified-Since": validators.last_modified if validators else None,
    }
    return {name: value for name, value in said.items() if value and value.isprintable()}


def location(answered: Answered) -> str | None:
    """Where a redirect leads. Servers write it in UTF-8, whatever the standard says."""
    location = answered.headers.get("location", "").strip()
    if answered.status not in _MOVED or not location:
        return None
    return quote(location.encode("latin-1"), "".join(map(chr, range(0x20, 0x7F))))


def reply(
    target: Target, answered: Answered, asked: Validators | None, manners: Manners
) -> Reply | NotModified:
    """What the end of a chain of redirects gives. Raises EndedError where that is no page."""
    headers = answered.headers
    validators = Validators(etag=headers.get("etag"), last_modified=headers.get("last-modified"))
    if answered.status == NOT_MODIFIED and asked and conditions(asked):
        said = {name: value for name, value in validators if value}
        return NotModified(url=target.url, validators=asked.model_copy(update=said))
    if answered.status != OK:
        raise EndedError.rejected(RejectReason.HTTP_STATUS, str(answered.status))
    said_no = opt_outs(headers, answered.content)
    if meant := manners.obeyed.intersection(said_no):
        detail = f"the page says {', '.join(sorted(meant))}"
        raise EndedError(Disallowed(reason=DisallowReason.OPT_OUT, detail=detail))
    return Reply(
        url=target.url,
        content=answered.content,
        media_type=media_type(headers),
        charset=charset(headers),
        validators=validators,
        opt_outs=said_no,
    )


def charset(headers: Mapping[str, str]) -> str | None:
    """As declared, if it is one: Python takes `zip` and `undefined` for names, and then raises."""
    for parameter in headers.get("content-type", "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip("\"' ") if _is_charset(value.strip("\"' ")) else None
    return None


def _is_charset(name: str) -> bool:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return found._is_text_encoding and found.name not in _NO_CHARSETS
