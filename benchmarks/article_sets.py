"""Sets of news pages with what people read off them, as they lie in clones of their repositories.

- scrapinghub/article-extraction-benchmark: `html/<id>.html.gz` and the body of each page in `ground-truth.json`.
- flairNLP/fundus: `tests/resources/parser/test_data/<country>/<Publisher>_<day>.html.gz`, one for each version of the
  publisher's parser, and the fields of each version in `<Publisher>.json`. Versions and days rise together.

- pages of one's own: `<name>.html` and, made by hand, `<name>.txt` with the lines of the body, subtitle and subheads
  included, captions, bylines and notices left out. The Korean pages that other projects test themselves on come so.

Nothing of any set is kept in this repository.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

FUNDUS_PAGES = Path("tests/resources/parser/test_data")
CAPTURE = re.compile(r"(?P<publisher>.+)_\d{4}_\d{2}_\d{2}\.html\.gz")
# Pages of the scrapinghub set that are in Korean.
KOREAN_IDS = ("0ec95c", "9da36a")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person read off a page; a field that the set does not state is None and is not measured."""

    body: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page: its name in its set, its bytes and address, what is expected of it, and whether it is Korean."""

    name: str
    data: bytes
    url: str | None
    expected: Expected
    korean: bool


def read_scrapinghub(folder: Path) -> list[LabelledPage]:
    """The 181 pages of a clone of scrapinghub/article-extraction-benchmark, by id."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        LabelledPage(
            name=page_id,
            data=gzip.decompress((folder / "html" / f"{page_id}.html.gz").read_bytes()),
            url=fields.get("url"),
            expected=Expected(fields.get("articleBody") or ""),
            korean=page_id.startswith(KOREAN_IDS),
        )
        for page_id, fields in sorted(truth.items())
    ]


def read_fundus(folder: Path) -> list[LabelledPage]:
    """The labelled test pages of a clone of flairNLP/fundus, by country, publisher and day."""
    pages: list[LabelledPage] = []
    for country in sorted(path for path in (folder / FUNDUS_PAGES).iterdir() if path.is_dir()):
        addresses = json.loads((country / "meta.info").read_text("utf-8")) if (country / "meta.info").exists() else {}
        captures: dict[str, list[Path]] = {}
        for path in sorted(country.glob("*.html.gz")):
            if found := CAPTURE.fullmatch(path.name):
                captures.setdefault(found["publisher"], []).append(path)
        for publisher, paths in captures.items():
            versions = json.loads((country / f"{publisher}.json").read_text(encoding="utf-8"))
            for path, version in zip(paths, sorted(versions), strict=True):
                pages.append(
                    LabelledPage(
                        name=f"{country.name}/{path.name.removesuffix('.html.gz')}",
                        data=gzip.decompress(path.read_bytes()),
                        url=addresses.get(path.name, {}).get("url"),
                        expected=_fundus_fields(versions[version]),
                        korean=country.name == "kr",
                    )
                )
    return pages


def read_pairs(folder: Path) -> list[LabelledPage]:
    """Pages beside the text that a person read off them, by name; ValueError for a page without its text."""
    pages: list[LabelledPage] = []
    for path in sorted(folder.glob("*.html")):
        text = path.with_suffix(".txt")
        if not text.exists():
            raise ValueError(f"{path.name} has no {text.name} beside it")
        expected = Expected(text.read_text(encoding="utf-8"))
        pages.append(LabelledPage(path.stem, path.read_bytes(), None, expected, korean=True))
    return pages


def _fundus_fields(fields: dict[str, object]) -> Expected:
    body, authors, moment = fields["body"], fields.get("authors"), fields.get("publishing_date")
    assert isinstance(body, dict)
    parts = [*body["summary"]]
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return Expected(
        body="\n".join(parts),
        title=str(fields["title"]) if fields.get("title") else None,
        authors=tuple(authors) if isinstance(authors, list) else None,
        published_on=datetime.fromisoformat(moment).date() if isinstance(moment, str) else None,
    )
