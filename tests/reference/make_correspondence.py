"""Makes correspondence.json in this folder with numpy.

Usage: pip install numpy && python make_correspondence.py OUT_DIR [SEED]

Each case holds a table of counts, row by row, and how many columns it has. Expected is its correspondence
analysis by the singular value decomposition (numpy.linalg.svd) of the standardised residuals: the total
inertia, that of each axis, and of every row and column its mass, its squared chi-squared distance from the
average profile, its principal coordinates and its contributions. Each axis points so that the first column
off its middle (by 0.1 % of the farthest) is on its positive side. No two axes of a case are of equal inertia.
"""
import json, random, sys
from pathlib import Path
import numpy as np

out = Path(sys.argv[1]); out.mkdir(parents=True, exist_ok=True)
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20251122)


def case(table):
    n = np.array(table, dtype=float)
    p = n / n.sum()
    r, c = p.sum(axis=1), p.sum(axis=0)
    s = (p - np.outer(r, c)) / np.sqrt(np.outer(r, c))
    u, sigma, vt = np.linalg.svd(s, full_matrices=False)
    keep = [k for k in range(min(n.shape) - 1) if sigma[k] ** 2 > 1e-12 * np.sum(s ** 2)]
    inertias = sigma[keep] ** 2
    assert all(a / b > 1.001 for a, b in zip(inertias, inertias[1:])), "axes of equal inertia"
    rows = u[:, keep] * sigma[keep] / np.sqrt(r)[:, None]
    columns = vt.T[:, keep] * sigma[keep] / np.sqrt(c)[:, None]
    for k in range(len(keep)):
        off = np.abs(columns[:, k]) > 1e-3 * np.abs(columns[:, k]).max()
        if columns[np.argmax(off), k] < 0:
            rows[:, k] *= -1
            columns[:, k] *= -1

    def profiles(masses, coordinates, residuals):
        return [{"mass": float(m), "distance": float(np.sum(q ** 2) / m), "coordinates": [float(x) for x in f],
                 "contributions": [float(m * x * x / i) for x, i in zip(f, inertias)]}
                for m, f, q in zip(masses, coordinates, residuals)]

    return {"columns": n.shape[1], "counts": [int(x) for x in n.flatten()],
            "expected": {"total": float(np.sum(s ** 2)), "inertias": [float(x) for x in inertias],
                         "rows": profiles(r, rows, s), "columns": profiles(c, columns, s.T)}}


def counts(rows, columns, most):
    """Counts with rows and columns of very different sizes, some cells empty."""
    of_row = [rng.uniform(0.05, 1) ** 2 for _ in range(rows)]
    of_column = [rng.uniform(0.3, 1) for _ in range(columns)]
    table = [[int(most * a * b * rng.expovariate(1)) for b in of_column] for a in of_row]
    for row in table:
        row[rng.randrange(columns)] += 1
    for column in range(columns):
        table[rng.randrange(rows)][column] += 1
    return table


# Greenacre's staff groups by smoking habits, a textbook table: none, light, medium, heavy.
cases = [case([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]]), case([[6, 0], [0, 2]])]
for rows, columns in ((3, 2), (2, 3), (4, 4), (40, 5), (100, 5), (5, 30), (60, 12), (24, 25)):
    cases.append(case(counts(rows, columns, 40)))
(out / "correspondence.json").write_text(json.dumps({"made_with": {"numpy": np.__version__}, "cases": cases}) + "\n")
