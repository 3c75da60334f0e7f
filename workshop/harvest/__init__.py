"""From the ledger to the harvest, and from the harvest to documents."""

from workshop.harvest.build import harvest_of
from workshop.harvest.model import Harvest
from workshop.harvest.store import draft, press, pressed, published, read
from workshop.harvest.writers import DOCUMENTS, TABLE, Document, write_all

__all__ = [
    "DOCUMENTS",
    "TABLE",
    "Document",
    "Harvest",
    "draft",
    "harvest_of",
    "press",
    "pressed",
    "published",
    "read",
    "write_all",
]
