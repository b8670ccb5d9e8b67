"""Words around the quoted names that parties join: nouns for structures, and nouns for what people only attend.

Tables only; joined_names.py reads them.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# behind a name in quotation marks they say that it is a structure's
STRUCTURES = words(
    """
    연합 연합체 연합군 컨소시엄 얼라이언스 협의체 협의회 협력체 동맹 동맹체 연대 카르텔 공동체 연맹 리그 추진단
    추진체 네트워크 이니셔티브 카운슬
    """
)
# before a name they say that it is one of a happening, a work or a product's offer
HAPPENINGS = words(
    """
    행사 전시회 박람회 캠페인 대회 포럼 축제 콘서트 공연 드라마 영화 예능 프로그램 게임 앨범 세미나 콘퍼런스 컨퍼런스
    챌린지 경진대회 공모전 투어 펀드 영화제 시상식 팬미팅 교육 과정 강좌 봉사활동 봉사단 이벤트 사업 지원사업 과제
    정책 법안 작전 훈련 선거 입찰 공모 유상증자 라운드 신곡 소설 책 만화 웹툰 구호 표어 주제 신작 서버
    """
)
HAPPENING_ENDINGS = (
    *HAPPENINGS,
    *words(
        """
        쇼 엑스포 페어 페스티벌 페스타 콘서트 데이 위크 주간 어워드 어워즈 컵 오픈 마라톤 올림픽 월드컵 회담 회의 총회
        서밋 토크 데이즈 간담회 설명회 발표회 출범식 협약식 기념식 시즌 에디션 시리즈
        """
    ),
)
