"""English names that no list has."""

from __future__ import annotations

import pytest

from pipelines.entities.mentions import find_mentions
from pipelines.entities.model import Knowledge


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Castor Bio, Aurelia Pharma and Truvan founded the Open Vaccine Consortium.",
            {
                ("Castor Bio", "org"),
                ("Aurelia Pharma", "org"),
                ("Truvan", "org"),
                ("Open Vaccine Consortium", "alliance"),
            },
        ),
        ("Hollow Pine signed a pact with Amber Lake.", {("Hollow Pine", "org"), ("Amber Lake", "org")}),
        ("Midfielder Tom Hale joined Leeds.", set()),
        ("Tall Trees grow slowly in Green Valley.", set()),
    ],
)
def test_english_companies_are_known_by_their_company(sentence: str, wanted: set[tuple[str, str]]) -> None:
    found = find_mentions(sentence, Knowledge({}, ()))
    assert {(m.surface, m.mention_type) for m in found if m.mention_type in ("org", "alliance")} == wanted
