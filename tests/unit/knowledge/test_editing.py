from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from pipelines.entities.catalog import entity_tables
from pipelines.entities.model import Entity
from pipelines.entities.normalizing import entity_id_of
from pipelines.knowledge import Decided, EditError, load_knowledge, merge, promote, split, to_read_again
from pipelines.tables.names import MENTIONS

DAY = date(2024, 5, 6)
LATER = date(2024, 6, 7)
DECIDED = Decided("analyst", DAY, "read the filing")
FILES = {
    "organizations.csv": "entity_id,name,name_ko,name_en,org_type,country,sector,parent_id,group_id,stock_code,"
    "dart_corp_code,wikidata_qid,ror_id\n"
    "org-garam,가람전자,가람전자,Garam,company,KR,,,,000010,,,\norg-naru,나루통신,나루통신,,company,KR,,,,000020,,,\n"
    "org-mir,미르,미르,,company,KR,,,,,,,\n",
    "people.csv": "entity_id,name,name_ko,name_en,country\n",
    "alliances.csv": "entity_id,name,name_ko,name_en\n",
    "events.csv": "entity_id,name,name_ko,name_en\n",
    "places.csv": "entity_id,name,name_ko,name_en,country\n",
    "aliases.csv": "entity_id,alias,language,kind,valid_from,valid_to\norg-mir,미르텔,ko,variant,,\n",
    "redirects.csv": "entity_id,canonical_id,reason,decided_by,decided_at\n",
    "overrides.csv": "override_id,target,target_id,field,old_value,new_value,decided_by,decided_at,reason\n",
    "judgements.csv": "left_id,right_id,judgement,decided_by,decided_at,reason\n",
    "suppressions.csv": "kind,value,decided_by,decided_at,reason\n",
}
GAON_ID = str(entity_id_of("org", "가온누리"))
GAON = Entity(GAON_ID, "가온누리", "org", name_ko="가온누리", org_type="institute", status="discovered")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    base = tmp_path / "knowledge"
    base.mkdir()
    for name, text in FILES.items():
        (base / name).write_text(text, encoding="utf-8")
    yield base
    load_knowledge(base)
    shutil.rmtree(base)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def mentions(*rows: tuple[str, str, str, str]) -> pl.DataFrame:
    """Rows of core/mentions: version, entity id, name, surface."""
    return pl.DataFrame(
        [
            {"version_id": version, "sentence_no": 0, "capture_date": DAY, "char_start": number * 20,
             "char_end": number * 20 + len(surface), "surface": surface, "mention_type": "org", "entity_id": key,
             "entity_name": name, "member_ids": [], "resolution_method": "pattern", "resolution_score": 0.5}
            for number, (version, key, name, surface) in enumerate(rows)
        ],
        schema={column.name: column.dtype for column in MENTIONS.columns},
    )  # fmt: skip


def redirects(folder: Path, frame: pl.DataFrame) -> list[tuple[object, ...]]:
    return entity_tables(load_knowledge(folder), frame).entity_redirects.rows()


def test_a_promoted_entity_is_listed_and_its_old_id_leads_to_it(folder: Path) -> None:
    promote(folder, GAON, ["가온누리", "GNRI", "미르텔"], "org-gaon", DECIDED)
    knowledge = load_knowledge(folder)
    assert knowledge.entities["org-gaon"].org_type == "institute"
    assert knowledge.entities["org-gaon"].status == "curated"
    forms = {alias.alias for alias in knowledge.aliases if alias.entity_id == "org-gaon"}
    assert forms == {"가온누리", "GNRI"}
    found = redirects(folder, mentions(("v", GAON_ID, "가온누리", "가온누리")))
    assert found == [(GAON_ID, "org-gaon", "read the filing", "analyst", DAY)]


def test_every_decision_adds_a_row_that_says_who_when_and_why(folder: Path) -> None:
    before = (folder / "judgements.csv").read_text(encoding="utf-8")
    promote(folder, GAON, [], "org-gaon", DECIDED)
    known = load_knowledge(folder).entities
    merge(folder, known["org-mir"], known["org-naru"], Decided("Kim, A.", LATER, 'they "merged"'))
    split(folder, known["org-naru"], "나루넷", DECIDED)
    after = (folder / "judgements.csv").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert [(j.judgement, j.decided_by, j.decided_at, j.reason) for j in load_knowledge(folder).judgements] == [
        ("same", "analyst", DAY, "read the filing"),
        ("different", "analyst", DAY, "read the filing"),
        ("same", "Kim, A.", LATER, 'they "merged"'),
    ]


def test_of_two_listed_entities_the_one_that_was_merged_into_stays(folder: Path) -> None:
    known = load_knowledge(folder).entities
    merge(folder, known["org-mir"], known["org-naru"], DECIDED)
    assert redirects(folder, mentions()) == [("org-mir", "org-naru", "read the filing", "analyst", DAY)]


def test_a_later_split_undoes_a_merge_and_a_later_merge_the_split(folder: Path) -> None:
    known = load_knowledge(folder).entities
    merge(folder, known["org-mir"], known["org-naru"], DECIDED)
    split(folder, known["org-naru"], "org-mir", Decided("analyst", LATER, "two offices"))
    assert redirects(folder, mentions()) == []
    merge(folder, known["org-naru"], known["org-mir"], Decided("analyst", date(2024, 7, 8), "one after all"))
    assert [row[:2] for row in redirects(folder, mentions())] == [("org-naru", "org-mir")]


@pytest.mark.parametrize("day", [DAY, date(2024, 1, 1)])
def test_a_decision_that_is_not_later_than_the_last_about_the_two_is_refused(folder: Path, day: date) -> None:
    known = load_knowledge(folder).entities
    merge(folder, known["org-mir"], known["org-naru"], DECIDED)
    before = bytes_of(folder)
    with pytest.raises(EditError, match="judged same on 2024-05-06 by analyst"):
        split(folder, known["org-naru"], "org-mir", Decided("another", day, "two offices"))
    assert bytes_of(folder) == before


def test_two_companies_with_two_tickers_are_never_merged(folder: Path) -> None:
    known = load_knowledge(folder).entities
    before = bytes_of(folder)
    with pytest.raises(EditError, match="two tickers"):
        merge(folder, known["org-garam"], known["org-naru"], DECIDED)
    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    ("new_id", "decided", "message"),
    [
        ("org-garam", DECIDED, "listed already"),
        ("Gaon", DECIDED, "nothing was written"),
        ("org-gaon", Decided("", DAY, "why"), "who"),
        ("org-gaon", Decided("analyst", DAY, " "), "why"),
    ],
)
def test_an_edit_that_cannot_be_made_changes_no_file(folder: Path, new_id: str, decided: Decided, message: str) -> None:
    before = bytes_of(folder)
    with pytest.raises(EditError, match=message):
        promote(folder, GAON, ["GNRI"], new_id, decided)
    assert bytes_of(folder) == before


def test_a_form_that_is_split_off_leaves_the_aliases(folder: Path) -> None:
    known = load_knowledge(folder).entities
    edit = split(folder, known["org-mir"], "미르텔", DECIDED)
    assert edit.other_id == entity_id_of("org", "미르텔")
    assert "미르텔" not in {alias.alias for alias in load_knowledge(folder).aliases}


def test_the_name_in_an_entitys_own_row_cannot_be_split_off(folder: Path) -> None:
    with pytest.raises(EditError, match="change it there"):
        split(folder, load_knowledge(folder).entities["org-mir"], "미르", DECIDED)


def test_a_split_names_the_articles_that_were_read_with_the_other_id() -> None:
    other = str(entity_id_of("org", "미르텔"))
    articles = pl.DataFrame(
        {"version_id": ["v1", "v2", "v3"], "capture_date": [DAY] * 3, "article_id": ["a1", "a2", "a3"],
         "url": ["https://x.example/1", None, None]}
    )  # fmt: skip
    found = to_read_again(
        "org-mir",
        other,
        mentions(
            ("v1", "org-mir", "미르", "미르텔"), ("v2", "org-mir", "미르", "미르"), ("v3", other, "미르텔", "미르텔")
        ),
        articles,
    )
    assert found.rows() == [(DAY, "a1", "https://x.example/1")]


def test_a_split_of_two_ids_that_stand_in_claims_needs_no_reading() -> None:
    articles = pl.DataFrame({"version_id": ["v1"], "capture_date": [DAY], "article_id": ["a1"], "url": [None]})
    frame = mentions(("v1", "org-mir", "미르", "미르"), ("v1", "org-naru", "나루통신", "나루통신"))
    assert to_read_again("org-naru", "org-mir", frame, articles).is_empty()


def test_evidence_that_comes_later_does_not_undo_a_split(folder: Path) -> None:
    one, other = str(entity_id_of("org", "LG누리")), str(entity_id_of("org", "엘지누리"))
    frame = mentions(("v", one, "LG누리", "LG누리"), ("v", other, "엘지누리", "엘지누리"))
    assert len(redirects(folder, frame)) == 1
    split(folder, Entity(one, "LG누리", "org"), other, DECIDED)
    more = mentions(
        *[(f"v{n}", key, name, name) for n in range(9) for key, name in ((one, "LG누리"), (other, "엘지누리"))]
    )
    assert redirects(folder, more) == []
