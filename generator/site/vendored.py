"""Files of other projects that the site ships: locked in `package-lock.json`, copied when installing.

`make site` lets npm fetch the locked packages, checks their hashes, and runs this module, which
copies just the files named here into `generator/site/vendor/`. They are no part of the
repository, but of the built wheel; nothing is fetched when a site is built or read.
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError

FOLDER = Path(__file__).parent / "vendor"


@dataclass(frozen=True, slots=True)
class Vendored:
    """A file of another project.

    Attributes:
        name: Its name in the vendor folder.
        package: npm package that holds it.
        path: Its path in that package.
    """

    name: str
    package: str
    path: str


VENDORED: tuple[Vendored, ...] = (
    Vendored("minisearch.js", "minisearch", "dist/umd/index.js"),
    Vendored("minisearch.LICENSE.txt", "minisearch", "LICENSE.txt"),
)
"""What is copied, licences included."""


def copy_all(packages: Path, folder: Path = FOLDER) -> None:
    """Copy every file of `VENDORED`.

    Args:
        packages: A `node_modules` folder.
        folder: Folder to fill; emptied first.

    Raises:
        UsageError: A package lacks one of the files.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in VENDORED:
        source = packages / file.package / file.path
        if not source.is_file():
            raise UsageError(f"Không thấy «{source}». Hãy chạy «npm ci --ignore-scripts» trước.")
        shutil.copyfile(source, folder / file.name)


def vendored(name: str) -> Path:
    """Find a file of another project.

    Args:
        name: Its name in the vendor folder.

    Returns:
        Its path.

    Raises:
        UsageError: It has not been copied yet.
    """
    file = FOLDER / name
    if not file.is_file():
        raise UsageError(
            f"Thiếu tệp «{name}» của trang web trong «{FOLDER}». Hãy chạy «make site» để cài."
        )
    return file


if __name__ == "__main__":
    copy_all(Path(sys.argv[1]))
