"""Tests reach this machine alone: an address outside of it is refused before anything is sent."""

import ipaddress
import sys
from typing import Any

EVENTS = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getaddrinfo": 0}


class OutsideRefusedError(Exception):
    """A test tried to reach something outside of this machine."""


def is_here(host: object) -> bool:
    """Whether `host` (a name, an address, or None for any) is this machine."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if (place := EVENTS.get(event)) is None:
        return
    address = arguments[place]
    if event == "socket.getaddrinfo":
        host = address
    elif isinstance(address, tuple):
        host = address[0]
    else:
        return  # the path of a local socket, or an address given before, when it was looked at
    if not is_here(host):
        raise OutsideRefusedError(
            f"A test tried to reach {host!r}. Tests use this machine alone: serve the answer "
            "from live_server, or give the text to the code under test."
        )


def refuse_outside() -> None:
    """From now on this process refuses every address but its own machine's."""
    # The interpreter reports each call here, whoever makes it; a patched socket class misses some.
    sys.addaudithook(_refuse)
