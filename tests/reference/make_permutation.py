"""Makes permutation.json in this folder with scipy.stats.permutation_test.

Usage: pip install scipy && python make_permutation.py OUT_DIR [SEED]

Each case holds the word's frequency in every article, the articles' sizes in tokens and which of them are in
the target group; expected are the absolute difference of the groups' mean rates and its exact p: the
statistic is the absolute difference, so that one tail of its distribution is both of the difference's.
"""
import json, random, sys
from math import comb
from pathlib import Path
import numpy as np
import scipy
from scipy import stats

out = Path(sys.argv[1]); out.mkdir(parents=True, exist_ok=True)
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20251105)


def statistic(x, y, axis):
    return np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis))


def case(counts, sizes, target):
    rates = np.array(counts) / np.array(sizes)
    inside = np.array(target)
    if min(inside.sum(), (~inside).sum()) > 1:
        result = stats.permutation_test(
            (rates[inside], rates[~inside]), statistic, permutation_type="independent",
            alternative="greater", n_resamples=np.inf, vectorized=True)
    else:
        # scipy asks for two observations a sample: here the group is a second variable, and all
        # pairings with it are tried, each way to choose the group as often as any other.
        result = stats.permutation_test(
            (rates,), lambda x: abs(x[inside].mean() - x[~inside].mean()), permutation_type="pairings",
            alternative="greater", n_resamples=np.inf, vectorized=False)
    return {"counts": counts, "sizes": sizes, "target": target, "ways": comb(len(counts), sum(target)),
            "expected": {"difference": float(result.statistic), "p": float(result.pvalue)}}


cases = [
    case([6, 0, 0, 0, 0], [329, 369, 620, 577, 340], [True, False, False, False, False]),
    case([6, 1, 0, 2, 3], [329, 369, 620, 577, 340], [True, False, False, False, False]),
    case([0, 3, 3, 3, 3], [300, 300, 300, 300, 300], [True, False, False, False, False]),
    case([5, 4, 0, 0, 0], [329, 369, 620, 577, 340], [True, True, False, False, False]),
    case([2, 2, 2, 2], [100, 100, 100, 100], [True, True, False, False]),
    case([0, 0, 0, 0], [100, 120, 140, 160], [True, True, False, False]),
    case([1, 0], [1, 1], [True, False]),
    case([0, 0, 7], [90, 1, 70], [True, True, False]),
]
for articles in (4, 5, 6, 7, 8, 9, 10, 12, 13):
    for _ in range(6):
        sizes = [rng.randint(1, 2_000) for _ in range(articles)]
        counts = [min(size, rng.choice([0, 0, rng.randint(0, 5), rng.randint(0, 60)])) for size in sizes]
        least = 1 if articles < 8 else 2
        inside = set(rng.sample(range(articles), rng.randint(least, articles - least)))
        cases.append(case(counts, sizes, [at in inside for at in range(articles)]))
# More ways than are all tried: drawn values must come near.
for _ in range(6):
    sizes = [rng.randint(200, 2_000) for _ in range(16)]
    counts = [rng.randint(0, 30) + (6 if at < 8 else 0) for at in range(16)]
    cases.append(case(counts, sizes, [at < 8 for at in range(16)]))
(out / "permutation.json").write_text(
    json.dumps({"source": f"scipy {scipy.__version__}, scipy.stats.permutation_test", "cases": cases}, indent=1) + "\n",
    encoding="utf-8")
print("permutation.json", len(cases))
