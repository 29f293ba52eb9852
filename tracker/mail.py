"""The publisher's mail as settings have it: an address, and the server that takes what is sent."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def mail_address(name: str, value: str) -> str:
    """The e-mail address that the variable `name` has; of an empty one, ""."""
    value = value.strip()
    if value and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", value):
        raise ImproperlyConfigured(
            f"{name}: {value!r} is no e-mail address. Write it alone, as in desk@example.org."
        )
    return value


class MailServer(NamedTuple):
    """Where mail is handed over, and how; no host where it is not."""

    host: str
    port: int
    user: str
    password: str
    use_ssl: bool
    use_tls: bool


def mail_server(name: str, value: str) -> MailServer:
    """The mail server that the variable `name` has; of an empty one, none.

    `smtp://user:password@host:587` begins in the clear and then encrypts (STARTTLS), `smtps://`
    encrypts from the beginning, at port 465; a server of this machine may do neither.
    """
    try:
        parts = urlsplit(value.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if value.strip() and not (host and parts.scheme in {"smtp", "smtps"}):
        raise ImproperlyConfigured(
            f"{name} is no address of a mail server. Write smtp://user:password@host:587 or "
            "smtps://user:password@host:465."
        )
    return MailServer(
        host,
        port or (465 if parts.scheme == "smtps" else 587),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        use_ssl=parts.scheme == "smtps",
        use_tls=parts.scheme == "smtp" and host not in {"localhost", "127.0.0.1", "::1"},
    )
