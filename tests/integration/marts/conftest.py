"""A small lake of hand-written claims about fictional companies, and the warehouse that dbt builds from it."""

import json
import os
import random
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.tables import catalog, identifiers, schemas, vocabularies

PROJECT = Path(__file__).resolve().parents[3] / "dbt"
CAPTURED = date(2024, 12, 1)
NAMES = {
    "org-hanbit": "한빛전자",
    "org-hanbit-old": "한빛전자공업",
    "org-garam": "가람통신",
    "org-nuri": "누리은행",
    "org-daon": "다온자동차",
    "org-mirae": "미래소재",
    "org-saebyeok": "새벽물류",
    "alliance-dadohae": "다도해 연합",
    "alliance-baekdu": "백두 협의체",
    "alliance-sansu": "산수 컨소시엄",
    "person-kim": "김가온",
}


class Lake:
    """Rows of claims in the words of this test: what an article says, not how a table spells it."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict]] = {path: [] for path in catalog.TABLES if path.startswith(("raw/", "core/"))}
        self.versions: dict[str, dict] = {}

    def article(
        self,
        name: str,
        day: str,
        outlet: str = "한강일보",
        *,
        group: str | None = None,
        version: str = "1",
        captured: date = CAPTURED,
        published: bool = True,
        corrects: str | None = None,
        fetched: datetime | None = None,
    ) -> str:
        version_id = f"v-{name}-{version}"
        known_at = datetime.fromisoformat(f"{day}T09:00:00+09:00").astimezone(UTC)
        row = {
            "version_id": version_id,
            "article_id": f"a-{name}",
            "capture_id": f"c-{name}-{version}-{captured}",
            "capture_date": captured,
            "url": f"https://news.example/{name}",
            "publisher": outlet,
            "title": f"{name} 기사",
            "byline_names": [],
            "published_at": known_at if published else None,
            "published_on": date.fromisoformat(day) if published else None,
            "known_at": known_at,
            "known_basis": "published" if published else "captured",
            "language": "ko",
            "text": "글",
            "text_length": 1,
            "paragraphs": [],
            "captions": [],
            "method": "test",
            "charset": "utf-8",
            "signature": version_id,
            "is_correction": corrects is not None,
            "corrects_article_id": f"a-{corrects}" if corrects else None,
        }
        self.rows["core/articles"].append(row)
        if not any(r["article_id"] == f"a-{name}" for r in self.rows["core/syndication"]):
            self.rows["core/syndication"].append(
                {
                    "article_id": f"a-{name}",
                    "group_id": f"a-{group or name}",
                    "head_article_id": f"a-{group or name}",
                    "kind": "copy" if group else "single",
                }
            )
        self.rows["raw/pages"].append(
            {"capture_id": row["capture_id"], "capture_date": captured, "fetched_at": fetched, "byte_count": 1}
        )
        self.versions[version_id] = row
        return version_id

    def _claim(self, version_id: str, kind: str, *content: str | None, quote: str, **more: object) -> dict:
        row = self.versions[version_id]
        return {
            "claim_id": identifiers.content_id("claim", version_id, more.get("extractor"), kind, *content, quote),
            "statement_id": identifiers.content_id("statement", row["article_id"], kind, *content),
            "version_id": version_id,
            "article_id": row["article_id"],
            "capture_date": row["capture_date"],
            "attribution": "own",
            "speaker_id": None,
            "zone": "body",
            "quote": quote,
            "char_start": 0,
            "char_end": len(quote),
            "prefix": "",
            "suffix": "",
            "trigger_start": 0,
            "trigger_end": 1,
            "extractor": "test",
            "extractor_version": "1",
            "frame": "test",
            "confidence": 0.8,
            **more,
        }

    def member(
        self,
        version_id: str,
        structure: str | tuple[str, ...],
        member: str,
        status: str,
        quote: str,
        *,
        role: str | None = None,
        since: str | None = None,
        until: str | None = None,
        state: str | None = None,
        is_founder: bool = False,
        **more: object,
    ) -> None:
        pairing = sorted(structure) if isinstance(structure, tuple) else None
        target = {
            "alliance_id": structure if pairing is None else None,
            "pairing_id": identifiers.pairing_id(pairing) if pairing else None,
            "pairing_member_ids": pairing,
        }
        role = role or ("partner" if pairing else "member")
        dates = {**partial("since", since), **partial("until", until), **partial("state", state)}
        self.rows["core/membership_claims"].append(
            self._claim(
                version_id,
                "membership",
                str(structure),
                member,
                role,
                status,
                quote=quote,
                **target,
                member_id=member,
                role=role,
                is_founder=is_founder,
                status=status,
                **dates,
                member_start=0,
                member_end=1,
                **more,
            )
        )

    def event(
        self,
        version_id: str,
        event_type: str,
        participants: dict[str, str],
        quote: str,
        *,
        modality: str = "done",
        on: str | None = None,
        basis: str = "act",
        **more: object,
    ) -> None:
        claim = self._claim(
            version_id,
            "event",
            event_type,
            modality,
            str(sorted(participants.items())),
            quote=quote,
            event_type=event_type,
            modality=modality,
            polarity="positive",
            **partial("date", on, basis),
            **more,
        )
        self.rows["core/event_claims"].append(claim)
        for entity_id, role in participants.items():
            self.rows["core/event_claim_participants"].append(
                {
                    "claim_id": claim["claim_id"],
                    "capture_date": claim["capture_date"],
                    "entity_id": entity_id,
                    "role": role,
                    "char_start": 0,
                    "char_end": 1,
                }
            )

    def write(self, root: Path, *, backwards: bool = False) -> None:
        for path, rows in self.rows.items():
            table = catalog.table(path)
            folder = root / path
            folder.mkdir(parents=True)
            schemas.empty_frame(table).write_parquet(folder / "schema.parquet")
            frame = schemas.frame(table, rows)
            if backwards:
                for number, one in enumerate(frame.reverse().iter_slices(3)):
                    one.write_parquet(folder / f"part-{number}.parquet")
            elif table.partitioned:
                for (day,), part in frame.partition_by("capture_date", as_dict=True).items():
                    (folder / f"capture_date={day}").mkdir()
                    part.write_parquet(folder / f"capture_date={day}" / "part-0.parquet")
            elif rows:
                frame.write_parquet(folder / "part-0.parquet")


def partial(prefix: str, value: str | None, basis: str = "act") -> dict:
    if value is None:
        return {}
    precision = {4: "year", 7: "month", 10: "day"}[len(value)]
    first = date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    last = {"year": pl.date(first.year, 12, 31), "month": pl.lit(first).dt.month_end(), "day": pl.lit(first)}[precision]
    return {
        f"{prefix}_value": value,
        f"{prefix}_min": first,
        f"{prefix}_max": pl.select(last).item(),
        f"{prefix}_precision": precision,
        f"{prefix}_basis": basis,
    }


def entities(lake: Lake) -> None:
    for entity_id, name in NAMES.items():
        if entity_id != "org-hanbit-old":
            kind = entity_id.split("-")[0]
            lake.rows["core/entities"].append(
                {"entity_id": entity_id, "name": name, "name_ko": name, "entity_type": kind, "status": "curated"}
            )
    lake.rows["core/entity_redirects"].append(
        {
            "entity_id": "org-hanbit-old",
            "canonical_id": "org-hanbit",
            "reason": "former name",
            "decided_by": "analyst",
            "decided_at": date(2024, 11, 1),
        }
    )


def two_outlets(lake: Lake) -> None:
    for name, day, outlet in (("d1", "2024-03-04", "한강일보"), ("d2", "2024-03-06", "낙동신문")):
        lake.member(
            lake.article(name, day, outlet),
            "alliance-dadohae",
            "org-nuri",
            "active",
            "누리은행은 다도해 연합에 참여하고 있다.",
        )
    lake.article("d3", "2024-03-07", "섬진뉴스", group="d2")
    lake.member("v-d3-1", "alliance-dadohae", "org-nuri", "active", "누리은행도 다도해 연합의 회원사다.")


def talks_then_active(lake: Lake) -> None:
    pair = ("org-garam", "org-daon")
    may, june = lake.article("t1", "2024-05-10"), lake.article("t2", "2024-06-03", "낙동신문")
    for member in pair:
        lake.member(
            may,
            pair,
            member,
            "under_discussion",
            "가람통신과 다온자동차가 5월 제휴를 논의하고 있다.",
            role="prospective",
            state="2024-05",
        )
        lake.member(
            june, pair, member, "active", "가람통신과 다온자동차가 3일 업무협약을 체결했다.", since="2024-06-03"
        )


def leave(lake: Lake) -> None:
    joined = lake.article("l1", "2024-02-02")
    lake.member(
        joined,
        "alliance-baekdu",
        "org-mirae",
        "active",
        "미래소재가 지난 1일 백두 협의체에 합류했다.",
        since="2024-02-01",
    )
    lake.member(joined, "alliance-baekdu", "org-nuri", "active", "누리은행은 백두 협의체를 이끌고 있다.", role="leader")
    lake.member(
        lake.article("l2", "2024-08-20"),
        "alliance-baekdu",
        "org-mirae",
        "terminated",
        "미래소재는 20일 백두 협의체에서 탈퇴했다.",
        role="former",
        until="2024-08-20",
    )


def denied_talks(lake: Lake) -> None:
    pair = ("org-nuri", "org-saebyeok")
    rumour, denial = lake.article("n1", "2024-04-01"), lake.article("n2", "2024-04-03")
    for member in pair:
        lake.member(
            rumour,
            pair,
            member,
            "under_discussion",
            "누리은행과 새벽물류가 제휴를 검토 중인 것으로 알려졌다.",
            role="prospective",
            attribution="anonymous",
        )
        lake.member(
            denial,
            pair,
            member,
            "denied",
            "누리은행은 새벽물류와 제휴를 검토한 바 없다고 밝혔다.",
            role="prospective",
            attribution="quoted",
            speaker_id="org-nuri",
        )


def conflict(lake: Lake) -> None:
    pair = ("org-daon", "org-mirae")
    paper, party = lake.article("k1", "2024-07-01"), lake.article("k2", "2024-07-01", "낙동신문")
    lake.member(paper, pair, "org-daon", "active", "다온자동차와 미래소재가 손잡았다.")
    lake.member(
        party,
        pair,
        "org-daon",
        "announced",
        "다온자동차는 협약을 곧 체결할 예정이라고 밝혔다.",
        attribution="quoted",
        speaker_id="org-daon",
    )


def denial_against_two_sources(lake: Lake) -> None:
    for name, day in (("o1", "2024-01-10"), ("o2", "2024-01-12")):
        lake.member(
            lake.article(name, day), "alliance-sansu", "org-garam", "active", "가람통신은 산수 컨소시엄 회원사다."
        )
    lake.member(
        lake.article("o3", "2024-01-20"),
        "alliance-sansu",
        "org-garam",
        "denied",
        "가람통신은 산수 컨소시엄과 무관하다고 했다.",
        attribution="quoted",
        speaker_id="org-garam",
    )


def edited_page(lake: Lake) -> None:
    lake.member(
        lake.article("e", "2024-09-01"),
        "alliance-sansu",
        "org-daon",
        "active",
        "다온자동차도 산수 컨소시엄에 들어갔다.",
    )
    lake.article("e", "2024-09-03", version="2", captured=date(2024, 12, 2))
    lake.member("v-e-2", "alliance-sansu", "org-mirae", "active", "미래소재도 산수 컨소시엄에 들어갔다.")


def taken_back_edit(lake: Lake) -> None:
    for version, day in (("1", 1), ("2", 2), ("1", 3)):
        page = lake.article("b", "2024-05-01", version=version, captured=date(2024, 12, day))
        if version == "1":
            lake.member(page, "alliance-dadohae", "org-mirae", "active", "미래소재는 다도해 연합 회원사다.")
            lake.event(page, "launch", {"org-mirae": "party"}, "미래소재가 새 사업을 시작했다.", on="2024-04-30")


def two_versions_of_one_day(lake: Lake) -> None:
    for version, hour in (("a", 12), ("b", 9)):
        lake.article("z", "2024-11-20", version=version, fetched=datetime(2024, 12, 1, hour, tzinfo=UTC))


def two_extractors(lake: Lake) -> None:
    page = lake.article("x", "2024-06-06")
    for extractor in ("test", "another"):
        lake.member(
            page, "alliance-sansu", "org-nuri", "active", "누리은행은 산수 컨소시엄 회원사다.", extractor=extractor
        )
        lake.event(page, "launch", {"org-nuri": "party"}, "누리은행이 새 사업을 시작했다.", extractor=extractor)


def two_entries_within_days(lake: Lake) -> None:
    for name, day, member in (("q1", "2024-11-04", "org-garam"), ("q2", "2024-11-05", "org-nuri")):
        for number in (1, 2):
            lake.event(
                lake.article(f"{name}{number}", day, f"신문 {number}"),
                "join",
                {member: "initiator", "org-hanbit": "party", "alliance-sansu": "alliance"},
                "한 회사가 산수 컨소시엄에 합류했다.",
                on="2024-11-04",
            )


def corrected_event(lake: Lake) -> None:
    pair = {"org-nuri": "party", "org-daon": "party"}
    wrong, right = lake.article("y1", "2024-03-03"), lake.article("y2", "2024-03-10", corrects="y1")
    lake.event(wrong, "joint_venture", pair, "누리은행과 다온자동차가 합작사를 세웠다.", on="2024-03-02")
    lake.event(right, "joint_venture", pair, "두 회사는 합작사를 세운 바 없다.", modality="denied")


def retired_id(lake: Lake) -> None:
    lake.member(
        lake.article("r1", "2024-02-10"),
        ("org-hanbit-old", "org-garam"),
        "org-hanbit-old",
        "active",
        "한빛전자공업과 가람통신이 손잡았다.",
    )
    lake.member(
        lake.article("r2", "2024-02-11"),
        ("org-hanbit", "org-garam"),
        "org-hanbit",
        "active",
        "한빛전자와 가람통신이 손잡았다.",
    )


def events(lake: Lake) -> None:
    members = ("org-hanbit", "org-garam", "org-nuri", "org-daon", "org-mirae", "org-saebyeok")
    founding = {**dict.fromkeys(members, "party"), "alliance-sansu": "alliance"}
    for name, day, on, basis in (
        ("f1", "2024-01-05", "2024-01-04", "act"),
        ("f2", "2024-01-05", "2024-01-05", "announced"),
        ("f3", "2024-02-01", None, "act"),
    ):
        lake.event(
            lake.article(name, day), "found_alliance", founding, "6개사가 산수 컨소시엄을 결성했다.", on=on, basis=basis
        )
    pair = {"org-hanbit": "party", "org-nuri": "counterparty"}
    lake.event(
        lake.article("m0", "2023-02-20"),
        "sign_mou",
        pair,
        "한빛전자는 다음 달 누리은행과 협약을 맺는다.",
        modality="planned",
        on="2023-03",
    )
    for name, day, on in (("m1", "2023-03-02", "2023-03-02"), ("m2", "2024-10-02", "2024-10-01")):
        lake.event(
            lake.article(name, day),
            "sign_mou",
            pair,
            "한빛전자와 누리은행이 협약을 체결했다.",
            on=on,
            amount=5e9,
            currency="KRW",
        )


def captured_twice_without_a_date(lake: Lake) -> None:
    for captured in (CAPTURED, date(2024, 12, 5)):
        lake.article("u", "2024-12-01", captured=captured, published=False)
        lake.versions["v-u-1"]["capture_date"] = captured
        lake.member("v-u-1", "alliance-dadohae", "org-saebyeok", "active", "새벽물류는 다도해 연합 회원사다.")


def suppressed(lake: Lake) -> None:
    lake.rows["core/suppressions"] += [
        {"kind": kind, "value": value, "decided_by": "분석가", "decided_at": date(2024, 5, 1), "reason": "요청"}
        for kind, value in (
            ("person", "김가온"),
            ("url", "https://news.example/s1/"),
            ("outlet", "노을신문"),
            ("outlet", "quiet.example"),
        )
    ]
    for name, outlet in (("s1", "한강일보"), ("s2", "노을신문")):
        page = lake.article(name, "2024-04-04", outlet)
        lake.member(page, "alliance-sansu", "org-saebyeok", "active", "새벽물류도 산수 컨소시엄 회원사다.")
    page = lake.article("s3", "2024-04-05")
    lake.rows["core/articles"][-1]["original_url"] = "https://www.quiet.example/3"
    lake.member(page, "alliance-sansu", "org-saebyeok", "active", "새벽물류는 산수 컨소시엄에 있다.")
    page = lake.article("s4", "2024-04-06")
    said = "김가온 대표는 가람통신이 다도해 연합 회원사라고 말했다."
    lake.member(page, "alliance-dadohae", "org-garam", "active", said, attribution="quoted", speaker_id="person-kim")
    lake.event(page, "statement", {"person-kim": "speaker", "org-garam": "party"}, said)
    lake.rows["core/post_claims"].append(
        lake._claim(page, "post", "person-kim", "org-garam", quote=said)
        | {"person_id": "person-kim", "organization_id": "org-garam", "title": "대표"}
    )


def disagreeing_amounts(lake: Lake) -> None:
    parties = {"org-daon": "investor", "org-saebyeok": "investee"}
    paper, party = lake.article("i1", "2024-06-11"), lake.article("i2", "2024-06-10", "낙동신문")
    said = "다온자동차가 새벽물류에 투자했다."
    lake.event(paper, "invest", parties, said, on="2024-06-08", amount=500, currency="KRW", stake_pct=10.2)
    lake.event(
        party, "invest", parties, said, on="2024-06-10", amount=300, currency="KRW", stake_pct=10,
        attribution="quoted", speaker_id="org-daon",
    )  # fmt: skip
    again = lake.article("i3", "2024-06-12", "섬진뉴스")
    lake.event(again, "invest", parties, said, on="2024-06", amount=302, currency="KRW")
    lake.rows["core/watchlist"].append({"watched": "미래소재", "added_by": "분석가", "added_at": date(2024, 5, 1)})


def override(lake: Lake) -> None:
    lake.member(
        lake.article("w", "2024-03-01"), "alliance-baekdu", "org-saebyeok", "active", "새벽물류는 백두 협의체 회원사다."
    )
    lake.rows["core/overrides"] += [
        {
            "override_id": "ov-1",
            "target": "tie",
            "target_id": identifiers.tie_id("alliance-baekdu", "org-saebyeok"),
            "field": "valid_from",
            "old_value": None,
            "new_value": "2023-11",
            "decided_by": "분석가",
            "decided_at": date(2024, 5, 1),
            "reason": "공시로 확인",
        },
        {
            "override_id": "ov-2",
            "target": "tie",
            "target_id": "tie-of-nothing",
            "field": "role",
            "old_value": None,
            "new_value": "leader",
            "decided_by": "분석가",
            "decided_at": date(2024, 5, 1),
            "reason": "없는 관계",
        },
    ]


def hearsay(lake: Lake) -> None:
    """Claims at random: whatever sources say, no two rows of a tie may overlap (a dbt test that the build runs)."""
    dice = random.Random(20240601)  # noqa: S311
    dates = (None, None, "2021", "2022", "2021-05", "2021-06", "2021-06-03", "2021-06-04", "2022-01-01", "2023-03")
    for number in range(240):
        day = date(2021, 1, 1) + timedelta(days=dice.randrange(900))
        version = lake.article(
            f"h{number}",
            str(day),
            dice.choice(("한강일보", "낙동신문")),
            corrects=dice.choice((None, None, None, f"h{number - 1}")),
        )
        if dice.random() < 0.2:
            version = lake.article(f"h{number}", str(day + timedelta(days=9)), version="2", captured=date(2024, 12, 3))
        for _ in range(3):
            structure = dice.choice(
                (("org-hanbit", "org-saebyeok"), ("org-hanbit-old", "org-mirae"), "alliance-dadohae")
            )
            member = (
                dice.choice(structure)
                if isinstance(structure, tuple)
                else dice.choice(("org-hanbit", "org-hanbit-old", "org-daon"))
            )
            since, until, state = sorted(dice.choices(dates, k=3), key=str)
            lake.member(
                version,
                structure,
                member,
                dice.choice(list(vocabularies.STATUS.terms)),
                f"소문 {dice.random()}",
                since=since,
                until=until,
                state=state,
                attribution=dice.choice(list(vocabularies.ATTRIBUTION.terms)),
                confidence=round(dice.random(), 3),
            )


def gossip(lake: Lake) -> None:
    """Reports of happenings at random, crowded enough that their windows chain and their parties half agree."""
    dice = random.Random(20240602)  # noqa: S311
    parties = ("org-hanbit", "org-garam", "org-nuri", "org-daon", "org-mirae", "org-saebyeok")
    for number in range(260):
        day = date(2014, 1, 1) + timedelta(days=dice.randrange(3500))
        on = dice.choice((None, str(day), str(day - timedelta(days=dice.randrange(60))), str(day)[:7], str(day.year)))
        named = dice.sample(parties, dice.choice((1, 1, 2, 2, 2, 3, 4)))
        taking_part = {party: dice.choice(("party", "party", "initiator")) for party in named}
        if dice.random() < 0.3:
            taking_part[dice.choice(("alliance-dadohae", "alliance-sansu"))] = "alliance"
        lake.event(
            lake.article(f"g{number}", str(day)),
            dice.choice(("join", "discuss")),
            taking_part,
            f"풍문 {number}",
            modality=dice.choice(("done", "done", "done", "planned", "under_discussion", "denied")),
            on=on,
            basis=dice.choice(("act", "announced")),
        )


STORIES = (
    entities,
    two_outlets,
    talks_then_active,
    leave,
    denied_talks,
    conflict,
    denial_against_two_sources,
    edited_page,
    taken_back_edit,
    two_versions_of_one_day,
    two_extractors,
    two_entries_within_days,
    corrected_event,
    retired_id,
    events,
    captured_twice_without_a_date,
    suppressed,
    disagreeing_amounts,
    override,
    hearsay,
    gossip,
)


class Reports:
    """Versions of pages that say things at random; a version says the same on whatever day it is captured."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def day(self, number: int, edition: int) -> list[tuple[str, str]]:
        """The pages of a capture date, each with its version; of a day there are several editions to choose from."""
        dice = random.Random(f"{self.seed} {number} {edition}")  # noqa: S311
        names = sorted(dice.sample(range(90), 25))
        return [(f"p{name}", dice.choice("112")) for name in names]

    def lake(self, days: dict[int, int]) -> Lake:
        """What has been captured when each day stands in the edition given."""
        lake = Lake()
        entities(lake)
        for number, edition in sorted(days.items()):
            for name, version in self.day(number, edition):
                self._page(lake, name, version, CAPTURED + timedelta(days=number))
        return lake

    def _page(self, lake: Lake, name: str, version: str, captured: date) -> None:
        dice = random.Random(f"{self.seed} {name} {version}")  # noqa: S311
        said = date(2022, 1, 1) + timedelta(days=dice.randrange(700))
        page = lake.article(
            name,
            str(said),
            dice.choice(("한강일보", "낙동신문")),
            # Each third of the pages is a copy of one before it.
            group=f"p{int(name[1:]) // 3 * 3}" if int(name[1:]) % 3 == 2 else None,
            version=version,
            captured=captured,
            published=dice.random() < 0.9,
            corrects=dice.choice((None, None, None, None, "p1", "p7")),
        )
        parties = ("org-hanbit", "org-garam", "org-nuri", "org-daon", "org-mirae", "org-saebyeok")
        for _ in range(3):
            pair = tuple(sorted(dice.sample(parties[:3], 2)))
            structure = dice.choice((pair, "alliance-dadohae", "alliance-baekdu", "alliance-sansu"))
            dates = sorted(dice.choices((None, None, None, "2021", "2022-05", "2022-06-03", "2023-03"), k=3), key=str)
            lake.member(
                page,
                structure,
                dice.choice(pair if structure == pair else parties),
                dice.choice((*vocabularies.STATUS.terms, *["active"] * 8, "denied")),
                f"풍문 {dice.random()}",
                since=dates[0],
                until=dates[1],
                state=dates[2],
                is_founder=dice.random() < 0.1,
                attribution=dice.choice(list(vocabularies.ATTRIBUTION.terms)),
                confidence=round(dice.random(), 3),
            )
        for _ in range(2):
            taking_part = dict.fromkeys(dice.sample(parties, dice.choice((1, 2, 2, 3))), "party")
            if dice.random() < 0.4:
                taking_part[dice.choice(("alliance-dadohae", "alliance-baekdu", "alliance-sansu"))] = "alliance"
            lake.event(
                page,
                dice.choice(("join", "leave", "discuss", "invest", "sign_mou", "launch")),
                taking_part,
                f"소식 {dice.random()}",
                modality=dice.choice(("done", "done", "done", "planned", "denied")),
                on=dice.choice((None, str(said), str(said)[:7])),
                amount=dice.choice((None, 100, 102, 300)),
                currency="KRW",
            )


class Line:
    """A lake and the warehouse that is built from it again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.warehouse = root / "warehouse.duckdb"

    def build(self, lake: Lake, *options: str, backwards: bool = False) -> None:
        """Write the lake in place of the one before it, and run dbt with these arguments."""
        shutil.rmtree(self.root / "lake", ignore_errors=True)
        lake.write(self.root / "lake", backwards=backwards)
        environment = {
            **os.environ,
            "ENTENTE_WAREHOUSE": str(self.warehouse),
            "DBT_TARGET_PATH": str(self.root / "target"),
            "DBT_LOG_PATH": str(self.root / "logs"),
            "DBT_PROJECT_DIR": str(PROJECT),
            "DBT_PROFILES_DIR": str(PROJECT),
            "DO_NOT_TRACK": "1",
        }
        dbt = Path(sys.executable).with_name("dbt")
        arguments = [str(dbt), *options, "--vars", json.dumps({"lake_dir": str(self.root / "lake")})]
        run = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False, timeout=300)
        assert run.returncode == 0, run.stdout[-6000:]

    def change(self, statement: str) -> None:
        with duckdb.connect(str(self.warehouse)) as connection:
            connection.execute(statement)

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            return connection.execute("set TimeZone = 'UTC'").execute(query).fetchall()


def stories() -> Lake:
    lake = Lake()
    for story in STORIES:
        story(lake)
    return lake


@pytest.fixture
def reports() -> Reports:
    return Reports(seed=20240603)


@pytest.fixture
def kept(tmp_path: Path) -> Line:
    """A warehouse that goes on from build to build."""
    return Line(tmp_path / "kept")


@pytest.fixture
def anew(tmp_path: Path) -> Line:
    """A warehouse to be built anew each time."""
    return Line(tmp_path / "anew")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("marts")
    Line(root).build(stories(), "build")
    # Read from a copy: the warehouse itself is written once more by `rebuilt`.
    shutil.copy(root / "warehouse.duckdb", root / "first.duckdb")
    return root


@pytest.fixture(scope="session")
def marts(folder: Path):
    connection = duckdb.connect(str(folder / "first.duckdb"), read_only=True)
    connection.execute("set TimeZone = 'UTC'; use marts")
    yield connection
    connection.close()


@pytest.fixture
def rebuilt(folder: Path) -> Path:
    """The warehouse from the same rows in other files, in the opposite order."""
    line = Line(folder)
    line.build(stories(), "run", "--full-refresh", backwards=True)
    return line.warehouse
