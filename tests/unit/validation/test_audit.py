"""An audit lets good rows through, takes broken ones out with the rule's name, and says when the line must stop."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from pipelines.tables.accounting import reject_key
from pipelines.tables.catalog import LAKE_TABLES, table
from pipelines.tables.expectations import expectations_for
from pipelines.tables.schemas import conform, empty_frame
from pipelines.validation import (
    FAULTS,
    AuditContext,
    AuditError,
    audit,
    audit_partitions,
    build_data_docs,
    engine,
    failures,
    inject,
)
from pipelines.validation.probes import probes

DAY = date(2020, 6, 4)
TEXT = "새 연합 🎉 발족"
World = dict[str, pl.DataFrame]
ContextOf = Callable[[str], AuditContext]


def broken(frame: pl.DataFrame, column: str, value: object, at: int = 0) -> pl.DataFrame:
    """The frame with one value changed."""
    changed = pl.lit(value, frame.schema[column])
    return frame.with_columns(pl.when(pl.int_range(pl.len()) == at).then(changed).otherwise(column).alias(column))


def test_a_clean_day_passes_everywhere(world: World, context_of: ContextOf) -> None:
    for path, frame in world.items():
        found = audit(table(path), frame, context_of(path))
        assert failures(found.outcomes) == ""
        assert found.passed.equals(conform(table(path), frame))
        assert found.rejects.is_empty()
        assert found.may_publish
        assert [outcome.expectation for outcome in found.outcomes] == list(expectations_for(table(path)))


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_each_fault_makes_exactly_its_check_fail_and_stops_the_line(
    name: str, world: World, context_of: ContextOf
) -> None:
    fault = FAULTS[name]
    declared = table(fault.table)
    frame = inject(name, declared, world[fault.table])
    found = audit(declared, frame, context_of(fault.table))
    assert [outcome.expectation.name for outcome in found.outcomes if not outcome.passed] == [fault.expectation]
    assert not found.may_publish
    assert found.blocking[0].sample


def test_there_is_a_fault_for_every_kind_of_expectation() -> None:
    kinds = {each.kind for declared in LAKE_TABLES for each in expectations_for(declared)}
    expected = {(fault.table, fault.expectation) for fault in FAULTS.values()}
    tripped = {
        each.kind
        for declared in LAKE_TABLES
        for each in expectations_for(declared)
        if (declared.path, each.name) in expected
    }
    assert tripped == kinds


def test_a_fault_leaves_other_tables_and_empty_frames_as_they_are(world: World) -> None:
    for name, fault in FAULTS.items():
        other = "core/rejects"
        assert inject(name, table(other), world[other]) is world[other]
        empty = empty_frame(table(fault.table))
        assert inject(name, table(fault.table), empty).equals(empty)
    assert inject(None, table("core/articles"), world["core/articles"]) is world["core/articles"]
    with pytest.raises(KeyError, match=r"no fault 'typo'.*lost_capture"):
        inject("typo", table("core/articles"), world["core/articles"])


def test_few_failing_rows_are_a_warning_and_go_to_rejects_by_the_name_of_the_rule(
    world: World, context_of: ContextOf
) -> None:
    declared = table("core/mentions")
    frame = broken(world["core/mentions"], "resolution_score", 1.5, at=1)
    found = audit(declared, frame, context_of("core/mentions"), tolerance=0.25)

    (outcome,) = [each for each in found.outcomes if not each.passed]
    assert (outcome.severity, outcome.failed, outcome.checked, outcome.blocks) == ("WARN", 1, 4, False)
    assert found.may_publish
    assert found.passed.height == 3
    (reject,) = found.rejects.rows(named=True)
    assert (reject["stage"], reject["reason"], reject["capture_date"]) == (
        "core/mentions",
        "in_range__resolution_score",
        DAY,
    )
    assert json.loads(reject["row"])["surface"] == frame["surface"][1]
    key = ("version_id", "char_start", "char_end", "mention_type")
    assert outcome.sample == (" ".join(f"{name}={frame[name][1]}" for name in key),)
    assert not audit(declared, frame, context_of("core/mentions"), tolerance=0.2499).may_publish


def test_a_broken_key_stops_the_line_whatever_is_tolerated_and_the_first_row_goes_on(
    world: World, context_of: ContextOf
) -> None:
    articles = world["core/articles"]
    twice = pl.concat([articles, articles.with_columns(title=pl.lit("another"))])
    found = [
        audit(table("core/articles"), each, context_of("core/articles"), tolerance=1)
        for each in (twice, twice.reverse())
    ]
    assert [outcome.expectation.name for outcome in found[0].blocking] == ["unique_key"]
    assert found[0].passed.height == articles.height
    assert found[0].passed.equals(found[1].passed)
    assert found[0].rejects.equals(found[1].rejects)


def test_partitions_audited_together_fare_as_each_would_alone(
    world: World, context_of: ContextOf, tmp_path: Path
) -> None:
    declared = table("core/mentions")
    good = world["core/mentions"]
    frames = [broken(good, "resolution_score", 1.5, at=3), good, good.clear(), broken(good, "mention_type", "animal")]
    days = [DAY.replace(day=n + 1) for n in range(len(frames))]
    contexts = [replace(context_of("core/mentions"), rejects_date=day, capture_date=day) for day in days]
    partitions = list(zip(frames, contexts, strict=True))

    together = audit_partitions(declared, partitions, 0.25, tmp_path / "together")
    alone = [audit(declared, *each, 0.25, tmp_path / "alone") for each in partitions]
    assert [found.rejects.height for found in together] == [1, 0, 0, 1]
    for one, other in zip(together, alone, strict=True):
        assert one.outcomes == other.outcomes
        assert one.passed.equals(other.passed)
        assert one.rejects.equals(other.rejects)
    pages = [
        sorted(p.relative_to(root) for p in root.rglob("*.json"))
        for root in (tmp_path / "together", tmp_path / "alone")
    ]
    assert pages[0] == pages[1]
    assert len(pages[0]) == len(days)


def test_a_row_that_breaks_several_rules_is_rejected_once(world: World, context_of: ContextOf) -> None:
    frame = broken(broken(world["core/mentions"], "resolution_score", 2.0), "mention_type", "animal")
    found = audit(table("core/mentions"), frame, context_of("core/mentions"))
    (reject,) = found.rejects.rows(named=True)
    assert reject["reason"] == "in_vocabulary__mention_type"
    assert "Also: in_range__resolution_score." in reject["detail"]


def test_an_article_that_the_audit_takes_out_stays_accounted_for(world: World, context_of: ContextOf) -> None:
    declared = table("core/articles")
    first = audit(
        declared, broken(world["core/articles"], "language", None), context_of("core/articles"), tolerance=0.5
    )
    assert first.rejects["key"].to_list() == ["c1"]
    assert reject_key(declared) == ("capture_id",)
    rejects = pl.concat([world["core/rejects"], first.rejects])
    later = AuditContext(DAY, DAY, {**(context_of("core/articles").tables or {}), "core/rejects": rejects})
    assert failures(audit(declared, first.passed, later).outcomes) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda world: {"core/duplicates": world["core/duplicates"].clear()}, "capture_id=c3 nowhere"),
        (
            lambda world: {"core/rejects": broken(world["core/rejects"], "key", "c1")},
            "capture_id=c1 in core/articles and core/rejects",
        ),
        (
            lambda world: {"raw/pages": world["raw/pages"].filter(pl.col("capture_id") != "c3")},
            "capture_id=c3 in core/duplicates, unknown to raw/pages",
        ),
    ],
)
def test_accounting_names_what_is_lost_counted_twice_or_unknown(
    world: World, context_of: ContextOf, change: Callable[[World], World], said: str
) -> None:
    context = AuditContext(DAY, DAY, {**(context_of("core/articles").tables or {}), **change(world)})
    found = audit(table("core/articles"), world["core/articles"], context, tolerance=1)
    named = [label for outcome in found.blocking for label in outcome.sample]
    assert said in named


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        (0, 1, True),
        (-1, 3, False),
        (3, 3, False),
        (4, 2, False),
        (len(TEXT) - 1, len(TEXT), True),
        (len(TEXT) - 1, len(TEXT) + 1, False),
        (None, 3, False),
        (None, None, True),
    ],
)
def test_a_span_is_one_or_more_characters_inside_the_text(
    world: World, start: int | None, end: int | None, inside: bool
) -> None:
    frame = broken(broken(world["core/sentences"], "char_start", start), "char_end", end)
    texts = pl.DataFrame({"version_id": ["v1", "v2"], "text": [TEXT, "x" * 1000]})
    (probe,) = probes(table("core/sentences"), frame, AuditContext(DAY, DAY, {"core/articles": texts}))
    assert probe.columns["span_inside_text__char_start"].to_list() == [inside, True]


@pytest.mark.parametrize(
    ("quote", "matches"), [("연합 🎉", True), ("🎉 발족", True), ("연합", False), ("연합 🎊", False), ("", False)]
)
def test_a_quote_is_compared_by_characters_and_not_by_bytes(world: World, quote: str, matches: bool) -> None:
    start = 2 if quote.startswith("연합") else 5
    claims = world["core/membership_claims"].head(1)
    frame = broken(broken(broken(claims, "char_start", start), "char_end", start + 4), "quote", quote)
    articles = pl.DataFrame({"version_id": ["v1"], "text": [TEXT]})
    context = AuditContext(DAY, DAY, {"core/articles": articles, "core/mentions": world["core/mentions"]})
    (probe,) = probes(table("core/membership_claims"), frame, context)
    assert probe.columns["quote_matches_text__quote"].to_list() == [matches]


def test_a_row_of_an_unknown_version_is_reported_by_its_reference_alone(world: World, context_of: ContextOf) -> None:
    frame = broken(world["core/mentions"], "version_id", "unknown")
    found = audit(table("core/mentions"), frame, context_of("core/mentions"))
    assert [each.expectation.name for each in found.outcomes if not each.passed] == ["reference_found__version_id"]


def test_a_table_without_rows_is_clean(context_of: ContextOf) -> None:
    found = audit(table("core/sentences"), empty_frame(table("core/sentences")), context_of("core/sentences"))
    assert found.may_publish
    assert all(outcome.passed for outcome in found.outcomes)


def test_a_missing_table_of_the_context_is_named() -> None:
    with pytest.raises(AuditError, match="needs core/articles"):
        audit(table("core/sentences"), empty_frame(table("core/sentences")), AuditContext(DAY, DAY))


def test_large_tables_are_judged_in_chunks_with_the_same_verdict() -> None:
    expectations = tuple(each for each in expectations_for(table("core/records")) if each.of_rows)
    columns = pl.DataFrame(
        {each.name: [1, 2, 1, 1, 2] if each.kind == "unique_key" else [1] * 5 if each.kind == "in_range" else [True] * 5
         for each in expectations}
    )  # fmt: skip
    whole, cut = (engine.judge("records", columns, expectations, 0.01, chunk_rows=rows) for rows in (10, 2))
    assert whole.failing["unique_key"] == [1, 4]
    assert whole.failing == cut.failing


def test_data_docs_name_failing_rows_need_no_network_and_escape_what_pages_say(
    world: World, context_of: ContextOf, tmp_path: Path
) -> None:
    hostile = broken(broken(world["core/rejects"], "reject_id", "<script>alert(1)</script>"), "stage", None)
    found = audit(table("core/rejects"), hostile, context_of("core/rejects"), docs_dir=tmp_path)
    audit(table("core/sentences"), world["core/sentences"], context_of("core/sentences"), docs_dir=tmp_path)
    index = build_data_docs(tmp_path)

    assert found.data_docs == tmp_path / "core" / "rejects" / "2020-06-04.html"
    page = found.data_docs.read_text("utf-8")
    assert "not_null__stage" in page
    assert "reject_id=&lt;script&gt;alert(1)&lt;/script&gt;" in page
    listed = index.read_text("utf-8")
    assert "core/rejects/2020-06-04.html" in listed
    assert listed.index("failed") < listed.index("core/sentences/2020-06-04.html")
    for text in (page, listed):
        assert "<script>alert(1)" not in text
        assert "http:" not in text
        assert "https:" not in text


def test_an_audit_repeated_writes_over_its_page(world: World, context_of: ContextOf, tmp_path: Path) -> None:
    for frame in (broken(world["core/sentences"], "zone", "nowhere"), world["core/sentences"]):
        audit(table("core/sentences"), frame, context_of("core/sentences"), docs_dir=tmp_path)
    assert len(list(tmp_path.rglob("*.html"))) == 1
    assert json.loads((tmp_path / "core" / "sentences" / "2020-06-04.json").read_text("utf-8"))["state"] == "passed"


def test_importing_the_package_does_not_import_the_library() -> None:
    script = "import sys, pipelines.validation; sys.exit(bool({'great_expectations', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
