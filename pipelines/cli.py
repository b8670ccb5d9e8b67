"""The `entente` command: its words, and what each of them calls.

Parsing and exit codes belong here. What a terminal shows is in console.py, reading single inputs in reader.py, running
the line in orchestration (imported only when a run or the UI is asked for, because Dagster takes seconds to load).
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from pipelines.evaluate_command import add_evaluate_command
from pipelines.fact_commands import add_fact_commands
from pipelines.knowledge_commands import add_knowledge_commands
from pipelines.settings import EXTRACTORS, Settings, load_settings

DESCRIPTION = "Reads news pages and says who belongs to which alliance, since when, in which role, and what happened."
EPILOG = """\
examples:
  entente run --sample                     the shipped sample corpus, into data/demo
  entente run --landing ~/pages            your pages, into data/ (put them in folders named YYYY-MM-DD)
  entente ui                               Dagster on http://127.0.0.1:3000, on the same data
  entente read page.html --url https://…   one page, as JSON, without touching the data
  entente export --format xlsx --out f.xlsx  the facts, for Excel
  entente explain 3d22a58f                 one fact: its claims, sources, and the rule that decided
  entente evaluate my-gold/ --errors 20    how well the claims of your own annotated articles are read
"""

RUN = """\
Takes every page of landing through the whole line: articles, names, claims, checks, facts.
Pages are .html, .htm and .mhtml files (also .gz or .zst) and WARC files. The day of capture is a WARC record's date,
else a folder named YYYY-MM-DD, else the day of the first run that met the file. Running again replaces each
day whole and adds nothing twice."""
READ = """\
Reads single inputs without touching the data: .html, .htm (also .gz), .txt, or .json with `text` or `html`
and optional `url`, `reference_date`, `lang`. The first line of a text is its headline. Prints one JSON object,
or one a line for several inputs. Exit status 0 if any input was read."""
EXTRACTOR = """\
who reads the claims (default: ENTENTE_EXTRACTORS, or frames); give it again for both.
language_model sends texts away"""


class UsageError(ValueError):
    """The command's words contradict each other, or name something that is not there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: 0 done, 1 nothing could be done or a run failed, 2 wrong words."""
    for stream in (sys.stdout, sys.stderr):
        # Korean names must come out whole, whatever the locale says.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.command(options))
    except KeyboardInterrupt:
        print("entente: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone, as in `entente read … | head`; what Python flushes at exit must not fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if not _is_for_the_user(error):
            raise
        print(f"entente: {error}", file=sys.stderr)
        return 1


def _is_for_the_user(error: Exception) -> bool:
    """Errors whose message says what to do: the packages' own, and the operating system's."""
    return isinstance(error, OSError) or type(error).__module__.startswith(("pipelines.", "__main__"))


def _run(options: argparse.Namespace) -> int:
    from pipelines.console import RunDisplay, print_run

    settings = _settings(options)
    missing = [root for root in settings.landing_roots if not root.exists()]
    if missing:
        raise UsageError(
            f"{missing[0]} does not exist. Put pages into it (in folders named YYYY-MM-DD, the day of their capture), "
            "name another place with --landing PATH, or try the shipped sample: entente run --sample"
        )
    from pipelines.orchestration.run import run_line

    _say_what_is_sent(settings)
    with RunDisplay() as display:
        summary = run_line(
            settings,
            date_from=options.date_from,
            date_to=options.date_to,
            inject_fault=options.inject_fault,
            report=display.report,
        )
    print_run(summary, settings, sample=options.sample)
    return 0 if summary.success else 1


def _ui(options: argparse.Namespace) -> int:
    from pipelines.orchestration.run import run_ui

    settings = _settings(options)
    _say_what_is_sent(settings)
    return run_ui(settings, host=options.host, port=options.port)


def _docs(options: argparse.Namespace) -> int:
    from pipelines.orchestration.dbt_docs import write_dbt_docs

    print(write_dbt_docs(_settings(options)))
    return 0


def _read(options: argparse.Namespace) -> int:
    from pipelines.reader import Reader, dumps, output_paths
    from pipelines.storage.errors import explained

    paths = [Path(name) for name in options.inputs]
    outputs = output_paths(paths, Path(options.out)) if options.out else None
    settings = load_settings()
    reader = Reader.load(
        settings.curated_dir,
        imported=settings.imported_dir,
        model=settings.names_model_file,
        url=options.url,
        published=options.published,
    )
    read = 0
    for path in paths:
        result = reader.read(path)
        if result["article"] is None:
            print(f"entente: {path}: {result['reject']['detail']}", file=sys.stderr)
        else:
            read += 1
        if outputs is None:
            print(dumps(result, compact=len(paths) > 1), flush=True)
        else:
            with explained("write", outputs[path]):
                outputs[path].parent.mkdir(parents=True, exist_ok=True)
                outputs[path].write_text(dumps(result, compact=False) + "\n", encoding="utf-8")
    if outputs is not None:
        print(f"{read} of {len(paths)} inputs read into {options.out}", file=sys.stderr)
    return 0 if read else 1


def _say_what_is_sent(settings: Settings) -> None:
    from pipelines.extractors import notice_of

    if notice := notice_of(settings.extractors, settings):
        print(f"entente: {notice}", file=sys.stderr)


def _settings(options: argparse.Namespace) -> Settings:
    data_dir = Path(options.data_dir).expanduser().absolute() if options.data_dir else None
    if options.landing and not all(options.landing):
        raise UsageError("--landing has an empty path; name a folder or a file of pages")
    landing = tuple(Path(root).expanduser().absolute() for root in options.landing or ()) or None
    extractors = tuple(dict.fromkeys(options.extractor or ())) or None
    settings = load_settings(data_dir=data_dir, landing=landing, extractors=extractors)
    if not options.sample:
        return settings
    if landing:
        raise UsageError("--sample names the shipped pages itself: leave out --landing")
    return replace(settings, data_dir=data_dir or settings.data_dir / "demo", landing=(settings.sample_dir,))


def _places(options: argparse.Namespace) -> Settings:
    data_dir = Path(options.data_dir).expanduser().absolute() if options.data_dir else None
    settings = load_settings(data_dir=data_dir)
    return settings if data_dir or not options.sample else replace(settings, data_dir=settings.data_dir / "demo")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2020-06-03") from None


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to 65535")


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("entente", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw)
    parser.add_argument("--version", action="version", version=f"entente {version('entente')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    places = argparse.ArgumentParser(add_help=False)
    places.add_argument(
        "--data-dir", metavar="DIR", help="where everything is kept (default: ENTENTE_DATA_DIR, or data/)"
    )
    places.add_argument("--sample", action="store_true", help="the shipped sample corpus, in demo/ of the data dir")
    data = argparse.ArgumentParser(add_help=False, parents=[places])
    data.add_argument(
        "--landing",
        metavar="PATH",
        nargs="+",
        help="folders or files of pages (default: ENTENTE_LANDING, or landing/ in the data dir)",
    )
    data.add_argument("--extractor", choices=EXTRACTORS, action="append", help=EXTRACTOR)

    run = commands.add_parser(
        "run",
        parents=[data],
        help="take pages through the whole line, into facts",
        description=RUN,
        formatter_class=raw,
    )
    run.add_argument("--from", dest="date_from", type=_day, metavar="DATE", help="first capture date")
    run.add_argument("--to", dest="date_to", type=_day, metavar="DATE", help="last capture date")
    run.add_argument("--inject-fault", metavar="NAME", help="break the data on purpose, to see its check fail")
    run.set_defaults(command=_run)

    ui = commands.add_parser(
        "ui",
        parents=[data],
        help="open Dagster on localhost, on the same data",
        description="Starts Dagster's web interface and its daemon on this machine. Stop it with Ctrl-C.",
    )
    ui.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    ui.add_argument("--port", type=_port, default=3000, help="port to listen on (default: %(default)s)")
    ui.set_defaults(command=_ui)

    docs = commands.add_parser(
        "docs",
        parents=[data],
        help="write dbt's page about the tables: lineage, columns, tests, SQL",
        description="Writes docs/dbt.html in the data dir, one page that opens without a server, and prints its path.",
    )
    docs.set_defaults(command=_docs)

    read = commands.add_parser(
        "read",
        help="read single pages or texts, as JSON",
        description=READ,
        formatter_class=raw,
    )
    read.add_argument("inputs", nargs="+", metavar="INPUT", help="a page, a text, or a JSON file")
    read.add_argument("--out", metavar="DIR", help="write NAME.json for each input instead of printing")
    read.add_argument("--url", help="the address of the page, for inputs that do not name theirs")
    read.add_argument(
        "--published", type=_day, metavar="DATE", help="day of publication, for inputs that do not state theirs"
    )
    read.set_defaults(command=_read)

    add_evaluate_command(commands)
    add_knowledge_commands(commands)
    add_fact_commands(commands, places, _places)
    return parser


if __name__ == "__main__":
    sys.exit(main())
