"""One person with a browser: joins through the page, follows streams, sends commands until they are acked."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import socketio
from socketio import base_client

WAIT = 10.0
Doc = dict[str, Any]


def new_id() -> str:
    return str(uuid.uuid4())


# Every line that was opened, by its server's address.
LINES: dict[str, list[socketio.Client]] = defaultdict(list)


def hang_up(base: str) -> None:
    """Close what is left: a line that looks for a server that is gone disturbs the tests after it."""
    lines = LINES.pop(base, [])
    for line in lines:
        line.reconnection = False
        line.shutdown()
    _give_up(lines)


def nobody_looks_on() -> None:
    """No line goes on looking for its server: that would change the chance that other tests draw."""
    for line in base_client.reconnecting_clients[:]:
        line.reconnection = False
    _give_up(base_client.reconnecting_clients[:])


def _give_up(lines: list[socketio.Client]) -> None:
    """One line may look in several threads, and one that just begins forgets that it was told to stop."""
    end = time.monotonic() + WAIT
    while looking := [line for line in base_client.reconnecting_clients[:] if line in lines]:
        assert time.monotonic() < end, f"{len(looking)} lines look for their server and do not stop"
        for line in looking:
            line._reconnect_abort.set()
        time.sleep(0.01)


def _in_order(line: socketio.Client) -> None:
    """The library starts a thread for each message, so that the second may be heard before the first."""
    trigger = line.eio._trigger_event
    line.eio._trigger_event = lambda event, *told, **_how: trigger(event, *told)


class Person:
    """Somebody in a café, with a mirror of every stream they follow, kept by their numbers alone."""

    def __init__(self, name: str, base: str, boot: Doc, patience: float = WAIT) -> None:
        self.name = name
        self.base = base
        self.boot = boot
        self.patience = patience
        self.docs: dict[str, dict[str, Doc]] = {}
        self.numbers: dict[str, int] = {}
        self.heard: list[tuple[str, Doc]] = []
        self.byes: list[Doc] = []
        self.weather: dict[str, dict[str, bool]] = {}
        self.writing: dict[str, bool] = {}
        self.gaps: list[str] = []
        self._behind: dict[str, int] = {}
        self.welcomes = 0
        self._breaks = 0
        self._sockets: list[Any] = []
        self._news = threading.Condition()
        self._line = self._new_line()

    # The line.

    def connect(self, transport: str = "websocket") -> Person:
        """Open a tab, and wait for the welcome."""
        before = self.welcomes
        auth = {"token": self.boot["token"]}
        self._line.connect(self.base, auth=auth, transports=[transport], wait_timeout=self.patience)
        self.until(lambda: self.welcomes > before, "a welcome")
        return self

    def second_tab(self) -> Person:
        return Person(self.name, self.base, self.boot).connect()

    def close_the_lid(self) -> None:
        self._line.shutdown()

    def reopen_the_lid(self, transport: str = "websocket") -> None:
        self._line = self._new_line()
        self.connect(transport)

    def _new_line(self) -> socketio.Client:
        line = socketio.Client(
            reconnection_delay=0.1, reconnection_delay_max=0.3, request_timeout=self.patience
        )
        _in_order(line)
        LINES[self.base].append(line)
        for event in ("welcome", "events", "follow", "unfollow", "bye", "weather"):
            line.on(event, self._listening(getattr(self, f"_on_{event}")))
        line.on("connect", lambda: self._sockets.append(getattr(line.eio.ws, "sock", None)))
        line.on("disconnect", self._on_break)
        return line

    def _on_break(self, reason: str) -> None:
        """The client leaves the socket of a broken line open, and whoever waits for an answer waiting."""
        with self._news:
            self._breaks += 1
            self._news.notify_all()
        if reason == socketio.Client.reason.TRANSPORT_ERROR:
            for broken in filter(None, self._sockets):
                broken.close()
        self._sockets.clear()

    @property
    def connected(self) -> bool:
        return bool(self._line.connected)

    @property
    def settled(self) -> bool:
        """Whether the library is done with coming back: what breaks before that it never opens again."""
        return self.connected and self._line._reconnect_task is None

    def _listening(self, hear: Callable[[Doc], None]) -> Callable[[Doc], None]:
        def listener(told: Doc) -> None:
            with self._news:
                hear(told)
                self._news.notify_all()

        return listener

    # What is heard.

    def _on_welcome(self, welcome: Doc) -> None:
        self.docs.clear()
        self.numbers.clear()
        self._behind.clear()
        for snapshot in welcome["streams"]:
            self._on_follow(snapshot)
        self.welcomes += 1

    def _on_follow(self, snapshot: Doc) -> None:
        self.docs[snapshot["stream"]] = dict(snapshot["state"])
        self.numbers[snapshot["stream"]] = snapshot["n"]

    def _on_unfollow(self, told: Doc) -> None:
        self.docs.pop(told["stream"], None)
        self.numbers.pop(told["stream"], None)

    def _on_bye(self, bye: Doc) -> None:
        self.byes.append(bye)

    def _on_weather(self, weather: Doc) -> None:
        self.weather.setdefault(weather["stream"], {}).update(weather["here"])
        self.writing.update(weather["writing"])

    def _on_events(self, frame: Doc) -> None:
        stream = frame["stream"]
        if frame["from"] != self.numbers.get(stream):
            self.gaps.append(f"{stream}: {frame['from']} after {self.numbers.get(stream)}")
            self._behind.setdefault(stream, self.numbers.get(stream, 0))
        for event in frame["events"]:
            self.heard.append((stream, event))
            self._take(stream, event)

    def _take(self, stream: str, event: Doc) -> None:
        mirror = self.docs.setdefault(stream, {})
        if event["clear"]:
            mirror.clear()
        mirror.update(event["put"])
        for key in event["drop"]:
            mirror.pop(key, None)
        self.numbers[stream] = event["n"]

    def until(self, true: Callable[[], Any], what: str = "what was waited for") -> Any:
        """Wait until something is so; gives it. Fails loudly when it does not come."""
        end = time.monotonic() + self.patience
        with self._news:
            while not (found := _so_far(true)):
                left = end - time.monotonic()
                assert left > 0, f"{self.name} never saw {what}: {self.docs}"
                # Not all that may be waited for is told: the library counts as connected a moment later.
                self._news.wait(min(left, 0.1))
        return found

    # What is sent.

    def asks(self, event: str, data: Any = None) -> Any:
        """Send an event and give its acknowledgement; a ConnectionError when the line breaks before."""
        answers: list[Any] = []
        # The library takes words for a line that is just breaking: the next welcome says that they are lost.
        before = self._breaks, self.welcomes
        try:
            self._line.emit(event, data, callback=self._listening(answers.append))
        except socketio.exceptions.SocketIOError as broken:
            raise ConnectionError from broken
        self.until(lambda: answers or (self._breaks, self.welcomes) != before, f"an answer to {event}")
        if not answers:
            raise ConnectionError
        return answers[0]

    def catch_up(self) -> None:
        """What a browser does when numbers are missing: it asks for what it lacks."""
        missing = self.asks("sync", {"streams": self.numbers | self._behind})
        with self._news:
            self._behind.clear()
            for snapshot in missing["snapshots"]:
                self._on_follow(snapshot)
            for frame in missing["frames"]:
                for event in frame["events"]:
                    self._take(frame["stream"], event)

    def tells(self, raw: str) -> Doc:
        """Send a command as it is written."""
        answer: Doc = self.asks("command", raw)
        return answer

    def command(self, type_: str, **fields: Any) -> str:
        return json.dumps({"id": fields.pop("id", None) or new_id(), "type": type_, **fields})

    def does(self, type_: str, **fields: Any) -> str:
        """A command that is taken; gives its id."""
        raw = self.command(type_, **fields)
        answer = self.tells(raw)
        assert answer["ok"], f"{self.name} was refused {type_}: {answer}"
        return str(json.loads(raw)["id"])

    def may_not(self, type_: str, **fields: Any) -> Doc:
        """A command that is refused, in words; gives the refusal."""
        return refusal(self.tells(self.command(type_, **fields)))

    # What is seen.

    @property
    def id(self) -> str:
        return str(self.boot["person"])

    def sees(self, stream: str, key: str) -> Any:
        return self.docs.get(stream, {}).get(key)

    def all(self, stream: str, name: str) -> list[Doc]:
        return [doc for key, doc in self.docs.get(stream, {}).items() if key.startswith(f"{name}/")]

    @property
    def me(self) -> Doc:
        return dict(self.sees(f"person/{self.id}", "me") or {})

    @property
    def cafe(self) -> Doc:
        return dict(self.sees("hall", "cafe") or {})

    @property
    def table(self) -> str:
        """The stream of the table where I sit; empty while I sit nowhere."""
        return next((s for s in self.docs if s == f"table/{self.me.get('table')}"), "")

    def notes(self) -> dict[str, Doc]:
        """The notes on my table, by their words."""
        return {note["text"]: note for note in self.all(self.table, "note")}

    def writes(self, text: str, **fields: Any) -> str:
        """Lay a note on the table in the round that is on."""
        return self.does(
            "note.add", **{"step": self.cafe["current"], "kind": "helped", "text": text, **fields}
        )

    def reads(self, text: str) -> Doc:
        """Wait for a note on my table."""
        note: Doc = self.until(lambda: self.notes().get(text), f"the note “{text}”")
        return note


def _so_far(true: Callable[[], Any]) -> Any:
    """What looks into a document that has not come yet is not so yet."""
    try:
        return true()
    except (KeyError, TypeError):
        return None


def refusal(answer: Any) -> Doc:
    """What a refusal must be: a code for programs and whole sentences for people."""
    assert isinstance(answer, dict), f"That is no answer: {answer!r}"
    assert answer["ok"] is False, f"This was not refused: {answer}"
    assert answer["code"]
    assert answer["message"].endswith("."), answer["message"]
    return answer
