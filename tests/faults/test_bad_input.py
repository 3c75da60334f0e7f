"""Everything that a line can carry comes over it: the server answers or hangs up, and nobody else notices."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

import pytest
import requests

from tests.faults.frames import PATIENCE, Wire, against_the_rules, drain, no_http
from tests.faults.load import COMPLAINT
from tests.faults.probe import Probe
from tests.faults.wild import Wild
from tests.stories.cafe import Browser, Cafe, arrival, boot, step, story
from tests.stories.conftest import Round, seated
from tests.stories.line import CLOSED, GONE, Line
from tests.stories.person import Doc, Person
from tests.stories.server import Server

Start = Callable[..., Server]

DAY = (
    *(arrival(), story(), step("themes", "What belongs together"), step("dot_voting", "What matters")),
    *(step("priorities", "What we bring"), step("plenary", "Hearing"), step("break", "Break")),
    *(step("closing_questions", "Alone", questions=["What now?"]), step("feedback", "How was it")),
)
MOST_BYTES = 64_000
NEXT_EVERY = 120
# A bystander's note is on the table within this, whatever the others do.
SOON = 2.0


@dataclass
class Findings:
    """What went wrong, with the very message; and how much was sent."""

    wrong: list[str] = field(default_factory=list)
    sent: int = 0
    cut: int = 0


class Playground:
    """A café for those who send anything: a new one as soon as they have brought it to its end."""

    def __init__(self, server: Server, wild: Wild) -> None:
        self.server, self.wild = server, wild
        self._names = count()
        self.opened = 0
        self.open()

    def open(self) -> None:
        self.opened += 1
        self.cafe = Cafe(self.server, *DAY)
        for name in ("Fay", "Ann", "Bob"):
            self.cafe.join(name)
        self.tokens = {role: self._token(role) for role in ("host", "facilitator", "participant")}

    def _token(self, role: str) -> str:
        name = {"host": "Hana", "facilitator": "Flo"}.get(role, "Guest")
        page = Browser(self.server).joins(self.cafe.link(role), f"{name} {next(self._names)}")
        return str(boot(page)["token"])

    def is_over(self) -> bool:
        """Whether the host has closed the café, or taken Hal out of it."""
        hal = self.cafe.hal
        with suppress(ConnectionError):
            hal.asks("time")
        return bool(hal.byes) or not hal.connected or hal.cafe["status"] == "closed"

    def line(self, role: str) -> tuple[Line, bool]:
        """A line for somebody who may come in, and whether the old place was still theirs."""
        line = Line(self.server.base, json.dumps({"token": self.tokens[role]}))
        if line.hears("42", "44")[0] == "42":
            return line, True
        line.close()
        if self.is_over():
            self.leave()
            self.open()
        else:
            self.tokens[role] = self._token(role)
        return self.line(role)[0], False

    def goes_on(self) -> None:
        """Hal leads on to the next step, whatever has become of the agenda."""
        hal = self.cafe.hal
        if not self.is_over():
            hal.tells(hal.command("step.next", after=hal.cafe["current"], call=False))
        if self.is_over():
            self.leave()
            self.open()
        self.wild.known = ids(self.cafe.hal) or ["nobody"]

    def leave(self) -> None:
        self.cafe.go_home()


def ids(person: Person) -> list[str]:
    """Everything this person knows of that has an id."""
    return [key.partition("/")[2] for docs in list(person.docs.values()) for key in list(docs) if "/" in key]


class Sender:
    """One line at a time, over which come events until so many were sent."""

    def __init__(self, ground: Playground, role: str, findings: Findings) -> None:
        self.ground, self.role, self.findings = ground, role, findings
        self._new_line()

    def _new_line(self) -> bool:
        self.line, was_theirs = self.ground.line(self.role)
        self.opened = self.ground.opened
        return was_theirs

    def send(self, times: int) -> None:
        if self.role == "host":
            self.ground.goes_on()
        if self.opened != self.ground.opened:
            self.line.close()
            self._new_line()
        for _ in range(times):
            self._one("421" + json.dumps(self.ground.wild.event()))

    def _one(self, packet: str) -> None:
        self.findings.sent += 1
        try:
            answer = self.line.asks(packet)
        except GONE:
            answer = CLOSED
        except TimeoutError:
            answer = {"ok": False, "code": "no answer at all"}
        if answer is CLOSED:
            self._hung_up(packet)
        elif not answer.get("ok") and answer.get("code") in ("broken", "no answer at all"):
            self.findings.wrong.append(f"{answer}: {packet[:2_000]}")

    def _hung_up(self, packet: str) -> None:
        """By right only for what is too large, and on those who have no place any more."""
        self.findings.cut += 1
        self.line.close()
        if self._new_line() and len(packet.encode()) <= MOST_BYTES:
            self.findings.wrong.append(f"hung up on: {packet[:2_000]}")


class Bystander:
    """Bob, who writes all the while: how long each of his notes took."""

    def __init__(self, bob: Person) -> None:
        self.bob = bob
        self.waits: list[float] = []
        self.lying: dict[str, str] = {}

    def write_until(self, enough: threading.Event) -> None:
        self.lying = {self.bob.writes(f"Calm {no}"): f"Calm {no}" for no in range(20)}
        notes = list(self.lying)
        for no in count():
            note, begun = notes[no % 20], time.monotonic()
            self.bob.does("note.edit", note=note, text=f"Calm again {no}", kind="helped")
            self.lying[note] = f"Calm again {no}"
            self.waits.append(time.monotonic() - begun)
            if enough.wait(0.02):
                return


@dataclass
class Scene:
    """A round that goes on, with a bystander and a probe; beside it whatever the test does."""

    server: Server
    r: Round
    calm: Bystander
    probe: Probe
    finished: Callable[[], dict[str, str]]
    before: int = 0

    def memory(self) -> int:
        """What the server's process holds, in megabytes."""
        status = Path(f"/proc/{self.server.process.pid}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) // 1024


@pytest.fixture
def scene(started: Start) -> Iterator[Scene]:
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    watcher = r.cafe.join("Watcher")
    calm, enough = Bystander(r.bob), threading.Event()
    with ThreadPoolExecutor(1) as hands:
        writing = hands.submit(calm.write_until, enough)

        def finished() -> dict[str, str]:
            """The bystander comes to an end: his notes, by id, as they lie on the table for somebody new."""
            enough.set()
            writing.result(PATIENCE)
            fresh = r.bob.second_tab()
            fresh.close_the_lid()
            return {
                note["id"]: note["text"] for note in fresh.all(fresh.table, "note") if note["by"] == r.bob.id
            }

        found = Scene(server, r, calm, Probe(watcher), finished)
        found.before = found.memory()
        try:
            yield found
        finally:
            enough.set()
            found.probe.end()
    assert calm.lying == finished()
    assert max(calm.waits) < SOON
    assert not any(person.gaps for person in r.cafe.people)
    assert server.process.poll() is None
    r.cafe.go_home()


@pytest.mark.parametrize("times", [3_200, pytest.param(100_000, marks=pytest.mark.soak)])
def test_wild_messages(scene: Scene, figure: Callable[..., None], times: int) -> None:
    seed = time.time_ns()
    print(f"seed {seed}")
    findings = Findings()
    with ThreadPoolExecutor(2) as hands:
        work = [hands.submit(romp, scene.server, seed + no, times // 2, findings) for no in range(2)]
        for one in work:
            one.result()
    _judge(scene, figure, findings, "wild messages made from the schemas", f"{findings.sent:,} messages")


def romp(server: Server, seed: int, times: int, findings: Findings) -> None:
    """Somebody in each role, taking turns."""
    ground = Playground(server, Wild(Random(seed)))  # noqa: S311
    senders = [Sender(ground, role, findings) for role in ("host", "facilitator", "participant")]
    while times > 0:
        for sender in senders:
            sender.send(min(NEXT_EVERY, times))
            times -= NEXT_EVERY
    ground.leave()


@pytest.mark.parametrize("times", [400, pytest.param(10_000, marks=pytest.mark.soak)])
def test_wild_packets(scene: Scene, figure: Callable[..., None], times: int) -> None:
    seed, findings = time.time_ns(), Findings()
    print(f"seed {seed}")
    wild, ann = Wild(Random(seed)), scene.r.ann  # noqa: S311
    for _ in range(times):
        packet = wild.packet()
        findings.sent += 1
        with Line(
            ann.base, json.dumps({"token": ann.boot["token"]}) if wild.chance.random() < 0.8 else None
        ) as line:
            line.says(packet)
            answer = _still_there(line)
            findings.cut += answer is CLOSED
            if answer == "silent":
                findings.wrong.append(packet[:2_000])
    _judge(
        scene, figure, findings, "Engine.IO and Socket.IO packets that are none", f"{findings.sent:,} lines"
    )


def _still_there(line: Line) -> Doc | str | None:
    try:
        return line.asks('421["time",{}]')
    except TimeoutError:
        return "silent"
    except GONE:
        return CLOSED


@pytest.mark.parametrize("times", [200, pytest.param(5_000, marks=pytest.mark.soak)])
def test_wild_frames_and_half_ones_that_fall_silent(
    scene: Scene, figure: Callable[..., None], times: int
) -> None:
    seed, findings = time.time_ns(), Findings()
    print(f"seed {seed}")
    chance = Random(seed)  # noqa: S311
    silent: list[Wire] = []
    for no in range(times):
        wire, raw = Wire(scene.server.port), against_the_rules(chance, str(scene.r.ann.boot["token"]))
        findings.sent += 1
        wire.says(raw)
        if no % 10 == 0 and len(silent) < 40:
            silent.append(wire)
            continue
        try:
            wire.ends()
        except TimeoutError:
            findings.wrong.append(repr(raw[:500]))
    _judge(scene, figure, findings, "WebSocket frames against the rules", f"{findings.sent:,} lines")
    for wire in silent:
        wire.socket.close()


@pytest.mark.parametrize("times", [200, pytest.param(5_000, marks=pytest.mark.soak)])
def test_what_is_no_http_on_the_way_in(scene: Scene, figure: Callable[..., None], times: int) -> None:
    seed, findings = time.time_ns(), Findings()
    print(f"seed {seed}")
    chance = Random(seed)  # noqa: S311
    for _ in range(times):
        opened = requests.get(f"{scene.server.base}/socket.io/?EIO=4&transport=polling", timeout=PATIENCE)
        raw = no_http(chance, json.loads(opened.text[1:])["sid"])
        findings.sent += 1
        with socket.create_connection(("127.0.0.1", scene.server.port), timeout=PATIENCE) as line:
            try:
                line.sendall(raw)
            except OSError:
                continue
            try:
                drain(line)
            except TimeoutError:
                findings.wrong.append(repr(raw[:500]))
    _judge(
        scene, figure, findings, "HTTP that is none, on the way in by polling", f"{findings.sent:,} requests"
    )


@pytest.mark.parametrize("body", [b"4\xff", b"\xff", b"\x1e" * 500, b"9"])
def test_a_poll_that_cannot_be_read_is_refused_at_once(server: Server, body: bytes) -> None:
    """Although nobody fetches what waits on its line, and without a word of stumbling in the log."""
    way = f"{server.base}/socket.io/?EIO=4&transport=polling"
    way += "&sid=" + json.loads(requests.get(way, timeout=PATIENCE).text[1:])["sid"]
    server.troubles()
    assert requests.post(way, data=body, timeout=PATIENCE).status_code == 400
    assert requests.get(way, timeout=PATIENCE).status_code == 400
    assert not COMPLAINT.search(server.troubles())


def _judge(scene: Scene, figure: Callable[..., None], findings: Findings, fault: str, tried: str) -> None:
    lag, grown = scene.probe.lag(), scene.memory() - scene.before
    waits, lying = scene.calm.waits, scene.finished()
    figure(
        fault=fault,
        tried=tried,
        acked=len(waits),
        lost=len(scene.calm.lying.items() - lying.items()),
        doubled=len(lying) - len(set(lying.values())),
        seen=f"a probe's answer p50 {lag['p50']:.1f}, p99 {lag['p99']:.1f} ms; a bystander's note took "
        f"{max(waits) * 1000:.0f} ms at most; memory grew by {grown} MB; {findings.cut:,} lines were cut",
    )
    assert findings.wrong == []
    assert [line for line in scene.server.troubles().splitlines() if COMPLAINT.search(line)] == []
    assert grown < 200 + findings.sent // 200
