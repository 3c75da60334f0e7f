"""The description says what there is, and every answer is as it says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.api.kit import CAFE, ROOT, House
from tests.api.schema import wrong
from tests.harvest.day import CODE
from workshop.api.openapi import openapi
from workshop.api.resources import RESOURCES
from workshop.api.scopes import SCOPES
from workshop.webhooks.message import EVENTS, message

DOCS = Path(__file__).parents[2] / "docs"
DESCRIBED: dict[str, Any] = json.loads(msgspec.json.encode(openapi()))
PARTS = DESCRIBED["components"]["schemas"]


def described(path: str, status: str = "200") -> Any:
    """The schema of an answer."""
    answer = DESCRIBED["paths"][path]["get"]["responses"][status]
    if "$ref" in answer:
        answer = DESCRIBED["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    (content,) = answer["content"].values()
    return content["schema"]


def test_it_is_served_to_anybody(house: House) -> None:
    answer = house.asks("/openapi.json", None)
    assert msgspec.json.decode(answer.data) == DESCRIBED


def test_it_is_what_the_docs_show(house: House) -> None:
    assert json.loads((DOCS / "schemas" / "openapi.json").read_text()) == DESCRIBED


def test_every_address_is_described_and_the_other_way_round(house: House) -> None:
    there = {
        str(rule).removeprefix(ROOT).replace("<", "{").replace(">", "}")
        for rule in house.app.web.url_map.iter_rules()
        if str(rule).startswith(ROOT) and rule.endpoint not in ("api.elsewhere", "api.openapi")
    }
    assert there == set(DESCRIBED["paths"])


def addresses(house: House) -> dict[str, str]:
    """Every described path, and where it is to be found."""
    theme = house.reads(f"{CAFE}/themes")["items"][0]["id"]
    # No version of a blueprint was issued here: those are read where there are some.
    paths = [path for path in DESCRIBED["paths"] if "{no}" not in path]
    return {path: path.replace("{code}", CODE).replace("{theme}", theme) for path in paths}


def test_every_answer_is_as_it_is_described(house: House) -> None:
    for scope in ("harvest:read", "harvest:full"):
        key = house.key("workshops:read", scope)
        for path, address in addresses(house).items():
            assert [*wrong(house.reads(address, key), described(path), PARTS, path)] == []


@pytest.mark.parametrize(
    ("given", "status"),
    [("?what=1", "400"), ("", "401"), ("", "403"), ("NOWHERE", "404"), ("", "409")],
    ids=["400", "401", "403", "404", "409"],
)
def test_every_refusal_is_as_it_is_described(house: House, running: House, given: str, status: str) -> None:
    path = "/workshops/{code}/votes"
    keys = {"401": "wrong", "403": house.key("themes:read")}
    server = running if status == "409" else house
    address = f"/workshops/{given}/votes" if given.isalpha() else f"{CAFE}/votes{given}"
    answer = server.asks(address, keys.get(status, ""))
    assert answer.status_code == int(status)
    assert [*wrong(msgspec.json.decode(answer.data), described(path, status), PARTS)] == []


def test_what_a_webhook_gets_is_as_it_is_described() -> None:
    event = EVENTS["closed"]
    made = msgspec.to_builtins(message("msg_1", event, 1_700_000_000_000, CODE, "https://cafe.example"))
    told = DESCRIBED["webhooks"][event]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert [*wrong(made, told, PARTS)] == []
    assert made["timestamp"] == "2023-11-14T22:13:20.000+00:00"


def test_the_checker_finds_what_does_not_fit() -> None:
    good = {"type": "about:blank", "title": "x", "status": 400, "detail": "x", "code": "x"}
    shape = {"$ref": "#/components/schemas/Problem"}
    assert [*wrong(good, shape, PARTS)] == []
    for bad in (
        {**good, "more": 1},
        {**good, "status": "400"},
        {**good, "status": True},
        {**good, "type": "x"},
        [],
    ):
        assert [*wrong(bad, shape, PARTS)]
    assert [*wrong({name: good[name] for name in ("type", "title")}, shape, PARTS)]


def test_every_reference_leads_somewhere_and_every_part_is_used() -> None:
    used = set(re.findall(r'"#/components/(\w+/[\w-]+)"', json.dumps(DESCRIBED)))
    parts = DESCRIBED["components"]
    there = {f"{kind}/{name}" for kind in ("schemas", "responses") for name in parts[kind]}
    assert used == there


def test_the_docs_say_every_address_scope_and_parameter() -> None:
    words = (DOCS / "api.md").read_text()
    assert [scope for scope in SCOPES if f"`{scope}`" not in words] == []
    paths = [one.path.replace("{code}", "CODE") for one in RESOURCES]
    paths = [path.replace("{theme}", "ID").replace("{no}", "NO") for path in paths]
    assert [path for path in paths if path not in words.replace("…", "/workshops/CODE")] == []
    assert [name for one in RESOURCES for name in one.query if name not in words] == []
