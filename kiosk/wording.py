"""Every sentence that a refusal becomes: what happened, what still holds, what to do.

The sentences are Vietnamese, in plain words; the parts in braces are filled from the refusal.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.text import nfc

SENTENCES: dict[str, str] = {
    # the store
    "store.missing": "Máy này chưa có sổ dữ liệu ({file}). Chạy “kiosk init --from office.toml” để lập, hoặc “kiosk init --sample” để xem thử.",
    "store.exists": "Máy này đã có sổ dữ liệu ({file}), sổ cũ vẫn nguyên. Muốn lập sổ mới, chọn thư mục khác bằng --home.",
    "store.newer": "Sổ dữ liệu do bản chương trình mới hơn lập (lược đồ {revision}); dữ liệu vẫn nguyên. Cài bản chương trình mới rồi mở lại.",
    "store.foreign": "Tệp này không phải sổ dữ liệu của chương trình; không có gì bị thay đổi. Kiểm tra lại thư mục đã chọn bằng --home.",
    "store.corrupt": "Sổ dữ liệu bị hỏng; chưa có gì được ghi thêm. Dừng các quầy, rồi chạy “kiosk restore” với bản sao mới nhất trong thư mục backups.",
    "store.disk_full": "Ổ đĩa đã đầy nên chưa ghi được; những gì đã ghi trước đó vẫn còn. Giải phóng chỗ trống rồi làm lại.",
    "store.disk_error": "Ổ đĩa không đọc ghi được; những gì đã ghi trước đó vẫn còn. Kiểm tra ổ đĩa, rồi làm lại.",
    "store.read_only": "Không có quyền ghi vào sổ dữ liệu; dữ liệu vẫn nguyên. Kiểm tra quyền của thư mục trạm rồi làm lại.",
    "store.busy": "Sổ dữ liệu đang bận quá lâu; việc vừa rồi chưa được ghi. Chờ một lát rồi làm lại.",
    "store.unreachable": "Mất kết nối với máy chủ dữ liệu; việc vừa rồi chưa được ghi. Kiểm tra mạng rồi làm lại.",
    "sqlite.too_old": "Thư viện SQLite {found} có lỗi làm hỏng dữ liệu; chương trình không mở sổ. Chạy “make setup” để cài bản từ {needed} trở lên.",
    "request.other_content": "Mã yêu cầu {request_id} đã dùng cho một việc khác; không có gì được ghi thêm. Dùng mã yêu cầu mới.",
    "id.malformed": "“{text}” không phải là mã định danh hợp lệ; chưa có gì được ghi. Kiểm tra lại mã.",
    "backup.target_exists": "Đã có tệp {file}, tệp ấy vẫn nguyên. Chọn tên khác cho bản sao.",
    "backup.unwritable": "Không ghi được bản sao vào {file} ({why}); sổ dữ liệu vẫn nguyên. Chọn nơi khác rồi làm lại.",
    "restore.missing": "Không tìm thấy bản sao {file}; sổ đang dùng vẫn nguyên. Kiểm tra lại tên tệp.",
    "restore.not_a_store": "Tệp {file} không phải bản sao của sổ dữ liệu; sổ đang dùng vẫn nguyên. Chọn bản sao khác.",
    "restore.damaged": "Bản sao {file} bị hỏng; sổ đang dùng vẫn nguyên. Chọn bản sao khác.",
    "restore.hub": "Sổ dữ liệu nằm trên máy chủ PostgreSQL; lệnh này chỉ dùng cho sổ trong thư mục trạm. Sao lưu trên máy chủ bằng pg_dump.",
    # settings, clock
    "settings.wrong": "Tệp cài đặt {file} có chỗ chưa đúng: {why}. Chưa có gì bị thay đổi; sửa tệp rồi chạy lại.",
    "clock.not_sample": "KIOSK_NOW chỉ dùng cho văn phòng mẫu; đây là văn phòng thật nên chương trình không chạy với giờ đặt tay. Bỏ biến KIOSK_NOW rồi chạy lại.",
    "time.malformed": "Không đọc được thời điểm “{text}”; chưa có gì được ghi. Viết theo mẫu 2026-11-23T09:24:00+07:00.",
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
    "calendar.unknown_day": "Ngày {date} chưa có trong lịch nên chưa xác nhận được; lịch vẫn nguyên. Kiểm tra lại ngày.",
    "deadline.reception_absurd": "Thời điểm tiếp nhận {received_at} không hợp lý. Chưa có gì được ghi; kiểm tra lại năm đã nhập.",
    # the queue
    "ticket.office_closed": "Hiện ngoài giờ tiếp nhận nên chưa cấp số. {hours_said}{opening_said}",
    "ticket.none_active": "{counter} chưa gọi số nào. Gọi số tiếp theo trước đã.",
    "ticket.already_serving": "Số {label} đang được phục vụ nên không gọi lại hay báo vắng được. Bấm hoàn thành khi xong.",
    "ticket.recall_limit": "Số {label} đã gọi lại {limit} lần; số vẫn đang giữ ở quầy. Báo vắng mặt, hoặc hoàn thành.",
    "ticket.unknown": "Không có số thứ tự “{said}” trong hôm nay. Chưa có gì được ghi; kiểm tra lại phiếu.",
    # papers
    "print.unknown_job": "Không có bản in nào mang mã {job}. Chưa in gì; xem danh sách bằng “kiosk print list”.",
    "print.not_in_hand": "Bản in {job} đã do nơi khác xử lý; không in thêm. Xem danh sách bản in.",
    "print.still_owed": "“{title}” còn đang chờ in nên chưa cần in lại. Chờ một lát, hoặc chạy “kiosk print run”.",
    "print.bug": "Chương trình gặp trục trặc khi in tờ này; đã ghi lại để sửa. Giấy tờ vẫn còn trong danh sách; in lại sau.",
    "print.busy": "Máy này đang có cửa sổ khác lo việc in; các bản in vẫn còn trong danh sách và sẽ lần lượt ra.",
    "printer.gone": "Không tìm thấy máy in “{printer}”. Giấy tờ vẫn còn trong danh sách chờ in; kiểm tra máy in rồi in lại.",
    "printer.failed": "Máy in “{printer}” không nhận bản in ({why}). Giấy tờ vẫn còn trong danh sách; kiểm tra máy in rồi in lại.",
    "printer.folder_unwritable": "Không ghi được tệp in vào {folder} ({why}). Giấy tờ vẫn còn trong danh sách; kiểm tra thư mục rồi in lại.",
    "printer.interrupted": "Chương trình dừng khi đang in nên không rõ giấy đã ra chưa. Xem khay giấy; nếu chưa có thì in lại.",
    "slip.unknown_form": "Chưa có mẫu “{form}”. Bản này in được mẫu 01; không có gì được ghi.",
    "file.exists": "Đã có tệp {file}, tệp ấy vẫn nguyên. Chọn tên khác.",
    "file.unreadable": "Không đọc được tệp {file} ({why}). Chưa có gì được ghi; kiểm tra lại tệp.",
    "file.unwritable": "Không ghi được tệp {file} ({why}). Dữ liệu vẫn nguyên; chọn nơi khác.",
}


def sentence(refusal: Refused) -> str:
    """The sentence for a refusal, ready to be shown.

    Raises :class:`KeyError` for a code without a sentence (a test keeps that from happening).
    """
    told: dict[str, Any] = {key: in_words(value) for key, value in refusal.details.items()}
    extra = _EXTRAS.get(refusal.code)
    if extra is not None:
        told |= extra(refusal)
    return nfc(SENTENCES[refusal.code].format_map(told)).strip()


def in_words(value: object) -> str:
    """A detail as a person reads it: dates as 23/11/2026, lists with commas."""
    if isinstance(value, datetime):
        return local(value).strftime("%H:%M ngày %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(in_words(item) for item in value)
    return str(value)


def _closed(refusal: Refused) -> dict[str, str]:
    hours, opening = refusal.details.get("hours"), refusal.details.get("next_opening")
    return {
        "hours_said": f"Giờ tiếp nhận hôm nay: {hours}. " if hours else "Hôm nay nghỉ. ",
        "opening_said": (
            f"Mời Ông/Bà lấy số từ {in_words(opening)}." if opening else "Mời Ông/Bà quay lại sau."
        ),
    }


_EXTRAS: dict[str, Callable[[Refused], dict[str, str]]] = {"ticket.office_closed": _closed}
