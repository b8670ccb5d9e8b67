"""Reads public sets of news pages with Entente and its peers, in one process, and prints who reads them how well.

    git clone https://github.com/scrapinghub/article-extraction-benchmark
    git clone https://github.com/flairNLP/fundus
    python benchmarks/articles.py --scrapinghub article-extraction-benchmark --fundus fundus [--korean DIR]

Measures:
- body, scrapinghub: F1 of token 4-shingles, as the set's own evaluate.py defines it; a summary above the body is no
  part of it, so a reader that tells the subtitle from the body is measured without it;
- body, Fundus: mean F1 of the tokens of summary, subheads and paragraphs, all of which the set counts as body;
- title: share equal but for space; day: share of publication days that are equal; author: mean F1 of the names;
- Korean pages: F1 of character 5-grams, page by page;
- ms: median processor time a page with all fields that a reader offers; ratio: to trafilatura's default setting with
  metadata.

Fundus is shown whole and by halves (pages in order of their names, even and odd): rules are tuned on the even half and
on scrapinghub, so the odd half says what a rule is worth on pages that nobody looked at.

Entente asks no second reader where it finds a body. `--gates` measures what that would be worth: giving pages to
trafilatura on which resiliparse disagrees cost 0.002 to 0.012 of body F1 on Fundus' even half and gained nothing on
scrapinghub, and on no page of either did trafilatura find a body where Entente found none or less than 200 characters.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from article_gates import gates
from article_measures import author_f1, gram_f1, label_f1, same_title, shingle_f1, token_f1
from article_peers import READERS, Found, Read, open_readers
from article_sets import LabelledPage, read_fundus, read_pairs, read_scrapinghub

BASIS = "trafilatura"
GATED = ("entente", "resiliparse", "trafilatura")
HEAD, KOREAN_NAME = 8, 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reader found on one page, and in how many milliseconds."""

    page: LabelledPage
    found: Found
    milliseconds: float


Outcomes = dict[str, list[Outcome]]


def read_all(readers: dict[str, Read], pages: list[LabelledPage]) -> dict[str, list[Outcome]]:
    """Each page by each reader, page by page, so that all readers meet the same state of the machine."""
    outcomes: dict[str, list[Outcome]] = {name: [] for name in readers}
    for read in readers.values():
        _timed(read, pages[0])
    for page in pages:
        for name, read in readers.items():
            outcomes[name].append(_timed(read, page))
    return outcomes


def _timed(read: Read, page: LabelledPage) -> Outcome:
    text = page.data.decode("utf-8", errors="replace")
    start = time.process_time()
    found = read(page.data, text, page.url)
    return Outcome(page, found, (time.process_time() - start) * 1000)


def scrapinghub_row(outcomes: list[Outcome]) -> list[str]:
    """Body F1 on the scrapinghub set."""
    return [f"{shingle_f1((one.page.expected.body, one.found.body) for one in outcomes):.3f}"]


def fundus_row(outcomes: list[Outcome]) -> list[str]:
    """Body F1 of all pages, of the even and of the odd half; then title, day and author, each of all, even and odd."""
    cells: list[str] = []
    for measure in (_bodies, _titles, _days, _authors):
        for part in (outcomes, outcomes[::2], outcomes[1::2]):
            values = measure(part) if measure is _bodies or any(_offers(one.found) for one in outcomes) else []
            cells.append(f"{statistics.fmean(values):.3f}" if values else "-")
    return cells


def _offers(found: Found) -> bool:
    """Whether a reader found any metadata: one that never does offers none, and is not measured on it."""
    return bool(found.title or found.authors or found.published_on)


def _bodies(outcomes: list[Outcome]) -> list[float]:
    return [token_f1(one.page.expected.body, one.found.whole) for one in outcomes]


def _titles(outcomes: list[Outcome]) -> list[float]:
    return [float(same_title(one.page.expected.title, one.found.title)) for one in outcomes if one.page.expected.title]


def _days(outcomes: list[Outcome]) -> list[float]:
    days = [(one.page.expected.published_on, one.found.published_on) for one in outcomes]
    return [float(expected == found) for expected, found in days if expected]


def _authors(outcomes: list[Outcome]) -> list[float]:
    names = [(one.page.expected.authors, one.found.authors) for one in outcomes]
    return [author_f1(expected, found or ()) for expected, found in names if expected]


def _to_the_letter(outcomes: list[Outcome]) -> str:
    names = [(one.page.expected.authors, one.found.authors or ()) for one in outcomes if one.page.expected.authors]
    return f"{statistics.fmean(label_f1(expected, found) for expected, found in names):.3f}" if names else "-"


def speed_row(outcomes: list[Outcome], basis: list[Outcome] | None) -> list[str]:
    """Median milliseconds a page, and the ratio of the medians to trafilatura's where that ran."""
    median = _median(outcomes)
    return [f"{median:.2f}", f"{median / _median(basis):.3f}" if basis else "-"]


def _median(outcomes: list[Outcome]) -> float:
    return statistics.median(one.milliseconds for one in outcomes)


def print_table(heads: list[str], rows: dict[str, list[str]]) -> None:
    """A table on standard output, one line for each reader."""
    width = max(map(len, rows), default=0) + 2
    print("".ljust(width) + "".join(head.rjust(9) for head in heads))
    for name, cells in rows.items():
        print(name.ljust(width) + "".join(cell.rjust(9) for cell in cells))
    print()


def report(scrapinghub: Outcomes, fundus: Outcomes, pairs: Outcomes) -> None:
    """All tables on standard output; readers without outcomes are left out."""
    if any(scrapinghub.values()):
        print(f"scrapinghub: {len(next(iter(scrapinghub.values())))} pages, body F1 of token 4-shingles")
        print_table(["body"], {name: scrapinghub_row(outcomes) for name, outcomes in scrapinghub.items()})
    if any(fundus.values()):
        print(f"Fundus: {len(next(iter(fundus.values())))} pages; all pages, even half, odd half")
        heads = ["body", "even", "odd", "title", "even", "odd", "day", "even", "odd", "author", "even", "odd"]
        print_table(heads, {name: fundus_row(outcomes) for name, outcomes in fundus.items()})
        print("Fundus, Korean pages: title, day, author, author with the label taken to the letter")
        korean = {name: [one for one in outcomes if one.page.korean] for name, outcomes in fundus.items()}
        rows = {name: [*fundus_row(one)[3::3], _to_the_letter(one)] for name, one in korean.items() if one}
        print_table(["title", "day", "author", "letter"], rows)
    print_korean({name: _korean(scrapinghub, fundus, pairs, name) for name in {**scrapinghub, **fundus, **pairs}})
    print("speed: median milliseconds a page, ratio to trafilatura with metadata")
    both = {name: [*scrapinghub.get(name, []), *fundus.get(name, [])] for name in {**scrapinghub, **fundus}} or pairs
    print_table(["ms", "ratio"], {name: speed_row(outcomes, both.get(BASIS)) for name, outcomes in both.items()})


def _korean(scrapinghub: Outcomes, fundus: Outcomes, pairs: Outcomes, name: str) -> list[Outcome]:
    found = (*fundus.get(name, []), *scrapinghub.get(name, []), *pairs.get(name, []))
    return [one for one in found if one.page.korean]


def print_korean(outcomes: Outcomes) -> None:
    """The Korean pages one by one, a column for each reader, and the means."""
    scores = {
        name: [gram_f1(one.page.expected.body, one.found.whole) for one in pages] for name, pages in outcomes.items()
    }
    pages = [one.page.name[:KOREAN_NAME] for one in next(iter(outcomes.values()), [])]
    if not pages:
        return
    print("Korean pages: F1 of character 5-grams")
    rows = {page: [f"{values[index]:.3f}" for values in scores.values()] for index, page in enumerate(pages)}
    means = {"mean": [f"{statistics.fmean(values):.3f}" for values in scores.values()]}
    print_table([name[:HEAD] for name in scores], {**rows, **means})


def print_gates(scrapinghub: Outcomes, fundus: Outcomes) -> None:
    """Body F1 under each gate of article_gates, and how many pages it takes from Entente."""
    rows: dict[str, list[str]] = {}
    for name, choose in gates().items():
        chosen: list[list[Found]] = []
        taken = 0
        for outcomes in (scrapinghub, {reader: pages[::2] for reader, pages in fundus.items()}):
            founds = [
                {reader: pages[index].found for reader, pages in outcomes.items()}
                for index in range(len(next(iter(outcomes.values()), [])))
            ]
            answers = [choose(found) for found in founds]
            taken += sum(answer != "entente" for answer in answers)
            chosen.append([found[answer] for found, answer in zip(founds, answers, strict=True)])
        first = [
            (one.page.expected.body, found.body) for one, found in zip(scrapinghub["entente"], chosen[0], strict=True)
        ]
        even = fundus["entente"][::2]
        second = [token_f1(one.page.expected.body, found.whole) for one, found in zip(even, chosen[1], strict=True)]
        rows[name] = [f"{shingle_f1(first):.4f}", f"{statistics.fmean(second):.4f}", str(taken)]
    print("gates: body F1 on scrapinghub, on Fundus' even half; pages taken from Entente")
    print_table(["scraping", "even", "taken"], rows)


def print_worst(outcomes: list[Outcome], count: int, *, shingles: bool) -> None:
    """The pages on which Entente's body is worst, and its wrong titles, days and authors: where to work next."""
    if shingles:
        scored = [(shingle_f1([(one.page.expected.body, one.found.body)]), one) for one in outcomes]
    else:
        scored = [(token_f1(one.page.expected.body, one.found.whole), one) for one in outcomes]
    for score, one in sorted(scored, key=lambda pair: (pair[0], pair[1].page.name))[:count]:
        print(f"  {score:.3f} {len(one.found.body):>7} of {len(one.page.expected.body):>7} chars  {one.page.name}")
    for one in outcomes:
        wanted, found = one.page.expected, one.found
        if wanted.title and not same_title(wanted.title, found.title):
            print(f"  title {one.page.name}: {wanted.title!r}, found {found.title!r}")
        if wanted.published_on and wanted.published_on != found.published_on:
            print(f"  day {one.page.name}: {wanted.published_on}, found {found.published_on}")
        if wanted.authors and author_f1(wanted.authors, found.authors or ()) < 1:
            print(f"  author {one.page.name}: {wanted.authors}, found {found.authors}")


def main() -> int:
    """Run the benchmark; 0 unless there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scrapinghub", type=Path, metavar="DIR", help="a clone of article-extraction-benchmark")
    parser.add_argument("--fundus", type=Path, metavar="DIR", help="a clone of fundus")
    parser.add_argument("--only", nargs="+", choices=READERS, default=list(READERS), help="readers to run (all)")
    parser.add_argument(
        "--worst",
        type=int,
        default=0,
        metavar="N",
        help="list Entente's N worst pages of each set, Fundus' even half only",
    )
    parser.add_argument("--korean", type=Path, metavar="DIR", help="Korean pages with their texts, see article_sets.py")
    parser.add_argument("--gates", action="store_true", help="measure what asking a second reader would be worth")
    arguments = parser.parse_args()
    if not (arguments.scrapinghub or arguments.fundus or arguments.korean):
        parser.error("give --scrapinghub DIR or --fundus DIR, or both, or --korean DIR")
    for folder in (arguments.scrapinghub, arguments.fundus, arguments.korean):
        if folder and not folder.is_dir():
            parser.error(f"{folder} is no folder")
    if arguments.gates and not (arguments.scrapinghub and arguments.fundus and set(GATED) <= set(arguments.only)):
        parser.error(f"--gates needs --scrapinghub, --fundus and the readers {', '.join(GATED)}")
    readers, missing = open_readers(arguments.only)
    if missing:
        print(f"not installed, left out: {', '.join(missing)} (pip install 'entente[bench]')\n", file=sys.stderr)
    if not readers:
        return 1
    scrapinghub = read_all(readers, read_scrapinghub(arguments.scrapinghub)) if arguments.scrapinghub else {}
    fundus = read_all(readers, read_fundus(arguments.fundus)) if arguments.fundus else {}
    pairs = read_all(readers, read_pairs(arguments.korean)) if arguments.korean else {}
    report(scrapinghub, fundus, pairs)
    if arguments.gates and set(GATED) <= set(readers):
        print_gates(scrapinghub, fundus)
    if arguments.worst and "entente" in readers:
        for outcomes, shingles in ((scrapinghub.get("entente", []), True), (fundus.get("entente", [])[::2], False)):
            print_worst(outcomes, arguments.worst, shingles=shingles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
