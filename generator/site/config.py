"""The MkDocs configuration of a project: its own mkdocs.yml, or our settings alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.project import Project

BASE = Path(__file__).with_name("base.yml")
_INHERITING = """INHERIT: {base}
docs_dir: {docs}
plugins:
  kehoach: {{root: {root}}}
"""


@contextmanager
def config_file(project: Project) -> Iterator[Path]:
    """Find the configuration of a project.

    Args:
        project: The project to be built.

    Yields:
        The project's mkdocs.yml; where it has none, a file that lasts as long as the context
        and holds our settings with no hand-written page.
    """
    own = project.root / "mkdocs.yml"
    if own.is_file():
        yield own
        return
    with TemporaryDirectory(prefix="kehoach-") as folder:
        docs = Path(folder) / "docs"
        docs.mkdir()
        stand_in = Path(folder) / "mkdocs.yml"
        stand_in.write_text(
            _INHERITING.format(base=_quoted(BASE), docs=_quoted(docs), root=_quoted(project.root)),
            encoding="utf-8",
        )
        yield stand_in


def _quoted(path: Path) -> str:
    return "'" + str(path.resolve()).replace("'", "''") + "'"
