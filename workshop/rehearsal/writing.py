"""What the simulated host writes in the report after the close: lines of a file, or invented ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from workshop.core.report import KINDS, Kind
from workshop.rehearsal.notes import REPORT, Words
from workshop.rehearsal.player import Player

Doc = dict[str, Any]
Said = Mapping[str, str]
# So many of the themes with most notes become key themes; a statement of a file cites so many at most.
KEY_THEMES, MOST_THEMES = 4, 2
# Shorter words than this are in every sentence.
LONG = 5
# Every line begins with it: nobody must take it for something that somebody meant.
MARK = "Rehearsal: "
PASSAGES = {
    "context": "Why this café was held, and what it rests on, stands here.",
    "moment": "Who met, and how, stands here in a paragraph.",
    "method": "How long it took, with which tools, and who supported it stands here.",
    "reflections": "What people said about the process, and what would be done otherwise, stands here.",
    "next": "Who takes this further, and when people hear of it again, stands here.",
}
OF_A_ROUND = {
    "round": "What stands out in this round.",
    "inconsistencies": "Where people, or places, did not say the same.",
}

STATEMENTS: tuple[tuple[Kind, int, str], ...] = (
    ("key-theme", KEY_THEMES, "what people said about it stands here in a sentence."),
    ("conclusion", 2, "what follows from it stands here."),
    ("recommendation", 1, "what somebody should do stands here."),
)


async def write_report(host: Player, rounds: list[str], themes: list[Doc], said: Said, words: Words) -> None:
    """``themes``: as they stood on the walls; ``said``: the words of notes on them, by id.

    What ``words`` has for the report is written as it stands; without any, everything is invented.
    """
    named = [theme for theme in themes if theme["name"] and theme["notes"]]
    if any(words.of(place) for place in (REPORT, *KINDS)):
        await _as_given(host, rounds, named, said, words)
    else:
        await _invented(host, rounds, named, said)


async def _as_given(host: Player, rounds: list[str], themes: list[Doc], said: Said, words: Words) -> None:
    for line in words.of(REPORT):
        part, _, no = line.kind.partition("-")
        await _write(host, f"{part}.{rounds[int(no) - 1]}" if no else part, line.text)
    for kind in KINDS:
        for line in words.of(kind):
            notes = _nearest(f"{line.kind} {line.text}", said)
            held = [theme["id"] for theme in themes if not set(notes).isdisjoint(theme["notes"])]
            quote = _quote(notes[0], said[notes[0]]) if notes and kind != "key-theme" else None
            await _state(host, kind, line.kind, line.text, held[:MOST_THEMES], notes, quote)


def _nearest(text: str, said: Said) -> list[str]:
    """The notes that share most words with it, three at most: what somebody would have found by a search."""
    own = _words(text)
    shared = {note: len(own & _words(words)) for note, words in said.items()}
    return sorted((note for note in shared if shared[note]), key=lambda note: (-shared[note], said[note]))[:3]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.lower()) if len(word) >= LONG}


async def _invented(host: Player, rounds: list[str], themes: list[Doc], said: Said) -> None:
    passages = PASSAGES | {f"{part}.{rounds[0]}": text for part, text in OF_A_ROUND.items() if rounds}
    for part, text in passages.items():
        await _write(host, part, f"{MARK}{text}")
    top = sorted(themes, key=lambda theme: (-len(theme["notes"]), theme["name"]))[:KEY_THEMES]
    for kind, most, text in STATEMENTS:
        for theme in top[:most]:
            note = next((note for note in theme["notes"] if note in said), None)
            quote = _quote(note, said[note]) if note is not None and kind == "recommendation" else None
            heading, notes = theme["name"][:120], theme["notes"][:3]
            await _state(host, kind, heading, f"{MARK}{text}", [theme["id"]], notes, quote)


async def _write(host: Player, part: str, text: str) -> None:
    await host.counts("passages", "report.write", part=part, text=text, was=0)


def _quote(note: str, words: str) -> Doc:
    return {"source": f"note-{note}", "words": words}


async def _state(
    host: Player, kind: str, heading: str, text: str, themes: list[str], notes: list[str], quote: Doc | None
) -> None:
    found = {"kind": kind, "heading": heading, "text": text, "themes": themes, "notes": notes, "quote": quote}
    await host.counts("statements", "statement.add", **found)
