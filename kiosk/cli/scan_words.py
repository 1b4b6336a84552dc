"""The words of ``kiosk scan …``."""

import argparse
from collections.abc import Callable
from typing import Any


def scans(group: Any, add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add every command of the group."""
    filed = add(group, "file", "scans:file", "lưu tệp quét vào hồ sơ", once=True)
    filed.add_argument("paths", nargs="+", metavar="PATH")
    told = "chồng giấy có mấy hồ sơ, mỗi hồ sơ mở đầu bằng giấy hẹn của nó"
    filed.add_argument("--dossiers", type=int, metavar="N", help=told)
    filed.add_argument("--dossier", metavar="CODE", help="mọi trang thuộc một hồ sơ này")
    told = "tự chia sau khi đã xem, ví dụ H99.12.08-261123-0042=1-6,9"
    filed.add_argument("--pile", action="append", default=[], metavar="CODE=TRANG", help=told)
    filed.add_argument("--kind", choices=("submitted", "result", "other"), default="submitted")
    filed.add_argument("--title", default="", metavar="TÊN", help="tên giấy tờ; trống là cả hồ sơ")
    watched = add(group, "watch", "scans:watch", "trông thư mục của máy quét, Ctrl-C để thôi")
    watched.add_argument("folder", metavar="DIR", nargs="?", help="mặc định: của máy này")
    told = "số hồ sơ của mỗi tệp; thư mục con tên 5 giữ các chồng 5 hồ sơ"
    watched.add_argument("--dossiers", type=int, default=1, metavar="N", help=told)
    listed = add(group, "list", "scans:listed", "các bản quét của một hồ sơ")
    listed.add_argument("code", metavar="CODE")
    listed.add_argument("--all", action="store_true", help="cả bản đã có bản mới thay")
    exported = add(group, "export", "scans:export", "các bản quét của hồ sơ thành một tệp PDF")
    exported.add_argument("code", metavar="CODE")
    exported.add_argument("--out", required=True, metavar="FILE.pdf")
    shared = add(group, "share", "scans:share", "tỷ lệ giấy tờ đã số hóa")
    shared.add_argument("--since", metavar="NĂM-THÁNG-NGÀY", help="mặc định từ đầu tháng")
    split = add(group, "split", "scans:split", "tách từ một trang thành bản riêng", once=True)
    split.add_argument("scan", metavar="ID")
    split.add_argument("page", type=int, metavar="TRANG")
    turned = add(group, "rotate", "scans:rotate", "xoay trang theo chiều kim đồng hồ", once=True)
    turned.add_argument("scan", metavar="ID")
    turned.add_argument("pages", metavar="TRANG")
    turned.add_argument("turn", type=int, metavar="90|180|270")
    ordered = add(group, "order", "scans:order", "xếp lại mọi trang", once=True)
    ordered.add_argument("scan", metavar="ID")
    ordered.add_argument("pages", metavar="TRANG")
    named = add(group, "name", "scans:name", "đặt tên giấy tờ", once=True)
    named.add_argument("scan", metavar="ID")
    named.add_argument("title", metavar="TÊN")
    moved = add(group, "move", "scans:move", "chuyển trang sang hồ sơ khác", once=True)
    moved.add_argument("scan", metavar="ID")
    moved.add_argument("pages", metavar="TRANG")
    moved.add_argument("code", metavar="CODE")
    kinds = add(group, "kind", "scans:kind", "ghi đó là giấy tờ nộp hay kết quả", once=True)
    kinds.add_argument("scan", metavar="ID")
    kinds.add_argument("kind", choices=("submitted", "result", "other"))
    add(group, "devices", "scan_devices:devices", "các máy quét nối với máy này")
    told = "quét ở máy quét nối với máy này rồi lưu vào hồ sơ"
    from_scanner = add(group, "from-scanner", "scan_devices:from_scanner", told, once=True)
    from_scanner.add_argument("--device", default="", metavar="MÁY", help="kể bởi: scan devices")
    whose = from_scanner.add_mutually_exclusive_group()
    told = "chồng giấy có mấy hồ sơ, mỗi hồ sơ mở đầu bằng giấy hẹn của nó; mặc định 1"
    whose.add_argument("--dossiers", type=int, metavar="N", help=told)
    whose.add_argument("--dossier", metavar="CODE", help="mọi trang thuộc một hồ sơ này")
    from_scanner.add_argument("--dpi", type=int, choices=(150, 200, 300, 400, 600))
    from_scanner.add_argument("--colour", action="store_true", help="quét màu")
    from_scanner.add_argument("--glass", action="store_true", help="một tờ trên mặt kính")
    from_scanner.add_argument(
        "--kind", choices=("submitted", "result", "other"), default="submitted"
    )
    from_scanner.add_argument("--title", default="", metavar="TÊN", help="tên giấy tờ")
