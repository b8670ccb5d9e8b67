from __future__ import annotations

from datetime import date

import pytest

from pipelines.entities import DateSpan, find_dates

REFERENCE = date(2021, 3, 10)  # a Wednesday


def only(text: str) -> DateSpan:
    spans = find_dates(text, REFERENCE)
    assert len(spans) == 1, spans
    return spans[0]


@pytest.mark.parametrize(
    ("text", "surface", "value", "grain"),
    [
        ("The board meets next Friday", "next Friday", "2021-03-19", "day"),
        ("The board met last Friday", "last Friday", "2021-03-05", "day"),
        ("The board will meet on Friday", "Friday", "2021-03-12", "day"),
        ("The board met on Friday", "Friday", "2021-03-05", "day"),
        ("Members voted on the 3rd.", "on the 3rd", "2021-03-03", "day"),
        ("They signed on Nov. 3 and will open a lab", "Nov. 3", "2020-11-03", "day"),
        ("They signed on Tuesday, March 2, 2021", "Tuesday, March 2, 2021", "2021-03-02", "day"),
        ("The 3rd of June 2019 was a Monday in May's plan", "3rd of June 2019", "2019-06-03", "day"),
        ("The first Monday of May", "The first Monday of May", "2021-05-03", "day"),
        ("A lab opens in Q2", "Q2", "2021-04-01", "quarter"),
        ("Sales of 2Q20 rose", "2Q20", "2020-04-01", "quarter"),
        ("Sales fell in H1", "H1", "2021-01-01", "half"),
        ("Sales of H2 2020 fell", "H2 2020", "2020-07-01", "half"),
        ("Results for FY2019", "FY2019", "2019", "year"),
        ("Results for fiscal year 2019", "fiscal year 2019", "2019", "year"),
        ("A member since 2019", "since 2019", "2019", "year"),
        ("Members as of February 2020", "as of February 2020", "2020-02", "month"),
        ("It opened last December", "last December", "2020-12", "month"),
        ("It opened in December", "in December", "2020-12", "month"),
        ("It will open in two weeks", "two weeks", "2021-03-24", "day"),
        ("It opened a decade ago", "a decade ago", "2011", "year"),
    ],
)
def test_english_dates_are_read_as_news_means_them(text: str, surface: str, value: str, grain: str) -> None:
    span = only(text) if "Monday in May" not in text else find_dates(text, REFERENCE)[0]
    assert (span.surface, span.value, span.grain) == (surface, value, grain)


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("It ran from 2018 to 2020", "2018", "2020-12-31"),
        ("It ran between 2018 and 2020", "2018", "2020-12-31"),
        ("It ran over 2018-2020", "2018", "2020-12-31"),
        ("It runs from May to July", "2021-05", "2021-07-31"),
        ("It ran March 3-5", "2021-03-03", "2021-03-05"),
        ("It runs March 30 to April 2", "2021-03-30", "2021-04-02"),
        ("It ran over the past two years", "2019", "2020-12-31"),
        ("It began in the 1990s", "1990", "1999-12-31"),
    ],
)
def test_english_ranges_say_both_ends(text: str, value: str, until: str) -> None:
    span = only(text)
    assert (span.value, span.until) == (value, until)


@pytest.mark.parametrize(
    ("text", "value", "edge"),
    [("It opens in mid-2022", "2022", "mid"), ("It opens late next year", "2022", "end"),
     ("It opens by the end of May", "2021-05", "end"), ("It opens at year-end", "2021", "end"),
     ("It opens in early June", "2021-06", "start"), ("It opens later this year", "2021", None)],
)  # fmt: skip
def test_english_edges_keep_their_unit(text: str, value: str, edge: str | None) -> None:
    span = only(text)
    assert (span.value, span.edge) == (value, edge)


@pytest.mark.parametrize(
    "text",
    ["on the 3rd floor", "our 25th anniversary", "a two-year deal", "ten years of work", "every Friday", "each March",
     "in 2000 stores", "H2 Mobility", "room 2019", "They may march", "call 1-800-555-0199", "within three days",
     "the year ended well", "that year they met"],
)  # fmt: skip
def test_english_counts_and_names_yield_nothing(text: str) -> None:
    assert find_dates(text, REFERENCE) == []


def test_the_following_year_counts_from_the_year_named_before() -> None:
    assert [span.value for span in find_dates("It began in 2015; the following year it grew.", REFERENCE)] == [
        "2015",
        "2016",
    ]
