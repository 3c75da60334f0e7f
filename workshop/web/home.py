"""The host's home: this server's workshops, and how new ones begin."""

from __future__ import annotations

import hmac
import re
from typing import Any

from flask import Blueprint, Response, redirect, request
from flask.typing import ResponseReturnValue

from workshop import plans
from workshop.activities.plan import Plan
from workshop.errors import Invalid, NotAllowed, NotFound
from workshop.ledger.records import Listing
from workshop.opening import open_workshop, with_title
from workshop.rehearsal.practice import start_practice
from workshop.web.cafe import holds_home
from workshop.web.kit import keep_cookie, only_from_here, page, services

blueprint = Blueprint("home", __name__)


@blueprint.get("/host/<key>")
def enter(key: str) -> Response:
    """The link from the terminal: this browser is a host's from now on."""
    services().tokens.read_home(key)
    response = Response(status=303, headers={"Location": "/home"})
    keep_cookie(response, "home", key, "/")
    return response


def only_home() -> None:
    if not holds_home():
        raise NotAllowed(
            "This page is for hosts. Open the host link that the server printed when it started.", "home"
        )


def csrf() -> str:
    key = services().config.secret_key.encode()
    return hmac.new(key, request.cookies.get("home", "").encode(), "sha256").hexdigest()


def _checked_form() -> dict[str, str]:
    only_home()
    only_from_here()
    if not hmac.compare_digest(request.form.get("csrf", ""), csrf()):
        raise NotAllowed("This page has grown old. Load it again, then press once more.", "csrf")
    return request.form.to_dict()


@blueprint.get("/home")
def home() -> Response:
    only_home()
    boot = {
        "workshops": [_entry(listing) for listing in services().ledger.listings()],
        "plans": [_plan(name, plan) for name, plan in plans.shipped().items()],
        "csrf": csrf(),
    }
    return page("home.html", boot=boot)


def _entry(listing: Listing) -> dict[str, Any]:
    people = services().conductor.teller.present(listing.id)
    return {
        "code": listing.code,
        "title": listing.title,
        "status": listing.status,
        "practice": listing.practice,
        "created_at": listing.created_at,
        "updated_at": listing.updated_at,
        "people": len(people),
        "links": {
            "console": f"/w/{listing.code}/host",
            "report": f"/w/{listing.code}/report",
            "blueprint": f"/w/{listing.code}/blueprint",
        },
    }


def _plan(name: str, plan: Plan) -> dict[str, Any]:
    steps = [
        {"activity": s.__struct_config__.tag, "title": s.title, "minutes": s.minutes} for s in plan.steps
    ]
    return {"id": name, "name": plan.name, "purpose": plan.purpose, "minutes": plan.minutes, "steps": steps}


def _chosen(form: dict[str, str]) -> Plan:
    plan = plans.shipped().get(form.get("plan", ""))
    if plan is None:
        raise NotFound(f"There is no such plan. There are: {', '.join(plans.shipped())}.")
    return with_title(plan, form.get("title", ""))


@blueprint.post("/home/workshops")
def new_workshop() -> ResponseReturnValue:
    listing = open_workshop(services().conductor, _chosen(_checked_form()))
    return redirect(f"/w/{listing.code}/host", 303)


@blueprint.post("/home/practice")
def new_practice() -> ResponseReturnValue:
    """A workshop for trying things out, filled by simulated people who join through the front door."""
    form = _checked_form()
    people = form.get("people", "")
    if not re.fullmatch("[0-9]{1,3}", people) or not 4 <= int(people) <= 120:
        raise Invalid("Practice with 4 to 120 people. Write their number in digits.")
    listing = open_workshop(services().conductor, _chosen(form), practice=True)
    server = f"http://127.0.0.1:{request.environ['SERVER_PORT']}"
    link = f"{server}/j/{listing.code}/{services().tokens.role(listing.id, 'facilitator')}"
    start_practice(server, link, listing, int(people))
    return redirect(f"/w/{listing.code}/host", 303)
