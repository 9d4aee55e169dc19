"""Makes delta_p.json: ΔP in both directions for the cases of collocation.json.

Usage: pip install association-measures pandas && python make_delta_p.py

Liddell's difference of proportions, as association-measures (Heinrich & Evert) has it, is ΔP of the
row given the column; with rows and columns exchanged it is the other direction.
"""
import json
from pathlib import Path
import association_measures.measures as am
import pandas as pd

here = Path(__file__).resolve().parent
cases = json.loads((here / "collocation.json").read_text())["cases"]
counts = pd.DataFrame([{"joint": c["joint"], "positions": c["node"] * c["span"], "collocate": c["collocate"], "corpus": c["corpus"]} for c in cases])
def table(row, column):
    o11, r1, c1, n = counts["joint"], counts[row], counts[column], counts["corpus"]
    return pd.DataFrame({"O11": o11, "O12": r1 - o11, "O21": c1 - o11, "O22": n - r1 - c1 + o11, "R1": r1, "R2": n - r1, "C1": c1, "C2": n - c1, "N": n}).astype(float)
of_node, of_collocate = am.liddell(table("positions", "collocate")), am.liddell(table("collocate", "positions"))
made = [{k: c[k] for k in ("joint", "node", "collocate", "corpus", "span")} | {"expected": {"delta_p_of_collocate": float(y), "delta_p_of_node": float(x)}} for c, x, y in zip(cases, of_node, of_collocate)]
(here / "delta_p.json").write_text(json.dumps({"source": f"association-measures {__import__('importlib.metadata').metadata.version('association-measures')}, Liddell's difference of proportions", "cases": made}, indent=1) + "\n")
