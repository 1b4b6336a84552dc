"""Slips to print, and ways to look at a printed PDF."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image, ImageOps

from kiosk.dossiers.slips import AppointmentSlip, SlipPaper
from kiosk.printing.marks import Box, Fill, Page, Text
from kiosk.printing.typography import width
from kiosk.queue.slips import TicketSlip

LONG_CODE = "000.17.22.H56-210531-00012"
HARD_NAME = "Đặng Thị Ngọc Ưỡng – “Nguyễn” Ằẳỡệựỵ"

TICKET = TicketSlip(
    ticket_id="019ab5f0-3c2e-7d4b-9a51-6f0b2c8d1e77",
    label="HT-022",
    field_name="Hộ tịch",
    counters=("Quầy 1", "Quầy 2"),
    priority=False,
    people_ahead=2,
    taken_at=datetime(2026, 11, 23, 2, 24, tzinfo=UTC),
    office_parent="Ủy ban nhân dân phường An Bình",
    office_name="Trung tâm Phục vụ hành chính công",
    motto="Công khai – Minh bạch – Tận tình – Đúng hẹn",
    hotline="0200 355 5100",
    valid_note="Số chỉ dùng trong buổi sáng. Nếu lỡ lượt, mời Ông/Bà báo bàn hướng dẫn.",
    sample=False,
)

FORM = AppointmentSlip(
    code="H99.12.08-261123-0042",
    profile="ND118_2025",
    office_parent="Ủy ban nhân dân phường An Bình",
    office_name="Trung tâm Phục vụ hành chính công",
    place="An Bình",
    field_name="Hộ tịch",
    applicant_name="Nguyễn Văn An",
    id_number_masked="001********567",
    address="Số 12, đường Hoa Sen, tổ 4, phường An Bình",
    phone="0912345678",
    email="",
    procedure_code="1.004873",
    procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
    papers=(
        SlipPaper("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu)", "Bản chính", 1),
        SlipPaper("Trích lục ghi chú ly hôn", "Bản sao", 1),
    ),
    sets=1,
    limit_text="03 ngày làm việc",
    received_at=datetime(2026, 11, 23, 2, 24, tzinfo=UTC),
    due_at=datetime(2026, 11, 27, 10, 0, tzinfo=UTC),
    deliver_at_place="Trung tâm Phục vụ hành chính công phường An Bình",
    fee_text="15.000 đồng",
    volume=2,
    entry=1186,
    lookup_secret="604218",
    hotline="0200 355 5100",
    officer_name="Lê Minh Châu",
    submitter_name="Nguyễn Văn An",
    sample=False,
    note="",
)


def ticket(**changes: Any) -> TicketSlip:
    """The ticket of the design board, changed."""
    return replace(TICKET, **changes)


def form(**changes: Any) -> AppointmentSlip:
    """The slip of the design board, changed."""
    return replace(FORM, **changes)


def many_papers(count: int) -> tuple[SlipPaper, ...]:
    """Papers of which every third has a short name and the others a long one."""
    long = "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"
    return tuple(
        SlipPaper(f"Giấy {n}: {long if n % 3 else 'tờ khai'}", "Bản sao có chứng thực", n % 4 + 1)
        for n in range(1, count + 1)
    )


def page_texts(pdf: bytes) -> list[str]:
    """What a reader can copy out of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def flat(text: str) -> str:
    """Without white space: where a line breaks does not matter."""
    return re.sub(r"\s", "", text)


def picture(pdf: bytes, page: int = 0, *, dpi: float = 203) -> Image.Image:
    """A page as a printer of that resolution sees it, in greys."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
        return image.convert("L")
    finally:
        document.close()


def barcodes(image: Image.Image) -> dict[str, str]:
    """Every barcode a scanner finds: format and text."""
    return {str(code.format): code.text for code in zxingcpp.read_barcodes(image)}


def ink(image: Image.Image, dpi: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom edge of all that is not white, in mm."""
    box = ImageOps.invert(image).point(lambda grey: 255 if grey > 40 else 0).getbbox()
    assert box, "the page is empty"
    left, top, right, bottom = (edge / dpi * 25.4 for edge in box)
    return left, top, right, bottom


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Every font the pages refer to, and whether its file is inside."""
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            described = font.get("/FontDescriptor", {})
            embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield font["/BaseFont"], embedded


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Texts printed over each other."""
    texts = [mark for mark in page.marks if isinstance(mark, Text)]
    found = []
    for number, one in enumerate(texts):
        for other in texts[number + 1 :]:
            upper, lower = sorted((one, other), key=lambda mark: mark.y)
            apart = lower.y - 0.66 * lower.style.em > upper.y
            begin = max(one.x, other.x)
            end = min(one.x + width(one.text, one.style), other.x + width(other.text, other.style))
            if not apart and end - begin > 0.1:
                found.append((one.text, other.text))
    return found


MARGINS = (10.0, 8.0, 138.0, 204.0)
"""Left, top, right and bottom of what is printed on an A5 form, in mm."""


def faults(page: Page) -> list[str]:
    """What no A5 form may do: print beyond its margins, a text over another, a rule or a code
    through a text."""
    fills = [box for mark in page.marks if isinstance(mark, Fill) for box in mark.boxes]
    found = [f"{one!r} over {other!r}" for one, other in overlaps(page)]
    for mark in page.marks:
        boxes = mark.boxes if isinstance(mark, Fill) else (_letters(mark),)
        name = repr(mark.text) if isinstance(mark, Text) else "a shape"
        if any(_beyond(box) for box in boxes):
            found.append(f"{name} beyond the margins")
        if isinstance(mark, Text) and any(_touch(boxes[0], fill) for fill in fills):
            found.append(f"{name} through a shape")
    return found


def _letters(mark: Text) -> Box:
    """The box of a text without the white after its last word, from its capitals to its baseline."""
    em = mark.style.em
    return mark.x, mark.y - 0.66 * em, width(mark.text.rstrip(), mark.style), 0.66 * em


def _beyond(box: Box) -> bool:
    left, top, right, bottom = MARGINS
    x, y, wide, high = box
    # half a rule may stand outside
    half = 0.15
    return x < left - half or y < top or x + wide > right + half or y + high > bottom + half


def bounds(fill: Fill) -> Box:
    """The box around a shape."""
    left, top = (min(box[axis] for box in fill.boxes) for axis in (0, 1))
    right = max(x + wide for x, _, wide, _ in fill.boxes)
    bottom = max(y + high for _, y, _, high in fill.boxes)
    return left, top, right - left, bottom - top


def biggest_fills(page: Page) -> list[Fill]:
    """The shapes of many boxes: the QR code first, then the bars."""
    fills = [mark for mark in page.marks if isinstance(mark, Fill)]
    return sorted(fills, key=lambda mark: -len(mark.boxes))


def intruders(page: Page, code: Fill, beside: float, above: float) -> list[str]:
    """What is printed so near to a code, in mm, that a scanner may miss it."""
    x, y, wide, high = bounds(code)
    zone = (x - beside, y - above, wide + 2 * beside, high + 2 * above)
    near = []
    for mark in page.marks:
        if mark is code:
            continue
        if isinstance(mark, Text):
            em = mark.style.em
            boxes: tuple[Box, ...] = (
                (mark.x, mark.y - 0.72 * em, width(mark.text, mark.style), 0.72 * em),
            )
        else:
            boxes = mark.boxes
        if any(_touch(box, zone) for box in boxes):
            near.append(mark.text if isinstance(mark, Text) else "a shape")
    return near


def _touch(one: Box, other: Box) -> bool:
    return all(
        one[axis] + one[axis + 2] > other[axis] + 0.01
        and other[axis] + other[axis + 2] > one[axis] + 0.01
        for axis in (0, 1)
    )


def is_nfc(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)
