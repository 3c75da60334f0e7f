"""What a template may say: fields that exist, conditions, loops, and a few filters. Nothing is ever called.

Jinja's own sandbox stops what is known to be dangerous. Here only what a report needs is let through, before
anything of the template runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes

from workshop.harvest.words import listed
from workshop.harvest.writers.word.reading import Reader, Source, invalid, near
from workshop.harvest.writers.word.sections import Fields

FILTERS = (
    "capitalize",
    "count",
    "d",
    "default",
    "e",
    "first",
    "int",
    "join",
    "last",
    "length",
    "lower",
    "replace",
    "title",
    "trim",
    "upper",
)
TESTS = (
    "defined",
    "divisibleby",
    "even",
    "none",
    "odd",
    "undefined",
    "==",
    "eq",
    "!=",
    "ne",
    "<",
    "lt",
    "<=",
    "le",
    ">",
    "gt",
    ">=",
    "ge",
    "in",
)
NEEDED = ("title", "themes")
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.For,
    nodes.If,
    nodes.Assign,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
)
# What the words of a template are, by the kind of what Jinja made of them.
_CALLED = {
    nodes.Call: "calls a function",
    nodes.Import: "imports another file",
    nodes.FromImport: "imports another file",
    nodes.Include: "includes another file",
    nodes.Extends: "extends another file",
    nodes.Macro: "defines a macro",
    nodes.Mul: "multiplies",
    nodes.Pow: "multiplies",
    nodes.Mod: "calculates",
}


def check_grammar(sources: Iterable[Source], env: Environment) -> None:
    """Raises :class:`Invalid` with the first thing that is wrong, and where."""
    used: set[str] = set()
    for source in sources:
        tree = _parsed(source, env)
        for node in tree.find_all(nodes.Node):
            _check_node(node, source)
        Reader(source, used).read(tree.body, dict(get_type_hints(Fields)))
    missing = [name for name in NEEDED if name not in used]
    if missing:
        raise invalid(
            f"The template does not use {listed([f'“{name}”' for name in missing])}. A report needs its "
            "title and its themes. The fields and an example are in docs/word-templates.md."
        )


def _parsed(source: Source, env: Environment) -> nodes.Template:
    try:
        return env.parse(source.text)
    except TemplateSyntaxError as wrong:
        where = source.paragraph(wrong.lineno)
        raise invalid(
            f"A tag of the template cannot be read, {where}: {str(wrong.message).rstrip('.')}. Each {{{{ has "
            "its }} and each {% its %} in the same paragraph, and each if and for has its end."
        ) from None


def _check_node(node: nodes.Node, source: Source) -> None:
    where = source.paragraph(node.lineno)
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise invalid(f"The template tries to run code, {where}. Fields, conditions and loops are allowed.")
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
        raise invalid(f"The template reckons which field to take, {where}. Name the field instead.")
    if isinstance(node, nodes.Filter | nodes.Test):
        allowed = FILTERS if isinstance(node, nodes.Filter) else TESTS
        if node.name not in allowed:
            raise invalid(
                f"The template uses |{node.name}, {where}, which is not allowed. {near(node.name, allowed)}"
            )
    elif not isinstance(node, _ALLOWED) and not _is_harmless(node):
        does = _CALLED.get(type(node), f"uses “{type(node).__name__}”")
        raise invalid(
            f"The template {does}, {where}, which is not allowed. Fields, if, for and set are allowed."
        )
    if isinstance(node, nodes.For) and node.recursive:
        raise invalid(f"The template uses a loop that calls itself, {where}, which is not allowed.")


def _is_harmless(node: nodes.Node) -> bool:
    """What stands beside an expression: the names of a filter's arguments, and their like."""
    return isinstance(node, nodes.Keyword | nodes.Pair | nodes.Tuple | nodes.Neg)
