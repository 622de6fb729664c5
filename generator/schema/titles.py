"""What each kind of file and each object in it is called, for readers of the JSON Schema.

The descriptions of keys stand in the models; those of whole objects stand here, because the
models' docstrings are for developers.
"""

from typing import NamedTuple


class Title(NamedTuple):
    """Name and explanation of an object, in Vietnamese."""

    title: str
    description: str


TITLES: dict[str, Title] = {
    "PlanMeta": Title(
        "Thẻ văn bản của kế hoạch",
        "Tệp plan.yaml: văn bản nào, của ai, ban hành khi nào, và đã mã hóa được tới đâu.",
    ),
    "Signer": Title("Người ký", "Ai ký văn bản, với chức vụ gì."),
    "Citation": Title("Trích dẫn văn bản", "Một văn bản trong sổ văn bản, như kế hoạch này dẫn."),
    "Source": Title("Văn bản nguồn", "Bản văn bản đã được mã hóa lấy từ đâu."),
    "Coverage": Title("Mức độ mã hóa", "Một phần của văn bản đã có trong dữ liệu tới đâu."),
    "Note": Title("Ghi chú", "Điều người đọc cần biết, bằng lời người biên tập."),
    "Objectives": Title(
        "Quan điểm và mục tiêu", "Tệp objectives.yaml: quan điểm, mục tiêu chung, mục tiêu cụ thể."
    ),
    "Objective": Title("Mục tiêu", "Một quan điểm, mục tiêu chung hoặc mục tiêu cụ thể."),
    "StatedTarget": Title(
        "Con số trong lời văn", "Con số mà lời văn nhắc lại, để đối chiếu với bảng chỉ tiêu."
    ),
    "Indicators": Title("Các chỉ tiêu", "Tệp indicators.yaml: bảng chỉ tiêu của kế hoạch."),
    "Indicator": Title("Chỉ tiêu", "Một chỉ tiêu, với hiện trạng và các mục tiêu theo năm."),
    "Observation": Title("Hiện trạng", "Giá trị đo được trước khi có kế hoạch."),
    "Target": Title("Mục tiêu của chỉ tiêu", "Giá trị phải đạt trong một năm hoặc một giai đoạn."),
    "Actions": Title(
        "Nhiệm vụ, giải pháp trong lời văn",
        "Tệp actions.yaml: các nhóm nhiệm vụ, giải pháp mà phần lời văn nêu.",
    ),
    "ActionGroup": Title(
        "Nhóm nhiệm vụ, giải pháp", "Một đề mục trong lời văn, với các nội dung bên dưới."
    ),
    "ActionItem": Title("Nội dung công việc", "Một việc được nêu tên trong lời văn."),
    "Announced": Title(
        "Số lượng báo trước", "Số nội dung mà văn bản báo trước, để đếm lại với phần liệt kê."
    ),
    "Annex": Title(
        "Phụ lục", "Tệp annexes/<tên>.yaml: một bảng nhóm và nhiệm vụ của văn bản, với tổng như in."
    ),
    "Column": Title("Cột tiền", "Một cột số tiền của bảng: theo năm, giai đoạn, nguồn, hoặc tổng."),
    "Group": Title("Nhóm", "Dòng đứng đầu các dòng khác của bảng."),
    "Task": Title("Nhiệm vụ", "Dòng là một việc phải làm."),
    "Schedule": Title(
        "Thời gian ghi tay",
        "Thời gian do người biên tập ghi khi câu chữ trong văn bản không đủ rõ.",
    ),
    "Budget": Title(
        "Kinh phí trong lời văn",
        "Tệp budget.yaml: các tổng số tiền và nguồn kinh phí mà lời văn nêu.",
    ),
    "BudgetStatement": Title("Khoản kinh phí", "Một tổng số tiền trong lời văn."),
    "AnnexTotal": Title("Tổng của phụ lục", "Một tổng in trong phụ lục, được cộng vào khoản này."),
    "FundingSource": Title("Nguồn kinh phí", "Tiền lấy từ đâu."),
    "Organisation": Title(
        "Tổ chức thực hiện", "Tệp organisation.yaml: ai làm gì, ai báo cáo khi nào."
    ),
    "Duty": Title("Trách nhiệm", "Việc mà văn bản giao cho một cơ quan hoặc nhiều cơ quan."),
    "Report": Title("Báo cáo", "Một báo cáo phải gửi."),
    "Waivers": Title(
        "Sai lệch giữ nguyên",
        "Tệp waivers.yaml: các sai lệch của văn bản gốc được giữ nguyên và nói rõ cho người đọc.",
    ),
    "Waiver": Title(
        "Sai lệch giữ nguyên", "Chấp nhận một điều kiểm tra báo, chừng nào các con số còn như cũ."
    ),
    "Provinces": Title("Sổ tỉnh, thành phố", "Tệp provinces.yaml: các tỉnh, thành phố theo mã."),
    "Province": Title("Tỉnh, thành phố", "Một tỉnh hay thành phố trong một khoảng thời gian."),
    "Agencies": Title("Sổ cơ quan", "Tệp agencies.yaml: các cơ quan theo mã, chung cho mọi tỉnh."),
    "Agency": Title("Cơ quan", "Một cơ quan chủ trì, phối hợp hoặc ban hành."),
    "Documents": Title("Sổ văn bản", "Tệp documents.yaml: các văn bản được dẫn, theo mã."),
    "LegalDocument": Title("Văn bản", "Một văn bản mà các kế hoạch dẫn."),
    "Units": Title("Sổ đơn vị tính", "Tệp units.yaml: các đơn vị đo và đơn vị tiền, theo mã."),
    "Unit": Title("Đơn vị tính", "Một đơn vị đo hoặc đơn vị tiền."),
    "Concepts": Title(
        "Sổ khái niệm chỉ tiêu",
        "Tệp concepts.yaml: những gì chỉ tiêu của các tỉnh cùng đo, để so sánh được với nhau.",
    ),
    "Concept": Title("Khái niệm chỉ tiêu", "Một điều mà chỉ tiêu của nhiều tỉnh cùng đo."),
}
"""Model's class name to its title."""
