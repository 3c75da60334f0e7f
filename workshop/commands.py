"""The words of the command line: every command with its options, and what carries it out."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Nothing of the house is imported here: before it, the server library must take hold.
SERVERS = ("eventlet", "gevent", "threading")
# Commands that serve sockets.
SERVING = ("serve", "run")

Do = Callable[[argparse.Namespace], int]


def _plans(given: argparse.Namespace) -> int:
    from workshop.plans.command import run

    return run(given.rest)


def _seat(given: argparse.Namespace) -> int:
    import json

    from workshop.seating.plan import plan_rounds, text

    made = plan_rounds(given.people, given.size, given.rounds, given.facilitators, given.seed)
    print(json.dumps(made) if given.json else text(made))
    return 0


def _rehearse(given: argparse.Namespace) -> int:
    from workshop.rehearsal.command import rehearse

    return rehearse(given)


def _worker(given: argparse.Namespace) -> int:
    from workshop.jobs.worker import run_worker

    return run_worker(given)


def _themes(given: argparse.Namespace) -> int:
    from workshop.sensemaking.command import themes

    return themes(given)


def _backup(given: argparse.Namespace) -> int:
    from workshop.keeping import backup

    return backup(given.file, given.data, with_key=not given.no_key)


def _restore(given: argparse.Namespace) -> int:
    from workshop.keeping import restore

    return restore(given.file, given.data)


def _export(given: argparse.Namespace) -> int:
    from workshop.exporting.command import export

    return export(given)


def _import(given: argparse.Namespace) -> int:
    from workshop.archive.command import bring_in

    return bring_in(given.file, given.data)


def parser(serve: Do) -> argparse.ArgumentParser:
    """Every command with its options. ``serve``: what carries out the commands that serve sockets."""
    whole = argparse.ArgumentParser(prog="workshop", description="The story café server.")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, words in (
        ("serve", "serve the cafés in a data folder"),
        ("run", "serve, with a café that is ready to join"),
    ):
        command = _command(commands, name, words, serve, f"workshop {name} --port 8000 --data data")
        command.add_argument("--port", type=int, default=8000, help="port to listen on; 0 for any free one")
        command.add_argument("--host", default="0.0.0.0", help="address to listen on")  # noqa: S104
        command.add_argument("--data", type=Path, help="folder for the database and the secret key")
        command.add_argument(
            "--server", choices=SERVERS, default=os.environ.get("WORKSHOP_SERVER", "eventlet")
        )
        command.add_argument("--plan", default="explore", help="the plan of the ready café (run)")
        command.set_defaults(processes=1)
        if name == "serve":
            command.add_argument("--processes", type=int, help="how many, on as many ports from --port on")
    _worker_options(
        _command(commands, "worker", "do what is worked out beside the server", _worker, WORKER_EXAMPLE)
    )
    plans = _command(
        commands, "plans", "list plans, or check a plan file", _plans, "workshop plans check FILE"
    )
    plans.add_argument("rest", nargs=argparse.REMAINDER, metavar="list | check FILE")
    _seat_options(_command(commands, "seat", "who sits where, so that people meet", _seat, SEAT_EXAMPLE))
    _rehearse_options(
        _command(commands, "rehearse", "a whole café of simulated people", _rehearse, REHEARSE_EXAMPLE)
    )
    _themes_options(
        _command(commands, "themes", "propose themes for notes in a file", _themes, THEMES_EXAMPLE)
    )
    _export_options(
        _command(commands, "export", "write a café’s report and tables to files", _export, EXPORT_EXAMPLE)
    )
    _keeping_commands(commands)
    _commands_for_other_systems(commands)
    return whole


WORKER_EXAMPLE = "workshop worker --data data"
SEAT_EXAMPLE = "workshop seat --people 92 --size 4 --rounds 3 --facilitators 23 --json"
REHEARSE_EXAMPLE = "workshop rehearse --plan explore --people 92 --out out"
THEMES_EXAMPLE = "workshop themes notes.jsonl --out themes.json"
EXPORT_EXAMPLE = "workshop export CDFHJK --format xlsx --format pdf --out report --data data"

BACKUP_EXAMPLE = "workshop backup cafes.zip --data data"
RESTORE_EXAMPLE = "workshop restore cafes.zip --data new-folder"
IMPORT_EXAMPLE = "workshop import archive-CDFHJK.zip --data data"


def _command(commands: Any, name: str, words: str, do: Do, example: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words.capitalize()}.", epilog=f"Example: {example}"
    )
    command.set_defaults(do=do)
    return command


def _worker_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, help="folder of the database")
    command.add_argument(
        "--idle", type=float, default=0, metavar="SECONDS", help="go when there was nothing to do for so long"
    )
    # The server that started it, without which it goes.
    command.add_argument("--parent", type=int, help=argparse.SUPPRESS)


def _seat_options(command: argparse.ArgumentParser) -> None:
    for name, words in (
        ("people", "how many people"),
        ("size", "people at a table"),
        ("rounds", "how many rounds"),
    ):
        command.add_argument(f"--{name}", type=int, required=True, help=words)
    command.add_argument(
        "--facilitators", type=int, default=0, help="how many of the people stay at their table"
    )
    command.add_argument("--seed", type=int, default=1, help="the same seed gives the same seating")
    command.add_argument("--json", action="store_true", help="print JSON for programs")


def _rehearse_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--plan", default="explore", help="a shipped plan, or a plan file")
    command.add_argument("--people", type=int, default=24, help="how many people, facilitators included")
    command.add_argument(
        "--notes", type=Path, help="JSON lines with step, kind and text, to be written as notes"
    )
    command.add_argument("--seed", type=int, default=1, help="the same seed gives the same café")
    command.add_argument(
        "--pace", choices=("fast", "brisk", "real"), default="fast", help="real: by the plan's minutes"
    )
    command.add_argument("--url", help="a running server to rehearse on; without it one is started")
    command.add_argument("--join", metavar="CODE", help="with --url: fill this café instead of a new one")
    command.add_argument("--out", type=Path, help="folder for the harvest and the figures")


def _themes_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "notes",
        type=Path,
        nargs="?",
        metavar="NOTES.jsonl",
        help="a note a line: text, and its id if it has one",
    )
    command.add_argument("--out", type=Path, help="the file to write; without it the answer is printed")
    command.add_argument(
        "--into",
        type=Path,
        metavar="THEMES.json",
        help="sort the notes into these: a list of themes, each with name and, under notes or examples, the "
        "texts of some of its notes, or their ids; what this command wrote will do",
    )
    command.add_argument(
        "--score", type=Path, metavar="LABELLED.jsonl", help="measure the method: lines with text, theme, set"
    )
    command.add_argument(
        "--level",
        type=int,
        choices=range(1, 6),
        default=3,
        help="1 for few large themes, 5 for many small ones",
    )


def _export_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("code", metavar="CODE", help="the code that people join with")
    command.add_argument(
        "--format",
        action="append",
        metavar="FORMAT",
        help="such as html, md, xlsx, csv or json, several times if need be; all of them without it",
    )
    command.add_argument("--out", type=Path, metavar="DIR", help="the folder to write into")
    command.add_argument("--template", type=Path, metavar="FILE", help="your own Word file, for Word")
    said = ("anonymous", "role", "first-name")
    command.add_argument("--attribution", choices=said, help="with notes: less than people agreed to")
    command.add_argument(
        "--full", action="store_true", help="for the hosts: everybody's words, agreed to be quoted or not"
    )
    command.add_argument(
        "--verify",
        nargs="?",
        const="",
        metavar="DIR | harvest.json",
        help="instead: check that every line of a report holds; without a name, of the one the server keeps",
    )
    command.add_argument("--data", type=Path, help="folder of the database")


def _keeping_commands(commands: Any) -> None:
    backup = _command(
        commands, "backup", "save all cafés into one file, while they go on", _backup, BACKUP_EXAMPLE
    )
    restore = _command(commands, "restore", "put a backup into an empty folder", _restore, RESTORE_EXAMPLE)
    bring_in = _command(commands, "import", "take in one café from an archive", _import, IMPORT_EXAMPLE)
    backup.add_argument("file", type=Path, metavar="FILE", help="the new file")
    backup.add_argument("--data", type=Path, help="folder of the database and the secret key")
    backup.add_argument("--no-key", action="store_true", help="leave out the key that signs all links")
    restore.add_argument("file", type=Path, metavar="FILE", help="a backup")
    restore.add_argument("--data", type=Path, help="an empty folder, or one that is made")
    bring_in.add_argument("file", type=Path, metavar="FILE", help="an archive of one café")
    bring_in.add_argument("--data", type=Path, help="folder of the database and the secret key")


def _commands_for_other_systems(commands: Any) -> None:
    from workshop.api import words as api
    from workshop.webhooks import words as hooks

    keys = _command(commands, "keys", "who may read by program", api.keys, api.EXAMPLE)
    api.key_commands(keys)
    told = _command(commands, "webhooks", "tell other systems what happens", hooks.webhooks, hooks.EXAMPLE)
    hooks.webhook_commands(told)
