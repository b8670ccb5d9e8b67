"""Reads sets of date expressions with find_dates; prints how many it resolves as the sets say, and how fast it reads.

    python benchmarks/dates.py --suites public_suites.json --news news_examples.json

Both files are lists of cases: `text`, the `span` in it that is the date (null where there is none), `reference`,
`expected_start`, and, for periods, `expected_end_exclusive` (Duckling, news) or `expected_end` (Microsoft Recognizers).
The public cases are Duckling's Korean corpus and the Korean cases of Microsoft Recognizers Text.

Measures:
- agrees: a span overlaps the case's, and its value is the expected first day as far as the value says it (a year is
  compared as a year, a month as a month); for stated ranges the last day is compared too. 'Three years ago' is a year
  here and a day there, which is a matter of precision and not of another date;
- first day: the same, but the first day of the value's unit must be the expected one;
- left out, with the reason printed: cases that give a past and a future day for one text and no way to tell them
  apart, and bare days that Duckling resolves forward, where news looks back;
- characters a second of processor time, best of several runs, over text with few dates and over text with many.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from pipelines.entities import DateSpan, date_bounds, find_dates

BARE_DAYS = frozenset("월요일 화요일 수요일 목요일 금요일 토요일 일요일".split())
RUNS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One text with the date that is expected in it, if any."""

    source: str
    text: str
    span: str | None
    reference: datetime
    first: date | None
    last: date | None
    excluded: str | None


def read_cases(path: Path) -> list[Case]:
    """The cases of one file; see the module's docstring for its form."""
    return [_case(row) for row in json.loads(path.read_text(encoding="utf-8"))]


def _case(row: dict[str, str | None]) -> Case:
    first = row["expected_start"]
    excluded = None
    if row.get("expected_start_future") not in (None, first):
        excluded = f"a past and a future day: {first} or {row['expected_start_future']}"
    elif str(row["source"]).startswith("duckling") and _is_bare_day(str(row["text"])):
        excluded = f"a bare day, resolved forward to {first}"
    return Case(
        source=str(row["source"]),
        text=str(row["text"]),
        span=row["span"],
        reference=datetime.fromisoformat(str(row["reference"])),
        first=date.fromisoformat(first) if first else None,
        last=_last(row),
        excluded=excluded,
    )


def _is_bare_day(text: str) -> bool:
    number = text.removesuffix("에").removesuffix("일")
    return text in BARE_DAYS or (number.isdigit() and "일" in text)


def _last(row: dict[str, str | None]) -> date | None:
    """The last day of a range, where the case gives one that is no plain unit of the calendar."""
    if row.get("kind") == "interval" and row.get("expected_end_exclusive"):
        return date.fromisoformat(str(row["expected_end_exclusive"])) - timedelta(days=1)
    timex = row.get("timex") or ""
    if timex.startswith("(") and row.get("expected_end"):
        # Microsoft's end is the day after the period; between two stated days it is the second of them.
        end = date.fromisoformat(str(row["expected_end"]))
        return end if "일부터" in str(row["span"]) or "일에서" in str(row["span"]) else end - timedelta(days=1)
    return None


def agrees(case: Case, exact: bool) -> bool:
    """Whether find_dates gives what the case expects; `exact` asks for the first day of the value's unit."""
    spans = find_dates(case.text, case.reference)
    if case.span is None or case.first is None:
        return not spans
    start = case.text.index(case.span)
    span = next((span for span in spans if span.start < start + len(case.span) and start < span.end), None)
    if span is None:
        return False
    bounds = date_bounds(span)
    same = bounds.minimum == case.first if exact else case.first.isoformat().startswith(span.value)
    return same and (case.last is None or bounds.maximum == case.last or (not exact and span.grain == "year"))


def print_agreement(title: str, cases: Sequence[Case]) -> None:
    """Right of all per source, the cases that disagree, and the cases left out with their reasons."""
    counted = [case for case in cases if case.excluded is None]
    print(f"{title}: {len(cases)} cases, {len(counted)} counted")
    for source in [*dict.fromkeys(case.source for case in counted), "all"]:
        mine = [case for case in counted if source in (case.source, "all")]
        loose, exact = (sum(agrees(case, exact) for case in mine) for exact in (False, True))
        print(f"  {source:32} agrees {loose:3}/{len(mine)} {loose / len(mine):.3f}", end="")
        print(f"   first day {exact:3}/{len(mine)} {exact / len(mine):.3f}")
    for case in counted:
        if not agrees(case, exact=True):
            kind = "precision" if agrees(case, exact=False) else "other"
            print(f"  {kind:9} {case.text!r} {case.reference.date()}: {case.first}..{case.last}, read {_shown(case)}")
    for case in cases:
        if case.excluded:
            print(f"  left out  {case.text!r} {case.reference.date()}: {case.excluded}")


def _shown(case: Case) -> list[str]:
    return [_text(span) for span in find_dates(case.text, case.reference)]


def _text(span: DateSpan) -> str:
    return f"{span.surface}={span.value}" + (f"..{span.until}" if span.until else "")


PLAIN = (
    "두 회사는 클라우드와 통신을 묶은 서비스를 함께 만들기로 하고 실무 조직을 꾸렸다.",
    "관계자는 연구 인력과 장비를 나누어 쓰는 방안을 검토한다고 설명했다.",
    "The partners will share data centres and train engineers for the new network.",
    "시장에서는 이번 제휴가 반도체와 소프트웨어 업계의 경쟁을 키울 것으로 본다.",
    "참여 기업은 공동 규격을 정하고 시험 인증을 맡을 센터를 세운다.",
)
DATED = (
    "한국통신연합은 지난 {day}일 서울에서 총회를 열고 새 의장을 뽑았다고 {day}일 밝혔다.",
    "양측은 지난해 {month}월 {day}일 협약을 맺었고 올해 하반기에 시범 서비스를 내놓는다.",
    "이 조합은 20{day:02}년 {month}월 출범했으며 오는 {month}월 말까지 회원 {day}곳을 더 받는다.",
    "The group was formed in 20{day:02} and will meet next month, two weeks ago it had said.",
    "다음 달 {day}일부터 3일간 열리는 전시회에는 {day}개국에서 {month}만 명이 온다.",
)


def _article(seed: random.Random, share: float) -> str:
    sentences = [seed.choice(DATED if seed.random() < share else PLAIN) for _ in range(24)]
    return " ".join(sentence.format(day=seed.randint(1, 28), month=seed.randint(1, 12)) for sentence in sentences)


def _speeds() -> Iterator[tuple[str, float]]:
    reference = date(2021, 3, 10)
    for name, share in (("every tenth sentence dated", 0.1), ("every second sentence dated", 0.5)):
        seed = random.Random(20210310)  # noqa: S311 - a fixed corpus, no secret
        texts = [_article(seed, share) for _ in range(200)]
        size = sum(map(len, texts))
        best = min(_seconds(texts, reference) for _ in range(RUNS))
        yield name, size / best


def _seconds(texts: Sequence[str], reference: date) -> float:
    start = time.process_time()
    for text in texts:
        find_dates(text, reference)
    return time.process_time() - start


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suites", type=Path, help="JSON list of the public cases")
    parser.add_argument("--news", type=Path, help="JSON list of the examples from news")
    arguments = parser.parse_args()
    for title, path in (("public suites", arguments.suites), ("news examples", arguments.news)):
        if path:
            cases = read_cases(path)
            print_agreement(title, cases)
            reasons = Counter(case.excluded.split(":")[0].split(",")[0] for case in cases if case.excluded)
            print(f"  left out in all: {dict(reasons)}")
    for name, speed in _speeds():
        print(f"speed, {name}: {speed:,.0f} characters a second")


if __name__ == "__main__":
    main()
