"""``workshop webhooks``: adds, lists, drops and tries them, beside a server or without one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import msgspec

from workshop.beside import cafe_of, ledger_of
from workshop.config import Config, from_environment
from workshop.core.clock import SECOND
from workshop.core.ids import new_id
from workshop.errors import NotFound
from workshop.ledger.hooks import Delivery, Hook, drop_hook, hooks, keep_hook, latest
from workshop.ledger.ledger import Ledger
from workshop.live.clock import now
from workshop.webhooks.message import EVENTS, ISSUED, message
from workshop.webhooks.post import signed
from workshop.webhooks.sending import LONGEST, Outcome, send
from workshop.webhooks.signing import secret_of
from workshop.webhooks.targets import read_target

# What a message that only tries things out says of a café.
NO_CODE = "TEST"
WHY = {
    "forbidden-address": "its name leads to an address that may not be told (setting WEBHOOK_TARGETS)",
    "http": "it is told over https alone (setting WEBHOOK_TARGETS)",
    "unknown-name": "its name is not known",
    "tls": "its certificate is not good, or it speaks no TLS",
    "timeout": f"there was no answer within {LONGEST:.0f} seconds",
    "refused": "nobody listens there",
    "unreachable": "it cannot be reached",
    "no-answer": "what it answered is no HTTP",
    "worker": "the worker died over it",
}


def webhooks(given: Namespace) -> int:
    """The command; 1 where a webhook that is tried out does not hear. Raises Refused."""
    do: Callable[[Config, Ledger, Namespace], tuple[list[str], int]] = {
        "add": _added,
        "drop": _dropped,
        "test": _tested,
        "deliveries": _deliveries,
    }.get(given.what, _listed)
    with ledger_of(given.data) as ledger:
        lines, code = do(from_environment(data=given.data), ledger, given)
    print("\n".join(lines))
    return code


def _added(config: Config, ledger: Ledger, given: Namespace) -> tuple[list[str], int]:
    read_target(given.url, config.webhook_targets)
    of = None if given.workshop is None else cafe_of(ledger, given.workshop).id
    # Short: people type it.
    hook = Hook(id=new_id()[:8], url=given.url, event=EVENTS[given.event], workshop_id=of, made_at=now())
    keep_hook(ledger, hook)
    return [
        secret_of(config.secret_key, hook.id),
        "",
        f"This is the secret of webhook {hook.id}, with which the other side checks signatures. It is shown "
        "this once.",
        f"Try it: workshop webhooks test {hook.id}",
    ], 0


def _hook(ledger: Ledger, given: Namespace) -> Hook:
    found = next((hook for hook in hooks(ledger) if hook.id == given.id), None)
    if found is None:
        raise NotFound(
            f"There is no webhook {given.id}. List them with: workshop webhooks list", "no-webhook"
        )
    return found


def _dropped(_config: Config, ledger: Ledger, given: Namespace) -> tuple[list[str], int]:
    hook = _hook(ledger, given)
    drop_hook(ledger, hook.id)
    return [f"Webhook {hook.id} is gone. {hook.url} is told nothing any more."], 0


def _tested(config: Config, ledger: Ledger, given: Namespace) -> tuple[list[str], int]:
    hook = _hook(ledger, given)
    about = f"{ISSUED}/1" if hook.event == ISSUED else hook.event
    content = message(f"msg_test_{new_id()[:8]}", about, now(), NO_CODE, config.public_url)
    body = msgspec.json.encode(content)
    came = send(signed(config, hook, content.id, body, now() // SECOND))
    return [f"{hook.url}: {_words(came)}"], int(not came.heard)


def _words(came: Outcome) -> str:
    if came.heard:
        return f"heard, with {came.status}."
    return f"not heard: {WHY.get(came.problem, f'it answered {came.status}')}."


def _listed(_config: Config, ledger: Ledger, _given: Namespace) -> tuple[list[str], int]:
    codes = _codes(ledger)
    return [", ".join(_said(hook, codes)) for hook in hooks(ledger)] or [
        "There are no webhooks. Add one with: workshop webhooks add URL --event closed"
    ], 0


def _said(hook: Hook, codes: dict[str, str]) -> Iterator[str]:
    yield f"{hook.id}: {hook.url}"
    yield hook.event
    yield "every café" if hook.workshop_id is None else f"only {codes[hook.workshop_id]}"
    yield f"since {_time(hook.made_at)}"


def _deliveries(_config: Config, ledger: Ledger, _given: Namespace) -> tuple[list[str], int]:
    codes = _codes(ledger)
    return [_became(one, codes) for one in latest(ledger)] or ["Nothing has been sent yet."], 0


def _became(one: Delivery, codes: dict[str, str]) -> str:
    tries = f"{one.attempts} {'attempt' if one.attempts == 1 else 'attempts'}"
    last = f", last: {one.outcome}" if one.outcome else ""
    following = f", next at {_time(one.due_at)}" if one.state == "waiting" else ""
    of = f"{one.event} of {codes[one.workshop_id]}"
    return f"{_time(one.at)}  {one.webhook_id}  {of}: {one.state} after {tries}{last}{following}  {one.id}"


def _codes(ledger: Ledger) -> dict[str, str]:
    return {cafe.id: cafe.code for cafe in ledger.listings()}


def _time(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")
