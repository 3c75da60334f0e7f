"""The log: a line for each thing that happened, with ids and counts, and never with what people wrote.

What an exception says may hold somebody's words, and so may what a library fills into a message of its own.
Of an exception only its kind, its code and its place are written down; of a library's message the bare form.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

log = logging.getLogger(__name__)

OURS = "workshop"
# What a line may carry beside its message: ``log.warning("…", extra={"workshop": …})``.
FIELDS = ("workshop", "person", "code", "count", "plan", "where")
# Where libraries keep the code of what went wrong; a code is never made of anybody's words.
CODES = ("code", "errno", "sqlite_errorname", "sqlstate")
DEEPEST = 12
PROGRAM = Path(__file__).parents[1]

Caught = tuple[type[BaseException], BaseException, TracebackType | None]


def start_log(form: str, level: str) -> None:
    """Write to standard error from now on. ``form``: text or json. ``level``: from which on, of our own."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json() if form == "json" else Text())
    handler.addFilter(_may_be_said)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger(OURS).setLevel(level.upper())
    # A line that cannot be written would otherwise be shown with all that was to be filled into it.
    logging.raiseExceptions = False
    sys.excepthook = lambda kind, problem, trace: stumbled((kind, problem, trace))
    threading.excepthook = lambda caught: stumbled((caught.exc_type, caught.exc_value, caught.exc_traceback))


def _may_be_said(record: logging.LogRecord) -> bool:
    """Libraries say below a warning what they send, what they are sent, and from where."""
    return _is_ours(record) or record.levelno >= logging.WARNING


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.split(".")[0] == OURS


def stumbled(caught: Any) -> None:
    """Something failed where nobody was left to catch it. ``caught``: as of ``sys.exc_info()``."""
    if caught[0] is not None and not issubclass(caught[0], KeyboardInterrupt | SystemExit):
        log.error("something failed that nobody waits for", exc_info=caught)


class Json(logging.Formatter):
    """One JSON object on each line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _words(record),
            **_fields(record),
        }
        if trace := _trace(record):
            line["trace"] = trace
        return msgspec.json.encode(line).decode()


class Text(logging.Formatter):
    """For a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        fields = [f"{name}={value}" for name, value in _fields(record).items()]
        head = " ".join((_time(record), record.levelname, record.name, _words(record), *fields))
        # One line for one thing: what comes from outside must not look like another.
        return "\n    ".join((" ".join(head.split()), *_trace(record)))


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _words(record: logging.LogRecord) -> str:
    if _is_ours(record):
        return record.getMessage()
    return record.msg if isinstance(record.msg, str) else type(record.msg).__name__


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}


def _trace(record: logging.LogRecord) -> list[str]:
    """Kinds and places, the innermost cause first."""
    if not record.exc_info or record.exc_info[1] is None:
        return []
    return [line for problem in reversed([*_causes(record.exc_info[1])]) for line in _places(problem)]


def _causes(problem: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = problem
    seen: set[int] = set()
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _places(problem: BaseException) -> Iterator[str]:
    codes = [str(code) for name in CODES if isinstance(code := getattr(problem, name, None), int | str)]
    yield " ".join((type(problem).__qualname__, *codes))
    for place in traceback.extract_tb(problem.__traceback__)[-DEEPEST:]:
        yield f"at {_short(place.filename)}:{place.lineno} in {place.name}"


def _short(filename: str) -> str:
    """The file without what is only true of this machine."""
    _, found, library = filename.rpartition("site-packages/")
    path = Path(filename)
    return library if found else str(path.relative_to(PROGRAM)) if path.is_relative_to(PROGRAM) else path.name


class Stumbles:
    """What a server library takes for its log: of all it says only that a request failed is written down."""

    def info(self, _words: str, *_more: object) -> None:
        kind, problem, trace = sys.exc_info()
        # Whoever hangs up in the middle of an answer breaks nothing.
        if kind is not None and not issubclass(kind, OSError):
            stumbled((kind, problem, trace))

    def debug(self, _words: str, *_more: object) -> None:
        """Of no use to anybody here."""

    write = debug
