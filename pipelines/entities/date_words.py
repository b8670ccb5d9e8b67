"""Korean words of dates, with what they mean relative to the reference day.

Tables only; date_fields.py builds patterns from them, date_rules*.py resolves them. English ones are in
date_words_english.py, holidays and seasons in date_holidays.py.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# years before (-) or after (+) the reference year
RELATIVE_YEARS = {
    "지난해": -1, "작년": -1, "작년도": -1, "전년": -1, "전년도": -1, "지지난해": -2, "재작년": -2, "그러께": -2,
    "올해": 0, "올 해": 0, "올": 0, "금년": 0, "금년도": 0, "내년": 1, "내년도": 1, "내후년": 2,
}  # fmt: skip
# years relative to the year named last before
ANCHORED_YEARS = {
    "같은 해": 0, "같은해": 0, "그해": 0, "그 해": 0, "동년": 0, "이듬해": 1, "그 이듬해": 1, "그다음 해": 1,
    "그 다음 해": 1,
}  # fmt: skip
RELATIVE_MONTHS = {
    "지난달": -1, "지난 달": -1, "저번달": -1, "저번 달": -1, "전월": -1, "전달": -1, "지지난달": -2, "지지난 달": -2,
    "이달": 0, "이번달": 0, "이번 달": 0, "금월": 0, "당월": 0,
    "다음달": 1, "다음 달": 1, "내달": 1, "익월": 1, "다다음달": 2, "다다음 달": 2,
}  # fmt: skip
# '전달' is a handover as well, so that it is a month only before a day
ONLY_BEFORE_A_DAY = ("전달",)
ANCHORED_MONTHS = {"같은 달": 0, "같은달": 0, "그달": 0, "그 달": 0, "동월": 0, "이듬달": 1}
MONTH_PARTS = {"월초": "start", "월말": "end"}
RELATIVE_WEEKS = {
    "지난주": -1, "지난 주": -1, "저번주": -1, "저번 주": -1, "전주": -1, "지지난주": -2, "지지난 주": -2,
    "이번주": 0, "이번 주": 0, "이 주": 0, "금주": 0,
    "다음주": 1, "다음 주": 1, "내주": 1, "차주": 1, "다가오는 주": 1, "오는주": 1, "오는 주": 1, "다다음주": 2,
    "다다음 주": 2,
}  # fmt: skip
# weeks that are other words too (a city, 'this stock', 'to give away'), with what tells that a week is meant
DOUBTFUL_WEEKS = {
    "전주": r"\s?(?:대비|보다|같은\s기간|말(?![가-힣])|[월화수목금토일]요일)|\s*$",
    "이 주": r"\s?[월화수목금토일]요일|\s*$",
    "내주": r"(?:에|부터|까지|께|쯤|중|\s?[초말](?![가-힣]))|\s?[월화수목금토일]요일|[^가-힣]|$",
}
RELATIVE_QUARTERS = {
    "지난 분기": -1, "지난분기": -1, "전분기": -1, "전 분기": -1, "직전 분기": -1,
    "이번 분기": 0, "이번분기": 0, "다음 분기": 1, "다음분기": 1,
}  # fmt: skip
RELATIVE_DAYS = {
    "오늘": 0, "금일": 0, "어제": -1, "전날": -1, "전일": -1, "작일": -1, "내일": 1, "명일": 1, "모레": 2,
    "내일모레": 2, "글피": 3, "그제": -2, "그저께": -2, "엊그제": -2,
}  # fmt: skip
# days relative to the day named last in the same paragraph, else to the reference
ANCHORED_DAYS = {
    "이날": 0, "당일": 0, "이 날": 0, "같은 날": 0, "같은날": 0,
    "다음날": 1, "다음 날": 1, "이튿날": 1, "이튿 날": 1, "익일": 1,
    "그날": 0, "그 날": 0,
}  # fmt: skip
# days that only a day named before gives
NEVER_THE_REFERENCE = ("그날", "그 날")
WEEKDAYS = {"월": 0, "화": 1, "수": 2, "목": 3, "금": 4, "토": 5, "일": 6}
QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "일": 1, "이": 2, "삼": 3, "사": 4}
HALVES = {"상반기": 1, "하반기": 2, "전반기": 1, "후반기": 2}
EDGES = {
    "초": "start", "초순": "start", "초반": "start", "상순": "start", "중순": "mid", "중반": "mid",
    "하순": "end", "말": "end", "후반": "end", "말미": "end", "연말": "end", "연초": "start",
    "안": "end", "내": "end",
}  # fmt: skip
# words for a part of the reference year
YEAR_PARTS = {"연초": "start", "연말": "end", "연내": "end", "연말연시": "end"}
PAST_LEADS = ("지난", "저번")
FUTURE_LEADS = ("오는", "다가오는", "돌아오는", "다음")
THIS_LEADS = ("이번",)
UNITS = {
    "년": "year", "해": "year", "개월": "month", "달": "month", "주": "week", "주일": "week", "일": "day",
    "분기": "quarter",
}  # fmt: skip
NATIVE_NUMBERS = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "석": 3,
    "넉": 4,
}  # fmt: skip
SINO_NUMBERS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10}
# which numbers in letters go with which unit: '두 달' and '삼 년', while '이달' is this month
NATIVE_UNITS = ("해", "달", "주", "주일")
SINO_UNITS = ("년", "개월", "주", "주일")
# '이주' is removal too, so that two weeks are so written only where '지난' or '다음' says it
DOUBTFUL_COUNTS = ("이주", "사주")
NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15,
}  # fmt: skip
# 'a few days' is read as three, as the corpus of Duckling has it
A_FEW_DAYS = ("며칠", "몇일")
SINO_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
SINO_MONTHS = {
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "유": 6, "육": 6, "칠": 7, "팔": 8, "구": 9, "시": 10, "십": 10,
    "십일": 11, "십이": 12,
}  # fmt: skip
ORDINALS = {
    "첫": 1, "첫째": 1, "첫번째": 1, "첫 번째": 1, "둘째": 2, "두번째": 2, "두 번째": 2, "셋째": 3, "세번째": 3,
    "세 번째": 3, "넷째": 4, "네번째": 4, "네 번째": 4, "다섯째": 5, "다섯번째": 5, "다섯 번째": 5, "마지막": -1,
}  # fmt: skip

# what turns a number of days, months or years into an amount of time
DURATION_TAILS = words(
    "간 동안 여 째 씩 치 권 분 짜리 차 제 형 정도 만 생 산 수 물 당 가량 대 래 연속 내내 새 전 후 뒤 반 마다"
)
DURATION_NEXT = words(
    """
    사용권 이용권 동안 연속 이내 만에 만의 숙박 휴가 여행 코스 일정 체험 무료 이상 이하 안에 내에 가량 정도 차
    짜리 앞서 먼저 넘게 내내 단위 주기 근무 출근 배송 연장 단축 남짓 남기고 앞두고 걸려 걸린 치료 격리 천하
    """
)
# what turns a number of four digits before 년 into an age of centuries
CENTURIES_NEXT = words("동안 넘 이상 역사 전통 묵은 만에 세월 걸친 고도")
# what may stand before a number of years without making a calendar year of it
AMOUNT_BEFORE = words("향후 앞으로 지난 최근 약 총 매 무려 최대 최소 최장 거의 만")
# and what makes an amount of a number of days
AMOUNT_OF_DAYS_BEFORE = (*words("박 월 주 하루 총 약 단 연간 매월 매달 최대 최소 최장 무려 꼬박 만 평균"),)
# what comes again and again has no date
RECURRING = words("매년 매월 매달 매주 격주 해마다 매해 매 every each")
# nouns that make a kind of company or contract of a month
MONTH_KINDS = words("결산 인도분 선물")
# what a distance is counted from where it is not the reference: '설립 3년 후'
EVENT_BEFORE = words(
    """
    설립 창립 창업 출범 출시 개통 개장 개점 개봉 개막 개설 결성 결혼 합병 인수 가입 입사 취임 체결 서명 계약 시행
    시작 착공 완공 준공 발효 상장 마감 만료 종료 퇴임 퇴사 은퇴 졸업 입학 출생 출산 사망 데뷔 도입 발매 발사 납품
    발급 구매 구입 이용 사용 복용 접종 수술 제조 출고 그로부터 이로부터
    """
)

# Past tense is a syllable that ends in ㅆ before 다, 고 and the like; '있' and '겠' are not past.
_SS = "".join(chr(0xAC00 + 28 * n + 20) for n in range(399))
PAST_SYLLABLE = "[" + "".join(c for c in _SS if c not in "있겠") + "]"
PAST_CUES = (
    rf"{PAST_SYLLABLE}(?:다|으며|고|는데|지만|던|을\s때)|한\s바\s있|따르면"
    r"|(?:출범한|열린|결성한|체결한|설립한|발표한)(?!다)|맺은|나온|기준"
)
PLAN_CUES = r"예정|계획|전망|앞두|방침|[할될]\s것|열릴|나올|목표|까지|[갈할될릴일]\s(?:듯|전망|수\s있)"
PRESENT_CUES = r"[한된인린난진선연낸든뜬간온준본운눈친킨]다|는다|키로|하기로"
SPEECH_CUES = r"고\s(?:\S{1,6}\s)?(?:밝혔|전했|말했|설명했|발표했|알렸|덧붙였|강조했|공시했|내다봤)|밝혔다"
