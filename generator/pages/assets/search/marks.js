/* Where a query's words stand in a text as it is written. */

import { answers, required } from "./query.js";
import { fold, wordsOf } from "./words.js";

const standsAt = (words, at, phrase, strict) =>
  phrase.every((word, next) => words[at + next] && answers(word, words[at + next].term, strict));

/** Whether a record holds phrases word for word, each within one of its texts. */
export const holds = ({ title, where, parts }, phrases, strict) => {
  const texts = [title, ...where, ...parts.map(([, text]) => text)].map((text) => [...wordsOf(text)]);
  return phrases.every((phrase) =>
    texts.some((words) => words.some((_, at) => standsAt(words, at, phrase, strict))));
};

/**
 * Finds the places among the words of a text that were asked for: those of phrases only where they
 * stand side by side; `begun` words need only begin alike.
 */
export const hitter = (groups, strict, begun) => (words) => {
  const hits = new Set();
  for (const [at, { typed }] of words.entries()) {
    for (const phrase of required(groups)) {
      if (standsAt(words, at, phrase, strict)) phrase.forEach((_, next) => hits.add(at + next));
    }
    if (begun.some((word) => fold(typed).startsWith(word.typed))) hits.add(at);
  }
  return hits;
};

/** A text in pieces, each with whether it was asked for. Neighbours that are hits make one piece. */
export const pieces = (text, hitsIn) => {
  const words = [...wordsOf(text)];
  const made = [];
  let last = 0;
  for (const at of [...hitsIn(words)].sort((a, b) => a - b)) {
    const { start, end } = words[at];
    const between = text.slice(last, start);
    if (made.length && /^\s*$/.test(between)) {
      made.at(-1).text += text.slice(last, end);
    } else {
      if (between) made.push({ text: between, hit: false });
      made.push({ text: text.slice(start, end), hit: true });
    }
    last = end;
  }
  if (last < text.length) made.push({ text: text.slice(last), hit: false });
  return made;
};
