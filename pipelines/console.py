"""What the terminal shows: the progress of a run, its summary, and the figures of an evaluation."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table as Grid

from pipelines.evaluation import Figures, Miss, Tally, bins, brier, figures
from pipelines.evaluation.reliability import LEAST_ROWS
from pipelines.runs import FailedCheck, RunSummary
from pipelines.runs import Progress as StepProgress
from pipelines.settings import Settings

OUTPUT_NAMES = {
    "duckdb": "facts, as DuckDB",
    "parquet": "facts, as Parquet",
    "report": "facts, to look at",
    "lake": "articles, names, claims",
    "data_docs": "checks, as Data Docs",
}
QUOTE_WIDTH = 100
# What a baseline can score at all
COMPARED = ("membership", "membership+status")


class RunDisplay:
    """Shows a run on stderr while it goes on: a bar in a terminal, else one line a step."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._done = 0
        if self._console.is_terminal:
            self._bar = Progress(
                BarColumn(bar_width=24),
                MofNCompleteColumn(),
                TextColumn("{task.description}"),
                TimeElapsedColumn(),
                console=self._console,
                transient=True,
            )
            self._task = self._bar.add_task("loading Dagster and dbt …", total=None)

    def __enter__(self) -> RunDisplay:
        if self._bar:
            self._bar.start()
        else:
            self._console.print("loading Dagster and dbt …")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def report(self, progress: StepProgress) -> None:
        """Takes one piece of progress."""
        ended = progress.state in ("finished", "failed")
        self._done += ended
        if self._bar is not None and self._task is not None:
            detail = f" [dim]{escape(progress.detail)}[/]" if progress.detail and not ended else ""
            self._bar.update(
                self._task,
                total=progress.total,
                completed=self._done,
                description=escape(progress.step.replace("__", "/")) + detail,
            )
        if ended:
            self._console.print(_step_line(progress))


def _step_line(progress: StepProgress) -> str:
    name = escape(progress.step.replace("__", "/"))
    mark = "[green]✓[/]" if progress.state == "finished" else "[red]✗[/]"
    rows = f"{progress.rows:>10,} rows" if progress.rows else " " * 15
    return f"{mark} {name:<34}{rows}  {progress.seconds:6.1f} s"


def print_run(summary: RunSummary, settings: Settings, *, sample: bool) -> None:
    """Prints what a run did, where its outputs are and how to open the UI; failures to stderr."""
    console = Console(highlight=False, soft_wrap=True)
    days = f"{summary.days[0]} to {summary.days[-1]}" if len(summary.days) > 1 else str(summary.days[0])
    rejects = sum(summary.rejects.values())
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(justify="right")
    grid.add_column()
    grid.add_row("captures", f"{summary.captures:,}", f"[dim]captured {days}[/]")
    grid.add_row("articles", f"{summary.articles:,}", f"[dim]and {summary.duplicates:,} duplicates[/]")
    grid.add_row("rejects", f"{rejects:,}", _by_count(summary.rejects))
    if summary.refused:
        grid.add_row(
            "refused", f"{sum(summary.refused.values()):,}", _by_count(summary.refused) + " [dim]at landing[/]"
        )
    if summary.other_records:
        grid.add_row("not pages", f"{summary.other_records:,}", "[dim]files and records of other kinds[/]")
    grid.add_row("claims", f"{sum(summary.claims.values()):,}", _by_count(summary.claims))
    grid.add_row("facts", f"{sum(summary.facts.values()):,}", _by_count(summary.facts))
    passed = summary.checks - len(summary.checks_failed)
    grid.add_row("checks", f"{passed:,}", f"[dim]of {summary.checks:,} passed[/]")
    console.print()
    console.print(grid)
    if summary.outputs:
        console.print()
        places = Grid.grid(padding=(0, 2))
        for name, path in summary.outputs.items():
            places.add_row(f"[bold]{OUTPUT_NAMES.get(name, name)}[/]", escape(_shown(path)))
        console.print(places)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    for check in summary.checks_failed:
        _print_failed(errors, check)
    if summary.success:
        words = "--sample" if sample else f"--data-dir {_shown(settings.data_dir)}"
        console.print(
            f"\nDone in {summary.seconds:.0f} s. To look at it in Dagster: [bold]{_command()} ui {escape(words)}[/]"
        )
    else:
        errors.print(f"\n[red]The run failed:[/] {escape(summary.error or '')}")
        if summary.log:
            errors.print(f"What happened is in {escape(_shown(summary.log))}")


def _print_failed(console: Console, check: FailedCheck) -> None:
    word = "[red]failed[/]" if check.blocks else "[yellow]warning[/]"
    console.print(f"\n{word} {escape(check.table)}: {escape(check.check)}: {check.failed:,} rows")
    if check.description:
        console.print(f"  {escape(check.description)}")
    for day, row in check.sample:
        console.print(f"  [dim]{escape(day)}[/] {escape(row)}")


def _by_count(counts: Mapping[str, int]) -> str:
    return "[dim]" + escape(", ".join(f"{name} {count:,}" for name, count in counts.items() if count)) + "[/]"


def _shown(path: Path) -> str:
    """The path as a person would type it from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _command() -> str:
    return _shown(Path(sys.argv[0]).absolute()) if Path(sys.argv[0]).name == "entente" else "entente"


def print_evaluation(
    total: Tally,
    groups: Mapping[str, Sequence[Tally]],
    misses: Sequence[tuple[str, Miss]],
    *,
    as_json: bool,
    by: str | None,
    in_sample: Tally | None = None,
    held_out: int = 0,
    label: str | None = None,
    baselines: Mapping[str, Tally] | None = None,
    judged: Sequence[tuple[float, bool]] | None = None,
) -> None:
    """Prints the figures over all articles, then those of each group, after the misses that were asked for.

    `in_sample`: the tally with all names known, where `total` was read with `held_out` names kept from the reader.
    `label` says whose they are, where several extractors are compared; `baselines` are what no reading scores, by
    label; `judged` the confidence of each row with whether it is right, where that was asked for.
    """
    if as_json:
        shown: Mapping[str, object] = figures(total).as_json()
        if in_sample is not None:
            shown = {"held_out": shown, "in_sample": figures(in_sample).as_json(), "names_held_out": held_out}
        if baselines:
            shown = {**shown, "baselines": {name: figures(tally).as_json() for name, tally in baselines.items()}}
        if judged is not None:
            shown = {**shown, "reliability": [asdict(one) for one in bins(judged)], "brier": brier(judged)}
        if label is not None:
            shown = {"extractor": label, **shown}
        print(json.dumps(shown, ensure_ascii=False))
        return
    console = Console(highlight=False)
    if label is not None:
        console.rule(escape(label), align="left")
    for name, miss in misses:
        colour = "red" if miss.kind.startswith("spurious") else "yellow"
        console.print(
            f"[bold]{escape(name)}[/] [{colour}]{miss.kind}[/] {escape(miss.subject)} [dim]({escape(miss.detail)})[/]"
        )
        if miss.evidence:
            console.print(f"    [dim]{escape(miss.evidence[:QUOTE_WIDTH])}[/]")
    if in_sample is None:
        _print_figures(console, "all articles", figures(total))
    else:
        _print_figures(console, f"all articles, {held_out} names of their stories kept out", figures(total))
        _print_figures(console, "all articles, in-sample", figures(in_sample))
    if baselines:
        _print_baselines(console, total, baselines)
    if judged is not None:
        _print_reliability(console, judged)
    for label, tallies in sorted(groups.items()):
        group = Tally()
        for tally in tallies:
            group.add(tally)
        articles = "1 article" if len(tallies) == 1 else f"{len(tallies)} articles"
        _print_figures(console, f"{by} {label}, {articles}", figures(group))


def _print_baselines(console: Console, total: Tally, baselines: Mapping[str, Tally]) -> None:
    """F1 of memberships beside what the annotation's names alone give."""
    grid = Grid(title="F1 beside what needs no reading", title_justify="left", title_style="bold")
    grid.add_column("")
    for kind in COMPARED:
        grid.add_column(kind, justify="right")
    for name, tally in {"as read": total, **{f"{name} *": tally for name, tally in baselines.items()}}.items():
        found = figures(tally).found
        grid.add_row(escape(name), *(f"{found[kind]['f1']:.3f}" for kind in COMPARED))
    console.print(grid)
    console.print("[dim]* given the names of the annotation[/]")


def _print_reliability(console: Console, judged: Sequence[tuple[float, bool]]) -> None:
    shown = bins(judged)
    if not shown:
        console.print(f"[dim]reliability: {len(judged)} rows are too few for a bin of {LEAST_ROWS}[/]")
        return
    grid = Grid(title="reliability of confidence", title_justify="left", title_style="bold")
    for heading in ("confidence", "mean", "rows", "right", "95 % interval", ""):
        grid.add_column(heading, justify="right")
    for one in shown:
        grid.add_row(
            f"{one.low:.2f} – {one.high:.2f}",
            f"{one.mean:.2f}",
            str(one.rows),
            f"{one.right:.2f}",
            f"{one.at_least:.2f} – {one.at_most:.2f}",
            "" if one.kept else "too high" if one.mean > one.at_most else "too low",
        )
    console.print(grid)
    console.print(f"[dim]Brier score {brier(judged):.3f} over {len(judged)} memberships and events[/]")


def _print_figures(console: Console, label: str, shown: Figures) -> None:
    found = Grid(title=escape(label), title_justify="left", title_style="bold")
    for heading in ("", "F1", "precision", "recall", "gold", "predicted"):
        found.add_column(heading, justify="left" if not heading else "right")
    for kind, v in shown.found.items():
        shares = (f"{v['f1']:.3f}", f"{v['precision']:.3f}", f"{v['recall']:.3f}")
        found.add_row(kind, *shares, f"{v['gold']:.0f}", f"{v['predicted']:.0f}")
    console.print(found)
    right = Grid()
    for heading in ("", "right", "of"):
        right.add_column(heading, justify="left" if not heading else "right")
    for kind, share in shown.shares.items():
        if share["right"] is not None:
            right.add_row(kind, f"{share['right']:.3f}", f"{share['n']:.0f}")
    if right.row_count:
        console.print(right)
