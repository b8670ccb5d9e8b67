"""All Korean frames, in the order in which they are tried, and what the engine needs beside them.

The first frame that matches a clause is its reading: the more special groups come first.
"""

from __future__ import annotations

from pipelines.claims.frame import REQUIRED, Frame
from pipelines.claims.frames_ko_acts import ACT_FRAMES
from pipelines.claims.frames_ko_agreements import AGREEMENT_FRAMES
from pipelines.claims.frames_ko_deals import DEAL_FRAMES, TAKEOVER_FRAMES
from pipelines.claims.frames_ko_places import PLACE_FRAMES
from pipelines.claims.frames_ko_structures import STRUCTURE_FRAMES
from pipelines.claims.frames_ko_ventures import VENTURE_FRAMES
from pipelines.claims.frames_ko_words import JOINT
from pipelines.claims.modality import PRESENT

FRAMES: tuple[Frame, ...] = (
    *VENTURE_FRAMES,
    *PLACE_FRAMES,
    *STRUCTURE_FRAMES,
    *TAKEOVER_FRAMES,
    *ACT_FRAMES,
    *AGREEMENT_FRAMES,
    *DEAL_FRAMES,
)

# Verbs under which a noun of action is read as the act: '합류를 확정했다', '체결에 합의했다'.
SUPPORTS = frozenset(
    {
        "검토하", "논의하", "협의하", "추진하", "확정하", "합의하", "결정하", "완료하", "마치", "앞두",
        "공식화하", "타진하", "진행하", "선언하", "예고하",
        "저울질하", "마무리하", "성공하", "협상하", "성사되", "성사시키", "이루어지", "이뤄지", "발표하",
        "부인하", "일축하", "반박하", "하", "거부하", "거절하", "알리", "통보하", "밝히",
        "나서", "착수하", "돌입하", "승인되", "확정되", "늘", "늘어나", "커지",
    }
)  # fmt: skip
TRIGGERS = frozenset(lemma for frame in FRAMES for lemma in frame.lemmas)

# A list of parties in the genitive before a structure's name makes them its members: 'A와 B의 합작사 C'.
APPOSITIONS = (*JOINT, "협의체", "컨소시엄", "연합체", "얼라이언스", "합작")
APPOSITION = Frame(
    "apposition", frozenset(), {PRESENT: "done"}, tie="listing", alliance=REQUIRED, least=2, confidence=0.7
)
