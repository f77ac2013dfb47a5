// Bytes → number, without making a string where the result is certain to be the nearest one.

import { byteAt } from "../ooxml/xml-scanner.js";

const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** Up to 15 digits and 22 powers of ten are exact in a double, and one division of exact numbers rounds once. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number written in bytes `start`–`end` as XML writes numbers (`1522`, `-0.5`, `3.1E-2`, blanks around allowed).
 * NaN for anything else, and for what is too large to be a number. Minus nought is nought.
 */
export function parseNumber(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  let position = start;
  for (; position < end; position++) {
    const digit = byteAt(bytes, position) - ZERO;
    if (digit < 0 || digit > 9) return parseDecimal(bytes, start, end);
    value = value * 10 + digit;
  }
  return end - start <= EXACT_DIGITS && end > start ? value : parseLong(bytes, start, end);
}

function parseDecimal(bytes: Buffer, start: number, end: number): number {
  const sign = byteAt(bytes, start);
  let value = 0;
  let point = -1;
  const first = sign === MINUS || sign === PLUS ? start + 1 : start;
  for (let position = first; position < end; position++) {
    const byte = byteAt(bytes, position);
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (byte === POINT && point < 0) point = position;
    else return parseLong(bytes, start, end);
  }
  const length = end - first;
  if (point < 0 || length > EXACT_DIGITS + 1 || length < 2) return parseLong(bytes, start, end);
  const size = value / powerOfTen(end - point - 1);
  return sign === MINUS ? 0 - size : size;
}

function powerOfTen(power: number): number {
  return POWERS[power] ?? Number.NaN;
}

function parseLong(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString("latin1", start, end).trim();
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  // Adding 0 turns −0 into 0.
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}
