"""Random commands by random people, most of them sensible for the step that is on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.rules.chance import Whims
from workshop.activities.arrival import messages as arrival
from workshop.activities.closing_questions import messages as closing_questions
from workshop.activities.dot_voting import messages as dot_voting
from workshop.activities.feedback import messages as feedback
from workshop.activities.hosting import messages as hosting
from workshop.activities.notes import messages as notes
from workshop.activities.people import messages as people
from workshop.activities.plenary import messages as plenary
from workshop.activities.priorities import messages as priorities
from workshop.activities.steps import messages as steps
from workshop.activities.themes import messages as themes
from workshop.core.messages import Command

Fields = dict[str, Any]


def _round(w: Whims) -> str:
    return w.cafe.state.round_step or w.step("story_round")


def _add_note(w: Whims) -> Fields:
    return {
        "step": _round(w) if w.often(0.95) else w.step("story_round"),
        "kind": w.chance.choice(["helped", "hindered"]) if w.often(0.97) else "wild",
        "text": w.text(),
        "anonymous": w.often(0.3),
        "builds_on": [] if w.often(0.9) else [w.note()],
        "brings": None if w.often(0.9) else w.note(),
        "on_behalf_of": None if w.often(0.9) else w.person(),
    }


def _dots(w: Whims) -> Fields:
    ballots = list(w.cafe.state.ballots.values())
    open_ones = [b for b in ballots if b.closed_at is None]
    ballot = w.one(open_ones or ballots, None)
    chosen = w.few([o.id for o in ballot.options], most=2) if ballot and w.often(0.9) else []
    return {
        "ballot": ballot.id if ballot else "nobody",
        "dots": {option: w.chance.choice([1, 1, 1, 2]) for option in chosen},
        "on_behalf_of": None if w.often() else w.person(),
    }


def _plenary(w: Whims) -> Fields:
    return {"step": w.step("plenary"), "table": w.table()}


def _put(w: Whims) -> Fields:
    if w.often(0.5):
        return {"theme": w.theme(), "notes": w.on_walls()}
    out_of = w.theme()
    return {"theme": w.theme(), "notes": w.notes_in(out_of), "out_of": out_of}


def _some_of_a_theme(w: Whims) -> Fields:
    theme = w.theme()
    return {"theme": theme, "notes": w.notes_in(theme)}


def _agenda(w: Whims) -> Fields:
    steps = [s.settings for s in w.cafe.state.steps.values()]
    return {"title": w.text()[:60], "planned_minutes": 60, "table_size": 3, "steps": steps}


COMING = (*["participant"] * 5, "facilitator", "host", "screen")
MAKERS: dict[type[Command], Callable[[Whims], Fields]] = {
    people.Join: lambda w: {"name": w.text(), "role": w.chance.choice(COMING)},
    people.Rename: lambda w: {"name": w.text()},
    people.Leave: lambda w: {},
    people.Remove: lambda w: {"person": w.person()},
    people.Return: lambda w: {"person": w.one(w.cafe.state.held, w.chance.choice(w.here()))},
    people.Away: lambda w: {"person": w.chance.choice(w.here())},
    people.ReleaseSeat: lambda w: {"person": w.chance.choice(w.here())},
    people.MovePerson: lambda w: {"person": w.person(), "table": w.table()},
    people.MakeWish: lambda w: {"how": w.chance.choice(["together", "apart"]), "people": w.few(w.here(), 3)},
    people.DropWish: lambda w: {"wish": w.one(w.cafe.state.wishes)},
    steps.EditAgenda: _agenda,
    steps.Next: lambda w: {"after": w.cafe.state.current if w.often(0.9) else None, "call": w.often(0.5)},
    steps.Extend: lambda w: {"step": w.now(), "minutes": w.chance.randint(-5, 10)},
    steps.Hold: lambda w: {"step": w.now(), "on": w.often(0.5)},
    steps.EndEarly: lambda w: {"step": w.now(), "call": w.often(0.5)},
    steps.KeepOpen: lambda w: {"step": w.now()},
    steps.Reopen: lambda w: {"step": w.one([s.id for s in w.cafe.state.steps.values() if s.closed_at][-2:])},
    steps.FinishClosing: lambda w: {"step": w.cafe.state.current or "s1"},
    steps.CloseWorkshop: lambda w: {},
    hosting.SayToAll: lambda w: {"text": w.text()},
    hosting.TakeDown: lambda w: {"saying": w.cafe.state.saying.id if w.cafe.state.saying else "nobody"},
    hosting.AskForHelp: lambda w: {"text": w.text()},
    hosting.AnswerCall: lambda w: {"call": w.one(w.cafe.state.calls), "text": w.text()},
    hosting.NameSpokesperson: lambda w: {"table": w.table(), "person": w.person() if w.often() else None},
    hosting.AppointFacilitator: lambda w: {"table": w.table(), "person": w.person() if w.often() else None},
    hosting.LinkTable: lambda w: {
        "table": w.table(),
        "link": "https://call.example/1" if w.often(0.5) else "",
    },
    notes.AddNote: _add_note,
    notes.EditNote: lambda w: {"note": w.note(), "text": w.text(), "kind": "helped"},
    notes.DeleteNote: lambda w: {"note": w.note()},
    notes.RestoreNote: lambda w: {"note": w.note()},
    notes.MoveNote: lambda w: {"note": w.note(), "after": w.note() if w.often() else None},
    notes.LinkNotes: lambda w: {"note": w.note(), "builds_on": [w.note()]},
    notes.HighlightNote: lambda w: {"note": w.note(), "on": w.often(0.7)},
    arrival.PassCheck: lambda w: {"check": w.chance.choice(arrival.CHECKS)},
    themes.StartTheme: lambda w: {"step": w.step("themes"), "notes": w.on_walls()},
    themes.PutNotes: _put,
    themes.TakeNotes: _some_of_a_theme,
    themes.NameTheme: lambda w: {
        "theme": w.theme(),
        "name": w.chance.choice(["Time", "time", "Trust", w.text()]),
    },
    themes.MarkSingleVoice: lambda w: {"theme": w.theme(), "on": w.often(0.5)},
    themes.MergeThemes: lambda w: {"theme": w.theme(), "into": w.theme()},
    themes.SplitTheme: _some_of_a_theme,
    themes.Unmerge: lambda w: {"theme": w.one([t.id for t in w.cafe.state.themes.values() if t.merged_into])},
    dot_voting.PlaceDots: _dots,
    priorities.PickPriority: lambda w: {"note": w.note(), "why": w.text() if w.often(0.5) else ""},
    priorities.DropPriority: lambda w: {"note": w.note()},
    plenary.CallTable: lambda w: _plenary(w) if w.often() else {"step": w.step("plenary"), "table": None},
    plenary.SkipTable: lambda w: {**_plenary(w), "on": w.often(0.5)},
    plenary.SayInChat: lambda w: {
        "step": w.step("plenary"),
        "kind": "comment",
        "text": w.text(),
        "anonymous": w.often(0.5),
    },
    plenary.RemoveChat: lambda w: {"chat": w.one(w.cafe.state.chat), "on": w.often(0.5)},
    plenary.React: lambda w: {**_plenary(w), "reaction": "thanks", "on": w.often(0.6)},
    closing_questions.AnswerQuestion: lambda w: {
        "step": w.step("closing_questions"),
        "question": w.chance.randint(0, 2),
        "text": w.text() if w.often() else "",
        "on_behalf_of": None if w.often() else w.person(),
    },
    feedback.GiveFeedback: lambda w: {
        "step": w.step("feedback"),
        "text": w.text(),
        "rating": w.chance.choice([None, 4]),
    },
}

FITTING: dict[str, tuple[type[Command], ...]] = {
    "arrival": (arrival.PassCheck, hosting.AskForHelp, steps.Next),
    "presentation": (steps.Next,),
    "break": (steps.Next,),
    "story_round": (
        *(notes.AddNote, notes.AddNote, notes.AddNote, notes.AddNote, notes.EditNote, notes.DeleteNote),
        *(notes.RestoreNote, notes.MoveNote, notes.LinkNotes, notes.HighlightNote),
    ),
    "themes": (
        *(
            themes.StartTheme,
            themes.StartTheme,
            themes.StartTheme,
            themes.PutNotes,
            themes.PutNotes,
            themes.TakeNotes,
        ),
        *(themes.NameTheme, themes.MergeThemes, themes.SplitTheme, themes.Unmerge, themes.MarkSingleVoice),
    ),
    "dot_voting": (dot_voting.PlaceDots,),
    "priorities": (priorities.PickPriority, priorities.PickPriority, priorities.DropPriority),
    "plenary": (plenary.CallTable, plenary.SkipTable, plenary.SayInChat, plenary.RemoveChat, plenary.React),
    "closing_questions": (closing_questions.AnswerQuestion,),
    "feedback": (feedback.GiveFeedback, steps.Next),
}
IN_THE_LOBBY = (arrival.PassCheck, steps.EditAgenda)
# What ends things for good must stay rare, or nothing else gets its turn.
SELDOM = (people.Leave, people.Remove, steps.EditAgenda, people.Join, people.Join, people.Join)
MOVES_ON = (steps.Next, steps.Next, steps.EndEarly, steps.Reopen)
HOSTS_DO = (
    *(
        *MOVES_ON,
        steps.KeepOpen,
        steps.Hold,
        steps.Extend,
        steps.EditAgenda,
        steps.CloseWorkshop,
        plenary.CallTable,
        plenary.SkipTable,
    ),
    *(
        people.Remove,
        people.MovePerson,
        people.MakeWish,
        people.DropWish,
        hosting.SayToAll,
        hosting.TakeDown,
        hosting.AnswerCall,
        hosting.AppointFacilitator,
    ),
)
SERVER_DOES = (people.Join, people.Return, people.Away, people.ReleaseSeat, steps.FinishClosing)
ANYTIME = tuple(kind for kind in MAKERS if kind not in (*SELDOM, steps.CloseWorkshop))


def draw(w: Whims) -> tuple[str | None, type[Command], Fields]:
    """Who gives which command, with which fields."""
    kind = _kind(w)
    hosts = [p.id for p in w.cafe.state.with_role("host")]
    many = hosts if kind in HOSTS_DO and w.often(0.9) else w.here()
    w.who = None if kind in SERVER_DOES else w.chance.choice(many)
    return w.who, kind, MAKERS[kind](w)


def _kind(w: Whims) -> type[Command]:
    state = w.cafe.state
    step = state.current_step()
    fitting = FITTING.get(step.activity, ()) if step is not None and step.live else IN_THE_LOBBY
    roll = w.chance.random()
    if state.status == "closed" or roll < (0.025 if step is not None and step.live else 0.2):
        kind: type[Command] = w.chance.choice(MOVES_ON)
    elif roll < 0.04:
        kind = w.chance.choice(SELDOM)
    elif roll < 0.75 and fitting:
        kind = w.chance.choice(fitting)
    else:
        kind = w.chance.choice(ANYTIME)
    return (
        steps.CloseWorkshop
        if kind is steps.Next and state.current and state.step_after(state.current) is None
        else kind
    )
