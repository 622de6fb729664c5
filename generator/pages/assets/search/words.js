/* Vietnamese text as words to search for; generator/pages/search/words.py does the same when the
   index is made, and the tests hold the two together. */

const TOKEN = /([0-9]+(?:[.,][0-9]+)*)(?![\p{L}\p{N}])(\s?%)?|([\p{L}\p{N}]+)/gu;
const THOUSANDS = /^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)(?:[.,][0-9]{1,2})?$/;
const DECIMAL = /^[0-9]+[.,][0-9]+$/;
const HOMOGLYPHS = new Map([
  ["\u00d0", "\u0110"],
  ["\u00f0", "\u0111"],
  ["\u0189", "\u0110"],
  ["\u0256", "\u0111"],
]);
const OPEN_ENDS = new Map(
  [
    ["oà oả oã oá oạ", "òa ỏa õa óa ọa"],
    ["oè oẻ oẽ oé oẹ", "òe ỏe õe óe ọe"],
    ["uỳ uỷ uỹ uý uỵ", "ùy ủy ũy úy ụy"],
  ].flatMap(([news, olds]) => {
    const old = olds.split(" ");
    return news.split(" ").map((end, at) => [end, old[at]]);
  }),
);
const LONE_I = /^(?:[hklmst]|qu)[iìỉĩíị]$/;

/** Text without marks, đ as d: the key by which terms are ordered. */
export const fold = (text) =>
  text.normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("đ", "d");

/** The term of two words that stand side by side. */
export const pair = (first, second) => `${first} ${second}`;

const integer = (digits) => digits.replace(/^0+(?=[0-9])/, "");

const ofNumber = (number) => {
  if (THOUSANDS.test(number)) {
    const [whole, rest] = number.replace(/[.,](?=[0-9]{3})/g, "").replace(".", ",").split(",");
    return [rest ? `${whole},${rest}` : whole];
  }
  if (DECIMAL.test(number)) {
    const [whole, rest] = number.split(/[.,]/);
    return [`${integer(whole)},${rest}`];
  }
  return number.split(/[.,]/).map(integer);
};

/** One spelling for each word: `hoà` as `hòa`, `kĩ` as `kỹ`. */
const spelling = (word) => {
  const old = OPEN_ENDS.get(word.slice(-2));
  if (old && word.at(-3) !== "q") return word.slice(0, -2) + old;
  if (!LONE_I.test(word)) return word;
  return word.slice(0, -1) + "yỳỷỹýỵ"["iìỉĩíị".indexOf(word.at(-1))];
};

/**
 * The words of a composed (NFC) text, each with its place in it.
 *
 * `term` is its form in the index, `percent` whether a percent sign follows, `typed` the word
 * before its spelling was made one; `start` and `end` tell where it stands.
 */
export function* wordsOf(text) {
  const plain = [...text].map((letter) => HOMOGLYPHS.get(letter) ?? letter).join("").toLowerCase();
  for (const found of plain.matchAll(TOKEN)) {
    const [whole, number, percent, word] = found;
    const place = { start: found.index, end: found.index + whole.length };
    if (word) {
      yield { term: spelling(word), typed: word, percent: false, ...place };
      continue;
    }
    const pieces = ofNumber(number);
    for (const [at, term] of pieces.entries()) {
      const last = at === pieces.length - 1;
      yield { term, typed: term, percent: last && Boolean(percent), ...place };
    }
  }
}
