"""`entente evaluate`: its words, which names are kept from the reader, and the scoring of one extractor after another.

What counts as right is in pipelines/evaluation, how the figures look in console.py.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.settings import EXTRACTORS, load_settings

if TYPE_CHECKING:
    from pipelines.entities.model import Knowledge
    from pipelines.evaluation import GoldArticle, Tally
    from pipelines.reader import Reader

DESCRIPTION = """\
Reads the articles of a gold folder (articles/NNN.json, gold/NNN.json) and prints how much of what they assert
was found: precision, recall and F1, and how many dates, roles and states are right."""


def add_evaluate_command(commands: Any) -> None:
    """Adds `evaluate` to the subparsers of `entente`."""
    evaluate = commands.add_parser(
        "evaluate",
        help="score what is read against annotated articles",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    evaluate.add_argument("gold", metavar="GOLD_DIR", help="the gold folder")
    evaluate.add_argument(
        "--extractor",
        choices=EXTRACTORS,
        action="append",
        help="which extractor to score (default: frames); give it again to compare",
    )
    evaluate.add_argument("--by", choices=["story", "kind", "lang"], help="figures for each group of articles too")
    evaluate.add_argument(
        "--reliability",
        action="store_true",
        help="show how often rows are right, by their confidence, with 95%% intervals",
    )
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


def _evaluate(options: argparse.Namespace) -> int:
    from pipelines.evaluation import read_gold, score_baselines
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
    baselines = score_baselines(articles)
    held_out = _held_out(options, articles, reader.knowledge)
    for extractor in extractors:
        label = extractor.name if len(extractors) > 1 else None
        _evaluate_with(replace(reader, extractor=extractor), articles, held_out, options, label, baselines)
    return 0


def _held_out(
    options: argparse.Namespace, articles: Sequence[GoldArticle], knowledge: Knowledge
) -> dict[str, frozenset[str]]:
    """By article, the ids of the known names that it is read without; empty where none are kept from it."""
    from pipelines.evaluation import KnownName, names_of_one_story, random_names

    if not options.cross_validate and options.drop_names is None:
        return {}
    forms: dict[str, list[str]] = {}
    for alias in knowledge.aliases:
        forms.setdefault(alias.entity_id, []).append(alias.alias)
    known = [
        KnownName(key, entity.entity_type, (entity.name, *forms.get(key, ())))
        for key, entity in knowledge.entities.items()
    ]
    if options.cross_validate:
        return names_of_one_story(articles, known)
    return random_names(articles, known, options.drop_names, options.seed)


def _evaluate_with(
    reader: Reader,
    articles: Sequence[GoldArticle],
    held_out: Mapping[str, frozenset[str]],
    options: argparse.Namespace,
    label: str | None,
    baselines: Mapping[str, Tally],
) -> None:
    from pipelines.console import print_evaluation
    from pipelines.entities.omission import without
    from pipelines.evaluation import Tally, rights, score_article

    total, in_sample = Tally(), Tally()
    groups: dict[str, list[Tally]] = {}
    misses = []
    judged: list[tuple[float, bool]] = []
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
        judged += [(read[kind][index]["confidence"], right) for kind, index, right in rights(article.gold, read)]
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
        baselines=baselines,
        judged=judged if options.reliability else None,
    )


def _portion(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if 0 <= share <= 1:
        return share
    raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 1, such as 0.5")


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")
