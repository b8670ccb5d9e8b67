"""Words of dates, Korean and English, with what they mean relative to the reference day.

Tables only; date_rules.py builds patterns from them and dates.py reads texts.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# years before (-) or after (+) the reference year
RELATIVE_YEARS = {
    "지난해": -1, "작년": -1, "전년": -1, "재작년": -2, "그러께": -2, "올해": 0, "올 해": 0, "금년": 0,
    "내년": 1, "내후년": 2,
}  # fmt: skip
# years relative to the year named last before
ANCHORED_YEARS = {"같은 해": 0, "같은해": 0, "그해": 0, "이듬해": 1}
RELATIVE_MONTHS = {
    "지난달": -1, "지난 달": -1, "저번달": -1, "저번 달": -1, "전월": -1, "이달": 0, "이번달": 0, "이번 달": 0,
    "금월": 0,
    "다음달": 1, "다음 달": 1, "내달": 1, "익월": 1,
}  # fmt: skip
ANCHORED_MONTHS = {"같은 달": 0, "같은달": 0}
RELATIVE_WEEKS = {
    "지난주": -1, "지난 주": -1, "저번주": -1, "저번 주": -1, "이번주": 0, "이번 주": 0, "금주": 0, "다음주": 1,
    "다음 주": 1,
    "내주": 1, "다가오는 주": 1, "오는주": 1, "오는 주": 1,
}  # fmt: skip
RELATIVE_QUARTERS = {"지난 분기": -1, "지난분기": -1, "이번 분기": 0, "이번분기": 0, "다음 분기": 1, "다음분기": 1}
RELATIVE_DAYS = {
    "오늘": 0, "금일": 0, "어제": -1, "전날": -1, "전일": -1, "내일": 1, "모레": 2, "내일모레": 2,
    "그제": -2, "그저께": -2, "엊그제": -2,
}  # fmt: skip
# days relative to the day named last in the same paragraph, else to the reference
ANCHORED_DAYS = {"이날": 0, "당일": 0, "같은 날": 0, "다음날": 1, "다음 날": 1, "이튿날": 1}
WEEKDAYS = {"월": 0, "화": 1, "수": 2, "목": 3, "금": 4, "토": 5, "일": 6}
QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "일": 1, "이": 2, "삼": 3, "사": 4}
HALVES = {"상반기": 1, "하반기": 2, "전반기": 1, "후반기": 2}
EDGES = {
    "초": "start", "초순": "start", "초반": "start", "상순": "start", "중순": "mid", "중반": "mid",
    "하순": "end", "말": "end", "후반": "end",
    "안": "end", "내": "end",
}  # fmt: skip
# words for a part of the reference year
YEAR_PARTS = {"연초": "start", "연말": "end", "연내": "end", "올초": "start", "올 초": "start"}
PAST_LEADS = ("지난", "저번")
FUTURE_LEADS = ("오는", "다가오는", "돌아오는", "다음")
THIS_LEADS = ("이번",)
UNITS = {
    "년": "year", "개월": "month", "달": "month", "주": "week", "주일": "week", "일": "day", "분기": "quarter",
}  # fmt: skip
NATIVE_NUMBERS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "이": 2, "삼": 3, "사": 4, "오": 5}

# what turns a number of days, months or years into an amount of time
DURATION_TAILS = words("간 동안 여 째 씩 치 권 분 짜리 차 제 형 정도 만 생 산 수 물 당 가량 대 래 연속")
DURATION_NEXT = words(
    """
    사용권 이용권 동안 연속 이내 만에 만의 숙박 휴가 여행 코스 일정 체험 무료 이상 이하 안에 내에 가량 정도 차
    짜리 앞서 먼저
    """
)

# what follows a date in its clause and shows where it looks; the nearer one wins
PAST_CUES = (
    r"밝혔|전했|알렸|발표했|말했|공시했|공개했|체결했|맺었|설명했|열렸|출범했|답했|[가-힣]*[았었했됐렸졌혔났갔왔웠췄봤뒀뤘꿨섰]다"
    r"|한 바 있|[가-힣]*[었았했](?:으며|고|는데|지만)|(?:출범한|열린|결성한|체결한|설립한|발표한)(?!다)|맺은|나온"
)
FUTURE_CUES = (
    r"예정|계획|전망|앞두|방침|열린다|개최한다|시작한다|출시한다|나선다|할 것|될 것|열릴|나올|맺는다|체결한다|목표|까지"
)

ENGLISH_MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6,
    "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
ENGLISH_WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
ENGLISH_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the previous day": -1, "the day before": -1}
ENGLISH_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
ENGLISH_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "latter": 2,
}
ENGLISH_EDGES = {
    "early": "start", "beginning": "start", "start": "start", "mid": "mid", "middle": "mid", "late": "end",
    "end": "end",
}  # fmt: skip
