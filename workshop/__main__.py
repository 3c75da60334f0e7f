"""The command line. The only file that knows the server library."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from workshop.commands import SERVING, parser

# A line on which nothing at all came for so many seconds is given up; one that is well is heard every 15.
SILENCE = 60


def _take_hold(server: str) -> None:
    if server == "eventlet":
        # It warns of itself on every import; docs/decisions says why it is here all the same.
        warnings.filterwarnings("ignore", message=r"\nEventlet is deprecated")
        import eventlet

        eventlet.monkey_patch()
        _watch_eventlet()
    elif server == "gevent":
        from gevent import monkey

        monkey.patch_all()
        _watch_gevent()


def _watch_eventlet() -> None:
    """What fails with nobody waiting for it would be shown with all the words in it: it is logged instead."""
    from eventlet.hubs import get_hub

    from workshop.logs import stumbled

    hub = get_hub()
    hub.squelch_generic_exception = stumbled
    hub.squelch_timer_exception = lambda _timer, caught: stumbled(caught)


def _watch_gevent() -> None:
    import gevent

    from workshop.logs import stumbled

    gevent.get_hub().print_exception = lambda _where, *caught: stumbled(caught)


def _listen(port: int, host: str) -> Any:
    import socket

    from workshop.errors import Unavailable

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    _give_up_the_silent(listener)
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


def _give_up_the_silent(listener: Any) -> None:
    """What a network has swallowed never says goodbye: the system asks each line, and closes the dead."""
    import socket

    listener.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    waits = {"TCP_KEEPIDLE": 30, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": SILENCE * 1000}
    for name, value in waits.items():
        if hasattr(socket, name):  # not every system has all of them
            listener.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _serve_eventlet(cafe: Any, listener: Any, _port: int) -> None:
    import eventlet.wsgi
    from eventlet.greenio import GreenSocket

    from workshop.logs import Stumbles

    # In its debugging mode, which is its default, it shows tracebacks to whoever makes it stumble.
    eventlet.wsgi.server(
        GreenSocket(listener),
        cafe.web,
        log=Stumbles(),
        log_output=False,
        max_size=20_000,
        debug=False,
        socket_timeout=SILENCE,
    )


def _serve_gevent(cafe: Any, listener: Any, _port: int) -> None:
    from gevent.pywsgi import WSGIServer
    from geventwebsocket.handler import WebSocketHandler

    WSGIServer(listener, cafe.web, log=None, error_log=None, handler_class=WebSocketHandler).serve_forever()


def _serve_threads(cafe: Any, listener: Any, port: int) -> None:
    from werkzeug.serving import make_server

    make_server("127.0.0.1", port, cafe.web, threaded=True, fd=listener.fileno()).serve_forever()


SERVE: dict[str, Callable[[Any, Any, int], None]] = {
    "eventlet": _serve_eventlet,
    "gevent": _serve_gevent,
    "threading": _serve_threads,
}


def _outside(server: str) -> Any:
    """Runs what waits for a disk in a real thread, while the loop goes on."""
    if server == "eventlet":
        from eventlet import tpool

        # One for the press, and one for jobs: their disk must not hold up what people write.
        tpool.set_num_threads(2)
        return tpool.execute
    if server == "gevent":
        import gevent

        return gevent.get_hub().threadpool.apply
    from workshop.press import here

    return here


def _freeze_the_past() -> None:
    """Start-up objects never die: keep the collector away from them, and let it run seldom."""
    import gc

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _open_many_files() -> None:
    """A thousand people are a thousand open files, and many systems begin with a limit of 1,024."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def serve(given: argparse.Namespace) -> int:
    """Serve until interrupted; ``run`` also opens a café and prints its links."""
    if given.processes != 1:
        from workshop.processes import supervise

        return supervise(given)
    from workshop.app import create_app
    from workshop.config import from_environment
    from workshop.greeting import greeting
    from workshop.ledger.alone import alone
    from workshop.logs import start_log

    config = from_environment(data=given.data)
    start_log(config.log_format, config.log_level)
    _open_many_files()
    with _listen(given.port, given.host) as listener, alone(config.database_url):
        port = listener.getsockname()[1]
        cafe = create_app(config, given.server, _outside(given.server))
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
    """Take no more, finish what has been handed in, tell browsers when to come back, and go."""
    from workshop.logs import stumbled
    from workshop.rehearsal.practice import stop_practice

    heard.recv(1)
    code = 0
    try:
        stop_practice()
        cafe.stop()
    except Exception:
        # Whatever went wrong: a server that was told to go must not stay.
        stumbled(sys.exc_info())
        code = 1
    with suppress(OSError):  # whoever read these words may have gone before
        print("The café is closed. Everything that was acknowledged is kept.", flush=True)
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    given = parser(serve).parse_args(arguments)
    # Those who watch over others serve nobody themselves.
    if given.command in SERVING and given.processes == 1:
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
