"""News between the processes of one server: Redis carries them, and loses them now and then.

So nothing rests on a message. A notice says how far a workshop has come, and whoever missed it asks the
ledger; weather is dropped first. Each process is heard every second: one that falls silent is lost, and its
people with it.
"""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections import deque
from typing import Any, Protocol

import msgspec

from workshop.core.ids import new_id
from workshop.errors import Unavailable

log = logging.getLogger(__name__)

# Seconds: between two signs of life; until a silent process, or a silent Redis, counts as lost; until a
# connection or an answer is given up; between two attempts; between two bundles when there is much to say.
BEAT, SILENCE, ANSWER_WAIT, RETRY, PACE = 1.0, 5.0, 3.0, 0.5, 0.025
# How much weather may wait to be sent. What is older than that is no news any more.
MOST_WEATHER = 2_000


class Bundle(msgspec.Struct, array_like=True, frozen=True):
    """All that one process has to say in one moment. ``notices``: the last entry of each workshop."""

    process: str
    notices: dict[str, int] = {}
    weather: list[tuple[str, bytes]] = []
    leaves: bool = False


class Listener(Protocol):
    """Who hears the news of other processes, on the relay's own thread: it must not wait long."""

    def noticed(self, workshop_id: str, n: int) -> None:
        """Another process has appended to this workshop, up to entry ``n``."""

    def weathered(self, process: str, workshop_id: str, weather: bytes) -> None:
        """What another process says of its people in this workshop."""

    def connected(self) -> None:
        """From now on news are heard; before, any may have been missed: check everything."""

    def met(self, process: str) -> None:
        """Another process has come, and knows nothing of the people who are connected here."""

    def lost(self, process: str) -> None:
        """A process has left or fallen silent: who was connected to it is not connected any more."""


class Relay:
    """One process's line to all others. ``secret`` is what the processes of one server have in common.

    ``notice`` and ``weather`` never wait and never fail.
    """

    def __init__(self, address: str, secret: str, listener: Listener) -> None:
        self.process = new_id()
        # Two servers may share one Redis: their news must not mix, whatever its databases are numbered.
        self._channel = "cafe:" + hashlib.sha256(f"relay {secret}".encode()).hexdigest()[:24]
        self._redis = _client(address)
        self._listener = listener
        self._notices: dict[str, int] = {}
        self._weather: deque[tuple[str, bytes]] = deque(maxlen=MOST_WEATHER)
        self._lock = threading.Lock()
        self._stirred, self._stopped = threading.Event(), threading.Event()
        self._heard: dict[str, float] = {}
        self._up = False
        self._threads = [
            threading.Thread(target=work, name=f"relay-{work.__name__.strip('_')}", daemon=True)
            for work in (self._publish, self._listen)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def notice(self, workshop_id: str, n: int) -> None:
        """Tell the others how far this workshop has come. Of several notices only the last is sent."""
        with self._lock:
            self._notices[workshop_id] = max(n, self._notices.get(workshop_id, 0))
        self._stirred.set()

    def weather(self, workshop_id: str, weather: bytes) -> None:
        """Tell the others something that may be lost. When too much waits, the oldest is dropped."""
        with self._lock:
            self._weather.append((workshop_id, weather))
        self._stirred.set()

    @property
    def up(self) -> bool:
        """Whether news are heard at the moment."""
        return self._up

    @property
    def others(self) -> frozenset[str]:
        """The processes that have shown a sign of life lately, without this one."""
        return frozenset(self._heard) - {self.process}

    @property
    def waiting(self) -> int:
        """How much has not been sent yet: workshops with a notice, and weather."""
        return len(self._notices) + len(self._weather)

    def close(self) -> None:
        """Say what is left to say, and that this process leaves."""
        self._stopped.set()
        self._stirred.set()
        # Hearing its own last word, the listening thread wakes up and ends as well.
        for thread in self._threads:
            thread.join(ANSWER_WAIT)
        self._redis.close()

    # One thread sends all that is there in one go.

    def _publish(self) -> None:
        while not self._stopped.is_set():
            self._stirred.wait(BEAT)
            self._stirred.clear()
            sent = self._sent(self._gathered(leaves=False))
            self._miss_the_silent()
            self._stopped.wait(PACE if sent else RETRY)
        self._sent(self._gathered(leaves=True))

    def _gathered(self, *, leaves: bool) -> Bundle:
        with self._lock:
            notices, self._notices = self._notices, {}
            weather = list(self._weather)
            self._weather.clear()
        return Bundle(process=self.process, notices=notices, weather=weather, leaves=leaves)

    def _sent(self, bundle: Bundle) -> bool:
        try:
            self._redis.publish(self._channel, msgspec.msgpack.encode(bundle))
        except Exception as problem:
            if self._up:
                log.warning("Redis cannot be reached: %s", type(problem).__name__)
            # Those who hear it late will have asked the ledger long before, and are not disturbed.
            for workshop_id, n in bundle.notices.items():
                self.notice(workshop_id, n)
            return False
        return True

    # Another thread hears.

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                with self._redis.pubsub() as line:
                    line.subscribe(self._channel)
                    self._hear(line)
            except Exception as problem:
                if self._up:
                    log.warning("Redis is silent: %s", type(problem).__name__)
            self._up = False
            self._stopped.wait(RETRY)

    def _hear(self, line: Any) -> None:
        """Until the line breaks. This process hears itself as well: a line without its own beat is dead."""
        while not self._stopped.is_set():
            message = line.get_message(timeout=SILENCE)
            if message is None:
                raise TimeoutError
            if message["type"] == "subscribe":
                self._begin_to_hear()
            elif message["type"] == "message":
                self._take(message["data"])

    def _begin_to_hear(self) -> None:
        # Those known before were not silent: nobody could hear them.
        self._heard = dict.fromkeys(self._heard, time.monotonic())
        self._up = True
        self._tell("connected")

    def _take(self, raw: bytes) -> None:
        try:
            bundle = msgspec.msgpack.decode(raw, type=Bundle)
        except msgspec.DecodeError:
            log.warning("something unreadable came over Redis")
            return
        known = bundle.process in self._heard
        self._heard[bundle.process] = time.monotonic()
        if bundle.process == self.process:
            return
        if not known:
            self._tell("met", bundle.process)
        for workshop_id, n in bundle.notices.items():
            self._tell("noticed", workshop_id, n)
        for workshop_id, weather in bundle.weather:
            self._tell("weathered", bundle.process, workshop_id, weather)
        if bundle.leaves:
            self._lose(bundle.process)

    def _miss_the_silent(self) -> None:
        now, heard = time.monotonic(), dict(self._heard)
        if not self._up or now - heard.get(self.process, 0) > 2 * BEAT:
            # It is Redis that is silent, and says nothing about anybody.
            return
        for process, last in heard.items():
            if now - last > SILENCE:
                self._lose(process)

    def _lose(self, process: str) -> None:
        if self._heard.pop(process, None) is not None and process != self.process:
            self._tell("lost", process)

    def _tell(self, what: str, *news: Any) -> None:
        try:
            getattr(self._listener, what)(*news)
        except Exception:
            log.exception("news of another process could not be taken in")


def _client(address: str) -> Any:
    """Redis, with an end to waiting. Raises :class:`Unavailable` without the library, or for no address."""
    try:
        from redis import Redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry
    except ImportError as problem:
        raise Unavailable(
            f"Redis needs a library that is not here ({problem}). "
            "Install it with: pip install --require-hashes -r requirements/scale.txt",
            "redis",
        ) from problem
    waits = {"socket_timeout": ANSWER_WAIT, "socket_connect_timeout": ANSWER_WAIT, "socket_keepalive": True}
    try:
        return Redis.from_url(address, retry=Retry(NoBackoff(), 0), **waits)
    except ValueError as problem:
        raise Unavailable(
            "The setting REDIS_URL is not an address. Give one such as redis://localhost:6379/0, or none.",
            "redis",
        ) from problem
