"""Words that show the names of organizations and alliances that no list has, and words that name nobody.

Tables only; organization_names.py, alliance_names.py, credits.py and anaphora.py read them.
"""

from __future__ import annotations

import re

from pipelines.entities.word_table import words

# a word that ends in one of these names an organization of that type, if something specific stands before it
ORGANIZATION_HEADS: dict[str, tuple[str, ...]] = {
    "university": words("대학교 과학기술원 과학기술대 공과대학 여자대학교 사이버대"),
    "bank": words("은행 뱅크 저축은행"),
    "institute": words("연구원 진흥원 기술원 개발원 평가원 정책연구소 경제연구소 연구센터"),
    "association": words("재단 협회 학회 연합회 상공회의소 진흥회 경제인협회 위원회 노동조합"),
    "hospital": words("대병원 의료원 대학병원 대학교병원"),
    "court": words("지방법원 고등법원 대법원 헌법재판소 지방검찰청 지검"),
    "government": words(
        """
        광역시 특별시 특별자치도 시청 도청 구청 총무성 경제산업성 재무성 외무성 방위성 상무부 국무부 재무부
        에너지부
        """
    ),
    "holding": words("지주 홀딩스 금융지주"),
    "group": words("그룹"),
    "company": words(
        """
        전자 증권 생명 화재 카드 캐피탈 캐피털 자산운용 투자증권 텔레콤 제약 약품 바이오 화학 중공업 건설
        조선해양 해운 물산 상사 제철 제강 타이어 엔터테인먼트 엔터 스튜디오 소프트 시스템 시스템즈 테크
        테크놀로지 테크놀로지스 랩스 네트웍스 네트워크 커뮤니케이션즈 벤처스 파트너스 인베스트먼트 리서치 모터스
        모빌리티 로보틱스 로지스틱스 인터내셔널 인터랙티브 게임즈 웍스 솔루션 솔루션즈 에어로스페이스 헬스케어
        생명과학 홈쇼핑 리테일 푸드 식품 유업 제과 공사 공단 항공 통운 로지스 미디어 픽쳐스 픽처스 디스플레이
        반도체 에너지 케미칼 머티리얼즈 이노베이션 엔지니어링 일렉트릭
        """
    ),
}
# heads that are also plain words: the word before must hold capitals, or a list of organizations the whole
PLAIN_HEADS = frozenset(
    words(
        """
    시스템 네트워크 건설 카드 생명 화재 화학 반도체 에너지 미디어 솔루션 식품 항공 위원회 바이오 모빌리티 헬스케어
    연구센터 테크 엔지니어링 디스플레이 푸드 해운 상사 약품 제약 전자 지주 제과 물산 뱅크 소프트 은행 증권 그룹
    조선해양 이노베이션 스튜디오 로보틱스 인터랙티브 엔터
    """
    )
)
# what stands before a head or in a list without naming anybody
# capitals that stand for a thing, a post or a field, whatever a model makes of them
ACRONYMS = frozenset(
    words(
        """
    MOU MOA LOI NDA SPA JV IPO M&A R&D RnD PoC IR PR HR IP AI AX DX ICT IT IoT XR VR AR MR OTT LLM GPU NPU CPU HBM
    UAM SMR ESS ESG CEO CTO CFO COO CMO CSO CIO CISO VC PE PEF ETF CBDC STO NFT B2B B2C B2G SaaS API IDC GDP CES MWC IFA
    """
    )
)
GENERIC = frozenset(
    words(
        """
    국내 국외 해외 글로벌 다국적 세계 전세계 한국판 한국 우리 일본 미국 중국 시중 지방 인터넷 인터넷전문 전문 저축
    투자 상업 중앙 외국 외국계 민간 공공 대형 중소 소형 신생 관련 주요 각종 일부 다른 여러 모든 해당 이번 기존
    신규 공동 협력 정부 산하 국책 국립 시립 사립 민관 산학연 산학 관계 유관 기업 기관 업계 업체 회사 대기업
    중소기업 스타트업 이동 이동통신 정보통신 무선통신 유선통신 방송통신 통신 대학 대학교 연구 기술 산업 경제 금융
    실무 워킹 태스크 사업 개발 운영 전담 추진 준비 심사 자문 특별 상임 조정 집행 이사 노동 시민 지역 별도 최대
    최고 최초 대규모 초대형 차세대 새 새로운 첫 두 세 양 각 이 그 저 본 동 타 대표 의장 회원 참여 제휴 가입 소속
    거대 강력 범 초 신 구 전 현 차기 국제 국가 지주 은행 증권 카드 보험 전략 가전 생활 소비자 고객 이용자 개인
    사용자 전력 수소 배터리 자동차 완성차 조선 철강 항공 우주 국방 방산 의료 제약 바이오 교육 게임 콘텐츠 미디어
    플랫폼 포털 검색 쇼핑 유통 물류 핀테크 블록체인 가상자산 암호화폐 로봇 드론 자율주행 데이터 클라우드 서버
    네트워크 보안 소프트웨어 하드웨어 반도체 디스플레이 부품 소재 장비 서비스 솔루션 시스템 제품 시장 분야 부문
    사회 문화 환경 정책 제도 법안 규제 예산 투자자 주주 임직원 직원 관계자 전문가 학계 언론 외신 파트너 파트너사
    고객사 협력사 계열사 자회사 경쟁사 통신사 제조사 이통사 운영사 개발사 업무협약 협약 양해각서 합의 계약 지분
    자본 매출 실적 수익 이익 가격 비용 인력 인재 인공지능 음성 영상 이미지 텍스트 번역 추천 학습 모델 알고리즘
    특허 상표 사물인터넷 메타버스 가상현실 증강현실 스마트 스마트폰 스마트홈 디지털 모바일 온라인 오프라인 커머스
    광고 감염병 코로나 팬데믹 기후 탄소 친환경 재생 태양광 풍력 원전 석유 가스 미래 현재 과거 오늘 내일 올해 내년
    지난해 당시 최근 이후 이전 향후 앞으로 이날 전날 오전 오후 등 및 또 또는 그리고 하지만 다만 한편 특히 이어
    대응 방역 예방 확산 방지 극복 활성화 촉진 육성 상생 동반 혁신 안전 윤리 표준 인증
    한국어 영어 일본어 중국어 독일어 프랑스어 스페인어 아랍어 러시아어 베트남어 태국어 인도네시아어 포르투갈어
    이에 아울러 앞서 여기에 이를 이로써 우선 먼저 물론 역시 함께 모두 이미 아직 결국 사실상
    """
    )
)
FIELDS = frozenset(
    words(
        """
    AI 인공지능 5G 6G ICT IT IoT ESG IP 통신 클라우드 메타버스 블록체인 반도체 배터리 수소 전기차 자율주행 로봇
    데이터 모빌리티 UAM DX DT VR AR XR NFT LLM 콘텐츠 OTT 핀테크 보안 양자 바이오 우주 에너지 R&D K
    """
    )
)
COUNTRIES = words(
    """
    한국 대한민국 미국 일본 중국 영국 독일 프랑스 러시아 인도 베트남 필리핀 싱가포르 대만 호주 캐나다 이탈리아
    스페인 네덜란드 스웨덴 핀란드 노르웨이 덴마크 스위스 오스트리아 벨기에 태국 인도네시아 말레이시아 홍콩
    이스라엘 사우디 사우디아라비아 아랍에미리트 카타르 튀르키예 터키 브라질 멕시코 칠레 우크라이나 폴란드 헝가리
    체코 카자흐스탄 우즈베키스탄 몽골 뉴질랜드 이집트 시리아 이라크 이란 남아프리카공화국 일 미 중
    """
)
STATE_BODIES = words(
    """
    정부 총무성 경제산업성 재무성 외무성 방위성 상무부 국무부 재무부 국방부 법무부 에너지부 의회 당국
    """
)
NOT_BODIES = frozenset({"당국", "의회"})

# nouns that introduce the name of a company
INTRODUCTIONS = words("계열사 자회사 지주회사 지주사 관계사 운용사 소속사 스타트업 파트너사")
# what closes a list of organizations
LIST_TAIL = re.compile(
    r"\s?등(?:은|이|의|과|와|을|도)?\s?(?:(?:국내|국내외|글로벌|민간|주요|다국적|총|모두)\s)*"
    r"(?:\d+여?\s?(?:개|곳)?\s?(?:기업|기관|회사|업체|은행|대학|그룹|회원사|참여사|파트너|사|곳|개)|기업|기관|업체)"
)

ENGLISH_HEADS = words(
    """
    Corp Corporation Inc Ltd Limited LLC PLC Co Company Group Holdings University Institute Bank Electronics
    Telecom Telecommunications Motors Motor Technologies Technology Systems Networks Association Foundation
    Ministry Laboratories Labs Ventures Partners Capital Securities Insurance Airlines Pharmaceuticals Biologics
    Energy Semiconductor Entertainment Studios Center Centre Agency Commission Authority Industries Mobile Media
    """
)
ENGLISH_SMALL = words("of for and on the & de")

# structures: strong heads name one with any specific word before them; weak ones and metaphors are common nouns too
STRONG_HEADS = words("원팀 원(One)팀 얼라이언스 카운슬 드림팀 서밋 이니셔티브 컨소시엄")
WEAK_HEADS = ("협의체", "협의회", "연합체", "포럼", "클러스터")
METAPHOR_HEADS = ("동맹", "연합", "연맹", "연합군", "연대")
ENGLISH_ALLIANCE_HEADS = (
    "Alliance",
    "Consortium",
    "Council",
    "Coalition",
    "Initiative",
    "One Team",
    "Forum",
    "Compact",
)
# nouns that introduce the name of a structure, in quotation marks or, of a joint venture, without them
STRUCTURE_INTRODUCTIONS = words(
    "협의체 연합체 협력체 협의회 얼라이언스 컨소시엄 카운슬 동맹체 연맹 이니셔티브 플랫폼동맹 공동체"
)
VENTURES = words("합작법인 합작사 합작회사 합작기업 합작투자회사 조인트벤처")
# words after a structure's name that make it an example of a kind ('얼라이언스 수준')
KIND_WORDS = words("수준 규모 급 형태 방식 같은 형식 성격")

SURNAMES = frozenset(
    words(
        """
    김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우
    구 민 류 나 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 라 왕 금 옥 육 인
    맹 제 모 탁 국 어 은 편 용 예 봉 경 사 부 피 두 감 음 빈 동 호 형 계 옹 태 범 승 간 상 시 갈 당 단 리
    """
    )
)
DOUBLE_SURNAMES = frozenset(words("남궁 황보 제갈 사공 선우 서문 독고 동방"))
# endings of nouns for bodies, places and people in general, which no given name has
NOT_PEOPLE_ENDINGS = words("당 점 건설 업체 계열사 유족 가족 경찰 검찰 인근 모든 마지막")
# words that look like a Korean name of a person and stand where one could stand
NOT_PEOPLE = frozenset(
    words(
        """
    사장 부사장 회장 부회장 이사 이사장 전무 상무 대표 본부장 부문장 센터장 실장 팀장 원장 총장 행장 신임 전임
    현직 전직 공동 각자 총괄 최고 이번 지난 당시 최근 현재 한편 하지만 이날 오는 이후 이전 이어 이에 아울러 특히
    여기 정부 국내 해외 한국 미국 일본 중국 주요 관련 기존 신규 차기 선임 수석 임시 정기 서울 부산 대구 인천 광주
    대전 울산 경기 강원 전북 전남 경북 경남 제주 이통사 이동통신 고객 고위 도중 양사 임원 임직원 직원 이사회
    정기주총 주주총회 사진 왼쪽 오른쪽 가운데 제공 기자 특파원 중앙 현대 우리 하나 국민
    모두 우선 사업 사업부 전략 기술 영업 마케팅 홍보 인사 재무 연구 개발 무선 유선 미디어
    부문 담당 전담 조직 공식 공개 정책 경영 경제 금융 투자 지주 인공지능 데이터 플랫폼 서비스 이통 통신 전자
    자동차 배터리 반도체 모바일 네트워크 솔루션 시스템 성장 미래 신사업 신규사업 전사 소속 출신 대상 예정 계획
    이상 이하 유력 전망 국가 국회 장관 차관 대통령 총리 위원 위원장 의원 의장 시장 지사 도지사 청장 국장 단장 소장
    감독 교수 박사 변호사 주지사 대사 한때 연초 연말 올초 오전 오후 동시 상임 사외 비상임 명예 창업 설립 전문 자문
    기획 지원 관리 운영 구매 생산 품질 안전 보안 법무 감사 강조 공유 조사 주장 이동 지역 남부 북부 동부 서부 이중
    이외 그룹 회사 기업 계열 노조 조합 은행 지점 임명 인선 후보 공모 선출 강력 진행 추진 주도 전격 정식 안건 방안
    방침 현장 노력 성공 조만간 여야 위해 하도록 오바마 모아 나설 진짜
    """
    )
)

CREDIT_WORDS = words(
    """
    제공 사진 출처 자료 캡처 갈무리 기자 특파원 뉴스 일보 신문 경제 타임즈 타임스 저널 미디어 TV 방송 통신 투데이
    데일리 속보 단독 종합 포토
    """
)

GROUP_COUNTS = {"양": 2, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "삼": 3, "사": 4}
ENGLISH_GROUP_COUNTS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "pair": 2,
    "duo": 2,
    "trio": 3,
    "quartet": 4,
}
