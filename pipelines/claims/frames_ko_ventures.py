"""Korean frames of shared capital: joint ventures, swaps of shares, who holds how much of what.

Order matters: the first frame that matches a clause is its reading. No row names a company, an outlet or an article.
"""

from __future__ import annotations

from pipelines.claims.clause import BARE, OBJECT, SUBJECT, TOPIC
from pipelines.claims.frame import NONE, REQUIRED, Frame
from pipelines.claims.frames_ko_words import ACT, FOUND, JOINT, MAKE, OPEN, SHARES, STATE
from pipelines.claims.modality import DONE, ONGOING, PRESENT

VENTURE_FRAMES: tuple[Frame, ...] = (
    Frame(
        "swap",
        frozenset({"교환하", "맞바꾸", "맞교환하", "스왑하", "주고받", "나누", "바꾸"}),
        ACT,
        event="equity_swap",
        tie="deal",
        nouns=SHARES,
        alliance=NONE,
        objects=(BARE,),
        object_role="party",
        modifiers_count=True,
        least=2,
    ),
    Frame(
        "swap_contract",
        frozenset({"체결하", "맺"}),
        ACT,
        event="equity_swap",
        tie="deal",
        nouns=tuple(
            f"{share}{swap}{paper}"
            for share in SHARES
            for swap in ("교환", "맞교환", "스와프", "스왑")
            for paper in ("계약", "협약")
        ),
        alliance=NONE,
        least=2,
    ),
    Frame(
        "mutual_stakes",
        frozenset({"사들이", "매입하", "취득하", "인수하", "보유하", "갖", "가지", "확보하"}),
        {**ACT, PRESENT: "done"},
        event="equity_swap",
        tie="deal",
        nouns=SHARES,
        around=("서로", "상호", "상대방", "상대 회사", "상대 기업", "상대사", "상대편"),
        alliance=NONE,
        least=2,
    ),
    Frame(
        "joint_venture",
        FOUND | MAKE | {"짓", "건설하", "건립하", "차리"},
        ACT,
        event="joint_venture",
        tie="joint_venture",
        nouns=JOINT,
        least=2,
    ),
    Frame(
        "venture_pursued",
        frozenset({"추진하", "검토하", "논의하", "협의하", "타진하", "모색하"}),
        OPEN,
        event="joint_venture",
        tie="joint_venture",
        nouns=JOINT,
        alliance=NONE,
        least=2,
    ),
    Frame(
        "venture_run",
        frozenset({"운영하", "가동하", "꾸리", "이어오", "잇"}),
        {ONGOING: "done", PRESENT: "done"},
        event="joint_venture",
        tie="joint_venture",
        nouns=("조인트벤처", *JOINT),
        alliance=NONE,
        least=2,
        least_others=1,
        confidence=0.6,
    ),
    Frame(
        "venture_together",
        frozenset({"합작하"}),
        ACT,
        event="joint_venture",
        tie="joint_venture",
        excluded=("영화", "드라마", "애니메이션", "작품"),
        alliance=NONE,
        least=2,
        confidence=0.6,
    ),
    Frame(
        "own",
        frozenset({"갖", "가지", "보유하", "나눠갖", "소유하", "출자하"}),
        {**STATE, DONE: "done"},
        tie="joint_venture",
        nouns=SHARES,
        alliance=REQUIRED,
        alliance_cases=(TOPIC, OBJECT),
        agents=(SUBJECT,),
        companions=(),
        least=2,
    ),
)
