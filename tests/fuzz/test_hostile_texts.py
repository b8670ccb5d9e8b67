"""Every regular expression of landing and reading pages takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("hostile_texts.py")


@pytest.mark.parametrize("package", ["pipelines.articles", "pipelines.landing"])
def test_no_text_slows_an_expression_down(package: str) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), package], capture_output=True, text=True, timeout=1_000, check=False
    )
    assert done.returncode == 0, done.stderr
    tried = [json.loads(line) for line in done.stdout.splitlines()]
    assert tried
    slow = [f"{one['name']}: {one['text']!r}" for one in tried if one["seconds"] >= 1.0]
    assert not slow, "more than a second for 100 kB:\n" + "\n".join(slow)
