"""The ledger on PostgreSQL: the same promises, and an outage that ends by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.harvest.day import Day, harvest, put
from tests.services import Postgres
from workshop.core.ids import new_code, new_id
from workshop.errors import Unavailable
from workshop.harvest import press, read
from workshop.ledger import postgres
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry, Listing, Record, Stale

NOON = 1_700_000_000_000
# What a call to a database that is gone may take, on a machine that is slow: a few times the limits.
A_FEW_SECONDS = 30.0
SAID = '{"type":"say.said","saying":"s","text":"Ein Äpfelchen 🍎"}'


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    running = Postgres()
    yield running
    running.close()


@pytest.fixture
def opened() -> Iterator[Callable[[str], Ledger]]:
    ledgers: list[Ledger] = []

    def opening(address: str) -> Ledger:
        ledgers.append(Ledger(open_database(address)))
        return ledgers[-1]

    yield opening
    for ledger in ledgers:
        ledger.close()


@pytest.fixture
def ledger(server: Postgres, opened: Callable[[str], Ledger]) -> Ledger:
    return opened(server.database())


def entry(n: int) -> Entry:
    return Entry(n=n, at=NOON + n, by=None, command=new_id(), type="say.said", body=SAID, streams={"hall": n})


def listing(workshop_id: str) -> Listing:
    return Listing(
        id=workshop_id,
        code=new_code(),
        title="Ein Café",
        status="lobby",
        practice=False,
        created_at=NOON,
        updated_at=NOON,
    )


def begun(ledger: Ledger, entries: int = 1) -> str:
    workshop = new_id()
    first = Record(workshop_id=workshop, entries=[entry(1)], names={"p": "Ann"}, listing=listing(workshop))
    ledger.append(first)
    if entries > 1:
        rest = [entry(n) for n in range(2, entries + 1)]
        ledger.append(Record(workshop_id=workshop, entries=rest))
    return workshop


def test_what_was_appended_is_read_back_in_order(ledger: Ledger) -> None:
    workshop = begun(ledger)
    more = [entry(2), entry(3), entry(4)]
    ledger.append(Record(workshop_id=workshop, entries=more))
    assert ledger.read(workshop)[1:] == more
    assert ledger.read(workshop, after=3) == more[2:]
    assert ledger.names(workshop) == {"p": "Ann"}


@pytest.mark.parametrize("n", [1, 2])
def test_a_number_is_given_once(ledger: Ledger, n: int) -> None:
    workshop = begun(ledger, 2)
    before = ledger.read(workshop)
    with pytest.raises(Stale):
        ledger.append(Record(workshop_id=workshop, entries=[entry(3), entry(n)]))
    assert ledger.read(workshop) == before
    ledger.append(Record(workshop_id=workshop, entries=[entry(3)]))


def test_entries_belong_to_a_workshop(ledger: Ledger) -> None:
    with pytest.raises(Stale):
        ledger.append(Record(workshop_id="nowhere", entries=[entry(2)]))
    assert ledger.read("nowhere") == []


def test_of_two_writers_one_is_first_and_the_other_is_told(
    server: Postgres, opened: Callable[[str], Ledger]
) -> None:
    address = server.database()
    ledgers = [opened(address) for _ in range(4)]
    workshop = begun(ledgers[0])
    line = threading.Barrier(len(ledgers))

    def write(ledger: Ledger) -> bool:
        line.wait(A_FEW_SECONDS)
        try:
            ledger.append(Record(workshop_id=workshop, entries=[entry(2), entry(3)]))
        except Stale:
            return False
        return True

    with ThreadPoolExecutor() as hands:
        assert sorted(hands.map(write, ledgers)) == [False, False, False, True]
    assert [e.n for e in ledgers[0].read(workshop)] == [1, 2, 3]


def test_a_workshop_is_found_listed_redacted_and_forgotten(ledger: Ledger) -> None:
    workshop = begun(ledger, 2)
    found = ledger.listing(workshop)
    assert found is not None
    assert ledger.find(found.code) == found
    assert ledger.listings() == [found]
    ledger.redact(workshop, 2, "{}")
    ledger.forget(workshop, "p", "Someone")
    assert [e.body for e in ledger.read(workshop)] == [SAID, "{}"]
    assert ledger.names(workshop) == {"p": "Someone"}


def test_the_latest_entries_of_many_workshops_are_one_question(ledger: Ledger) -> None:
    one, two = begun(ledger, 3), begun(ledger, 5)
    begun(ledger)
    assert ledger.newest([one, two, "nowhere"]) == {one: 3, two: 5}
    assert ledger.newest([]) == {}


def test_processes_that_start_together_bring_the_tables_up_to_date_once(server: Postgres) -> None:
    address = server.database()
    script = "import sys; from workshop.ledger.database import open_database; open_database(sys.argv[1])"
    command = [sys.executable, "-c", script, address]
    together = [
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(4)
    ]
    ended = [(one.communicate(timeout=120)[1], one.returncode) for one in together]
    assert [code for _, code in ended] == [0] * 4, ended


def ends_in_time(call: Callable[[], object]) -> None:
    began = time.monotonic()
    with pytest.raises(Unavailable):
        call()
    assert time.monotonic() - began < A_FEW_SECONDS


def test_a_database_that_is_away_is_said_and_it_heals_by_itself(server: Postgres, ledger: Ledger) -> None:
    workshop = begun(ledger)
    second = Record(workshop_id=workshop, entries=[entry(2)])
    server.stop()
    try:
        ends_in_time(lambda: ledger.append(second))
        ends_in_time(lambda: ledger.read(workshop))
    finally:
        server.start()
    ledger.append(second)
    assert [e.n for e in ledger.read(workshop)] == [1, 2]


def test_a_restart_that_nobody_noticed_costs_nobody_anything(
    server: Postgres, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = begun(ledger)
    with ThreadPoolExecutor() as hands:
        # Several connections rest in the pool, and every one of them is dead afterwards.
        assert len(list(hands.map(ledger.read, [workshop] * 40))) == 40
    monkeypatch.setattr(postgres, "TRUSTED", 0)
    server.stop()
    server.start()
    for _ in range(10):
        assert [e.n for e in ledger.read(workshop)] == [1]


def test_a_database_that_falls_silent_is_given_up_within_seconds(server: Postgres, ledger: Ledger) -> None:
    workshop = begun(ledger)
    server.freeze()
    try:
        ends_in_time(lambda: ledger.append(Record(workshop_id=workshop, entries=[entry(2)])))
        ends_in_time(lambda: ledger.read(workshop))
    finally:
        server.thaw()
    known = ledger.newest([workshop])[workshop]
    # It was never acknowledged: what had reached the server may have been kept or not, but never half.
    assert known in (1, 2)
    ledger.append(Record(workshop_id=workshop, entries=[entry(known + 1)]))
    assert [e.n for e in ledger.read(workshop)] == list(range(1, known + 2))


def test_a_statement_that_waits_for_somebody_else_is_given_up(server: Postgres, ledger: Ledger) -> None:
    workshop = begun(ledger)
    with ledger._engine.connect() as other, other.begin():
        other.exec_driver_sql("lock table entry in exclusive mode")
        ends_in_time(lambda: ledger.append(Record(workshop_id=workshop, entries=[entry(2)])))
    ledger.append(Record(workshop_id=workshop, entries=[entry(2)]))


def test_a_whole_day_and_its_harvest_are_kept_there_too(ledger: Ledger) -> None:
    day = Day()
    day.whole()
    put(day.cafe, ledger)
    assert press(ledger, "w1") == harvest(day.cafe)
    assert read(ledger, "w1") == harvest(day.cafe)


@pytest.mark.parametrize("spelling", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_the_address_means_the_driver_that_is_here(spelling: str) -> None:
    url = postgres.read_address(f"{spelling}://ann:secret@db.example/cafe?sslmode=require")
    assert url.render_as_string(hide_password=False) == (
        "postgresql+psycopg://ann:secret@db.example/cafe?sslmode=require"
    )


def test_an_address_that_is_none_is_refused_without_showing_it() -> None:
    with pytest.raises(Unavailable) as refused:
        open_database("my secret words")
    assert "DATABASE_URL is not an address" in refused.value.message
    assert "secret" not in refused.value.message


def test_a_server_that_is_not_there_is_said_without_the_password(server: Postgres) -> None:
    with pytest.raises(Unavailable) as refused:
        open_database("postgresql://ann:secret@127.0.0.1:1/cafe")
    assert refused.value.message.startswith("The database cannot be used: ")
    assert "secret" not in refused.value.message


COOPERATING = """
import warnings
warnings.simplefilter("ignore")
import eventlet
eventlet.monkey_patch()
import sys, time
from workshop.ledger.database import open_database
engine = open_database(sys.argv[1])
def wait():
    with engine.connect() as connection:
        connection.exec_driver_sql("select pg_sleep(1)")
beats = 0
def beat():
    global beats
    while True:
        eventlet.sleep(0.01)
        beats += 1
eventlet.spawn(beat)
began = time.monotonic()
waiting = [eventlet.spawn(wait) for _ in range(8)]
for one in waiting:
    one.wait()
print(time.monotonic() - began, beats)
"""


def cooperating(address: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", COOPERATING, address],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=os.environ | environment,
    )


def test_under_eventlet_others_go_on_while_the_database_works(server: Postgres) -> None:
    done = cooperating(server.database())
    assert done.returncode == 0, done.stderr
    seconds, beats = done.stdout.split()
    # Eight waits of a second at once; one after the other they would take eight.
    assert float(seconds) < 6
    assert int(beats) > 20


def test_a_driver_that_would_hold_everybody_up_is_refused_at_the_start(server: Postgres) -> None:
    done = cooperating(server.database(), PSYCOPG_WAIT_FUNC="wait_c")
    assert done.returncode != 0
    assert "PostgreSQL would hold up everybody while it works" in done.stderr
