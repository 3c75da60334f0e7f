"""Signatures, so that whoever is told knows by whom: as Standard Webhooks has them (standardwebhooks.com)."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode

PREFIX = "whsec_"


def secret_of(server_key: str, hook_id: str) -> str:
    """The secret of one webhook. It follows from the server's key: no database and no backup holds it."""
    made = hmac.new(server_key.encode(), f"cafe.webhook.{hook_id}".encode(), hashlib.sha256).digest()
    return PREFIX + b64encode(made).decode()


def signature(secret: str, message_id: str, seconds: int, body: bytes) -> str:
    """Of ``id.timestamp.body``. ``seconds`` since 1970: so that what is sent again later is known as old."""
    signed = b".".join((message_id.encode(), str(seconds).encode(), body))
    made = hmac.new(b64decode(secret.removeprefix(PREFIX)), signed, hashlib.sha256).digest()
    return f"v1,{b64encode(made).decode()}"


def headers(secret: str, message_id: str, seconds: int, body: bytes) -> dict[str, str]:
    return {
        "content-type": "application/json",
        "user-agent": "story-cafe-webhooks",
        "webhook-id": message_id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": signature(secret, message_id, seconds, body),
    }
