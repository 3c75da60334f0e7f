"""Suggestions: of notes in no theme, accepted, adjusted, dismissed; what was decided is left as it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from tests.rules.test_boards import answered
from workshop.activities.boards.board import board
from workshop.activities.boards.found import OFFERED, nearness
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.suggestions.messages import (
    AcceptSuggestions,
    DismissSuggestions,
    FoundSuggestions,
    GuessFound,
    NearFound,
    PutSuggested,
    RefuseNearness,
    SetLevel,
    SuggestionsChanged,
)
from workshop.activities.suggestions.rules import wanting
from workshop.activities.themes.messages import MergeThemes, PutNotes, StartTheme, TakeNotes, Themes
from workshop.core.messages import Event
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


class Board(Cafe):
    """A café at its wall with eight notes."""

    notes: list[str]

    def found(self, *groups: list[str], near: dict[str, list[tuple[str, int]]] | None = None) -> list[Event]:
        """A worker has looked at the board as it is now."""
        return self.do(
            None,
            FoundSuggestions,
            step="s2",
            version=board(self.state, "s2").version,
            level=board(self.state, "s2").level,
            method="model",
            groups=[guess(*group) for group in groups],
            near={n: [NearFound(theme=t, score=s) for t, s in found] for n, found in (near or {}).items()},
        )

    def shown(self, name: str) -> dict[str, Any]:
        docs = self.docs("wall/s2")
        return {key.partition("/")[2]: doc for key, doc in docs.items() if key.startswith(f"{name}/")}

    def guessed(self) -> list[list[str]]:
        return [each["notes"] for each in self.shown("guess").values()]

    def guess_of(self, note: str) -> str:
        return next(key for key, each in self.shown("guess").items() if note in each["notes"])

    def theme(self, *notes: str) -> str:
        self.do("Hal", StartTheme, step="s2", notes=list(notes))
        return next(reversed(self.state.themes))


def guess(*notes: str) -> GuessFound:
    return GuessFound(
        notes=notes, keywords=("time",), example=notes[0], likeness=tuple(80 for _ in notes), shared=("time",)
    )


def at_a_board(**settings: Any) -> Board:
    cafe = Board.at_two_tables(story(), Themes(title="Themes", minutes=5, **settings))
    cafe.notes = [cafe.note(who, f"Word {no}") for no in range(4) for who in ("Ann", "Cleo")]
    cafe.go_to("Themes")
    return cafe


def test_a_board_that_has_changed_wants_to_be_looked_at_and_then_not_any_more() -> None:
    cafe = at_a_board()
    (wanted,) = wanting(cafe.state)
    assert (wanted.step, wanted.question, wanted.live) == ("s2", None, True)
    cafe.found(cafe.notes[:3])
    assert wanting(cafe.state) == []
    cafe.theme(cafe.notes[5])
    assert len(wanting(cafe.state)) == 1


def test_a_plan_can_do_without_suggestions() -> None:
    cafe = at_a_board(suggestions=False)
    assert wanting(cafe.state) == []
    assert cafe.docs("wall/s2")["board"]["suggests"] is False
    assert isinstance(cafe.refused("Fay", SetLevel, step="s2", level=2), NotFound)


def test_nothing_is_looked_at_after_the_close() -> None:
    cafe = at_a_board()
    cafe.close()
    assert wanting(cafe.state) == []


def test_a_suggestion_shows_what_it_rests_on() -> None:
    cafe = at_a_board()
    a, b, c = cafe.notes[:3]
    cafe.found([a, b, c])
    (shown,) = cafe.shown("guess").values()
    assert (shown["notes"], shown["keywords"], shown["example"]) == ([a, b, c], ["time"], a)
    assert (shown["likeness"], shown["shared"]) == ([80, 80, 80], ["time"])
    assert cafe.docs("wall/s2")["suggesting"]["method"] == "model"


def test_only_notes_in_no_theme_are_proposed() -> None:
    cafe = at_a_board()
    a, b, c, d = cafe.notes[:4]
    cafe.theme(a)
    cafe.found([a, b, c], [a, d], near={a: [(next(iter(cafe.state.themes)), 90)]})
    assert cafe.guessed() == [[b, c]]
    assert cafe.shown("near") == {}


def test_a_suggestion_that_is_accepted_becomes_a_theme_and_stays_marked() -> None:
    cafe = at_a_board()
    a, b, c = cafe.notes[:3]
    cafe.found([a, b, c])
    cafe.do("Fay", AcceptSuggestions, step="s2", suggestions=[cafe.guess_of(a)])
    (theme,) = cafe.shown("theme").values()
    assert (theme["notes"], theme["suggested"], theme["hints"], theme["name"]) == (
        [a, b, c],
        [a, b, c],
        ["time"],
        "",
    )
    assert cafe.guessed() == []


def test_a_suggestion_can_be_adjusted() -> None:
    cafe = at_a_board()
    a, b, c, d = cafe.notes[:4]
    cafe.found([a, b, c, d])
    cafe.do("Fay", AcceptSuggestions, step="s2", suggestions=[cafe.guess_of(a)], notes=[a, c])
    (theme,) = cafe.shown("theme").values()
    assert theme["notes"] == [a, c]
    assert cafe.guessed() == [[b, d]]


def test_all_suggestions_are_accepted_at_once() -> None:
    cafe = at_a_board()
    cafe.found(cafe.notes[:3], cafe.notes[3:6])
    cafe.do("Hal", AcceptSuggestions, step="s2", suggestions=list(cafe.shown("guess")))
    assert [t["notes"] for t in cafe.shown("theme").values()] == [cafe.notes[:3], cafe.notes[3:6]]


def test_notes_of_several_suggestions_are_not_chosen_at_once() -> None:
    cafe = at_a_board()
    cafe.found(cafe.notes[:3], cafe.notes[3:6])
    both = list(cafe.shown("guess"))
    refusal = cafe.refused("Hal", AcceptSuggestions, step="s2", suggestions=both, notes=cafe.notes[:1])
    assert isinstance(refusal, Invalid)


def test_a_note_put_into_a_theme_leaves_its_suggestion_at_once() -> None:
    cafe = at_a_board()
    a, b, c, d = cafe.notes[:4]
    theme = cafe.theme(d)
    cafe.found([a, b, c])
    cafe.do("Ann", PutNotes, theme=theme, notes=[a])
    assert cafe.guessed() == [[b, c]]
    cafe.do("Ann", DeleteNote, note=c)
    assert cafe.guessed() == []


def test_words_of_a_note_that_is_taken_away_are_not_offered_any_more() -> None:
    cafe = at_a_board()
    a, b, c, d, e, f = cafe.notes[:6]
    cafe.found([a, b, c], [d, e, f])
    cafe.do("Fay", AcceptSuggestions, step="s2", suggestions=[cafe.guess_of(d)])
    cafe.do("Ann", DeleteNote, note=a)
    cafe.do("Cleo", DeleteNote, note=d)
    (shown,) = cafe.shown("guess").values()
    assert (shown["notes"], shown["keywords"], shown["shared"]) == ([b, c], [], [])
    (theme,) = cafe.shown("theme").values()
    assert theme["hints"] == []


def test_a_suggestion_that_is_gone_is_not_accepted() -> None:
    cafe = at_a_board()
    a, b, c = cafe.notes[:3]
    cafe.found([a, b, c])
    gone = cafe.guess_of(a)
    cafe.theme(a, b)
    refusal = cafe.refused("Fay", AcceptSuggestions, step="s2", suggestions=[gone])
    assert isinstance(refusal, Conflict)
    assert refusal.code == "suggestion-gone"


def test_what_is_dismissed_is_not_said_again_and_can_be_brought_back() -> None:
    cafe = at_a_board()
    a, b, c, d = cafe.notes[:4]
    cafe.found([a, b, c])
    no = cafe.guess_of(a)
    cafe.do("Fay", DismissSuggestions, step="s2", suggestions=[no])
    cafe.found([a, b, c, d])
    assert cafe.guessed() == []
    assert cafe.docs("wall/s2")["suggesting"]["dismissed"] == [no]
    cafe.do("Fay", DismissSuggestions, step="s2", suggestions=[no], on=False)
    assert cafe.guessed() == [[a, b, c]]


def test_what_comes_back_is_without_notes_that_have_found_a_theme() -> None:
    cafe = at_a_board()
    a, b, c = cafe.notes[:3]
    cafe.found([a, b, c])
    no = cafe.guess_of(a)
    cafe.do("Fay", DismissSuggestions, step="s2", suggestions=[no])
    cafe.theme(a)
    cafe.do("Fay", DismissSuggestions, step="s2", suggestions=[no], on=False)
    assert cafe.guessed() == [[b, c]]


def test_a_suggestion_keeps_its_place_while_most_of_it_stays() -> None:
    cafe = at_a_board()
    a, b, c, d, e = cafe.notes[:5]
    cafe.found([a, b, c])
    before = cafe.guess_of(a)
    cafe.found([a, b, c, d])
    assert cafe.guess_of(a) == before
    cafe.found([a, e])
    assert cafe.guess_of(e) != before


def test_only_what_is_new_is_told() -> None:
    cafe = at_a_board()
    cafe.found(cafe.notes[:3], cafe.notes[3:6])
    cafe.do("Fay", SetLevel, step="s2", level=4)
    (told,) = cafe.found(cafe.notes[:3], cafe.notes[3:7])
    assert isinstance(told, SuggestionsChanged)
    assert [each.notes for each in told.put] == [tuple(cafe.notes[3:7])]
    assert told.drop == ()
    assert cafe.found(cafe.notes[:3], cafe.notes[3:7]) == []


def test_a_note_is_offered_at_most_three_themes_and_takes_one_of_them() -> None:
    cafe = at_a_board()
    a, *others = cafe.notes
    themes = [cafe.theme(note) for note in others[:4]]
    cafe.found(near={a: [(theme, 90 - no) for no, theme in enumerate(themes)]})
    assert [t["theme"] for t in cafe.shown("near")[a]["themes"]] == themes[:3]
    cafe.do("Ann", PutSuggested, theme=themes[1], notes=[a])
    assert cafe.shown("near") == {}
    assert cafe.shown("theme")[themes[1]]["suggested"] == [a]


def test_on_a_very_large_board_the_nearest_are_offered_first() -> None:
    cafe = at_a_board()
    a, *others = cafe.notes
    theme = cafe.theme(a)
    here = board(cafe.state, "s2")
    near = {note: [NearFound(theme=theme, score=50 + no)] for no, note in enumerate(others)}
    far = {f"note {no}": [NearFound(theme=theme, score=10)] for no in range(OFFERED)}
    rest = {"version": 1, "level": 3, "method": "words", "groups": []}
    made = FoundSuggestions(id=cafe.new_id(), step="s2", near={**far, **near}, **rest)
    said = nearness(made, here, {*far, *near}, {theme})
    assert len(said) == OFFERED
    assert near.keys() <= said.keys()


def test_a_theme_that_was_not_offered_is_not_taken_as_suggested() -> None:
    cafe = at_a_board()
    a, b = cafe.notes[:2]
    theme = cafe.theme(b)
    refusal = cafe.refused("Ann", PutSuggested, theme=theme, notes=[a])
    assert refusal.code == "suggestion-gone"


def test_a_theme_that_is_refused_for_a_note_is_not_offered_again() -> None:
    cafe = at_a_board()
    a, b, c = cafe.notes[:3]
    one, two = cafe.theme(b), cafe.theme(c)
    cafe.found(near={a: [(one, 90), (two, 80)]})
    cafe.do("Ann", RefuseNearness, theme=one, note=a)
    cafe.found(near={a: [(one, 90), (two, 80)]})
    assert [t["theme"] for t in cafe.shown("near")[a]["themes"]] == [two]
    cafe.do("Ann", RefuseNearness, theme=one, note=a, on=False)
    assert [t["theme"] for t in cafe.shown("near")[a]["themes"]] == [one, two]


def test_a_theme_that_stands_no_more_is_offered_no_more() -> None:
    cafe = at_a_board()
    a, b, c, d = cafe.notes[:4]
    one, two, three = cafe.theme(b), cafe.theme(c), cafe.theme(d)
    cafe.found(near={a: [(one, 90), (two, 80), (three, 70)]})
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    assert [t["theme"] for t in cafe.shown("near")[a]["themes"]] == [two, three]
    cafe.do("Ann", TakeNotes, theme=three, notes=[d])
    assert [t["theme"] for t in cafe.shown("near")[a]["themes"]] == [two]


def test_fewer_or_more_groups_are_set_for_everyone() -> None:
    cafe = at_a_board()
    cafe.found(cafe.notes[:3])
    cafe.do("Fay", SetLevel, step="s2", level=1)
    said = cafe.docs("wall/s2")["suggesting"]
    assert (said["level"], said["shown_level"]) == (1, 3)
    assert len(wanting(cafe.state)) == 1


def test_participants_leave_suggestions_alone_where_facilitators_group() -> None:
    cafe = at_a_board(who="facilitators")
    cafe.found(cafe.notes[:3])
    chosen = {"step": "s2", "suggestions": [cafe.guess_of(cafe.notes[0])]}
    for command in (AcceptSuggestions, DismissSuggestions):
        assert isinstance(cafe.refused("Ann", command, **chosen), NotAllowed)


def test_a_late_result_leaves_out_what_has_been_done_meanwhile() -> None:
    cafe = at_a_board()
    a, b, c = cafe.notes[:3]
    version = board(cafe.state, "s2").version
    cafe.theme(a)
    fields = {"step": "s2", "version": version, "level": 3, "method": "words", "near": {}}
    cafe.do(None, FoundSuggestions, groups=[guess(a, b, c)], **fields)
    assert cafe.guessed() == [[b, c]]
    assert len(wanting(cafe.state)) == 1


@pytest.mark.parametrize("step", ["s1", "s9"])
def test_a_result_for_a_board_that_is_not_there_is_dropped(step: str) -> None:
    cafe = at_a_board()
    fields = {"version": 1, "level": 3, "method": "words", "groups": [], "near": {}}
    assert cafe.do(None, FoundSuggestions, step=step, **fields) == []


def test_answers_are_suggested_of_in_the_same_way() -> None:
    cafe = answered()
    assert [(w.step, w.question) for w in wanting(cafe.state)] == [("s2", 0), ("s2", 1)]
    fields = {"step": "s2", "question": 0, "version": 2, "level": 3, "method": "words", "near": {}}
    cafe.do(None, FoundSuggestions, groups=[guess(cafe.one, cafe.two)], **fields)
    (found,) = (key for key in cafe.docs("wall/s2.0") if key.startswith("guess/"))
    accept = {"step": "s2", "question": 0, "suggestions": [found.partition("/")[2]]}
    assert isinstance(cafe.refused("Fay", AcceptSuggestions, **accept), NotAllowed)
    cafe.do("Hal", AcceptSuggestions, **accept)
    assert [theme.notes for theme in cafe.state.themes.values()] == [(cafe.one, cafe.two)]
