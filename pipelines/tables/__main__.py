"""`python -m pipelines.tables`: writes the files that are generated from the declarations; `--check` only compares."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipelines.tables.documentation import GENERATED, generated_files

REPOSITORY = Path(__file__).resolve().parents[2]


def out_of_sync(root: Path) -> list[str]:
    """Paths under `root` that differ from what the declarations say, are missing, or are left over; sorted."""
    wanted = generated_files()
    differing = {
        path for path, text in wanted.items() if not (root / path).is_file() or (root / path).read_text("utf-8") != text
    }
    return sorted(differing | _left_over(root, set(wanted)))


def write(root: Path) -> list[str]:
    """Brings the generated files under `root` up to date, removes those of gone tables; returns their paths."""
    wanted = generated_files()
    changed = out_of_sync(root)
    for path in changed:
        if path not in wanted:
            (root / path).unlink()
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(wanted[path], encoding="utf-8", newline="\n")
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; 1 where `--check` finds a file out of sync."""
    parser = argparse.ArgumentParser(prog="python -m pipelines.tables", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that are out of sync")
    options = parser.parse_args(arguments)
    changed = out_of_sync(REPOSITORY) if options.check else write(REPOSITORY)
    for path in changed:
        sys.stdout.write(f"{'out of sync' if options.check else 'written'}: {path}\n")
    return 1 if options.check and changed else 0


def _left_over(root: Path, wanted: set[str]) -> set[str]:
    found = ((path, path.relative_to(root).as_posix()) for path in (root / "dbt" / "models").rglob("*.yml"))
    return {name for path, name in found if name not in wanted and path.read_text("utf-8").startswith(GENERATED)}


if __name__ == "__main__":
    sys.exit(main())
