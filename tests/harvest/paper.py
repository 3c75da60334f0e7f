"""A Word document, opened: what a reader sees in it, and what its XML says of that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Self
from xml.etree import ElementTree

import docx
from docx.oxml.ns import qn

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Paper:
    """Opened by python-docx, as strictly as Word would."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document = docx.Document(io.BytesIO(content))
        self.body: Any = self.document.element.body

    @classmethod
    def of(cls, content: bytes) -> Self:
        return cls(content)

    def part(self, name: str) -> str:
        with zipfile.ZipFile(io.BytesIO(self.content)) as parts:
            return parts.read(name).decode()

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as parts:
            return parts.namelist()

    def well_formed(self) -> bool:
        for name in self.names():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(self.part(name))  # noqa: S314 - made by ourselves
        return True

    def paragraphs(self, *styles: str) -> list[str]:
        """The words of every paragraph, in tables too; of these styles, if any are given."""
        return [words for style, words in self._styled() if not styles or style in styles]

    def _styled(self) -> Iterator[tuple[str, str]]:
        names = {style.style_id: style.name for style in self.document.styles}
        for paragraph in self.body.iter(qn("w:p")):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            named = names.get(style.get(qn("w:val")), "") if style is not None else "Normal"
            yield str(named), _words(paragraph)

    def headings(self) -> list[tuple[int, str]]:
        """Level and words; the title is level 0."""
        return [
            (0 if style == "Title" else int(style[-1]), words)
            for style, words in self._styled()
            if style == "Title" or style.startswith("Heading ")
        ]

    def quotes(self) -> list[str]:
        """People's words, without the marks around them."""
        return [words.removeprefix("“").removesuffix("”") for words in self.paragraphs("Quote")]

    def bookmarks(self) -> list[str]:
        return [each.get(qn("w:name")) for each in self.body.iter(qn("w:bookmarkStart"))]

    def links(self) -> list[tuple[str, str]]:
        """The words of each link, and the bookmark it leads to."""
        return [(_words(link), link.get(qn("w:anchor"))) for link in self.body.iter(qn("w:hyperlink"))]

    def alts(self) -> list[str]:
        return [each.get("descr", "") for each in self.body.iter(DRAWN)]

    def right_to_left(self) -> list[str]:
        """The words of paragraphs that begin at the right."""
        return [
            _words(paragraph)
            for paragraph in self.body.iter(qn("w:p"))
            if paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        ]

    def right_to_left_runs(self) -> list[str]:
        return [
            _words(run)
            for run in self.body.iter(qn("w:r"))
            if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        ]


def _words(element: Any) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(
        (each.text or "") if each.tag == qn("w:t") else signs.get(each.tag, "")
        for run in element.iter(qn("w:r"))
        for each in run
    )
