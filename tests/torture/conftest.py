"""The long tests, which `make torture` runs: each takes minutes, or installs what the project does not need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave them out of `make test`, and say so."""
    if not os.environ.get("ENTENTE_TORTURE"):
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="a long test: make torture"))
