"""What documents call a line, so that links lead both ways: from a claim to its evidence, and back."""

from __future__ import annotations

ATTENDANCE = "who-was-there"
WORKSHOP = "workshop"


def _safe(part: object) -> str:
    """Ids are letters, digits and dashes; a ballot at a table has a slash: ``s5/3``."""
    return str(part).replace("/", "-")


def step(step_id: str) -> str:
    return f"step-{step_id}"


def seats(step_id: str) -> str:
    return f"seats-{step_id}"


def round_(step_id: str) -> str:
    return f"round-{step_id}"


def note(note_id: str) -> str:
    return f"note-{note_id}"


def wall(step_id: str) -> str:
    return f"wall-{step_id}"


def theme(theme_id: str) -> str:
    return f"theme-{theme_id}"


def vote(ballot_id: str) -> str:
    return f"vote-{_safe(ballot_id)}"


def option(ballot_id: str, option_id: str) -> str:
    return f"option-{_safe(ballot_id)}-{option_id}"


def decision(decision_id: str) -> str:
    return f"decision-{_safe(decision_id)}"


def missing(missing_id: str) -> str:
    return f"missing-{missing_id}"


def priority(table: int, note_id: str) -> str:
    return f"priority-{table}-{note_id}"


def group(theme_id: str) -> str:
    return f"group-{theme_id}"


def plenary(step_id: str) -> str:
    return f"plenary-{step_id}"


def turn(step_id: str, table: int) -> str:
    return f"turn-{step_id}-{table}"


def chat(chat_id: str) -> str:
    return f"chat-{chat_id}"


def question(step_id: str, no: int) -> str:
    return f"question-{step_id}-{no}"


def answer(answer_id: str) -> str:
    return f"answer-{answer_id}"


def feedback(step_id: str) -> str:
    return f"feedback-{step_id}"


def words(feedback_id: str) -> str:
    return f"words-{feedback_id}"


def finding(theme_id: str) -> str:
    return f"finding-{theme_id}"


def experiment(table: int, note_id: str) -> str:
    return f"experiment-{table}-{note_id}"


def written(experiment_id: str) -> str:
    """An experiment that people wrote."""
    return f"experiment-{experiment_id}"


CONTEXT = "blueprint-context"


def issued(no: int) -> str:
    return f"issued-{no}"


def passage(part: str) -> str:
    """Parts have dots, which a link in a style sheet or a script would read: ``round.s4``."""
    return f"passage-{part.replace('.', '-')}"


def statement(statement_id: str) -> str:
    return f"statement-{statement_id}"
