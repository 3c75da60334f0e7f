"""Every sheet with its columns: one definition for CSV and Excel."""

from __future__ import annotations

from workshop.harvest.writers import rows, vote_sheets
from workshop.harvest.writers.cells import Column, Sheet

# Widths, in characters: of a number, of a word or two, of a name, of what people wrote.
_NUMBER, _WORD, _NAME, _TEXT = 11, 14, 26, 56
_ENTRIES = Column("entries", "Entries of the record", _NAME, trail=True)

NOTES = Sheet(
    "notes",
    "Notes",
    "Every note as it was written, with its round and table.",
    (
        Column("id", "Id", _WORD, trail=True),
        Column("round", "Round", _NUMBER),
        Column("table", "Table", _NUMBER),
        Column("kind", "Kind", _WORD),
        Column("text", "Note", _TEXT),
        Column("highlighted", "Highlighted", _WORD),
        Column("late", "Late", _NUMBER),
        Column("changed", "Times changed", _NUMBER),
        Column("builds_on", "Builds on notes", _WORD, trail=True),
        Column("brought_from", "Brought from note", _WORD, trail=True),
        Column("themes", "Themes", _NAME),
        _ENTRIES,
    ),
    rows.notes,
)
THEMES = Sheet(
    "themes",
    "Themes",
    "What people put together, in order of the tables and then the notes it was heard in.",
    (
        Column("id", "Id", _WORD, trail=True),
        Column("step", "Step", _WORD, trail=True),
        Column("name", "Theme", _NAME),
        Column("statement", "Statement", _TEXT),
        Column("includes", "What belongs here", _NAME),
        Column("excludes", "What does not", _NAME),
        Column("notes", "Notes", _NUMBER),
        Column("tables", "Tables", _NUMBER),
        Column("people", "People", _NUMBER),
        Column("groups", "Groups of people", _NUMBER),
        Column("single_voice", "Single voice", _NUMBER),
        Column("differing", "Notes that see it the other way round", _WORD, trail=True),
        Column("suggested", "Notes by suggestion", _WORD),
        Column("place", "Place", _NUMBER),
        Column("level_with", "Level with others", _WORD),
        Column("heard", "Heard", _WORD),
        Column("leans", "Leans to", _WORD),
        Column("table_numbers", "At tables", _WORD),
        Column("note_ids", "Ids of its notes", _WORD, trail=True),
        Column("took_in", "Took in", _NAME),
        Column("split_from", "Split from", _NAME),
        _ENTRIES,
    ),
    rows.themes,
)
VOTES = Sheet(
    "votes",
    "Votes",
    "Every choice of every vote with its dots. A vote that is still on shows none.",
    (
        Column("vote", "Vote id", _WORD, trail=True),
        Column("title", "Vote", _NAME),
        Column("table", "Table", _NUMBER),
        Column("open", "Still on", _NUMBER),
        Column("option", "Choice", _TEXT),
        Column("dots", "Dots", _NUMBER),
        Column("place", "Place", _NUMBER),
        Column("level_with", "Level with others", _WORD),
        Column("stands", "At the line", _WORD),
        Column("goes_on", "Goes on", _NUMBER),
        Column("became", "What became of it", _NAME),
        Column("second_vote", "Second vote", _WORD),
        Column("people", "People who voted", _WORD),
        Column("placed_for", "Placed for others", _WORD),
        Column("allowance", "Dots for each", _WORD),
        Column("cap", "At most for one choice", _WORD),
        _ENTRIES,
    ),
    vote_sheets.votes,
)
DECISIONS = Sheet(
    "decisions",
    "Decisions",
    "What was chosen and what was set aside, by whom, and why.",
    (
        Column("step", "Step", _WORD, trail=True),
        Column("title", "Decision", _NAME),
        Column("table", "Table", _NUMBER),
        Column("what", "Chosen or set aside", _WORD),
        Column("option", "Choice", _TEXT),
        Column("by", "Decided by", _NAME),
        Column("why", "Why", _TEXT),
        Column("versions", "Times written down", _WORD),
        _ENTRIES,
    ),
    vote_sheets.decisions,
)
MISSING = Sheet(
    "missing",
    "Missing",
    "What people found missing among the choices.",
    (
        Column("step", "Step", _WORD, trail=True),
        Column("table", "Table", _NUMBER),
        Column("text", "What is missing", _TEXT),
        _ENTRIES,
    ),
    vote_sheets.missing,
)
PRIORITIES = Sheet(
    "priorities",
    "Priorities",
    "The ideas that tables chose to bring to everyone, and why.",
    (
        Column("table", "Table", _NUMBER),
        Column("note", "Note id", _WORD, trail=True),
        Column("kind", "Kind", _WORD),
        Column("text", "Idea", _TEXT),
        Column("why", "Why", _TEXT),
        Column("themes", "Themes", _NAME),
        _ENTRIES,
    ),
    rows.priorities,
)
ANSWERS = Sheet(
    "answers",
    "Closing answers",
    "What people wrote alone to the closing questions, in an order that says nothing about who wrote what.",
    (
        Column("question_no", "Question no.", _WORD),
        Column("question", "Question", _NAME),
        Column("headings", "Under headings", _NAME),
        Column("answer", "Answer", _TEXT),
        _ENTRIES,
    ),
    rows.answers,
)
CHAT = Sheet(
    "chat",
    "Plenary chat",
    "What people wrote while the tables were heard.",
    (
        Column("plenary", "Plenary", _NAME),
        Column("kind", "Kind", _WORD),
        Column("table", "Table", _NUMBER),
        Column("text", "Line", _TEXT),
        _ENTRIES,
    ),
    rows.chat,
)
FEEDBACK = Sheet(
    "feedback",
    "Feedback",
    "What people wrote about taking part.",
    (Column("step", "Step", _NAME), Column("text", "Words", _TEXT), _ENTRIES),
    rows.feedback,
)
ATTENDANCE = Sheet(
    "attendance",
    "Attendance",
    "How many took part in all, in each round, and at each table of a round.",
    (
        Column("round", "Round", _NUMBER),
        Column("title", "Title", _NAME),
        Column("table", "Table", _NUMBER),
        Column("participants", "Participants", _WORD),
        Column("support_team", "Support team", _WORD),
        Column("together", "Together", _WORD),
    ),
    rows.attendance,
)
EXPERIMENTS = Sheet(
    "experiments",
    "Experiments",
    "The blueprint: what people wrote, then a line for each idea nobody took up. Fill in what is empty.",
    (
        Column("written", "Written by people", _WORD),
        Column("kind", "Kind", _WORD),
        Column("stage", "Stage", _WORD),
        Column("place", "Place", _NUMBER),
        Column("level_with", "Level with others", _WORD),
        Column("idea", "Idea", _TEXT),
        Column("why", "Why", _NAME),
        Column("table", "Table", _NUMBER),
        Column("theme", "Theme", _NAME),
        Column("also_in", "Other themes", _NAME),
        Column("dots", "Dots on the theme", _WORD),
        Column("own_dots", "Dots on the idea", _WORD),
        Column("theme_tables", "Tables of the theme", _WORD),
        Column("barrier", "Barrier", _NAME),
        Column("domain", "Domain", _WORD),
        Column("designed_by", "Designed by", _NAME),
        Column("owner", "Owner", _NAME),
        Column("first_step", "First small step", _NAME),
        Column("measures", "Measures", _NAME),
        Column("prediction", "Prediction", _NAME),
        Column("review_on", "Review on", _WORD),
        Column("lens", "What it touches", _NAME),
        Column("own_power", "Within own power", _WORD),
        Column("possible_now", "Possible now", _WORD),
        Column("no_national_rule", "No national rule", _WORD),
        Column("missing", "Still missing", _NAME),
        Column("note", "Note id", _WORD, trail=True),
        _ENTRIES,
    ),
    rows.experiments,
)

SHEETS = (
    NOTES,
    THEMES,
    VOTES,
    DECISIONS,
    MISSING,
    PRIORITIES,
    ANSWERS,
    CHAT,
    FEEDBACK,
    ATTENDANCE,
    EXPERIMENTS,
)
