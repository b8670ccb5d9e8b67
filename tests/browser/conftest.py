"""The report of the sample in a real, headless Chromium that may reach nothing but the file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipelines.orchestration.run import run_line
from pipelines.publish.report import REPORT
from pipelines.settings import Settings

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
CHROMIUM = shutil.which("chromium")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
Open = Callable[..., "Opened"]


@dataclass
class Opened:
    """A report in a window: the page, what it complained of, and what it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def texts(self, selector: str) -> list[str]:
        """The visible texts of all elements that a selector finds."""
        return self.page.locator(selector).all_inner_texts()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave them out of `make test`: the driver's event loop, once started, lets no other in the process start."""
    if CHROMIUM is None or not os.environ.get("ENTENTE_BROWSER"):
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="needs a process of its own and Chromium: make test-browser"))


@pytest.fixture(scope="session")
def browser(sample_report: Path) -> Iterator[Browser]:
    """A running Chromium; started after the run of the line, which needs an event loop itself."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


@pytest.fixture(scope="session")
def sample_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report that one run of the line makes of the sample."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("sample"), landing=(SAMPLE,))
    summary = run_line(settings)
    assert summary.success, summary.error
    assert summary.outputs["report"] == settings.published_dir / REPORT
    return summary.outputs["report"]


@pytest.fixture
def open_report(browser: Browser) -> Iterator[Open]:
    """Opens a file in a new window, with options of the browser's context; each is closed in the end."""
    contexts = []

    def opened(path: Path, **options: Any) -> Opened:
        chosen = {"locale": "ko-KR", "viewport": {"width": 1280, "height": 900}, **options}
        context = browser.new_context(**chosen)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.set_default_timeout(20_000)
        found.page.on("console", lambda message: found.complaints.append(f"{message.type}: {message.text}"))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.goto(path.as_uri())
        return found

    yield opened
    for context in contexts:
        context.close()
