"""Themes and headings of answers: whether each is whole, and claims no more than lies in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from workshop.harvest.lint.findings import (
    Finding,
    Mend,
    anchors_of,
    board,
    has,
    is_,
    named,
    notes_of,
    over,
    quoted,
)
from workshop.harvest.lint.headings import topic_is_named
from workshop.harvest.model import Harvest, NoteLine, ThemeLine, TopicLine
from workshop.harvest.themes import sides
from workshop.harvest.words import count

# Two notes on each side, and a quarter of those that take one: then two views lie in a theme.
VIEWS = 2
# Said of the people who spoke, and not of what they spoke about.
_COMMON = re.compile(
    r"\b(?:all of us|most of us|many of us|we all|we agree[d]?|"
    r"(?:all|every|most|many|several) (?:the )?(?:tables?|groups?|participants|people here)|"
    r"(?:every(?:one|body)|people|tables|participants|the (?:whole )?room) "
    r"(?:here )?(?:all )?(?:agree[sd]?|says?|said|mentioned|named|told)|"
    r"(?:most|many) people (?:here )?(?:agree[d]?|say|said|mentioned|named|told|think|thought|feel|felt)|"
    r"across (?:the |all )?tables|common ground|consensus|unanimous(?:ly)?|"
    r"(?:often|frequently|widely|commonly|generally) (?:agreed|mentioned|said|shared|heard|felt))\b",
    re.IGNORECASE,
)


def theme_without_notes(harvest: Harvest) -> Iterator[Finding]:
    for theme in harvest.themes:
        if not theme.notes:
            yield _empty(theme, "no note that still stands", board(theme.step))
    for question in harvest.questions:
        for topic in question.topics:
            if not topic.answers:
                yield _empty(topic, "no answer that still stands", board(question.step, question.no))


def _empty(line: ThemeLine | TopicLine, what: str, mend: Mend) -> Finding:
    text = f"{quoted(line.name)} holds {what}. Put some in, or let it go."
    return Finding("theme-without-notes", "must", text, (line.anchor,), (mend,))


def theme_without_name(harvest: Harvest) -> Iterator[Finding]:
    done = over(harvest)
    for wall in harvest.walls:
        bare = [t for t in harvest.themes if t.step == wall.step and not t.named and t.step in done]
        if bare:
            text = _nameless(len(bare), "theme", f"on {quoted(wall.title)}", named(t.name for t in bare))
            mend = board(wall.step, words="Name on the board")
            yield Finding("theme-without-name", "must", text, anchors_of(bare), (mend,))
    for question in harvest.questions:
        bare_topics = [t for t in question.topics if not topic_is_named(t, question)]
        if bare_topics and question.step in done:
            where = f"under closing question {question.no}"
            text = _nameless(len(bare_topics), "heading", where, named(t.name for t in bare_topics))
            mend = board(question.step, question.no, "Name on the board")
            yield Finding("theme-without-name", "must", text, anchors_of(bare_topics), (mend,))


def _nameless(n: int, what: str, where: str, names: str) -> str:
    instead = "the beginning of somebody’s words"
    shown = f"{'It shows' if n == 1 else 'They show'} {instead}: {names}."
    return f"{count(n, what)} {where} {has(n)} no name. {shown}"


def theme_without_sentence(harvest: Harvest) -> Iterator[Finding]:
    for step, themes in _by_board(harvest).items():
        bare = [theme for theme in themes if theme.named and not theme.statement]
        if bare:
            text = (
                f"{named(t.name for t in bare)} {has(len(bare))} a name and no sentence. "
                "Readers who were not there will guess what it means."
            )
            yield Finding("theme-without-sentence", "may", text, anchors_of(bare), (board(step),))


def theme_of_one_note(harvest: Harvest) -> Iterator[Finding]:
    for step, themes in _by_board(harvest).items():
        alone = [theme for theme in themes if len(theme.notes) == 1 and not theme.single_voice]
        if alone:
            n = len(alone)
            text = (
                f"{named(t.name for t in alone)} {'rests' if n == 1 else 'rest'} on one note"
                f"{'' if n == 1 else ' each'}, and {is_(n)} not marked as a single voice. "
                "Mark it, or put it where it belongs."
            )
            yield Finding("theme-of-one-note", "must", text, anchors_of(alone), (board(step),))


def single_voice_of_many(harvest: Harvest) -> Iterator[Finding]:
    for step, themes in _by_board(harvest).items():
        many = [theme for theme in themes if theme.single_voice and len(theme.tables) > 1]
        for theme in many:
            text = (
                f"{quoted(theme.name)} is marked as a single voice, and its notes are from "
                f"{count(len(theme.tables), 'table')}. Take the mark away, or the other notes out."
            )
            yield Finding("single-voice-of-many", "must", text, (theme.anchor,), (board(step),))


def one_table_as_common_ground(harvest: Harvest) -> Iterator[Finding]:
    for theme in harvest.themes:
        said = _COMMON.search(f"{theme.name}. {theme.statement}")
        if said and len(theme.tables) == 1:
            text = (
                f"{quoted(theme.name)} speaks of common ground (“{said.group()}”), "
                f"and all its notes are from table {theme.tables[0]}. Say whose view it is."
            )
            yield Finding("one-table-as-common-ground", "must", text, (theme.anchor,), (board(theme.step),))


def views_not_marked(harvest: Harvest) -> Iterator[Finding]:
    """Notes that help and notes that hinder in one theme may be two views of the same thing."""
    notes = notes_of(harvest)
    for step, themes in _by_board(harvest).items():
        both = [theme for theme in themes if not theme.differing and _two_views(theme, notes)]
        if both:
            hold = "holds" if len(both) == 1 else "hold"
            text = (
                f"{named(t.name for t in both)} {hold} notes of what helps beside notes of what gets in "
                "the way, and none is marked as seeing it the other way round. Read them for opposite views."
            )
            yield Finding("views-not-marked", "may", text, anchors_of(both), (board(step),))


def _two_views(theme: ThemeLine, notes: dict[str, NoteLine]) -> bool:
    against, for_ = sides([notes[note] for note in theme.notes if note in notes])
    fewer = min(against, for_)
    return fewer >= VIEWS and fewer * 4 >= against + for_


def _by_board(harvest: Harvest) -> dict[str, Sequence[ThemeLine]]:
    """The themes of each board that is done; while people still group, much is not ready."""
    found: dict[str, list[ThemeLine]] = defaultdict(list)
    done = over(harvest)
    for theme in harvest.themes:
        if theme.step in done:
            found[theme.step].append(theme)
    return dict(found)


THEMES = (
    theme_without_notes,
    theme_without_name,
    theme_of_one_note,
    single_voice_of_many,
    one_table_as_common_ground,
    theme_without_sentence,
    views_not_marked,
)
