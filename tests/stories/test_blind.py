"""An open vote is blind on every path: streams, snapshots, pages, exports, pictures, metrics and the log."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from tests.stories.cafe import Browser, step, story
from tests.stories.conftest import Round, seated
from tests.stories.person import Person
from tests.stories.server import Server
from workshop.harvest import TABLE

PICTURES = ("themes", "votes", "mixing", "timeline", "map")
# What is made beside the server takes long, and is made of the same harvest.
QUICK = [document.name for document in TABLE if not document.slow]
# It grows with every entry.
VOLATILE = re.compile(r'"through": \d+')


class Ears:
    """Everything that anybody can hear or fetch while a vote is on."""

    def __init__(self, r: Round, watchers: list[Person], documents: Collection[str]) -> None:
        self.r = r
        self.documents = documents
        self.watchers = watchers
        self.server: Server = r.cafe.server
        self.readers = {name: self._browser(name) for name in ("Hal", "Dan", "Sol")}

    def _browser(self, name: str) -> Browser:
        """A browser of somebody's role."""
        if name == "Hal":
            return self.r.cafe.browser
        browser = Browser(self.server)
        link = self.r.cafe.link({"Sol": "screen", "Fay": "facilitator"}.get(name, "participant"))
        browser.opens(link)
        if name != "Sol":
            browser.joins(link, f"{name} reads")
        return browser

    def paths(self, ballots: list[str]) -> Iterator[str]:
        code = self.r.cafe.code
        yield from (f"/w/{code}/{name}" for name in (*self.documents, "report", "blueprint"))
        for name in PICTURES:
            for kind in ("svg", "html"):
                yield f"/w/{code}/pictures/{name}.{kind}"
        yield from (f"/w/{code}/pictures/votes.svg?of={ballot}" for ballot in ballots)

    def pages(self, ballots: list[str]) -> dict[tuple[str, str], tuple[int, str]]:
        found = {}
        for name, browser in self.readers.items():
            for path in self.paths(ballots):
                answer = browser.opens(path)
                found[name, path] = (answer.status_code, _steady(path, answer.content))
        return found

    def metrics(self) -> set[str]:
        """Every figure by its name and labels, without its value."""
        text = Browser(self.server).opens("/metrics").text
        return {line.rpartition(" ")[0] for line in text.splitlines()}

    def snapshots(self) -> dict[str, dict[str, Any]]:
        """What each of them would be told who comes now."""
        seen = {}
        for who in self.watchers:
            fresh = who.second_tab()
            for stream, docs in fresh.docs.items():
                seen[f"{who.name}: {stream}"] = {k: v for k, v in docs.items() if not k.startswith("votes/")}
            fresh.close_the_lid()
        return seen


def _steady(path: str, content: bytes) -> str:
    """What must stay as it is. The day as a line grows with the clock: of it the counts are compared."""
    if content[:2] == b"PK":
        return " ".join(f"{f.filename} {f.CRC}" for f in ZipFile(BytesIO(content)).infolist())
    if content.startswith(b"%PDF"):
        return sha256(content).hexdigest()
    if "timeline" in path:
        return " ".join(re.findall(r"\d+ contributions?", content.decode()))
    return VOLATILE.sub("", content.decode())


def listen(ears: Ears, ballots: list[str], votes: list[tuple[Person, dict[str, Any]]]) -> None:
    """People vote; meanwhile nobody hears more than how many have, and only hosts hear that."""
    before = ears.pages(ballots), ears.metrics(), ears.snapshots()
    heard = {who: len(who.heard) for who in ears.watchers}
    for voter, fields in votes:
        voter.does("dots.place", **fields)
    people = len({fields.get("on_behalf_of") or voter.id for voter, fields in votes})
    step_id = ballots[-1].split("/")[0]
    ears.r.hal.until(lambda: ears.r.hal.sees("desk", f"votes/{step_id}")["voted"] == people, "their number")
    for who in ears.watchers:
        who.asks("time")
        for stream, event in who.heard[heard[who] :]:
            assert (who.name, stream, event["type"]) == ("Hal", "desk", "dots.placed")
            assert set(event["put"]) == {f"votes/{step_id}"}
            assert set(event["put"][f"votes/{step_id}"]) == {"step", "voted", "tables", "lacking"}
    pages, metrics, snapshots = ears.pages(ballots), ears.metrics(), ears.snapshots()
    for where, found in pages.items():
        assert found == before[0][where], where
    # Other stories of this process have left figures of their own.
    assert {m for m in metrics - before[1] if "dots" in m or "ballot" in m} == set()
    assert metrics >= before[1]
    assert snapshots == before[2]
    log = ears.server._log.read_text()
    options = {option for _, fields in votes for option in fields["dots"]}
    assert not any(option in log for option in options)


@pytest.mark.parametrize("where", ["hall", "table"])
def test_an_open_vote_shows_nothing_to_anybody_and_neither_does_the_second(made: Any, where: str) -> None:
    dots = step("dot_voting", "Dots", over="notes", where=where, dots=9, cap=9, take=1)
    r = seated(made(story(), story("Again", seating="stay"), dots))
    notes = [r.ann.writes(words) for words in ("Apple", "Pear", "Plum")]
    sol = r.cafe.join("Sol")
    step_id = r.cafe.next()
    ballot = step_id if where == "hall" else f"{step_id}/{r.here}"
    for who in r.cafe.people:
        who.until(lambda who=who: who.cafe["current"] == step_id)
    ears = Ears(r, [r.hal, r.fay, r.flo, r.dan, sol], QUICK)
    one, two, _ = notes
    votes = [
        (r.ann, {"ballot": ballot, "dots": {one: 7}}),
        (r.ann, {"ballot": ballot, "dots": {one: 6}}),
        (r.fay, {"ballot": ballot, "dots": {two: 6}, "on_behalf_of": r.bob.id}),
    ]
    listen(ears, [ballot], votes)
    assert r.bob.until(lambda: r.bob.sees(f"person/{r.bob.id}", f"receipt/{ballot}"))["entered_by"] == "Fay"

    r.hal.does("ballot.close", ballot=ballot)
    stream = "hall" if where == "hall" else f"table/{r.here}"
    result = r.bob.until(lambda: r.bob.sees(stream, f"ballot/{ballot}")["result"], "the result")
    assert (result[one], result[two]) == (6, 6)
    r.bob.until(lambda: r.bob.sees(f"person/{r.bob.id}", f"dots/{ballot}") is None, "no dots any more")

    r.hal.does("tie.vote-again", ballot=ballot)
    again = f"{ballot}/again"
    r.ann.until(lambda: r.ann.sees(stream, f"ballot/{again}"), "the second vote")
    votes = [
        (r.ann, {"ballot": again, "dots": {one: 1}}),
        (r.bob, {"ballot": again, "dots": {two: 1}}),
    ]
    listen(ears, [ballot, again], votes)


def test_two_hosts_who_close_at_once_and_a_repeat_lead_to_one_result(made: Any) -> None:
    r = seated(
        made(story(), story("Again", seating="stay"), step("dot_voting", "Dots", over="notes", take=1))
    )
    note = r.ann.writes("Apple")
    hana = r.cafe.join("Hana")
    ballot = r.cafe.next()
    r.bob.does("dots.place", ballot=ballot, dots={note: 1})
    same = r.hal.command("ballot.close", ballot=ballot)
    answers = [r.hal.tells(same), hana.tells(hana.command("ballot.close", ballot=ballot)), r.hal.tells(same)]
    assert [answer["ok"] for answer in answers] == [True, True, True]
    assert answers[0]["n"] == answers[2]["n"] != 0 == answers[1]["n"]
    for who in (r.hal, hana, r.ann, r.bob, r.dan):
        assert who.until(lambda who=who: who.sees("hall", f"ballot/{ballot}")["result"]) == {note: 1}
