"""Seats follow from what happens: a round opens, somebody comes late, or somebody comes back."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from workshop.activities.people.messages import PersonBack, PersonJoined, SeatTaken
from workshop.activities.steps.messages import StepOpened, StepReopened
from workshop.activities.story_round.messages import SeatsMade, StoryRound
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.state import Step, Workshop
from workshop.seating.late import Usher
from workshop.seating.model import History, Round, Seating, Sizes, Wishes
from workshop.seating.seat import seat


def seat_for_a_step(state: Workshop, event: Event, moment: Moment) -> Iterator[Event]:
    """A round seats everyone anew. At other tables people stay, and whoever has no seat gets one."""
    assert isinstance(event, StepOpened | StepReopened)
    step = state.steps[event.step]
    if isinstance(event, StepOpened) and isinstance(step.settings, StoryRound):
        yield _new_seats(state, step, step.settings, moment)
    elif state.needs_seats:
        yield from _take_seats(state, [who for who in _here(state, moment) if who not in state.seats], moment)


def _here(state: Workshop, moment: Moment) -> list[str]:
    return [p.id for p in state.people.values() if p.sits and p.id in moment.present]


def _new_seats(state: Workshop, step: Step, settings: StoryRound, moment: Moment) -> SeatsMade:
    """Everyone who is here, from the seating of all earlier rounds."""
    seed = zlib.crc32(f"{state.id}/{step.id}/{step.reopened}".encode())
    made = seat(
        _here(state, moment),
        facilitators=state.leads,
        earlier=_earlier(state, step.id),
        seed=seed,
        mode=settings.seating,
        sizes=_sizes(state),
        wishes=_wishes(state),
        groups={who: person.group for who, person in state.people.items() if person.group},
    )
    return SeatsMade(
        step=step.id,
        tables=made.tables,
        facilitators=_facilitators(state, made),
        seed=seed,
        repeat_meetings=made.repeat_meetings,
        least_possible=made.least_possible,
        unmet=tuple(_in_words(state, made)),
    )


def _earlier(state: Workshop, step_id: str) -> list[Round]:
    """Who sat where in each earlier round, late joiners included."""
    rounds = [step for step in state.steps if step in state.seated and step != step_id]
    return [
        Round({no: tuple(sorted(people)) for (at, no), people in state.sat.items() if at == step})
        for step in rounds
    ]


def _sizes(state: Workshop) -> Sizes:
    people = state.people_settings
    return Sizes(
        size=people.table_size,
        smallest=people.smallest,
        largest=people.largest,
        facilitator_counts=people.facilitator_counts,
    )


def _wishes(state: Workshop) -> Wishes:
    return Wishes(together=_wished(state, "together"), apart=_wished(state, "apart"))


def _wished(state: Workshop, how: Literal["together", "apart"]) -> tuple[frozenset[str], ...]:
    return tuple(wish.people for wish in state.wishes.values() if wish.how == how)


def _facilitators(state: Workshop, made: Seating) -> dict[int, str]:
    return {no: person for person, no in state.leads.items() if person in made.tables.get(no, ())}


def _in_words(state: Workshop, made: Seating) -> Iterator[str]:
    """What the seating could not do, for the hosts. Names are not for the ledger: people are their ids."""
    for unmet in made.unmet:
        yield unmet.why
    if made.without_facilitator and state.leads:
        yield f"No facilitator is left for {_tables(made.without_facilitator)}."
    if made.spare:
        yield f"Facilitators without a table, free to help: {len(made.spare)}."
    if made.alone:
        yield f"Somebody sits alone at {_tables(made.alone)}."
    if made.returns:
        yield f"People who sit at a table where they sat before: {made.returns}."


def _tables(numbers: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, numbers))
    return f"table {listed}" if len(numbers) == 1 else f"tables {listed}"


def seat_who_comes(state: Workshop, event: Event, moment: Moment) -> Iterator[Event]:
    """Somebody who is connected, and has no seat, while people sit at tables.

    Whoever joins is not connected yet: they come when their browser does. A facilitator who joins is given
    a table to lead, and sits there.
    """
    assert isinstance(event, PersonJoined | PersonBack)
    person = state.people[event.person]
    here = person.sits and person.id in moment.present
    joins_to_lead = isinstance(event, PersonJoined) and person.leads
    if state.needs_seats and here and person.id not in state.seats and not joins_to_lead:
        yield from _take_seats(state, [person.id], moment)


def _take_seats(state: Workshop, people: Iterable[str], moment: Moment) -> Iterator[Event]:
    """One after the other to the best table with room; facilitators to the table they lead."""
    tables = _tables_now(state, moment)
    earlier = History.of(_earlier(state, state.round_step or ""))
    usher = Usher(state.leads, earlier, _wishes(state), _sizes(state))
    for who in people:
        table = state.leads.get(who) or _own_again(state, usher, who, tables)
        table = table or usher.best_table([who], tables)
        there = tables.setdefault(table, [])
        there += [] if who in there else [who]
        yield SeatTaken(person=who, table=table, why="back" if state.places.get(who) else "late")


def _tables_now(state: Workshop, moment: Moment) -> dict[int, list[str]]:
    """Who is at which table. Facilitators without a seat wait at the table that is theirs."""
    waiting = {no: [who] for who, no in state.leads.items() if who in moment.present}
    return waiting | {no: there for no in state.tables if (there := state.at_table(no))}


def _own_again(state: Workshop, usher: Usher, who: str, tables: Mapping[int, list[str]]) -> int | None:
    """Somebody who sat in this round before goes back there, if anybody is there and there is room."""
    before = [no for step, no in state.places.get(who, ()) if step == state.round_step]
    there = tables.get(before[-1], []) if before else []
    free = usher.heads(there) < usher.sizes.high and not usher.clash([who], there)
    return before[-1] if there and free else None


def lead_sits_down(state: Workshop, event: Event, moment: Moment) -> Iterator[Event]:
    """A facilitator whose table stood empty sits down with whoever comes to it."""
    assert isinstance(event, SeatTaken)
    lead = state.tables[event.table].facilitator
    if lead is not None and lead in moment.present and lead not in state.seats:
        yield SeatTaken(person=lead, table=event.table)


AFTER = {
    StepOpened: seat_for_a_step,
    StepReopened: seat_for_a_step,
    PersonJoined: seat_who_comes,
    PersonBack: seat_who_comes,
    SeatTaken: lead_sits_down,
}
