"""What YAML's own complaints mean, in plain words."""

from __future__ import annotations

import yaml

from workshop.plans.problems import Problem

# A part of what the parser says, and what it means for someone who writes a plan.
_MEANS = {
    "mapping values are not allowed": (
        "No colon is expected here. If it belongs to a sentence, put the whole sentence in quotation marks. "
        "If a field begins here, begin it exactly below its neighbours."
    ),
    "cannot start any token": (
        "Words cannot begin with this sign. Put the whole sentence in quotation marks."
    ),
    "unexpected end of stream": (
        "A quotation mark opens here and never closes. Put one at the end of these words."
    ),
    "expected ',' or": (
        "A bracket is opened and not closed. Put commas between the items, and a bracket after the last."
    ),
    "did not find expected key": (
        "This does not fit the lines above it. Begin it exactly below its neighbours, "
        "and look whether a quotation mark before it closes too early."
    ),
    "'-' indicator": (
        "This does not fit the list above it. Begin each item with a hyphen, exactly below the others."
    ),
    "could not find expected ':'": "Here is a name without a colon. Write a colon, a space and a value.",
}
_OTHER = (
    "This cannot be read as YAML ({said}). Compare it with a plan that works, such as sessions/blank.yaml."
)


def syntax_problem(file: str, wrong: yaml.YAMLError) -> Problem:
    """The first place where the parser gave up; it cannot read on after that."""
    said = getattr(wrong, "problem", None) or str(wrong)
    never_closed = "end of stream" in said and "quoted" in (getattr(wrong, "context", None) or "")
    mark = getattr(wrong, "context_mark" if never_closed else "problem_mark", None)
    means = next((meaning for part, meaning in _MEANS.items() if part in said), _OTHER.format(said=said))
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, "", means)
