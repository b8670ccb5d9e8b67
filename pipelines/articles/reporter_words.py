"""Words and patterns by which bylines are known. Data only; bylines.py is the engine."""

from __future__ import annotations

# Statistics Korea, census of surnames: those that cover nearly everyone, and the compound ones.
SURNAMES = frozenset(
    "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 "
    "차 주 우 구 민 진 나 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 "
    "육 인 맹 제 모 탁 국 어 은 편 용 예 봉 경 사 부 가 복 태 목 형 피 두 감 음 빈 동 온 호 범 좌 팽 승 간 상 "
    "시 갈 라 량 리 련 림".split()
)
COMPOUND_SURNAMES = frozenset("남궁 황보 제갈 사공 선우 서문 독고 동방".split())
# What stands before "기자" without being a name; nor is one of these with the ending of a department.
NOT_NAMES = frozenset(
    "경제 정치 사회 문화 국제 산업 금융 증권 사진 영상 편집 담당 취재 본지 전문 선임 인턴 수습 객원 시민 여성 "
    "청년 대학생 현장 외신 국내외 방송 신문 온라인 디지털 이날 당시 한국 현지 일부 모든 여러 복수 소속 출입 "
    "우리 전직 현직 동료 "
    # Places where reporters are, as far as they look like names.
    "도쿄 오사카 나고야 상하이 홍콩 방콕 하노이 마닐라 서울 부산 인천 전주 제주 강릉 안동 원주 천안 성남 안산 안양 "
    "김포 구미 진주 여수 양산".split()
)
ROLES = (
    r"(?:선임|전문|인턴|수습|객원|시민) ?기자|대기자|기자|특파원|통신원|논설위원|논설주간|편집위원|리포터|에디터|"
    "앵커|아나운서|칼럼니스트|PD"
)
NAME = "(?!(?:선임|전문|인턴|수습|객원|시민)? ?기자)[가-힣]{2,4}"
NAMES = rf"{NAME}(?:\s*[·,ㆍ]\s*{NAME})*"
EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
OUTLET = r"[^\[\]()【】|│=·/,]{1,24}?"
CITY = "[가-힣]{2,8}(?:·[가-힣]{2,8})?"
# What stands between name and role: a reporter's department, where a correspondent is, what an expert writes on.
DEPARTMENT = "(?: [가-힣]{1,8}(?:부|팀|국)| ?[가-힣]{2,8}(?= ?특파원)| [가-힣A-Z]{1,8}(?=(?:전문|선임) ?기자))?"
# In fields that hold nothing but authors, a slash or a space may part them too.
LISTED_NAMES = rf"{NAME}(?:(?:\s*[·,ㆍ/&、]\s*| ){NAME})*"
# Words before the names in such a field.
BEFORE_NAMES = r"(?:기자명|작성자|글쓴이|필자|취재|글|기자)\s*[:=|]?\s+"
DEPARTMENTS = ("부", "팀", "국")
# Ends by which a word beside a name is known as a place, a department or a paper.
NOT_NAME_ENDS = ("부", "팀", "국", "도", "시", "군", "구", "지사", "뉴스", "일보", "신문")
# A newsroom that signs in place of a reporter.
DESK = (
    "(?:온라인|디지털|인터넷|모바일|영상)? ?(?:뉴스|이슈|콘텐츠|취재|편집|보도|속보|미디어) ?(?:팀|부|국|센터|룸)|"
    "(?:온라인|디지털|인터넷) ?(?:팀|부|국)"
)

# Prefixes of a first paragraph; `names` is what they name. Each is removed with what it matches.
PREFIXES = (
    rf"[\[【(]\s*{OUTLET}\s+(?P<names>{NAMES})\s*(?:{ROLES})\s*[\]】)]\s*(?:=|[:：])?",
    rf"[\[【(]\s*{OUTLET}\s*[│|ㅣ∣=/·]\s*(?:{CITY}\s*[=/]\s*)?(?P<names>{NAMES})\s*(?:{ROLES})\s*[\]】)]\s*(?:=|[:：])?",
    rf"[\[【(]\s*(?P<names>{NAMES})\s*(?:{ROLES})\s*[\]】)]\s*(?:=|[:：])?",
    rf"[\[【(]\s*{CITY}\s*=\s*{OUTLET}\s*[\]】)]\s*(?P<names>{NAMES})\s*(?:{ROLES})\s*=",
    rf"[\[【(]\s*{OUTLET}\s*[\]】)]\s*(?P<names>{NAMES})\s*(?:{ROLES})\s*=?",
    rf"(?P<names>{NAMES})\s*(?:{ROLES})\s*=",
    rf"[\[【(]\s*{CITY}\s*=\s*{OUTLET}\s+(?P<names>{NAMES})\s*(?:{ROLES})\s*[\]】)]\s*=?",
    rf"[\[【(]\s*{CITY}\s*=\s*{OUTLET}\s*[\]】)]\s*=?",
    rf"[\[【(]\s*(?:{OUTLET}\s+)?(?:{DESK})\s*[\]】)]\s*=?",
)
# Lines that name reporters and say nothing else.
LINES = (
    (
        rf"(?:글|취재|사진|글·사진)?\s*[/=:：]?\s*(?:{OUTLET}\s*[=│|/]\s*|{OUTLET}\s+)?(?P<names>{NAMES}){DEPARTMENT}\s*(?:{ROLES})"
        rf"(?:\s*[\[(]?\s*{EMAIL}\s*[\])]?)?\s*(?:입니다)?[.]?"
    ),
    rf"[\[(【<]\s*(?:{OUTLET}\s*[=│|/]\s*|{OUTLET}\s+)?(?P<names>{NAMES})\s*(?:{ROLES})?\s*[/(]?\s*(?:{EMAIL})?\s*\)?[\])】>]",
    rf"[/=]\s*(?P<names>{NAMES})\s*(?:{ROLES})?\s*(?:{EMAIL})?",
    rf"(?P<names>{NAMES})\s*(?:{ROLES})?\s*[\[(<]?\s*{EMAIL}\s*[\])>]?",
)
# Lines in which a newsroom signs, or those who filmed and cut.
UNSIGNED = (
    rf"[\[(【<]?\s*(?:{OUTLET}\s+)?(?:{DESK})\s*(?:{EMAIL})?\s*[\])】>]?",
    rf"(?:영상|촬영|그래픽|편집)[가-힣 ]{{0,4}}\s*[:：]\s*{NAME}(?:\s*[·,/|]\s*(?:[가-힣 ]{{2,6}}\s*[:：]\s*)?{NAME})*",
)
# How a reporter of a broadcaster ends.
SIGN_OFF = rf"\S{{1,10}} ?뉴스,? (?P<names>{NAME})입니다\.?"
# Reporters named at the end of the last paragraph.
SUFFIXES = (
    rf"\s*[/(\[<]\s*(?P<names>{NAMES})\s*(?:{ROLES})\s*/?\s*(?:{EMAIL})?\s*[)\]>]?",
    rf"(?<=[.!?\"”’])\s+(?P<names>{NAMES})\s*(?:{ROLES})\s*(?:[\[(<]?\s*{EMAIL}\s*[\])>]?)?",
    rf"(?<=[.!?\"”’])\s*(?:{CITY}\s*=\s*)?(?P<names>{NAMES})\s*(?:{ROLES})\s*[\[(<]?\s*{EMAIL}\s*[\])>]?",
    rf"(?<=[.!?\"”’])\s*[\[(<]?\s*{EMAIL}\s*[\])>]?",
)
ENGLISH_NAME = r"[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|al|bin|da)){1,3}"
ENGLISH_LINE = rf"(?:By|Reported by|Written by|BY)\s+(?P<names>{ENGLISH_NAME}(?:(?:\s*,\s*|\s+and\s+){ENGLISH_NAME})*)"
ENGLISH_TAIL = rf"(?:\s*[,|(].{{0,60}}|\s+{EMAIL})?"
