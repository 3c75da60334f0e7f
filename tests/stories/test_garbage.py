"""What is no message at all: the line it came over is answered or cut, and nobody else notices."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator

import pytest
import requests

from tests.stories.cafe import Cafe
from tests.stories.line import CLOSED, Line
from tests.stories.person import WAIT, refusal
from tests.stories.server import Server

NO_PACKETS = [
    "4",
    "42",
    "42{}",
    "42[]",
    '42["command"',
    '421["command",' + "[" * 9_000 + "]" * 9_000 + "]",
    '421["sync",{"streams":{"hall":' + "9" * 5_000 + "}}]",
    "4" + "9" * 200,
    '451-["command",{"_placeholder":true,"num":0}]',
    '4599999999-["command"]',
    "40garbage",
    "\x00\x00",
    "💥",
]


@pytest.fixture
def cafe(house: Cafe) -> Iterator[Cafe]:
    """A café that goes on all the while."""
    hal, ann = house.people[:2]
    yield house
    said = hal.does("say.all", text="Still here")
    ann.until(lambda: (ann.sees("hall", "saying") or {}).get("id") == said, "what Hal said")
    assert "Traceback" not in house.server.troubles()


@pytest.mark.parametrize("packet", NO_PACKETS, ids=range(len(NO_PACKETS)))
def test_what_is_no_packet_ends_its_line(cafe: Cafe, packet: str) -> None:
    with Line.of(cafe.people[1]) as line:
        line.says(packet)
        assert line.is_cut()


@pytest.mark.parametrize("event", ["connect", "disconnect"])
def test_nobody_can_slip_out_of_sight_and_go_on_listening(cafe: Cafe, event: str) -> None:
    with Line.of(cafe.people[1]) as line:
        assert refusal(line.asks(f'421["{event}"]'))["code"] == "unknown-event"
        assert line.asks('421["time",{}]')["ok"]  # type: ignore[index]


def test_binary_is_not_spoken_here(cafe: Cafe) -> None:
    with Line.of(cafe.people[1]) as line:
        line.socket.send_binary(b"\x00\x01\x02")
        assert line.is_cut()


def test_a_message_of_a_megabyte_ends_its_line(cafe: Cafe) -> None:
    with Line.of(cafe.people[1]) as line:
        line.says("421" + json.dumps(["command", "x" * 1_000_000]))
        assert line.is_cut()


def test_an_unknown_event_gets_an_answer(cafe: Cafe) -> None:
    with Line.of(cafe.people[1]) as line:
        assert refusal(line.asks('421["nonsense",1,2,3]'))["code"] == "unknown-event"
        assert refusal(line.asks("421[null]"))["code"] == "unknown-event"
        assert refusal(line.asks("421[[1]]"))["code"] == "unknown-event"


def test_another_place_on_the_line_is_not_open(cafe: Cafe) -> None:
    with Line.of(cafe.people[1]) as line:
        line.says("40/admin,")
        assert line.hears("44/admin,")[1] == "Unable to connect"


def test_whoever_speaks_before_coming_in_is_hung_up_on(cafe: Cafe) -> None:
    with Line(cafe.server.base) as line:
        assert line.asks('421["command","{}"]') is CLOSED


@pytest.mark.parametrize(
    "raw", [b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"\x00" * 5_000, b"PUT / HTTP/9.9\r\n\r\n"]
)
def test_what_is_no_http_is_hung_up_on(cafe: Cafe, server: Server, raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=WAIT) as line:
        line.sendall(raw)
        line.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    assert not answer or re.match(rb"HTTP/1.1 400|<!DOCTYPE HTML>.*Error code: (400|505)", answer, re.DOTALL)


def test_garbage_on_the_polling_way_in_is_refused(cafe: Cafe, server: Server) -> None:
    address = f"{server.base}/socket.io/?EIO=4&transport="
    assert requests.post(f"{address}polling&sid=nobody", data="40", timeout=WAIT).status_code == 400
    assert requests.get(f"{address}smoke", timeout=WAIT).status_code == 400
    assert requests.get(f"{server.base}/socket.io/?EIO=1", timeout=WAIT).status_code == 400


def test_a_form_of_a_megabyte_is_refused_in_words(cafe: Cafe, server: Server) -> None:
    page = requests.post(f"{server.base}/j/{cafe.code}", data={"name": "x" * 1_000_000}, timeout=WAIT)
    assert page.status_code == 413
    assert "What was sent is too large." in page.text
