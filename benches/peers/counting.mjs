// The JavaScript that Parallax's engine is measured against: written by hand, as a careful author
// would who wants speed: one pass over character codes, a table for ASCII, ids from a Map, counts in
// typed arrays. It does less than the engine: no possessives, no spelling variants.

/** 1 where the UTF-16 unit belongs to a word (surrogates are taken to: letters beyond the BMP). */
const WORD = (() => {
  const table = new Uint8Array(65_536);
  const word = /[\p{L}\p{N}\p{M}_]/u;
  for (let unit = 0; unit < 65_536; unit++) {
    table[unit] = (unit >= 0xd800 && unit < 0xe000) || word.test(String.fromCharCode(unit)) ? 1 : 0;
  }
  return table;
})();
const APOSTROPHE = 0x27;
const QUOTE = 0x2019;
const HYPHEN = 0x2d;

/** A typed array that grows. */
class Column {
  constructor(size = 1 << 16) {
    this.values = new Uint32Array(size);
    this.length = 0;
  }
  push(value) {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** Where the words of `text` stand: start and end of each, in `spans`. */
function findWords(text, spans) {
  const end = text.length;
  let at = 0;
  while (at < end) {
    if (WORD[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const start = at++;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (WORD[unit] === 1) continue;
      if ((unit === APOSTROPHE || unit === QUOTE || unit === HYPHEN) && at + 1 < end && WORD[text.charCodeAt(at + 1)] === 1) continue;
      break;
    }
    spans.push(start);
    spans.push(at);
  }
}

/** Finds every word; returns how many there are. */
export function tokenise(documents) {
  const spans = new Column(1 << 20);
  let words = 0;
  for (const text of documents) {
    spans.length = 0;
    findWords(text, spans);
    words += spans.length / 2;
  }
  return { words };
}

/** Gives each different word a number, in order of first sight. */
class Vocabulary {
  constructor() {
    this.ids = new Map();
  }
  id(word) {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(word, id);
    return id;
  }
}

/** Counts of one document after another: rows of (term, count), where each document starts. */
class Counts {
  constructor() {
    this.starts = new Column();
    this.terms = new Column(1 << 20);
    this.counts = new Column(1 << 20);
    this.tally = new Uint32Array(1 << 16);
    this.seen = new Column();
  }
  add(id) {
    if (id >= this.tally.length) {
      const larger = new Uint32Array(Math.max(this.tally.length * 2, id + 1));
      larger.set(this.tally);
      this.tally = larger;
    }
    if (this.tally[id]++ === 0) this.seen.push(id);
  }
  endDocument() {
    this.starts.push(this.terms.length);
    const { tally, seen } = this;
    for (let i = 0; i < seen.length; i++) {
      const id = seen.values[i];
      this.terms.push(id);
      this.counts.push(tally[id]);
      tally[id] = 0;
    }
    seen.length = 0;
  }
}

/** Counts the words of each document. */
export function unigrams(documents) {
  const vocabulary = new Vocabulary();
  const counts = new Counts();
  const spans = new Column(1 << 20);
  let words = 0;
  for (const text of documents) {
    spans.length = 0;
    findWords(text, spans);
    for (let i = 0; i < spans.length; i += 2) {
      counts.add(vocabulary.id(text.slice(spans.values[i], spans.values[i + 1]).toLowerCase()));
    }
    words += spans.length / 2;
    counts.endDocument();
  }
  return { words, types: vocabulary.ids.size, rows: counts.terms.length };
}

/** Counts the words and the pairs of neighbouring words of each document. */
export function bigrams(documents) {
  const vocabulary = new Vocabulary();
  // A Map of its own for the followers of each word: small numbers as keys, where one Map
  // for all would need the two numbers in one key.
  const followers = [];
  let pairs = 0;
  const singles = new Counts();
  const doubles = new Counts();
  const spans = new Column(1 << 20);
  let words = 0;
  for (const text of documents) {
    spans.length = 0;
    findWords(text, spans);
    let before = -1;
    for (let i = 0; i < spans.length; i += 2) {
      const id = vocabulary.id(text.slice(spans.values[i], spans.values[i + 1]).toLowerCase());
      singles.add(id);
      if (id === followers.length) followers.push(new Map());
      if (before >= 0) {
        const map = followers[before];
        let pair = map.get(id);
        if (pair === undefined) {
          pair = pairs++;
          map.set(id, pair);
        }
        doubles.add(pair);
      }
      before = id;
    }
    words += spans.length / 2;
    singles.endDocument();
    doubles.endDocument();
  }
  return { words, types: vocabulary.ids.size + pairs, rows: singles.terms.length + doubles.terms.length };
}
