"""The step from joining to the café: by the cookie, or for a browser that keeps none, by its address.

Joining leads here with the place behind the "#" of the address. A browser with the cookie is sent on to the
café, and its address forgets the place. A browser without it stays: a script hands in what is behind the "#".
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, redirect, request
from flask.typing import ResponseReturnValue

from workshop.core.people import HOST, PARTICIPANT, SCREEN, Role
from workshop.errors import Conflict, NotAllowed
from workshop.web.cafe import boot_of, present
from workshop.web.join import has_place, place
from workshop.web.kit import find_cafe, keep_cookie, only_from_here, page, services

blueprint = Blueprint("carried", __name__)

# Comes back only from a browser that keeps cookies. Such a browser must have joined by itself: whoever is
# given somebody's address, by mistake or in bad faith, does not end up in their seat.
KEPT = "cafe-kept"


@blueprint.route("/w/<code>/in", methods=["GET", "POST"])
def taking_part(code: str) -> ResponseReturnValue:
    return _step(code, PARTICIPANT)


@blueprint.route("/w/<code>/host/in", methods=["GET", "POST"])
def hosting(code: str) -> ResponseReturnValue:
    return _step(code, HOST)


@blueprint.route("/w/<code>/screen/in", methods=["GET", "POST"])
def screen(code: str) -> ResponseReturnValue:
    return _step(code, SCREEN)


def _step(code: str, role: Role) -> ResponseReturnValue:
    return _bring(code) if request.method == "POST" else _arrive(code, role)


def _arrive(code: str, role: Role) -> ResponseReturnValue:
    cafe = find_cafe(code)
    if any(has_place(cafe, one) for one in _sharing(role)):
        # Without a "#" of its own the new address would inherit the place. A script takes it off again.
        return redirect(f"{place(cafe.code, role)}#here", 303)
    answer = page("carried.html", cafe=cafe, again=f"/j/{cafe.code}")
    keep_cookie(answer, KEPT, "yes", f"/w/{cafe.code}")
    return answer


def _sharing(role: Role) -> tuple[Role, ...]:
    """A facilitator's page is a participant's, and so is the cookie."""
    return (role, "facilitator") if role == PARTICIPANT else (role,)


def _bring(code: str) -> Response:
    """What the page needs to connect, for the place that its script hands in. Raises :class:`Refused`."""
    only_from_here()
    cafe = find_cafe(code)
    if KEPT in request.cookies:
        raise Conflict("This address is not for a browser that keeps cookies. Join with the code.", "cookies")
    workshop_id, person_id = services().tokens.read_carried(request.get_data(as_text=True))
    person = present(cafe, workshop_id, person_id)
    if person is None:
        raise NotAllowed("You are not in this café any more. Join again with its code.", "gone")
    answer = jsonify(boot_of(cafe, person, services().tokens.person(cafe.id, person.id)))
    answer.headers["Cache-Control"] = "no-store"
    return answer
