"""The value that a name in a text is read into. Reads no text."""

from __future__ import annotations

from extractors.parsing.names.gazetteer import Form, Meaning, NameType
from extractors.values import Span, Value


class Name(Value):
    """A name in the text and what it means there.

    `span` takes in the office and the state before a person ("Turkish Foreign Minister Hakan
    Fidan"); `head` is the bare name, `state` the name of that state.
    """

    span: Span
    head: Span
    type: NameType
    form: Form
    name: str  # ISO code or slug, canonical full name of a person, name of a place, outlet slug
    actor: str | None
    detail: str = ""
    state: Name | None = None


def named(span: Span, meaning: Meaning) -> Name:
    """The name that a meaning makes of a stretch of text."""
    return Name(
        span=span,
        head=span,
        type=meaning.type,
        form=meaning.form,
        name=meaning.name,
        actor=meaning.actor,
        detail=meaning.detail,
    )
