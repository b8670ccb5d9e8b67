"""Floors of quality for the pages that were written for the project, and the one way to change them.

    python benchmarks/article_floors.py            writes floors that have risen, and those of new pages
    python benchmarks/article_floors.py --lower    writes what is measured, also where it has fallen

Without --lower a floor that would fall is named, nothing is written, and the script ends with 1. tests/evaluation holds
every page to its floors. A page is read twice: as it is, and without the adapters of sites, which is what is left of an
adapter on the day after a site's redesign. Measures are those of the article benchmark, from 0 to 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from article_measures import author_f1, gram_f1, same_title

from pipelines.articles import Article, extract, extract_article

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "tests" / "golden" / "publishers"
FLOORS = ROOT / "tests" / "evaluation" / "article_floors.json"
NO_ADAPTERS = SimpleNamespace(adapter_of=lambda page: None)
# Measures are kept with so many digits; a floor lies below what is measured by less than one in the last.
DIGITS = 3

Scores = dict[str, float]


def measure_pages(folder: Path = PAGES) -> dict[str, Scores]:
    """What each golden page scores, by page and measure; the second reading's measures begin with `generic`."""
    scores: dict[str, Scores] = {}
    for path in sorted(folder.glob("*.json")):
        golden = json.loads(path.read_text(encoding="utf-8"))
        page = path.with_suffix(".html").read_bytes()
        scores[path.stem] = _scores(golden, extract_article(page, url=golden["url"]))
        with patch.object(extract, "DIRECTORY", NO_ADAPTERS):
            generic = _scores(golden, extract_article(page, url=golden["url"]))
        scores[path.stem] |= {f"generic {name}": value for name, value in generic.items()}
    return scores


def _scores(golden: Mapping[str, object], article: object) -> Scores:
    if not isinstance(article, Article):
        return dict.fromkeys(("body", "title", "day", "author"), 0.0)
    paragraphs, names, published = golden["paragraphs"], golden["byline_names"], golden["published_at"]
    assert isinstance(paragraphs, list)
    assert isinstance(names, list)
    expected = "\n".join(one["text"] for one in paragraphs)
    found = "\n".join(
        article.text[one.char_start : one.char_end] for one in article.paragraphs if one.zone != "headline"
    )
    day = datetime.fromisoformat(str(published)).date() if published else None
    scores = {
        "body": gram_f1(expected, found),
        "title": float(same_title(str(golden["title"]), article.title)),
        "day": float(article.published_on == day),
        "author": author_f1(names, article.byline_names),
    }
    return {name: int(value * 10**DIGITS) / 10**DIGITS for name, value in scores.items()}


def fallen(floors: Mapping[str, Scores], measured: Mapping[str, Scores]) -> list[str]:
    """A line for each floor that is not met, or whose page is gone."""
    lines: list[str] = []
    for page, wanted in sorted(floors.items()):
        for name, floor in sorted(wanted.items()):
            value = measured.get(page, {}).get(name)
            if value is None or value < floor:
                lines.append(f"{page}: {name} {'is not measured' if value is None else value}, its floor is {floor}")
    return lines


def update(path: Path, measured: Mapping[str, Scores], *, lower: bool) -> list[str]:
    """Write what is measured as floors; without `lower` not if one would fall: then the lines of `fallen`."""
    floors = read_floors(path)
    lines = fallen(floors, measured)
    if lines and not lower:
        return lines
    path.write_text(json.dumps(measured, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return []


def read_floors(path: Path = FLOORS) -> dict[str, Scores]:
    """The floors by page and measure; none where there is no file yet."""
    if not path.exists():
        return {}
    floors: dict[str, Scores] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def main() -> int:
    """Measure and write; 1 where a floor would fall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="write floors also where they fall")
    lines = update(FLOORS, measure_pages(), lower=parser.parse_args().lower)
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
