"""Refusals are answers, not accidents: a code for programs, a sentence for people."""

from __future__ import annotations


class Refused(Exception):
    """What was asked for cannot be done.

    ``code`` is stable and for programs; ``message`` says in plain words what was wrong and what to do next.
    """

    code = "refused"
    status = 400

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code


class Invalid(Refused):
    """The words or values themselves are not allowed."""

    code = "invalid"


class NotAllowed(Refused):
    """This person may not do this, here or now."""

    code = "not-allowed"
    status = 403


class NotFound(Refused):
    """The thing named is not there, or not for this person to see."""

    code = "not-found"
    status = 404


class Conflict(Refused):
    """It was possible before, but something else has happened since."""

    code = "conflict"
    status = 409


class TooMany(Refused):
    """More, or faster, than allowed."""

    code = "too-many"
    status = 429


class Unavailable(Refused):
    """The server cannot keep the promise of an acknowledgement right now."""

    code = "unavailable"
    status = 503
