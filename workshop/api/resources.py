"""Everything that can be read, in order: where it is, which keys open it, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar, get_args

from workshop.api.paging import cursor_of, page, read_cursor, read_limit
from workshop.api.scopes import BLUEPRINT, FULL, HARVEST, THEMES, WORKSHOPS
from workshop.api.shapes import Notes, Theme, Themes, Versions, Votes, Workshop, Workshops
from workshop.core.ids import read_code
from workshop.core.state import Status
from workshop.errors import Invalid, NotFound
from workshop.harvest.model import Blueprint, Harvest, Issued, NoteLine
from workshop.ledger.keys import Key, listed
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing

T = TypeVar("T")
STATUSES = get_args(Status)
PAGED = ("limit", "cursor")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. ``parts``: of its address; ``given``: what stands behind the question mark."""

    ledger: Ledger
    key: Key
    parts: dict[str, str]
    given: dict[str, str]

    @property
    def full(self) -> bool:
        return FULL in self.key.scopes

    def cafe(self) -> Listing:
        """Raises :class:`NotFound`, in the same words whether there is none or it is not for this key."""
        found = self.ledger.find(read_code(self.parts["code"]))
        if found is None or self.key.workshop_id not in (None, found.id):
            raise NotFound("There is no café with this code that this key may read.", "no-code")
        return found

    def paged(self, kind: str, lines: Sequence[T], mark: str) -> tuple[tuple[T, ...], str | None]:
        items, following = page(
            kind, lines, self.given.get("cursor"), read_limit(self.given.get("limit")), mark
        )
        return tuple(items), following


class Resource(NamedTuple):
    """``scopes``: any one of them will do. ``of_harvest``: it only comes at the close.

    ``read`` gives a ``shape``: from what was asked, and where it is of a harvest, from that and its version.
    """

    path: str
    name: str
    words: str
    scopes: tuple[str, ...]
    shape: type[Any]
    read: Callable[..., Any]
    query: tuple[str, ...] = ()
    of_harvest: bool = True


def _workshops(asked: Asked) -> Workshops:
    limit, status = read_limit(asked.given.get("limit")), _status(asked.given.get("status"))
    cursor = asked.given.get("cursor")
    after = None if cursor is None else read_cursor("workshops", cursor)
    found = listed(asked.ledger, limit + 1, after, status, asked.key.workshop_id)
    following = None
    if len(found) > limit:
        following = cursor_of("workshops", found[limit - 1].created_at, found[limit - 1].id)
    return Workshops(items=tuple(map(_shown, found[:limit])), next=following)


def _status(given: str | None) -> str | None:
    if given is not None and given not in STATUSES:
        raise Invalid(f"The status is one of: {', '.join(STATUSES)}.", "status")
    return given


def _shown(cafe: Listing) -> Workshop:
    fields = {name: getattr(cafe, name) for name in Workshop.__struct_fields__}
    return Workshop(**fields)


def _workshop(asked: Asked) -> Workshop:
    return _shown(asked.cafe())


def _harvest(_asked: Asked, left: Harvest, _mark: str) -> Harvest:
    return left


def _notes(asked: Asked, left: Harvest, mark: str) -> Notes:
    items, following = asked.paged("notes", _all_notes(left), mark)
    return Notes(items=items, next=following)


def _all_notes(left: Harvest) -> tuple[NoteLine, ...]:
    return tuple(note for one in left.rounds for note in one.notes)


def _themes(asked: Asked, left: Harvest, mark: str) -> Themes:
    items, following = asked.paged("themes", left.themes, mark)
    return Themes(items=items, next=following)


def _theme(asked: Asked, left: Harvest, _mark: str) -> Theme:
    found = next((theme for theme in left.themes if theme.id == asked.parts["theme"]), None)
    if found is None:
        raise NotFound("There is no theme with this id. It may have been merged into another.", "no-theme")
    lying = set(found.notes)
    return Theme(theme=found, notes=tuple(note for note in _all_notes(left) if note.id in lying))


def _votes(asked: Asked, left: Harvest, mark: str) -> Votes:
    items, following = asked.paged("votes", left.votes, mark)
    return Votes(items=items, next=following)


def _blueprint(_asked: Asked, left: Harvest, _mark: str) -> Blueprint:
    return left.blueprint


def _versions(asked: Asked, left: Harvest, mark: str) -> Versions:
    items, following = asked.paged("versions", left.blueprint.issued[::-1], mark)
    return Versions(items=items, next=following)


def _version(asked: Asked, left: Harvest, _mark: str) -> Issued:
    found = next((each for each in left.blueprint.issued if str(each.no) == asked.parts["no"]), None)
    if found is None:
        last = len(left.blueprint.issued)
        raise NotFound(f"There is no such version. So far {last or 'none'} have been issued.", "no-version")
    return found


CAFE = "/workshops/{code}"
ALL = (HARVEST, FULL)
RESOURCES: tuple[Resource, ...] = (
    Resource(
        "/workshops",
        "workshops",
        "The cafés that the key may see, the newest first.",
        (WORKSHOPS,),
        Workshops,
        _workshops,
        (*PAGED, "status"),
        of_harvest=False,
    ),
    Resource(
        CAFE, "workshop", "One café, and how far it is.", (WORKSHOPS,), Workshop, _workshop, of_harvest=False
    ),
    Resource(f"{CAFE}/harvest", "harvest", "The whole harvest in one piece.", ALL, Harvest, _harvest),
    Resource(f"{CAFE}/notes", "notes", "The notes, round by round.", ALL, Notes, _notes, PAGED),
    Resource(
        f"{CAFE}/themes",
        "themes",
        "The themes, those heard at most tables first.",
        (THEMES, *ALL),
        Themes,
        _themes,
        PAGED,
    ),
    Resource(
        f"{CAFE}/themes/{{theme}}",
        "theme",
        "One theme with its notes, by the id that the list of themes gives.",
        (THEMES, *ALL),
        Theme,
        _theme,
    ),
    Resource(f"{CAFE}/votes", "votes", "The votes, in the order of the day.", ALL, Votes, _votes, PAGED),
    Resource(
        f"{CAFE}/blueprint",
        "blueprint",
        "The blueprint: what people wrote, and drafts of ideas that nobody took up.",
        (BLUEPRINT, *ALL),
        Blueprint,
        _blueprint,
    ),
    Resource(
        f"{CAFE}/blueprint/versions",
        "versions",
        "The versions of the blueprint that were issued, the newest first.",
        (BLUEPRINT, *ALL),
        Versions,
        _versions,
        PAGED,
    ),
    Resource(
        f"{CAFE}/blueprint/versions/{{no}}",
        "version",
        "One version of the blueprint, by its number. It does not change any more.",
        (BLUEPRINT, *ALL),
        Issued,
        _version,
    ),
)
