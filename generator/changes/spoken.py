"""Addresses of the data in words, for sentences that readers of the site see."""

from collections.abc import Iterator, Mapping

_PARTS: Mapping[str, str] = {
    "annexes": "bảng",
    "indicators": "chỉ tiêu",
    "objectives": "mục tiêu",
    "actions": "nhiệm vụ trong lời văn",
    "budget": "kinh phí",
    "organisation": "tổ chức thực hiện",
    "plan": "thông tin chung",
}
_BELOW: Mapping[str, str] = {
    "rows": "dòng",
    "groups": "nhóm",
    "items": "nội dung",
    "amounts": "cột",
    "stated": "tổng in, cột",
    "columns": "cột",
    "targets": "mục tiêu",
    "baselines": "hiện trạng",
    "states": "con số",
    "statements": "khoản",
    "sources": "nguồn",
    "duties": "trách nhiệm",
    "reporting": "báo cáo",
    "schedule": "thời gian",
    "words": "số tiền bằng chữ",
    "amount": "số tiền",
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "title": "tên",
    "text": "chữ in",
    "value": "con số",
    "announced": "số lượng báo trước",
}
_LISTS = frozenset({"indicators", "objectives", "actions", "budget", "organisation"})


def spoken(address: str) -> str:
    """Say where a value stands.

    Args:
        address: Its address: `annexes/phu-luc-1-1/rows/V/rows/21/amounts/y2025`.

    Returns:
        `bảng phu-luc-1-1, dòng V, dòng 21, cột y2025`. Ids stay as they are: they are what the
        document's own numbers are called in the data. Words that are not known stay too.
    """
    part, *keys = address.split("/")
    if part in _LISTS and keys[:1] == [part]:
        keys = keys[1:]
    return ", ".join(" ".join(step) for step in _steps([part, *keys]))


def _steps(keys: list[str]) -> Iterator[tuple[str, ...]]:
    words = {0: _PARTS}
    at = 0
    while at < len(keys):
        word = words.get(at, _BELOW).get(keys[at])
        takes = word is not None and at + 1 < len(keys) and keys[at + 1] not in _BELOW
        yield (word or keys[at], keys[at + 1]) if takes else (word or keys[at],)
        at += 2 if takes else 1
