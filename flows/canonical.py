"""One spelling for the many addresses of an article: for telling whether two links are one article,
never for asking a server. Pure.

| is taken off                                                        | stays                      |
|---------------------------------------------------------------------|----------------------------|
| http or https, default ports, capitals of the host, fragments       | other ports, `#!…`, `#/…`  |
| hosts www., m., mobile., amp. where a domain is left; AMP caches    | all other subdomains       |
| path segments `amp`, endings .amp, a final / and index.html         | every other path           |
| a final `print` behind two segments and more                        | `/news/print`: a section   |
| parameters that only tell where a reader came from, or ask for AMP  | every other parameter      |
| or for a print view                                                 |                            |
| the order of parameters, of different names                         | that of one name           |

Whatever may select content stays: a key too fine costs a second reading, one too coarse an article.
Therefore not courlan's `normalize_url` (1.4.0): it drops `gallery=7`, `uid=7`, `cid=7` and `?7`.
Known gaps: mobile hosts within a name (en.m.example.org), print and AMP views whose address does
not say so, or says it of another number (`/print/node/7`): both of such a pair are fetched, once;
then what the page declares of itself (`page_canonical`) makes one article of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from flows.web.ended import EndedError
from flows.web.targets import Target, parse_target

#: Parameters that tell where a reader came from: by campaigns, analytics, networks, newsletters.
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|mc|at|ns|hsa|vero|oly|itm|wt)[_.][\w.]+|_hs(?:enc|mi)|"
    r"(?:fb|g|d|y|ys|tw|tt)clid|(?:msclk|li_fat_|irclick|rdt_c)id|gclsrc|[gw]braid|igsh(?:id)?|"
    r"_g[al]|__twitter_impression|mkt_tok|xtor|cmp|cmpid|ncid|ocid|s_cid|smid|smtyp|emc|ito|ftag|"
    r"guccounter|guce_referrer(?:_sig)?|ref_(?:src|url)|traffic_source|shareadraft|share_id",
    re.IGNORECASE,
)
#: Parameters that do so when their value names a channel; else they may be a document's number.
_CHANNELLED = frozenset({"ref", "referrer", "source", "src", "from", "via", "partner", "feed"})
_CHANNEL = re.compile(
    r"(?:\w+[-_])?(?:rss|feed|newsletter|e?mail|home(?:page)?|app|share|social|google(?:news)?|"
    r"twitter|facebook|telegram|whatsapp|reddit|linkedin|x)",
    re.IGNORECASE,
)
_YES = frozenset({"", "1", "true", "yes", "amp"})
#: Parameters that ask for another view of the same page, and what they call the one for printing.
_VIEWS = frozenset(
    {"view", "format", "output", "outputtype", "layout", "mode", "display", "action"}
)
_PRINT = frozenset({"print", "printable", "printview", "printer-friendly", "printerfriendly"})
_LESSER_HOSTS = frozenset({"www", "m", "mobile", "amp"})
#: Where others serve copies of AMP pages: the article's own address is the rest of the path.
_AMP_CACHE = re.compile(
    r"(?:[\w-]+\.cdn\.ampproject\.org/[cv]|www\.google\.[a-z.]{2,6}/amp|www\.bing-amp\.com/[cv])"
    r"/(?:s/)?(?P<rest>[\w-]+\.[\w.-]+/.*)"
)
_SECTION = 3  # segments of `/news/print`, the first of which is empty
_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]")  # never need an escape (RFC 3986 §2.3)


def canonical(url: str) -> str:
    """The one spelling. What is no http or https address stays as it is."""
    try:
        target = _without_cache(parse_target(url))
    except EndedError:
        return url
    path, _, query = target.path.partition("?")
    kept = _query(query)
    fragment = urlsplit(url).fragment
    spelt = f"https://{_place(target)}{_path(path)}{'?' + kept if kept else ''}"
    return spelt + (f"#{fragment}" if fragment.startswith(("!", "/")) else "")


def page_canonical(asked: str, landed: str, declared: str | None) -> str:
    """The canonical address of a page, in the one spelling: what it declares of itself, unless that
    is of another site than where redirects landed. A front page is no article's address.
    """
    own, end = canonical(asked), canonical(landed)
    reached = own if _is_front(end) else end
    said = canonical(declared) if declared else reached
    return reached if _is_front(said) or _site(said) != _site(reached) else said


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query and not parts.fragment


def _site(url: str) -> str:
    """The registrable domain, or the host where the list of public suffixes has no say."""
    host = urlsplit(url).hostname or url
    return _registrable(host) or host


def _registrable(host: str) -> str | None:
    from tld import get_fld

    return get_fld(host, fix_protocol=True, fail_silently=True, search_private=True)


def _without_cache(target: Target) -> Target:
    held = _AMP_CACHE.fullmatch(target.host + target.path)
    return parse_target(f"https://{held['rest']}") if held else target


def _place(target: Target) -> str:
    """Host and port; a first label goes where what is left is still a domain."""
    host = target.host
    first, _, rest = host.partition(".")
    while first in _LESSER_HOSTS and "." in rest and host != _registrable(host):
        host = rest
        first, _, rest = host.partition(".")
    port = _PORTS["https"] if target.port == _PORTS[target.scheme] else target.port
    return Target("https", host, port, "/").authority


def _path(path: str) -> str:
    segments = [it for it in _spelt(path).split("/") if it.lower() != "amp"]
    while len(segments) > 1:
        segments[-1] = _without_amp(segments[-1])
        if not _is_view(segments):
            break
        segments.pop()
    return "/".join(segments) or "/"


def _without_amp(name: str) -> str:
    """`story.amp.html` is `story.html`, `story.amp` is `story`."""
    stem, dot, ending = name.rpartition(".")
    if not dot or ending not in ("html", "htm"):
        stem, dot, ending = name, "", ""
    while stem.endswith(".amp"):
        stem = stem.removesuffix(".amp")
    return stem + dot + ending


def _is_view(segments: Sequence[str]) -> bool:
    """Whether the last segment names a view of what stands before it, or nothing."""
    last = segments[-1].lower()
    is_print = last in _PRINT and len(segments) > _SECTION
    return is_print or last in ("", "amp", "index.html", "index.htm")


def _query(query: str) -> str:
    kept = [_spelt(it) for it in query.split("&") if it and not _is_aside(it)]
    return "&".join(sorted(kept, key=lambda pair: pair.partition("=")[0]))


def _is_aside(pair: str) -> bool:
    """Whether a parameter selects no content."""
    name, _, value = (unquote(it) for it in pair.partition("="))
    name, value = name.lower(), value.lower()
    if name in _CHANNELLED:
        return bool(_CHANNEL.fullmatch(value))
    asks_for_amp = value == "amp" or (name == "amp" and value in _YES)
    asks_for_print = value in _YES if name in _PRINT else name in _VIEWS and value in _PRINT
    return asks_for_amp or asks_for_print or bool(_TRACKING.fullmatch(name))


def _spelt(text: str) -> str:
    """Escapes in capitals, and none where none is needed."""
    return _ESCAPE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    sign = chr(int(found[0][1:], 16))
    return sign if _PLAIN.fullmatch(sign) else found[0].upper()
