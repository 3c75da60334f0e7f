"""The rows of every sheet but those about votes: plain values by the name of their column."""

from __future__ import annotations

from workshop.harvest.model import Experiment, Harvest
from workshop.harvest.writers.cells import Row, Rows, joined, yes


def notes(h: Harvest) -> Rows:
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
                "by": note.by,
                "highlighted": yes(note.highlighted),
                "late": yes(note.late),
                "changed": note.edited,
                "builds_on": joined(note.builds_on),
                "brought_from": note.brought_from or "",
                "themes": "; ".join(held.get(note.id, [])),
                "entries": joined(note.entries),
            }


def themes(h: Harvest) -> Rows:
    for theme in h.themes:
        yield {
            "id": theme.id,
            "step": theme.step,
            "name": theme.name,
            "statement": theme.statement,
            "includes": theme.includes,
            "excludes": theme.excludes,
            "notes": len(theme.notes),
            "tables": len(theme.tables),
            "people": "" if theme.people is None else theme.people,
            "groups": "" if theme.groups is None else theme.groups,
            "single_voice": yes(theme.single_voice),
            "differing": joined(theme.differing),
            "suggested": theme.suggested,
            "place": theme.place or "",
            "level_with": theme.level - 1,
            "heard": theme.often,
            "leans": theme.leans,
            "table_numbers": joined(theme.tables),
            "note_ids": joined(theme.notes),
            "took_in": "; ".join(theme.took_in),
            "split_from": theme.split_from or "",
            "entries": joined(theme.entries),
        }


def priorities(h: Harvest) -> Rows:
    held: dict[str, list[str]] = {}
    for group in h.groups:
        for anchor in group.ideas if group.theme else ():
            held.setdefault(anchor, []).append(group.name)
    for idea in h.priorities:
        yield {
            "themes": "; ".join(held.get(idea.anchor, [])),
            "table": idea.table,
            "note": idea.note,
            "kind": idea.kind,
            "text": idea.text,
            "why": idea.why,
            "entries": joined(idea.entries),
        }


def answers(h: Harvest) -> Rows:
    for question in h.questions:
        for answer in question.answers:
            under = [topic.name for topic in question.topics if answer.id in topic.answers]
            yield {
                "question_no": question.no,
                "question": question.text,
                "headings": "; ".join(under),
                "answer": answer.text,
                "entries": joined(answer.entries),
            }


def chat(h: Harvest) -> Rows:
    for plenary in h.plenaries:
        for line in plenary.chat:
            yield {
                "plenary": plenary.title,
                "kind": line.kind,
                "table": line.table or "",
                "text": line.text,
                "entries": joined(line.entries),
            }


def feedback(h: Harvest) -> Rows:
    for asked in h.feedback:
        for words in asked.words:
            yield {"step": asked.title, "text": words.text, "entries": joined(words.entries)}


def attendance(h: Harvest) -> Rows:
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


def experiments(h: Harvest) -> Rows:
    for experiment in h.blueprint.experiments:
        yield {
            "written": yes(experiment.written),
            "kind": experiment.kind,
            "stage": experiment.status,
            "place": experiment.place,
            "level_with": experiment.level - 1,
            "idea": experiment.idea,
            "why": experiment.why,
            "table": "" if experiment.table is None else experiment.table,
            "theme": experiment.theme_name,
            "also_in": "; ".join(experiment.also_in),
            "dots": "" if experiment.dots is None else experiment.dots,
            "own_dots": "" if experiment.own_dots is None else experiment.own_dots,
            "theme_tables": experiment.tables,
            **_filled_in(experiment),
            "note": experiment.note or "",
            "entries": joined(experiment.entries),
        }


def _filled_in(experiment: Experiment) -> Row:
    """What people say of an experiment."""
    return {
        "barrier": experiment.barrier,
        "domain": experiment.domain,
        "designed_by": experiment.designed_by,
        "owner": experiment.owner,
        "first_step": experiment.first_step,
        "measures": experiment.measures,
        "prediction": experiment.prediction,
        "review_on": experiment.review_on or "",
        "lens": "; ".join(experiment.lens),
        "own_power": experiment.checks.own_power,
        "possible_now": experiment.checks.possible_now,
        "no_national_rule": experiment.checks.no_national_rule,
        "missing": "; ".join(experiment.missing),
    }
