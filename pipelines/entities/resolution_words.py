"""What telling names apart needs to know about words: legal forms, letter names, short forms of heads and regions.

Tables only; normalizing.py and the resolution_* modules read them. Words that say in a sentence that two names are one
are in resolution_cues.py.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# what a register writes before or behind a company's name, and what says nothing about which company it is
LEGAL_FORMS = (
    "주식회사", "유한책임회사", "유한회사", "합자회사", "합명회사", "사단법인", "재단법인", "학교법인", "의료법인",
    "사회복지법인", "농업회사법인", "특수법인", "(주)", "(유)", "(사)", "(재)", "(학)", "(의)", "㈜", "㈔", "㈐",
    "Co., Ltd.", "Co. Ltd.", "Company Limited", "Corporation", "Company", "Incorporated", "Limited", "Corp.", "Inc.",
    "Ltd.", "Co.", "LLC", "L.L.C.", "LLP", "PLC", "GmbH & Co. KG", "GmbH", "AG", "SE", "S.A.", "SA", "S.p.A.", "SpA",
    "N.V.", "NV", "B.V.", "BV", "AB", "Oyj", "A/S", "K.K.", "Pte. Ltd.", "Pte Ltd", "Pty Ltd", "Sdn Bhd",
)  # fmt: skip

# Latin letters as Korean reads them; the first is the usual one
LETTER_NAMES: dict[str, tuple[str, ...]] = {
    "A": ("에이",), "B": ("비",), "C": ("씨", "시"), "D": ("디",), "E": ("이",), "F": ("에프",), "G": ("지",),
    "H": ("에이치", "에치"), "I": ("아이",), "J": ("제이",), "K": ("케이",), "L": ("엘",), "M": ("엠",), "N": ("엔",),
    "O": ("오",), "P": ("피",), "Q": ("큐",), "R": ("알", "아르"), "S": ("에스",), "T": ("티",), "U": ("유",),
    "V": ("브이",), "W": ("더블유", "더블류"), "X": ("엑스",), "Y": ("와이",), "Z": ("제트", "지"), "&": ("앤",),
    "+": ("플러스",),
}  # fmt: skip

# a head noun and the forms to which Korean clips it behind the rest of a name
SHORT_HEADS: dict[str, tuple[str, ...]] = {
    "여자대학교": ("여대", "여자대"), "대학교병원": ("대병원",), "대학교": ("대", "대학"), "자동차": ("차",),
    "고등학교": ("고", "고교"), "여자고등학교": ("여고",), "중학교": ("중",), "초등학교": ("초",),
    "과학기술원": ("과기원",), "과학기술대학교": ("과기대",), "교육대학교": ("교대",), "외국어대학교": ("외대",),
    "중공업": ("중",), "건설": ("건",), "화학공업": ("화학",), "연합회": ("련", "연"), "총연합회": ("총", "총련"),
    "총연맹": ("총",), "협회": ("협",), "협의회": ("협",), "위원회": ("위",), "공사": ("공", ""), "노동조합": ("노조",),
    "협동조합": ("협",), "조합": ("조",), "연구원": ("연",), "연구소": ("연",), "진흥원": ("진",), "증권": ("증",),
    "은행": ("은",), "광역시": ("시", ""), "특별시": ("시", ""), "특별자치시": ("시", ""), "특별자치도": ("도", ""),
    "시": ("",), "군": ("",), "도": ("",), "주식회사": ("",), "코퍼레이션": ("",), "대표대회": ("대",),
    "방송국": ("방송",),
    "올림픽위원회": ("올림픽위",), "금융그룹": ("금융",), "생명보험": ("생명",), "화재해상보험": ("화재",),
    "해상화재보험": ("화재",), "손해보험": ("손보",), "투자증권": ("투증",), "자산운용": ("운용",), "백화점": ("백",),
    "경찰청": ("청",), "지방경찰청": ("경찰청",), "지방법원": ("지법",), "고등법원": ("고법",), "지방검찰청": ("지검",),
    "중앙회": ("회",), "엔터테인먼트": ("엔터",), "커뮤니케이션즈": ("컴즈",), "텔레콤": ("텔",), "발전": ("발",),
    "나라": ("",), "시대": ("",), "공사공단": ("공단",), "정부": ("",),
}  # fmt: skip

# regions and how they are clipped at the front of a name
REGIONS: dict[str, str] = {
    "전라남도": "전남", "전라북도": "전북", "경상남도": "경남", "경상북도": "경북", "충청남도": "충남",
    "충청북도": "충북", "강원특별자치도": "강원", "전북특별자치도": "전북", "제주특별자치도": "제주", "경기도": "경기",
    "강원도": "강원", "제주도": "제주", "서울특별시": "서울", "서울시": "서울", "부산광역시": "부산",
    "부산시": "부산", "대구광역시": "대구", "대구시": "대구", "인천광역시": "인천", "인천시": "인천",
    "광주광역시": "광주", "광주시": "광주", "대전광역시": "대전", "대전시": "대전", "울산광역시": "울산",
    "울산시": "울산", "세종특별자치시": "세종", "세종시": "세종",
}  # fmt: skip

# what may stand before a name without making it another's
FRONTS = words("전국 대한민국 대한 국립 도립 시립 사단법인 재단법인 학교법인 재")

# heads that tell a group, its holding company, and a company of that name apart
GROUP_HEADS = words("그룹 기업집단 Group")
HOLDING_HEADS = words("금융지주 지주 홀딩스 지주회사 Holdings Holding")

# words for an administrative unit that stand alone for the one the story is about
DISTRICTS = frozenset("시군도구")

# morphemes of the names of organizations, and the letters that stand for them in English acronyms
ENGLISH_INITIALS: dict[str, str] = {
    "한국": "K", "대한민국": "K", "대한": "K", "국제": "I", "세계": "W", "유럽": "E", "아시아": "A", "미국": "UA",
    "북미": "N", "영국": "UB", "일본": "J", "중국": "C", "국가": "N", "전국": "N", "국민": "N", "연합": "U",
    "중앙": "C",
    "경제": "E", "협력": "C", "개발": "D", "기구": "O", "은행": "B", "방송": "B", "공사": "CK", "문화": "MC",
    "축구": "F", "야구": "B", "농구": "B", "배구": "V", "체조": "G", "수영": "SN", "육상": "A", "올림픽": "O",
    "위원회": "C", "연맹": "FAUL", "협회": "AF", "학회": "SA", "리그": "L", "프로": "P", "과학": "S", "기술": "T",
    "연구원": "IR", "연구소": "IR", "대학": "U", "대학교": "U", "전자": "E", "통신": "TC", "정보": "I", "산업": "I",
    "무역": "T", "투자": "I", "진흥": "P", "원자력": "AN", "민간": "C", "항공": "A", "식량": "F", "농업": "A",
    "표준화": "S", "표준": "S", "보건": "H", "노동": "L", "통화": "MC", "기금": "F", "금융": "F", "개발원": "DI",
    "재단": "F", "센터": "C", "회의": "C", "조약": "T", "안보": "S", "지식": "K", "천문": "A", "아이스하키": "IH",
    "에너지": "E", "환경": "E", "교육": "E", "기상": "M", "해사": "M", "우주": "AS", "수자원": "W", "전력": "EP",
    "철도": "R", "도로": "E", "토지": "L", "주택": "H", "의학": "M", "약학": "P", "생명": "B", "공학": "B", "기계": "M",
    "해양": "O", "지질": "G", "자원": "R", "화학": "C", "식품": "F", "의약품": "D", "안전": "S", "평가": "E", "원": "I",
    "청": "A", "부": "M", "당": "P", "사무국": "S", "조합": "U", "회": "A", "국": "A", "이사회": "B", "단위": "U",
}  # fmt: skip
