"""The commands with a language model: a whole run with both extractors, and the comparison on a gold folder."""

from __future__ import annotations

import json
from datetime import date

import polars as pl
import pytest

from pipelines.cli import main
from pipelines.orchestration.production import produce
from pipelines.orchestration.stages import ARTICLES, CLAIMS, MENTIONS, PAGES
from pipelines.orchestration.workbench import Workbench
from pipelines.settings import load_settings
from pipelines.tables.claims import MEMBERSHIP_CLAIMS

STORY = (
    "가온전자는 3일 바다 얼라이언스에 합류했다. 두 곳은 앞으로 바닷길의 자료를 나누어 쓰고 첫 결과를 가을에 내놓는다."
)
LAST = (
    "항구 사람들은 오래전부터 이런 자료를 기다려 왔다. 배가 드나드는 때를 미리 알면 짐을 부리는 시간이 줄기 때문이다."
)
PAGE = f"""<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>가온전자, 바다 얼라이언스 합류</title>
<meta property="article:published_time" content="2020-06-04T09:00:00+09:00"></head><body><article>
<h1>가온전자, 바다 얼라이언스 합류</h1><p>{STORY}</p><p>{LAST}</p></article></body></html>"""
ADDRESS = ("ENTENTE_LLM_URL", "ENTENTE_LLM_MODEL", "ENTENTE_LLM_KEY")


@pytest.fixture
def environment(endpoint, tmp_path, monkeypatch):
    """The settings of a user who has an endpoint."""
    for name, value in zip(ADDRESS, (endpoint.url, "small-model", endpoint.key), strict=True):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ENTENTE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("ENTENTE_LLM_REQUESTS_PER_MINUTE", "60000")
    return endpoint


@pytest.fixture
def landing(tmp_path):
    """One story, put where a run looks for it."""
    folder = tmp_path / "data" / "landing" / "2020-06-04"
    folder.mkdir(parents=True)
    (folder / "story.html").write_text(PAGE, encoding="utf-8")
    return folder


def test_the_lake_keeps_the_claims_of_both_extractors_and_an_answer_is_paid_for_once(environment, landing, monkeypatch):
    monkeypatch.setenv("ENTENTE_EXTRACTORS", "language_model,frames")
    day = landing_day(landing)
    bench = Workbench(load_settings())
    bench.lake.prepare()
    bench.landing_days()
    for stage in (PAGES, ARTICLES, MENTIONS):
        frames = stage.make(bench, day).frames
        for table in stage.tables:
            bench.lake.stage(table, day, frames[table.path])
            bench.lake.publish(table, day)
    production = produce(CLAIMS, bench, [day], day, None, lambda _: None)
    assert production.published
    assert all(finding.passed for table in CLAIMS.tables for finding in production.findings(table))
    claims = bench.lake.read(MEMBERSHIP_CLAIMS, day)
    asked = claims.filter(pl.col("extractor") == "language_model")
    assert asked.select("extractor_version", "frame").row(0) == ("small-model, prompt 1", "tie")
    assert asked["quote"].to_list() == [STORY[: STORY.index(". ") + 1]]
    assert set(claims["extractor"]) == {"frames", "language_model"}
    assert claims["claim_id"].is_unique().all()
    # Another run, another budget, the same answers.
    again = CLAIMS.make(Workbench(load_settings()), day).frames
    assert all(frame.equals(CLAIMS.make(bench, day).frames[path]) for path, frame in again.items())
    assert len(environment.requests) == 1


def landing_day(landing):
    return date.fromisoformat(landing.name)


def test_a_wrong_key_fails_the_run_says_what_to_set_and_is_kept_nowhere(environment, landing, tmp_path, capsys):
    environment.always = environment.fails(401, f"Incorrect key {environment.key}")
    assert main(["run", "--extractor", "language_model"]) == 1
    said = capsys.readouterr()
    assert "sent to this machine, to be read by small-model: at most 500 requests" in said.err
    assert "refuses the key; set ENTENTE_LLM_KEY (HTTP 401)" in said.err
    assert environment.key not in said.out + said.err
    written = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in written), "Dagster's event store is among what is searched"
    assert any("refuses the key" in path.read_text("utf-8", "replace") for path in written)
    assert not [path for path in written if environment.key.encode() in path.read_bytes()]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ENTENTE_LLM_URL", "", "needs an endpoint: set ENTENTE_LLM_URL"),
        ("ENTENTE_LLM_MODEL", "", "needs an endpoint: set ENTENTE_LLM_URL"),
        ("ENTENTE_LLM_URL", "http://models.example/v1", "http:// would send texts and key unencrypted"),
        ("ENTENTE_EXTRACTORS", "frames,oracle", "must be names of frames and language_model"),
        ("ENTENTE_LLM_CONCURRENCY", "0", "must be a whole number above 0"),
        ("ENTENTE_LLM_ALLOW_HTTP", "perhaps", "must be yes or no"),
    ],
)
def test_settings_that_cannot_be_used_stop_before_anything_is_sent(
    environment, landing, monkeypatch, capsys, name, value, words
):
    monkeypatch.setenv("ENTENTE_EXTRACTORS", "language_model")
    monkeypatch.setenv(name, value)
    assert main(["run"]) == 1
    assert words in capsys.readouterr().err
    assert environment.requests == []


def test_nothing_is_sent_unless_it_is_asked_for(environment, tmp_path, capsys):
    gold(tmp_path / "gold")
    assert main(["evaluate", str(tmp_path / "gold"), "--json"]) == 0
    assert environment.requests == []
    assert capsys.readouterr().err == ""


def gold(folder):
    """A gold folder of one article, with its one membership."""
    text = f"바다의 소식\n\n{STORY} {LAST}"
    start, end = text.index(STORY), text.index(". ") + 1
    names = {"가온전자": "org", "바다 얼라이언스": "alliance"}
    row = {"alliance": "바다 얼라이언스", "member": "가온전자", "role": "member", "status": "active"}
    annotation = {
        "entities": [{"canonical": name, "type": kind, "surface_forms": [name]} for name, kind in names.items()],
        "memberships": [{**row, "since": None, "until": None, "char_start": start, "char_end": end}],
        "events": [],
    }
    for name, content in (("articles", {"text": text, "reference_date": "2020-06-04"}), ("gold", annotation)):
        (folder / name).mkdir(parents=True)
        (folder / name / "001.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def test_extractors_are_compared_by_the_same_scorer(environment, tmp_path, capsys):
    gold(tmp_path / "gold")
    both = ["--extractor", "language_model", "--extractor", "frames"]
    assert main(["evaluate", str(tmp_path / "gold"), "--json", *both]) == 0
    said = capsys.readouterr()
    figures = [json.loads(line) for line in said.out.splitlines()]
    assert [shown["extractor"] for shown in figures] == ["frames", "language_model"]
    assert figures[1]["membership"]["f1"] == 1
    assert figures[1]["evidence overlap"]["right"] > 0.9
    assert "texts of articles" in said.err

    assert main(["evaluate", str(tmp_path / "gold"), *both]) == 0
    shown = capsys.readouterr().out
    assert shown.index("frames") < shown.index("language_model")
    assert len(environment.requests) == 1


def test_an_article_without_an_answer_is_named_beside_the_figures(environment, tmp_path, capsys):
    gold(tmp_path / "gold")
    environment.always = environment.fails(400, "no such format")
    assert main(["evaluate", str(tmp_path / "gold"), "--extractor", "language_model"]) == 0
    assert "001: HTTP 400: no such format" in capsys.readouterr().err
