"""All rules, and what they find, in an order that says what to look at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workshop.harvest.lint.coverage import COVERAGE
from workshop.harvest.lint.experiments import EXPERIMENTS
from workshop.harvest.lint.findings import Finding
from workshop.harvest.lint.groups import Groups, group_not_reflected
from workshop.harvest.lint.headings import HEADINGS
from workshop.harvest.lint.ideas import IDEAS
from workshop.harvest.lint.prompts import PROMPTS
from workshop.harvest.lint.quotes import QUOTES
from workshop.harvest.lint.sections import SECTIONS
from workshop.harvest.lint.statements import STATEMENTS
from workshop.harvest.lint.terms import TERMS
from workshop.harvest.lint.themes import THEMES
from workshop.harvest.model import Harvest

# What hosts write after the close as well.
STILL_OPEN = ("blueprint", "report")
Rule = Callable[[Harvest], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    *(*SECTIONS, *STATEMENTS, *THEMES, *HEADINGS, *IDEAS),
    *(*EXPERIMENTS, *QUOTES, *TERMS, *PROMPTS),
)


def checks(harvest: Harvest, groups: Groups = ()) -> tuple[Finding, ...]:
    """What a host should look at before the report is shared: first what must be looked at.

    ``groups``: from :func:`~workshop.harvest.lint.groups.groups_of`; the harvest itself knows nobody's group.
    When the café has closed, findings say only places where something can still be mended.
    """
    found = [finding for rule in COVERAGE for finding in sorted(rule(harvest))]
    found += sorted(group_not_reflected(harvest, groups))
    found += [finding for rule in RULES for finding in sorted(rule(harvest))]
    ordered = sorted(found, key=lambda finding: finding.weight != "must")
    return tuple(_after_the_close(finding) if harvest.closed else finding for finding in ordered)


def _after_the_close(finding: Finding) -> Finding:
    return finding._replace(mend=tuple(mend for mend in finding.mend if mend.where in STILL_OPEN))
