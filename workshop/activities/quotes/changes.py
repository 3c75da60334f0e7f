"""What hosts decided about words; and words that are gone for good, with what was copied from them."""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.quotes.messages import QuoteChecked, QuoteRedacted
from workshop.core.checked import REDACTED, Checked, Stretch, with_stretch, without_stretch
from workshop.core.quotes import found_at
from workshop.core.state import Workshop
from workshop.core.things import Guess
from workshop.core.votes import Option


def checked(state: Workshop, event: QuoteChecked, _at: int, _by: str | None) -> None:
    before = state.checks.get(event.of)
    known = before if before is not None and before.mark == event.mark else Checked(event.of, event.mark)
    now = _after(known, event)
    if now.empty:
        state.checks.pop(event.of, None)
    else:
        state.checks[event.of] = now


def _after(known: Checked, event: QuoteChecked) -> Checked:
    match event.verdict:
        case "out" | "in":
            return replace(known, out=event.verdict == "out")
        case "passed" | "doubted":
            return replace(known, passed=event.verdict == "passed")
        case "open":
            return replace(known, stretches=without_stretch(known, event.at, event.to))
    words = event.words if event.verdict == "vaguer" else None
    return replace(known, stretches=with_stretch(known, Stretch(event.at, event.to, words)))


def redacted(state: Workshop, event: QuoteRedacted, _at: int, _by: str | None) -> None:
    place, thing = found_at(state, event.of)
    state.checks.pop(event.of, None)
    if place is None or thing is None:
        return
    setattr(thing, place.field, REDACTED)
    if place.kind in ("note", "answer", "chat"):
        _forget_quotes(state, f"{place.kind}-{thing.id}")
    if place.kind == "note":
        _forget_in_blueprint(state, thing.id)
    if place.kind in ("note", "why"):
        _forget_copies(state, thing.id if place.kind == "note" else thing.note)


def _forget_quotes(state: Workshop, source: str) -> None:
    """Statements of the report may quote them."""
    for one in state.statements.values():
        if one.quote is not None and one.quote.source == source:
            one.quote = replace(one.quote, words=REDACTED)


def _forget_in_blueprint(state: Workshop, note: str) -> None:
    """An experiment that takes up an idea may repeat it, also in words that the note has said before."""
    for each in state.blueprint.experiments.values():
        repeated = [name for name, written in each.fields.items() if written.repeats == note]
        each.fields |= {name: replace(each.fields[name], value=REDACTED) for name in repeated}


def _forget_copies(state: Workshop, note: str) -> None:
    """What a ballot froze of them, and what the computer made of them. A worker reckons that again."""
    for ballot in state.ballots.values():
        ballot.options = tuple(_without(option, note) for option in ballot.options)
    for theme in state.themes.values():
        theme.hints = ()
    for board in state.boards.values():
        board.guesses = {guess: _wordless(each) for guess, each in board.guesses.items()}
        board.dismissed = {guess: _wordless(each) for guess, each in board.dismissed.items()}
        board.near = {of: tuple(replace(each, words=()) for each in near) for of, near in board.near.items()}
        board.refused = {of: replace(near, words=()) for of, near in board.refused.items()}


def _wordless(guess: Guess) -> Guess:
    return replace(guess, keywords=(), shared=())


def _without(option: Option, note: str) -> Option:
    if note not in (option.id, option.words_of):
        return option
    return replace(option, label=REDACTED, statement="")


CHANGES = {QuoteChecked: checked, QuoteRedacted: redacted}
