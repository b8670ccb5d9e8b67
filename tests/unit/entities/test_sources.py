"""Where an outlet is a source and where it is a party."""

import pytest

from pipelines.entities.sources import is_source


def _reads_as_source(text: str, name: str) -> bool:
    start = text.index(name)
    return is_source(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[서울=가나통신] 두 회사가 손을 잡았다.", "가나통신"),
        ("[가나신문] 두 회사가 손을 잡았다.", "가나신문"),
        ("가나통신에 따르면 협상은 깨졌다.", "가나통신"),
        ("가나통신은 협상이 깨졌다고 보도했다.", "가나통신"),
        ('그는 가나통신에 "아직 모른다"고 말했다.', "가나통신"),
        ("OSLO (Ganapress) - Two firms signed a pact.", "Ganapress"),
        ("Ganapress reported that the talks had failed.", "Ganapress"),
        ("The firm told Ganapress that it was not involved.", "Ganapress"),
    ],
)
def test_an_outlet_that_reports_or_heads_the_story_is_a_source(text: str, name: str) -> None:
    assert _reads_as_source(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("가나통신은 나라신문과 협약을 맺었다.", "가나통신"),
        ("세 방송사와 가나통신이 '누리 얼라이언스'에 참여한다.", "가나통신"),
        ("Ganapress and a rival formed a joint venture.", "Ganapress"),
    ],
)
def test_an_outlet_that_deals_is_a_party(text: str, name: str) -> None:
    assert not _reads_as_source(text, name)
