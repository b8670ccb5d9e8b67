"""The only importer of Great Expectations: columns of booleans and numbers in, positions of the failing rows out.

Its import takes seconds, so it happens when the first table is judged. Each judgement has an ephemeral context of its
own, and nothing is sent anywhere.
"""

from __future__ import annotations

import html
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from pipelines.tables.declaration import Column
from pipelines.tables.expectations import Expectation
from pipelines.validation.model import Outcome

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations import ValidationDefinition
    from great_expectations.core import ExpectationSuiteValidationResult, ExpectationValidationResult
    from great_expectations.expectations.expectation import Expectation as GreatExpectation
    from great_expectations.render.view.view import DefaultJinjaPageView

CHUNK_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which rows failed which expectation (positions, ascending, by name), and the library's own results by chunk."""

    failing: dict[str, list[int]]
    results: tuple[ExpectationSuiteValidationResult, ...]


def judge(
    name: str,
    columns: pl.DataFrame,
    expectations: tuple[Expectation, ...],
    tolerance: float,
    chunk_rows: int = CHUNK_ROWS,
) -> Verdict:
    """Judge a frame that has one column for each expectation, named like it.

    A boolean column must be true, the column of a key must count its first occurrence, a number must be in its declared
    range; null passes. `tolerance` is the share of failing rows up to which a tolerant expectation still succeeds.
    """
    failing: dict[str, list[int]] = {expectation.name: [] for expectation in expectations}
    results = []
    with _quietly():
        definition = _definition(name, expectations, tolerance)
        for start in range(0, max(columns.height, 1), chunk_rows):
            chunk = columns.slice(start, chunk_rows)
            result = definition.run(
                batch_parameters={"dataframe": _pandas(chunk)}, result_format={"result_format": "COMPLETE"}
            )
            for each in result.results:
                details = each.result
                if each.exception_info and _raised(each.exception_info):
                    raise RuntimeError(f"Great Expectations could not judge {name}: {each.exception_info}")
                failing[expectation_name(each)] += [start + n for n in details.get("unexpected_index_list") or ()]
            results.append(result)
    return Verdict({name: sorted(positions) for name, positions in failing.items()}, tuple(results))


def expectation_name(result: ExpectationValidationResult) -> str:
    """The name of the expectation that a result is about."""
    if result.expectation_config is None or result.expectation_config.meta is None:
        raise RuntimeError("Great Expectations gave a result without its expectation")
    return str(result.expectation_config.meta["name"])


def page(title: str, sections: Sequence[tuple[Verdict, Sequence[Outcome]]]) -> str:
    """One page of Data Docs, as HTML, as the library renders it: all sections together.

    What the page shows of failing rows are the samples of the outcomes, which name them; never the judged columns.
    """
    with _quietly():
        from great_expectations.core import ExpectationSuiteValidationResult
        from great_expectations.render.renderer.page_renderer import ValidationResultsPageRenderer

        shown = []
        for verdict, outcomes in sections:
            by_name = {outcome.expectation.name: outcome for outcome in outcomes}
            for result in verdict.results[0].results:
                summary = copy(result)
                outcome = by_name[expectation_name(result)]
                summary.success = not outcome.blocks
                summary.result = _summary(outcome)
                shown.append(summary)
        good = sum(bool(result.success) for result in shown)
        suite = ExpectationSuiteValidationResult(
            success=good == len(shown),
            results=shown,
            suite_name=title,
            statistics={
                "evaluated_expectations": len(shown),
                "successful_expectations": good,
                "unsuccessful_expectations": len(shown) - good,
                "success_percent": 100 * good / len(shown),
            },
            meta=sections[0][0].results[0].meta,
        )
        document = ValidationResultsPageRenderer(run_info_at_end=True).render(suite)
        return str(_view().render(document, show_how_to_buttons=False))  # type: ignore[no-untyped-call]


@cache
def _view() -> DefaultJinjaPageView:
    # One for the process: it compiles its templates once.
    from great_expectations.render.view.view import DefaultJinjaPageView

    return DefaultJinjaPageView()


def _summary(outcome: Outcome) -> dict[str, Any]:
    # The library writes values into the page as they are; keys may come from file names.
    sample = [html.escape(name) for name in outcome.sample]
    percent = 100 * outcome.failed / outcome.checked if outcome.checked else 0.0
    return {
        "element_count": outcome.checked,
        "unexpected_count": outcome.failed,
        "unexpected_percent": percent,
        "unexpected_percent_total": percent,
        "unexpected_percent_nonmissing": percent,
        "missing_count": 0,
        "missing_percent": 0.0,
        "partial_unexpected_list": sample,
        "partial_unexpected_counts": [{"value": name, "count": 1} for name in dict.fromkeys(sample)],
    }


def _definition(name: str, expectations: tuple[Expectation, ...], tolerance: float) -> ValidationDefinition:
    import great_expectations as gx
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(),
        analytics_enabled=False,
        progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
    )
    context = gx.get_context(mode="ephemeral", project_config=config)
    suite = context.suites.add(
        gx.ExpectationSuite(name=name, expectations=[_demand(each, tolerance) for each in expectations])
    )
    asset = context.data_sources.add_pandas("audit").add_dataframe_asset(name)
    return context.validation_definitions.add(
        gx.ValidationDefinition(name=name, data=asset.add_batch_definition_whole_dataframe("rows"), suite=suite)
    )


def _demand(expectation: Expectation, tolerance: float) -> GreatExpectation:
    from great_expectations.expectations.core.expect_column_values_to_be_between import ExpectColumnValuesToBeBetween
    from great_expectations.expectations.core.expect_column_values_to_be_in_set import ExpectColumnValuesToBeInSet

    common: dict[str, Any] = {
        "column": expectation.name,
        "mostly": 1.0 if expectation.blocks == "any" else 1 - tolerance,
        "meta": {"name": expectation.name},
        "description": expectation.description,
    }
    match expectation.kind, expectation.rule:
        case "in_range", Column(minimum=minimum, maximum=maximum):
            return ExpectColumnValuesToBeBetween(min_value=minimum, max_value=maximum, **common)
        case "unique_key", _:
            return ExpectColumnValuesToBeBetween(min_value=1, max_value=1, **common)
    return ExpectColumnValuesToBeInSet(value_set=[True], **common)


def _pandas(columns: pl.DataFrame) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({name: columns.get_column(name).to_numpy() for name in columns.columns})


def _raised(info: dict[str, Any]) -> bool:
    if "raised_exception" in info:
        return bool(info["raised_exception"])
    return any(isinstance(each, dict) and each.get("raised_exception") for each in info.values())


@contextmanager
def _quietly() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
