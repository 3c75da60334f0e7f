"""The report on paper: one tagged PDF with the draft of the blueprint and every word behind both."""

from __future__ import annotations

from workshop.harvest.model import Harvest
from workshop.harvest.writers.pdf.report import report
from workshop.harvest.writers.pdf.setting import pdf_of


def pdf(harvest: Harvest) -> bytes:
    """The report and the draft blueprint as PDF/UA-1, A4. The same harvest gives the same bytes."""
    return pdf_of(report(harvest))


__all__ = ["pdf"]
