"""Whatever happened in a café, no answer holds names, ids of people, or words that are not for the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.api.kit import CAFE, House
from tests.rules.followed import Followed
from tests.rules.test_live_equals_late import a_day
from workshop.activities.steps.messages import CloseWorkshop
from workshop.api.scopes import FULL, HARVEST
from workshop.core.people import HOST

# Days of a thousand commands: the fourth has its steps shuffled.
SEEDS = 6
LISTS = ("notes", "themes", "votes")


def closed(seed: int) -> Followed:
    """A day, brought to its end if it has none."""
    cafe = a_day(seed)
    if cafe.state.status != "closed":
        host = next(person for person in cafe.state.with_role(HOST))
        cafe.do(host.id, CloseWorkshop)
    return cafe


def everything(house: House, *scopes: str) -> Iterator[str]:
    """Every answer that a key gets."""
    key = house.key(*scopes)
    yield house.asks(f"{CAFE}/harvest", key).text
    yield house.asks(f"{CAFE}/blueprint", key).text
    for name in LISTS:
        items = house.leafs(f"{CAFE}/{name}", key, limit=7)
        yield json.dumps(items)
        for theme in items if name == "themes" else ():
            yield house.asks(f"{CAFE}/themes/{theme['id']}", key).text


@pytest.mark.parametrize("seed", range(SEEDS))
def test_on_any_day_nobody_hears_what_is_not_for_them(seed: int, tmp_path: Path) -> None:
    cafe = closed(seed)
    with closing(House(tmp_path, cafe)) as house:
        full, published = "".join(everything(house, FULL)), "".join(everything(house, HARVEST))
    for person in cafe.state.people.values():
        assert f'"{person.id}"' not in full + published
        assert not re.search(rf"\b{re.escape(person.name)}\b", full + published)
    notes = list(cafe.state.notes.values())
    standing = [note for note in notes if not note.deleted]
    assert standing
    assert [note.text for note in standing if json.dumps(note.text)[1:-1] not in full] == []
    assert [note.text for note in notes if note.deleted and f'"{note.text}"' in full] == []
    silent = [note for note in standing if not cafe.state.people[note.by].quoting]
    assert [note.text for note in silent if note.text in published] == []
