"""Whether a report still stands: every link and every quote of it, held against the ledger."""

from workshop.evidence.checking import check
from workshop.evidence.finding import Break

__all__ = ["Break", "check"]
