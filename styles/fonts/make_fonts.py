#!/usr/bin/python3
"""Makes the font files of this folder from the web fonts of an unpacked npm package.

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0
    tar -xzf fontsource-atkinson-hyperlegible-next-5.3.0.tgz
    python3 make_fonts.py package

The package has each weight in two subsets, latin and latin-ext, as WOFF2; FreeType with one file a
weight is what Pango measures and draws best. Needs fontTools and brotli (python3-fonttools,
python3-brotli). The same input and the same fontTools give the same bytes.
"""

import pathlib
import sys
import tempfile

from fontTools import merge
from fontTools.ttLib import TTFont

WEIGHTS = {400: "Regular", 700: "Bold"}


def read_subset(package: pathlib.Path, subset: str, weight: int) -> TTFont:
    name = f"atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"
    font = TTFont(package / "files" / name, recalcTimestamp=False)
    font.flavor = None
    return font


def remove_characters(font: TTFont, characters: set[int]) -> None:
    """Takes characters, not glyphs, out of a font."""
    for table in font["cmap"].tables:
        for character in characters & table.cmap.keys():
            del table.cmap[character]


def make_font(package: pathlib.Path, weight: int, target: pathlib.Path) -> None:
    latin = read_subset(package, "latin", weight)
    extended = read_subset(package, "latin-ext", weight)
    # A character in both would make the merger swap glyphs by script, away from their kerning.
    remove_characters(extended, set(latin.getBestCmap()))
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for name, font in (("latin.ttf", latin), ("latin-ext.ttf", extended)):
            parts.append(str(pathlib.Path(folder) / name))
            font.save(parts[-1])
        merged = merge.Merger().merge(parts)
    # The merger takes the clock; the subsets keep the day the font was made.
    merged["head"].created = latin["head"].created
    merged["head"].modified = latin["head"].modified
    merged.recalcTimestamp = False
    merged.save(target, reorderTables=False)


def main() -> None:
    package = pathlib.Path(sys.argv[1])
    folder = pathlib.Path(__file__).resolve().parent
    for weight, style in WEIGHTS.items():
        make_font(package, weight, folder / f"AtkinsonHyperlegibleNext-{style}.ttf")


if __name__ == "__main__":
    main()
