// One opened archive: parts by name, unpacked when asked for, with every limit of size held before memory is taken.

import { inflateRawSync } from "node:zlib";
import { at } from "../model/outcome.js";
import { crc32 } from "./crc32.js";
import { inflateInPieces } from "./inflate-in-pieces.js";
import { DEFAULT_LIMITS, type Limits, RATIO_FLOOR } from "./limits.js";
import { damaged, encrypted, falsified, inflateFault, overLimit } from "./package-fault.js";
import type { NamedPart, PartMemory } from "./part-memory.js";
import { unpackTogether } from "./unpack-together.js";
import { readZipDirectory, type ZipEntry } from "./zip-directory.js";

export const STORED = 0;
export const DEFLATED = 8;

/** Together, parts unpacked ahead are never larger than this: the larger ones are taken one at a time, to spare memory. */
const AHEAD_BYTES = 1_048_576;

export class ZipPackage {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  private readonly bytes: Buffer;
  private readonly limits: Limits;
  private readonly byName: ReadonlyMap<string, ZipEntry>;
  private readonly ready = new Map<ZipEntry, Buffer>();
  private unpacked = 0;

  /** Reads the directory only. Faults: damaged, two parts of one name, too many parts. */
  constructor(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.limits = limits;
    this.entries = readZipDirectory(this.bytes, limits);
    const byName = new Map<string, ZipEntry>();
    for (const entry of this.entries) {
      const key = partKey(entry.name);
      if (byName.has(key)) throw damaged("có hai thành phần trùng tên");
      byName.set(key, entry);
    }
    this.byName = byName;
  }

  /** Entry of a part; names of parts do not tell capitals from small letters. */
  find(name: string): ZipEntry | undefined {
    return this.byName.get(partKey(name));
  }

  /** Bytes of a part, undefined where there is none. Faults: damaged, password, too large. */
  read(name: string): Buffer | undefined {
    const entry = this.find(name);
    return entry === undefined ? undefined : this.readEntry(entry);
  }

  /**
   * Unpacks parts of these names together, as many as are small, which is faster than one by one; those that `memory` has
   * from a package before are not unpacked again. It changes nothing but the time that `read` takes: no part is counted
   * before it is read, and what is wrong with one is said only then.
   */
  unpackAhead(names: RegExp, memory: PartMemory): void {
    const entries: ZipEntry[] = [];
    const parts: NamedPart[] = [];
    let room = Math.min(AHEAD_BYTES, this.limits.partBytes);
    for (const entry of this.entries) {
      if (entry.method !== DEFLATED || entry.isEncrypted || entry.size > room || !names.test(entry.name)) continue;
      const packed = this.locate(entry);
      if (packed === undefined) continue;
      room -= entry.size;
      const part = { name: entry.name, packed, size: entry.size, crc: entry.crc };
      const known = memory.recall(part);
      if (known !== undefined) {
        this.ready.set(entry, known);
        continue;
      }
      entries.push(entry);
      parts.push(part);
    }
    const unpacked = unpackTogether(parts) ?? [];
    for (const [index, bytes] of unpacked.entries()) {
      this.ready.set(at(entries, index), bytes);
      memory.keep(at(parts, index), bytes);
    }
  }

  /** Unpacked bytes of an entry, their length and checksum verified. */
  readEntry(entry: ZipEntry): Buffer {
    this.hold(entry);
    const ready = this.ready.get(entry);
    if (ready !== undefined) return ready;
    const packed = this.packedBytes(entry);
    const bytes = entry.method === STORED ? packed : inflate(packed, entry.size);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw falsified();
    return bytes;
  }

  /**
   * Unpacked bytes of an entry piece by piece, so that a large part never lies in memory as a whole. That they were not
   * what the archive states is said at the end only.
   */
  async *readInPieces(entry: ZipEntry): AsyncGenerator<Buffer> {
    this.hold(entry);
    const packed = this.packedBytes(entry);
    if (entry.method === STORED) yield packed;
    else yield* inflateInPieces(packed, entry);
  }

  /** Bytes of an entry as they stand in the archive. */
  packedBytes(entry: ZipEntry): Buffer {
    if (entry.isEncrypted) throw encrypted();
    if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged("được nén theo cách không đọc được");
    const packed = this.locate(entry);
    if (packed === undefined) throw beyond();
    return packed;
  }

  /** Undefined where the archive ends before the entry does, or has something else in its place. */
  private locate({ offset, packedSize }: ZipEntry): Buffer | undefined {
    const { bytes } = this;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) return undefined;
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const end = start + packedSize;
    return end > bytes.length ? undefined : bytes.subarray(start, end);
  }

  /** Counts the entry against the limits by its stated size, which is also all that unpacking may give. */
  private hold(entry: ZipEntry): void {
    const { size, packedSize } = entry;
    if (size > this.limits.partBytes) throw overLimit("partBytes", this.limits);
    const ratio = size / Math.max(1, packedSize);
    if (size > RATIO_FLOOR && ratio > this.limits.ratio) throw overLimit("ratio", this.limits, Math.round(ratio));
    this.unpacked += size;
    if (this.unpacked > this.limits.totalBytes) throw overLimit("totalBytes", this.limits);
  }
}

function partKey(name: string): string {
  return (name.startsWith("/") ? name.slice(1) : name).toLowerCase();
}

/** Unpacks in one go: room for one byte more than stated spares a second round, and shows data that is longer. */
function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw inflateFault(cause);
  }
}

function beyond(): Error {
  return damaged("thiếu một phần nội dung, có thể do tải về hoặc sao chép chưa xong");
}
