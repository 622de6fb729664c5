"""Rules about waivers themselves: acceptance that no longer fits is as wrong as the discrepancy."""

from generator.diagnostics import Rule, Severity

WAIVER_MATCHES_NOTHING = Rule(
    "W101",
    "waiver-matches-nothing",
    Severity.ERROR,
    """Mục chấp nhận sai lệch không còn khớp với kết quả kiểm tra nào

Mỗi mục trong waivers.yaml chấp nhận đúng một sai lệch: cùng mã quy tắc và cùng chỗ. Quy tắc này báo lỗi khi không có kết quả kiểm tra nào mang mã đó ở chỗ đó.

Vì sao: một mục chấp nhận còn nằm lại sau khi sai lệch đã hết, hoặc chỉ nhầm chỗ, sẽ che mất sai lệch khác xuất hiện ở đó về sau, và làm người đọc tưởng văn bản gốc vẫn sai.

Cách sửa: nếu sai lệch không còn thì xóa mục đó khỏi waivers.yaml. Nếu chỉ chép nhầm chỗ hoặc số thứ tự trong bảng đã đổi thì chép lại mã và dòng «chỗ» từ kết quả kiểm tra.
""",
)

WAIVER_FIGURES_CHANGED = Rule(
    "W102",
    "waiver-figures-changed",
    Severity.ERROR,
    """Con số trong mục chấp nhận khác với con số kiểm tra thấy

Mục chấp nhận ghi lại con số văn bản in (stated) và con số tính được (computed) tại thời điểm chấp nhận. Quy tắc này so hai số đó với hai số mà kiểm tra thấy bây giờ; chỉ khi cả hai bằng nhau, hoặc cả hai bên cùng không có số, thì sai lệch mới được coi là đã chấp nhận.

Vì sao: người chấp nhận chỉ chấp nhận đúng sai lệch mà họ đã đọc. Khi dữ liệu đổi, sai lệch có thể lớn hơn hoặc thành chuyện khác, nên phải có người đọc lại.

Cách sửa: đọc lại văn bản gốc ở chỗ đó. Nếu dữ liệu vừa bị gõ sai thì sửa dữ liệu. Nếu sai lệch mới đúng là của văn bản gốc thì ghi lại stated và computed theo kết quả kiểm tra và xem lại lý do.
""",
)

WAIVER_REPEATED = Rule(
    "W103",
    "waiver-repeated",
    Severity.ERROR,
    """Một sai lệch được chấp nhận hai lần

Hai mục trong waivers.yaml mang cùng mã quy tắc, cùng chỗ và cùng con số.

Vì sao: hai mục cho một sai lệch có thể ghi hai lý do khác nhau, và người đọc không biết lý do nào đúng.

Cách sửa: giữ lại một mục với lý do đầy đủ, xóa mục kia.
""",
)

WAIVER_RULES: tuple[Rule, ...] = (
    WAIVER_MATCHES_NOTHING,
    WAIVER_FIGURES_CHANGED,
    WAIVER_REPEATED,
)
