"""Makes clustering.json in this folder with scipy.

Usage: pip install scipy && python make_clustering.py OUT_DIR [SEED]

Each case holds n and the distances of its n leaves (condensed: row by row, above the diagonal). Expected are
the steps of scipy.cluster.hierarchy.linkage: the two nodes joined (n + i is the i-th step), the height, the
number of leaves. Ward's linkage is given for Euclidean distances only. No two distances of a case are equal,
so that the order of the steps leaves no choice.
"""
import json, random, sys
from pathlib import Path
import scipy
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist

out = Path(sys.argv[1]); out.mkdir(parents=True, exist_ok=True)
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20251122)


def steps(distances, method):
    return [{"joined": [int(min(a, b)), int(max(a, b)), int(size)], "height": float(height)}
            for a, b, height, size in linkage(distances, method)]


def case(n, distances, euclidean):
    methods = ["average", "complete", "single"] + (["ward"] if euclidean else [])
    assert len(set(distances)) == len(distances)
    return {"n": n, "distances": [float(d) for d in distances], "expected": {m: steps(distances, m) for m in methods}}


cases = []
for n in (2, 3, 5, 8, 13, 21, 34):
    cases.append(case(n, [rng.random() for _ in range(n * (n - 1) // 2)], False))
for n, axes in ((2, 1), (3, 2), (5, 3), (7, 40), (12, 4), (20, 2), (30, 100)):
    points = [[rng.gauss(0, 1) for _ in range(axes)] for _ in range(n)]
    cases.append(case(n, pdist(points), True))

(out / "clustering.json").write_text(json.dumps({"made_with": {"scipy": scipy.__version__}, "cases": cases}) + "\n")
