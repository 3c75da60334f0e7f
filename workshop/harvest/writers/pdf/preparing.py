"""The last thing before a paper is set: every sign can be drawn, every link leads somewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from workshop.harvest.writers.pdf.readable import breakable, is_visible, readable
from workshop.harvest.writers.pdf.tree import Paper, words
from workshop.pictures.letters import is_rtl

STAND_INS = (
    "Some signs, such as rare emoji, have no drawing in the fonts of this document. In their place stand "
    "their names, in square brackets."
)
# What is not for people to read.
NAMES = ("is", "id", "to", "look", "kind", "svg", "fill", "anchor")
# A PDF for everyone may have no title without a word in it: which value that is, in a paper and in a heading.
NAMELESS = "(without a title)"
_TITLES = {"": "title", "heading": "t"}
Node = dict[str, Any]


@dataclass(slots=True)
class _Preparing:
    """``ids``: every place of the paper, each once. ``replaced``: whether a stand-in was needed."""

    ids: set[str] = field(default_factory=set)
    replaced: bool = False

    def places(self, node: Any) -> None:
        """Keeps the first of several places with one id: a link can only lead to one."""
        if isinstance(node, dict):
            if node.get("id") in self.ids:
                del node["id"]
            self.ids.update(filter(None, [node.get("id")]))
            node = list(node.values())
        if isinstance(node, list):
            for each in node:
                self.places(each)

    def value(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return self.part(value)
        if isinstance(value, list):
            return [self.value(each, name) for each in value]
        if not isinstance(value, str) or name in NAMES:
            return value
        return breakable(self.words(value))

    def part(self, node: Node) -> Node:
        made = {name: self.value(value, name) for name, value in node.items()}
        title = _TITLES.get(node.get("is", ""), "")
        if title in made and not is_visible(made[title]):
            made[title] = NAMELESS
        if made.get("to") not in self.ids:
            made.pop("to", None)
        if is_rtl(_beginning(made)):
            made["rtl"] = True
        return made

    def words(self, text: str) -> str:
        shown, replaced = readable(text)
        self.replaced |= replaced
        return shown


def ready(paper: Paper) -> Node:
    """The paper as the template takes it."""
    preparing = _Preparing()
    data = msgspec.json.decode(msgspec.json.encode(paper))
    preparing.places(data)
    made = preparing.part(data)
    if preparing.replaced:
        made["front"].append(msgspec.to_builtins(words(STAND_INS, look="soft")))
    return made


def _beginning(node: Node) -> str:
    """The words that say which way a line runs: those of a title, of a part, or of its first run."""
    if "title" in node:
        return str(node["title"])
    return str(node["t"]) if "t" in node else " ".join(str(run["t"]) for run in node.get("runs", ()))
