"""Whole days in a café of invented people, kept in a real ledger."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import reject

from tests.rules.cast import NOON, Cafe, story
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.dot_voting.messages import DotVoting, PlaceDots
from workshop.activities.feedback.messages import FeedbackStep, GiveFeedback
from workshop.activities.hosting.messages import NameSpokesperson
from workshop.activities.notes.messages import AddNote, DeleteNote, EditNote, HighlightNote
from workshop.activities.pause.messages import Break
from workshop.activities.plenary.messages import CallTable, Plenary, React, RemoveChat, SayInChat
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import (
    MarkSingleVoice,
    MergeThemes,
    NameTheme,
    StartTheme,
    Themes,
    ThemeStarted,
)
from workshop.core.messages import Private, type_of
from workshop.errors import Refused
from workshop.harvest import Harvest, harvest_of
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry, Listing, Record

CODE = "ABCD"


def entries(cafe: Cafe) -> list[Entry]:
    """The café's facts as a ledger keeps them."""
    kept = [each for each in cafe.ledger if not isinstance(each[0], Private)]
    return [
        Entry(
            n=n,
            at=at,
            by=by,
            command=cafe.new_id(),
            type=type_of(type(event)),
            body=msgspec.json.encode(event).decode(),
            streams={},
        )
        for n, (event, at, by) in enumerate(kept, 1)
    ]


def harvest(cafe: Cafe) -> Harvest:
    return harvest_of("w1", entries(cafe))


def listing(cafe: Cafe) -> Listing:
    return Listing(
        id="w1",
        code=CODE,
        title=cafe.state.title,
        status=cafe.state.status,
        practice=False,
        created_at=NOON,
        updated_at=cafe.at,
    )


def put(cafe: Cafe, ledger: Ledger) -> None:
    names = {person.id: person.name for person in cafe.state.people.values()}
    ledger.append(Record(workshop_id="w1", listing=listing(cafe), entries=entries(cafe), names=names))


def keep(cafe: Cafe, folder: Path) -> Ledger:
    """The café in a database of its own."""
    ledger = Ledger(open_database(f"sqlite:///{folder / 'cafe.sqlite3'}"))
    put(cafe, ledger)
    return ledger


def entry_of(cafe: Cafe, kind: type[Any], **fields: Any) -> Entry:
    """The entry of this event type with these values."""
    found = []
    for entry in entries(cafe):
        body = msgspec.json.decode(entry.body)
        if entry.type == type_of(kind) and all(body.get(k) == v for k, v in fields.items()):
            found.append(entry)
    assert len(found) == 1, f"{len(found)} entries of {kind.__name__}"
    return found[0]


def with_one_note(text: str) -> Harvest:
    """A round with this one note. A text that no browser may send is no example."""
    cafe = Cafe.at_two_tables(story())
    try:
        cafe.do("Ann", AddNote, step="s1", kind="helped", text=text)
    except Refused:
        reject()
    return harvest(cafe)


class Day:
    """A day with everything in it. Notes are known by short names: ``ids["queue"]``.

    All but the ``silent`` agree to be quoted.
    """

    def __init__(self, silent: Container[str] = ()) -> None:
        self.cafe = Cafe.at_two_tables(
            story("Our stories"),
            Break(title="Tea", minutes=5),
            story("What could change it", note_kinds=["solution", "problem"], seating="stay"),
            Priorities(title="Our strongest ideas", minutes=10),
            Themes(title="What belongs together", minutes=8, names="any_time"),
            DotVoting(title="What matters most", minutes=4, prompt="Which matter most?", dots=2),
            Plenary(title="Hearing each table", minutes=20),
            ClosingQuestions(title="Alone", minutes=5, questions=["What now?", "Who else?"]),
            FeedbackStep(title="How was it", minutes=5, prompt="What was good?"),
            silent=silent,
        )
        self.ids: dict[str, str] = {}

    def note(self, name: str, who: str, text: str, **fields: Any) -> str:
        self.ids[name] = self.cafe.note(who, text, **fields)
        return self.ids[name]

    def theme(self, name: str, *notes: str, called: str = "", statement: str = "") -> str:
        wall = self.cafe.state.current
        started = self.cafe.do("Ann", StartTheme, step=wall, notes=[self.ids[n] for n in notes])[0]
        assert isinstance(started, ThemeStarted)
        self.ids[name] = started.theme
        if called:
            self.cafe.do("Bob", NameTheme, theme=started.theme, name=called, statement=statement)
        return started.theme

    def stories(self) -> None:
        cafe = self.cafe
        self.note("forms", "Ann", "Forms eat the evenings.", kind="hindered")
        self.note("queue", "Bob", "Families wait for months.", kind="hindered")
        self.note("neighbour", "Cleo", "A neighbour who stayed.", kind="helped")
        self.note("screens", "Dan", "More screen than people.", kind="hindered", anonymous=True)
        self.note("gone", "Dan", "Words that were taken back.", kind="helped")
        cafe.do("Bob", EditNote, note=self.ids["queue"], text="Families wait for a year.", kind="hindered")
        cafe.do("Fay", HighlightNote, note=self.ids["forms"], on=True)
        cafe.do("Dan", DeleteNote, note=self.ids["gone"])
        cafe.wait(20 * 60)

    def ideas(self) -> None:
        cafe = self.cafe
        cafe.go_to("What could change it")
        forms = self.ids["forms"]
        self.note("thursdays", "Ann", "Thursdays without forms.", kind="solution", builds_on=[forms])
        self.note("list", "Bob", "One list for all who wait.", kind="solution")
        self.note("tea", "Cleo", "Tea with the neighbours.", kind="solution", brings=self.ids["neighbour"])
        cafe.go_to("Our strongest ideas")
        cafe.do("Fay", PickPriority, note=self.ids["thursdays"], why="It costs nothing.")
        cafe.do("Flo", PickPriority, note=self.ids["tea"])

    def grouping(self) -> None:
        cafe = self.cafe
        cafe.go_to("What belongs together")
        self.theme("time", "forms", "screens", "thursdays", called="Time", statement="Forms take the time.")
        self.theme("waiting", "queue", called="Waiting")
        self.theme("near", "neighbour", called="Close by")
        self.theme("lists", "list")
        cafe.do("Ann", MergeThemes, theme=self.ids["lists"], into=self.ids["waiting"])
        cafe.do("Ann", MarkSingleVoice, theme=self.ids["near"], on=True)

    def voting(self) -> None:
        cafe = self.cafe
        ballot = cafe.go_to("What matters most")
        time, waiting = self.ids["time"], self.ids["waiting"]
        for who, dots in (("Ann", {time: 1, waiting: 1}), ("Bob", {waiting: 1}), ("Cleo", {time: 1})):
            cafe.do(who, PlaceDots, ballot=ballot, dots=dots)

    def hearing(self) -> None:
        cafe = self.cafe
        step = cafe.go_to("Hearing each table")
        cafe.do("Fay", NameSpokesperson, table=1, person="ann")
        cafe.do("Hal", CallTable, step=step, table=1)
        cafe.do("Cleo", React, step=step, table=1, reaction="same", on=True)
        cafe.wait(90)
        cafe.do("Hal", CallTable, step=step, table=2)
        cafe.wait(60)
        self.ids["said"] = self.say("Cleo", "comment", "We do this already.")
        self.ids["asked"] = self.say("Dan", "question", "Who pays for it?", anonymous=True)
        removed = self.say("Bob", "comment", "A line nobody should read.")
        cafe.do("Hal", RemoveChat, chat=removed)

    def say(self, who: str, kind: str, text: str, anonymous: bool = False) -> str:
        step = self.cafe.state.current
        said = self.cafe.do(who, SayInChat, step=step, kind=kind, text=text, anonymous=anonymous)
        return str(getattr(said[0], "chat"))  # noqa: B009

    def alone(self) -> None:
        cafe = self.cafe
        step = cafe.go_to("Alone")
        for who, question, text in (
            ("Ann", 0, "Ask the families."),
            ("Bob", 0, "Start on Monday."),
            ("Ann", 1, "The school."),
        ):
            cafe.do(who, AnswerQuestion, step=step, question=question, text=text)
        step = cafe.go_to("How was it")
        cafe.do("Ann", GiveFeedback, step=step, text="Good to be heard.", rating=5)
        cafe.do("Bob", GiveFeedback, step=step, rating=2)

    def whole(self) -> Cafe:
        """The day, from the first round to the close."""
        for part in (self.stories, self.ideas, self.grouping, self.voting, self.hearing, self.alone):
            part()
        self.cafe.wait(120)
        self.cafe.close()
        return self.cafe
