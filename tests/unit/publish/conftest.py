"""A published file of two companies, an alliance and a pairing, one of them with a hostile outlet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.tables import marts
from pipelines.tables.schemas import duckdb_columns

HOSTILE = "=cmd|' /c calc'!A1 [bold]굵게[/bold] \x1b[31m붉게\x1b[0m \u202e거꾸로"
FILLERS = {"varchar": "x", "bigint": 1, "integer": 1, "double": 0.5, "boolean": False, "varchar[]": []}
INSTANT = datetime(2020, 6, 3, 1, tzinfo=UTC)
TIE = {"tie_id": "tie-1", "alliance_id": "alliance-sol", "member_id": "org-gaon", "role": "member", "status": "active"}
FACT = {
    **TIE,
    "membership_id": "m1aa",
    "valid_from": "2020-06-03",
    "known_from": INSTANT,
    "best_claim_id": "c1aa",
    "confidence": 0.9,
    "is_current": True,
}
TALKS = {**FACT, "membership_id": "m2bb", "tie_id": "tie-2", "alliance_id": "pairing-1", "member_id": "org-bada"}
TALKS |= {"status": "under_discussion", "role": "prospective", "valid_from": None, "best_claim_id": "c2bb"}
NAMES = {"alliance_name": "솔숲 연합", "alliance_name_ko": "솔숲 연합", "member_name": "가온전자", "member_type": "org"}
PAIR = {"alliance_name": "가온전자·바다은행", "is_pairing": True, "member_name": "바다은행", "member_type": "org"}
SOURCE = {"publisher": "푸른등대신문", "url": "https://deungdae.example/1", "published_at": INSTANT}
BOUNDS = {
    "possible_from": date(2020, 6, 3),
    "certain_from": date(2020, 6, 3),
    "certain_until": date(2020, 6, 4),
    "possible_until": date(9999, 12, 31),
    "known_until": datetime(9999, 12, 31, tzinfo=UTC),
    "known_from_on": date(2020, 6, 3),
    "known_until_on": date(9999, 12, 31),
    "is_member": True,
}
EVIDENCE = {
    "fact_type": "membership",
    "stance": "supports",
    "known_at": INSTANT,
    "attribution": "own",
    "extractor": "frames",
    "extractor_version": "1",
    "frame": "join",
    "confidence": 0.9,
}
ROWS: dict[str, list[Mapping[str, Any]]] = {
    "dim_organization": [
        {
            "organization_id": "org-gaon",
            "name": "가온전자",
            "name_ko": "가온전자",
            "name_en": "Gaon",
            "org_type": "company",
        }
        | {"country": "KR", "stock_code": "000111", "former_names": ["가온산업"], "wikidata_qid": "Q1"},
        {"organization_id": "org-bada", "name": "바다은행", "org_type": None},
    ],
    "dim_alliance": [
        {"alliance_id": "alliance-sol", "name": "솔숲 연합", "name_ko": "솔숲 연합", "aliases": ["Solsup Alliance"]},
        {"alliance_id": "pairing-1", "name": "가온전자·바다은행", "is_pairing": True},
    ],
    "fct_alliance_membership": [FACT, TALKS],
    "membership_wide": [
        {**FACT, **NAMES, **SOURCE, "quote": "가온전자가 솔숲 연합에 합류했다."},
        {**TALKS, **PAIR, "quote": HOSTILE, "publisher": HOSTILE, "url": "javascript:alert(1)"},
    ],
    "membership_history": [{**FACT, **NAMES, **BOUNDS}],
    "event_wide": [
        {"event_id": "e1aa", "event_type": "join", "modality": "done", "alliance_id": "alliance-sol"}
        | {"alliance_name": "솔숲 연합", "participants": "가온전자", "participant_ids": ["org-gaon"], **SOURCE}
        | {"event_date": "2020-06-03", "quote": "가온전자가 솔숲 연합에 합류했다.", "known_from": INSTANT}
    ],
    "fct_event": [{"event_id": "e1aa", "event_type": "join", "modality": "done", "known_from": INSTANT}],
    "fct_evidence": [
        {**EVIDENCE, **SOURCE, "fact_id": "m1aa", "claim_id": "c1aa", "quote": "가온전자가 솔숲 연합에 합류했다."},
        {**EVIDENCE, "fact_id": "m2bb", "claim_id": "c2bb", "quote": HOSTILE, "publisher": HOSTILE, "url": HOSTILE},
        {**EVIDENCE, **SOURCE, "fact_id": "e1aa", "claim_id": "c3cc", "fact_type": "event", "quote": "합류했다."},
    ],
    "fct_conflict": [
        {"conflict_id": "k1aa", "fact_id": "m1aa", "fact_type": "membership", "tie_id": "tie-1", "field": "valid_from"}
        | {"shown_value": "2020-06-03", "other_value": "2020-07", "shown_claim_id": "c1aa", "other_claim_id": "c9zz"}
        | {"rule": "later", "why": "그 뒤에 나온 말이다", "known_from": INSTANT}
    ],
}


@pytest.fixture
def published_file(tmp_path: Path) -> Path:
    """`entente.duckdb` with every mart as declared, under the data folder `tmp_path`/data."""
    path = tmp_path / "data" / "published" / "entente.duckdb"
    path.parent.mkdir(parents=True)
    with duckdb.connect(str(path)) as connection:
        for mart in marts.TABLES:
            kinds = duckdb_columns(mart)
            columns = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
            connection.execute(f'create table "{mart.name}" ({columns})')
            for row in ROWS.get(mart.name, []):
                filled = [
                    row.get(column.name, _filler(kinds[column.name]) if column.required else None)
                    for column in mart.columns
                ]
                connection.execute(f'insert into "{mart.name}" values ({", ".join("?" * len(filled))})', filled)  # noqa: S608
    return path


def _filler(kind: str) -> object:
    return {"date": date(2020, 6, 3), "timestamptz": INSTANT, **FILLERS}[kind]
