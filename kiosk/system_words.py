"""Why the system did not open, read or write something, in Vietnamese."""

import errno

_WORDS = {
    errno.ENOENT: "không có tệp hoặc thư mục ấy",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần ổ đĩa được cấp",
    errno.EISDIR: "đó là một thư mục, không phải tệp",
    errno.ENOTDIR: "có phần của đường dẫn không phải thư mục",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "đường dẫn đi vòng tròn",
    errno.EIO: "ổ đĩa không đọc ghi được",
    errno.EFBIG: "tệp quá lớn",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.EBUSY: "nơi khác đang dùng",
    errno.EPIPE: "bên nhận đã đóng",
}


def why_not(error: OSError) -> str:
    """The reason of a failed system call, to stand in the middle of a sentence."""
    return _WORDS.get(error.errno or 0, "máy không cho làm việc này")
