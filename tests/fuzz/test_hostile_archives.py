"""Small files that unpack to hundreds of megabytes: each ends with a reason, in little memory, and the next is read."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("hostile_archives.py")
MOST_BYTES = 100_000_000
SPEC = importlib.util.spec_from_file_location("hostile_archives", SCRIPT)
assert SPEC
assert SPEC.loader
HOSTILE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(HOSTILE)
NAMES = sorted(HOSTILE.FILES)
# A page that is refused for its size; what unpacks to packed bytes again is unpacked no further.
TOO_LARGE = {"oversize", "corrupt", "content_encoding", "undecodable", "too_complex"}


@pytest.mark.parametrize("names", [NAMES[n::2] for n in range(2)], ids=["first", "second"])
def test_each_is_unpacked_within_bounds_and_the_next_page_is_read(names: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path), *names],
        capture_output=True,
        text=True,
        timeout=1_000,
        check=False,
    )
    read = {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}
    killed = [name for name in names if name not in read]
    assert not killed, f"killed after {HOSTILE.PROCESSOR_SECONDS} seconds of processor time, or crashed: {done.stderr}"
    for name, outcome in read.items():
        assert TOO_LARGE.intersection(outcome["ended"]), f"{name}: {outcome['ended']}"
        assert outcome["next_is_read"], name
        assert outcome["bytes"] <= MOST_BYTES, f"{name}: {outcome['bytes']} bytes for {outcome['size']}"
