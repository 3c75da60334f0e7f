"""A template that somebody brings is checked and filled in by a process of its own, within limits.

The sandbox keeps a template from doing anything but filling in fields; it does not keep it from doing that
for ever, or in all of the memory. ``python -m workshop.harvest.writers.word.apart`` is that process.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from typing import NamedTuple

import msgspec

from workshop.errors import Invalid, Unavailable


class Limits(NamedTuple):
    """``seconds`` of the process's own time, ``wait`` of everybody's; ``memory`` in bytes."""

    seconds: int = 60
    wait: int = 120
    memory: int = 1_500_000_000


# Ten times what 10,000 notes take.
LIMITS = Limits()
COMMAND = (sys.executable, "-m", "workshop.harvest.writers.word.apart")
REFUSED, TOO_MUCH = 3, 4
TOO_LARGE = (
    "The template takes too long or too much memory to fill in, so it was stopped. Look for loops inside of "
    "loops, and repeat each list only once."
)

NOT_FROM_WORD = (
    "The template cannot be filled in: it is not built as Word builds documents. Open it in Word, save it as "
    "a Word document (.docx), and try again."
)


def filled_apart(job: bytes, limits: Limits = LIMITS) -> bytes:
    """The document of a packed :class:`Job`; nothing if it has no fields, and is only to be checked.

    Raises :class:`Invalid` if the template cannot be used, :class:`Unavailable` if the process cannot start.
    """
    try:
        command = (*COMMAND, str(limits.seconds), str(limits.memory))
        ran = subprocess.run(  # noqa: S603
            command, input=job, capture_output=True, timeout=limits.wait, check=False
        )
    except subprocess.TimeoutExpired:
        raise Invalid(TOO_LARGE, "template") from None
    except OSError:
        raise Unavailable(
            "The template cannot be filled in just now: no process could be started. Try again in a minute."
        ) from None
    if ran.returncode == REFUSED:
        raise Invalid(ran.stdout.decode(), "template")
    if ran.returncode == TOO_MUCH or ran.returncode < 0:
        raise Invalid(TOO_LARGE, "template")
    if ran.returncode:
        raise Invalid(NOT_FROM_WORD, "template")
    return ran.stdout


def _limit(seconds: int, memory: int) -> None:
    """For this process, before it looks at anything: it writes no file, and ends when it takes too much."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def main() -> int:
    _limit(*map(int, sys.argv[1:]))
    from workshop.harvest.writers.word.checking import check
    from workshop.harvest.writers.word.job import Job
    from workshop.harvest.writers.word.render import rendered

    try:
        job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
        check(job.template)
        if job.fields:
            sys.stdout.buffer.write(rendered(job))
    except Invalid as refused:
        sys.stdout.buffer.write(refused.message.encode())
        return REFUSED
    except (MemoryError, RecursionError):
        return TOO_MUCH
    return 0


if __name__ == "__main__":
    sys.exit(main())
