"""Korean frames of one party's deal: mergers, acquisitions, investments, stakes; and denials of any.

Order matters: the first frame that matches a clause is its reading. No row names a company, an outlet or an article.
"""

from __future__ import annotations

from pipelines.claims.clause import BARE, OBJECT, SUBJECT, TO, TOPIC
from pipelines.claims.frame import NONE, Frame
from pipelines.claims.frames_ko_words import ACT, SHARES
from pipelines.claims.modality import DENIED, DONE, ONGOING, PRESENT

DEAL_FRAMES: tuple[Frame, ...] = (
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
        "merge",
        frozenset({"합병하", "인수합병하", "통합하"}),
        ACT,
        event="acquire",
        alliance=NONE,
        agents=(TOPIC, SUBJECT),
        least=2,
        least_others=1,
        agent_role="acquirer",
        companion_role="target",
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
        companions=(),
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
        companions=(),
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
        companions=(),
    ),
)
