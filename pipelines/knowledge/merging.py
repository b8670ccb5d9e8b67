"""The imported sources as one table, a row for each organization.

DART and KRX join by stock code; ROR joins DART where both have the legal name, and each has it once.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

# how the id of an imported organization begins
DART_ID = "org-dart-"
KRX_ID = "org-krx-"
ROR_ID = "org-ror-"
MIN_KEY = 4
HANGUL = "[가-힣]"
EMPTY = pl.lit([], pl.List(pl.String()))
COLUMNS = (
    "entity_id", "name", "name_ko", "name_en", "org_type", "country", "stock_code", "dart_corp_code", "wikidata_qid",
    "ror_id", "listed", "keys", "triggers", "ids",
)  # fmt: skip


def merged_sources(sources: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The rows of all sources, by entity_id, with COLUMNS.

    `keys` are all names as compared, `triggers` the forms that may be searched for, `ids` the ids that the
    organization would have from each source alone; `listed` is whether an exchange lists it, as KRX says where that
    was imported, and else as DART does.
    """
    dart, krx, ror = sources["dart"], sources["krx"], sources["ror"]
    companies = _companies(dart, krx)
    twice_by_name = _by_only_name(companies, ror)
    joined = companies.join(twice_by_name, on="entity_id", how="left", maintain_order="left").with_columns(
        pl.coalesce("ror_org_type", "org_type").alias("org_type"),
        pl.coalesce("name_en", "ror_name_en").alias("name_en"),
        pl.col("ror_wikidata_qid").alias("wikidata_qid"),
        _joined("keys", "ror_keys"),
        pl.when(pl.col("ror_id").is_null())
        .then(pl.col("ids"))
        .otherwise(pl.concat_list("ids", pl.lit(ROR_ID) + pl.col("ror_id"))),
    )
    alone = ror.join(twice_by_name, left_on="source_id", right_on="ror_id", how="anti").select(
        (pl.lit(ROR_ID) + pl.col("source_id")).alias("entity_id"),
        "name",
        _korean_name(),
        "name_en",
        "org_type",
        "country",
        pl.lit(None, pl.String()).alias("stock_code"),
        pl.lit(None, pl.String()).alias("dart_corp_code"),
        "wikidata_qid",
        pl.col("source_id").alias("ror_id"),
        pl.lit(False).alias("listed"),
        "keys",
        EMPTY.alias("triggers"),
        pl.concat_list(pl.lit(ROR_ID) + pl.col("source_id")).alias("ids"),
    )
    return pl.concat([joined.select(COLUMNS), alone.select(COLUMNS)]).sort("entity_id")


def _companies(dart: pl.DataFrame, krx: pl.DataFrame) -> pl.DataFrame:
    listing = krx.select(
        "stock_code",
        pl.col("keys").alias("krx_keys"),
        pl.when("triggers").then(pl.col("name")).alias("krx_trigger"),
        pl.lit(True).alias("in_krx"),
    )
    disclosing = dart.join(listing, on="stock_code", how="left", maintain_order="left").select(
        (pl.lit(DART_ID) + pl.col("source_id")).alias("entity_id"),
        "name",
        _korean_name(),
        "name_en",
        "org_type",
        "country",
        "stock_code",
        pl.col("source_id").alias("dart_corp_code"),
        (pl.col("stock_code").is_not_null() if krx.is_empty() else pl.col("in_krx").fill_null(value=False)).alias(
            "listed"
        ),
        _joined("keys", "krx_keys"),
        pl.concat_list(pl.when("triggers").then(pl.col("name")), "krx_trigger").list.drop_nulls().alias("triggers"),
        pl.when("in_krx")
        .then(pl.concat_list(pl.lit(DART_ID) + pl.col("source_id"), pl.lit(KRX_ID) + pl.col("stock_code")))
        .otherwise(pl.concat_list(pl.lit(DART_ID) + pl.col("source_id")))
        .alias("ids"),
    )
    listed_only = krx.join(dart, on="stock_code", how="anti").select(
        (pl.lit(KRX_ID) + pl.col("source_id")).alias("entity_id"),
        "name",
        _korean_name(),
        "name_en",
        "org_type",
        "country",
        "stock_code",
        pl.lit(None, pl.String()).alias("dart_corp_code"),
        pl.lit(True).alias("listed"),
        "keys",
        pl.concat_list(pl.when("triggers").then(pl.col("name"))).list.drop_nulls().alias("triggers"),
        pl.concat_list(pl.lit(KRX_ID) + pl.col("source_id")).alias("ids"),
    )
    return pl.concat([disclosing, listed_only])


def _by_only_name(companies: pl.DataFrame, ror: pl.DataFrame) -> pl.DataFrame:
    """Companies that are an organization of ROR: one row each, with that organization's columns."""
    left = companies.select("entity_id", pl.col("keys").list.first().alias("key"))
    right = ror.filter(pl.col("country") == "KR").select(
        pl.col("keys").list.first().alias("key"),
        pl.col("source_id").alias("ror_id"),
        pl.col("org_type").alias("ror_org_type"),
        pl.col("name_en").alias("ror_name_en"),
        pl.col("wikidata_qid").alias("ror_wikidata_qid"),
        pl.col("keys").alias("ror_keys"),
    )
    once = pl.col("key").is_unique() & (pl.col("key").str.len_chars() >= MIN_KEY)
    return left.filter(once).join(right.filter(once), on="key").drop("key")


def _korean_name() -> pl.Expr:
    return pl.when(pl.col("name").str.contains(HANGUL)).then(pl.col("name")).alias("name_ko")


def _joined(first: str, second: str) -> pl.Expr:
    """Two lists of names as one, each name once and the first list's first name first."""
    return pl.concat_list(first, pl.coalesce(second, EMPTY)).list.unique(maintain_order=True).alias(first)
