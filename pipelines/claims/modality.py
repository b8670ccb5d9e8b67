"""How certain a clause is, read off its tail by a table; what that means for an event is each frame's own."""

from __future__ import annotations

import re
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

Modalities = tuple[tuple[str, tuple[str, ...]], ...]

KOREAN: Modalities = (
    (CANCELLED, (
        r"무산/", r"철회/", r"중단/NNG", r"백지화/", r"결렬/", r"포기/NNG",
    )),
    (DONE, (
        r"^(ᆯ|을)/ETM (때|당시|무렵)/NNG 부터",
    )),
    (IRREALIS, (
        r"(ᆯ|을)/ETM (때|당시|무렵|날|경우|기회|여지|이유|자격|상상|여력|엄두|처지|리|필요)/NN",
        r"면/EC", r"더라도/EC", r"(ᆯ|을)/ETM 수/NNB",
        r"(ᆫ다|는다)는/ETM 목표/NNG",
        r"고/EC 싶/V", r"^기/ETN (를|을)/JKO(?! (결정|확정|합의|약속|예정))", r"(ᆯ까|을까|ᆯ까요|을까요)/E[FC]",
    )),
    (IRREALIS, (
        r"(결정|확정)/NNG 되/XSV ᆫ/ETM 바/NNB (는/JX |가/JKS )?없",
    )),
    (IRREALIS, (
        r"^지/EC (는/JX )?않/VX (은|는)/ETM (상태|채)",
        r"^(나|ᆫ가|는가|ᆯ지|을지)/E[FC]",
    )),
    (DENIED, (
        r"사실무근", r"사실/NNG (이|과|은|는)/J\w+ (아니|다르)", r"아니/VCN", r"부인/NNG", r"^(거부|거절)/NNG",
        r"^지/EC (는/JX |도/JX )?(않|못하)/VX",
        r"(추진|검토|논의|협의|고려|협상)/NNG (하|되)/XSV 지/EC (는/JX |도/JX )?않/VX",
        r"(ᆫ|은|었던|던|한)/ETM (적|사실|바|일)/NN[BG] (이/JKS |은/JX |도/JX )?없",
        r"(고/EC |는/JX |도/JX )?있/V[XV] 지/EC (는/JX |도/JX )?않/VX",
        r"근거/NNG (가|는|도)/J\w+ 없",
        r"계획/NNG 이/JKS 없", r"(ᆯ|을)/ETM (계획|생각|뜻|의사)/NNG (은|는|이|가|도)/J\w+ 없",
    )),
    (IRREALIS, (
        r"(어야|아야|여야|라야|야)/EC", r"^기/ETN (위하|에|때문|전)", r"ᆯ지/EC", r"는지/EC", r"을지/EC",
        r"^자고/EC", r"^자/EC",
        r"^려면/EC", r"필요/NNG", r"희망/NNG", r"기대/NNG", r"요구/NNG", r"촉구/NNG",
    )),
    (TALKS, (
        r"검토/NNG", r"논의/NNG", r"협의/NNG", r"타진/NNG", r"고려/NNG", r"모색/NNG", r"저울질/", r"조율/NNG",
        r"거론/NNG",
        r"가능성/NNG",
        # Pursued without a commitment
        r"추진/NNG(?! 하/XSV (기/ETN 로|ᆯ/ETM|겠|려|고자))",
        r"(ᆯ|을)/ETM 것/NNB 으로/JKB (알려지|전하|전해지)", r"^는/ETM 것/NNB 으로/JKB (알려지|전하|전해지)",
    )),
    (RUMOURED, (
        r"(ᆯ|을)/ETM 것/NNB 으로/JKB$",
        r"전망/NNG", r"관측/NNG", r"것/NNB (으로|이)/J\w+ 보이", r"(ᆯ|을)/ETM 듯", r"소문/NNG",
        r"(ᆫ다|는다|다|라)는/ETM (보도|설|이야기|얘기|의혹|관측|소문)",
    )),
    (PLANNED, (
        r"기/ETN 로/JKB", r"키/NNG 로/JKB", r"예정/NNG", r"계획/NNG", r"방침/NNG",
        r"(ᆯ|을)/ETM (것|구상|생각|뜻|목표|방향)",
        r"(려고|으려고|고자)/EC", r"겠/EP", r"겠다", r"앞두/VV", r"예고/NNG", r"합의/NNG", r"결정/NNG",
        r"확정/NNG", r"약속/NNG",
        r"추진/NNG", r"꾀하/VV", r"려/EC 하", r"의향/NNG", r"의사/NNG",
    )),
    # 'Joins, it said': what follows the quotative ending is the tense of the saying.
    (PRESENT, (
        r"^(고/EC |며/EC )?(ᆫ|는)(다고|다며|다면서|다는)/E",
    )),
    (FORMER, (
        r"^(었|았|였)/EP 던/ETM", r"^던/ETM",
    )),
    (ONGOING, (
        r"(고|어|아|여)/EC (는/JX )?(있|오)/VX", r"(?:^|/EC )중/NNB", r"는/ETM 중/NNB", r"단계/NNG",
    )),
    (DONE, (
        r"(었|았|였|했)/EP", r"(^|고/EC |며/EC )(ᆫ|은)/ETM",
        r"(ᆫ|은)/ETM (바|것|사실|지|뒤|후|이후|직후|자리|상태|데|적|셈)",
    )),
)  # fmt: skip
# English alternatives are whole words of the text before and at the verb.
ENGLISH: Modalities = (
    (IRREALIS, (
        r"if", r"unless", r"declined", r"declines", r"refused", r"refuses", r"failed to", r"yet to", r"instead of",
        r"wants?", r"hopes?",
        r"would like", r"willing",
        r"rather than", r"without",
    )),
    (DENIED, (
        r"no longer in talks", r"not", r"never", r"denied", r"denies", r"deny", r"dismiss(?:ed|es)", r"no plans?",
    )),
    (CANCELLED, (
        r"scrapped", r"called off", r"abandoned", r"dropped plans",
    )),
    (TALKS, (
        r"in (?:\w+ ){0,2}talks", r"talks (?:on|about|over|to|for)", r"discussions (?:on|about|over|to)",
        r"considering", r"considers?", r"discussing", r"discuss", r"mulling", r"weighing",
        r"exploring", r"explores?", r"weighs?", r"may", r"might", r"could", r"suggested", r"possible", r"negotiating",
    )),
    (PLANNED, (
        r"will", r"plans?", r"planned", r"agreed to", r"agrees to", r"set to", r"to be", r"intends?", r"aims?",
        r"expected", r"preferred bidder", r"due to", r"decided to", r"is to", r"are to",
        r"(?:said|says|announced)(?: \w+){0,4} would", r"agreement to", r"^to \w+", r"intend",
        r"agreed(?: \w+){1,5} to",
    )),
    (IRREALIS, (
        r"should", r"would", r"whether", r"must",
    )),
    (DONE, (
        r"\w+",
    )),
)  # fmt: skip


def read_modality(tail: str, table: Modalities) -> str:
    """The first row of `table` of which an alternative matches the tail; a plain present where none does."""
    return next((modality for modality, pattern in _compiled(table) if pattern.search(tail)), PRESENT)


@cache
def _compiled(table: Modalities) -> tuple[tuple[str, re.Pattern[str]], ...]:
    bound = r"\b(?:%s)\b" if table is ENGLISH else "(?:%s)"
    return tuple((modality, re.compile(bound % "|".join(alternatives))) for modality, alternatives in table)
