"""Exports: each form is read back by the library that its users have."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import duckdb
import networkx as nx
import openpyxl
import pytest
import rdflib

from pipelines.cli import main
from pipelines.publish.export import export_file, export_text
from pipelines.publish.export_ftm import identifier
from pipelines.publish.selection import ExportError, Selection, select, web_address

EVERYTHING = Selection()


def test_csv_opens_in_a_spreadsheet_as_text_with_no_formula(published_file: Path, tmp_path: Path) -> None:
    export_file(select(published_file, EVERYTHING), "csv", tmp_path / "facts")
    data = (tmp_path / "facts" / "membership_wide.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = {row["membership_id"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    assert rows["m1aa"]["member_name"] == "가온전자"
    assert rows["m1aa"]["known_from"] == "2020-06-03T01:00:00Z"
    assert rows["m2bb"]["quote"].startswith("'=cmd")
    assert "\x1b" not in data.decode()
    assert "\u202e" not in data.decode()


def test_the_archive_holds_the_same_files_as_the_folder(published_file: Path, tmp_path: Path) -> None:
    selected = select(published_file, EVERYTHING)
    export_file(selected, "csv", tmp_path / "facts")
    export_file(selected, "csv", tmp_path / "facts.zip")
    with zipfile.ZipFile(tmp_path / "facts.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {path.name: path.read_bytes() for path in (tmp_path / "facts").iterdir()}
    assert set(packed) == {"membership_wide.csv", "event_wide.csv"}


def test_a_workbook_has_typed_dates_a_filter_and_neither_formulas_nor_links(
    published_file: Path, tmp_path: Path
) -> None:
    export_file(select(published_file, EVERYTHING), "xlsx", tmp_path / "facts.xlsx")
    book = openpyxl.load_workbook(tmp_path / "facts.xlsx")
    assert book.sheetnames == ["membership_wide", "event_wide"]
    sheet = book["membership_wide"]
    heads = [cell.value for cell in sheet[1]]
    cells = {head: [sheet.cell(row, place + 1) for row in (2, 3)] for place, head in enumerate(heads)}
    assert [cell.value for cell in cells["first_confirmed_on"]] == [datetime(2020, 6, 3)] * 2  # noqa: DTZ001
    assert any(str(cell.value).startswith("=cmd") for cell in cells["quote"])
    assert {cell.data_type for cell in cells["quote"]} == {"s"}
    assert not any(cell.hyperlink for row in sheet for cell in row)
    assert [table.autoFilter is not None for table in sheet.tables.values()] == [True]


def test_linked_data_answers_questions_about_members_and_their_sources(published_file: Path) -> None:
    graph = rdflib.Graph().parse(data=export_text(select(published_file, EVERYTHING), "jsonld"), format="json-ld")
    question = """
        prefix org: <http://www.w3.org/ns/org#> prefix time: <http://www.w3.org/2006/time#>
        prefix prov: <http://www.w3.org/ns/prov#> prefix schema: <https://schema.org/>
        prefix skos: <http://www.w3.org/2004/02/skos/core#>
        select ?member ?alliance ?day ?source ?outlet where {
            ?tie a org:Membership; org:member/skos:prefLabel ?member; org:organization ?structure;
                org:role ?role; org:memberDuring/time:hasBeginning/time:inXSDDate ?day;
                schema:citation/prov:wasQuotedFrom ?source .
            ?role a org:Role . ?source schema:publisher ?outlet .
            ?structure a org:OrganizationalCollaboration; skos:prefLabel ?alliance .
            filter(lang(?member) = "en") }"""
    (row,) = graph.query(question)
    assert [str(value) for value in row[:2]] == ["Gaon", "솔숲 연합"]
    assert row.day.toPython() == date(2020, 6, 3)
    assert row.source == rdflib.URIRef("https://deungdae.example/1")
    assert str(row.outlet) == "푸른등대신문"
    ties = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("urn:entente:vocabulary:Tie")))
    assert ties == {rdflib.URIRef("urn:entente:membership:m2bb")}
    assert "javascript" not in graph.serialize(format="nt")


def test_linked_data_needs_no_context_from_elsewhere(published_file: Path) -> None:
    document = json.loads(export_text(select(published_file, EVERYTHING), "jsonld"))
    assert isinstance(document["@context"], dict)
    assert "@import" not in document["@context"]


def test_follow_the_money_entities_hold_by_their_own_library(published_file: Path) -> None:
    model = pytest.importorskip("followthemoney", reason="the extra ftm is not installed").model
    lines = export_text(select(published_file, EVERYTHING), "ftm").decode().splitlines()
    entities = {line["id"]: line for line in map(json.loads, lines)}
    for entity in entities.values():
        schema = model.get(entity["schema"])
        schema.validate(entity)
        for name, values in entity["properties"].items():
            assert schema.get(name) is not None, name
            assert all(schema.get(name).type.clean(value) is not None for value in values), (name, values)
    assert entities["org-gaon"]["schema"] == "Company"
    assert entities["m1aa"]["schema"] == "Membership"
    assert entities["m1aa"]["properties"]["member"] == ["org-gaon"]
    assert entities["m2bb"]["schema"] == "UnknownLink"
    assert "sourceUrl" not in entities["m2bb"]["properties"]


def test_every_end_of_a_follow_the_money_link_is_there(published_file: Path) -> None:
    lines = [json.loads(line) for line in export_text(select(published_file, EVERYTHING), "ftm").splitlines()]
    ids = {line["id"] for line in lines}
    ends = {
        end
        for line in lines
        for name in ("member", "organization", "subject", "object")
        for end in line["properties"].get(name, ())
    }
    assert ends == {"org-gaon", "org-bada", "alliance-sol", "pairing-1"} <= ids


def test_an_id_that_follow_the_money_forbids_is_hashed() -> None:
    assert identifier("org-gaon") == "org-gaon"
    assert identifier("org-가온") == identifier("org-가온") != identifier("org-바다")
    assert identifier("org-가온").isascii()


def test_graphml_has_members_and_alliances_as_nodes_and_ties_as_edges(published_file: Path) -> None:
    data = export_text(select(published_file, EVERYTHING), "graphml")
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    assert set(graph) == {"org-gaon", "org-bada", "alliance-sol", "pairing-1"}
    assert graph.nodes["org-gaon"]["name_en"] == "Gaon"
    edge = graph.edges["org-gaon", "alliance-sol", "m1aa"]
    assert (edge["role"], edge["status"], edge["is_member"], edge["confidence"]) == ("member", "active", True, 0.9)


def test_equal_facts_give_equal_bytes_in_every_form(published_file: Path, tmp_path: Path) -> None:
    for form, name in (("csv", "a.zip"), ("xlsx", "a.xlsx"), ("jsonld", "a.json"), ("ftm", "a.ftm"), ("graphml", "a")):
        target = tmp_path / name
        export_file(select(published_file, EVERYTHING), form, target)
        first = target.read_bytes()
        export_file(select(published_file, EVERYTHING), form, target, force=True)
        assert target.read_bytes() == first, form


@pytest.mark.parametrize("name", ["alliance-sol", "솔숲 연합", "solsup alliance"])
def test_an_alliance_is_found_by_its_id_and_any_of_its_names(published_file: Path, name: str) -> None:
    assert select(published_file, Selection(alliance=name)).ties["membership_id"].to_list() == ["m1aa"]


def test_a_member_is_found_by_a_former_name_with_its_happenings(published_file: Path) -> None:
    selected = select(published_file, Selection(member="가온산업"))
    assert selected.ties["membership_id"].to_list() == ["m1aa"]
    assert selected.events["event_id"].to_list() == ["e1aa"]
    assert select(published_file, Selection(member="바다은행")).events.is_empty()


def test_an_unknown_name_says_which_are_near(published_file: Path) -> None:
    with pytest.raises(ExportError, match=r"솔숲 연맹.*near it: 솔숲 연합"):
        select(published_file, Selection(alliance="솔숲 연맹"))


def test_a_name_in_a_message_does_not_act_on_the_terminal(published_file: Path) -> None:
    with duckdb.connect(str(published_file)) as connection:
        connection.execute("update dim_alliance set name = chr(27) || '솔숲 연합' where alliance_id = 'alliance-sol'")
    with pytest.raises(ExportError) as raised:
        select(published_file, Selection(alliance="솔숲 연맹"))
    assert "솔숲 연합" in str(raised.value)
    assert "\x1b" not in str(raised.value)


def test_a_day_gives_the_ties_of_that_day_as_known_then(published_file: Path) -> None:
    day, after, before = date(2020, 6, 3), date(2020, 7, 1), date(2020, 6, 2)
    assert select(published_file, Selection(valid=day)).ties["certainty"].to_list() == ["certain"]
    assert select(published_file, Selection(valid=after)).ties["certainty"].to_list() == ["possible"]
    assert select(published_file, Selection(valid=before)).ties.is_empty()
    assert select(published_file, Selection(valid=day, known=before)).ties.is_empty()
    assert select(published_file, Selection(known=day)).ties["certainty"].to_list() == [None]


def test_the_quote_of_a_day_was_known_by_then(published_file: Path) -> None:
    with duckdb.connect(str(published_file)) as connection:
        connection.execute(
            "insert into fct_evidence select * replace ('c5' as claim_id, 1.0 as confidence, '뒤늦은 말' as quote, "
            "timestamptz '2021-01-01 00:00:00+00' as known_at) from fct_evidence where claim_id = 'c1aa'"
        )
    then = select(published_file, Selection(known=date(2020, 6, 3))).ties
    now = select(published_file, Selection(valid=date(2020, 6, 3))).ties
    assert then["quote"].to_list() == ["가온전자가 솔숲 연합에 합류했다."]
    assert now["quote"].to_list() == ["뒤늦은 말"]


def test_a_day_is_one_table_and_goes_to_standard_output(published_file: Path, capfdbinary) -> None:
    data = str(published_file.parents[1])
    assert main(["export", "--format", "csv", "--as-of", "2020-06-03", "--data-dir", data]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfmembership_id,")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_no_single_text_asks_for_a_place(published_file: Path, form: str, capsys) -> None:
    assert main(["export", "--format", form, "--data-dir", str(published_file.parents[1])]) == 1
    assert "--out" in capsys.readouterr().err


def test_nothing_is_overwritten_unless_told(published_file: Path, tmp_path: Path, capsys) -> None:
    target = tmp_path / "facts.json"
    target.write_text("mine")
    words = ["export", "--format", "jsonld", "--out", str(target), "--data-dir", str(published_file.parents[1])]
    assert main(words) == 1
    assert "--force" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert main([*words, "--force"]) == 0
    assert capsys.readouterr().err == f"{target}: ties 2, entities 4\n"
    assert json.loads(target.read_text())["@graph"]


def test_one_table_is_chosen_by_name(published_file: Path, capfdbinary) -> None:
    data = str(published_file.parents[1])
    assert main(["export", "--format", "csv", "--table", "event_wide", "--data-dir", data]) == 0
    assert capfdbinary.readouterr().out.count(b"\r\n") == 2
    assert main(["export", "--format", "ftm", "--table", "event_wide", "--data-dir", data]) == 1


def test_without_anything_published_it_says_what_to_run(tmp_path: Path, capsys) -> None:
    assert main(["export", "--format", "ftm", "--data-dir", str(tmp_path)]) == 1
    assert "entente run" in capsys.readouterr().err


@pytest.mark.parametrize("text", [None, "", "javascript:alert(1)", "https://", "data:text/html,x", "http://[", "x y"])
def test_only_web_addresses_become_links(text: str | None) -> None:
    assert web_address(text) is None


def test_a_link_holds_nothing_that_ends_it() -> None:
    assert web_address('https://a.example/가 나"<>?b=1%20') == "https://a.example/%EA%B0%80%20%EB%82%98%22%3C%3E?b=1%20"
