"""Templates that organisations might bring: built in Word's own way, or made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LOOP = (
    "{%p for wall in themes.walls %}",
    "{%p for group in wall.groups %}",
    "{%p for theme in group.themes %}",
    "{{ theme.mark }}{{ theme.name }}: {{ theme.reach }}",
    "{%p endfor %}",
    "{%p endfor %}",
    "{%p endfor %}",
)
LEAST = ("{{ title }}", *LOOP)
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def template(*lines: str, header: str = "", footer: str = "", **properties: str) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return saved(document)


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_field(code: str) -> bytes:
    """One that holds a field of Word's own, its code in several runs as Word writes it."""
    document = docx.Document()
    for line in LEAST:
        document.add_paragraph(line)
    paragraph = document.add_paragraph()
    for kind in ("begin", *code, "end"):
        sign = OxmlElement("w:fldChar") if kind in ("begin", "end") else OxmlElement("w:instrText")
        if kind in ("begin", "end"):
            sign.set(qn("w:fldCharType"), kind)
        else:
            sign.text = kind
        paragraph.add_run()._r.append(sign)
    return saved(document)


def changed(file: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The file with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def linked(kind: str, target: str) -> bytes:
    """One that points to another file."""
    link = f'<Relationship Id="rId99" TargetMode="External" Target="{target}" Type="http://x/{kind}"/>'

    def add(parts: dict[str, bytes]) -> None:
        text = parts[RELATIONSHIPS].decode()
        parts[RELATIONSHIPS] = text.replace("</Relationships>", f"{link}</Relationships>").encode()

    return changed(template(*LEAST), add)


def with_part(name: str, content: bytes = b"x") -> bytes:
    return changed(template(*LEAST), lambda parts: parts.update({name: content}))


def retyped(old: str, new: str) -> bytes:
    """One whose list of parts calls the document something else."""

    def change(parts: dict[str, bytes]) -> None:
        parts[TYPES] = parts[TYPES].replace(old.encode(), new.encode())

    return changed(template(*LEAST), change)
