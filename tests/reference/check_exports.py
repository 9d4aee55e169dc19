"""Reads the files of 'Take along, Tables' as people do, and holds them to one another. Not part of the gate.

Download all of them into one folder, and run with it:

    pip install scipy pandas pyarrow
    python3 tests/reference/check_exports.py FOLDER

It counts the token table anew and compares it with both matrices, and the Parquet file with the CSV, cell by cell.
"""

import csv
import io
import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pandas
import pyarrow.parquet
import scipy.io

folder = Path(sys.argv[1])


def said(what, holds):
    print(("holds   " if holds else "DIFFERS ") + what)
    if not holds:
        sys.exit(1)


# The csv module, not pandas: a word may be "null" or "NA".
with open(folder / "parallax-tokens.csv", encoding="utf-8", newline="") as file:
    tokens = list(csv.DictReader(file))
with open(folder / "parallax-matrix.csv", encoding="utf-8", newline="") as file:
    heading, *rows = csv.reader(file)
first = "group" if "group" in tokens[0] else "doc_id"
counted = Counter((token[first], token["type"]) for token in tokens if token["stop_word"] == "false")
dense = {(row[0], word): int(count) for row in rows for word, count in zip(heading[1:], row[1:]) if count != "0"}
said(f"the matrix as CSV, {len(rows)} × {len(heading) - 1}, is what the token table counts", dense == dict(counted))

with zipfile.ZipFile(folder / "parallax-matrix.zip") as archive:
    said("the archive is whole", archive.testzip() is None)
    matrix = scipy.io.mmread(io.BytesIO(archive.read("matrix.mtx"))).tocoo()
    texts = pandas.read_csv(io.BytesIO(archive.read("texts.csv")), keep_default_na=False)
    words = pandas.read_csv(io.BytesIO(archive.read("words.csv")), keep_default_na=False)
sparse = {(texts.doc_id[row], words.type[column]): int(count) for row, column, count in zip(matrix.row, matrix.col, matrix.data)}
said(f"scipy reads the same from Matrix Market, {matrix.shape[0]} × {matrix.shape[1]}, {matrix.nnz} entries", sparse == dense)
columns = matrix.tocsc().sum(axis=0).A1 if hasattr(matrix.tocsc().sum(axis=0), "A1") else matrix.tocsc().sum(axis=0)
said("its columns add up to the frequencies of words.csv", list(columns) == list(words.frequency))

parquet = pyarrow.parquet.read_table(folder / "parallax-tokens.parquet")
as_text = [{name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in row.items()} for row in parquet.to_pylist()]
said(f"pyarrow reads the token table from Parquet, {parquet.num_rows} lines: {parquet.schema.field('start_char').type}, {parquet.schema.field('token').type}, {parquet.schema.field('quoted').type}", as_text == tokens)

with open(folder / "parallax-concordance.csv", encoding="utf-8", newline="") as file:
    hits = list(csv.DictReader(file))
place = {(token["doc_id"], token["token_id"]): token for token in tokens}
ends = all(place[hit["doc_id"], hit["from"]]["start_char"] == hit["start_char"] and place[hit["doc_id"], hit["to"]]["end_char"] == hit["end_char"] for hit in hits)
said(f"the {len(hits)} hits of the concordance join the token table", ends)
frequency = Counter(hit["pattern"] for hit in hits if " " not in hit["pattern"])
said("and are as many as its types", all(Counter(token["type"] for token in tokens)[word] == count for word, count in frequency.items()))

items = json.loads((folder / "parallax-references.json").read_text(encoding="utf-8"))
bibtex = (folder / "parallax-references.bib").read_text(encoding="utf-8")
said("BibTeX and CSL-JSON name the same texts", re.findall(r"^@\w+\{(.+),$", bibtex, re.M) == [item["id"] for item in items])
