"""Runs the search of the browser in Node, on files made by the tests."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.pages.search import SearchIndex
from generator.site.vendored import vendored

_READ = """
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const given = JSON.parse(readFileSync("given.json", "utf-8"));
const say = (value) => process.stdout.write(JSON.stringify(value));
const MiniSearch = createRequire(import.meta.url)("./minisearch.cjs");
const openIndex = async () => {
  const { openStore } = await import("./store.js");
  const manifest = JSON.parse(readFileSync("index/manifest.json", "utf-8"));
  const load = async (path) => JSON.parse(readFileSync(path, "utf-8"));
  return openStore(manifest, "index/", load);
};
"""


class Node:
    """A folder with our modules and MiniSearch, in which scripts are run."""

    def __init__(self, folder: Path) -> None:
        """Fill the folder.

        Args:
            folder: An empty folder.
        """
        self._folder = folder
        source = files("generator.pages") / "assets" / "search"
        for module in source.iterdir():
            (folder / module.name).write_text(module.read_text("utf-8"), "utf-8")
        (folder / "package.json").write_text('{"type": "module"}', "utf-8")
        shutil.copyfile(vendored("minisearch.js"), folder / "minisearch.cjs")

    def serve(self, index: SearchIndex) -> None:
        """Lay an index where scripts find it."""
        shutil.rmtree(self._folder / "index", ignore_errors=True)
        for path, content in {**index.files, "manifest.json": index.manifest}.items():
            file = self._folder / "index" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, "utf-8")

    def run(self, script: str, given: object = None) -> Any:
        """Run a script.

        Args:
            script: A module's text; it finds its input as `given` and answers with `say`.
            given: What JSON can hold.

        Returns:
            What it said.
        """
        (self._folder / "given.json").write_text(json.dumps(given), "utf-8")
        (self._folder / "main.js").write_text(_READ + script, "utf-8")
        done = subprocess.run(
            ["node", "main.js"],
            cwd=self._folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


ASK = """
const { ask } = await import("./engine.js");
const store = await openIndex();
const answers = [];
for (const { query, filters = [], typing = false, most = 10 } of given) {
  const answer = await ask(MiniSearch, store, query, filters, typing);
  const found = [];
  for await (const { address } of answer.take(most)) found.push(address);
  answers.push({ step: answer.step, count: answer.count, more: answer.more, found });
}
say(answers);
"""


def ask(node: Node, *queries: Mapping[str, object] | str) -> list[dict[str, Any]]:
    """Ask queries of the index that is served, one after the other.

    Args:
        node: Where the index lies.
        *queries: The text, or `query` with `filters`, `typing` and `most` (results wanted).

    Returns:
        For each query how it was understood (`step`), `count`, whether there is `more`, and the
        addresses found.
    """
    asked = [{"query": each} if isinstance(each, str) else dict(each) for each in queries]
    answers: list[dict[str, Any]] = node.run(ASK, asked)
    return answers
