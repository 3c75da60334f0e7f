"""Fields of Word that fetch or start something: none may be in a template, nor come about in a document."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

from workshop.errors import Invalid

# They read other files or addresses, ask for data, or run something.
FETCHING = (
    "DATABASE",
    "DDE",
    "DDEAUTO",
    "IMPORT",
    "INCLUDE",
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK",
    "MACROBUTTON",
    "MERGEFIELD",
    "MERGEREC",
    "NEXT",
    "NEXTIF",
    "RD",
    "SKIPIF",
    "EMBED",
    "CONTROL",
    "HTMLCONTROL",
    "AUTOTEXT",
    "AUTOTEXTLIST",
    "ASK",
    "FILLIN",
    "GOTOBUTTON",
    "PRINT",
    "ADDIN",
    "PRIVATE",
)
_FIRST_WORD = re.compile(r"\s*([A-Za-z]+)")
# Where the code of a link may lead: to a place in the document, to the web, or to a letter.
_HARMLESS_LINK = re.compile(r'(?i)\s*HYPERLINK\s+(\\|"?(https?://|mailto:))')


def check_codes(tree: Any) -> None:
    """Raises :class:`Invalid`, naming the first field that fetches something."""
    for code in _codes(tree):
        found = _FIRST_WORD.match(code)
        word = found[1].upper() if found else ""
        if word in FETCHING or (word == "HYPERLINK" and not _HARMLESS_LINK.match(code)):
            raise Invalid(
                f"The template holds a Word field that fetches or starts something: {word}. Fields for page "
                "numbers, dates, contents and links inside the document are allowed. Take it out "
                "(Ctrl+Shift+F9 on it makes it plain text) and save the template again.",
                "template",
            )


def _codes(tree: Any) -> list[str]:
    """What each field says. A code may lie in several runs, so it is read from sign to sign."""
    codes = [each.get(qn("w:instr")) or "" for each in tree.iter(qn("w:fldSimple"))]
    open_: list[str] = []
    for each in tree.iter(qn("w:fldChar"), qn("w:instrText")):
        if each.tag == qn("w:instrText"):
            if open_:
                open_[-1] += each.text or ""
        elif each.get(qn("w:fldCharType")) == "begin":
            open_.append("")
        elif each.get(qn("w:fldCharType")) == "end" and open_:
            codes.append(open_.pop())
    return codes + open_
