"""Which way words run: paragraphs and runs of Hebrew, Arabic and their kin are marked as right to left."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from workshop.harvest.writers.word.runs import RPR, P, R, T, run_like, words_like

_LETTER = "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RIGHT_TO_LEFT = re.compile(_LETTER)
# Words of it, with the spaces, numbers and signs between them.
_STRETCH = re.compile(rf"({_LETTER}+(?:[\W\d_]+{_LETTER}+)*)")
# What the standard puts behind w:bidi in the properties of a paragraph, and behind w:rtl in those of a run.
_BEHIND_BIDI = (
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
)
_BEHIND_RTL = (
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
    "rPrChange",
)


def set_directions(tree: Any) -> None:
    """Mark what runs from right to left. Words stay as they are."""
    paragraphs = dict.fromkeys(
        paragraph
        for text in tree.iter(T)
        if text.text and _RIGHT_TO_LEFT.search(text.text)
        for paragraph in text.iterancestors(P)
    )
    for paragraph in paragraphs:
        _set_direction(paragraph)


def begins_right(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for char in words:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return False


def _set_direction(paragraph: Any) -> None:
    words = "".join(text.text or "" for text in paragraph.iter(T))
    if begins_right(words):
        _mark(_first(paragraph, "w:pPr"), "w:bidi", _BEHIND_BIDI)
    for run in list(paragraph.iter(R)):
        if any(_RIGHT_TO_LEFT.search(text.text or "") for text in run.iterchildren(T)):
            _split(run)


def _split(run: Any) -> None:
    """One run for each stretch of words in one direction."""
    made: list[Any] = []
    for child in run:
        if child.tag == T:
            made.extend(_stretches(child.text or "", run))
        elif child.tag != RPR:
            made.append(run_like(run, child))
    for each in made:
        run.addprevious(each)
    run.getparent().remove(run)


def _stretches(words: str, run: Any) -> list[Any]:
    made = []
    for no, piece in enumerate(_STRETCH.split(words)):
        if not piece:
            continue
        like = words_like(run, piece)
        if no % 2:
            _mark(_first(like, "w:rPr"), "w:rtl", _BEHIND_RTL)
        made.append(like)
    return made


def _first(parent: Any, name: str) -> Any:
    """The properties at the beginning of a paragraph or run, made if need be."""
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        parent.insert(0, found)
    return found


def _mark(properties: Any, name: str, behind: tuple[str, ...]) -> None:
    """Set a switch, where the standard wants it."""
    if properties.find(qn(name)) is not None:
        return
    after = [each for tag in behind for each in properties.findall(qn(f"w:{tag}"))]
    made = OxmlElement(name)
    if after:
        min(after, key=properties.index).addprevious(made)
    else:
        properties.append(made)
