"""How our own template is written: paragraphs with tags, loops around them, and tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from workshop.harvest.writers.word.paper_styles import TABLE, set_styles

A4 = (Mm(210), Mm(297))
MARGIN = Mm(25)
TEXT_WIDTH = A4[0] - 2 * MARGIN


class Page:
    """A template while it is written: paragraphs with tags, loops around them, and tables."""

    def __init__(self) -> None:
        self.document: Document = docx.Document()
        body = self.document.element.body
        for each in list(body)[:-1]:
            body.remove(each)
        set_styles(self.document)

    def say(self, words: str, style: str = "Normal") -> Any:
        paragraph = self.document.add_paragraph(style=style)
        for no, line in enumerate(words.split("\t")):
            if no:
                paragraph.add_run().add_tab()
            paragraph.add_run(line)
        return paragraph

    @contextmanager
    def each(self, name: str, of: str) -> Iterator[None]:
        """What follows is repeated."""
        self.say(f"{{%p for {name} in {of} %}}")
        yield
        self.say("{%p endfor %}")

    @contextmanager
    def when(self, test: str) -> Iterator[None]:
        """What follows is there only if the field has something to say."""
        self.say(f"{{%p if {test} %}}")
        yield
        self.say("{%p endif %}")

    def maybe(self, field: str, style: str = "Normal") -> Any:
        """A paragraph that is left out when its field is empty."""
        with self.when(field):
            return self.say(f"{{{{ {field} }}}}", style)

    def bullets(self, of: str, style: str = "List Bullet") -> Any:
        with self.each("line", of):
            return self.say("{{ line }}", style)

    def table(self, head: dict[str, float], name: str, of: str, cells: tuple[str, ...]) -> None:
        """A table with one row for each; ``head``: its headings, each with its share of the width."""
        table = self.document.add_table(rows=4, cols=len(head), style=TABLE)
        table.autofit = False
        self._header(table, tuple(head))
        self._fill(table.rows[1], (f"{{%tr for {name} in {of} %}}",))
        self._fill(table.rows[2], cells)
        self._fill(table.rows[3], ("{%tr endfor %}",))
        for column, share in zip(table.columns, head.values(), strict=True):
            for cell in column.cells:
                cell.width = int(TEXT_WIDTH * share)
            column.width = int(TEXT_WIDTH * share)
        for row in table.rows:
            row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        self.say("", "Small").paragraph_format.space_after = Pt(0)

    def _header(self, table: Any, head: tuple[str, ...]) -> None:
        self._fill(table.rows[0], head)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _fill(self, row: Any, cells: tuple[str, ...]) -> None:
        for cell, words in zip(row.cells, cells, strict=False):
            cell.paragraphs[0].style = "Table Text"
            cell.paragraphs[0].text = words

    def pictures(self, of: str) -> None:
        with self.each("picture", of):
            self.say("{{ picture.drawing }}", "Picture")
            self.say("{{ picture.title }}. {{ picture.caption }}", "Caption")

    def quote(self, sourced: bool = True) -> None:
        """One person's words; ``sourced``: what is said of them stands below."""
        words = self.say("{{ quote.mark }}“{{ quote.text }}”", "Quote")
        words.paragraph_format.keep_with_next = sourced or None

    def quotes(self, of: str, sourced: bool = True) -> None:
        """People's words, each with where it comes from."""
        with self.each("quote", of):
            self.quote(sourced)
            self.maybe("quote.why", "Quote Source").paragraph_format.keep_with_next = True
            with self.when("quote.remarks"):
                more = also("quote.builds_on") + also("quote.used_in")
                self.say(f"{{{{ quote.remarks }}}}{more}", "Quote Source")


def also(field: str) -> str:
    """Words behind others, if there are any."""
    return f"{{% if {field} %}} · {{{{ {field} }}}}{{% endif %}}"
