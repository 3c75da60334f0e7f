"""What changed between two versions of a blueprint: what was added, taken out, and put in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from workshop.harvest.draft_phrases import CHECK_ANSWERS, CHECK_WORDS, STAGES, day_words
from workshop.harvest.model import Issued, IssuedExperiment
from workshop.harvest.words import listed

# Below this two texts have so little in common that each is read by itself.
ALIKE = 0.4
_TOKEN = re.compile(r"\s+|\S+")


class Piece(NamedTuple):
    """Words that stand in both, in the earlier version alone, or in the later one alone."""

    how: Literal["same", "out", "in"]
    words: str


class Put(NamedTuple):
    """One field that reads otherwise now. ``name``: what people call it."""

    name: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


class Change(NamedTuple):
    """What became of one experiment. ``idea``: as it is called in the later version that has it."""

    what: Literal["added", "taken-out", "changed"]
    experiment: IssuedExperiment
    fields: tuple[Put, ...]

    @property
    def idea(self) -> str:
        return self.experiment.idea


class Difference(NamedTuple):
    """``moved``: what stands in both stands in another order. All empty where nothing changed."""

    context: Put | None
    changes: tuple[Change, ...]
    moved: bool

    @property
    def nothing(self) -> bool:
        return not (self.context or self.changes or self.moved)


def difference(before: Issued, after: Issued) -> Difference:
    """In the order of the later version; what was taken out comes last."""
    old = {each.id: each for each in before.experiments}
    new = {each.id: each for each in after.experiments}
    return Difference(
        context=put("What is so here, and what stays as it is", before.context, after.context),
        changes=(
            *_of_later(old, after.experiments),
            *(_alone("taken-out", each) for each in before.experiments if each.id not in new),
        ),
        moved=[each for each in old if each in new] != [each for each in new if each in old],
    )


def _of_later(old: dict[str, IssuedExperiment], later: Sequence[IssuedExperiment]) -> Iterator[Change]:
    for each in later:
        if each.id not in old:
            yield _alone("added", each)
        elif fields := _fields(old[each.id], each):
            yield Change("changed", each, fields)


def _alone(what: Literal["added", "taken-out"], experiment: IssuedExperiment) -> Change:
    return Change(what, experiment, ())


def _fields(before: IssuedExperiment, after: IssuedExperiment) -> tuple[Put, ...]:
    old, new = told(before), told(after)
    found = (put(name, old.get(name, ""), new.get(name, "")) for name in dict.fromkeys((*old, *new)))
    return tuple(each for each in found if each is not None)


def told(experiment: IssuedExperiment) -> dict[str, str]:
    """All fields as people read them, in order, by what they are called; some of them empty."""
    lines = {
        "Idea": experiment.idea,
        "Stage": STAGES[experiment.status],
        "Barrier it works on": experiment.barrier,
        "Designed by": experiment.designed_by,
        "Who looks after it": experiment.owner,
        "First small step": experiment.first_step,
        "How we would know": experiment.measures,
        "What we think will happen": experiment.prediction,
        "We look again": day_words(experiment.review_on or None),
        "What it changes": experiment.domain,
        "Themes": "; ".join(name or "a theme without a name" for name in experiment.themes),
        "What it touches": "; ".join(experiment.lens),
    }
    if experiment.kind == "small-change":
        lines |= {words: CHECK_ANSWERS[getattr(experiment, name)] for name, words in CHECK_WORDS.items()}
    return lines


def put(name: str, before: str, after: str) -> Put | None:
    """How a text reads otherwise; None where it does not."""
    return None if before == after else Put(name, before, after, pieces(before, after))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word. What is the same or out makes the earlier text, what is the same or in the later one."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return tuple(piece for piece in (Piece("out", before), Piece("in", after)) if piece.words)
    return tuple(_pieces(matcher, old, new))


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Piece("out", "".join(old[a:b]))
        if c < d:
            yield Piece("in", "".join(new[c:d]))


def summed_up(found: Difference) -> str:
    """The whole in a sentence or two."""
    if found.nothing:
        return "Nothing changed in what it says."
    said = {"added": "added", "taken-out": "taken out", "changed": "changed"}
    numbers = [(sum(each.what == what for each in found.changes), words) for what, words in said.items()]
    parts = [f"{n} {words}" for n, words in numbers if n]
    of = f"Experiments and small changes: {listed(parts)}." if parts else ""
    order = "They stand in another order." if found.moved else ""
    context = "What is so here reads otherwise." if found.context else ""
    return " ".join(each for each in (of, order, context) if each)
