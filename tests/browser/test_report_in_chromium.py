"""A person with the report open: it draws, filters, opens evidence, and obeys the keyboard, offline."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.publish.report import Quality, earlier, render
from pipelines.publish.report_data import SECTIONS

HOSTILE = '<img src=x onerror="document.title=1"><script>document.title="1"</script>'
Open = Callable[..., Any]


@pytest.fixture
def rewritten(sample_report: Path, tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], None]], Path]:
    """The sample's report with its data changed by a function, in a file of its own."""

    def make(change: Callable[[dict[str, Any]], None]) -> Path:
        held = copy.deepcopy(earlier(sample_report))
        assert held is not None
        change(held)
        sections = {section.name: held[section.name] for section in SECTIONS}
        tables = held["tables"]
        quality = Quality(tables["rejects"], tables["checks"], dict(tables["rows"]))
        path = tmp_path / "index.html"
        path.write_bytes(render(sections, held["edition"], quality, None))
        return path

    return make


def column(part: dict[str, Any], name: str) -> int:
    return int(part["columns"].index(name))


def focused(page: Any) -> str:
    return str(
        page.evaluate(
            "document.activeElement.id || document.activeElement.className.baseVal || document.activeElement.className"
        )
    )


def tab_until(page: Any, wanted: str, most: int = 60) -> None:
    """Press Tab until an element that the selector finds has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{most} steps of Tab did not reach {wanted}")


def test_it_draws_all_its_parts_without_a_complaint_and_without_a_network(
    sample_report: Path, open_report: Open
) -> None:
    opened = open_report(sample_report)
    for part in ("overview", "network", "timeline", "members", "events", "changes", "quality"):
        assert opened.page.locator(f"#{part} :is(h1, h2)").inner_text()
    assert opened.page.locator("#canvas .node").count() > 40
    assert opened.page.locator("#lanes .lane").count() > 5
    assert "AI 원팀" in opened.page.locator("#camps").inner_text()
    assert opened.page.locator("#rows tbody tr").count() > 20
    assert "모두 통과" in opened.page.locator("#quality").inner_text()
    assert opened.complaints == []
    assert opened.requests == [sample_report.as_uri()]


def test_filters_narrow_the_memberships_together(sample_report: Path, open_report: Open) -> None:
    opened = open_report(sample_report)
    page = opened.page
    page.fill("#members-text", "ai one team")
    members = opened.texts("#members tbody tr td:nth-child(2)")
    assert {"KT", "LG유플러스"} <= set(members)
    assert set(opened.texts("#members tbody tr td:nth-child(1)")) == {"AI 원팀"}
    page.select_option("#members-role", "leader")
    assert opened.texts("#members tbody tr td:nth-child(2)") == ["KT"]
    page.locator("#members .clear").click()
    assert page.locator("#members tbody tr").count() > len(members)


def test_a_day_leaves_what_held_on_it_certain_or_possible(sample_report: Path, open_report: Open) -> None:
    opened = open_report(sample_report)
    page = opened.page
    page.fill("#members-text", "AI 원팀")
    page.select_option("#members-status", "active")

    def members(day: str, sure: str) -> set[str]:
        page.fill("#members-day", day)
        page.select_option("#members-sure", sure)
        return set(opened.texts("#members tbody tr td:nth-child(2)"))

    founders = {"KT", "KAIST", "ETRI", "한양대학교", "현대중공업그룹"}
    assert founders <= members("2020-03-01", "certain")
    assert not {"LG전자", "LG유플러스"} & members("2020-03-01", "")
    assert {*founders, "LG전자", "LG유플러스"} <= members("2020-07-01", "certain")
    assert "KT" not in members("2026-10-01", "certain")
    assert "KT" in members("2026-10-01", "possible")


def test_the_slider_moves_the_network_through_time(sample_report: Path, open_report: Open) -> None:
    opened = open_report(sample_report)
    page = opened.page
    present = page.locator("#canvas .node.hub:not(.away)")
    newest, most = page.locator("#day-shown").inner_text(), present.count()
    slider = page.locator("#day")
    slider.focus()
    page.keyboard.press("Home")
    oldest = page.locator("#day-shown").inner_text()
    assert oldest < newest
    assert slider.get_attribute("aria-valuetext") == oldest
    assert present.count() < most
    days = page.evaluate("Date.parse('2020-07-01') / 86400000")
    slider.evaluate("(element, days) => { element.value = days; element.dispatchEvent(new Event('input')); }", days)
    assert "LG유플러스" in page.locator("#camps").inner_text()
    assert "K-AI 얼라이언스" not in page.locator("#camps").inner_text()
    page.get_by_role("button", name="최신").click()
    assert page.locator("#day-shown").inner_text() == newest


def test_the_network_can_be_drawn_around_one_alliance(sample_report: Path, open_report: Open) -> None:
    opened = open_report(sample_report)
    page = opened.page
    page.select_option("#network-around", "alliance-ai-one-team")
    drawn = page.locator("#canvas .node").evaluate_all("nodes => nodes.map(node => node.dataset.id)")
    assert {"alliance-ai-one-team", "alliance-korea-h2-business-summit", "org-kt"} <= set(drawn)
    assert "alliance-k-ai-alliance" not in drawn, "it shares no member with it"
    assert "K-AI 얼라이언스" not in page.locator("#camps").inner_text()
    page.select_option("#network-around", "")
    assert "K-AI 얼라이언스" in page.locator("#camps").inner_text()
    assert opened.complaints == []


def test_a_fact_opens_on_its_sentence_outlet_day_and_link(sample_report: Path, open_report: Open) -> None:
    page = open_report(sample_report).page
    page.fill("#members-text", "AI 원팀 LG유플러스")
    page.locator("#members .open").first.click()
    sheet = page.locator("#evidence")
    assert "LG유플러스" in sheet.locator("blockquote").first.inner_text()
    assert "2020-06-03" in sheet.inner_text()
    links = sheet.locator("a").evaluate_all("found => found.map(each => [each.href, each.rel])")
    assert links
    assert all(address.startswith("http") and "noopener" in rel for address, rel in links)


def test_everything_can_be_done_with_the_keyboard_alone(sample_report: Path, open_report: Open) -> None:
    page = open_report(sample_report).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    tab_until(page, "#day")
    page.keyboard.press("ArrowLeft")
    tab_until(page, "#canvas .node")
    before = page.evaluate("document.activeElement.dataset.id")
    for arrow in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(arrow)
        if page.evaluate("document.activeElement.dataset.id") != before:
            break
    there = page.evaluate("document.activeElement.dataset.id")
    assert there != before
    page.keyboard.press("Enter")
    assert page.locator("#evidence").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator("#evidence").get_attribute("open") is None
    assert page.evaluate("document.activeElement.dataset.id") == there
    tab_until(page, "#timeline-alliance", 120)
    tab_until(page, "#lanes .lane")
    page.keyboard.press(" ")
    assert page.locator("#evidence blockquote").count() > 0
    page.keyboard.press("Escape")
    tab_until(page, "#members-text", 120)
    page.keyboard.type("우리은행")
    assert page.locator("#members tbody tr").count() == 1
    tab_until(page, "#members .open")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "the focus can be seen"


def test_sorting_keeps_the_focus_and_says_its_direction(sample_report: Path, open_report: Open) -> None:
    opened = open_report(sample_report)
    button = opened.page.locator('#members [data-sort="sources"]')
    button.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator('#members th[aria-sort="ascending"]').inner_text().startswith("독립 출처")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator('#members th[aria-sort="descending"]').count() == 1
    counts = [int(text) for text in opened.texts("#members tbody td.number")]
    assert counts == sorted(counts, reverse=True)


def test_it_speaks_the_browsers_language_and_changes_it_on_demand(sample_report: Path, open_report: Open) -> None:
    korean, english = open_report(sample_report), open_report(sample_report, locale="en-GB")
    assert korean.page.locator("html").get_attribute("lang") == "ko"
    assert english.page.locator("#network h2").inner_text() == "Network"
    assert "AI One Team" in english.page.locator("#camps").inner_text()
    korean.page.locator("#language").click()
    assert korean.page.locator("html").get_attribute("lang") == "en"
    assert korean.page.locator("#network h2").inner_text() == "Network"
    assert focused(korean.page) == "language"
    assert korean.complaints == english.complaints == []


def test_a_phone_shows_it_without_sideways_scrolling(sample_report: Path, open_report: Open) -> None:
    opened = open_report(sample_report, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#members .open").first.tap()
    box = page.locator("#evidence").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert opened.complaints == []


def test_it_follows_the_systems_colours_and_prints(sample_report: Path, open_report: Open) -> None:
    dark, light = (open_report(sample_report, color_scheme=scheme).page for scheme in ("dark", "light"))
    ground = "getComputedStyle(document.body).backgroundColor"
    assert dark.evaluate(ground) != light.evaluate(ground)
    dark.emulate_media(media="print")
    assert dark.evaluate(ground) == "rgb(255, 255, 255)"
    assert not dark.locator("header .tools").is_visible()
    assert not dark.locator("#day").is_visible()
    assert dark.locator("#day-shown").is_visible(), "the paper says of which day the network is"


def test_what_a_page_calls_itself_is_shown_as_text(rewritten: Callable[..., Path], open_report: Open) -> None:
    def poison(held: dict[str, Any]) -> None:
        for part, names in (
            ("alliances", ("name",)),
            ("parties", ("name",)),
            ("evidence", ("quote", "publisher", "title")),
        ):
            for name in names:
                for row in held[part]["rows"]:
                    row[column(held[part], name)] = HOSTILE
        for row in held["evidence"]["rows"]:
            row[column(held["evidence"], "url")] = "javascript:document.title=1"

    opened = open_report(rewritten(poison))
    page = opened.page
    page.locator("#members .open").first.click()
    assert HOSTILE in page.locator("#evidence blockquote").first.inner_text()
    assert HOSTILE in page.locator("#camps h3").first.inner_text()
    assert page.locator("img").count() == 0
    assert page.locator("#evidence a").count() == 0
    assert page.title() != "1"
    assert opened.complaints == []
    assert len(opened.requests) == 1


def test_rivals_stand_against_each_other(rewritten: Callable[..., Path], open_report: Open) -> None:
    def oppose(held: dict[str, Any]) -> None:
        part = held["relations"]
        values = {"subject": "alliance-ai-one-team", "relation": "rival_of", "object": "alliance-k-ai-alliance",
                  "first": "2023-02-27", "sources": 1}  # fmt: skip
        part["rows"].append([values.get(name) for name in part["columns"]])

    page = open_report(rewritten(oppose)).page
    assert page.locator("#canvas .edge.rival").count() == 1
    assert "경쟁: K-AI 얼라이언스" in page.locator("#camps").inner_text()


def test_what_was_left_out_is_said(rewritten: Callable[..., Path], open_report: Open) -> None:
    def cut(held: dict[str, Any]) -> None:
        held["evidence"]["rows"] = held["evidence"]["rows"][:10]

    page = open_report(rewritten(cut)).page
    assert "근거 문장" in page.locator("#left-out").inner_text()


def test_a_report_of_nothing_says_so(rewritten: Callable[..., Path], open_report: Open) -> None:
    def empty(held: dict[str, Any]) -> None:
        for section in SECTIONS:
            held[section.name].update(rows=[], total=0)
        held["edition"]["data_as_of"] = None

    opened = open_report(rewritten(empty))
    assert "아직 보여 줄 것이 없습니다." in opened.page.locator("#overview").inner_text()
    assert opened.complaints == []
