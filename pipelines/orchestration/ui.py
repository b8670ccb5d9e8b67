"""Dagster's web interface and daemon on this machine, as child processes that end with this one."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
from types import FrameType

from pipelines.orchestration.instance import prepare_home
from pipelines.settings import PACKAGE, Settings

STOPPING_SECONDS = 60


class UserInterfaceError(ValueError):
    """The web interface cannot be started; the message says what to do."""


def command(host: str, port: int) -> list[str]:
    """The command that serves the code location, from a checkout or from an installed package."""
    return [
        *(sys.executable, "-m", "dagster", "dev"),
        *("--module-name", "pipelines.definitions", "--working-directory", str(PACKAGE.parent)),
        *("--host", host, "--port", str(port), "--log-level", "warning"),
    ]


def run_ui(settings: Settings, host: str = "127.0.0.1", port: int = 3000) -> int:
    """Serve until SIGINT or SIGTERM comes; 0 after one of them, else the exit status of Dagster.

    Raises UserInterfaceError where the web server is not installed.
    """
    if importlib.util.find_spec("dagster_webserver") is None:
        raise UserInterfaceError("the web interface is not installed; install it with: pip install 'entente[ui]'")
    home = prepare_home(settings)
    environment = {**settings.child_environment(), "DAGSTER_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    print(f"Dagster starts on http://{host}:{port} (up to a minute); stop it with Ctrl-C.", flush=True)
    asked_to_stop = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True
        # Dagster tidies up on SIGINT alone, and passes it on to the processes that it has started.
        process.send_signal(signal.SIGINT)

    # A session of its own, so that Ctrl-C reaches it once, through us.
    process = subprocess.Popen(command(host, port), env=environment, cwd=home, start_new_session=True)
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        status = _wait(process)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0 if asked_to_stop else status


def _wait(process: subprocess.Popen[bytes]) -> int:
    return process.wait()
