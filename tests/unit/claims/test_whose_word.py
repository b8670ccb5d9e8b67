"""Whose word a sentence passes on."""

from __future__ import annotations

import pytest

from pipelines.claims.speech import whose_word


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("8일 업계에 따르면 두 회사는 합작을 협의하고 있다.", "anonymous"),
        ('업계 관계자는 "두 회사가 제휴를 논의하고 있다"고 귀띔했다.', "anonymous"),
        ("로이터통신은 두 회사가 합작을 논의하고 있다고 보도했다.", "other_media"),
        ("블룸버그에 따르면 두 회사는 합작을 협의하고 있다.", "other_media"),
        ("두 회사는 업무협약을 맺었다고 밝혔다.", None),
        ("공시에 따르면 두 회사는 업무협약을 맺었다.", None),
    ],
)
def test_hearsay_is_told_apart_from_what_a_paper_or_a_party_says(sentence: str, whose: str | None) -> None:
    assert whose_word(sentence) == whose
