"""Why an act upon a dossier is not possible in its state, and what comes next there.

Every state with every act that it refuses has its own words; the keys are the states and acts as
the store writes them. What was returned is ``returned`` with what it was: a result, else
``returned_refused`` or ``returned_stopped``.
"""

STANDS = {
    "received": "đã tiếp nhận, chưa chuyển giải quyết",
    "processing": "đang được giải quyết",
    "supplementing": "đang chờ người nộp bổ sung giấy tờ",
    "withdrawing": "đang chờ trả lời đề nghị rút của người nộp",
    "correcting": "đang được sửa kết quả",
    "result_ready": "đã có kết quả",
    "refused": "đã có phiếu từ chối",
    "stopped": "đã dừng giải quyết",
    "returned": "đã trả kết quả",
    "returned_refused": "đã trả phiếu từ chối",
    "returned_stopped": "đã trả lại giấy tờ cho người nộp",
}
"""How a dossier stands: what follows ``Hồ sơ …``."""

NEXT = {
    "received": "Việc tiếp theo là chuyển giải quyết.",
    "processing": "Khi kết quả chuyển về thì ghi nhận có kết quả.",
    "supplementing": "Khi người nộp mang đủ giấy tờ đến thì ghi đã nhận đủ.",
    "withdrawing": "Việc tiếp theo là dừng giải quyết, hoặc giải quyết tiếp.",
    "correcting": "Khi kết quả đúng chuyển về thì ghi nhận có kết quả.",
    "result_ready": "Việc tiếp theo là trả kết quả cho người nộp.",
    "refused": "Việc tiếp theo là trả phiếu từ chối cho người nộp.",
    "stopped": "Việc tiếp theo là trả lại giấy tờ cho người nộp.",
    "returned": "Nếu kết quả có sai sót thì ghi sửa kết quả.",
    "returned_refused": "Nếu việc từ chối có sai sót thì ghi sửa kết quả.",
    "returned_stopped": "Nếu người nộp cần thì tiếp nhận hồ sơ mới.",
}
"""What can be done in a state."""

USUAL = {
    "processing_started": "không chuyển giải quyết được nữa",
    "taken_over": "không bàn giao tiếp được nữa",
    "supplement_asked": "không yêu cầu bổ sung được nữa",
    "restarted": "không có yêu cầu bổ sung nào đang chờ",
    "extended": "không còn gì để hẹn lại",
    "result_ready": "không ghi nhận kết quả được nữa",
    "refused": "không từ chối giải quyết được nữa",
    "withdrawn": "không rút được nữa",
    "resumed": "không có đề nghị rút nào cần trả lời",
    "stopped": "không dừng giải quyết được nữa",
    "correction_begun": "chưa có kết quả nào để sửa",
    "papers_lost": "không còn giấy tờ nào ở đây để báo mất",
    "returned": "chưa có kết quả để trả",
}
"""Why an act is not possible, where nothing else is said of it in a state."""

OTHERWISE = {
    ("received", "taken_over"): "chưa ở nơi giải quyết nào để bàn giao tiếp",
    ("processing", "processing_started"): (
        "không cần chuyển lần nữa; muốn chuyển sang nơi khác thì ghi bàn giao tiếp"
    ),
    ("supplementing", "processing_started"): "chưa chuyển giải quyết được",
    ("supplementing", "taken_over"): "chưa bàn giao tiếp được",
    ("supplementing", "supplement_asked"): "không cần yêu cầu bổ sung lần nữa",
    ("supplementing", "extended"): "lúc này không có ngày hẹn trả để hẹn lại",
    ("supplementing", "result_ready"): "chưa ghi nhận kết quả được",
    ("supplementing", "refused"): "chưa từ chối giải quyết được",
    ("withdrawing", "processing_started"): "không cần chuyển giải quyết lần nữa",
    ("withdrawing", "taken_over"): "chưa bàn giao tiếp được",
    ("withdrawing", "supplement_asked"): "chưa yêu cầu bổ sung được",
    ("withdrawing", "extended"): "chưa hẹn lại ngày trả được",
    ("withdrawing", "result_ready"): "chưa ghi nhận kết quả được",
    ("withdrawing", "refused"): "chưa từ chối giải quyết được",
    ("withdrawing", "withdrawn"): "không cần ghi xin rút lần nữa",
    ("correcting", "taken_over"): "không bàn giao tiếp được",
    ("correcting", "extended"): "đã có ngày trả mới, không hẹn thêm được",
    ("correcting", "refused"): "không từ chối giải quyết được",
    ("correcting", "correction_begun"): "không cần ghi sửa lần nữa",
    ("correcting", "returned"): "chưa trả được",
    ("result_ready", "extended"): "không cần hẹn lại ngày trả",
    ("result_ready", "result_ready"): "không cần ghi nhận kết quả lần nữa",
    ("refused", "extended"): "không cần hẹn lại ngày trả",
    ("refused", "refused"): "không cần từ chối lần nữa",
    ("stopped", "extended"): "không còn ngày hẹn trả để hẹn lại",
    ("stopped", "withdrawn"): "không cần rút nữa",
    ("stopped", "resumed"): "không giải quyết tiếp được nữa",
    ("stopped", "stopped"): "không cần dừng lần nữa",
    ("stopped", "correction_begun"): "không có kết quả nào để sửa",
    ("returned", "returned"): "không cần trả lần nữa",
    ("returned_refused", "returned"): "không cần trả lần nữa",
    ("returned_stopped", "returned"): "không cần trả lần nữa",
}


def hindered(state: str, act: str) -> str:
    """What follows ``Hồ sơ …`` where an act is not possible in a state."""
    why = OTHERWISE.get((state, act)) or USUAL.get(act, "chưa làm được việc này")
    joint = ", " if why.startswith("không có ") else " nên "
    return f"{STANDS.get(state, 'đang ở bước khác')}{joint}{why}"
