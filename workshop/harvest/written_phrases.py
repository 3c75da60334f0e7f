"""What documents say around the words that people wrote in the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop.core.report import Kind
from workshop.harvest.links import Link, Links
from workshop.harvest.model import Harvest, PassageLine, StatementLine
from workshop.harvest.words import count

# What stands over a passage; nothing where the heading above it says enough.
TITLES = {
    "context": "The context",
    "series": "The series",
    "moment": "The moment",
    "thanks": "Thanks",
    "about": "About those who commissioned and led it",
    "process": "About the process",
    "method": "",
    "reflections": "Looking back at the process",
    "done": "What has been done since",
    "next": "What happens next",
    "round": "What stands out",
    "inconsistencies": "Inconsistencies noticed",
    "suggestions": "Suggestions",
    "plenary": "",
    "question": "",
}
OPENING, CLOSING, OUTLOOK = ("context", "series", "moment"), ("thanks", "about"), ("done", "next")
OF_A_ROUND = ("round", "inconsistencies", "suggestions")
KEY_THEMES = "Key themes and emerging ideas for change"
CONCLUSIONS = "Conclusions and recommendations"
RECOMMENDATIONS = "Recommendations"


def passages_in(h: Harvest, parts: Sequence[str], of: str = "") -> list[PassageLine]:
    """What people wrote in these places, in this order. ``of``: their step, or step and number."""
    written = {passage.part: passage for passage in h.passages}
    asked = (f"{part}.{of}" if of else part for part in parts)
    return [written[part] for part in asked if part in written]


def passage_title(passage: PassageLine) -> str:
    return TITLES[passage.part.partition(".")[0]]


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def statements_of(h: Harvest, kind: Kind) -> list[StatementLine]:
    return [statement for statement in h.statements if statement.kind == kind]


def concludes(h: Harvest) -> bool:
    """Whether anybody wrote what follows from it all."""
    return any(s.kind != "key-theme" for s in h.statements) or bool(passages_in(h, OUTLOOK))


def areas_words(h: Harvest) -> str:
    """How many conclusions there are; nothing where there is none."""
    n = len(statements_of(h, "conclusion"))
    return f"The conclusions ask for change in {count(n, 'broad area')}." if n else ""


def source_of(links: Links, statement: StatementLine) -> Link | None:
    """Where the quote of a statement stands, without its words again."""
    found = links.lines.get(statement.source or "") if statement.quote else None
    return _placed(found) if found is not None else None


def _placed(link: Link) -> Link:
    """The place of somebody's words, and not their beginning."""
    place = link.words.partition("“")[0].rstrip(": ")
    return replace(link, words=place or "An answer to a closing question")


def rests_on(links: Links, statement: StatementLine) -> list[Link]:
    """What a statement comes from: themes and votes, then notes. What it quotes says so itself."""
    to = [link for link in links.to(statement) if link.anchor != statement.source]
    notes = [_placed(link) for link in to if link.anchor.startswith("note-")]
    return [*(link for link in to if not link.anchor.startswith("note-")), *notes]
