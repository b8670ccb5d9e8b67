"""Promote, merge and split: what an analyst decides about entities, written into the CSV files of a knowledge base.

Every decision is a new row of judgements.csv with who, when and why; no row of it is ever changed or removed, and of
two decisions about one pair the later counts. An edit is tried on a copy first: what the check would refuse is not
written. How judgements reach the facts is in pipelines/entities/resolution_pages.py and the staging models of dbt.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import polars as pl

from pipelines.entities.model import Entity, Knowledge
from pipelines.entities.normalizing import entity_id_of
from pipelines.knowledge.decision_rows import JUDGEMENTS
from pipelines.knowledge.entity_rows import ALIASES, ENTITY_FILES
from pipelines.knowledge.loading import load_knowledge
from pipelines.knowledge.rows import KnowledgeError, read_rows
from pipelines.storage.atomic import replacing
from pipelines.storage.errors import explained

Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decided, when and why."""

    who: str
    when: date
    why: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit has written: the ids that it was about, and the rows by file."""

    entity_id: str
    other_id: str
    written: tuple[tuple[str, int], ...]


class EditError(ValueError):
    """An edit cannot be made; the message says why, and what can."""


def promote(folder: Path, entity: Entity, forms: Iterable[str], new_id: str, decided: Decided) -> Edit:
    """Give an entity that no person listed a row of its own under a readable id, with the forms it appeared in.

    `entity` is its row as it shall be written, still with the old id; a form that another entity bears is left out.
    Raises EditError where it is listed already, KnowledgeError where the new row would be wrong.
    """
    knowledge = load_knowledge(folder)
    if entity.entity_id in knowledge.entities:
        raise EditError(f"{entity.entity_id} is listed already; edit its row, or merge it with another")
    if new_id in knowledge.entities:
        raise EditError(f"{new_id} is listed already; to make the two one: entente knowledge merge")
    file, columns = next((name, names) for name, (kind, _, names) in ENTITY_FILES.items() if kind == entity.entity_type)
    row = asdict(replace(entity, entity_id=new_id))
    taken = {alias.alias for alias in knowledge.aliases}
    own = {entity.name, entity.name_ko, entity.name_en}
    aliases: list[Cells] = [
        {"entity_id": new_id, "alias": form, "kind": "variant"} for form in sorted({*forms} - own) if form not in taken
    ]
    additions: dict[str, tuple[Sequence[str], list[Cells]]] = {
        file: (columns, [{column: row[column] for column in columns}]),
        "aliases.csv": (ALIASES, aliases),
        "judgements.csv": (JUDGEMENTS, [_judgement(knowledge, new_id, entity.entity_id, "same", decided)]),
    }
    return _write(folder, new_id, entity.entity_id, additions)


def merge(folder: Path, entity: Entity, into: Entity, decided: Decided) -> Edit:
    """Judge that an entity is another one; the other's id stays.

    Raises EditError for entities of two types, and for two listed companies, which never are one.
    """
    if entity.entity_id == into.entity_id:
        raise EditError(f"{entity.entity_id} is one entity already")
    if entity.entity_type != into.entity_type:
        raise EditError(f"{entity.entity_id} is of type {entity.entity_type}, {into.entity_id} of {into.entity_type}")
    codes = {entity.stock_code, into.stock_code} - {None}
    if len(codes) > 1:
        raise EditError(f"{entity.name} and {into.name} are listed companies with two tickers; they cannot be one")
    judgement = _judgement(load_knowledge(folder), into.entity_id, entity.entity_id, "same", decided)
    return _write(folder, entity.entity_id, into.entity_id, {"judgements.csv": (JUDGEMENTS, [judgement])})


def split(folder: Path, entity: Entity, other: str, decided: Decided) -> Edit:
    """Judge that an entity and another are two. `other` is an id, or a form that was read as the entity's name.

    A form leaves the entity's rows of aliases.csv. Raises EditError where it is a name in the entity's own row.
    """
    knowledge = load_knowledge(folder)
    other_id = other_entity(entity, other, knowledge)
    if other != other_id and other in (entity.name, entity.name_ko, entity.name_en):
        raise EditError(f"{other!r} is the name in the row of {entity.entity_id}; change it there first")
    judgement = _judgement(knowledge, entity.entity_id, other_id, "different", decided)
    dropped: set[tuple[str | None, str | None]] = {(entity.entity_id, other)} if other != other_id else set()
    return _write(folder, entity.entity_id, other_id, {"judgements.csv": (JUDGEMENTS, [judgement])}, dropped)


def other_entity(entity: Entity, other: str, knowledge: Knowledge) -> str:
    """The id that an id or a form names: a form's own is the one that it has where no list and no article says more."""
    if other in knowledge.entities or other.startswith(f"{entity.entity_type}-x-"):
        return other
    register = knowledge.register
    if register is not None and register.entity(other) is not None:
        return other
    own = entity_id_of(entity.entity_type, other)
    if own is None:
        raise EditError(f"{other!r} is neither an id nor a name")
    return own


def to_read_again(entity_id: str, other_id: str, mentions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The articles that were read with the one where the other stands: capture_date, article_id and url, sorted.

    Claims keep the id that they were read with. So these are the mentions (core/mentions) of either id whose form has
    the other's id; where both ids stand in claims already, there are none.
    """
    pairs = {(entity_id, other_id), (other_id, entity_id)}
    found = mentions.filter(pl.col("entity_id").is_in([entity_id, other_id])).select(
        "version_id", "capture_date", "entity_id", "mention_type", "surface"
    )
    wanted = [
        (version, day)
        for version, day, key, kind, surface in found.iter_rows()
        if (key, entity_id_of(kind, surface)) in pairs
    ]
    if not wanted:
        return articles.clear().select("capture_date", "article_id", "url")
    read = pl.DataFrame(wanted, schema={"version_id": pl.String, "capture_date": pl.Date}, orient="row").unique()
    return (
        articles.join(read, on=["version_id", "capture_date"])
        .select("capture_date", "article_id", "url")
        .unique()
        .sort("capture_date", "article_id")
    )


def _judgement(knowledge: Knowledge, left: str, right: str, word: str, decided: Decided) -> Cells:
    """The row of a decision, which must be later than any about the same two: the last one counts."""
    if not decided.who.strip() or not decided.why.strip():
        raise EditError("a decision needs who made it and why")
    for earlier in knowledge.judgements:
        if {earlier.left_id, earlier.right_id} == {left, right} and earlier.decided_at >= decided.when:
            raise EditError(
                f"{left} and {right} were judged {earlier.judgement} on {earlier.decided_at} by {earlier.decided_by}; "
                "only a later day overrules it (--on), or, if it was a slip, take its line out of judgements.csv"
            )
    return {
        "left_id": left,
        "right_id": right,
        "judgement": word,
        "decided_by": decided.who,
        "decided_at": decided.when.isoformat(),
        "reason": decided.why,
    }


def _write(
    folder: Path,
    entity_id: str,
    other_id: str,
    additions: Mapping[str, tuple[Sequence[str], Sequence[Cells]]],
    dropped: Set[tuple[str | None, str | None]] = frozenset(),
) -> Edit:
    """Adds rows to files of the folder and drops aliases, all of it or, where the result would be wrong, nothing."""
    texts = {name: _with_rows(folder / name, columns, rows) for name, (columns, rows) in additions.items() if rows}
    aliases = folder / "aliases.csv"
    lines = [row.line for row in read_rows(aliases, ALIASES) if (row.cells["entity_id"], row.cells["alias"]) in dropped]
    if lines:
        kept = texts.get("aliases.csv", aliases.read_text(encoding="utf-8-sig")).splitlines(keepends=True)
        texts["aliases.csv"] = "".join(line for number, line in enumerate(kept, start=1) if number not in lines)
    with tempfile.TemporaryDirectory() as trial:
        tried = Path(trial) / "knowledge"
        shutil.copytree(folder, tried, ignore=shutil.ignore_patterns("imported"))
        for name, text in texts.items():
            (tried / name).write_text(text, encoding="utf-8")
        try:
            load_knowledge(tried)
        except KnowledgeError as error:
            raise EditError(f"nothing was written, because then {str(error).removeprefix(f'{tried}/')}") from error
    for name, text in sorted(texts.items()):
        with explained("write", folder / name), replacing(folder / name) as file:
            file.write(text.encode("utf-8"))
    return Edit(entity_id, other_id, tuple((name, len(rows)) for name, (_, rows) in additions.items() if rows))


def _with_rows(path: Path, columns: Sequence[str], rows: Sequence[Cells]) -> str:
    """The file's text with rows added, in the order of its own header."""
    text = path.read_text(encoding="utf-8-sig")
    header = [cell.strip() for cell in next(csv.reader(text.splitlines()), list(columns))]
    added = io.StringIO()
    writer = csv.writer(added, lineterminator="\r\n" if "\r\n" in text else "\n")
    writer.writerows([["" if row.get(name) is None else row[name] for name in header] for row in rows])
    return text + ("" if not text or text.endswith("\n") else "\n") + added.getvalue()
