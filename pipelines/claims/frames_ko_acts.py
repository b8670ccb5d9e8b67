"""Korean frames of what becomes of a tie: it ends, is called off or extended, launches something, meets a regulator.

They are tried before the frames of agreements, whose nouns they share. No row names a company, an outlet or an article.
"""

from __future__ import annotations

from pipelines.claims.clause import AT, BARE, OBJECT, SUBJECT, TOPIC
from pipelines.claims.frame import NONE, REQUIRED, Frame
from pipelines.claims.frames_ko_words import ACT, AGREEMENTS, COMMERCE, END
from pipelines.claims.modality import DONE, FORMER, ONGOING, PLANNED, PRESENT

CALLED_OFF = END | {
    "무산되",
    "철회하",
    "철회되",
    "결렬되",
    "포기하",
    "틀어지",
    "깨지",
    "엎어지",
    "거두",
    "취소하",
    "취소되",
}
TOGETHER = (
    *AGREEMENTS, "협력", "협업", "제휴", "동맹", "합작", "공동", "연대", "협의체", "컨소시엄", "지분교환", "동반자",
)  # fmt: skip
TAKEOVERS = ("인수", "합병", "경영통합", "매각")

ACT_FRAMES: tuple[Frame, ...] = (
    Frame(
        "takeover_off",
        CALLED_OFF,
        ACT,
        event="terminate",
        nouns=TAKEOVERS,
        alliance=NONE,
        agents=(TOPIC, SUBJECT),
        objects=(OBJECT, SUBJECT, TOPIC, BARE),
        least=2,
        object_role="party",
        modifiers_count=True,
    ),
    Frame(
        "end_of",
        CALLED_OFF,
        ACT,
        event="terminate",
        tie="end",
        nouns=TOGETHER,
        excluded=COMMERCE,
        alliance=NONE,
        objects=(SUBJECT, TOPIC, OBJECT),
        least=2,
        lone_agent_role="initiator",
        companion_role="counterparty",
        object_role="party",
        modifiers_count=True,
        confidence=0.6,
    ),
    Frame(
        "extension",
        frozenset({"연장하", "연장되", "갱신하", "갱신되"}),
        {DONE: "done", FORMER: "done", ONGOING: "done", PRESENT: "planned", PLANNED: "done"},
        event="extend",
        tie="sign",
        nouns=(*TOGETHER, "계약"),
        excluded=("공급계약", "납품", "광고계약", "후원", "전속계약", "임대차", "매매계약"),
        alliance=NONE,
        objects=(SUBJECT, TOPIC, OBJECT),
        least=2,
        object_role="party",
        modifiers_count=True,
    ),
    Frame(
        "offered",
        frozenset({"제안되", "제의되", "요청되"}),
        {DONE: "done", ONGOING: "done"},
        event="propose",
        tie="propose",
        nouns=TOGETHER,
        alliance=NONE,
        agents=(TOPIC, SUBJECT),
        objects=(AT,),
        least_others=1,
        agent_role="counterparty",
        object_role="initiator",
        companions=(),
    ),
    Frame(
        "ruling",
        frozenset({"승인하", "불허하", "인가하", "허가하", "허용하", "금지하", "불승인하"}),
        {DONE: "done", ONGOING: "done", PRESENT: "planned", PLANNED: "planned", FORMER: "done"},
        event="policy",
        nouns=("기업결합", "인수", "합병", "결합", "통합", "합작"),
        alliance=NONE,
        agents=(TOPIC, SUBJECT),
        objects=(OBJECT,),
        least_others=1,
        agent_role="regulator",
        object_role="party",
        modifiers_count=True,
        companions=(),
    ),
    Frame(
        "launch_together",
        frozenset({"출시하", "선보이", "론칭하", "내놓"}),
        ACT,
        event="launch",
        alliance=NONE,
        around=("함께", "공동"),
        least=2,
        finite=True,
        confidence=0.5,
    ),
    Frame(
        "launch_of_body",
        frozenset({"출시하", "선보이", "론칭하", "내놓"}),
        ACT,
        event="launch",
        excluded=("목표", "계획", "전략", "로드맵", "청사진"),
        alliance=REQUIRED,
        alliance_cases=(TOPIC, SUBJECT),
        least=0,
        own_agents=True,
        finite=True,
        confidence=0.5,
    ),
    Frame(
        "plan_of_body",
        frozenset({"내놓", "공개하", "발표하", "제시하"}),
        ACT,
        event="announce",
        nouns=("목표", "계획", "전략", "로드맵", "청사진"),
        alliance=REQUIRED,
        alliance_cases=(TOPIC, SUBJECT),
        least=0,
        own_agents=True,
        finite=True,
        confidence=0.5,
    ),
)
