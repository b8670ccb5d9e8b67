"""What an export or an explanation reads from the published file: ties and happenings of a selection, with names.

Only `entente.duckdb` is opened, and only for reading. How a selection is written out is decided in the export modules.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import quote, urlsplit

import duckdb
import polars as pl

from pipelines.tables.wide import EVENT_WIDE, MEMBERSHIP_HISTORY, MEMBERSHIP_WIDE

TODAY = date(9999, 12, 30)  # knowledge of today, as membership_history counts it
# No form may carry them: XML forbids most, a terminal or a spreadsheet may act on the rest.
CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x{9f}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fffe}\x{ffff}]"
NAMED = {
    "alliance": (
        "select alliance_id, list_concat([alliance_id, name, name_ko, name_en], aliases) from dim_alliance",
        "no alliance is called",
    ),
    "member": (
        """select organization_id, list_concat([organization_id, name, name_ko, name_en], former_names)
        from dim_organization union all
        select alliance_id, list_concat([alliance_id, name, name_ko, name_en], aliases) from dim_alliance""",
        "no organization or alliance is called",
    ),
}
BELONGS = "status in ('active', 'renegotiated', 'suspended') and role not in ('prospective', 'observer')"
NEWEST = f"select *, {BELONGS} as is_member from membership_wide"  # noqa: S608 - constants
# What later reports added to a row is not known on that day: its quote is the best of those that were.
THEN = """select
    history.*, coalesce(alliances.is_pairing, false) as is_pairing, alliances.form as alliance_form,
    alliances.field as alliance_field, organizations.name_ko as member_name_ko, organizations.name_en as member_name_en,
    if(members.alliance_id is null, 'org', 'alliance') as member_type, organizations.org_type,
    organizations.stock_code, organizations.sector, organizations.country,
    case when $valid >= certain_from and $valid < certain_until then 'certain' else 'possible' end as certainty,
    evidence.quote, evidence.publisher, evidence.url, evidence.published_at
from membership_history as history
left join dim_alliance as alliances on history.alliance_id = alliances.alliance_id
left join dim_alliance as members on history.member_id = members.alliance_id
left join dim_organization as organizations on history.member_id = organizations.organization_id
left join lateral (
    select quote, publisher, url, published_at from fct_evidence
    where fact_id = history.membership_id and stance = 'supports'
        and (known_at at time zone 'Asia/Seoul')::date <= $known
    order by confidence desc, known_at, claim_id limit 1
) as evidence on true
where ($valid is null or ($valid >= possible_from and $valid < possible_until))
    and $known >= known_from_on and $known < known_until_on"""
ENTITIES = """select
    organization_id as id, 'org' as kind, name, name_ko, name_en, org_type, parent_id, parent_name, country, sector,
    stock_code, dart_corp_code, wikidata_qid, ror_id, former_names as other_names, null as form, null as field,
    null as founded_on, false as is_pairing
from dim_organization where organization_id in (select unnest($ids::varchar[]))
union all
select
    alliance_id, 'alliance', name, name_ko, name_en, null, null, null, null, null, null, null, null, null,
    aliases, form, field, founded_on, is_pairing
from dim_alliance where alliance_id in (select unnest($ids::varchar[]))
order by id"""


class ExportError(ValueError):
    """Nothing can be read or written as asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts: of alliances and members by id or name, as it was on day `valid`, as known at the end of `known`.

    An empty selection is everything in the newest knowledge.
    """

    alliance: str = ""
    member: str = ""
    valid: date | None = None
    known: date | None = None

    @property
    def of_a_day(self) -> bool:
        """It asks for one day, so that only ties answer it: happenings keep no history but that of their modality."""
        return self.valid is not None or self.known is not None


@dataclass(frozen=True, slots=True)
class Selected:
    """Rows of a selection, in their declared order: `ties` with `is_member`, `events`, and `entities` that both name.

    `tables` are the wide marts' columns alone, by mart, for spreadsheets.
    """

    ties: pl.DataFrame
    events: pl.DataFrame
    entities: pl.DataFrame
    tables: dict[str, pl.DataFrame]

    def only(self, table: str) -> Selected:
        """The same with one of its tables."""
        return replace(self, tables={table: self.tables[table]})


@contextmanager
def published(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A reading connection to the published file, in UTC. ExportError where it is missing or cannot be read."""
    if not database.is_file():
        raise ExportError(f"nothing is published at {database} yet; run `entente run`, or `entente run --sample` first")
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            connection.execute("set TimeZone = 'UTC'")
            yield connection
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise ExportError(f"{database} cannot be read ({reason}); publish it anew with `entente run`") from error


def select(database: Path, selection: Selection) -> Selected:
    """The rows of a selection. ExportError where a name is unknown or the file cannot be read."""
    with published(database) as connection:
        alliances = _ids(connection, "alliance", selection.alliance)
        members = _ids(connection, "member", selection.member)
        if selection.of_a_day:
            ties = _asked(connection, selection)
            columns = [column.name for column in MEMBERSHIP_HISTORY.columns]
            extra = ["certainty", "quote", "publisher", "url", "published_at"]
            ties = _of(ties, alliances, members).sort(MEMBERSHIP_HISTORY.order, nulls_last=True)
            if selection.valid is None:
                ties = ties.with_columns(certainty=pl.lit(None, pl.String))
            name, events = MEMBERSHIP_HISTORY.name, connection.sql("from event_wide limit 0").pl()
        else:
            ties = _of(connection.sql(NEWEST).pl(), alliances, members).sort(MEMBERSHIP_WIDE.order, nulls_last=True)
            columns, extra = [column.name for column in MEMBERSHIP_WIDE.columns], []
            name, events = MEMBERSHIP_WIDE.name, connection.sql("from event_wide").pl()
            if alliances is not None:
                events = events.filter(pl.col("alliance_id").is_in(alliances))
            if members is not None:
                events = events.filter(pl.col("participant_ids").list.eval(pl.element().is_in(members)).list.any())
            events = events.sort(EVENT_WIDE.order, nulls_last=True)
        ids = sorted({*ties["alliance_id"], *ties["member_id"]})
        entities = connection.sql(ENTITIES, params={"ids": ids}).pl()
    ties, events, entities = _printable(ties), _printable(events), _printable(entities)
    tables = {name: ties.select(columns + extra)}
    if not selection.of_a_day:
        tables[EVENT_WIDE.name] = events.select(column.name for column in EVENT_WIDE.columns)
    return Selected(ties, events, entities, tables)


def _asked(connection: duckdb.DuckDBPyConnection, selection: Selection) -> pl.DataFrame:
    asked = {"valid": selection.valid, "known": selection.known or TODAY}
    ties: pl.DataFrame = connection.sql(THEN, params=asked).pl()
    return ties


def _of(ties: pl.DataFrame, alliances: list[str] | None, members: list[str] | None) -> pl.DataFrame:
    if alliances is not None:
        ties = ties.filter(pl.col("alliance_id").is_in(alliances))
    return ties if members is None else ties.filter(pl.col("member_id").is_in(members))


def _ids(connection: duckdb.DuckDBPyConnection, kind: str, name: str) -> list[str] | None:
    """Ids of all that bear a name, in any case of letters; None where no name is asked for."""
    if not name:
        return None
    query, none = NAMED[kind]
    wanted = name.casefold()
    known: dict[str, str] = {}
    found = set()
    for identifier, forms in connection.execute(query).fetchall():
        for form in filter(None, forms):
            known[form.casefold()] = form
            if form.casefold() == wanted:
                found.add(identifier)
    if not found:
        # Names come from pages: a message shows them as they can be printed.
        near = [form for form in _clean(sorted(known[form] for form in get_close_matches(wanted, known, n=3))) if form]
        way_out = f"near it: {', '.join(near)}" if near else "every name stands in the published dim_ tables"
        raise ExportError(f"{none} {name!r}; {way_out}")
    return sorted(found)


def _clean(texts: list[str]) -> list[str]:
    return pl.Series(texts, dtype=pl.String).str.replace_all(CONTROLS, "").to_list()


def _printable(frame: pl.DataFrame) -> pl.DataFrame:
    lists = pl.col(name for name, kind in frame.schema.items() if kind == pl.List(pl.String))
    return frame.with_columns(
        pl.col(pl.String).str.replace_all(CONTROLS, ""),
        lists.list.eval(pl.element().str.replace_all(CONTROLS, "")),
    )


def web_address(text: str | None) -> str | None:
    """An http(s) address with nothing in it that ends or breaks a link; None for any other text."""
    try:
        parts = urlsplit((text or "").strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    return quote(parts.geturl(), safe=":/?#[]@!$&'()*+,;=%-._~")
