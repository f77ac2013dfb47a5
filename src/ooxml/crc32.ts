// CRC-32 as zip archives use it (polynomial EDB88320). The runtime's own is taken where there is one: Node has it from
// 20.15 and 22.2 on, this program runs from 20.12 on.

import zlib from "node:zlib";

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of the bytes, as an unsigned 32-bit number; `before` is that of the bytes before them. */
export function crc32(bytes: Uint8Array, before = 0): number {
  return typeof zlib.crc32 === "function" ? zlib.crc32(bytes, before) : crc32ByTable(bytes, before);
}

/** The same by table, for runtimes without their own. */
export function crc32ByTable(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] ?? Number.NaN);
  return (crc ^ 0xffffffff) >>> 0;
}
