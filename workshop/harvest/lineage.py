"""How a theme came to be, in words, without who did it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from workshop.activities.boards.board import label
from workshop.core.state import Workshop
from workshop.core.things import Deed as KeptDeed
from workshop.core.things import Theme
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import Deed
from workshop.harvest.words import count


def lineage(folded: Folded, theme: Theme, kept: Container[str], word: str) -> Iterator[Deed]:
    """Each deed is one entry behind the theme, in the same order. ``word``: what the ``kept`` are called."""
    numbers = folded.numbers[anchors.theme(theme.id)]
    for deed, n in zip(theme.lineage, numbers, strict=True):
        yield Deed(
            anchor=f"{anchors.theme(theme.id)}-at-{n}",
            entries=(n,),
            evidence=(),
            at=deed.at,
            text=_deed_words(folded.state, deed, kept, word),
        )


def _deed_words(state: Workshop, deed: KeptDeed, kept: Container[str], word: str) -> str:
    match deed.did:
        case "started":
            return f"Started with {_counted(deed.what, kept, word)}."
        case "started from a suggestion":
            return f"Started with {_counted(deed.what, kept, word)} that a suggestion had put together."
        case "put as suggested":
            return f"{_counted(deed.what, kept, word).capitalize()} put in, as suggested."
        case "marked as differing":
            return f"One {word} marked: it sees this the other way round."
        case "marked as agreeing":
            return f"One {word} not marked as seeing it the other way round any more."
        case "put":
            return f"{_counted(deed.what, kept, word).capitalize()} put in."
        case "took":
            return f"{_counted(deed.what, kept, word).capitalize()} taken out."
        case "named":
            return f"Named “{deed.what}”." if deed.what else "Its name was taken away."
        case "single voice":
            return "Marked as a single voice."
        case "several voices":
            return "Not marked as a single voice any more."
    other = state.themes.get(deed.what)
    return OTHER[deed.did].format(label(state, other) if other else "another theme")


OTHER = {
    "merged into": "Went into “{}”.",
    "took in": "Took in “{}”.",
    "taken out of": "Stood on its own again, out of “{}”.",
    "let go": "Let “{}” stand on its own again.",
}


def _counted(ids: str, kept: Container[str], word: str) -> str:
    """What was taken away since is not counted."""
    n = sum(each in kept for each in ids.split())
    return count(n, word) if n else f"no {word} that still lies here"
