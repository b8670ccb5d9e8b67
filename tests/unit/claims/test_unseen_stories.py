"""Stories about companies that no list has, from text to claims with the shipped knowledge base."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipelines.articles import article_from_text, split_sentences
from pipelines.claims import Claims, Document, read_claims
from pipelines.entities import find_mentions
from pipelines.knowledge import load_knowledge

Row = tuple[str | None, str, str, str]
DAY = date(2026, 3, 10)


class Story:
    """What a story gives, by the names of its entities."""

    def __init__(self, claims: Claims, names: dict[str, str], organizations: set[str]) -> None:
        self.claims = claims
        self.names = names
        self.organizations = organizations

    @property
    def members(self) -> set[Row]:
        """(alliance or None, member, role, status)"""
        return {
            (self.names[c.alliance_id] if c.alliance_id else None, self.names[c.member_id], c.role, c.status)
            for c in self.claims.memberships
        }

    @property
    def events(self) -> set[tuple[str, str]]:
        """(type, modality)"""
        return {(c.event_type, c.modality) for c in self.claims.events}


@pytest.fixture(scope="module")
def tell() -> Callable[[str], Story]:
    knowledge = load_knowledge()

    def run(body: str, title: str = "오늘의 산업 소식") -> Story:
        article = article_from_text(f"{title}\n{body}")
        mentions = find_mentions(article.text, knowledge, language=article.language)
        sentences = split_sentences(article.text, article.paragraphs, article.language)
        claims = read_claims(Document(article.text, sentences, mentions, article.language, DAY), knowledge)
        names = {m.entity_id: m.entity_name or "" for m in mentions if m.entity_id}
        return Story(claims, names, {m.entity_name or "" for m in mentions if m.mention_type == "org"})

    return run


def rows(alliance: str | None, role: str, status: str, *members: str) -> set[Row]:
    return {(alliance, member, role, status) for member in members}


PAIR = None
TIES: list[tuple[str, set[Row]]] = [
    (
        "새봄제약은 항암 신약 개발사 한결바이오와 공동 연구 협약을 체결했다고 3일 밝혔다.",
        rows(PAIR, "partner", "active", "새봄제약", "한결바이오"),
    ),
    (
        "게임사 달토끼게임즈가 웹툰 업체 먹구름코믹스와 손잡았다.",
        rows(PAIR, "partner", "active", "달토끼게임즈", "먹구름코믹스"),
    ),
    (
        "온새미로마트는 배송 스타트업 두루미로지스와 전략적 제휴를 맺었다.",
        rows(PAIR, "partner", "active", "온새미로마트", "두루미로지스"),
    ),
    (
        "나래카드와 온달페이, 가람은행 등 8개사는 간편결제 협의체 '모두페이 연합'을 결성했다.",
        rows("모두페이 연합", "member", "active", "나래카드", "온달페이", "가람은행"),
    ),
    (
        "한울시는 바람골대학교, 들꽃의료원과 협의체 '한울 건강 얼라이언스'를 출범시켰다. 협의체는 한울시가 주도한다.",
        rows("한울 건강 얼라이언스", "leader", "active", "한울시")
        | rows("한울 건강 얼라이언스", "member", "active", "바람골대학교", "들꽃의료원"),
    ),
    (
        "미르온은 4일 로봇 기업 도담로보틱스와 합작법인 '미르로봇'을 설립했다고 공시했다.",
        rows("미르로봇", "partner", "active", "미르온", "도담로보틱스"),
    ),
    (
        "완구 업체 고래놀이와 게임사 달토끼게임즈가 내년 합작법인 '고래토끼'를 설립한다. 고래놀이가 지분 60%를 갖는다.",
        rows("고래토끼", "partner", "announced", "고래놀이", "달토끼게임즈"),
    ),
    (
        "푸르미식품이 '바른먹거리 협의체'에서 탈퇴했다.",
        rows("바른먹거리 협의체", "former", "terminated", "푸르미식품"),
    ),
    (
        "푸르미식품은 다음 달 30일 '바른먹거리 협의체'를 떠난다고 밝혔다.",
        rows("바른먹거리 협의체", "member", "active", "푸르미식품"),
    ),
    (
        "다솜건설과 아라종합건설은 재개발 사업을 위한 컨소시엄을 꾸렸다.",
        rows(PAIR, "partner", "active", "다솜건설", "아라종합건설"),
    ),
    (
        "라온모빌리티(대표 김가람)는 해오름보험과 양해각서(MOU)를 교환했다.",
        rows(PAIR, "partner", "active", "라온모빌리티", "해오름보험"),
    ),
    (
        "별하전자, 여우비반도체, 노을디스플레이 등 3사는 '첨단 부품 얼라이언스'를 만들기로 했다.",
        rows("첨단 부품 얼라이언스", "member", "announced", "별하전자", "여우비반도체", "노을디스플레이"),
    ),
    (
        "소담푸드는 햇살유업과의 합작 협상을 중단했다고 밝혔다.",
        rows(PAIR, "former", "terminated", "소담푸드", "햇살유업"),
    ),
    (
        "보라매항공은 하늬바람항공과 공동운항 협약을 맺을 예정이다.",
        rows(PAIR, "partner", "announced", "보라매항공", "하늬바람항공"),
    ),
    (
        "시내버스 회사 한들운수는 '무공해 버스 협의회'에 합류했다.",
        rows("무공해 버스 협의회", "member", "active", "한들운수"),
    ),
    (
        "'K-드론 얼라이언스'에는 날개드론, 참매시스템즈, 구름다리소프트 등이 참여한다. 날개드론이 의장사를 맡았다.",
        rows("K-드론 얼라이언스", "leader", "active", "날개드론")
        | rows("K-드론 얼라이언스", "member", "active", "참매시스템즈", "구름다리소프트"),
    ),
    (
        "누비랩스가 '스마트시티 원팀'에 들어가는 방안을 논의 중이다.",
        rows("스마트시티 원팀", "prospective", "under_discussion", "누비랩스"),
    ),
    (
        "여울물류는 지난해 '한길 컨소시엄'을 만든 꽃샘택배를 만났다. 여울물류는 올해 1월 뒤늦게 컨소시엄에 합류했다.",
        rows("한길 컨소시엄", "member", "active", "여울물류"),
    ),
    (
        "꽃샘택배가 이끄는 '한길 컨소시엄'은 5월 출범했다. 꽃샘택배와 여울물류, 마중로봇 등 3개사가 창립에 참여했다.",
        rows("한길 컨소시엄", "leader", "active", "꽃샘택배")
        | rows("한길 컨소시엄", "member", "active", "여울물류", "마중로봇"),
    ),
    (
        "두레은행은 9일 꽃샘택배와 업무협약을 맺고 '한길 컨소시엄'의 네 번째 참여사가 됐다고 밝혔다.",
        rows("한길 컨소시엄", "member", "active", "두레은행"),
    ),
    (
        "이에 따라 '한길 컨소시엄'에는 꽃샘택배와 여울물류, 두레은행이 남는다.",
        rows("한길 컨소시엄", "member", "active", "꽃샘택배", "여울물류", "두레은행"),
    ),
    (
        "솔밭전자와 갈대통신은 '숲길 얼라이언스'의 회원사다.",
        rows("숲길 얼라이언스", "member", "active", "솔밭전자", "갈대통신"),
    ),
    (
        "'숲길 얼라이언스'가 9일 출범했다. 솔밭전자와 갈대통신이 공동 의장을 맡았다.",
        rows("숲길 얼라이언스", "leader", "active", "솔밭전자", "갈대통신"),
    ),
    (
        "솔밭전자는 '숲길 얼라이언스'의 의장사다. 갈대통신과 이슬화학도 업무협약을 맺을 예정이다.",
        rows("숲길 얼라이언스", "prospective", "announced", "갈대통신", "이슬화학"),
    ),
    (
        "KT와 나리식품은 9일 업무협약을 체결하고 물류에 인공지능을 쓰기로 했다.",
        rows(PAIR, "partner", "active", "KT", "나리식품"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TIES)
def test_ties_of_companies_that_no_list_has_are_read(tell, text, expected):
    found = tell(text).members
    assert expected <= found
    assert {(alliance, member) for alliance, member, _, _ in found} == {(row[0], row[1]) for row in expected} | {
        row[:2] for row in found if row[2] == "leader"
    }


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("한결바이오와 새봄제약은 협약을 체결하고 신약을 개발하기로 했다.", {("sign_mou", "done")}),
        ("한결바이오는 다음 달 1일 새봄제약과 협약을 체결하고 신약을 개발하기로 했다.", {("sign_mou", "planned")}),
        (
            "가온통신이 누리콘텐츠를 인수한다는 보도에 대해 가온통신은 사실무근이라고 밝혔다.",
            {("acquire", "denied"), ("deny", "done")},
        ),
        (
            "솔밭전자는 갈대통신과 합병을 추진한다는 소문은 사실이 아니라고 밝혔다. 솔밭전자는 소문을 부인했다.",
            {("acquire", "denied"), ("deny", "done")},
        ),
        ("온새미로마트는 배송 스타트업 두루미로지스에 50억원을 투자했다.", {("invest", "done")}),
        ("소담푸드는 햇살유업과의 합작 협상을 중단했다고 밝혔다.", {("terminate", "done")}),
        (
            "완구 업체 고래놀이와 게임사 달토끼게임즈가 내년 상반기 합작법인 '고래토끼'를 설립한다.",
            {("joint_venture", "planned")},
        ),
        ("푸르미식품이 '바른먹거리 협의체'에서 탈퇴했다.", {("leave", "done")}),
    ],
)
def test_what_companies_that_no_list_has_do_gives_its_events(tell, text, events):
    assert events <= tell(text).events


@pytest.mark.parametrize(
    "text",
    [
        "배달로봇이 아파트 단지를 누빈다. 협동로봇은 공장에서 협약식 선물을 날랐다.",
        "가정용로봇은 지난해 처음 출시됐다. 산업용로봇이 성장을 이끌었다.",
        "손님들은 카드업계가 체결한 협약을 반긴다. 전기자동차는 충전 협약이 늘며 인기다.",
        "김하늘은 소속사와 전속계약을 체결했다. 박새벽은 새 팀에 합류했다.",
        "우주항공주가 공시 뒤 급등했다. 시가총액은 10조원을 넘었다.",
        "두 나라 외교장관은 한미동맹을 강조하고 협정에 서명했다.",
        "학부모들은 급식 식품업체 선정 기준이 바뀐다는 공시를 기다린다.",
        "마을 부녀회와 청년회는 연합해 김장을 했다. 옆 마을과 동맹을 맺었다.",
        "감독은 새 외국인투수가 합류했다고 밝혔다. 주전포수는 빠졌다.",
        "이용자들은 모바일게임이 인수 대상이 됐다는 소식에 놀랐다.",
        "공공은행 설립 법안이 발의됐다. 인터넷은행은 참여를 검토한다.",
        "신약후보물질은 임상시험에 들어갔다. 항암바이오가 주목받는다.",
        "협의체에 참여하는 기업은 늘고 있다. 컨소시엄에 스며드는 불신이 문제다.",
        "제조사가 빠진 협의체는 힘을 잃는다. 뒤늦게 컨소시엄을 꾸려도 소용없다.",
    ],
)
def test_goods_trades_and_people_are_neither_companies_nor_parties(tell, text):
    story = tell(text)
    assert story.organizations == set()
    assert not story.claims.memberships
    assert "alliance" not in {entity.split("-")[0] for entity in story.names}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("바른신문은 솔밭전자와 갈대통신이 손을 잡았다고 보도했다.", "바른신문"),
        ("꽃샘택배는 '한길 컨소시엄'이 9일 출범했다고 밝혔다.", "꽃샘택배"),
        ("여울물류는 지난해 5월 '한길 컨소시엄'이 출범할 때부터 로봇을 대 왔다.", "여울물류"),
    ],
)
def test_who_only_tells_of_a_tie_is_no_party_of_it(tell, text, absent):
    assert absent not in {member for _, member, _, _ in tell(text).members}


def test_a_day_in_brackets_says_which_day_is_meant(tell):
    story = tell("솔밭전자와 갈대통신은 어제(7일) 업무협약을 체결했다.")
    assert {c.since.value for c in story.claims.memberships if c.since} == {"2026-03-07"}


def test_a_venture_makes_goods_without_being_founded_by_that(tell):
    text = "완구 업체 고래놀이와 게임사 달토끼게임즈가 합작법인 '고래토끼'를 설립한다. 고래토끼는 인형을 만든다."
    assert [e.event_type for e in tell(text).claims.events] == ["joint_venture"]


def test_companies_listed_as_english_founders_are_members(tell):
    text = (
        "Three companies including Naver, Kakao and LG Electronics launched the Blue Grid Alliance in March.\n"
        "The other founding members are KT and SK Telecom."
    )
    members = {member for alliance, member, _, _ in tell(text, title="New grid body").members}
    assert members == {"네이버", "카카오", "LG전자", "KT", "SK텔레콤"}


def test_the_place_at_the_head_of_an_english_story_is_no_party(tell):
    text = "CHUNCHEON, Gangwon Province -- Naver and Kakao launched the Blue Grid Alliance on Monday."
    assert {member for _, member, _, _ in tell(text, title="New grid body").members} == {"네이버", "카카오"}
