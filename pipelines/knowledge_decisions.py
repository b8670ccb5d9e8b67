"""`entente knowledge promote|merge|split`: their words, and what they print.

What an edit writes is in pipelines/knowledge/editing.py; here it is told which entities and articles the lake holds.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.entities.model import Entity
    from pipelines.knowledge import Decided
    from pipelines.settings import Settings

PROMOTE = """\
Gives an entity that was discovered in articles, or comes from a register, a row of its own in the knowledge base, with
the forms in which it appeared. Its claims follow with the next run; no page is read again."""
MERGE = """\
Says that two entities are one. The second id stays; claims about the first follow with the next run; no page is read
again. Two listed companies are never one."""
SPLIT = """\
Says that two are not one: two ids, or an id and a form that was read as its name. Later evidence does not undo it.
Prints the articles that were read with the one where the other stands; they must be read again."""

SettingsOf = Callable[[argparse.Namespace], "Settings"]


class DecisionError(ValueError):
    """A decision lacks something, or is about an entity that is not there."""


def add_decision_commands(subcommands: Any, places: argparse.ArgumentParser, settings_of: SettingsOf) -> None:
    """Adds the three commands to the subparsers of `entente knowledge`; `places` are the folders' options."""
    raw = argparse.RawDescriptionHelpFormatter
    who = argparse.ArgumentParser(add_help=False)
    who.add_argument("--why", required=True, metavar="TEXT", help="why: what you saw that decides it")
    who.add_argument("--by", metavar="NAME", help="who decides (default: ENTENTE_ANALYST)")
    who.add_argument("--on", type=_day, metavar="DATE", help="the day of the decision (default: today)")

    one = subcommands.add_parser(
        "promote",
        parents=[places, who],
        help="list a discovered entity",
        description=PROMOTE,
        formatter_class=raw,
    )
    one.add_argument("entity", metavar="ENTITY_ID", help="its id, as in dim_organization")
    one.add_argument("new", metavar="NEW_ID", help="a readable id, such as org-gaon-institute")
    for column in ("name", "name-ko", "name-en", "org-type", "country"):
        one.add_argument(f"--{column}", metavar="VALUE", help=f"its {column.replace('-', '_')}, if not as discovered")
    one.set_defaults(command=lambda options: _promote(options, settings_of(options)))

    two = subcommands.add_parser(
        "merge",
        parents=[places, who],
        help="say that two entities are one",
        description=MERGE,
        formatter_class=raw,
    )
    two.add_argument("entity", metavar="ENTITY_ID", help="the id that goes")
    two.add_argument("into", metavar="INTO_ID", help="the id that stays")
    two.set_defaults(command=lambda options: _merge(options, settings_of(options)))

    apart = subcommands.add_parser(
        "split",
        parents=[places, who],
        help="say that two are not one",
        description=SPLIT,
        formatter_class=raw,
    )
    apart.add_argument("entity", metavar="ENTITY_ID", help="an id")
    apart.add_argument("other", metavar="ID_OR_FORM", help="another id, or a form that is not its name")
    apart.set_defaults(command=lambda options: _split(options, settings_of(options)))


def _promote(options: argparse.Namespace, settings: Settings) -> int:
    from pipelines.knowledge import promote
    from pipelines.tables import names

    entity = _entity(options.entity, settings)
    given = {
        column: getattr(options, column)
        for column in ("name", "name_ko", "name_en", "org_type", "country")
        if getattr(options, column) is not None
    }
    if entity.entity_type == "org" and entity.org_type is None:
        given.setdefault("org_type", "other")
    aliases = _lake(settings).scan(names.ENTITY_ALIASES).collect()
    forms = [alias for key, alias in aliases.select("entity_id", "alias").iter_rows() if key == options.entity]
    edit = promote(settings.curated_dir, replace(entity, **given), forms, options.new, _decided(options, settings))
    print(f"{edit.other_id} is {edit.entity_id} now; {_rows(edit.written)} in {settings.curated_dir}")
    print(f"Look through its row and its aliases there: {len(forms)} forms were read in articles.")
    return 0


def _merge(options: argparse.Namespace, settings: Settings) -> int:
    from pipelines.knowledge import merge

    first, into = _entity(options.entity, settings), _entity(options.into, settings)
    edit = merge(settings.curated_dir, first, into, _decided(options, settings))
    print(
        f"{edit.entity_id} means {edit.other_id} from the next run on; {_rows(edit.written)} in {settings.curated_dir}"
    )
    return 0


def _split(options: argparse.Namespace, settings: Settings) -> int:
    from pipelines.knowledge import split, to_read_again
    from pipelines.tables import names, pages

    entity = _entity(options.entity, settings)
    edit = split(settings.curated_dir, entity, options.other, _decided(options, settings))
    lake = _lake(settings)
    articles = to_read_again(
        edit.entity_id, edit.other_id, lake.scan(names.MENTIONS).collect(), lake.scan(pages.ARTICLES).collect()
    )
    print(f"{edit.entity_id} and {edit.other_id} are two; {_rows(edit.written)} in {settings.curated_dir}")
    if articles.is_empty():
        print("No article needs to be read again: their claims tell the two apart.")
        return 0
    print(f"Read again ({articles.height} articles):")
    for day, article, url in articles.iter_rows():
        print(f"  {day} {article} {url or ''}".rstrip())
    days = articles.get_column("capture_date").to_list()
    print(f"entente run --from {min(days)} --to {max(days)}")
    return 0


def _entity(key: str, settings: Settings) -> Entity:
    """The entity of an id: as a person wrote it, else as the last run left it in the lake, else as imported."""
    from pipelines.entities.model import Entity
    from pipelines.knowledge import load_knowledge
    from pipelines.tables import names

    knowledge = load_knowledge(settings.curated_dir, settings.imported_dir)
    if key in knowledge.entities:
        return knowledge.entities[key]
    for row in _lake(settings).scan(names.ENTITIES).collect().iter_rows(named=True):
        if row["entity_id"] == key:
            return Entity(**row)
    imported = knowledge.register.entity(key) if knowledge.register is not None else None
    if imported is None:
        raise DecisionError(f"{key} is no entity of {settings.curated_dir} or {settings.lake_dir}; is the id whole?")
    return imported


def _lake(settings: Settings) -> Any:
    from pipelines.storage import Lake

    return Lake(settings.lake_dir, settings.staging_dir)


def _decided(options: argparse.Namespace, settings: Settings) -> Decided:
    from pipelines.knowledge import Decided

    who = options.by or settings.analyst
    if not who:
        raise DecisionError("a decision has a name: give --by NAME, or set ENTENTE_ANALYST")
    return Decided(who, options.on or datetime.now(UTC).astimezone().date(), options.why)


def _rows(written: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{count} row{'s' if count > 1 else ''} in {Path(name).stem}" for name, count in written)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2020-06-03") from None
