"""Makes spelling.txt, the British and American spellings of one word, from VarCon.

    python3 make_spelling.py VARCON_CRATE/src/codegen.rs SCOWL_FOLDER > spelling.txt

VARCON_CRATE is the source of the crate `varcon` (1.0.5), which holds Kevin Atkinson's VarCon as Rust
tables; SCOWL_FOLDER is /usr/share/dict/scowl of Debian's package `scowl`. README.md says what is
taken and why, and under which licence.
"""

import collections
import glob
import os
import re
import sys

AMERICAN, BRITISH, OXFORD = "American", "BritishIse", "BritishIze"
LARGEST_SCOWL_LIST = 80


def clusters(path):
    """VarCon's clusters: whether verified, and entries of (words with their regions, archaic, sense)."""
    found = []
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line == "Cluster {":
            found.append({"verified": False, "entries": []})
        elif line.startswith("verified:"):
            found[-1]["verified"] = "true" in line
        elif line == "Entry {":
            entry = {"words": collections.defaultdict(set), "archaic": False, "sense": ""}
            found[-1]["entries"].append(entry)
        elif line.startswith("word:"):
            word = re.search(r'"(.*)"', line)[1]
        elif line.startswith("Type {"):
            region, tag = re.search(r"Category::(\w+), tag: (?:None|Some\(Tag::(\w+)\))", line).groups()
            if region in (AMERICAN, BRITISH, OXFORD) and tag in (None, "Eq"):
                entry["words"][word].add(region)
        elif line.startswith("pos:"):
            entry["archaic"] = "archaic: true" in line
        elif line.startswith("description: Some("):
            entry["sense"] = re.search(r'"(.*)"', line)[1].strip()
    return found


def one_word(entry):
    """Whether the spellings of the entry are one word in every sense, not only in the one it names."""
    sense = entry["sense"]
    return not entry["archaic"] and (not sense or sense.startswith(":") or "metric meter" in sense)


def main(varcon, scowl):
    regions = collections.defaultdict(set)
    parent = {}

    def root(word):
        parent.setdefault(word, word)
        while parent[word] != word:
            word = parent[word]
        return word

    for cluster in clusters(varcon):
        for entry in cluster["entries"]:
            for word, where in entry["words"].items():
                regions[word] |= where
            words = sorted(entry["words"])
            plain = all(word.isascii() and word.isalpha() and word.islower() for word in words)
            if cluster["verified"] and plain and one_word(entry):
                for word in words[1:]:
                    parent[root(word)] = root(words[0])

    classes = collections.defaultdict(list)
    for word in list(parent):
        classes[root(word)].append(word)

    def rank(word):
        where = regions[word]
        both = {AMERICAN, BRITISH} <= where
        return (0 if both else 1 if BRITISH in where else 2 if OXFORD in where else 3, word)

    in_use = set()
    for path in glob.glob(os.path.join(scowl, "*")):
        if int(path.rsplit(".", 1)[1]) <= LARGEST_SCOWL_LIST:
            in_use.update(open(path, encoding="latin-1").read().split())

    pairs = []
    for words in classes.values():
        if any(word in in_use for word in words):
            name = min(words, key=rank)
            pairs += [(word, name) for word in words if word != name]
    write(pairs)


def write(pairs):
    """Writes pairs of a spelling and its name, those that differ alike and have the same endings in a line."""
    endings = collections.defaultdict(set)
    for word, name in pairs:
        kept = len(os.path.commonprefix([word, name]))
        spelt, named = word[kept:], name[kept:]
        shared = len(os.path.commonprefix([spelt[::-1], named[::-1]]))
        change = spelt[:len(spelt) - shared], named[:len(named) - shared]
        endings[word[:kept], change].add(spelt[len(spelt) - shared:])
    lines = collections.defaultdict(list)
    for (start, change), ends in sorted(endings.items()):
        lines[change, tuple(sorted(ends))].append(start)
    for (change, ends), starts in sorted(lines.items(), key=lambda line: (-len(line[1]), line[0])):
        print(":".join([*change, ",".join(ends), " ".join(starts)]))


main(*sys.argv[1:])
