"""The sheets of what people wrote in the report."""

from __future__ import annotations

from workshop.harvest.links import links
from workshop.harvest.model import Harvest
from workshop.harvest.writers.cells import ENTRIES, NAME, NUMBER, TEXT, WORD, Column, Rows, Sheet, joined
from workshop.harvest.written_phrases import passage_title, source_of


def passages(h: Harvest) -> Rows:
    for passage in h.passages:
        yield {
            "part": passage.part,
            "title": passage_title(passage),
            "text": passage.text,
            "versions": passage.versions,
            "entries": joined(passage.entries),
        }


def statements(h: Harvest) -> Rows:
    known, names = links(h), _names(h)
    for statement in h.statements:
        source = source_of(known, statement)
        yield {
            "id": statement.id,
            "kind": statement.kind,
            "place": statement.place,
            "heading": statement.heading,
            "text": statement.text,
            "quote": statement.quote,
            "source": source.words if source is not None else "",
            "source_id": statement.source or "",
            "themes": "; ".join(names[theme] for theme in statement.themes),
            "note_ids": joined(statement.notes),
            "versions": statement.versions,
            "entries": joined(statement.entries),
        }


def _names(h: Harvest) -> dict[str, str]:
    """Of themes, and of the headings of answers."""
    topics = {topic.id: topic.name for question in h.questions for topic in question.topics}
    return topics | {theme.id: theme.name for theme in h.themes}


STATEMENTS = Sheet(
    "statements",
    "Statements",
    "Key themes, conclusions and recommendations as the hosts wrote them, and what each rests on.",
    (
        Column("id", "Id", WORD, trail=True),
        Column("kind", "Kind", WORD),
        Column("place", "Place", NUMBER),
        Column("heading", "Heading", NAME),
        Column("text", "Statement", TEXT),
        Column("quote", "Quote", NAME),
        Column("source", "Quoted from", NAME),
        Column("source_id", "What is quoted", WORD, trail=True),
        Column("themes", "Themes", NAME),
        Column("note_ids", "Ids of notes", WORD, trail=True),
        Column("versions", "Times written", WORD),
        ENTRIES,
    ),
    statements,
)
PASSAGES = Sheet(
    "passages",
    "Passages",
    "What the hosts wrote in the places of the report, beside what is counted.",
    (
        Column("part", "Place in the report", WORD, trail=True),
        Column("title", "Heading", NAME),
        Column("text", "Passage", TEXT),
        Column("versions", "Times written", WORD),
        ENTRIES,
    ),
    passages,
)
