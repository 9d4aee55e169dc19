"""Makes compositions.txt: which Latin, Greek and Cyrillic letters are a letter and a mark.

From Unicode's canonical decompositions, as Python's unicodedata has them; the pairs are stable by Unicode's
own policy. A line is a mark and then, for every letter that carries it, the letter and the two as one.
Usage: python3 make_compositions.py > compositions.txt
"""

import sys
import unicodedata

LATIN_GREEK_CYRILLIC = [range(0x0, 0x530), range(0x1E00, 0x1F00)]

lines: dict[str, list[str]] = {}
for block in LATIN_GREEK_CYRILLIC:
    for whole in map(chr, block):
        parts = unicodedata.decomposition(whole).split()
        if len(parts) != 2 or parts[0].startswith("<"):
            continue
        letter, mark = (chr(int(part, 16)) for part in parts)
        # What Unicode leaves apart when it composes stays apart.
        if unicodedata.normalize("NFC", letter + mark) == whole:
            lines.setdefault(mark, []).append(letter + whole)
for mark in sorted(lines):
    sys.stdout.write(mark + "".join(sorted(lines[mark])) + "\n")
