"""The report: one bounded file, the same for the same marts, in which nothing from a page becomes markup."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.publish import Build, PublishError
from pipelines.publish.report import LARGEST, Quality, earlier, publish_report, render
from pipelines.publish.report_data import SECTIONS
from pipelines.tables import vocabularies
from pipelines.tables.catalog import MARTS
from pipelines.tables.schemas import duckdb_columns

BUILD = Build("0.1.0", "c0de", ("frames 1",), "fac7", "1a9e")
EDITION = {"build_id": "b1", "version": "0.1.0", "data_as_of": "2024-05-01"}
HOSTILE = "</script><img src=x onerror=alert(1)> & \u2028\u2029 <!--<script>"
FOLDER = Path(__file__).parents[3] / "pipelines" / "publish" / "report"
SHOWN = ("ROLE", "STATUS", "MODALITY", "EVENT_TYPE", "ZONE", "ATTRIBUTION", "STANCE", "CONFLICT_FIELD", "CONFLICT_RULE")


class Document(html.parser.HTMLParser):
    """The elements of a page, and the text of its scripts and styles, as a browser would tell them apart."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.inside = False
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data

    def text(self, tag: str, **wanted: str) -> str:
        found = [
            text
            for (name, attributes), text in zip(self.elements, self.texts, strict=True)
            if name == tag and wanted.items() <= attributes.items()
        ]
        return found[-1]


def build_warehouse(path: Path, **rows: list[dict[str, Any]]) -> Path:
    """A warehouse with every mart, empty but for the rows that are given."""
    with duckdb.connect(str(path)) as connection:
        for mart in MARTS:
            columns = duckdb_columns(mart)
            connection.execute(f"create table {mart.name} ({', '.join(f'{n} {t}' for n, t in columns.items())})")
            for row in rows.get(mart.name, []):
                names, marks = ", ".join(row), ", ".join("?" * len(row))
                statement = f"insert into {mart.name} ({names}) values ({marks})"  # noqa: S608 - names of this file
                connection.execute(statement, list(row.values()))
    return path


def tie(
    number: int, name: str = "가람통신", quote_url: str = "https://outlet.example/1"
) -> dict[str, list[dict[str, Any]]]:
    """One membership in all the marts that tell of it."""
    ident = f"m{number:05}"
    known = "2024-05-01T09:00:00+09:00"
    named = {"alliance_id": "a1", "alliance_name": "다도해 연합", "member_id": ident, "member_name": name}
    told = {**named, "membership_id": ident, "tie_id": ident, "role": "member", "is_founder": False, "status": "active"}
    counted = {"confidence": 0.8, "n_independent_sources": 1, "has_conflict": False}
    return {
        "membership_wide": [
            {
                **told, **counted, "is_pairing": False, "member_type": "org", "is_current": True, "n_articles": 1,
                "is_overridden": False, "first_confirmed_on": "2024-05-01", "last_confirmed_on": "2024-05-01",
                "data_as_of": known,
            }
        ],
        "membership_history": [
            {
                **told, **counted, "is_member": True, "possible_from": "0001-01-01", "certain_from": "2024-05-01",
                "certain_until": "2024-05-02", "possible_until": "9999-12-31", "known_from": known,
                "known_until": "9999-12-31T00:00:00Z",
            }
        ],
        "fct_evidence": [
            {
                "fact_id": ident, "fact_type": "membership", "claim_id": f"c{number}", "stance": "supports",
                "publisher": name, "url": quote_url, "title": name, "known_at": known, "capture_date": "2024-05-03",
                "quote": f"{name} 합류 {number}", "attribution": "own", "zone": "lead", "confidence": 0.8,
            }
        ],
        "change_feed": [
            {
                **named, "change_id": f"x{number}", "change_type": "joined", "known_from": known,
                "recorded_from": "2024-05-03", "to_status": "active", "membership_id": ident, "is_watched": False,
            }
        ],
    }  # fmt: skip


def ties(*several: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    marts: dict[str, list[dict[str, Any]]] = {
        "dim_alliance": [
            {"alliance_id": "a1", "name": "다도해 연합", "aliases": [], "is_pairing": False, "n_current_members": 1}
        ]
    }
    for each in several:
        for name, rows in each.items():
            marts.setdefault(name, []).extend(rows)
    return marts


def publish(tmp_path: Path, name: str, marts: dict[str, list[dict[str, Any]]], **options: Any) -> bytes:
    warehouse = build_warehouse(tmp_path / f"{name}.duckdb", **marts)
    report = publish_report(warehouse, tmp_path / "published", MARTS, BUILD, Quality(), **options)
    return report.path.read_bytes()


def data_of(page: bytes) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(Document(page).text("script", id="data"))
    return held


def many(rows: int, quote: int = 300) -> dict[str, Any]:
    """Sections with so many ties, each with three sentences."""
    sections: dict[str, Any] = {section.name: {"columns": ["id"], "rows": [], "total": 0} for section in SECTIONS}
    alliance = {"columns": ["id", "name"], "rows": [["a1", "다도해 연합"]]}
    held = {
        "ties": {"columns": ["id", "alliance", "member"], "rows": [[f"m{n}", "a1", f"o{n}"] for n in range(rows)]},
        "parties": {"columns": ["id", "name"], "rows": [[f"o{n}", f"회사 {n}"] for n in range(rows)]},
        "events": {"columns": ["id", "alliance"], "rows": []},
        "evidence": {"columns": ["fact", "quote"], "rows": [[f"m{n % rows}", "가" * quote] for n in range(3 * rows)]},
        "conflicts": {"columns": ["fact"], "rows": []},
        "changes": {"columns": ["id", "known", "recorded"], "rows": []},
        "alliances": alliance,
    }
    sections.update({name: {**part, "total": len(part["rows"])} for name, part in held.items()})
    return sections


def test_a_hostile_name_is_data_and_never_markup(tmp_path: Path) -> None:
    page = publish(tmp_path, "hostile", ties(tie(1, HOSTILE)))
    calm = publish(tmp_path, "calm", ties(tie(1)))
    assert [tag for tag, _ in Document(page).elements] == [tag for tag, _ in Document(calm).elements]
    assert data_of(page)["parties"]["rows"][0][1] == HOSTILE
    text = page.decode("utf-8")
    assert "<img" not in text
    assert not {"\u2028", "\u2029"} & set(text)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/x"])
def test_an_address_that_is_not_of_the_web_is_left_out(tmp_path: Path, url: str) -> None:
    assert url not in publish(tmp_path, "links", ties(tie(1, quote_url=url))).decode("utf-8")


def test_the_page_may_load_nothing_and_run_only_its_own_script(tmp_path: Path) -> None:
    document = Document(publish(tmp_path, "policy", ties(tie(1))))
    policy = next(a["content"] for tag, a in document.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    for tag, text in (("script", document.text("script")), ("style", document.text("style"))):
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    addresses = [value for _, attributes in document.elements for name, value in attributes.items() if name == "src"]
    assert addresses == []
    assert all(not name.startswith("on") and name != "style" for _, held in document.elements for name in held)


def test_the_script_never_makes_markup_of_a_text() -> None:
    script = (FOLDER / "app.js").read_text(encoding="utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch("):
        assert way not in script


def test_equal_marts_give_equal_bytes_also_over_an_earlier_report(tmp_path: Path) -> None:
    first = publish(tmp_path, "one", ties(tie(1), tie(2)))
    assert publish(tmp_path, "two", ties(tie(2), tie(1))) == first
    changed = publish(tmp_path, "three", ties(tie(1), tie(2), tie(3)))
    assert publish(tmp_path, "four", ties(tie(3), tie(1), tie(2))) == changed != first


def test_what_changed_is_told_since_the_report_before(tmp_path: Path) -> None:
    assert data_of(publish(tmp_path, "one", ties(tie(1))))["since"] is None
    since = data_of(publish(tmp_path, "two", ties(tie(1), tie(2))))["since"]
    assert since == {"build_id": BUILD.build_id, "data_as_of": "2024-05-01", "new": ["x2"]}


@pytest.mark.parametrize(
    "left", [b"", b"\xff\xfe", b'<script type="application/json" id="data">[]</script>', b"<script>" * 9]
)
def test_what_stands_in_the_place_of_the_report_and_is_none_is_replaced(tmp_path: Path, left: bytes) -> None:
    place = tmp_path / "published" / "report" / "index.html"
    place.parent.mkdir(parents=True)
    place.write_bytes(left)
    assert earlier(place) is None
    assert data_of(publish(tmp_path, "one", ties(tie(1))))["since"] is None


def test_empty_marts_give_a_report_that_says_so(tmp_path: Path) -> None:
    held = data_of(publish(tmp_path, "empty", {}))
    assert all(
        held[section.name] == {"columns": held[section.name]["columns"], "rows": [], "total": 0} for section in SECTIONS
    )
    assert held["edition"]["data_as_of"] is None
    assert held["left_out"] == {}


def test_a_report_is_never_larger_than_its_bound_and_counts_what_is_left_out() -> None:
    whole = render(many(200), EDITION, Quality(), None)
    bound = len(whole) // 2
    page = render(many(200), EDITION, Quality(), None, bound)
    held = data_of(page)
    assert len(page) <= bound < len(whole) <= LARGEST
    assert held["left_out"]["evidence"] == 600 - len(held["evidence"]["rows"]) > 0
    assert "ties" not in held["left_out"], "sentences are left out before facts are"
    assert data_of(whole)["left_out"] == {}


def test_where_even_facts_must_go_what_is_left_belongs_together() -> None:
    smallest = len(render(many(0), EDITION, Quality(), None))
    held = data_of(render(many(400), EDITION, Quality(), None, smallest + 6_000))
    shown = {row[0] for row in held["ties"]["rows"]}
    assert 0 < len(shown) < 400
    assert held["left_out"]["ties"] == 400 - len(shown)
    assert {row[0] for row in held["evidence"]["rows"]} <= shown
    assert {row[0] for row in held["parties"]["rows"]} == {f"o{ident[1:]}" for ident in shown}


def test_a_missing_mart_is_named_and_the_report_before_stays(tmp_path: Path) -> None:
    before = publish(tmp_path, "one", ties(tie(1)))
    with duckdb.connect(str(tmp_path / "broken.duckdb")) as connection:
        connection.execute("create table dim_date (day date)")
    with pytest.raises(PublishError, match="build the marts again"):
        publish_report(tmp_path / "broken.duckdb", tmp_path / "published", MARTS, BUILD, Quality())
    assert (tmp_path / "published" / "report" / "index.html").read_bytes() == before


def test_every_word_of_the_script_and_every_term_is_there_in_both_languages() -> None:
    words = json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))
    script = (FOLDER / "app.js").read_text(encoding="utf-8")
    used = set(re.findall(r'\bw\("([\w.]+)"', script)) | {f"section.{section.name}" for section in SECTIONS}
    terms = {
        f"{vocabulary.name}.{term}"
        for vocabulary in (getattr(vocabularies, name) for name in (*SHOWN, "CHANGE_TYPE"))
        for term in vocabulary.terms
    }
    assert used | terms <= set(words)
    assert all(set(word) == {"ko", "en"} and all(word.values()) for word in words.values())
    # The words alone are in the table: the script itself speaks to nobody.
    assert not re.search(r"[가-힣]", re.sub(r"/\[가-힣\]/|\"한국어\"", "", script))


def test_a_word_keeps_its_places_in_both_languages() -> None:
    words = json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))
    for key, word in words.items():
        places = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in word.items()}
        assert places["ko"] == places["en"], key
