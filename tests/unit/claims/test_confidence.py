"""Confidence: told from the signs of a reading by a table of weights, and shown with every claim."""

from __future__ import annotations

from pipelines.claims import confidence as told
from pipelines.claims.confidence import confidence_of
from pipelines.claims.confidence_weights import WEIGHTS

A, B = "[org:가온전자]", "[org:누리소프트]"
X = "[alliance:라온 얼라이언스]"


def test_confidence_is_a_share_whatever_the_signs():
    assert confidence_of(()) == confidence_of(("no such sign",))
    assert 0 < confidence_of(sorted(WEIGHTS, key=WEIGHTS.__getitem__)[:9]) < confidence_of(WEIGHTS) < 1


def test_a_sign_of_weight_moves_it(monkeypatch):
    monkeypatch.setattr(told, "WEIGHTS", {"frame:weak": -2.0})
    assert confidence_of(("frame:weak",)) < confidence_of(())


def test_every_claim_says_what_it_was_told_from(read):
    claims = read(f'{A}와 {B}는 {X}를 결성했다. {A} 관계자는 "앞으로 더 힘껏 협력하겠다"고 말했다.').claims
    for evidence in (*(c.evidence for c in claims.memberships), *(c.evidence for c in claims.events)):
        assert evidence.confidence == confidence_of(evidence.signs)
        assert evidence.signs


def test_the_signs_tell_how_a_claim_was_read(read):
    claims = read(f"{A}와 {B}는 {X}를 결성했다.").claims
    signs = set(claims.memberships[0].evidence.signs)
    assert {"claim:membership", "tie:found", "status:active", "of:alliance", "language:ko", "member:here"} <= signs
    assert {"claim:event", "event:found_alliance", "modality:done"} <= set(claims.events[0].evidence.signs)


def test_every_weight_is_of_a_sign_that_a_reading_can_have():
    kinds = {
        "alliance", "claim", "event", "frame", "language", "link", "member", "modality", "of", "parties", "status",
        "tie", "word", "zone",
    }  # fmt: skip
    assert {sign.split(":")[0] for sign in WEIGHTS} <= kinds
