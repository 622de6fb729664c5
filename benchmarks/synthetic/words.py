"""The words of which the made-up plans are put together."""

from typing import Final

TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "chuyển đổi số": (
        "nền tảng tích hợp, chia sẻ dữ liệu dùng chung",
        "kho dữ liệu hồ sơ, giấy tờ điện tử của công dân",
        "hệ thống họp trực tuyến hai cấp tỉnh, xã",
        "hệ thống thông tin báo cáo theo thời gian thực",
        "ứng dụng trên điện thoại dành cho người dân",
        "trung tâm giám sát, điều hành thông minh",
        "mạng truyền số liệu chuyên dùng",
        "hệ thống chữ ký số của cán bộ, công chức",
        "cổng dữ liệu mở của tỉnh",
        "hệ thống phòng, chống tấn công mạng nhiều lớp",
    ),
    "phát triển kinh tế nông nghiệp, nông thôn": (
        "vùng nguyên liệu tập trung gắn với chế biến",
        "hệ thống truy xuất nguồn gốc nông sản",
        "mô hình canh tác giảm phát thải",
        "chuỗi liên kết giữa hợp tác xã và doanh nghiệp",
        "hệ thống thủy lợi nội đồng và trạm bơm",
        "cơ sở dữ liệu giống cây trồng, vật nuôi",
        "mã số vùng trồng, vùng nuôi",
        "nhãn hiệu chung cho sản phẩm đặc trưng",
        "kho lạnh và điểm sơ chế sau thu hoạch",
        "dịch vụ thú y, bảo vệ thực vật ở cơ sở",
    ),
    "chăm sóc sức khỏe Nhân dân": (
        "hồ sơ sức khỏe điện tử của mỗi người dân",
        "trạm y tế xã theo mô hình bác sĩ gia đình",
        "hệ thống hội chẩn, khám bệnh từ xa",
        "đơn vị cấp cứu ngoài bệnh viện",
        "mạng lưới tiêm chủng và dinh dưỡng cộng đồng",
        "kho thuốc, vật tư y tế dự phòng",
        "chương trình sàng lọc bệnh không lây nhiễm",
        "bệnh án điện tử tại các bệnh viện công lập",
        "trung tâm xét nghiệm, kiểm chuẩn của tỉnh",
        "dịch vụ chăm sóc người cao tuổi tại nhà",
    ),
    "đổi mới giáo dục và đào tạo": (
        "phòng học, thư viện và nhà vệ sinh trường học",
        "học liệu số dùng chung cho giáo viên",
        "chương trình giáo dục nghề nghiệp gắn với việc làm",
        "hệ thống khảo sát chất lượng học tập",
        "lớp học ngoại ngữ và tin học ở vùng xa",
        "mạng lưới trường mầm non khu công nghiệp",
        "học bạ điện tử và sổ theo dõi học sinh",
        "câu lạc bộ khoa học, kỹ thuật trong nhà trường",
        "bữa ăn bán trú và y tế học đường",
        "chương trình bồi dưỡng cán bộ quản lý giáo dục",
    ),
    "phát triển du lịch và văn hóa": (
        "tuyến du lịch liên kết các di tích",
        "bản đồ số về di sản và điểm đến",
        "làng nghề, làng du lịch cộng đồng",
        "hệ thống thuyết minh nhiều ngôn ngữ",
        "thiết chế văn hóa, thể thao ở thôn, tổ dân phố",
        "lễ hội truyền thống và chợ phiên",
        "kho tư liệu số của bảo tàng, thư viện",
        "bến thuyền, bãi đỗ xe tại các khu du lịch",
        "đội ngũ hướng dẫn viên tại điểm",
        "chương trình biểu diễn nghệ thuật dân gian",
    ),
    "bảo vệ môi trường, thích ứng với biến đổi khí hậu": (
        "trạm quan trắc không khí, nước mặt tự động",
        "khu xử lý chất thải rắn liên huyện",
        "hệ thống thu gom nước thải đô thị",
        "rừng phòng hộ và hành lang đa dạng sinh học",
        "bản đồ nguy cơ ngập lụt, sạt lở",
        "hệ thống cảnh báo sớm thiên tai",
        "chương trình phân loại rác tại nguồn",
        "hồ điều hòa và công viên cây xanh",
        "cụm công nghiệp tuần hoàn, ít phát thải",
        "kiểm kê khí nhà kính ở các cơ sở lớn",
    ),
    "cải cách hành chính": (
        "quy trình giải quyết thủ tục không phụ thuộc địa giới",
        "bộ phận một cửa cấp xã",
        "kênh tiếp nhận phản ánh, kiến nghị",
        "bộ chỉ số đo lường sự hài lòng của người dân",
        "cơ sở dữ liệu cán bộ, công chức, viên chức",
        "kho kết quả thủ tục hành chính đã số hóa",
        "đề án vị trí việc làm của các cơ quan",
        "quy chế phối hợp giữa các sở, ngành",
        "danh mục thủ tục được cắt giảm, đơn giản hóa",
        "hệ thống đánh giá công chức hằng tháng",
    ),
    "phát triển công nghiệp và hạ tầng": (
        "khu công nghiệp, cụm công nghiệp kiểu mới",
        "tuyến đường kết nối cảng và cửa khẩu",
        "trạm biến áp và lưới điện trung áp",
        "bến xe, điểm trung chuyển hàng hóa",
        "nhà ở xã hội cho công nhân",
        "mạng lưới trạm sạc xe điện",
        "trung tâm dịch vụ hậu cần",
        "hệ thống chiếu sáng tiết kiệm điện",
        "nhà máy nước sạch liên xã",
        "chương trình hỗ trợ công nghiệp phụ trợ",
    ),
}
"""What plans are about, and the things that their tasks work on."""

SHORT: Final = (
    "Xây dựng", "Nâng cấp", "Hoàn thiện", "Mở rộng", "Thí điểm", "Đầu tư", "Rà soát", "Triển khai",
    "Vận hành", "Duy trì và phát triển", "Ban hành kế hoạch phát triển", "Tổ chức lại", "Bảo trì",
)  # fmt: skip
"""What is done."""

WHERE: Final = (
    "tại các xã, phường", "ở vùng sâu, vùng xa và biên giới", "trong các cơ quan nhà nước của tỉnh",
    "trên địa bàn toàn tỉnh", "tại các khu công nghiệp", "ở khu vực đô thị", "ở khu vực nông thôn",
    "tại mười xã làm điểm", "trong các đơn vị sự nghiệp công lập", "ở các xã đảo, xã ven biển",
    "tại trung tâm hành chính mới", "ở các thôn, tổ dân phố", "trong vùng đồng bào dân tộc thiểu số",
)  # fmt: skip
"""Where it is done."""

WHAT_FOR: Final = (
    "nhằm rút ngắn thời gian đi lại, chờ đợi của người dân và doanh nghiệp",
    "bảo đảm kết nối với hệ thống của các bộ, ngành trung ương",
    "gắn với sắp xếp đơn vị hành chính và mô hình chính quyền hai cấp",
    "theo hướng dùng chung, tránh đầu tư trùng lặp",
    "để phục vụ theo dõi, đánh giá kết quả hằng năm",
    "ưu tiên hộ nghèo, hộ cận nghèo và đối tượng chính sách",
    "với sự tham gia của doanh nghiệp và các tổ chức xã hội",
    "bảo đảm an toàn thông tin và bảo vệ dữ liệu cá nhân",
    "góp phần nâng cao chất lượng sống của Nhân dân",
    "làm cơ sở nhân rộng ra toàn tỉnh ở giai đoạn sau",
    "phù hợp với quy hoạch tỉnh đã được phê duyệt",
    "đáp ứng yêu cầu quản lý trong tình hình mới",
    "kết hợp nguồn vốn ngân sách với nguồn xã hội hóa",
)  # fmt: skip
"""To what end."""

ALSO: Final = (
    "đào tạo người vận hành và hỗ trợ kỹ thuật ban đầu",
    "khảo sát hiện trạng, lập danh mục ưu tiên",
    "sơ kết, rút kinh nghiệm sau mỗi năm thực hiện",
    "công khai kết quả trên cổng thông tin điện tử",
    "lấy ý kiến của người sử dụng trước khi nhân rộng",
    "kiểm tra, nghiệm thu theo từng giai đoạn",
    "thuê dịch vụ bảo trì và giám sát độc lập",
    "phối hợp với các tỉnh lân cận để dùng chung nguồn lực",
)  # fmt: skip
"""What is done besides."""

GROUPS: Final = (
    "Nâng cao nhận thức, thống nhất hành động của cả hệ thống chính trị về {topic}",
    "Hoàn thiện cơ chế, chính sách và tổ chức bộ máy",
    "Đầu tư kết cấu hạ tầng, trang thiết bị đồng bộ",
    "Phát triển nguồn nhân lực, chuyên gia và đội ngũ cơ sở",
    "Huy động nguồn lực xã hội, hợp tác trong nước và quốc tế",
    "Phát triển dữ liệu, ứng dụng công nghệ trong quản lý",
    "Hỗ trợ doanh nghiệp, hợp tác xã và người dân tham gia",
    "Kiểm tra, giám sát, đánh giá và thi đua, khen thưởng",
)
"""Headings of groups of tasks."""

PARTS_OF_GROUPS: Final = (
    "Nhiệm vụ thực hiện ngay",
    "Nhiệm vụ của cả giai đoạn",
    "Dự án trọng điểm",
)

RESULTS: Final = (
    "Kế hoạch được ban hành", "Quyết định của Ủy ban nhân dân tỉnh", "Báo cáo kết quả hằng năm",
    "Hệ thống được đưa vào vận hành", "Nghị quyết của Hội đồng nhân dân tỉnh",
    "Công trình hoàn thành, bàn giao", "Bộ dữ liệu được công bố", "Văn bản hướng dẫn được ban hành",
    "Lớp tập huấn được tổ chức", "Mô hình được nghiệm thu và nhân rộng",
)  # fmt: skip
"""Products of tasks."""

LEADS: Final = (
    "Sở Khoa học và Công nghệ", "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Công Thương",
    "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Giáo dục và Đào tạo", "Sở Y tế",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Ngoại vụ", "Sở Dân tộc và Tôn giáo", "Thanh tra tỉnh",
    "Ban Quản lý Khu kinh tế", "Văn phòng UBND tỉnh", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh",
    "Báo và Phát thanh, Truyền hình tỉnh", "Tỉnh Đoàn", "Cục Thống kê", "Bảo hiểm xã hội tỉnh",
)  # fmt: skip
"""Bodies that lead, as cells name them."""

COLLECTIVES: Final = (
    "các sở, ngành", "UBND các xã, phường", "các cơ quan, đơn vị có liên quan", "các địa phương",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các tổ chức chính trị - xã hội",
)  # fmt: skip
"""Bodies that take part, as cells name them."""

SHARES: Final = (
    "thủ tục hành chính đủ điều kiện được cung cấp trực tuyến",
    "hộ gia đình được sử dụng nước sạch theo quy chuẩn",
    "xã đạt tiêu chí quốc gia về y tế",
    "trường học có kết nối Internet tốc độ cao",
    "cán bộ, công chức được bồi dưỡng kỹ năng số",
    "cơ sở sản xuất có hệ thống xử lý chất thải",
    "hợp tác xã hoạt động có hiệu quả",
    "chất thải rắn sinh hoạt được thu gom, xử lý",
    "người dân hài lòng về sự phục vụ của cơ quan nhà nước",
    "lao động qua đào tạo có bằng, chứng chỉ",
    "hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng",
    "trẻ em trong độ tuổi được tiêm chủng đầy đủ",
    "diện tích cây trồng chủ lực được cấp mã số vùng trồng",
    "thôn, tổ dân phố có nhà văn hóa đạt chuẩn",
    "doanh nghiệp khai và nộp thuế điện tử",
    "học sinh hoàn thành cấp học đúng độ tuổi",
    "tuyến đường đô thị được chiếu sáng",
    "di tích được số hóa tư liệu",
    "người cao tuổi được khám sức khỏe định kỳ",
    "cơ sở dữ liệu chuyên ngành được kết nối, chia sẻ",
)  # fmt: skip
"""What indicators in percent count."""

NUMBERS: Final = (
    ("Số mô hình điểm được nghiệm thu, nhân rộng", "model"),
    ("Số dự án được thu hút ngoài ngân sách", "project"),
    ("Số sản phẩm đặc trưng được công nhận", "product"),
    ("Số sáng kiến cấp tỉnh được công nhận", "initiative"),
    ("Số doanh nghiệp tham gia chương trình hỗ trợ", "enterprise"),
    ("Số nhiệm vụ khoa học và công nghệ cấp tỉnh", "science-task"),
    ("Số chuyên gia được mời tham gia tư vấn", "person"),
    ("Số lượt người được tập huấn", "turn"),
    ("Số trường học đạt chuẩn quốc gia", "school"),
    ("Số xã, phường triển khai mô hình thông minh", "commune"),
    ("Số hộ gia đình tham gia mô hình sinh kế", "household"),
    ("Diện tích rừng trồng mới", "hectare"),
)  # fmt: skip
"""What indicators in numbers count, and their units."""

THEMES: Final = ("Hạ tầng và dữ liệu", "Con người", "Kinh tế", "Phục vụ người dân", "Môi trường")

NEW_UNITS: Final = {
    "school": "trường",
    "commune": "xã, phường",
    "household": "hộ",
    "hectare": "ha",
}
"""Units of count that the registry does not have."""
