"""Words of posts and honorifics, Korean and English, and of those that write or take pictures.

A table only; people.py reads it.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# a word that ends in one of these, beside a name, is a post
POST_ENDINGS = words(
    """
    회장 부회장 사장 부사장 이사장 대표 대표이사 공동대표 각자대표 총괄대표 사업대표 전무 상무 상무보 이사 본부장
    부문장 센터장 실장 그룹장 팀장 담당 담당임원 행장 은행장 총장 부총장 교수 원장 부원장 소장 연구소장 연구원장
    장관 차관 대통령 총리 부총리 의장 부의장 의원 위원장 부위원장 시장 지사 도지사 청장 국장 과장 총재 총괄
    총괄사장 단장 조합장 협회장 학장 처장 감독 고문 수석 비서관 대사 최고경영자 최고기술책임자 최고전략책임자
    최고재무책임자 창업자 설립자 사업부장 지점장 사령관 변호사 박사 연구위원 애널리스트 연구원 법인장 지사장 점장
    주필 부장 차장
    """
)
LATIN_POSTS = words("CEO CTO CFO COO CSO CIO CMO CPO CDO CBO CISO CCO CAIO EVP SVP VP")
# posts that may be written onto the name of an organization without a space
POSTS_AFTER_NAMES = frozenset(
    {"회장", "사장", "부사장", "부회장", "대표", "대표이사", "장", "총장", "원장", "행장", "이사장"}
)
# those who write and photograph: never people of the story
REPORTERS = words("기자 특파원 인턴기자 선임기자 객원기자 앵커 논설위원 편집국장 에디터")

# words that end like a post and are none
NOT_POSTS = words("주차장 감사장 행사장 공사장 회의장 경기장 국회의원 병의원 한의원 장면 광장 공장")

# '…CEO Koo Hyun-mo', 'Koo Hyun-mo, chief executive of …'
ENGLISH_POSTS = (
    "CEO",
    "CTO",
    "CFO",
    "COO",
    "CIO",
    "Chairman",
    "Chairwoman",
    "President",
    "Vice President",
    "Vice Chairman",
    "Executive Vice President",
    "Chief Executive Officer",
    "Chief Executive",
    "Chief Technology Officer",
    "Minister",
    "Professor",
    "Director",
    "chairman",
    "president",
    "vice president",
    "executive vice president",
    "chief executive officer",
    "chief executive",
    "chief technology officer",
    "chief",
    "co-founder",
    "founder",
    "minister",
    "director",
    "spokesman",
    "spokeswoman",
)
ENGLISH_HONORIFICS = words("Mr. Ms. Mrs. Dr. Mr Ms Dr")
