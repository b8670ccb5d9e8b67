"""dbt's page about the tables: made from what a run has built, and refused with the way out before the first run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from pipelines.orchestration.dbt_docs import NothingBuiltError, write_dbt_docs
from pipelines.settings import Settings
from pipelines.tables.catalog import MARTS


def test_before_the_first_run_it_says_what_to_do_first(tmp_path: Path) -> None:
    with pytest.raises(NothingBuiltError, match="first: entente run"):
        write_dbt_docs(Settings(data_dir=tmp_path))
    assert not (tmp_path / "docs").exists()


def test_after_a_run_it_is_one_page_that_names_every_mart(line: Any) -> None:
    page = write_dbt_docs(line.settings)
    assert page == line.settings.data_dir / "docs" / "dbt.html"
    text = page.read_text(encoding="utf-8")
    assert {mart.name for mart in MARTS} <= set(re.findall(r"model\\?\.entente\\?\.(\w+)", text))
    assert [path.name for path in page.parent.iterdir()] == ["dbt.html"]
