"""The list of listed companies that KRX offers as CSV: code, name, and whatever else stands beside them.

Headings are Korean or English and the file is UTF-8 or CP949, as data.krx.co.kr, kind.krx.co.kr and republishers write
it. Preferred shares, whose codes do not end in 0, are no companies of their own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from pipelines.knowledge.downloads import MAX_RECORDS, ImportFileError, Registered, clean, opened

WHAT = "a CSV file with a column Code or 종목코드 and a column Name or 종목명"
CODE_COLUMNS = ("Code", "종목코드", "단축코드", "Symbol")
NAME_COLUMNS = ("Name", "종목명", "한글 종목약명", "회사명")
FULL_COLUMNS = ("한글 종목명",)
ENGLISH_COLUMNS = ("영문 종목명",)
CODE = re.compile(r"[0-9][0-9A-Z]{4}0")
# a share's kind, as full names of shares bear it
SHARE = re.compile(r"\s*보통주$")
MAX_LIST = 64 * 1024 * 1024


def read_krx(path: Path) -> Iterator[Registered]:
    """The companies of a listing, in its order. Raises ImportFileError."""
    with opened(path, lambda name: name.endswith(".csv"), WHAT) as stream:
        data = stream.read(MAX_LIST + 1)
    if len(data) > MAX_LIST:
        raise ImportFileError(f"{path}: it is larger than {MAX_LIST >> 20} MB; give {WHAT}")
    reader = csv.DictReader(_decoded(data, path).splitlines())
    headings = [heading.strip() for heading in reader.fieldnames or ()]
    reader.fieldnames = headings
    code, name = _column(headings, CODE_COLUMNS), _column(headings, NAME_COLUMNS)
    if code is None or name is None:
        raise ImportFileError(f"{path}: its columns are {', '.join(headings)[:200]}; give {WHAT}")
    full, english = _column(headings, FULL_COLUMNS), _column(headings, ENGLISH_COLUMNS)
    number = 0
    try:
        for row in reader:
            company = _company(row, code, name, full, english)
            if company is not None:
                number += 1
                if number > MAX_RECORDS:
                    raise ImportFileError(f"{path}: it holds more than {MAX_RECORDS:,} companies; give {WHAT}")
                yield company
    except csv.Error as error:
        raise ImportFileError(f"{path}:{reader.line_num}: {error}; give {WHAT}") from error
    if not number:
        raise ImportFileError(f"{path}: it lists no company; give {WHAT}")


def _decoded(data: bytes, path: Path) -> str:
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ImportFileError(f"{path}: it is neither UTF-8 nor CP949; save it as CSV in UTF-8")


def _column(headings: list[str], wanted: tuple[str, ...]) -> str | None:
    return next((heading for heading in wanted if heading in headings), None)


def _company(row: dict[str, str], code: str, name: str, full: str | None, english: str | None) -> Registered | None:
    # spreadsheets drop the zeros in front of a number
    ticker = (clean(row.get(code)) or "").upper().zfill(6)
    short = clean(row.get(name))
    if short is None or CODE.fullmatch(ticker) is None:
        return None
    long = clean(SHARE.sub("", row.get(full) or "")) if full else None
    return Registered(
        source_id=ticker,
        name=short,
        name_en=clean(row.get(english)) if english else None,
        names=(long,) if long and long != short else (),
        stock_code=ticker,
    )
