"""Rows, ids and offsets of a partition's claims."""

from __future__ import annotations

from datetime import UTC, date, datetime
from time import perf_counter

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.claims import EXTRACTOR, EXTRACTOR_VERSION, read_claims
from pipelines.claims.batch import claim_batch
from pipelines.claims.evidence import MAX_QUOTE
from pipelines.claims.extraction import FRAMES, Extraction, Refusal
from pipelines.tables import claims as tables
from pipelines.tables.identifiers import pairing_id
from pipelines.tables.names import MENTIONS
from pipelines.tables.pages import ARTICLES, SENTENCES
from pipelines.tables.schemas import conform, frame

DAY = date(2023, 5, 21)
TABLES = {table.name: table for table in tables.TABLES}
STORIES = (
    "[org:가온전자]와 [org:누리소프트]는 [alliance:라온 얼라이언스]에 합류했다고 18일 밝혔다.",
    "[org:가온전자]는 [org:누리소프트]와 업무협약을 체결했다. [org:다온카드]는 [org:누리소프트]를 인수했다.",
    "[person:홍길순] [org:가온전자] 사장은 [org:누리소프트]에 협력을 제안했다.",
    "날씨가 맑았다.",
)
PIECES = (
    "[org:가온전자]", "[org:누리소프트]", "[alliance:라온 얼라이언스]", "[person:홍길순]",
    "[group:양사=가온전자,누리소프트]", "는 ", "와 ", "가 ",
    "에 ", "를 ", ", ", "등 ",
    "합류했다", "결성하고 ", "체결했다고 ", "업무협약", "지난 3일 ", "2월 ", "탈퇴할 예정이다", "논의 중이다",
    ". ", "\n", '"', "(", ")", "의 ",
    "참여하는 ", "밝혔다", "않았다", "사장", "△협력 ", "\x00", "🙂",
)  # fmt: skip


def tables_of(make_document, stories, article_of=lambda i: f"article-{i}"):
    articles, sentences, mentions = [], [], []
    for i, story in enumerate(stories):
        document = make_document(story)
        version = f"version-{i}"
        articles.append(
            {
                "version_id": version,
                "article_id": article_of(i),
                "capture_id": f"capture-{i}",
                "capture_date": DAY,
                "published_on": document.published_on,
                "byline_names": [],
                "known_at": datetime(2023, 5, 20, tzinfo=UTC),
                "known_basis": "published",
                "language": "ko",
                "text": document.text,
                "text_length": len(document.text),
                "paragraphs": [],
                "captions": [],
                "is_correction": False,
                "method": "test",
                "charset": "utf-8",
                "signature": "s",
            }
        )
        sentences += [
            {
                "version_id": version, "sentence_no": s.sentence_no, "capture_date": DAY, "char_start": s.char_start,
                "char_end": s.char_end, "zone": s.zone,
            }
            for s in document.sentences
        ]  # fmt: skip
        mentions += [
            {
                "version_id": version,
                "sentence_no": 0,
                "capture_date": DAY,
                "char_start": m.start,
                "char_end": m.end,
                "surface": m.surface,
                "mention_type": m.mention_type,
                "entity_id": m.entity_id,
                "entity_name": m.entity_name,
                "resolution_method": "alias",
                "resolution_score": 1.0,
                "member_ids": list(m.members),
            }
            for m in document.mentions
        ]
    known = {column.name for column in MENTIONS.columns}
    mentions = [{name: value for name, value in row.items() if name in known} for row in mentions]
    return frame(ARTICLES, articles), frame(SENTENCES, sentences), frame(MENTIONS, mentions)


@pytest.fixture(scope="module")
def knowledge(make_document, knowledge_of):
    return knowledge_of(make_document(" ".join(STORIES)))


def frames_of(batch):
    return {
        "membership_claims": batch.membership_claims,
        "event_claims": batch.event_claims,
        "event_claim_participants": batch.event_claim_participants,
        "relation_claims": batch.relation_claims,
        "attribute_claims": batch.attribute_claims,
        "post_claims": batch.post_claims,
    }


def test_every_frame_conforms_to_its_table_with_unique_keys(make_document, knowledge):
    batch = claim_batch(*tables_of(make_document, STORIES), knowledge)
    for name, data in frames_of(batch).items():
        table = TABLES[name]
        assert conform(table, data).equals(data)
        assert not data.select(table.key).is_duplicated().any()
    assert batch.membership_claims.height == 6
    assert batch.event_claims.height >= 4
    assert batch.rejects.is_empty()


def test_participants_belong_to_an_event(make_document, knowledge):
    batch = claim_batch(*tables_of(make_document, STORIES), knowledge)
    assert set(batch.event_claim_participants["claim_id"]) == set(batch.event_claims["claim_id"])


def test_the_order_of_articles_does_not_matter(make_document, knowledge):
    articles, sentences, mentions = tables_of(make_document, STORIES)
    one = claim_batch(articles, sentences, mentions, knowledge)
    other = claim_batch(articles.reverse(), sentences.reverse(), mentions.reverse(), knowledge)
    for name, data in frames_of(one).items():
        assert data.equals(frames_of(other)[name])


def test_an_article_is_read_the_same_alone_and_among_others(make_document, knowledge):
    articles, sentences, mentions = tables_of(make_document, STORIES)
    together = claim_batch(articles, sentences, mentions, knowledge)
    alone = claim_batch(
        *(data.filter(pl.col("version_id") == "version-1") for data in (articles, sentences, mentions)), knowledge
    )
    assert alone.event_claims.equals(together.event_claims.filter(pl.col("version_id") == "version-1"))


def test_an_edited_page_goes_on_making_the_same_statement(make_document, knowledge):
    edited = ("머리말을 고쳤다. " + STORIES[0],)
    first = claim_batch(*tables_of(make_document, STORIES[:1]), knowledge)
    second = claim_batch(*tables_of(make_document, edited), knowledge)
    assert set(first.membership_claims["statement_id"]) == set(second.membership_claims["statement_id"])
    assert set(first.membership_claims["claim_id"]).isdisjoint(second.membership_claims["claim_id"])


def test_a_pairing_is_known_by_its_members_alone(make_document, knowledge):
    batch = claim_batch(*tables_of(make_document, STORIES[1:2]), knowledge)
    assert set(batch.membership_claims["pairing_id"]) == {pairing_id(["org:가온전자", "org:누리소프트"])}
    assert batch.membership_claims["alliance_id"].null_count() == batch.membership_claims.height


def test_every_claim_names_its_trigger_its_quote_and_its_extractor(make_document, knowledge):
    articles, sentences, mentions = tables_of(make_document, STORIES)
    texts = dict(articles.select("version_id", "text").iter_rows())
    batch = claim_batch(articles, sentences, mentions, knowledge)
    for row in [*batch.membership_claims.iter_rows(named=True), *batch.event_claims.iter_rows(named=True)]:
        text = texts[row["version_id"]]
        assert text[row["char_start"] : row["char_end"]] == row["quote"]
        assert row["char_start"] <= row["trigger_start"] < row["trigger_end"] <= row["char_end"]
        assert (row["prefix"] + row["quote"] + row["suffix"]) in text
        assert (row["extractor"], row["extractor_version"]) == (EXTRACTOR, EXTRACTOR_VERSION)
        assert row["frame"]


def test_a_partition_without_articles_gives_empty_tables(make_document, knowledge):
    batch = claim_batch(*tables_of(make_document, ()), knowledge)
    for name, data in frames_of(batch).items():
        assert data.is_empty()
        assert conform(TABLES[name], data).equals(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_the_text_offsets_lie_inside_and_quotes_are_short(make_document, knowledge_of, marked):
    document = make_document(marked)
    known = knowledge_of(document)
    claims = read_claims(document, known)
    assert read_claims(document, known) == claims
    for claim in (*claims.memberships, *claims.events, *claims.relations, *claims.attributes, *claims.posts):
        evidence = claim.evidence
        assert 0 <= evidence.start < evidence.end <= len(document.text)
        assert evidence.end - evidence.start <= MAX_QUOTE
        assert 0 <= evidence.trigger_start < evidence.trigger_end <= len(document.text)
        assert 0 <= evidence.confidence <= 1
    for membership in claims.memberships:
        assert (membership.alliance_id is None) == bool(membership.pairing)
        assert membership.member_id.startswith("org:")


@given(st.integers(1, 900), st.integers(0, 900))
def test_a_long_sentence_is_quoted_by_a_window_around_its_trigger(length, at):
    from pipelines.articles.model import Sentence
    from pipelines.claims.evidence import quote_span

    text = ("가나 다라, " * 200)[:length]
    at = min(at, len(text) - 1)
    start, end = quote_span(text, Sentence(0, 0, len(text), "body"), at, at + 1)
    assert 0 <= start <= at < end <= len(text) or text[at].isspace()
    assert end - start <= MAX_QUOTE


def test_a_page_of_nothing_but_names_is_read_in_reasonable_time(make_document, knowledge_of):
    document = make_document("[org:가온전자], " * 3000)
    started = perf_counter()
    assert read_claims(document, knowledge_of(document)).memberships == ()
    assert perf_counter() - started < 10


class Doubtful:
    """An extractor that reads nothing in one story and makes the claims of the frames in the others."""

    name, version = "doubtful", "7"

    def extract(self, documents, knowledge):
        # Read ahead, as one does that asks for many at once.
        for document in list(documents):
            if "라온" in document.text:
                yield Extraction(refusals=(Refusal("no_answer", "half \ud800"), Refusal("off_schema", "odd", "7")))
            else:
                yield Extraction(read_claims(document, knowledge))


def test_each_extractor_writes_its_claims_and_refusals_under_its_own_name(make_document, knowledge_of):
    given = tables_of(make_document, STORIES)
    known = knowledge_of(make_document(" ".join(STORIES)))
    alone, both = claim_batch(*given, known), claim_batch(*given, known, (FRAMES, Doubtful()))
    own = both.event_claims.filter(pl.col("extractor") == EXTRACTOR)
    assert own.equals(alone.event_claims.filter(pl.col("extractor") == EXTRACTOR))
    doubtful = both.event_claims.filter(pl.col("extractor") == "doubtful")
    assert set(doubtful["extractor_version"]) == {"7"}
    assert set(doubtful["version_id"]) == {"version-1", "version-2"}
    assert both.event_claims["claim_id"].is_unique().all()
    assert set(doubtful["statement_id"]) < set(own["statement_id"]), "the same statement, whoever reads it"
    rejects = both.rejects.sort("reason")
    assert rejects.select("key", "reason", "detail", "row").rows() == [
        ("version-0", "no_answer", "doubtful: half \\ud800", None),
        ("version-0", "off_schema", "doubtful: odd", "7"),
    ]
    assert rejects["reject_id"].is_unique().all()
