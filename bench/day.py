"""One café on a server of its own: who is in it, and which step is on."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from bench.crowd import Crowd, Shot
from bench.line import Line
from bench.people import Host, fill_in
from bench.server import Server
from bench.shots import settle

ROUND = "activity: story_round, title: {}, minutes: 30, prompt: What helped?, note_kinds: [helped, hindered]"
STEPS = {
    "stories": ROUND.format("Stories"),
    "themes": "activity: themes, title: Themes, minutes: 30, from_steps: [Stories], names: any_time",
    "board": "activity: themes, title: Board, minutes: 30",
    "dots": "activity: dot_voting, title: Dots, minutes: 30, dots: 3",
    "plenary": "activity: plenary, title: Plenary, minutes: 30",
}


def step_line(name: str) -> str:
    """A step of the plan. Names that stand for nothing else are rounds of their own."""
    return f"  - {{{STEPS.get(name) or ROUND.format(name)}}}\n"


def plan_of(steps: Sequence[str]) -> str:
    return (
        "name: Bench\npurpose: Measure the server\nminutes: 480\n"
        "people: {table_size: 4, facilitators: none}\nsteps:\n" + "".join(map(step_line, steps))
    )


class Day:
    """``people`` participants and a host in a café whose steps have these names. Use it with ``with``.

    ``settings``: environment variables of its server.
    """

    def __init__(self, people: int, steps: Sequence[str], **settings: str) -> None:
        self.people = people
        self.steps = list(steps)
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        (folder / "plan.yaml").write_text(plan_of(steps))
        self.server = Server(folder, str(folder / "plan.yaml"), **settings)
        self.crowd = Crowd(self.server.address)
        self.host: Line
        self.tokens: list[str] = []
        self.note_ids: list[str] = []
        self._host_token = ""
        self._now = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, problem: type[BaseException] | None, *_more: object) -> None:
        if problem is not None:
            print(self.server.words, file=sys.stderr)
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
        settle(self.crowd, self.server)

    @property
    def current(self) -> str | None:
        """The step that is on."""
        return self.steps[self._now - 1] if self._now else None

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
