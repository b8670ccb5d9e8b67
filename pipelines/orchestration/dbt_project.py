"""How dbt is called: its command, environment, variables and folders, and the one place where its manifest is made.

Everything that dbt writes goes under the data dir, because the project's folder may be read-only.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from pipelines.settings import EXTRACTORS, Settings

MANIFEST = "manifest.json"
PARTIAL_PARSE = "partial_parse.msgpack"
FINGERPRINT = "manifest.fingerprint"
BUILT = "built.fingerprint"
SOURCES = ("*.sql", "*.py", "*.yml", "*.yaml", "*.csv", "*.md")


class DbtProjectError(RuntimeError):
    """The dbt project cannot be read; the message ends with what dbt said."""


def executable() -> str:
    """The dbt command of this Python environment, which need not be on PATH."""
    beside = Path(sys.executable).parent / "dbt"
    return str(beside) if beside.exists() else shutil.which("dbt") or "dbt"


def arguments(settings: Settings, command: str, *more: str) -> list[str]:
    """A dbt command, such as build or docs, with the project's folders and variables."""
    project = str(settings.dbt_project_dir)
    # What the sample should answer is known of the readers that come with the project.
    is_sample = settings.landing == (settings.sample_dir,) and settings.extractors == EXTRACTORS[:1]
    variables = json.dumps({"lake_dir": str(settings.lake_dir), "is_sample": is_sample}, ensure_ascii=False)
    folders = ["--project-dir", project, "--profiles-dir", project]
    return [executable(), command, *more, *folders, "--vars", variables]


def environment(settings: Settings, target: Path) -> dict[str, str]:
    """The environment of a dbt process that writes to `target`."""
    return {
        **settings.child_environment(),
        "ENTENTE_WAREHOUSE": str(settings.warehouse),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(target),
        "DBT_LOG_FORMAT": "json",
        "DBT_USE_COLORS": "false",
        "PYTHONUNBUFFERED": "1",
    }


def prepared_manifest(settings: Settings) -> Path:
    """The path of a manifest that fits the project and the settings; made only where it is missing or no longer fits.

    Raises DbtProjectError where dbt cannot parse the project.
    """
    folder = settings.dbt_target_dir / "parsed"
    manifest, noted = folder / MANIFEST, folder / FINGERPRINT
    wanted = _fingerprint(settings)
    if manifest.exists() and noted.exists() and noted.read_text("utf-8") == wanted:
        return manifest
    folder.mkdir(parents=True, exist_ok=True)
    # Parsed beside and renamed over: another process may be reading the old one.
    with tempfile.TemporaryDirectory(prefix="parse-", dir=settings.dbt_target_dir) as name:
        target = Path(name)
        _parse(settings, target)
        noted.unlink(missing_ok=True)
        for made in (PARTIAL_PARSE, MANIFEST):
            if (target / made).exists():
                (target / made).replace(folder / made)
        (target / FINGERPRINT).write_text(wanted, encoding="utf-8")
        (target / FINGERPRINT).replace(noted)
    return manifest


def build_target(settings: Settings) -> Path:
    """The folder that a build writes to, with what has been parsed already, so that dbt need not parse again."""
    target = settings.dbt_target_dir / "build"
    target.mkdir(parents=True, exist_ok=True)
    settings.warehouse.parent.mkdir(parents=True, exist_ok=True)
    parsed = settings.dbt_target_dir / "parsed" / PARTIAL_PARSE
    if parsed.exists():
        shutil.copy(parsed, target / PARTIAL_PARSE)
    return target


def refreshing(settings: Settings) -> list[str]:
    """The option to build everything anew, where the warehouse was not built with the project as it is now."""
    noted = settings.warehouse.with_name(BUILT)
    fits = noted.exists() and noted.read_text("utf-8") == _fingerprint(settings)
    return [] if fits else ["--full-refresh"]


def note_built(settings: Settings) -> None:
    """Remember that the whole warehouse is built with the project as it is now."""
    settings.warehouse.with_name(BUILT).write_text(_fingerprint(settings), encoding="utf-8")


def _parse(settings: Settings, target: Path) -> None:
    done = subprocess.run(
        arguments(settings, "parse"),
        env=environment(settings, target) | {"DBT_LOG_FORMAT": "text"},
        cwd=settings.dbt_project_dir,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
        raise DbtProjectError(f"dbt cannot parse {settings.dbt_project_dir}:\n{said}")


def _fingerprint(settings: Settings) -> str:
    """A hash of the project's files, of what settings put into them, and of dbt's version."""
    digest = hashlib.sha256()
    parts = [version("dbt-core"), version("dbt-duckdb"), *arguments(settings, "parse")[1:], str(settings.warehouse)]
    digest.update("\0".join(parts).encode())
    root = settings.dbt_project_dir
    for path in sorted({path for pattern in SOURCES for path in root.rglob(pattern)}):
        digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
