"""From a path to text that is safe to read as YAML. What may be wrong with a file is told here."""

from __future__ import annotations

import re
from pathlib import Path

from workshop.plans.problems import PlanProblem, Problem

MOST_BYTES = 256 * 1024
# What no plan needs: tabs, control characters, and the overrides that turn a line round for its readers.
# These are the characters that are allowed, turned round.
UNWANTED = re.compile("[^\n\r\u0020-\u007e\u00a0-\u2027\u202f-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_TOO_LARGE = (
    f"This file is too large for a plan, which has at most {MOST_BYTES // 1024} KB. Name another file."
)
_EMPTY = "This file is empty. Begin with a copy of a plan that works, such as sessions/blank.yaml."
_FOLDER = "This is a folder. Name one plan file in it, such as explore.yaml."
_MISSING = "There is no such file. Look at the name and the folder, letter by letter."
_NO_FILE = "This is not a file that holds text. Name a file that ends in .yaml."
_LOCKED = "This file may not be read. Ask its owner, or change its permissions."
_BROKEN = "This file cannot be read ({why}). Copy it to another place, or write it again."
_NOT_UTF8 = "From here on this is not UTF-8 text. Save the file again with the encoding UTF-8."
_TAB = "There is a tab here. YAML needs spaces instead: two for each step inwards."
_HIDDEN = "There is a hidden character here (U+{code:04X}). Delete it and type the words around it again."


def text_of(path: Path) -> str:
    """The text of a plan file, or :class:`PlanProblem`."""
    raw = _bytes_of(path)
    if len(raw) > MOST_BYTES:
        raise _refusal(path, _TOO_LARGE)
    text = _decoded(path, raw)
    if not text.strip():
        raise _refusal(path, _EMPTY)
    found = UNWANTED.search(text)
    if found is not None:
        raise _refusal(path, complaint(found[0]), text[: found.start()])
    return text


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _refusal(path, _FOLDER if path.is_dir() else _NO_FILE if path.exists() else _MISSING)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except PermissionError:
        raise _refusal(path, _LOCKED) from None
    except OSError as wrong:
        raise _refusal(path, _BROKEN.format(why=wrong.strerror)) from None


def _decoded(path: Path, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        # The codec counts from after the mark that some editors put in front.
        body = raw.removeprefix(b"\xef\xbb\xbf")
        raise _refusal(path, _NOT_UTF8, body[: wrong.start].decode("utf-8", "replace")) from None


def _refusal(path: Path, message: str, before: str | None = None) -> PlanProblem:
    """About the whole file or, with the text ``before`` it, about one place."""
    line, column = (0, 0) if before is None else place_after(before)
    return PlanProblem([Problem(str(path), line, column, "", message)])


def complaint(char: str) -> str:
    """What to say about a character that a plan may not hold."""
    return _TAB if char == "\t" else _HIDDEN.format(code=ord(char))


def place_after(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows this text."""
    lines = re.split(r"\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1
