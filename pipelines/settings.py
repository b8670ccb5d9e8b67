"""One frozen Settings: what can be set, its default, and the environment variable that sets it.

This module is the only reader of the environment. Everything else gets a Settings, or values of it, as an argument.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

NO_MODEL = "none"
MODEL = "names.model"

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "shipped"
REPOSITORY = PACKAGE.parent

TELEMETRY_OFF = {
    "DAGSTER_DISABLE_TELEMETRY": "yes",
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
}


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message names the variable and says what would do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and what bounds hold. Paths are absolute.

    `landing` are the folders or files that pages are read from; without any, `<data_dir>/landing`.
    `names_model` is a file of benchmarks/train_names.py instead of the shipped one.
    `analyst` is whose name edits of the knowledge base are written under.
    """

    data_dir: Path = REPOSITORY / "data"
    landing: tuple[Path, ...] = ()
    start_date: date = date(2016, 1, 1)
    max_page_bytes: int = 16 * 1024 * 1024
    reject_tolerance: float = 0.01
    knowledge_dir: Path | None = None
    names_model: Path | None = None
    use_names_model: bool = True
    analyst: str = ""

    def environment(self) -> dict[str, str]:
        """The ENTENTE_* variables that give another process these settings."""
        values = {
            "ENTENTE_DATA_DIR": str(self.data_dir),
            "ENTENTE_LANDING": os.pathsep.join(map(str, self.landing)),
            "ENTENTE_START_DATE": self.start_date.isoformat(),
            "ENTENTE_MAX_PAGE_BYTES": str(self.max_page_bytes),
            "ENTENTE_REJECT_TOLERANCE": str(self.reject_tolerance),
            "ENTENTE_KNOWLEDGE_DIR": str(self.knowledge_dir or ""),
            "ENTENTE_NAMES_MODEL": str(self.names_model or "") if self.use_names_model else NO_MODEL,
            "ENTENTE_ANALYST": self.analyst,
        }
        return values | TELEMETRY_OFF

    def child_environment(self) -> dict[str, str]:
        """The whole environment for a process that this one starts: its own, with these settings in it."""
        return {**os.environ, **self.environment()}

    @property
    def landing_roots(self) -> tuple[Path, ...]:
        """The places that pages are read from."""
        return self.landing or (self.data_dir / "landing",)

    @property
    def lake_dir(self) -> Path:
        """Validated Parquet: raw/ and core/."""
        return self.data_dir / "lake"

    @property
    def staging_dir(self) -> Path:
        """Where tables wait for their audit; outside the lake, so that no reader meets them."""
        return self.data_dir / "staging"

    @property
    def warehouse(self) -> Path:
        """The DuckDB file that only dbt opens for writing."""
        return self.data_dir / "warehouse" / "entente.duckdb"

    @property
    def published_dir(self) -> Path:
        """What readers get: entente.duckdb and the marts as Parquet."""
        return self.data_dir / "published"

    @property
    def data_docs_dir(self) -> Path:
        """Data Docs of Great Expectations."""
        return self.data_dir / "data_docs"

    @property
    def dagster_home(self) -> Path:
        """Dagster's own storage: runs, events, schedules."""
        return self.data_dir / "dagster"

    @property
    def dbt_target_dir(self) -> Path:
        """dbt's manifest, compiled SQL and logs."""
        return self.data_dir / "dbt"

    @property
    def dbt_project_dir(self) -> Path:
        """The dbt project: the repository's, or the one inside an installed wheel."""
        return _shipped_or_repository("dbt", "dbt", "dbt_project.yml")

    @property
    def sample_dir(self) -> Path:
        """The sample corpus."""
        return _shipped_or_repository("sample", "data/sample", "README.md")

    @property
    def names_model_file(self) -> Path | None:
        """The model that names which no list has are read with; None where the line runs without one."""
        if not self.use_names_model:
            return None
        return self.names_model or _shipped_or_repository("models/names", "data/models/names", MODEL) / MODEL

    @property
    def curated_dir(self) -> Path:
        """The knowledge base in use."""
        return self.knowledge_dir or _shipped_or_repository("knowledge", "data/knowledge", "organizations.csv")

    @property
    def imported_dir(self) -> Path:
        """What was imported from official registers: beside a knowledge base of the user's own, else in the data."""
        return (self.knowledge_dir or self.data_dir / "knowledge") / "imported"


def _shipped_or_repository(shipped: str, repository: str, marker: str) -> Path:
    in_repository = REPOSITORY / repository
    return in_repository if (in_repository / marker).exists() else SHIPPED / shipped


def load_settings(environment: Mapping[str, str] | None = None, **overrides: object) -> Settings:
    """Settings from defaults, then ENTENTE_* variables, then `overrides` that are not None.

    Raises SettingsError for a value that cannot be used.
    """
    env = os.environ if environment is None else environment
    inside_repository = (REPOSITORY / "pyproject.toml").exists()
    settings = Settings(data_dir=REPOSITORY / "data" if inside_repository else Path.cwd() / "data")
    found: dict[str, object] = {}
    if value := env.get("ENTENTE_DATA_DIR"):
        found["data_dir"] = Path(value).expanduser().absolute()
    if value := env.get("ENTENTE_LANDING"):
        found["landing"] = tuple(Path(part).expanduser().absolute() for part in value.split(os.pathsep) if part)
    if value := env.get("ENTENTE_START_DATE"):
        found["start_date"] = _parse("ENTENTE_START_DATE", value, date.fromisoformat, "a date such as 2020-01-31")
    if value := env.get("ENTENTE_MAX_PAGE_BYTES"):
        found["max_page_bytes"] = _parse("ENTENTE_MAX_PAGE_BYTES", value, _positive, "a whole number of bytes above 0")
    if value := env.get("ENTENTE_REJECT_TOLERANCE"):
        found["reject_tolerance"] = _parse(
            "ENTENTE_REJECT_TOLERANCE", value, _share, "a share from 0 to 1, such as 0.01"
        )
    if value := env.get("ENTENTE_NAMES_MODEL"):
        if value == NO_MODEL:
            found["use_names_model"] = False
        else:
            found["names_model"] = Path(value).expanduser().absolute()
    if value := env.get("ENTENTE_KNOWLEDGE_DIR"):
        found["knowledge_dir"] = Path(value).expanduser().absolute()
    if value := env.get("ENTENTE_ANALYST"):
        found["analyst"] = value
    found.update({name: value for name, value in overrides.items() if value is not None})
    return replace(settings, **found)  # type: ignore[arg-type]


def _parse(name: str, value: str, parse: Callable[[str], T], wanted: str) -> T:
    try:
        return parse(value)
    except ValueError as error:
        raise SettingsError(f"{name} is {value!r}, but must be {wanted}") from error


def _positive(value: str) -> int:
    number = int(value)
    if number <= 0:
        raise ValueError(value)
    return number


def _share(value: str) -> float:
    number = float(value)
    if not 0 <= number <= 1:
        raise ValueError(value)
    return number
