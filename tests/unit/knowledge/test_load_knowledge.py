from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.knowledge import KnowledgeError, load_knowledge

SHIPPED = Path(__file__).resolve().parents[3] / "data" / "knowledge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "knowledge"))


def append(folder: Path, name: str, line: str) -> int:
    """Add a line to a file; its line number comes back."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text + line + "\n", encoding="utf-8")
    return text.count("\n") + 1


def organization(key: str, name: str, org_type: str = "company", country: str = "KR", parent: str = "") -> str:
    return f"{key},{name},,,{org_type},{country},,{parent},,,,,"


def test_the_shipped_knowledge_base_holds_the_parties_that_business_news_names_most() -> None:
    knowledge = load_knowledge()
    organizations = [entity for entity in knowledge.entities.values() if entity.entity_type == "org"]
    assert len(organizations) >= 250
    assert knowledge.entities["org-kt"].stock_code == "030200"
    assert knowledge.entities["org-lg-uplus"].name == "LG유플러스"


def test_group_holding_and_company_stay_three() -> None:
    entities = load_knowledge().entities
    names = {entities[key].name: entities[key].org_type for key in ("org-hhi-group", "org-hhi-holdings", "org-hhi")}
    assert names == {"현대중공업그룹": "group", "현대중공업지주": "holding", "현대중공업": "company"}


def test_the_name_of_an_entity_is_an_alias_of_it() -> None:
    knowledge = load_knowledge()
    aliases = {(alias.entity_id, alias.alias) for alias in knowledge.aliases}
    assert all((key, entity.name) in aliases for key, entity in knowledge.entities.items())


def test_version_and_content_do_not_depend_on_the_order_of_rows(folder: Path) -> None:
    before = load_knowledge(folder)
    for name in ("organizations.csv", "aliases.csv", "alliances.csv"):
        path = folder / name
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    after = load_knowledge(folder)
    assert after == before
    assert list(after.entities) == list(before.entities)


def test_version_changes_with_the_content(folder: Path) -> None:
    before = load_knowledge(folder).version
    append(folder, "organizations.csv", organization("org-haneul-works", "하늘웍스"))
    assert load_knowledge(folder).version != before


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("organizations.csv", organization("org-kt", "하늘텔레콤"), "org-kt is already at organizations.csv:"),
        ("organizations.csv", organization("kt-two", "하늘텔레콤"), "ids of this file start with 'org-'"),
        ("organizations.csv", organization("org-haneul", "하늘텔레콤", org_type="firm"), "write one of company, group"),
        ("organizations.csv", organization("org-haneul", "하늘텔레콤", country="korea"), "ISO 3166-1"),
        (
            "organizations.csv",
            organization("org-haneul", "하늘텔레콤", parent="org-nobody"),
            "no id of organizations.csv",
        ),
        ("organizations.csv", organization("org-haneul", "하늘텔레콤", parent="org-haneul"), "cut the circle"),
        ("organizations.csv", organization("org-haneul", ""), "name is empty"),
        ("organizations.csv", "org-haneul,하늘텔레콤", "2 cells instead of 13"),
        ("aliases.csv", "org-nobody,하늘,ko,variant,,", "no id of this knowledge base"),
        ("aliases.csv", "org-kt,하늘,ko,nickname,,", "kind is 'nickname'"),
        ("aliases.csv", "org-kt,하늘,ko,former,2020-13-01,", "write a day as YYYY-MM-DD"),
        ("aliases.csv", "org-kt,하늘,ko,former,2020-02-02,2020-02-01", "is after valid_to"),
        ("aliases.csv", "org-kt,네이버,ko,variant,,", "'네이버' names org-kt and"),
        ("aliases.csv", "org-kt,KT Corp,en,variant,,", "is already at aliases.csv:"),
        ("redirects.csv", "org-kt,org-naver,the same,,", "still has a row of its own"),
        ("redirects.csv", "org-old,org-nobody,the same,,", "canonical_id org-nobody is no id"),
        ("overrides.csv", "o1,tie,t1,role,member,leader,analyst,yesterday,seen", "decided_at is 'yesterday'"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_remedy(folder: Path, name: str, line: str, told: str) -> None:
    number = append(folder, name, line)
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert told in str(raised.value)
    assert f"{folder / name}:{number}:" in str(raised.value)


def test_a_former_name_may_be_the_present_name_of_another(folder: Path) -> None:
    append(folder, "aliases.csv", "org-kt,네이버,ko,former,,2001-01-01")
    assert load_knowledge(folder)


def test_a_line_break_inside_quotes_does_not_shift_the_line_number(folder: Path) -> None:
    append(folder, "overrides.csv", 'o1,tie,t1,role,member,leader,analyst,2024-01-02,"first\nsecond"')
    with pytest.raises(KnowledgeError, match=r"overrides\.csv:2: reason is longer"):
        load_knowledge(folder)


def test_wrong_columns_a_missing_file_and_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / "people.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"people\.csv:1: the columns are id,name"):
        load_knowledge(folder)
    (folder / "people.csv").write_bytes(b"\xb0\xa1\xff\xfe")
    with pytest.raises(KnowledgeError, match="in UTF-8"):
        load_knowledge(folder)
    (folder / "people.csv").unlink()
    with pytest.raises(KnowledgeError, match="the file is missing"):
        load_knowledge(folder)
    with pytest.raises(KnowledgeError, match="no such folder"):
        load_knowledge(folder / "nowhere")
