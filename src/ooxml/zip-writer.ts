// Writes zip archives whose bytes depend on names, contents, order and level alone: no clock, no owner, no extra fields.

import { deflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.js";
import { DEFLATED, STORED, type ZipPackage } from "./zip-package.js";

/** One file of an archive, ready to be laid down. */
export interface PackedPart {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** 1/1/1980, the first day zip archives know. */
const FIRST_DAY = 0x0021;
const UTF8_NAME = 0x0800;
const LARGEST = 0xffffffff;
export const DEFAULT_LEVEL = 6;

/** Packs one part; level 0–9 as zlib counts. What does not shrink is stored. */
export function packPart(name: string, bytes: Uint8Array, level: number = DEFAULT_LEVEL): PackedPart {
  const content = { name, bytes, crc: crc32(bytes) };
  return partOf(content, level === 0 ? bytes : deflateRawSync(bytes, { level }));
}

/** Content of a part with its checksum. */
interface PartContent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** A part from its content and the same deflated. */
export function partOf({ name, bytes, crc }: PartContent, deflated: Uint8Array): PackedPart {
  const shrinks = deflated.length < bytes.length;
  const packed = shrinks ? deflated : bytes;
  return { name, method: shrinks ? DEFLATED : STORED, crc, size: bytes.length, packed };
}

/** A part of an opened archive, taken over without unpacking it. */
export function copyPart(archive: ZipPackage, name: string): PackedPart | undefined {
  const entry = archive.find(name);
  if (entry === undefined) return undefined;
  const { method, crc, size } = entry;
  return { name: entry.name, method, crc, size, packed: archive.packedBytes(entry) };
}

/** The archive of these parts, in this order. Above 65,535 parts or 4 GB it is our mistake and throws. */
export function writeZip(parts: readonly PackedPart[]): Uint8Array {
  if (parts.length > 65_535) throw new Error(`too many parts for one archive: ${parts.length}`);
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, "utf8");
    const header = Buffer.concat([localHeader(part, name.length), name]);
    pieces.push(header, part.packed);
    directory.push(directoryHeader(part, { nameLength: name.length, offset }), name);
    offset += header.length + part.packed.length;
    if (offset > LARGEST) throw new Error("the archive grows beyond 4 GB");
  }
  const table = Buffer.concat(directory);
  return Buffer.concat([...pieces, table, endRecord({ count: parts.length, size: table.length, offset })]);
}

function localHeader(part: PackedPart, nameLength: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeShared(header, part, { at: 4, nameLength });
  return header;
}

function directoryHeader(part: PackedPart, place: { nameLength: number; offset: number }): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  writeShared(header, part, { at: 6, nameLength: place.nameLength });
  header.writeUInt32LE(place.offset, 42);
  return header;
}

/** The fields both headers have, from «version needed» to the length of the name. */
function writeShared(header: Buffer, part: PackedPart, { at, nameLength }: { at: number; nameLength: number }): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(UTF8_NAME, at + 2);
  header.writeUInt16LE(part.method, at + 4);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(part.crc, at + 10);
  header.writeUInt32LE(part.packed.length, at + 14);
  header.writeUInt32LE(part.size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}

function endRecord({ count, size, offset }: { count: number; size: number; offset: number }): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
