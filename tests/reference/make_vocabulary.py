"""Makes vocabulary.json in this folder with scipy and numpy.

Usage: pip install scipy && python make_vocabulary.py OUT_DIR [SEED]

Each case holds the frequencies of a text's types, most frequent first. Expected are Zipf's law over its ranks
(scipy.stats.zipfian; the exponent by maximising its likelihood, the error by the curvature of the log
likelihood, the Kolmogorov-Smirnov distance of the distributions), the expected number of types among so many
tokens drawn (scipy.stats.hypergeom), and the line through the logarithms of that curve (numpy.polyfit).
"""
import json, random, sys
from pathlib import Path
import numpy as np
import scipy
from scipy import optimize, stats

out = Path(sys.argv[1]); out.mkdir(parents=True, exist_ok=True)
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20251105)


def zipf(frequencies):
    f = np.array(frequencies, dtype=float)
    if len(f) < 2:
        return None
    n, ranks = len(f), np.arange(1, len(f) + 1)
    logs = np.log(ranks)

    def score(a):
        p = ranks ** -a / np.sum(ranks ** -a)
        return np.sum(p * logs) - np.sum(f * logs) / f.sum()

    a = 0.0 if f[0] == f[-1] else optimize.brentq(score, 0.0, 64.0, xtol=1e-15, rtol=1e-14)
    # No other exponent near is likelier.
    if a > 0:
        likelihood = [np.sum(f * stats.zipfian.logpmf(ranks, x, n)) for x in (a, a * 0.999, a * 1.001)]
        assert likelihood[0] >= max(likelihood[1:])
    p = ranks ** -a / np.sum(ranks ** -a)
    error = 1 / np.sqrt(f.sum() * (np.sum(p * logs ** 2) - np.sum(p * logs) ** 2))
    ours = np.cumsum(f) / f.sum()
    theirs = stats.zipfian.cdf(ranks, a, n) if a > 0 else ranks / n
    return {"exponent": float(a), "error": float(error), "distance": float(np.max(np.abs(ours - theirs)))}


def growth(frequencies):
    tokens = sum(frequencies)
    draws = sorted({max(1, round(tokens * part / 20)) for part in range(1, 21)})
    types = [float(np.sum(1 - stats.hypergeom.pmf(0, tokens, np.array(frequencies), m))) for m in draws]
    if len(draws) < 2:
        return {"draws": draws, "types": types, "k": None, "beta": None, "deviation": None}
    beta, ln_k = np.polyfit(np.log(draws), np.log(types), 1)
    law = np.exp(ln_k) * np.array(draws, dtype=float) ** beta
    return {"draws": draws, "types": types, "k": float(np.exp(ln_k)), "beta": float(beta),
            "deviation": float(np.max(np.abs(np.array(types) / law - 1)))}


def case(frequencies):
    frequencies = sorted(frequencies, reverse=True)
    return {"frequencies": frequencies, "zipf": zipf(frequencies), "growth": growth(frequencies)}


cases = [case(f) for f in ([7], [1, 1], [3, 3, 3], [8, 2], [1] * 120, [60, 1], [9, 5, 3, 2, 2, 1, 1, 1, 1, 1])]
for exponent in (0.6, 0.8, 0.95, 1.0, 1.2, 2.0):
    for tokens in (60, 350, 2_200, 20_000):
        counts = {}
        weights = [rank ** -exponent for rank in range(1, 3_000)]
        for word in rng.choices(range(1, 3_000), weights, k=tokens):
            counts[word] = counts.get(word, 0) + 1
        cases.append(case(list(counts.values())))
(out / "vocabulary.json").write_text(
    json.dumps({"source": f"scipy {scipy.__version__}, numpy {np.__version__}", "cases": cases}) + "\n",
    encoding="utf-8")
print("vocabulary.json", len(cases))
