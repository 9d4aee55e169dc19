"""Makes the word lists of the Style view: syllables.txt, varieties.txt, hedges.txt, participles.txt, tone.txt.

    python3 make_style.py CMUDICT VARCON HEDGES VADER

CMUDICT is index.js of the npm package `cmu-pronouncing-dictionary` 3.0.0, VARCON src/codegen.rs of the
crate `varcon` 1.0.5, HEDGES index.js of the npm package `hedges` 2.0.1, VADER vader_lexicon.txt of the
Python package `vaderSentiment` 3.3.2. README.md says what is taken, why, and under which licence. The
rules for syllables are learnt anew each time, in a minute, and always come out the same; how often
they are right is printed.
"""

import collections
import heapq
import re
import sys
import zlib


def write(name, lines):
    with open(name, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(f"{line}\n" for line in lines))
    print(f"{name}: {len(lines)} lines")


# ---- Syllables ----------------------------------------------------------------------------------

# A rule must make this many more words of the training part right than it makes wrong.
LEAST_GAIN = 5


def syllables_by_word(path):
    """Every word of letters alone, with the numbers of syllables its pronunciations have, the first one first."""
    found = collections.defaultdict(list)
    source = open(path, encoding="utf-8").read()
    entry = r"""^\s*(?:"([^"]+)"|'([^']+)'|(\w+)): ?["']([A-Z0-9 ]+)["']"""
    for one, two, three, sounds in re.findall(entry, source, re.M):
        word = re.sub(r"\(\d+\)$", "", one or two or three)
        # A vowel's sound carries a digit for its stress.
        count = sum(sound.isdigit() for sound in sounds)
        if re.fullmatch("[a-z]+", word) and count and count not in found[word]:
            found[word].append(count)
    return dict(found)


def groups(word):
    """Runs of vowels."""
    return len(re.findall("[aeiouy]+", word))


def by_rules(word, rules):
    marked = f"^{word}$"
    return max(1, groups(word) + sum(step * marked.count(pattern) for pattern, step in rules))


def learn(words):
    """Patterns, each of which adds or takes a syllable, greedily: always the one that mends most words."""
    order = sorted(words)
    marked = [f"^{word}$" for word in order]
    said = [groups(word) for word in order]
    right = [words[word] for word in order]
    places = collections.defaultdict(list)
    for number, word in enumerate(marked):
        found = {word[at:at + n] for n in range(2, 8) for at in range(len(word) - n + 1)}
        for pattern in found:
            if re.search("[aeiouy]", pattern):
                places[pattern].append(number)
    places = {pattern: numbers for pattern, numbers in places.items() if len(numbers) >= 8}

    def gain(pattern, step):
        return sum(
            (said[n] + step * marked[n].count(pattern) in right[n]) - (said[n] in right[n]) for n in places[pattern]
        )

    def candidates():
        found = [(-gain(pattern, step), pattern, step) for pattern in sorted(places) for step in (-1, 1)]
        found = [candidate for candidate in found if -candidate[0] >= LEAST_GAIN]
        heapq.heapify(found)
        return found

    rules = []
    heap = candidates()
    while heap:
        _, pattern, step = heapq.heappop(heap)
        now = gain(pattern, step)
        if heap and -heap[0][0] > now:
            if now >= LEAST_GAIN:
                heapq.heappush(heap, (-now, pattern, step))
            continue
        if now < LEAST_GAIN:
            break
        for number in places[pattern]:
            said[number] += step * marked[number].count(pattern)
        rules.append((pattern, step))
        # A rule changes what others gain, up as well as down.
        if len(rules) % 40 == 0:
            heap = candidates()
    return rules


def syllables(path):
    words = syllables_by_word(path)
    held_out = {word for word in words if zlib.crc32(word.encode()) % 5 == 0}
    rules = learn({word: counts for word, counts in words.items() if word not in held_out})
    good = sum(by_rules(word, rules) in words[word] for word in held_out)
    plain = sum(max(1, groups(word)) in words[word] for word in held_out)
    print(f"syllables: {len(words)} words; of {len(held_out)} held out, the rules have {good / len(held_out):.2%} "
          f"right, runs of vowels alone {plain / len(held_out):.2%}")
    exceptions = collections.defaultdict(list)
    for word in sorted(words):
        if by_rules(word, rules) not in words[word]:
            exceptions[words[word][0]].append(word)
    lines = [" ".join(["+", *sorted(pattern for pattern, step in rules if step > 0)])]
    lines.append(" ".join(["-", *sorted(pattern for pattern, step in rules if step < 0)]))
    lines += [" ".join([str(count), *exceptions[count]]) for count in sorted(exceptions)]
    print(f"syllables: {len(rules)} rules, {sum(map(len, exceptions.values()))} exceptions")
    write("syllables.txt", lines)
    return set(words)


# ---- British and American spellings -------------------------------------------------------------

AMERICAN, BRITISH, OXFORD = "American", "BritishIse", "BritishIze"


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


def varieties(path, known):
    regions = collections.defaultdict(set)
    found = clusters(path)
    for cluster in found:
        for entry in cluster["entries"]:
            for word, where in entry["words"].items():
                regions[word] |= where
    of_word = {}
    for entry in (entry for cluster in found if cluster["verified"] for entry in cluster["entries"]):
        words = entry["words"]
        if entry["archaic"] or not all(re.fullmatch("[a-z]+", word) for word in words):
            continue
        if not any(word in known for word in words):
            continue
        # `tire` and `check` are American in one sense and English everywhere in another.
        one_sense = not entry["sense"] or entry["sense"].startswith(":") or "metric meter" in entry["sense"]
        for word in words:
            where = regions[word]
            if BRITISH in where and AMERICAN not in where:
                others = sorted(other for other in words if AMERICAN in words[other] and other != word)
                variety = "b"
            elif AMERICAN in where and BRITISH not in where and one_sense:
                others = sorted(other for other in words if BRITISH in words[other] and other != word)
                variety = "o" if OXFORD in where else "a"
            else:
                continue
            if others:
                of_word.setdefault(word, f"{variety} {others[0]}")
    write("varieties.txt", [f"{word} {rest}" for word, rest in sorted(of_word.items())])


# ---- Hedges -------------------------------------------------------------------------------------

# Hyland (2005, Metadiscourse, appendix) lists these too, or another form of them; the rest of `hedges`
# (`say`, `will`, `always`, `find` ...) does not hedge in news. `should` and `would` are left out: in news
# the one mostly asks for something, and the other is the future of reported speech (`he said they would
# go on`) or a condition.
HYLAND = """
about almost apparent apparently appear appeared appears approximately around assume assumed could doubt
doubtful estimate estimated fairly frequently generally guess in~general in~my~opinion in~my~view indicate
largely likely mainly may maybe might mostly often perhaps possible possibly presumable presumably probable
probably quite rather roughly seem seemed seems sometimes somewhat suggest suggested suggests suppose supposed
supposes tend unlikely usually
""".replace("\n", " ").split()

# Words that hedge only in one company: what each condition means stands in src/analysis/style/hedges.rs.
ONLY = {
    "about": "number", "around": "number", "rather": "not-than", "may": "maybe", "might": "maybe",
    "could": "maybe", "doubt": "not-no", "assume": "that", "assumed": "that", "suppose": "that", "supposed": "only-that",
    "supposes": "that", "appear": "that", "appeared": "that", "appears": "that", "possible": "only-that",
    "suggest": "not-ing", "suggested": "only-that", "suggests": "not-ing", "fairly": "degree", "quite": "degree",
}


def hedges(path):
    listed = set(re.findall(r"""^\s+['"](.+?)['"],?$""", open(path, encoding="utf-8").read(), re.M))
    wanted = [entry.replace("~", " ") for entry in HYLAND]
    missing = [entry for entry in wanted if entry not in listed]
    if missing:
        sys.exit(f"not in the package hedges: {missing}")
    write("hedges.txt", sorted(f"{entry}:{ONLY.get(entry, '')}" for entry in wanted))


# ---- Participles --------------------------------------------------------------------------------

# Past participles that don't end in -ed, of verbs that have a passive; written down for Parallax.
IRREGULAR = """
awoken beaten begun bent bet bidden bitten blown born borne bought bound bred broadcast broken brought built
burnt bust cast caught chosen clung cut dealt done drawn driven dug dreamt drunk eaten fallen fed felt fled
flown flung forbidden forecast foreseen forgiven forgotten forgone forsaken fought found frozen given ground
grown heard held hewn hidden hit hung hurt kept known laid lain leapt learnt led left lent let lit lost made
meant met misled mistaken misunderstood mown offset outdone outsold overcome overdone overheard overridden
overrun overseen overtaken overthrown paid proven put quit read rebuilt recast redone remade repaid reread
resold retaken rethought retold rewritten ridden risen rung said sawn seen sent set sewn shaken shaved shed
shod shone shorn shot shown shrunk shut slain slung slit smelt snuck sold sought sown spat sped spelt spent
spilt split spoilt spoken spread sprung spun stolen strewn stricken striven strung struck stuck stung
sung sunk swept sworn swum swung swollen taken taught thought thrown thrust told torn trodden understood
undergone undertaken undone unwound upheld upset withdrawn withheld withstood woken won worn wound woven
written wrought wrung
""".split()

# Words in -ed that are no participles, and participles that are adjectives more often than not after
# a form of `be` (`is interested`, `is based in`, `is committed to`).
NOT_PASSIVE = """
advanced aged aligned ashamed based bed beloved biased bleed bored breed committed complicated concerned
convinced creed crowded dedicated deed delighted detailed determined devoted disappointed divided divorced
dogged embed embarrassed exceed excited exhausted experienced feed feared frightened gifted greed hundred
inclined indeed interconnected interested involved isolated jagged limited located married mixed naked need
opposed outdated overwhelmed packed pleased prepared proceed qualified ragged red reed related renowned
retired rugged sacred satisfied scared seed shocked shred situated skilled sled sophisticated speed
succeed supposed surprised talented thrilled tired united unlimited unprecedented unprepared used weed wed
wicked worried wretched
""".split()


def participles():
    lines = [" ".join(["irregular", *sorted(set(IRREGULAR))]), " ".join(["not-passive", *sorted(set(NOT_PASSIVE))])]
    write("participles.txt", lines)


# ---- Tone ---------------------------------------------------------------------------------------


# Words rated nearer to neutral say little (`number` 0.3, `defence` 0.4) and are many.
LEAST_RATING = 1


def tone(path):
    ratings = {}
    for line in open(path, encoding="utf-8"):
        word, mean = line.split("\t")[:2]
        if re.fullmatch("[a-z]+(?:['-][a-z]+)*", word) and len(word) > 1 and abs(float(mean)) >= LEAST_RATING:
            ratings[word] = mean
    write("tone.txt", [f"{word} {ratings[word]}" for word in sorted(ratings)])


def main(cmudict, varcon, hedge_words, vader):
    known = syllables(cmudict)
    varieties(varcon, known)
    hedges(hedge_words)
    participles()
    tone(vader)


main(*sys.argv[1:])
