"""Pictures of a café: as SVG alone, and as a page with the same facts in words.

Hosts see any picture at any time; everyone else, screens included, the one that a host is showing.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import ETags

from workshop import pictures
from workshop.activities.boards.board import items
from workshop.activities.pictures.messages import PictureName
from workshop.activities.pictures.rules import seen_by
from workshop.core.clock import MINUTE
from workshop.core.people import HOST, PARTICIPANT, SCREEN, Person
from workshop.core.state import Workshop
from workshop.errors import Invalid, NotAllowed, Refused
from workshop.hall import Hall
from workshop.jobs.crew import Crew
from workshop.ledger.records import Listing
from workshop.live.clock import now
from workshop.pictures import SHAPES, Picture, Shape
from workshop.pictures.data import Data
from workshop.web.album import Album
from workshop.web.cafe import present
from workshop.web.join import cookie
from workshop.web.kit import find_cafe, page, services
from workshop.web.places import Atlas, Places
from workshop.web.reading import WORTH_PACKING

blueprint = Blueprint("pictures", __name__)

# Seconds after which a browser may ask again for a map that is being worked out.
SOON = 2
# A picture that is opened alone may do nothing.
ALONE = "default-src 'none'; sandbox"
ALBUM = Album()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. ``of`` is None where it leaves that open; ``known``: what the browser has already."""

    cafe: Listing
    who: Person
    name: PictureName
    of: str | None
    shape: Shape
    kind: str
    known: ETags

    def subject(self, state: Workshop) -> str:
        return seen_by(state, self.who, self.name, self.of)


class Seen(NamedTuple):
    """``mark`` stands for all that the answer depends on. ``data`` is None where the browser has it."""

    mark: str
    data: Data | None


@blueprint.get("/w/<code>/pictures/<name>.<kind>")
def picture(code: str, name: str, kind: str) -> ResponseReturnValue:
    known = next((one for one in READ if one == name), None)
    if known is None or kind not in ("svg", "html"):
        abort(404)
    cafe = find_cafe(code)
    asked = Asked(
        cafe=cafe,
        who=_who(cafe),
        name=known,
        of=request.args.get("of") or None,
        shape=_shape(),
        kind=kind,
        known=request.if_none_match,
    )
    try:
        return _answer(asked)
    except Refused as refused:
        if kind == "svg":
            return Response(refused.message, refused.status, content_type="text/plain; charset=utf-8")
        raise


def _shape() -> Shape:
    wanted = request.args.get("shape", "page")
    if wanted not in SHAPES:
        raise Invalid(f"A picture has one of these shapes: {', '.join(SHAPES)}.", "shape")
    return SHAPES[wanted]


def _who(cafe: Listing) -> Person:
    """Whoever asks: by the token a script sends along, or by this browser's cookies, hosts first."""
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
    kept = (request.cookies.get(cookie(role), "") for role in (HOST, PARTICIPANT, SCREEN))
    for token in [sent] if sent else kept:
        try:
            person = present(cafe, *services().tokens.read_person(token))
        except Refused:
            continue
        if person is not None:
            return person
    raise NotAllowed("Pictures are for the people in this café. Join with its code first.", "reader")


def _answer(asked: Asked) -> Response:
    places = _places(asked) if asked.name == "map" else {}
    if places is None:
        return _not_yet()
    seen = services().conductor.ask(asked.cafe.id, partial(_look, asked, places))
    if seen.data is None:
        return _marked(Response(status=304), seen.mark)
    return _marked(_drawn(asked, seen.data), seen.mark)


def _places(asked: Asked) -> Places | None:
    board_id, notes = services().conductor.ask(asked.cafe.id, partial(_on_the_board, asked))
    return _atlas(services().crew).places(asked.cafe.id, board_id, notes)


@lru_cache(maxsize=4)
def _atlas(crew: Crew) -> Atlas:
    return Atlas(crew)


def _on_the_board(asked: Asked, hall: Hall) -> tuple[str, tuple[str, ...]]:
    board_id = asked.subject(hall.state)
    return board_id, tuple(each.id for each in items(hall.state, board_id))


def _look(asked: Asked, places: Places, hall: Hall) -> Seen:
    """Read the picture's data from a state that nobody changes meanwhile, unless the browser has it."""
    state = hall.state
    of = asked.subject(state)
    minute = now() // MINUTE if asked.name == "timeline" else 0
    about = (asked.name, of, state.n, asked.who.hosts, len(places), minute)
    mark = "-".join(map(str, (*about, asked.shape.name, asked.kind))).replace('"', "")
    if asked.known.contains_weak(mark):
        return Seen(mark, None)
    read = partial(READ[asked.name], state, of, places, asked.who.hosts)
    return Seen(mark, ALBUM.data((state.id, *about), read))


READ: dict[PictureName, Callable[[Workshop, str, Places, bool], Data]] = {
    "themes": lambda state, of, _places, hosts: pictures.themes_of(state, of, people=hosts),
    "votes": lambda state, of, _places, _hosts: pictures.votes_of(state, of),
    "mixing": lambda state, _of, _places, _hosts: pictures.mixing_of(state),
    "timeline": lambda state, _of, _places, _hosts: pictures.timeline_of(state, now()),
    "map": lambda state, of, places, _hosts: pictures.map_of(state, of, places),
}


def _drawn(asked: Asked, data: Data) -> Response:
    made = _picture(data, asked.shape)
    if asked.kind == "html":
        return _smaller(page("picture.html", picture=made, title=asked.cafe.title))
    response = Response(made.svg, content_type="image/svg+xml; charset=utf-8")
    response.headers["Content-Security-Policy"] = ALONE
    return _smaller(response)


def _smaller(response: Response) -> Response:
    """A map of many notes is seven times smaller when it is packed."""
    content = response.get_data()
    if len(content) > WORTH_PACKING and request.accept_encodings.quality("gzip"):
        response.set_data(_packed(content))
        response.headers["Content-Encoding"] = "gzip"
    return response


@lru_cache(maxsize=16)
def _packed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=5, mtime=0)


@lru_cache(maxsize=32)
def _picture(data: Data, shape: Shape) -> Picture:
    """Drawn once for everybody who looks at the same."""
    return pictures.draw(data, shape)


def _marked(response: Response, mark: str) -> Response:
    """A browser asks each time whether there is something new; no other cache may keep it."""
    response.set_etag(mark, weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Encoding, Authorization, Cookie"
    return response


def _not_yet() -> Response:
    words = "The map is being worked out. It takes a few seconds."
    response = Response(words, 202, content_type="text/plain; charset=utf-8")
    response.headers["Retry-After"] = str(SOON)
    response.headers["Cache-Control"] = "no-store"
    return response
