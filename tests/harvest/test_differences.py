"""Two versions of a blueprint held side by side: nothing is lost, nothing is made up."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from workshop.harvest.differences import Difference, Piece, difference, pieces, told
from workshop.harvest.model import Issued, IssuedExperiment

TEXT = st.text("ab é\n.", max_size=12) | st.sampled_from(["", "Two hours more", "Two more hours", "Three"])


def experiment(name: str, **fields: Any) -> IssuedExperiment:
    empty = {each: "" for each in IssuedExperiment.__struct_fields__}
    lists = {"themes": (), "lens": ()}
    return IssuedExperiment(
        **{**empty, **lists, "kind": "experiment", "status": "idea", "id": name, **fields}
    )


def version(*experiments: IssuedExperiment, no: int = 1, context: str = "") -> Issued:
    return Issued(
        anchor=f"issued-{no}",
        entries=(),
        evidence=(),
        no=no,
        at=0,
        words="",
        context=context,
        experiments=experiments,
        untouched=(),
    )


SOME = st.builds(
    experiment,
    st.sampled_from("abcdef"),
    kind=st.sampled_from(["experiment", "small-change"]),
    status=st.sampled_from(["idea", "ready", "trying"]),
    idea=TEXT,
    owner=TEXT,
    measures=TEXT,
    review_on=st.sampled_from(["", "2027-03-31"]),
    themes=st.lists(TEXT, max_size=2).map(tuple),
    own_power=st.sampled_from(["", "yes", "no"]),
)
VERSIONS = st.builds(
    lambda some, context: version(*some, context=context),
    st.lists(SOME, max_size=5, unique_by=lambda each: each.id),
    TEXT,
)


def side(of: tuple[Piece, ...], how: str) -> str:
    return "".join(piece.words for piece in of if piece.how in ("same", how))


@given(TEXT, TEXT)
def test_the_pieces_make_both_texts_again(before: str, after: str) -> None:
    made = pieces(before, after)
    assert side(made, "out") == before
    assert side(made, "in") == after
    assert all(piece.words for piece in made)


def undone(after: Issued, found: Difference, before: Issued) -> set[tuple[str, ...]]:
    """What the earlier version said, told by the later one and the difference alone."""
    said = {each.id: told(each) for each in after.experiments}
    for change in found.changes:
        if change.what == "added":
            del said[change.experiment.id]
        elif change.what == "taken-out":
            said[change.experiment.id] = told(change.experiment)
        for field in change.fields:
            assert said[change.experiment.id].get(field.name, "") == field.after
            said[change.experiment.id][field.name] = field.before
    return {(name, *(v for v in fields.values() if v)) for name, fields in said.items()}


@given(VERSIONS, VERSIONS)
def test_the_later_version_and_the_difference_give_the_earlier_one(before: Issued, after: Issued) -> None:
    found = difference(before, after)
    earlier = {(each.id, *(v for v in told(each).values() if v)) for each in before.experiments}
    assert {(name, frozenset(said)) for name, *said in undone(after, found, before)} == {
        (name, frozenset(said)) for name, *said in earlier
    }
    assert (found.context.before if found.context else after.context) == before.context


@given(VERSIONS)
def test_a_version_does_not_differ_from_itself(one: Issued) -> None:
    assert difference(one, one).nothing


@given(VERSIONS, VERSIONS)
def test_the_other_way_round_what_was_added_was_taken_out(one: Issued, other: Issued) -> None:
    there, back = difference(one, other), difference(other, one)
    for what, turned in (("added", "taken-out"), ("taken-out", "added"), ("changed", "changed")):
        assert {c.experiment.id for c in there.changes if c.what == what} == {
            c.experiment.id for c in back.changes if c.what == turned
        }
    assert (there.moved, there.nothing) == (back.moved, back.nothing)


def test_it_reads_as_people_would_say_it() -> None:
    before = version(
        experiment("a", idea="Ring back", prediction="Two hours more for visits"), experiment("b", idea="Tea")
    )
    after = version(
        experiment("c", idea="One list"),
        experiment("a", idea="Ring back", prediction="Three hours more for visits", review_on="2027-03-31"),
    )
    found = difference(before, after)
    assert [(c.what, c.idea) for c in found.changes] == [
        ("added", "One list"),
        ("changed", "Ring back"),
        ("taken-out", "Tea"),
    ]
    prediction, review = found.changes[1].fields
    assert (prediction.name, prediction.pieces) == (
        "What we think will happen",
        (Piece("out", "Two"), Piece("in", "Three"), Piece("same", " hours more for visits")),
    )
    assert (review.before, review.after) == ("", "31 March 2027")
    assert not found.moved


def test_another_order_is_told_and_nothing_else() -> None:
    a, b = experiment("a", idea="A"), experiment("b", idea="B")
    found = difference(version(a, b), version(b, msgspec.structs.replace(a)))
    assert (found.moved, found.changes, found.context) == (True, (), None)
