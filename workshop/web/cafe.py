"""The page of the café itself: one shell for every role, with what the browser needs to connect."""

from __future__ import annotations

from typing import Any

import segno
from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from workshop.core.people import HOST, PARTICIPANT, SCREEN, Person, Role
from workshop.errors import Refused
from workshop.ledger.records import Listing
from workshop.web.join import cookie, place
from workshop.web.kit import find_cafe, page, public_address, services

blueprint = Blueprint("cafe", __name__)


@blueprint.get("/w/<code>")
def taking_part(code: str) -> ResponseReturnValue:
    return _shell(code, PARTICIPANT)


@blueprint.get("/w/<code>/host")
def hosting(code: str) -> ResponseReturnValue:
    return _shell(code, HOST)


@blueprint.get("/w/<code>/screen")
def screen(code: str) -> ResponseReturnValue:
    return _shell(code, SCREEN)


def _shell(code: str, role: Role) -> ResponseReturnValue:
    cafe = find_cafe(code)
    token = request.cookies.get(cookie(role), "")
    try:
        person = present(cafe, *services().tokens.read_person(token))
    except Refused:
        person = None
    if person is None:
        return redirect(_way_in(cafe, role), 303)
    return page("cafe.html", title=cafe.title, boot=boot_of(cafe, person, token))


def present(cafe: Listing, workshop_id: str, person_id: str) -> Person | None:
    """This person, if they have a place in this very café."""
    if workshop_id != cafe.id:
        return None
    person = services().conductor.person(cafe.id, person_id)
    return None if person is None or person.gone else person


def _way_in(cafe: Listing, role: Role) -> str:
    """Back to joining. Who holds this server's home may host any of its cafés."""
    if role == PARTICIPANT or not holds_home():
        return f"/j/{cafe.code}"
    return f"/j/{cafe.code}/{services().tokens.role(cafe.id, role)}"


def holds_home() -> bool:
    try:
        services().tokens.read_home(request.cookies.get("home", ""))
    except Refused:
        return False
    return True


def boot_of(cafe: Listing, person: Person, token: str) -> dict[str, Any]:
    """What the browser needs to connect as this person."""
    role = person.role
    join_link = public_address(f"/j/{cafe.code}")
    boot: dict[str, Any] = {
        "code": cafe.code,
        "token": token,
        "role": role,
        "person": person.id,
        "title": cafe.title,
        "join_link": join_link,
        "here": place(cafe.code, role),
        "report_link": f"/w/{cafe.code}/report/{services().tokens.reader(cafe.id)}",
    }
    if role in (HOST, SCREEN):
        boot["links"] = {"join": join_link, "qr_svg": qr_svg(join_link)}
    if role == HOST:
        boot["links"] |= {
            role: f"{join_link}/{services().tokens.role(cafe.id, role)}"
            for role in ("facilitator", "host", "screen")
        }
        boot["home"] = holds_home()
    return boot


def qr_svg(address: str) -> str:
    """The address as a QR code, black on white with the quiet edge that cameras need."""
    return str(segno.make(address, error="m").svg_inline(border=4, omitsize=True, light="#fff"))
