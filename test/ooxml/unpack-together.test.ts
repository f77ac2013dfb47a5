// Parts unpacked by one call are the parts unpacked one by one; where anything is wrong, the slow way says what.

import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/ooxml/crc32.js";
import { DEFAULT_LIMITS } from "../../src/ooxml/limits.js";
import { PartMemory } from "../../src/ooxml/part-memory.js";
import { type PackedPart, unpackTogether } from "../../src/ooxml/unpack-together.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";

const FIRST = Buffer.from("Hội Khuyến học xã Tân Phú ".repeat(40));
const SECOND = Buffer.from("Chi hội thôn 3 ".repeat(40));

function packed(bytes: Uint8Array): PackedPart {
  return { packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

describe("unpackTogether", () => {
  it("gives every part back, empty ones included", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const unpacked = unpackTogether(parts.map(packed));
        expect(unpacked?.map((bytes) => [...bytes])).toEqual(parts.map((bytes) => [...bytes]));
      }),
      { seed: 20221130 },
    );
  });

  it.each<[string, (part: PackedPart) => PackedPart]>([
    ["a wrong checksum", (part) => ({ ...part, crc: (part.crc ^ 1) >>> 0 })],
    ["a length too small", (part) => ({ ...part, size: part.size - 1 })],
    ["a length too large", (part) => ({ ...part, size: part.size + 1 })],
    ["a part cut short", (part) => ({ ...part, packed: part.packed.subarray(0, -3) })],
    ["bytes behind a part", (part) => ({ ...part, packed: Buffer.concat([part.packed, Buffer.from("thừa")]) })],
  ])("gives nothing for %s", (_, spoil) => {
    expect(unpackTogether([spoil(packed(FIRST)), packed(SECOND)])).toBeUndefined();
    expect(unpackTogether([packed(FIRST), spoil(packed(SECOND))])).toBeUndefined();
  });
});

describe("unpackAhead", () => {
  const archive = (bytes: Uint8Array, limits = DEFAULT_LIMITS): ZipPackage => {
    const opened = new ZipPackage(bytes, limits);
    opened.unpackAhead(/\.xml$/, new PartMemory());
    return opened;
  };
  const whole = (): Buffer => Buffer.from(writeZip([packPart("a.xml", FIRST), packPart("b.xml", SECOND)]));

  it("changes nothing of what is read", () => {
    const opened = archive(whole());
    expect(opened.read("a.xml")).toEqual(FIRST);
    expect(opened.read("b.xml")).toEqual(SECOND);
    expect(opened.read("c.xml")).toBeUndefined();
  });

  it("leaves a damaged part to be refused when it is read, and the others readable", () => {
    const bytes = whole();
    const secondData = bytes.indexOf("b.xml") + "b.xml".length;
    bytes.fill(0xff, secondData, secondData + 8);
    const opened = archive(bytes);
    expect(opened.read("a.xml")).toEqual(FIRST);
    expect(() => opened.read("b.xml")).toThrow("V-K10");
  });

  it("counts only what is read against the limit of all parts", () => {
    const limits = { ...DEFAULT_LIMITS, totalBytes: FIRST.length };
    expect(archive(whole(), limits).read("a.xml")).toEqual(FIRST);
    const opened = archive(whole(), limits);
    opened.read("b.xml");
    expect(() => opened.read("a.xml")).toThrow("V-K15");
  });
});

describe("PartMemory", () => {
  const again = (memory: PartMemory, bytes: Uint8Array): ZipPackage => {
    const opened = new ZipPackage(bytes);
    opened.unpackAhead(/\.xml$/, memory);
    return opened;
  };
  const whole = (second: Buffer): Buffer =>
    Buffer.from(writeZip([packPart("a.xml", FIRST), packPart("b.xml", second)]));
  const full = (): PartMemory => {
    const memory = new PartMemory();
    for (let time = 0; time < 3; time++) again(memory, whole(SECOND));
    return memory;
  };

  it("gives parts that are alike as they are, and others as they came", () => {
    const memory = full();
    for (const second of [SECOND, FIRST, SECOND, SECOND, SECOND, Buffer.from(SECOND).fill("n", 0, 1)]) {
      const opened = again(memory, whole(second));
      expect(opened.read("a.xml")).toEqual(FIRST);
      expect(opened.read("b.xml")).toEqual(second);
    }
  });

  it("unpacks a part that states the same but is packed otherwise", () => {
    const bytes = whole(SECOND);
    bytes.fill(0xff, bytes.indexOf("b.xml") + "b.xml".length, bytes.indexOf("b.xml") + "b.xml".length + 8);
    const opened = again(full(), bytes);
    expect(opened.read("a.xml")).toEqual(FIRST);
    expect(() => opened.read("b.xml")).toThrow("V-K10");
  });

  it("refuses a part that is packed the same but states another checksum", () => {
    const bytes = whole(SECOND);
    const header = bytes.indexOf("b.xml", bytes.readUInt32LE(bytes.length - 22 + 16)) - 46;
    bytes.writeUInt32LE((crc32(SECOND) ^ 1) >>> 0, header + 16);
    expect(() => again(full(), bytes).read("b.xml")).toThrow("V-K10");
  });
});
