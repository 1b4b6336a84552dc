"""Stacks end to end: drawn, scanned crooked and noisy, read, sorted, filed."""

import random
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from kiosk.refusal import Refused
from kiosk.scans.filing import FileScan, ScanFiled, file_scan
from kiosk.scans.reading import scans_of, whole_scan
from kiosk.scans.separators import PageSeen, has_bars, page_seen
from kiosk.scans.sorting import sort_pages
from kiosk.scans.stacks import Told, file_stack
from kiosk.storage.store import Store
from tests.fixtures.store import OFFICER
from tests.scans.stack_kit import CODES, TWO_SHEETS, UNIT, as_pdf, paper, scanned, slip_pages

Pages = list[Image.Image]


def file_in(store: Store, kept: Path, file: Path, told: Told) -> ScanFiled:
    def do(wish: FileScan) -> ScanFiled:
        return store.do(file_scan, wish, OFFICER)

    return file_stack(file, told, unit_code=UNIT, folder=kept, do=do)


def stack(codes: Sequence[str], papers: int, dpi: int) -> list[Pages]:
    """A dossier each: its slip and ``papers`` pages."""
    return [
        [*slip_pages(code, dpi), *(paper(f"{code[-4:]} {n}", dpi) for n in range(papers))]
        for code in codes
    ]


def written(folder: Path, piles: Sequence[Pages], dpi: int, noise: float = 40.0) -> Path:
    file = folder / "stack.pdf"
    skews = (3.0, -3.0, 1.0)
    pages = [page for pile in piles for page in pile]
    crooked = [scanned(page, skew=skews[n % 3], noise=noise) for n, page in enumerate(pages)]
    file.write_bytes(as_pdf(crooked, dpi))
    return file


@pytest.mark.parametrize("dpi", [150, 200])
def test_a_stack_of_thirty_sheets_of_five_dossiers_files_itself(
    ten: Store, kept: Path, tmp_path: Path, dpi: int
) -> None:
    codes = [CODES[n] for n in (3, 0, 7, 1, 9)]
    file = written(tmp_path, stack(codes, 5, dpi), dpi)
    fact = file_in(ten, kept, file, Told(dossiers=5))
    assert [(each.dossier, each.pages) for each in fact.scans] == [(code, 6) for code in codes]
    source = pypdfium2.PdfDocument(file)
    with ten.read() as unit:
        for place, code in enumerate(codes):
            content, pages = whole_scan(unit, code, kept, OFFICER.station)
            assert pages == 6
            made = pypdfium2.PdfDocument(content)
            for number in range(6):
                # The very bytes that the scanner wrote.
                assert jpeg(made, number) == jpeg(source, place * 6 + number)
            made.close()
    source.close()


def jpeg(pdf: pypdfium2.PdfDocument, number: int) -> bytes:
    (image,) = pdf[number].get_objects()
    return bytes(image.get_data())


def blotted(page: Image.Image, *, bars: bool = True, square: bool = True) -> Image.Image:
    """A slip whose codes were written over."""
    spoilt = page.copy()
    draw = ImageDraw.Draw(spoilt)
    wide, high = spoilt.size
    if square:
        draw.rectangle((0, int(high * 0.86), int(wide * 0.25), high), fill=255)
    if bars:
        draw.rectangle((0, 0, wide, int(high * 0.3)), fill=255)
    return spoilt


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("gone", "scan.count"),
        ("smeared", "scan.unreadable_code"),
        ("count", "scan.count"),
        ("more", "scan.count_more"),
        ("foreign", "scan.foreign"),
        ("mixed", "scan.twice"),
        ("first", "scan.before_first"),
        ("two on one", "scan.two_codes"),
        ("unknown", "dossier.unknown"),
    ],
)
def test_what_does_not_fit_files_nothing(
    ten: Store, kept: Path, tmp_path: Path, fault: str, code: str
) -> None:
    dpi = 150
    piles = stack(CODES[:3], 1, dpi)
    many = 3
    if fault == "gone":
        piles[1][0] = blotted(piles[1][0])
    elif fault == "smeared":
        page = blotted(piles[1][0], bars=False)
        small = page.resize((page.width * 2 // 3, page.height * 2 // 3))
        piles[1][0] = small.resize(page.size)
        ImageDraw.Draw(piles[1][0]).line((0, 330, 850, 250), 255, 50)
    elif fault == "count":
        many = 4
    elif fault == "more":
        many = 2
    elif fault == "foreign":
        piles[1][0] = slip_pages("H99.12.09-261123-0001", dpi)[0]
    elif fault == "mixed":
        piles.append(stack(CODES[:1], 1, dpi)[0])
    elif fault == "first":
        piles[0].reverse()
    elif fault == "unknown":
        piles[2][0] = slip_pages(f"{UNIT}-261123-0777", dpi)[0]
    else:
        both = Image.new("L", (piles[1][0].width * 2, piles[1][0].height), 255)
        both.paste(piles[1][0], (0, 0))
        both.paste(slip_pages(CODES[5], dpi)[0], (piles[1][0].width, 0))
        piles[1][0] = both
    file = written(tmp_path, piles, dpi)
    before = file.read_bytes()
    with pytest.raises(Refused) as refused:
        file_in(ten, kept, file, Told(dossiers=many))
    assert refused.value.code == code
    assert file.read_bytes() == before
    assert list(kept.glob("*")) == []
    with ten.read() as unit:
        assert all(scans_of(unit, each, former=True) == () for each in CODES)


def test_random_stacks_with_unreadable_slips(ten: Store, kept: Path, tmp_path: Path) -> None:
    chance = random.Random(150)
    outcomes = set()
    for turn in range(4):
        codes = chance.sample(CODES[turn * 2 : turn * 2 + 2], 2)
        piles = stack(codes, 1, 150)
        spoilt = turn % 2 == 1
        if spoilt:
            piles[1][0] = blotted(piles[1][0])
        file = written(tmp_path, piles, 150, noise=chance.choice([20.0, 60.0]))
        try:
            fact = file_in(ten, kept, file, Told(dossiers=2))
        except Refused as refusal:
            outcomes.add(refusal.code)
        else:
            assert not spoilt
            outcomes.add("filed")
            assert [(each.dossier, each.pages) for each in fact.scans] == [(c, 2) for c in codes]
    assert outcomes == {"filed", "scan.count"}


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("skew", [-3.0, 0.0, 3.0])
def test_a_slip_of_two_sheets_is_read_or_doubted(dpi: int, skew: float) -> None:
    first, last = (scanned(page, skew=skew) for page in slip_pages(CODES[0], dpi, TWO_SHEETS))
    seen = page_seen(first)
    assert seen.barred
    assert seen.codes == {CODES[0]} or (dpi == 150 and seen.doubtful and not seen.codes)
    assert page_seen(last).codes == {CODES[0]}
    assert not page_seen(last).barred


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_slip_is_read_whichever_way_up(turn: int) -> None:
    seen = page_seen(scanned(slip_pages(CODES[0], 200)[0]).rotate(turn, expand=True))
    assert seen.codes == {CODES[0]}
    assert seen.barred


def test_papers_show_no_bars() -> None:
    for dpi in (150, 300):
        assert not has_bars(scanned(paper("tờ khai", dpi)))
        assert not has_bars(scanned(Image.new("L", (dpi * 8, dpi * 11), 255), noise=120))
        assert page_seen(scanned(paper("tờ khai", dpi))).codes == frozenset()


def readings(chance: random.Random) -> tuple[dict[str, list[PageSeen]], list[PageSeen]]:
    """Each code's slip as read from pictures of all kinds, unreadable ones among them; papers too."""
    slips: dict[str, list[PageSeen]] = {}
    for number, code in enumerate(CODES[:5]):
        dpi = (150, 200)[number % 2]
        (slip,) = slip_pages(code, dpi)
        spoilt = [blotted(slip), blotted(slip, square=False), blotted(slip, bars=False)]
        slips[code] = [
            page_seen(scanned(page, skew=skew, noise=chance.choice([20.0, 60.0])))
            for page in (slip, slip, *spoilt)
            for skew in (3.0, -3.0)
        ]
    papers = [
        page_seen(scanned(paper(f"giấy {n}", dpi), skew=skew))
        for n, dpi in enumerate((150, 200))
        for skew in (3.0, -3.0, 1.0)
    ]
    return slips, papers


@pytest.mark.slow
def test_no_page_in_the_wrong_dossier_in_200_random_stacks_of_real_pictures() -> None:
    """Stacks put together from what was truly read: a slip may be fine, half or wholly unreadable."""
    chance = random.Random(200)
    slips, papers = readings(chance)
    filed = unreadable = 0
    for _ in range(200):
        codes = chance.sample(sorted(slips), chance.randint(1, 5))
        stack: list[tuple[str, PageSeen]] = []
        lost = False
        for code in codes:
            sheets = slips[code][:4] if chance.random() < 0.7 else slips[code]
            sheet = chance.choice(sheets)
            lost = lost or not sheet.codes
            stack.append((code, sheet))
            stack += [(code, chance.choice(papers)) for _ in range(chance.randint(1, 6))]
        try:
            piles = sort_pages([page for _, page in stack], len(codes), UNIT)
        except Refused:
            unreadable += lost
            continue
        filed += 1
        assert all(stack[n - 1][0] == pile.code for pile in piles for n in pile.pages)
    assert filed > 60
    assert unreadable > 20
