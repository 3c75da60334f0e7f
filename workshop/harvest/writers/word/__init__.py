"""The report as a Word document, in our own template or in one that an organisation brings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import Invalid, NotFound
from workshop.harvest.model import Harvest

if TYPE_CHECKING:
    from workshop.harvest.writers.word.job import Job

# A server that serves pages does without these libraries of many megabytes, so they are loaded when needed.


def word(harvest: Harvest, template: Path | bytes | None = None) -> bytes:
    """The report as ``.docx``: the same harvest and template give the same bytes.

    ``template``: a file that is not ours, or what it holds, which is checked, and filled in by a process with
    limits. Raises :class:`Invalid` with what is wrong with it, :class:`NotFound` if it is not there, and
    :class:`~workshop.errors.Unavailable` if there is no process to be had.
    """
    if template is not None:
        given = template if isinstance(template, bytes) else _read(template)
        return _apart(_job(harvest, given))
    from workshop.harvest.writers.word.own import OWN
    from workshop.harvest.writers.word.render import rendered

    return rendered(_job(harvest, OWN.read_bytes()))


def check_template(template: Path) -> None:
    """Whether reports can be written in it. Raises what :func:`word` raises."""
    from workshop.harvest.writers.word.job import Job

    _apart(Job(template=_read(template), fields={}, pictures={}, title="", at=0))


def _apart(job: Job) -> bytes:
    import msgspec

    from workshop.harvest.writers.word.apart import filled_apart

    return filled_apart(msgspec.msgpack.encode(job))


def _job(harvest: Harvest, template: bytes) -> Job:
    from workshop.harvest.writers.word.drawings import drawings
    from workshop.harvest.writers.word.job import Job
    from workshop.harvest.writers.word.sections import Given, fields

    given = Given.of(harvest)
    return Job(
        fields=dict(fields(given)),
        template=template,
        pictures=drawings(given.drawn),
        title=harvest.title,
        at=harvest.closed_at or harvest.started_at or harvest.opened_at,
    )


def _read(template: Path) -> bytes:
    """The file, as far as a template may be large; what is larger is refused by its size."""
    from workshop.harvest.writers.word.package import LARGEST

    try:
        with template.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound(
            f"There is no file {template}. Look at how the template is called.", "template"
        ) from None
    except OSError as problem:
        raise Invalid(
            f"The template {template} cannot be read: {problem.strerror}. It must be a file, and yours to "
            "read.",
            "template",
        ) from None
