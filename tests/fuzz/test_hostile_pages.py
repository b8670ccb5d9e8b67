"""Hostile pages, each read in a process of its own: none crashes it, hangs it or fills its memory."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from pipelines.articles.rejects import REASONS

SCRIPT = Path(__file__).with_name("hostile_pages.py")
MEGABYTE = 1_000_000
MOST_BYTES = 600 * MEGABYTE
TIMES_ITS_SIZE = 50
# What any reading may take, however small the page is.
AT_LEAST_BYTES = 64 * MEGABYTE


def _pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hostile_pages", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HOSTILE = _pages()
NAMES = sorted(HOSTILE.PAGES)
# A process reads some of them one after another, each in a child, so that few have to start Python anew.
GROUPS = [NAMES[n::4] for n in range(4)]


@pytest.mark.parametrize("names", GROUPS, ids=["first", "second", "third", "fourth"])
def test_each_ends_as_an_article_or_a_reject_and_the_next_page_is_read(names: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *names], capture_output=True, text=True, timeout=1_000, check=False
    )
    read = {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}
    killed = [name for name in names if name not in read]
    assert not killed, f"killed after {HOSTILE.PROCESSOR_SECONDS} seconds of processor time, or crashed: {done.stderr}"
    for name, outcome in read.items():
        assert outcome["ended"] == "article" or outcome["ended"] in REASONS, name
        assert outcome["next_is_read"], name
        assert outcome["seconds"] <= HOSTILE.MOST_SECONDS, f"{name}: {outcome['seconds']} seconds of processor time"
        allowed = min(MOST_BYTES, max(AT_LEAST_BYTES, TIMES_ITS_SIZE * outcome["size"]))
        assert outcome["bytes"] <= allowed, f"{name}: {outcome['bytes']} bytes for {outcome['size']}"
