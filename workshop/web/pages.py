"""The web side: every page and download, wired in order."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, request
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.api import routes as api
from workshop.config import Config
from workshop.core.ids import spoken_code
from workshop.errors import Refused
from workshop.web import (
    archives,
    assets,
    blueprint_versions,
    cafe,
    carried,
    checking,
    downloads,
    everything,
    evidence,
    given_back,
    health,
    home,
    join,
    pictures,
    quoting,
    reading,
    report_versions,
    word_template,
)
from workshop.web.kit import http_problem, refusal_page, safe_headers

MOST_BYTES = 256_000
PARTS = (
    health,
    assets,
    join,
    cafe,
    carried,
    home,
    pictures,
    reading,
    report_versions,
    blueprint_versions,
    quoting,
    checking,
    downloads,
    given_back,
    everything,
    archives,
    evidence,
    word_template,
    api,
)

log = logging.getLogger(__name__)


class Pages(Flask):
    """Flask, except that it keeps addresses to itself: a link is a right."""

    def log_exception(self, exc_info: Any) -> None:
        log.error("a page failed", exc_info=exc_info, extra={"where": request.endpoint})


def make_web(config: Config) -> Flask:
    """All pages. What they work with is put into ``extensions["cafe"]`` once it is wired."""
    web = Pages(__name__, template_folder=str(assets.shipped("templates")), static_folder=None)
    web.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    if config.behind_proxy:
        depth = config.behind_proxy
        web.wsgi_app = ProxyFix(web.wsgi_app, x_for=depth, x_proto=depth, x_host=depth)  # type: ignore[method-assign]
    web.jinja_env.globals.update(asset=assets.asset, needed=assets.needed, fonts=assets.fonts)
    web.jinja_env.filters["spoken"] = spoken_code
    web.before_request(health.turn_away_while_stopping)
    web.after_request(safe_headers)
    web.after_request(health.count)
    web.register_error_handler(Refused, refusal_page)
    web.register_error_handler(HTTPException, http_problem)
    for part in PARTS:
        web.register_blueprint(part.blueprint)
    return web
