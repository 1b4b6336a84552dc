"""What an import could not read: where it stood, and why, in a sentence for the manager."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place (``file``, ``file:line``, ``file: part``) that was not taken over, and the reason."""

    where: str
    why: str


def in_file(file: str, found: Unreadable) -> Unreadable:
    """The same complaint, told from outside the record."""
    return Unreadable(f"{file}: {found.where}" if found.where else file, found.why)


def _short(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


EMPTY_FILE = "Tệp trống, không có thủ tục nào để nhập. Xin kiểm tra lại tệp đã tải về."
NOT_UTF8 = "Chữ trong tệp không ở bảng mã UTF-8 nên không đọc được. Xin lưu lại tệp bằng UTF-8 rồi nhập lại."
NOT_JSON = (
    "Tệp không phải dữ liệu JSON, hoặc tải về chưa trọn. "
    "Xin tải lại tệp từ Cổng Dịch vụ công quốc gia."
)
HALF_LINE = "Dòng này dở dang, không phải một bản ghi JSON trọn vẹn. Các dòng khác vẫn được nhập."
NOT_A_RECORD = "Chỗ này không phải bản ghi của một thủ tục. Các bản ghi khác vẫn được nhập."
NO_CODE = "Bản ghi không có mã thủ tục nên không nhập được. Các bản ghi khác vẫn được nhập."
NO_NAME = "Bản ghi không có tên thủ tục nên không nhập được. Các bản ghi khác vẫn được nhập."
CODE_TOO_LONG = "Mã thủ tục dài quá 40 ký tự nên không nhập được. Các bản ghi khác vẫn được nhập."
NOTHING_IN_FOLDER = "Thư mục không có tệp .json, .jsonl hay .toml nào để nhập."
FILE_TOO_BIG = (
    "Tệp lớn quá 64 MB nên không đọc cả một lần được. Xin lưu thành .jsonl, mỗi thủ tục một dòng."
)
NOT_TOML = "Tệp TOML viết chưa đúng nên không đọc được. Xin kiểm tra lại tệp."


def file_unopened(reason: str) -> str:
    """The file could not be opened."""
    return f"Không mở được tệp ({_short(reason)}). Xin kiểm tra quyền đọc tệp."


def portal_refused(said: str) -> str:
    """The file holds the portal's error message instead of a record."""
    return f"Cổng trả lời “{_short(said)}”, không kèm nội dung thủ tục. Xin tải lại bản ghi này."


def read_twice(code: str, before: str) -> str:
    """Two records of one code in one import."""
    return f"Mã {code} đã đọc ở {before} với nội dung khác; bản đọc trước được giữ, bản này bỏ qua."


def code_with_spaces(code: str) -> str:
    """A code that differs from another procedure's only by white space around it."""
    return (
        f"Mã “{code}” có khoảng trắng thừa và trùng mã của một thủ tục khác. "
        "Thủ tục vẫn được nhập, giữ nguyên khoảng trắng trong mã."
    )


def limit_without_unit(number: int) -> str:
    """A number and no unit, and no case that could help."""
    return f"Thời hạn ghi số {number} mà không có đơn vị. Cán bộ nhập thời hạn khi tiếp nhận."


def limit_is_a_sentence(text: str) -> str:
    """The limit is told in words."""
    return f"Thời hạn ghi bằng lời: “{_short(text)}”. Lời được giữ nguyên; xin nhập số ngày."


def limit_unreadable(text: str) -> str:
    """Neither a number nor a sentence, or a number out of all reason."""
    return f"Thời hạn “{_short(text)}” không đọc được. Cán bộ nhập thời hạn khi tiếp nhận."


def limits_differ(texts: str) -> str:
    """One channel listed several times with several limits."""
    return (
        f"Một cách nộp ghi nhiều thời hạn khác nhau ({_short(texts)}). Cán bộ chọn khi tiếp nhận."
    )


def channel_unknown(text: str) -> str:
    """A way of handing in that is none of the three."""
    return f"Cách nộp “{_short(text)}” chưa biết nên bỏ qua."


def fee_doubtful(amount: str) -> str:
    """An amount nobody asks for at a counter."""
    return f"Mức phí “{_short(amount)}” đồng không hợp lý nên không lấy làm số tiền. Xin nhập lại."


def quantity_unreadable(text: str) -> str:
    """Not a number of copies."""
    return f"Số lượng giấy tờ “{_short(text)}” không đọc được, tính là 0."


def wrong_shape(expected: str) -> str:
    """A part that is something else than the portal writes there."""
    return f"Phần này không phải {expected} nên bỏ qua; các phần khác vẫn được nhập."


def value_unknown(text: str) -> str:
    """A value that is none of those known in this place."""
    return f"Giá trị “{_short(text)}” không hợp lệ nên bỏ qua."
