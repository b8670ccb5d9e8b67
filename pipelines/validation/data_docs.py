"""Data Docs as files: one page for each table and capture date, written over at each audit, and an index of them.

The pages are rendered by Great Expectations; here they lose their scripts and what a browser would fetch
from elsewhere, so that they open offline and tell nobody that they were opened.
"""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from typing import TypeAlias

from pipelines.storage import atomic
from pipelines.storage.errors import explained
from pipelines.tables.declaration import Table
from pipelines.validation import engine
from pipelines.validation.model import Outcome

Section: TypeAlias = tuple[engine.Verdict, list[Outcome]]
INDEX = "index.html"
UNPARTITIONED = "all"

# What fetches something, runs something, or advertises.
FROM_ELSEWHERE = (
    re.compile(r"<script\b.*?</script\s*>", re.IGNORECASE | re.DOTALL),
    re.compile(r"<footer\b.*?</footer\s*>", re.IGNORECASE | re.DOTALL),
    re.compile(r"<link\b[^>]*>", re.IGNORECASE),
    re.compile(r"<img\b[^>]*\bsrc\s*=\s*[\"']https?:[^>]*>", re.IGNORECASE),
    re.compile(r"background:\s*url\([\"']?https?:[^)]*\)[^;]*;", re.IGNORECASE),
)
STYLE = """<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem }
td, th { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top }
.failed { color: #a40000 }
.warned { color: #7a5b00 }
.passed { color: #1b6e20 }
.card.mb-3 { display: none }
</style>"""


def write_page(docs_dir: Path, table: Table, capture_date: date | None, sections: list[Section]) -> Path:
    """Write the page of one audit, and beside it the same as JSON for the index; the path of the page.

    Raises StorageError where it cannot be written.
    """
    partition = capture_date.isoformat() if capture_date else UNPARTITIONED
    page = docs_dir / table.path / f"{partition}.html"
    outcomes = [outcome for _, judged in sections for outcome in judged]
    text = engine.page(f"{table.path} {partition}", sections)
    _write(page, offline(text, home="../" * len(page.relative_to(docs_dir).parent.parts) + INDEX))
    _write(
        page.with_suffix(".json"), json.dumps(_summary(table, partition, outcomes), ensure_ascii=False, indent=1) + "\n"
    )
    return page


def build_data_docs(docs_dir: Path) -> Path:
    """Write the index of all pages that are there, by table and capture date, failures first; its path.

    Raises StorageError where it cannot be written.
    """
    found = []
    for path in sorted(docs_dir.glob("*/*/*.json"), reverse=True):
        with explained("read", path):
            found.append((json.loads(path.read_text("utf-8")), path.with_suffix(".html").relative_to(docs_dir)))
    order = {"failed": 0, "warned": 1, "passed": 2}
    rows = [
        f'<tr><td><a href="{html.escape(page.as_posix())}">{html.escape(each["table"])}</a></td>'
        f"<td>{html.escape(each['partition'])}</td><td class={each['state']}>{each['state']}</td>"
        f"<td>{each['expectations']}</td><td>{html.escape('; '.join(each['failures']))}</td></tr>"
        for each, page in sorted(found, key=lambda item: order[item[0]["state"]])
    ]
    title = "Entente: what was checked"
    text = (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n<title>{title}</title>\n{STYLE}</head>\n'
        f"<body><h1>{title}</h1>\n<table><tr><th>table<th>capture date<th>state<th>expectations<th>failures</tr>\n"
        + "\n".join(rows)
        + "\n</table></body></html>\n"
    )
    index = docs_dir / INDEX
    _write(index, text)
    return index


def offline(page: str, home: str) -> str:
    """The page without scripts and without what a browser would fetch elsewhere, linked to the index at `home`."""
    for pattern in FROM_ELSEWHERE:
        page = pattern.sub("", page)
    page = re.sub(r'href="(?:\.\./)+index\.html"', f'href="{home}"', page)
    return page.replace("</head>", f"{STYLE}\n</head>", 1)


def _summary(table: Table, partition: str, outcomes: list[Outcome]) -> dict[str, object]:
    failed = [outcome for outcome in outcomes if not outcome.passed]
    return {
        "table": table.path,
        "partition": partition,
        "state": "failed" if any(outcome.blocks for outcome in failed) else "warned" if failed else "passed",
        "expectations": len(outcomes),
        "failures": [f"{outcome.expectation.name}: {outcome.detail}" for outcome in failed],
    }


def _write(path: Path, text: str) -> None:
    with explained("write", path), atomic.replacing(path) as file:
        file.write(text.encode("utf-8", "replace"))
