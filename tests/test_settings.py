"""The settings take the environment strictly, and every answer of the site carries its rules."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse

from tracker.proxy import client_address
from tracker.settings import hosts, secret_key, switch


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


def log_in(client: Client, password: str, address: str) -> int:
    form = {"username": "edith", "password": password}
    return client.post(reverse("admin:login"), form, REMOTE_ADDR=address).status_code


@pytest.mark.django_db
def test_guesser_is_locked_out_and_the_editor_is_not(client: Client) -> None:
    User.objects.create_superuser("edith", password="the right one")
    answers = [log_in(client, "a guess", "192.0.2.1") for _ in range(settings.AXES_FAILURE_LIMIT)]
    assert answers[-1] == 429
    assert log_in(client, "the right one", "192.0.2.1") == 429
    assert log_in(client, "the right one", "192.0.2.2") == 302


def asked_from(peer: str, forwarded: str) -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("203.0.113.9, 198.51.100.7", "198.51.100.7"),  # the first is the client's own claim
        ("2001:db8::1", "2001:db8::1"),
        ("unknown", "127.0.0.1"),
        ("", "127.0.0.1"),
    ],
)
def test_client_address_behind_a_proxy_is_what_the_proxy_saw(forwarded: str, address: str) -> None:
    assert client_address(asked_from("127.0.0.1", forwarded)) == address
