"""Signed tokens and links. Nobody without the server's key can change them; they end after some days."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, cast, get_args

from itsdangerous import BadData, URLSafeTimedSerializer

from workshop.core.people import Role
from workshop.errors import NotAllowed

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Tokens:
    """Makes and reads them. Each kind has its own salt, so that one can never pass for another."""

    key: str
    days: int = 90

    def _sign(self, kind: str, content: Any) -> str:
        return str(URLSafeTimedSerializer(self.key, salt=f"cafe.{kind}").dumps(content))

    def _read(self, kind: str, signed: str, days: int | None = None) -> Any:
        try:
            content, made = URLSafeTimedSerializer(self.key, salt=f"cafe.{kind}").loads(
                signed, return_timestamp=True
            )
        except (BadData, UnicodeError) as bad:
            raise NotAllowed(
                "This link is not complete, or not from this server. Open it again.", "token"
            ) from bad
        # What was made "in the future" is not too old: the clock has been set back since.
        if time.time() - made.timestamp() > (self.days if days is None else days) * DAY:
            raise NotAllowed("This link is too old. Ask your host for a new one.", "expired")
        return content

    def person(self, workshop_id: str, person_id: str) -> str:
        """One person's place in one workshop."""
        return self._sign("person", [workshop_id, person_id])

    def read_person(self, token: str) -> tuple[str, str]:
        """Workshop id and person id. Raises :class:`NotAllowed` (codes ``token``, ``expired``)."""
        workshop_id, person_id = self._read("person", token)
        return workshop_id, person_id

    def carried(self, workshop_id: str, person_id: str) -> str:
        """The same for a browser that keeps no cookies and must carry it in the address. For a day."""
        return self._sign("carried", [workshop_id, person_id])

    def read_carried(self, token: str) -> tuple[str, str]:
        """As :meth:`read_person`."""
        workshop_id, person_id = self._read("carried", token, days=1)
        return workshop_id, person_id

    def role(self, workshop_id: str, role: Role) -> str:
        """The right to join one workshop as host, facilitator or screen."""
        return self._sign("role", [workshop_id, role])

    def read_role(self, key: str, workshop_id: str) -> Role:
        of, role = self._read("role", key)
        if of != workshop_id or role not in get_args(Role):
            raise NotAllowed("This link is for another café.", "token")
        return cast(Role, role)

    def home(self) -> str:
        """The right to open this server's home: to see all workshops and start new ones."""
        return self._sign("home", "home")

    def read_home(self, key: str) -> None:
        self._read("home", key)

    def reader(self, workshop_id: str) -> str:
        """The right to read one workshop's harvest."""
        return self._sign("reader", workshop_id)

    def read_reader(self, key: str, workshop_id: str) -> None:
        if self._read("reader", key) != workshop_id:
            raise NotAllowed("This link is for another café.", "token")
