"""Korean words that the grammar of clauses rests on: particles, endings, modal nouns, verbs of saying, function verbs.

Tables only. Words that make a claim (triggers) are in frames_ko_words.py and the frames.
"""

from __future__ import annotations

from pipelines.claims.clause import AT, BY, OBJECT, SUBJECT, TO, TOPIC, WITH

# Case by particle; the first particle of a phrase decides, except that a bare topic marker is a topic.
PARTICLES = {
    ("이", "JKS"): SUBJECT,
    ("가", "JKS"): SUBJECT,
    ("께서", "JKS"): SUBJECT,
    ("을", "JKO"): OBJECT,
    ("를", "JKO"): OBJECT,
    ("에", "JKB"): TO,
    ("에게", "JKB"): TO,
    ("한테", "JKB"): TO,
    ("께", "JKB"): TO,
    ("에서", "JKB"): AT,
    ("에게서", "JKB"): AT,
    ("으로부터", "JKB"): AT,
    ("로부터", "JKB"): AT,
    ("로", "JKB"): BY,
    ("으로", "JKB"): BY,
    ("로서", "JKB"): BY,
    ("으로서", "JKB"): BY,
    ("와", "JKB"): WITH,
    ("과", "JKB"): WITH,
    ("와", "JC"): WITH,
    ("과", "JC"): WITH,
    ("랑", "JC"): WITH,
    ("은", "JX"): TOPIC,
    ("는", "JX"): TOPIC,
    ("도", "JX"): TOPIC,
    ("까지", "JX"): TOPIC,
    ("만", "JX"): TOPIC,
}

# Particles by which a circumstance becomes what the whole sentence is about: 'X에는'
CONTRASTING = frozenset({("은", "JX"), ("는", "JX"), ("ᆫ", "JX")})
# Particles that add their phrase to someone named before.
ALSO = frozenset({("도", "JX"), ("역시", "JX")})

# Particles of who acts.
ACTING_PARTICLES = frozenset({("이", "JKS"), ("가", "JKS"), ("은", "JX"), ("는", "JX"), ("도", "JX")})

# Words between the items of a list.
LIST_CONJUNCTIONS = frozenset({"및", "그리고", "또는", "겸"})
LIST_SEPARATORS = frozenset(
    {",", "·", "ㆍ", "・", "/", "-", "–", "~", "+", "&", "‧", "∙", "‑", "△", "▲", "▷", "▶", "■", "●", "◆"}
)
ET_CETERA = frozenset({"등", "등등"})

# Verbs that work as particles: the phrase before them is a circumstance.
FUNCTION_VERBS = frozenset(
    {
        "위하", "통하", "대하", "관하", "따르", "의하", "향하", "인하", "말미암", "즈음하", "맞", "걸치",
        "더하", "이르", "잇", "제외하", "빼", "제치",
        "거치", "둘러싸", "말", "통틀",
    }
)  # fmt: skip
# Verbs that only bind: 'A와 더불어'.
BINDING_VERBS = frozenset({"더불", "힘입", "발맞추"})
# Verbs of agreeing: what is planned in the same breath is what was agreed ('협약을 맺고 협력하기로 했다').
AGREEING_VERBS = frozenset({"체결하", "맺", "서명하", "손잡", "조인하"})
# Verbs by which an agreement ends or goes on: they tell of the one that was made before.
CONTINUING_VERBS = frozenset(
    {
        "연장하", "연장되", "갱신하", "갱신되", "해지하", "해지되", "종료하", "종료되", "파기하", "파기되",
        "철회하", "중단하", "중단되", "끝내", "끝나", "정리하",
    }
)  # fmt: skip
# Nouns of entering: the agreement to do so is the entry ('참여를 위한 협약')
ENTRIES = ("합류", "가입", "참여", "동참", "참가", "입회", "가세")
ENTRY_VERBS = tuple(f"{noun}하" for noun in ENTRIES)
# Nouns of taking over: what is signed for them is a contract, and they are to come
TAKEOVER_NOUNS = ("합병", "인수", "통합", "매각", "매입")
# '조건을 달아'
TERM_VERBS = frozenset({"달", "걸", "붙이"})
# Where something is said or agreed
OCCASIONS = ("미팅", "자리", "회동", "회의", "회담", "면담", "간담회", "총회", "행사")
# Endings of names of newspapers and agencies, which tell the story and are no party of it.
OUTLET_ENDINGS = ("일보", "신문", "뉴스", "타임스", "타임즈", "투데이", "데일리", "저널", "헤럴드")
# '들어오다', '들어가다', which the analysis takes apart
MOVING_IN, MOVING = frozenset({"들"}), frozenset({"오", "가"})
# Verbs of meeting: what is done there is done with whom one met.
MEETING_VERBS = frozenset({"만나", "회동하", "면담하"})
# Verbs of making one of several
MERGING_VERBS = frozenset({"합치", "합병하", "통합하", "결합하", "묶", "합하", "인수하"})
# Verbs of putting money into somebody: what is agreed in the same breath is agreed with them.
INVESTING_VERBS = frozenset({"투자하", "출자하"})
# Verbs by which a list begins: 'KT를 비롯해 A, B 등'.
INCLUDING_VERBS = frozenset({"비롯하", "포함하", "필두"})

# Nouns after an adnominal ending that carry modality; the chain of a predicate runs through them.
MODAL_NOUNS = frozenset(
    {
        "예정", "계획", "방침", "방안", "것", "전망", "단계", "중", "바", "수", "가능성", "리", "생각", "뜻",
        "입장", "구상", "안", "의향", "의사",
        "움직임", "상황", "분위기", "모양", "듯", "보도", "소문", "관측", "설", "의혹", "이야기", "얘기",
        "소식", "데", "쪽", "방향", "줄", "적",
        "사실", "지", "일", "목표", "상태", "참", "모양새", "셈", "기색", "사안", "자리", "뒤", "후", "이후", "직후",
    }
)  # fmt: skip
# Nouns of time that an adnominal ending makes a clause of: '출범할 때부터'.
TIME_NOUNS = frozenset({"때", "당시", "무렵"})
# Nouns that make what qualifies them something thought of: '손잡을 날', '합류할 경우'.
HYPOTHETICAL_NOUNS = frozenset({"날", "경우", "기회", "여지", "이유", "자격", "상상", "여력", "엄두", "처지"})
# Nouns and verbs that go on the chain after a modal noun, an '-기로' or a quotative ending.
MODAL_WORDS = frozenset(
    {
        "검토", "논의", "추진", "협의", "합의", "결정", "확정", "타진", "고려", "모색", "저울질", "조율",
        "약속", "사실무근", "부인", "무산", "철회",
        "중단", "백지화", "결렬", "포기", "계획", "예정", "방침", "거론", "가능", "불투명", "필요", "요청",
        "제안", "요구", "강조", "촉구", "주장",
        "이야기", "공감", "진행", "희망", "기대", "긍정",
    }
)  # fmt: skip
MODAL_VERBS = frozenset(
    {
        "하",
        "되",
        "않",
        "있",
        "없",
        "아니",
        "보이",
        "알려지",
        "전하",
        "전해지",
        "나오",
        "굳히",
        "삼",
        "두",
        "앞두",
        "나서",
        "꾀하",
    }
)

# What a headline puts behind a noun of action, and nouns of talking
HEADLINE_MODALS = (
    "검토", "추진", "논의", "협의", "타진", "예정", "계획", "합의", "결정", "확정",
    "가능성", "전망", "예고", "완료", "마무리", "성사", "중",
)  # fmt: skip
HEADLINE_TAILS = {"완료": "었/EP", "마무리": "었/EP", "성사": "었/EP", "중": "중/NNB"}
# What ends a headline as the verb of all that stands before it
HEADLINE_ENDS = {
    "무산": "무산되", "결렬": "결렬되", "철회": "철회하", "중단": "중단하", "백지화": "백지화하", "종료": "종료하",
    "해지": "해지하", "파기": "파기하", "끝": "끝나",
}  # fmt: skip
TALKING_NOUNS = frozenset(
    {
        "논의",
        "협의",
        "협상",
        "조율",
        "의논",
        "상의",
        "교섭",
        "이야기",
        "추진",
        "검토",
        "타진",
        "모색",
        "주도",
        "총괄",
    }
)

QUOTATIVE_ENDINGS = frozenset(
    {"다고", "ᆫ다고", "는다고", "라고", "이라고", "자고", "냐고", "으라고", "다며", "ᆫ다며", "는다며", "라며",
    "이라며", "다면서", "라면서", "ᆫ다면서", "는다면서"}
)  # fmt: skip
REPORTED_ADNOMINALS = frozenset({"다는", "ᆫ다는", "는다는", "라는", "자는", "겠다는"})
SAYING = frozenset(
    {
        "밝히", "발표하", "전하", "알리", "공시하", "말하", "설명하", "강조하", "덧붙이", "언급하", "보도하",
        "공개하", "답하", "밝혀지", "알려지", "전해지",
        "하", "예고하", "선언하", "확인하", "알려오", "주장하", "보", "부인하", "일축하", "반박하", "공식화하",
        "적", "쓰", "소개하",
    }
)  # fmt: skip
LINKING_AUXILIARIES = frozenset(
    {"게", "지", "어", "아", "고", "어야", "아야", "어다", "려고", "고자", "으려", "려", "으려고", "다가"}
)

# Titles and words after an organization's or a person's name that leave the name the head of its phrase.
TITLES = (
    "회장", "부회장", "사장", "부사장", "전무", "상무", "이사", "대표이사", "대표", "공동대표", "의장",
    "이사장", "행장", "은행장", "총장", "원장", "센터장",
    "본부장", "부문장", "사업부장", "사업대표", "실장", "팀장", "그룹장", "담당", "장관", "차관", "시장",
    "도지사", "지사", "군수", "청장", "위원장", "협회장",
    "단장", "소장", "교수", "연구원", "박사", "CEO", "CTO", "CFO", "COO", "CSO", "CPO", "CIO", "총괄", "부원장",
    "총재", "사무총장",
    "대표이사장", "법인장", "지사장", "센터장", "학장",
)  # fmt: skip
SPOKEN_FOR = ("관계자", "측", "쪽", "대변인", "고위층", "임원", "경영진", "임직원", "씨", "양측")

# Nouns after a name or list that only sum it up ('A, B 두 회사').
SUMMING = frozenset({
    "기업", "회사", "기관", "업체", "대학", "그룹", "두", "세", "네", "양", "간", "사이", "개", "곳", "개사",
    "사", "여", "각", "모두", "및",
    "이", "등", "등등", "국내", "주요", "글로벌", "이들", "대기업", "은행", "스타트업", "연구기관", "계열사",
    "부문", "3사", "양사",
    "㈜", "㈔", "㈐",  # a legal form after its name
})  # fmt: skip
COUNT_NOUNS = frozenset({"개사", "개", "곳", "사", "여개", "개국"})

# Nouns for a structure of several parties, said of one that was named before: '이 협의체에는', '여기에는'.
STRUCTURE_NOUNS = (
    "협의체", "얼라이언스", "컨소시엄", "연합체", "동맹체", "협의회", "카운슬", "동맹", "연합", "포럼",
    "위원회", "합작법인", "합작사", "협력체",
    "회의체", "연맹", "추진단", "사업단",
)  # fmt: skip
POINTING_WORDS = frozenset({"여기", "이곳", "거기"})
# Those who steer
CHAIRS = (
    "의장사", "회장사", "간사", "간사사", "주관사", "주관기관", "대표기관", "주간사", "대표사", "주관기업",
    "의장기관", "회장기관",
)  # fmt: skip
MEMBER_NOUNS = (
    "의장사",
    "주간사",
    "대표사",
    "운영사",
    "정회원",
    "준회원",
    "창립멤버",
    "회장사",
    "간사",
    "주관사",
    "회원명단",
    "참여명단",
    "명단",
    "참여사",
    "회원사",
    "참여기업",
    "참여기관",
    "참가사",
    "참여업체",
    "멤버",
    "구성원",
    "회원",
    "파트너사",
    "참여기업및기관",
)
PARTNER_NOUNS = ("협력사", "협력업체", "협력기업", "협력회사", "제휴사", "투자자", "투자사")
# Where a structure begins: who takes part in that has founded it.
FOUNDING_NOUNS = ("창립", "설립", "결성", "출범", "발족", "창설")
# The lemma of agreeing on whatever a verb tells: '-기로 하다'
AGREED = "기로하"
# Nouns of what is agreed on: with whom stands before what it is about ('B와 배를 나눠 쓰는 협약')
AGREEMENT_NOUNS = ("협약", "협력", "계약", "제휴", "양해각서", "MOU", "파트너십", "협정", "의향서", "각서", "동맹")
# Nouns of where, when and as what somebody does something, which leave open in which body
CIRCUMSTANCES = frozenset(
    {
        "국내",
        "해외",
        "당시",
        "현재",
        "최근",
        "이번",
        "처음",
        "우선",
        "기존",
        "올해",
        "지난해",
        "초기",
        "이후",
        "앞",
        "후",
    }
)
SORTS = ("사", "기업", "업체", "기관", "대학", "회사", "은행", "쪽", "측", "학계", "산업계", "단체", "병원", "연구소")
# Nouns that end a sentence about the world: '… 하는 세상이다'
WORLDS = frozenset({"세상", "시대", "시절", "세태", "법"})
# Nouns that only hold the place of who is named behind them: 'A가 손잡은 곳은 B다'
CLEFT_NOUNS = frozenset({"곳", "회사", "기업", "업체", "기관", "상대", "파트너", "쪽", "은행", "대학", "것", "주인공"})
# Nouns before 로/으로 that make the names before them the doers: 'A 주도로', 'A와 B의 손으로'.
AGENTIVE_NOUNS = ("주도", "손", "중심", "주관", "주축", "필두", "선두", "중심축")
# Those of them that say who leads
LEADING_NOUNS = ("주도", "주관")

# '이 협의체' in English, as phrase words are written.
POINTING_ENGLISH = frozenset({"themembers"}) | frozenset(
    f"{determiner}{noun}"
    for determiner in ("the", "this")
    for noun in (
        "team",
        "effort",
        "club",
        "grouping",
        "bloc",
        "network",
        "association",
        "federation",
        "cooperation",
        "project",
        "foundation",
        "alliance",
        "consortium",
        "group",
        "body",
        "council",
        "coalition",
        "partnership",
        "initiative",
        "forum",
        "venture",
        "jointventure",
        "foundation",
        "association",
        "pact",
    )
)
