"""A server on this machine that speaks chat completions as endpoints do, faults included."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

KEY = "sk-test-5f3a9c0d7e"
KINDS = ("ties", "events", "relations", "attributes", "posts")
Reply = Callable[["Handler"], None]


def completion(content, *, finish="stop", refusal=None, usage=True):
    """A chat completion as an endpoint sends it."""
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": "small-model",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content, "refusal": refusal},
                "logprobs": None,
                "finish_reason": finish,
            }
        ],
    }
    if usage:
        body["usage"] = {"prompt_tokens": 900, "completion_tokens": 100, "total_tokens": 1_000}
    return body


def answer_about(question):
    """What a model that reads well says: every party that the text lists as having joined an alliance has."""
    text = question["text"]
    names = [form for name in question["names"] if name["type"] == "org" for form in name["forms"]]
    alliances = [form for name in question["names"] if name["type"] == "alliance" for form in name["forms"]]
    lists = {kind: [] for kind in KINDS}
    for quote in re.split(r"\n+|(?<=\.) ", text):
        members = [name for name in names if name in quote]
        if "합류했다" in quote and members and any(name in quote for name in alliances):
            lists["ties"].append(
                {
                    "alliance": next(name for name in alliances if name in quote),
                    "members": [{"name": name, "is_founder": False} for name in members],
                    "role": "member",
                    "status": "active",
                    "since": None,
                    "since_basis": "act",
                    "until": None,
                    "until_basis": "act",
                    "quote": quote,
                    "trigger": "합류했다",
                    "attribution": "own",
                    "speaker": None,
                }
            )
    return lists


class Handler(BaseHTTPRequestHandler):
    """Answers one request by the next scripted reply, else by reading the text."""

    protocol_version = "HTTP/1.1"
    # One packet an answer: two small ones wait for each other.
    wbufsize = -1

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked = json.loads(body)
        self.question = json.loads(self.asked["messages"][1]["content"])
        endpoint = self.server.endpoint
        with endpoint.lock:
            endpoint.requests.append(self.asked)
            endpoint.headers.append(dict(self.headers))
            endpoint.paths.append(self.path)
            reply = endpoint.script.pop(0) if endpoint.script else endpoint.always
        reply(self)

    def answer(self, body, status=200, headers=()):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        # A client that hangs up on a slow answer is what some tests are about.
        pass


class LocalEndpoint:
    """The server with what it was asked, in the order of arrival, and what it shall reply."""

    def __init__(self):
        self.lock = threading.Lock()
        self.requests, self.headers, self.paths, self.script = [], [], [], []
        self.always: Reply = self.reads()
        self.released = threading.Event()
        self.key = KEY
        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.server.endpoint = self
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def reads(self) -> Reply:
        return lambda handler: handler.answer(completion(json.dumps(answer_about(handler.question))))

    def says(self, content, **options) -> Reply:
        return lambda handler: handler.answer(completion(content, **options))

    def sends(self, body, status=200, **headers) -> Reply:
        pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
        return lambda handler: handler.answer(body, status, pairs)

    def fails(self, status, message="no", **headers) -> Reply:
        return self.sends({"error": {"message": message, "type": "error", "code": None}}, status, **headers)

    def hangs(self) -> Reply:
        return lambda handler: self.released.wait(30)

    def hangs_up(self) -> Reply:
        def reply(handler):
            handler.connection.shutdown(socket.SHUT_RDWR)

        return reply

    def hangs_up_halfway(self) -> Reply:
        def reply(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", "5000")
            handler.end_headers()
            handler.wfile.write(b'{"choices": [')
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)

        return reply

    def texts(self):
        return [json.loads(request["messages"][1]["content"])["text"] for request in self.requests]


@pytest.fixture
def endpoint() -> Iterator[LocalEndpoint]:
    local = LocalEndpoint()
    thread = threading.Thread(target=local.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield local
    local.released.set()
    local.server.shutdown()
    thread.join()
    local.server.server_close()
