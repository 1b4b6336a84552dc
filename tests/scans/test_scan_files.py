"""What is not a scan, and what is kept of a picture."""

import io
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image

from kiosk.refusal import Refused
from kiosk.scans import pages as reading
from kiosk.scans.keeping import Sheet, keep_pages, kept_content
from kiosk.scans.pages import pictures, read_scan
from kiosk.wording import sentence
from tests.scans.stack_kit import as_pdf


def blank(pages: int) -> bytes:
    made = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        made.new_page(200, 300)
    out = io.BytesIO()
    made.save(out)
    made.close()
    return out.getvalue()


def encrypted(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(blank(1)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cut_picture() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((400, 400), 80).save(out, "JPEG")
    return out.getvalue()[:2000]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "scan.empty"),
        ("a.pdf", b"%PDF-1.7\nnot at all", "scan.not_a_scan"),
        ("a.jpg", b"\xff\xd8\xff\xe0 nothing", "scan.not_a_scan"),
        ("a.png", b"hello", "scan.not_a_scan"),
        ("a.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "scan.not_a_scan"),
        ("a.pdf", blank(500), "scan.too_many_pages"),
        ("a.pdf", encrypted("1234", "5678"), "scan.encrypted"),
        ("a.pdf", encrypted("", "5678"), "scan.encrypted"),
        ("a.pdf", blank(3)[:300], "scan.not_a_scan"),
    ],
)
def test_what_cannot_be_filed(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_scan(file)
    assert refused.value.code == code
    assert name in sentence(refused.value)
    assert file.read_bytes() == content


def test_200_megabytes_are_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    with file.open("wb") as out:
        out.truncate(200_000_000)
    with pytest.raises(Refused) as refused:
        read_scan(file)
    assert "200 MB, quá mức 150 MB" in sentence(refused.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(Refused) as refused:
            read_scan(path)
        assert refused.value.code == "file.unreadable"


def test_a_picture_that_breaks_off(tmp_path: Path, kept: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(cut_picture())
    with pytest.raises(Refused) as refused:
        list(pictures(read_scan(file)))
    assert refused.value.code == "scan.not_a_scan"


def test_a_picture_too_large_to_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PIXELS", 100)
    file = tmp_path / "a.png"
    Image.new("L", (20, 20)).save(file)
    with pytest.raises(Refused, match="not_a_scan"):
        read_scan(file)


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P", "RGBA"])
def test_a_tiff_of_several_pages_is_kept_without_loss(
    tmp_path: Path, kept: Path, mode: str
) -> None:
    first = Image.effect_noise((120, 80), 90).convert(mode)
    second = Image.new(mode, (120, 80))
    file = tmp_path / "a.tif"
    first.save(file, save_all=True, append_images=[second], dpi=(200, 200))
    source = read_scan(file)
    assert (source.kind, source.pages) == ("tiff", 2)
    assert [picture.size for picture in pictures(source)] == [(120, 80)] * 2
    made = keep_pages(source, [Sheet(2), Sheet(1)], kept)
    pdf = pypdfium2.PdfDocument(kept_content(kept, made.file, made.sha256))
    (image,) = pdf[1].get_objects()
    back = image.get_bitmap().to_pil()
    assert back.convert("RGB").tobytes() == first.convert("RGB").tobytes()
    assert pdf[1].get_size() == pytest.approx((120 * 72 / 200, 80 * 72 / 200), abs=0.1)
    pdf.close()


def test_a_jpeg_goes_in_byte_for_byte_and_upright(tmp_path: Path, kept: Path) -> None:
    file = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.effect_noise((120, 80), 90).save(file, "JPEG", exif=exif, dpi=(200, 200))
    source = read_scan(file)
    assert next(iter(pictures(source))).size == (80, 120)
    made = keep_pages(source, [Sheet(1)], kept)
    pdf = pypdfium2.PdfDocument(kept_content(kept, made.file, made.sha256))
    (image,) = pdf[0].get_objects()
    assert bytes(image.get_data()) in file.read_bytes()
    assert pdf[0].get_rotation() == 90
    pdf.close()


def test_a_file_that_was_changed_is_not_given_out(tmp_path: Path, kept: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(as_pdf([Image.new("L", (400, 400), 255)], 200))
    made = keep_pages(read_scan(file), [Sheet(1)], kept)
    assert [each.name for each in kept.iterdir()] == [f"{made.sha256}.pdf"]
    target = kept / made.file
    target.write_bytes(target.read_bytes() + b" ")
    with pytest.raises(Refused, match="altered"):
        kept_content(kept, made.file, made.sha256)
    target.unlink()
    with pytest.raises(Refused, match="file_missing"):
        kept_content(kept, made.file, made.sha256)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(blank(1))
    (tmp_path / "scans").write_text("a file stands where the folder should")
    with pytest.raises(Refused, match="unwritable"):
        keep_pages(read_scan(file), [Sheet(1)], tmp_path / "scans")
