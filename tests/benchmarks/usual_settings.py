"""The project's settings with the addresses of the rival in `usual`."""

from tests.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.usual"
