"""One café on a server of its own: who is in it, and which step is on."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.crowd import Crowd, Shot
from bench.line import Line
from bench.people import Host, fill_in
from bench.server import Server

ROUND = "activity: story_round, title: {}, minutes: 30, prompt: What helped?, note_kinds: [helped, hindered]"
STEPS = {
    "stories": ROUND.format("Stories"),
    "themes": "activity: themes, title: Themes, minutes: 30, from_steps: [Stories]",
    "dots": "activity: dot_voting, title: Dots, minutes: 30, dots: 3",
    "plenary": "activity: plenary, title: Plenary, minutes: 30",
}
WORDS = (
    "the same worker for two years, and the children stopped asking who was coming. That was what helped. "
)


def step_line(name: str) -> str:
    """A step of the plan. Names that stand for nothing else are rounds of their own."""
    return f"  - {{{STEPS.get(name) or ROUND.format(name)}}}\n"


def plan_of(steps: Sequence[str]) -> str:
    return (
        "name: Bench\npurpose: Measure the server\nminutes: 480\n"
        "people: {table_size: 4, facilitators: none}\nsteps:\n" + "".join(map(step_line, steps))
    )


def text(length: int) -> str:
    """A text of this length that begins with the place for a mark."""
    return ("~ " + WORDS * (length // len(WORDS) + 1))[:length].strip()


class Day:
    """``people`` participants and a host in a café whose steps have these names. Use it with ``with``."""

    def __init__(self, people: int, steps: Sequence[str]) -> None:
        self.people = people
        self.steps = list(steps)
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        (folder / "plan.yaml").write_text(plan_of(steps))
        self.server = Server(folder, str(folder / "plan.yaml"))
        self.crowd = Crowd(self.server.address)
        self.host: Line
        self.tokens: list[str] = []
        self._host_token = ""
        self._now = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        self.crowd.hang_up(self.crowd.everyone)
        self.server.kill()
        self._folder.cleanup()

    def get_ready(self) -> None:
        """Everybody has filled in the join form; nobody is connected but the host."""
        self._host_token = Host(self.server).token(self.server.code)
        self.tokens = fill_in(self.server, self.server.code, self.people)
        self.host_comes_in()

    def host_comes_in(self) -> None:
        (self.host,) = self.crowd.come_in([self._host_token], counts=False)

    def settle(self) -> None:
        """Wait until the server has nothing left to do."""
        for _ in range(240):
            before = self.server.cpu
            self.crowd.linger(0.25)
            if self.server.cpu - before < 0.03:
                return

    def step_id(self, name: str) -> str:
        return f"s{self.steps.index(name) + 1}"

    def open(self, name: str) -> Shot:
        """The host opens the next step, which must be this one."""
        assert self.steps[self._now] == name, (self.steps, self._now, name)
        after = f"s{self._now}" if self._now else None
        self._now += 1
        return self.crowd.ask(self.host, type="step.next", after=after, call=False)

    def sit_down(self, name: str) -> float:
        """Open a round; seconds until the last person has the new table's snapshot."""
        shot = self.open(name)
        step = self.step_id(name)
        lines = self.crowd.lines
        self.crowd.until(lambda: all(line.step == step for line in lines), 120.0)
        return max(line.seated for line in lines) - shot.sent

    def notes(self, step: str, rate: float, count: int) -> list[Shot]:
        """``count`` notes at this rate, each by somebody else, to be heard at the author's table."""
        lines = self.crowd.lines
        random.Random(count).shuffle(lines)  # noqa: S311
        sizes = Counter(line.table for line in lines)
        return [
            self.crowd.prepare(
                line := lines[no % len(lines)],
                no / rate,
                {
                    "type": "note.add",
                    "step": self.step_id(step),
                    "kind": ("helped", "hindered")[no % 2],
                    "text": text(200),
                },
                stream="table",
                audience=sizes[line.table],
            )
            for no in range(count)
        ]

    def probes(self, line: Line, rate: float, seconds: float) -> list[Shot]:
        """Questions on a line of their own."""
        return [self.crowd.prepare_probe(line, no / rate) for no in range(round(rate * seconds))]
