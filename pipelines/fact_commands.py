"""`entente export` and `entente explain`: their words, and what each of them calls.

Parsing and where output goes belong here; what is read and written is in pipelines/publish.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.settings import Settings

SettingsOf = Callable[[argparse.Namespace], "Settings"]
SHEETS = ("csv", "xlsx")
FORMATS = (*SHEETS, "jsonld", "ftm", "graphml")
UNWRAPPED = 100_000  # what is piped or written to a file keeps its lines whole
TABLES = ("membership_wide", "event_wide")
EXPORT = """\
Writes the published facts in a form that other tools open:
  csv      the wide tables for spreadsheets (a folder, or one archive where --out ends in .zip); a text that a
           spreadsheet would take for a formula begins with an apostrophe
  xlsx     the same as sheets of one workbook, with dates as dates
  jsonld   W3C ORG with PROV and schema.org, its context inside
  ftm      FollowTheMoney entities, one a line, for Aleph and OpenSanctions' tools
  graphml  a graph for Gephi, Cytoscape, yEd and networkx
Without a day, it is all that is known now, talks and ended ties among it. With --as-of or --known it is the ties of
that day, as known at the end of the other in Seoul, each `certain` or `possible`; happenings are then left out."""
EXPORT_EXAMPLES = """\
examples:
  entente export --format xlsx --out facts.xlsx
  entente export --format csv --out facts.zip --alliance 'AI 원팀'
  entente export --format csv --as-of 2020-07-01 --known 2020-07-02 --alliance 'AI 원팀'
  entente export --format graphml --member KT > kt.graphml"""

EXPLAIN = """\
Shows a fact with all that stands behind it: what is said, when it was so and when that was known, each claim with its
sentence, outlet, date and link, where sources disagree the rule that decided, and what an analyst has decided.
FACT_ID is a membership_id, tie_id, event_id, conflict_id or claim_id of the published tables, or a
beginning of one."""


class FactCommandError(ValueError):
    """The words of a command contradict each other."""


def add_fact_commands(commands: Any, places: argparse.ArgumentParser, settings_of: SettingsOf) -> None:
    """Adds `export` and `explain` to the subparsers of `entente`; `places` say where the data is."""
    raw = argparse.RawDescriptionHelpFormatter
    export = commands.add_parser(
        "export",
        parents=[places],
        help="write facts as CSV, Excel, JSON-LD, FollowTheMoney or GraphML",
        description=EXPORT,
        epilog=EXPORT_EXAMPLES,
        formatter_class=raw,
    )
    export.add_argument("--format", required=True, choices=FORMATS, help="the form")
    export.add_argument("--alliance", default="", metavar="NAME", help="only this alliance, by id or any name")
    export.add_argument("--member", default="", metavar="NAME", help="only this member, by id or any name")
    export.add_argument("--as-of", dest="valid", type=_day, metavar="DATE", help="the day on which it was so")
    export.add_argument("--known", type=_day, metavar="DATE", help="the day by which it was known")
    export.add_argument("--table", choices=TABLES, help="only this table, with csv and xlsx")
    export.add_argument("--out", metavar="PATH", help="the file, or with csv the folder (default: standard output)")
    export.add_argument("--force", action="store_true", help="replace what stands at --out")
    export.set_defaults(command=lambda options: _export(options, settings_of(options)))

    explain = commands.add_parser(
        "explain",
        parents=[places],
        help="show a fact with its claims, sources and rule",
        description=EXPLAIN,
        epilog="example: entente explain 3d22a58f",
        formatter_class=raw,
    )
    explain.add_argument("fact", metavar="FACT_ID", help="its id, or a beginning of it that is no other's")
    explain.add_argument("--json", action="store_true", help="all rows behind it, as one JSON object")
    explain.set_defaults(command=lambda options: _explain(options, settings_of(options)))


def _explain(options: argparse.Namespace, settings: Settings) -> int:
    from rich.console import Console

    from pipelines.explain_display import as_json, show
    from pipelines.publish.explanation import explain
    from pipelines.publish.marts import DATABASE

    explanation = explain(settings.published_dir / DATABASE, options.fact)
    if options.json:
        print(as_json(explanation))
    else:
        show(
            explanation,
            Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else UNWRAPPED),
        )
    return 0


def _export(options: argparse.Namespace, settings: Settings) -> int:
    from pipelines.publish.export import export_file, export_text
    from pipelines.publish.marts import DATABASE
    from pipelines.publish.selection import Selection, select

    selection = Selection(options.alliance, options.member, options.valid, options.known)
    if options.table and (options.format not in SHEETS or selection.of_a_day):
        raise FactCommandError("--table goes with --format csv or xlsx, and without --as-of and --known")
    selected = select(settings.published_dir / DATABASE, selection)
    if options.table:
        selected = selected.only(options.table)
    if not options.out:
        sys.stdout.buffer.write(export_text(selected, options.format))
        sys.stdout.buffer.flush()
        return 0
    export_file(selected, options.format, Path(options.out).expanduser(), force=options.force)
    tables = selected.tables if options.format in SHEETS else {"ties": selected.ties, "entities": selected.entities}
    counts = ", ".join(f"{name} {table.height:,}" for name, table in tables.items())
    print(f"{options.out}: {counts}", file=sys.stderr)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2020-07-01") from None
