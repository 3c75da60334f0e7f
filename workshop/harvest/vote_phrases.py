"""What documents say of votes and decisions. Equal is said to be equal, and dots to be a guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workshop.core.afterwards import Became
from workshop.core.state import Workshop
from workshop.core.votes import Ballot, Decision, Settled, Standing, standing
from workshop.harvest.model import DecisionLine, OptionLine, VoteLine
from workshop.harvest.words import count, listed, short

RULE = (
    "Dots stay with a theme as it stood when people voted. The dots of themes that were put together later "
    "are not added up, because one person may have placed dots on both; what was split off later has none."
)


def verdict(options: Sequence[OptionLine], is_open: bool) -> str:
    if is_open:
        return "This vote is still on. Its result shows when it closes."
    total = sum(option.dots or 0 for option in options)
    if not total:
        return "Nobody placed a dot."
    top = [option for option in options if option.place == 1]
    most = count(top[0].dots or 0, "dot")
    if len(top) == 1:
        return f"“{short(top[0].label)}” has the most: {most} of {total}."
    if len(top) == len(options):
        return f"All {len(top)} are level, with {most} each."
    if len(top) > 3:
        return f"{len(top)} are level with the most, {most} each."
    return f"{listed([f'“{short(o.label)}”' for o in top])} are level with the most, {most} each."


def settled_words(
    ballot: Ballot, runoff: Ballot | None, by_dots: Standing, names: Mapping[str, str]
) -> Iterator[str]:
    """How a tie at the line ended, sentence by sentence; nothing where there was none."""
    if not by_dots.level or ballot.runoff_of is not None:
        return
    level = len(by_dots.level)
    yield f"{_named(by_dots.level, names)} were level for {_places(by_dots.places)}."
    if runoff is not None and not runoff.open:
        yield f"People voted once more on {'these two' if level == 2 else f'these {level}'}."
        again = standing(runoff.tally(), runoff.take, without_dots=True)
        if again.ahead:
            yield f"The second vote put {_named(again.ahead, names)} ahead."
        if again.level:
            yield f"{_named(again.level, names)} stayed level for {_places(again.places)}."
        elif not ballot.settled:
            return
    yield _settled(ballot.settled, names) if ballot.settled else "Nobody has settled this yet."


def _settled(settled: Settled, names: Mapping[str, str]) -> str:
    on = _named(settled.options, names)
    match settled.how:
        case "lot":
            return f"A lot was drawn for {on}. Why: {settled.why} (seed {settled.seed})"
        case "all":
            return f"All of them go on: {on}. Why: {settled.why}"
        case "chosen":
            go = "goes" if len(settled.options) == 1 else "go"
            return f"{on} {go} on. Decided by: {settled.decided_by}. Why: {settled.why}"


def _named(options: Sequence[str], names: Mapping[str, str]) -> str:
    return listed(sorted((f"“{short(names.get(o, ''))}”" for o in options), key=str.casefold))


def _places(n: int) -> str:
    return "one place" if n == 1 else f"{n} places"


def became_words(state: Workshop, now: Became | None) -> str:
    """What happened to a theme after people had voted on it; nothing for one that stands as it did."""
    if now is None:
        return ""
    said = []
    if now.into is not None:
        said.append(f"Later put together with {_theme(state, now.into)}.")
    if now.parts:
        parts = listed([_theme(state, part) for part in now.parts])
        said.append(f"Later split: {parts} came out of it.")
    if now.gone:
        said.append("Later taken apart: its notes were moved out.")
    return " ".join(said)


def _theme(state: Workshop, theme: str) -> str:
    name = state.themes[theme].name
    return f"“{name}”" if name else "a theme without a name"


def decider_words(decision: Decision) -> str:
    """Who decided."""
    if decision.decided_by == "someone":
        return decision.decider
    if decision.decided_by == "table" and decision.table is not None:
        return f"table {decision.table}"
    return {"table": "the tables", "hall": "everyone together", "hosts": "the hosts"}[decision.decided_by]


def ballot_words(vote: VoteLine) -> str:
    """The rules of one vote, who could vote, and how many took part."""
    who = "Everyone, facilitators and hosts too," if vote.voters == "everyone" else "Each participant"
    rules = f"{who} had {count(vote.allowance, 'dot')}, at most {vote.cap} for one choice."
    if vote.voters == "participants":
        rules += " Facilitators and hosts did not vote."
    if vote.open:
        return rules
    if not vote.voted:
        return rules
    people = count(vote.voted, "person", "people")
    placed = f"{people} placed {count(vote.dots or 0, 'dot')}, and each has a receipt."
    if vote.entered:
        placed += f" For {vote.entered} of them a facilitator placed the dots."
    return f"{rules} {placed}"


def vote_title(vote: VoteLine) -> str:
    """The step it belongs to, its table, and whether it was the second vote."""
    where = f", table {vote.table}" if vote.table is not None else ""
    return f"{vote.title}{where}{', the second vote' if vote.runoff_of else ''}"


def standing_words(option: OptionLine) -> str:
    """Whether an option goes on, in one or two words."""
    if not option.stands:
        return ""
    if option.goes_on:
        return "goes on"
    return "was level at the line" if option.stands == "level" else "stays on record"


def changed_since(vote: VoteLine) -> bool:
    return any(option.became for option in vote.options)


def decision_title(decision: DecisionLine) -> str:
    where = f", table {decision.table}" if decision.table is not None else ""
    return f"{decision.title}{where}"


def decision_remark(decision: DecisionLine) -> str:
    """That it was changed, if it was."""
    times = decision.versions - 1
    return f"It was changed {'once' if times == 1 else f'{times} times'}." if times else ""
