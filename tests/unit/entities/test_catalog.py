from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from pipelines.entities.catalog import entity_tables, name_to_show
from pipelines.entities.model import Alias, Entity, Judgement, Knowledge
from pipelines.entities.normalizing import entity_id_of
from pipelines.tables.names import MENTIONS

DAY = date(2024, 5, 6)
NOTHING = Knowledge({}, ())


def org(name: str) -> str:
    return str(entity_id_of("org", name))


def mentions(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """Rows of core/mentions: the entity's name, the surface, the method."""
    return pl.DataFrame(
        [
            {"version_id": f"v{number}", "sentence_no": 0, "capture_date": DAY, "char_start": 0,
             "char_end": len(surface), "surface": surface, "mention_type": "org", "entity_id": org(name),
             "entity_name": name, "member_ids": [], "resolution_method": method, "resolution_score": 0.5}
            for number, (name, surface, method) in enumerate(rows)
        ],
        schema={column.name: column.dtype for column in MENTIONS.columns},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("korean", "latin", "shown"),
    [
        ("가온누리연구원", "Gaon Research Institute", "가온누리연구원"),
        ("넷플릭스", "Netflix", "Netflix"),
        ("가온텔레콤", "Gaon Telecom", "가온텔레콤"),
        ("가온", None, "가온"),
        (None, "Netflix", "Netflix"),
    ],
)
def test_a_korean_party_shows_its_korean_name_and_a_foreign_one_its_latin(
    korean: str | None, latin: str | None, shown: str
) -> None:
    assert name_to_show(korean, latin) == shown


def test_what_articles_give_as_another_name_is_known_of_the_entity_everywhere() -> None:
    frame = mentions(("가온누리연구원", "가온누리연구원", "pattern"), ("가온누리연구원", "GNRI", "article"),
                     ("GNRI", "GNRI", "pattern"))  # fmt: skip
    tables = entity_tables(NOTHING, frame)
    assert tables.entity_redirects.height == 1
    canonical = tables.entity_redirects["canonical_id"][0]
    row = tables.entities.row(by_predicate=pl.col("entity_id") == canonical, named=True)
    assert (row["name"], row["status"]) == ("가온누리연구원", "discovered")


def test_a_korean_and_an_english_spelling_become_one_entity_with_both_names() -> None:
    tables = entity_tables(
        NOTHING, mentions(("칼륨소프트", "칼륨소프트", "pattern"), ("Kalium Soft", "Kalium Soft", "pattern"))
    )
    canonical = tables.entity_redirects["canonical_id"][0]
    row = tables.entities.row(by_predicate=pl.col("entity_id") == canonical, named=True)
    assert (row["name_ko"], row["name_en"]) == ("칼륨소프트", "Kalium Soft")


def test_a_gloss_of_a_listed_entity_leads_to_it_from_where_it_stands_alone() -> None:
    known = Entity(org("가온누리연구원"), "가온누리연구원", "org")
    knowledge = Knowledge({known.entity_id: known}, (Alias(known.entity_id, known.name),))
    frame = mentions(("가온누리연구원", "GNRI", "article"), ("GNRI", "GNRI", "pattern"))
    assert entity_tables(knowledge, frame).entity_redirects.select("entity_id", "canonical_id").rows() == [
        (org("GNRI"), known.entity_id)
    ]


def test_a_clipped_form_of_a_company_does_not_make_its_group_the_company() -> None:
    known = Entity("org-garam-electronics", "가람전자", "org")
    knowledge = Knowledge({known.entity_id: known}, (Alias(known.entity_id, known.name),))
    frame = pl.concat([
        mentions(("가람", "가람", "pattern")),
        mentions(("가람전자", "가람", "article")).with_columns(entity_id=pl.lit(known.entity_id)),
    ])  # fmt: skip
    assert entity_tables(knowledge, frame).entity_redirects.is_empty()


def test_an_entity_that_others_were_merged_into_keeps_its_own_name() -> None:
    judgement = Judgement(org("미르"), org("나루통신"), "same", "analyst", DAY, "renamed")
    knowledge = Knowledge({}, (), judgements=(judgement,))
    frame = mentions(("미르", "미르", "pattern"), *[("나루통신", "나루통신", "pattern")] * 5)
    tables = entity_tables(knowledge, frame)
    assert tables.entity_redirects["canonical_id"].to_list() == [org("미르")]
    assert tables.entities.row(by_predicate=pl.col("entity_id") == org("미르"), named=True)["name"] == "미르"
