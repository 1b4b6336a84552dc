"""Lay each picture of a design board beside ours of the same name.

``python tools/pairs.py BOARD OURS OUT`` writes one picture a pair into OUT, the board at the
left; both stand at the size of the board's, so that a ruler fits both. It tells which pictures of
the board have no counterpart.
"""

import argparse
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

GAP = 24
PAPER = (255, 255, 255)
EDGE = (139, 132, 120)


def pair(board: Path, ours: Path) -> Image.Image:
    """The two pictures side by side."""
    with Image.open(board) as left, Image.open(ours) as right:
        size = left.size
        drawn, made = left.convert("RGB"), right.convert("RGB")
    if made.size != size:
        made = ImageOps.contain(made, size)
    both = Image.new("RGB", (2 * size[0] + GAP, size[1]), PAPER)
    both.paste(drawn, (0, 0))
    both.paste(made, (size[0] + GAP, 0))
    middle = size[0] + GAP // 2
    ImageDraw.Draw(both).line([(middle, 0), (middle, size[1])], EDGE, 2)
    return both


def counterpart(name: str, ours: Path) -> Path | None:
    """Our picture of a screen or paper; a paper's picture may carry a page number."""
    exact = ours / name
    if exact.is_file():
        return exact
    found = sorted(ours.glob(f"{Path(name).stem}-*1.png"))
    return found[0] if name.startswith("paper") and found else None


def main(arguments: list[str] | None = None) -> int:
    """Make every pair; 1 when the board has no picture at all."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("board", "ours", "out"):
        parser.add_argument(name, type=Path)
    chosen = parser.parse_args(arguments)
    drawn = sorted(chosen.board.glob("*.png"))
    if not drawn:
        print(f"{chosen.board}: no picture of a board", file=sys.stderr)
        return 1
    chosen.out.mkdir(parents=True, exist_ok=True)
    alone = []
    for picture in drawn:
        ours = counterpart(picture.name, chosen.ours)
        if ours is None:
            alone.append(picture.stem)
        else:
            pair(picture, ours).save(chosen.out / picture.name)
    print(
        f"{len(drawn) - len(alone)} pairs in {chosen.out}; without counterpart: {alone or 'none'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
