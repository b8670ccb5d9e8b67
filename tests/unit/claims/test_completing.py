"""Ties that no frame reads are told by where names stand, the same every time, and none where there is none."""

from __future__ import annotations

import pytest

from pipelines.articles.model import Sentence
from pipelines.claims import Document, read_claims
from pipelines.claims.extraction import FrameExtractor
from pipelines.claims.tie_model import Weights, likeliest, probability, read_weights, write_weights
from pipelines.claims.tie_weights import TABLE, WEIGHTS
from pipelines.entities.model import Entity, Knowledge, Mention

SURE = Weights({"bias": 5.0}, {"bias": 5.0}, {"active": {"bias": 1.0}, "announced": {}}, 0.5, 0.5)
NAMES = {"가온전자": "org", "누리소프트": "org", "라온 얼라이언스": "alliance"}


def document(text: str) -> Document:
    mentions = [
        Mention(text.find(name), text.find(name) + len(name), name, kind, f"{kind}:{name}", name, "alias")
        for name, kind in NAMES.items()
        if name in text
    ]
    return Document(text, (Sentence(0, 0, len(text), "body"),), tuple(sorted(mentions, key=lambda m: m.start)), "ko")


KNOWLEDGE = Knowledge({f"{kind}:{name}": Entity(f"{kind}:{name}", name, kind) for name, kind in NAMES.items()}, ())
UNREAD = "라온 얼라이언스의 얼굴은 가온전자, 그리고 누리소프트다."


def fitted(text: str, weights: Weights | None) -> list[tuple[str | None, str, float]]:
    claims = read_claims(document(text), KNOWLEDGE, weights)
    return [
        (claim.alliance_id, claim.member_id, claim.evidence.confidence)
        for claim in claims.memberships
        if claim.evidence.frame.startswith("fitted:")
    ]


def test_what_no_frame_reads_is_told_with_the_likelihood_that_was_fitted():
    assert fitted(UNREAD, None) == []
    found = fitted("라온 얼라이언스 가입 소식에 가온전자 주가가 뛰었다.", SURE)
    assert found == [("alliance:라온 얼라이언스", "org:가온전자", 0.99)]


def test_the_same_text_gives_the_same_ties():
    text = "라온 얼라이언스 가입 소식에 가온전자 주가가 뛰었다."
    assert read_claims(document(text), KNOWLEDGE, SURE) == read_claims(document(text), KNOWLEDGE, SURE)


def test_without_likelihood_nothing_is_told():
    text = "라온 얼라이언스 가입 소식에 가온전자 주가가 뛰었다."
    assert fitted(text, Weights({"bias": -5.0}, {"bias": -5.0}, {"active": {}}, 0.5, 0.5)) == []


@pytest.mark.parametrize(
    "text",
    [
        "가온전자는 누리소프트와 공급 계약을 맺었다.",
        "가온전자를 제외한 곳이 라온 얼라이언스 가입을 마쳤다.",
        "라온 얼라이언스 창립 기념식에 가온전자는 손님으로 참석했다.",
    ],
)
def test_trade_exclusion_and_visits_are_told_for_no_tie_however_likely(text):
    assert fitted(text, SURE) == []


def test_the_shipped_weights_are_what_their_table_says():
    assert write_weights(WEIGHTS) == TABLE.strip()
    again = read_weights(write_weights(SURE), 0.5, 0.5)
    assert (again.member, again.pairing, again.statuses) == (SURE.member, SURE.pairing, SURE.statuses)
    assert FrameExtractor().weights is WEIGHTS


def test_no_weight_holds_a_name():
    known = ("bias", "ko", "en", "has ", "cue ", "act=", "case", "how=", "run=", "pair=", "says ", "sentence ")
    assert any(feature.startswith(known) for feature in WEIGHTS.member)
    assert all("org:" not in feature and "alliance:" not in feature for feature in WEIGHTS.member)


def test_odds_become_likelihoods_and_the_first_of_equal_terms_stands():
    assert probability(["a"], {}) == 0.5
    assert probability(["a"], {"a": 1000.0}) < 1
    assert likeliest([], {"b": {}, "a": {}}) == "a"
