"""Every sentence that a refusal becomes: what happened, what still holds, what to do.

The sentences are Vietnamese, in plain words; the parts in braces are filled from the refusal.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.text import nfc

MOST_SAID = 5

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
    "backup.where": "Chưa rõ ghi bản sao vào đâu; sổ dữ liệu vẫn nguyên. Cho một tên tệp, hoặc dùng --daily.",
    "store.not_open_yet": "Sổ dữ liệu đang mở; chưa có gì được ghi. Chờ một lát rồi làm lại.",
    "restore.missing": "Không tìm thấy bản sao {file}; sổ đang dùng vẫn nguyên. Kiểm tra lại tên tệp.",
    "restore.not_a_store": "Tệp {file} không phải bản sao của sổ dữ liệu; sổ đang dùng vẫn nguyên. Chọn bản sao khác.",
    "restore.damaged": "Bản sao {file} bị hỏng; sổ đang dùng vẫn nguyên. Chọn bản sao khác.",
    "restore.hub": "Sổ dữ liệu nằm trên máy chủ PostgreSQL; lệnh này chỉ dùng cho sổ trong thư mục trạm. Sao lưu trên máy chủ bằng pg_dump.",
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
    # the queue
    "ticket.office_closed": "Hiện ngoài giờ tiếp nhận nên chưa cấp số. {hours_said}{opening_said}",
    "ticket.none_active": "{counter} chưa gọi số nào. Gọi số tiếp theo trước đã.",
    "ticket.already_serving": "Số {label} đang được phục vụ nên không gọi lại hay báo vắng được. Bấm hoàn thành khi xong.",
    "ticket.recall_limit": "Số {label} đã gọi lại {limit} lần; số vẫn đang giữ ở quầy. Báo vắng mặt, hoặc hoàn thành.",
    "ticket.unknown": "Không có số thứ tự “{said}” trong hôm nay. Chưa có gì được ghi; kiểm tra lại phiếu.",
    # the catalogue
    "import.missing": "Không tìm thấy {file}; danh mục vẫn nguyên. Kiểm tra lại tên tệp hoặc thư mục.",
    "procedure.unknown": "Không có thủ tục mã “{procedure}” trong danh mục. Chưa có gì được ghi; kiểm tra lại mã, hoặc nhập danh mục mới.",
    "procedure.no_field": "Thủ tục {procedure} {name} chưa thuộc lĩnh vực nào của văn phòng; chưa có gì thay đổi. Chọn lĩnh vực bằng --field.",
    "procedure.not_offered": "Văn phòng chưa nhận thủ tục {procedure} {name}. Hồ sơ chưa được ghi; người quản lý mở nhận bằng “kiosk catalogue offer {procedure}”.",
    "procedure.code_crowded": "Mã {procedure} có quá nhiều thủ tục trùng nhau nên chưa nhập được; danh mục vẫn nguyên. Kiểm tra lại tệp nguồn.",
    "catalogue.seed_unreadable": "Không đọc được thủ tục mẫu ở {where}: {why} Chưa có gì được lập; sửa tệp rồi làm lại.",
    "correction.part_unknown": "Không có phần “{part}” để sửa; thủ tục vẫn nguyên. Các phần sửa được: {known}.",
    "correction.value": "{why_said} Thủ tục vẫn nguyên; nhập lại giá trị của {part}.",
    "correction.none": "Thủ tục {procedure} chưa từng được sửa phần {part}; không có gì để bỏ.",
    "everyday.unknown": "Không có cách gọi “{said}” trong danh sách; danh sách vẫn nguyên.",
    "everyday.malformed": "Cách gọi “{said}” trống, quá {most} ký tự, hoặc có ký tự lạ; danh sách vẫn nguyên. Nhập lại.",
    "everyday.no_target": "Cách gọi “{said}” chưa chỉ đến thủ tục hay từ nào; danh sách vẫn nguyên. Thêm mã thủ tục hoặc từ cần tìm.",
    "everyday.file": "Không đọc được danh sách cách gọi {file}; chưa có gì được ghi. Sửa tệp rồi làm lại.",
    # dossiers
    "dossier.file_too_long": "Tệp hồ sơ quá lớn ({bytes} byte, nhiều nhất {most}). Chưa có gì được ghi; kiểm tra lại tệp.",
    "dossier.not_utf8": "Tệp hồ sơ có chữ không đọc được ở dòng {line}. Chưa có gì được ghi; lưu tệp dạng UTF-8 rồi làm lại.",
    "dossier.not_json": "Tệp hồ sơ không trọn vẹn, dừng ở dòng {line}, cột {column}. Chưa có gì được ghi; lưu lại tệp rồi làm lại.",
    "dossier.unfit": "Hồ sơ chưa ghi được: {problems_said} Sửa những chỗ ấy rồi làm lại.",
    "dossier.unknown": "Không tìm thấy hồ sơ {dossier}. Kiểm tra lại mã trên giấy hẹn.",
    "dossier.unknown_state": "Không có trạng thái “{said}”. Dùng một trong: {known}.",
    "dossier.wrong_state": "Hồ sơ {dossier} {hindered}. Hồ sơ vẫn nguyên; mở hồ sơ để xem việc tiếp theo.",
    "dossier.changed_meanwhile": "Hồ sơ {dossier} vừa được nơi khác cập nhật; việc này chưa được ghi. Mở lại hồ sơ rồi làm tiếp.",
    "dossier.codes_used_up": "Ngày {day} đã cấp hết {last} mã hồ sơ. Hồ sơ chưa được ghi; báo người quản lý.",
    "dossier.code_illegal": "Mã hồ sơ “{made}” không đúng cấu trúc theo quy định. Hồ sơ chưa được ghi; người quản lý kiểm tra mã đơn vị.",
    "dossier.limit_needed": "Thủ tục “{procedure}” không có thời hạn rõ ràng. Hồ sơ chưa được ghi; cán bộ nhập thời hạn (ví dụ 5wd) rồi tiếp nhận lại.",
    "dossier.case_needed": "Thủ tục “{procedure}” có thời hạn khác nhau theo trường hợp. Hồ sơ chưa được ghi; chọn một trường hợp: {cases}.",
    "case.unknown": "Không có trường hợp “{said}”. Hồ sơ chưa được ghi; {choice_said}.",
    "ticket.other_day": "Số {label} là của ngày {day} nên không gắn vào hồ sơ hôm nay. Hồ sơ chưa được ghi; dùng số của hôm nay, hoặc bỏ trống.",
    "ticket.still_waiting": "Số {label} đang chờ, chưa được gọi nên chưa gắn vào hồ sơ được. Hồ sơ chưa được ghi; gọi số {label} trước, hoặc bỏ trống số thứ tự.",
    "ticket.nobody_came": "Số {label} đã báo vắng mặt nên chưa gắn vào hồ sơ được. Hồ sơ chưa được ghi; gọi lại số {label} trước, hoặc bỏ trống số thứ tự.",
    "barcode.unreadable": "Không đọc được mã. Đưa giấy lại gần và giữ yên, hoặc gõ mã hồ sơ.",
    "card.unreadable": "Không đọc được thẻ căn cước: {why_said} Thông tin đã nhập vẫn còn; quét lại, hoặc gõ tay.",
    "lookup.wrong_secret": "Mã tra cứu chưa đúng. Mời Ông/Bà xem lại mã trên giấy hẹn.",
    "return.name_needed": "Người nhận thay cần có họ tên. Hồ sơ {dossier} vẫn nguyên; nhập họ tên rồi trả kết quả.",
    "return.no_submitter": "Hồ sơ {dossier} không có người nộp thay. Hồ sơ vẫn nguyên; chọn người nhận khác.",
    "slip.missing": "Hồ sơ {dossier} chưa có giấy hẹn nào để in lại.",
    # papers
    "print.unknown_job": "Không có bản in nào mang mã {job}. Chưa in gì; xem danh sách bằng “kiosk print list”.",
    "print.not_in_hand": "Bản in {job} đã do nơi khác xử lý; không in thêm. Xem danh sách bản in.",
    "print.still_owed": "“{title}” còn đang chờ in nên chưa cần in lại. Chờ một lát, hoặc chạy “kiosk print run”.",
    "print.bug": "Chương trình gặp trục trặc khi in tờ này; đã ghi lại để sửa. Giấy tờ vẫn còn trong danh sách; in lại sau.",
    "print.busy": "Máy này đang có cửa sổ khác lo việc in; các bản in vẫn còn trong danh sách và sẽ lần lượt ra.",
    "print.lock_unwritable": "Không giữ được khóa in {file} ({why}). Giấy tờ vẫn còn trong danh sách chờ in; sửa quyền của tệp ấy rồi in lại.",
    "printer.gone": "Không tìm thấy máy in “{printer}”. Giấy tờ vẫn còn trong danh sách chờ in; kiểm tra máy in rồi in lại.",
    "printer.failed": "Máy in “{printer}” không nhận bản in ({why}). Giấy tờ vẫn còn trong danh sách; kiểm tra máy in rồi in lại.",
    "printer.folder_unwritable": "Không ghi được tệp in vào {folder} ({why}). Giấy tờ vẫn còn trong danh sách; kiểm tra thư mục rồi in lại.",
    "printer.interrupted": "Chương trình dừng khi đang in nên không rõ giấy đã ra chưa. Xem khay giấy; nếu chưa có thì in lại.",
    "font.missing": "Máy này chưa có phông chữ {family} đủ chữ tiếng Việt nên chưa in được. Giấy chờ in vẫn còn; cài gói phông (make setup) rồi in lại.",
    "font.glyph_missing": "Không in được ký tự {point} vì phông chữ không có. Giấy chờ in vẫn còn; sửa ký tự đó rồi in lại.",
    "barcode.bad_text": "Mã “{text}” có ký tự không tạo được mã vạch. Chưa in gì; kiểm tra lại mã.",
    "barcode.too_long": "Mã “{text}” quá dài so với khổ giấy A5. Chưa in gì; rút ngắn mã đơn vị trong phần thiết lập.",
    "form.no_text": "Chưa có lời văn Mẫu số {form} cho quy định {profile}. Giấy chờ in vẫn còn; bổ sung tệp mẫu rồi in lại.",
    "form.unreadable_text": "Tệp lời văn Mẫu số {form} ({profile}) không đọc được. Giấy chờ in vẫn còn; sửa lại tệp rồi in lại.",
    "paper.unknown_kind": "Chương trình không biết loại giấy “{kind}”. Giấy chờ in vẫn còn; cập nhật chương trình rồi in lại.",
    "paper.unreadable": "Nội dung giấy chờ in không đọc được. Hồ sơ và số thứ tự vẫn còn; mở hồ sơ và in lại từ đó.",
    "slip.unknown_form": "Chưa có mẫu “{form}”. Bản này in được mẫu 01; không có gì được ghi.",
    "demo.station_folder": "Thư mục {folder} đang chứa sổ dữ liệu của một văn phòng nên không xem thử ở đó; không có gì bị thay đổi. Chọn thư mục khác bằng --out.",
    "demo.not_ours": "Thư mục {folder} đã có tệp khác, các tệp ấy vẫn nguyên. Chọn một thư mục trống bằng --out.",
    "demo.folder_unwritable": "Không ghi được vào thư mục {folder}; chưa có gì được xem thử. Chọn thư mục khác bằng --out.",
    "file.exists": "Đã có tệp {file}, tệp ấy vẫn nguyên. Chọn tên khác.",
    "file.unreadable": "Không đọc được tệp {file} ({why}). Chưa có gì được ghi; kiểm tra lại tệp.",
    "file.unwritable": "Không ghi được tệp {file} ({why}). Dữ liệu vẫn nguyên; chọn nơi khác.",
}


PROBLEMS: dict[str, str] = {
    "value.missing": "thiếu {name}",
    "value.wrong_type": "{name} phải là {wanted}",
    "value.unknown_key": "không có mục “{where}”{meant_said}",
    "value.control": "{name} có ký tự không in được",
    "value.unprintable": "{name} có chữ “{letter}” ({point}) mà giấy in ra không có; bỏ hoặc viết lại chữ ấy",
    "value.too_long": "{name} dài {length} ký tự, nhiều nhất {longest}",
    "value.no_such_choice": "{name} không có lựa chọn “{said}” (chọn: {known})",
    "value.out_of_range": "{name} phải từ {least} đến {most}",
    "value.no_date": "{name} “{said}” không phải ngày (viết 1999-03-05)",
    "name.no_letter": "{name} không có chữ cái nào",
    "id_number.length": "{name} có {digits} chữ số; căn cước có 12, chứng minh nhân dân có 9",
    "id_number.malformed": "{name} không phải số căn cước, chứng minh nhân dân hay hộ chiếu",
    "birth_date.future": "{name} {said} ở sau hôm nay",
    "birth_date.too_early": "{name} {said} trước năm {earliest}",
    "phone.malformed": "{name} chưa đúng (ví dụ 0912 345 678)",
    "email.malformed": "{name} chưa đúng (ví dụ ten@noi.vn)",
    "papers.too_many": "có {count} giấy tờ, nhiều nhất {most}",
    "limit.malformed": "thời hạn “{text}” chưa đúng (viết 5wd, 10d, 8h, 2mo hoặc 0wd)",
    "limit.out_of_range": "thời hạn {limit} quá dài hoặc quá ngắn",
    "submitter.missing": "nộp theo ủy quyền thì phải có người nộp thay",
}
"""What may be wrong with one value of a dossier; ``{where}`` names the value."""

DOUBTS: dict[str, str] = {
    "id_number.province": "Ba số đầu của số căn cước không phải mã tỉnh, thành phố hay quốc gia nào.",
    "id_number.sex": "Số căn cước không khớp với giới tính.",
    "id_number.birth_year": "Số căn cước không khớp với năm sinh.",
    "card.garbled": "Chữ đọc từ thẻ có chỗ lạ; đối chiếu với thẻ, tắt bộ gõ tiếng Việt rồi quét lại.",
    "card.incomplete": "Mã trên thẻ thiếu một vài mục; nhập phần còn thiếu theo thẻ.",
    "id_number.old_card": "Chứng minh nhân dân 9 số đã hết giá trị sử dụng từ 01/01/2025.",
}
"""What does not agree in a dossier and is worth a second look; it hinders nothing."""


PLACES: dict[str, str] = {
    "procedure": "mã thủ tục",
    "channel": "hình thức nộp",
    "sets": "số bộ hồ sơ",
    "note": "ghi chú",
    "ticket": "số thứ tự",
    "case": "trường hợp",
    "limit": "thời hạn",
    "fee": "phí, lệ phí",
    "amount": "số tiền",
    "text": "lời ghi phí",
    "applicant": "chủ hồ sơ",
    "submitter": "người nộp thay",
    "name": "họ tên",
    "id_number": "số căn cước",
    "birth_date": "ngày sinh",
    "sex": "giới tính",
    "address": "địa chỉ",
    "phone": "số điện thoại",
    "email": "thư điện tử",
    "relation": "quan hệ",
    "papers": "giấy tờ",
    "originals": "số bản chính",
    "copies": "số bản sao",
    "": "hồ sơ",
}
"""What the parts of a dossier file are called."""

WANTED = {"text": "chữ", "number": "số nguyên", "list": "danh sách", "object": "một nhóm mục"}


def place_name(where: str) -> str:
    """What a part of a dossier is called: ``papers[1].name`` is the name of the second paper."""
    paper = re.fullmatch(r"papers\[(\d+)\](?:\.(\w+))?", where)
    if paper:
        nth = f"giấy tờ thứ {int(paper[1]) + 1}"
        if paper[2] is None:
            return nth
        part = "tên" if paper[2] == "name" else PLACES.get(paper[2], "mục")
        return f"{part} của {nth}"
    owner, _, part = where.rpartition(".")
    name = PLACES.get(part, part)
    return f"{name} của {PLACES.get(owner, owner)}" if owner == "submitter" else name


def problem_sentence(code: str, details: Mapping[str, object]) -> str:
    """What is wrong with one value, as a sentence (``details`` as ``dossier.unfit`` tells them)."""
    said = nfc(_problem(code, details))
    return said[:1].upper() + said[1:] + "."


def _problem(code: str, details: Mapping[str, object]) -> str:
    told = {key: in_words(value) for key, value in details.items()}
    told["name"] = place_name(str(details.get("where", "")))
    told["wanted"] = WANTED.get(str(details.get("wanted")), "giá trị khác")
    meant = details.get("meant")
    told["meant_said"] = f", có phải là “{meant}”" if meant else ""
    return PROBLEMS[code].format_map(told)


def doubt_sentence(code: str) -> str:
    """The sentence for something that does not agree."""
    return nfc(DOUBTS[code])


def sentence(refusal: Refused) -> str:
    """The sentence for a refusal, ready to be shown.

    Raises :class:`KeyError` for a code without a sentence (a test keeps that from happening).
    """
    told: dict[str, Any] = {key: in_words(value) for key, value in refusal.details.items()}
    extra = EXTRAS.get(refusal.code)
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


def _unfit(refusal: Refused) -> dict[str, str]:
    problems: Any = refusal.details.get("problems", ())
    said = [_problem(str(problem["code"]), problem) for problem in problems[:MOST_SAID]]
    more = f"; và {len(problems) - MOST_SAID} chỗ nữa" if len(problems) > MOST_SAID else ""
    return {"problems_said": "; ".join(said) + more + "."}


def _wrong_value(refusal: Refused) -> dict[str, str]:
    most = refusal.details.get("most")
    whys = {
        "empty": "Giá trị đang trống.",
        "control": "Giá trị có ký tự không in được.",
        "unprintable": (
            f"Giá trị có chữ “{refusal.details.get('letter')}” ({refusal.details.get('point')}) "
            "mà giấy in ra không có."
        ),
        "too_long": f"Giá trị dài quá {most} ký tự.",
        "number": f"Số tiền phải là số nguyên từ 0 đến {most}.",
        "papers": f"Danh sách giấy tờ chưa đúng (nhiều nhất {most}).",
    }
    return {"why_said": whys.get(str(refusal.details.get("why")), "Giá trị chưa đúng.")}


def _card(refusal: Refused) -> dict[str, str]:
    whys = {
        "fields": "mã QR thiếu mục.",
        "id_number": "số căn cước trong mã không đủ 12 chữ số.",
        "name": "họ tên trong mã bị lẫn ký tự, có thể do chương trình gõ tiếng Việt đang bật.",
    }
    return {"why_said": whys.get(str(refusal.details.get("why")), "mã không trọn vẹn.")}


def _hindered(refusal: Refused) -> dict[str, str]:
    state, wanted = refusal.details.get("state"), refusal.details.get("wanted")
    if wanted == "trả kết quả" and state != "đã trả kết quả":
        return {"hindered": f"{state}, chưa có kết quả nên chưa trả được"}
    return {"hindered": f"{state} nên không {wanted} được nữa"}


def _choice(refusal: Refused) -> dict[str, str]:
    known = refusal.details.get("known")
    return {
        "choice_said": (
            f"chọn một trong: {in_words(known)}"
            if known
            else "thủ tục này không chia trường hợp, bỏ trống mục trường hợp"
        )
    }


def _received(refusal: Refused) -> dict[str, str]:
    said = str(refusal.details.get("received_at", ""))
    try:
        return {"received_said": in_words(datetime.fromisoformat(said))}
    except (ValueError, OverflowError):
        return {"received_said": said}


EXTRAS: dict[str, Callable[[Refused], dict[str, str]]] = {
    "ticket.office_closed": _closed,
    "dossier.unfit": _unfit,
    "correction.value": _wrong_value,
    "card.unreadable": _card,
    "dossier.wrong_state": _hindered,
    "case.unknown": _choice,
    "deadline.reception_absurd": _received,
}
