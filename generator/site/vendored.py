"""Files of other projects that the site ships: locked in `package-lock.json`, copied when installing.

`make site` lets npm fetch the locked packages, checks their hashes, and runs this module, which
copies just the files named here into `generator/site/vendor/` and cuts the typeface down to what
the site needs. They are no part of the repository, but of the built wheel; nothing is fetched
when a site is built or read.
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.site.fonts import make_fonts

FOLDER = Path(__file__).parent / "vendor"


@dataclass(frozen=True, slots=True)
class Vendored:
    """A file of another project.

    Attributes:
        name: Its name in the vendor folder.
        package: npm package that holds it.
        path: Its path in that package.
        ours: Addresses of other hosts in it, and the files of ours that stand in for them; other
            words that do not fit our files.
    """

    name: str
    package: str
    path: str
    ours: tuple[tuple[str, str], ...] = ()


_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
_LATIN = "unicode-range:U+0000-00FF,"
_VIETNAMESE = (
    "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+1EA0-1EF9"
)
"""Letters that the desk's own typeface has in another file, and ours in the same."""

VENDORED: tuple[Vendored, ...] = (
    Vendored("minisearch.js", "minisearch", "dist/umd/index.js"),
    Vendored("minisearch.LICENSE.txt", "minisearch", "LICENSE.txt"),
    Vendored("js-yaml.mjs", "js-yaml", "dist/js-yaml.mjs"),
    Vendored("js-yaml.LICENSE.txt", "js-yaml", "LICENSE"),
    Vendored(
        "sveltia-cms.mjs",
        "@sveltia/cms",
        "dist/sveltia-cms.mjs",
        (
            (f"{_FONTS}material-symbols-outlined:vf@5.3.7/latin-wght-normal", "material-symbols"),
            (f"{_FONTS}noto-mono@5.3.0/latin-400-normal", "be-vietnam-pro-400"),
            (f"{_FONTS}source-sans-3:vf@5.3.0/latin-wght-normal", "be-vietnam-pro-400"),
            (_LATIN, f"{_LATIN} {_VIETNAMESE},"),
            ("https://unpkg.com/@sveltia/cms", "sveltia"),
        ),
    ),
    Vendored("sveltia-cms.package.json", "@sveltia/cms", "package.json"),
    Vendored("sveltia-cms.vi.json", "@sveltia/cms", "locales/vi.json"),
    Vendored("sveltia-cms.LICENSE.txt", "@sveltia/cms", "LICENSE.txt"),
    Vendored(
        "material-symbols.woff2",
        "@fontsource-variable/material-symbols-outlined",
        "files/material-symbols-outlined-latin-wght-normal.woff2",
    ),
    Vendored(
        "material-symbols.LICENSE.txt", "@fontsource-variable/material-symbols-outlined", "LICENSE"
    ),
    Vendored("be-vietnam-pro.LICENSE.txt", "@fontsource/be-vietnam-pro", "LICENSE"),
)
"""What is copied, licences included."""


def copy_all(packages: Path, folder: Path = FOLDER) -> None:
    """Copy every file of `VENDORED`, and make the fonts.

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
        (folder / file.name).write_bytes(_with_ours(file, source.read_bytes()))
    for name, content in make_fonts(packages).items():
        (folder / name).write_bytes(content)


def _with_ours(file: Vendored, content: bytes) -> bytes:
    for theirs, ours in file.ours:
        if theirs.encode() not in content:
            raise UsageError(f"«{file.package}» không còn nhắc tới «{theirs}»; hãy xem lại.")
        content = content.replace(theirs.encode(), ours.encode())
    return content


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
