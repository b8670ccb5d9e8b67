"""Which extractors a run gets by its settings."""

from __future__ import annotations

import sys

import pytest

from pipelines.extractors import ExtractorError, extractors_of, notice_of
from pipelines.language_model import LanguageModelError
from pipelines.settings import Settings

HOSTED = Settings(llm_url="https://models.example/v1", llm_model="m", llm_key="sk-hidden")


def test_frames_alone_send_nothing_and_need_no_endpoint():
    [frames] = extractors_of(["frames"], Settings())
    assert frames.name == "frames"
    assert notice_of(["frames"], Settings()) is None


def test_both_come_in_one_order_and_the_notice_names_the_host():
    both = extractors_of(["language_model", "frames"], HOSTED)
    assert [extractor.name for extractor in both] == ["frames", "language_model"]
    notice = notice_of(["language_model"], HOSTED)
    assert "sent to models.example, to be read by m" in notice
    assert "sk-hidden" not in notice


@pytest.mark.parametrize("names", [[], ["oracle"]])
def test_there_is_no_other_extractor(names):
    with pytest.raises(ExtractorError, match="there are: frames, language_model"):
        extractors_of(names, HOSTED)


def test_without_the_extra_the_way_to_install_it_is_named(monkeypatch):
    for module in ("client", "asker", "extractor"):
        monkeypatch.delitem(sys.modules, f"pipelines.language_model.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(LanguageModelError, match=r"pip install 'entente\[llm\]'"):
        extractors_of(["language_model"], HOSTED)
