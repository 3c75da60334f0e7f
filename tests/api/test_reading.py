"""What other systems read, in which pieces, and what they are told when they cannot."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.api.kit import CAFE, ROOT, House
from tests.harvest.day import CODE, Day, entries, entry_of, harvest
from workshop.activities.notes.messages import NoteAdded
from workshop.activities.people.messages import SetQuoting
from workshop.api import routes
from workshop.api.resources import RESOURCES
from workshop.api.scopes import BLUEPRINT, FULL, HARVEST, THEMES, WORKSHOPS
from workshop.ledger.records import Record

PATHS = [one.path.replace("{code}", CODE) for one in RESOURCES]
# Those that lead somewhere without an id.
PLAIN = [path for path in PATHS if "{" not in path]
OF_HARVEST = [
    one.path.replace("{code}", CODE).replace("{theme}", "any").replace("{no}", "1")
    for one in RESOURCES
    if one.of_harvest
]


def problem(answer: Any) -> tuple[int, str]:
    """Status and code of a plain refusal."""
    assert answer.content_type == "application/problem+json"
    said = msgspec.json.decode(answer.data)
    assert said["status"] == answer.status_code
    assert re.search(r"[.!?)]$", said["detail"]) or "workshop keys make" in said["detail"]
    return answer.status_code, said["code"]


def test_the_cafés_are_listed(house: House) -> None:
    (cafe,) = house.reads("/workshops")["items"]
    assert (cafe["code"], cafe["title"], cafe["status"], cafe["practice"]) == (
        CODE,
        "A café",
        "closed",
        False,
    )
    assert house.reads(f"/workshops/{CODE}") == cafe
    assert house.reads("/workshops/ab-cd") == cafe


def test_the_list_is_leafed_through_without_a_gap_also_where_many_were_made_at_once(house: House) -> None:
    codes = [f"C{no:03}" for no in range(25)]
    for no, code in enumerate(codes):
        house.another(code, at=1_800_000_000_000 + no // 5)
    all_at_once = house.leafs("/workshops", limit=100)
    assert house.leafs("/workshops", limit=7) == all_at_once
    assert sorted(one["code"] for one in all_at_once) == sorted([*codes, CODE])
    times = [one["created_at"] for one in all_at_once]
    assert times == sorted(times, reverse=True)


def test_the_list_can_be_of_one_status(house: House) -> None:
    house.another("LOBBY", at=1_800_000_000_000)
    assert [one["code"] for one in house.leafs("/workshops", status="lobby")] == ["LOBBY"]
    assert [one["code"] for one in house.leafs("/workshops", status="closed")] == [CODE]
    assert house.leafs("/workshops", status="running") == []


def test_the_harvest_is_the_one_that_documents_are_made_of(house: House, day: Day) -> None:
    assert house.reads(f"{CAFE}/harvest") == msgspec.json.decode(msgspec.json.encode(harvest(day.cafe)))


def test_its_parts_are_those_of_the_whole(house: House) -> None:
    left = house.reads(f"{CAFE}/harvest")
    notes = [note for one in left["rounds"] for note in one["notes"]]
    assert house.leafs(f"{CAFE}/notes", limit=2) == notes
    assert house.leafs(f"{CAFE}/themes", limit=1) == left["themes"]
    assert house.leafs(f"{CAFE}/votes") == left["votes"]
    assert house.reads(f"{CAFE}/blueprint") == left["blueprint"]


def test_a_theme_comes_with_its_notes(house: House) -> None:
    theme = next(one for one in house.leafs(f"{CAFE}/themes") if one["name"] == "Time")
    found = house.reads(f"{CAFE}/themes/{theme['id']}")
    assert found["theme"] == theme
    assert {note["text"] for note in found["notes"]} == {
        "Forms eat the evenings.",
        "More screen than people.",
        "Thursdays without forms.",
    }


@pytest.mark.parametrize("path", OF_HARVEST)
def test_before_the_close_there_is_no_harvest(running: House, path: str) -> None:
    assert problem(running.asks(path)) == (409, "not-closed")


@pytest.mark.parametrize("path", PATHS)
def test_without_a_key_nothing_is_read(house: House, path: str) -> None:
    answer = house.asks(path, None)
    assert problem(answer) == (401, "no-key")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="cafe"'


@pytest.mark.parametrize("path", PLAIN)
@pytest.mark.parametrize("scope", [WORKSHOPS, HARVEST, THEMES, BLUEPRINT, FULL])
def test_a_key_opens_what_its_scope_says_and_nothing_else(house: House, path: str, scope: str) -> None:
    resource = RESOURCES[PATHS.index(path)]
    answer = house.asks(path, house.key(scope))
    if scope in resource.scopes:
        assert answer.status_code == 200
    else:
        assert problem(answer) == (403, "scope")
        assert 'error="insufficient_scope"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    "shown",
    ["cafe", "cafe_", "cafe__", "cafe_12345678_x", "Ä🍎", "x" * 5_000, "cafe_" + "a" * 60 + "_b", "null"],
)
def test_a_wrong_key_opens_nothing(house: House, shown: str) -> None:
    answer = house.asks("/workshops", shown.encode().decode("latin-1"))
    assert problem(answer) == (401, "wrong-key")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_key_with_one_sign_changed_or_cut_off_opens_nothing(house: House) -> None:
    key = house.key()
    for wrong in (
        key[:-1],
        f"{key[:-1]}{'A' if key[-1] != 'A' else 'B'}",
        f"{key}A",
        key.replace("cafe", "Cafe"),
    ):
        assert problem(house.asks("/workshops", wrong))[0] == 401


@pytest.mark.parametrize("header", ["Basic Y2FmZTo=", "Bearer", "Bearer ", "", "cafe_1_2"])
def test_other_ways_to_show_a_key_are_told_the_right_one(house: House, header: str) -> None:
    answer = house.asks("/workshops", None, {"Authorization": header})
    assert problem(answer) == (401, "no-key")
    assert "Authorization: Bearer KEY" in answer.text


def test_a_key_in_the_address_is_no_key(house: House) -> None:
    for name in ("key", "access_token", "api_key"):
        assert problem(house.asks(f"/workshops?{name}={house.key()}", None)) == (401, "no-key")


def test_no_other_right_is_a_key(house: House) -> None:
    tokens = house.app.tokens
    for token in (tokens.home(), tokens.reader("w1"), tokens.person("w1", "hal"), tokens.role("w1", "host")):
        assert problem(house.asks("/workshops", token)) == (401, "wrong-key")


def test_a_key_for_one_café_sees_no_other(house: House) -> None:
    house.another("OTHER", at=1_800_000_000_000, status="closed")
    key = house.key(WORKSHOPS, FULL, only="w1")
    assert [one["code"] for one in house.leafs("/workshops", key)] == [CODE]
    there, nowhere = (house.asks(f"/workshops/{code}", key) for code in ("OTHER", "NOWHERE"))
    assert (problem(there), there.data) == ((404, "no-code"), nowhere.data)
    for part in ("harvest", "notes", "themes", "themes/x", "votes", "blueprint"):
        assert problem(house.asks(f"/workshops/OTHER/{part}", key)) == (404, "no-code")


def test_wrong_keys_are_slowed_down_and_a_right_one_is_let_in_beside_them(house: House) -> None:
    codes = [problem(house.asks("/workshops", f"cafe_{no:08}_x"))[1] for no in range(25)]
    assert codes == ["wrong-key"] * 20 + ["wrong-keys"] * 5
    assert house.asks("/workshops").status_code == 200


def test_a_key_that_asks_too_often_waits_and_others_do_not(day: Day, tmp_path: Any) -> None:
    house = House(tmp_path, day.cafe, calls_per_minute=3)
    key = house.key()
    answers = [house.asks("/workshops", key) for _ in range(4)]
    assert [answer.status_code for answer in answers[:3]] == [200] * 3
    assert problem(answers[3]) == (429, "too-many")
    assert answers[3].headers["Retry-After"] == "60"
    assert house.asks("/workshops", house.key()).status_code == 200
    house.close()


BAD = {
    "limit=0": "limit",
    "limit=101": "limit",
    "limit=-1": "limit",
    "limit=ten": "limit",
    "limit=": "limit",
    "limit=٣": "limit",
    "cursor=x": "cursor",
    "cursor=": "cursor",
    "cursor=W10": "cursor",
    "cursor=" + "A" * 5_000: "cursor",
    "cursor=%00%F0": "cursor",
    "limt=5": "query",
    "status=closing": "query",
}


@pytest.mark.parametrize("query", BAD)
def test_what_is_wrong_behind_the_question_mark_is_said(house: House, query: str) -> None:
    assert problem(house.asks(f"{CAFE}/notes?{query}")) == (400, BAD[query])


def test_an_unknown_status_is_answered_with_those_there_are(house: House) -> None:
    answer = house.asks("/workshops?status=closing")
    assert problem(answer) == (400, "status")
    assert "lobby, running, closed" in answer.text


def test_a_cursor_of_another_list_is_refused(house: House) -> None:
    cursor = house.reads(f"{CAFE}/notes?limit=1")["next"]
    assert problem(house.asks(f"{CAFE}/themes?cursor={cursor}")) == (400, "cursor")
    assert problem(house.asks(f"/workshops?cursor={cursor}")) == (400, "cursor")


def redact(house: House, day: Day) -> None:
    entry = entry_of(day.cafe, NoteAdded, note=day.ids["thursdays"])
    body = msgspec.json.decode(entry.body) | {"text": "[taken out]"}
    house.app.ledger.redact("w1", entry.n, msgspec.json.encode(body).decode())


def test_what_is_redacted_is_gone_at_once_and_lists_begin_again(house: House, day: Day) -> None:
    cursor = house.reads(f"{CAFE}/notes?limit=1")["next"]
    paths = [f"{CAFE}/{part}" for part in ("harvest", "notes", "themes", "votes", "blueprint")]
    assert sum(b"Thursdays" in house.asks(path).data for path in paths) >= 3
    redact(house, day)
    assert not any(b"Thursdays" in house.asks(path).data for path in paths)
    assert problem(house.asks(f"{CAFE}/notes?cursor={cursor}")) == (409, "cursor-stale")


@pytest.mark.parametrize("path", [*PLAIN, "/openapi.json"])
def test_who_has_it_already_is_not_sent_it_again(house: House, path: str) -> None:
    first = house.asks(path)
    again = house.asks(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert house.asks(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_redaction_changes_the_mark(house: House, day: Day) -> None:
    before = house.asks(f"{CAFE}/harvest").headers["ETag"]
    redact(house, day)
    again = house.asks(f"{CAFE}/harvest", headers={"If-None-Match": before})
    assert again.status_code == 200
    assert b"[taken out]" in again.data


@pytest.mark.parametrize("many", [routes.MANY_BYTES, 1_000])
def test_what_is_long_is_packed(house: House, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(routes, "MANY_BYTES", many)
    plain = house.asks(f"{CAFE}/harvest")
    packed = house.asks(f"{CAFE}/harvest", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3


@pytest.mark.parametrize("path", [*PATHS, "/openapi.json", "/nowhere"])
def test_no_answer_sets_a_cookie_or_lets_pages_of_other_sites_read_it(house: House, path: str) -> None:
    answer = house.asks(path, headers={"Origin": "https://elsewhere.example"})
    assert "Set-Cookie" not in answer.headers
    assert not [name for name in answer.headers if name[0].startswith("Access-Control")]
    assert answer.headers["Cache-Control"] in ("private, no-cache", "no-store")


@pytest.mark.parametrize(
    "path", ["", "/", "/nowhere", "/workshops/", f"/workshops/{CODE}/people", "/../host"]
)
def test_an_address_that_is_none_is_answered_in_json(house: House, path: str) -> None:
    answer = house.asks(ROOT + path)
    if answer.status_code in (307, 308):
        answer = house.asks(answer.headers["Location"].removeprefix("http://localhost"))
    assert problem(answer) == (404, "404")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", [*PATHS, "/openapi.json", "/nowhere"])
def test_nothing_can_be_changed(house: House, method: str, path: str) -> None:
    answer = getattr(house.app.web.test_client(), method)(
        ROOT + path, headers={"Authorization": f"Bearer {house.usual}"}, data=b"x"
    )
    assert problem(answer) == (405, "405")
    assert "GET" in answer.headers["Allow"]


def test_a_usual_key_reads_only_words_that_may_be_quoted(day: Day, tmp_path: Path) -> None:
    day.cafe.do("Dan", SetQuoting, on=False)
    house = House(tmp_path, day.cafe)
    for part in ("harvest", "notes", "themes", "votes", "blueprint"):
        usual, full = (house.asks(f"{CAFE}/{part}", house.key(scope)).text for scope in (HARVEST, FULL))
        assert "More screen than people." not in usual
        assert ("More screen than people." in full) == (part in ("harvest", "notes"))
    assert house.reads(f"{CAFE}/harvest", house.key(HARVEST))["published"] is True
    house.close()


def test_who_takes_back_their_yes_is_gone_from_the_next_answer(house: House, day: Day) -> None:
    key = house.key(HARVEST)
    before = house.asks(f"{CAFE}/notes", key)
    assert "Forms eat the evenings." in before.text
    day.cafe.do("Ann", SetQuoting, on=False)
    house.app.ledger.append(Record(workshop_id="w1", entries=entries(day.cafe)[-1:]))
    after = house.asks(f"{CAFE}/notes", key, {"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "Forms eat the evenings." not in after.text


def test_a_theme_that_is_not_there_is_said(house: House) -> None:
    for wrong in ("nowhere", "%00", "é" * 500):
        assert problem(house.asks(f"{CAFE}/themes/{wrong}")) == (404, "no-theme")


def test_a_large_café_is_read_the_same_beside_the_server(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = house.reads(f"{CAFE}/harvest")
    from workshop.api import views

    views._seen.cache_clear()
    monkeypatch.setattr(views, "MANY", 10)
    assert house.reads(f"{CAFE}/harvest") == before
