"""Who may be told: a server must not be talked into knocking at doors of its own house (SSRF)."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from workshop.errors import Invalid

# As the setting WEBHOOK_TARGETS: each allows what the one before does.
Targets = Literal["public", "private", "any"]
LONGEST = 2_000


class Target(NamedTuple):
    """Where to send to. ``path`` with what stands behind a question mark."""

    secure: bool
    host: str
    port: int
    path: str


def read_target(url: str, allowed: Targets) -> Target:
    """An address that may be told, as far as its words say. Raises :class:`Invalid`."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as bad:
        raise _no_target() from bad
    if len(url) > LONGEST or not url.isascii() or not url.isprintable() or " " in url or not host:
        raise _no_target()
    if parts.scheme not in ("https", "http") or parts.username is not None or parts.fragment:
        raise _no_target()
    if parts.scheme == "http" and allowed != "any":
        raise Invalid(
            "A webhook is told over https alone. Give an address with https, or set WEBHOOK_TARGETS=any.",
            "http",
        )
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(secure, host, port or (443 if secure else 80), path)


def _no_target() -> Invalid:
    return Invalid(
        "This is no address for a webhook. Give one such as https://example.org/hooks/cafe, "
        "in plain letters, without a password and without a #.",
        "url",
    )


def may_connect(address: str, allowed: Targets) -> bool:
    """Whether this address, to which a name has led just now, may be connected to.

    Never broadcast, multicast or what is no machine's; with ``public`` only what the whole internet reaches;
    link-local ones, where clouds keep their secrets, only with ``any``.
    """
    found = _plain(ip_address(address.partition("%")[0]))
    if found.is_multicast or found.is_unspecified or (found.is_reserved and not found.is_loopback):
        return False
    if found.is_link_local or getattr(found, "is_site_local", False):
        return allowed == "any"
    return allowed != "public" or found.is_global


def _plain(found: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """IPv4 as such, also where it is written as IPv6, or goes through a translator (RFC 6052) or 6to4."""
    if isinstance(found, IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour
        if inside is None and int(found) >> 32 == 0x64FF9B << 64:
            inside = IPv4Address(int(found) & 0xFFFFFFFF)
        return inside or found
    return found
