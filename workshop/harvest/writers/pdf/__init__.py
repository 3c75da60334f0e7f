"""The report on paper: one tagged PDF with the blueprint and every word behind both.

What people wrote comes in papers of its own where there is too much of it for one.
"""

from __future__ import annotations

from workshop.harvest.model import Harvest
from workshop.harvest.writers.pdf.report import report, volume
from workshop.harvest.writers.pdf.setting import pdf_of
from workshop.harvest.writers.pdf.volumes import WHOLE, papers


def pdf(harvest: Harvest) -> bytes:
    """The report and the blueprint as PDF/UA-1, A4. The same harvest gives the same bytes."""
    return paper(harvest, WHOLE)


def paper(harvest: Harvest, name: str) -> bytes:
    """One of its :func:`papers`."""
    if name == WHOLE:
        return pdf_of(report(harvest))
    return pdf_of(volume(harvest, papers(harvest).index(name)))


__all__ = ["paper", "papers", "pdf"]
