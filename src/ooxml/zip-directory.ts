// The table of contents of a zip archive. Sizes and places come from the central directory only, so entries whose sizes
// follow their data need nothing special. Names are keys, never paths: nothing here touches a disk.

import { entryName } from "./entry-name.js";
import type { Limits } from "./limits.js";
import { damaged, overLimit } from "./package-fault.js";

export interface ZipEntry {
  /** With `/` between folders, as written otherwise. */
  readonly name: string;
  /** 0 stored, 8 deflated; anything else cannot be read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
}

interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes that stand before the archive, by which every stored offset is too small. */
  readonly shift: number;
}

const END_SIGNATURE = Buffer.from([0x50, 0x4b, 5, 6]);
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const HEADER_SIZE = 46;
const IN_ZIP64 = 0xffffffff;

/** Entries in the order of the directory, folders left out. Faults: damaged, too many parts. */
export function readZipDirectory(bytes: Buffer, limits: Limits): readonly ZipEntry[] {
  const directory = locateDirectory(bytes);
  if (directory.count > limits.parts) throw overLimit("parts", limits, directory.count);
  const entries: ZipEntry[] = [];
  let position = directory.start;
  for (let index = 0; index < directory.count; index++) {
    if (position + HEADER_SIZE > bytes.length || bytes.readUInt32LE(position) !== 0x02014b50) throw unreadable();
    const nameEnd = position + HEADER_SIZE + bytes.readUInt16LE(position + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(position + 30);
    if (extraEnd > bytes.length) throw unreadable();
    const stored = bytes.toString("utf8", position + HEADER_SIZE, nameEnd).replaceAll("\\", "/");
    const name = stored.includes("\ufffd") ? entryName(bytes, position) : stored;
    if (!name.endsWith("/")) entries.push(readHeader(bytes, position, { name, directory }));
    position = extraEnd + bytes.readUInt16LE(position + 32);
  }
  return entries;
}

/** The entry whose header begins at `start` and is known to be there, its name and its extra fields included. */
function readHeader(bytes: Buffer, start: number, context: { name: string; directory: Directory }): ZipEntry {
  const narrow: Sizes = [
    bytes.readUInt32LE(start + 24),
    bytes.readUInt32LE(start + 20),
    bytes.readUInt32LE(start + 42),
  ];
  const sizes = narrow.includes(IN_ZIP64) ? wideSizes(extraFields(bytes, start), narrow) : narrow;
  return {
    name: context.name,
    method: bytes.readUInt16LE(start + 10),
    isEncrypted: (bytes.readUInt16LE(start + 8) & 1) === 1,
    crc: bytes.readUInt32LE(start + 16),
    size: sizes[0],
    packedSize: sizes[1],
    offset: sizes[2] + context.directory.shift,
  };
}

function extraFields(bytes: Buffer, header: number): Buffer {
  const start = header + HEADER_SIZE + bytes.readUInt16LE(header + 28);
  return bytes.subarray(start, start + bytes.readUInt16LE(header + 30));
}

type Sizes = readonly [size: number, packedSize: number, offset: number];

/** Sizes that do not fit 32 bits stand in the zip64 field, in this order, and only those that do not fit. */
function wideSizes(extra: Buffer, narrow: Sizes): Sizes {
  const field = extraField(extra, 1);
  let position = 0;
  const wide = (value: number): number => {
    if (value !== IN_ZIP64) return value;
    const read = readWide(field, position);
    position += 8;
    return read;
  };
  return [wide(narrow[0]), wide(narrow[1]), wide(narrow[2])];
}

function extraField(extra: Buffer, wanted: number): Buffer {
  let position = 0;
  while (position + 4 <= extra.length) {
    const end = position + 4 + extra.readUInt16LE(position + 2);
    if (extra.readUInt16LE(position) === wanted) return extra.subarray(position + 4, end);
    position = end;
  }
  return extra.subarray(0, 0);
}

function locateDirectory(bytes: Buffer): Directory {
  const end = locateEnd(bytes);
  const locator = end - 20;
  if (locator >= 0 && bytes.readUInt32LE(locator) === 0x07064b50) return locateWide(bytes, locator);
  const size = bytes.readUInt32LE(end + 12);
  const shift = end - size - bytes.readUInt32LE(end + 16);
  if (shift < 0) throw unreadable();
  return { start: end - size, count: bytes.readUInt16LE(end + 10), shift };
}

/** The zip64 end record; the bytes before the archive are told by where it stands against where it says it stands. */
function locateWide(bytes: Buffer, locator: number): Directory {
  const stated = readWide(bytes, locator + 8);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 6]), locator);
  if (end < stated || end + 56 > bytes.length) throw unreadable();
  const shift = end - stated;
  return { start: readWide(bytes, end + 48) + shift, count: readWide(bytes, end + 32), shift };
}

/** The end record is the last one whose comment fits into the file. */
function locateEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  let position = bytes.lastIndexOf(END_SIGNATURE);
  while (position >= earliest) {
    const fits = position + END_SIZE <= bytes.length;
    if (fits && position + END_SIZE + bytes.readUInt16LE(position + 20) <= bytes.length) return position;
    position = position === 0 ? -1 : bytes.lastIndexOf(END_SIGNATURE, position - 1);
  }
  throw damaged("thiếu phần cuối, có thể do tải về hoặc sao chép chưa xong");
}

function readWide(bytes: Buffer, position: number): number {
  if (position + 8 > bytes.length) throw unreadable();
  const value = Number(bytes.readBigUInt64LE(position));
  if (!Number.isSafeInteger(value)) throw unreadable();
  return value;
}

function unreadable(): Error {
  return damaged("mục lục của tệp không đọc được");
}
