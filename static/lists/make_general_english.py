#!/usr/bin/env python3
"""Makes general-english.txt from the package wordfreq: see README.md beside this file.

    python3 -m venv venv && venv/bin/pip install wordfreq==3.1.1
    venv/bin/python make_general_english.py > general-english.txt
"""

import wordfreq

# Words rarer than one in a million are left out.
LEAST = 300  # in hundredths of the Zipf scale: the logarithm of the occurrences in a billion words

HEADER = """\
# How often words occur in general English: occurrences in a billion words, then the words that
# occur so often. Rates are rounded to 1 %. Words rarer than 1,000 in a billion are not listed.
# From wordfreq 3.1.1 by Robyn Speer (https://doi.org/10.5281/zenodo.7199437), 'large' list for en.
# Licence: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/). See README.md."""


def is_word(word):
    # Numbers stand in the source by their shape only (0000 for any year), and a symbol is no word.
    return any(c.isalpha() for c in word) and not any(c.isdigit() for c in word)


print(HEADER)
# The words at place i of the list occur with probability 10 ** (-i / 100).
for place, words in enumerate(wordfreq.get_frequency_list("en", "large")):
    zipf = 900 - place
    words = sorted(filter(is_word, words))
    if zipf >= LEAST and words:
        print(round(10 ** (zipf / 100)), *words)
