"""What cannot be answered, as RFC 9457 has it: ``application/problem+json``."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from flask import Response
from werkzeug.exceptions import HTTPException

from workshop.api.shapes import Problem
from workshop.errors import Refused

MEDIA = "application/problem+json"


class NoKey(Refused):
    """No key, or none that is good."""

    code = "no-key"
    status = 401


class TooLittle(Refused):
    """A good key, for other things. ``scope``: one that would do."""

    code = "scope"
    status = 403

    def __init__(self, message: str, scope: str) -> None:
        super().__init__(message)
        self.scope = scope


def problem(refused: Refused) -> Response:
    answer = _answer(refused.status, refused.code, refused.message)
    if refused.status == 401:
        wrong = ', error="invalid_token"' if refused.code != NoKey.code else ""
        answer.headers["WWW-Authenticate"] = f'Bearer realm="cafe"{wrong}'
    if isinstance(refused, TooLittle):
        asked = f'error="insufficient_scope", scope="{refused.scope}"'
        answer.headers["WWW-Authenticate"] = f'Bearer realm="cafe", {asked}'
    if refused.status in (429, 503):
        answer.headers["Retry-After"] = "60" if refused.status == 429 else "3"
    return answer


def http_problem(bad: HTTPException) -> Response:
    status = bad.code or 500
    words = {
        404: "There is nothing at this address. All addresses are in /api/v1/openapi.json.",
        405: "This can only be read: ask with GET.",
        413: "What was sent is too large. Nothing needs to be sent.",
    }
    answer = _answer(status, str(status), words.get(status, "The server could not do this."))
    if status == 405:
        answer.headers["Allow"] = "GET, HEAD"
    return answer


def _answer(status: int, code: str, detail: str) -> Response:
    said = Problem(
        type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, code=code
    )
    headers = {"Cache-Control": "no-store"}
    return Response(msgspec.json.encode(said), status, headers, content_type=MEDIA)
