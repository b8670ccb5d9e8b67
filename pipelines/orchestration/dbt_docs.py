"""dbt's documentation of the models as one page that opens without a server: lineage, columns, tests, SQL."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from pipelines.orchestration.dbt_project import DbtProjectError, arguments, environment
from pipelines.orchestration.workbench import Workbench
from pipelines.settings import Settings

PAGE = "static_index.html"


class NothingBuiltError(RuntimeError):
    """There is no warehouse to document."""


def write_dbt_docs(settings: Settings) -> Path:
    """Write `<data>/docs/dbt.html` from the project and the warehouse as it is; gives its path.

    Raises NothingBuiltError before the first run, BusyError while a run works, DbtProjectError with what dbt said.
    """
    if not settings.warehouse.exists():
        raise NothingBuiltError(f"there is no warehouse at {settings.warehouse} to document; first: entente run")
    page = settings.data_dir / "docs" / "dbt.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    with Workbench(settings).running(), tempfile.TemporaryDirectory(prefix="docs-", dir=page.parent) as folder:
        done = subprocess.run(
            arguments(settings, "docs", "generate", "--static"),
            env=environment(settings, Path(folder)) | {"DBT_LOG_FORMAT": "text"},
            cwd=settings.dbt_project_dir,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
            raise DbtProjectError(f"dbt cannot document {settings.dbt_project_dir}:\n{said}")
        (Path(folder) / PAGE).replace(page)
    return page
