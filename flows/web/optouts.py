"""What a page says against being read by machines: X-Robots-Tag and its twin in the page's head,
and TDMRep (the W3C community group's TDM Reservation Protocol, 2024, §6.1 and §6.3).

Known gaps: /.well-known/tdmrep.json and ai.txt are not asked for; of a page only the beginning is
looked at, as ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flows.web.answers import OptOut

OUR_NAME = "parley"  # the product token, in robots.txt and X-Robots-Tag
_HEAD = 64 * 1024
_META = re.compile(rb"<meta\b([^<>]{1,600})>", re.I)
_ATTRIBUTE = re.compile(rb"\b(name|content)\s{0,9}=\s{0,9}[\"']?([^\"'<>]{0,300})", re.I)
_TAGS = {"none": OptOut.NOINDEX} | {it.value: it for it in OptOut}
_VALUED = "unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"


def opt_outs(headers: Mapping[str, str], content: bytes) -> tuple[OptOut, ...]:
    """All that the headers and the page's head say, each once."""
    said = set(_tags(headers.get("x-robots-tag", "")))
    if headers.get("tdm-reservation", "").strip() == "1":
        said.add(OptOut.TDM_RESERVATION)
    for name, value in _metas(content[:_HEAD]):
        if name in ("robots", OUR_NAME):
            said.update(_tags(value))
        elif name == OptOut.TDM_RESERVATION and value.strip() == "1":
            said.add(OptOut.TDM_RESERVATION)
    return tuple(sorted(said))


def _tags(value: str) -> Iterator[OptOut]:
    """`noai, otherbot: noindex`: what follows another agent's name is meant for that one."""
    for_us = True
    for part in value.lower().split(","):
        agent, colon, tag = part.rpartition(":")
        if colon and agent.strip() not in _VALUED:
            for_us = agent.strip() in (OUR_NAME, "*")
        tag = tag.strip()
        if not for_us:
            continue
        if tag in _TAGS:
            yield _TAGS[tag]


def _metas(head: bytes) -> Iterator[tuple[str, str]]:
    for meta in _META.finditer(head):
        found = {
            name.lower(): value.decode("ascii", "replace")
            for name, value in _ATTRIBUTE.findall(meta[1])
        }
        if b"name" in found and b"content" in found:
            yield found[b"name"].strip().lower(), found[b"content"]
