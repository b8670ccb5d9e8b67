"""English frames of money and permission: stakes, takeovers, approvals."""

from __future__ import annotations

from pipelines.claims.clause import AT, OBJECT, SUBJECT, TO, WITH
from pipelines.claims.frame import NONE, Frame
from pipelines.claims.frames_en_words import ACT
from pipelines.claims.modality import DONE

DEAL_FRAMES: tuple[Frame, ...] = (
    Frame(
        "en_stake",
        frozenset({"buy", "acquire"}),
        ACT,
        event="invest",
        nouns=("stake", "%of", "percentof", "sharesof", "sharesin", "shareholdingin"),
        alliance=NONE,
        agents=(SUBJECT,),
        objects=(TO,),
        least_others=1,
        agent_role="investor",
        object_role="investee",
    ),
    Frame(
        "en_complete_takeover",
        frozenset({"complete"}),
        ACT,
        event="acquire",
        nouns=("takeover", "purchaseof", "acquisition", "buyout"),
        alliance=NONE,
        agents=(SUBJECT,),
        objects=(TO,),
        least_others=1,
        agent_role="acquirer",
        object_role="target",
    ),
    Frame(
        "en_acquire",
        frozenset({"acquire", "buy"}),
        ACT,
        event="acquire",
        alliance=NONE,
        agents=(SUBJECT,),
        objects=(OBJECT,),
        least_others=1,
        agent_role="acquirer",
        object_role="target",
    ),
    Frame(
        "en_invest",
        frozenset({"invest"}),
        ACT,
        event="invest",
        alliance=NONE,
        agents=(SUBJECT,),
        objects=(TO, AT),
        least_others=1,
        agent_role="investor",
        object_role="investee",
    ),
    Frame(
        "en_raise",
        frozenset({"raise"}),
        ACT,
        event="invest",
        alliance=NONE,
        agents=(SUBJECT,),
        objects=(AT,),
        least_others=1,
        agent_role="investee",
        object_role="investor",
    ),
    Frame(
        "en_approve",
        frozenset({"approve"}),
        {DONE: "done"},
        event="policy",
        nouns=("jointventure", "purchase", "takeover", "merger", "acquisition", "deal", "act"),
        alliance=NONE,
        agents=(SUBJECT,),
        companions=(),
        objects=(WITH, TO),
        agent_role="regulator",
        object_role="target",
        confidence=0.5,
    ),
)
