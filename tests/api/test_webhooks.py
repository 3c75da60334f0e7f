"""Others are told when a café is closed: signed, until they have heard it, whatever happens meanwhile."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.api.kit import House
from tests.api.receiver import Receiver, receiving, verified
from tests.exporting.conftest import Told
from tests.harvest.day import CODE, Day
from tests.rules.cast import NOON
from tests.stories.cafe import Cafe, arrival, story
from tests.stories.server import Server, command_line
from workshop.jobs.worker import Worker
from workshop.ledger.hooks import Hook, hooks, keep_hook, latest
from workshop.ledger.ledger import Ledger
from workshop.webhooks import sending
from workshop.webhooks.message import EVENTS
from workshop.webhooks.post import KIND, WAITS, Post
from workshop.webhooks.sending import deliver
from workshop.webhooks.signing import secret_of, signature

EVENT = EVENTS["closed"]


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = time.time_ns() // 1_000_000

    def __call__(self) -> int:
        return self.at


class Office(House):
    """A server with the day that has closed, whose post looks round and whose worker works when told."""

    def __init__(self, folder: Path, day: Day) -> None:
        super().__init__(folder, day.cafe, webhook_targets="any", public_url="https://cafe.example")
        self.app.background.stop()
        self.clock = Clock()
        self.post = self._post()
        self.worker = Worker(self.app.ledger._engine, "sender", {KIND: deliver})

    def _post(self) -> Post:
        return Post(self.app.config, self.ledger, self.app.crew, self.clock)

    @property
    def ledger(self) -> Ledger:
        return self.app.ledger

    def adds(
        self, url: str, hook_id: str = "h1", only: str | None = None, made_at: int = 0, event: str = EVENT
    ) -> str:
        """Its secret."""
        keep_hook(self.ledger, Hook(hook_id, url, event, only, made_at))
        return secret_of(self.app.config.secret_key, hook_id)

    def round(self) -> None:
        """Look, send what is due, and see what became of it."""
        self.post.look()
        while self.worker._one():
            pass
        self.post.look()

    def states(self) -> list[tuple[str, int, str]]:
        return [(one.state, one.attempts, one.outcome) for one in latest(self.ledger)]


@pytest.fixture
def office(day: Day, tmp_path: Path) -> Iterator[Office]:
    with closing(Office(tmp_path, day)) as made:
        yield made


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def test_a_closed_café_is_told_once_with_links_and_no_content(office: Office, receiver: Receiver) -> None:
    secret = office.adds(receiver.url)
    for _ in range(3):
        office.round()
    (got,) = receiver.got
    assert got.path == "/hooks/cafe?of=council"
    assert verified(secret, got)
    here = f"https://cafe.example/api/v1/workshops/{CODE}"
    links = {"workshop": here} | {part: f"{here}/{part}" for part in ("harvest", "themes", "blueprint")}
    links |= {"version": None}
    assert got.said.pop("timestamp").startswith("2023-11-14T")
    assert {k: v for k, v in got.said.items() if k != "timestamp"} == {
        "id": got.id,
        "type": "workshop.closed",
        "data": {"workshop": CODE, "version": None, "links": links},
    }
    assert office.states() == [("delivered", 1, "204")]


def test_whoever_is_told_can_read_the_harvest_at_once(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url)
    office.round()
    with office.ledger.transaction() as connection:
        assert connection.exec_driver_sql("select count(*) from harvest").scalar() == 1
    (got,) = receiver.got
    assert office.reads(got.said["data"]["links"]["harvest"].removeprefix("https://cafe.example"))


def test_nothing_is_left_of_it_in_the_queue(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url)
    office.round()
    assert set(office.app.crew.jobs.counts().values()) == {0}


def test_what_is_not_heard_is_sent_again_later_and_later_under_the_same_id(
    office: Office, receiver: Receiver
) -> None:
    secret = office.adds(receiver.url)
    receiver.answers = [500, 503, 404, 302, 429]
    office.round()
    for no, wait in enumerate(WAITS, 1):
        office.clock.at += wait - 1
        office.round()
        assert len(receiver.got) == no, "too early"
        office.clock.at += 1
        office.round()
    assert len(receiver.got) == 6
    assert {got.id for got in receiver.got} == {receiver.got[0].id}
    assert {got.body for got in receiver.got} == {receiver.got[0].body}
    stamps = [int(got.headers["webhook-timestamp"]) for got in receiver.got]
    assert stamps == sorted(set(stamps))
    assert verified(secret, receiver.got[0])
    assert office.states() == [("delivered", 6, "204")]


def test_after_the_last_attempt_it_is_given_up(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url)
    receiver.answers = [500] * 20
    for wait in (*WAITS, WAITS[-1], WAITS[-1]):
        office.round()
        office.clock.at += wait
    assert len(receiver.got) == len(WAITS) + 1
    assert office.states() == [("failed", len(WAITS) + 1, "500")]


def test_one_that_is_gone_for_good_is_not_asked_again(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url)
    receiver.answers = [410]
    office.round()
    office.clock.at += WAITS[-1]
    office.round()
    assert (len(receiver.got), office.states()) == (1, [("failed", 1, "410")])


def test_redirects_are_not_followed(office: Office, receiver: Receiver) -> None:
    with receiving() as other:
        office.adds(receiver.url)
        receiver.answers, receiver.elsewhere = [301, 307], other.url
        office.round()
        office.clock.at += WAITS[0]
        office.round()
        assert (len(receiver.got), other.got) == (2, [])


def test_a_dead_receiver_holds_up_no_other(office: Office, receiver: Receiver) -> None:
    with receiving() as gone:
        url = gone.url
    office.adds(url, "h0")
    office.adds(receiver.url, "h1")
    office.round()
    assert len(receiver.got) == 1
    assert sorted(office.states()) == [("delivered", 1, "204"), ("waiting", 1, "refused")]


def test_several_processes_tell_it_once(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url)
    other = office._post()
    for _ in range(3):
        other.look()
        office.round()
        other.look()
    assert (len(receiver.got), office.states()) == (1, [("delivered", 1, "204")])


def test_a_process_that_starts_again_takes_over_what_was_sent_meanwhile(
    office: Office, receiver: Receiver
) -> None:
    office.adds(receiver.url)
    office.post.look()
    assert office.worker._one()
    office.post = office._post()
    office.round()
    office.round()
    assert (len(receiver.got), office.states()) == (1, [("delivered", 1, "204")])


def test_jobs_that_are_lost_are_asked_for_again_under_the_same_id(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url)
    office.post.look()
    (before,) = latest(office.ledger)
    office.app.crew.forget(*office.post._asked)
    office.round()
    office.round()
    assert [got.id for got in receiver.got] == [before.id]
    assert office.states() == [("delivered", 1, "204")]


def test_what_happened_before_is_not_told(office: Office, receiver: Receiver) -> None:
    office.adds(receiver.url, made_at=office.clock.at)
    with office.ledger.transaction() as connection:
        connection.exec_driver_sql("update workshop set updated_at = ?", (office.clock.at + 5_000,))
    office.round()
    assert (receiver.got, office.states()) == ([], [])


def test_one_for_another_café_is_not_told(office: Office, receiver: Receiver) -> None:
    office.another("OTHER", NOON, "running")
    office.adds(receiver.url, only="w-OTHER")
    office.adds(receiver.url, "h2", only="w1")
    office.round()
    assert len(receiver.got) == 1
    assert [one.webhook_id for one in latest(office.ledger)] == ["h2"]


def test_practice_is_nobodys_news(office: Office, receiver: Receiver) -> None:
    with office.ledger.transaction() as connection:
        connection.exec_driver_sql("update workshop set practice = 1")
    office.adds(receiver.url)
    office.round()
    assert receiver.got == []


def test_the_signature_is_that_of_the_standard() -> None:
    """The example of github.com/standard-webhooks/standard-webhooks."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    made = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_every_webhook_has_a_secret_of_its_own_and_none_is_kept(office: Office, receiver: Receiver) -> None:
    secrets = {office.adds(receiver.url, f"h{no}") for no in range(5)}
    assert len(secrets) == 5
    office.round()
    kept = b"".join(path.read_bytes() for path in office.app.config.data.iterdir() if path.is_file())
    assert receiver.url.encode() in kept
    assert not [one for one in secrets if one.removeprefix("whsec_").encode() in kept]


# The command line.


@pytest.fixture
def webhooks(office: Office, told: Told, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The command, beside the server."""
    monkeypatch.setenv("SECRET_KEY", office.app.config.secret_key)
    monkeypatch.setenv("WEBHOOK_TARGETS", "any")

    def telling(*words: object, code: int = 0) -> str:
        return told("webhooks", *words, "--data", office.app.config.data, code=code)

    return telling


Command = Callable[..., str]


def test_the_command_adds_tries_lists_and_drops(
    office: Office, receiver: Receiver, webhooks: Command
) -> None:
    none = "There are no webhooks. Add one with: workshop webhooks add URL --event closed\n"
    assert (webhooks("list"), webhooks()) == (none, none)
    secret = webhooks("add", receiver.url, "--event", "closed", "--workshop", "ab cd").splitlines()[0]
    (hook,) = hooks(office.ledger)
    assert (secret, hook.workshop_id) == (secret_of(office.app.config.secret_key, hook.id), "w1")
    assert webhooks("test", hook.id) == f"{receiver.url}: heard, with 204.\n"
    assert verified(secret, receiver.got[0])
    listed = webhooks("list")
    assert all(part in listed for part in (hook.id, receiver.url, "only ABCD", "workshop.closed"))
    assert secret not in listed
    assert (
        webhooks("drop", hook.id) == f"Webhook {hook.id} is gone. {receiver.url} is told nothing any more.\n"
    )
    assert hooks(office.ledger) == []


def test_the_command_says_what_was_sent_and_nothing_of_its_content(
    office: Office, receiver: Receiver, webhooks: Command
) -> None:
    assert webhooks("deliveries") == "Nothing has been sent yet.\n"
    office.adds(receiver.url)
    receiver.answers = [500]
    office.round()
    said = webhooks("deliveries")
    assert "workshop.closed of ABCD: waiting after 1 attempt, last: 500, next at 20" in said
    office.clock.at += WAITS[0]
    office.round()
    assert "delivered after 2 attempts, last: 204" in webhooks("deliveries")


def test_what_is_dropped_is_told_nothing_more(office: Office, receiver: Receiver, webhooks: Command) -> None:
    office.adds(receiver.url)
    receiver.answers = [500]
    office.round()
    webhooks("drop", "h1")
    office.clock.at += WAITS[0]
    office.round()
    assert (len(receiver.got), office.states()) == (1, [])


def test_one_that_does_not_hear_is_said_with_the_reason(
    office: Office, receiver: Receiver, webhooks: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.adds(receiver.url)
    receiver.answers = [500, None]
    assert webhooks("test", "h1", code=1) == f"{receiver.url}: not heard: it answered 500.\n"
    monkeypatch.setattr(sending, "LONGEST", 0.2)
    assert "there was no answer within" in webhooks("test", "h1", code=1)
    monkeypatch.setenv("WEBHOOK_TARGETS", "public")
    assert "it is told over https alone" in webhooks("test", "h1", code=1)
    assert len(receiver.got) == 2


def test_unknown_webhooks_and_cafés_are_said(webhooks: Command) -> None:
    for what in ("drop", "test"):
        assert "There is no webhook nowhere. List them with" in webhooks(what, "nowhere", code=2)
    said = webhooks("add", "https://example.org/", "--workshop", "ABCE", code=2)
    assert said.startswith("No café here has the code “ABCE”. Did you mean ABCD?")


# Over a real server, with real workers.


def closes(cafe: Cafe) -> None:
    cafe.hal.does("workshop.close")


def test_a_server_tells_by_its_worker(started: Callable[..., Server], receiver: Receiver) -> None:
    server = started(WORKERS="1", WEBHOOK_TARGETS="any")
    environment = os.environ | {"WEBHOOK_TARGETS": "any"}
    added = command_line("webhooks", "add", receiver.url, "--data", str(server.data), env=environment)
    cafe = Cafe(server, arrival(), story())
    closes(cafe)
    (got,) = receiver.until(1)
    assert verified(added.stdout.splitlines()[0], got)
    assert got.said["data"]["workshop"] == cafe.code
    cafe.go_home()


def test_a_worker_that_is_killed_over_it_is_replaced_and_the_id_stays(
    started: Callable[..., Server], receiver: Receiver
) -> None:
    server = started(WORKERS="1", WEBHOOK_TARGETS="any")
    receiver.answers = [None]
    environment = os.environ | {"WEBHOOK_TARGETS": "any"}
    command_line("webhooks", "add", receiver.url, "--data", str(server.data), env=environment)
    cafe = Cafe(server, arrival(), story())
    closes(cafe)
    receiver.until(1)
    os.kill(_worker(server), signal.SIGKILL)
    first, again = receiver.until(2)
    assert (first.id, first.body) == (again.id, again.body)
    cafe.go_home()


def _worker(server: Server) -> int:
    below = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    (pid,) = [int(one) for one in below]
    return pid
