"""The post office of a process that serves: notices what has happened, writes down whom to tell, sees to it.

It sends nothing itself. Each attempt is a job for a worker; what came of it decides when the next one is due.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

import msgspec

from workshop.config import Config
from workshop.core.clock import MINUTE, SECOND
from workshop.core.ids import new_id
from workshop.errors import Unavailable
from workshop.harvest import pressed
from workshop.jobs.crew import Crew
from workshop.jobs.job import DONE, Job
from workshop.ledger.hooks import WAITING, Delivery, Hook, due, hooks, not_told, tried, write_down
from workshop.ledger.issues import Issues
from workshop.ledger.ledger import Ledger
from workshop.webhooks.message import CLOSED, ISSUED, message
from workshop.webhooks.sending import Attempt, Outcome
from workshop.webhooks.signing import headers, secret_of

log = logging.getLogger(__name__)

KIND = "webhook"
# How often it looks round, in seconds; how long after each failure the next attempt is due, in milliseconds.
LOOK = 1.0
HOUR = 60 * MINUTE
WAITS = (5 * SECOND, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR)
# The other side says that it is gone for good.
GONE = 410


class Post:
    """One for each process. ``ledger``: used where the crew's disk is waited for, maybe by another thread."""

    def __init__(self, config: Config, ledger: Ledger, crew: Crew, now: Callable[[], int]) -> None:
        self._config, self._ledger, self._crew, self._now = config, ledger, crew, now
        self._issues = Issues(ledger)
        # What a worker has been asked for, by the id of its job.
        self._asked: dict[str, Delivery] = {}

    def run(self, rest: Callable[[float], bool]) -> None:
        """Look round; a task for the background."""
        while rest(LOOK):
            try:
                self.look()
            except Unavailable:
                log.info("the database does not answer: webhooks are told later")
            except Exception:
                log.exception("looking after webhooks failed")

    def look(self) -> None:
        """One round. Raises ``Unavailable``: the next one goes on from there."""
        known = {hook.id: hook for hook in self._crew.apart(lambda: hooks(self._ledger))}
        if known:
            self._crew.apart(self._notice)
            self._collect()
            for one in self._crew.apart(lambda: due(self._ledger, self._now())):
                if one not in self._asked.values():
                    self._ask(known[one.webhook_id], one)

    def _notice(self) -> None:
        found = [_delivery(CLOSED, *each) for each in not_told(self._ledger, CLOSED, CLOSED)]
        found += [
            _delivery(f"{ISSUED}/{one.no}", one.webhook_id, one.workshop_id, one.at)
            for one in self._issues.look(ISSUED)
        ]
        for workshop_id in {one.workshop_id for one in found}:
            # Whoever is told may read on at once.
            pressed(self._ledger, workshop_id)
        if found:
            write_down(self._ledger, found)
        self._issues.told()

    def _ask(self, hook: Hook, one: Delivery) -> None:
        """A job for a worker, signed; or what became of it while no server listened."""
        key = f"{one.id}.{one.attempts}"
        known = self._crew.latest(KIND, one.workshop_id, key)
        if known is not None and known.over:
            self._asked[known.id] = one
            return
        payload = self._crew.apart(lambda: msgspec.to_builtins(self._attempt(hook, one)))
        self._asked[self._crew.put(KIND, one.workshop_id, key, payload)] = one

    def _attempt(self, hook: Hook, one: Delivery) -> Attempt:
        listing = self._ledger.listing(one.workshop_id)
        assert listing is not None
        content = message(one.id, one.event, one.at, listing.code, self._config.public_url)
        return signed(self._config, hook, one.id, msgspec.json.encode(content), self._now() // SECOND)

    def _collect(self) -> None:
        found = self._crew.collect(self._asked) if self._asked else {}
        for job_id, one in list(self._asked.items()):
            job = found.get(job_id)
            if job is not None and not job.over:
                continue
            del self._asked[job_id]
            # One that is thrown away is asked for again, if it is still due: words were redacted, perhaps.
            if job is not None:
                self._settle(one, job)

    def _settle(self, one: Delivery, job: Job) -> None:
        came = Outcome(problem="worker")
        if job.state == DONE:
            came = msgspec.convert(job.result, Outcome)
        last = one.attempts >= len(WAITS) or came.status == GONE
        state = "delivered" if came.heard else "failed" if last else WAITING
        due_at = self._now() if state != WAITING else self._now() + WAITS[one.attempts]
        # First what lasts: another process that misses the job must see that it is not due any more.
        self._crew.apart(lambda: tried(self._ledger, one, state, due_at, came.words))
        self._crew.forget(job.id)
        if state == "failed":
            log.warning("a webhook was not heard, and is given up", extra={"workshop": one.workshop_id})


def _delivery(event: str, webhook_id: str, workshop_id: str, at: int) -> Delivery:
    return Delivery(
        id=f"msg_{new_id().replace('-', '')}",
        webhook_id=webhook_id,
        workshop_id=workshop_id,
        event=event,
        at=at,
        state=WAITING,
        attempts=0,
        due_at=at,
    )


def signed(config: Config, hook: Hook, message_id: str, body: bytes, seconds: int) -> Attempt:
    """What is sent to a webhook, with its signature of this moment."""
    shown = headers(secret_of(config.secret_key, hook.id), message_id, seconds, body)
    return Attempt(url=hook.url, headers=shown, body=body.decode(), targets=config.webhook_targets)
