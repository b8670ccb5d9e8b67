from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.entities import batch as batches
from pipelines.entities import find_mentions
from pipelines.entities.batch import mention_batch, mentions_from_rows, within_sentences
from pipelines.entities.catalog import entity_tables
from pipelines.entities.model import Entity, Knowledge, Mention, Redirect
from pipelines.tables.names import ENTITIES, ENTITY_ALIASES, MENTIONS
from pipelines.tables.schemas import conform

DAY = date(2024, 5, 6)
ARTICLE = {"version_id": pl.String, "capture_date": pl.Date, "text": pl.String, "language": pl.String}
SENTENCE = {
    "version_id": pl.String,
    "capture_date": pl.Date,
    "sentence_no": pl.Int32,
    "char_start": pl.Int32,
    "char_end": pl.Int32,
}
TEXTS = [
    "바다 원팀 출범\n\n김가람 KT 사장은 네이버와 바다 원팀을 만들었다. 양사는 지난 3일 부산에 왔다. 김 사장도 왔다.",
    "가온누리연구원, KT와 협약\n\n가온누리연구원(GNRI)은 지난달 KT와 협약을 맺었다. GNRI는 3억 원을 낸다.",
    "",
]


def frames(texts: list[str], *, order: int = 0) -> tuple[pl.DataFrame, pl.DataFrame]:
    """core/articles and core/sentences as far as mentions read them, rows in an order of their own."""
    articles = [
        {"version_id": f"v{n}", "capture_date": DAY, "text": text, "language": "ko"} for n, text in enumerate(texts)
    ]
    sentences: list[dict[str, Any]] = []
    for article in articles:
        text = str(article["text"])
        cuts = [0, *(n + 1 for n, sign in enumerate(text) if sign in ".\n"), len(text)]
        for number, (start, end) in enumerate(pairwise(cuts)):
            if start < end:
                sentences.append({"version_id": article["version_id"], "capture_date": DAY, "sentence_no": number,
                                  "char_start": start, "char_end": end})  # fmt: skip
    shuffle = random.Random(order)  # noqa: S311  any fixed order will do
    shuffle.shuffle(articles)
    shuffle.shuffle(sentences)
    return (
        pl.DataFrame(articles, schema=ARTICLE),
        pl.DataFrame(sentences, schema=SENTENCE),
    )  # fmt: skip


def test_rows_give_back_the_mentions_that_were_found(knowledge: Knowledge) -> None:
    batch = mention_batch(*frames(TEXTS), knowledge)
    assert batch.rejects.is_empty()
    for number, text in enumerate(TEXTS):
        rows = batch.mentions.filter(pl.col("version_id") == f"v{number}").iter_rows(named=True)
        assert mentions_from_rows(rows) == find_mentions(text, knowledge)


def test_every_mention_lies_in_its_sentence(knowledge: Knowledge) -> None:
    articles, sentences = frames(TEXTS)
    mentions = mention_batch(articles, sentences, knowledge).mentions
    joined = mentions.join(sentences, on=["version_id", "capture_date", "sentence_no"], suffix="_of_sentence")
    assert joined.height == mentions.height > 10
    assert joined.filter(
        (pl.col("char_start") < pl.col("char_start_of_sentence"))
        | (pl.col("char_end") > pl.col("char_end_of_sentence"))
    ).is_empty()


@pytest.mark.parametrize(
    ("bounds", "reason"), [((0, 4), "mention_crosses_sentences"), ((20, 24), "mention_outside_sentences")]
)
def test_a_mention_that_no_sentence_holds_is_rejected_with_its_reason(
    bounds: tuple[int, int], reason: str, knowledge: Knowledge
) -> None:
    articles = frames(["가온누리연구원은 나섰다"])[0]
    sentence = {
        "version_id": "v0",
        "capture_date": DAY,
        "sentence_no": 0,
        "char_start": bounds[0],
        "char_end": bounds[1],
    }
    batch = mention_batch(articles, pl.DataFrame([sentence]), knowledge)
    assert batch.mentions.is_empty()
    assert batch.rejects["reason"].to_list() == [reason]
    assert "가온누리연구원" in batch.rejects["row"][0]


def test_the_order_of_rows_changes_no_table(knowledge: Knowledge) -> None:
    # given inside, so that a failure prints the order and not the whole knowledge base
    @settings(max_examples=20, deadline=None)
    @given(st.integers(0, 1_000))
    def holds(order: int) -> None:
        straight = mention_batch(*frames(TEXTS), knowledge)
        mixed = mention_batch(*frames(TEXTS, order=order), knowledge)
        assert mixed.mentions.equals(straight.mentions)
        assert mixed.rejects.equals(straight.rejects)
        one, other = (
            entity_tables(knowledge, straight.mentions),
            entity_tables(knowledge, mixed.mentions.sample(fraction=1, shuffle=True, seed=order)),
        )
        assert one.entities.equals(other.entities)
        assert one.entity_aliases.equals(other.entity_aliases)

    holds()


def test_entities_hold_the_knowledge_base_and_every_entity_that_was_mentioned(knowledge: Knowledge) -> None:
    mentions = mention_batch(*frames(TEXTS), knowledge).mentions
    tables = entity_tables(knowledge, mentions)
    ids = tables.entities["entity_id"].to_list()
    assert len(ids) == len(set(ids))
    assert set(knowledge.entities) | set(mentions["entity_id"].drop_nulls()) == set(ids)
    discovered = {
        row["name"]: row for row in tables.entities.filter(pl.col("status") == "discovered").iter_rows(named=True)
    }
    assert discovered["가온누리연구원"]["org_type"] == "institute"
    assert discovered["바다 원팀"]["entity_type"] == "alliance"
    conform(ENTITIES, tables.entities)
    conform(ENTITY_ALIASES, tables.entity_aliases)
    assert tables.entity_aliases.select("entity_id", "alias").is_duplicated().sum() == 0


def test_forms_of_a_discovered_organization_are_aliases_and_a_surname_is_none(knowledge: Knowledge) -> None:
    tables = entity_tables(knowledge, mention_batch(*frames(TEXTS), knowledge).mentions)
    forms = set(tables.entity_aliases["alias"])
    assert {"GNRI", "김가람"} <= forms
    assert "김 사장" not in forms


def test_the_name_most_often_used_is_the_name_of_a_discovered_entity() -> None:
    row = {"version_id": "v", "sentence_no": 0, "capture_date": DAY, "char_end": 99,
           "surface": "s", "mention_type": "org",
           "entity_id": "org-x-1", "member_ids": [], "resolution_method": "pattern",
           "resolution_score": 0.5}  # fmt: skip
    named = ["Long Name Labs", "Labs", "Long Name Labs"]
    mentions = pl.DataFrame(
        [{**row, "char_start": n, "entity_name": name} for n, name in enumerate(named)],
        schema={column.name: column.dtype for column in MENTIONS.columns},
    )
    assert entity_tables(Knowledge({}, ()), mentions).entities["name"].to_list() == ["Long Name Labs"]


def test_redirects_of_the_knowledge_base_are_carried_over() -> None:
    knowledge = Knowledge(
        {"org-a": Entity("org-a", "A", "org")}, (), (Redirect("org-x-1", "org-a", "the same", "analyst", DAY),)
    )
    mentions = pl.DataFrame(schema={column.name: column.dtype for column in MENTIONS.columns})
    tables = entity_tables(knowledge, mentions)
    assert tables.entity_redirects.rows() == [("org-x-1", "org-a", "the same", "analyst", DAY)]


def test_mentions_are_told_apart_by_whether_one_sentence_holds_them() -> None:
    def at(start: int, end: int) -> Mention:
        return Mention(start, end, "x" * (end - start), "org")

    sentences = [(1, 10, 20), (0, 0, 8), (2, 20, 30)]
    inside, outside = within_sentences([at(0, 8), at(7, 9), at(8, 10), at(18, 22), at(20, 21), at(30, 31)], sentences)
    assert [(mention.start, number) for mention, number in inside] == [(0, 0), (20, 2)]
    assert [(mention.start, mention.end) for mention in outside] == [(7, 9), (8, 10), (18, 22), (30, 31)]
    assert within_sentences([at(0, 1)], []) == ([], [at(0, 1)])


@pytest.mark.parametrize("error", [ZeroDivisionError, IndexError, RecursionError, TypeError, ValueError])
def test_an_article_that_cannot_be_read_costs_only_itself(
    error: type[Exception], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hostile(text: str, *arguments: Any, **options: Any) -> tuple[Mention, ...]:
        if text == TEXTS[0]:
            raise error("too deep")
        return find_mentions(text, *arguments, **options)

    monkeypatch.setattr(batches, "find_mentions", hostile)
    batch = mention_batch(*frames(TEXTS), knowledge)
    assert batch.mentions.get_column("version_id").unique().to_list() == ["v1"]
    assert batch.rejects.select("key", "reason", "detail").rows() == [
        ("v0", "unreadable", f"{error.__name__}: too deep")
    ]
