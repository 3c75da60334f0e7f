"""Ids the server makes itself, and join codes."""

from __future__ import annotations

import secrets
import uuid

# Twenty signs that neither look nor sound alike, and no vowels, so that a code never spells a word.
CODE_SIGNS = "CDFHJKLMNPRTVWXY3479"
CODE_LENGTH = 6


def new_id() -> str:
    return str(uuid.uuid4())


def new_code() -> str:
    """A join code: one of 64 million."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def read_code(typed: str) -> str:
    """A code as people type it, with spaces, dashes or small letters, as it is kept."""
    return "".join(c for c in typed.upper() if c.isalnum())[:40]


def spoken_code(code: str) -> str:
    """A code in two halves, as it is shown and read aloud."""
    return f"{code[:3]} {code[3:]}"
