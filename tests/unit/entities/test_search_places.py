"""Patterns that are tried only where they can begin find all that a search through the whole text finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities import alliance_names, anaphora, people, triggers
from pipelines.entities.automaton import Words, matches_at, matches_before, word_before

PIECES = st.sampled_from(
    """
    3사 12개사 1234사 양사 삼사 두 세 회사 두회사 다섯 여섯 개 기업 10개 은행 등 등3개 병원 이들
    양측 해당 이번 그 이 협의체 카운슬 통신사 이들은 박 김 김서준 남궁민 황보 이데자와 사장 부사장 대표이사
    CEO 회장은 의장을 가온전자 정부 행정부 대통령 정권 , 마케팅팀 MNO사업대표 '바다 바다' 원팀' ‘푸른
    모임’ 합류 에 를 꾸려 온 주도하는 속한 결성한 뭉친 결성 탈퇴했다 팀 '팀 코리아' 협력'은 의 회원사 .
    ( ) A 7
    """.split()
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(("", " ", " ", "\n"))), max_size=24).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def spans(matches):
    return [match.span() for match in matches]


@given(TEXTS)
def test_every_group_word_is_tried(text):
    begins = [begin.start() for begin in anaphora.GROUP_BEGINS.finditer(text)]
    assert spans(matches_at(anaphora.KOREAN_GROUP, text, begins)) == spans(anaphora.KOREAN_GROUP.finditer(text))


@given(TEXTS)
def test_every_quoted_name_that_is_acted_on_is_tried(text):
    assert spans(alliance_names._acts(text)) == spans(alliance_names.ACTED_ON.finditer(text))


@given(TEXTS)
def test_every_post_before_a_name_is_tried(text):
    posts = people.POST_WORDS.starts(text)
    assert spans(matches_at(people.POST_THEN_NAME, text, posts)) == spans(people.POST_THEN_NAME.finditer(text))


@given(TEXTS)
def test_every_surname_before_a_post_is_tried(text):
    starts = word_before(text, people.POST_WORDS.starts(text), people.LONGEST_SURNAME)
    assert spans(matches_at(people.SURNAME_POST, text, starts)) == spans(people.SURNAME_POST.finditer(text))


@given(TEXTS)
def test_every_name_before_a_state_is_tried(text):
    starts = word_before(text, people.STATE_WORDS.starts(text), people.LONGEST_NAME)
    assert spans(matches_at(people.STATE_LEADER, text, starts)) == spans(people.STATE_LEADER.finditer(text))


@given(TEXTS)
def test_every_name_with_its_post_right_behind_is_tried(text):
    posts = people.POST_WORDS.starts(text)
    near = matches_before(people.NAME_THEN_SPACE, text, posts, longest=people.LONGEST_NAME, reach=people.POST_REACH)
    tried = spans(near)
    for match in people.NAME_THEN_SPACE.finditer(text):
        if people.POST_AFTER_NAME.match(text, match.end()):
            assert match.span() in tried
    assert tried == sorted(set(tried))


@pytest.mark.parametrize(
    "word", [*alliance_names.HEADS, *alliance_names.VENTURES, *alliance_names.STRUCTURE_INTRODUCTIONS]
)
def test_a_text_with_a_word_that_names_alliances_is_triggered(word):
    assert triggers.has_trigger(f"새 {word}")


def test_half_of_a_surrogate_pair_hides_no_word():
    assert Words(["사장"]).places("\ud83d사장") == [(0, 1, 3)]


def test_no_words_stand_nowhere():
    assert Words([]).places("사장") == []
