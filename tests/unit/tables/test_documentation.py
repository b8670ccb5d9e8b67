"""Generated files say what the declarations say, and dbt and people can read them."""

import re
from pathlib import Path

import pytest
import yaml

from pipelines.tables import catalog, documentation, identifiers, marts, schemas
from pipelines.tables.__main__ import main, out_of_sync, write

REPOSITORY = Path(__file__).resolve().parents[3]
FILES = documentation.generated_files()


def test_generated_files_are_in_sync_with_the_declarations():
    assert out_of_sync(REPOSITORY) == []


def test_a_file_that_was_edited_or_left_over_is_named_and_mended(tmp_path):
    write(tmp_path)
    edited, left_over = tmp_path / "docs/tables.md", tmp_path / "dbt/models/marts/fct_gone.yml"
    by_hand = tmp_path / "dbt/models/marts/unit_tests.yml"
    edited.write_text("다른 글", encoding="utf-8")
    left_over.write_text(documentation.GENERATED, encoding="utf-8")
    by_hand.write_text("version: 2\n", encoding="utf-8")
    assert out_of_sync(tmp_path) == write(tmp_path) == ["dbt/models/marts/fct_gone.yml", "docs/tables.md"]
    assert out_of_sync(tmp_path) == []
    assert not left_over.exists()
    assert by_hand.exists()


def test_check_writes_nothing_and_reports_success_when_in_sync(capsys):
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_rendering_twice_gives_the_same_text():
    assert documentation.generated_files() == FILES


@pytest.mark.parametrize("mart", catalog.MARTS, ids=lambda mart: mart.name)
def test_a_mart_model_has_a_contract_with_every_declared_column_type_and_description(mart):
    (model,) = yaml.safe_load(FILES[f"dbt/models/marts/{mart.name}.yml"])["models"]
    assert model["config"]["contract"]["enforced"] is True
    assert mart.grain in model["description"]
    assert {c["name"]: c["data_type"] for c in model["columns"]} == schemas.duckdb_columns(mart)
    assert [c["description"] for c in model["columns"]] == [schemas.describe(column) for column in mart.columns]
    required = {c["name"] for c in model["columns"] if {"type": "not_null"} in c.get("constraints", [])}
    assert required == {column.name for column in mart.columns if column.required}


@pytest.mark.parametrize("mart", catalog.MARTS, ids=lambda mart: mart.name)
def test_the_grain_of_a_mart_is_tested(mart):
    (model,) = yaml.safe_load(FILES[f"dbt/models/marts/{mart.name}.yml"])["models"]
    if len(mart.key) > 1:
        assert {"unique_key": {"arguments": {"columns": list(mart.key)}}} in model["data_tests"]
    else:
        (tests,) = [column["data_tests"] for column in model["columns"] if column["name"] == mart.key[0]]
        assert "unique" in tests


def test_a_vocabulary_becomes_its_accepted_values():
    (model,) = yaml.safe_load(FILES["dbt/models/marts/fct_event.yml"])["models"]
    (tests,) = [column["data_tests"] for column in model["columns"] if column["name"] == "event_type"]
    assert {
        "accepted_values": {
            "arguments": {"values": list(catalog.table("core/event_claims").column("event_type").vocabulary.terms)}
        }
    } in tests


def test_every_lake_table_is_a_source_with_its_columns():
    sources = yaml.safe_load(FILES["dbt/models/sources.yml"])["sources"]
    found = {
        f"{source['name']}/{table['name']}": [c["name"] for c in table["columns"]]
        for source in sources
        for table in source["tables"]
    }
    assert found == {table.path: [column.name for column in table.columns] for table in catalog.LAKE_TABLES}


def test_a_quotation_mark_or_a_colon_in_a_description_survives_yaml():
    text = "says: 'so' \"indeed\" # 그렇다 \\ {x}"
    assert yaml.safe_load(f"key: {documentation._quoted(text)}") == {"key": text}


def test_staging_leaves_out_the_text_of_pages():
    (model,) = yaml.safe_load(FILES["dbt/models/staging/stg_articles.yml"])["models"]
    assert not {"text", "paragraphs", "captions", "byline_names"} & {column["name"] for column in model["columns"]}


def test_what_staging_leaves_out_are_columns_that_the_table_has():
    for path, omitted in marts.STAGED.items():
        assert omitted <= {column.name for column in catalog.table(path).columns}


def test_the_dictionary_names_every_table_column_and_term():
    text = FILES["docs/tables.md"]
    for table in catalog.TABLES.values():
        title = table.name if table.layer == "mart" else table.path
        section = text.split(f"### {title}\n", 1)[1].split("\n### ", 1)[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            column.name for column in table.columns
        ]


def test_every_mart_sorts_by_columns_that_it_has_and_ends_its_order_in_its_key():
    for mart in catalog.MARTS:
        names = {column.name for column in mart.columns}
        assert set(mart.order) <= names
        assert set(mart.key) <= set(mart.order), mart.name


def test_every_mart_has_its_model_and_every_model_its_declaration():
    models = {path.stem for path in (REPOSITORY / "dbt/models/marts").glob("*.sql")}
    assert models == {mart.name for mart in catalog.MARTS}


def test_no_mart_selects_a_star_into_its_rows():
    for path in (REPOSITORY / "dbt/models/marts").glob("*.sql"):
        final = path.read_text("utf-8").rsplit("\n)\n", 1)[-1]
        assert not re.search(r"select\s+(distinct\s+)?\*", final), path.name


def test_the_ids_that_the_dbt_macro_must_give_are_those_of_this_package():
    expected = re.findall(r"'([^']*)' as expected", (REPOSITORY / "dbt/tests/content_id_recipe.sql").read_text("utf-8"))
    assert expected == [
        identifiers.tie_id("alliance-a", "org-b"),
        identifiers.content_id("kind", None, "", "가나다", 12),
        identifiers.pairing_id(["org-나", "org-b", "org-나"]),
    ]


def test_the_dbt_folder_holds_no_package_that_would_hide_the_installed_dbt():
    folder = REPOSITORY / "dbt"
    assert not [path for path in folder.rglob("*.py") if path.name == "__init__.py" or path.parent == folder]
    assert {path.parent for path in folder.rglob("*.py")} <= {folder / "models/intermediate"}
