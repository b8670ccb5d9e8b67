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
SAID = "문턱과 빗길을 가리지 않는 로봇을 내년 봄까지 스무 대 보내겠다"
ENTRY = "솔방울로봇은 4일 별무리텔레콤과 업무협약을 체결하고 미리내 컨소시엄에 합류했다고 밝혔다."
# Five rewrites of one release, which share a quotation or the sentence that tells the deal; and a report of its own.
REWRITES = (
    (ENTRY, f"배해솔 솔방울로봇 대표는 “{SAID}”고 말했다.", "회사는 눈 치우는 로봇을 만들어 왔다."),
    ("솔방울로봇이 미리내 컨소시엄에 합류했다.", f'이 회사 대표는 "{SAID}"고 했다.', "로봇의 다리는 여섯이다."),
    (f"{ENTRY} 로봇 값은 공개하지 않았다.", "겨울이 오기 전에 길을 다시 잰다.", "표지는 참여사가 나누어 붙인다."),
    (ENTRY, "증권가에서는 배송 로봇이 아직 돈이 되지 않는다고 본다.", "한 건에 받는 값은 절반에 그친다."),
    ("로봇 제조사 솔방울로봇은 4일 미리내 컨소시엄에 합류했다.", f"“{SAID}”는 각오다.", "첫 로봇은 가을에 걷는다."),
)
OWN_REPORT = (
    "언덕 골목의 계단은 서른두 칸이다. 바퀴 달린 로봇은 늘 첫 칸 앞에서 돌아갔다.",
    "주민 모임에 나온 담당자는 솔방울로봇이 이달 4일 미리내 컨소시엄에 합류했다는 사실부터 알렸다.",
    "주민이 가장 걱정한 것은 밤길이었다. 통장은 밤 아홉 시가 넘으면 로봇을 세워 두자고 했다.",
)
# A report, and a month later the notice by which its paper takes it back.
WRONG = (
    "도토리은행이 지난 1일 미리내 컨소시엄에 합류했다.",
    "은행은 골목 점포에 로봇을 두고 밤에도 문을 열어 둔다. 점포는 모두 열두 곳이다.",
)
TAKEN_BACK = (
    "본지가 5월 2일 보도한 '도토리은행, 미리내 컨소시엄 한 식구로'는 사실과 다릅니다.",
    "도토리은행은 미리내 컨소시엄에 합류하지 않은 것으로 확인돼 바로잡습니다.",
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
    """Two days, six years apart.

    A story, its duplicate and another outlet's copy; a hostile page and two broken ones; five rewrites of a release and
    a report of its own on the same; a report and its correction.
    """
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
    # Few articles share its day, so that a preview shows it.
    (first / "hostile.html").write_bytes(
        page(HOSTILE, WEATHER, "2020-06-03T07:00:00+09:00", "https://neutinamu.example/3", "느티나무일보")
    )
    for number, paragraphs in enumerate((*REWRITES, OWN_REPORT)):
        outlet = ("푸른등대신문", "모래시계경제", "느티나무일보", "종이배경제", "산들바람저널", "달팽이타임스")[number]
        title = f"{number}번째 신문이 전하는 솔방울로봇 소식"
        address = f"https://outlet{number}.example/20260604"
        published = f"2026-06-04T1{number}:00:00+09:00"
        (second / f"release-{number}.html").write_bytes(page(title, paragraphs, published, address, outlet))
    for name, title, paragraphs, published in (
        ("wrong", "도토리은행, 미리내 컨소시엄 한 식구로", WRONG, "2020-05-02T09:00:00+09:00"),
        ("taken-back", "[정정보도] 도토리은행 관련", TAKEN_BACK, "2020-06-01T09:00:00+09:00"),
    ):
        address = f"https://moraesigye.example/{name}/2020"
        (first / f"{name}.html").write_bytes(page(title, paragraphs, published, address, "모래시계경제"))
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
