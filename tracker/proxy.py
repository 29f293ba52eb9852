"""Who is asking, when a proxy stands in front: needed to lock out the guesser, not the proxy."""

from ipaddress import ip_address

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address that our proxy saw: the last of X-Forwarded-For, which the proxy itself adds.

    What stands before it is the client's own claim. Without a valid one it is the peer's address.
    """
    seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(seen))
    except ValueError:
        return request.META.get("REMOTE_ADDR") or None
