"""One simulated person: joins through the page, connects, hears, and sends commands until they are acked."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

import aiohttp
import socketio

from workshop.core.ids import new_id
from workshop.errors import Refused

_BOOT = re.compile(r'<script type="application/json" id="cafe">(.*?)</script>', re.DOTALL)
_WRONG = re.compile(r'<p class="wrong".*?<span>(.*?)</span>', re.DOTALL)
ACK_WAIT = 15.0


class Figures:
    """What all guests measured together. Times in milliseconds."""

    def __init__(self) -> None:
        self.ack_ms: list[float] = []
        self.seen_ms: list[float] = []
        self.sent_at: dict[str, float] = {}
        self.gaps = 0
        self.resent = 0


class Guest:
    """Somebody in the café, with a mirror of every stream they follow."""

    def __init__(
        self, name: str, base: str, figures: Figures, http: aiohttp.ClientSession | None = None
    ) -> None:
        self.name = name
        self.base = base
        self.figures = figures
        self.boot: dict[str, Any] = {}
        self.docs: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, int] = {}
        self.changed = asyncio.Event()
        self.welcomed = asyncio.Event()
        self.gone = False
        # How often the line broke.
        self.breaks = 0
        self._http = http or aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self._line = socketio.AsyncClient(
            reconnection_delay=0.2, reconnection_delay_max=1, http_session=self._http
        )
        for event in ("welcome", "events", "follow", "unfollow", "disconnect"):
            self._line.on(event, getattr(self, f"_{event}"))

    @property
    def id(self) -> str:
        return str(self.boot["person"])

    async def join(self, link: str, quoting: bool = True) -> None:
        """Fill in the join page behind this link. Raises :class:`Refused` with the page's words."""
        form = {"name": self.name, "agree": "yes", **({"quoting": "yes"} if quoting else {})}
        answer = await self._http.post(link, data=form)
        text = await answer.text()
        found = _BOOT.search(text)
        if found is None:
            wrong = _WRONG.search(text)
            raise Refused(wrong[1] if wrong else f"The join page answered {answer.status}.", "join")
        self.boot = json.loads(found[1])

    async def connect(self) -> None:
        # The code leads everybody of one café to the same of several servers.
        address = f"{self.base}?code={self.boot['code']}"
        await self._line.connect(
            address,
            auth={"token": self.boot["token"]},
            transports=["websocket"],
            retry=True,
            wait_timeout=ACK_WAIT,
        )
        await self.welcomed.wait()

    async def leave(self) -> None:
        """Close the lid for good."""
        self.gone = True
        await self._line.disconnect()
        await self._http.close()

    async def stumble(self) -> None:
        """Lose the connection without a word; it comes back by itself."""
        self.welcomed.clear()
        await self._line.eio.ws.close()
        await self.welcomed.wait()

    def _welcome(self, welcome: dict[str, Any]) -> None:
        self.docs = {s["stream"]: dict(s["state"]) for s in welcome["streams"]}
        self.numbers = {s["stream"]: s["n"] for s in welcome["streams"]}
        self.welcomed.set()
        self._stir()

    def _follow(self, snapshot: dict[str, Any]) -> None:
        self.docs[snapshot["stream"]] = dict(snapshot["state"])
        self.numbers[snapshot["stream"]] = snapshot["n"]
        self._stir()

    def _unfollow(self, told: dict[str, Any]) -> None:
        self.docs.pop(told["stream"], None)
        self.numbers.pop(told["stream"], None)
        self._stir()

    def _disconnect(self, *_reason: Any) -> None:
        self.welcomed.clear()
        self.breaks += not self.gone

    async def _events(self, frame: dict[str, Any]) -> None:
        stream = frame["stream"]
        if stream not in self.numbers:
            return
        if frame["from"] > self.numbers[stream]:
            self.figures.gaps += 1
            await self._sync(stream)
            return
        for event in frame["events"]:
            if event["n"] > self.numbers[stream]:
                self._apply(stream, event)
        self._stir()

    def _apply(self, stream: str, event: dict[str, Any]) -> None:
        if event["clear"]:
            self.docs[stream] = {}
        self.docs[stream].update(event["put"])
        for key in event["drop"]:
            self.docs[stream].pop(key, None)
        self.numbers[stream] = event["n"]
        if event["type"] == "note.added" and stream.startswith("table/"):
            self._saw(event["put"])

    def _saw(self, put: dict[str, Any]) -> None:
        for key in put:
            sent = self.figures.sent_at.get(key.removeprefix("note/"))
            if sent is not None:
                self.figures.seen_ms.append((asyncio.get_running_loop().time() - sent) * 1000)

    async def _sync(self, stream: str) -> None:
        answer = await self._line.call("sync", {"streams": {stream: self.numbers[stream]}}, timeout=ACK_WAIT)
        for snapshot in answer["snapshots"]:
            self._follow(snapshot)
        for frame in answer["frames"]:
            await self._events(frame)

    async def follow(self, stream: str) -> None:
        """Read along, as hosts may."""
        await self._line.call("follow", {"stream": stream}, timeout=ACK_WAIT)
        await self.until(lambda: stream in self.docs)

    def _stir(self) -> None:
        self.changed.set()

    async def next_change(self) -> None:
        """Wait until anything happens that this person can see."""
        self.changed.clear()
        await self.changed.wait()

    async def still_there(self, patience: float) -> bool:
        """Wait for the next change. False when the line has been down for ``patience`` seconds."""
        try:
            await asyncio.wait_for(self.next_change(), patience)
        except TimeoutError:
            return self.welcomed.is_set()
        return True

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        while not true():
            await self.next_change()

    async def send(self, type_: str, **fields: Any) -> str:
        """Send a command until it is acked; gives its id. Raises :class:`Refused` if that is final."""
        command_id = new_id()
        raw = json.dumps({"id": command_id, "type": type_, **fields})
        clock = asyncio.get_running_loop().time
        began = clock()
        if type_ == "note.add":
            self.figures.sent_at[command_id] = began
        while True:
            answer = await self._call(raw)
            if answer is None or (not answer["ok"] and answer["again"]):
                self.figures.resent += 1
                await asyncio.sleep(0.2)
                continue
            if not answer["ok"]:
                raise Refused(answer["message"], answer["code"])
            self.figures.ack_ms.append((clock() - began) * 1000)
            return command_id

    async def _call(self, raw: str) -> dict[str, Any] | None:
        """The acknowledgement, or None when the line broke before it came."""
        await self.welcomed.wait()
        asked = asyncio.ensure_future(self._line.call("command", raw, timeout=ACK_WAIT))
        broken = asyncio.ensure_future(self._broken(self.breaks))
        await asyncio.wait({asked, broken}, return_when=asyncio.FIRST_COMPLETED)
        broken.cancel()
        if not asked.done():
            asked.cancel()
            return None
        try:
            answer: dict[str, Any] = asked.result()
        except socketio.exceptions.SocketIOError:
            return None
        return answer

    async def _broken(self, before: int) -> None:
        """Until the line has broken once more, though it may be back already."""
        while self.breaks == before and not self.gone:
            await asyncio.sleep(0.05)

    # What this person sees.

    def one(self, stream: str, key: str) -> Any:
        return self.docs.get(stream, {}).get(key)

    def all(self, stream: str, name: str) -> list[Any]:
        return [doc for key, doc in self.docs.get(stream, {}).items() if key.startswith(f"{name}/")]

    @property
    def own(self) -> str:
        return f"person/{self.id}"

    @property
    def me(self) -> Any:
        return self.one(self.own, "me")

    @property
    def table(self) -> str | None:
        """My own table's stream. For a moment after a move two are heard: my document says which is mine."""
        stream = f"table/{self.me['table']}" if self.me else ""
        return stream if stream in self.docs else None

    @property
    def cafe(self) -> Any:
        return self.one("hall", "cafe")

    @property
    def step(self) -> Any:
        """The step that is on, or None."""
        current = self.cafe["current"] if self.cafe else None
        return self.one("hall", f"step/{current}") if current else None
