from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities import Decision, same_entity
from pipelines.entities.model import Alias, Entity, Knowledge
from pipelines.entities.normalizing import normalized, read_out, without_legal_form
from pipelines.entities.resolution import SAME, same_name
from pipelines.entities.resolution_sounds import likeness

NOTHING = Knowledge({}, ())


def asked(sentence: str, first: str, second: str, knowledge: Knowledge = NOTHING) -> Decision:
    a = sentence.index(first)
    free = sentence.replace(first, "\0" * len(first), 1)
    b = free.index(second) if second in free else sentence.index(second)
    return same_entity(sentence, (a, a + len(first)), (b, b + len(second)), knowledge)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("㈜가람", "가람"),
        ("가람(주)", "가람"),
        ("주식회사 가람", "가람"),
        ("유한책임회사 가람", "가람"),
        ("사단법인 가람협회", "가람협회"),
        ("Garam Co., Ltd.", "Garam"),
        ("Garam Co Ltd", "Garam"),
        ("Garam Holdings Inc.", "Garam Holdings"),
        ("Garam GmbH & Co. KG", "Garam"),
        ("(주)가람 유한회사", "가람"),
        ("Co.", "Co."),
        ("주식회사", "주식회사"),
        ("Cisco", "Cisco"),
        ("Tesco", "Tesco"),
    ],
)
def test_legal_forms_go_from_both_ends_and_never_leave_nothing(name: str, bare: str) -> None:
    assert without_legal_form(name) == bare


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("LG이노텍", "엘지이노텍"),
        ("SK", "에스케이"),
        ("KT&G", "케이티앤지"),
        ("LGU+", "엘지유플러스"),
        ("㈜TS가람", "티에스가람"),
    ],
)
def test_letters_are_read_out_as_korean_reads_them(first: str, second: str) -> None:
    assert read_out(first) == read_out(second)


@given(st.text(max_size=40))
def test_a_normalized_name_stays_as_it_is(name: str) -> None:
    assert normalized(normalized(name)) == normalized(normalized(normalized(name)))
    assert read_out(name) == read_out(name)


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("가람누리연구원(GNRI)은 15일 결과를 냈다.", "가람누리연구원", "GNRI"),
        ("'가람누리'(이하 가람)는 새 길을 찾는다.", "가람누리", "가람"),
        ("나루산업(현 나루홀딩스)이 처음 만든 배다.", "나루산업", "나루홀딩스"),
        ("미르텔(옛 미르통신)은 값을 내렸다.", "미르텔", "미르통신"),
        ("GNC, 즉 가람누리협의회가 정한 일이다.", "GNC", "가람누리협의회"),
        ("나루산업은 지난해 나루모빌리티로 이름을 바꿨다.", "나루산업", "나루모빌리티"),
        ("Garam Motors, formerly known as Naru Works, said on Monday it would pay.", "Garam Motors", "Naru Works"),
        ("Naru Works was renamed Garam Motors in May.", "Naru Works", "Garam Motors"),
        ("The Pan Garam Shipping Council met, and PGSC agreed.", "Pan Garam Shipping Council", "PGSC"),
        ("가람해양수산처 장관이 오자 가해수처도 움직였다.", "가람해양수산처", "가해수처"),
        ("전국나루노동조합총연맹 위원장은 나루노총의 뜻을 말했다.", "전국나루노동조합총연맹", "나루노총"),
        ("가람여자대학교가 상을 받자 가람여대는 기뻐했다.", "가람여자대학교", "가람여대"),
        ("전라남도가람협회는 20일 전남가람협회관에서 만났다.", "전라남도가람협회", "전남가람협회"),
        ("나루자동차 노조는 나루차의 안을 거부했다.", "나루자동차", "나루차"),
        ("㈜엘지미르와 맺은 계약을 LG미르가 알렸다.", "엘지미르", "LG미르"),
        ("칼륨소프트가 뜨자 Kalium Soft 주가도 올랐다.", "칼륨소프트", "Kalium Soft"),
    ],
)
def test_what_a_sentence_or_the_forms_say_is_one(sentence: str, first: str, second: str) -> None:
    decision = asked(sentence, first, second)
    assert decision.same
    assert decision.score >= SAME
    assert decision.reason
    assert asked(sentence, second, first).score == decision.score


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("가람과 가람전자가 함께 낸다.", "가람전자", "가람과"),
        ("가람중공업그룹은 가람중공업을 판다.", "가람중공업그룹", "가람중공업을"),
        ("가람지주와 가람그룹이 나눈다.", "가람지주", "가람그룹"),
        ("가람은행과 가람투자은행이 합친다.", "가람은행", "가람투자은행"),
        ("서울가람대 약학과와 부산가람대 약학과가 다툰다.", "서울가람대 약학과", "부산가람대 약학과"),
        ("나루그룹(나루전자, 나루통신)이 오른다.", "나루그룹", "나루통신"),
        ("나루(나루전자)가 오른다.", "나루", "나루전자"),
        ("제5공군과 제6공군이 맞붙는다.", "제5공군", "제6공군"),
        ("가람전자는 나루통신과 손을 잡고 미르를 만든다.", "가람전자", "나루통신"),
        ('가람 관계자는 나루를 "내칠 개편안이 아니다"라고 했다.', "가람", "나루"),
        ("Garam and Naru signed, while Mir Corp. left.", "Garam", "Naru"),
    ],
)
def test_what_nothing_says_to_be_one_is_two(sentence: str, first: str, second: str) -> None:
    assert not asked(sentence, first, second).same


def test_what_the_knowledge_base_holds_decides_before_any_evidence() -> None:
    one, other = Entity("org-a", "가람누리연구원", "org"), Entity("org-b", "GNRI", "org")
    sentence = "가람누리연구원(GNRI)은 15일 결과를 냈다."
    two = Knowledge({"org-a": one, "org-b": other}, (Alias("org-a", one.name), Alias("org-b", other.name)))
    assert not asked(sentence, "가람누리연구원", "GNRI", two).same
    known = Knowledge({"org-a": one}, (Alias("org-a", one.name), Alias("org-a", "미르")))
    assert asked("가람누리연구원과 미르가 왔다.", "가람누리연구원", "미르", known).same


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("넷플릭스", "Netflix"),
        ("퀄컴", "Qualcomm"),
        ("테슬라", "Tesla"),
        ("에릭슨", "Ericsson"),
        ("소프트뱅크", "SoftBank"),
    ],
)
def test_a_name_sounds_like_its_transcription(korean: str, latin: str) -> None:
    assert likeness(korean, latin) > 0.84
    assert likeness(latin, korean) == likeness(korean, latin)


@pytest.mark.parametrize(
    ("korean", "latin"), [("노키아", "Intel"), ("네이버", "Kakao"), ("카카오", "Nokia"), ("", "Intel")]
)
def test_names_that_sound_different_are_not_alike(korean: str, latin: str) -> None:
    assert likeness(korean, latin) < 0.6


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_names_get_a_score_and_the_same_one_either_way(first: str, second: str) -> None:
    one, other = same_name(first, second), same_name(second, first)
    assert 0 <= one.score <= 1
    assert one.same == (one.score >= SAME)
    assert one.score == other.score


@given(st.text(max_size=200), st.tuples(st.integers(0, 200), st.integers(0, 200)), st.integers(0, 200))
def test_no_sentence_and_no_span_is_too_odd_to_ask_about(sentence: str, first: tuple[int, int], start: int) -> None:
    decision = same_entity(sentence, first, (start, start + 5), NOTHING)
    assert 0 <= decision.score <= 1


def test_a_long_line_of_brackets_is_read_in_time() -> None:
    sentence = "가람" + "(" * 5_000 + "나루" + ")" * 5_000 + " '" * 3_000
    assert not asked(sentence, "가람", "나루").same
