"""Puts bookmarks, links and pictures where their marks stand."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Mm

from workshop.harvest.writers.word.job import Drawing
from workshop.harvest.writers.word.marks import ANY, FOUND, JOINT
from workshop.harvest.writers.word.runs import RPR, P, R, T, run_like, words_like

LINK_STYLE = "Hyperlink"
START, STOP, HYPERLINK, STYLE, ID, NAME, ANCHOR, VAL = map(
    qn, ["w:bookmarkStart", "w:bookmarkEnd", "w:hyperlink", "w:rStyle", "w:id", "w:name", "w:anchor", "w:val"]
)
# Far from the numbers that a template has given away itself.
FIRST_ID = 100_000
_NOT_A_NAME = re.compile(r"\W+", re.ASCII)


def bookmarks(body: Any) -> dict[str, str]:
    """The name of each place, in the order of the document: a letter first, at most 40 signs, none twice."""
    names: dict[str, str] = {}
    for found in _found(body):
        anchor = found["bookmark"]
        if anchor is not None and anchor not in names:
            kind = _NOT_A_NAME.sub("_", anchor.partition("-")[0])[:24] or "place"
            names[anchor] = f"{kind}_{len(names) + 1}"
    return names


def _found(body: Any) -> Iterator[re.Match[str]]:
    for text in body.iter(T):
        if text.text and ANY.search(text.text):
            yield from FOUND.finditer(text.text)


class Inserting:
    """What is inserted into one document. A mark that leads nowhere leaves its words."""

    def __init__(self, document: Document, names: Mapping[str, str], pictures: Mapping[str, Drawing]) -> None:
        self.document, self.names, self.pictures = document, names, pictures
        self.link_style = any(style.style_id == LINK_STYLE for style in document.styles)
        self.make = document.element.makeelement
        self.placed: set[str] = set()
        self.next_id = FIRST_ID

    def into(self, tree: Any) -> None:
        in_body = tree is self.document.element
        marked = [text for text in tree.iter(T) if text.text and ANY.search(text.text)]
        for run in dict.fromkeys(text.getparent() for text in marked):
            if run.tag == R:
                self._run(run, in_body)
        for text in marked:
            if text.text:
                text.text = ANY.sub("", text.text)

    def _run(self, run: Any, in_body: bool) -> None:
        """One run becomes several: those of plain words, and what was marked between them."""
        if not any(FOUND.search(text.text or "") for text in run.iter(T)):
            return
        made: list[Any] = []
        for child in run:
            if child.tag == T:
                made.extend(self._words(child.text or "", run, in_body))
            elif child.tag != RPR:
                made.append(run_like(run, child))
        for each in made:
            run.addprevious(each)
        run.getparent().remove(run)

    def _words(self, words: str, run: Any, in_body: bool) -> Iterator[Any]:
        after = 0
        for found in FOUND.finditer(words):
            yield from _plain(words[after : found.start()], run)
            yield from self._made(found, run, in_body)
            after = found.end()
        yield from _plain(words[after:], run)

    def _made(self, found: re.Match[str], run: Any, in_body: bool) -> Iterator[Any]:
        match found.lastgroup:
            case "bookmark" if in_body and found["bookmark"] not in self.placed:
                yield from self._bookmark(found["bookmark"])
            case "words" | "link":
                yield from self._link(found["link"], found["words"], run)
            case "picture" if in_body and found["picture"] in self.pictures:
                yield self._picture(self.pictures[found["picture"]], run)

    def _bookmark(self, anchor: str) -> Iterator[Any]:
        self.placed.add(anchor)
        self.next_id += 1
        start, end = (self.make(name) for name in (START, STOP))
        for element in (start, end):
            element.set(ID, str(self.next_id))
        start.set(NAME, self.names[anchor])
        yield from (start, end)

    def _link(self, anchor: str, words: str, run: Any) -> Iterator[Any]:
        if anchor not in self.names or run.getparent().tag != P:
            yield from _plain(words, run)
            return
        link = run.makeelement(HYPERLINK)
        link.set(ANCHOR, self.names[anchor])
        for each in _plain(words, run):
            if self.link_style:
                _styled(each, LINK_STYLE)
            link.append(each)
        yield link

    def _picture(self, drawing: Drawing, run: Any) -> Any:
        rel, image = self.document.part.get_or_add_image(io.BytesIO(drawing.png))
        self.next_id += 1
        inline = CT_Inline.new_pic_inline(
            self.next_id, rel, image.filename, Mm(drawing.width), Mm(drawing.height)
        )
        inline.docPr.set("name", f"Picture {self.next_id - FIRST_ID}")
        inline.docPr.set("descr", f"{drawing.title}. {drawing.says}")
        holder = OxmlElement("w:drawing")
        holder.append(inline)
        return run_like(run, holder)


def _plain(words: str, run: Any) -> Iterator[Any]:
    words = words.replace(JOINT, "")
    if words:
        yield words_like(run, words)


def _styled(run: Any, style: str) -> None:
    looks = run.find(RPR)
    if looks is None:
        looks = run.makeelement(RPR)
        run.insert(0, looks)
    for old in looks.findall(STYLE):
        looks.remove(old)
    named = run.makeelement(STYLE)
    named.set(VAL, style)
    looks.insert(0, named)
