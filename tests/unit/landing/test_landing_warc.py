"""WARC files: pages, other records, codings of bodies, and files that end early."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import zstandard
from fastwarc.stream_io import BrotliWriter, Lz4Writer

from pipelines.landing import LandingBatch

DAY, NEXT_DAY = date(2020, 6, 4), date(2020, 6, 5)
HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
Record = Callable[..., bytes]
Partition = Callable[..., LandingBatch]


def lz4(data: bytes, folder: Path) -> bytes:
    path = folder / "member.lz4"
    with Lz4Writer(str(path)) as writer:
        writer.write(data)
    return path.read_bytes()


def brotli(data: bytes, folder: Path) -> bytes:
    path = folder / "body.br"
    with BrotliWriter(str(path)) as writer:
        writer.write(data)
    return path.read_bytes()


def packed(records: list[bytes], suffix: str, folder: Path) -> bytes:
    pack: dict[str, Callable[[bytes], bytes]] = {
        "": bytes,
        ".gz": gzip.compress,
        ".zst": zstandard.compress,
        ".lz4": lambda data: lz4(data, folder),
    }
    return b"".join(map(pack[suffix], records))


def test_a_response_gives_its_page_with_what_the_headers_say(
    landing: Path, partition: Partition, warc_record: Record
) -> None:
    (landing / "a.warc").write_bytes(warc_record(b"<p>\xb0\xa1</p>"))
    row = partition(DAY).pages.row(0, named=True)
    assert row["bytes"] == b"<p>\xb0\xa1</p>"
    assert row["url"] == "https://news.example/1"
    assert row["http_status"] == 200
    assert row["content_type"] == "text/html"
    assert row["declared_charset"] == "euc-kr"
    assert row["fetched_at"] == datetime(2020, 6, 4, 1, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst", ".lz4"])
def test_every_record_of_each_compression_has_its_own_offset(
    landing: Path, tmp_path: Path, partition: Partition, warc_record: Record, suffix: str
) -> None:
    records = [warc_record(b"<p>%d</p>" % n, url=f"https://news.example/{n}") for n in range(3)]
    data = packed(records, suffix, tmp_path)
    (landing / f"a.warc{suffix}").write_bytes(data)
    pages = partition(DAY).pages.sort("source_offset")
    assert pages["bytes"].to_list() == [b"<p>0</p>", b"<p>1</p>", b"<p>2</p>"]
    assert pages["source_offset"][1] == len(packed(records[:1], suffix, tmp_path))


def test_equal_pages_inside_one_compressed_block_stay_two_captures(
    landing: Path, partition: Partition, warc_record: Record
) -> None:
    (landing / "a.warc.gz").write_bytes(gzip.compress(warc_record() * 3))
    assert partition(DAY).pages["capture_id"].n_unique() == 3


def test_a_record_belongs_to_its_day_in_seoul_whatever_its_folder_says(
    landing: Path, dates: Callable[..., list[date]], partition: Partition, warc_record: Record
) -> None:
    (landing / "2020-01-02").mkdir()
    late = warc_record(when="2020-06-04T15:00:00Z")
    (landing / "2020-01-02/a.warc").write_bytes(warc_record(when="2020-06-04T14:59:59Z") + late)
    assert dates() == [DAY, NEXT_DAY]
    assert partition(DAY).pages.height == 1
    assert partition(NEXT_DAY).pages.height == 1


def test_a_record_without_a_date_takes_that_of_its_folder(
    landing: Path, partition: Partition, warc_record: Record
) -> None:
    (landing / "2020-06-04").mkdir()
    (landing / "2020-06-04/a.warc").write_bytes(warc_record(when=None))
    assert partition(DAY).pages["fetched_at"].to_list() == [None]


def test_a_record_with_an_impossible_date_is_refused_and_the_next_is_read(
    landing: Path, partition: Partition, warc_record: Record
) -> None:
    (landing / "a.warc").write_bytes(warc_record(when="the other day") + warc_record())
    assert partition(DAY).pages.height == 1
    batch = partition(date(2021, 12, 31))
    assert batch.rejects["reason"].to_list() == ["capture_date_unreadable"]


def test_every_record_is_accounted_for(landing: Path, partition: Partition, warc_record: Record) -> None:
    image = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
    records = [
        warc_record(kind="warcinfo"),
        warc_record(kind="request", http="GET / HTTP/1.1\r\nHost: news.example\r\n"),
        warc_record(b"\x89PNG", http=image),
        warc_record(b"<p>a</p>"),
        warc_record(b"<p>b</p>", kind="resource"),
        warc_record(b"not gzip", http=HTML + "Content-Encoding: gzip\r\n"),
        warc_record(b"", kind="metadata"),
        warc_record(b"", kind="revisit"),
    ]
    (landing / "a.warc").write_bytes(b"".join(records))
    batch = partition(DAY)
    assert dict(batch.records.select("record_type", "record_count").rows()) == {
        "metadata": 1,
        "not_html": 1,
        "page": 2,
        "rejected": 2,
        "request": 1,
        "warcinfo": 1,
    }
    assert batch.pages.height == 2
    assert sorted(batch.rejects["reason"]) == ["content_encoding", "revisit_unresolved"]


def chunked(data: bytes) -> bytes:
    return b"".join(b"%x;ext=1\r\n%s\r\n" % (len(part), part) for part in (data[:7], data[7:])) + b"0\r\n\r\n"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        ("Transfer-Encoding: chunked\r\n", chunked),
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: GZIP\r\nTransfer-Encoding: chunked\r\n", lambda data: chunked(gzip.compress(data))),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: deflate\r\n", raw_deflate),
        ("Content-Encoding: zstd\r\n", zstandard.compress),
        ("Content-Encoding: br\r\n", None),
        ("Content-Encoding: zstd, gzip\r\n", lambda data: gzip.compress(zstandard.compress(data))),
        ("Content-Encoding: gzip, gzip\r\n", lambda data: gzip.compress(gzip.compress(data))),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", bytes),
        ("Content-Encoding: identity\r\n", bytes),
    ],
)
def test_bodies_are_kept_without_their_codings(
    landing: Path,
    tmp_path: Path,
    partition: Partition,
    warc_record: Record,
    headers: str,
    pack: Callable[[bytes], bytes] | None,
) -> None:
    page = b"<html><p>" + b"words " * 50 + b"</p></html>"
    body = pack(page) if pack else brotli(page, tmp_path)
    (landing / "a.warc").write_bytes(warc_record(body, http=HTML + headers))
    assert partition(DAY).pages["bytes"].to_list() == [page]


def test_a_body_that_unfolds_beyond_the_limit_keeps_only_its_place(
    landing: Path, partition: Partition, warc_record: Record
) -> None:
    bomb = warc_record(gzip.compress(bytes(3_000_000)), http=HTML + "Content-Encoding: gzip\r\n")
    large = warc_record(b"<p>" + b"x" * 5000)
    (landing / "a.warc").write_bytes(bomb + large + warc_record())
    assert partition(DAY, max_page_bytes=4000).pages.sort("source_offset").select("byte_count", "bytes").rows() == [
        (3_000_000, None),
        (5003, None),
        (11, b"<p>page</p>"),
    ]


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst", ".lz4"])
@pytest.mark.parametrize("part", [0.9, 0.5, 0.1, 0.08, 0.06, 0.05, 0.04, 0.02])
def test_a_file_cut_in_its_last_record_keeps_the_records_before(
    landing: Path, tmp_path: Path, partition: Partition, warc_record: Record, suffix: str, part: float
) -> None:
    whole = [warc_record(b"<p>%s</p>" % os.urandom(900).hex().encode()) for _ in range(2)]
    start = len(packed(whole, suffix, tmp_path))
    data = packed([*whole, warc_record(b"<p>%s</p>" % os.urandom(900).hex().encode())], suffix, tmp_path)
    (landing / f"a.warc{suffix}").write_bytes(data[: start + int((len(data) - start) * part)])
    batch = partition(DAY)
    assert batch.pages.height == 2
    assert len(batch.rejects["reason"]) == 1
    assert batch.rejects["reason"][0] in {"truncated", "corrupt"}
    assert dict(batch.records.select("record_type", "record_count").rows()) == {"page": 2, "rejected": 1}


def test_garbage_after_whole_records_is_one_reject(landing: Path, partition: Partition, warc_record: Record) -> None:
    (landing / "a.warc").write_bytes(warc_record() + b"garbage\r\n\r\n" * 9)
    batch = partition(DAY)
    assert batch.pages.height == 1
    assert batch.rejects["reason"].to_list() == ["corrupt"]


def test_a_file_that_is_no_archive_is_one_reject_of_the_day_of_its_folder(landing: Path, partition: Partition) -> None:
    (landing / "2020-06-04").mkdir()
    (landing / "2020-06-04/a.warc.gz").write_bytes(b"no archive" * 30)
    assert partition(DAY).rejects.select("key", "reason").rows() == [("2020-06-04/a.warc.gz", "corrupt")]


def test_a_page_that_was_not_found_is_a_capture_with_its_status(
    landing: Path, partition: Partition, warc_record: Record
) -> None:
    (landing / "a.warc").write_bytes(warc_record(http="HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"))
    assert partition(DAY).pages["http_status"].to_list() == [404]


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst", ".lz4"])
@pytest.mark.parametrize("together", [False, True], ids=["a member each", "one member"])
def test_no_cut_of_a_file_goes_unsaid(
    landing: Path, tmp_path: Path, partition: Partition, warc_record: Record, suffix: str, together: bool
) -> None:
    records = [warc_record(b"<p>%d</p>" % n) for n in range(3)]
    data = packed([b"".join(records)] if together else records, suffix, tmp_path)
    # The empty lines that end the last record hold nothing.
    needless = 4 if suffix == "" else 0
    last = len(data) // 3 if together else len(packed(records[-1:], suffix, tmp_path))
    (landing / "2020-06-04").mkdir()
    for cut in range(1 + needless, last):
        (landing / f"2020-06-04/a.warc{suffix}").write_bytes(data[:-cut])
        batch = partition(DAY)
        assert batch.rejects.height == 1, f"{cut} bytes short"
        assert batch.rejects["reason"][0] in {"truncated", "corrupt"}
        assert batch.pages.height >= (0 if together else 2)


IMAGE = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"


@pytest.mark.parametrize(
    "names",
    [
        "WARC-Refers-To: <urn:uuid:1>",
        "WARC-Refers-To-Target-URI: https://news.example/1\r\nWARC-Refers-To-Date: 2020-06-04T01:02:03Z",
        "WARC-Payload-Digest: SHA1:ABC",
    ],
    ids=["id", "address and date", "digest"],
)
@pytest.mark.parametrize("order", [1, -1], ids=["after", "before"])
def test_a_revisit_is_a_capture_of_the_page_that_it_repeats(
    landing: Path, partition: Partition, warc_record: Record, names: str, order: int
) -> None:
    original = _with_headers(
        warc_record(b"<p>first</p>"), "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Payload-Digest: sha1:ABC"
    )
    revisit = _with_headers(warc_record(b"", kind="revisit", when="2020-06-04T09:00:00Z"), names)
    for name, record in zip("ab"[::order], (original, revisit), strict=True):
        (landing / f"{name}.warc").write_bytes(record)
    pages = partition(DAY).pages.sort("fetched_at")
    assert pages["bytes"].to_list() == [b"<p>first</p>"] * 2
    assert pages["fetched_at"][1] == datetime(2020, 6, 4, 9, tzinfo=UTC)
    assert pages["declared_charset"].to_list() == ["euc-kr"] * 2
    assert pages["capture_id"].n_unique() == 2


@pytest.mark.parametrize(
    ("revisit_head", "original_head", "counted"),
    [
        ("HTTP/1.1 304 Not Modified\r\n", HTML, {"page": 2}),
        (HTML, IMAGE, {"not_html": 1, "revisit": 1}),
        (IMAGE, None, {"revisit": 1}),
        (HTML, None, {"rejected": 1}),
    ],
)
def test_a_revisit_is_what_its_original_is(
    landing: Path,
    partition: Partition,
    warc_record: Record,
    revisit_head: str,
    original_head: str | None,
    counted: dict[str, int],
) -> None:
    records = []
    if original_head:
        records.append(_with_headers(warc_record(b"<p>a</p>", http=original_head), "WARC-Record-ID: <urn:uuid:1>"))
    head = revisit_head.encode() + b"\r\n"
    records.append(_with_headers(warc_record(head, kind="revisit"), "WARC-Refers-To: <urn:uuid:1>"))
    (landing / "a.warc").write_bytes(b"".join(records))
    batch = partition(DAY)
    assert dict(batch.records.select("record_type", "record_count").rows()) == counted
    assert set(batch.pages["http_status"]) <= {200}
    assert set(batch.rejects["reason"]) <= {"revisit_unresolved"}


def _with_headers(record: bytes, headers: str) -> bytes:
    return record.replace(b"WARC/1.0\r\n", b"WARC/1.0\r\n" + headers.encode() + b"\r\n", 1)
