"""Network addresses: which of them a fetch may connect to."""

from __future__ import annotations

import ipaddress

from reportedly.read.unreadable import Unreadable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""The prefix under which IPv6 networks reach IPv4 addresses (RFC 6052)."""


def refuse_private(host: str, address: str) -> None:
    """Refuse an address that is not on the public internet.

    Private, loopback, link-local, shared, reserved, multicast and unspecified addresses are
    refused, in IPv6 also where they are an IPv4 address in another dress (mapped, 6to4,
    Teredo, NAT64).

    Args:
        host: the name that led to the address; for the message.
        address: the address, numeric; a zone (`%eth0`) is allowed.

    Raises:
        Unreadable: if the address is refused.
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    for each in (*_within(parsed), parsed):
        if not each.is_global or each.is_multicast:
            leads = "" if host in (address, f"[{address}]") else f", which {host} leads to"
            raise Unreadable(f"refused: {_sort(each)} address {address}{leads}")


def _within(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address wraps."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    wrapped: list[Address] = [a for a in (address.ipv4_mapped, address.sixtofour) if a]
    if address.teredo:
        wrapped += address.teredo
    if address in _NAT64:
        wrapped.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return wrapped


def _sort(address: Address) -> str:
    if address.is_loopback:
        return "loopback"
    if address.is_link_local:
        return "link-local"
    if address.is_multicast:
        return "multicast"
    if address.is_unspecified or address.is_reserved:
        return "reserved"
    return "private"
