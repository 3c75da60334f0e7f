"""Hosts decide, also after the close, about words as they stand now. What is redacted does not come back."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.people.rules import only_hosts, someone
from workshop.activities.quotes.messages import CheckQuote, QuoteChecked, QuoteRedacted, RedactQuote
from workshop.core import text
from workshop.core.checked import REDACTED, Checked, Stretch, mark_of
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.quotes import OWN, words_at
from workshop.core.state import Workshop
from workshop.errors import Conflict, Invalid, NotFound

WORDS_LENGTH = 60
OF_A_PART = ("fine", "vaguer", "open")


def check(command: CheckQuote, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    words = _as_seen(state, command.of, command.was)
    if command.verdict in OF_A_PART and not command.at < command.to <= len(words):
        raise Invalid("This part is not in the words. Look at them once more.")
    event = QuoteChecked(
        of=command.of,
        mark=command.was,
        verdict=command.verdict,
        at=command.at if command.verdict in OF_A_PART else 0,
        to=command.to if command.verdict in OF_A_PART else 0,
        words=_vaguer(command.words) if command.verdict == "vaguer" else "",
    )
    if not _is_so(state.checks.get(command.of), event):
        yield event


def _as_seen(state: Workshop, of: str, mark: str) -> str:
    words = words_at(state, of)
    if words is None:
        raise NotFound("These words are not there any more, so there is nothing left to look at.")
    if mark_of(words) != mark:
        raise Conflict("These words have changed since you looked at them. Look once more.", "changed")
    return words


def _vaguer(given: str) -> str:
    """Without brackets: they stand around it anyway."""
    plain = text.line(given, WORDS_LENGTH, "The vaguer wording").strip("[] ")
    if "[" in plain or "]" in plain or not plain:
        raise Invalid("Write it without brackets: they are put around it.", "brackets")
    return plain


def _is_so(checked: Checked | None, event: QuoteChecked) -> bool:
    """Whether it has been decided so already."""
    known = checked if checked is not None and checked.mark == event.mark else Checked(event.of, event.mark)
    match event.verdict:
        case "out" | "in":
            return known.out == (event.verdict == "out")
        case "passed" | "doubted":
            return known.passed == (event.verdict == "passed")
        case "open":
            return not any(each.at < event.to and event.at < each.to for each in known.stretches)
    words = event.words if event.verdict == "vaguer" else None
    return Stretch(event.at, event.to, words) in known.stretches


def redact(command: RedactQuote, state: Workshop, _by: None, _moment: Moment) -> Iterator[Event]:
    only_hosts(someone(state, command.host))
    if command.of.partition("/")[0] not in OWN:
        raise Invalid("Only what one person wrote can be redacted. Write it vaguer, or leave it out.")
    words = words_at(state, command.of)
    if words == REDACTED:
        return
    _as_seen(state, command.of, command.was)
    yield QuoteRedacted(of=command.of, host=command.host)


RULES = {CheckQuote: check}
SERVER_RULES = {RedactQuote: redact}
