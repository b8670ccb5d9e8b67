"""Words that show a company by what it does and by what stands beside its name.

Tables only; acting_names.py reads them.
"""

from __future__ import annotations

from pipelines.entities.name_words import ORGANIZATION_HEADS
from pipelines.entities.word_table import words

# a word that ends in one of these, right before a name, says that the name is a company's
COMPANY_NOUNS = words(
    """
    업체 기업 회사 제조사 개발사 운영사 유통사 제작사 건설사 시공사 시행사 제약사 게임사 카드사 통신사 이통사
    보험사 손보사 생보사 증권사 항공사 해운사 조선사 정유사 물류사 배급사 기획사 여행사 방송사 운용사 투자사
    화학사 철강사 식품사 패션사 플랫폼사 배터리사 부품사 위탁사 스타트업 벤처 벤처기업 자회사 계열사 관계사
    모회사 지주사 파트너사 협력사 경쟁사 사업자 유니콘
    """
)
# what a company has and a thing has not: 'X 관계자', 'X 주가'
COMPANY_PARTS = words(
    """
    관계자 측 대변인 임직원 경영진 이사회 노조 주가 주식 지분 주주 최대 본사 경영권 홍보실 홍보팀
    """
)
# posts behind the name of a company, or of the person who holds one
COMPANY_POSTS = words("회장 부회장 사장 부사장 대표 대표이사 공동대표 최고경영자 CEO")
# what opens a parenthesis after the name of a company
COMPANY_GLOSSES = words("대표 대표이사 공동대표 각자대표 회장 사장 의장 은행장 행장 원장 총장 이사장 CEO 이하")

# acts of organizations among one another and on the market
DEALS = words(
    """
    체결 맺었 맺고 맺기 맺는 맺은 맺으 맺을 맺어 협약 MOU 양해각서 합작 인수 합병 공시 출자 제휴 손잡 손을 맞손
    동맹 컨소시엄을 협의체를 자사주 유상증자 상장 파트너십 결별 맞교환 의기투합 협업 뭉쳤 뭉친 주식
    """
)
# acts whose object is a company
TAKEOVERS = words("인수 합병 흡수합병 사들 자회사로 계열사로 매각")
# acts of organizations where an alliance is named, and of people elsewhere
ENTRIES = words(
    """
    합류 가입 탈퇴 결성 발족 출범 참여 이탈 주도 이끌 이끈 설립 빠졌 빠진 남는다 떠났 떠난 손떼 참여사
    회원사 의장 간사 꾸리 꾸려 꾸린 창립 창설 속해 속한 소속 가세 동참 이름을 만든 만들었 이뤄진 이루어진
    떠나 구성 비롯해 함께하
    """
)
# what organizations do, and things too
DEEDS = words(
    """
    밝혔 발표 출시 선보 공개 개발 공급 협력 추진 계획 운영 투자 생산 판매 수주 개최 설명했 공동으로 계약 인하
    제안 논의 검토 협의 협상 추천 갖는다 보유 매각 취득 부인 일축 반박
    """
)

# endings of companies' names that are plain words of their trade too
TRADES = words(
    """
    배터리 로봇 로보틱스 물류 은행 뱅크 셀 드론 자동차 모터 오토 모빌리티 택시 버스 운수 렌터카 카셰어링 해운
    항공 여객 관광 투어 여행 호텔 리조트 카지노 게임 게임즈 소프트 인터랙티브 엔터 엔터테인먼트 뮤직 픽처스
    픽쳐스 스튜디오 미디어 방송 출판 교육 에듀 에듀테크 러닝 북스 웹툰 데이터 클라우드 네트워크 네트웍스 시스템
    시스템즈 테크 랩 랩스 보안 시큐리티 솔루션 솔루션즈 반도체 칩 디스플레이 광학 옵틱스 센서 전자 전기 전선
    정밀 기계 중공업 철강 제철 금속 비철 화학 석유화학 정유 소재 첨단소재 케미칼 케미컬 머티리얼즈 에너지 파워
    전력 발전 솔라 가스 오일 환경 건설 종합건설 건축 토건 주택 엔지니어링 산업 산업개발 개발 디벨롭 시멘트
    페인트 유리 가구 리빙 홈 인테리어 제지 섬유 패션 어패럴 코스메틱 화장품 뷰티 생활건강 제약 약품 파마 팜
    바이오 바이오텍 바이오로직스 헬스 헬스케어 메디 메디칼 메디텍 의료 진단 테라퓨틱스 식품 푸드 푸드시스템 제과
    제분 제당 유업 음료 주류 맥주 커피 치킨 피자 버거 김치 수산 농산 축산 사료 종묘 농기계 유통 마트 슈퍼
    편의점 백화점 홈쇼핑 쇼핑 커머스 리테일 면세점 아울렛 페이 카드 캐피탈 저축은행 금융 금융지주 지주 홀딩스
    그룹 증권 투자증권 자산운용 운용 보험 생명 생명보험 화재 손보 손해보험 신탁 벤처스 파트너스 인베스트먼트
    텔레콤 통신 모바일 위성 우주 항공우주 에어로 에어 디펜스 방산 조선 선박 마린 로지스 로지스틱스 익스프레스
    택배 특송 통운 모터스 타이어 오토모티브 공사 공단 재단
    콘텐츠 컬처 코믹스 리츠 페이먼츠 커넥트
    """
)
COMPANY_ENDINGS: tuple[str, ...] = tuple(
    sorted({*TRADES, *(head for heads in ORGANIZATION_HEADS.values() for head in heads)}, key=lambda w: (-len(w), w))
)

# words that say of what sort a thing is ('배달로봇'), so that with a trade's word they name no company
SORTS = frozenset(
    words(
        """
    배달 배송 협동 안내 청소 서빙 조리 방역 순찰 돌봄 간병 수술 재활 착용 보행 산업용 가정용 물류용 군사용 의료용
    차량용 개인용 업무용 소형 중형 대형 초소형 경량 고속 저속 무인 유인 수소 전기 태양 풍력 자율 자동 수동 원격
    이동 이동식 고정 공중 해상 육상 지상 실내 실외 옥외 야간 주간 심야 당일 새벽 국내 해외 국제 국산 외산 수입 수출
    신형 구형 신규 기존 차세대 미래 첨단 최신 고급 저가 고가 중저가 프리미엄 보급형 친환경 재생 폐 중고 렌트 공유
    구독 맞춤 맞춤형 온라인 오프라인 모바일 비대면 대면 무료 유료 간편 결제 체크 신용 선불 후불 교통 여행자 자동차
    실손 종신 연금 화물 여객 승용 상용 고속 시내 시외 광역 마을 통학 관광 전세 대중 공공 민간 사내 사외 지역 도심
    농촌 해양 심해 우주 위성 항공 군용 방산 국방 소방 경찰 학교 병원 아파트 주택 상업 사무 공장 창고 매장 점포
    스마트 인공지능 빅 메타 가상 증강 사물 음성 영상 이미지 문서 번역 대화 생성형 거대 초거대 리튬 전고체 고체
    나트륨 이차전지 폐배터리 원통형 각형 파우치형 메모리 비메모리 시스템 전력 차량 그래픽 신약 복제 개량 백신 항암
    희귀 건강 기능 간편 냉동 냉장 즉석 수제 생 원두 캔 무알코올 콘솔 모바일게임 신작 인기 대작 캐주얼 공개 비공개
    """
    )
)
# endings of compound nouns that are no names, besides the generic words of name_words.py
NO_NAME_ENDINGS = frozenset(
    words(
        """
    부문장 본부장 실장 센터장 그룹장 사업부장 팀장 단장 원장 소장 위원장 장관 차관 시장 지사 대변인 관계자
    업계 학계 재계 금융권 증권가 정치권 당국 관계 시장 제도 정책 방안 방침 계획 전략 전망 비중 단가 총액 주가 지수
    노조 노동자 근로자 종사자 소비자 이용자 가입자 투자자 참여사 회원사 제조사 개발사 운영사 업자 사업자 주민 시민
    학생 환자 고객 직원 대표 회장 사장 임원 이사회 총회 협상 협약 계약 합의 체결 설립 합병 인수 상장 공시 결정
    발표 행사 대회 회의 포럼 전시회 박람회 축제 캠페인 프로젝트 프로그램 플랫폼 서비스 상품 제품 모델 차종 기종
    앱 기능 성능 품질 기술 특허 표준 규격 인증 임상 시험 연구 개발 생산 판매 수출 수입 매출 이익 수익 손실
    비용 가격 요금 금액 자금 자본 자산 부채 채권 주식 지분 지역 단지 신도시 공장 매장 점포 지점 센터 사옥 본사
    건물 부지 도로 철도 노선 구간 지방자치단체 지자체 중소기업 대기업 중견기업 스타트업 협의체 컨소시엄 얼라이언스
    동맹 연합 조직 팀 부서 부문 본부 사업부 인력 인재 전문가 개발자 엔지니어 데이터 정보 자료 문서 규제 법안 법률
    조례 예산 세금 보조금 지원금 대책 사태 사고 사건 문제 이슈 논란 의혹 소문 추측 경쟁 갈등 분쟁 소송 재판 효과
    영향 결과 원인 이유 배경 목적 목표 의미 관심 우려 기대 반응 평가 분석 조사 보고서 기사 뉴스 사진 영상
    """
    )
)
