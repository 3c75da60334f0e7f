"""A server with cafés on it, keys to it, and other systems that ask it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from werkzeug.test import TestResponse

from tests.harvest.day import CODE, put
from tests.rules.cast import Cafe as Played
from workshop.api.keys import make_key
from workshop.api.scopes import FULL, HARVEST, WORKSHOPS
from workshop.app import Cafe, create_app
from workshop.config import Config
from workshop.core.ids import new_id
from workshop.ledger.records import Entry, Listing, Record
from workshop.live.clock import now

ROOT = "/api/v1"
CAFE = f"{ROOT}/workshops/{CODE}"


class House:
    """A server with one café on it, or none."""

    def __init__(self, folder: Path, played: Played | None, **settings: Any) -> None:
        folder.mkdir(exist_ok=True)
        address = f"sqlite:///{folder / 'cafe.db'}"
        config = Config(data=folder, database_url=address, secret_key="k" * 32, workers=0, **settings)
        self.app: Cafe = create_app(config, async_mode="threading")
        if played is not None:
            put(played, self.app.ledger)
        self._made = 0

    def close(self) -> None:
        """Give all files back: a run of tests has only so many."""
        self.app.stop()
        self.app.ledger.close()

    def another(self, code: str, at: int, status: Any = "lobby") -> None:
        """One more café on the list."""
        listing = Listing(
            id=f"w-{code}",
            code=code,
            title="Another café",
            status=status,
            practice=False,
            created_at=at,
            updated_at=at,
        )
        entry = Entry(n=1, at=at, by=None, command=new_id(), type="x.x", body="{}", streams={})
        self.app.ledger.append(Record(workshop_id=listing.id, listing=listing, entries=[entry]))

    def key(self, *scopes: str, only: str | None = None, days: int | None = None) -> str:
        self._made += 1
        wanted = scopes or (WORKSHOPS, HARVEST)
        return make_key(self.app.ledger, f"key {self._made}", wanted, only, days, now())

    def asks(self, path: str, key: str | None = "", headers: Mapping[str, str] | None = None) -> TestResponse:
        """Another system asks. ``key``: a usual one by default; None: without any."""
        shown = {} if key is None else {"Authorization": f"Bearer {key or self.usual}"}
        address = path if path.startswith("/api") else f"{ROOT}{path}"
        return self.app.web.test_client().get(address, headers={**shown, **(headers or {})})

    @property
    def usual(self) -> str:
        found: str = self.__dict__.setdefault("_usual", self.key(WORKSHOPS, FULL))
        return found

    def reads(self, path: str, key: str = "") -> Any:
        answer = self.asks(path, key)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.data)

    def leafs(self, path: str, key: str = "", **given: object) -> list[Any]:
        """Page after page, to the end."""
        items: list[Any] = []
        query = "&".join(f"{name}={value}" for name, value in given.items())
        following = ""
        while following is not None:
            found = self.reads(f"{path}?{query}{following and f'&cursor={following}'}", key)
            items += found["items"]
            following = found["next"]
        return items
