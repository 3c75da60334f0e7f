"""What every page shares: the services behind it, cookies, safe headers, limits, and refusals in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from workshop.conductor import Conductor
from workshop.config import Config
from workshop.core.ids import read_code
from workshop.errors import NotAllowed, NotFound, Refused, TooMany
from workshop.jobs.crew import Crew
from workshop.jobs.parcels import Parcels
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing
from workshop.tokens import Tokens
from workshop.web.knocks import Knocks

POLICY = (
    "default-src 'self'; img-src 'self' https: data:; connect-src 'self' ws: wss:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
YEAR = 365 * 86_400


@dataclass(slots=True)
class Services:
    """What pages may use. ``stopping``: no new work is begun any more."""

    config: Config
    conductor: Conductor
    tokens: Tokens
    joins: Knocks
    wrong_codes: Knocks
    calls: Knocks
    errands: Knocks
    crew: Crew
    parcels: Parcels
    stopping: bool = False

    @property
    def ledger(self) -> Ledger:
        return self.conductor.ledger


def make_services(
    config: Config, conductor: Conductor, tokens: Tokens, crew: Crew, parcels: Parcels
) -> Services:
    return Services(
        config=config,
        conductor=conductor,
        tokens=tokens,
        joins=Knocks(config.joins_per_minute),
        wrong_codes=Knocks(config.wrong_codes_per_minute),
        calls=Knocks(config.calls_per_minute),
        errands=Knocks(config.errands_per_minute),
        crew=crew,
        parcels=parcels,
    )


def services() -> Services:
    found: Services = current_app.extensions["cafe"]
    return found


def address() -> str:
    return request.remote_addr or "unknown"


def find_cafe(typed: str) -> Listing:
    """The workshop with this code. Guessing is slowed down: wrong codes from one address are counted.

    A right code is always let in: whoever guesses beside a whole council must not lock it out.
    """
    known = services()
    found = known.ledger.find(read_code(typed))
    if found is not None:
        return found
    if not known.wrong_codes.take(address()):
        raise TooMany(
            "Too many wrong codes from here, and this one is wrong too. Wait a minute, then try again.",
            "wrong-codes",
        )
    raise NotFound("No café has this code. Hold it against your invitation, letter by letter.", "no-code")


def public_address(path: str = "") -> str:
    """A full address of this server as people outside reach it."""
    return (services().config.public_url or request.host_url.rstrip("/")) + path


def only_from_here() -> None:
    """Refuse a form that another site has sent."""
    origin = request.headers.get("Origin")
    if origin is not None and origin not in (request.host_url.rstrip("/"), services().config.public_url):
        raise NotAllowed("This form was sent from another site. Open the page here and try again.", "origin")


def keep_cookie(response: Response, name: str, value: str, path: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=services().config.token_days * 86_400,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure or services().config.public_url.startswith("https:"),
    )


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page that no cache may keep."""
    response = make_response(render_template(template, **values), status)
    response.headers["Cache-Control"] = "no-store"
    return response


def safe_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def refusal_page(refused: Refused) -> Response:
    return page("refused.html", refused.status, message=refused.message, code=refused.code)


def http_problem(problem: HTTPException) -> Response:
    words = {
        404: "There is no page at this address. It may have been typed wrongly, or have moved.",
        405: "This address does not take that.",
        413: "What was sent is too large.",
    }
    status = problem.code or 500
    return page(
        "refused.html", status, message=words.get(status, "The server could not do this."), code=str(status)
    )
