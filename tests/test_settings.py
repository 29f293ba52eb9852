"""The settings take the environment strictly, and every answer of the site carries its rules."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse

from tracker.mail import mail_address, mail_server
from tracker.proxy import client_address
from tracker.settings import hosts, number, secret_key, switch


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("", False)])
def test_switch_known_value_is_read(value: str, on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS", value)
    assert switch("HTTPS") is on


def test_switch_absent_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HTTPS", raising=False)
    assert switch("HTTPS") is False


def test_switch_unknown_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS", "yes")
    with pytest.raises(ImproperlyConfigured, match=r"HTTPS: 'yes' .* Set it to 1 or 0"):
        switch("HTTPS")


def test_hosts_listed_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_ALLOWED_HOSTS", "a.example, b.example,")
    assert hosts("DJANGO_ALLOWED_HOSTS", ["c.example"]) == ["a.example", "b.example"]


@pytest.mark.parametrize("value", ["https://a.example", "a.example b.example", "*"])
def test_hosts_unfit_are_refused_by_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_ALLOWED_HOSTS", value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        hosts("DJANGO_ALLOWED_HOSTS", [])
    assert f"DJANGO_ALLOWED_HOSTS: {value!r}" in str(refusal.value)


@pytest.mark.parametrize("value", ["desk", "Desk <desk@a.example>", "desk@here"])
def test_a_mail_address_that_is_none_is_refused_by_name(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"PUBLISHER_EMAIL: .* is no e-mail address"):
        mail_address("PUBLISHER_EMAIL", value)


@pytest.mark.parametrize(
    ("value", "server"),
    [
        ("", ("", 587, "", "", False, False)),
        ("smtp://d%40a:p%2Fw@mail.example", ("mail.example", 587, "d@a", "p/w", False, True)),
        ("smtps://mail.example", ("mail.example", 465, "", "", True, False)),
        ("smtp://localhost:25", ("localhost", 25, "", "", False, False)),
    ],
)
def test_a_mail_server_is_read_from_its_address(value: str, server: tuple[Any, ...]) -> None:
    assert tuple(mail_server("EMAIL_URL", value)) == server


@pytest.mark.parametrize("value", ["mail.example", "https://mail.example", "smtp://a:port"])
def test_a_mail_server_without_an_address_is_refused_and_its_password_unsaid(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL is no address") as refusal:
        mail_server("EMAIL_URL", value)
    assert value not in str(refusal.value)


def test_secret_key_given_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SECRET_KEY", "k" * 50)
    assert secret_key("DJANGO_SECRET_KEY", tmp_path / "key") == "k" * 50
    assert list(tmp_path.iterdir()) == []


def test_secret_key_too_short_is_refused_unsaid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SECRET_KEY", "swordfish")
    with pytest.raises(ImproperlyConfigured, match="DJANGO_SECRET_KEY: 9 characters") as refusal:
        secret_key("DJANGO_SECRET_KEY", tmp_path / "key")
    assert "swordfish" not in str(refusal.value)


def test_secret_key_absent_is_made_once_and_kept_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DJANGO_SECRET_KEY", raising=False)
    file = tmp_path / "var" / "key"
    made = secret_key("DJANGO_SECRET_KEY", file)
    assert len(made) >= 50
    assert secret_key("DJANGO_SECRET_KEY", file) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def loaded_with(**environment: str) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process of their own, with these variables alone."""
    ask = "import tracker.settings as s; print(s.DEBUG, s.SECURE_SSL_REDIRECT, *s.ALLOWED_HOSTS)"
    own = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(
        [sys.executable, "-c", ask],
        cwd=settings.BASE_DIR, env=own, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_settings_without_environment_are_for_this_machine_alone() -> None:
    assert loaded_with().stdout == "False False 127.0.0.1 localhost [::1]\n"


def test_settings_published_redirect_to_https() -> None:
    found = loaded_with(HTTPS="1", DJANGO_ALLOWED_HOSTS="tracker.example.org")
    assert found.stdout == "False True tracker.example.org\n"


def test_settings_published_without_hosts_are_refused_by_name() -> None:
    found = loaded_with(HTTPS="1")
    assert found.returncode != 0
    assert "DJANGO_ALLOWED_HOSTS is not set" in found.stderr


@pytest.mark.django_db
def test_answer_carries_the_strict_policies(client: Client) -> None:
    headers = client.get(reverse("admin:login")).headers
    directives = dict(
        directive.strip().split(" ", 1)
        for directive in headers["Content-Security-Policy"].split(";")
    )
    assert directives == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def asked_from(peer: str, forwarded: str) -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)


@pytest.mark.parametrize(
    ("n_proxies", "forwarded", "address"),
    [
        (0, "198.51.100.7", "127.0.0.1"),  # nobody whom we trust has said it
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),  # the first is the client's own claim
        (2, "203.0.113.9, 198.51.100.7", "203.0.113.9"),
        (2, "192.0.2.4, 203.0.113.9, 198.51.100.7", "203.0.113.9"),
        (2, "198.51.100.7", "127.0.0.1"),  # one of the two was passed by
        (1, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),  # all of that network is one client's
        (1, "2001:db8:1:2:bbbb::2", "2001:db8:1:2::"),
        (1, "::ffff:198.51.100.7", "198.51.100.7"),
        (1, "unknown", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_client_address_is_what_the_outermost_of_our_proxies_saw(
    n_proxies: int, forwarded: str, address: str, settings: Any
) -> None:
    settings.TRUSTED_PROXIES = n_proxies
    assert client_address(asked_from("127.0.0.1", forwarded)) == address


def test_client_of_a_socket_has_no_address(settings: Any) -> None:
    settings.TRUSTED_PROXIES = 0
    assert client_address(asked_from("", "198.51.100.7")) is None


def test_number_absent_is_none_and_known_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRUSTED_PROXIES", raising=False)
    assert number("TRUSTED_PROXIES") == 0
    monkeypatch.setenv("TRUSTED_PROXIES", "2")
    assert number("TRUSTED_PROXIES") == 2


@pytest.mark.parametrize("value", ["yes", "-1", "1.5", "100", "²", "9" * 5000])
def test_number_unfit_is_refused_by_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", value)
    with pytest.raises(ImproperlyConfigured, match=r"TRUSTED_PROXIES: .* is no number"):
        number("TRUSTED_PROXIES")
