"""How simulated people find themes: suggestions are taken, adjusted or left; the rest by hand; names last."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import Any

from workshop.rehearsal.notes import Line
from workshop.rehearsal.player import Player

Doc = dict[str, Any]
# As many themes as a room can keep in mind; and what is too short to carry a meaning.
ENOUGH_THEMES = 12
SHORT_WORD = 6
# How often a facilitator turns to the board, and how many notes anybody takes in hand at once.
TURNS, HANDFUL = 6, 6
BEGINS, DISMISSES, ADJUSTS, CHIP, REFUSES = 0.25, 0.15, 0.3, 0.6, 0.1
# How often a facilitator makes a single note stand for itself, marks an opposite view, merges small themes.
ALONE, DIFFERS, MERGES = 0.3, 0.1, 0.1
PUNCTUATION = ".,:;?!()'\"“”"


def wall_of(step: Doc, question: int | None = None) -> str:
    return f"wall/{step['id']}" + ("" if question is None else f".{question}")


async def group(player: Player, step: Doc, _lines: Sequence[list[Line]]) -> None:
    """Group in silence, as often as one's part allows."""
    guest, wall = player.guest, wall_of(step)
    await guest.until(lambda: wall in guest.docs)
    if not player.leads and step["settings"]["who"] == "facilitators":
        return
    if player.leads:
        await suggestions_are_there(player, wall)
    for _ in range(TURNS if player.leads else 1):
        await player.pause(step, 0.12)
        if wall in guest.docs:
            await _group_once(player, step, wall)


async def suggestions_are_there(player: Player, wall: str) -> None:
    """Until the computer has looked; there may be nobody who does, so not for ever."""

    def looked() -> bool:
        return bool((player.guest.one(wall, "suggesting") or {}).get("method"))

    try:
        await asyncio.wait_for(player.guest.until(looked), player.patience)
    except TimeoutError:
        player.deeds["without_suggestions"] += 1


async def _group_once(player: Player, step: Doc, wall: str) -> None:
    """A suggestion, a chip, or by hand. Who leads no table leaves suggestions to those who do."""
    guesses, near = player.guest.all(wall, "guess"), player.guest.all(wall, "near")
    few = len(player.guest.all(wall, "theme")) < ENOUGH_THEMES
    if player.leads and guesses and few:
        await _answer_suggestion(player, {"step": step["id"]}, player.chance.choice(guesses))
    elif near and player.chance.random() < CHIP:
        await _answer_chip(player, player.chance.choice(near))
    else:
        await _by_hand(player, step, wall, few)


async def _answer_suggestion(player: Player, board: Doc, guess: Doc) -> None:
    """Dismiss it, or accept it: all of it, or without the note that is least like the others."""
    chance, board = player.chance.random(), {**board, "suggestions": [guess["id"]]}
    if chance < DISMISSES:
        await player.counts("dismissed", "suggestion.dismiss", **board)
    elif chance < DISMISSES + ADJUSTS and len(guess["notes"]) > 2:
        least = min(zip(guess["likeness"], guess["notes"], strict=True))[1]
        kept = [note for note in guess["notes"] if note != least]
        await player.counts("adjusted", "suggestion.accept", **board, notes=kept)
    else:
        await player.counts("accepted", "suggestion.accept", **board)


async def _answer_chip(player: Player, near: Doc) -> None:
    """Mostly the theme that is nearest is right."""
    theme, note = near["themes"][0]["theme"], near["note"]
    if player.chance.random() < REFUSES:
        await player.counts("refused_chips", "suggestion.refuse", theme=theme, note=note)
    else:
        await player.counts("chips", "suggestion.put", theme=theme, notes=[note])


async def _by_hand(player: Player, step: Doc, wall: str, few: bool) -> None:
    """Put loose notes to a theme whose word they share; or begin one, while there are not too many."""
    themes, notes = player.guest.all(wall, "theme"), player.guest.all(wall, "note")
    loose = _loose(themes, notes)
    for theme in player.chance.sample(themes, len(themes)):
        fitting = _sharing(loose, _common_word(theme, notes))
        if fitting:
            await player.counts("by_hand", "theme.put", theme=theme["id"], notes=fitting[:HANDFUL])
            return
    _, alike = _most_alike(player, loose)
    # Most wait and see what others begin, lest one thing has many groups.
    if few and player.leads and len(alike) > 1 and player.chance.random() < BEGINS:
        await player.counts("by_hand", "theme.start", step=step["id"], notes=alike[:HANDFUL])


def _loose(themes: Iterable[Doc], notes: Iterable[Doc]) -> list[Doc]:
    grouped = {note for theme in themes for note in theme["notes"]}
    return [note for note in notes if note["id"] not in grouped]


def _long_words(text: str) -> set[str]:
    words = (word.strip(PUNCTUATION).casefold() for word in text.split())
    return {word for word in words if len(word) > SHORT_WORD}


def _common_word(theme: Doc, notes: Iterable[Doc]) -> str:
    """The long word that most notes of a theme share."""
    held = set(theme["notes"])
    counts = Counter(word for note in notes if note["id"] in held for word in _long_words(note["text"]))
    return max(sorted(counts), key=lambda word: counts[word], default="")


def _most_alike(player: Player, loose: list[Doc]) -> tuple[str, list[str]]:
    """Of the words of some loose note, the one that most others share, with those notes."""
    if not loose:
        return "", []
    words = sorted(_long_words(player.chance.choice(loose)["text"]))
    return max(
        ((word, _sharing(loose, word)) for word in words), key=lambda found: len(found[1]), default=("", [])
    )


def _sharing(notes: Iterable[Doc], word: str) -> list[str]:
    return [note["id"] for note in notes if word and word in note["text"].casefold()]


async def name(player: Player, step: Doc) -> None:
    """When a host has opened that part, those who lead give every group its name, and tidy up."""
    guest, wall = player.guest, wall_of(step)
    if not player.leads:
        return
    await guest.until(lambda: bool((guest.one(wall, "board") or {}).get("naming")))
    for _ in range(3 * ENOUGH_THEMES):
        nameless = [theme for theme in guest.all(wall, "theme") if not theme["name"]]
        if not nameless:
            break
        await player.pause(step, 0.03)
        await _give_a_name(player, player.chance.choice(nameless), guest.all(wall, "note"))
    await _tidy(player, step, wall)


async def _give_a_name(player: Player, theme: Doc, notes: list[Doc]) -> None:
    """Its key phrase, the word it shares or its first words; whichever no other theme is called."""
    texts = {note["id"]: note["text"] for note in notes}
    words = _common_word(theme, notes)
    first = next((texts[note] for note in theme["notes"] if note in texts), "Together")
    own = f"{words} {theme['id'][-4:]}"
    for called in dict.fromkeys([*theme["hints"], words, shorten(first, 50, placeholder="…"), own]):
        fields = {"theme": theme["id"], "name": called[:60].strip().capitalize()}
        statement = f"Several of us spoke of {words or 'this'}."
        if called.strip() and await player.try_to("theme.name", **fields, statement=statement):
            return


async def _tidy(player: Player, step: Doc, wall: str) -> None:
    """What fits nowhere stays and is heard; small themes may go together."""
    themes, notes = player.guest.all(wall, "theme"), player.guest.all(wall, "note")
    loose = _loose(themes, notes)
    if loose and player.chance.random() < ALONE:
        note = player.chance.choice(loose)
        fields = {
            "step": step["id"],
            "notes": [note["id"]],
            "name": shorten(note["text"], 50, placeholder="…"),
        }
        theme = await player.try_to("theme.start", **fields)
        if theme is not None:
            await player.counts("single_voices", "theme.single-voice", theme=theme, on=True)
    large = [theme for theme in themes if len(theme["notes"]) > 2]
    if large and player.chance.random() < DIFFERS:
        theme = player.chance.choice(large)
        note = player.chance.choice(theme["notes"])
        await player.counts("opposite_views", "theme.differs", theme=theme["id"], note=note, on=True)
    small = [theme for theme in themes if len(theme["notes"]) <= 2 and not theme["single_voice"]]
    if len(small) > 1 and player.chance.random() < MERGES:
        one, other = player.chance.sample(small, 2)
        await player.counts("merged", "theme.merge", theme=one["id"], into=other["id"])


def _are_made(host: Player, but: str) -> bool:
    """Whether there were suggestions on another board; nobody waits twice for what does not come."""
    boards = [
        docs["suggesting"] for wall, docs in host.guest.docs.items() if "suggesting" in docs and wall != but
    ]
    return not boards or any(board["method"] for board in boards)


async def sort_answers(host: Player, step: Doc, question: int) -> None:
    """A host makes sub-headings of the answers to one question: as suggested, or by words they share."""
    wall, board = wall_of(step, question), {"step": step["id"], "question": question}
    await host.guest.follow(wall)
    if not host.guest.all(wall, "note"):
        return
    if _are_made(host, wall):
        await suggestions_are_there(host, wall)
    for guess in host.guest.all(wall, "guess"):
        await _answer_suggestion(host, board, guess)
    if not host.guest.all(wall, "theme"):
        _, alike = _most_alike(host, host.guest.all(wall, "note"))
        if len(alike) > 1:
            await host.counts("by_hand", "theme.start", **board, notes=alike)
    for theme in host.guest.all(wall, "theme"):
        await _give_a_name(host, theme, host.guest.all(wall, "note"))
