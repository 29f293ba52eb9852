"""How many reports are taken from one address: few an hour."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tracker import report_limit

PATH = "/statements/plea/report/"


@pytest.fixture
def post(settings: Any, tmp_path: Path) -> Any:
    settings.REPORTS_DIR = tmp_path / "reports"
    settings.REPORTS_AN_HOUR = 2

    def posted(address: str, path: str = PATH, method: str = "POST", status: int = 302) -> Any:
        answer = report_limit.limit_reports(lambda _request: HttpResponse("taken", status=status))
        request: HttpRequest = RequestFactory().generic(method, path, REMOTE_ADDR=address)
        return answer(request)

    return posted


def test_one_address_may_send_few_an_hour_and_then_is_told_when(post: Any) -> None:
    assert [post("192.0.2.1").status_code for _ in range(3)] == [302, 302, 429]
    assert 3500 < int(post("192.0.2.1")["Retry-After"]) <= 3600
    assert "in 60 minutes" in post("192.0.2.1").content.decode()
    assert post("192.0.2.2").status_code == 302
    with patch("tracker.report_limit.time.time", return_value=time.time() + 3601):
        assert post("192.0.2.1").status_code == 302


def test_nothing_but_accepted_reports_is_counted(post: Any, settings: Any) -> None:
    for _ in range(4):
        assert post("192.0.2.1", method="GET").status_code == 302
        assert post("192.0.2.1", path="/nowhere/report/").status_code == 302
        assert post("192.0.2.1", status=404).status_code == 404
        assert post("192.0.2.1", status=400).status_code == 400
    assert not settings.REPORTS_DIR.exists()


def test_what_is_kept_tells_no_address(post: Any, settings: Any) -> None:
    post("192.0.2.77")
    for file in settings.REPORTS_DIR.iterdir():
        assert "192" not in file.name
        assert [float(line) < time.time() + 1 for line in file.read_text().splitlines()] == [True]
