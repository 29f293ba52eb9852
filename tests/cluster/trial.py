"""Kills one machine after the other under load, and holds what is promised against what is seen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.cluster.load import Event, Load
from tests.cluster.machines import NAME, NODES, Cluster
from tests.served import Site, manage, serving

LONGEST_REFUSAL = 30  # seconds for which nobody can save
QUIET, AFTER = 8, 10  # seconds that are watched before the first blow, and after each
PASSWORD = "an example pass phrase"
COLUMNS = (
    "killed", "pages read", "failed", "slowest s", "saved", "refused", "failed",
    "longest without saving s", "own seen", "not seen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What clients were answered from one blow to the next."""

    what: str
    events: Sequence[Event]
    longest_without_saving: float  # seconds

    def of(self, kind: str) -> list[Event]:
        return [event for event in self.events if event.kind == kind]

    @property
    def row(self) -> tuple[object, ...]:
        slowest = max((e.ended - e.began for e in self.of("read")), default=0.0)
        return (
            self.what, len(self.of("read")), len(self.of("reader's error")), f"{slowest:.1f}",
            len(self.of("saved")), len(self.of("refused")), len(self.of("writer's error")),
            f"{self.longest_without_saving:.1f}", len(self.of("seen")), len(self.of("not seen")),
        )  # fmt: skip


def run(cluster: Cluster) -> int:
    """Serve the site on the cluster, strike, print what was seen; 1 where a promise is broken."""
    manage(cluster.database_url, "migrate", "--verbosity=0")
    manage(cluster.database_url, "load_articles")
    manage(
        cluster.database_url, "createsuperuser", "--noinput", "--username=edith", "--email=",
        DJANGO_SUPERUSER_PASSWORD=PASSWORD,
    )  # fmt: skip
    with serving(
        cluster.database_url, cluster.home / "site.log", workers=2,
        DATABASE_REPLICA_URLS=cluster.replica_url,
    ) as site:  # fmt: skip
        load = Load(site.port, _session(site))
        with load.running():
            asked = _commits(cluster)
            seen = [_watched(load, "nothing", lambda: time.sleep(QUIET))]
            asked = _commits(cluster) - asked
            seen += [
                _watched(load, "a standby", lambda: _strike(cluster, load, _standby(cluster))),
                _watched(load, "the leader", lambda: _strike(cluster, load, _leader(cluster))),
                _watched(
                    load,
                    "the leader's check",
                    lambda: _strike(cluster, load, _leader(cluster), postgres_too=False),
                ),
            ]
        log = (cluster.home / "site.log").read_text()
    _print(seen)
    cluster.until_level()
    lost = {node: _lost(cluster, node, load.ledger) for node in NODES}
    sys.stdout.write(f"\n{len(load.ledger)} saved; of these are missing: {lost}\n")
    broken = _broken(seen, lost)
    if asked < len(seen[0].of("read")):
        broken.append(f"nothing was killed: the standbys were asked only {asked} times")
    for each in broken:
        sys.stdout.write(f"BROKEN: {each}\n")
    if broken:
        sys.stdout.write(f"\nThe site's log ends so:\n{log[-6000:]}\n")
    return 1 if broken else 0


def _strike(cluster: Cluster, load: Load, node: str, *, postgres_too: bool = True) -> None:
    """Kill a node; when writes have gone on for a while, start it and wait until it follows."""
    cluster.kill(node, postgres_too=postgres_too)
    struck, saved = time.monotonic(), len(load.ledger)
    while time.monotonic() < struck + AFTER or (
        len(load.ledger) < saved + 5 and time.monotonic() < struck + 3 * LONGEST_REFUSAL
    ):
        time.sleep(0.2)
    time.sleep(AFTER)
    cluster.start_node(node)
    cluster.until_whole()
    time.sleep(2)


def _watched(load: Load, what: str, deed: Callable[[], None]) -> Seen:
    began = time.monotonic()
    deed()
    events = [event for event in [*load.events] if event.ended >= began]
    moments = [began, *(e.ended for e in events if e.kind == "saved"), time.monotonic()]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    return Seen(what, events, max(gaps))


def _broken(seen: Sequence[Seen], lost: dict[str, list[str]]) -> list[str]:
    told = []
    for part in seen:
        for kind in ("reader's error", "writer's error", "not seen"):
            told += [f"{part.what}: {kind}: {each.told}" for each in part.of(kind)[:3]]
        if part.longest_without_saving > LONGEST_REFUSAL:
            told.append(f"{part.what}: {part.longest_without_saving:.1f} s without saving")
        if not part.of("read") or not part.of("saved"):
            told.append(f"{part.what}: nothing was read, or saved")
    told += [f"{node} has lost {slugs[:5]}" for node, slugs in lost.items() if slugs]
    return told


def _commits(cluster: Cluster) -> int:
    """How often the standbys have answered, since they began."""
    standbys = [node for node in NODES if node != cluster.leader()]
    sql = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"
    return sum(cluster.rows(node, sql, NAME)[0][0] for node in standbys)


def _lost(cluster: Cluster, node: str, ledger: Sequence[str]) -> list[str]:
    kept = {slug for (slug,) in cluster.rows(node, "SELECT slug FROM positions_topic", NAME)}
    return [slug for slug in ledger if slug not in kept]


def _print(seen: Sequence[Seen]) -> None:
    table = [COLUMNS, *(part.row for part in seen)]
    widths = [max(len(str(row[at])) for row in table) for at in range(len(COLUMNS))]
    for row in table:
        line = "  ".join(f"{cell!s:>{width}}" for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(f"{line}\n")


def _leader(cluster: Cluster) -> str:
    leader = cluster.leader()
    assert leader is not None
    return leader


def _standby(cluster: Cluster) -> str:
    """The standby that writes wait for: the harder blow."""
    standby = cluster.synchronous()
    assert standby is not None
    return standby


def _session(site: Site) -> str:
    site.get("/admin/login/")
    answer = site.post("/admin/login/", {"username": "edith", "password": PASSWORD})
    assert answer.status == 302, answer.body
    return site.cookies["sessionid"]
