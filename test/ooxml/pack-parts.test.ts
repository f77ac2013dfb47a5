// Parts packed beside the program are those that are packed one by one, short and long.

import { expect, it } from "vitest";
import { packParts } from "../../src/ooxml/pack-parts.js";
import { packPart } from "../../src/ooxml/zip-writer.js";

const CONTENTS = [0, 1, 39_999, 40_000, 300_000].map((length, index) => ({
  name: `${index}.json`,
  bytes: Buffer.from("Chi hội thôn 1: 60 hội viên; ".repeat(length / 20 + 1)).subarray(0, length),
}));

it.each([
  [1, undefined],
  [6, undefined],
  [1, 1],
])("at level %i, %s at a time", async (level, together) => {
  const parts = CONTENTS.map(({ name, bytes }) => ({ name, pieces: () => [bytes.subarray(0, 7), bytes.subarray(7)] }));
  const packed = await packParts(parts, level, together);
  expect(packed.map((part) => ({ ...part, packed: Buffer.from(part.packed) }))).toEqual(
    CONTENTS.map(({ name, bytes }) => {
      const part = packPart(name, bytes, level);
      return { ...part, packed: Buffer.from(part.packed) };
    }),
  );
});
