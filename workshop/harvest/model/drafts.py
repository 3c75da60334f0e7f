"""The blueprint: what people wrote in it, the versions they issued, and drafts of what nobody took up yet."""

from __future__ import annotations

from workshop.core import blueprint
from workshop.harvest.model.lines import Anchor, Line, Part, Sentence


class Finding(Line, frozen=True, kw_only=True):
    """A theme as the blueprint takes it up. ``hindering`` and ``helping``: its notes that tell of either."""

    theme: str
    name: str
    statement: str
    notes: int
    tables: int
    hindering: int
    helping: int
    dots: int | None
    place: int
    level: int


class Checks(Part, frozen=True, kw_only=True):
    """What makes a change a small one, each answered with yes, no, or not yet (empty)."""

    own_power: str
    possible_now: str
    no_national_rule: str


class Experiment(Line, frozen=True, kw_only=True):
    """Something to try, or a small change. ``written``: by people; otherwise drafted from a table's idea.

    ``place``: of those that were written among their kind, as people put them; of drafts by dots, then
    tables, and those that are level share it. ``dots`` are those of its theme, ``own_dots`` those on the
    idea itself; None where there was no vote on it. ``tables``: where its theme was heard. ``note`` and
    ``table``: of the idea it takes up. ``missing``: what it needs before it can start. What is empty is for
    people to fill in.
    """

    written: bool
    kind: blueprint.Kind
    status: blueprint.Status
    idea: str
    why: str
    note: str | None
    table: int | None
    theme: str | None
    theme_name: str
    also_in: tuple[str, ...]
    dots: int | None
    own_dots: int | None
    tables: int
    place: int
    level: int
    barrier: str
    domain: str
    designed_by: str
    owner: str
    first_step: str
    prediction: str
    measures: str
    review_on: str | None
    lens: tuple[str, ...]
    checks: Checks
    missing: tuple[str, ...]


class Coverage(Part, frozen=True, kw_only=True):
    """An entry of the lens, and the experiments that touch it; none where it is untouched."""

    entry: str
    experiments: tuple[Anchor, ...]


class Context(Line, frozen=True, kw_only=True):
    """What is so here, and what may not be touched, as people wrote it."""

    text: str


class IssuedExperiment(Part, frozen=True, kw_only=True):
    """An experiment as it stood in a version. ``themes``: by the names they had; empty for one without."""

    id: str
    kind: blueprint.Kind
    status: blueprint.Status
    idea: str
    barrier: str
    domain: str
    designed_by: str
    owner: str
    first_step: str
    prediction: str
    measures: str
    review_on: str
    themes: tuple[str, ...]
    lens: tuple[str, ...]
    own_power: str
    possible_now: str
    no_national_rule: str


class Issued(Line, frozen=True, kw_only=True):
    """A version of the blueprint, which does not change any more. ``untouched``: entries of the lens."""

    no: int
    at: int
    words: str
    context: str
    experiments: tuple[IssuedExperiment, ...]
    untouched: tuple[str, ...]


class Blueprint(Part, frozen=True, kw_only=True):
    """What people wrote comes first, then drafts of ideas that nobody took up: nothing in those is decided.

    ``notices`` say what could not be drafted, and what to do.
    """

    context: Context | None
    in_the_way: tuple[Finding, ...]
    helps: tuple[Finding, ...]
    both: tuple[Finding, ...]
    experiments: tuple[Experiment, ...]
    coverage: tuple[Coverage, ...]
    issued: tuple[Issued, ...]
    notices: tuple[Sentence, ...]
