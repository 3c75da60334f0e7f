"""Random commands by random people, most of them sensible for the step that is on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.rules.chance import Whims
from workshop.activities.arrival import messages as arrival
from workshop.activities.blueprint import messages as blueprint
from workshop.activities.boards.board import board, items, parts
from workshop.activities.closing_questions import messages as closing_questions
from workshop.activities.decisions import messages as decisions
from workshop.activities.dot_voting import messages as dot_voting
from workshop.activities.experiments.lens import lens_of
from workshop.activities.feedback import messages as feedback
from workshop.activities.hosting import messages as hosting
from workshop.activities.notes import messages as notes
from workshop.activities.people import messages as people
from workshop.activities.pictures import messages as pictures
from workshop.activities.plenary import messages as plenary
from workshop.activities.priorities import messages as priorities
from workshop.activities.quotes import messages as quotes
from workshop.activities.report import messages as report
from workshop.activities.steps import messages as steps
from workshop.activities.suggestions import messages as suggestions
from workshop.activities.themes import messages as themes
from workshop.activities.ties import messages as ties
from workshop.core.blueprint import CHECKS, FIELDS, LISTS
from workshop.core.checked import mark_of
from workshop.core.messages import Command
from workshop.core.quotes import all_words
from workshop.core.report import KINDS
from workshop.core.votes import Ballot, outcome

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


def _ballot(w: Whims) -> str:
    """Mostly one that is closed."""
    ballots = list(w.cafe.state.ballots.values())
    closed = [b.id for b in ballots if not b.open]
    return str(w.one(closed if closed and w.often() else [b.id for b in ballots]))


def _tied(w: Whims) -> str:
    ballots = w.cafe.state.ballots
    level = [b.id for b in ballots.values() if not b.open and outcome(b, ballots.get(b.runoff or "")).level]
    return str(w.one(level if level and w.often(0.9) else ballots))


def _options(w: Whims, ballot: Ballot | None) -> list[str]:
    return [option.id for option in ballot.options] if ballot is not None else list(w.cafe.state.themes)


def _settle(w: Whims) -> Fields:
    state = w.cafe.state
    ballot = state.ballots.get(_tied(w))
    now = outcome(ballot, state.ballots.get(ballot.runoff or "")) if ballot and not ballot.open else None
    return {
        "ballot": ballot.id if ballot else "nobody",
        "how": w.chance.choice(["chosen", "chosen", "lot", "all"]),
        "options": list(now.level[: now.places]) if now and w.often(0.9) else ["nobody"],
        "decided_by": w.text(),
        "why": w.text(),
    }


def _decide(w: Whims) -> Fields:
    ballot = w.cafe.state.ballots.get(_ballot(w)) if w.often(0.9) else None
    sorted_out = w.few(_options(w, ballot), 4)
    return {
        "step": ballot.step if ballot else w.step("dot_voting"),
        "ballot": ballot.id if ballot else None,
        "chosen": sorted_out[:2],
        "set_aside": sorted_out[2:],
        "why": w.text(),
        "decided_by": w.chance.choice(["hosts", "hall", "table", "someone"]),
        "decider": w.text(),
    }


PARTS = ("context", "moment", "next", "round.s3", "plenary.s12", "question.s15.1", "round.s1", "nowhere")


def _passage(w: Whims) -> Fields:
    part = w.chance.choice(PARTS)
    standing = w.cafe.state.passages.get(part)
    return {
        "part": part,
        "text": w.text() if w.often() else "",
        "was": standing.version if standing and w.often(0.9) else 0,
    }


def _statement(w: Whims) -> Fields:
    state = w.cafe.state
    said = {f"note-{n.id}": n.text for n in state.notes.values()}
    said |= {f"answer-{a.id}": a.text for a in state.answers.values()}
    said |= {f"chat-{c.id}": c.text for c in state.chat.values()}
    source = w.one(said, "note-nobody")
    words = said.get(source, "x") if w.often(0.9) else w.text()
    return {
        "heading": w.text() if w.often() else "",
        "text": w.text(),
        "themes": [] if w.often(0.5) else [w.theme()],
        "notes": [] if w.often(0.5) else [w.note()],
        "quote": {"source": source, "words": words} if w.often() else None,
    }


def _standing(w: Whims) -> str:
    return str(w.one(w.cafe.state.statements))


def _rewritten(w: Whims) -> Fields:
    one = _standing(w)
    known = w.cafe.state.statements.get(one)
    return {"statement": one, "was": known.version if known and w.often(0.9) else 0, **_statement(w)}


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


def _one_of_a_theme(w: Whims) -> Fields:
    return _one_of(_some_of_a_theme(w))


def _one_of(fields: Fields) -> Fields:
    return {"theme": fields["theme"], "note": next(iter(fields["notes"]), "nothing")}


def _start(w: Whims) -> Fields:
    if w.often(0.8):
        return {"step": w.step("themes"), "notes": w.on_walls()}
    where = {"step": w.step("closing_questions"), "question": w.chance.randint(0, 2)}
    return {**where, "notes": w.few([a.id for a in w.cafe.state.answers.values()], 3)}


def _board(w: Whims) -> Fields:
    """A board where something happened, mostly."""
    step, question = parts(str(w.one(w.cafe.state.boards, w.step("themes"))))
    return {"step": step, "question": question}


def _guesses(w: Whims) -> list[Any]:
    here = [guess for each in w.cafe.state.boards.values() for guess in (*each.guesses, *each.dismissed)]
    return w.few(here, 2)


def _found(w: Whims) -> Fields:
    """What a worker may have found: any notes that were there, in groups, and near to any themes."""
    where = _board(w)
    place = where["step"] if where["question"] is None else f"{where['step']}.{where['question']}"
    there = [each.id for each in items(w.cafe.state, place)]
    w.chance.shuffle(there)
    near = {note: [_near_found(w) for _ in range(2)] for note in there[:6]}
    return {
        **where,
        "version": max(0, board(w.cafe.state, place).version - w.chance.choice([0, 0, 1])),
        "level": 3,
        "method": "words",
        "groups": [_guess(w, there[:3]), _guess(w, there[3:6])],
        "near": near,
    }


def _guess(w: Whims, notes: list[str]) -> suggestions.GuessFound:
    return suggestions.GuessFound(
        notes=tuple(notes),
        keywords=("time",),
        example=notes[0] if notes else "",
        likeness=tuple(w.chance.randint(0, 100) for _ in notes),
    )


def _near_found(w: Whims) -> suggestions.NearFound:
    return suggestions.NearFound(theme=w.theme(), score=w.chance.randint(0, 100))


def _near(w: Whims) -> Fields:
    known = [
        (each.theme, note)
        for here in w.cafe.state.boards.values()
        for note, near in here.near.items()
        for each in near
    ]
    theme, note = w.one(known, ("nobody", "nothing"))
    return {"theme": theme, "notes": [note]}


def _quote(w: Whims) -> Fields:
    """Words that stand somewhere, with their mark as a host saw it."""
    words = w.one(list(all_words(w.cafe.state)), None)
    if words is None:
        return {"of": "note/nothing", "was": ""}
    return {"of": words.of, "was": mark_of(words.text) if w.often(0.9) else "another"}


def _group(w: Whims) -> str:
    return str(w.one(["", *w.cafe.state.people_settings.groups]))


def _agenda(w: Whims) -> Fields:
    steps = [s.settings for s in w.cafe.state.steps.values()]
    groups = w.chance.choice([None, None, [], ["Families", "Schools"]])
    return {
        "title": w.text()[:60],
        "planned_minutes": 60,
        "table_size": 3,
        "steps": steps,
        "groups": groups,
    }


def _experiment(w: Whims) -> str:
    return str(w.one(w.cafe.state.blueprint.experiments))


def _add_experiment(w: Whims) -> Fields:
    chosen = [note for _, note in w.cafe.state.priorities]
    return {
        "kind": w.chance.choice(["experiment", "small-change"]),
        "idea": w.text(),
        "note": w.one(chosen, None) if w.often(0.5) else None,
        "theme": w.theme() if w.often(0.3) else None,
    }


def _write_experiment(w: Whims) -> Fields:
    """Mostly what is still missing, so that some can start."""
    known = w.cafe.state.blueprint.experiments.get(_experiment(w))
    lacking = known.missing if known is not None else ()
    name = w.chance.choice(lacking) if lacking and w.often() else w.chance.choice(FIELDS)
    return {
        "experiment": known.id if known is not None else "nobody",
        "field": name,
        "value": _value(w, name),
        "was": known.version(name) if known is not None and w.often(0.9) else 0,
    }


def _value(w: Whims, name: str) -> Any:
    if name in LISTS:
        return [w.theme()] if name == "themes" else w.few(lens_of(w.cafe.state))
    if name in CHECKS:
        return w.chance.choice(["yes", "yes", "yes", "no", ""])
    if name == "domain":
        return w.chance.choice(["structure", "process", "culture", "", "weather"])
    return w.chance.choice(["2027-03-31", "2027-03-31", "soon"]) if name == "review_on" else w.text()


COMING = (*["participant"] * 5, "facilitator", "host", "screen")
MAKERS: dict[type[Command], Callable[[Whims], Fields]] = {
    people.Join: lambda w: {
        "name": w.text(),
        "role": w.chance.choice(COMING),
        "group": _group(w),
        "quoting": len(w.cafe.state.people) % 2 == 0,
    },
    people.Rename: lambda w: {"name": w.text()},
    people.SetGroup: lambda w: {"person": w.who if w.often(0.5) else w.person(), "group": _group(w)},
    people.SetQuoting: lambda w: {
        "on": w.often(0.5),
        "on_behalf_of": None if w.often() else w.person(),
    },
    people.Leave: lambda w: {},
    people.Remove: lambda w: {"person": w.person()},
    people.Return: lambda w: {"person": w.one(w.cafe.state.held, w.chance.choice(w.here()))},
    people.Away: lambda w: {"person": w.chance.choice(w.here())},
    people.ReleaseSeat: lambda w: {"person": w.one(w.cafe.state.held, w.chance.choice(w.here()))},
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
    pictures.ShowPicture: lambda w: {
        "picture": w.chance.choice(["themes", "votes", "mixing", "timeline", "map", None]),
        "of": None if w.often() else w.step("themes"),
    },
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
    themes.StartTheme: _start,
    themes.PutNotes: _put,
    themes.TakeNotes: _some_of_a_theme,
    themes.NameTheme: lambda w: {
        "theme": w.theme(),
        "name": w.chance.choice(["Time", "time", "Trust", w.text()]),
    },
    themes.MarkSingleVoice: lambda w: {"theme": w.theme(), "on": w.often(0.5)},
    themes.MergeThemes: lambda w: {"theme": w.theme(), "into": w.theme()},
    themes.SplitTheme: _some_of_a_theme,
    themes.MarkDiffering: lambda w: {**_one_of_a_theme(w), "on": w.often()},
    themes.OpenNaming: lambda w: {"step": w.step("themes"), "on": w.often()},
    suggestions.FoundSuggestions: _found,
    suggestions.AcceptSuggestions: lambda w: {**_board(w), "suggestions": _guesses(w)},
    suggestions.DismissSuggestions: lambda w: {**_board(w), "suggestions": _guesses(w), "on": w.often()},
    suggestions.PutSuggested: _near,
    suggestions.RefuseNearness: lambda w: {**_one_of(_near(w)), "on": w.often()},
    suggestions.SetLevel: lambda w: {**_board(w), "level": w.chance.randint(1, 5)},
    themes.Unmerge: lambda w: {"theme": w.one([t.id for t in w.cafe.state.themes.values() if t.merged_into])},
    dot_voting.PlaceDots: _dots,
    dot_voting.CloseBallot: lambda w: {
        "ballot": w.one([b.id for b in w.cafe.state.ballots.values() if b.open or w.often(0.1)])
    },
    ties.TalkItOver: lambda w: {"ballot": _tied(w)},
    ties.VoteAgain: lambda w: {"ballot": _tied(w)},
    ties.SettleTie: _settle,
    decisions.RecordDecision: _decide,
    decisions.SayMissing: lambda w: {"step": w.step("dot_voting"), "text": w.text()},
    decisions.TakeMissingBack: lambda w: {"missing": w.one(w.cafe.state.missing), "on": w.often(0.6)},
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
    blueprint.AddExperiment: _add_experiment,
    blueprint.WriteExperiment: _write_experiment,
    blueprint.StartExperiment: lambda w: {"experiment": _experiment(w), "on": w.often(0.7)},
    blueprint.RemoveExperiment: lambda w: {"experiment": _experiment(w), "on": w.often(0.6)},
    blueprint.MoveExperiment: lambda w: {
        "experiment": _experiment(w),
        "before": _experiment(w) if w.often() else None,
    },
    blueprint.WriteContext: lambda w: {
        "text": w.text(),
        "was": w.cafe.state.blueprint.context_version if w.often(0.9) else 7,
    },
    blueprint.IssueBlueprint: lambda w: {
        "words": w.text() if w.often(0.5) else "",
        "was": len(w.cafe.state.blueprint.issued) if w.often(0.9) else 7,
    },
    report.WritePassage: _passage,
    report.AddStatement: lambda w: {"kind": w.chance.choice((*KINDS, *["conclusion"] * 5)), **_statement(w)},
    report.WriteStatement: _rewritten,
    report.MoveStatement: lambda w: {
        "statement": _standing(w),
        "before": None if w.often(0.5) else _standing(w),
    },
    report.RemoveStatement: lambda w: {"statement": _standing(w), "on": w.often(0.6)},
    quotes.CheckQuote: lambda w: {
        **_quote(w),
        "verdict": w.chance.choice(["fine", "vaguer", "vaguer", "open", "out", "in", "passed", "doubted"]),
        "at": w.chance.randint(0, 2),
        "to": w.chance.randint(2, 5),
        "words": w.text(),
    },
    quotes.RedactQuote: lambda w: {**_quote(w), "host": w.person()},
}

FITTING: dict[str, tuple[type[Command], ...]] = {
    "arrival": (arrival.PassCheck, hosting.AskForHelp, steps.Next),
    "presentation": (steps.Next, pictures.ShowPicture),
    "break": (steps.Next, pictures.ShowPicture),
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
        *(themes.MarkDiffering, suggestions.FoundSuggestions, suggestions.FoundSuggestions),
        *(suggestions.AcceptSuggestions, suggestions.PutSuggested, suggestions.DismissSuggestions),
        *(suggestions.RefuseNearness, suggestions.SetLevel),
    ),
    "dot_voting": (
        *[dot_voting.PlaceDots] * 12,
        *(dot_voting.CloseBallot, ties.TalkItOver, ties.TalkItOver, ties.VoteAgain),
        *(ties.VoteAgain, ties.SettleTie),
        *(decisions.RecordDecision, decisions.SayMissing, decisions.TakeMissingBack, steps.Reopen),
    ),
    "priorities": (priorities.PickPriority, priorities.PickPriority, priorities.DropPriority),
    "plenary": (plenary.CallTable, plenary.SkipTable, plenary.SayInChat, plenary.RemoveChat, plenary.React),
    "closing_questions": (
        *(closing_questions.AnswerQuestion, closing_questions.AnswerQuestion),
        *(themes.StartTheme, suggestions.FoundSuggestions),
    ),
    "feedback": (feedback.GiveFeedback, steps.Next),
    "blueprint": (
        *[blueprint.WriteExperiment] * 8,
        *(blueprint.AddExperiment, blueprint.StartExperiment),
        *(blueprint.MoveExperiment, blueprint.RemoveExperiment, blueprint.WriteContext),
        blueprint.IssueBlueprint,
    ),
}
IN_THE_LOBBY = (arrival.PassCheck, steps.EditAgenda)
# What ends things for good must stay rare, or nothing else gets its turn.
SELDOM = (
    *(people.Leave, people.Remove, steps.EditAgenda, people.Join, people.Join, people.Join),
    *(people.SetQuoting, quotes.RedactQuote),
)
MOVES_ON = (steps.Next, steps.Next, steps.EndEarly, steps.Reopen)
WRITES = (
    *(report.WritePassage, report.AddStatement, report.AddStatement, report.WriteStatement),
    *(report.MoveStatement, report.MoveStatement, report.RemoveStatement),
)
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
        dot_voting.CloseBallot,
        ties.TalkItOver,
        ties.VoteAgain,
        ties.SettleTie,
        decisions.RecordDecision,
        blueprint.IssueBlueprint,
    ),
    *(
        people.Remove,
        people.MovePerson,
        people.MakeWish,
        people.DropWish,
        hosting.SayToAll,
        pictures.ShowPicture,
        hosting.TakeDown,
        hosting.AnswerCall,
        hosting.AppointFacilitator,
        themes.OpenNaming,
        *WRITES,
        quotes.CheckQuote,
    ),
)
SERVER_DOES = (
    *(people.Join, people.Return, people.Away, people.ReleaseSeat, steps.FinishClosing),
    suggestions.FoundSuggestions,
    quotes.RedactQuote,
)
NOW_AND_THEN = (*SELDOM, *WRITES, steps.CloseWorkshop, pictures.ShowPicture)
ANYTIME = tuple(kind for kind in MAKERS if kind not in NOW_AND_THEN)


def draw(w: Whims) -> tuple[str | None, type[Command], Fields]:
    """Who gives which command, with which fields."""
    kind = _kind(w)
    hosts = [p.id for p in w.cafe.state.with_role("host")]
    many = hosts if kind in HOSTS_DO and w.often(0.9) and hosts else w.here()
    w.who = None if kind in SERVER_DOES else w.chance.choice(many)
    return w.who, kind, MAKERS[kind](w)


def _kind(w: Whims) -> type[Command]:
    state = w.cafe.state
    step = state.current_step()
    fitting = FITTING.get(step.activity, ()) if step is not None and step.live else IN_THE_LOBBY
    roll = w.chance.random()
    if state.status == "closed" or roll < (0.025 if step is not None and step.live else 0.2):
        after = (*MOVES_ON, *WRITES) if state.status == "closed" else MOVES_ON
        kind: type[Command] = w.chance.choice(after)
    elif roll < 0.04:
        kind = w.chance.choice(SELDOM)
    elif roll < 0.75 and fitting:
        kind = w.chance.choice(fitting)
    else:
        kind = w.chance.choice(ANYTIME if roll < 0.97 else WRITES)
    return (
        steps.CloseWorkshop
        if kind is steps.Next and state.current and state.step_after(state.current) is None
        else kind
    )
