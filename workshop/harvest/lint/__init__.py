"""What a host should look at before a report is shared: rules that read a harvest, and what they find."""

from workshop.harvest.lint.checks import checks
from workshop.harvest.lint.findings import Finding, Mend
from workshop.harvest.lint.groups import Groups, groups_of

__all__ = ["Finding", "Groups", "Mend", "checks", "groups_of"]
