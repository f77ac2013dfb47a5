// Names in archives of old and new programs.

import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/ooxml/limits.js";
import { readZipDirectory } from "../../src/ooxml/zip-directory.js";

const NONE = Buffer.alloc(0);
const UTF8 = 0x0800;

/** The name a directory gives of an entry with these bytes, flags and extra fields. */
function nameOf(name: Buffer, flags: number, extra: Buffer): string | undefined {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length + extra.length, 12);
  return readZipDirectory(Buffer.concat([header, name, extra, end]), DEFAULT_LIMITS)[0]?.name;
}

it("are UTF-8 where they are marked so, or can be nothing else", () => {
  expect(nameOf(Buffer.from("Xã Hướng Phùng.xlsx"), UTF8, NONE)).toBe("Xã Hướng Phùng.xlsx");
  expect(nameOf(Buffer.from("Xã Hướng Phùng.xlsx"), 0, NONE)).toBe("Xã Hướng Phùng.xlsx");
  expect(nameOf(Buffer.from("58e3", "hex"), UTF8, NONE)).toBe("X\ufffd");
});

it("are code page 437 otherwise, or what the Unicode field repeats", () => {
  expect(nameOf(Buffer.from("c76f6d6d756e655f82", "hex"), 0, NONE)).toBe("╟ommune_é");
  const path = Buffer.from("Xã.xlsx");
  const field = Buffer.concat([Buffer.from([0x75, 0x70, path.length + 5, 0, 1, 0, 0, 0, 0]), path]);
  const other = Buffer.from([0x55, 0x54, 1, 0, 9]);
  expect(nameOf(Buffer.from("58e3", "hex"), 0, Buffer.concat([other, field]))).toBe("Xã.xlsx");
  expect(nameOf(Buffer.from("58e3", "hex"), 0, field.subarray(0, 12))).toBe("Xπ");
});

it("have slashes between folders", () => {
  expect(nameOf(Buffer.from("a\\b\\c.xlsx"), 0, NONE)).toBe("a/b/c.xlsx");
  expect(nameOf(Buffer.from("615c82", "hex"), 0, NONE)).toBe("a/é");
});
