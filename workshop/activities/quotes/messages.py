"""Before words go out: hosts look at what may show who somebody is, and decide what stands in the report."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text

Verdict = Literal["fine", "vaguer", "open", "out", "in", "passed", "doubted"]
Place = Annotated[int, Meta(ge=0, le=20_000)]


class CheckQuote(Command, frozen=True, kw_only=True, tag="quote.check"):
    """A host has looked at words before they go out, as ``/w/CODE/check.json`` lists them.

    ``of``: which words; ``was``: their mark as the host saw them. Of the characters ``at`` to ``to``:
    ``fine`` as they are, ``vaguer`` with ``words`` in brackets, or ``open`` again. Of the whole: ``out`` or
    ``in``; and ``passed`` by the three questions, or ``doubted`` again.
    """

    of: Id
    was: Annotated[str, Meta(max_length=64)]
    verdict: Verdict
    at: Place = 0
    to: Place = 0
    words: Text = ""


class RedactQuote(Command, frozen=True, kw_only=True, tag="quote.redact"):
    """Made by the server for a ``host``, with what takes the words out of the ledger itself."""

    of: Id
    was: str
    host: str


class QuoteChecked(Event, frozen=True, kw_only=True, tag="quote.checked"):
    """``mark``: of the words that were looked at, and counts for no others."""

    of: str
    mark: str
    verdict: Verdict
    at: int = 0
    to: int = 0
    words: str = ""


class QuoteRedacted(Event, frozen=True, kw_only=True, tag="quote.redacted"):
    """The words are gone for good. ``host``: who did it."""

    of: str
    host: str
