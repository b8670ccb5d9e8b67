"""`entente knowledge promote|merge|split` on a lake and a knowledge base of a few rows."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from pipelines.cli import main
from pipelines.entities.catalog import entity_tables
from pipelines.entities.normalizing import entity_id_of
from pipelines.knowledge import load_knowledge
from pipelines.storage import Lake
from pipelines.tables import names, pages
from pipelines.tables.schemas import empty_frame

DAY = date(2024, 5, 6)
HEADERS = {
    "organizations": "entity_id,name,name_ko,name_en,org_type,country,sector,parent_id,group_id,stock_code,"
    "dart_corp_code,wikidata_qid,ror_id\norg-mir,미르,미르,,company,KR,,,,,,,",
    "people": "entity_id,name,name_ko,name_en,country",
    "alliances": "entity_id,name,name_ko,name_en",
    "events": "entity_id,name,name_ko,name_en",
    "places": "entity_id,name,name_ko,name_en,country",
    "aliases": "entity_id,alias,language,kind,valid_from,valid_to\norg-mir,미르텔,ko,variant,,",
    "redirects": "entity_id,canonical_id,reason,decided_by,decided_at",
    "overrides": "override_id,target,target_id,field,old_value,new_value,decided_by,decided_at,reason",
    "judgements": "left_id,right_id,judgement,decided_by,decided_at,reason",
    "suppressions": "kind,value,decided_by,decided_at,reason",
}
GAON = str(entity_id_of("org", "가온누리연구원"))


@pytest.fixture
def places(tmp_path, monkeypatch):
    """The options that name the folders; one article calls the discovered institute, and 미르 by two forms."""
    monkeypatch.delenv("ENTENTE_ANALYST", raising=False)
    knowledge_dir, data_dir = tmp_path / "knowledge", tmp_path / "data"
    knowledge_dir.mkdir()
    for name, text in HEADERS.items():
        (knowledge_dir / f"{name}.csv").write_text(text + "\n", encoding="utf-8")
    said = [(GAON, "가온누리연구원", "가온누리연구원"), ("org-mir", "미르", "미르"), ("org-mir", "미르", "미르텔")]
    mentions = pl.DataFrame(
        [
            {"version_id": f"v{n}", "sentence_no": 0, "capture_date": DAY, "char_start": 0, "char_end": len(surface),
             "surface": surface, "mention_type": "org", "entity_id": key, "entity_name": name, "member_ids": [],
             "resolution_method": "alias", "resolution_score": 1.0}
            for n, (key, name, surface) in enumerate(said)
        ],
        schema={column.name: column.dtype for column in names.MENTIONS.columns},
    )  # fmt: skip
    articles = pl.concat(
        [
            empty_frame(pages.ARTICLES),
            pl.DataFrame(
                {"version_id": ["v0", "v1", "v2"], "article_id": ["a0", "a1", "a2"], "capture_date": [DAY] * 3}
            ),
        ],
        how="diagonal",
    )
    tables = entity_tables(load_knowledge(knowledge_dir), mentions)
    lake = Lake(data_dir / "lake", data_dir / "staging")
    lake.prepare()
    for table, frame, day in (
        (names.MENTIONS, mentions, DAY),
        (names.ENTITIES, tables.entities, None),
        (names.ENTITY_ALIASES, tables.entity_aliases, None),
        (pages.ARTICLES, articles, DAY),
    ):
        path = lake.path(table, day)
        path.parent.mkdir(parents=True, exist_ok=True)
        frame.select([column.name for column in table.columns]).write_parquet(path)
    return ["--knowledge-dir", str(knowledge_dir), "--data-dir", str(data_dir)]


def judgements(places):
    return load_knowledge(Path(places[1])).judgements


def test_promote_lists_what_the_lake_has_discovered(places, capsys):
    assert main(["knowledge", "promote", GAON, "org-gaon", "--why", "its site", "--by", "kim", *places]) == 0
    assert f"{GAON} is org-gaon now" in capsys.readouterr().out
    assert [(j.left_id, j.right_id, j.decided_by) for j in judgements(places)] == [("org-gaon", GAON, "kim")]
    assert main(["knowledge", "check", *places]) == 0


def test_the_analyst_may_be_a_setting(places, monkeypatch):
    monkeypatch.setenv("ENTENTE_ANALYST", "lee")
    assert main(["knowledge", "merge", GAON, "org-mir", "--why", "one office", "--on", "2024-05-07", *places]) == 0
    assert [(j.decided_by, j.decided_at, j.reason) for j in judgements(places)] == [
        ("lee", date(2024, 5, 7), "one office")
    ]


def test_a_decision_without_a_name_is_not_written(places, capsys):
    assert main(["knowledge", "merge", GAON, "org-mir", "--why", "one office", *places]) == 1
    assert "ENTENTE_ANALYST" in capsys.readouterr().err
    assert judgements(places) == ()


def test_split_prints_only_the_articles_to_read_again(places, capsys):
    assert main(["knowledge", "split", "org-mir", "미르텔", "--why", "a namesake", "--by", "kim", *places]) == 0
    out = capsys.readouterr().out
    assert "2024-05-06 a2" in out
    assert "a1" not in out
    assert "entente run --from 2024-05-06 --to 2024-05-06" in out


def test_an_id_that_is_nowhere_is_one_line(places, capsys):
    assert main(["knowledge", "merge", "org-none", "org-mir", "--why", "x", "--by", "kim", *places]) == 1
    assert "org-none is no entity" in capsys.readouterr().err
