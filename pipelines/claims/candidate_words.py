"""Words that a tie is told with, for what no frame reads: stems by class, cues around a name, words for several.

Tables only. They are read by scenes.py and candidate_features.py; how much each counts is in tie_weights.py.
"""

from __future__ import annotations

# Class of tie → stems as they stand in a Korean text. A stem may stand in other words as well: a weight decides.
KOREAN_ACTS: dict[str, tuple[str, ...]] = {
    "leave": (
        "탈퇴", "이탈", "빠지", "빠졌", "빠진", "빠져", "떠나", "떠났", "떠난", "철수", "하차",
        "발을 빼", "발 뺀"),
    "end": (
        "종료", "해지", "결별", "해체", "해산", "파기", "무산", "결렬", "철회", "중단", "와해", "붕괴", "청산",
        "백지화",
        "끝났", "끝나", "끝내", "막을 내", "갈라서", "갈라섰", "매각", "물거품", "깨졌", "깨지",
    ),
    "deny": ("부인", "사실무근", "사실이 아니", "사실 아니", "일축", "반박", "선을 그", "결정된 바 없", "계획이 없"),
    "propose": ("제안", "제의", "러브콜", "요청", "손을 내밀", "손 내밀"),
    "talk": ("논의", "협의", "협상", "검토", "타진", "조율", "교섭", "물밑", "저울질", "접촉"),
    "lead": ("주도", "이끄", "이끌", "주관", "의장사", "간사", "총괄", "주축", "중심", "대표사", "회장사", "필두"),
    "list": (
        "회원사", "참여사", "참여 기업", "참여기업", "멤버", "구성원", "소속", "회원", "속해", "속한", "이뤄", "이루어",
        "구성된", "구성돼", "구성됐", "참여하고 있", "참여 중", "참여사로", "명단", "잔류", "남아", "남은", "남는",
    ),
    "join": (
        "합류", "가입", "참여", "동참", "가세", "들어오", "들어가", "들어왔", "들어간", "들어온", "가담", "입성",
        "편입",
        "참가", "이름을 올", "이름 올", "합세", "뛰어들",
    ),
    "venture": (
        "합작", "출자", "공동 투자", "공동투자", "50대 50", "50 대 50", "절반씩", "지분율", "공동 설립",
        "공동설립"),
    "swap": ("맞교환", "지분 교환", "주식 교환", "지분교환", "지분을 교환", "상호 투자", "지분을 맞"),
    "trade": (
        "공급 계약", "공급계약", "납품 계약", "납품계약", "매매 계약", "매매계약", "구매 계약", "판매 계약", "수주",
        "임대차", "공급 협상", "수의계약", "우선협상대상자", "우선협상 대상자",
        "선거 연대", "선거연대", "후보 단일화", "공천",
    ),
    "bid": ("입찰", "응찰"),
    "merge": ("합병", "통합"),
    "acquire": ("인수", "사들"),
    "sign": (
        "협약", "MOU", "체결", "맺", "서명", "조인식", "양해각서", "계약", "합의", "의향서", "체결식", "협정",
    ),
    "found": (
        "출범", "발족", "결성", "창립", "창설", "설립", "세우", "세운", "세웠", "세워", "꾸리", "꾸려", "꾸렸", "꾸린",
        "구성하", "구성했", "구성해", "만들", "만든", "띄우", "띄웠", "닻을", "첫발",
    ),
    "together": (
        "협력", "제휴", "손잡", "손을 잡", "손 잡", "맞손", "동맹", "공동", "함께", "협업", "파트너", "연대",
        "의기투합",
        "뭉치", "뭉쳤", "뭉쳐", "뭉친", "힘을 합", "힘 합", "힘을 모", "공조", "연합", "연맹", "컨소시엄", "같이",
    ),
}  # fmt: skip
ENGLISH_ACTS: dict[str, tuple[str, ...]] = {
    "leave": ("leave", "leaves", "leaving", "left", "quit", "quits", "withdraw", "withdrew", "withdrawn", "withdrawal",
              "exit", "exits", "exited", "departure", "departs", "departed", "pulled out", "pull out", "gone"),
    "end": ("end", "ends", "ended", "ending", "terminate", "terminated", "dissolve", "dissolved", "scrap", "scrapped",
            "collapse", "collapsed", "break up", "broke up", "called off", "abandoned", "wound down", "split", "expire",
            "expires", "expired"),
    "deny": ("deny", "denies", "denied", "dismissed", "no plans", "not in talks", "ruled out"),
    "propose": ("propose", "proposed", "proposal", "offer", "offered", "approached", "courted", "invited"),
    "talk": ("talks", "talking", "discuss", "discussing", "discussion", "discussions", "negotiating", "negotiations",
             "considering", "explore", "exploring", "mulling", "weighing"),
    "lead": ("led", "lead", "leads", "leading", "headed", "spearheaded", "chaired", "anchored", "founder"),
    "list": ("member", "members", "includes", "include", "including", "comprises", "comprising", "consists", "made up",
             "counts", "among", "ranks", "belongs", "grouping", "backers", "backed", "participants", "remain"),
    "join": ("join", "joins", "joined", "joining", "enter", "entered", "enters", "participate", "participates",
             "participating", "take part", "admitted", "sign up", "signed up", "added", "addition"),
    "venture": ("joint venture", "joint-venture", "venture", "50-50", "50:50", "50/50", "jointly", "co-own", "stakes",
                "owned"),
    "swap": ("swap", "swapped", "exchange", "cross-shareholding"),
    "trade": ("supply deal", "supply agreement", "supply contract", "purchase agreement", "preferred bidder"),
    "bid": ("bid", "bids", "bidding", "tender"),
    "merge": ("merge", "merged", "merger", "merging"),
    "acquire": ("acquire", "acquired", "acquires", "acquisition", "buy", "bought", "buying", "takeover", "take over"),
    "sign": ("sign", "signs", "signed", "signing", "agree", "agreed", "agreement", "pact", "deal", "memorandum", "mou",
             "contract", "accord", "strike", "struck"),
    "found": ("form", "forms", "formed", "forming", "found", "founded", "founding", "launch", "launched", "launches",
              "create", "created", "creates", "establish", "established", "set up", "unveiled", "formation"),
    "together": ("partner", "partners", "partnered", "partnership", "partnering", "team", "teams", "teamed", "teaming",
                 "alliance", "alliances", "coalition", "consortium", "together", "collaborate", "collaboration",
                 "cooperate", "cooperation", "codeshare", "joint", "work with", "working with", "forces"),
}  # fmt: skip

# What stands right behind a name or its run, by its longest form first.
PARTICLES = (
    ("으로부터", "from"), ("로부터", "from"), ("에게서", "from"), ("에서는", "at"), ("에서", "at"), ("에게", "to"),
    ("에는", "to"), ("에도", "to"), ("에", "to"), ("으로", "by"), ("로", "by"), ("과의", "with"), ("와의", "with"),
    ("과는", "with"), ("와는", "with"), ("과도", "with"), ("와도", "with"), ("과", "with"), ("와", "with"),
    ("은", "topic"), ("는", "topic"), ("이", "subject"), ("가", "subject"), ("을", "object"), ("를", "object"),
    ("의", "of"), ("도", "also"), ("까지", "also"), ("만", "only"),
)  # fmt: skip
# English words before a name or its run that govern it.
PREPOSITIONS = {
    "with": "with", "between": "between", "among": "between", "by": "by", "of": "of", "from": "from", "to": "to",
    "into": "to", "including": "including", "include": "including", "includes": "including", "like": "including",
    "as": "including", "in": "at", "at": "at", "for": "for", "alongside": "with", "and": "with", "against": "against",
    "unlike": "against", "rival": "against", "rivals": "against", "excluding": "against", "without": "against",
}  # fmt: skip
# Cues in a sentence or right around a name; each makes one feature of its name.
KOREAN_CUES: dict[str, str] = {
    "planned": r"예정|계획|방침|기로 (?:했|합의|결정|하고|약속)|앞두|목표|내년|추진",
    "undecided": r"검토|논의|협의|가능성|저울질|타진|전망|관측|알려졌|거론|후보|유력",
    "left open": r"(?:결정|확정|정해)\w{0,2} (?:바|것|게|건)\w? 없",
    "negated": r"지 않|없다|없었|없어|아니|못했|못한|불발|불참|부인|사실무근",
    "past": r"었|았|했|됐|였|졌|렸",
    "quoted": r"[\"“”]",
    "supply": r"공급|납품|수주|고객사|구매|판매|탑재|출시",
    "rival": r"경쟁|라이벌|맞서|반면|견제|대항|추격",
    "apart": r"제외|빼고|불참|대신|빠졌|빠진|아닌",
    "source": r"에 따르면|관계자|업계|증권|애널리스트|연구원은|외신|보도",
    "held": r"행사|전시|박람회|컨퍼런스|세미나|포럼에서|참석|방문",
    "now": r"현재|이미|지금|기존|그동안",
    "first": r"당초|앞서|지난해|이전|과거",
}
ENGLISH_CUES: dict[str, str] = {
    "planned": r"\b(?:will|plans?|planned|to be|set to|agreed to|next year|expected|due|intends?|would)\b",
    "undecided": r"\b(?:talks|could|may|might|possible|considering|discuss\w*|reported|potential)\b",
    "negated": r"\b(?:not|no|never|neither|denied|denies|without)\b",
    "past": r"\b\w+ed\b|\b(?:was|were|had|began|took|left)\b",
    "quoted": r"[\"“”]",
    "supply": r"\b(?:supply|supplies|supplier|customers?|orders?|sell|sells|sold)\b",
    "rival": r"\b(?:rivals?|competitors?|compete\w*|against|while|whereas|unlike)\b",
    "apart": r"\b(?:except|excluding|instead|other than|apart from|absent|missing)\b",
    "source": r"\b(?:according to|analysts?|spokes\w+|reported|reuters|bloomberg|told)\b",
    "held": r"\b(?:conference|event|summit|exhibition|forum|attended)\b",
    "now": r"\b(?:currently|already|now|existing)\b",
    "first": r"\b(?:previously|earlier|originally|former|formerly|last year)\b",
}
# What can stand between two names of one list, glosses in brackets included.
BETWEEN_KOREAN = r"\s*(?:,|·|ㆍ|・|‧|∙|/|△|▲|&|\+|-|–|및|그리고|와|과|,\s*그리고)\s*(?:△|▲)?\s*"
BETWEEN_ENGLISH = r"\s*(?:,\s*(?:and|or|as well as)?|and|as well as|&|\+|/|-|–)\s+(?:the\s+|its\s+)?|\s*[/&+–-]\s*"
GLOSS = r"(?:\s?[(（][^()（）\n]{0,60}[)）])?"
# What sums a list up behind its last name: '등 국내외 5개 기업이', '두 회사는'.
SUMMED = (
    r"(?:\s?등(?:등)?)?(?:\s?(?:국내|국내외|주요|글로벌|민간|국적|총|약)){0,2}"
    r"(?:\s?(?P<count>\d{1,3}|두|세|네|양)\s?여?\s?(?:개\s?)?(?:사|곳|기업|회사|기관|업체|개사|그룹|대학|은행|구단|나라)?)?"
    r"(?:\s?(?:측|그룹|기업|회사|기관|업체|기업들|업체들|연합|진영|컨소시엄|카드사|통신사|은행|대학))?"
)
ET_CETERA = r"\s?(?:등|and others|among others)"
# What says right behind a name, or in English before it, that it is not among the others; or only a guest of theirs.
APART = (
    r"(?:을|를|은|는|이|가|도)?\s?(?:제외|빼고|뺀|불참|대신|빠진 채)"
    r"|(?!다)[^.\n]{0,40}?(?:축하|참석(?:했|해|한|하|차)|초청(?:돼|받))"
)
APART_ENGLISH = (
    r"\b(?:excluding|except(?: for)?|without|unlike|instead of|absent (?:\w+ ){0,4}(?:are|is|were|was)) (?:the )?$"
)
# What stands behind an alliance that only dates what somebody else did.
MEANWHILE = (
    r"['’\"”]?(?:이|가|은|는)?\s?(?:출범|발족|결성|설립|창립|가입|합류)(?:할|될|한|된|하던|되던) ?(?:때|당시|무렵)"
)
# Who stands to an alliance in another way, said right before its name.
OTHERS_ENGLISH = r"(?i)\b(?:customers?|clients?|suppliers?|rivals?|competitors?|users?) (?:of|to) (?:the )?$"
# What an English verb says right behind a name that does not take part.
DECLINED = r"(?i),? (?:has |have |had )?(?:declined|refused|opted not|did not|will not|would not|is not|are not)\b"
# Who writes: '[서울=뉴시스]'.
BYLINE = r"[\[=]\s?$"
LEADING = r"(?:이|가|의)?\s?(?:주도|이끄|이끌|주관|필두|주축|중심|컨소시엄)|\((?:의장|회장|주관|간사)"
LEADING_ENGLISH = r"[- ]led\b|,? (?:which )?(?:leads|heads|chairs)\b"
TITLES = r"\s?(?:[가-힣]{2,4}\s)?(?:회장|사장|대표|부사장|전무|상무|의장|총재|장관|시장|지사|본부장|관계자|연구원|CEO)"
# Where one statement ends and another begins inside a sentence.
BREAKS = (
    r"(?:했|었|았|됐|였|하|되|이)?(?:고|며|면서|지만|으나|는데|으며|라며)(?:,|\s)"
    r"|;|\b(?:while|but|whereas|which|after)\b"
)
NUMBERS = {"두": 2, "양": 2, "세": 3, "네": 4}
