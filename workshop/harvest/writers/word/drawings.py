"""The report's pictures as PNG: Word shows SVG only in its newer versions, and in whatever fonts it finds.

Typst, which sets the PDF, draws them with the fonts that come along: the same dots on every machine.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from typing import Any

import msgspec
import typst

from workshop.harvest.writers.jinja import folder
from workshop.harvest.writers.pdf.labels import apart
from workshop.harvest.writers.pdf.setting import fonts
from workshop.harvest.writers.pdf.signs import FAMILIES
from workshop.harvest.writers.pdf.tree import Label
from workshop.harvest.writers.word.direction import begins_right
from workshop.harvest.writers.word.job import Drawing
from workshop.harvest.writers.word.marks import plain
from workshop.pictures import Picture

TEMPLATE = "documents/picture.typ"
# Dots for each inch of paper; a picture is as wide as the text.
SHARP = 200
WIDE_MM, HIGH_MM = 160.0, 205.0
_FAMILY = re.compile('font-family="[^"]*"')


def drawings(pictures: Mapping[str, Picture]) -> dict[str, Drawing]:
    """Every picture, by its key."""
    with tempfile.TemporaryDirectory(prefix="pictures-") as empty:
        return {key: _drawing(picture, empty) for key, picture in pictures.items()}


def _drawing(picture: Picture, root: str) -> Drawing:
    width = min(WIDE_MM, HIGH_MM * picture.width / picture.height)
    return Drawing(
        png=_png(_data(picture, width), root),
        width=width,
        height=width * picture.height / picture.width,
        title=plain(picture.title),
        says=plain(" ".join(picture.says)),
    )


def _data(picture: Picture, width: float) -> dict[str, Any]:
    """Its own list of fonts names those of a browser. Words that no SVG renderer can set are set on top."""
    svg, labels = apart(_FAMILY.sub(f'font-family="{FAMILIES[0]}"', str(picture.svg), count=1))
    return {
        "svg": svg,
        "labels": list(map(_label, labels)),
        "wide": width,
        "width": picture.width,
        "height": picture.height,
        "families": FAMILIES,
    }


def _label(label: Label) -> dict[str, Any]:
    said = msgspec.structs.asdict(label)
    return {**said, "rtl": begins_right(label.t)}


def _png(picture: dict[str, Any], root: str) -> bytes:
    """``root``: an empty folder, so that nothing can be read from inside."""
    # Its types want the source and the root to be of one kind; a source in bytes needs no file.
    made = typst.compile(  # type: ignore[call-overload]
        (folder() / TEMPLATE).read_bytes(),
        format="png",
        ppi=SHARP,
        root=root,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"picture": msgspec.json.encode(picture).decode()},
    )
    assert isinstance(made, bytes)
    return made
