"""An Excel file, opened: its sheets with their cells, tables, and charts, read from the XML itself."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any, NamedTuple
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Tree = Any
Value = str | int


class Table(NamedTuple):
    name: str
    ref: str
    headings: list[str]
    filters: bool
    described: str


@dataclass
class Page:
    """One sheet. ``frozen``: how many rows stay in sight."""

    cells: dict[str, Value] = field(default_factory=dict)
    formulas: list[str] = field(default_factory=list)
    frozen: int = 0
    tables: list[Table] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    charts: list[Tree] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def rows(self) -> list[dict[str, Value]]:
        """Of its first table, by heading; a cell without anything is left out."""
        first, last = re.findall(r"\d+", self.tables[0].ref)
        letters = [_letters(n) for n in range(len(self.tables[0].headings))]
        there = [
            {
                h: self.cells[f"{c}{no}"]
                for c, h in zip(letters, self.tables[0].headings, strict=True)
                if f"{c}{no}" in self.cells
            }
            for no in range(int(first) + 1, int(last) + 1)
        ]
        return [row for row in there if row]


def opened(content: bytes) -> dict[str, Page]:
    """Every sheet by its title, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        parts = {name: folder.read(name) for name in folder.namelist()}
    # Every part is XML that can be read, or the whole file is none.
    trees = {name: ElementTree.fromstring(part) for name, part in parts.items()}  # noqa: S314 - made here
    strings = [_said(each) for each in trees["xl/sharedStrings.xml"]]
    links = _links(trees, "xl/workbook.xml")
    sheets = trees["xl/workbook.xml"].iter(f"{MAIN}sheet")
    return {sheet.get("name"): _page(trees, links[sheet.get(LINKED)], strings) for sheet in sheets}


def _page(trees: dict[str, Tree], part: str, strings: list[str]) -> Page:
    page, tree = Page(), trees[part]
    for cell in tree.iter(f"{MAIN}c"):
        value = cell.find(f"{MAIN}v")
        page.formulas += [str(each.text) for each in cell.iter(f"{MAIN}f")]
        if value is not None:
            kind, where = cell.get("t", "n"), str(cell.get("r"))
            page.cells[where] = strings[int(value.text)] if kind == "s" else int(value.text)
    for pane in tree.iter(f"{MAIN}pane"):
        page.frozen = int(pane.get("ySplit", 0))
    for name in _links(trees, part).values():
        _add(page, trees, name)
    return page


def _add(page: Page, trees: dict[str, Tree], name: str) -> None:
    if name.startswith("xl/tables/"):
        page.tables.append(_table(trees[name]))
    elif name.startswith("xl/drawings/"):
        page.alts += [each.get("descr") for each in trees[name].iter() if each.tag.endswith("}cNvPr")]
        page.charts += [trees[each] for each in _links(trees, name).values()]
    else:
        page.outside.append(name)


def _table(tree: Tree) -> Table:
    columns = [column.get("name") for column in tree.iter(f"{MAIN}tableColumn")]
    said = next((each.get("altTextSummary") for each in tree.iter() if "altTextSummary" in each.attrib), "")
    filters = tree.find(f"{MAIN}autoFilter") is not None
    return Table(tree.get("name"), tree.get("ref"), columns, filters, said)


def _links(trees: dict[str, Tree], part: str) -> dict[str, str]:
    folder, _, file = part.rpartition("/")
    tree = trees.get(f"{folder}/_rels/{file}.rels")
    return {
        each.get("Id"): each.get("Target").removeprefix("/")
        if each.get("TargetMode")
        else normpath(join(folder, each.get("Target")))
        for each in (tree if tree is not None else ())
    }


def _said(tree: Tree) -> str:
    """A string as a person sees it: what XML cannot hold stands in it as _xHHHH_."""
    text = "".join(each.text or "" for each in tree.iter(f"{MAIN}t"))
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def _letters(n: int) -> str:
    return (_letters(n // 26 - 1) if n > 25 else "") + chr(ord("A") + n % 26)
