"""Tests reach this machine alone, whatever they run."""

import socket
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tests.network import OutsideRefusedError, is_here


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "", None, b"::1"])
def test_host_of_this_machine_is_known(host: object) -> None:
    assert is_here(host)


@pytest.mark.parametrize("host", ["192.0.2.1", "10.0.0.1", "2001:db8::1", "example.org", "0.0.0.0"])
def test_host_elsewhere_is_known(host: object) -> None:
    assert not is_here(host)


@pytest.mark.parametrize(
    ("family", "address"),
    [(socket.AF_INET, ("192.0.2.1", 80)), (socket.AF_INET6, ("2001:db8::1", 80))],
)
def test_connection_outside_is_refused_at_once(
    family: socket.AddressFamily, address: tuple[str, int]
) -> None:
    with socket.socket(family) as outside:
        for connect in (outside.connect, outside.connect_ex):
            with pytest.raises(OutsideRefusedError, match=address[0]):
                connect(address)


def test_datagram_outside_is_refused() -> None:
    address = ("192.0.2.1", 53)
    with socket.socket(type=socket.SOCK_DGRAM) as outside:
        sends: list[Callable[[], int]] = [
            lambda: outside.sendto(b"", address),
            lambda: outside.sendto(b"", 0, address),
            lambda: outside.sendmsg([b""], [], 0, address),
        ]
        for send in sends:
            with pytest.raises(OutsideRefusedError, match=r"192\.0\.2\.1"):
                send()


def test_name_outside_is_not_even_looked_up() -> None:
    with pytest.raises(OutsideRefusedError, match=r"example\.org"):
        urllib.request.urlopen("http://example.org/")


def test_connection_within_is_made() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        socket.create_connection(listening.getsockname()) as client,
    ):
        assert client.getpeername() == listening.getsockname()
