"""What hosts see above their report: the findings of its checks, with links to look and to mend."""

from __future__ import annotations

from typing import NamedTuple

from workshop.harvest import Harvest
from workshop.harvest.links import LABEL, Link, links
from workshop.harvest.lint import Finding, Groups, Mend, checks, groups_of
from workshop.harvest.words import short
from workshop.web.kit import services

# So many lines are linked at once; the others wait in a fold.
SHOWN = 3


class Way(NamedTuple):
    """A link, to look or to mend."""

    words: str
    address: str


class Remark(NamedTuple):
    """One finding as a host reads it. ``rest``: lines it is about, beyond the first few."""

    text: str
    look: list[Way]
    rest: list[Way]
    mend: list[Way]


class Panel(NamedTuple):
    """``written``: whether there is anything to check yet."""

    must: list[Remark]
    may: list[Remark]
    written: bool
    desk: str
    check: str


def panel_of(harvest: Harvest) -> Panel:
    """Asks the café for its groups: the harvest does not know them."""
    groups = services().conductor.ask(harvest.workshop, lambda hall: groups_of(hall.state))
    return panel(harvest, groups)


def panel(harvest: Harvest, groups: Groups) -> Panel:
    places = _places(harvest)
    remarks = [(each.weight, _remark(harvest.code, each, places)) for each in checks(harvest, groups)]
    return Panel(
        must=[remark for weight, remark in remarks if weight == "must"],
        may=[remark for weight, remark in remarks if weight == "may"],
        written=bool(harvest.rounds),
        desk=f"/w/{harvest.code}/host#desk",
        check=f"/w/{harvest.code}/host#check",
    )


def _places(harvest: Harvest) -> dict[str, Way]:
    """Where each line stands in the report or the blueprint, and what to call it there."""
    found = {anchor: Way(to.words, _place(harvest, to)) for anchor, to in links(harvest).lines.items()}
    for said in harvest.in_short[:1]:
        found[said.anchor] = Way("The beginning of the report", "#in-short")
    for step in harvest.steps:
        found[step.anchor] = Way(f"The step “{step.title}”", f"#{step.anchor}")
    for wall in harvest.walls:
        loose = Way("The notes in no theme", f"#from-{wall.anchor}")
        found[wall.anchor] = loose if wall.not_grouped else Way(f"The themes of “{wall.title}”", "#themes")
    for idea in harvest.priorities:
        words = f"Idea of table {idea.table}: “{short(idea.text, LABEL)}”"
        found[idea.anchor] = Way(words, f"#{idea.anchor}")
    return found


def _place(harvest: Harvest, to: Link) -> str:
    return f"#{to.anchor}" if to.document == "report" else f"/w/{harvest.code}/blueprint#{to.anchor}"


def _remark(code: str, finding: Finding, places: dict[str, Way]) -> Remark:
    ways = [places[anchor] for anchor in finding.anchors]
    return Remark(
        text=finding.text,
        look=ways[:SHOWN],
        rest=ways[SHOWN:],
        mend=[Way(mend.words, _address(code, mend)) for mend in finding.mend],
    )


def _address(code: str, mend: Mend) -> str:
    """A place of the host's console, which keeps its page behind the ``#``."""
    page = f"board/{mend.at}" if mend.where == "board" else mend.where
    return f"/w/{code}/host#{page}"
