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

/** Tells whether a word of a text is one that was asked for; `begun` words need only begin alike. */
export const hitter = (groups, strict, begun) => {
  const asked = required(groups).flat();
  return ({ term, typed }) =>
    asked.some((word) => answers(word, term, strict))
    || begun.some((word) => fold(typed).startsWith(word.typed));
};

/**
 * A text in pieces, each with whether it was asked for. Neighbours that are hits make one piece.
 */
export const pieces = (text, isHit) => {
  const made = [];
  let last = 0;
  for (const word of wordsOf(text)) {
    if (!isHit(word)) continue;
    const between = text.slice(last, word.start);
    if (made.length && /^\s*$/.test(between)) {
      made.at(-1).text += text.slice(last, word.end);
    } else {
      if (between) made.push({ text: between, hit: false });
      made.push({ text: text.slice(word.start, word.end), hit: true });
    }
    last = word.end;
  }
  if (last < text.length) made.push({ text: text.slice(last), hit: false });
  return made;
};
