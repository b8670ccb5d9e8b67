"""A small landing of own pages, and one run of the whole line over it that many tests look at."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipelines.orchestration.run import Progress, RunSummary, run_line
from pipelines.settings import Settings

JOINING = (
    "LG전자와 LG유플러스가 인공지능 협의체인 AI 원팀에 합류했다.",
    (
        "KT는 3일 서울에서 LG전자, LG유플러스와 협력을 위한 업무협약을 체결했다고 밝혔다. "
        "이로써 KT가 이끄는 AI 원팀의 참여 기관은 더 늘어났다."
    ),
    "세 회사는 앞으로 인재를 함께 기르고 연구 결과를 나누기로 했다. 첫 과제는 올해 안에 정할 예정이다.",
)
HOSTILE = '[x](javascript:alert(1)) <script>alert("x")</script> | `제목`'
WEATHER = (
    "남부 지방에 사흘째 비가 내리면서 강의 물이 크게 불었다.",
    "주민들은 낮은 곳의 짐을 옮기고 둑을 살폈다. 비는 주말에 그칠 것으로 보인다.",
    "올해 장마는 예년보다 일주일가량 늦게 시작되었고, 내린 비의 양은 비슷하다고 한다.",
)


def page(title: str, paragraphs: tuple[str, ...], published: str, url: str, outlet: str) -> bytes:
    """A news page as publishers write them, with JSON-LD."""
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": published,
        "url": url,
        "publisher": {"@type": "Organization", "name": outlet},
    }
    shown = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    script = json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{shown}</title>'
        f'<script type="application/ld+json">{script}</script><link rel="canonical" href="{url}"></head>'
        f"<body><article><h1>{shown}</h1>{body}</article></body></html>"
    ).encode()


def fill(landing: Path) -> None:
    """Two days, six years apart: a story, its duplicate, another outlet's copy, a hostile page, two broken ones."""
    joining = ("LG전자·LG유플러스, AI 원팀 합류", JOINING, "2020-06-03T10:00:00+09:00")
    first, second = landing / "2020-06-03", landing / "2026-06-04"
    first.mkdir(parents=True)
    second.mkdir()
    story = page(*joining, "https://deungdae.example/1", "푸른등대신문")
    (first / "story.html").write_bytes(story)
    (first / "again.html").write_bytes(story)
    (first / "urls.csv").write_text(
        "file,url\nstory.html,https://deungdae.example/1\nagain.html,https://deungdae.example/1\n", encoding="utf-8"
    )
    (second / "copy.html").write_bytes(page(*joining, "https://moraesigye.example/9", "모래시계경제"))
    (second / "hostile.html").write_bytes(
        page(HOSTILE, WEATHER, "2026-06-04T07:00:00+09:00", "https://neutinamu.example/3", "느티나무일보")
    )
    (second / "noise.html").write_bytes(hashlib.sha512(b"noise").digest() * 40)
    (second / "empty.html").write_bytes(b"")


def digests(folder: Path) -> dict[str, str]:
    """The hash of each file under a folder, by its name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@dataclass
class Line:
    """A data dir with a landing, and its runs."""

    settings: Settings
    digests: Callable[[Path], dict[str, str]] = digests
    summary: RunSummary | None = None
    first_progress: list[Progress] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)

    def run(self, **options: object) -> RunSummary:
        """Run the line; what was reported replaces what an earlier run had reported."""
        self.progress.clear()
        return run_line(self.settings, report=self.progress.append, **options)

    def steps(self, state: str) -> list[str]:
        return [each.step for each in self.progress if each.state == state]

    def first_steps(self, state: str) -> list[str]:
        return [each.step for each in self.first_progress if each.state == state]


@pytest.fixture(scope="session")
def line(tmp_path_factory: pytest.TempPathFactory) -> Line:
    """The line after its first run."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("line"))
    fill(settings.data_dir / "landing")
    made = Line(settings)
    made.summary = made.run()
    made.first_progress = list(made.progress)
    return made
