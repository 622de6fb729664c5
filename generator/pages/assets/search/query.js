/* What was typed, taken apart: words, phrases, and the terms of the index that answer them. */

import { fold, wordsOf } from "./words.js";

const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;
const JOINED = /[\p{L}\-/:.,–]/u;
const AT_WORD = /[\p{L}\p{M}\p{N}]$/u;
/* Words that join others and tell nothing: a result may lack them. */
const JOINING = new Set(["và", "của", "các", "những", "là", "cho", "ở", "thì", "mà"]);
const NAME_JOINING = new Set(["va", "cua", "cac"]);
const SHORTEST_START = 2;
/* Beyond these numbers of words the words alone tell enough. */
const MOST_GROUPS = 12;
const FEW_WORDS = 6;
const LONGEST_NAME = 10;
const OTHER_MARKS = 0.5;
const NEIGHBOURS = 2;
const NAME = 12;
const BEGUN = 0.4;

const asWord = ({ term, typed, percent }) => ({
  term,
  key: fold(term),
  marked: term !== fold(term),
  sign: percent ? "%" : "",
  typed: fold(typed),
});

const wordsIn = (text) => [...wordsOf(text.normalize("NFC"))].map(asWord);

/** `57-NQ/TW`: what is typed without a space and holds a figure belongs together. */
const isCode = (chunk, words) => words.length > 1 && /[0-9]/.test(chunk) && JOINED.test(chunk);

const unquoted = (text) =>
  text.replace(/([0-9])\s+%/g, "$1%").split(/\s+/).flatMap((chunk) => {
    const words = wordsIn(chunk);
    return isCode(chunk, words) ? [words] : words.map((word) => [word]);
  });

/**
 * Take a query apart into groups: single words, or words that must stand side by side.
 *
 * While someone is typing, `unfinished` is the last word, which may still grow; a single letter
 * says nothing yet and is left out.
 */
export const parse = (text, typing = false) => {
  const groups = [];
  let last = 0;
  for (const found of text.matchAll(QUOTED)) {
    groups.push(...unquoted(text.slice(last, found.index)), wordsIn(found[1]));
    last = found.index + found[0].length;
  }
  groups.push(...unquoted(text.slice(last)));
  const filled = groups.filter((group) => group.length);
  const grows = typing && last < text.length && AT_WORD.test(text);
  const unfinished = grows ? filled.at(-1).at(-1) : null;
  if (!unfinished || unfinished.typed.length >= SHORTEST_START) return { groups: filled, unfinished };
  return { groups: filled.length > 1 ? filled.slice(0, -1) : [], unfinished: null };
};

/** The query with its phrases taken apart. */
export const apart = (groups) => groups.flatMap((group) => group.map((word) => [word]));

/** Phrases that pairs of neighbours alone cannot tell from words that stand otherwise. */
export const longPhrases = (groups) => groups.filter((group) => group.length > 2);

/** Groups that a result must answer: joining words only where there is nothing else. */
export const required = (groups) => {
  const telling = groups.filter((group) => group.length > 1 || !JOINING.has(group[0].term));
  return (telling.length ? telling : groups).slice(0, MOST_GROUPS);
};

/** Whether a word of a text answers a word of the query: with its marks, if they count. */
export const answers = (word, term, strict) =>
  strict && word.marked ? term === word.term : fold(term) === word.key;

/** The key under which the index keeps a word. */
export const keyOf = ({ key, sign }) => key + sign;

const several = (words, end = "") => ({ key: `~${words.map(({ key }) => key).join(" ")}${end}`, words });

const pairs = (words) => words.slice(1).map((second, at) => several([words[at], second]));

/** Neighbours that raise a result, though it may lack them. */
const near = (groups) => (groups.flat().length > FEW_WORDS ? [] : pairs(groups.flat()));

/** The whole query as the name of something, without joining words. */
const names = (groups) => {
  const words = groups.flat().filter(({ key }) => !NAME_JOINING.has(key));
  return words.length && words.length <= LONGEST_NAME ? [several(words, "=")] : [];
};

/** Every key of the index that may hold a term for the query. */
export const keysOf = (groups) => {
  const inPhrases = required(groups).flatMap(pairs);
  const together = [...near(groups), ...inPhrases, ...names(groups)];
  return [...apart(required(groups)).map(([word]) => keyOf(word)), ...together.map(({ key }) => key)];
};

const leaf = (label, entries, boost) => (entries.length ? [{ label, entries, boost }] : []);

/** What answers a word; other marks count less for someone who types marks. */
const ofWord = (entries, word, strict, other) => {
  const found = (entries.get(keyOf(word)) ?? [])
    .filter(({ term }) => answers(word, term.replace(/%$/, ""), strict))
    .map((entry) => ({ entry, weight: entry.term === word.term + word.sign ? 1 : other }));
  return leaf(word.term + word.sign, found, 1);
};

const ofSeveral = (entries, { key, words }, strict, boost) => {
  const found = (entries.get(key) ?? []).filter(({ term }) => {
    const pieces = term.replace(/=$/, "").split(" ");
    return words.every((word, at) => answers(word, pieces[at], strict));
  });
  return leaf(words.map(({ term }) => term).join(" ") + (key.endsWith("=") ? "=" : ""),
    found.map((entry) => ({ entry, weight: 1 })), boost);
};

const ofBegun = (begun, word) =>
  leaf(`${word.typed}*`, (begun.get(word) ?? []).map((entry) => ({ entry, weight: 1 })), BEGUN);

/**
 * What a result must answer: a list of choices, each of some leaves.
 *
 * A leaf is a term of the query, with the entries of the index that answer it. Leaves that only
 * raise a result, pairs of neighbours and whole names, stand among the choices of their first word:
 * they are never found where that word is not.
 */
export const choicesOf = (groups, entries, begun, strict) => {
  const other = groups.flat().some(({ marked }) => marked) ? OTHER_MARKS : 1;
  const raising = (word) => near(groups).filter(({ words }) => words[0] === word);
  const choices = required(groups).flatMap((group) => {
    if (group.length > 1) return pairs(group).map((two) => ofSeveral(entries, two, strict, NEIGHBOURS));
    const [word] = group;
    const together = raising(word).flatMap((two) => ofSeveral(entries, two, strict, NEIGHBOURS));
    return [[...ofWord(entries, word, strict, other), ...ofBegun(begun, word), ...together]];
  });
  for (const name of names(groups)) choices[0]?.push(...ofSeveral(entries, name, strict, NAME));
  return choices;
};
