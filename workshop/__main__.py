"""The command line. The only file that knows the server library."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SERVERS = ("eventlet", "gevent", "threading")
# Commands that serve sockets: the server library must take hold before anything else is imported.
SERVING = ("serve", "run")


def _take_hold(server: str) -> None:
    if server == "eventlet":
        # It warns of itself on every import; docs/decisions says why it is here all the same.
        warnings.filterwarnings("ignore", message=r"\nEventlet is deprecated")
        import eventlet

        eventlet.monkey_patch()
    elif server == "gevent":
        from gevent import monkey

        monkey.patch_all()


def _listen(port: int, host: str) -> Any:
    import socket

    from workshop.errors import Unavailable

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as problem:
        listener.close()
        raise Unavailable(
            f"Port {port} cannot be used ({getattr(problem, 'strerror', problem)}). "
            "Another program may have it. Give another one with --port, or 0 for any free port.",
            "port",
        ) from problem
    # Hundreds of people open their lids in the same second.
    listener.listen(2048)
    return listener


def _serve_eventlet(cafe: Any, listener: Any, _port: int) -> None:
    import eventlet.wsgi
    from eventlet.greenio import GreenSocket

    # In its debugging mode, which is its default, it shows tracebacks to whoever makes it stumble.
    eventlet.wsgi.server(GreenSocket(listener), cafe.web, log_output=False, max_size=20_000, debug=False)


def _serve_gevent(cafe: Any, listener: Any, _port: int) -> None:
    from gevent.pywsgi import WSGIServer
    from geventwebsocket.handler import WebSocketHandler

    WSGIServer(listener, cafe.web, log=None, handler_class=WebSocketHandler).serve_forever()


def _serve_threads(cafe: Any, listener: Any, port: int) -> None:
    import logging

    from werkzeug.serving import make_server

    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # it would write down signed links
    make_server("127.0.0.1", port, cafe.web, threaded=True, fd=listener.fileno()).serve_forever()


SERVE: dict[str, Callable[[Any, Any, int], None]] = {
    "eventlet": _serve_eventlet,
    "gevent": _serve_gevent,
    "threading": _serve_threads,
}


def _freeze_the_past() -> None:
    """Start-up objects never die: keep the collector away from them, and let it run seldom."""
    import gc

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def serve(given: argparse.Namespace) -> int:
    """Serve until interrupted; ``run`` also opens a café and prints its links."""
    import logging

    from workshop.app import create_app
    from workshop.config import from_environment
    from workshop.greeting import greeting

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    config = from_environment(data=given.data)
    with _listen(given.port, given.host) as listener:
        port = listener.getsockname()[1]
        cafe = create_app(config, async_mode=given.server)
        _stop_when_told(cafe)
        print(greeting(cafe, port, given.plan if given.command == "run" else None), flush=True)
        _freeze_the_past()
        SERVE[given.server](cafe, listener, port)
    return 0


def _stop_when_told(cafe: Any) -> None:
    """A signal may come in the middle of the server library's loop, where nothing may wait or start.

    So all it does is to leave a byte for a thread that sleeps until then.
    """
    import socket

    heard, told = socket.socketpair()
    told.setblocking(False)
    signal.set_wakeup_fd(told.fileno())
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: None)
    threading.Thread(target=_stop, args=(cafe, heard, told), daemon=True).start()


def _stop(cafe: Any, heard: Any, _told: Any) -> None:
    """Finish what has been handed in, tell browsers when to come back, and go."""
    from workshop.rehearsal.practice import stop_practice

    heard.recv(1)
    stop_practice()
    cafe.conductor.stop()
    cafe.door.close(again_in=3_000)
    print("The café is closed. Everything that was acknowledged is kept.", flush=True)
    os._exit(0)


def _plans(given: argparse.Namespace) -> int:
    from workshop.plans.command import run

    return run(given.rest)


def _seat(given: argparse.Namespace) -> int:
    import json

    from workshop.seating.plan import plan_rounds, text

    made = plan_rounds(given.people, given.size, given.rounds, given.facilitators, given.seed)
    print(json.dumps(made) if given.json else text(made))
    return 0


def _rehearse(given: argparse.Namespace) -> int:
    from workshop.rehearsal.command import rehearse

    return rehearse(given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workshop", description="The story café server.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, words in (
        ("serve", "serve the cafés in a data folder"),
        ("run", "serve, with a café that is ready to join"),
    ):
        command = _command(commands, name, words, serve, f"workshop {name} --port 8000 --data data")
        command.add_argument("--port", type=int, default=8000, help="port to listen on; 0 for any free one")
        command.add_argument("--host", default="0.0.0.0", help="address to listen on")  # noqa: S104
        command.add_argument("--data", type=Path, help="folder for the database and the secret key")
        command.add_argument(
            "--server", choices=SERVERS, default=os.environ.get("WORKSHOP_SERVER", "eventlet")
        )
        command.add_argument("--plan", default="explore", help="the plan of the ready café (run)")
    plans = _command(
        commands, "plans", "list plans, or check a plan file", _plans, "workshop plans check FILE"
    )
    plans.add_argument("rest", nargs=argparse.REMAINDER, metavar="list | check FILE")
    _seat_options(_command(commands, "seat", "who sits where, so that people meet", _seat, SEAT_EXAMPLE))
    _rehearse_options(
        _command(commands, "rehearse", "a whole café of simulated people", _rehearse, REHEARSE_EXAMPLE)
    )
    return parser


SEAT_EXAMPLE = "workshop seat --people 92 --size 4 --rounds 3 --facilitators 23 --json"
REHEARSE_EXAMPLE = "workshop rehearse --plan explore --people 92 --out out"


def _command(
    commands: Any, name: str, words: str, do: Callable[..., int], example: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words.capitalize()}.", epilog=f"Example: {example}"
    )
    command.set_defaults(do=do)
    return command


def _seat_options(command: argparse.ArgumentParser) -> None:
    for name, words in (
        ("people", "how many people"),
        ("size", "people at a table"),
        ("rounds", "how many rounds"),
    ):
        command.add_argument(f"--{name}", type=int, required=True, help=words)
    command.add_argument(
        "--facilitators", type=int, default=0, help="how many of the people stay at their table"
    )
    command.add_argument("--seed", type=int, default=1, help="the same seed gives the same seating")
    command.add_argument("--json", action="store_true", help="print JSON for programs")


def _rehearse_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--plan", default="explore", help="a shipped plan, or a plan file")
    command.add_argument("--people", type=int, default=24, help="how many people, facilitators included")
    command.add_argument(
        "--notes", type=Path, help="JSON lines with step, kind and text, to be written as notes"
    )
    command.add_argument("--seed", type=int, default=1, help="the same seed gives the same café")
    command.add_argument(
        "--pace", choices=("fast", "brisk", "real"), default="fast", help="real: by the plan's minutes"
    )
    command.add_argument("--url", help="a running server to rehearse on; without it one is started")
    command.add_argument("--join", metavar="CODE", help="with --url: fill this café instead of a new one")
    command.add_argument("--out", type=Path, help="folder for the harvest and the figures")


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    if given.command in SERVING:
        _take_hold(given.server)
    from workshop.errors import Refused

    try:
        result: int = given.do(given)
        return result
    except Refused as refused:
        print(refused.message, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
