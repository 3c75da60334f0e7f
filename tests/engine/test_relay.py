"""News between processes over a real Redis: heard, gathered, lost and found again."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from tests.services import Redis, until
from workshop import relay as relays
from workshop.errors import Unavailable
from workshop.relay import Relay

News = tuple[Any, ...]
_houses = count()


class Ears:
    """Hears everything, in order."""

    def __init__(self) -> None:
        self.news: list[News] = []

    def noticed(self, workshop_id: str, n: int) -> None:
        self.news.append(("noticed", workshop_id, n))

    def weathered(self, process: str, workshop_id: str, weather: bytes) -> None:
        self.news.append(("weathered", process, workshop_id, weather))

    def connected(self) -> None:
        self.news.append(("connected",))

    def met(self, process: str) -> None:
        self.news.append(("met", process))

    def lost(self, process: str) -> None:
        self.news.append(("lost", process))

    def hears(self, *news: Any) -> None:
        until(lambda: news in self.news, f"{news} among {self.news[-20:]}")

    def times(self, what: str) -> int:
        return sum(one[0] == what for one in self.news)


class Process:
    """A relay and its ears."""

    def __init__(self, address: str, secret: str) -> None:
        self.ears = Ears()
        self.relay = Relay(address, secret, self.ears)
        self.relay.start()


Join = Callable[..., Process]


@pytest.fixture(scope="module")
def redis() -> Iterator[Redis]:
    running = Redis()
    yield running
    running.stop()


@pytest.fixture
def join(redis: Redis) -> Iterator[Join]:
    joined: list[Process] = []
    house = f"secret {next(_houses)}"

    def joining(secret: str = house) -> Process:
        joined.append(Process(redis.address, secret))
        return joined[-1]

    yield joining
    for process in joined:
        process.relay.close()
        assert not any(thread.is_alive() for thread in process.relay._threads)


def pair(join: Join) -> tuple[Process, Process]:
    """Two processes that have met."""
    one, two = join(), join()
    one.ears.hears("met", two.relay.process)
    two.ears.hears("met", one.relay.process)
    return one, two


def test_what_one_says_the_other_hears(join: Join) -> None:
    one, two = pair(join)
    assert one.ears.news[0] == ("connected",)
    one.relay.notice("w1", 7)
    one.relay.weather("w1", b"\x00 rain")
    two.ears.hears("noticed", "w1", 7)
    two.ears.hears("weathered", one.relay.process, "w1", b"\x00 rain")
    assert one.relay.others == {two.relay.process}
    # Nobody hears their own news, nor meets themselves.
    assert {news[0] for news in one.ears.news} == {"connected", "met"}


def test_of_many_notices_about_one_workshop_the_last_is_enough(join: Join) -> None:
    one, two = pair(join)
    for n in range(1, 5_001):
        one.relay.notice("w1", n)
    one.relay.notice("w1", 4)
    two.ears.hears("noticed", "w1", 5_000)
    assert two.ears.times("noticed") < 500
    numbers = [news[2] for news in two.ears.news if news[0] == "noticed"]
    assert numbers[-1] in (4, 5_000)
    assert max(numbers) == 5_000


def test_two_servers_on_one_redis_do_not_hear_each_other(join: Join) -> None:
    one, two = pair(join)
    stranger = join("another secret")
    stranger.ears.hears("connected")
    stranger.relay.notice("w1", 1)
    one.relay.notice("w1", 2)
    two.ears.hears("noticed", "w1", 2)
    assert stranger.relay.process not in {news[1] for news in two.ears.news if news[0] == "met"}
    assert stranger.ears.news == [("connected",)]
    assert [news for news in two.ears.news if news[0] == "noticed"] == [("noticed", "w1", 2)]


def test_who_leaves_is_lost_at_once(join: Join) -> None:
    one, two = pair(join)
    one.relay.notice("w1", 9)
    one.relay.close()
    two.ears.hears("noticed", "w1", 9)
    two.ears.hears("lost", one.relay.process)
    assert two.relay.others == frozenset()


TALKING = """
import sys
from workshop.relay import Relay
class Deaf:
    def __getattr__(self, name):
        return lambda *news: None
relay = Relay(sys.argv[1], sys.argv[2], Deaf())
relay.start()
print(relay.process, flush=True)
sys.stdin.read()
"""


def test_who_is_killed_is_lost_after_a_while(redis: Redis, join: Join) -> None:
    one = join("killed")
    command = [sys.executable, "-c", TALKING, redis.address, "killed"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:  # noqa: S603
        assert other.stdout is not None
        process = other.stdout.readline().strip()
        one.ears.hears("met", process)
        other.kill()
    one.ears.hears("lost", process)
    assert one.relay.up


def test_redis_away_and_back_is_noticed_by_all_and_loses_nobody(redis: Redis, join: Join) -> None:
    one, two = pair(join)
    before = two.ears.times("connected")
    redis.stop()
    until(lambda: not one.relay.up and not two.relay.up, "both to notice")
    for n in range(1, 100):
        one.relay.notice("w1", n)
        one.relay.notice("w2", n)
    redis.start()
    # What was given meanwhile may have been sent before the other heard again: being connected, it looks.
    until(lambda: two.ears.times("connected") > before, "a new connection")
    until(lambda: one.relay.up and two.relay.up and one.relay.waiting == 0, "all to be as before")
    two.relay.notice("w3", 1)
    one.ears.hears("noticed", "w3", 1)
    one.relay.notice("w1", 100)
    two.ears.hears("noticed", "w1", 100)
    assert one.ears.times("lost") == two.ears.times("lost") == 0


def test_a_redis_that_falls_silent_is_noticed(
    redis: Redis, join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = pair(join)
    redis.freeze()
    try:
        until(lambda: not one.relay.up and not two.relay.up, "both to notice")
    finally:
        redis.thaw()
    until(lambda: one.relay.up and two.relay.up, "both to be back")
    one.relay.notice("w1", 3)
    two.ears.hears("noticed", "w1", 3)
    assert one.ears.times("lost") == two.ears.times("lost") == 0


def test_nobody_waits_for_redis_and_the_oldest_weather_goes_first(redis: Redis, join: Join) -> None:
    one, two = pair(join)
    redis.stop()
    try:
        until(lambda: not one.relay.up, "it to notice")
        began = time.perf_counter()
        for n in range(20_000):
            one.relay.weather("w1", b"%d" % n)
            one.relay.notice(f"w{n % 10}", n)
        assert one.relay.waiting <= relays.MOST_WEATHER + 10
        # Had each of them waited for one attempt to reach Redis, it would have been hours.
        assert time.perf_counter() - began < 60
    finally:
        redis.start()
    two.ears.hears("noticed", "w9", 19_999)


def test_an_ear_that_fails_does_not_make_the_relay_deaf(join: Join, caplog: pytest.LogCaptureFixture) -> None:
    one, two = pair(join)
    heard = threading.Event()

    def fail(workshop_id: str, _n: int) -> None:
        heard.set()
        raise ValueError(workshop_id)

    two.ears.noticed = fail  # type: ignore[method-assign]
    one.relay.notice("w1", 1)
    until(heard.is_set, "the notice")
    one.relay.weather("w1", b"sun")
    two.ears.hears("weathered", one.relay.process, "w1", b"sun")
    assert "could not be taken in" in caplog.text


def test_what_is_unreadable_is_passed_over(
    redis: Redis, join: Join, caplog: pytest.LogCaptureFixture
) -> None:
    one, two = pair(join)
    for words in (b"", b"\xff\xff", b"\x93\x01\x02\x03"):
        one.relay._redis.publish(one.relay._channel, words)
    one.relay.notice("w1", 1)
    two.ears.hears("noticed", "w1", 1)
    assert two.relay.up
    assert "unreadable" in caplog.text


def test_an_address_that_is_none_is_refused_without_showing_it() -> None:
    with pytest.raises(Unavailable, match="REDIS_URL is not an address") as refused:
        Relay("my secret words", "secret", Ears())
    assert "words" not in refused.value.message


COOPERATING = """
import sys, time, warnings
warnings.simplefilter("ignore")
if sys.argv[3] == "eventlet":
    import eventlet
    eventlet.monkey_patch()
    from eventlet import spawn, sleep
else:
    from gevent import monkey
    monkey.patch_all()
    from gevent import spawn, sleep
from workshop.relay import Relay
class Echo:
    def noticed(self, workshop, n):
        relay.notice("echo " + workshop, n + 1)
    def __getattr__(self, name):
        return lambda *news: None
stalls = []
def beat():
    while True:
        began = time.monotonic()
        sleep(0.01)
        stalls.append(time.monotonic() - began)
spawn(beat)
relay = Relay(sys.argv[1], sys.argv[2], Echo())
relay.start()
while len(stalls) < 100 or not relay.up:
    sleep(0.01)
print("ready", sorted(stalls)[len(stalls) * 9 // 10], flush=True)
while True:
    sleep(1)
"""


@pytest.mark.parametrize("library", ["eventlet", "gevent"])
def test_it_lets_others_go_on_under_every_server_library(redis: Redis, join: Join, library: str) -> None:
    one = join(library)
    command = [sys.executable, "-c", COOPERATING, redis.address, library, library]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:  # noqa: S603
        try:
            assert other.stdout is not None
            ready, usual = other.stdout.readline().split()
            one.relay.notice("w1", 1)
            one.ears.hears("noticed", "echo w1", 2)
        finally:
            other.kill()
    assert ready == "ready"
    # While it waits for Redis, which is nearly always, a second would pass between two of its beats.
    assert float(usual) < relays.BEAT / 2
