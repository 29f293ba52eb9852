"""Every setting of the site; the only file that reads the environment.

Nothing needs to be set to run it on one's own machine. To publish it, set `DJANGO_ALLOWED_HOSTS`
and `HTTPS=1` behind a proxy that ends TLS; docs/operations.md lists all variables.
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from jinja2 import StrictUndefined

from tracker.databases import database, make_directory, replicas
from tracker.mail import mail_address, mail_server

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # whatever the site writes: database, secret key, collected static files
# Whom it belongs to, and perhaps a group that they chose, but not everybody who has an account.
VAR_DIR.mkdir(mode=0o700, exist_ok=True)
if (mode := VAR_DIR.stat().st_mode) & 0o007 and VAR_DIR.stat().st_uid == os.geteuid():
    VAR_DIR.chmod(mode & 0o770)


def switch(name: str) -> bool:
    """Whether the variable `name` is on ("1") or off ("0", empty, absent)."""
    value = os.environ.get(name, "")
    if value not in {"", "0", "1"}:
        raise ImproperlyConfigured(f"{name}: {value!r} is neither on nor off. Set it to 1 or 0.")
    return value == "1"


def number(name: str, default: int = 0) -> int:
    """The whole number, zero or more, in the variable `name`; without it, `default`."""
    value = os.environ.get(name, "") or str(default)
    if not (value.isascii() and value.isdigit() and len(value) < 3):
        raise ImproperlyConfigured(f"{name}: {value!r} is no number. Set it to one from 0 to 99.")
    return int(value)


def hosts(name: str, default: list[str]) -> list[str]:
    """The host names in the variable `name`, separated by commas; without it, `default`."""
    value = os.environ.get(name, "")
    listed = [host.strip() for host in value.split(",") if host.strip()]
    for host in listed:
        if "/" in host or " " in host or host == "*":
            raise ImproperlyConfigured(
                f"{name}: {host!r} is not a host name. Write names alone, with commas between "
                "them and no scheme, as in tracker.example.org,www.example.org."
            )
    return listed or default


def secret_key(name: str, file: Path) -> str:
    """The key in the variable `name`; without it, one made once and kept in `file`."""
    if value := os.environ.get(name, ""):
        if len(value) < 50:
            raise ImproperlyConfigured(
                f"{name}: {len(value)} characters are too few. Set 50 random ones or more, or "
                f"leave it out: one is then made and kept in {file}."
            )
        return value
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50), encoding="ascii")
        try:
            os.link(fresh, file)  # the first of several processes wins, the others read its key
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return file.read_text(encoding="ascii")


DEBUG = switch("DJANGO_DEBUG")
HTTPS = switch("HTTPS")
SECRET_KEY = secret_key("DJANGO_SECRET_KEY", VAR_DIR / "secret_key")
ALLOWED_HOSTS = hosts("DJANGO_ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
if HTTPS and "DJANGO_ALLOWED_HOSTS" not in os.environ:
    raise ImproperlyConfigured(
        "DJANGO_ALLOWED_HOSTS is not set, but HTTPS=1 is. Set it to the names under which the "
        "site is reached, as in tracker.example.org."
    )

# Who publishes the site; its pages say it, and nothing where nothing is set.
PUBLISHER_NAME = os.environ.get("PUBLISHER_NAME", "").strip()
PUBLISHER_EMAIL = mail_address("PUBLISHER_EMAIL", os.environ.get("PUBLISHER_EMAIL", ""))
PUBLISHER_ADDRESS = os.environ.get("PUBLISHER_ADDRESS", "").strip()
if (PUBLISHER_EMAIL or PUBLISHER_ADDRESS) and not PUBLISHER_NAME:
    raise ImproperlyConfigured(
        "PUBLISHER_NAME is not set, but the publisher's address is. Say whose it is."
    )

INSTALLED_APPS = [
    "tracker",  # before staticfiles, whose command it replaces
    "positions",  # before the admin, so that its templates win
    "tracker.apps.EditorsConfig",  # Django's admin, with a site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "simple_history",
    "django_filters",
    "csp",
    "axes",
]
MIDDLEWARE = [
    "tracker.head.bodiless_head",  # first: the headers are complete when the body goes
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tracker.compression.CompressedWhenPublic",  # it reads who may keep the answer, set below
    "tracker.caching.kept",  # static files, above, have a policy of their own
    "tracker.refusals.in_words",
    "tracker.incoming.read_as_utf8",
    "tracker.incoming.leave_out_tracking",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",  # what has not changed is not sent again
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "tracker.log_in.limit_log_ins",
    "tracker.report_limit.limit_reports",
    "axes.middleware.AxesMiddleware",  # it turns a refused login into its page
    "tracker.outage.start_streams",  # what it fails with goes through all those above
    "tracker.replicas.ReadFromStandbys",  # last: it tries the view, which all others have allowed
]
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES: dict[str, dict[str, Any]] = {
    "default": database(
        os.environ.get("DATABASE_URL", "") or "sqlite:///var/tracker.sqlite3", BASE_DIR
    )
}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    make_directory(DATABASES["default"]["NAME"])
DATABASES |= replicas(os.environ.get("DATABASE_REPLICA_URLS", ""), DATABASES["default"])
DATABASE_ROUTERS = ["tracker.replicas.Router"] if len(DATABASES) > 1 else []
# Seconds by which a standby may be behind before it is left out.
DATABASE_REPLICA_MAX_LAG = number("DATABASE_REPLICA_MAX_LAG", 10)

FORM_RENDERER = "tracker.renderer.QuickRenderer"
TEMPLATES: list[dict[str, Any]] = [
    {  # the public pages
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "positions.templatetags.jinja.environment",
            "autoescape": True,
            "undefined": StrictUndefined,  # a misspelt name is an error, never an empty space
            "trim_blocks": True,
            "lstrip_blocks": True,
        },
    },
    {  # the admin
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
# No page names a file without its hash: half of the files, and of the time to compress them.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # A name with a hash of the content, compressed once: browsers keep it for a year.
    "staticfiles": {"BACKEND": "tracker.static_files.JoinedFaces"},
}

# Who gets in.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "tracker.log_in.OneCoreArgon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "positions.admin.logged_out.csrf_failure"  # which keeps what was typed
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# The pair: a stranger cannot lock an editor out, nor one guesser a whole office.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # whoever tries meanwhile waits no longer
AXES_LOCKOUT_CALLABLE = "tracker.log_in.locked_out"
AXES_CLIENT_IP_CALLABLE = "tracker.proxy.client_address"
TRUSTED_PROXIES = number("TRUSTED_PROXIES")  # that stand in front, and add to X-Forwarded-For
# Of all processes together; half of the cores stay free for pages.
PASSWORDS_AT_ONCE = max(1, (os.cpu_count() or 1) // 2)
LOG_INS_DIR = VAR_DIR / "log-ins"  # locked files: whose password is being checked

# What readers report of statements: so many an hour from one address, and in all.
REPORTS_AN_HOUR, REPORTS_AN_HOUR_IN_ALL = 10, 60
REPORTS_DIR = VAR_DIR / "reports"  # when the last ones came, and from nobody knows where

# Mail: the publisher is told of what readers report, where both addresses are set.
MAIL_SERVER = mail_server("EMAIL_URL", os.environ.get("EMAIL_URL", ""))
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL_SERVER.use_ssl, MAIL_SERVER.use_tls
EMAIL_TIMEOUT = 5  # seconds for which a reader waits for it
DEFAULT_FROM_EMAIL = SERVER_EMAIL = PUBLISHER_EMAIL or "webmaster@localhost"

# What a browser may do with a page: only what comes from here, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
# Subdomains and the browsers' preload list bind the operator's other sites: theirs to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

IMPORTS_DIR = VAR_DIR / "imports"  # an uploaded file waits there for its preview to be confirmed

FORMS_URLFIELD_ASSUME_HTTPS = True  # an address typed without a scheme, as Django 6 reads it
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # three hundred cards of the desk have some 35 each
# Files apart. A text of a million characters, the most that is kept, of whatever script fits in.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers would send mail and, while debugging, print everything twice.
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # a reader's mistyped address is no news
    },
}
