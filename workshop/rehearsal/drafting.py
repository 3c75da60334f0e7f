"""What simulated people do with a blueprint: take up an idea or write one, and fill in what is missing."""

from __future__ import annotations

from typing import Any

from workshop.rehearsal.player import Player

IDEAS = (
    "One afternoon a week without forms",
    "Ring back within a day",
    "A walk instead of a meeting",
    "Two of us know each family",
)
SAID = {
    "barrier": "Forms and meetings take the time for visits",
    "designed_by": "Social workers and parents",
    "owner": "The duty team",
    "first_step": "One team tries it for a month",
    "prediction": "Two more hours a week with families",
    "measures": "Hours with families, counted each Friday",
    "review_on": "2027-03-31",
    "own_power": "yes",
    "possible_now": "yes",
    "no_national_rule": "yes",
}


async def draft(player: Player, step: dict[str, Any], _lines: object) -> None:
    """Add something now and then; fill in what is missing; say that it is being tried."""
    await player.pause(step, 0.3)
    if player.chance.random() < 0.6:
        await _add(player)
    for _ in range(6):
        await player.pause(step, 0.1)
        await _fill_in(player)


async def _add(player: Player) -> None:
    taken = {each["note"] for each in _standing(player)}
    brought = [idea for slot in player.guest.all("hall", "slot") for idea in slot["brings"]]
    free = [idea for idea in brought if idea["note"] not in taken]
    idea = player.chance.choice(free) if free else None
    await player.counts(
        "experiments",
        "experiment.add",
        kind=player.chance.choice(("experiment", "experiment", "small-change")),
        idea=idea["text"][:200] if idea else player.chance.choice(IDEAS),
        note=idea["note"] if idea else None,
    )


def _standing(player: Player) -> list[dict[str, Any]]:
    return [each for each in player.guest.all("hall", "experiment") if not each["removed"]]


async def _fill_in(player: Player) -> None:
    """One field of one experiment. Somebody else may be quicker: then it is refused, and counted."""
    standing = _standing(player)
    if not standing:
        return
    one = player.chance.choice(standing)
    if not one["missing"]:
        await player.try_to("experiment.start", experiment=one["id"], on=True)
        return
    name = player.chance.choice(one["missing"])
    was = one["fields"].get(name, {"version": 0})["version"]
    await player.counts(
        "fields", "experiment.write", experiment=one["id"], field=name, value=SAID[name], was=was
    )


async def issue(player: Player) -> None:
    """The host issues what stands; where nobody has begun, with an experiment of the host's."""
    if not _standing(player):
        await _add(player)
    was = len(player.guest.one("hall", "blueprint")["issued"])
    await player.counts("issued", "blueprint.issue", words="As we left it today.", was=was)
