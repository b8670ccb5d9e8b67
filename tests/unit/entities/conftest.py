from __future__ import annotations

import pytest

from pipelines.entities.model import Knowledge
from pipelines.knowledge import load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()
