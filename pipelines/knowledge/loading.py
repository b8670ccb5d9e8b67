"""data/knowledge/*.csv as one immutable Knowledge, or as the list of all that is wrong in it.

Here belongs the joining of the files; what the rows of each mean is in entity_rows.py and decision_rows.py. The order
of rows carries no meaning, so neither the result nor its version depends on it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from pipelines.entities.model import Knowledge
from pipelines.knowledge.decision_rows import (
    read_judgements,
    read_overrides,
    read_redirects,
    read_suppressions,
    read_watchlist,
)
from pipelines.knowledge.entity_rows import ENTITY_FILES, read_aliases, read_entities
from pipelines.knowledge.linking import with_imports
from pipelines.knowledge.problems import Problems
from pipelines.knowledge.rows import KnowledgeError

PACKAGE = Path(__file__).resolve().parent.parent
SHIPPED = PACKAGE / "shipped" / "knowledge"
REPOSITORY = PACKAGE.parent / "data" / "knowledge"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: rows by file name without .csv, and the messages of all that is wrong, by file and line."""

    counts: Mapping[str, int]
    problems: tuple[str, ...]


def load_knowledge(folder: Path | None = None, imported: Path | None = None) -> Knowledge:
    """The knowledge base of a folder; without one, the shipped one. `imported` is the folder of imports, if any.

    Raises KnowledgeError, with file and line, for whatever is wrong first.
    """
    knowledge = _read(folder or shipped_folder(), Problems())
    return knowledge if imported is None else with_imports(knowledge, imported)


def check_knowledge(folder: Path | None = None) -> Checked:
    """All that is wrong in a folder. A row that cannot be read is left out of what is compared with it.

    Raises KnowledgeError where there is no such folder.
    """
    problems = Problems(gather=True)
    knowledge = _read(folder or shipped_folder(), problems)
    types = Counter(entity.entity_type for entity in knowledge.entities.values())
    counts = {name.removesuffix(".csv"): types[kind] for name, (kind, _, _) in ENTITY_FILES.items()}
    counts |= {
        "aliases": len(knowledge.aliases),
        "redirects": len(knowledge.redirects),
        "overrides": len(knowledge.overrides),
        "judgements": len(knowledge.judgements),
        "suppressions": len(knowledge.suppressions),
        "watchlist": len(knowledge.watchlist),
    }
    found = sorted(problems.found, key=lambda error: (str(error.path), error.line))
    return Checked(counts, tuple(map(str, found)))


def without_alliances(knowledge: Knowledge) -> Knowledge:
    """The same without the alliances' names: what is then read of alliances comes from the text alone."""
    entities = {key: entity for key, entity in knowledge.entities.items() if entity.entity_type != "alliance"}
    return replace(
        knowledge,
        entities=entities,
        aliases=tuple(alias for alias in knowledge.aliases if alias.entity_id in entities),
        redirects=tuple(redirect for redirect in knowledge.redirects if redirect.canonical_id in entities),
        version=f"{knowledge.version}-without-alliances",
    )


def shipped_folder() -> Path:
    """The repository's knowledge base, or the one inside an installed wheel."""
    return REPOSITORY if (REPOSITORY / "organizations.csv").exists() else SHIPPED


def _read(folder: Path, problems: Problems) -> Knowledge:
    if not folder.is_dir():
        raise KnowledgeError(
            f"there is no such folder; name one that holds {', '.join(ENTITY_FILES)} and aliases.csv", folder
        )
    entities = read_entities(folder, problems)
    knowledge = Knowledge(
        entities={key: entity for key, (entity, _) in sorted(entities.items())},
        aliases=read_aliases(folder, entities, problems),
        redirects=read_redirects(folder, entities, problems),
        overrides=read_overrides(folder, problems),
        judgements=read_judgements(folder, problems),
        suppressions=read_suppressions(folder, problems),
        watchlist=read_watchlist(folder, problems),
    )
    parts = (
        knowledge.entities.values(),
        knowledge.aliases,
        knowledge.redirects,
        knowledge.overrides,
        knowledge.judgements,
        knowledge.suppressions,
    )
    return replace(knowledge, version=_version(*parts))


def _version(*parts: Iterable[Any]) -> str:
    lines = sorted(
        json.dumps(
            [type(item).__name__, *((field.name, getattr(item, field.name)) for field in fields(item))],
            default=str,
            ensure_ascii=False,
        )
        for part in parts
        for item in part
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
