"""The report and the blueprint as single files: Markdown, and HTML that needs nothing else."""

from __future__ import annotations

import re

from workshop.harvest.model import Harvest
from workshop.harvest.writers.jinja import html_environment, markdown_environment, values

_EMPTY_LINES = re.compile(r"\n{3,}")


def report_html(harvest: Harvest, blueprint: str = "blueprint.html") -> str:
    """The report in one file; ``blueprint`` is where its links to experiments lead."""
    return _html(harvest, "Report", "documents/report-body.html", blueprint=blueprint)


def blueprint_html(harvest: Harvest, report: str = "report.html") -> str:
    return _html(harvest, "Blueprint", "documents/blueprint-body.html", report=report)


def report_markdown(harvest: Harvest) -> str:
    return _markdown(harvest, "documents/report.md")


def blueprint_markdown(harvest: Harvest) -> str:
    return _markdown(harvest, "documents/blueprint.md")


def _html(harvest: Harvest, title: str, body: str, **where: str) -> str:
    template = html_environment().get_template("documents/paper.html")
    return template.render(values(harvest), title=title, body=body, **where)


def _markdown(harvest: Harvest, name: str) -> str:
    text = markdown_environment().get_template(name).render(values(harvest))
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"
