"""How the web interface is started."""

from __future__ import annotations

import importlib.util
import socket
from datetime import date

import pytest

from pipelines.orchestration.ui import UserInterfaceError, command, run_ui
from pipelines.settings import Settings, load_settings


def test_without_the_web_server_the_message_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UserInterfaceError, match=r"entente\[ui\]"):
        run_ui(Settings(data_dir=tmp_path))
    assert not list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_named_before_anything_starts(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UserInterfaceError, match=f"127.0.0.1:{port} .*--port"):
            run_ui(Settings(data_dir=tmp_path), port=port)
    assert not list(tmp_path.iterdir())


def test_it_listens_where_it_is_told_to():
    words = command("127.0.0.1", 3999)
    assert words[words.index("--host") + 1] == "127.0.0.1"
    assert words[words.index("--port") + 1] == "3999"


def test_a_child_process_gets_equal_settings(tmp_path):
    settings = Settings(
        data_dir=tmp_path,
        landing=(tmp_path / "a", tmp_path / "b"),
        start_date=date(2019, 5, 1),
        max_page_bytes=1234,
        reject_tolerance=0.25,
        knowledge_dir=tmp_path / "k",
    )
    assert load_settings(settings.environment()) == settings
    plain = Settings(data_dir=tmp_path)
    assert load_settings(plain.environment()) == plain
