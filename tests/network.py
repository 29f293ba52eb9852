"""Tests reach this machine alone: an address outside of it is refused before anything is sent."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from functools import wraps
from typing import Any


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


def _check(host: object) -> None:
    if not is_here(host):
        raise OutsideRefusedError(
            f"A test tried to reach {host!r}. Tests use this machine alone: serve the answer "
            "from live_server, or give the text to the code under test."
        )


def _sending(own: Callable[..., Any], place: int) -> Callable[..., Any]:
    """The method of a socket, once the address that stands in this place has been looked at.

    An address is a pair that begins with the host, or the path of a local socket; without one the
    socket sends to where it was connected, which was looked at then.
    """

    @wraps(own)
    def sent(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[place] if len(arguments) > place else None
        if isinstance(address, tuple):
            _check(address[0])
        return own(self, *arguments)

    return sent


def refuse_outside() -> None:
    """From now on this process refuses every address but its own machine's."""
    # Python's own way to be told of each call, an audit hook, is told of a hundred others as well,
    # and took a hundredth of all the time of the tests.
    look_up = socket.getaddrinfo

    @wraps(look_up)
    def looked_up(host: Any, *rest: Any, **more: Any) -> Any:
        _check(host)
        return look_up(host, *rest, **more)

    changed: Any = socket
    changed.getaddrinfo = looked_up
    for name, place in (("connect", 0), ("connect_ex", 0), ("sendto", -1), ("sendmsg", 3)):
        setattr(socket.socket, name, _sending(getattr(socket.socket, name), place))
