"""The nginx configuration that is shipped: who is led where, what is passed on, and what is kept back."""

from __future__ import annotations

import secrets
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.deploy.front import NAME, Backend, Front
from tests.services import until
from workshop.core.ids import new_code

Heard = dict[str, Any]


class Visitor:
    """A browser that takes the name for this machine's, and trusts its certificate."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.session = requests.Session()
        # Otherwise this machine's own list of authorities would count, and not this one.
        self.session.trust_env = False
        self.session.verify = str(front.certificate)
        self.session.headers["Host"] = NAME
        self.base = f"https://localhost:{front.tls}"

    def get(self, path: str, **how: Any) -> Heard:
        answer = self.session.get(self.base + path, timeout=60, **how)
        assert answer.status_code == 200
        heard: Heard = answer.json()
        return heard

    def goes_to(self, path: str) -> int:
        return int(self.get(path)["port"])


@pytest.fixture
def backends() -> Iterator[list[Backend]]:
    running = [Backend() for _ in range(3)]
    yield running
    for one in running:
        one.stop()


@pytest.fixture
def front(tmp_path: Path, backends: list[Backend]) -> Iterator[Front]:
    running = Front(tmp_path, [one.port for one in backends])
    yield running
    running.stop()


@pytest.fixture
def visitor(front: Front) -> Iterator[Visitor]:
    one = Visitor(front)
    with one.session:
        yield one


def ways(code: str) -> list[str]:
    """All addresses that belong to one café."""
    pages = [f"/j/{code}", f"/j/{code}/key", f"/w/{code}", f"/w/{code}/host", f"/w/{code}/report/key"]
    sockets = [f"/socket.io/?code={code}&EIO=4&transport={way}" for way in ("polling", "websocket")]
    return pages + sockets


def test_everybody_of_one_cafe_is_led_to_the_same_process(visitor: Visitor) -> None:
    codes = [new_code() for _ in range(30)]
    places = {code: {visitor.goes_to(way) for way in ways(code)} for code in codes}
    assert [code for code in codes if len(places[code]) != 1] == []
    # Thirty cafés all in one of three processes would be less likely than winning any lottery.
    assert len(set.union(*places.values())) == 3


def test_what_belongs_to_no_cafe_stays_with_its_visitor(visitor: Visitor) -> None:
    assert len({visitor.goes_to(path) for path in ("/", "/home", "/host/key", "/assets/app.js")}) == 1


def test_when_a_process_dies_only_its_cafes_move(visitor: Visitor, backends: list[Backend]) -> None:
    codes = [new_code() for _ in range(30)]
    before = {code: visitor.goes_to(f"/w/{code}") for code in codes}
    dead = backends.pop()
    dead.stop()
    after = {code: visitor.goes_to(f"/w/{code}") for code in codes}
    assert {code for code in codes if after[code] != before[code]} == {
        code for code in codes if before[code] == dead.port
    }
    # A form that had not been sent goes to another as well.
    moved = next(code for code in codes if before[code] == dead.port)
    sent = visitor.session.post(f"{visitor.base}/j/{moved}", data={"name": "Ann"}, timeout=60)
    assert (sent.status_code, sent.json()["method"]) == (200, "POST")
    backends.append(Backend(dead.port))
    until(lambda: {code: visitor.goes_to(f"/w/{code}") for code in codes} == before, "all to be as before")


def test_the_server_learns_who_it_was_and_nobody_can_pretend(visitor: Visitor) -> None:
    forged = {"X-Forwarded-For": "8.8.8.8", "X-Forwarded-Proto": "http", "X-Forwarded-Host": "evil.example"}
    headers = visitor.get("/", headers=forged)["headers"]
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert headers["x-forwarded-proto"] == "https"
    assert headers["x-forwarded-host"] == headers["host"] == NAME


def test_a_websocket_is_asked_for_as_one_and_nothing_else_is(visitor: Visitor) -> None:
    wish = {"Connection": "Upgrade", "Upgrade": "websocket"}
    headers = visitor.get("/socket.io/?code=X", headers=wish)["headers"]
    assert (headers["connection"], headers["upgrade"]) == ("upgrade", "websocket")
    assert "upgrade" not in visitor.get("/")["headers"]


def test_only_what_holds_no_keys_is_compressed(visitor: Visitor) -> None:
    packed = {
        path: "gzip"
        in visitor.session.get(visitor.base + path, timeout=60).headers.get("Content-Encoding", "")
        for path in ("/assets/app.js", "/w/CODE", "/socket.io/?code=CODE")
    }
    assert packed == {"/assets/app.js": True, "/w/CODE": False, "/socket.io/?code=CODE": False}


def test_the_log_holds_neither_keys_nor_addresses(visitor: Visitor, front: Front) -> None:
    key = secrets.token_urlsafe(20)
    for path in (f"/j/KUPFER/{key}", f"/host/{key}", f"/w/KUPFER/report/{key}", f"/w/KUPFER?{key}"):
        visitor.get(path)
    until(lambda: len(front.log().splitlines()) >= 4, "four lines")
    assert key not in front.log()
    assert "KUPFER" not in front.log()
    visited = [line.split()[2] for line in front.log().splitlines()]
    assert visited == ["/j/*/*", "/host/*", "/w/*/report", "/*/*"]


def test_figures_and_floods_stay_outside(visitor: Visitor) -> None:
    assert visitor.session.get(f"{visitor.base}/metrics", timeout=60).status_code == 404
    large = visitor.session.post(f"{visitor.base}/j/CODE", data=b"x" * 300_000, timeout=60)
    assert large.status_code == 413
    fits = visitor.session.post(f"{visitor.base}/j/CODE", data=b"x" * 256_000, timeout=60)
    assert fits.json()["bytes"] == 256_000


def test_without_tls_there_is_only_the_way_to_it(front: Front) -> None:
    (front.folder / ".well-known" / "acme-challenge").mkdir(parents=True)
    (front.folder / ".well-known" / "acme-challenge" / "token").write_text("proof")
    plain = f"http://127.0.0.1:{front.plain}"
    to = requests.get(f"{plain}/j/CODE", headers={"Host": NAME}, allow_redirects=False, timeout=60)
    assert (to.status_code, to.headers["Location"]) == (301, f"https://{NAME}/j/CODE")
    proof = requests.get(f"{plain}/.well-known/acme-challenge/token", timeout=60)
    assert proof.text == "proof"


def test_tls_is_not_older_than_1_2_and_remembered(visitor: Visitor, front: Front) -> None:
    kept = visitor.session.get(f"{visitor.base}/", timeout=60).headers["Strict-Transport-Security"]
    assert kept == "max-age=31536000"
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.load_verify_locations(front.certificate)
    old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2
    with (
        socket.create_connection(("127.0.0.1", front.tls), timeout=60) as line,
        old.wrap_socket(line, server_hostname=NAME) as safe,
    ):
        assert safe.version() == "TLSv1.2"
