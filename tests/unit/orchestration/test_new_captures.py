"""What the sensor takes for new."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from pipelines.orchestration.new_captures import SETTLED_NS, Mark, new_captures
from pipelines.orchestration.workbench import Days, Workbench
from pipelines.settings import Settings


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    for day in ("2021-03-04", "2022-03-04"):
        folder = tmp_path / "landing" / day
        folder.mkdir(parents=True)
        (folder / "a.html").write_bytes(b"<p>a</p>")
    return Workbench(Settings(data_dir=tmp_path))


def later() -> int:
    return time.time_ns() + 2 * SETTLED_NS


def test_at_first_everything_is_new(bench):
    found = new_captures(bench, Mark(), later())
    assert found.days == Days(date(2021, 3, 4), date(2022, 3, 4))


def test_what_has_been_seen_is_not_new_again(bench):
    found = new_captures(bench, Mark(), later())
    assert new_captures(bench, found.mark, later()) is None


def test_a_later_file_asks_for_its_own_day_only(bench):
    seen = new_captures(bench, Mark(), later()).mark
    time.sleep(0.02)
    (bench.settings.data_dir / "landing/2022-03-04/b.html").write_bytes(b"<p>b</p>")
    found = new_captures(bench, seen, later())
    assert found.days == Days(date(2022, 3, 4), date(2022, 3, 4))


def test_a_file_that_was_just_written_is_left_alone(bench):
    assert new_captures(bench, Mark(), time.time_ns()) is None


def test_a_file_that_was_moved_in_with_an_old_time_is_new(bench, tmp_path):
    import os

    seen = new_captures(bench, Mark(), later()).mark
    time.sleep(0.02)
    old = tmp_path / "old.html"
    old.write_bytes(b"<p>old</p>")
    os.utime(old, (0, 0))
    old.rename(bench.settings.data_dir / "landing/2021-03-04/old.html")
    assert new_captures(bench, seen, later()).days.first == date(2021, 3, 4)


def test_a_file_in_a_folder_of_no_possible_day_is_not_passed_over(bench):
    seen = new_captures(bench, Mark(), later()).mark
    time.sleep(0.02)
    odd = bench.settings.data_dir / "landing/2921-03-04"
    odd.mkdir()
    (odd / "a.html").write_bytes(b"<p>a</p>")
    assert new_captures(bench, seen, later()) is not None
