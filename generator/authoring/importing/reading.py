"""Chooses the reader of a file by its suffix."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from generator.authoring.importing.delimited import read_delimited
from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.excel import read_excel
from generator.authoring.importing.plain import read_plain
from generator.authoring.importing.source import Source
from generator.authoring.importing.word import read_word
from generator.errors import UsageError

MOST_BYTES: Final = 32 * 2**20
"""Of the file."""

_OF_TEXT: Final[Mapping[str, Callable[[str, str], Source]]] = MappingProxyType(
    {".csv": read_delimited, ".tsv": read_delimited, ".txt": read_plain, ".md": read_plain}
)
_OF_BYTES: Final[Mapping[str, Callable[[str, bytes], Source]]] = MappingProxyType(
    {".docx": read_word, ".xlsx": read_excel}
)
SUFFIXES: Final = (*_OF_BYTES, *_OF_TEXT)

_INSTEAD: Final = MappingProxyType(
    {
        ".doc": "Mở bằng Word, chọn Lưu thành (Save As) «Tài liệu Word (.docx)», rồi nhập tệp .docx.",
        ".docm": "Mở bằng Word, chọn Lưu thành (Save As) «Tài liệu Word (.docx)», rồi nhập tệp .docx.",
        ".odt": "Mở bằng LibreOffice hoặc Word, lưu thành .docx, rồi nhập tệp .docx.",
        ".rtf": "Mở bằng Word, lưu thành .docx, rồi nhập tệp .docx.",
        ".xls": "Mở bằng Excel, chọn Lưu thành (Save As) «Sổ tính Excel (.xlsx)», rồi nhập tệp .xlsx.",
        ".xlsm": "Mở bằng Excel, chọn Lưu thành (Save As) «Sổ tính Excel (.xlsx)», rồi nhập tệp .xlsx.",
        ".xlsb": "Mở bằng Excel, chọn Lưu thành (Save As) «Sổ tính Excel (.xlsx)», rồi nhập tệp .xlsx.",
        ".ods": "Mở bằng LibreOffice hoặc Excel, lưu thành .xlsx, rồi nhập tệp .xlsx.",
        ".pdf": "Tìm bản Word của văn bản. Chỉ có PDF thì mở bằng Word (Word chuyển được sang .docx), "
        "đối chiếu lại bảng với bản PDF, rồi nhập tệp .docx.",
    }
)


def read_source(name: str, content: bytes) -> Source:
    """Read a file.

    Args:
        name: Its name; the suffix says what it is.
        content: Its bytes.

    Returns:
        Lines and tables of cells.

    Raises:
        UsageError: Files of this kind are not read; the message says what to do instead.
        ImportRefusedError: The file is damaged, unsafe or too large.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _OF_BYTES:
        return _OF_BYTES[suffix](name, content)
    if suffix in _OF_TEXT:
        return _OF_TEXT[suffix](name, decoded(name, content))
    known = ", ".join(SUFFIXES)
    advice = _INSTEAD.get(suffix, f"Lệnh này đọc được {known}.")
    raise UsageError(f"Không nhập được tệp «{name}» loại {suffix or 'không có đuôi'}. {advice}")


def decoded(name: str, content: bytes) -> str:
    """Text of a file in UTF-8 or in UTF-16 with its mark.

    Args:
        name: Name of the file, for messages.
        content: Its bytes.

    Returns:
        The text without a byte order mark.

    Raises:
        ImportRefusedError: The bytes are neither.
    """
    coding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(coding)
    except UnicodeDecodeError as error:
        raise ImportRefusedError(
            f"«{name}» không phải tệp chữ UTF-8. Từ Excel, chọn Lưu thành «CSV UTF-8» hoặc «.xlsx»; "
            "từ trình soạn thảo, lưu lại với bảng mã UTF-8."
        ) from error
    if "\x00" in text:
        raise ImportRefusedError(f"«{name}» không phải tệp chữ mà là tệp nhị phân.")
    return text
