"""``workshop rehearse``: a whole café of simulated people, over the real protocol."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec

from workshop import plans
from workshop.config import settings
from workshop.errors import Invalid
from workshop.harvest.writers.formats import TABLE
from workshop.rehearsal.company import Company, Director, rounds_of
from workshop.rehearsal.guest import Guest
from workshop.rehearsal.notes import Words, read_lines
from workshop.rehearsal.results import (
    compared,
    deeds,
    dots_cast,
    dots_counted,
    percentiles,
    repeat_meetings,
    themes_altered,
)
from workshop.rehearsal.server import Browser, Running, given, start

MOST_PEOPLE = 2_000
# Of all people, those who lead a table.
FACILITATORS = 0.2
# How many seconds to wait for the first suggestions: the computer may have hundreds of notes to read.
PATIENCE = 60
# How many seconds a planned minute lasts. Brisk is for a host who practises.
PACES = {"fast": 0.0, "brisk": 6.0, "real": 60.0}
# After so many seconds without a line, simulated people go home.
GONE_FOR_GOOD = 60


def rehearse(args: argparse.Namespace) -> int:
    """Run a rehearsal as the command line asks; prints the figures. Raises :class:`Invalid` in words."""
    if not 2 <= args.people <= MOST_PEOPLE:
        raise Invalid(f"--people {args.people}: give 2 to {MOST_PEOPLE}.", "people")
    if args.join is not None and args.url is None:
        raise Invalid("--join needs --url: say on which server the café is.", "url")
    if args.url is not None and args.join is None and args.plan not in plans.shipped():
        raise Invalid(f"A running server knows its own plans only: {', '.join(plans.shipped())}.", "plan")
    plan = plans.load(args.plan)
    lines = read_lines(args.notes, plan.steps) if args.notes else None
    words = Words(lines, args.seed)
    asyncio.run(_fill(args, words) if args.join else _whole(args, words))
    return 0


async def _fill(args: argparse.Namespace, words: Words) -> None:
    """Fill a café that somebody else hosts, until it closes or its server is gone for good."""
    company = _company(args, given(args.url, args.join), words)
    company.cast(args.people, _facilitators(args.people), in_time=True)
    link = os.environ.get("WORKSHOP_FACILITATOR_LINK", "")
    if not link:
        company.players = [p for p in company.players if not p.leads]
    await company.enter(company.players, args.join, link)
    watcher = company.players[0].guest
    played, playing = None, asyncio.create_task(asyncio.sleep(0))
    while watcher.cafe["status"] != "closed" and await watcher.still_there(GONE_FOR_GOOD):
        step = watcher.step
        if step is not None and step["id"] != played:
            # The host has moved on: whoever is still thinking about the step before stops.
            playing.cancel()
            played, playing = step["id"], asyncio.create_task(company.take_part(step, rounds_of(watcher)))
    playing.cancel()
    await company.go_home()


def _facilitators(people: int) -> int:
    return max(1, round(people * FACILITATORS))


def _company(args: argparse.Namespace, running: Running, words: Words) -> Company:
    # A server of our own has the workers that our settings give it; of another one nothing is known.
    alone = running.process is not None and settings().workers == 0
    return Company(running.base, words, minute=PACES[args.pace], patience=0 if alone else PATIENCE)


async def _whole(args: argparse.Namespace, words: Words) -> None:
    """A café from lobby to blueprint, on a server of its own unless one is given."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        running = given(args.url, None) if args.url else await start(Path(folder), args.plan)
        browser = Browser(running)
        try:
            company, code = await _play(args, running, browser, words)
            harvest = await _fetch(browser, code, args.out)
        finally:
            await browser.http.close()
            await running.stop()
    figures = _figures(company, harvest) | {"wall_s": round(time.monotonic() - began, 1)}
    _keep(args.out, "rehearsal.json", msgspec.json.format(msgspec.json.encode(figures)))
    print(msgspec.json.format(msgspec.json.encode(figures)).decode())


async def _play(
    args: argparse.Namespace, running: Running, browser: Browser, words: Words
) -> tuple[Company, str]:
    code = running.code or await browser.new_cafe(args.plan)
    company = _company(args, running, words)
    host = Guest("Hal", running.base, company.figures)
    await host.join(await browser.console(code))
    await host.connect()
    link = host.boot["links"]["facilitator"]
    company.cast(args.people, _facilitators(args.people), in_time=False)
    early = [player for player in company.players if player not in company.late]
    _say(f"{len(early)} people come in …")
    await company.enter(early, code, link)
    await Director(host, company, code, link, _say).lead()
    await company.go_home()
    await host.leave()
    return company, code


async def _fetch(browser: Browser, code: str, out: Path | None) -> dict[str, Any]:
    """Everything a reader can download, kept in ``out``/harvest; gives the harvest itself."""
    found = {each.name: await browser.download(f"/w/{code}/{each.name}") for each in TABLE}
    for name, content in found.items():
        if name.endswith(".zip"):
            with zipfile.ZipFile(BytesIO(content)) as tables:
                for table in tables.namelist():
                    _keep(out, f"harvest/{Path(table).name}", tables.read(table))
        else:
            _keep(out, f"harvest/{name.replace('report.json', 'harvest.json')}", content)
    harvest: dict[str, Any] = msgspec.json.decode(found["report.json"])
    return harvest


def _keep(out: Path | None, name: str, content: bytes) -> None:
    if out is None:
        return
    path = out / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        raise Invalid(
            f"{path} cannot be written ({problem.strerror}). Give another --out.", "out"
        ) from problem


def _figures(company: Company, harvest: dict[str, Any]) -> dict[str, Any]:
    written = {note: text for player in company.players for note, text in player.written.items()}
    kept = [(note["id"], note["text"]) for part in harvest["rounds"] for note in part["notes"]]
    lost, duplicated = compared(written, kept)
    sent = company.figures.sent_at
    everybody = [*company.players, *([company.host] if company.host else [])]
    return {
        "people": sum(bool(player.guest.boot) for player in company.players),
        "tables": max((part["tables"] for part in harvest["rounds"]), default=0),
        "rounds": len(harvest["rounds"]),
        "notes_sent": len(sent),
        "notes_acked": len(written),
        "notes_in_harvest": len(kept),
        "lost": lost,
        "duplicated": duplicated,
        "repeat_meetings": repeat_meetings(company.players),
        "dots_cast": dots_cast(company.players),
        "dots_counted": dots_counted(harvest),
        "themes": sum(theme.get("name") != "" for theme in company.themes.values()),
        "themes_altered": themes_altered(company.themes, harvest),
        "deeds": deeds(everybody),
        "decided": sum(len(player.decided) for player in everybody),
        "decisions": len(harvest["decisions"]),
        "answers": sum(len(player.answered) for player in company.players),
        "refused": dict(sum((player.refused for player in everybody), start=Counter())),
        "gaps_healed": company.figures.gaps,
        "resent": company.figures.resent,
        "ack_ms": percentiles(company.figures.ack_ms),
        "seen_ms": percentiles(company.figures.seen_ms),
    }


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
