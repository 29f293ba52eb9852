"""The site's settings with what tests need otherwise: quick, and nothing collected beforehand."""

import os
import tempfile
from pathlib import Path

from tracker.settings import *  # noqa: F403
from tracker.settings import DATABASES

DATABASE = DATABASES["default"]

# One round of MD5 instead of Argon2's tenth of a second for every account a test makes.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files are served from where they are written, under their own names.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Seconds that a writer waits for others, where what is tried is not how soon it gives up.
if (patience := os.environ.get("SQLITE_PATIENCE")) and DATABASE["ENGINE"].endswith("sqlite3"):
    DATABASE["OPTIONS"]["timeout"] = float(patience)
# A database that is migrated already, of which those of the tests begin as copies.
if template := os.environ.get("TESTS_TEMPLATE"):
    DATABASE["TEST"] = {"TEMPLATE": template}
# Several runs log in at once, all of them from this machine.
LOG_INS_DIR = Path(tempfile.gettempdir()) / f"tracker-log-ins-{os.getpid()}"
REPORTS_DIR = Path(tempfile.gettempdir()) / f"tracker-reports-{os.getpid()}"
WHITENOISE_MAX_AGE = (
    3600  # a browser asks for each once a journey, as it does of the published site
)
