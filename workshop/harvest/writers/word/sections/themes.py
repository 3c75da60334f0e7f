"""Themes: what people made of the notes, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from workshop.harvest import phrases, pictures
from workshop.harvest import section_phrases as said_in
from workshop.harvest.model import Deed, Harvest, OptionLine, ThemeLine, TopicLine, VoteLine, WallLine
from workshop.harvest.theme_phrases import boundaries, markings, theme_reach
from workshop.harvest.words import clock, count, level_words, listed, tables
from workshop.harvest.writers.word.marks import bookmark, link, text
from workshop.harvest.writers.word.sections.parts import Given, Picture, Quote, Section, to

OTHER_WAY = " (sees it the other way round)"


class Theme(TypedDict):
    mark: str
    name: str
    statement: str
    place: str
    reach: str
    tables: str
    remarks: list[str]
    comes_from: str
    notes: list[Quote]


class Group(TypedDict):
    heading: str
    themes: list[Theme]


class Wall(TypedDict):
    title: str
    mark: str
    text: str
    pictures: list[Picture]
    groups: list[Group]
    not_grouped: str
    not_grouped_link: str


class Themes(Section):
    walls: list[Wall]
    none: str


class Source(TypedDict):
    """What one theme rests on, with links there."""

    mark: str
    name: str
    line: str
    statement: str
    lineage: list[str]
    entries: str
    notes_heading: str
    notes: list[str]
    where: str
    votes: list[str]
    follows: list[str]


class Sources(Section):
    themes: list[Source]
    not_grouped: list[Source]
    none: str


def themes(given: Given) -> Themes:
    walls = [_wall(given, wall) for wall in given.h.walls]
    return {**given.heading("themes"), "walls": walls, "none": "" if walls else said_in.NO_WALL}


def _wall(given: Given, wall: WallLine) -> Wall:
    here = [theme for theme in given.h.themes if theme.step == wall.step]
    alone = _loose(wall)
    return {
        "title": text(wall.title) if len(given.h.walls) > 1 else "",
        "mark": bookmark(wall.anchor),
        "text": said_in.wall_words(wall, here),
        "pictures": given.pictures(pictures.wall_pictures(given.h, wall.step)),
        "groups": [_group(given, found) for found in phrases.by_frequency(here)],
        "not_grouped": f"{alone}." if alone else "",
        "not_grouped_link": link(f"from-{wall.anchor}", f"Read {_them(wall)}") if alone else "",
    }


def _loose(wall: WallLine) -> str:
    n = len(wall.not_grouped)
    return f"{count(n, 'note')} stayed on {'its' if n == 1 else 'their'} own" if n else ""


def _them(wall: WallLine) -> str:
    return "it" if len(wall.not_grouped) == 1 else "them"


def _group(given: Given, found: phrases.Found) -> Group:
    return {"heading": found.title, "themes": [_theme(given, each, found.numbered) for each in found.themes]}


def _theme(given: Given, theme: ThemeLine, numbered: bool) -> Theme:
    return {
        "mark": bookmark(theme.anchor),
        "name": text(theme.name),
        "statement": text(theme.statement),
        "place": phrases.place_words(theme) if numbered else "",
        "reach": theme_reach(theme),
        "tables": tables(theme.tables).capitalize(),
        "remarks": list(map(text, boundaries(theme) + markings(theme))),
        "comes_from": link(f"from-{theme.anchor}", "Where this comes from"),
        "notes": [given.note(given.notes[id_]) for id_ in theme.notes],
    }


def lineage(line: ThemeLine | TopicLine) -> list[str]:
    """What was done to it, when. Other lines lead to its deeds."""
    return [_deed(deed) for deed in line.lineage]


def _deed(deed: Deed) -> str:
    return f"{bookmark(deed.anchor)}{clock(deed.at)} {text(deed.text)}"


def sources(given: Given) -> Sources:
    h = given.h
    return {
        **given.heading("sources"),
        "themes": [_source(given, theme) for theme in h.themes],
        "not_grouped": [_loose_source(given, wall) for wall in h.walls if wall.not_grouped],
        "none": "" if h.themes else said_in.NO_THEMES,
    }


def _source(given: Given, theme: ThemeLine) -> Source:
    follows = [to(link) for link in given.links.follows(theme)]
    return {
        "mark": bookmark(f"from-{theme.anchor}"),
        "name": text(theme.name),
        "line": link(theme.anchor, "The line in the report"),
        "statement": text(theme.statement),
        "lineage": [*lineage(theme), *_origin(theme)],
        "entries": f"Entries of the café’s record: {phrases.ranges(theme.entries)}",
        "notes_heading": f"{count(len(theme.notes), 'note')}, word for word",
        "notes": _linked(given, theme.notes, theme.differing),
        "where": _where(theme),
        "votes": _dots(given.h, theme),
        "follows": follows,
    }


def _where(theme: ThemeLine) -> str:
    rounds = "round" if len(theme.rounds) == 1 else "rounds"
    heard = f"{count(len(theme.tables), 'table')}, in {rounds} {listed(list(map(str, theme.rounds)))}"
    return f"{heard}. {tables(theme.tables).capitalize()}."


def _origin(theme: ThemeLine) -> list[str]:
    split = [f"It was split from “{text(theme.split_from)}”."] if theme.split_from else []
    return [*split, f"Now holds {text(listed(theme.took_in))}."] if theme.took_in else split


def _linked(given: Given, notes: Iterable[str], differing: Iterable[str] = ()) -> list[str]:
    other = set(differing)
    return [f"{given.beginning(id_)}{OTHER_WAY if id_ in other else ''}" for id_ in notes]


def _dots(h: Harvest, theme: ThemeLine) -> list[str]:
    """How people voted on it, vote by vote; votes that are still on say nothing."""
    return [
        _dots_in(vote, option)
        for vote in h.votes
        if not vote.open
        for option in vote.options
        if option.subject == theme.anchor
    ]


def _dots_in(vote: VoteLine, option: OptionLine) -> str:
    level = f", {level_words(option.level)}" if option.level > 1 else ""
    return f"{count(option.dots or 0, 'dot')} of {vote.dots}{level}. {link(vote.anchor, vote.title)}"


def _loose_source(given: Given, wall: WallLine) -> Source:
    several = f": {text(wall.title)}" if len(given.h.walls) > 1 else ""
    return {
        "mark": bookmark(f"from-{wall.anchor}"),
        "name": f"Not grouped{several}",
        "line": link(wall.anchor, "The line in the report"),
        "statement": "",
        "lineage": [],
        "entries": "",
        "notes_heading": "",
        "notes": _linked(given, wall.not_grouped),
        "where": "",
        "votes": [],
        "follows": [],
    }
