"""Bytes to text, whatever the page declares."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles import decode

TEXT = "똠방각하와 펲시가 협약을 맺었다. 이어서 다른 회사도 모임에 들어왔다."


@pytest.mark.parametrize("declared", ["euc-kr", "EUC-KR", "ks_c_5601-1987", "utf-8", "iso-8859-1", "nonsense", None])
@pytest.mark.parametrize("codec", ["cp949", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("where", ["meta", "http-equiv", "header"])
def test_korean_pages_are_read_whatever_they_declare(codec: str, declared: str | None, where: str) -> None:
    meta = {
        "meta": f'<meta charset="{declared}">',
        "http-equiv": f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">',
        "header": "",
    }[where]
    header = f"text/html; charset={declared}" if declared and where == "header" else None
    page = f"<html><head>{meta if declared else ''}</head><p>{TEXT}</p>"
    assert decode(page.encode(codec), header).text == page


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_read_with_and_without_a_mark(codec: str) -> None:
    page = "<html><head><title>a page of text</title></head><body>협약</body>"
    assert decode(page.encode(codec)).text == page


def test_western_pages_are_read_by_their_declaration_or_as_a_last_resort() -> None:
    page = "<p>Café société à la fin de l’été, où naît le garçon</p>"
    assert decode(page.encode("cp1252"), "text/html; charset=iso-8859-1").text == page
    assert decode(page.encode("cp1252")).text == page


def test_a_page_cut_inside_a_character_is_still_utf_8() -> None:
    decoded = decode(TEXT.encode()[:-2])
    assert (decoded.charset, decoded.replaced) == ("utf-8", 1) or decoded.text.startswith(TEXT[:-2])
    assert decoded.text.startswith(TEXT[:-2])


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "text/html; charset=hex", "charset=utf-7", "charset=\x00", "charset=idna"]),
)
def test_no_bytes_and_no_header_raise(data: bytes, header: str | None) -> None:
    decode(data, header)


@given(st.text(max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    garbled = re.search("[\xa1-\xff]{4}", text)  # which is what misread Korean looks like
    if not text.startswith("\ufeff") and not set(text) & {"\x00", "\x1b"} and not garbled:
        assert decode(text.encode("utf-8", "replace")).text == text.encode("utf-8", "replace").decode()
