"""Alliances that what is done with them shows, rather than a head of their own."""

import pytest

from pipelines.entities import find_mentions
from pipelines.entities.model import Knowledge


def _alliances(text: str, knowledge: Knowledge) -> set[str]:
    return {mention.surface for mention in find_mentions(text, knowledge) if mention.mention_type == "alliance"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KT와 네이버가 만든 '누리패스'에는 카카오와 SK텔레콤도 참여한다.", "누리패스"),
        ("'누리패스'가 삐걱인다. KT는 네이버가 주도하는 누리패스 참여 여부를 검토하고 있다.", "누리패스"),
        ("KT와 네이버 등이 '누리링크(Nuri Link)' 컨소시엄을 결성했다.", "누리링크"),
        ("KT와 네이버가 함께 하던 누리리그(NRL)에서 한꺼번에 발을 뺐다. 협약은 깨졌다.", "누리리그"),
        ("KT와 네이버, 카카오는 지난달 '누리패스'를 출범시켰다.", "누리패스"),
        ("KT와 네이버가 추진하던 누리달 특별연합이 무산됐다.", "누리달 특별연합"),
        ("KT는 네이버와 '누리달 초광역 기술동맹'을 출범시키기로 했다.", "누리달 초광역 기술동맹"),
        ("KT가 이끄는 사업에서 네이버가 KT 컨소시엄에서 탈퇴했다.", "KT 컨소시엄"),
    ],
)
def test_what_parties_join_leave_or_take_part_in_is_an_alliance(text: str, name: str, knowledge: Knowledge) -> None:
    assert name in _alliances(text, knowledge)


@pytest.mark.parametrize(
    "text",
    [
        "KT와 네이버는 전시회 '누리테크'에 참여하기로 했다.",
        "KT와 네이버는 '누리테크 박람회' 참여를 확정했다.",
        "가수 한누리가 새 앨범 '누리패스'로 돌아온다. KT와 네이버가 음원을 낸다.",
        "KT와 네이버가 '누리패스'를 선보였다.",
        "KT는 '누리패스'를 출범시켰다.",
        "한미 군사동맹이 출범했다. KT와 네이버가 투자했다.",
        "KT와 네이버가 '환상 동맹'이라는 말이 나온다.",
        "KT와 네이버의 합작법인 설립설이 나왔다.",
    ],
)
def test_a_happening_a_product_and_a_mere_likeness_are_none(text: str, knowledge: Knowledge) -> None:
    assert not _alliances(text, knowledge)


def test_the_last_word_of_a_name_goes_on_for_the_whole(knowledge: Knowledge) -> None:
    text = "KT와 네이버의 누리달 특별연합이 무산됐다. 카카오는 특별연합에서 빠지겠다고 했다."
    found = [mention for mention in find_mentions(text, knowledge) if mention.mention_type == "alliance"]
    assert [mention.entity_name for mention in found] == ["누리달 특별연합"] * 2
