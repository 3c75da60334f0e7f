"""What is taken back is gone: from the ledger, from every snapshot, and from the file on the disk."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.engine.kit import Engine, two_steps
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.hosting.messages import AskForHelp
from workshop.activities.notes.messages import NoteAdded
from workshop.activities.people.messages import MakeWish, MovePerson, Rename
from workshop.activities.rooms import read_event
from workshop.activities.steps.messages import Next
from workshop.activities.suggestions.messages import AcceptSuggestions, FoundSuggestions, GuessFound
from workshop.activities.themes.messages import Themes
from workshop.core import streams
from workshop.hall import Hall
from workshop.jobs.queue import Jobs
from workshop.ledger.passing import open_passing

WORDS = "My manager Quillfeather shouted"


@pytest.fixture
def cafe(engine: Engine) -> Engine:
    engine.join("Fay", "facilitator")
    engine.ann, engine.bob = engine.join("Xanthippe"), engine.join("Barnabas")  # type: ignore[attr-defined]
    engine.round()
    engine.noted = engine.note(engine.ann, WORDS)  # type: ignore[attr-defined]
    engine.note(engine.bob, "Something else")
    return engine


def redact(engine: Engine, n: int) -> None:
    event = read_event(engine.entries()[n - 1].body)
    assert isinstance(event, NoteAdded)
    blank = msgspec.structs.replace(event, text="(taken back)")
    engine.ledger.redact(engine.id, n, msgspec.json.encode(blank).decode())


def everything_shown(hall: Hall) -> str:
    """All that anybody could be sent now: every snapshot of every stream."""
    state = hall.state
    known = [
        streams.HALL,
        streams.DESK,
        *map(streams.table, state.tables),
        *map(streams.person, state.people),
    ]
    return str([hall.snapshot(stream) for stream in known])


def on_the_disk(engine: Engine) -> bytes:
    files = engine.path.parent.glob(f"{engine.path.name}*")
    return b"".join(path.read_bytes() for path in files)


def test_a_redacted_note_is_redacted_wherever_it_is_shown(cafe: Engine, twin: Engine) -> None:
    assert WORDS in cafe.ask(everything_shown)
    redact(cafe, cafe.noted)  # type: ignore[attr-defined]
    shown = twin.ask(everything_shown)
    assert WORDS not in shown
    assert shown.count("(taken back)") == cafe.ask(everything_shown).count(WORDS)


def test_after_a_redaction_everything_else_is_as_it_was(cafe: Engine, twin: Engine) -> None:
    before = cafe.ask(everything_shown)
    numbers = [(e.n, e.type, e.command, e.streams) for e in cafe.entries()]
    redact(cafe, cafe.noted)  # type: ignore[attr-defined]
    assert [(e.n, e.type, e.command, e.streams) for e in cafe.entries()] == numbers
    assert twin.ask(everything_shown).replace("(taken back)", WORDS) == before
    assert twin.says("And on it goes") == len(numbers) + 1


def test_redacted_words_are_nowhere_on_the_disk(cafe: Engine) -> None:
    jobs = Jobs(open_passing(cafe.ledger._engine))
    jobs.put("suggest", cafe.id, "s3", {})
    mine = jobs.take("worker", ["suggest"])
    assert mine is not None
    jobs.finish(mine, {"keywords": [WORDS]})
    assert on_the_disk(cafe).count(WORDS.encode()) > 1
    redact(cafe, cafe.noted)  # type: ignore[attr-defined]
    assert WORDS.encode() not in on_the_disk(cafe)


def test_names_are_kept_apart_from_what_happened(cafe: Engine) -> None:
    ann, bob = cafe.ann, cafe.bob  # type: ignore[attr-defined]
    cafe.do(ann, Rename, name="Xanthippe the younger")
    cafe.do(cafe.hal, MakeWish, how="apart", people=[ann, bob])
    cafe.do(cafe.hal, MovePerson, person=ann, table=1)
    cafe.do(ann, AskForHelp, text="")
    kept = " ".join(body for (body,) in cafe.sql("select body from entry"))
    assert not [name for name in ("Xanthippe", "Barnabas", "Hal", "Fay") if name in kept]
    assert cafe.sql("select name from person where id = ?", ann) == [("Xanthippe the younger",)]


def test_a_person_who_is_erased_leaves_no_name_anywhere(cafe: Engine, twin: Engine) -> None:
    ann = cafe.ann  # type: ignore[attr-defined]
    cafe.do(ann, Rename, name="Xanthippe the younger")
    cafe.ledger.forget(cafe.id, ann, "Someone")
    shown = twin.ask(everything_shown)
    assert "Xanthippe" not in shown
    assert "'Someone'" in shown
    assert b"Xanthippe" not in on_the_disk(cafe)


def test_whoever_was_erased_can_still_be_folded_and_named_anew(cafe: Engine, twin: Engine) -> None:
    ann = cafe.ann  # type: ignore[attr-defined]
    cafe.ledger.forget(cafe.id, ann, "Someone")
    twin.do(ann, Rename, name="Ann")
    assert twin.ask(lambda hall: hall.state.people[ann].name) == "Ann"


def test_words_that_a_suggestion_or_a_ballot_took_over_go_too(make: Callable[..., Engine]) -> None:
    walls = Themes(title="Themes", minutes=5), DotVoting(title="Dots", minutes=5)
    cafe = make(*two_steps(), *walls)
    cafe.join("Fay", "facilitator")
    ann = cafe.join("Ann")
    cafe.round()
    noted = cafe.note(ann, WORDS)
    cafe.note(ann, "Quillfeather again")
    one, two = cafe.ask(lambda hall: list(hall.state.notes))
    group = GuessFound(notes=(one, two), keywords=("Quillfeather",), example=one, likeness=(9, 9))
    about = {"version": 2, "level": 3, "method": "words", "near": {}}
    cafe.do(None, FoundSuggestions, step="s3", groups=[group], **about)
    cafe.do(cafe.hal, Next, after="s2", call=False)
    (guess,) = cafe.ask(lambda hall: list(hall.state.boards["s3"].guesses))
    cafe.do(cafe.hal, AcceptSuggestions, step="s3", suggestions=[guess])
    cafe.do(cafe.hal, Next, after="s3", call=False)
    redact(cafe, noted)
    kept = " ".join(entry.body for entry in cafe.entries() if "Quillfeather again" not in entry.body)
    assert "Quillfeather" not in kept
    assert Hall.fold(cafe.ledger, cafe.id).state.ballots
