"""What every stage works with: the settings, the lake, the knowledge base, and which days there are.

No Dagster here, and no computing: stages.py says what is made, production.py how it gets into the lake.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from pipelines import landing
from pipelines.claims import Extractor
from pipelines.entities.model import Knowledge
from pipelines.extractors import extractors_of, notice_of
from pipelines.knowledge import load_knowledge, load_names_model
from pipelines.publish import Build, build_of
from pipelines.settings import PACKAGE, Settings
from pipelines.storage import Lake
from pipelines.storage.atomic import locked
from pipelines.storage.errors import explained
from pipelines.tables.pages import RAW_PAGES, RECORDS

ZONE = ZoneInfo("Asia/Seoul")
MANIFEST = "landing_manifest.csv"
LOCK = ".run.lock"


class BusyError(RuntimeError):
    """Another run is working on the same data dir."""


@dataclass(frozen=True, slots=True)
class Days:
    """The capture dates from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Workbench:
    """One line's settings, lake and knowledge base. Nothing is opened before it is needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lake = Lake(settings.lake_dir, settings.staging_dir)
        self._running = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Keep other runs, of any process, off this data dir: two would publish what the other has not audited yet.

        May be entered again by the run that holds it. Raises BusyError where another one does, StorageError where the
        data dir cannot be written.
        """
        if not self._running:
            data_dir = self.settings.data_dir
            with explained("write", data_dir):
                data_dir.mkdir(parents=True, exist_ok=True)
                (data_dir / LOCK).touch()
        with ExitStack() as stack:
            if not self._running:
                try:
                    stack.enter_context(locked(self.settings.data_dir / LOCK, wait=False))
                except BlockingIOError:
                    raise BusyError(
                        f"another run is working on {self.settings.data_dir}; wait until it has ended, "
                        "or choose another folder with --data-dir"
                    ) from None
            self._running += 1
            try:
                yield
            finally:
                self._running -= 1

    @cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge base, read once. Raises KnowledgeError."""
        return load_knowledge(self.settings.curated_dir, self.settings.imported_dir)

    @cached_property
    def names_model(self) -> bytes | None:
        """The model of names, read once; None where the line runs without. Raises KnowledgeError."""
        return load_names_model(self.settings.names_model_file)

    @cached_property
    def extractors(self) -> tuple[Extractor, ...]:
        """Who reads the claims; their budgets last as long as the workbench. Raises ExtractorError."""
        return extractors_of(self.settings.extractors, self.settings)

    @property
    def notice(self) -> str | None:
        """What the user must know of them: that texts are sent away. Raises ExtractorError."""
        return notice_of(self.settings.extractors, self.settings)

    @property
    def build(self) -> Build:
        """What the marts that are published now are made of. Raises OSError, and StorageError of the lake."""
        settings = self.settings
        model = settings.names_model_file
        return build_of(
            [PACKAGE, settings.dbt_project_dir],
            [settings.curated_dir, settings.imported_dir, *([model] if model else [])],
            extractors=[f"{extractor.name} {extractor.version}" for extractor in self.extractors],
            inputs=self.lake.scan(RAW_PAGES).select("capture_id").collect()["capture_id"],
        )

    @property
    def manifest(self) -> Path:
        """Where landing notes the day on which it first saw a file that bears no date."""
        return self.settings.data_dir / MANIFEST

    @property
    def today(self) -> date:
        """The current day in Seoul, which is the newest partition."""
        return datetime.now(ZONE).date()

    def landing_days(self, days: Days | None = None) -> list[date]:
        """The capture dates that landing holds, sorted. Raises LandingError."""
        found = landing.capture_dates(
            self.settings.landing_roots,
            start_date=self.settings.start_date,
            today=self.today,
            manifest=self.manifest,
        )
        return [day for day in found if days is None or day in days]

    def lake_days(self, days: Days | None = None) -> list[date]:
        """The capture dates of which the lake has pages, or a record of what landing held instead, sorted."""
        found = {*self.lake.partitions(RAW_PAGES), *self.lake.partitions(RECORDS), *self.lake.reject_dates()}
        return sorted(day for day in found if days is None or day in days)

    def read_landing(self, day: date) -> landing.LandingBatch:
        """All that landing holds of one capture date. Raises LandingError."""
        return landing.read_partition(
            self.settings.landing_roots,
            day,
            start_date=self.settings.start_date,
            today=self.today,
            max_page_bytes=self.settings.max_page_bytes,
            manifest=self.manifest,
        )
