"""Dagster's web interface and daemon on this machine, as child processes that end with this one."""

from __future__ import annotations

import importlib.util
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from pipelines.orchestration.instance import prepare_home
from pipelines.settings import PACKAGE, Settings


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

    Raises UserInterfaceError where the web server is not installed or the address is taken.
    """
    if importlib.util.find_spec("dagster_webserver") is None:
        raise UserInterfaceError("the web interface is not installed; install it with: pip install 'entente[ui]'")
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        raise UserInterfaceError(
            f"cannot listen on {host}:{port} ({error.strerror}); choose another port with --port"
        ) from error
    home = prepare_home(settings)
    environment = {"PYTHONWARNINGS": "ignore"} | settings.child_environment() | {"DAGSTER_HOME": str(home)}
    print(f"Dagster starts on http://{host}:{port}; this takes up to a minute. Ctrl-C stops it.", flush=True)
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
        _announce(process, host, port)
        status = process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0 if asked_to_stop else status


def _announce(process: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Wait until somebody answers, and say so; return early where Dagster ends before."""
    while process.poll() is None:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.5)
        else:
            print(f"Dagster is ready: http://{host}:{port}", flush=True)
            return
