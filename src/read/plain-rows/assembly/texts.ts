// Texts of a workbook's list as nearly every program writes them: one piece, in one font, without entities or escapes. Each is
// looked for by its bytes among those met before, because the workbooks of a folder share most of theirs. It stops in
// front of the first one that is written otherwise: here nothing is ever refused.

import {
  IS_FULL,
  ITEM_BITS,
  ITEM_COUNT,
  ITEM_ENDS,
  ITEM_NUMBERS,
  ITEM_STARTS,
  ITEMS_WANTED,
  KNOWN_BYTES,
  KNOWN_COUNT,
  KNOWN_END,
  KNOWN_HASHES,
  KNOWN_LENGTHS,
  KNOWN_ROOM,
  KNOWN_SLOTS,
  KNOWN_STARTS,
  LONGEST_TEXT,
  MOST_KNOWN,
  SLOTS,
} from "../layout";
import { behindClosing, behindOpening, isOdd, LESS, NOT_PLAIN } from "./items";

/** Odd numbers without a pattern. */
const FIRST_FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const MIDDLE_FACTOR: u64 = 0xc2b2_ae3d_27d4_eb4f;
const LAST_FACTOR: u64 = 0x1656_67b1_9e37_79f9;
/** Texts whose hashes lie so close are looked for no further. */
const MOST_PROBES = 16;

/** Reads texts from `start` on into the list; gives the position in front of what it does not read. */
export function readTexts(start: i32): i32 {
  const wanted = load<i32>(ITEMS_WANTED);
  let at = start;
  store<i32>(ITEM_COUNT, 0);
  while (load<i32>(ITEM_COUNT) < wanted) {
    const next = readItem(at);
    if (next === NOT_PLAIN) break;
    at = next;
  }
  return at;
}

/** Forgets all texts. */
export function forgetTexts(): void {
  memory.fill(KNOWN_SLOTS, 0, SLOTS << 2);
  store<i32>(KNOWN_COUNT, 0);
  store<i32>(KNOWN_END, KNOWN_BYTES);
  store<i32>(IS_FULL, 0);
}

function readItem(start: i32): i32 {
  const first = behindOpening(start);
  if (first === NOT_PLAIN) return NOT_PLAIN;
  let bits: u32 = 0;
  let at = first;
  let byte: u32 = load<u8>(at);
  while (byte !== LESS) {
    if (isOdd(byte)) return NOT_PLAIN;
    bits |= byte;
    byte = load<u8>(++at);
  }
  const behind = behindClosing(at);
  if (behind === NOT_PLAIN) return NOT_PLAIN;
  // No text has more characters than bytes; one that may be too long is for the scanner to refuse.
  if (at - first > load<i32>(LONGEST_TEXT)) return NOT_PLAIN;
  const item = load<i32>(ITEM_COUNT);
  store<u32>(ITEM_NUMBERS + (item << 2), numberOf(first, at - first));
  store<i32>(ITEM_STARTS + (item << 2), first);
  store<i32>(ITEM_ENDS + (item << 2), at);
  store<u8>(ITEM_BITS + item, bits);
  store<i32>(ITEM_COUNT, item + 1);
  return behind;
}

/** The number of a text, which is known from now on; nought where there is no room for it. */
function numberOf(start: i32, length: i32): u32 {
  const hash = hashOf(start, length);
  let slot = hash & (SLOTS - 1);
  for (let probe = 0; probe < MOST_PROBES; probe++) {
    const number = load<u32>(KNOWN_SLOTS + (slot << 2));
    if (number === 0) return take(slot, start, length, hash);
    if (load<u32>(KNOWN_HASHES + (number << 2)) === hash && isText(number, start, length)) return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return 0;
}

/** Of the beginning, the middle and the end; where a text is shorter, the tags behind it are the same for all. */
function hashOf(start: i32, length: i32): u32 {
  const first = load<u64>(start) * FIRST_FACTOR;
  const middle = load<u64>(start + (length >> 1)) * MIDDLE_FACTOR;
  const last = load<u64>(length < 8 ? start : start + length - 8) * LAST_FACTOR;
  const mixed = first ^ ((middle << 23) | (middle >> 41)) ^ ((last << 47) | (last >> 17)) ^ length;
  return u32((mixed * FIRST_FACTOR) >> 32);
}

function take(slot: u32, start: i32, length: i32, hash: u32): u32 {
  const number = load<i32>(KNOWN_COUNT) + 1;
  const place = load<i32>(KNOWN_END);
  if (number >= MOST_KNOWN || place + length > KNOWN_BYTES + KNOWN_ROOM) {
    store<i32>(IS_FULL, 1);
    return 0;
  }
  memory.copy(place, start, length);
  store<i32>(KNOWN_SLOTS + (slot << 2), number);
  store<u32>(KNOWN_HASHES + (number << 2), hash);
  store<i32>(KNOWN_STARTS + (number << 2), place);
  store<i32>(KNOWN_LENGTHS + (number << 2), length);
  store<i32>(KNOWN_END, place + length);
  store<i32>(KNOWN_COUNT, number);
  return number;
}

function isText(number: u32, start: i32, length: i32): bool {
  if (load<i32>(KNOWN_LENGTHS + (number << 2)) !== length) return false;
  const known = load<i32>(KNOWN_STARTS + (number << 2));
  let at = 0;
  for (; at + 8 <= length; at += 8) {
    if (load<u64>(known + at) !== load<u64>(start + at)) return false;
  }
  for (; at < length; at++) {
    if (load<u8>(known + at) !== load<u8>(start + at)) return false;
  }
  return true;
}
