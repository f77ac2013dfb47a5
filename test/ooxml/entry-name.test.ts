// Names in archives of old and new programs.

import { describe, expect, it } from "vitest";
import { entryName } from "../../src/ooxml/entry-name.js";

const NONE = Buffer.alloc(0);
const UTF8 = 0x0800;

describe("entryName", () => {
  it("is UTF-8 where it is marked so, or can be nothing else", () => {
    expect(entryName(Buffer.from("Xã Hướng Phùng.xlsx"), UTF8, NONE)).toBe("Xã Hướng Phùng.xlsx");
    expect(entryName(Buffer.from("Xã Hướng Phùng.xlsx"), 0, NONE)).toBe("Xã Hướng Phùng.xlsx");
  });

  it("is code page 437 otherwise, or what the Unicode field repeats", () => {
    expect(entryName(Buffer.from("c76f6d6d756e655f82", "hex"), 0, NONE)).toBe("╟ommune_é");
    const path = Buffer.from("Xã.xlsx");
    const field = Buffer.concat([Buffer.from([0x75, 0x70, path.length + 5, 0, 1, 0, 0, 0, 0]), path]);
    const other = Buffer.from([0x55, 0x54, 1, 0, 9]);
    expect(entryName(Buffer.from("58e3", "hex"), 0, Buffer.concat([other, field]))).toBe("Xã.xlsx");
    expect(entryName(Buffer.from("58e3", "hex"), 0, field.subarray(0, 12))).toBe("Xπ");
  });

  it("has slashes between folders", () => {
    expect(entryName(Buffer.from("a\\b\\c.xlsx"), 0, NONE)).toBe("a/b/c.xlsx");
  });
});
