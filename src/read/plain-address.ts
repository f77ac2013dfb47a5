// An address as programs write it (`A1`, `XFD1048576`), read from the bytes without making a text or an object of it.

import { byteAt } from "../ooxml/xml-scanner.js";

const ZERO = 0x30;
const BEFORE_A = 0x40;
const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

export const NOT_PLAIN = -1;

export class PlainAddress {
  /** Of the address read last, both 1-based; undefined in meaning where it was not plain. */
  row = 0;
  column = 0;

  /**
   * Reads the address that begins at `start`; gives the position behind it, or NOT_PLAIN for anything but one to three
   * capital letters and a number of up to seven digits without leading noughts. What follows is for the caller to check.
   */
  read(bytes: Buffer, start: number): number {
    let position = start;
    let column = 0;
    for (; position < start + MOST_LETTERS; position++) {
      const letter = byteAt(bytes, position) - BEFORE_A;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const digits = position;
    let row = 0;
    for (; position < digits + MOST_DIGITS; position++) {
      const digit = byteAt(bytes, position) - ZERO;
      if (digit < 0 || digit > 9) break;
      row = row * 10 + digit;
    }
    if (digits === start || position === digits || bytes[digits] === ZERO) return NOT_PLAIN;
    this.row = row;
    this.column = column;
    return position;
  }
}
