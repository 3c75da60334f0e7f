"""What hosts decided about words before they go out, and what then stands in their place. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

# Stand where words were left out, or redacted for good.
LEFT_OUT = "(words left out)"
REDACTED = "…"


class Stretch(NamedTuple):
    """From character ``at`` to ``to``. ``words``: what stands there in brackets; None: fine as it is."""

    at: int
    to: int
    words: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """Of the words with this ``mark``, and of no others: who changes them has them looked at anew.

    ``out``: none of them goes out. ``passed``: somebody asked whether they show who it is, and found: no.
    """

    of: str
    mark: str
    stretches: tuple[Stretch, ...] = ()
    out: bool = False
    passed: bool = False

    @property
    def empty(self) -> bool:
        return not (self.stretches or self.out or self.passed)


def mark_of(text: str) -> str:
    """Tells whether words are still the ones that somebody looked at."""
    return sha256(text.encode()).hexdigest()[:16]


def looked_at(checked: Checked, at: int, to: int) -> bool:
    """Whether a host has decided about this stretch."""
    return checked.out or any(each.at <= at and to <= each.to for each in checked.stretches)


def with_stretch(checked: Checked, new: Stretch) -> tuple[Stretch, ...]:
    """The stretches with this one, which takes the place of those it overlaps."""
    return tuple(sorted([*_apart(checked, new), new]))


def without_stretch(checked: Checked, at: int, to: int) -> tuple[Stretch, ...]:
    return tuple(_apart(checked, Stretch(at, to, None)))


def _apart(checked: Checked, new: Stretch) -> Iterable[Stretch]:
    return [each for each in checked.stretches if each.to <= new.at or new.to <= each.at]


def as_written(text: str, found: Iterable[Stretch], checked: Checked | None) -> str:
    """The words as they go out: what was ``found`` stands vaguer, unless a host has decided otherwise.

    What is not in brackets stands word for word.
    """
    if checked is None or checked.mark != mark_of(text):
        return _replaced(text, found)
    if checked.out:
        return LEFT_OUT
    open_ones = [each for each in found if not looked_at(checked, each.at, each.to)]
    said = [each for each in checked.stretches if each.words is not None]
    return _replaced(text, [*open_ones, *said])


def _replaced(text: str, stretches: Iterable[Stretch]) -> str:
    parts, done = [], 0
    for at, to, words in sorted(stretches):
        if at >= done:
            parts += [text[done:at], f"[{words}]"]
        done = max(done, to)
    return "".join([*parts, text[done:]])
