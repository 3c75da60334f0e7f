"""For whoever looks after the server: does it live, can it serve, and what does it measure."""

from __future__ import annotations

import hmac

import msgspec
from flask import Blueprint, Response, request
from prometheus_client import CONTENT_TYPE_LATEST

from workshop import metrics
from workshop.errors import NotAllowed, Refused
from workshop.web.kit import services

blueprint = Blueprint("health", __name__)

# Set by proxies: whoever asks through one is not this machine.
PASSED_ON = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")
LOOPBACK = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
ALWAYS_OPEN = ("health.alive", "health.ready", "health.figures")
# Seconds after which whoever was turned away may ask again.
AGAIN = 3


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return _json({"alive": True}, 200)


@blueprint.get("/readyz")
def ready() -> Response:
    """Whether people may be sent here; if not, why not."""
    reasons = _reasons()
    said = {"ready": not reasons, "reasons": [{"code": why.code, "message": why.message} for why in reasons]}
    answer = _json(said, 503 if reasons else 200)
    if reasons:
        answer.headers["Retry-After"] = str(AGAIN)
    return answer


def _reasons() -> list[Refused]:
    known = services()
    found = [] if not known.stopping else [stopping_words()]
    try:
        known.ledger.must_be_ready()
    except Refused as why:
        found.append(why)
    return found


def stopping_words() -> Refused:
    return Refused("The server is stopping. It will be back in a moment.", "stopping")


@blueprint.get("/metrics")
def figures() -> Response:
    """For Prometheus: this machine alone may read them, or whoever shows the token of the settings."""
    _may_read_figures()
    return Response(
        metrics.written(), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"}
    )


def _may_read_figures() -> None:
    token = services().config.metrics_token
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(shown.encode(), token.encode()):
        return
    passed_on = any(name in request.headers for name in PASSED_ON)
    if token or passed_on or request.remote_addr not in LOOPBACK:
        raise NotAllowed(
            "The metrics are for those who look after this server. Ask from the machine itself, "
            "or show the token of the setting METRICS_TOKEN.",
            "metrics",
        )


def turn_away_while_stopping() -> Response | None:
    """No new work is begun any more; browsers and balancers ask again, here or elsewhere."""
    if not services().stopping or request.endpoint in ALWAYS_OPEN:
        return None
    words = f"{stopping_words().message}\n"
    return Response(words, 503, {"Retry-After": str(AGAIN)}, content_type="text/plain; charset=utf-8")


def count(answer: Response) -> Response:
    metrics.requested(answer.status_code)
    return answer


def _json(content: object, status: int) -> Response:
    body = msgspec.json.encode(content)
    return Response(body, status, {"Cache-Control": "no-store"}, content_type="application/json")
