"""The command line: what it answers to whoever gives it something that cannot be."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stories.server import Server, command_line
from workshop.__main__ import main

Told = Callable[..., str]
ONE_LINE = '{"step": "round-1", "kind": "helped", "text": "A good team"}'


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """What a command says on its way out: in words, with a code for programs, and never with a traceback."""

    # A command that serves takes these over, as is right in a process of its own.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(logging, "raiseExceptions", True)

    def telling(*arguments: object, code: int = 2) -> str:
        assert _ended(*map(str, arguments)) == code
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return out + err

    return telling


def _ended(*arguments: str) -> object:
    try:
        return main(arguments)
    except SystemExit as left:
        return left.code


def serve(told: Told, *arguments: object) -> str:
    return told("serve", "--server", "threading", "--port", "0", *arguments)


def test_a_port_in_use_is_said_before_anything_else(tmp_path: Path, server: Server) -> None:
    answer = command_line("serve", "--port", str(server.port), "--data", str(tmp_path))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert re.match(rf"Port {server.port} cannot be used \(Address already in use\)\..*--port", answer.stderr)
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["99999", "-1", "1e3", "http"])
def test_a_port_that_cannot_be_is_refused(told: Told, tmp_path: Path, port: str) -> None:
    said = serve(told, "--data", tmp_path, "--port", port)
    assert port in said
    assert "--port" in said


def test_an_address_that_is_not_this_machine_is_refused(told: Told, tmp_path: Path) -> None:
    said = serve(told, "--data", tmp_path, "--host", "192.0.2.1")
    assert "cannot be used" in said


@pytest.mark.parametrize("folder", ["a-file", "a-file/below", "/proc/nowhere"])
def test_a_data_folder_that_cannot_be_written_is_said(told: Told, tmp_path: Path, folder: str) -> None:
    (tmp_path / "a-file").write_text("I was here first")
    said = serve(told, "--data", tmp_path / folder)
    assert re.match(
        r"The data folder \S+ cannot be written to \(.+\)\. Give another folder with --data", said
    )
    assert (tmp_path / "a-file").read_text() == "I was here first"


def test_a_database_that_is_none_is_said(told: Told, tmp_path: Path) -> None:
    (tmp_path / "cafe.db").write_text("These are my letters, not a database. " * 100)
    said = serve(told, "--data", tmp_path)
    assert said.startswith(
        "The database cannot be used: file is not a database. Give another folder with --data"
    )


@pytest.mark.parametrize(
    "address", ["nonsense", "sqlite:////proc/nowhere/x.db", "oracle://me:s3cret@there/x"]
)
def test_a_database_address_that_leads_nowhere_is_said_without_its_password(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    said = serve(told, "--data", tmp_path)
    assert "DATABASE_URL" in said
    assert "s3cret" not in said


@pytest.mark.parametrize(
    ("name", "value"),
    [("COMMANDS_PER_SECOND", "many"), ("AWAY_SECONDS", "-1"), ("TOKEN_DAYS", "0"), ("BEHIND_PROXY", "yes")],
)
def test_a_setting_that_cannot_be_is_named(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert serve(told, "--data", tmp_path).startswith(f"The setting {name} cannot be “{value}”: Expected")


def test_an_unknown_plan_is_answered_with_those_there_are(tmp_path: Path) -> None:
    answer = command_line("run", "--port", "0", "--data", str(tmp_path), "--plan", "exlpore")
    assert answer.returncode == 2
    assert "There is no plan called “exlpore”. Did you mean explore?" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_server_without_a_library_is_refused(told: Told) -> None:
    assert "invalid choice: 'twisted'" in told("serve", "--server", "twisted")


@pytest.mark.parametrize("command", ["serve", "run", "backup", "restore", "plans", "seat", "rehearse"])
def test_every_command_helps_with_an_example(told: Told, command: str) -> None:
    assert f"Example: workshop {command} " in " ".join(told(command, "--help", code=0).split())


def test_all_commands_are_listed(told: Told) -> None:
    said = told("--help", code=0)
    assert all(command in said for command in ("serve", "run", "plans", "seat", "rehearse"))
    assert "COMMAND" in told()


def test_plans_are_listed_and_checked(told: Told, tmp_path: Path) -> None:
    assert "explore" in told("plans", "list", code=0)
    assert "can be used" in told("plans", "check", "taster", code=0)
    plan = tmp_path / "mine.yaml"
    plan.write_text("name: Mine\nsteps: 5\n")
    said = told("plans", "check", plan, code=1)
    assert re.search(rf"{re.escape(str(plan))}:\d+", said)


def test_seats_are_planned_for_programs_and_for_people(told: Told) -> None:
    how = ("seat", "--people", "12", "--size", "4", "--rounds", "2", "--facilitators", "3")
    made = json.loads(told(*how, "--json", code=0))
    assert set(made) == {"rounds", "repeat_meetings", "least_possible", "seconds"}
    assert [sorted(p for table in one for p in table) for one in made["rounds"]] == [list(range(12))] * 2
    assert "Round 1" in told(*how, code=0)


@pytest.mark.parametrize(
    "wrong",
    [("--people", "0"), ("--size", "-1"), ("--rounds", "1000"), ("--facilitators", "13"), ("--people", "x")],
)
def test_seats_that_cannot_be_are_refused(told: Told, wrong: tuple[str, str]) -> None:
    how = {"--people": "12", "--size": "4", "--rounds": "2", "--facilitators": "3"} | dict([wrong])
    assert wrong[0].removeprefix("--") in told("seat", *[part for pair in how.items() for part in pair])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("", "is empty."),
        ("\n \n", "is empty."),
        (f"{ONE_LINE}\n" * 16 + "nonsense\n" + ONE_LINE, ":17: "),
        (f"{ONE_LINE}\n" * 16 + '{"step": "round-1", "kind": "helped"}', ":17: "),
        (
            f"{ONE_LINE}\n" * 16 + '{"step": "round-9", "kind": "helped", "text": "x"}',
            ":17: there is no step round-9",
        ),
        (
            f"{ONE_LINE}\n" * 16 + '{"step": "round-1", "kind": "odd", "text": "x"}',
            ":17: round-1 has no notes of kind",
        ),
        (
            f"{ONE_LINE}\n" * 16 + json.dumps({"step": "round-1", "kind": "helped", "text": "x" * 900}),
            ":17: the text",
        ),
        (f"{ONE_LINE}\n" * 16 + "[" * 5_000, ":17: "),
    ],
)
def test_notes_that_cannot_be_read_are_refused_with_their_line(
    told: Told, tmp_path: Path, content: str | None, said: str
) -> None:
    path = tmp_path / "notes.jsonl"
    if content is not None:
        path.write_text(content)
    answer = told("rehearse", "--plan", "taster", "--notes", path, "--out", tmp_path / "out")
    assert answer.startswith(str(path))
    assert said in answer
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--people", "1"), "--people 1: give 2 to"),
        (("--people", "100000"), "give 2 to"),
        (("--join", "CODE42"), "--join needs --url"),
        (("--plan", "nonsense"), "There is no plan called “nonsense”."),
        (("--url", "http://127.0.0.1:1/home"), "Give --url the host link"),
    ],
)
def test_a_rehearsal_that_cannot_be_is_refused(told: Told, arguments: tuple[str, ...], said: str) -> None:
    assert said in told("rehearse", *arguments)
