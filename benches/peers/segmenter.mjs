// The browser's own word breaker, and counts built on it.

/** Finds every word; returns how many there are. */
export function tokenise(documents) {
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  let words = 0;
  for (const text of documents) {
    for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++;
  }
  return { words };
}
