// The encodings an XML part may be written in, brought to the one that is scanned.

/** UTF-16 parts, which few programs write, are turned to UTF-8; a byte order mark is dropped. */
export function utf8Bytes(part: Buffer): Buffer {
  const first = part[0];
  const second = part[1];
  if (first === 0xef && second === 0xbb && part[2] === 0xbf) return part.subarray(3);
  if (first === 0xff && second === 0xfe) return Buffer.from(part.toString("utf16le", 2), "utf8");
  if (first === 0xfe && second === 0xff) {
    const even = Buffer.from(part.subarray(2, part.length - (part.length % 2)));
    return Buffer.from(even.swap16().toString("utf16le"), "utf8");
  }
  return part;
}
