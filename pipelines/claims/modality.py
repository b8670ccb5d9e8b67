"""How certain a clause is, read off its tail by a table; what that means for an event is each frame's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

# What a tail says. `present` is a plain present tense, which is a plan for an act and a fact for a state.
DONE, PRESENT, ONGOING, FORMER = "done", "present", "ongoing", "former"
PLANNED, TALKS, DENIED, CANCELLED, RUMOURED, IRREALIS = (
    "planned",
    "under_discussion",
    "denied",
    "cancelled",
    "rumoured",
    "irrealis",
)

KOREAN: tuple[tuple[str, str], ...] = (
    (CANCELLED, r"무산/|철회/|중단/NNG|백지화/|결렬/|포기/NNG"),
    (IRREALIS, r"면/EC|더라도/EC|ᆯ/ETM 수/NNB"),
    (IRREALIS, r"(결정|확정)/NNG 되/XSV ᆫ/ETM 바/NNB (는/JX |가/JKS )?없"),
    (DENIED, r"사실무근|사실/NNG (이|과|은|는)/J\w+ (아니|다르)|아니/VCN|부인/NNG|^지/EC (는/JX |도/JX )?(않|못하)/VX|계획/NNG 이/JKS 없|ᆯ/ETM (계획|생각|뜻|의사)/NNG (은|는|이|가|도)/J\w+ 없"),
    (IRREALIS, r"(어야|아야|여야|라야|야)/EC|^기/ETN (위하|에|때문|전)|ᆯ지/EC|는지/EC|을지/EC|^자고/EC|^자/EC|^려면/EC|필요/NNG|희망/NNG|기대/NNG|요구/NNG|촉구/NNG"),
    (TALKS, r"검토/NNG|논의/NNG|협의/NNG|타진/NNG|고려/NNG|모색/NNG|저울질/|조율/NNG|거론/NNG|가능성/NNG"),
    (RUMOURED, r"전망/NNG|관측/NNG|것/NNB (으로|이)/J\w+ 보이|ᆯ/ETM 듯|소문/NNG|ᆫ다는/ETM (보도|설|이야기|얘기|의혹|관측)"),
    (PLANNED, r"기/ETN 로/JKB|키/NNG 로/JKB|예정/NNG|계획/NNG|방침/NNG|ᆯ/ETM (것|구상|생각|뜻|목표|방향)|을/ETM 것|(려고|으려고|고자)/EC|겠/EP|겠다|앞두/VV|예고/NNG|합의/NNG|결정/NNG|확정/NNG|약속/NNG|추진/NNG|꾀하/VV|려/EC 하|의향/NNG|의사/NNG"),
    (FORMER, r"^(었|았|였)/EP 던/ETM|^던/ETM"),
    (ONGOING, r"(고|어|아|여)/EC (는/JX )?(있|오)/VX|^중/NNB|는/ETM 중/NNB|단계/NNG"),
    (DONE, r"(었|았|였|했)/EP|^(ᆫ|은)/ETM|ᆫ/ETM (바|것|사실|지|뒤|후|이후|직후|자리|상태|데|적|셈)|^ᆫ/ETM"),
)  # fmt: skip
ENGLISH: tuple[tuple[str, str], ...] = (
    (DENIED, r"\b(not|never|denied|denies|deny|no plans?)\b"),
    (CANCELLED, r"\b(scrapped|called off|abandoned|dropped plans)\b"),
    (TALKS, r"\b(in talks|considering|considers?|discussing|discuss|mulling|weighing|exploring|may|might|could|suggested|possible|negotiating)\b"),
    (PLANNED, r"\b(will|plans?|planned|agreed to|agrees to|set to|to be|intends?|aims?|expected|preferred bidder|due to|decided to|is to|are to)\b"),
    (IRREALIS, r"\b(if|should|would|whether|unless|must)\b"),
    (DONE, r"."),
)  # fmt: skip


def read_modality(tail: str, table: Sequence[tuple[str, str]]) -> str:
    """The first row of `table` that matches the tail; a plain present where none does."""
    for modality, pattern in table:
        if _compiled(pattern).search(tail):
            return modality
    return PRESENT


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
