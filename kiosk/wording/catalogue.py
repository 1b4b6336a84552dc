"""Sentences of refusals: procedures."""

SENTENCES: dict[str, str] = {
    "import.missing": "Không tìm thấy {file}; danh mục vẫn nguyên. Kiểm tra lại tên tệp hoặc thư mục.",
    "import.other_files": "{file} đã khác so với lúc xem trước; chưa có gì được ghi. Xem trước lại rồi ghi.",
    "procedure.unknown": "Không có thủ tục mã “{procedure}” trong danh mục. Chưa có gì được ghi; kiểm tra lại mã, hoặc nhập danh mục mới.",
    "procedure.no_field": "Thủ tục {procedure} {name} chưa thuộc lĩnh vực nào của văn phòng; chưa có gì thay đổi. Chọn lĩnh vực cho thủ tục (trên dòng lệnh: --field).",
    "procedure.not_offered": "Văn phòng chưa nhận thủ tục {procedure} {name}. Hồ sơ chưa được ghi; người quản lý mở nhận bằng “kiosk catalogue offer {procedure}”.",
    "procedure.code_crowded": "Mã {procedure} có quá nhiều thủ tục trùng nhau nên chưa nhập được; danh mục vẫn nguyên. Kiểm tra lại tệp nguồn.",
    "catalogue.seed_unreadable": "Không đọc được thủ tục mẫu ở {where}: {why} Chưa có gì được lập; sửa tệp rồi làm lại.",
    "correction.part_unknown": "Không có phần “{part}” để sửa; thủ tục vẫn nguyên. Các phần sửa được: {known}.",
    "correction.value": "{why_said} Thủ tục vẫn nguyên; nhập lại {part_said}.",
    "correction.none": "Thủ tục {procedure} chưa từng được sửa {part_said}; không có gì để bỏ.",
    "correction.moved_on": "Thủ tục {procedure} vừa được người khác sửa tiếp; thủ tục vẫn nguyên. Xem lại rồi sửa từng phần.",
    "limit.no_number": "Thời hạn cần một con số, ví dụ 5, hoặc chọn “Cán bộ nhập khi tiếp nhận”. Thủ tục vẫn nguyên.",
    "step.name": "Bước cần có tên, dài nhất {most} ký tự. Quy trình chưa được ghi; nhập lại.",
    "step.responsible": "Bước cần có nơi làm, dài nhất {most} ký tự. Quy trình chưa được ghi; chọn hoặc ghi nơi làm.",
    "step.day": "Ngày áp dụng viết theo ngày/tháng/năm, từ hôm nay trở đi. Quy trình chưa được ghi; nhập lại.",
    "paper.count": "Số bản phải là số từ 0 đến {most}. Danh sách chưa được ghi; nhập lại.",
    "paper.name": "Tên giấy tờ đang trống hoặc dài quá {most} ký tự. Danh sách chưa được ghi; nhập lại.",
    "everyday.unknown": "Không có cách gọi “{said}” trong danh sách; danh sách vẫn nguyên.",
    "everyday.malformed": "Cách gọi “{said}” trống, quá {most} ký tự, hoặc có ký tự lạ; danh sách vẫn nguyên. Nhập lại.",
    "everyday.no_target": "Cách gọi “{said}” chưa chỉ đến thủ tục hay từ nào; danh sách vẫn nguyên. Thêm mã thủ tục hoặc từ cần tìm.",
    "everyday.file": "Không đọc được danh sách cách gọi {file}; chưa có gì được ghi. Sửa tệp rồi làm lại.",
}

PARTS: dict[str, str] = {
    "name": "tên thủ tục",
    "name_en": "tên tiếng Anh",
    "category": "lĩnh vực công bố",
    "agency": "cơ quan thực hiện",
    "note": "ghi chú",
    "fee_text": "lời về phí, lệ phí",
    "fee_amount": "số tiền phí, lệ phí",
    "papers": "danh sách giấy tờ",
    "limit.direct": "thời hạn khi nộp trực tiếp",
    "limit.online": "thời hạn khi nộp trực tuyến",
    "limit.postal": "thời hạn khi nộp qua bưu chính",
}
"""What the parts are called that the office may correct."""
