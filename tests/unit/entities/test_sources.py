"""Where an outlet heads a story and where it is named in it."""

import pytest

from pipelines.entities.sources import heads_story


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[서울=가나통신] 두 회사가 손을 잡았다.", "가나통신"),
        ("제목\n[가나신문] 두 회사가 손을 잡았다.", "가나신문"),
        ("OSLO (Ganapress) - Two firms signed a pact.", "Ganapress"),
    ],
)
def test_an_outlet_in_the_mark_that_begins_a_line_heads_the_story(text: str, name: str) -> None:
    assert heads_story(text, text.index(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("가나통신은 나라신문과 협약을 맺었다.", "가나통신"),
        ("두 회사(가나통신, 나라신문)는 협약을 맺었다.", "가나통신"),
        ("Two firms (Ganapress and a rival) formed a venture.", "Ganapress"),
    ],
)
def test_an_outlet_named_inside_a_sentence_does_not(text: str, name: str) -> None:
    assert not heads_story(text, text.index(name))
