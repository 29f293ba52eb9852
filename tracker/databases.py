"""From addresses of databases (`DATABASE_URL`, `DATABASE_REPLICA_URLS`) to Django's settings.

Two kinds are known. `sqlite:///var/tracker.sqlite3` is a file, relative to the project
(`sqlite:////srv/tracker.sqlite3`, with four slashes, is absolute). PostgreSQL is written as libpq
writes it: `postgres://user:password@host:5432/name?sslmode=require`, or, for a socket,
`postgres:///name?host=/run/postgresql`. Reserved characters in any part are percent-encoded.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Connections a process may hold at once; gunicorn runs fewer threads than this.
POOL_SIZE = 8
# Seconds that a request waits for a connection to PostgreSQL; then its reader is told.
POSTGRES_WAIT = 1.5
# The same for a standby; then its reader is served by another server, and told nothing.
STANDBY_WAIT = 0.5
POSTGRES = "django.db.backends.postgresql"
REPLICAS = "DATABASE_REPLICA_URLS"
POSTGRES_CONNECTION = {
    "connect_timeout": 2,  # seconds, the least that libpq takes: a host that answers nothing
    "tcp_user_timeout": 1500,  # milliseconds: a host that has vanished from an open connection
}
# Seconds that a writer waits for another one to finish before it gives up, and its editor is told.
SQLITE_BUSY_TIMEOUT = 4
SQLITE_PRAGMAS = {
    "journal_mode": "WAL",  # readers do not wait for the writer
    "synchronous": "FULL",  # what is answered as saved is on the disk: no power cut takes it
    "foreign_keys": "ON",
    "mmap_size": 256 * 1024 * 1024,  # bytes read without a system call
    "cache_size": -64 * 1024,  # negative means KiB
    "temp_store": "MEMORY",
}
CURE = (
    "Write sqlite:///path/to/file.sqlite3, or postgres://user:password@host:5432/name "
    "with reserved characters percent-encoded."
)


def database(url: str, base: Path, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for the database at `url`; a relative SQLite file lies under `base`.

    Raises ImproperlyConfigured, which names the variable that the address is from, what is wrong
    (never the password) and the cure.
    """
    try:
        return _database(url, base)
    except ImproperlyConfigured as refusal:
        raise ImproperlyConfigured(f"{variable}: {refusal}") from None


def replicas(urls: str, leader: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Django's settings for the standbys at `urls`, addresses with commas between, by alias.

    `leader` is what `database` gave for the server that takes writes. Raises ImproperlyConfigured.
    """
    found: dict[str, dict[str, Any]] = {}
    places = [_place(leader)]
    listed = [url.strip() for url in urls.split(",") if url.strip()]
    if not all("://" in url for url in listed):
        # What stands between two commas may be half of a password: nothing is repeated.
        raise ImproperlyConfigured(
            f"{REPLICAS}: what stands between two commas is no address. {CURE} A comma in a "
            "password is %2C."
        )
    for url in listed:
        standby = database(url, Path(), REPLICAS)
        if not standby["ENGINE"] == leader["ENGINE"] == POSTGRES:
            raise ImproperlyConfigured(
                f"{REPLICAS}: standbys are PostgreSQL's, of the server in DATABASE_URL. Write "
                "both as postgres://user:password@host:5432/name, or leave this one out."
            )
        if (place := _place(standby)) in places:
            whose = "named twice" if places.index(place) else "DATABASE_URL's own"
            raise ImproperlyConfigured(
                f"{REPLICAS}: {standby['HOST'] or 'this machine'}, with this port and database, is "
                f"{whose}. Name each standby once, and not the server that takes writes."
            )
        places.append(place)
        standby["OPTIONS"]["pool"]["timeout"] = STANDBY_WAIT
        found[f"standby{len(found) + 1}"] = standby
    return found


def _place(settings: Mapping[str, Any]) -> list[Any]:
    return [settings.get(part, "") for part in ("HOST", "PORT", "NAME")]


def _database(url: str, base: Path) -> dict[str, Any]:
    scheme, separator, _ = url.partition("://")
    if separator and scheme == "sqlite":
        return _sqlite(url, base)
    if separator and scheme in {"postgres", "postgresql"}:
        return _postgres(url)
    # An address without "://" may be anything, a password too: nothing of it is repeated.
    named = f"{scheme}://…" if separator else "a value without ://"
    raise ImproperlyConfigured(f"{named} is no database known here. {CURE}")


def make_directory(file: str) -> None:
    """Make the directory of an SQLite file, where it is not there; its account's alone.

    Raises ImproperlyConfigured where it cannot be made, with the cure.
    """
    directory = Path(file).parent
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL: the directory {directory} is not there and cannot be made "
            f"({error.strerror}). Make it, or name another."
        ) from error


def _sqlite(url: str, base: Path) -> dict[str, Any]:
    host, _, name = url.removeprefix("sqlite://").partition("/")
    if host or not name:
        raise ImproperlyConfigured(f"{url} names no file. {CURE}")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(base / unquote(name)),
        # Opening a file and setting its pragmas costs more than a request's queries: keep it open.
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "timeout": SQLITE_BUSY_TIMEOUT,
            # One that reads first and writes later could not wait: it takes the lock at once.
            "transaction_mode": "IMMEDIATE",
            "init_command": ";".join(f"PRAGMA {k}={v}" for k, v in SQLITE_PRAGMAS.items()),
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        unencoded = parts.fragment or "@" in parts.path + parts.query
    except ValueError:  # a bracket, or a letter that resembles a reserved character
        unencoded = True
    if unencoded:
        # What looks like a port or a name may be half of a password: nothing is repeated.
        raise ImproperlyConfigured(f"a reserved character is not encoded. {CURE}")
    # urlsplit's own properties lower-case the host, which may be the path of a socket.
    credentials, _, address = parts.netloc.rpartition("@")
    user, _, password = credentials.partition(":")
    host, port = _host_and_port(address)
    options: dict[str, Any] = dict(parse_qsl(parts.query, keep_blank_values=True))
    host = options.pop("host", host)
    port = _port(options.pop("port", port))
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        raise ImproperlyConfigured(
            f"the database's name must follow the host, not {name!r}. {CURE}"
        )
    options["options"] = f"{options.get('options', '')} -c jit=off".strip()
    return {
        "ENGINE": POSTGRES,
        "NAME": name,
        "USER": unquote(user),
        "PASSWORD": unquote(password),
        "HOST": host,
        "PORT": port,
        "CONN_MAX_AGE": 0,  # the pool keeps connections; Django refuses both
        "CONN_HEALTH_CHECKS": True,  # after the server's restart, a new connection and no error
        "OPTIONS": {
            # jit=off: these queries are short, and compiling one costs more than running it.
            **POSTGRES_CONNECTION,
            **options,
            "pool": {
                "min_size": 1,
                "max_size": POOL_SIZE,
                "timeout": POSTGRES_WAIT,
                # Else the pool waits longer and longer between its attempts, for minutes in the
                # end; so the next request after a failure makes the next attempt.
                "reconnect_timeout": 0,
            },
        },
    }


def _host_and_port(address: str) -> tuple[str, str]:
    if address.startswith("["):
        host, _, port = address[1:].partition("]")
        return host, port.removeprefix(":")
    host, _, port = address.partition(":")
    return unquote(host), port


def _port(text: str) -> str:
    if text and not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise ImproperlyConfigured(
            f"{text!r} is no port, which is a number from 1 to 65535. {CURE}"
        )
    return text
