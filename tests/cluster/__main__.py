"""Three PostgreSQL servers behind the site: `python -m tests.cluster serve PORT`, or `… test`.

`serve` runs the site on them until ctrl-C; `test` kills one after the other under load, prints what
readers and writers saw, and fails where one of them saw what it must not.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from tests.cluster import trial
from tests.cluster.machines import Cluster, running

USAGE = "Usage: python -m tests.cluster serve PORT, or python -m tests.cluster test"


def main(arguments: list[str]) -> int:
    """Start the cluster and do what is asked; gives the exit code."""
    # SIGTERM would end this process before it has stopped the others.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    match arguments:
        case ["serve", port]:
            with running() as cluster:
                return _serve(cluster, port)
        case ["test"]:
            with running() as cluster:
                return trial.run(cluster)
        case _:
            sys.exit(USAGE)


def _serve(cluster: Cluster, port: str) -> int:
    environment = {
        **os.environ,
        "DATABASE_URL": cluster.database_url,
        "DATABASE_REPLICA_URLS": cluster.replica_url,
    }
    sys.stdout.write(
        f"The leader:         {cluster.leader()}, through HAProxy on {cluster.ports['leader']}\n"
        f"The standbys:       through HAProxy on {cluster.ports['standbys']}\n"
        f"Their files, logs:  {cluster.home} (removed at the end)\n"
        f"An account:         DATABASE_URL={cluster.database_url} make superuser\n"
    )
    sys.stdout.flush()
    with subprocess.Popen([".make/serve", port], env=environment) as site:
        # The terminal sends ctrl-C to the site too: the servers outlive it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: site.terminate())
        return site.wait()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before the site was served; all is stopped by now
        sys.exit(128 + signal.SIGINT)
