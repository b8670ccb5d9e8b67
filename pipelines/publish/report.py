"""The report: one HTML file that a person opens, with the data of the marts, its script and its style inside.

Here the file is put together; what it holds is chosen in report_data.py, how it looks and acts is in report/. It asks
nothing of a network. The script and the style are allowed by their hashes alone; the data are text that the script
sets as text, so that no name of a page can become a part of the document.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

from pipelines.publish.build import Build
from pipelines.publish.marts import PublishReport, publishing
from pipelines.publish.report_data import Data, changed_since, left_out, read_sections, smaller
from pipelines.publish.warehouse import identifier, opened, ordered_rows
from pipelines.storage import atomic
from pipelines.storage.errors import explained
from pipelines.tables.declaration import Table

REPORT = "report/index.html"
LARGEST = 15_000_000  # bytes
LARGEST_KEPT = 4 * LARGEST  # of an earlier report that is looked into: more is none of ours
READ = frozenset(
    "membership_wide membership_history event_wide fct_evidence fct_conflict dim_alliance dim_organization dim_person "
    "bridge_alliance_relation change_feed source_coverage".split()
)
DATA_OPENS, DATA_CLOSES = '<script type="application/json" id="data">', "</script>"
ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Quality:
    """What the marts do not say of the line: rejects as (stage, reason, rows), checks as (table, passed, all)."""

    rejects: Sequence[tuple[str, str, int]] = ()
    checks: Sequence[tuple[str, int, int]] = ()
    rows: Mapping[str, int] = field(default_factory=dict)


def publish_report(
    warehouse: Path,
    published_dir: Path,
    marts: Sequence[Table],
    build: Build,
    quality: Quality,
    *,
    largest: int = LARGEST,
) -> PublishReport:
    """Publish `report/index.html`, of at most `largest` bytes, in the place of the one before.

    What changed is told since the report that stands there; where that one shows the same data, the new one is equal
    to it byte for byte. Raises PublishError where the warehouse lacks a mart or has it otherwise than declared,
    StorageError where the file cannot be written.
    """
    target = published_dir / REPORT
    with publishing(published_dir) as spill, opened(warehouse, spill) as connection, explained("publish", target):
        rows = {}
        for mart in marts:
            query = ordered_rows(connection, mart)
            counted = connection.execute(f"select count(*) from ({query})").fetchone()  # noqa: S608 - declared names
            rows[mart.name] = int(counted[0]) if counted else 0
            if mart.name in READ:
                connection.execute(f"create temp view {identifier(mart.name)} as {query}")
        sections = read_sections(connection)
        found = connection.execute(
            "select (max(data_as_of) at time zone 'Asia/Seoul')::date::varchar from membership_wide"
        ).fetchone()
        edition = {"build_id": build.build_id, "version": build.version, "data_as_of": found[0] if found else None}
        page = render(sections, edition, Quality(quality.rejects, quality.checks, rows), earlier(target), largest)
        with atomic.replacing(target) as file:
            file.write(page)
    return PublishReport(target, rows)


def render(
    sections: Data,
    edition: Mapping[str, Any],
    quality: Quality,
    before: Mapping[str, Any] | None,
    largest: int = LARGEST,
) -> bytes:
    """The whole file: sections as read_sections gives them, cut until it has at most `largest` bytes.

    `before` are the data of an earlier report, of which `since` is told. The script, the style and the words are never
    cut, so the file is never smaller than they are.
    """
    shell = _shell()
    tables = {
        "rows": sorted(quality.rows.items()),
        "rejects": sorted(quality.rejects),
        "checks": sorted(quality.checks),
    }
    page = b""
    for held in chain([sections], smaller(sections)):
        data = {**held, "tables": tables, "left_out": left_out(held)}
        contents = hashlib.sha256(_json(data)).hexdigest()[:16]
        data["edition"] = {**edition, "contents": contents, "largest": largest}
        data["since"] = _since(held, contents, before)
        page = shell[0] + _json(data) + shell[1]
        if len(page) <= largest:
            break
    return page


def _since(sections: Data, contents: str, before: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What is new since the earlier report: its mark and the ids of changes; None where there was none."""
    if before is None:
        return None
    edition: Mapping[str, Any] = before["edition"]
    if edition["contents"] == contents:
        kept: dict[str, Any] | None = before["since"]
        return kept
    changes: Mapping[str, Any] = before["changes"]
    places = [changes["columns"].index(name) for name in ("id", "known", "recorded")]
    held = [[row[place] for place in places] for row in changes["rows"]]
    after = (max((known for _, known, _ in held), default=""), max((day for *_, day in held), default=""))
    complete = len(held) == changes["total"]
    return {
        "build_id": edition["build_id"],
        "data_as_of": edition["data_as_of"],
        "new": changed_since(sections["changes"], [ident for ident, *_ in held], complete=complete, after=after),
    }


def earlier(path: Path) -> dict[str, Any] | None:
    """The data of the report that stands there; None where there is none, or nothing that can be compared with."""
    if not path.is_file() or path.stat().st_size > LARGEST_KEPT:
        return None
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        data = json.loads(text.split(DATA_OPENS, 1)[1].split(DATA_CLOSES, 1)[0])
        _since({"changes": data["changes"]}, "", data)
    except (IndexError, KeyError, TypeError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _json(value: object) -> bytes:
    """JSON that may stand in a script element, whatever the texts in it are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return text.encode("utf-8")


def _shell() -> tuple[bytes, bytes]:
    """The file before and after the data."""
    folder = files("pipelines.publish") / "report"
    template, style, script = (
        (folder / name).read_text(encoding="utf-8") for name in ("template.html", "style.css", "app.js")
    )
    words = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    policy = "; ".join((
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ))  # fmt: skip
    parts = {"policy": policy, "style": style, "script": script, "words": _json(words).decode("utf-8")}
    for name, text in parts.items():
        template = template.replace(f"{{{{ {name} }}}}", text)
    head, tail = template.split(f"{DATA_OPENS}{DATA_CLOSES}")
    return f"{head}{DATA_OPENS}".encode(), f"{DATA_CLOSES}{tail}".encode()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
