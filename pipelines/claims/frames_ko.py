"""Korean frames: which predicates, with which nouns and cases, say what about alliances and events.

Order matters: the first frame that matches a clause is its reading. No row names a company, an outlet or an article.
"""

from __future__ import annotations

from pipelines.claims.clause import AT, BARE, BY, COMPLEMENT, OBJECT, PURPOSE, SUBJECT, TO, TOPIC
from pipelines.claims.frame import NONE, REQUIRED, Frame
from pipelines.claims.modality import CANCELLED, DENIED, DONE, FORMER, ONGOING, PLANNED, PRESENT, RUMOURED, TALKS

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
TALK = {DONE: "done", ONGOING: "under_discussion", PRESENT: "under_discussion", TALKS: "under_discussion", PLANNED: "under_discussion", FORMER: "done"}  # fmt: skip

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
)
COOPERATION = (
    "협력", "협업", "제휴", "협약", "양해각서", "MOU", "동맹", "연합", "파트너십", "지분", "합작", "합병", "공동", "자본관계", "얼라이언스", "연대", "인수", "투자",
)  # fmt: skip
STRUCTURES = ("연합체", "동맹", "연합전선", "연합군", "컨소시엄", "협의체", "얼라이언스", "연합", "협력체")
JOINT = ("합작법인", "합작사", "합작회사", "조인트벤처", "합작투자회사", "합작기업")
SHARES = ("지분", "주식", "자사주", "신주", "자기주식")
COMMERCE = ("공급계약", "납품", "판매계약", "광고계약", "후원", "전속계약", "임대차", "매매계약")

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
MAKE = frozenset({"꾸리", "만들", "구성하", "이루", "세우", "설립하", "설립되", "띄우", "신설하", "두", "탄생하", "탄생시키", "나오", "구축하", "짜", "뜨", "만들어지", "이룩하", "결성"})  # fmt: skip
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
    }
)
BELONG = frozenset({"참여하", "들어오", "들어가", "몸담", "속하", "소속되", "포함되", "포함하", "함께하", "활동하", "가입하", "참가하", "합류하", "있", "이름"})  # fmt: skip
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
END = frozenset({"해지하", "해지되", "종료하", "종료되", "파기하", "파기되", "청산하", "청산되", "해산하", "해산되", "해체하", "해체되", "끝내", "끝나", "끊", "결렬되", "무산되", "철회하", "중단하", "중단되", "백지화하", "백지화되", "정리하", "접"})  # fmt: skip

FRAMES: tuple[Frame, ...] = (
    Frame(
        "deny",
        frozenset({"부인하", "일축하", "반박하", "사실무근이"}),
        {DONE: "done", PRESENT: "done", ONGOING: "done", DENIED: "done"},
        event="deny",
        agent_role="speaker",
        companions=(),
        alliance=NONE,
        types=frozenset({"org", "person"}),
        confidence=0.6,
    ),
    Frame(
        "swap",
        frozenset({"교환하", "맞바꾸", "맞교환하", "스왑하", "주고받", "나누", "바꾸"}),
        ACT,
        event="equity_swap",
        tie="deal",
        nouns=SHARES,
        alliance=NONE,
        least=2,
    ),
    Frame(
        "joint_venture",
        FOUND | MAKE,
        ACT,
        event="joint_venture",
        tie="joint_venture",
        nouns=JOINT,
        least=2,
    ),
    Frame(
        "composed",
        frozenset({"구성되", "이루어지", "이뤄지", "꾸려지", "꾸리", "결성되", "구성하", "짜이"}),
        {DONE: "done", ONGOING: "done", PRESENT: "done", FORMER: "done"},
        tie="listing",
        alliance=REQUIRED,
        alliance_cases=(TOPIC, SUBJECT, OBJECT),
        agents=(BY,),
        companions=(),
        least=2,
    ),
    Frame(
        "found",
        FOUND,
        ACT,
        event="found_alliance",
        tie="found",
        alliance=REQUIRED,
        alliance_cases=(OBJECT, BARE, TOPIC, SUBJECT, COMPLEMENT),
        least=0,
        lone_agent_role="initiator",
    ),
    Frame(
        "make",
        MAKE,
        ACT,
        event="found_alliance",
        tie="found",
        alliance=REQUIRED,
        alliance_cases=(OBJECT, BARE),
        least=0,
        lone_agent_role="initiator",
        confidence=0.7,
    ),
    Frame(
        "emerge",
        frozenset({"나오", "탄생하", "설립되", "뜨", "생기", "만들어지"}),
        ACT,
        event="found_alliance",
        tie="found",
        alliance=REQUIRED,
        alliance_cases=(SUBJECT, TOPIC),
        least=0,
        agents=(BY,),
        confidence=0.6,
    ),
    Frame(
        "belong",
        BELONG,
        STATE,
        tie="listing",
        alliance=REQUIRED,
        alliance_cases=(TO, BARE, TOPIC, COMPLEMENT, BY),
        agents=(SUBJECT, TOPIC, BARE),
    ),
    Frame(
        "belonged",
        BELONG,
        {FORMER: "done"},
        tie="former",
        alliance=REQUIRED,
        alliance_cases=(TO, BARE, TOPIC),
        agents=(SUBJECT, TOPIC, BARE),
    ),
    Frame(
        "join",
        ENTER,
        {**ACT, CANCELLED: "denied"},
        event="join",
        tie="join",
        alliance=REQUIRED,
        alliance_cases=(TO, BARE, BY, OBJECT, PURPOSE, SUBJECT),
        companions=(),
        agent_role="initiator",
    ),
    Frame(
        "leave",
        LEAVE,
        ACT,
        event="leave",
        tie="leave",
        alliance=REQUIRED,
        alliance_cases=(OBJECT, AT, TO, BARE),
        companions=(),
        agent_role="initiator",
    ),
    Frame(
        "lead",
        frozenset({"주도하", "이끌", "주관하", "총괄하", "리드하"}),
        {DONE: "", ONGOING: "", PRESENT: "", FORMER: ""},
        tie="lead",
        alliance=REQUIRED,
        alliance_cases=(OBJECT,),
        companions=(),
    ),
    Frame(
        "chair",
        frozenset({"맡"}),
        {DONE: "", ONGOING: "", PRESENT: ""},
        tie="lead",
        nouns=("의장사", "간사", "주관사", "주관기관", "대표기관"),
        alliance=REQUIRED,
        alliance_cases=(OBJECT, TO, TOPIC),
        companions=(),
    ),
    Frame(
        "sign",
        frozenset({"체결하", "맺", "서명하", "체결되", "교환하", "조인하"}),
        ACT,
        event="sign_mou",
        tie="sign",
        nouns=AGREEMENTS,
        excluded=COMMERCE,
        least=2,
        lone_agent_role="initiator",
    ),
    Frame(
        "league",
        FOUND | MAKE | {"맺", "체결하"},
        ACT,
        event="found_alliance",
        tie="pair",
        nouns=STRUCTURES,
        excluded=COMMERCE,
        alliance=NONE,
        least=2,
        confidence=0.6,
    ),
    Frame(
        "hands",
        frozenset({"잡", "맞잡"}),
        ACT,
        tie="pair",
        nouns=("손",),
        alliance=NONE,
        least=2,
        confidence=0.7,
    ),
    Frame(
        "ally",
        frozenset({"손잡", "제휴하", "동맹하", "연합하", "뭉치"}),
        ACT,
        tie="pair",
        alliance=NONE,
        least=2,
        confidence=0.6,
    ),
    Frame(
        "propose",
        frozenset({"제안하", "제의하", "요청하", "내밀"}),
        {DONE: "done", ONGOING: "done", PRESENT: "planned", PLANNED: "planned"},
        event="propose",
        tie="propose",
        nouns=(*COOPERATION, "합류", "참여", "가입", "손", "절차", "안건"),
        alliance=NONE,
        objects=(TO, OBJECT, AT),
        least_others=1,
        agent_role="initiator",
        companion_role="counterparty",
        types=frozenset({"org", "person"}),
    ),
    Frame(
        "talk",
        frozenset({"논의하", "협의하", "협상하", "조율하", "의논하", "상의하", "교섭하", "나누", "이야기하"}),
        TALK,
        event="discuss",
        tie="talk",
        nouns=(*COOPERATION, "방안", "협상"),
        alliance=NONE,
        least=2,
        types=frozenset({"org", "person"}),
    ),
    Frame(
        "consider",
        frozenset({"추진하", "검토하", "타진하", "모색하"}),
        {DONE: "under_discussion", ONGOING: "under_discussion", PRESENT: "under_discussion", TALKS: "under_discussion"},
        event="discuss",
        tie="talk",
        nouns=("협력", "협업", "제휴", "협약", "양해각서", "MOU", "동맹", "파트너십", "연합"),
        alliance=NONE,
        least=2,
        types=frozenset({"org", "person"}),
        confidence=0.6,
    ),
    Frame(
        "meet",
        frozenset({"만나", "회동하"}),
        {DONE: "done", FORMER: "done"},
        event="discuss",
        alliance=NONE,
        objects=(OBJECT,),
        object_role="party",
        least=2,
        types=frozenset({"org", "person"}),
        confidence=0.5,
    ),
    Frame(
        "acquire",
        frozenset({"인수하", "합병하", "인수합병하"}),
        ACT,
        event="acquire",
        alliance=NONE,
        objects=(OBJECT, BARE),
        excluded=("신주",),
        agents=(TOPIC, SUBJECT),
        least_others=1,
        agent_role="acquirer",
        object_role="target",
        modifiers_count=True,
    ),
    Frame(
        "invest",
        frozenset({"투자하", "출자하", "지분투자하"}),
        ACT,
        event="invest",
        alliance=NONE,
        objects=(TO,),
        agents=(TOPIC, SUBJECT),
        least_others=1,
        agent_role="investor",
        companion_role="investor",
        object_role="investee",
        modifiers_count=True,
    ),
    Frame(
        "stake",
        frozenset({"취득하", "매입하", "사들이", "확보하"}),
        ACT,
        event="invest",
        nouns=SHARES,
        alliance=NONE,
        objects=(OBJECT, BARE),
        agents=(TOPIC, SUBJECT),
        least_others=1,
        agent_role="investor",
        object_role="investee",
        modifiers_count=True,
        confidence=0.6,
    ),
    Frame(
        "part",
        frozenset({"결별하", "갈라서"}),
        ACT,
        event="terminate",
        tie="end",
        alliance=NONE,
        least=2,
        lone_agent_role="initiator",
        companion_role="counterparty",
    ),
    Frame(
        "end",
        END,
        ACT,
        event="terminate",
        tie="end",
        nouns=(*AGREEMENTS, "협력", "동맹", "합작", "협의체", "컨소시엄", "지분교환", "협상", "인수", "합병", "관계"),
        excluded=COMMERCE,
        alliance=NONE,
        least=2,
        lone_agent_role="initiator",
        companion_role="counterparty",
        confidence=0.6,
    ),
    Frame(
        "extend",
        frozenset({"연장하", "갱신하"}),
        ACT,
        event="extend",
        tie="sign",
        nouns=AGREEMENTS,
        alliance=NONE,
        least=2,
    ),
)

# Verbs under which a noun of action is read as the act: '합류를 확정했다', '체결에 합의했다'.
SUPPORTS = frozenset(
    {"검토하", "논의하", "협의하", "추진하", "확정하", "합의하", "결정하", "완료하", "마치", "앞두", "공식화하", "타진하", "진행하", "선언하", "예고하", "저울질하", "마무리하", "성공하", "협상하", "성사되", "성사시키", "이루어지", "이뤄지", "발표하"}
)  # fmt: skip
TRIGGERS = frozenset(lemma for frame in FRAMES for lemma in frame.lemmas)

# A list of parties in the genitive before a structure's name makes them its members: 'A와 B의 합작사 C'.
APPOSITIONS = (*JOINT, "협의체", "컨소시엄", "연합체", "얼라이언스", "합작")
APPOSITION = Frame(
    "apposition", frozenset(), {PRESENT: "done"}, tie="listing", alliance=REQUIRED, least=2, confidence=0.7
)
