/* Answers a query: step by step more loosely until something is found, and block by block of the
   index until enough is found. MiniSearch combines and scores. */

import { holds } from "./marks.js";
import { apart, choicesOf, keyOf, keysOf, longPhrases, parse } from "./query.js";

const FIELDS = { title: 4, text: 1, where: 0.5 };
const NAMES = Object.keys(FIELDS);
const OPTIONS = { fields: NAMES, tokenize: (term) => [term], processTerm: (term) => term };
/* The length of a field is weighed in the index already, so b is 0 and all lengths are alike. */
const BM25 = { k: 1.2, b: 0, d: 0.5 };
const ALIKE = [1, 1, 1];
const AT_ONCE = 10;

/** Ways to understand a query, the strictest first. */
const STEPS = [
  { name: "exact", strict: true },
  { name: "unmarked" },
  { name: "apart", apart: true },
  { name: "begun", apart: true, begun: true },
  { name: "some", apart: true, known: true, strict: true },
  { name: "some", apart: true, known: true },
  { name: "some", apart: true, some: true },
];

/** Numbers that stand in every one of some sets. */
const common = (sets) => {
  const [least, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return [...least].filter((number) => others.every((set) => set.has(number)));
};

/** A leaf's records of one block, for each field; what its entries say of one record adds up. */
const listsOf = async (store, { entries }, block) => {
  const merged = NAMES.map(() => new Map());
  for (const { entry, weight } of entries) {
    const lists = await store.inBlock(entry, block);
    lists.forEach((list, field) => {
      for (const [record, count] of list) {
        merged[field].set(record, (merged[field].get(record) ?? 0) + count * weight);
      }
    });
  }
  return merged;
};

/** MiniSearch's weight for a term that so many of all records hold. */
const rarity = (holding, all) => Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/** The lists of all leaves, cut down to some records, as MiniSearch saves an index. */
const indexOf = (MiniSearch, lists, kept, all) => {
  const cut = (list) => Object.fromEntries(kept.filter((n) => list.has(n)).map((n) => [n, list.get(n)]));
  const ofEach = (value) => Object.fromEntries(kept.map((number) => [number, value(number)]));
  return MiniSearch.loadJS({
    documentCount: all,
    nextId: all,
    documentIds: ofEach((number) => number),
    fieldIds: Object.fromEntries(NAMES.map((name, field) => [name, field])),
    fieldLength: ofEach(() => ALIKE),
    averageFieldLength: ALIKE,
    storedFields: {},
    dirtCount: 0,
    index: [...lists].map(([label, fields]) => [label, { ...fields.map(cut) }]),
    serializationVersion: 2,
  }, OPTIONS);
};

/** The query as MiniSearch takes it. A term stays as rare as it is among all records. */
const queryOf = (choices, lists, kept, all) => {
  const boost = (fields) => Object.fromEntries(NAMES.map((name, field) => {
    const left = kept.reduce((count, number) => count + fields[field].has(number), 0);
    return [name, FIELDS[name] * rarity(fields[field].size, all) / rarity(left, all)];
  }));
  const node = ({ label, boost: weight }) =>
    ({ queries: [label], boostTerm: () => weight, boost: boost(lists.get(label)) });
  return {
    combineWith: "AND",
    queries: choices.map((leaves) => ({ combineWith: "OR", queries: leaves.map(node) })),
  };
};

/** Numbers of the records of one block that answer every choice, the best first. */
const matchesIn = async (MiniSearch, store, choices, block) => {
  const leaves = new Map(choices.flat().map((leaf) => [leaf.label, leaf]));
  const read = await Promise.all([...leaves.values()].map((leaf) => listsOf(store, leaf, block)));
  const lists = new Map([...leaves.keys()].map((label, at) => [label, read[at]]));
  const numbersOf = ({ label }) => lists.get(label).flatMap((list) => [...list.keys()]);
  const kept = common(choices.map((leaves) => new Set(leaves.flatMap(numbersOf))));
  if (!kept.length) return [];
  const all = Math.min(store.manifest.count, store.manifest.block);
  const boostDocument = (number) => store.kindOf(number).boost;
  const results = indexOf(MiniSearch, lists, kept, all)
    .search(queryOf(choices, lists, kept, all), { bm25: BM25, boostDocument });
  results.sort((a, b) => b.score - a.score || a.id - b.id);
  return results.map(({ id }) => id);
};

/** Numbers of all records that answer every choice, in lists, block by block. */
async function* matches(MiniSearch, store, choices) {
  const blocksOf = ({ entries }) => entries.flatMap(({ entry }) => store.blocksOf(entry));
  const blocks = common(choices.map((leaves) => new Set(leaves.flatMap(blocksOf))));
  blocks.sort((a, b) => a - b);
  for (const [at, block] of blocks.entries()) {
    const numbers = await matchesIn(MiniSearch, store, choices, block);
    yield { numbers, more: at < blocks.length - 1 };
  }
}

/** Results as they are asked for, without those that only seemed to hold a phrase. */
const answerFrom = (store, lists, phrases, about) => {
  const unread = [];
  const waiting = [];
  const answer = { ...about, count: 0, more: true };

  const readOn = async () => {
    const { value, done } = await lists.next();
    answer.more = !done && value.more;
    unread.push(...(value?.numbers ?? []));
    answer.count += value?.numbers.length ?? 0;
  };

  const hold = async (numbers) => {
    if (!phrases.length) return numbers;
    const records = await Promise.all(numbers.map(store.record));
    const held = numbers.filter((_, at) => holds(records[at], phrases, about.strict));
    answer.count -= numbers.length - held.length;
    return held;
  };

  const fill = async (count) => {
    while (waiting.length < count && (unread.length || answer.more)) {
      if (unread.length) waiting.push(...(await hold(unread.splice(0, count))));
      else await readOn();
    }
  };

  /** The next results, each as soon as it is there. */
  async function* take(count) {
    await fill(count);
    for (const loading of waiting.splice(0, count).map(store.record)) yield await loading;
  }

  const left = () => waiting.length > 0 || unread.length > 0 || answer.more;
  return Object.assign(answer, { take, fill, left });
};

/** Entries that begin as some words do, by word. */
const begin = async (store, words) => {
  const found = await Promise.all(words.map(({ typed }) => store.beginningWith(typed)));
  return new Map(words.map((word, at) => [word, found[at]]));
};

/**
 * Answer a query.
 *
 * `filters` are terms such as `tinh:tay-ninh`; while someone is typing, the last word may still grow.
 * The answer's `take(count)` gives the next results; `step` says how the query was understood,
 * `count` how many results are known so far, `more` whether the index may hold others.
 */
export const ask = async (MiniSearch, store, text, filters, typing = false) => {
  const { groups, unfinished } = parse(text, typing);
  const filterKeys = filters.map((term) => `~~${term}`);
  const entries = await store.entries([...(groups.length ? keysOf(groups) : []), ...filterKeys]);
  const fixed = filterKeys.map((key) => [
    { label: key, entries: entries.get(key).map((entry) => ({ entry, weight: 1 })), boost: 0 },
  ]);
  const growing = unfinished ? [unfinished] : [];
  const unknown = groups.flat().filter((word) => !entries.get(keyOf(word))?.length);
  const tried = new Set();

  for (const { name, strict = false, ...step } of groups.length ? STEPS : STEPS.slice(0, 1)) {
    const split = step.apart ? apart(groups) : groups;
    const asked = step.known ? split.filter(([word]) => !unknown.includes(word)) : split;
    const begun = step.begun ? [...new Set([...growing, ...unknown])] : growing;
    const chosen = choicesOf(asked, entries, await begin(store, begun), strict);
    const choices = [...(step.some ? [chosen.flat()] : chosen), ...fixed];
    const terms = JSON.stringify(choices.map((leaves) =>
      leaves.map((leaf) => leaf.entries.map(({ entry }) => entry.term))));
    if (tried.has(terms) || !choices.length || choices.some((leaves) => !leaves.length)) continue;
    tried.add(terms);
    const about = { step: name, strict, groups: asked, begun };
    const phrases = longPhrases(asked);
    const answer = answerFrom(store, matches(MiniSearch, store, choices), phrases, about);
    await answer.fill(AT_ONCE);
    if (answer.count) return answer;
  }
  return { step: "nothing", count: 0, more: false, async* take() {}, left: () => false };
};
