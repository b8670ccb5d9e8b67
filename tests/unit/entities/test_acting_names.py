"""Companies, cities and alliances that no list has, found by what the text says of them."""

from __future__ import annotations

import time

import pytest

from pipelines.entities import find_mentions
from pipelines.entities.acting_shapes import split_particle
from pipelines.entities.model import Knowledge


def named(text: str, knowledge: Knowledge, mention_type: str = "org") -> list[str]:
    return [m.surface for m in find_mentions(text, knowledge) if m.mention_type == mention_type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("달빛푸드는 별밤유업과 협약을 체결했다.", {"달빛푸드", "별밤유업"}),
        ("배터리 업체 온새배터리가 공장을 공개했다. 온새배터리 관계자는 말을 아꼈다.", {"온새배터리"}),
        ("마중로봇(대표 한여울)은 신제품을 냈다.", {"마중로봇"}),
        ("고운빛화장품(코스닥)은 공시를 냈다.", {"고운빛화장품"}),
        ("너울게임즈·해찬게임즈, 공동 개발 협약", {"너울게임즈", "해찬게임즈"}),
        ("너울게임즈, 해찬게임즈, 도란게임즈 등 7개사는 협약을 맺었다.", {"너울게임즈", "해찬게임즈", "도란게임즈"}),
        ("느루커머스가 새늘콘텐츠를 인수한다.", {"느루커머스", "새늘콘텐츠"}),
        ("가람시는 KT와 협약을 체결했다.", {"가람시", "KT"}),
    ],
)
def test_companies_are_found_by_their_deeds_people_and_company(
    text: str, found: set[str], knowledge: Knowledge
) -> None:
    assert found == set(named(text, knowledge))


def test_a_company_found_once_is_named_wherever_the_article_says_it(knowledge: Knowledge) -> None:
    text = "창고에는 달빛푸드의 냉장고가 있다. 달빛푸드는 KT와 협약을 체결했다. 값은 달빛푸드가 정한다."
    assert named(text, knowledge).count("달빛푸드") == 3


@pytest.mark.parametrize(
    "text",
    [
        "배송로봇은 협약에 따라 다닌다.",
        "무인택시가 늘자 제휴카드가 나왔다.",
        "협약에 참여하는 곳이 있고 시장에 스며드는 곳이 있다.",
        "중소기업계는 인수 협상을 반긴다.",
        "김하늘은 협약을 체결했다. 김하늘 회장은 웃었다.",
        "상품권은 인수 뒤에도 쓸 수 있다.",
    ],
)
def test_goods_trades_verbs_and_people_are_no_companies(text: str, knowledge: Knowledge) -> None:
    assert named(text, knowledge) == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("달빛푸드는", ("달빛푸드", "는")),
        ("별밤유업과", ("별밤유업", "과")),
        ("온새배터리와의", ("온새배터리", "와의")),
        ("도토리은행", ("도토리은행", "")),
        ("새늘이가", ("새늘이", "가")),
        ("온가", ("온가", "")),
    ],
)
def test_a_particle_is_split_off_only_behind_a_fitting_sound(word: str, parts: tuple[str, str]) -> None:
    assert split_particle(word) == parts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("15일 협약을 맺고 '한길 컨소시엄'에 들어갔다. 이어 맺고 한길 컨소시엄의 회원이 됐다.", {"한길 컨소시엄"}),
        ("제조사가 빠진 협의체다. 뒤늦게 컨소시엄에 합류했다.", set()),
        ("힘이 더해지면서 협의체가 커졌다.", set()),
        ("합작법인 '고래토끼'를 세운다. 고래토끼는 인형을 만든다.", {"고래토끼"}),
        ("배송 로봇 협의체 '해달 나루'에 들어갔다.", {"해달 나루"}),
        ("'무공해 버스 협의회'가 출범했다.", {"무공해 버스 협의회"}),
        ("간편결제 협의체 '모두페이 연합'을 만들었다.", {"모두페이 연합"}),
        ("통신사 얼라이언스 '2파전'이 됐다.", set()),
    ],
)
def test_only_names_are_names_of_alliances(text: str, names: set[str], knowledge: Knowledge) -> None:
    assert set(named(text, knowledge, "alliance")) == names


def test_a_form_in_parentheses_inside_a_name_makes_no_second_alliance(knowledge: Knowledge) -> None:
    found = find_mentions("KT가 이끄는 인공지능(AI) 원팀이 있다. AI 원팀은 크다.", knowledge)
    assert {m.entity_name for m in found if m.mention_type == "alliance"} == {"AI 원팀"}
    unknown = find_mentions("'AI 바다팀 얼라이언스'와 인공지능(AI) 바다팀 얼라이언스", knowledge)
    assert len({m.entity_id for m in unknown if m.mention_type == "alliance"}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [("LG전자·유플러스가 나섰다.", "LG유플러스"), ("현대차·모비스가 나섰다.", "현대모비스")],
)
def test_a_chain_shares_the_front_of_its_first_name(text: str, name: str, knowledge: Knowledge) -> None:
    assert name in {m.entity_name for m in find_mentions(text, knowledge)}


def test_a_verb_before_a_post_is_no_person(knowledge: Knowledge) -> None:
    assert named("두 회사가 함께 고른 사외이사다. 두 나라 장관이 왔다.", knowledge, "person") == []


def test_the_place_at_the_head_of_a_story_is_blocked(knowledge: Knowledge) -> None:
    text = "CHUNCHEON, Gangwon Province -- Naver signed with Kakao."
    assert named(text, knowledge) == ["Naver", "Kakao"]


@pytest.mark.parametrize("text", ["가나다라, " * 20_000, "달빛푸드는 체결 " * 20_000, "협의체 '" * 20_000])
def test_endless_lists_and_acts_cost_no_endless_time(text: str, knowledge: Knowledge) -> None:
    start = time.perf_counter()
    find_mentions(text, knowledge)
    assert time.perf_counter() - start < 20
