"""Imports point down only: which package may know which, read from the source and from a fresh interpreter."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "pipelines"

PURE = {
    "tables": set(),
    "articles": {"tables"},
    "entities": {"tables", "articles"},
    "claims": {"tables", "articles", "entities"},
}
INPUT_OUTPUT = {
    "landing": {"tables"},
    "knowledge": {"tables", "entities", "storage"},
    "storage": {"tables"},
    "validation": {"tables", "storage"},
    "publish": {"tables", "storage"},
    "evaluation": set(),
    "language_model": {"tables", "articles", "entities", "claims", "storage"},
}
ROOMS = PURE | INPUT_OUTPUT
OUTSIDE_WORLD = {"os", "io", "socket", "ssl", "http", "urllib3", "requests", "subprocess", "logging", "time", "shutil"}
OUTSIDE_WORLD |= {"tempfile", "pathlib", "asyncio", "threading", "multiprocessing", "random", "secrets", "uuid"}
HEAVY = {"dagster", "dagster_dbt", "dbt", "great_expectations", "pandas", "duckdb", "sqlalchemy"}
ONLY_IN = {
    "dagster": {"orchestration", "definitions.py"},
    "dagster_dbt": {"orchestration", "definitions.py"},
    "great_expectations": {"validation"},
    "fastwarc": {"landing"},
    "httpx": {"language_model"},
    "kiwipiepy": {"entities"},
    "pycrfsuite": {"entities"},
    "selectolax": {"articles"},
}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path):
    return path.relative_to(PACKAGE).parts[0]


def sources(room):
    return sorted((PACKAGE / room).rglob("*.py"))


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_only_the_rooms_below_it(room):
    allowed = ROOMS[room] | {room}
    assert sources(room), f"the room {room} is empty"
    for path in sources(room):
        for name in imports(path):
            if name.startswith("pipelines."):
                assert name.split(".")[1] in allowed, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("room", sorted(PURE))
def test_pure_rooms_have_no_clock_network_environment_file_or_log(room):
    for path in sources(room):
        if path.name == "__main__.py":
            continue
        for name in imports(path):
            assert name.split(".")[0] not in OUTSIDE_WORLD, f"{path.relative_to(ROOT)} imports {name}"
        calls = {
            n.func.id
            for n in ast.walk(ast.parse(path.read_text()))
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        assert not calls & {"open", "print", "input", "exec", "eval", "__import__"}, path
        attributes = {n.attr for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Attribute)}
        assert not attributes & {"today", "now", "utcnow", "read_parquet", "write_parquet", "environ"}, path


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_stays_in_its_room(library):
    for path in PACKAGE.rglob("*.py"):
        if any(name.split(".")[0] == library for name in imports(path)):
            assert room_of(path) in ONLY_IN[library], f"{path.relative_to(ROOT)} imports {library}"


def test_only_the_tagger_of_names_knows_its_library():
    for path in PACKAGE.rglob("*.py"):
        if any(name.split(".")[0] == "pycrfsuite" for name in imports(path)):
            assert path.relative_to(PACKAGE).as_posix().startswith("entities/tagging"), path


def test_only_settings_reads_the_environment():
    for path in PACKAGE.rglob("*.py"):
        if path.name == "settings.py":
            continue
        attributes = {n.attr for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Attribute)}
        assert not attributes & {"getenv"}, path
        assert "environ" not in attributes or room_of(path) == "orchestration", path


def test_nothing_imports_orchestration_but_the_definitions_and_the_command():
    for path in PACKAGE.rglob("*.py"):
        if any(name.startswith("pipelines.orchestration") for name in imports(path)):
            assert room_of(path) in {"orchestration", "definitions.py", "cli.py"}, path


def test_definitions_hold_nothing_but_the_definitions():
    tree = ast.parse((PACKAGE / "definitions.py").read_text())
    kinds = {type(node) for node in tree.body}
    assert kinds <= {ast.Expr, ast.ImportFrom, ast.Import, ast.Assign, ast.AnnAssign}


@pytest.mark.parametrize(
    "module", [f"pipelines.{room}" for room in sorted(ROOMS)] + ["pipelines.cli", "pipelines.reader"]
)
def test_importing_a_room_in_a_fresh_interpreter_loads_nothing_heavy(module):
    code = f"import sys, {module}; print(' '.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    heavy = set(loaded.stdout.split()) & HEAVY
    if module == "pipelines.publish":
        heavy -= {"duckdb"}
    assert not heavy
