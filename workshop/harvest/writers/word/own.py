"""Where our own template lies."""

from __future__ import annotations

from workshop.harvest.writers.jinja import folder

OWN = folder() / "documents" / "report.docx"
