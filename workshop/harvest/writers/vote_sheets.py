"""The sheets about votes, decisions and what was missing."""

from __future__ import annotations

from workshop.harvest.model import Harvest
from workshop.harvest.writers.cells import Rows, joined, yes


def votes(h: Harvest) -> Rows:
    for vote in h.votes:
        for option in vote.options:
            yield {
                "vote": vote.id,
                "title": vote.title,
                "table": vote.table or "",
                "open": yes(vote.open),
                "option": option.label,
                "dots": "" if option.dots is None else option.dots,
                "place": option.place or "",
                "level_with": option.level - 1,
                "stands": option.stands,
                "goes_on": "" if not option.stands else yes(option.goes_on),
                "became": option.became,
                "second_vote": yes(vote.runoff_of is not None),
                "people": "" if vote.voted is None else vote.voted,
                "placed_for": "" if vote.entered is None else vote.entered,
                "allowance": vote.allowance,
                "cap": vote.cap,
                "entries": joined(vote.entries),
            }


def decisions(h: Harvest) -> Rows:
    for decision in h.decisions:
        sorted_out = [("chosen", o) for o in decision.chosen] + [("set aside", o) for o in decision.set_aside]
        for what, option in sorted_out:
            yield {
                "step": decision.step,
                "title": decision.title,
                "table": decision.table or "",
                "what": what,
                "option": option,
                "by": decision.by,
                "why": decision.why,
                "versions": decision.versions,
                "entries": joined(decision.entries),
            }


def missing(h: Harvest) -> Rows:
    for line in h.missing:
        yield {
            "step": line.step,
            "table": line.table or "",
            "text": line.text,
            "entries": joined(line.entries),
        }
