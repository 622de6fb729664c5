"""A made-up hosting platform for the editing desk: answers what the desk asks, keeps what it sends."""

import base64
import functools
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

API = "https://api.github.com"
REPOSITORY = "vi-du/ke-hoach"
HEAD = "c0ffee" + "0" * 34
_PAST = "2026-01-01T00:00:00Z"
_USER = {"login": "bien-tap", "id": 1, "name": "Biên tập", "avatar_url": "", "html_url": ""}
_COMMIT = {"author": {"name": "x", "email": "", "user": None}, "committedDate": _PAST}


@dataclass
class Hosting:
    """What the platform holds and what it was told.

    Attributes:
        root: Folder of the repository.
        branches: Branches that the desk made.
        commits: Path to content that the desk committed, newest last.
        pulls: Pull requests that the desk opened.
    """

    root: Path
    branches: list[str] = field(default_factory=list)
    commits: list[tuple[str, str]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Know every plan file by its hash."""
        files = sorted((self.root / "plans").rglob("*.yaml"))
        self._texts = {_blob(file): file.read_text("utf-8") for file in files}
        self._tree = [
            {
                "type": "blob",
                "mode": "100644",
                "path": file.relative_to(self.root).as_posix(),
                "sha": _blob(file),
                "size": file.stat().st_size,
            }
            for file in files
        ]

    def answer(self, route: Route) -> None:
        """Answer one request."""
        address = route.request.url.removeprefix(API)
        sent = json.loads(route.request.post_data or "{}")
        if address == "/graphql":
            route.fulfill(json={"data": self._data(sent)})
        elif address == "/user":
            route.fulfill(json=_USER)
        elif address == f"/repos/{REPOSITORY}":
            rights = {"permissions": {"push": True, "pull": True}, "default_branch": "main"}
            route.fulfill(json=rights)
        elif "/git/trees/" in address:
            route.fulfill(json={"sha": HEAD, "tree": self._tree, "truncated": False})
        elif address == f"/repos/{REPOSITORY}/pulls":
            self.pulls.append(sent)
            route.fulfill(json={"number": 7, "node_id": "PR", "html_url": "", "title": ""})
        else:
            route.fulfill(json=[])

    def _data(self, sent: dict[str, Any]) -> dict[str, Any]:
        query, values = sent["query"], sent.get("variables", {}).get("input", {})
        if "createRef" in query:
            self.branches.append(values["name"].removeprefix("refs/heads/"))
            return {"createRef": {"ref": {"name": values["name"]}}}
        if "createCommitOnBranch" in query:
            for added in values["fileChanges"]["additions"]:
                text = base64.b64decode(added["contents"]).decode()
                self.commits.append((added["path"], text))
            return {"createCommitOnBranch": {"commit": {"oid": HEAD, "committedDate": _PAST}}}
        if "fork: repository" in query:
            return {"fork": {"id": "R"}, "base": {"ref": {"target": {"oid": HEAD}}}}
        return {"repository": self._repository(" ".join(query.split()))}

    def _repository(self, query: str) -> dict[str, Any]:
        asked = re.findall(r'(\w+): object\(oid: "(\w+)"\)', query)
        told: dict[str, Any] = {
            name: {"text": self._texts.get(oid), "isTruncated": False} for name, oid in asked
        }
        for name in re.findall(r"(\w+): ref\(", query):
            told[name] = {"target": {"history": {"nodes": [_COMMIT]}}}
        head = {"oid": HEAD, "message": ""}
        told["ref"] = {"target": {"oid": HEAD, "history": {"nodes": [head]}}}
        told["pullRequests"] = {"nodes": []}
        return told


def _blob(file: Path) -> str:
    content = file.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """A plain file server; the desk's page brings its own policy."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
