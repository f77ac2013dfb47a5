// XML written straight as UTF-8: the rows of a nation's sheets are thirty megabytes, and as texts they would be put
// together, searched for what must be escaped, and encoded one after the other.

import { escapeText } from "../ooxml/splice-text.js";
import { LONGEST_CELL, safeText } from "./safe-text.js";

const USUAL = 65_536;
/** Bytes that are copied sooner one by one. */
const FEW = 24;
/** Letters from which it is worth to look whether a text comes again. */
const LONG = 400;
/** Bytes that a letter of a text may take. */
const WIDEST = 3;
/** The last codes that take one byte, and two. */
const [ONE_BYTE, TWO_BYTES] = [0x7f, 0x7ff];
/** Surrogates and what XML forbids begin here, and end there. */
const [SURROGATES, AFTER_SURROGATES, FORBIDDEN] = [0xd800, 0xe000, 0xfffe];
/** Letters of ASCII that stand in a text as they are: no marks of XML, no control characters but tab and line end, no beginning of an escape of Excel. */
const IS_PLAIN = Uint8Array.from({ length: ONE_BYTE + 1 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return (code >= 0x20 || letter === "\t" || letter === "\n") && !'&<>"_'.includes(letter) ? 1 : 0;
});

export class XmlBytes {
  readonly #encoder = new TextEncoder();
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(USUAL);
  #used = 0;
  /** The last long text, and where its bytes are. */
  #longText = "";
  #longStart = 0;
  #longEnd = 0;

  /** What was written, in bytes of its own; the next one begins empty. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#used);
    this.#used = 0;
    this.#longText = "";
    return taken;
  }

  /** Letters of ASCII as they are. */
  ascii(text: string): void {
    this.#makeRoom(text.length);
    const bytes = this.#bytes;
    let used = this.#used;
    for (let index = 0; index < text.length; index += 1) bytes[used++] = text.charCodeAt(index);
    this.#used = used;
  }

  /** Bytes of XML as they are: what comes again in every cell. */
  bytes(piece: Uint8Array): void {
    this.#makeRoom(piece.length);
    const bytes = this.#bytes;
    const used = this.#used;
    if (piece.length > FEW) bytes.set(piece, used);
    else for (let index = 0; index < piece.length; index += 1) bytes[used + index] = piece[index] ?? Number.NaN;
    this.#used = used + piece.length;
  }

  /** XML as it is. */
  xml(text: string): void {
    this.#makeRoom(WIDEST * text.length);
    this.#used += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
  }

  /**
   * A cell's text for the inside of an element: `escapeText` of `safeText`, letter by letter where that is all there is to
   * do. Of a long text that comes again, the list of files behind each figure of a unit, the bytes are taken.
   */
  text(text: string): void {
    const isLong = text.length > LONG;
    if (isLong && text === this.#longText) {
      this.#makeRoom(this.#longEnd - this.#longStart);
      this.#bytes.copyWithin(this.#used, this.#longStart, this.#longEnd);
      this.#used += this.#longEnd - this.#longStart;
      return;
    }
    const start = this.#used;
    if (text.length > LONGEST_CELL || !this.#plainText(text)) this.xml(escapeText(safeText(text)));
    if (!isLong) return;
    this.#longText = text;
    this.#longStart = start;
    this.#longEnd = this.#used;
  }

  /** False, and nothing is written, where some letter cannot stand as it is. */
  #plainText(text: string): boolean {
    this.#makeRoom(WIDEST * text.length);
    const bytes = this.#bytes;
    let used = this.#used;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code <= ONE_BYTE) {
        if (IS_PLAIN[code] !== 1) return false;
        bytes[used++] = code;
      } else if (code <= TWO_BYTES) {
        bytes[used++] = 0xc0 | (code >> 6);
        bytes[used++] = 0x80 | (code & 0x3f);
      } else if (code < SURROGATES || (code >= AFTER_SURROGATES && code < FORBIDDEN)) {
        bytes[used++] = 0xe0 | (code >> 12);
        bytes[used++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[used++] = 0x80 | (code & 0x3f);
      } else return false;
    }
    this.#used = used;
    return true;
  }

  #makeRoom(more: number): void {
    const needed = this.#used + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}
