"""The harvest as sheets: CSV as RFC 4180 has it, in UTF-8 with a mark for spreadsheets, without formulas."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workshop.harvest.model import Harvest
from workshop.harvest.writers.escape import cell

Row = dict[str, Any]
Rows = Iterator[Row]
# No file in a zip may carry the hour: the same harvest gives the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def sheets(harvest: Harvest) -> dict[str, bytes]:
    """Every sheet by its file name. A sheet without rows has its headings still."""
    return {name: _written(columns, rows(harvest)) for name, (columns, rows) in SHEETS.items()}


def zipped(harvest: Harvest) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in sheets(harvest).items():
            folder.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _written(columns: str, rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns.split(), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _joined(parts: Iterable[Any]) -> str:
    return " ".join(map(str, parts))


def _notes(h: Harvest) -> Rows:
    held: dict[str, list[str]] = {}
    for theme in h.themes:
        for note_id in theme.notes:
            held.setdefault(note_id, []).append(theme.name)
    for round_ in h.rounds:
        for note in round_.notes:
            yield {
                "id": note.id,
                "round": note.round,
                "table": note.table,
                "kind": note.kind,
                "text": note.text,
                "highlighted": _yes(note.highlighted),
                "late": _yes(note.late),
                "changed": note.edited,
                "builds_on": _joined(note.builds_on),
                "brought_from": note.brought_from or "",
                "themes": "; ".join(held.get(note.id, [])),
                "entries": _joined(note.entries),
            }


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _themes(h: Harvest) -> Rows:
    for theme in h.themes:
        yield {
            "id": theme.id,
            "step": theme.step,
            "name": theme.name,
            "statement": theme.statement,
            "notes": len(theme.notes),
            "tables": len(theme.tables),
            "place": theme.place or "",
            "level_with": theme.level - 1,
            "heard": theme.often,
            "leans": theme.leans,
            "table_numbers": _joined(theme.tables),
            "note_ids": _joined(theme.notes),
            "took_in": "; ".join(theme.took_in),
            "split_from": theme.split_from or "",
            "entries": _joined(theme.entries),
        }


def _votes(h: Harvest) -> Rows:
    for vote in h.votes:
        for option in vote.options:
            yield {
                "vote": vote.id,
                "title": vote.title,
                "table": vote.table or "",
                "open": _yes(vote.open),
                "option": option.label,
                "dots": "" if option.dots is None else option.dots,
                "place": option.place or "",
                "level_with": option.level - 1,
                "people": "" if vote.voted is None else vote.voted,
                "allowance": vote.allowance,
                "cap": vote.cap,
                "entries": _joined(vote.entries),
            }


def _priorities(h: Harvest) -> Rows:
    for idea in h.priorities:
        yield {
            "table": idea.table,
            "note": idea.note,
            "kind": idea.kind,
            "text": idea.text,
            "why": idea.why,
            "entries": _joined(idea.entries),
        }


def _answers(h: Harvest) -> Rows:
    for question in h.questions:
        for answer in question.answers:
            yield {
                "question_no": question.no,
                "question": question.text,
                "answer": answer.text,
                "entries": _joined(answer.entries),
            }


def _chat(h: Harvest) -> Rows:
    for plenary in h.plenaries:
        for line in plenary.chat:
            yield {
                "plenary": plenary.title,
                "kind": line.kind,
                "table": line.table or "",
                "text": line.text,
                "entries": _joined(line.entries),
            }


def _feedback(h: Harvest) -> Rows:
    for asked in h.feedback:
        for words in asked.words:
            yield {"step": asked.title, "text": words.text, "entries": _joined(words.entries)}


def _attendance(h: Harvest) -> Rows:
    there = h.attendance
    yield _people("all", "", "", there.participants, there.support)
    for round_ in h.rounds:
        yield _people(round_.no, round_.title, "", round_.participants, round_.support)
        for seats in round_.seats:
            yield _people(round_.no, round_.title, seats.table, seats.participants, seats.support)


def _people(no: int | str, title: str, table: int | str, participants: int, support: int) -> Row:
    return {
        "round": no,
        "title": title,
        "table": table,
        "participants": participants,
        "support_team": support,
        "together": participants + support,
    }


def _experiments(h: Harvest) -> Rows:
    for experiment in h.blueprint.experiments:
        yield {
            "place": experiment.place,
            "level_with": experiment.level - 1,
            "idea": experiment.idea,
            "why": experiment.why,
            "table": experiment.table,
            "theme": experiment.theme_name,
            "dots": "" if experiment.dots is None else experiment.dots,
            "own_dots": "" if experiment.own_dots is None else experiment.own_dots,
            "theme_tables": experiment.tables,
            "barrier": experiment.barrier,
            "domain": experiment.domain,
            "owner": experiment.owner,
            "measure": experiment.measure,
            "prediction": experiment.prediction,
            "review_on": experiment.review_on or "",
            "missing": "; ".join(experiment.missing),
            "note": experiment.note,
            "entries": _joined(experiment.entries),
        }


SHEETS: dict[str, tuple[str, Callable[[Harvest], Rows]]] = {
    "notes.csv": (
        "id round table kind text highlighted late changed builds_on brought_from themes entries",
        _notes,
    ),
    "themes.csv": (
        "id step name statement notes tables place level_with heard leans table_numbers note_ids took_in "
        "split_from entries",
        _themes,
    ),
    "votes.csv": (
        "vote title table open option dots place level_with people allowance cap entries",
        _votes,
    ),
    "priorities.csv": ("table note kind text why entries", _priorities),
    "answers.csv": ("question_no question answer entries", _answers),
    "chat.csv": ("plenary kind table text entries", _chat),
    "feedback.csv": ("step text entries", _feedback),
    "attendance.csv": ("round title table participants support_team together", _attendance),
    "experiments.csv": (
        "place level_with idea why table theme dots own_dots theme_tables barrier domain owner measure "
        "prediction review_on missing note entries",
        _experiments,
    ),
}
