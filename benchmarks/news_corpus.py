"""A fixed corpus of made-up Korean news: 500 articles, one in twenty about an alliance, of 1,200 characters or so.

The same seed gives the same texts on any machine. Companies and people are made up; places, teams' cities and the words
between them are those of daily news, so that finders meet dates, amounts, posts and names in their usual density.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from html import escape

PAGES, SEED = 500, 20
# one page in so many is about an alliance
EVERY = 20
MEDIAN, SPREAD = 1_200, 0.45
SHORTEST, LONGEST = 350, 6_000

SYLLABLES = "가 나 다 라 마 바 사 아 자 차 노 도 로 모 보 소 오 초 루 무 수 온 솔 별 빛 샘 들 름 림 벗".split()
TAILS = "전자 통신 화학 건설 제약 자동차 은행 카드 게임즈 에너지 물산 항공 해운 식품 소프트 바이오".split()
SURNAMES = "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권".split()
GIVEN = "민준 서연 도윤 하은 지호 수아 예준 지우 시우 유진 현우 서현 정훈 미경 상철 은정 영호 재희".split()
PLACES = "서울 부산 대구 인천 광주 대전 울산 세종 수원 창원 전주 청주 제주 포항 춘천".split()
POSTS = "사장 대표 부사장 회장 본부장 연구소장 전무 상무".split()
FIELDS = "인공지능 수소 배터리 자율주행 클라우드 블록체인 반도체 로봇 전기차 양자통신".split()
HEADS = "얼라이언스 협의체 컨소시엄 원팀 카운슬".split()

ALLIANCE = """
{org}와 {org2}가 {field} 사업을 위한 업무협약을 체결했다고 {day}일 밝혔다.
{org}는 지난 {day}일 {place}에서 {org2}, {org3} 등과 '{front} {head}' 출범식을 열었다.
'{front} {head}'에는 {org}, {org2}, {org3} 등 3사가 창립 회원으로 참여한다.
{org4}는 {month}월 '{front} {head}'에 합류했다.
{name} {org} {post}은 "두 회사의 기술을 합쳐 {field} 시장을 넓히겠다"고 말했다.
양사는 내년까지 {amount}억 원을 공동으로 투자한다.
3사는 올해 하반기 {place}에 공동 연구소를 세울 계획이다.
{org2} 관계자는 "참여 여부를 검토하고 있다"고 설명했다.
이번 협약에 따라 {org}는 설비를 제공하고 {org2}는 운영을 맡는다.
{org3}는 협의체 탈퇴를 결정했다고 {year}년 {month}월 공시했다.
이 협의체는 {year}년 {month}월 {day}일 결성됐으며 회원사는 {count}곳이다.
{org}와 {org4}는 지분을 절반씩 갖는 합작법인을 설립하기로 했다.
"""
OTHER = """
{place}의 낮 최고 기온은 {count}도까지 오르겠고 곳에 따라 소나기가 내리겠다.
경찰은 {day}일 오전 {count}시께 신고를 받고 출동해 현장을 수습했다고 전했다.
주민들은 도로가 막혀 출근길에 큰 불편을 겪었다고 입을 모았다.
{name} 감독은 경기가 끝난 뒤 선수들이 끝까지 집중해 줘서 고맙다고 말했다.
홈팀은 {count}회말 2사 만루에서 나온 안타로 경기를 뒤집었다.
코스피는 전날보다 {count}.{day}포인트 내린 채 거래를 마쳤다.
원·달러 환율은 {amount}원에 마감해 한 주 만에 가장 높은 수준을 보였다.
시는 올해 예산 {amount}억 원을 들여 낡은 수도관을 바꾸기로 했다.
{org}는 {month}월 실적이 지난해 같은 기간보다 {count}% 늘었다고 밝혔다.
새 드라마는 첫 회부터 시청률 {count}%를 넘기며 순조롭게 출발했다.
영화는 한 가족이 오래된 집을 떠나며 겪는 하루를 담담하게 그린다.
전문가들은 환절기에는 물을 자주 마시고 손을 깨끗이 씻으라고 권한다.
{name} 교수는 논문에서 이 물질이 세포의 노화를 늦춘다고 설명했다.
국회 본회의는 {day}일 오후 열릴 예정이지만 여야의 의견 차이가 크다.
{place} 앞바다에서는 {day}일 새벽 어선이 고장 나 해경이 선원을 모두 구조했다.
아파트 매매 가격은 {count}주 연속 올랐으나 오름폭은 조금 줄었다.
축제는 {month}월 {day}일부터 사흘 동안 {place} 일대에서 펼쳐진다.
학교는 급식 식단을 학생들과 함께 정하는 시간을 한 달에 한 번 갖는다.
{org} 주가는 장중 한때 {count}% 넘게 떨어졌다가 오후 들어 낙폭을 줄였다.
농가에서는 때 이른 더위에 과일 수확을 열흘가량 앞당겼다.
법원은 피고인에게 징역 {count}년을 선고하고 피해를 배상하라고 명령했다.
도서관은 어린이를 위한 책 읽기 모임을 매주 토요일 오전에 연다.
{name} 시장은 취임 {count}주년을 맞아 시민들과 대화하는 자리를 마련했다.
연구팀은 {amount}명의 자료를 {count}년 동안 살펴 이런 결과를 얻었다.
관광객이 늘면서 시장 골목의 작은 식당들도 모처럼 활기를 띠었다.
다음 달 초에는 새로 단장한 공원이 시민에게 문을 연다.
선수단은 {month}월 {day}일 전지훈련을 마치고 돌아와 개막을 준비한다.
버스 요금은 내년 {month}월부터 {amount}원 오를 것으로 보인다.
"""
HEADLINES = """
{place}에 내린 비, 주말까지 이어진다
{org}, {month}월 실적 발표
{name} 감독 "끝까지 집중했다"
{place} 축제 {day}일 개막
아파트값 {count}주 연속 상승
"""
ALLIANCE_HEADLINES = """
{org}·{org2}, {field} 손잡는다
{org}-{org2}-{org3} '{front} {head}' 출범
{org4}, '{front} {head}' 합류
"""
SLOT = re.compile(r"\{(?P<slot>\w+)\}(?P<particle>[가는를와](?![가-힣]))?")
AFTER_CONSONANT = {"가": "이", "는": "은", "를": "을", "와": "과", "": ""}


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """One article: its headline, its paragraphs, its day of publication, and whether it is about an alliance."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    published: str
    is_alliance: bool

    @property
    def text(self) -> str:
        """The text as a reader sees it: headline, blank line, paragraphs with blank lines between."""
        return "\n\n".join((self.title, *self.paragraphs))

    @property
    def html(self) -> bytes:
        """The article as a page, with a head, a menu, its body and a foot."""
        body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)
        title = escape(self.title)
        return (
            f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta property="og:title" content="{title}">'
            f'<meta property="article:published_time" content="{self.published}T09:00:00+09:00"></head><body>'
            '<nav><ul><li><a href="/economy">경제</a></li><li><a href="/sports">스포츠</a></li></ul></nav>'
            f"<article><h1>{title}</h1>\n{body}</article>"
            '<footer><a href="/about">회사 소개</a></footer></body></html>'
        ).encode()


def made_articles(count: int = PAGES, seed: int = SEED) -> list[MadeArticle]:
    """The corpus; equal for equal arguments."""
    chance = random.Random(seed)  # noqa: S311  # the corpus has to be repeatable, not secret
    return [_article(chance, number) for number in range(count)]


def _article(chance: random.Random, number: int) -> MadeArticle:
    is_alliance = number % EVERY == 0
    size = min(LONGEST, max(SHORTEST, MEDIAN * chance.lognormvariate(0, SPREAD)))
    orgs = [_front(chance) + chance.choice(TAILS) for _ in range(4)]
    names = {"front": _front(chance), "head": chance.choice(HEADS), "field": chance.choice(FIELDS)}
    names |= {"org": orgs[0], "org2": orgs[1], "org3": orgs[2], "org4": orgs[3]}
    titles = _lines(ALLIANCE_HEADLINES if is_alliance else HEADLINES)
    title = _filled(chance, chance.choice(titles), names)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        # even a story of an alliance is half background
        table = ALLIANCE if is_alliance and len(paragraphs) % 2 == 0 else OTHER
        sentences = chance.sample(_lines(table), chance.randint(2, 4))
        paragraphs.append(" ".join(_filled(chance, sentence, names) for sentence in sentences))
    published = f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    return MadeArticle(number, title, tuple(paragraphs), published, is_alliance)


def _lines(table: str) -> list[str]:
    return table.strip().split("\n")


def _filled(chance: random.Random, template: str, names: dict[str, str]) -> str:
    values = {
        **names,
        "name": chance.choice(SURNAMES) + chance.choice(GIVEN),
        "post": chance.choice(POSTS),
        "place": chance.choice(PLACES),
        "day": str(chance.randint(1, 28)),
        "month": str(chance.randint(1, 12)),
        "year": str(chance.randint(2015, 2021)),
        "count": str(chance.randint(2, 30)),
        "amount": f"{chance.randint(1, 90) * 100:,}",
    }
    return SLOT.sub(lambda slot: _with_particle(values[slot["slot"]], slot["particle"] or ""), template)


def _front(chance: random.Random) -> str:
    return "".join(chance.sample(SYLLABLES, 2))


def _with_particle(name: str, particle: str) -> str:
    """A name and its particle, in the form that the name's last syllable asks for."""
    ends_closed = "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 != 0
    return name + (AFTER_CONSONANT[particle] if ends_closed else particle)
