"""A laptop, a phone, a projector: one browser window with its own cookies, which notes what goes wrong."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page

# Milliseconds. Far longer than anything takes: on a busy machine too, a test fails for a reason.
WAIT = 20_000
# What Chromium itself says about a server that is away. No page can keep it from saying so.
WHILE_AWAY = ("net::ERR_", "WebSocket connection to")
WHEN_REFUSED = ("the server responded with a status of 4",)


class Device:
    """``touch``: a phone. ``offline``: the server will be away at times, and Chromium may say so.

    ``refused``: pages will refuse things, and Chromium may say that too.
    """

    def __init__(
        self,
        browser: Browser,
        width: int,
        height: int,
        touch: bool = False,
        offline: bool = False,
        refused: bool = False,
        **options: Any,
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=touch,
            is_mobile=touch,
            locale="en-GB",
            **options,
        )
        self.context.set_default_timeout(WAIT)
        self.complaints: list[str] = []
        self._expected = (WHILE_AWAY if offline else ()) + (WHEN_REFUSED if refused else ())
        self.context.on("page", self._listen)
        self.page = self.context.new_page()

    def _listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and not any(words in said.text for words in self._expected):
            self.complaints.append(f"{said.type}: {said.text} ({said.location['url']})")
