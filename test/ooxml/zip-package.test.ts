// Archives as others write them, and as nobody should: each fault is refused before memory is taken.

import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/ooxml/crc32.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/ooxml/limits.js";
import { PackageFault } from "../../src/ooxml/package-fault.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";

const CONTENT = Buffer.from("Hội Khuyến học xã Tân Phú ".repeat(20));
const PLAIN = (): Buffer => Buffer.from(writeZip([packPart("xl/a.xml", CONTENT), packPart("xl/b.xml", CONTENT)]));

function directoryStart(bytes: Buffer): number {
  return bytes.readUInt32LE(bytes.length - 22 + 16);
}

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (fault) {
    if (fault instanceof PackageFault) return fault.message;
    throw fault;
  }
  return "none";
}

function readFirst(bytes: Uint8Array, limits: Partial<Limits> = {}): Buffer | undefined {
  return new ZipPackage(bytes, { ...DEFAULT_LIMITS, ...limits }).read("xl/a.xml");
}

describe("archives of other writers", () => {
  it("reads entries whose sizes follow their data", () => {
    const packed = deflateRawSync(CONTENT);
    const whole = Buffer.from(writeZip([packPart("xl/a.xml", CONTENT)]));
    const dataStart = 30 + "xl/a.xml".length;
    const head = Buffer.from(whole.subarray(0, dataStart));
    head.writeUInt16LE(0x0808, 6);
    head.fill(0, 14, 26);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc32(CONTENT), 4);
    descriptor.writeUInt32LE(packed.length, 8);
    descriptor.writeUInt32LE(CONTENT.length, 12);
    const tail = Buffer.from(whole.subarray(directoryStart(whole)));
    tail.writeUInt32LE(directoryStart(whole) + descriptor.length, tail.length - 22 + 16);
    const body = whole.subarray(dataStart, directoryStart(whole));
    expect(readFirst(Buffer.concat([head, body, descriptor, tail]))).toEqual(CONTENT);
  });

  it("reads zip64 archives", () => {
    expect(readFirst(toZip64(Buffer.from(writeZip([packPart("xl/a.xml", CONTENT)]))))).toEqual(CONTENT);
  });

  it("reads archives behind other bytes, and with a comment", () => {
    expect(readFirst(Buffer.concat([Buffer.from("before"), PLAIN()]))).toEqual(CONTENT);
    const commented = Buffer.concat([PLAIN(), Buffer.from("PK\x05\x06 ghi chú")]);
    commented.writeUInt16LE(commented.length - PLAIN().length, PLAIN().length - 2);
    expect(readFirst(commented)).toEqual(CONTENT);
  });

  it("finds parts whatever their capitals, backslashes or leading slash", () => {
    const archive = new ZipPackage(writeZip([packPart("XL\\Worksheets\\Sheet1.xml", CONTENT)]));
    expect(archive.read("/xl/worksheets/sheet1.xml")).toEqual(CONTENT);
  });
});

describe("broken archives", () => {
  it("refuses an archive cut anywhere", () => {
    const whole = PLAIN();
    for (let length = 4; length < whole.length; length += 7) {
      expect(faultOf(() => readFirst(whole.subarray(0, length)))).toMatch(/^V-K10 tệp hỏng/);
    }
  });

  it("refuses content that is not what its checksum says", () => {
    const bytes = Buffer.from(writeZip([packPart("xl/a.xml", CONTENT, 0)]));
    bytes[60] = 0x21;
    expect(faultOf(() => readFirst(bytes))).toBe("V-K10 tệp hỏng: nội dung bị sai lệch");
  });

  it("refuses packed data that cannot be unpacked, or gives more or less than stated", () => {
    const spoilt = PLAIN();
    spoilt.fill(0xff, 40, 60);
    expect(faultOf(() => readFirst(spoilt))).toBe("V-K10 tệp hỏng: nội dung nén không giải được");
    for (const size of [CONTENT.length - 1, CONTENT.length + 1, 0]) {
      const lying = PLAIN();
      lying.writeUInt32LE(size, directoryStart(lying) + 24);
      expect(faultOf(() => readFirst(lying))).toMatch(/^V-K10 tệp hỏng: nội dung/);
    }
  });

  it("refuses two parts of one name", () => {
    const twice = writeZip([packPart("xl/a.xml", CONTENT), packPart("XL/A.xml", CONTENT)]);
    expect(faultOf(() => readFirst(twice))).toBe("V-K10 tệp hỏng: có hai thành phần trùng tên");
  });

  it("refuses unknown ways of packing, and asks for the password to be taken off", () => {
    const strange = PLAIN();
    strange.writeUInt16LE(12, directoryStart(strange) + 10);
    expect(faultOf(() => readFirst(strange))).toMatch(/^V-K10 tệp hỏng: được nén/);
    const locked = PLAIN();
    locked.writeUInt16LE(1, directoryStart(locked) + 8);
    expect(faultOf(() => readFirst(locked)).trim()).toBe("V-K16");
  });

  it("refuses offsets that lead out of the file", () => {
    const lost = PLAIN();
    lost.writeUInt32LE(0xfffffff0, directoryStart(lost) + 42);
    expect(faultOf(() => readFirst(lost))).toMatch(/^V-K10 tệp hỏng: thiếu/);
  });
});

describe("limits of an archive", () => {
  it("refuses too many parts, too large parts and too much in all", () => {
    expect(faultOf(() => readFirst(PLAIN(), { parts: 1 }))).toBe("V-K15 số thành phần trong tệp 1");
    expect(faultOf(() => readFirst(PLAIN(), { partBytes: 100 }))).toBe(
      "V-K15 dung lượng của một thành phần sau khi giải nén 100 byte",
    );
    const archive = new ZipPackage(PLAIN(), { ...DEFAULT_LIMITS, totalBytes: CONTENT.length + 1 });
    archive.read("xl/a.xml");
    expect(faultOf(() => archive.read("xl/b.xml"))).toMatch(/^V-K15 dung lượng của cả tệp sau khi giải nén/);
  });

  it("refuses a bomb by the size it states, and one that states a small size", () => {
    const bomb = Buffer.from(writeZip([packPart("xl/a.xml", Buffer.alloc(20_000_000))]));
    expect(bomb.length).toBeLessThan(25_000);
    expect(faultOf(() => readFirst(bomb))).toBe("V-K15 tỉ lệ nén 250");
    bomb.writeUInt32LE(1000, directoryStart(bomb) + 24);
    expect(faultOf(() => readFirst(bomb))).toBe("V-K10 tệp hỏng: nội dung nén không giải được");
  });
});

/** The same archive with its sizes and places in 64-bit fields. */
function toZip64(bytes: Buffer): Buffer {
  const start = directoryStart(bytes);
  const header = Buffer.from(bytes.subarray(start, bytes.length - 22));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(header.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(header.readUInt32LE(20)), 12);
  extra.writeBigUInt64LE(BigInt(header.readUInt32LE(42)), 20);
  for (const field of [20, 24, 42]) header.writeUInt32LE(0xffffffff, field);
  header.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([header, extra]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(1n, 24);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50, 0);
  end.fill(0, 4, 8);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([bytes.subarray(0, start), directory, record, locator, end]);
}
