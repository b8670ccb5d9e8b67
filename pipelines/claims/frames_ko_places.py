"""Korean frames of a member's place: gathered in a body, called to its chair, welcomed, expelled, out of it by idiom.

They are tried before the plainer frames of structures. No row names a company, an outlet or an article.
"""

from __future__ import annotations

from pipelines.claims.clause import AT, BARE, BY, COMPLEMENT, OBJECT, SUBJECT, TO, TOPIC
from pipelines.claims.frame import REQUIRED, Frame
from pipelines.claims.frames_ko_words import ACT, LEADER_NOUNS, ROSTERS
from pipelines.claims.modality import DONE, FORMER, ONGOING, PLANNED, PRESENT
from pipelines.claims.words_ko import MEMBER_NOUNS

PLAIN_MEMBERS = tuple(noun for noun in MEMBER_NOUNS if noun not in (*ROSTERS, *LEADER_NOUNS))
# Who is called one of a body
INSIDERS = (*PLAIN_MEMBERS, "일원", "식구", "가족", "파트너", "이사회멤버", "이사회회원")

PLACE_FRAMES: tuple[Frame, ...] = (
    Frame(
        "gathered",
        frozenset({"뭉치", "모이", "손잡", "결집하", "의기투합하", "연합하", "참가하", "가담하"}),
        {DONE: "done", ONGOING: "done", PRESENT: "done", FORMER: "done"},
        tie="listing",
        alliance=REQUIRED,
        alliance_cases=(),
        own_agents=True,
        least=2,
    ),
    Frame(
        "gathered_strength",
        frozenset({"합치", "모으", "합하", "보태"}),
        {DONE: "done", ONGOING: "done", PRESENT: "done", FORMER: "done"},
        tie="listing",
        nouns=("힘", "뜻"),
        alliance=REQUIRED,
        alliance_cases=(),
        own_agents=True,
        least=2,
    ),
    Frame(
        "gather_as",
        frozenset({"뭉치", "모이", "결집하"}),
        {DONE: "done", ONGOING: "done", FORMER: "done"},
        tie="listing",
        alliance=REQUIRED,
        alliance_cases=(BY,),
        own_agents=True,
        least=2,
    ),
    Frame(
        "called_to_chair",
        frozenset({"두", "삼", "선출하", "선임하", "추대하", "뽑", "선정하", "세우", "내세우"}),
        {DONE: "", ONGOING: "", PRESENT: "", FORMER: ""},
        tie="lead",
        nouns=LEADER_NOUNS,
        alliance=REQUIRED,
        alliance_cases=(TOPIC, SUBJECT),
        agents=(OBJECT,),
        companions=(),
        own_agents=True,
        continues=True,
    ),
    Frame(
        "serve_as",
        frozenset({"맡"}),
        {DONE: "done", ONGOING: "done", PRESENT: "done"},
        tie="listing",
        nouns=PLAIN_MEMBERS,
        alliance=REQUIRED,
        alliance_cases=(OBJECT, TO, TOPIC),
        agents=(SUBJECT, TOPIC),
        companions=(),
        own_agents=True,
        open=True,
    ),
    Frame(
        "welcome",
        frozenset({"맞", "맞이하", "받아들이", "영입하", "추가하"}),
        ACT,
        event="join",
        tie="join",
        nouns=INSIDERS,
        alliance=REQUIRED,
        alliance_cases=(TOPIC, SUBJECT),
        agents=(OBJECT,),
        companions=(),
        agent_role="initiator",
        own_agents=True,
    ),
    Frame(
        "expel",
        frozenset({"제명하", "퇴출하", "퇴출시키", "축출하", "내쫓", "몰아내"}),
        ACT,
        event="leave",
        tie="leave",
        alliance=REQUIRED,
        alliance_cases=(TOPIC, SUBJECT, AT),
        agents=(OBJECT,),
        companions=(),
        agent_role="initiator",
        own_agents=True,
        continues=True,
    ),
    Frame(
        "foot_out",
        frozenset({"떼", "빼"}),
        ACT,
        event="leave",
        tie="leave",
        nouns=("손", "발"),
        excluded=("첫발",),
        alliance=REQUIRED,
        alliance_cases=(AT, TO, BARE),
        agents=(TOPIC, SUBJECT),
        companions=(),
        agent_role="initiator",
        continues=True,
    ),
    Frame(
        "prolonged",
        frozenset({"연장하", "연장되", "갱신하", "늘리"}),
        {DONE: "done", FORMER: "done", ONGOING: "done", PRESENT: "planned", PLANNED: "done"},
        event="extend",
        tie="extend",
        alliance=REQUIRED,
        alliance_cases=(OBJECT,),
        agents=(TOPIC, SUBJECT),
        companions=(),
    ),
    Frame(
        "was_member",
        frozenset(f"{noun}이" for noun in PLAIN_MEMBERS),
        {FORMER: "done"},
        tie="former",
        alliance=REQUIRED,
        alliance_cases=(COMPLEMENT, BARE),
        agents=(TOPIC, SUBJECT),
        companions=(),
    ),
)
