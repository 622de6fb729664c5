/* The index on the server: files that generator/pages/search/parts.py and files.py write, each
   loaded once and only when a query needs it. */

import { fold } from "./words.js";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const BASE = 32;
const MIDDLE = 4;
const FIELD_COUNT = 3;
const MOST_PARTS = 3;
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => { VALUES[digit.charCodeAt(0)] = value; });

const numbers = (list) => {
  const read = [];
  let [value, scale] = [0, 1];
  for (let at = 1; at < list.length; at += 1) {
    const digit = VALUES[list.charCodeAt(at)];
    value += (digit % BASE) * scale;
    scale *= BASE;
    if (digit >= BASE) continue;
    read.push(value);
    [value, scale] = [0, 1];
  }
  return read;
};

/** How often a term counts as standing in a record: once, at level 4, in a field of middling length. */
const frequency = (level) => 2 ** ((level - MIDDLE) / 2);

const FINE = Array.from({ length: 8 }, (_, level) => frequency(level));
const COARSE = Array.from({ length: 4 }, (_, level) => frequency(2 * level + 0.5));

const withLevels = (list, frequencies, use) => {
  let record = -1;
  for (const value of numbers(list)) {
    record += Math.floor(value / frequencies.length) + 1;
    use(record, frequencies[value % frequencies.length]);
  }
};

const inRuns = (list, use) => {
  let [record, skipping] = [0, true];
  for (const value of numbers(list)) {
    if (skipping) record += value;
    else for (const end = record + value; record <= end; record += 1) use(record, 1);
    skipping = !skipping;
  }
};

const READERS = {
  l: (list, use) => withLevels(list, FINE, use),
  c: (list, use) => withLevels(list, COARSE, use),
  r: inRuns,
};

/** Hand each record of a list with its frequency to a function, in order. */
export const readList = (list, use) => {
  if (list) READERS[list[0]](list, use);
};

/** Where a term stands in the order of terms; `sort_key` of parts.py. */
export const sortKey = (term) => {
  if (term.includes(":")) return `~~${fold(term)}`;
  return term.includes(" ") || term.endsWith("=") ? `~${fold(term)}` : fold(term);
};

const asEntry = ([term, ...rest]) => {
  const further = typeof rest.at(-1) === "object" ? rest.pop() : null;
  return { term, key: sortKey(term), lists: rest, further };
};

const fetchJson = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

/** Open the index of a manifest whose files lie in a folder. */
export const openStore = (manifest, folder, load = fetchJson) => {
  const loaded = new Map();
  const once = (path) => {
    if (!loaded.has(path)) {
      const file = load(`${folder}${manifest.version}/${path}.json`);
      file.catch(() => loaded.delete(path));
      loaded.set(path, file);
    }
    return loaded.get(path);
  };

  /** Number of the part that holds a key, if any does. */
  const partOf = (key) => {
    let [low, high] = [0, manifest.keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (manifest.keys[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  };

  const parts = async (which) => {
    const found = await Promise.all([...new Set(which)].map((number) => once(`terms/${number}`)));
    return found.flatMap((entries) => entries.map(asEntry));
  };

  /** Entries by key. */
  const entries = async (keys) => {
    const found = new Map(keys.map((key) => [key, []]));
    for (const entry of await parts(keys.map(partOf))) found.get(entry.key)?.push(entry);
    return found;
  };

  /** Entries of words that begin with some letters, from a few parts at most. */
  const beginningWith = async (start) => {
    const first = partOf(start);
    const last = Math.min(partOf(`${start}\uffff`), first + MOST_PARTS - 1);
    const span = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return (await parts(span)).filter(({ key }) => key.startsWith(start));
  };

  const blockOf = (record) => Math.floor(record / manifest.block);

  /** Blocks in which an entry has records. */
  const blocksOf = ({ lists, further }) => {
    if (further) return [0, ...Object.keys(further).map(Number)];
    const blocks = new Set();
    for (const list of lists) readList(list, (record) => blocks.add(blockOf(record)));
    return [...blocks];
  };

  /** An entry's records of one block: for each field a map from record to frequency. */
  const inBlock = async ({ lists, further }, block) => {
    const own = further && block in further ? await once(`blocks/${further[block]}`) : lists;
    return Array.from({ length: FIELD_COUNT }, (_, field) => {
      const found = new Map();
      readList(own[field], (record, count) => {
        if (blockOf(record) === block) found.set(record, count);
      });
      return found;
    });
  };

  let end = 0;
  const kinds = manifest.kinds.map((kind) => ({ ...kind, end: (end += kind.count) }));
  const kindOf = (record) => kinds.find((kind) => record < kind.end);

  /** What is shown of a record. */
  const record = async (number) => {
    const chunk = await once(`records/${Math.floor(number / manifest.chunk)}`);
    const [title, address, where, place, parts] = chunk[number % manifest.chunk];
    return { title, address, where, place, parts, kind: kindOf(number).label };
  };

  return { manifest, entries, beginningWith, blocksOf, inBlock, kindOf, record };
};
