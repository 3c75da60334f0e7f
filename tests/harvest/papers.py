"""Reads a PDF back: its words, its tags and what they say."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject


class Papers:
    """One PDF. ``words`` are those of all pages, without the places where lines break."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.pages = [page.extract_text() for page in self.reader.pages]
        self.words = squeezed("".join(self.pages))

    @property
    def catalogue(self) -> Any:
        return self.reader.trailer["/Root"]

    @property
    def is_for_everyone(self) -> bool:
        """Whether it says that it is PDF/UA: typst says so only after it has checked."""
        return "pdfuaid:part" in self.catalogue["/Metadata"].get_data().decode()

    def tags(self, *kinds: str) -> list[DictionaryObject]:
        """Every tag of these kinds, in reading order: ``H1``, ``Figure`` …"""
        wanted = {f"/{kind}" for kind in kinds}
        return [tag for tag in _below(self.catalogue["/StructTreeRoot"]) if tag.get("/S") in wanted]

    def told(self) -> list[str]:
        """What signs of the last page are said to be, where it cannot be told from how they are drawn."""
        page = ContentStream(self.reader.pages[-1].get_contents(), self.reader)
        marked = [operands[1] for operands, does in page.operations if does == b"BDC"]
        return [str(mark["/ActualText"]) for mark in marked if "/ActualText" in mark]

    def across(self, word: str) -> float:
        """How far from the left the words that hold this one begin on the last page, in points."""
        found: list[float] = []

        def seen(text: str, at: list[float], *_more: object) -> None:
            if word in text:
                found.append(at[4])

        self.reader.pages[-1].extract_text(visitor_text=seen)
        return found[-1]

    def links(self, no: int) -> list[int]:
        """The pages that the links of one page lead to; pages are counted from 0."""
        notes = [note.get_object() for note in self.reader.pages[no].get("/Annots", [])]
        return [self._page(note["/Dest"]) for note in notes if note["/Subtype"] == "/Link"]

    def _page(self, to: Any) -> int:
        named = self.reader.named_destinations
        at = named[to].page if isinstance(to, str) else to[0]
        return self.reader.get_page_number(at.get_object())


def squeezed(words: str) -> str:
    """Without white space: a PDF does not tell a broken line from a space."""
    return re.sub(r"[\s\u200b\u00ad]+", "", words)


def _below(tag: Any) -> Iterator[DictionaryObject]:
    kids = tag.get("/K", [])
    for each in kids if isinstance(kids, list) else [kids]:
        kid = each.get_object()
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid
            yield from _below(kid)
