"""What the site ships for search: scripts without their comments, and a head that loads them."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.pages.search import SearchIndex, script
from generator.site import vendored as vendored_module
from generator.site.search import MANIFEST_ID, add_search, lean, search_assets
from generator.site.vendored import vendored
from tests.search.node import Node

TRY = """
import { createRequire as make } from "node:module";
const load = (name) => {
  const Index = make(import.meta.url)(`./${name}.cjs`);
  const index = new Index({ fields: ["title", "text"] });
  index.addAll(given);
  const ask = (query, options) => index.search(query, options);
  return [
    ask("kinh tế", { prefix: true, fuzzy: 0.3, boost: { title: 2 } }),
    ask({ combineWith: "AND_NOT", queries: ["kinh", "số"] }),
    ask(Index.wildcard),
    index.autoSuggest("ki"),
    Index.loadJSON(JSON.stringify(index), { fields: ["title", "text"] }).search("dẫn"),
  ];
};
say([load("minisearch"), load("lean")]);
"""


def test_a_script_is_made_lean() -> None:
    """Comments on lines of their own and indentation go; code and its own comments stay."""
    full = "/** What\n * it does. */\nconst a = 1; // why\n\n  // alone\n  const b = 'x // y';\n"
    assert lean(full) == "const a = 1; // why\nconst b = 'x // y';\n"


def test_the_library_does_the_same_without_its_comments(tmp_path: Path) -> None:
    """MiniSearch as it is shipped answers as MiniSearch as it was published, at half its size."""
    node = Node(tmp_path)
    whole = vendored("minisearch.js").read_text("utf-8")
    (tmp_path / "lean.cjs").write_text(lean(whole), "utf-8")
    documents = [
        {"id": 1, "title": "Kinh tế số", "text": "Tỷ trọng kinh tế số trong GRDP"},
        {"id": 2, "title": "Nhân lực bán dẫn", "text": "Đào tạo, kinh phí"},
        {"id": 3, "title": "Kinh phí", "text": "Ngân sách"},
    ]
    published, shipped = node.run(TRY, documents)
    assert published == shipped
    assert published[0]
    assert len(lean(whole)) < len(whole) / 2


def test_no_script_holds_a_text_of_several_lines() -> None:
    """Taking away indentation changes no text: no template literal goes over a line end."""
    for text in (script(), vendored("minisearch.js").read_text("utf-8")):
        for line in lean(text).splitlines():
            assert line.count("`") % 2 == 0, line


def test_our_modules_join_into_one(tmp_path: Path) -> None:
    """The joined module names nothing twice, imports nothing, and Node reads it."""
    joined = tmp_path / "search.mjs"
    joined.write_text(lean(script()), "utf-8")
    assert not re.search(r"^(?:import|export)\b", script(), re.MULTILINE)
    node = shutil.which("node")
    assert node
    done = subprocess.run([node, "--check", joined], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_library_is_shipped_with_its_licence() -> None:
    """The licence lies beside the library, which names it."""
    files = search_assets()
    assert "Permission is hereby granted" in files["assets/search/minisearch.LICENSE.txt"]
    assert "minisearch.LICENSE.txt" in files["assets/search/minisearch.js"].splitlines()[0]


def test_a_library_that_is_not_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the file and the command that installs it."""
    monkeypatch.setattr(vendored_module, "FOLDER", tmp_path)
    with pytest.raises(UsageError, match=r"minisearch\.js.*make site"):
        search_assets()


def test_the_manifest_stands_in_the_head_and_cannot_end_its_element() -> None:
    """What the manifest holds stays data, whatever it holds."""
    manifest = json.dumps({"keys": ["</script><script>alert(1)</script>", "<!--"]})
    html = add_search("<head></head><body></body>", SearchIndex(manifest, {}))
    found = re.search(rf'<script type="application/json" id="{MANIFEST_ID}">(.*?)</script>', html)
    assert found
    assert json.loads(found[1]) == json.loads(manifest)
    assert html.index("minisearch.js") < html.index("search.js") < html.index("</head>")


def test_the_site_holds_every_file_that_the_manifest_promises(site: Path) -> None:
    """Parts, blocks and records lie in the folder that the manifest names, and none is missing."""
    page = (site / "tim-kiem" / "index.html").read_text("utf-8")
    found = re.search(rf'id="{MANIFEST_ID}">(.*?)</script>', page)
    assert found
    manifest = json.loads(found[1])
    folder = site / "tim-kiem" / manifest["version"]
    parts = sorted(folder.glob("terms/*.json"))
    records = [json.loads(file.read_text("utf-8")) for file in folder.glob("records/*.json")]
    assert len(parts) == len(manifest["keys"])
    assert sum(map(len, records)) == manifest["count"]
    addresses = {address.partition("#")[0] for chunk in records for _, address, *_ in chunk}
    assert "huong-dan/tu-vung/" in addresses
    assert [a for a in sorted(addresses) if not (site / a / "index.html").is_file()] == []
