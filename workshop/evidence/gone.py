"""What became of something that a report quotes and the ledger no longer shows."""

from __future__ import annotations

from workshop.core.state import Workshop
from workshop.core.things import Theme
from workshop.evidence.lines import Line


def what_became(state: Workshop, line: Line) -> str:
    """In words, after the report was made."""
    if line.section == "rounds.notes":
        return "The note was deleted after the report was made."
    if line.section == "plenaries.chat":
        return "The line was taken out of the chat after the report was made."
    if line.section == "statements":
        return "The statement was taken out after the report was made."
    if line.section == "passages":
        return "The passage was taken out after the report was made."
    if line.section == "blueprint.experiments" and line.says.get("written"):
        return "The experiment was taken out after the report was made."
    if line.section == "blueprint.experiments" and state.blueprint.taken_up_by(str(line.says.get("note"))):
        return "An experiment has taken up this idea since the report was made."
    theme = state.themes.get(_theme_of(line))
    if theme is not None and not theme.stands:
        return _became(state, theme)
    return "It was so when the report was made, and the café has gone on since."


def _theme_of(line: Line) -> str:
    """A line of a theme has its id; whatever else is about one names it."""
    return str(
        line.says.get("id") if line.section in ("themes", "questions.topics") else line.says.get("theme")
    )


def _became(state: Workshop, theme: Theme) -> str:
    into = state.themes.get(theme.merged_into or "")
    if into is None:
        return "The theme was taken apart after the report was made."
    name = f"“{into.name}”" if into.name else "one without a name"
    return f"The theme was merged into another after the report was made: {name}."
