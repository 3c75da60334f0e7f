"""Settings from the environment, checked once at the start. Every one has a default that just works."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta

from workshop.errors import Invalid, NotFound, Unavailable
from workshop.ledger.database import data_folder


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What the server may be told. Each field is the environment variable of the same name, in capitals.

    - ``data``: the folder for the database and the secret key.
    - ``database_url``: an SQLAlchemy address; SQLite in the data folder by default.
    - ``redis_url``: carries news between several processes; one process needs none.
    - ``secret_key``: signs links and tokens; made and kept in the data folder by default.
    - ``public_url``: how people reach this server from outside, when it stands behind a proxy.
    - ``behind_proxy``: how many proxies in front set ``X-Forwarded-For``.
    - ``token_days``: how long a link or a place in a café stays valid.
    - ``commands_per_second``: what one person may send.
    - ``joins_per_minute``: from one network address; generous, since a whole council may share one.
    - ``wrong_codes_per_minute``: from one network address; wrong keys of other systems count too.
    - ``calls_per_minute``: what another system may ask with one key.
    - ``errands_per_minute``: from one network address: what takes long, such as files, uploads and checks.
    - ``webhook_targets``: who may be told by webhook: anybody in public over https, also machines in private
      networks, or any address at all, also without encryption.
    - ``away_seconds``: how long a lost connection goes unremarked.
    - ``metrics_token``: whoever shows it may read the metrics; without it, this machine alone may.
    - ``workers``: how many do what is worked out beside the server; 0 where others run ``workshop worker``.
    - ``log_format``: lines for people, or for programs.
    - ``log_level``: how much is written to the log.
    """

    data: Path = Path("data")
    database_url: str = ""
    redis_url: str = ""
    secret_key: str = ""
    public_url: str = ""
    behind_proxy: Annotated[int, Meta(ge=0, le=5)] = 0
    token_days: Annotated[int, Meta(ge=1, le=3650)] = 90
    commands_per_second: Annotated[int, Meta(ge=1, le=10_000)] = 20
    joins_per_minute: Annotated[int, Meta(ge=1, le=100_000)] = 600
    wrong_codes_per_minute: Annotated[int, Meta(ge=1, le=100_000)] = 20
    calls_per_minute: Annotated[int, Meta(ge=1, le=100_000)] = 600
    errands_per_minute: Annotated[int, Meta(ge=1, le=100_000)] = 60
    webhook_targets: Literal["public", "private", "any"] = "public"
    away_seconds: Annotated[float, Meta(ge=0, le=600)] = 10
    metrics_token: str = ""
    workers: Annotated[int, Meta(ge=0, le=8)] = 1
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "warning"


def from_environment(environment: Mapping[str, str] = os.environ, **given: Any) -> Config:
    """The settings, complete; what is ``given`` (and not None) wins.

    Makes the data folder and the key where they are missing. Raises :class:`Invalid` naming the variable.
    """
    return _completed(settings(environment, **given))


def settings(environment: Mapping[str, str] = os.environ, **given: Any) -> Config:
    """The settings as they are given, with nothing touched on the disk."""
    found = {f: environment[f.upper()] for f in Config.__struct_fields__ if f.upper() in environment}
    found |= {name: str(value) for name, value in given.items() if value is not None}
    try:
        return msgspec.convert(found, Config, strict=False, dec_hook=_path)
    except msgspec.ValidationError as problem:
        raise Invalid(_which(problem, found), "setting") from problem


def _which(problem: msgspec.ValidationError, found: Mapping[str, str]) -> str:
    """The variable that is wrong, what it holds, and what it may hold."""
    reason, _, where = str(problem).partition(" - at `$.")
    name = where.rstrip("`")
    choices = get_args(get_type_hints(Config)[name])
    if choices and "enum" in reason:
        reason = f"Expected one of {', '.join(choices)}"
    return f"The setting {name.upper()} cannot be “{found.get(name, '')}”: {reason}."


def _path(kind: type[Any], value: Any) -> Any:
    return kind(value)


def _completed(config: Config) -> Config:
    folder = data_folder(config.data)
    return msgspec.structs.replace(
        config,
        data=folder,
        database_url=database_address(config),
        secret_key=config.secret_key or _kept_key(folder / "secret.key"),
        public_url=config.public_url.rstrip("/"),
    )


def database_address(config: Config) -> str:
    return config.database_url or f"sqlite:///{(config.data / 'cafe.db').resolve()}"


def must_be_there(config: Config) -> None:
    """Raises :class:`NotFound` where a command would work on a folder without any café."""
    if not config.database_url and not (config.data / "cafe.db").exists():
        raise NotFound(f"There are no cafés in {config.data}. Give their folder with --data.", "no-cafes")


def _kept_key(path: Path) -> str:
    """The key in this file, made readable for its owner alone when it is not there yet."""
    try:
        return _read_key(path) or _new_key(path)
    except OSError as problem:
        raise Unavailable(
            f"The key in {path} cannot be read ({problem.strerror}). "
            "Change its permissions, or give a key in the setting SECRET_KEY.",
            "secret-key",
        ) from problem


def _read_key(path: Path) -> str:
    """Empty where there is none: a server that died while writing it may have left an empty file."""
    return path.read_text().strip() if path.exists() else ""


def _new_key(path: Path) -> str:
    key, fresh = secrets.token_urlsafe(48), path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(key)
    fresh.replace(path)
    return key
