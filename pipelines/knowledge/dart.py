"""OpenDART's list of companies: corpCode.zip, or the CORPCODE.xml in it.

Its records are <list> with corp_code, corp_name, corp_eng_name, stock_code (a space where there is none) and
modify_date. Source: the developer's guide of opendart.fss.or.kr, 고유번호.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers import expat

from pipelines.knowledge.downloads import CHUNK, MAX_NAME, MAX_RECORDS, ImportFileError, Registered, clean, opened

WHAT = "corpCode.zip as OpenDART gives it"
FIELDS = frozenset({"corp_code", "corp_name", "corp_eng_name", "stock_code"})
CODE = re.compile(r"\d{8}")
TICKER = re.compile(r"[0-9A-Z]{6}")
FORMER = re.compile(r"\(구\s*[:.]?\s*(?P<name>[^()]{2,60})\)\s*$")


def read_dart(path: Path) -> Iterator[Registered]:
    """The companies of a download, in its order. Raises ImportFileError."""
    with opened(path, lambda name: name.endswith(".xml"), WHAT) as stream:
        yield from _records(stream, path)


def _records(stream: IO[bytes], path: Path) -> Iterator[Registered]:
    reader = _RecordReader()
    number = 0
    try:
        while chunk := stream.read(CHUNK):
            reader.parser.Parse(chunk, False)
            for record in reader.taken():
                number += 1
                if number > MAX_RECORDS:
                    raise ImportFileError(f"{path}: it holds more than {MAX_RECORDS:,} companies; give {WHAT}")
                company = _company(record)
                if company is not None:
                    yield company
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ImportFileError(f"{path}: it is no XML as OpenDART writes it ({error}); give {WHAT}") from error
    if not number:
        raise ImportFileError(f"{path}: it lists no company; give {WHAT}")


class _RecordReader:
    """Gathers the fields of each <list>; a document type, which could define entities, is refused."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._records: list[dict[str, str]] = []
        self._record: dict[str, str] = {}
        self._field: str | None = None

    def taken(self) -> list[dict[str, str]]:
        """The records read since the last call."""
        records, self._records = self._records, []
        return records

    def _refuse(self, *_: object) -> None:
        raise expat.ExpatError("it declares a document type")

    def _start(self, name: str, _: object) -> None:
        if name == "list":
            self._record = {}
        self._field = name if name in FIELDS else None

    def _end(self, name: str) -> None:
        if name == "list":
            self._records.append(self._record)
        self._field = None

    def _text(self, text: str) -> None:
        if self._field is not None:
            so_far = self._record.get(self._field, "")
            if len(so_far) <= MAX_NAME:
                self._record[self._field] = so_far + text


def _company(record: dict[str, str]) -> Registered | None:
    code, name = clean(record.get("corp_code")), clean(record.get("corp_name"))
    if code is None or name is None or CODE.fullmatch(code) is None:
        return None
    former = FORMER.search(name)
    if former is not None and former.start() > 0:
        name = name[: former.start()].rstrip()
    ticker = clean(record.get("stock_code"))
    return Registered(
        source_id=code,
        name=name,
        name_en=clean(record.get("corp_eng_name")),
        names=(former["name"].strip(),) if former is not None and former.start() > 0 else (),
        stock_code=ticker if ticker is not None and TICKER.fullmatch(ticker) else None,
    )
