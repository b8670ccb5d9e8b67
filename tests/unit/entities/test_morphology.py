"""Names are kept whole by the analysis, so that the particles after them split off right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities.morphology import NAME_TAG, analyze, analyze_all


@pytest.mark.parametrize(
    ("text", "name", "particle", "tags"),
    [
        ("LGU+와 협력했다.", "LGU+", "와", {"JC", "JKB"}),
        ("얼라이언스를 결성했다.", "얼라이언스", "를", {"JKO"}),
        ("KT는 합류했다.", "KT", "는", {"JX"}),
        ("'다온 원팀'에는 KT가 있다.", "다온 원팀", "에", {"JKB"}),
    ],
)
def test_the_particle_splits_off_right_after_a_pretokenized_name(text, name, particle, tags):
    start = text.index(name)
    end = start + len(name)
    morphemes = analyze(text, [(start, end)])
    (named,) = [m for m in morphemes if m.start == start]
    assert (named.form, named.tag, named.end) == (name, NAME_TAG, end)
    following = next(m for m in morphemes if m.start >= end and not m.tag.startswith("SS"))
    assert following.form == particle
    assert following.tag in tags


def test_without_the_name_the_same_text_may_split_elsewhere():
    text = "LGU+와 협력했다."
    assert not any((m.start, m.end) == (0, 4) for m in analyze(text))


def test_offsets_count_from_where_the_text_stands():
    alone, moved = analyze("KT는 합류했다.", [(0, 2)]), analyze("KT는 합류했다.", [(0, 2)], offset=100)
    assert [(m.form, m.tag, m.start + 100, m.end + 100) for m in alone] == [
        (m.form, m.tag, m.start, m.end) for m in moved
    ]


@given(st.lists(st.sampled_from(["KT는 합류했다.", "얼라이언스를 결성했다.", "", "비가 온다."]), max_size=5))
def test_several_texts_are_read_as_each_alone(texts):
    assert analyze_all(texts, [()] * len(texts)) == [analyze(text) for text in texts]
