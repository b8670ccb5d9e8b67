"""Clients of older releases, installed in environments of their own, open what is published."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from pipelines.orchestration.run import run_line
from pipelines.settings import Settings
from pipelines.tables.catalog import MARTS

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
ASK = """
import duckdb, json, sys
with duckdb.connect(sys.argv[1], read_only=True) as connection:
    counts = {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in sys.argv[2].split(",")}
    quotes = connection.execute("select quote from membership_wide where alliance_name = 'AI 원팀'").fetchall()
    members = connection.execute("select member_name from members_of('AI 원팀', date '2020-07-01')").fetchall()
print(json.dumps({"version": duckdb.__version__, "counts": counts, "quotes": len(quotes), "members": len(members)}))
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), landing=(SAMPLE,))
    assert run_line(settings).success
    return settings.published_dir / "entente.duckdb"


@pytest.mark.parametrize("release", ["1.1.3", "1.2.2", "1.4.1"])
def test_duckdb_1_x_reads_every_mart_and_asks_the_macro(published: Path, release: str, tmp_path: Path) -> None:
    venv.create(tmp_path / "old", with_pip=False)
    python = tmp_path / "old" / "bin" / "python"
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, f"duckdb=={release}"], check=True)
    names = ",".join(mart.name for mart in MARTS)
    done = subprocess.run([python, "-c", ASK, published, names], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    assert found["version"] == release
    assert found["counts"]["membership_wide"] > 0
    assert found["quotes"] > 0
    assert found["members"] > 0
