"""Starts and stops the programs of a cluster, each with a port of its own on loopback.

Three nodes, each with PostgreSQL, Patroni and PgBouncer; one etcd, where Patroni keeps who leads;
one HAProxy before all. Their data lie in a temporary directory and go with it. As root, the
programs run as the account of Debian's package, since PostgreSQL refuses root.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from string import Template
from typing import Any, LiteralString
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

from tests import postgres

CONFIG = Path(__file__).with_name("config")
NODES = ("node1", "node2", "node3")
START_TIMEOUT = 120  # seconds
NAME = "tracker"  # of the database, and of the account that the site has
PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"  # where Debian has haproxy and pgbouncer
PROGRAMS = {"patroni": "patroni python3-etcd", "etcd": "etcd-server", "haproxy": "haproxy"}
PROGRAMS |= {"pgbouncer": "pgbouncer", "ps": "procps"}
LEADERS = {"master", "primary"}  # Patroni's word for it, before and since its third version


class Cluster:
    """The running programs, by name ("etcd", "node1", "node1 pgbouncer"), and their ports."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.password = secrets.token_urlsafe(24)
        self.programs: dict[str, subprocess.Popen[bytes]] = {}
        kinds = ("rest", "postgres", "bouncer")
        self.ports = _free_ports(
            "etcd", "etcd_peer", "leader", "standbys", *(f"{n} {k}" for n in NODES for k in kinds)
        )

    @property
    def database_url(self) -> str:
        return self._address(self.ports["leader"])

    @property
    def replica_url(self) -> str:
        return self._address(self.ports["standbys"])

    def start(self) -> None:
        """Start all, and make the site's account and its empty database."""
        peer, client = (f"http://127.0.0.1:{self.ports[it]}" for it in ("etcd_peer", "etcd"))
        self._run(
            "etcd", "etcd", f"--data-dir={self.home}/etcd",
            f"--listen-client-urls={client}", f"--advertise-client-urls={client}",
            f"--listen-peer-urls={peer}", f"--initial-advertise-peer-urls={peer}",
            f"--initial-cluster=default={peer}",
        )  # fmt: skip
        self._until(lambda: _answers(f"{client}/health"), "etcd")
        self._write("users", f'"{NAME}" "{self.password}"\n')
        for node in NODES:
            self.start_node(node)
            self._configure("pgbouncer.ini", f"{node}.ini", node)
            self._run(f"{node} pgbouncer", "pgbouncer", "-q", f"{self.home}/{node}.ini")
            # The first one begins; the others copy it.
            self._until(lambda: self.leader() is not None, node)
        servers = (
            f"    server {node} 127.0.0.1:{self.ports[f'{node} bouncer']}"
            f" check port {self.ports[f'{node} rest']}"
            for node in NODES
        )
        self._configure("haproxy.cfg", "haproxy.cfg", servers="\n".join(servers))
        self._run("haproxy", "haproxy", "-q", "-f", f"{self.home}/haproxy.cfg")
        self.until_whole()
        leader = self._address(self.ports[f"{self.leader()} postgres"], "postgres", "postgres")
        with psycopg.connect(leader, autocommit=True) as it:
            it.execute(f"CREATE ROLE {NAME} LOGIN PASSWORD '{self.password}'")
            it.execute(f"CREATE DATABASE {NAME} OWNER {NAME}")
        self._until(lambda: all(map(self._has_database, NODES)), "the database")

    def start_node(self, node: str) -> None:
        """Start a node's Patroni, which starts or takes over its PostgreSQL."""
        self._configure("patroni.yml", f"{node}.yml", node)
        self._run(node, "/usr/bin/patroni", f"{self.home}/{node}.yml")

    def until_whole(self) -> None:
        """Wait until two standbys follow the leader, one of them synchronous."""
        self._until(lambda: self._followers() == len(NODES) - 1, "a standby")
        self._until(lambda: self.synchronous() is not None, "the synchronous standby")

    def until_level(self) -> None:
        """Wait until every standby has replayed what the leader has, which nobody may write to."""
        behind = "SELECT FROM pg_stat_replication WHERE replay_lsn < pg_current_wal_lsn()"
        self.until_whole()
        self._until(lambda: not self.rows(str(self.leader()), behind), "what was written last")

    def leader(self) -> str | None:
        """The node that takes writes, by its own word and Patroni's."""
        return next((node for node in NODES if self._state(node).get("role") in LEADERS), None)

    def synchronous(self) -> str | None:
        """The standby that every write waits for, if it is there."""
        found = (node for node in NODES if self._state(node).get("sync_standby"))
        return next(found, None)

    def kill(self, node: str, *, postgres_too: bool = True) -> None:
        """SIGKILL for a node's Patroni, and for every process of its PostgreSQL."""
        doomed = [self.programs[node].pid]
        if postgres_too:
            postmaster = (self.home / node / "postmaster.pid").read_text().split()[0]
            children = subprocess.run(
                ["ps", "-o", "pid=", "--ppid", postmaster],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
            doomed += map(int, (postmaster, *children))
        for pid in doomed:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.programs[node].wait()

    def stop(self) -> None:
        """Stop all: Patroni first, which stops its PostgreSQL."""
        running = [each for each in reversed(self.programs.values()) if each.poll() is None]
        for program in running:
            program.terminate()
        for program in running:
            try:
                program.wait(30)
            except subprocess.TimeoutExpired:
                program.kill()
        for node in NODES:  # one that had lost its Patroni
            with suppress(FileNotFoundError, ProcessLookupError):
                postmaster = (self.home / node / "postmaster.pid").read_text().split()[0]
                os.kill(int(postmaster), signal.SIGQUIT)

    def rows(self, node: str, sql: LiteralString, database: str = "postgres") -> list[Any]:
        """What a node's own PostgreSQL answers, past HAProxy and PgBouncer."""
        port = self.ports[f"{node} postgres"]
        with psycopg.connect(self._address(port, "postgres", database)) as asked:
            return asked.execute(sql).fetchall()

    def _run(self, name: str, *command: str) -> None:
        with (self.home / f"{name}.log").open("ab") as log:
            self.programs[name] = subprocess.Popen(
                [*postgres.as_owner(), *command], stdout=log, stderr=log, cwd=self.home,
                env={"PATH": PATH, "HOME": str(self.home), "LC_ALL": "C.UTF-8"},
                start_new_session=True,  # ctrl-C is for the site; these are stopped after it
            )  # fmt: skip

    def _configure(self, template: str, file: str, node: str = "", **more: str) -> None:
        own = {kind: self.ports.get(f"{node} {kind}") for kind in ("rest", "postgres", "bouncer")}
        text = Template((CONFIG / template).read_text()).substitute(
            **{**self.ports, **own}, name=node, home=self.home, password=self.password,
            programs=postgres.programs(), **more,
        )  # fmt: skip
        self._write(file, text)

    def _write(self, file: str, text: str) -> None:
        path = self.home / file
        path.touch(mode=0o600)
        path.write_text(text)
        if postgres.as_owner():
            shutil.chown(path, "postgres", "postgres")

    def _state(self, node: str) -> dict[str, Any]:
        """What Patroni says of a node; nothing where it does not answer."""
        try:
            with urlopen(
                f"http://127.0.0.1:{self.ports[f'{node} rest']}/patroni", timeout=1
            ) as said:
                state: dict[str, Any] = json.load(said)
        except (URLError, OSError, ValueError):
            return {}
        return state if state.get("state") in {"running", "streaming"} else {}

    def _followers(self) -> int:
        """How many standbys the leader is sending to, none where there is no leader."""
        sending = "SELECT FROM pg_stat_replication WHERE state = 'streaming'"
        try:
            return len(self.rows(leader, sending)) if (leader := self.leader()) else 0
        except psycopg.OperationalError:
            return 0

    def _has_database(self, node: str) -> bool:
        try:
            return bool(self.rows(node, "SELECT 1", NAME))
        except psycopg.OperationalError:
            return False

    def _address(self, port: int, account: str = NAME, database: str = NAME) -> str:
        return f"postgres://{account}:{self.password}@127.0.0.1:{port}/{database}"

    def _until(self, is_so: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while not is_so():
            if time.monotonic() > deadline:
                logs = "\n".join(
                    f"{it}:\n{it.read_text()[-2000:]}" for it in self.home.glob("*.log")
                )
                sys.exit(f"The cluster did not become whole: {what} is not there.\n{logs}")
            time.sleep(0.2)


@contextmanager
def running() -> Iterator[Cluster]:
    """A cluster that runs, with an empty database; stopped and removed at the end."""
    missing = [
        package for program, package in PROGRAMS.items() if not shutil.which(program, path=PATH)
    ]
    if missing:
        sys.exit(f"Install {' '.join(missing)} (on Debian: apt-get install), and try again.")
    home = Path(tempfile.mkdtemp(prefix="tracker-cluster-"))
    with ExitStack() as at_the_end:
        at_the_end.callback(shutil.rmtree, home, ignore_errors=True)
        if postgres.as_owner():
            shutil.chown(home, "postgres", "postgres")
        cluster = Cluster(home)
        at_the_end.callback(cluster.stop)
        cluster.start()
        yield cluster


def _free_ports(*names: str) -> dict[str, int]:
    with ExitStack() as opened:
        probes = [opened.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in names]
        return {name: probe.getsockname()[1] for name, probe in zip(names, probes, strict=True)}


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=1):
            return True
    except (URLError, OSError):
        return False
