"""One workshop in one file: out of one server, and into another as the same."""

from workshop.archive.reading import read_archive
from workshop.archive.writing import archive, archive_of

__all__ = ["archive", "archive_of", "read_archive"]
