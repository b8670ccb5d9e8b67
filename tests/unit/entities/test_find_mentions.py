from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.entities import find_mentions
from pipelines.entities.model import Knowledge, Mention


def names(text: str, knowledge: Knowledge, mention_type: str) -> list[tuple[str, str | None]]:
    """Surface and entity name of the mentions of a type."""
    return [(m.surface, m.entity_name) for m in find_mentions(text, knowledge) if m.mention_type == mention_type]


def groups(text: str, knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    return {m.surface: m.members for m in find_mentions(text, knowledge) if m.mention_type == "group"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KT는 협약을 맺었다", [("KT", "KT")]),
        ("LGU+와 협약을 맺었다", [("LGU+", "LG유플러스")]),
        ("LG 유플러스에서도 협약을 맺었다", [("LG 유플러스", "LG유플러스")]),
        ("카카오와도 협약을 맺었다", [("카카오", "카카오")]),
        ("네이버로부터의 제안", [("네이버", "네이버")]),
        ("KT측은 부인했다", [("KT", "KT")]),
        ("KT-LG전자-LG유플러스 연합", [("KT", "KT"), ("LG전자", "LG전자"), ("LG유플러스", "LG유플러스")]),
        ("네이버·카카오가 나섰다", [("네이버", "네이버"), ("카카오", "카카오")]),
        ("현대중공업지주가 나섰다", [("현대중공업지주", "현대중공업지주")]),
        ("현대중공업그룹이 나섰다", [("현대중공업그룹", "현대중공업그룹")]),
        ("KT Corp. signed with Naver.", [("KT Corp.", "KT"), ("Naver", "네이버")]),
    ],
)
def test_known_names_are_found_before_particles_and_in_chains(
    text: str, found: list[tuple[str, str]], knowledge: Knowledge
) -> None:
    assert names(text, knowledge, "org") == found


@pytest.mark.parametrize(
    ("text", "not_found"),
    [
        ("카카오브레인이 나섰다", "카카오"),
        ("SKT가 나섰다", "KT"),
        ("KT&G가 나섰다", "KT"),
        ("롯데제과와 만났다", "롯데그룹"),
        ("info@kt.com naver.com", "네이버"),
        ("포드주의는 끝났다", "Ford"),
    ],
)
def test_a_name_inside_a_longer_word_is_no_mention(text: str, not_found: str, knowledge: Knowledge) -> None:
    assert not_found not in {name for _, name in names(text, knowledge, "org")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("행사는 가온누리연구원이 맡았다", "가온누리연구원"),
        ("(주)바다마루가 투자했다", "바다마루"),
        ("멕시코 정부는 지원하기로 했다", "멕시코 정부"),
        ("계열사 누리빛은 참여하지 않는다", "누리빛"),
        ("KT, 네이버, 달무리, 카카오 등이 참여한다", "달무리"),
        ("달무리, 별바다, 솔바람 등 9개 기업이 참여한다", "별바다"),
        ("A partnership with Brightwater Holdings was signed", "Brightwater Holdings"),
    ],
)
def test_organizations_that_no_list_has_are_discovered_by_their_shape_or_company(
    text: str, name: str, knowledge: Knowledge
) -> None:
    found = {m.entity_name: m for m in find_mentions(text, knowledge) if m.mention_type == "org"}
    assert name in found
    assert found[name].method == "pattern"
    assert (found[name].entity_id or "").startswith("org-x-")


@pytest.mark.parametrize(
    "text",
    ["국내은행이 나섰다", "글로벌기업과 손잡았다", "통신, 금융, 제조 등 여러 분야에서 협력한다",
    "이동통신 시장이 커졌다", "기술연구원을 뽑는다",
     "스마트폰, 태블릿, 노트북 등이 팔린다"],
)  # fmt: skip
def test_common_nouns_are_no_organizations(text: str, knowledge: Knowledge) -> None:
    assert names(text, knowledge, "org") == []


def test_a_discovered_name_is_one_entity_however_it_is_spaced_or_incorporated(knowledge: Knowledge) -> None:
    ids = {
        m.entity_id
        for text in ("(주)별바다연구원은 참여한다", "별바다연구원은 참여한다")
        for m in find_mentions(text, knowledge)
        if m.mention_type == "org"
    }
    assert len(ids) == 1


def test_forms_in_parentheses_mean_the_same_entity_further_on(knowledge: Knowledge) -> None:
    text = "가온누리연구원(GNRI, 이하 가온)은 KT와 협력한다. GNRI는 인력을 낸다. 가온은 자금을 낸다."
    found = [m for m in find_mentions(text, knowledge) if m.entity_name == "가온누리연구원"]
    assert [m.surface for m in found] == ["가온누리연구원", "GNRI", "가온", "GNRI", "가온"]
    assert len({m.entity_id for m in found}) == 1


def test_korean_and_english_names_of_a_known_entity_are_one(knowledge: Knowledge) -> None:
    found = find_mentions("한국전자통신연구원(ETRI)과 Hanyang University, 한양대", knowledge)
    assert [m.entity_id for m in found] == ["org-etri", "org-etri", "org-hanyang", "org-hanyang"]


def test_a_groups_short_name_means_its_only_company_in_the_article(knowledge: Knowledge) -> None:
    assert ("삼성", "삼성전자") in names("삼성전자가 나섰다. 삼성은 말을 아꼈다.", knowledge, "org")
    assert ("삼성", "삼성그룹") in names("삼성은 말을 아꼈다.", knowledge, "org")
    text = "LG전자와 LG유플러스가 나섰다. LG 측의 합류는 처음이다."
    assert groups(text, knowledge)["LG"] == ("org-lg-electronics", "org-lg-uplus")


def test_a_clipped_name_is_read_only_in_a_chain(knowledge: Knowledge) -> None:
    text = "LG전자·유플러스 참여\nLG유플러스는 뜻을 밝혔다."
    assert ("유플러스", "LG유플러스") in names(text, knowledge, "org")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("산학연 협의체인 바다 원팀이 출범했다", "바다 원팀"),
        ("'푸른숲 얼라이언스'가 출범했다", "푸른숲 얼라이언스"),
        ("두 곳은 누리샘 협의체를 통해 일한다", "누리샘 협의체"),
        ("'K-돌봄 동맹'이 출범했다", "K-돌봄 동맹"),
        ("The Open Harbor Alliance was formed", "Open Harbor Alliance"),
        ("KT가 AI 원팀을 이끈다", "AI 원팀"),
    ],
)
def test_names_of_alliances_are_found(text: str, name: str, knowledge: Knowledge) -> None:
    assert name in {found for _, found in names(text, knowledge, "alliance")}


@pytest.mark.parametrize(
    "text",
    ["산학연 협의체를 만든다", "'AI 동맹'을 맺었다", "통신사 연합이 커진다", "글로벌 AI 얼라이언스 수준으로 넓힌다",
    "한미동맹을 논의했다", "AI 협의체가 출범한다",
     "다국적 기업 협의체다"],
)  # fmt: skip
def test_descriptions_of_alliances_are_no_names(text: str, knowledge: Knowledge) -> None:
    assert names(text, knowledge, "alliance") == []


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("김가람 KT 사장은 말했다", "김가람", "사장"),
        ("LG전자 박다온 부사장이 왔다", "박다온", "부사장"),
        ("네이버 최나래 AI팀 상무가 왔다", "최나래", "AI팀 상무"),
        ("이새봄 삼성전자 IM부문장(사장)이 왔다", "이새봄", "IM부문장(사장)"),
        ("정하늘 회장이 왔다", "정하늘", "회장"),
        ("카카오(대표이사 한여울)는 알렸다", "한여울", "대표이사"),
        ("KT CEO Han Byeol-ha told staff", "Han Byeol-ha", "CEO"),
        ("스즈카와 겐타로 라인야후 사장은 말했다", "스즈카와 겐타로", "사장"),
    ],
)
def test_people_are_found_by_their_posts(text: str, person: str, title: str, knowledge: Knowledge) -> None:
    assert names(text, knowledge, "person") == [(person, person)]
    assert title in [surface for surface, _ in names(text, knowledge, "title")]


def test_a_surname_with_a_post_means_the_person_named_before(knowledge: Knowledge) -> None:
    text = "김가람 KT 사장이 왔다. 박다온 LG전자 부사장도 왔다. 김 사장은 환영했다. 최 사장은 없었다."
    people = names(text, knowledge, "person")
    assert ("김 사장", "김가람") in people
    assert all(not surface.startswith("최") for surface, _ in people)


def test_a_full_name_without_a_post_is_found_once_the_article_has_named_the_post(knowledge: Knowledge) -> None:
    assert names("김가람·박다온 만났다\n김가람 KT 사장과 박다온 LG전자 부사장", knowledge, "person") == [
        ("김가람", "김가람"),
        ("박다온", "박다온"),
        ("김가람", "김가람"),
        ("박다온", "박다온"),
    ]


@pytest.mark.parametrize(
    "text",
    ["[나래일보│김가람 기자] 소식이다", "(서울=KT뉴스) 소식이다", "[KT 제공] 소식이다",
    "소식이다 [사진제공=카카오]", "김가람 기자 garam@kt.example",
     "사진. SK텔레콤 제공"],
)  # fmt: skip
def test_bylines_outlets_and_photo_credits_name_no_party(text: str, knowledge: Knowledge) -> None:
    assert [m for m in find_mentions(text, knowledge) if m.mention_type in ("org", "person")] == []


def test_editions_of_a_happening_are_entities_of_their_own(knowledge: Knowledge) -> None:
    text = "'CES 2020'에서 만났다. CES2020 간담회였다. CES 현장이다."
    assert [name for _, name in names(text, knowledge, "event_name")] == ["CES 2020"] * 3
    both = names("CES 2019와 CES 2020에서 만났다. CES 현장이다.", knowledge, "event_name")
    assert [name for _, name in both] == ["CES 2019", "CES 2020", "CES"]


def test_amounts_dates_and_places_are_found_beside_names(knowledge: Knowledge) -> None:
    text = "KT는 지난 3일 부산에서 3천억 원과 지분 2.5%를, $5 million을 냈다"
    types = [(m.mention_type, m.surface) for m in find_mentions(text, knowledge)]
    assert types == [
        ("org", "KT"),
        ("date", "지난 3일"),
        ("place", "부산"),
        ("amount", "3천억 원"),
        ("amount", "2.5%"),
        ("amount", "$5 million"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "members"),
    [
        ("KT, LG유플러스와 LG전자 등 3사가 나섰다", "3사", ("org-kt", "org-lg-electronics", "org-lg-uplus")),
        ("KT는 네이버와 협약을 맺었다. 양사는 협력한다", "양사", ("org-kt", "org-naver")),
        ("KT, 네이버가 만났다. 카카오는 빠졌다. 두 회사는 협력한다", "두 회사", ("org-kt", "org-naver")),
        ("김가람 KT 사장은 박다온 카카오 대표를 만나 양사 협력을 논의했다", "양사", ("org-kakao", "org-kt")),
        ("KT, 네이버, 카카오는 만났다. 이들은 협력한다", "이들", ("org-kakao", "org-kt", "org-naver")),
        ("KT and Naver met. The two companies will cooperate", "The two companies", ("org-kt", "org-naver")),
        ("KT, 네이버 등 3사가 나섰다", "3사", ()),
        ("KT와 네이버가 나섰다. 통신 3사는 침묵했다", "3사", ()),
        ("KT가 나섰다. 양사는 협력한다", "양사", ()),
    ],
)
def test_group_words_stand_for_the_right_number_of_nearest_parties(
    text: str, word: str, members: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert groups(text, knowledge)[word] == members


def test_this_body_means_the_structure_named_before(knowledge: Knowledge) -> None:
    found = [
        m
        for m in find_mentions("바다 원팀이 출범했다. 이 협의체에는 KT가 있다.", knowledge)
        if m.mention_type == "group"
    ]
    assert [(m.surface, m.entity_name) for m in found] == [("이 협의체", "바다 원팀")]


PIECES = st.sampled_from(
    ["KT", "LG전자", "LGU+", "AI 원팀", "(AI One Team)", "카카오브레인", "협의체", "'", "·", ", ", " 등 ", "3사",
    "양사", "김가람", " 사장", "(", ")", "이하 ", "\n",
     "은", "와", "CES", " 2020", "지난 3일", "3억 원", "Corp.", "Alliance", "The Open ", "[", "기자]", "정부",
     "일본 ", "삼성", " 측", "가온연구원", "주식회사 ", "이 회사"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=16).map("".join), st.lists(PIECES, max_size=16).map(" ".join)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_mentions_lie_in_the_text_in_order_and_names_never_overlap(knowledge: Knowledge, text: str) -> None:
    found = find_mentions(text, knowledge)
    assert list(found) == sorted(found, key=lambda m: (m.start, m.end, m.mention_type))
    assert len({(m.start, m.end, m.mention_type) for m in found}) == len(found)
    reached = 0
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        assert "\n" not in mention.surface
        assert (mention.entity_id is None) == (mention.entity_name is None)
        if mention.mention_type != "title":
            assert mention.start >= reached
            reached = mention.end
    assert find_mentions(text, knowledge) == found
    known = {m.entity_id for m in found if m.mention_type != "group"}
    assert all(set(m.members) <= known for m in found if m.surface != "LG" and m.surface != "삼성")


def test_long_runs_and_repeated_names_take_no_more_than_their_share(knowledge: Knowledge) -> None:
    for text in ("가" * 20_000, "A" * 20_000, "1," * 10_000, "\n" * 20_000, "김가람 사장 " + "김 사장 " * 1_000):
        assert len(find_mentions(text, knowledge)) <= 3_000


def test_an_empty_knowledge_base_is_enough_for_patterns() -> None:
    found: tuple[Mention, ...] = find_mentions("가온누리연구원이 나섰다", Knowledge({}, ()))
    assert [m.surface for m in found] == ["가온누리연구원"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\n달리아 몬테로 KT 수석부사장은 이렇게 말했다.", "달리아 몬테로"),
        ("\n달리아 몬테로(Dalia Montero) KT 회장은 이렇게 말했다.", "달리아 몬테로"),
        ("한가람 KT(케이티) 사장은 이렇게 말했다.", "한가람"),
        ("위원장은 한가람 누리달연구원장이 맡았다.", "한가람"),
        ("한가람 KT 한국 대표는 이렇게 말했다.", "한가람"),
    ],
)
def test_a_person_is_read_before_the_organization_and_the_post(text: str, name: str, knowledge: Knowledge) -> None:
    assert name in {m.surface for m in find_mentions(text, knowledge) if m.mention_type == "person"}
