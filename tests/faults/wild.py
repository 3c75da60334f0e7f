"""Messages of bad manners, made from the published schemas: right shapes with wild values, and wrong ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.stories.person import new_id

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "commands.json").read_text())
KINDS = list(SCHEMA["properties"])
# What ends things for good must stay rare, or nothing else gets its turn.
ENDING = ("workshop.close", "person.leave", "person.remove")
Shape = dict[str, Any]

HORRORS = (
    *("", " ", "\x00", "a\x00b", "\ud800", "\udfff\ud800", "\ufeff", "\u202e\u2066", "\u200b" * 30, "ﷺ" * 40),
    *(
        "e\u0301" * 200,
        "🏳️‍🌈" * 90,
        "👩🏽‍🚀",
        "A" + "\u0300" * 600,
        "\u2028\u2029\x85",
        "\x1b[2J",
        "%s%n%00",
        "🫠" * 4_000,
    ),
    *(
        "</script><script>x()</script>",
        "'; drop table entry; --",
        "../../secret.key",
        "{{7*7}}",
        "null",
        "NaN",
    ),
    *("x" * 2_001, "x" * 12_001, "\n" * 900, "0", "-1", "__proto__", "constructor", "hall", "table/1"),
)
NUMBERS = (
    *(
        0,
        -1,
        1,
        2,
        3,
        1_000,
        1_001,
        2**31,
        2**53,
        2**53 + 1,
        2**63,
        2**64,
        -(2**63),
        10**400,
        1.5,
        -0.0,
        1e308,
    ),
    *(True, "1", None, [], {}),
)
ODD = (None, True, False, 0, -1, 1.5, "", "x", [], {}, [[]], [None], {"": None}, {"id": 1}, 10**30)


class Wild:
    """``known``: ids that lead somewhere, so that what is asked for is often really there."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.known: list[str] = ["nobody"]

    # Shapes.

    def command(self) -> str:
        """A command as it would travel: one text, mostly JSON."""
        kind = self.chance.choice(KINDS)
        if kind in ENDING and self.chance.random() < 0.9:
            kind = self.chance.choice(KINDS)
        message = self._value(SCHEMA["properties"][kind], "")
        roll = self.chance.random()
        if roll < 0.7:
            return self._written(message)
        if roll < 0.8:
            return self._written(self._near(message))
        if roll < 0.9:
            return self._written(self._mistyped(message))
        return self._mangled(self._written(message))

    def _value(self, shape: Shape, name: str) -> Any:
        if "$ref" in shape:
            return self._value(SCHEMA["$defs"][shape["$ref"].rpartition("/")[2]], name)
        if "anyOf" in shape:
            return self._value(self.chance.choice(shape["anyOf"]), name)
        if "enum" in shape:
            return self.chance.choice(shape["enum"]) if self._mostly() else self._text()
        make: dict[str, Callable[[Shape, str], Any]] = {
            "object": self._object,
            "array": self._array,
            "string": self._string,
            "integer": self._number,
            "boolean": lambda _shape, _name: self.chance.random() < 0.5,
        }
        return make.get(shape.get("type", "null"), lambda _shape, _name: None)(shape, name)

    def _object(self, shape: Shape, _name: str) -> Any:
        if "properties" not in shape:
            most = self.chance.choice((0, 1, 2, 3, 250))
            return {self._id(): self._value(shape["additionalProperties"], "") for _ in range(most)}
        must = shape.get("required", [])
        return {
            name: self._value(part, name)
            for name, part in shape["properties"].items()
            if name in must or self.chance.random() < 0.5
        }

    def _array(self, shape: Shape, name: str) -> Any:
        most = self.chance.choice((0, 1, 1, 2, 3, shape.get("maxItems", 10) + 1))
        return [self._value(shape["items"], name) for _ in range(min(most, 61))]

    def _string(self, shape: Shape, name: str) -> str:
        if name == "id":
            return new_id() if self.chance.random() < 0.98 else self._text()
        if shape.get("maxLength") == 80:
            return self._id()
        if name in ("kind", "note_kinds"):
            return "helped" if self._mostly() else self._text()
        if "pattern" in shape:
            return self._text()
        return self._text() if self.chance.random() < 0.6 else f"Words {self.chance.randint(0, 9_999)}"

    def _number(self, shape: Shape, _name: str) -> Any:
        low, high = shape.get("minimum", 0), shape.get("maximum", 10)
        if self._mostly():
            return self.chance.choice(
                (low, min(low + 1, high), self.chance.randint(low, min(high, low + 9)), high)
            )
        return self.chance.choice((low - 1, high + 1, 10**400, *NUMBERS))

    def _id(self) -> str:
        return self.chance.choice(self.known) if self._mostly() else self._text()[:200]

    def _text(self) -> str:
        return self.chance.choice(HORRORS)

    def _mostly(self) -> bool:
        return self.chance.random() < 0.9

    # Near misses.

    def _near(self, message: Shape) -> Any:
        """A field too many, too few, or misspelled."""
        name = self.chance.choice(list(message))
        changed = dict(message)
        how = self.chance.randrange(4)
        if how == 0:
            changed[self._text()] = self.chance.choice(ODD)
        elif how == 1:
            del changed[name]
        else:
            changed[name.upper() if how == 2 else f"{name} "] = changed.pop(name)
        return changed

    def _mistyped(self, message: Shape) -> Any:
        if self.chance.random() < 0.1:
            return self.chance.choice((*ODD, [message], {"command": message}))
        return {**message, self.chance.choice(list(message)): self.chance.choice(ODD)}

    def _written(self, message: Any) -> str:
        return json.dumps(message, ensure_ascii=self.chance.random() < 0.5).encode(errors="replace").decode()

    def _mangled(self, raw: str) -> str:
        """What is no JSON any more, or JSON that nobody means."""
        cut = self.chance.randrange(len(raw)) if raw else 0
        deep = self.chance.choice((10, 500, 5_000, 20_000))
        return self.chance.choice(
            (
                raw[:cut],
                raw[:cut] + self._text().encode(errors="replace").decode() + raw[cut:],
                raw[:-1] + "," + raw[1:],  # every key twice
                raw.replace(":", ":" + "[" * deep, 1),
                "[" * deep + "]" * deep,
                '{"a":' * deep + "1" + "}" * deep,
                raw[:-1] + ', "more": 1e999, "less": -Infinity, "none": NaN}',
                raw.replace('"', "'"),
                "\ufeff" + raw,
                raw + raw,
                raw.replace("e", "\\u00"),
            )
        )

    # Other events.

    def event(self) -> list[Any]:
        """An event with its arguments: a command for the most part."""
        roll = self.chance.random()
        if roll < 0.9:
            return ["command", self.command()]
        if roll < 0.92:
            return ["command", *(self.chance.choice(ODD) for _ in range(self.chance.randrange(4)))]
        name = self.chance.choice(
            ("sync", "follow", "unfollow", "writing", "time", "message", "", "ping", "error")
        )
        asked = [self._asked() for _ in range(self.chance.choice((0, 1, 1, 1, 2)))]
        # Half a character is no text at all: what holds one ends its line, and is sent by ``packet``.
        whole: list[Any] = json.loads(json.dumps(asked, ensure_ascii=False).encode(errors="replace"))
        return [name, *whole]

    def _asked(self) -> Any:
        streams = [f"{self.chance.choice(('hall', 'table/1', 'table/2', 'desk', 'wall/s3', 'person/x', ''))}"]
        numbers = {stream: self.chance.choice(NUMBERS[:12]) for stream in (*streams, self._id(), "hall")}
        return self.chance.choice(
            ({"streams": numbers}, {"stream": streams[0]}, {"on": True}, {"on": self._text()}, *ODD)
        )

    def packet(self) -> str:
        """What comes below events: Engine.IO and Socket.IO packets, none of them as they should be."""
        kind = self.chance.choice("0123456789bx\x00")
        inner = self.chance.choice("0123456789")
        space = self.chance.choice(("", "/", "/,", "/admin,", "/" + "a" * 500 + ",", "/?a=1,"))
        number = self.chance.choice(("", "1", "0", "-1", "9" * 20, "9" * 4_000, "1.5", "١"))
        attached = self.chance.choice(("", "", "1-", "0-", "9999999999-", "-", "1-1-"))
        body = self.chance.choice(
            ("", "[]", "{}", "null", '["command"]', '["time"]', "[", '{"_placeholder":true,"num":0}')
        )
        if self.chance.random() < 0.5:
            body = json.dumps(self.event())
        return f"{kind}{inner}{attached}{space}{number}{body}".encode(errors="replace").decode()
