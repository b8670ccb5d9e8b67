"""Where a town is a place and where it acts."""

import pytest

from pipelines.entities.addresses import is_address


def _reads_as_address(text: str, name: str) -> bool:
    start = text.index(name)
    return is_address(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("서울 노원구 상계동에 사는 박모씨", "노원구"),
        ("협약식은 서울 노원구 미르타워 강당에서 열렸다.", "노원구"),
        ("두 회사는 여주시에 공장을 짓는다.", "여주시"),
        ("세 사람은 여주시청에서 만났다.", "여주시청"),
        ("경기도 여주시는 협약을 맺었다.", "경기도"),
        ("여주시 일대에 폭우가 내렸다.", "여주시"),
    ],
)
def test_a_town_before_an_address_or_a_particle_of_places_is_a_place(text: str, name: str) -> None:
    assert _reads_as_address(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("여주시는 한빛전지와 협약을 맺었다.", "여주시"),
        ("여주시에 따르면 다음 달 문을 연다.", "여주시"),
        ("한빛전지는 여주시에 제안서를 냈다.", "여주시"),
        ("여주시, 한빛전지와 손잡고 공장에서 일할 사람을 키운다", "여주시"),
        ("경기도 여주시는 협약을 맺었다.", "여주시"),
        ("한빛전지에서 일한다.", "한빛전지"),
    ],
)
def test_a_town_that_acts_or_is_told_something_is_a_party(text: str, name: str) -> None:
    assert not _reads_as_address(text, name)
