"""The loop between the café and its workers: who asks when, and what becomes of the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.kit import SAID, WALL, House, found
from workshop import suggesting
from workshop.jobs.queue import MOST_ATTEMPTS
from workshop.jobs.work import Work


@pytest.fixture(autouse=True)
def without_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    for pause in ("ASK", "GATHER", "LIVE", "CALM"):
        monkeypatch.setattr(suggesting, pause, 0.0)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "cafe.db")
    yield made
    made.close()


@pytest.fixture
def other(house: House) -> Iterator[House]:
    """Another process on the same database, begun when the first has written."""
    made: list[House] = []
    house.other = lambda: made.append(house.twin()) or made[-1]  # type: ignore[attr-defined]
    yield house
    for one in made:
        one.close()


def test_what_people_write_is_grouped_and_everybody_hears_of_it(house: House) -> None:
    house.ann_writes(*SAID)
    house.wanted()
    house.worker()._one()
    board = house.has_suggestions()
    (guess,) = board.guesses.values()
    assert len(guess.notes) == len(SAID)
    assert any(frame.stream == f"wall/{WALL}" for frame in house.ears.frames)


def test_a_board_has_one_job_at_a_time(house: House) -> None:
    house.ann_writes(SAID[0])
    wanted = house.wanted()
    house.says("Something else happens")
    for _ in range(5):
        house.suggesting.look()
    assert house.wanted() == wanted
    assert house.jobs.counts()["waiting"] == 1


def test_what_was_found_for_an_older_board_is_used_and_asked_for_again(house: House) -> None:
    ann = house.join("Ann")
    house.round()
    for text in SAID[:2]:
        house.note(ann, text)
    first = house.wanted()
    house.worker()._one()
    house.note(ann, "One more")
    house.looks_until(lambda: house.board.guesses, "the older answer")
    house.looks_until(lambda: house.wanted() != first, "another job")
    house.worker()._one()
    (guess,) = house.has_suggestions().guesses.values()
    assert len(guess.notes) == 3


def test_where_nothing_has_changed_nothing_is_asked(house: House) -> None:
    house.ann_writes(*SAID)
    house.wanted()
    house.worker()._one()
    house.has_suggestions()
    house.says("Well done")
    for _ in range(5):
        house.suggesting.look()
    assert not house.jobs.anything()


def test_a_result_has_served_its_purpose_when_it_was_handed_in(house: House) -> None:
    house.ann_writes(*SAID)
    job = house.wanted()
    house.worker()._one()
    house.has_suggestions()
    house.looks_until(lambda: house.jobs.find(job) is None, "the job to be thrown away")


def test_what_fails_three_times_is_said_and_tried_again_after_the_next_change(house: House) -> None:
    def broken(work: Work, payload: dict[str, object]) -> dict[str, object]:
        raise ValueError

    ann = house.join("Ann")
    house.round()
    house.note(ann, SAID[0])
    job = house.jobs.find(house.wanted())
    worker = house.worker({"suggest": broken})
    for _ in range(MOST_ATTEMPTS):
        house.jobs_sql("update job set lease_until = 0")
        assert worker._one()
    board = house.has_suggestions()
    assert (board.method, board.remark) == ("words", "failed")
    assert job is not None
    house.looks_until(lambda: house.jobs.find(job.id) is None, "the end of the job")
    for _ in range(5):
        house.suggesting.look()
    assert not house.jobs.anything()
    house.note(ann, SAID[1])
    house.wanted()
    house.worker()._one()
    house.looks_until(lambda: house.board.remark == "", "better news")


def test_a_result_that_nobody_can_read_is_a_failure_too(house: House) -> None:
    house.ann_writes(*SAID)
    house.wanted()
    house.worker({"suggest": lambda _work, _payload: {"nothing": "useful"}})._one()
    assert house.has_suggestions().remark == "failed"


def test_two_processes_that_find_a_result_hand_it_in_once(other: House) -> None:
    house = other
    house.ann_writes(*SAID)
    twin = house.other()  # type: ignore[attr-defined]
    assert house.wanted() == twin.wanted()
    house.worker()._one()
    house.has_suggestions()
    twin.has_suggestions()
    told = [e for e in house.entries() if e.type == "suggestion.changed"]
    assert len(told) == 1


def test_what_was_found_while_no_server_listened_is_not_made_twice(other: House) -> None:
    house = other
    house.ann_writes(*SAID)
    job = house.wanted()
    house.worker()._one()
    twin = house.other()  # type: ignore[attr-defined]
    twin.has_suggestions()
    (told,) = [e for e in house.entries() if e.type == "suggestion.changed"]
    assert told.command == job


def test_after_a_restart_boards_that_are_out_of_date_are_found_when_somebody_comes(other: House) -> None:
    house = other
    house.ann_writes(*SAID)
    twin = house.other()  # type: ignore[attr-defined]
    twin.wanted()
    twin.worker()._one()
    assert twin.has_suggestions().guesses


def test_a_cafe_that_nobody_holds_in_memory_is_left_alone(house: House) -> None:
    house.suggesting.changed("another")
    house.suggesting.look()
    assert not house.conductor.holds("another")


def test_a_worker_that_is_held_up_in_a_commit_holds_up_nobody_who_writes(house: House) -> None:
    ann = house.join("Ann")
    house.round()
    with house.passing.begin():
        house.note(ann, SAID[0])
    assert house.wanted()


def test_words_that_are_redacted_take_the_job_with_them_and_it_is_asked_for_anew(house: House) -> None:
    house.ann_writes(*SAID)
    house.wanted()
    worker = house.worker()
    worker._one()
    (job,) = house.jobs_sql("select result from job")
    assert json.loads(job[0])
    n, body = next((e.n, e.body) for e in house.entries() if SAID[0] in e.body)
    house.ledger.redact(house.id, n, body.replace(SAID[0], "(taken back)"))
    assert house.jobs_sql("select result from job where result is not null") == []
    assert house.wanted()

    seen: list[str] = []

    def reads(work: Work, payload: dict[str, object]) -> dict[str, object]:
        seen.extend(note.text for note in work.hall.state.notes.values())
        return found(work, payload)

    worker._handlers = {"suggest": reads}
    worker._one()
    assert "(taken back)" in seen
    assert SAID[0] not in seen
    assert house.has_suggestions().guesses
