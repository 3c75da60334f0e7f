"""Words that may show who somebody is: vaguer in all that goes out, until a host has looked at them.

As in ``silence.py`` they are replaced in the folded state, before anything is made of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import Any

from workshop.core.checked import LEFT_OUT, Checked, Stretch, as_written, mark_of
from workshop.core.quotes import CONTEXT, PLACES, Place, all_words
from workshop.core.state import Workshop
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.issuing import Stood
from workshop.harvest.model import Sentence
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.words import count
from workshop.privacy import VAGUER, find

Write = Callable[[str, str], str]


def found_in(text: str, people: frozenset[str]) -> list[Stretch]:
    """What a program finds, with the words that stand there until somebody has looked."""
    return [Stretch(at, to, VAGUER[kind]) for at, to, kind in find(text, people)]


def masked(folded: Folded, people: frozenset[str]) -> Folded:
    """The same day as it goes out. ``people``: first names of those who were there, to look for as well."""
    state = folded.state

    def write(of: str, text: str) -> str:
        if not text or text == WITHHELD:
            return text
        return as_written(text, found_in(text, people), _decided(folded, of, text))

    return replace(
        folded,
        state=_state(state, write),
        said=_said(folded, write),
        versions=[_version(each, write) for each in folded.versions],
    )


def _decided(folded: Folded, of: str, text: str) -> Checked | None:
    """What hosts said of these words: now, or when they stood there, as they still do on ballots."""
    now = folded.state.checks.get(of)
    mark = mark_of(text)
    return now if now is not None and now.mark == mark else folded.decided.get((of, mark))


def _state(state: Workshop, write: Write) -> Workshop:
    quiet = copy(state)
    quiet.blueprint = copy(state.blueprint)
    for place in (place for place in PLACES if place.shelf):
        within, _, shelf = place.shelf.rpartition(".")
        written = {key: _written(place, thing, write) for key, thing in place.things(quiet).items()}
        setattr(getattr(quiet, within) if within else quiet, shelf, written)
    quiet.blueprint = _written(CONTEXT, quiet.blueprint, write)
    quiet.laid = {no: [quiet.notes[each.id] for each in laid] for no, laid in state.laid.items()}
    quiet.written = {who: [quiet.notes[each.id] for each in own] for who, own in state.written.items()}
    quiet.themes = {id_: _lineage(theme, write) for id_, theme in quiet.themes.items()}
    quiet.ballots = {id_: _options(state, ballot, write) for id_, ballot in quiet.ballots.items()}
    return quiet


def _written(place: Place, thing: Any, write: Write) -> Any:
    text = place.read(thing)
    now = write(place.of(thing), text)
    return thing if now == text else place.write(thing, now)


def _lineage(theme: Any, write: Write) -> Any:
    """What a theme was called once: as it is called now, where it was called so."""
    of = f"theme/{theme.id}"
    named = [
        replace(deed, what=write(of, deed.what)) if deed.did == "named" else deed for deed in theme.lineage
    ]
    return replace(theme, lineage=named)


def _options(state: Workshop, ballot: Any, write: Write) -> Any:
    """What stood on a ballot: names of themes, or words of notes, and a sentence about them."""
    options = tuple(
        replace(
            each,
            label=write(f"theme/{each.id}", each.label),
            statement=_sentence(state, each.id, each.statement, write),
        )
        for each in ballot.options
    )
    return replace(ballot, options=options)


def _sentence(state: Workshop, of: str, text: str, write: Write) -> str:
    """What a theme says, or why a table chose an idea: as hosts decided of it where it stands."""
    unseen = write("", text)
    if of not in state.notes:
        return write(f"statement/{of}", text)
    seen = (write(f"why/{table}/{of}", text) for table in state.tables)
    return next((words for words in seen if words != unseen), unseen)


def _version(version: Stood, write: Write) -> Stood:
    """A version that was issued, with what hosts have decided since about words that still stand so."""
    experiments = version.experiments
    for place in (place for place in PLACES if place.kind.startswith("experiment-")):
        experiments = tuple(_written(place, each, write) for each in experiments)
    return replace(
        version,
        issue=replace(version.issue, words=write("", version.issue.words)),
        context=write(CONTEXT.of(None), version.context),
        experiments=experiments,
        names={theme: write(f"theme/{theme}", name) for theme, name in version.names.items()},
    )


def _said(folded: Folded, write: Write) -> dict[str, set[str]]:
    """Words that a vote may go back to, written in the same way."""
    said = defaultdict[str, set[str]](set)
    for anchor, words in folded.said.items():
        of = anchor.removeprefix(anchors.theme("")).removeprefix(anchors.note(""))
        said[anchor] = {write(f"theme/{of}", each) for each in words}
        said[anchor] |= {_sentence(folded.state, of, each, write) for each in words}
    return said


def looked_over(before: Workshop, state: Workshop, said: Sequence[Sentence]) -> Iterator[Sentence]:
    """What a reader should know of it, after the sentences ``said``. ``before``: as people wrote it."""
    now = {words.of: words.text for words in all_words(state)}
    changed = [
        now[words.of] for words in all_words(before) if now.get(words.of) not in (words.text, WITHHELD)
    ]
    out = sum(text == LEFT_OUT for text in changed)
    text = " ".join(filter(None, [_vaguer_words(len(changed) - out), _left_out_words(out)]))
    if text:
        yield Sentence(anchor=f"short-{len(said) + 1}", entries=(), evidence=(), text=text)


def _vaguer_words(n: int) -> str:
    return f"In {count(n, 'place')} words that might show who somebody is stand vaguer, in [ ]." if n else ""


def _left_out_words(n: int) -> str:
    return (
        f"The words of {count(n, 'line')} are left out, since they might show who somebody is." if n else ""
    )
