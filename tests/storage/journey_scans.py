"""The scans of the day: their lines in the store; the files are another matter."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.scans.editing import Part, RemakeScan, remake_scan
from kiosk.scans.filing import FileScan, ScanKind, Sheaf, file_scan
from kiosk.scans.keeping import Kept, Sheet

Do = Callable[..., Any]


def scans(do: Do, code: str) -> None:
    """Filed, refused a second time, split into two with names of their own, one of them the result."""
    kept = Kept("ab.pdf", "ab" * 32, 1200, 2)
    wish = FileScan("scan-001.pdf", "cd" * 32, ScanKind.SUBMITTED, "", True, (Sheaf(code, kept),))
    filed = do(file_scan, wish)
    do(file_scan, wish)
    halves = tuple(
        Part(code, title, (Sheet(page),), Kept(f"{title}.pdf", f"{page}" * 64, 600, 1))
        for page, title in ((1, "To khai"), (2, "Giay chung sinh"))
    )
    made = do(remake_scan, RemakeScan(filed.scans[0].scan, "split", halves))
    do(remake_scan, RemakeScan(filed.scans[0].scan, "split", halves))
    result = replace(halves[0], kind=ScanKind.RESULT, title="")
    do(remake_scan, RemakeScan(made.scans[0].scan, "kind", (result,)))
