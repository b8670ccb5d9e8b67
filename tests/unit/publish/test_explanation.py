"""Explaining a fact: everything behind it is shown, and nothing of a page acts on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from pipelines.cli import main


def said(published_file: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["explain", *words, "--data-dir", str(published_file.parents[1])])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("name", ["m1aa", "tie-1", "k1aa", "c1aa"])
def test_a_membership_is_explained_from_its_id_its_tie_a_conflict_and_a_claim(published_file, capsys, name) -> None:
    status, out, _ = said(published_file, capsys, name)
    assert status == 0
    words = " ".join(out.split())
    assert "가온전자 in 솔숲 연합: member, active" in words
    assert "valid 2020-06-03" in words
    assert "known from 2020-06-03T01:00:00Z" in words
    assert "recorded from 2020-06-03" in words
    assert "“가온전자가 솔숲 연합에 합류했다.”" in words
    assert "푸른등대신문, 2020-06-03T01:00:00Z https://deungdae.example/1" in words
    assert "read by frames 1 by the rule join, confidence 0.90" in words
    assert "rule later: 그 뒤에 나온 말이다" in words


def test_a_happening_is_explained_with_its_parties(published_file, capsys) -> None:
    _, out, _ = said(published_file, capsys, "e1aa")
    assert "join of 솔숲 연합: 가온전자; done" in out
    assert "“합류했다.”" in out


def test_revisions_and_decisions_stand_in_the_order_in_which_they_were_known(published_file, capsys) -> None:
    with duckdb.connect(str(published_file)) as connection:
        connection.execute(
            "insert into fct_alliance_membership select * replace ('m0zz' as membership_id, 'announced' as status, "
            "timestamptz '2020-05-01 00:00:00+00' as known_from, timestamptz '2020-06-03 01:00:00+00' as known_to) "
            "from fct_alliance_membership where membership_id = 'm1aa'"
        )
        connection.execute(
            "insert into fct_override values ('o1', 'tie', 'tie-1', 'role', 'leader', 'member', '하늘', "
            "date '2020-07-01', '[red]계약서[/red]', true)"
        )
    _, out, _ = said(published_file, capsys, "tie-1")
    assert out.index("announced") < out.index("active")
    assert "role: leader -> member (applied)" in out
    assert "하늘, 2020-07-01: [red]계약서[/red]" in out


def test_nothing_of_a_page_acts_on_the_terminal(published_file, capsys) -> None:
    _, out, _ = said(published_file, capsys, "m2bb")
    assert "[bold]굵게[/bold]" in " ".join(out.split())
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_json_holds_every_row_and_no_control_sign(published_file, capsys) -> None:
    _, out, _ = said(published_file, capsys, "m2bb", "--json")
    assert "\x1b" not in out
    assert "\u202e" not in out
    explained = json.loads(out)
    assert explained["kind"] == "membership"
    assert explained["states"][0]["known_from"] == "2020-06-03T01:00:00Z"
    assert "\x1b[31m붉게" in explained["claims"][0]["quote"]


def test_a_beginning_will_do_where_it_is_no_other_s(published_file, capsys) -> None:
    assert said(published_file, capsys, "m1aa")[1] == said(published_file, capsys, "M1AA")[1]
    status, _, err = said(published_file, capsys, "tie-")
    assert status == 1
    assert "tie-1 (tie), tie-2 (tie); give more signs" in err


@pytest.mark.parametrize("name", ["m9", "nowhere", "", "'; drop table fct_event; --"])
def test_an_id_that_is_not_there_says_where_ids_stand(published_file, capsys, name) -> None:
    status, out, err = said(published_file, capsys, name)
    assert (status, out) == (1, "")
    assert "id" in err


def test_a_membership_in_conflict_keeps_both_claims_in_sight(published_file, capsys) -> None:
    _, out, _ = said(published_file, capsys, "k1aa")
    assert "valid_from: 2020-06-03 is shown, not 2020-07" in out
    assert "shown by claim c1aa, otherwise claim c9zz" in out
