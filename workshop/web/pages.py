"""The web side: every page and download, wired in order."""

from __future__ import annotations

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.config import Config
from workshop.core.ids import spoken_code
from workshop.errors import Refused
from workshop.web import assets, cafe, home, join, reading
from workshop.web.kit import http_problem, refusal_page, safe_headers

MOST_BYTES = 256_000


def make_web(config: Config) -> Flask:
    """All pages. What they work with is put into ``extensions["cafe"]`` once it is wired."""
    web = Flask(__name__, template_folder=str(assets.shipped("templates")), static_folder=None)
    web.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    if config.behind_proxy:
        depth = config.behind_proxy
        web.wsgi_app = ProxyFix(web.wsgi_app, x_for=depth, x_proto=depth, x_host=depth)  # type: ignore[method-assign]
    web.jinja_env.globals.update(asset=assets.asset, needed=assets.needed, fonts=assets.fonts)
    web.jinja_env.filters["spoken"] = spoken_code
    web.after_request(safe_headers)
    web.register_error_handler(Refused, refusal_page)
    web.register_error_handler(HTTPException, http_problem)
    for part in (assets, join, cafe, home, reading):
        web.register_blueprint(part.blueprint)
    return web
