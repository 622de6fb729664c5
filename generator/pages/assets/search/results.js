/* Results as elements of the page; text is only ever put in as text. */

import { hitter, pieces } from "./marks.js";

const QUOTES = /["“”„«»]/;
const FACTS = 2;
const SHOWN_PARTS = 4;
const LONGEST = 180;
const BEFORE = 60;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const shown = (list) => list.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));

/** A long text from a little before its first hit. */
const excerpt = (list) => {
  const first = list.findIndex(({ hit }) => hit);
  const whole = list.reduce((length, { text }) => length + text.length, 0);
  if (whole <= LONGEST) return list;
  const from = Math.max(first, 0);
  const start = from ? [{ text: `… ${list[from - 1].text.slice(-BEFORE).replace(/^\S*\s/, "")}`, hit: false }] : [];
  const cut = [];
  let left = LONGEST;
  for (const piece of list.slice(from)) {
    if (left <= 0) break;
    const short = piece.text.length <= left ? piece.text : `${piece.text.slice(0, left).replace(/\s\S*$/, "")} …`;
    cut.push({ ...piece, text: short });
    left -= piece.text.length;
  }
  return [...start, ...cut];
};

const partElement = ({ label, unit, list }) => {
  const children = [...shown(excerpt(list)), unit ? `\u00a0${unit}` : ""];
  if (label) children.unshift(make("span", { className: "kh-result__label" }, `${label}: `));
  return make("span", { className: "kh-result__part" }, ...children);
};

/** What a reader wants to see: the first facts of a record, and where the words stand in it. */
const telling = (parts, hitsIn) => {
  const read = parts.map(([label, text, unit]) => ({ label, unit, list: pieces(text, hitsIn) }));
  const hits = read.filter(({ list }) => list.some(({ hit }) => hit));
  const facts = read.filter(({ label }, at) => label && at < FACTS);
  const wanted = new Set([...facts, ...(hits.length || facts.length ? hits : read.slice(0, 1))]);
  return read.filter((part) => wanted.has(part)).slice(0, SHOWN_PARTS);
};

/** What a record is, whose, and where it stands; the last is shown only and not searched. */
const about = ({ kind, where, place }, hitsIn) => [
  [kind, ...where].filter(Boolean).map((text) => shown(pieces(text, hitsIn))),
  place ? [[place]] : [],
].flat().flatMap((text, at) => [at ? " · " : "", ...text]);

/** One result: its title as a link, what and whose it is, and where the words stand in it. */
export const resultElement = (record, { groups, strict, begun }) => {
  const hitsIn = hitter(groups, strict, begun);
  const link = make("a", { href: `../${record.address}` }, ...shown(pieces(record.title, hitsIn)));
  link.dataset.result = "";
  const parts = telling(record.parts, hitsIn).map(partElement);
  return make(
    "li",
    { className: "kh-result" },
    make("h3", { className: "kh-result__title" }, link),
    make("p", { className: "kh-result__about" }, ...about(record, hitsIn)),
    ...(parts.length ? [make("p", { className: "kh-result__text" }, ...parts)] : []),
  );
};

const NOTES = {
  unmarked: "Không có kết quả đúng dấu như đã gõ; dưới đây là kết quả không kể dấu.",
  apart: "Không có kết quả đúng cụm từ; dưới đây là kết quả có đủ các từ.",
  begun: "Không có kết quả có đúng các từ; dưới đây là kết quả có từ bắt đầu như vậy.",
  some: "Không có kết quả có đủ mọi từ; dưới đây là kết quả có một số từ.",
};

const inQuotes = (text) => (QUOTES.test(text) ? text : `“${text}”`);

/** What was found, in a sentence or two. */
export const statusText = ({ step, count, more }, text, filters) => {
  const about = [text ? `cho ${inQuotes(text)}` : "", filters.length ? `trong ${filters.join(", ")}` : ""];
  const words = about.filter(Boolean).join(" ");
  if (step === "nothing") {
    return `Không có kết quả nào ${words}. Hãy thử ít từ hơn hoặc bỏ bớt điều kiện.`;
  }
  const number = `${more ? "Hơn " : ""}${count.toLocaleString("vi-VN")}`;
  return [`${number} kết quả ${words}.`, NOTES[step]].filter(Boolean).join(" ");
};
