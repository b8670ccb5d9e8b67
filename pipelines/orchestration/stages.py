"""The stages of the lake, as data: which tables each makes, from which it reads, and the pure function that makes them.

A stage of a partitioned table makes one capture date at a time; the others see the whole lake and get None as the day.
The tables of a stage are in the order in which they are audited: what another one is compared with comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date

import polars as pl

from pipelines.articles.batch import extract_batch
from pipelines.articles.copies import group_copies
from pipelines.articles.corrected import COLUMNS, link_corrections
from pipelines.articles.fingerprints import SCHEMA, fingerprints
from pipelines.claims.batch import claim_batch
from pipelines.entities.batch import mention_batch
from pipelines.entities.catalog import entity_tables
from pipelines.orchestration.workbench import Workbench
from pipelines.storage import Lake
from pipelines.tables import claims, names, pages
from pipelines.tables.declaration import Table
from pipelines.tables.schemas import empty_frame, frame

# The claims whose paragraphs rewrites of one press release have in common.
STATING = (claims.MEMBERSHIP_CLAIMS, claims.EVENT_CLAIMS)


@dataclass(frozen=True, slots=True)
class Made:
    """What a stage made of one day: rows by table path, and what it could not use as rows of core/rejects."""

    frames: Mapping[str, pl.DataFrame]
    rejects: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the lake. `group` is where the UI shows it."""

    name: str
    group: str
    tables: tuple[Table, ...]
    reads: tuple[Table, ...]
    make: Callable[[Workbench, date | None], Made]

    @property
    def partitioned(self) -> bool:
        """Whether it makes one capture date at a time."""
        return self.tables[0].partitioned


def _pages(bench: Workbench, day: date | None) -> Made:
    batch = bench.read_landing(_given(day))
    return Made({pages.RAW_PAGES.path: batch.pages, pages.RECORDS.path: batch.records}, batch.rejects)


def _articles(bench: Workbench, day: date | None) -> Made:
    batch = extract_batch(bench.lake.read(pages.RAW_PAGES, day), max_page_bytes=bench.settings.max_page_bytes)
    made = {
        pages.DUPLICATES.path: batch.duplicates,
        pages.ARTICLES.path: batch.articles,
        pages.SENTENCES.path: batch.sentences,
    }
    return Made(made, batch.rejects)


def _mentions(bench: Workbench, day: date | None) -> Made:
    lake = bench.lake
    articles, sentences = lake.read(pages.ARTICLES, day), lake.read(pages.SENTENCES, day)
    batch = mention_batch(articles, sentences, bench.knowledge, bench.names_model)
    return Made({names.MENTIONS.path: batch.mentions}, batch.rejects)


def _claims(bench: Workbench, day: date | None) -> Made:
    lake = bench.lake
    batch = claim_batch(
        lake.read(pages.ARTICLES, day),
        lake.read(pages.SENTENCES, day),
        lake.read(names.MENTIONS, day),
        bench.knowledge,
        bench.extractors,
    )
    return Made({table.path: getattr(batch, table.name) for table in claims.TABLES}, batch.rejects)


def _syndication(bench: Workbench, day: date | None) -> Made:
    lake = bench.lake
    prints = [
        fingerprints(lake.read(pages.ARTICLES, one), *_read_off(lake, one)) for one in lake.partitions(pages.ARTICLES)
    ]

    def texts(versions: list[str]) -> Iterable[tuple[str, str, str | None]]:
        asked = lake.scan(pages.ARTICLES).filter(pl.col("version_id").is_in(versions))
        return asked.select("version_id", "text", "title").unique("version_id").collect().iter_rows()

    groups = group_copies(pl.concat([SCHEMA.to_frame(), *prints]), texts)
    said = lake.scan(pages.ARTICLES).select(COLUMNS).collect()
    correcting = said.filter("is_correction")["version_id"].to_list()
    corrections = link_corrections(said, {version: text for version, text, _ in texts(correcting)})
    return Made({pages.SYNDICATION.path: groups, pages.CORRECTIONS.path: corrections}, empty_frame(pages.REJECTS))


def _read_off(lake: Lake, day: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Which characters of a day's articles make claims, and which organizations and alliances the articles name."""
    spans = [lake.read(table, day).select("version_id", "char_start", "char_end") for table in STATING]
    named = lake.read(names.MENTIONS, day).filter(pl.col("mention_type").is_in(["org", "alliance"]))
    return pl.concat(spans), named.select("version_id", "entity_id")


def _entities(bench: Workbench, day: date | None) -> Made:
    made = entity_tables(bench.knowledge, bench.lake.scan(names.MENTIONS).collect())
    knowledge = bench.knowledge
    frames = {
        names.ENTITIES.path: made.entities,
        names.ENTITY_ALIASES.path: made.entity_aliases,
        names.ENTITY_REDIRECTS.path: made.entity_redirects,
        names.OVERRIDES.path: frame(names.OVERRIDES, map(asdict, knowledge.overrides)),
        names.SUPPRESSIONS.path: frame(names.SUPPRESSIONS, map(asdict, knowledge.suppressions)),
        names.WATCHLIST.path: frame(names.WATCHLIST, map(asdict, knowledge.watchlist)),
    }
    return Made(frames, empty_frame(pages.REJECTS))


def _rejects(bench: Workbench, day: date | None) -> Made:
    return Made({pages.REJECTS.path: bench.lake.staged_rejects(_given(day))}, empty_frame(pages.REJECTS))


def _given(day: date | None) -> date:
    if day is None:
        raise ValueError("a partitioned table is made one capture date at a time")
    return day


PAGES = Stage("pages", "pages", (pages.RAW_PAGES, pages.RECORDS), (), _pages)
ARTICLES = Stage(
    "articles", "articles", (pages.DUPLICATES, pages.ARTICLES, pages.SENTENCES), (pages.RAW_PAGES,), _articles
)
MENTIONS = Stage("mentions", "entities", (names.MENTIONS,), (pages.ARTICLES, pages.SENTENCES), _mentions)
CLAIMS = Stage(
    "claims",
    "claims",
    (
        claims.MEMBERSHIP_CLAIMS,
        claims.EVENT_CLAIMS,
        claims.EVENT_CLAIM_PARTICIPANTS,
        claims.RELATION_CLAIMS,
        claims.ATTRIBUTE_CLAIMS,
        claims.POST_CLAIMS,
    ),
    (pages.ARTICLES, pages.SENTENCES, names.MENTIONS),
    _claims,
)
SYNDICATION = Stage(
    "syndication",
    "articles",
    (pages.SYNDICATION, pages.CORRECTIONS),
    (pages.ARTICLES, names.MENTIONS, *STATING),
    _syndication,
)
ENTITIES = Stage(
    "entities",
    "entities",
    tuple(table for table in names.TABLES if table is not names.MENTIONS),
    (names.MENTIONS,),
    _entities,
)
# Last, because every other stage adds to it.
REJECTS = Stage(
    "rejects",
    "rejects",
    (pages.REJECTS,),
    tuple(table for stage in (PAGES, ARTICLES, MENTIONS, CLAIMS, SYNDICATION, ENTITIES) for table in stage.tables),
    _rejects,
)

STAGES: tuple[Stage, ...] = (PAGES, ARTICLES, MENTIONS, CLAIMS, SYNDICATION, ENTITIES, REJECTS)
