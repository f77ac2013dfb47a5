// The compiled module that is read with is the one that stands in the source.

import { expect, it } from "vitest";
import { compiledText, keptText } from "../build/plain-rows.js";

it("src/read/plain-rows/compiled.ts is what its source gives; else run npm run plain-rows", () => {
  expect(keptText()).toBe(compiledText());
});
