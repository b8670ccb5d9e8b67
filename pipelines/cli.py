"""The `entente` command: its words, and what each of them calls.

Parsing and exit codes belong here. What a terminal shows is in console.py, reading single inputs in reader.py, running
the line in orchestration (imported only when a run or the UI is asked for, because Dagster takes seconds to load).
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.knowledge_commands import add_knowledge_commands
from pipelines.settings import EXTRACTORS, Settings, load_settings

if TYPE_CHECKING:
    from pipelines.evaluation import GoldArticle
    from pipelines.reader import Reader

DESCRIPTION = "Reads news pages and says who belongs to which alliance, since when, in which role, and what happened."
EPILOG = """\
examples:
  entente run --sample                     the shipped sample corpus, into data/demo
  entente run --landing ~/pages            your pages, into data/ (put them in folders named YYYY-MM-DD)
  entente ui                               Dagster on http://127.0.0.1:3000, on the same data
  entente read page.html --url https://…   one page, as JSON, without touching the data
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
EVALUATE = """\
Reads the articles of a gold folder (articles/NNN.json, gold/NNN.json) and prints how much of what they assert
was found: precision, recall and F1, and how many dates, roles and states are right."""


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


def _evaluate(options: argparse.Namespace) -> int:
    from pipelines.evaluation import KnownName, names_of_one_story, random_names, read_gold
    from pipelines.extractors import extractors_of, notice_of
    from pipelines.knowledge import without_alliances
    from pipelines.reader import Reader

    settings = load_settings()
    reader = Reader.load(settings.curated_dir, model=settings.names_model_file)
    if options.without_alliances:
        reader = replace(reader, knowledge=without_alliances(reader.knowledge))
    extractors = extractors_of(options.extractor or EXTRACTORS[:1], settings)
    if notice := notice_of([extractor.name for extractor in extractors], settings):
        print(f"entente: {notice}", file=sys.stderr)
    articles = read_gold(Path(options.gold))
    held_out: dict[str, frozenset[str]] = {}
    if options.cross_validate or options.drop_names is not None:
        forms: dict[str, list[str]] = {}
        for alias in reader.knowledge.aliases:
            forms.setdefault(alias.entity_id, []).append(alias.alias)
        known = [
            KnownName(key, entity.entity_type, (entity.name, *forms.get(key, ())))
            for key, entity in reader.knowledge.entities.items()
        ]
        if options.cross_validate:
            held_out = names_of_one_story(articles, known)
        else:
            held_out = random_names(articles, known, options.drop_names, options.seed)
    for extractor in extractors:
        label = extractor.name if len(extractors) > 1 else None
        _evaluate_with(replace(reader, extractor=extractor), articles, held_out, options, label)
    return 0


def _evaluate_with(
    reader: Reader,
    articles: Sequence[GoldArticle],
    held_out: Mapping[str, frozenset[str]],
    options: argparse.Namespace,
    label: str | None,
) -> None:
    from pipelines.console import print_evaluation
    from pipelines.entities.omission import without
    from pipelines.evaluation import Tally, score_article

    total, in_sample = Tally(), Tally()
    groups: dict[str, list[Tally]] = {}
    misses = []
    # articles that keep the same names out stand together, so that their automaton is built once
    for article in sorted(articles, key=lambda one: sorted(held_out.get(one.name, ()))):
        kept_out = held_out.get(article.name, frozenset())
        used = replace(reader, knowledge=without(reader.knowledge, kept_out)) if kept_out else reader
        read = used.read_json(article.name, article.article)
        if read["reject"] is not None:
            # An article that was not read scores like one in which nothing was found; that must not pass for a figure.
            print(f"entente: {article.name}: {read['reject']['detail']}", file=sys.stderr)
        tally, missed = score_article(article.gold, read, article.text)
        total.add(tally)
        misses += [(article.name, miss) for miss in missed]
        if options.by:
            groups.setdefault(str(article.article.get(options.by)), []).append(tally)
    if held_out:
        for article in articles:
            tally, _ = score_article(article.gold, reader.read_json(article.name, article.article), article.text)
            in_sample.add(tally)
    misses.sort(key=lambda found: found[0])
    print_evaluation(
        total,
        groups,
        misses[: options.errors],
        as_json=options.json,
        by=options.by,
        in_sample=in_sample if held_out else None,
        held_out=sum(map(len, held_out.values())),
        label=label,
    )


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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2020-06-03") from None


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")


def _portion(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if 0 <= share <= 1:
        return share
    raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 1, such as 0.5")


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to 65535")


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("entente", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw)
    parser.add_argument("--version", action="version", version=f"entente {version('entente')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data-dir", metavar="DIR", help="where everything is kept (default: ENTENTE_DATA_DIR, or data/)"
    )
    data.add_argument(
        "--landing",
        metavar="PATH",
        nargs="+",
        help="folders or files of pages (default: ENTENTE_LANDING, or landing/ in the data dir)",
    )
    data.add_argument("--extractor", choices=EXTRACTORS, action="append", help=EXTRACTOR)
    data.add_argument("--sample", action="store_true", help="the shipped sample corpus, into demo/ of the data dir")

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

    evaluate = commands.add_parser(
        "evaluate",
        help="score what is read against annotated articles",
        description=EVALUATE,
        formatter_class=raw,
    )
    evaluate.add_argument("gold", metavar="GOLD_DIR", help="the gold folder")
    evaluate.add_argument(
        "--extractor",
        choices=EXTRACTORS,
        action="append",
        help="which extractor to score (default: frames); give it again to compare",
    )
    evaluate.add_argument("--by", choices=["story", "kind", "lang"], help="figures for each group of articles too")
    evaluate.add_argument("--errors", type=_count, default=0, metavar="N", help="list up to N missed and spurious rows")
    evaluate.add_argument(
        "--without-alliances", action="store_true", help="leave alliances.csv out, to see what the texts alone give"
    )
    unseen = evaluate.add_mutually_exclusive_group()
    unseen.add_argument(
        "--cross-validate",
        action="store_true",
        help="read each story without the known names that no other story of the set has; in-sample figures beside",
    )
    unseen.add_argument(
        "--drop-names",
        type=_portion,
        metavar="SHARE",
        help="read each story without that share (0 to 1) of the known names in it; in-sample figures beside",
    )
    evaluate.add_argument(
        "--seed", type=_count, default=1, metavar="N", help="which names --drop-names draws (default: %(default)s)"
    )
    evaluate.add_argument("--json", action="store_true", help="the figures as one JSON object")
    evaluate.set_defaults(command=_evaluate)

    add_knowledge_commands(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
