"""The money and the stakes of a deal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.claims.deal_terms import Terms, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("나루은행은 두레소프트에 120억원을 투자했다", Terms(12_000_000_000.0, "KRW")),
        ("나루은행은 두레소프트에 3조4400억원을 투자했다", Terms(3_440_000_000_000.0, "KRW")),
        ("나루은행은 두레소프트에 5천만달러를 투자했다", Terms(50_000_000.0, "USD")),
        ("나루은행은 두레소프트 지분 12.5%를 30억 원에 샀다", Terms(3_000_000_000.0, "KRW", 12.5)),
        ("나루은행은 두레소프트의 33% 지분을 샀다", Terms(stake_pct=33.0)),
        ("기업가치 1조원인 두레소프트에 300억원을 투자했다", Terms(30_000_000_000.0, "KRW")),
        ("매출 900억원인 두레소프트에 투자했다", Terms()),
        ("점유율 40%인 두레소프트에 투자했다", Terms()),
        ("Naru invests $1.5 billion for a 20% stake", Terms(1_500_000_000.0, "USD", 20.0)),
        ("Naru pays 40 million euros", Terms(40_000_000.0, "EUR")),
    ],
)
def test_money_and_stakes_are_read_as_numbers(text: str, terms: Terms) -> None:
    assert terms_of(text, 0, len(text), "invest") == terms


def test_the_currency_is_left_out_only_in_headlines() -> None:
    text = "나루은행, 두레소프트에 300억 투자"
    assert terms_of(text, 0, len(text), "invest", headline=True) == Terms(30_000_000_000.0, "KRW")
    assert terms_of(text, 0, len(text), "invest") == Terms()


def test_only_deals_have_terms() -> None:
    text = "나루은행은 두레소프트와 120억원 규모 협약을 맺었다"
    assert terms_of(text, 0, len(text), "sign_mou") == Terms()


def test_an_exchange_of_shares_has_no_stake_of_its_own() -> None:
    text = "나루은행은 지분 3%를, 두레소프트는 지분 1%를 맞바꿨다"
    assert terms_of(text, 0, len(text), "equity_swap") == Terms()


@given(st.text(alphabet="0123456789,.% 억조만천원달러$지분 ", max_size=200))
def test_no_run_of_figures_breaks_the_reading(text: str) -> None:
    terms = terms_of(text, 0, len(text), "acquire")
    assert (terms.amount is None) == (terms.currency is None)
    assert terms.stake_pct is None or 0 < terms.stake_pct <= 100
