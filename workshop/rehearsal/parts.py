"""What simulated people do in each kind of step."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from workshop.rehearsal.drafting import draft
from workshop.rehearsal.grouping import group
from workshop.rehearsal.guest import Guest
from workshop.rehearsal.notes import Line, invented
from workshop.rehearsal.player import Player

REACTIONS = ("thanks", "same", "more", "help")
CHAT = (
    ("comment", "We tried something like this in our team."),
    ("question", "Who would cover duty on those days?"),
    ("reaction", "That gives me hope."),
)


async def play(player: Player, step: dict[str, Any], lines: Sequence[list[Line]]) -> None:
    """Take part in one step. ``lines``: for each of its places, what this person is to say there."""
    part = PARTS.get(step["settings"]["activity"])
    if part is not None:
        await player.guest.until(lambda: (player.guest.step or {}).get("id") == step["id"])
        await part(player, step, lines)


async def arrive(player: Player, step: dict[str, Any], _lines: Sequence[list[Line]]) -> None:
    for check in ("note", "move", "dot"):
        await player.pause(step, 0.2)
        await player.guest.send("arrival.check", check=check)


async def tell(player: Player, step: dict[str, Any], lines: Sequence[list[Line]]) -> None:
    """A round: bring something, write notes, mend one, build on others'; a facilitator highlights."""
    guest = player.guest
    await guest.until(
        lambda: guest.table is not None and guest.one(guest.table, "table")["round"] == step["id"]
    )
    mine = lines[0] if lines else _invent(player, step)
    await _bring(player, step)
    for line in mine:
        await player.pause(step, 0.8 / max(1, len(mine)))
        await _write(player, step, line.kind, line.text)
        if player.chance.random() < 0.05:
            await guest.stumble()
    if player.leads:
        await _highlight(player)
        await _name_speaker(player)


def _invent(player: Player, step: dict[str, Any]) -> list[Line]:
    kinds = step["settings"]["note_kinds"]
    return [
        Line(step="", kind=player.chance.choice(kinds), text=invented(player.chance))
        for _ in range(player.chance.randint(1, 4))
    ]


async def _write(player: Player, step: dict[str, Any], kind: str, text: str) -> None:
    """Lay a note on the table; now and then with a slip that is mended at once, or on another's."""
    slip = player.chance.random() < 0.1
    note = await player.guest.send(
        "note.add",
        step=step["id"],
        kind=kind,
        text=f"{text} –" if slip else text,
        anonymous=player.chance.random() < 0.1,
        builds_on=_another(player, step) if player.chance.random() < 0.2 else [],
    )
    if slip:
        await player.guest.send("note.edit", note=note, text=text, kind=kind)
    player.written[note] = text


def _another(player: Player, step: dict[str, Any]) -> list[str]:
    guest = player.guest
    lying = [n["id"] for n in guest.all(guest.table or "", "note") if n["step"] == step["id"]]
    return [player.chance.choice(lying)] if lying else []


# An idea that came here from elsewhere need not tell of its whole journey.
BROUGHT = re.compile(r"^From table \d+: ")


async def _bring(player: Player, step: dict[str, Any]) -> None:
    """Bring an idea from an earlier table, said anew."""
    seen = player.guest.all(player.guest.own, "past")
    if step["settings"]["bring_in"] and seen and player.chance.random() < 0.3:
        idea, kind = player.chance.choice(seen), player.chance.choice(step["settings"]["note_kinds"])
        text = f"From table {idea['table']}: {BROUGHT.sub('', idea['text'])}"[:400].strip()
        note = await player.try_to("note.add", step=step["id"], kind=kind, text=text, brings=idea["id"])
        if note is not None:
            player.written[note] = text


async def _highlight(player: Player) -> None:
    lying = player.guest.all(player.guest.table or "", "note")
    for note in player.chance.sample(lying, min(2, len(lying))):
        await player.try_to("note.highlight", note=note["id"], on=True)


async def _name_speaker(player: Player) -> None:
    guest = player.guest
    table = guest.one(guest.table or "", "table")
    others = [seat["person"] for seat in table["seats"] if not seat["leads"]]
    if others:
        await player.try_to("table.spokesperson", table=table["no"], person=player.chance.choice(others))


async def vote(player: Player, step: dict[str, Any], _lines: Sequence[list[Line]]) -> None:
    """Place dots; one in five changes their mind."""
    ballot = _ballot(player.guest, step["id"])
    if ballot is not None:
        await place(player, step, ballot)


async def vote_again(player: Player, step: dict[str, Any], ballot_id: str) -> None:
    """Once more, among what is level."""
    await player.guest.until(lambda: (_ballot(player.guest, step["id"]) or {}).get("id") == ballot_id)
    await place(player, step, _ballot(player.guest, step["id"]))


async def place(player: Player, step: dict[str, Any], ballot: dict[str, Any]) -> None:
    if player.leads and ballot["voters"] == "participants":
        return
    for _ in range(2 if player.chance.random() < 0.2 else 1):
        await player.pause(step, 0.4)
        dots = _dots(player.chance, ballot)
        await player.guest.send("dots.place", ballot=ballot["id"], dots=dots)
        player.paper[ballot["id"]] = dots


def _ballot(guest: Guest, step_id: str) -> Any:
    found = guest.all("hall", "ballot") + guest.all(guest.table or "", "ballot")
    return next((b for b in found if b["step"] == step_id and b["open"]), None)


def _dots(chance: random.Random, ballot: dict[str, Any]) -> dict[str, int]:
    dots: Counter[str] = Counter()
    places = [option["id"] for option in ballot["options"] for _ in range(ballot["cap"])]
    dots.update(chance.sample(places, min(ballot["allowance"], len(places))))
    return dict(dots)


async def choose(player: Player, step: dict[str, Any], _lines: Sequence[list[Line]]) -> None:
    """The facilitator marks what the table brings to everyone."""
    guest = player.guest
    if not player.leads or guest.table is None:
        return
    await player.pause(step, 0.5)
    lying = [n for n in guest.all(guest.table, "note") if not n["earlier"]]
    for note in player.chance.sample(lying, min(step["settings"]["most"], len(lying))):
        await player.try_to("priority.pick", note=note["id"], why="The table thinks this could change most.")
    await _name_speaker(player)


async def listen(player: Player, step: dict[str, Any], _lines: Sequence[list[Line]]) -> None:
    """In the plenary: react to a table, and say something in the chat."""
    slots = [slot for slot in player.guest.all("hall", "slot") if slot["step"] == step["id"]]
    await player.pause(step, 0.5)
    if slots and player.chance.random() < 0.6:
        table, reaction = player.chance.choice(slots)["table"], player.chance.choice(REACTIONS)
        await player.try_to("plenary.react", step=step["id"], table=table, reaction=reaction, on=True)
    if player.chance.random() < 0.3:
        kind, text = player.chance.choice(CHAT)
        await player.try_to("chat.say", step=step["id"], kind=kind, text=text)


async def answer(player: Player, step: dict[str, Any], lines: Sequence[list[Line]]) -> None:
    for no in range(len(step["settings"]["questions"])):
        await player.pause(step, 0.3)
        text = "\n\n".join(line.text for line in lines[no]) if lines else _maybe(player)
        if text:
            await player.guest.send("question.answer", step=step["id"], question=no, text=text)
            player.answered[step["id"], no] = text


def _maybe(player: Player) -> str:
    return invented(player.chance) if player.chance.random() < 0.5 else ""


async def thank(player: Player, step: dict[str, Any], lines: Sequence[list[Line]]) -> None:
    text = "\n".join(line.text for line in lines[0]) if lines else ""
    if text or player.chance.random() < 0.6:
        rating = player.chance.choice((3, 4, 4, 5, 5))
        await player.guest.send("feedback.give", step=step["id"], text=text, rating=rating)


PARTS: dict[str, Callable[[Player, dict[str, Any], Sequence[list[Line]]], Awaitable[None]]] = {
    "arrival": arrive,
    "story_round": tell,
    "themes": group,
    "dot_voting": vote,
    "priorities": choose,
    "plenary": listen,
    "closing_questions": answer,
    "feedback": thank,
    "blueprint": draft,
}
