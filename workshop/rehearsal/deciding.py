"""How a simulated vote ends: ties are talked over, voted on again and settled, and then somebody decides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from workshop.rehearsal.player import Player

Doc = dict[str, Any]
# Has those who may vote on this ballot vote on it.
Vote = Callable[[str], Awaitable[None]]
MISSES = 0.05


async def decide(keeper: Player, step: Doc, stream: str, vote: Vote) -> None:
    """Close the vote that this stream shows, settle what is level, and write down what follows."""
    guest = keeper.guest
    first = next((b for b in guest.all(stream, "ballot") if b["step"] == step["id"]), None)
    if first is None:
        return

    def now(ballot: str) -> Doc:
        return guest.one(stream, f"ballot/{ballot}") or {"open": True}

    async def close(ballot: str) -> None:
        await guest.send("ballot.close", ballot=ballot)
        await guest.until(lambda: not now(ballot)["open"])

    await close(first["id"])
    if now(first["id"])["outcome"]["tied"]:
        await guest.send("tie.talk", ballot=first["id"], minutes=1)
        await guest.send("tie.vote-again", ballot=first["id"])
        await guest.until(lambda: now(first["id"])["outcome"]["runoff"] is not None)
        runoff = now(first["id"])["outcome"]["runoff"]
        await vote(runoff)
        await close(runoff)
        await _settle(keeper, now(first["id"]))
        await guest.until(lambda: not now(first["id"])["outcome"]["tied"])
    await _record(keeper, step, now(first["id"]))


async def _settle(keeper: Player, ballot: Doc) -> None:
    """What is level after a second vote: somebody chooses, or a lot does."""
    tied, left = ballot["outcome"]["tied"], ballot["outcome"]["left"]
    keeper.deeds["ties"] += 1
    if not tied:
        return
    how = keeper.chance.choice(("chosen", "lot", "all"))
    fields = {"options": tied[:left], "decided_by": "the facilitator"} if how == "chosen" else {}
    why = "We talked, voted again, and still valued them alike."
    await keeper.guest.send("tie.settle", ballot=ballot["id"], how=how, why=why, **fields)


async def _record(keeper: Player, step: Doc, ballot: Doc) -> None:
    """What goes on; without a line, what most dots say. The rest is set aside, and stays on record."""
    dots = ballot["result"]
    most = max(dots.values(), default=0)
    chosen = ballot["outcome"]["goes_on"] or [option for option, n in dots.items() if n == most > 0]
    await keeper.guest.send(
        "decision.record",
        step=step["id"],
        ballot=ballot["id"],
        chosen=chosen,
        set_aside=[option for option in dots if option not in chosen],
        why="The dots and what was said at the tables point the same way.",
        decided_by="hosts" if ballot["table"] is None else "table",
    )
    keeper.decided.add(ballot["id"])


async def miss(player: Player, step: Doc) -> None:
    """Now and then somebody finds that something is not there."""
    if player.chance.random() < MISSES:
        await player.counts("missing", "missing.say", step=step["id"], text="Time to think before we act.")
