"""Times scikit-learn's CountVectorizer: count_vectorizer.py FOLDER RUNS, prints one line of JSON."""

import json
import pathlib
import statistics
import sys
import time

import sklearn
from sklearn.feature_extraction.text import CountVectorizer


def main() -> None:
    folder, runs = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    data = (folder / "texts.bin").read_bytes()
    starts = json.loads((folder / "texts.json").read_text())["starts"]
    documents = [data[a:b].decode() for a, b in zip(starts, starts[1:])]
    result = {"python": sys.version.split()[0], "sklearn": sklearn.__version__}
    for task, longest in (("unigrams", 1), ("bigrams", 2)):
        seconds = []
        for _ in range(runs):
            start = time.perf_counter()
            CountVectorizer(ngram_range=(1, longest)).fit_transform(documents)
            seconds.append(time.perf_counter() - start)
        result[task] = statistics.median(seconds)
    print(json.dumps(result))


main()
