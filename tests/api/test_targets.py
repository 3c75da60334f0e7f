"""A server is not talked into knocking at doors of its own house."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.receiver import Receiver, receiving
from workshop.errors import Invalid
from workshop.webhooks import sending
from workshop.webhooks.sending import Attempt, Outcome, send
from workshop.webhooks.targets import may_connect, read_target

PUBLIC = ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
PRIVATE = ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "::1", "fd00::1"]
PRIVATE += ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"]
LINK_LOCAL = ["169.254.169.254", "fe80::1", "fe80::1%eth0", "fec0::1", "::ffff:169.254.169.254"]
NEVER = ["0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "::", "ff02::1", "::ffff:0.0.0.0"]  # noqa: S104


@pytest.mark.parametrize("address", [*PUBLIC, *PRIVATE, *LINK_LOCAL, *NEVER])
def test_only_what_a_setting_allows_is_connected_to(address: str) -> None:
    allowed = [targets for targets in ("public", "private", "any") if may_connect(address, targets)]  # type: ignore[arg-type]
    first = [address in PUBLIC, address in PRIVATE, address in LINK_LOCAL]
    assert allowed == (["public", "private", "any"][first.index(True) :] if any(first) else [])


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "https://",
        "https:///path",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/_HELO",
        "https://user:word@example.org/",
        "https://user@example.org/",
        "https://example.org/#part",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://[::1/",
        "https://exämple.org/",
        "https://example.org/a b",
        "https://example.org/\r\nHost: elsewhere",
        "https://example.org/\x00",
        "javascript:alert(1)",
        "https://example.org/" + "a" * 2_000,
    ],
)
def test_what_is_no_address_is_refused_in_words(url: str) -> None:
    with pytest.raises(Invalid, match="no address for a webhook") as refused:
        read_target(url, "any")
    assert refused.value.code == "url"


@pytest.mark.parametrize("targets", ["public", "private"])
def test_without_encryption_only_where_the_host_allows_it(targets: Any) -> None:
    with pytest.raises(Invalid, match="over https alone"):
        read_target("http://example.org/", targets)
    assert read_target("http://example.org:81/a?b=c", "any") == (False, "example.org", 81, "/a?b=c")
    assert read_target("HTTPS://Example.org", targets) == (True, "example.org", 443, "/")


@given(st.text(max_size=80) | st.text(max_size=40).map(lambda rest: f"https://{rest}"))
def test_any_words_are_an_address_or_refused(url: str) -> None:
    try:
        target = read_target(url, "public")
    except Invalid:
        return
    assert target.secure
    assert target.path.startswith("/")
    assert target.path.isprintable()


def attempt(url: str, targets: Any = "any") -> Attempt:
    return Attempt(url=url, headers={"content-type": "application/json"}, body="{}", targets=targets)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "0"])
def test_however_this_machine_is_written_it_is_not_told(receiver: Receiver, host: str) -> None:
    url = receiver.url.replace("http:", "https:").replace("127.0.0.1", host)
    assert send(attempt(url, "public")).problem in ("forbidden-address", "unknown-name")
    assert receiver.got == []


def test_a_name_is_looked_up_once_and_that_address_is_connected_to(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere the second time gains nothing."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def name_server(host: str, port: int, **more: Any) -> Any:
        looked_up.append(host)
        return real("127.0.0.1" if len(looked_up) == 1 else "192.0.2.1", port, **more)

    monkeypatch.setattr(socket, "getaddrinfo", name_server)
    assert send(attempt(receiver.url.replace("127.0.0.1", "cafe.example"))).status == 204
    assert looked_up == ["cafe.example"]
    assert receiver.got[0].headers["host"].startswith("cafe.example:")


def test_of_several_addresses_of_a_name_those_of_the_house_are_passed_over(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("10.0.0.1", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert send(attempt("https://cafe.example/", "public")) == Outcome(problem="forbidden-address")


def test_a_certificate_that_nobody_vouches_for_is_refused(receiver: Receiver) -> None:
    assert send(attempt(receiver.url.replace("http:", "https:"))) == Outcome(problem="tls")
    assert receiver.got == []


def test_a_name_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: Any, **__: Any) -> Any:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert send(attempt("http://nowhere.invalid/")) == Outcome(problem="unknown-name")


class Raw:
    """Answers whatever it is told to, piece by piece, and then keeps the line."""

    def __init__(self, *pieces: bytes, every: float = 0.0) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._pieces, self._every = pieces, every
        self._over = threading.Event()
        self.read = b""
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def _serve(self) -> None:
        line, _ = self._listener.accept()
        with line:
            self.read = line.recv(65_536)
            for piece in self._pieces:
                try:
                    line.sendall(piece)
                except OSError:
                    return
                self._over.wait(self._every)
            if self._every:
                self._over.wait(5)

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()


@pytest.mark.parametrize(
    "pieces",
    [
        (b"",),
        (b"SSH-2.0-OpenSSH\r\n",),
        (b"HTTP/1.1 \r\n\r\n",),
        (b"HTTP/1.1 99999 Huge\r\n\r\n",),
        (b"HTTP/1.1 200 OK\r\n" + b"x" * 100_000,),
        (b"\x16\x03\x01" * 10,),
    ],
)
def test_what_is_no_answer_is_none(pieces: tuple[bytes, ...]) -> None:
    with closing(Raw(*pieces)) as raw:
        came = send(attempt(raw.url))
        assert not came.heard
        assert came.problem in ("no-answer", "unreachable")


def test_an_answer_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "LONGEST", 0.3)
    with closing(Raw(*[b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n"] * 50], every=0.05)) as raw:
        assert send(attempt(raw.url)) == Outcome(problem="timeout")


def test_a_long_answer_is_not_read() -> None:
    endless = [b"HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n", *[b"x" * 1_000_000] * 20]
    with closing(Raw(*endless)) as raw:
        assert send(attempt(raw.url)) == Outcome(status=200)
