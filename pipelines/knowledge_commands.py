"""`entente knowledge …`: the words of the command group, and what each of them calls.

Parsing and what is printed belong here; what a command does is in pipelines/knowledge.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from pipelines.knowledge_decisions import add_decision_commands
from pipelines.settings import Settings, load_settings

DESCRIPTION = """\
Works on the knowledge base: CSV files of organizations, people, alliances and their names, which you may edit in any
editor. Run `entente knowledge check` after an edit."""
CHECK = """\
Reads every file of the knowledge base and names all that is wrong, each with file, line and the way out.
Exit status 0 if nothing is."""
IMPORT = """\
Reads what a register offers for download: corpCode.zip of OpenDART, a listing of KRX as CSV, a dump of ROR (zip or
JSON). Its organizations resolve names that are found in articles; what a person wrote wins and stays as it is.
Importing a newer download replaces the older one of that register."""


def add_knowledge_commands(commands: Any) -> None:
    """Adds `knowledge` and its subcommands to the subparsers of `entente`."""
    raw = argparse.RawDescriptionHelpFormatter
    group = commands.add_parser(
        "knowledge", help="check, import and edit the knowledge base", description=DESCRIPTION, formatter_class=raw
    )
    subcommands = group.add_subparsers(required=True, metavar="SUBCOMMAND")

    places = argparse.ArgumentParser(add_help=False)
    places.add_argument(
        "--knowledge-dir", metavar="DIR", help="the knowledge base (default: ENTENTE_KNOWLEDGE_DIR, or the shipped one)"
    )
    places.add_argument(
        "--data-dir", metavar="DIR", help="where everything is kept (default: ENTENTE_DATA_DIR, or data/)"
    )

    check = subcommands.add_parser(
        "check",
        parents=[places],
        help="name all that is wrong in the files",
        description=CHECK,
        formatter_class=raw,
    )
    check.set_defaults(command=_check)

    take = subcommands.add_parser(
        "import",
        parents=[places],
        help="read an official register: OpenDART, KRX or ROR",
        description=IMPORT,
        formatter_class=raw,
    )
    take.add_argument("source", choices=["dart", "krx", "ror"], help="whose download it is")
    take.add_argument("file", metavar="FILE", help="the download, packed or not")
    take.set_defaults(command=_import)
    add_decision_commands(subcommands, places, settings_of)


def _check(options: argparse.Namespace) -> int:
    from pipelines.knowledge import check_knowledge

    settings = settings_of(options)
    checked = check_knowledge(settings.curated_dir)
    for problem in checked.problems:
        print(problem, file=sys.stderr)
    if checked.problems:
        many = len(checked.problems) > 1
        print(
            f"entente: {len(checked.problems)} problem{'s' if many else ''} in {settings.curated_dir}", file=sys.stderr
        )
        return 1
    counts = ", ".join(f"{count:,} {name}" for name, count in checked.counts.items())
    print(f"{settings.curated_dir}: {counts}; nothing is wrong")
    return 0


def _import(options: argparse.Namespace) -> int:
    from pipelines.knowledge import import_register, load_knowledge

    settings = settings_of(options)
    done = import_register(options.source, Path(options.file), settings.imported_dir)
    knowledge = load_knowledge(settings.curated_dir, settings.imported_dir)
    register = knowledge.register
    linked = sum(
        entity.status == "curated" and register is not None and register.entity(key) is not None
        for key, entity in knowledge.entities.items()
    )
    print(
        f"{done.file}: {done.organizations:,} organizations, {done.triggers:,} of them searched for in texts; "
        f"{linked:,} curated organizations are found in what was imported"
    )
    return 0


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings with the folders that a subcommand's words name."""
    return load_settings(data_dir=_path(options.data_dir), knowledge_dir=_path(options.knowledge_dir))


def _path(given: str | None) -> Path | None:
    return Path(given).expanduser().absolute() if given else None
