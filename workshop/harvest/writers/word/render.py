"""A template and its fields become a document: docxtpl, in an environment in which nothing can be called."""

from __future__ import annotations

import io
import re
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from workshop.errors import Invalid
from workshop.harvest.writers.word.finish import finished
from workshop.harvest.writers.word.grammar import FILTERS, TESTS
from workshop.harvest.writers.word.job import Job
from workshop.harvest.writers.word.marks import without
from workshop.harvest.writers.word.reading import invalid

# What docxtpl fills in besides the text; Word takes so many signs.
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
LONGEST_PROPERTY = 255
_PARAGRAPH = re.compile(r"<w:p([ >])")


def environment() -> ImmutableSandboxedEnvironment:
    """Fields, a few filters and tests, and nothing else: no global names, no functions, no way to XML."""
    env = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in FILTERS}
    env.tests = {name: env.tests[name] for name in TESTS}
    return env


class _Template(DocxTemplate):  # type: ignore[misc]
    """Docxtpl mends broken XML by leaving out what it does not understand. Here it is refused instead."""

    def fix_tables(self, xml: str) -> Any:
        try:
            etree.fromstring(xml, parser=etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as wrong:
            raise Invalid(
                "The template's tags do not fit its paragraphs and tables. A tag that repeats or leaves out "
                "whole paragraphs stands alone in a paragraph and begins with {%p, one for rows of a table "
                f"with {{%tr. What begins inside a table ends inside it. (The document says: {wrong.msg})",
                "template",
            ) from None
        return super().fix_tables(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Properties are plain text, and short: not XML, as docxtpl has them."""
        plain_text = environment().overlay(autoescape=False)
        for name in PROPERTIES:
            given = getattr(self.docx.core_properties, name)
            if given:
                words = without(plain_text.from_string(given).render(context))
                setattr(self.docx.core_properties, name, words[:LONGEST_PROPERTY])


def lined(xml: str) -> str:
    """As docxtpl gives it to Jinja: each paragraph on a line of its own."""
    return _PARAGRAPH.sub(r"\n<w:p\1", xml)


def rendered(job: Job) -> bytes:
    """The document. Raises :class:`Invalid` if the template does not work."""
    template = _Template(io.BytesIO(job.template))
    try:
        template.render(job.fields, environment())
    except SecurityError as wrong:
        raise Invalid(
            f"The template tries to run code, which it may not: {wrong.message}", "template"
        ) from None
    except UndefinedError as wrong:
        raise invalid(f"The template uses a field that is not there: {wrong.message}") from None
    except (TemplateError, TypeError, ValueError, ArithmeticError) as wrong:
        raise invalid(f"The template cannot be filled in: {wrong}") from None
    return finished(template.docx, job.pictures, job.title, job.at)
