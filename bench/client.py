"""A lean Socket.IO client over one WebSocket: so little work that the server is what is measured."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import aiohttp


class LeanClient:
    """One connected person. ``heard`` is called with the name and the raw text of every event."""

    def __init__(self, heard: Callable[[str], None]) -> None:
        self._heard = heard
        self._acks: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._next = 0
        self._reader: asyncio.Task[None]
        self._line: aiohttp.ClientWebSocketResponse
        self.welcomed: asyncio.Future[None]

    async def connect(self, http: aiohttp.ClientSession, base: str, token: str) -> None:
        """Connect, and wait until the snapshots are here."""
        self.welcomed = asyncio.get_running_loop().create_future()
        self._line = await http.ws_connect(f"{base}/socket.io/?EIO=4&transport=websocket", max_msg_size=0)
        await self._line.receive_str()
        await self._line.send_str("40" + json.dumps({"token": token}))
        self._reader = asyncio.create_task(self._read())
        await self.welcomed

    async def _read(self) -> None:
        async for message in self._line:
            self._take(str(message.data))

    def _take(self, packet: str) -> None:
        if packet == "2":
            self._pong = asyncio.ensure_future(self._line.send_str("3"))
        elif packet.startswith("43"):
            digits, _, rest = packet[2:].partition("[")
            self._acks.pop(int(digits)).set_result(json.loads("[" + rest)[0])
        elif packet.startswith('42["welcome"'):
            if not self.welcomed.done():
                self.welcomed.set_result(None)
        elif packet.startswith("42"):
            self._heard(packet)
        elif packet.startswith("44") and not self.welcomed.done():
            self.welcomed.set_exception(ConnectionRefusedError(packet))

    async def command(self, raw: str) -> dict[str, Any]:
        """Send one command; its acknowledgement."""
        self._next += 1
        answer = self._acks[self._next] = asyncio.get_running_loop().create_future()
        await self._line.send_str(f'42{self._next}["command",{json.dumps(raw)}]')
        return await answer

    async def close(self) -> None:
        self._reader.cancel()
        await self._line.close()
