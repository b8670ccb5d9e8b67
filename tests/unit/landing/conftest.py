"""WARC records and landing folders as a test needs them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipelines.landing import LandingBatch, capture_dates, read_partition

START, TODAY = date(2020, 1, 1), date(2021, 12, 31)


@pytest.fixture
def landing(tmp_path: Path) -> Path:
    folder = tmp_path / "landing"
    folder.mkdir()
    return folder


@pytest.fixture
def dates(landing: Path, tmp_path: Path) -> Callable[..., list[date]]:
    def read(*roots: Path, today: date = TODAY, start_date: date = START) -> list[date]:
        manifest = tmp_path / "landing_manifest.csv"
        return capture_dates(roots or (landing,), start_date=start_date, today=today, manifest=manifest)

    return read


@pytest.fixture
def partition(landing: Path, tmp_path: Path) -> Callable[..., LandingBatch]:
    def read(
        day: date, *roots: Path, today: date = TODAY, start_date: date = START, max_page_bytes: int = 100_000
    ) -> LandingBatch:
        return read_partition(
            roots or (landing,),
            day,
            start_date=start_date,
            today=today,
            max_page_bytes=max_page_bytes,
            manifest=tmp_path / "landing_manifest.csv",
        )

    return read


@pytest.fixture
def warc_record() -> Callable[..., bytes]:
    def record(
        body: bytes = b"<p>page</p>",
        *,
        url: str = "https://news.example/1",
        when: str | None = "2020-06-04T01:02:03Z",
        kind: str = "response",
        http: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=EUC-KR\r\n",
    ) -> bytes:
        block = http.encode() + b"\r\n" + body if kind in {"response", "request"} else body
        headers = [f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"Content-Length: {len(block)}"]
        headers += [f"WARC-Date: {when}"] if when else []
        headers += (
            ["Content-Type: application/http"] if kind in {"response", "request"} else ["Content-Type: text/html"]
        )
        return b"WARC/1.0\r\n" + "\r\n".join(headers).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"

    return record
