"""Sentences of refusals: what is done to a dossier after its reception."""

SENTENCES: dict[str, str] = {
    "dossier.not_under_decree": "Hồ sơ {dossier} theo {profile}; quy định ấy không có việc {wanted} nếu người nộp chưa xin rút. Chưa ghi gì; giải quyết tiếp, hoặc ghi việc rút hồ sơ trước.",
    "act.reason_needed": "Việc này cần ghi rõ. Chưa ghi gì; điền vào ô còn trống rồi làm lại.",
    "supplement.nothing": "Phiếu yêu cầu bổ sung phải nêu đúng giấy tờ còn thiếu. Chưa ghi gì; ghi ít nhất một giấy tờ rồi làm lại.",
    "supplement.too_many": "Một phiếu yêu cầu bổ sung ghi được nhiều nhất {most} giấy tờ. Chưa ghi gì; gộp các giấy tờ cùng loại.",
    "supplement.absurd_count": "Số bản của mỗi giấy tờ từ 0 đến {most}. Chưa ghi gì; sửa lại số bản.",
    "supplement.once": "Đã yêu cầu bổ sung đủ số lần được phép ({most}). Chưa ghi gì; chỉ người quản lý mới yêu cầu thêm được, kèm lý do.",
    "supplement.late": "Yêu cầu bổ sung chỉ gửi được đến hết ngày {last}. Chưa ghi gì; sau ngày ấy phải do người quản lý gửi, kèm lý do.",
    "supplement.asked_before": "Người nộp này đã được yêu cầu bổ sung cho thủ tục này bằng phiếu {number} ngày {day}. Chưa ghi gì; chỉ người quản lý mới yêu cầu thêm được, kèm lý do ngoại lệ.",
    "supplement.unreadable": "Không hiểu giấy tờ “{said}”. Chưa ghi gì; viết TÊN=BẢN CHÍNH,BẢN CHỨNG THỰC,BẢN SAO: chỗ chưa đúng, ví dụ “Tờ khai=1: chưa ký”.",
    "restart.no_limit": "Hồ sơ {dossier} không có thời hạn nên không tính lại được ngày hẹn. Chưa ghi gì; báo người quản lý.",
    "extension.used_up": "Hồ sơ {dossier} đã hẹn lại đủ số lần được phép ({most}). Chưa ghi gì; cần có kết quả theo ngày đã hẹn lại.",
    "extension.no_day": "Hồ sơ {dossier} chưa có ngày hẹn nên không có gì để hẹn lại. Hồ sơ vẫn nguyên.",
    "extension.too_late": "Phiếu xin lỗi, hẹn lại chỉ lập được đến hết ngày {last}. Chưa ghi gì; hồ sơ sẽ tính là quá hạn.",
    "extension.not_later": "Ngày hẹn lại phải sau ngày đã hẹn {due}. Chưa ghi gì; chọn ngày khác.",
    "correction.past": "Ngày {day} đã qua nên không hẹn trả kết quả sửa được. Chưa ghi gì; chọn hôm nay hoặc một ngày sau.",
    "handover.empty": "Chưa chọn hồ sơ nào để bàn giao. Chưa ghi gì; chọn hồ sơ rồi làm lại.",
    "handover.too_many": "Một lần bàn giao được nhiều nhất {most} hồ sơ. Chưa ghi gì; chia thành nhiều lần.",
    "handover.twice": "Hồ sơ {dossier} có hai lần trong danh sách bàn giao. Chưa ghi gì; bỏ bớt một dòng.",
    "handover.several_agencies": "Các hồ sơ thuộc nhiều lĩnh vực nên chưa rõ bàn giao cho ai. Chưa ghi gì; ghi tên nơi nhận, hoặc chia theo lĩnh vực.",
}
