"""How simulated people find themes: notes that share a long word go together. Names come last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshop.rehearsal.notes import Line
from workshop.rehearsal.player import Player

# As many themes as a room can keep in mind; and what is too short to carry a meaning.
ENOUGH_THEMES = 9
SHORT_WORD = 6
BEGINS = 0.25
PUNCTUATION = ".,:;?!()'\"“”"


async def group(player: Player, step: dict[str, Any], _lines: Sequence[list[Line]]) -> None:
    """Group notes on the wall: those that share a long word go together. Names come last."""
    guest = player.guest
    await guest.until(lambda: guest.wall is not None)
    if not player.leads and step["settings"]["who"] == "facilitators":
        return
    for _ in range(6 if player.leads else 1):
        await player.pause(step, 0.15)
        await _group_once(player, step)
    if player.leads:
        await _name_and_tidy(player)


async def _group_once(player: Player, step: dict[str, Any]) -> None:
    """Put notes to a theme whose word they share; or start one, while there are not too many."""
    wall = player.guest.wall
    if wall is None:
        return
    themes = player.guest.all(wall, "theme")
    grouped = {note for theme in themes for note in theme["notes"]}
    loose = [note for note in player.guest.all(wall, "note") if note["id"] not in grouped]
    for theme in player.chance.sample(themes, len(themes)):
        fitting = _sharing(loose, theme["name"].casefold())
        if fitting:
            await player.try_to("theme.put", theme=theme["id"], notes=fitting)
            return
    word, alike = _most_alike(player, loose)
    # Most wait and see what others begin.
    if len(themes) < ENOUGH_THEMES and len(alike) > 1 and player.chance.random() < BEGINS:
        await player.try_to("theme.start", step=step["id"], notes=alike, name=word.capitalize())


def _most_alike(player: Player, loose: list[dict[str, Any]]) -> tuple[str, list[str]]:
    """Of the words of some loose note, the one that most others share, with those notes."""
    if not loose:
        return "", []
    words = {w.strip(PUNCTUATION).casefold() for w in player.chance.choice(loose)["text"].split()}
    shared = [(word, _sharing(loose, word)) for word in sorted(words) if len(word) > SHORT_WORD]
    return max(shared, key=lambda found: len(found[1]), default=("", []))


def _sharing(notes: list[dict[str, Any]], word: str) -> list[str]:
    return [note["id"] for note in notes if word and word in note["text"].casefold()]


async def _name_and_tidy(player: Player) -> None:
    themes = player.guest.all(player.guest.wall or "", "theme")
    if not themes:
        return
    theme = player.chance.choice(themes)
    statement = f"Several tables spoke of {theme['name'].casefold() or 'this'}."
    await player.try_to(
        "theme.name", theme=theme["id"], name=theme["name"] or "Together", statement=statement
    )
    if len(theme["notes"]) == 1:
        await player.try_to("theme.single-voice", theme=theme["id"], on=True)
    small = [t for t in themes if len(t["notes"]) <= 2 and t["id"] != theme["id"]]
    if small and player.chance.random() < 0.1:
        await player.try_to("theme.merge", theme=small[0]["id"], into=theme["id"])
