"""``/api/v1``: read only, with a key, in JSON. No cookies, and nothing for the pages of other sites."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

import msgspec
from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from workshop.api.keys import day_of, known_key
from workshop.api.openapi import ROOT, described
from workshop.api.problems import NoKey, TooLittle, http_problem, problem
from workshop.api.resources import RESOURCES, Asked, Resource
from workshop.api.views import seen
from workshop.errors import Conflict, Invalid, Refused, TooMany, Unavailable
from workshop.harvest import pressed
from workshop.ledger.keys import Key, used_key
from workshop.live.clock import now
from workshop.web.kit import address, services
from workshop.web.reading import NOT_YET, WORTH_PACKING

blueprint = Blueprint("api", __name__, url_prefix=ROOT)
blueprint.register_error_handler(Refused, problem)
blueprint.register_error_handler(HTTPException, http_problem)
LONGEST_KEY = 200
MANY_BYTES = 250_000


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """What there is to read: no secret, so that it needs no key."""
    content = described()
    return _sent(content, _digest(content))


@blueprint.route("/", defaults={"rest": ""}, methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
@blueprint.route("/<path:rest>", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def elsewhere(rest: str) -> Response:
    """Everything else gets its answer in JSON too."""
    raise NotFound if request.method in ("GET", "HEAD") else MethodNotAllowed


def _view(resource: Resource) -> Callable[..., Response]:
    return lambda **parts: _answered(resource, parts)


for each in RESOURCES:
    blueprint.add_url_rule(
        each.path.replace("{", "<").replace("}", ">"), each.name, _view(each), methods=["GET"]
    )


def _answered(resource: Resource, parts: dict[str, str]) -> Response:
    asked = Asked(services().ledger, _admitted(resource), parts, _given(resource))
    if resource.of_harvest:
        return _of_harvest(resource, asked)
    content = msgspec.json.encode(resource.read(asked))
    return _sent(content, _digest(content))


def _of_harvest(resource: Resource, asked: Asked) -> Response:
    cafe = asked.cafe()
    if cafe.status != "closed":
        raise Conflict(NOT_YET, "not-closed")
    pressing = pressed(asked.ledger, cafe.id)
    mark = f"{pressing.id}-{'full' if asked.full else 'published'}"
    if request.if_none_match.contains_weak(mark):
        return _sent(b"", mark)
    left = seen(asked.ledger, services().config.database_url, cafe.id, pressing, asked.full)
    return _sent(msgspec.json.encode(resource.read(asked, left, mark)), mark)


def _given(resource: Resource) -> dict[str, str]:
    unknown = [name for name in request.args if name not in resource.query]
    if unknown:
        known = f"It knows: {', '.join(resource.query)}." if resource.query else "It knows none."
        raise Invalid(f"This address knows no “{unknown[0][:40]}” behind the question mark. {known}", "query")
    return request.args.to_dict()


def _admitted(resource: Resource) -> Key:
    """The key that was shown, if it opens this. Raises :class:`Refused`."""
    key = _key()
    if not services().calls.take(key.id):
        raise TooMany("This key has asked too often. Wait a minute, then ask more slowly.", "too-many")
    if not set(resource.scopes) & set(key.scopes):
        wanted = " or ".join(resource.scopes)
        raise TooLittle(f"This key may not read this. It takes one with {wanted}.", resource.scopes[0])
    _used(key)
    return key


def _key() -> Key:
    shown = request.headers.get("Authorization", "")
    kind, _, token = shown.partition(" ")
    if kind.lower() != "bearer" or not token:
        raise NoKey(
            "This needs a key, in the header “Authorization: Bearer KEY” and never in the address. "
            "Whoever looks after the server makes one: workshop keys make."
        )
    found = known_key(services().ledger, token.strip()[:LONGEST_KEY])
    if found is None:
        # A right key is always let in, however many wrong ones came from the same address.
        if not services().wrong_codes.take(address()):
            raise TooMany(
                "Too many wrong keys from here, and this one is wrong too. Wait a minute.", "wrong-keys"
            )
        raise NoKey("There is no such key. It may have been dropped, or is not complete.", "wrong-key")
    if found.expires_at is not None and now() >= found.expires_at:
        raise NoKey(f"This key was good until {day_of(found.expires_at)}. Ask for a new one.", "expired")
    return found


def _used(key: Key) -> None:
    """Once a day: it shows which keys nobody needs any more, and not who asks when."""
    today = day_of(now())
    if key.used_on != today:
        # Whoever reads must not have to wait until somebody can write.
        with suppress(Unavailable):
            used_key(services().ledger, key.id, today)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


@lru_cache(maxsize=8)
def _packed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=5, mtime=0)


def _sent(content: bytes, mark: str) -> Response:
    """An answer with its mark, or a word that the other side has it already."""
    known = request.if_none_match.contains_weak(mark)
    response = Response(b"" if known else content, 304 if known else 200, content_type="application/json")
    if len(content) > WORTH_PACKING and not known and request.accept_encodings.quality("gzip"):
        # Megabytes take a while, and need not hold up anybody.
        long = len(content) > MANY_BYTES
        response.data = services().crew.apart(lambda: _packed(content)) if long else _packed(content)
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(mark, weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Encoding, Authorization"
    return response
