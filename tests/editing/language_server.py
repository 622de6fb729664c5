"""Speaks to the real YAML language server over its standard input and output, as an editor does."""

import json
import os
import subprocess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import Any

from tests.conftest import ROOT

SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60.0
"""Seconds until an answer is given up; none takes more than a few."""

Json = dict[str, Any]


class LanguageServer:
    """One run of the server, with a project open in it.

    It answers the server's questions about settings with those that the project has for VS Code.
    """

    def __init__(self, root: Path, settings: Json) -> None:
        """Start the server on a project."""
        self.root = root
        self._settings = settings
        self._messages: Queue[Json] = Queue()
        self._next_id = 0
        self._process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"]},
        )
        Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> "LanguageServer":
        """Greet the server."""
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self.root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": capabilities,
            },
        )
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()

    def problems(self, file: Path, text: str) -> list[Json]:
        """Open a file and give what the server underlines in it."""
        self._open(file, text)
        while True:
            message = self._receive()
            params = message.get("params", {})
            is_told = message.get("method") == "textDocument/publishDiagnostics"
            if is_told and params["uri"] == file.as_uri():
                found: list[Json] = params["diagnostics"]
                return found

    def hover(self, file: Path, line: int, column: int) -> str:
        """What the server tells of a place, counted from 0, in an open file."""
        answer = self.ask("textDocument/hover", self._place(file, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, file: Path, line: int, column: int) -> dict[str, str]:
        """What the server proposes at a place, counted from 0: label to explanation."""
        answer = self.ask("textDocument/completion", self._place(file, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: _text(item.get("documentation", "")) for item in items}

    def ask(self, method: str, params: Json) -> Any:
        """Send a request and wait for its answer."""
        self._next_id += 1
        number = self._next_id
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")

    def _open(self, file: Path, text: str) -> None:
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def _place(self, file: Path, line: int, column: int) -> Json:
        return {
            "textDocument": {"uri": file.as_uri()},
            "position": {"line": line, "character": column},
        }

    def _receive(self) -> Json:
        """The next message that is no question to the editor."""
        while True:
            try:
                message = self._messages.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError("the language server is silent") from None
            if "method" in message and "id" in message:
                self._answer(message)
            else:
                return message

    def _answer(self, question: Json) -> None:
        result: object = None
        if question["method"] == "workspace/configuration":
            items = question["params"]["items"]
            result = [self._section(item.get("section", "")) for item in items]
        self._send({"id": question["id"], "result": result})

    def _section(self, name: str) -> object:
        """Settings below a name, as VS Code gives them: `yaml.schemas` inside `yaml`."""
        prefix = f"{name}."
        return {
            k.removeprefix(prefix): v for k, v in self._settings.items() if k.startswith(prefix)
        }

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    pass  # other headers
                self._messages.put(json.loads(stream.read(length)))


def _text(documentation: object) -> str:
    return str(documentation["value"]) if isinstance(documentation, dict) else str(documentation)
