"""Which sentences are known to be read wrong, and the one way to change that list.

    python tests/evaluation/sentences/sentence_ledger.py             figures; takes items off that pass by now
    python tests/evaluation/sentences/sentence_ledger.py --show      and what is wrong in each item that fails
    python tests/evaluation/sentences/sentence_ledger.py --add       also writes items down that newly fail
    python tests/evaluation/sentences/sentence_ledger.py --names     figures of a reader that is given all names, only

Without --add an item that newly fails is named, nothing is written, and the script ends with 1. The suite holds the
list to be exact: an item that fails and is not listed is as wrong as a listed one that passes. With --names what is
left is the fault of reading claims, not of finding names; nothing is written then.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sentence_items import FOLDER, Item, read_items
from sentence_judge import Problem, judge

from pipelines.entities.model import Alias, Entity
from pipelines.reader import Json, Reader
from pipelines.settings import load_settings
from pipelines.tables.identifiers import discovered_id

LEDGER = FOLDER / "known_failures.txt"
HEADER = """\
# Items that are read wrong, by id. Written by sentence_ledger.py, which adds to it only with --add.
"""
# A text's first line is its headline, so a sentence of the body gets one that says nothing.
NO_NEWS = ("오늘의 소식", "Today")

Failures = dict[str, list[Problem]]


def read_all(items: Sequence[Item], reader: Reader | None = None) -> Failures:
    """Item → what is wrong in its reading by the reader that `entente read` uses; nothing where it passes."""
    reader = reader or shipped_reader()
    return {item.key: judge(item, read_item(item, reader)) for item in items}


def shipped_reader() -> Reader:
    """The reader of `entente read` with the settings that it has by itself."""
    settings = load_settings({})
    return Reader.load(settings.curated_dir, model=settings.names_model_file)


def given_names(items: Sequence[Item], reader: Reader) -> Reader:
    """The reader with a knowledge base that also has every name that an item asks for."""
    known = {alias.alias for alias in reader.knowledge.aliases}
    parties = [party for item in items for event in item.events for party in event.parties]
    people = {party.name for party in parties if party.role == "signatory_person"}
    types: dict[str, str] = {}
    for item in items:
        structures = {name for tie in item.ties for name in tie.alliance}
        structures |= {party.name for event in item.events for party in event.parties if party.role == "alliance"}
        others = {name for tie in item.ties for name in tie.members}
        others |= {party.name for event in item.events for party in event.parties}
        types |= {name: "org" for name in others - structures - people if types.get(name) != "alliance"}
        types |= dict.fromkeys(structures, "alliance")
    new = {discovered_id(kind, name): (kind, name) for name, kind in types.items() if name not in known}
    knowledge = replace(
        reader.knowledge,
        entities={**reader.knowledge.entities, **{key: Entity(key, name, kind) for key, (kind, name) in new.items()}},
        aliases=(*reader.knowledge.aliases, *(Alias(key, name) for key, (_, name) in new.items())),
        version=f"{reader.knowledge.version}-with-{len(new)}",
    )
    return replace(reader, knowledge=knowledge)


def read_item(item: Item, reader: Reader) -> Json:
    """What the reader says of one item."""
    title = item.title or NO_NEWS[0 if item.is_korean else 1]
    text = f"{title}\n{item.text}" if item.text else title
    return reader.read_json(item.key, {"text": text, "reference_date": item.reference})


def read_ledger(path: Path = LEDGER) -> set[str]:
    """The ids of the items that are known to fail; none where there is no file yet."""
    if not path.exists():
        return set()
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def update(path: Path, problems: Mapping[str, Sequence[Problem]], *, add: bool) -> list[str]:
    """Write the ids that fail; without `add` not if one is new: then a line for each new one."""
    failing = [key for key, found in problems.items() if found]
    new = sorted(set(failing) - read_ledger(path))
    if new and not add:
        return [f"{key}: {'; '.join(f'{p.kind}: {p.detail}' for p in problems[key])}" for key in new]
    path.write_text(HEADER + "".join(f"{key}\n" for key in sorted(failing)), encoding="utf-8")
    return []


def figures(items: Iterable[Item], problems: Mapping[str, Sequence[Problem]]) -> str:
    """A table: how many items of each group and language pass, and how many fail by what kind of problem."""
    total: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for item in items:
        for row in (item.group, "Korean" if item.is_korean else "English", "all"):
            total[row] += 1
            passed[row] += not problems[item.key]
    lines = [f"{passed[row]:4d} of {total[row]:4d}  {passed[row] / total[row]:4.0%}  {row}" for row in total]
    kinds = Counter(kind for found in problems.values() for kind in {problem.kind for problem in found})
    return "\n".join(
        [*lines, "", "items that fail by:", *(f"{count:4d}  {kind}" for kind, count in kinds.most_common())]
    )


def main() -> int:
    """Read, tell and write; 1 where an item newly fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="tell what is wrong in each item that fails")
    parser.add_argument("--add", action="store_true", help="write newly failing items down too")
    parser.add_argument("--names", action="store_true", help="figures of a reader that is given all names; no writing")
    options = parser.parse_args()
    items = read_items()
    reader = shipped_reader()
    problems = read_all(items, given_names(items, reader) if options.names else reader)
    if options.show:
        for item in items:
            if problems[item.key]:
                print(f"\n{item.key}: {' / '.join(filter(None, (item.title, item.text)))}")
                print("\n".join(f"    {problem.kind}: {problem.detail}" for problem in problems[item.key]))
        print()
    print(figures(items, problems))
    lines = [] if options.names else update(LEDGER, problems, add=options.add)
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
