"""Pages that give no article: each has a reason, none an exception, none takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.articles import Article, Reject, extract_article
from pipelines.articles.rejects import REASONS, reject

PARAGRAPH = b"<p>Two makers of robots said that they would share a site. A third may join the group.</p>"

HOSTILE = {
    "nothing": (b"", "empty"),
    "space": (b" \r\n\t", "empty"),
    "no HTML": (b'{"title": "a"}', "not_html"),
    "no text": (b"<html><body><img></body></html>", "no_text"),
    "labels only": (b"<html><body><a href=/>Home</a><a href=/b>Back</a></body></html>", "no_text"),
    "random bytes": (bytes(n * n * 31 % 251 for n in range(100_000)), "undecodable"),
    "packed bytes": (b"<p>x</p>" + bytes((76, 0, 0, 8, 60, 1, 0, 252, 255, 57, 16, 2)) * 2_000, "undecodable"),
    "60 MB": (b"<p>" + b"word " * 12_000_000, "oversize"),
    "deep": (b"<div>" * 100_000 + PARAGRAPH, "too_deep"),
    "deep and closed": (b"<div>" * 100_000 + PARAGRAPH + b"</div>" * 100_000, "too_deep"),
    "deep under wrong ends": (b"<section></b>" * 100_000 + PARAGRAPH, "too_deep"),
    "tables": (b"<table><tr><td>" * 10_000 + PARAGRAPH, "too_deep"),
    "open fonts": (b"".join(b"<p><font size=%d>" % n for n in range(5_000)) + PARAGRAPH, "too_complex"),
    "attributes": (b"<div " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">" + PARAGRAPH, "too_complex"),
    "quoted attributes": (b"<div " + b" ".join(b"a%d='>'" % n for n in range(20_000)) + b">", "too_complex"),
    "tags": (b"<i></i>" * 200_000 + PARAGRAPH, "too_complex"),
    "long without a body": (b"<p>" + b" " * 9_000_000, "too_long"),
    "brackets": (b"<" * 5_000_000, "not_html"),
    "one long text": (b"<p>" + b"words without end. " * 100_000, "too_long"),
}
READ = {
    "script": b"<script>" + b"a<b;" * 1_000_000 + b"</script>" + PARAGRAPH,
    "NUL": b"<html>\x00" + PARAGRAPH.replace(b" ", b" \x00"),
    "deep JSON-LD": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + PARAGRAPH,
    "UTF-16": PARAGRAPH.decode().encode("utf-16"),
    "UTF-16 without a mark": PARAGRAPH.decode().encode("utf-16-le"),
    "unclosed": b"<html><body><div>" + PARAGRAPH[:-4],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_cannot_be_read_has_its_reason_within_two_seconds(name: str) -> None:
    data, reason = HOSTILE[name]
    start = time.perf_counter()
    found = extract_article(data)
    assert time.perf_counter() - start < 2
    assert isinstance(found, Reject)
    assert (found.stage, found.reason) == ("core/articles", reason)


@pytest.mark.parametrize("name", READ)
def test_odd_pages_are_read_all_the_same(name: str) -> None:
    found = extract_article(READ[name])
    assert isinstance(found, Article)
    assert "share a site" in found.text


def test_a_reason_outside_the_vocabulary_cannot_be_given() -> None:
    with pytest.raises(KeyError):
        reject("bad_luck", "")


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(
            st.sampled_from(
                "<div> </div> <p> </p> <table> <td> <b> <br> <script> <!-- --> <a <li> 글자크기 협약을맺었다. \x00 "
                "&#0; &lt; <h1> </h1> 기사가 분류합니다. <title> <svg> <article> ]]> ' \" [한│문보라기자]".split()
            ),
            max_size=80,
        ).map(lambda parts: " ".join(parts).encode()),
    )
)
def test_any_bytes_are_an_article_or_a_reject_of_the_vocabulary(data: bytes) -> None:
    found = extract_article(data, url="https://news.zum.com/articles/1")
    assert found.reason in REASONS if isinstance(found, Reject) else found.text


def test_a_stray_quotation_mark_in_a_tag_does_not_swallow_the_page() -> None:
    paragraphs = "".join(f"<p class='a{i}'>두 회사는 {i}일 로봇 협약을 맺었다고 밝혔다.</p>" for i in range(5_000))
    page = f'<html><body><div title="a" b"><p>가람전자가 로봇을 낸다고 밝혔다.</p>{paragraphs}</div></body></html>'
    assert isinstance(extract_article(page.encode()), Article)
