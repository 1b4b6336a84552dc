"""Who works here, for what, at which counter (NĐ 61/2018/NĐ-CP Điều 9 khoản 7)."""
