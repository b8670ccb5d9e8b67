"""One frozen Settings: what can be set, its default, and the environment variable that sets it.

This module is the only reader of the environment. Everything else gets a Settings, or values of it, as an argument.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

EXTRACTORS = ("frames", "language_model")
NO_MODEL = "none"
MODEL = "names.model"

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "shipped"
REPOSITORY = PACKAGE.parent

LLM_NUMBERS = {
    "ENTENTE_LLM_MAX_REQUESTS": "llm_max_requests",
    "ENTENTE_LLM_MAX_TOKENS": "llm_max_tokens",
    "ENTENTE_LLM_REQUESTS_PER_MINUTE": "llm_requests_per_minute",
    "ENTENTE_LLM_CONCURRENCY": "llm_concurrency",
    "ENTENTE_LLM_TIMEOUT": "llm_timeout",
}
TEXTS = {
    "ENTENTE_LLM_URL": "llm_url",
    "ENTENTE_LLM_MODEL": "llm_model",
    "ENTENTE_LLM_KEY": "llm_key",
    "ENTENTE_POSTGRES_URL": "postgres_url",
    "ENTENTE_POSTGRES_READER": "postgres_reader",
    "ENTENTE_DATA_LICENCE": "data_licence",
}
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
    `extractors` read the claims; `language_model` among them sends texts to the endpoint `llm_url`, within the limits
    that the other llm settings give for one run. `postgres_url` is a database that the marts are published to as well,
    `postgres_reader` the role that may read them there; `data_licence` is what the published tables are licensed under,
    an SPDX name. No representation shows `llm_key` or `postgres_url`.
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
    extractors: tuple[str, ...] = EXTRACTORS[:1]
    llm_url: str = ""
    llm_model: str = ""
    llm_key: str = field(default="", repr=False)
    llm_allow_http: bool = False
    llm_max_requests: int = 500
    llm_max_tokens: int = 2_000_000
    llm_requests_per_minute: int = 60
    llm_concurrency: int = 4
    llm_timeout: int = 120
    postgres_url: str = field(default="", repr=False)
    postgres_reader: str = ""
    data_licence: str = ""

    def environment(self) -> dict[str, str]:
        """The ENTENTE_* variables that give another process these settings; it inherits the secrets (key and url)."""
        values = {
            "ENTENTE_DATA_DIR": str(self.data_dir),
            "ENTENTE_LANDING": os.pathsep.join(map(str, self.landing)),
            "ENTENTE_START_DATE": self.start_date.isoformat(),
            "ENTENTE_MAX_PAGE_BYTES": str(self.max_page_bytes),
            "ENTENTE_REJECT_TOLERANCE": str(self.reject_tolerance),
            "ENTENTE_KNOWLEDGE_DIR": str(self.knowledge_dir or ""),
            "ENTENTE_NAMES_MODEL": str(self.names_model or "") if self.use_names_model else NO_MODEL,
            "ENTENTE_ANALYST": self.analyst,
            "ENTENTE_EXTRACTORS": ",".join(self.extractors),
            "ENTENTE_LLM_URL": self.llm_url,
            "ENTENTE_LLM_MODEL": self.llm_model,
            "ENTENTE_LLM_ALLOW_HTTP": "yes" if self.llm_allow_http else "",
            "ENTENTE_POSTGRES_READER": self.postgres_reader,
            "ENTENTE_DATA_LICENCE": self.data_licence,
            **{name: str(getattr(self, field_name)) for name, field_name in LLM_NUMBERS.items()},
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
    def llm_cache_dir(self) -> Path:
        """Answers of a language model, by what was asked."""
        return self.data_dir / "language_model"

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
    if value := env.get("ENTENTE_EXTRACTORS"):
        wanted = f"names of {' and '.join(EXTRACTORS)} with a comma between them"
        found["extractors"] = _parse("ENTENTE_EXTRACTORS", value, _extractors, wanted)
    for name, text_field in TEXTS.items():
        if value := env.get(name, "").strip():
            found[text_field] = value
    if value := env.get("ENTENTE_LLM_ALLOW_HTTP"):
        found["llm_allow_http"] = _parse("ENTENTE_LLM_ALLOW_HTTP", value, _yes_or_no, "yes or no")
    for name, number_field in LLM_NUMBERS.items():
        if value := env.get(name):
            found[number_field] = _parse(name, value, _positive, "a whole number above 0")
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


def _extractors(value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    if not names or not set(names) <= set(EXTRACTORS):
        raise ValueError(value)
    return names


def _yes_or_no(value: str) -> bool:
    if value.strip().lower() not in ("yes", "no"):
        raise ValueError(value)
    return value.strip().lower() == "yes"


def _share(value: str) -> float:
    number = float(value)
    if not 0 <= number <= 1:
        raise ValueError(value)
    return number
