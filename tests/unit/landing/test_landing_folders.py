"""Folders of pages: which files are read, which day they belong to, what becomes of those that cannot be read."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.landing import LandingBatch, LandingError, Refusal, list_captures
from pipelines.landing import partition as partition_module
from pipelines.landing.model import REFUSALS

DAY, OTHER_DAY, TODAY = date(2020, 6, 4), date(2020, 6, 5), date(2021, 12, 31)
Dates = Callable[..., list[date]]
Partition = Callable[..., LandingBatch]


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_page_belongs_to_the_day_of_its_folder_and_keeps_its_bytes(landing: Path, partition: Partition) -> None:
    put(landing, "2020-06-04/site/a.html", b"<p>\xb0\xa1\x00</p>")
    put(landing, "2020-06-05/b.htm", b"<p>b</p>")
    batch = partition(DAY)
    assert batch.pages.select("bytes", "source_file", "byte_count", "capture_date").rows() == [
        (b"<p>\xb0\xa1\x00</p>", "2020-06-04/site/a.html", 10, DAY)
    ]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress), ("", bytes)])
def test_compressed_pages_give_the_page_itself(
    landing: Path, partition: Partition, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    put(landing, "2020-06-04/a.html" + suffix, pack(b"<p>same</p>" * 99))
    assert partition(DAY).pages["bytes"].to_list() == [b"<p>same</p>" * 99]


def test_the_nearest_date_folder_counts(landing: Path, dates: Dates) -> None:
    put(landing, "2020-06-01/again/2020-06-04/a.html", b"x")
    assert dates() == [DAY]


def test_a_file_without_a_date_keeps_the_day_of_its_first_sight(
    landing: Path, dates: Dates, partition: Partition
) -> None:
    path = put(landing, "a.html", b"<p>a</p>")
    assert dates(today=DAY) == [DAY]
    os.utime(path, (0, 0))
    assert dates(today=OTHER_DAY) == [DAY]
    assert partition(DAY, today=OTHER_DAY).pages.height == 1
    assert partition(OTHER_DAY, today=OTHER_DAY).pages.height == 0


def test_the_address_list_gives_address_and_time(landing: Path, dates: Dates, partition: Partition) -> None:
    put(landing, "a.html", b"<p>a</p>")
    put(landing, "urls.csv", b"file,url,fetched_at\na.html,https://news.example/a,2020-06-03T23:30:00Z\n")
    assert dates() == [DAY]  # half past eight in the morning of the fourth in Seoul
    row = partition(DAY).pages.row(0, named=True)
    assert row["url"] == "https://news.example/a"
    assert row["fetched_at"] == datetime(2020, 6, 3, 23, 30, tzinfo=UTC)


def test_a_broken_address_list_is_an_error_that_names_its_line(landing: Path, dates: Dates) -> None:
    put(landing, "a.html", b"")
    put(landing, "urls.csv", b"file,url,fetched_at\na.html,https://news.example/a,yesterday\n")
    with pytest.raises(LandingError, match=r"urls\.csv:2 .*yesterday"):
        dates()


def test_a_missing_folder_is_one_line_that_says_what_to_do(landing: Path, dates: Dates) -> None:
    with pytest.raises(LandingError, match=r"does not exist; .*--landing PATH") as error:
        dates(landing / "nowhere")
    assert "\n" not in str(error.value)


def test_a_broken_manifest_is_an_error_and_not_a_new_date(landing: Path, tmp_path: Path, dates: Dates) -> None:
    put(landing, "a.html", b"")
    (tmp_path / "landing_manifest.csv").write_text("file,first_seen\na.html,soon\n")
    with pytest.raises(LandingError, match=r"landing_manifest\.csv"):
        dates()


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("2019-12-31", "capture_date_too_early"),
        ("2022-01-01", "capture_date_in_future"),
        ("2020-13-41", "capture_date_unreadable"),
    ],
)
def test_a_date_that_is_no_partition_is_refused_in_the_partition_of_its_first_sight(
    landing: Path, dates: Dates, partition: Partition, folder: str, reason: str
) -> None:
    put(landing, f"{folder}/a.html", b"<p>a</p>")
    assert dates() == [TODAY]
    batch = partition(TODAY)
    assert batch.pages.height == 0
    assert batch.rejects.select("stage", "key", "reason").rows() == [("raw/pages", f"{folder}/a.html", reason)]
    assert batch.records.select("record_type", "record_count").rows() == [("rejected", 1)]


def test_files_that_are_no_pages_are_counted_and_notes_are_ignored(landing: Path, partition: Partition) -> None:
    for name in ("photo.jpg", "README.md", ".DS_Store", "a.html.tmp", ".git/x.html"):
        put(landing, f"2020-06-04/{name}", b"x")
    batch = partition(DAY)
    assert batch.records.select("source_file", "record_type").rows() == [("2020-06-04/photo.jpg", "not_html")]
    assert batch.rejects.height == 0


def test_a_page_may_be_called_readme(landing: Path, partition: Partition) -> None:
    put(landing, "2020-06-04/readme-first.html", b"<p>a</p>")
    assert partition(DAY).pages["source_file"].to_list() == ["2020-06-04/readme-first.html"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.html.gz", gzip.compress(os.urandom(9000))[:-700], "truncated"),
        ("a.html.gz", gzip.compress(b"x" * 9000)[:-4], "truncated"),
        ("a.html.gz", b"no gzip at all", "corrupt"),
        ("a.html.zst", zstandard.compress(os.urandom(9000))[:-700], "truncated"),
        ("a.html.zst", b"no zstd at all", "corrupt"),
    ],
)
def test_a_broken_archive_is_a_reject_and_its_neighbour_is_read(
    landing: Path, partition: Partition, name: str, data: bytes, reason: str
) -> None:
    put(landing, f"2020-06-04/{name}", data)
    put(landing, "2020-06-04/b.html", b"<p>b</p>")
    batch = partition(DAY)
    assert batch.rejects["reason"].to_list() == [reason]
    assert batch.pages["source_file"].to_list() == ["2020-06-04/b.html"]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress), ("", bytes)])
def test_a_page_over_the_limit_keeps_its_place_and_size_but_no_bytes(
    landing: Path, partition: Partition, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    put(landing, "2020-06-04/a.html" + suffix, pack(bytes(5_000_000)))
    row = partition(DAY, max_page_bytes=1000).pages.row(0, named=True)
    assert row["bytes"] is None
    assert row["byte_count"] == 5_000_000


def test_a_bomb_is_measured_only_so_far(landing: Path, partition: Partition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.landing.bodies.MEASURED_BYTES", 1_000_000)
    put(landing, "2020-06-04/a.html.zst", zstandard.compress(bytes(300_000_000)))
    assert partition(DAY, max_page_bytes=1000).pages["byte_count"].to_list() == [1_000_000]


def test_a_file_that_vanishes_before_it_is_read_is_a_reject(
    landing: Path, partition: Partition, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = put(landing, "2020-06-04/a.html", b"<p>a</p>")
    put(landing, "2020-06-04/b.html", b"<p>b</p>")
    listed = partition_module.list_files

    def list_and_delete(roots: tuple[Path, ...]) -> object:
        files = listed(roots)
        gone.unlink()
        return files

    monkeypatch.setattr(partition_module, "list_files", list_and_delete)
    batch = partition(DAY)
    assert batch.rejects.select("key", "reason").rows() == [("2020-06-04/a.html", "unreadable")]
    assert batch.pages.height == 1


def test_links_do_not_leave_the_landing_folder(landing: Path, tmp_path: Path, partition: Partition) -> None:
    secret = put(tmp_path, "elsewhere/secret.html", b"<p>secret</p>")
    page = put(landing, "2020-06-04/a.html", b"<p>a</p>")
    (landing / "2020-06-04/out.html").symlink_to(secret)
    (landing / "2020-06-04/outside").symlink_to(secret.parent)
    (landing / "2020-06-04/in.html").symlink_to(page)
    batch = partition(DAY)
    assert batch.pages["bytes"].to_list() == [b"<p>a</p>", b"<p>a</p>"]
    assert batch.rejects["key"].sort().to_list() == ["2020-06-04/out.html", "2020-06-04/outside"]
    assert set(batch.rejects["reason"]) == {"outside_landing"}


def test_a_pipe_is_not_waited_for(landing: Path, partition: Partition) -> None:
    (landing / "2020-06-04").mkdir()
    os.mkfifo(landing / "2020-06-04/a.html")
    assert partition(DAY).pages.height == 0


def test_a_root_may_be_one_file(landing: Path, partition: Partition) -> None:
    path = put(landing, "2020-06-04/a.html", b"<p>a</p>")
    assert partition(DAY, path).pages["source_file"].to_list() == ["a.html"]


def test_other_days_are_not_opened(landing: Path, partition: Partition, monkeypatch: pytest.MonkeyPatch) -> None:
    put(landing, "2020-06-04/a.html", b"<p>a</p>")
    put(landing, "2020-06-05/b.html", b"<p>b</p>")
    opened: list[str] = []
    chunks = partition_module.bodies.file_chunks
    monkeypatch.setattr(partition_module.bodies, "file_chunks", lambda path: opened.append(path.name) or chunks(path))
    partition(DAY)
    assert opened == ["a.html"]


def test_reading_again_gives_equal_tables(landing: Path, partition: Partition) -> None:
    for name in ("b.html", "a.html", "c/d.html", "bad.html.gz", "e.png"):
        put(landing, f"2020-06-04/{name}", name.encode())
    first, second = partition(DAY), partition(DAY)
    assert first.pages.equals(second.pages)
    assert first.records.equals(second.records)
    assert first.rejects.equals(second.rejects)


def test_the_same_file_under_two_roots_is_one_capture_and_both_are_counted(
    tmp_path: Path, partition: Partition
) -> None:
    for root in ("one", "two"):
        put(tmp_path, f"{root}/2020-06-04/a.html", b"<p>a</p>")
    put(tmp_path, "two/2020-06-04/b.html", b"<p>b</p>")
    there = partition(DAY, tmp_path / "one", tmp_path / "two")
    back = partition(DAY, tmp_path / "two", tmp_path / "one")
    assert there.pages.height == 2
    assert there.pages.equals(back.pages)
    counted = there.records.sort("source_file", "record_type").select("source_file", "record_type", "record_count")
    assert counted.rows() == [
        ("2020-06-04/a.html", "page", 1),
        ("2020-06-04/a.html", "repeated", 1),
        ("2020-06-04/b.html", "page", 1),
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300), suffix=st.sampled_from(["html", "html.gz", "html.zst", "warc", "warc.gz", "warc.zst"])
)
def test_no_bytes_under_any_suffix_raise(tmp_path: Path, data: bytes, suffix: str) -> None:
    put(tmp_path, f"any/2020-06-04/a.{suffix}", data)
    items = list(
        list_captures(
            (tmp_path / "any",), start_date=DAY, today=TODAY, max_page_bytes=100, manifest=tmp_path / "manifest.csv"
        )
    )
    (tmp_path / f"any/2020-06-04/a.{suffix}").unlink()
    assert len(items) == 1
    assert all(item.reason in REFUSALS for item in items if isinstance(item, Refusal))
