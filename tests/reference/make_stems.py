"""Makes stems.txt in this folder with Snowball's own Python package.

Usage: pip install snowballstemmer==3.0.1 && python make_stems.py CORPUS_DIR GENERAL_ENGLISH OUT_DIR

Every word of small letters in the texts of CORPUS_DIR and every tenth word of GENERAL_ENGLISH
(static/lists/general-english.txt), with its stem.
"""
import re, sys
from pathlib import Path
import snowballstemmer

corpus, english, out = (Path(argument) for argument in sys.argv[1:4])
words = set()
for text in sorted(corpus.rglob("*.md")) + sorted(corpus.rglob("*.txt")):
    words.update(re.findall(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])", text.read_text(encoding="utf-8")))
listed = [word for line in english.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
          for word in line.split()[1:] if re.fullmatch("[a-z]+", word)]
words.update(listed[::10])
stemmer = snowballstemmer.stemmer("english")
lines = [f"{word} {stemmer.stemWord(word)}" for word in sorted(words)]
head = "# A word and its stem by snowballstemmer 3.0.1 (English): see make_stems.py."
(out / "stems.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
print("stems.txt", len(lines))
