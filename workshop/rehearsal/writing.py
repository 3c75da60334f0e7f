"""What the simulated host writes in the report after the close: invented, and each line says so."""

from __future__ import annotations

from typing import Any

from workshop.rehearsal.player import Player

Doc = dict[str, Any]
# So many of the themes with most notes become key themes, and of these so many are concluded from.
KEY_THEMES, CONCLUSIONS = 4, 2
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


async def write_report(host: Player, rounds: list[str], themes: list[Doc], said: dict[str, str]) -> None:
    """``themes``: as they stood on the walls; ``said``: the words of notes on them, by id."""
    passages = PASSAGES | {f"{part}.{rounds[0]}": text for part, text in OF_A_ROUND.items() if rounds}
    for part, text in passages.items():
        await host.counts("passages", "report.write", part=part, text=f"{MARK}{text}", was=0)
    named = [theme for theme in themes if theme["name"] and theme["notes"]]
    top = sorted(named, key=lambda theme: (-len(theme["notes"]), theme["name"]))[:KEY_THEMES]
    for theme in top:
        await _state(host, "key-theme", theme, "what people said about it stands here in a sentence.")
    for theme in top[:CONCLUSIONS]:
        await _state(host, "conclusion", theme, "what follows from it stands here.")
    for theme in top[:1]:
        quote = next((_quote(note, said[note]) for note in theme["notes"] if note in said), None)
        await _state(host, "recommendation", theme, "what somebody should do stands here.", quote=quote)


def _quote(note: str, words: str) -> Doc:
    return {"source": f"note-{note}", "words": words}


async def _state(host: Player, kind: str, theme: Doc, text: str, **more: Any) -> None:
    await host.counts(
        "statements",
        "statement.add",
        kind=kind,
        heading=theme["name"][:120],
        text=f"{MARK}{text}",
        themes=[theme["id"]],
        notes=theme["notes"][:3],
        **more,
    )
