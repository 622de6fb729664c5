"""What each key of a record is called in a sentence, and how much a change of it matters."""

from generator.changes.kinds import Kind
from generator.model import Record

_LABELS: dict[str, str] = {
    "adds": "các cột được cộng",
    "agency": "tên cơ quan",
    "aliases": "các cách viết khác",
    "amount": "số tiền",
    "amounts": "số tiền",
    "annex": "phụ lục được cộng",
    "announced": "số lượng báo trước",
    "area": "tỉnh được đo",
    "better": "chiều tốt",
    "code": "số thứ tự",
    "collective": "tên chỉ chung",
    "column": "cột được cộng",
    "comparator": "kiểu so sánh",
    "computed": "số tính được",
    "concept": "khái niệm để so sánh",
    "condition": "điều kiện",
    "coordinators": "ô cơ quan phối hợp",
    "count": "số lượng",
    "cycle": "chu kỳ báo cáo",
    "days": "ngày báo cáo như in",
    "definition": "định nghĩa",
    "description": "mô tả bản nguồn",
    "document": "văn bản",
    "due": "ngày hạn",
    "effective_on": "ngày có hiệu lực",
    "end": "năm kết thúc",
    "factor_vnd": "giá trị quy ra đồng",
    "from": "cơ quan báo cáo",
    "group": "ký hiệu nhóm",
    "group_by": "cách chia nhóm",
    "id": "mã",
    "implements": "văn bản được thực hiện",
    "indicator": "chỉ tiêu",
    "indicators": "các chỉ tiêu được nêu",
    "issued_on": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "kind": "loại",
    "label": "tiêu đề",
    "lead": "ô cơ quan chủ trì",
    "legal_bases": "căn cứ",
    "name": "tên",
    "not_comparable": "lý do không so sánh được",
    "note": "ghi chú của người biên tập",
    "number": "số, ký hiệu",
    "of": "cái được đếm",
    "owner": "ô cơ quan theo dõi",
    "part_of": "khoản lớn hơn",
    "path": "chỗ",
    "per_year": "tính cho từng năm",
    "period": "kỳ",
    "place": "chỗ trong văn bản",
    "predecessors": "tiền thân",
    "previous_ids": "địa chỉ cũ",
    "rank": "thứ hạng",
    "rank_of": "số đơn vị được xếp hạng",
    "reason": "lý do",
    "recurrence": "chu kỳ",
    "remark": "ô ghi chú",
    "replaced_by": "văn bản thay thế",
    "replaces": "văn bản bị thay thế",
    "requested": "hình thức giao việc",
    "result": "ô sản phẩm, kết quả",
    "role": "chức vụ",
    "schedule": "ô thời gian",
    "schedule_as": "thời gian ghi tay",
    "schedule_in": "chỗ ghi thời gian",
    "schedule_means": "nghĩa của cột thời gian",
    "short_title": "tên ngắn",
    "signer": "người ký",
    "source": "nguồn",
    "sources_of": "khoản mà các nguồn hợp thành",
    "start": "năm bắt đầu",
    "state": "mức độ",
    "stated": "tổng như in",
    "states": "con số trong lời văn",
    "summary": "tóm tắt của người biên tập",
    "task": "số thứ tự",
    "text": "câu chữ như in",
    "theme": "nhóm chỉ tiêu",
    "title": "tên",
    "to": "nơi nhận báo cáo",
    "total_label": "nhãn dòng tổng",
    "unit": "đơn vị",
    "url": "địa chỉ bản nguồn",
    "valid_from": "ngày hình thành",
    "valid_to": "ngày cuối cùng tồn tại",
    "value": "giá trị",
    "value_max": "số trên của khoảng",
    "vision_year": "năm tầm nhìn",
    "wording": "cách ghi",
    "words": "số tiền bằng chữ",
}
_LABELS_OF: dict[tuple[str, str], str] = {
    ("Objective", "kind"): "loại mục tiêu",
    ("Objective", "text"): "nội dung",
    ("PlanMeta", "kind"): "loại văn bản",
    ("PlanMeta", "period"): "giai đoạn",
    ("PlanMeta", "source"): "bản nguồn",
    ("Signer", "name"): "tên người ký",
    ("Column", "source"): "nguồn vốn",
    ("Column", "period"): "năm hoặc giai đoạn",
    ("Waiver", "stated"): "số văn bản in",
    ("Waiver", "source"): "dẫn chứng",
    ("Waiver", "code"): "mã quy tắc",
    ("Note", "text"): "nội dung",
    ("Report", "text"): "tóm tắt của người biên tập",
    ("Report", "due"): "ngày báo cáo cụ thể",
    ("LegalDocument", "issuer"): "cơ quan ban hành, như in",
    ("Province", "code"): "mã hành chính",
    ("Province", "document"): "văn bản thành lập",
    ("BudgetStatement", "adds"): "các tổng được cộng",
    ("Coverage", "note"): "ghi chú về mức độ mã hóa",
}

_MEANING: frozenset[tuple[str, str]] = frozenset(
    {
        ("Annex", "unit"),
        ("Annex", "group_by"),
        ("Annex", "schedule_in"),
        ("Annex", "schedule_means"),
        ("Column", "adds"),
        ("Column", "period"),
        ("Column", "source"),
        ("Indicator", "unit"),
        ("Indicator", "better"),
        ("BudgetStatement", "unit"),
        ("BudgetStatement", "part_of"),
        ("AnnexTotal", "annex"),
        ("AnnexTotal", "column"),
        ("FundingSource", "unit"),
        ("Budget", "sources_of"),
        ("Unit", "factor_vnd"),
        ("Unit", "kind"),
        ("Concept", "unit"),
        ("Concept", "better"),
    }
)
"""Keys by which figures that did not change mean something else."""

_BESIDE = frozenset({"note", "summary", "definition", "description"})
"""Keys whose words are the editors' own."""
_BESIDE_OF = frozenset(
    {("Report", "text"), ("Note", "text"), ("Note", "place"), ("Task", "remark")}
)
_REGISTERED = frozenset({"Province", "Agency", "LegalDocument", "Unit", "Concept"})
_OF_CARD = frozenset({"PlanMeta", "Signer", "Source", "Citation"})


def label_of(record: type[Record], key: str) -> str:
    """What a key is called: `ô sản phẩm, kết quả`; the key itself where nobody has named it."""
    return _LABELS_OF.get((record.__name__, key)) or _LABELS.get(key, f"khóa «{key}»")


def weight_of(record: type[Record], key: str) -> Kind:
    """How much a change of a value matters that has no kind of its own.

    Args:
        record: The record that holds it.
        key: Its key.

    Returns:
        The kind of the change.
    """
    name = record.__name__
    if (name, key) in _MEANING:
        return Kind.MEANING_CHANGED
    if key in _BESIDE or (name, key) in _BESIDE_OF:
        return Kind.TEXT_CHANGED
    if name == "Waiver":
        return Kind.WAIVER_CHANGED
    if name in _REGISTERED:
        return Kind.REGISTRY_CHANGED
    if name in _OF_CARD:
        return Kind.CARD_CHANGED
    return Kind.COVERAGE_CHANGED if name == "Coverage" else Kind.CONTENT_CHANGED
