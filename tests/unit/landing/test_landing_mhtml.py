"""Pages that a browser saved as MHTML: the root document with its address, its time and its bytes."""

from __future__ import annotations

import base64
import contextlib
import gzip
import quopri
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from pipelines.landing import LandingBatch, bodies
from pipelines.landing.mhtml import read_saved_page

DAY = date(2020, 6, 4)
PAGE = "<html><head><meta charset='euc-kr'></head><p>두 회사가 협약을 맺었다 = 로봇</p></html>".encode("cp949")
ADDRESS = "https://news.example/articles/1?a=1&b=2"
Partition = Callable[..., LandingBatch]


def part(body: bytes, coding: str = "binary", **headers: str) -> bytes:
    pack = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "binary": bytes}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, f"Content-Transfer-Encoding: {coding}", "", ""]).encode() + pack[coding](body)


def message(
    *parts: bytes, start: str = "", address: str = ADDRESS, when: str = "Wed, 3 Jun 2020 16:00:00 -0000"
) -> bytes:
    lines = ["From: <Saved by Blink>"]
    lines += [f"Snapshot-Content-Location: {address}"] if address else []
    lines += [f"Date: {when}"] if when else []
    lines += [
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"{start}; boundary="--=_x"',
        "",
        "",
    ]
    body = b"".join(b"----=_x\r\n" + one + b"\r\n" for one in parts)
    return "\r\n".join(lines).encode() + body + b"----=_x--\r\n"


HTML = part(PAGE, "quoted-printable", Content_Type="text/html; charset=euc-kr", Content_Location=ADDRESS)
IMAGE = part(b"\x89PNG", "base64", Content_Type="image/png", Content_Location="https://img.example/1.png")
FRAME = part(b"<p>an advertisement</p>", Content_Type="text/html", Content_ID="<frame@x>", Content_Location="cid:f")


@pytest.mark.parametrize(
    ("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".zst", zstandard.compress)], ids=["as is", "gz", "zst"]
)
@pytest.mark.parametrize("name", ["a.mhtml", "A.MHT"])
def test_a_saved_page_gives_its_root_document(
    landing: Path, partition: Partition, name: str, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    (landing / (name + suffix)).write_bytes(pack(message(IMAGE, FRAME, HTML)))
    row = partition(DAY).pages.row(0, named=True)
    assert row["bytes"] == PAGE
    assert row["url"] == ADDRESS
    assert row["fetched_at"] == datetime(2020, 6, 3, 16, tzinfo=UTC)  # one in the morning of the fourth in Seoul
    assert row["content_type"] == "text/html"
    assert row["declared_charset"] == "euc-kr"


@pytest.mark.parametrize("coding", ["binary", "base64", "quoted-printable"])
def test_the_page_comes_out_of_its_coding(coding: str) -> None:
    page = read_saved_page(message(part(PAGE, coding, Content_Type="text/html")))
    assert page is not None
    assert page.data.rstrip(b"\r\n") == PAGE


def test_the_part_that_start_names_is_the_page() -> None:
    page = read_saved_page(message(HTML, FRAME, start='; start="<frame@x>"', address=""))
    assert page is not None
    assert page.data == b"<p>an advertisement</p>"


def test_alternatives_inside_are_looked_through() -> None:
    inner = b"Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n" + HTML + b"\r\n--in--\r\n"
    page = read_saved_page(message(inner, IMAGE))
    assert page is not None
    assert page.data == PAGE


def test_a_folder_and_an_address_list_come_before_what_the_file_says(landing: Path, partition: Partition) -> None:
    (landing / "2020-06-09").mkdir()
    (landing / "2020-06-09/a.mhtml").write_bytes(message(HTML))
    (landing / "2020-06-09/urls.csv").write_text("file,url\na.mhtml,https://other.example/\n")
    row = partition(date(2020, 6, 9)).pages.row(0, named=True)
    assert row["url"] == "https://other.example/"
    assert row["fetched_at"] == datetime(2020, 6, 3, 16, tzinfo=UTC)


def test_without_a_date_the_day_of_first_sight_counts(landing: Path, partition: Partition) -> None:
    (landing / "a.mhtml").write_bytes(message(HTML, when="yesterday"))
    assert partition(DAY, today=DAY).pages["fetched_at"].to_list() == [None]


def test_a_file_cut_after_its_page_gives_the_page_and_a_reject(landing: Path, partition: Partition) -> None:
    whole = message(HTML, IMAGE)
    (landing / "a.mhtml").write_bytes(whole[:-12])
    batch = partition(DAY)
    assert batch.pages["bytes"].to_list() == [PAGE]
    assert batch.rejects["reason"].to_list() == ["truncated"]
    assert dict(batch.records.select("record_type", "record_count").rows()) == {"page": 1, "rejected": 1}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (message(HTML)[:-40], "truncated"),
        (message(HTML)[:330], "truncated"),
        (b"<html><p>no message</p></html>", "corrupt"),
        (b"", "corrupt"),
    ],
)
def test_a_file_without_a_whole_page_is_a_reject(landing: Path, partition: Partition, data: bytes, reason: str) -> None:
    (landing / "2020-06-04").mkdir()
    (landing / "2020-06-04/a.mhtml").write_bytes(data)
    batch = partition(DAY)
    assert batch.rejects["reason"].to_list() == [reason]
    assert batch.pages.height == 0


def test_a_picture_alone_is_no_page(landing: Path, partition: Partition) -> None:
    (landing / "a.mhtml").write_bytes(message(IMAGE))
    assert partition(DAY).records.select("record_type", "record_count").rows() == [("not_html", 1)]


def test_messages_in_messages_and_a_million_parts_end() -> None:
    nested = HTML
    for n in range(200):
        head = b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        nested = head + nested + b"\r\n--b%d--\r\n" % n
    with pytest.raises((bodies.CorruptError, bodies.TruncatedError)):
        read_saved_page(nested)
    page = read_saved_page(message(HTML, *([b"a: b\r\n\r\n"] * 300_000)))
    assert page is not None
    assert page.data == PAGE


PIECES = (
    "--b|--b--|\r\n|\n|Content-Type: multipart/related; boundary=b|: |Content-Type: text/html|Date: x|\xff|charset=|"
    "Content-Transfer-Encoding: base64|=?|;"
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_message_raises_anything_else(pieces: list[str]) -> None:
    with contextlib.suppress(bodies.TruncatedError, bodies.CorruptError):
        read_saved_page("".join(pieces).encode("latin-1"))
