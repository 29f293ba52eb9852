"""Who is asking, when proxies stand in front: needed to lock out the guesser, not the proxy."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

NETWORK = 64  # bits of an IPv6 address that tell one customer from another: the rest is theirs


def client_address(request: HttpRequest) -> str | None:
    """The address from which the outermost of our proxies was asked; without proxies, the peer's.

    Each proxy adds the address that it was asked from at the end of X-Forwarded-For. So the entry
    that counts is as far from the end as we have proxies (TRUSTED_PROXIES); what stands before it
    is the client's own claim. Where there is no such entry, a proxy was passed by, and it is the
    peer's address. Of an IPv6 address it is the network, all of which one client may write from.
    """
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    n_proxies: int = settings.TRUSTED_PROXIES
    seen = hops[-n_proxies].strip() if 0 < n_proxies <= len(hops) else ""
    try:
        address = ip_address(seen)
    except ValueError:
        try:
            address = ip_address(request.META.get("REMOTE_ADDR") or "")
        except ValueError:
            return None  # a socket of this machine has no address
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    if address.is_loopback:
        return str(address)
    return str(ip_network((int(address), NETWORK), strict=False).network_address)
