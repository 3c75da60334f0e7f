"""nginx with the configuration that is shipped, on free ports and with a certificate of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.services import answers, free_port, missing, until

DEPLOY = Path(__file__).parents[2] / "deploy"
NAME = "cafe.example.org"
MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 2;
{user}
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/conf.d/*.conf;
}}
"""


class Backend:
    """Says which one it is, and what it was sent."""

    def __init__(self, port: int = 0) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _Echo)
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Echo(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        heard = {
            "port": self.server.server_address[1],
            "path": self.path,
            "method": self.command,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "bytes": len(self.rfile.read(length)),
        }
        words = json.dumps(heard).encode() + b" " * 2_000
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Quiet."""


class Front:
    """nginx, told to listen on free ports in front of these."""

    def __init__(self, folder: Path, backends: list[int]) -> None:
        program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
        program = program or missing("nginx")
        self.folder = folder
        self.plain, self.tls = free_port(), free_port()
        self.certificate = _certificate(folder)
        (folder / "conf.d").mkdir()
        (folder / "conf.d" / "cafe.conf").write_text(self._moved((DEPLOY / "nginx.conf").read_text()))
        (folder / "conf.d" / "processes.conf").write_text(_pointed(backends))
        main = folder / "main.conf"
        main.write_text(MAIN.format(folder=folder, user="user root;" if folder.owner() == "root" else ""))
        self._command = [program, "-c", str(main), "-p", str(folder), "-e", str(folder / "start.log")]
        self.process = subprocess.Popen(self._command)  # noqa: S603
        until(lambda: self.process.poll() is not None or self._answers(), "nginx")
        assert self.process.poll() is None, (folder / "start.log").read_text()

    def _answers(self) -> bool:
        return answers(self.tls) and answers(self.plain)

    def _moved(self, words: str) -> str:
        for old, new in (
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.tls} ssl http2;"),
            ("/etc/nginx/tls", str(self.folder)),
            ("/var/log/nginx", str(self.folder)),
            ("/var/www/acme", str(self.folder)),
        ):
            assert old in words
            words = words.replace(old, new)
        kept = [line for line in words.splitlines() if "listen [::]" not in line]
        return "\n".join(kept) + "\n"

    def log(self) -> str:
        return (self.folder / "cafe.log").read_text()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def _pointed(backends: list[int]) -> str:
    """The shipped list of processes, with these in it."""
    lines = (DEPLOY / "processes.conf").read_text().splitlines()
    server = next(line for line in lines if line.strip().startswith("server 127.0.0.1:8000 "))
    others = [line for line in lines if "127.0.0.1:800" not in line]
    here = others.index("    hash $cafe consistent;") + 1
    others[here:here] = [server.replace(":8000", f":{port}") for port in backends]
    return "\n".join(others) + "\n"


def _certificate(folder: Path) -> Path:
    made = folder / "fullchain.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    command += ["-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},DNS:localhost"]
    command += ["-keyout", str(folder / "privkey.pem"), "-out", str(made)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return made
