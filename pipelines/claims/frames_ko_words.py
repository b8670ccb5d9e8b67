"""Words that more than one group of Korean frames is made of: verbs of one act, nouns of one kind, modality tables.

Tables only; verb stems are lemmas, as the morphology gives them.
"""

from __future__ import annotations

from pipelines.claims.modality import DENIED, DONE, FORMER, ONGOING, PLANNED, PRESENT, RUMOURED, TALKS
from pipelines.claims.words_ko import CHAIRS

# An act: told in the past it is done, in the present it is a plan.
ACT = {
    DONE: "done",
    FORMER: "done",
    ONGOING: "done",
    PRESENT: "planned",
    PLANNED: "planned",
    TALKS: "under_discussion",
    RUMOURED: "rumoured",
    DENIED: "denied",
}
STATE = {ONGOING: "done", PRESENT: "done"}
TALK = {
    DONE: "done", ONGOING: "under_discussion", PRESENT: "under_discussion", TALKS: "under_discussion",
    PLANNED: "under_discussion", FORMER: "done", DENIED: "denied", RUMOURED: "rumoured",
}  # fmt: skip
# What is weighed or talked over is under discussion, in whatever tense the talking is told.
OPEN = {
    DONE: "under_discussion", FORMER: "under_discussion", ONGOING: "under_discussion", PRESENT: "under_discussion",
    PLANNED: "under_discussion", TALKS: "under_discussion", RUMOURED: "rumoured", DENIED: "denied",
}  # fmt: skip

AGREEMENTS = (
    "업무협약",
    "협약",
    "양해각서",
    "MOU",
    "mou",
    "파트너십",
    "제휴",
    "협정",
    "합의서",
    "의향서",
    "LOI",
    "협력각서",
    "협력계약",
    "제휴계약",
    "합작계약",
    "공동개발계약",
    "공동연구계약",
)
# Ceremonies of signing, and of founding
SIGNINGS = ("협약식", "체결식", "조인식", "서명식")
FOUNDINGS = ("출범식", "발대식", "발족식", "창립총회", "창립식", "결성식", "창설식", "출범총회")
# What makes a contract one of working together, and contracts that trade what one party sells
JOINTLY = ("공동", "함께", "협력", "합작", "제휴", "협업", "교환", "통합", "합병", "본계약")
TRADE = ("공급", "구매", "매매", "판매", "납품", "임대", "용역", "수주", "도급", "광고", "후원", "전속", "매각", "인수")
# What those who agree on it do not do together
QUARRELS = ("소송", "분쟁", "합병", "임금", "노조", "노사", "배상", "합의금", "과징금", "주식매매")
COOPERATION = (
    "협력", "협업", "제휴", "협약", "양해각서", "MOU", "동맹", "연합", "파트너십", "지분", "합작", "합병",
    "공동", "자본관계", "얼라이언스", "연대", "인수",
    "투자",
)  # fmt: skip
STRUCTURES = ("연합체", "동맹", "연합전선", "연합군", "컨소시엄", "협의체", "얼라이언스", "연합", "협력체")
JOINT = ("합작법인", "합작사", "합작공장", "합작회사", "조인트벤처", "합작투자회사", "합작기업")
SHARES = ("지분", "주식", "자사주", "신주", "자기주식")
COMMERCE = ("공급계약", "납품", "판매계약", "광고계약", "후원", "전속계약", "임대차", "매매계약")

# Lists of members, which no one is
ROSTERS = ("회원명단", "참여명단", "명단")
LEADER_NOUNS = CHAIRS
FOUND = frozenset(
    {
        "결성하",
        "결성되",
        "발족하",
        "발족되",
        "발족시키",
        "출범하",
        "출범되",
        "출범시키",
        "창설하",
        "창립하",
        "창립되",
        "조직하",
    }
)
MAKE = frozenset(
    {"꾸리", "만들", "구성하", "이루", "세우", "설립하", "설립되", "띄우", "신설하", "두", "탄생시키", "구축하", "짜"}
)
ENTER = frozenset(
    {
        "합류하",
        "가입하",
        "합세하",
        "가세하",
        "들어오",
        "들어가",
        "동참하",
        "참여하",
        "참가하",
        "가담하",
        "함께하",
        "올라타",
        "승선하",
        "입회하",
    }
)
# Verbs that tell a state in the present tense; the others do so only in the progressive ('들어와 있다').
BELONG = frozenset({"참여하", "몸담", "속하", "소속되", "포함되", "함께하", "활동하", "있", "들", "오르", "남"})
LEAD = frozenset({"주도하", "이끌", "주관하", "총괄하", "리드하"})
LEAVE = frozenset(
    {
        "탈퇴하",
        "이탈하",
        "나가",
        "나오",
        "떠나",
        "빠지",
        "빠져나가",
        "물러나",
        "하차하",
        "그만두",
        "철수하",
        "제명되",
        "퇴출되",
    }
)
END = frozenset(
    {
        "해지하",
        "해지되",
        "종료하",
        "종료되",
        "파기하",
        "파기되",
        "청산하",
        "청산되",
        "해산하",
        "해산되",
        "해체하",
        "해체되",
        "끝내",
        "끝나",
        "끊",
        "결렬되",
        "무산되",
        "철회하",
        "중단하",
        "중단되",
        "백지화하",
        "백지화되",
        "정리하",
        "접",
    }
)
# Verbs by which a body itself ends, and the idioms of that: 'the curtain falls'
DISSOLVE = frozenset(
    {
        "해산하",
        "해산되",
        "해체하",
        "해체되",
        "청산하",
        "청산되",
        "폐지하",
        "폐지되",
        "종료하",
        "종료되",
        "끝내",
        "끝나",
        "소멸하",
        "와해되",
        "공중분해되",
    }
)
CLOSE = frozenset({"내리", "닫", "찍"})
CLOSING = ("막", "문", "마침표")  # fmt: skip
