"""What the page says about its own doings."""

SAVED = "Đã lưu nháp lúc {time}"
NOT_SAVED = "Chưa lưu được nháp; thông tin vẫn còn trên màn hình. Kiểm tra ổ đĩa."
NOTHING_TO_SAVE = "Chưa có gì để lưu nháp."
STILL_HERE = "Thông tin vẫn còn trên màn hình. Bấm F9 để thử lại."
NOT_KNOWN = (
    "Chưa rõ hồ sơ đã được ghi hay chưa. Thông tin vẫn còn trên màn hình. "
    "Bấm F9 để thử lại; hồ sơ không bị ghi hai lần."
)
EARLIER = (
    "Lần bấm F9 trước đã ghi hồ sơ {code} với nội dung khi ấy. "
    "Chỗ sửa sau đó chưa được ghi; mở hồ sơ để xem lại."
)
CARD_DOUBTS = {
    "card.garbled": "Chữ quét từ căn cước có chỗ không đúng. Tắt bộ gõ tiếng Việt rồi quét lại, "
    "hoặc sửa bằng tay.",
    "card.incomplete": "Căn cước quét được thiếu vài mục. Điền nốt bằng tay.",
}
