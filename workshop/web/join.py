"""The way in: type a code, read the notice, say a name, take a seat. Works without any script."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, request
from flask.typing import ResponseReturnValue

from workshop.activities.people.messages import Join
from workshop.core.ids import new_id
from workshop.core.people import HOST, PARTICIPANT, SCREEN, Role
from workshop.core.state import Workshop
from workshop.errors import Conflict, Invalid, Refused, TooMany
from workshop.ledger.records import Listing
from workshop.web.kit import address, find_cafe, keep_cookie, only_from_here, page, services

blueprint = Blueprint("join", __name__)

WHERE = {"participant": "", "facilitator": "", "host": "/host", "screen": "/screen"}


def place(code: str, role: Role) -> str:
    """The page on which someone of this role takes part."""
    return f"/w/{code}{WHERE[role]}"


def cookie(role: Role) -> str:
    """The cookie that keeps a place. A host's browser may also be a participant's, so each has its own."""
    return "cafe" + WHERE[role].replace("/", "-")


@blueprint.get("/")
def landing() -> Response:
    return page("landing.html", typed="", problem=None)


@blueprint.post("/")
def code_typed() -> ResponseReturnValue:
    typed = request.form.get("code", "")
    try:
        return redirect(f"/j/{find_cafe(typed).code}", 303)
    except Refused as refused:
        return page("landing.html", refused.status, typed=typed[:40], problem=refused.message)


@blueprint.get("/j/<code>")
@blueprint.get("/j/<code>/<key>")
def join_page(code: str, key: str | None = None) -> ResponseReturnValue:
    cafe = find_cafe(code)
    if code != cafe.code:
        # The cookie that leads back to a seat belongs to the code as it is kept.
        return redirect(_address(cafe, key), 303)
    role = _role(cafe, key)
    if has_place(cafe, role):
        return redirect(place(cafe.code, role), 303)
    if role == SCREEN:
        return _join(cafe, role, "Screen")
    return _form(cafe, role, key)


@blueprint.post("/j/<code>")
@blueprint.post("/j/<code>/<key>")
def join(code: str, key: str | None = None) -> ResponseReturnValue:
    only_from_here()
    cafe = find_cafe(code)
    role = _role(cafe, key)
    try:
        if role == PARTICIPANT and request.form.get("agree") != "yes":
            raise Invalid("Tick “I want to take part” first. Nothing starts without your yes.", "agree")
        return _join(cafe, role, request.form.get("name", ""), request.form.get("group", ""), _quoting())
    except Refused as refused:
        return _form(cafe, role, key, refused)


def _address(cafe: Listing, key: str | None) -> str:
    return f"/j/{cafe.code}" + (f"/{key}" if key else "")


def _role(cafe: Listing, key: str | None) -> Role:
    return PARTICIPANT if key is None else services().tokens.read_role(key, cafe.id)


def has_place(cafe: Listing, role: Role) -> bool:
    """Whether this browser has a place in the café already, in this very role."""
    try:
        workshop_id, person_id = services().tokens.read_person(request.cookies.get(cookie(role), ""))
    except Refused:
        return False
    if workshop_id != cafe.id:
        return False
    person = services().conductor.person(cafe.id, person_id)
    return person is not None and not person.gone and person.role == role


def _quoting() -> bool:
    """Whether the box was ticked that lets one's words be quoted. Nothing else depends on it."""
    return request.form.get("quoting") == "yes"


def _join(cafe: Listing, role: Role, name: str, group: str = "", quoting: bool = False) -> Response:
    known = services()
    if not known.joins.take(address()):
        raise TooMany("Many people are joining from here at once. Wait a moment, then press again.", "joins")
    person_id = new_id()
    order = Join(id=person_id, name=name, role=role, group=group, quoting=quoting)
    known.conductor.command(cafe.id, order)
    # A browser never sends what stands behind the "#", and no server logs it: see carried.py.
    way = f"{place(cafe.code, role)}/in#{known.tokens.carried(cafe.id, person_id)}"
    response = Response(status=303, headers={"Location": way})
    keep_cookie(response, cookie(role), known.tokens.person(cafe.id, person_id), f"/w/{cafe.code}")
    # The way in must know it too, so that opening the link again leads to the same seat.
    keep_cookie(response, cookie(role), known.tokens.person(cafe.id, person_id), f"/j/{cafe.code}")
    return response


def _form(cafe: Listing, role: Role, key: str | None, refused: Refused | None = None) -> Response:
    told = services().conductor.ask(cafe.id, lambda hall: _told(hall.state))
    if cafe.status == "closed" and role != HOST:
        refused = refused or Conflict("This café has ended, so nobody can join it any more.", "ended")
    return page(
        "join.html",
        refused.status if refused else 200,
        **told,
        cafe=cafe,
        role=role,
        action=_address(cafe, key),
        name=request.form.get("name", request.cookies.get("cafe-name", ""))[:200],
        group=request.form.get("group", ""),
        agreed=request.form.get("agree") == "yes",
        quoting=_quoting(),
        problem=refused,
    )


def _told(state: Workshop) -> dict[str, Any]:
    """What the page says of the café."""
    return {
        "purpose": state.purpose,
        "notice": [part.strip() for part in state.notice.split("\n\n") if part.strip()],
        "minutes": state.planned_minutes,
        "hosts": [person.name for person in state.with_role("host")],
        "groups": state.people_settings.groups,
        "quoting_days": state.quoting.days,
        "attribution": state.quoting.attribution,
        "tryout": any(step.activity == "arrival" for step in state.steps.values()),
    }
