"""Opens the zip archive that a .docx or .xlsx is, after looking at everything that could harm.

Such a file comes from strangers. Before any library sees it: the archive must be whole, its
contents bounded when unpacked (a zip bomb is refused by the sizes that its directory claims, and
Python's reader gives no more bytes than claimed), and every XML part well-formed and without a
document type, so that no entity exists that could grow or reach for another file.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from generator.authoring.importing.errors import ImportRefusedError

MOST_BYTES = 32 * 2**20
"""Of the file itself."""

MOST_UNPACKED = 128 * 2**20
"""Of everything in the archive; pictures count too."""

MOST_XML = 48 * 2**20
"""Of one XML part."""

MOST_PARTS = 2000
"""In the archive."""

DEEPEST = 200
"""Levels of elements within elements; the library's own limit is 256."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_XML_NAME = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
_STRANGE_ROOT = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<")


def open_archive(name: str, content: bytes) -> zipfile.ZipFile:
    """Open a .docx or .xlsx that is safe to read.

    Args:
        name: Name of the file, for messages.
        content: Its bytes.

    Returns:
        The archive.

    Raises:
        ImportRefusedError: It is something else, damaged, encrypted, too large when unpacked, or
            holds XML that a program of office documents never writes.
    """
    if content.startswith(_OLD_OFFICE):
        raise ImportRefusedError(
            f"«{name}» là tệp có mật khẩu hoặc tệp Word, Excel đời cũ. Hãy mở bằng Word hoặc Excel, "
            "bỏ mật khẩu, lưu thành .docx hoặc .xlsx rồi nhập lại."
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_sizes(name, archive)
        for part in archive.infolist():
            _check_part(name, archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise damaged(name) from error
    except (ValueError, RuntimeError, OverflowError) as error:  # names and flags that lie
        raise damaged(name) from error
    return archive


def damaged(name: str) -> ImportRefusedError:
    """What to say about a file that is not what its name says."""
    return ImportRefusedError(
        f"Không đọc được «{name}»: tệp hỏng, hoặc không đúng là loại tệp mà đuôi tên nói. Hãy mở "
        "bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx rồi nhập lại."
    )


def _check_sizes(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise ImportRefusedError(f"«{name}» gồm {len(parts)} phần, quá mức {MOST_PARTS}.")
    total = sum(part.file_size for part in parts)
    largest = max((p.file_size for p in parts if _XML_NAME.search(p.filename)), default=0)
    if total > MOST_UNPACKED or largest > MOST_XML:
        raise ImportRefusedError(
            f"«{name}» bung ra thành {max(total, largest) // 2**20} MiB, quá mức cho phép "
            f"({MOST_UNPACKED // 2**20} MiB cả tệp, {MOST_XML // 2**20} MiB một phần). Hãy chép riêng "
            "bảng cần nhập sang một tệp mới."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ImportRefusedError(f"«{name}» có mật khẩu. Hãy bỏ mật khẩu rồi nhập lại.")


def _check_part(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read a part once: its bytes must be those that its checksum promises."""
    content = archive.read(part)
    if _XML_NAME.search(part.filename):
        _check_xml(name, part.filename, content)
    elif _STRANGE_ROOT.match(content) and b"<!DOCTYPE" in content.replace(b"\x00", b""):
        raise _unusual(name, part.filename)


def _check_xml(name: str, part: str, content: bytes) -> None:
    parser = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> None:
        raise _unusual(name, part)

    def open_element(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _unusual(name, part)

    def close_element(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError) as error:  # the latter for a coding that no one knows
        raise damaged(name) from error


def _unusual(name: str, part: str) -> ImportRefusedError:
    return ImportRefusedError(
        f"«{name}» có phần «{part}» khai báo kiểu tài liệu hoặc lồng quá sâu, điều mà Word và Excel "
        "không bao giờ ghi. Tệp không đáng tin nên không được mở."
    )
