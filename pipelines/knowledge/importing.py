"""An official download as one Parquet file in the folder of imports, and back.

What was imported is kept by source, as the register has it, so that importing a newer download replaces that source
alone and touches nothing that a person wrote. How the sources join each other and the curated rows is in linking.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.entities.morphology import read_word
from pipelines.entities.normalizing import normalized
from pipelines.entities.particles import is_hangul
from pipelines.knowledge.dart import read_dart
from pipelines.knowledge.downloads import Registered
from pipelines.knowledge.krx import read_krx
from pipelines.knowledge.ror import read_ror
from pipelines.knowledge.rows import KnowledgeError
from pipelines.storage.atomic import replacing
from pipelines.storage.errors import explained

SOURCES: Mapping[str, Callable[[Path], Iterator[Registered]]] = {"dart": read_dart, "krx": read_krx, "ror": read_ror}
# `keys` are the names as compared, the English one last; `triggers` says whether the name may be searched for in texts
SCHEMA = pl.Schema(
    {
        "source_id": pl.String(),
        "name": pl.String(),
        "name_en": pl.String(),
        "names": pl.List(pl.String()),
        "org_type": pl.String(),
        "country": pl.String(),
        "stock_code": pl.String(),
        "wikidata_qid": pl.String(),
        "keys": pl.List(pl.String()),
        "triggers": pl.Boolean(),
    }
)
MIN_TRIGGER = 3
SAMPLED = 97


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has done: organizations read, and those of them whose names are searched for in texts."""

    organizations: int
    triggers: int
    file: Path


def import_register(source: str, download: Path, folder: Path) -> Imported:
    """Read the official download of a source (a key of SOURCES) into `<folder>/<source>.parquet`, replacing it whole.

    Rows are kept by id, and of two with one id the later. Raises ImportFileError, and StorageError where it cannot be
    written.
    """
    by_id = {organization.source_id: organization for organization in SOURCES[source](download)}
    rows = [_row(by_id[key]) for key in sorted(by_id)]
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    target = folder / f"{source}.parquet"
    with explained("write", target), replacing(target) as file:
        frame.write_parquet(file, compression="zstd", compression_level=3, statistics=False)
    return Imported(frame.height, int(frame["triggers"].sum()), target)


def read_import(source: str, folder: Path) -> pl.DataFrame:
    """What was imported from a source, by source_id; no rows where nothing was.

    Raises KnowledgeError where the file is torn, or was written by a version that compares names otherwise.
    """
    path = folder / f"{source}.parquet"
    if not path.exists():
        return pl.DataFrame(schema=SCHEMA)
    again = f"import it again: entente knowledge import {source} FILE"
    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise KnowledgeError(f"cannot be read ({str(error).splitlines()[0]}); {again}", path) from error
    if frame.schema != SCHEMA:
        raise KnowledgeError(f"it has other columns than this version writes; {again}", path)
    sample = frame.select("name", pl.col("keys").list.first()).gather_every(SAMPLED)
    if any(normalized(name) != key for name, key in sample.iter_rows()):
        raise KnowledgeError(f"this version compares names otherwise; {again}", path)
    return frame


def _row(organization: Registered) -> tuple[object, ...]:
    names = (organization.name, *organization.names)
    keys = [normalized(name) for name in names]
    # English names of companies that nobody trades are words that many share
    is_told_apart = organization.stock_code is not None or organization.org_type != "company"
    if organization.name_en is not None and is_told_apart:
        keys.append(normalized(organization.name_en))
    return (
        organization.source_id,
        organization.name,
        organization.name_en,
        list(organization.names),
        organization.org_type,
        organization.country,
        organization.stock_code,
        organization.wikidata_qid,
        [keys[0], *sorted({key for key in keys[1:] if key} - {keys[0]})],
        organization.stock_code is not None and names_nothing_else(organization.name),
    )


def names_nothing_else(name: str) -> bool:
    """Whether a name may be searched for: three Hangul syllables or more, and no noun of the dictionary in it.

    A proper name that the dictionary has may be a goddess or a planet as well, and needs four.
    """
    if sum(map(is_hangul, name)) < MIN_TRIGGER or " " in name:
        return False
    word = read_word(name)
    if len(word.parts) == 1:
        return word.unknown or (word.parts[0].tag == "NNP" and len(name) > MIN_TRIGGER)
    return not any(part.tag == "NNG" and len(part.form) > 1 for part in word.parts)
