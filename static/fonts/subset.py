"""Subsets and renames the faces of the page; started by subset.sh with the folders to read from and to write to."""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

source, target = map(pathlib.Path, sys.argv[1:3])

# English, with the signs the page sets: what the first view is drawn in. Arrows and ≤ ≥ are in neither family:
# they come from the fallback families that fonts.css names.
FIRST = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0·×–—‘’“”•…′″−"
# The rest of Western European Latin, fetched when a text has such a letter.
MORE = "".join(letter for letter in map(chr, range(0xA1, 0x100)) if letter not in FIRST) + "Œœ‚„‹›€"
DROP = set("¤¦¨¬¯´¸¹\u00ad")


def characters(font, letters):
    held = font.getBestCmap()
    return [ord(letter) for letter in letters if letter not in DROP and ord(letter) in held]


def tabular_figures(font):
    """Adds figures of one width as the feature `tnum`, as composites of the figures there are.

    Libre Franklin's figures are proportional and it has no such feature. The composite is as wide as the mean of
    the ten figures; both its width and the shift of its figure vary with the weight.
    """
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    weights = [axis for axis in font["fvar"].axes if axis.axisTag == "wght"][0]
    heavy = instantiateVariableFont(TTFont(font.reader.file.name), {"wght": weights.maxValue})
    light = font["hmtx"].metrics
    bold = heavy["hmtx"].metrics
    width = round(sum(light[digit][0] for digit in digits) / 10)
    width_bold = round(sum(bold[digit][0] for digit in digits) / 10)
    order = font.getGlyphOrder()
    mapping = {}
    for digit in digits:
        name = f"{digit}.tnum"
        shift = round((width - light[digit][0]) / 2)
        shift_bold = round((width_bold - bold[digit][0]) / 2)
        part = GlyphComponent()
        part.glyphName, part.x, part.y = digit, shift, 0
        part.flags = 0x0002 | 0x0004  # ARGS_ARE_XY_VALUES, ROUND_XY_TO_GRID
        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = [part]
        order.append(name)
        font["glyf"].glyphs[name] = glyph
        font["hmtx"].metrics[name] = (width, light[digit][1] + shift)
        # One point for the part, then the four that carry left, right, top and bottom.
        moved = [(shift_bold - shift, 0), (0, 0), (width_bold - width, 0), (0, 0), (0, 0)]
        font["gvar"].variations[name] = [TupleVariation({"wght": (0.0, 1.0, 1.0)}, moved)]
        mapping[digit] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    for name in mapping.values():
        font["glyf"][name].recalcBounds(font["glyf"])

    table = font["GSUB"].table
    single = otTables.SingleSubst()
    single.mapping = mapping
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 0, [single], 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    feature = otTables.Feature()
    feature.FeatureParams, feature.LookupListIndex, feature.LookupCount = None, [table.LookupList.LookupCount - 1], 1
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = "tnum", feature
    table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    index = table.FeatureList.FeatureCount - 1
    for script in table.ScriptList.ScriptRecord:
        systems = [script.Script.DefaultLangSys] + [lang.LangSys for lang in script.Script.LangSysRecord]
        for system in filter(None, systems):
            system.FeatureIndex.append(index)
            system.FeatureCount = len(system.FeatureIndex)


def prune_kerning(font, least):
    """Drops single kerning pairs of less than `least` thousandths of the size; classes of pairs stay."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2 or table.Format != 1:
                continue
            for pairs in table.PairSet:
                pairs.PairValueRecord = [
                    pair for pair in pairs.PairValueRecord if abs(getattr(pair.Value1, "XAdvance", 0)) >= least
                ]
                pairs.PairValueCount = len(pairs.PairValueRecord)
            full = [(glyph, pairs) for glyph, pairs in zip(table.Coverage.glyphs, table.PairSet) if pairs.PairValueCount]
            table.Coverage.glyphs = [glyph for glyph, _ in full]
            table.PairSet = [pairs for _, pairs in full]
            table.PairSetCount = len(full)


def rename(font, family, style):
    """A name of the page's own: these are modified versions."""
    names = font["name"]
    keep = {0, 13, 14}
    names.names = [record for record in names.names if record.nameID in keep]
    post = f"{family.replace(' ', '')}-{style}"
    for number, words in [(1, family), (2, style), (3, f"{post};subset"), (4, f"{family} {style}"), (6, post)]:
        names.setName(words, number, 3, 1, 0x409)


def make(name, family, style, weight, features, tabular, least_kern, letters, part=""):
    path = source / name
    font = TTFont(path)
    if font["head"].unitsPerEm > 1000:
        # Half the resolution: nothing a screen shows, a tenth of the bytes.
        scale_upem(font, 1000)
    font = instantiateVariableFont(font, {"wght": weight}, overlap=OverlapMode.KEEP_AND_DONT_SET_FLAGS)
    font.save(source / "instance.ttf")
    font = TTFont(source / "instance.ttf")
    if "gvar" in font:
        # The subsetter expects an entry for every glyph, the instancer drops those that don't vary.
        known = font["gvar"].variations
        font["gvar"].variations = {
            glyph: known[glyph] if glyph in known else [] for glyph in font.getGlyphOrder()
        }
    if tabular:
        tabular_figures(font)
        # Advance widths vary by the glyphs' own points: HVAR would only repeat them, without the new figures.
        if "HVAR" in font:
            del font["HVAR"]
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "MVAR", "DSIG", "meta"]
    options.hinting = False
    options.desubroutinize = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters(font, letters))
    subsetter.subset(font)
    prune_kerning(font, least_kern)
    rename(font, family, style)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = "woff2"
    out = target / (family.lower().replace(" ", "-") + part + ".woff2")
    font.save(out)
    missing = [letter for letter in letters if letter not in DROP and ord(letter) not in font.getBestCmap()]
    print(f"{out.name}: {out.stat().st_size} bytes, {len(font.getBestCmap())} characters, missing: {''.join(missing)}")


for letters, part in [(FIRST, ""), (MORE, "-more")]:
    make(
        "newsreader-latin-wght-normal.woff2", "Parallax Serif", "Regular", (400, 400, 600), ["kern", "liga", "tnum"],
        False, 8, letters, part,
    )
    make(
        "libre-franklin-latin-wght-normal.woff2", "Parallax Sans", "Regular", (400, 400, 700), ["kern", "tnum"],
        not part, 0, letters, part,
    )
