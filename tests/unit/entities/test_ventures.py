"""What an article makes of the name of a joint venture."""

import pytest

from pipelines.entities import find_mentions
from pipelines.entities.model import Knowledge


def _types(text: str, name: str, knowledge: Knowledge) -> set[str]:
    return {mention.mention_type for mention in find_mentions(text, knowledge) if mention.surface == name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KT와 SK텔레콤이 세운 합작법인 카카오에 돈을 댄다. 카카오는 내년에 문을 연다.", "카카오"),
        ("KT holds half of Naver, its 50:50 joint venture with Kakao.", "Naver"),
        ("KT가 합작사 누달(ND) 지분을 네이버에 넘겼다. 누달은 이름을 바꾼다.", "누달"),
    ],
)
def test_a_name_that_the_text_calls_a_joint_venture_is_a_structure_throughout(
    text: str, name: str, knowledge: Knowledge
) -> None:
    assert _types(text, name, knowledge) == {"alliance"}


@pytest.mark.parametrize(
    "text",
    ["KT는 합작사인 카카오와 협약을 맺었다.", "합작법인 설립을 위해 KT와 카카오가 손을 잡았다."],
)
def test_a_partner_in_a_venture_stays_a_company(text: str, knowledge: Knowledge) -> None:
    assert _types(text, "카카오", knowledge) == {"org"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The two have run Gana as part of the 2M alliance. 2M ends in January.", "2M"),
        ("KT and Kakao signed an agreement on a tie-up named Nuri Cooperation.", "Nuri Cooperation"),
        ("KT was invited to take part in Nurigate, the data center project led by Kakao and Naver.", "Nurigate"),
    ],
)
def test_english_words_of_kinds_show_an_alliance(text: str, name: str, knowledge: Knowledge) -> None:
    assert _types(text, name, knowledge) == {"alliance"}
