"""Templates for documents, and what they may say: the same words in pages, files and Markdown."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workshop.harvest import (
    draft_phrases,
    phrases,
    pictures,
    theme_phrases,
    vote_phrases,
    words,
    written_phrases,
)
from workshop.harvest.links import links, place
from workshop.harvest.model import Harvest
from workshop.harvest.writers.escape import markdown

_PACKAGE = Path(__file__).resolve().parents[2]
_WORDS = (
    words.count,
    words.listed,
    words.tables,
    words.reach,
    words.kind_word,
    words.minutes,
    words.day,
    words.clock,
    words.level_words,
    words.short,
)
_PHRASES = (
    phrases.contents,
    phrases.by_frequency,
    phrases.who_they_were,
    phrases.seated,
    phrases.written,
    phrases.met_again,
    phrases.picked,
    phrases.at_tables,
    phrases.marks_of,
    vote_phrases.ballot_words,
    vote_phrases.vote_title,
    vote_phrases.standing_words,
    vote_phrases.changed_since,
    vote_phrases.decision_title,
    vote_phrases.decision_remark,
    phrases.place_words,
    phrases.place_sign,
    theme_phrases.theme_reach,
    theme_phrases.boundaries,
    theme_phrases.markings,
    draft_phrases.sides_words,
    phrases.turn_words,
    phrases.reactions_words,
    phrases.marks_words,
    phrases.time_taken,
    phrases.step_remarks,
    draft_phrases.missing_words,
    draft_phrases.needs,
    draft_phrases.by_theme,
    draft_phrases.own,
    draft_phrases.drafts,
    draft_phrases.facts,
    draft_phrases.stages,
    draft_phrases.check_words,
    draft_phrases.untouched,
    draft_phrases.experiment_reach,
    phrases.ranges,
    written_phrases.passages_in,
    written_phrases.passage_title,
    written_phrases.paragraphs,
    written_phrases.statements_of,
    written_phrases.concludes,
    written_phrases.areas_words,
    written_phrases.source_of,
    written_phrases.rests_on,
    pictures.wall_pictures,
    pictures.vote_pictures,
    pictures.mixing_pictures,
    pictures.timeline_pictures,
    place,
)

# What people wrote, by where it stands, and its headings.
_WRITTEN = (
    *("OPENING", "CLOSING", "OUTLOOK", "OF_A_ROUND"),
    *("KEY_THEMES", "CONCLUSIONS", "RECOMMENDATIONS"),
)


def folder() -> Path:
    """Where templates lie: a wheel carries them inside the package, a checkout beside it."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def teach(env: Environment) -> None:
    """Give an environment the words of the harvest, by the names of their functions."""
    env.globals.update({each.__name__: each for each in (*_WORDS, *_PHRASES)})
    env.globals["MARK_WORDS"] = phrases.MARK_WORDS
    env.globals["RULE_OF_DOTS"] = vote_phrases.RULE
    env.globals.update({name: getattr(written_phrases, name) for name in _WRITTEN})


@lru_cache(maxsize=1)
def html_environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    teach(env)
    return env


@lru_cache(maxsize=1)
def markdown_environment() -> Environment:
    """Everything that is filled in is escaped, unless it says that it is Markdown already."""
    env = Environment(
        loader=FileSystemLoader(folder()),
        autoescape=False,  # noqa: S701 - `finalize` escapes, as Markdown needs it
        finalize=markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    teach(env)
    return env


def values(harvest: Harvest) -> dict[str, Any]:
    """What every document of a harvest is made from."""
    notes = {note.id: note for round_ in harvest.rounds for note in round_.notes}
    themes = {theme.id: theme for theme in harvest.themes}
    ideas = {idea.anchor: idea for idea in harvest.priorities}
    return {"h": harvest, "links": links(harvest), "notes": notes, "themes": themes, "ideas": ideas}
