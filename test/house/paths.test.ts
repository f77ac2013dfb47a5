// Files that the documents send their readers to are there: a figure in README names the test that measured it.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** `src/…`, `test/…`, `fixtures/…` down to a file; patterns with «*» or «<…>» name none. */
const PATH = /(?<![\w./-])(?:src|test|fixtures)\/[\w./-]+\.[a-z]+(?![\w*<{-])/g;

describe.each(["README.md", "src/README.md", "fixtures/loi/README.md"])("%s", (document) => {
  const paths = [...new Set(readFileSync(`${ROOT}${document}`, "utf8").match(PATH) ?? [])];

  it("names only files that exist", () => {
    expect(paths.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  });
});
