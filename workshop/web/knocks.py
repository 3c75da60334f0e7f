"""How often one address may knock: so many times in any minute."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

# How many addresses are remembered. The library drops what is over, but never the address itself.
MOST = 10_000
# Whoever has one IPv6 address has all of its network (RFC 6177).
NETWORK = 64


class Knocks:
    """Counts for each address by itself."""

    def __init__(self, per_minute: int) -> None:
        self._rate = RateLimitItemPerMinute(per_minute)
        self._begin()

    def _begin(self) -> None:
        """With nobody remembered. A storage that is emptied would trip up the library's own thread."""
        self._storage = MemoryStorage()
        self._limiter = MovingWindowRateLimiter(self._storage)

    def take(self, address: str) -> bool:
        """Whether this address may knock once more."""
        if len(self) >= MOST:
            self._begin()
        return self._limiter.hit(self._rate, _whose(address))

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._storage.events)


def _whose(address: str) -> str:
    """An IPv4 address as it is, of an IPv6 address the network."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or ip_network((int(found), NETWORK), strict=False))
