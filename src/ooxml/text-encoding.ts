// In which encoding a file of text is written, as far as its bytes prove it: byte order marks, strict UTF-8, the zeros of
// UTF-16. What 8-bit text means is not decided here.

import { isUtf8 } from "node:buffer";

export interface TextEncoding {
  /** 8-bit: anything that is neither UTF-8 nor UTF-16; plain ASCII is UTF-8. */
  readonly name: "utf-8" | "utf-16le" | "utf-16be" | "8-bit";
  /** Length of the byte order mark. */
  readonly start: number;
}

const SAMPLE = 4096;

/** The encoding of a whole file, were it text. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: "utf-16le", start: 2 };
  if (first === 0xfe && second === 0xff) return { name: "utf-16be", start: 2 };
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  const wide = start === 0 ? wideByZeros(bytes) : undefined;
  if (wide !== undefined) return { name: wide, start };
  return { name: isUtf8(bytes.subarray(start)) ? "utf-8" : "8-bit", start };
}

/** Text of `bytes` from the mark on; 8-bit text as windows-1252, which keeps each byte of a letter tellable. */
export function textIn(bytes: Uint8Array, { name, start }: TextEncoding): string {
  return new TextDecoder(name === "8-bit" ? "windows-1252" : name).decode(bytes.subarray(start));
}

/**
 * Digits, blanks and separators of UTF-16 have a zero beside them: on one side often, on the other never. Text in other
 * encodings has no zeros at all.
 */
function wideByZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const length = Math.min(SAMPLE, bytes.length - (bytes.length % 2));
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  if (odd * 5 >= length / 2 && even === 0) return "utf-16le";
  return even * 5 >= length / 2 && odd === 0 ? "utf-16be" : undefined;
}
