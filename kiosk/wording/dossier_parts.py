"""What is wrong, or may be, with the parts of a dossier, and what those parts are called."""

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
    "due.late": "Ngày hẹn muộn hơn thời hạn theo quy định; chỉ hẹn muộn khi người nộp hồ sơ đề nghị.",
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
    "due": "ngày hẹn trả",
    "day": "ngày hẹn trả",
    "reason": "lý do",
    "exception": "lý do ngoại lệ",
    "remedy": "cách khắc phục",
    "agency": "nơi nhận hồ sơ",
    "receipt": "số biên lai",
    "signer_title": "chức vụ người ký",
    "signer_name": "tên người ký",
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
