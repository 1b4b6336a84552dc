"""Sentences of refusals: settings, clock, the office, limits and the calendar."""

SENTENCES: dict[str, str] = {
    # settings, clock
    "station.folder_unwritable": "Không lập được thư mục trạm {folder} ({why}); chưa có gì được lập. Chọn thư mục khác bằng --home, hoặc sửa quyền của thư mục.",
    "settings.wrong": "Tệp cài đặt {file} có chỗ chưa đúng: {why}. Chưa có gì bị thay đổi; sửa tệp rồi chạy lại.",
    "clock.not_sample": "KIOSK_NOW chỉ dùng cho văn phòng mẫu; đây là văn phòng thật nên chương trình không chạy với giờ đặt tay. Bỏ biến KIOSK_NOW rồi chạy lại.",
    "time.malformed": "Không đọc được thời điểm “{text}”; chưa có gì được ghi. Viết theo mẫu 2026-11-23T09:24:00+07:00.",
    "screen.none": "Máy này không có màn hình nên chưa mở được cửa sổ; dữ liệu vẫn nguyên. Chạy lại trong phiên làm việc có màn hình, hoặc dùng “kiosk demo --headless”.",
    "clock.malformed": "Không đọc được giờ đặt tay KIOSK_NOW=“{text}”; chưa có gì được ghi. Viết theo mẫu 2026-11-23T09:24:00+07:00, hoặc +90s (đi trước giờ máy 90 giây), hoặc bỏ biến KIOSK_NOW.",
    "date.malformed": "Không đọc được ngày “{text}”; lịch vẫn nguyên. Viết theo mẫu 2026-11-23.",
    # the office
    "office.missing": "Sổ dữ liệu chưa có văn phòng nào. Chạy “kiosk init --from office.toml” để lập.",
    "office.exists": "Sổ dữ liệu đã có một văn phòng; văn phòng ấy vẫn nguyên. Chọn thư mục khác bằng --home.",
    "plan.unreadable": "Không đọc được tệp {file}: {why}. Chưa có gì được lập; sửa tệp rồi làm lại.",
    "plan.wrong": "Tệp {file} có chỗ chưa đúng: {why}. Chưa có gì được lập; sửa tệp rồi làm lại.",
    "field.unknown": "Không có lĩnh vực “{said}”. Chưa có gì được ghi; các lĩnh vực đang phục vụ: {known}.",
    "field.not_served": "Chưa có quầy nào nhận lĩnh vực {field}. Chưa cấp số; mời Ông/Bà hỏi bàn hướng dẫn.",
    "counter.unknown": "Không có quầy số {number}. Chưa có gì được ghi; các quầy đang dùng: {known}.",
    "priority.unknown": "Không có diện ưu tiên “{said}”. Chưa cấp số; các diện đang dùng: {known}.",
    "person.unknown": "Không có cán bộ mã “{said}”. Chưa có gì được ghi; kiểm tra lại mã cán bộ.",
    "pin.none": "{name} chưa được đặt mã PIN nên chưa đăng nhập được. Nhờ người quản lý đặt mã PIN.",
    "pin.wrong": "Mã PIN chưa đúng. Còn {left} lần thử; kiểm tra rồi nhập lại.",
    "pin.locked": "Đã nhập sai mã PIN 5 lần; {name} tạm khóa đến {until}. Chờ đến giờ ấy, hoặc nhờ người quản lý đặt mã PIN mới.",
    "pin.malformed": "Mã PIN phải gồm 4 đến 12 chữ số. Mã PIN cũ vẫn dùng được; nhập lại mã mới.",
    # limits and the calendar
    "limit.malformed": "Không đọc được thời hạn “{text}”. Chưa có gì được ghi; nhập lại theo mẫu 5wd (ngày làm việc), 10d (ngày), 8h (giờ làm việc), 2mo (tháng) hoặc 0wd (trong ngày).",
    "limit.out_of_range": "Thời hạn {limit} nằm ngoài mức cho phép (0 đến 3650 ngày, 1 đến 3650 giờ, 1 đến 120 tháng). Chưa có gì được ghi; kiểm tra lại con số.",
    "calendar.session_malformed": "Buổi làm việc từ {opens} đến {closes} không hợp lệ. Lịch cũ vẫn giữ nguyên; nhập giờ bắt đầu trước giờ kết thúc, tính đến phút.",
    "calendar.sessions_overlap": "Các buổi làm việc của {weekday} chồng lên nhau. Lịch cũ vẫn giữ nguyên; sửa giờ để không trùng.",
    "calendar.no_working_day": "Trong {days} ngày kể từ {after} không có ngày làm việc nào nên chưa tính được ngày hẹn trả. Chưa có gì được ghi; người quản lý kiểm tra lịch làm việc.",
    "calendar.empty_year": "Lịch năm {year} chưa có ngày nào nên chưa xác nhận được; lịch vẫn nguyên. Thêm ngày nghỉ bằng “kiosk calendar set”.",
    "calendar.unknown_kind": "Không có loại ngày “{kind}”; lịch vẫn nguyên. Dùng off, extra_work, half hoặc normal.",
    "calendar.day_needs_name": "Ngày {date} cần có tên (ví dụ: Nghỉ Tết Nguyên đán); lịch vẫn nguyên. Thêm --name.",
    "calendar.name_malformed": "Tên của ngày {date} có ký tự không in được, hoặc dài quá {most} ký tự; lịch vẫn nguyên. Đặt tên ngắn hơn, chỉ gồm chữ và số.",
    "calendar.year_out_of_range": "Năm {year} nằm ngoài lịch của văn phòng ({least} đến {most}); lịch vẫn nguyên. Kiểm tra lại năm đã nhập.",
    "deadline.reception_absurd": "Thời điểm tiếp nhận {received_said} không hợp lý. Chưa có gì được ghi; kiểm tra lại năm đã nhập.",
}
