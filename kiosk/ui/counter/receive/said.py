"""What the page says about its own doings."""

SAVED = "Đã lưu nháp lúc {time}"
NOT_SAVED = "Chưa lưu được nháp; thông tin vẫn còn trên màn hình. Kiểm tra ổ đĩa."
NOT_ASIDE = "Chưa để lại được hồ sơ này; thông tin vẫn còn trên màn hình. Kiểm tra ổ đĩa."
WAITING = "{count} hồ sơ để sau"
CANNOT_KEEP = (
    "Chưa lưu được nháp nên hồ sơ đang nhập chưa để lại được. Nhập tiếp hồ sơ này rồi kiểm tra "
    "ổ đĩa, hoặc bỏ để bắt đầu hồ sơ mới."
)
OTHER_PERSON = (
    "Căn cước vừa quét là của người khác: đã thay thông tin người nộp{dropped}. "
    "Thủ tục và giấy tờ giữ nguyên."
)
DROPPED = ", bỏ {what} của người trước"
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
LETTER_NOT_KNOWN = (
    "Chưa rõ phiếu đã được ghi hay chưa. Thông tin vẫn còn trên màn hình. "
    "Bấm F9 để thử lại; phiếu không bị lập hai lần."
)
LETTER_SHUT = {
    "supplement": "Chưa lập được phiếu yêu cầu bổ sung. {why}, rồi bấm F10.",
    "refusal": "Chưa lập được phiếu từ chối. {why}, rồi bấm F11.",
}
MEND_PERSON = "Sửa thông tin người nộp trước"
LETTER_HALF = "Đang lập phiếu: bấm F9 để in, hoặc Esc để quay lại, rồi quét lại."
NOT_GONE_ON = "Chưa nhận được hồ sơ này để nhập thủ tục khác. {why}."
GONE_ON = "Đã tiếp nhận {code}. Nhập thủ tục tiếp theo của {name}."
IN_VISIT = "Số {ticket} đã nhận {codes} cho {name}."
TWIN_TITLE = "Nhận thêm một hồ sơ?"
TWIN_IN_VISIT = "Hồ sơ **{code}** vừa nhận lúc {time} cho cùng người, cùng thủ tục."
TWIN_OF_RECORD = "Hồ sơ trực tuyến {foreign} đã tiếp nhận với mã **{code}**."
REFUSE_TITLE = "Từ chối tiếp nhận hồ sơ?"
REFUSE_TEXT = (
    "In phiếu từ chối cho **{name}**, thủ tục {procedure}. Không lập hồ sơ; phần đã nhập được bỏ."
)
CARD_DOUBTS = {
    "card.garbled": "Chữ quét từ căn cước có chỗ không đúng. Tắt bộ gõ tiếng Việt rồi quét lại, "
    "hoặc sửa bằng tay.",
    "card.meddled": "Bộ gõ tiếng Việt đang bật nên chữ quét được có thể sai. Tắt bộ gõ rồi quét "
    "lại, hoặc đối chiếu họ tên, địa chỉ với thẻ.",
    "card.incomplete": "Căn cước quét được thiếu vài mục. Điền nốt bằng tay.",
}
