// Texts of a very long list, which no other workbook has: their letters, as the engine has them, so that to make a text is to
// copy it. While they pass, they are asked what they say of old encodings. It stops in front of the first text that is
// written otherwise, or is no UTF-8: here nothing is ever refused.

import {
  AFTER_LATIN,
  AFTER_MARK,
  AFTER_TONED,
  FIRST_LATIN,
  FIRST_TONED,
  LETTER_A,
  LETTER_E,
  LOOSE,
  SMALL,
  STRANGE,
  UNICODE,
} from "../../legacy-text/trait-bits";
import {
  IS_STRIKING,
  ITEM_BITS,
  ITEM_COUNT,
  ITEM_ENDS,
  ITEM_STARTS,
  ITEMS_WANTED,
  LETTER_TRAITS,
  LETTERS,
  LONGEST_TEXT,
} from "../layout";
import { behindClosing, behindOpening, isOdd, LESS, NOT_PLAIN } from "./items";

/** Bytes of UTF-8: those of letters beyond ASCII, and what they say of the letter. */
const FIRST_WIDE: i32 = 0x80;
const FIRST_OF_TWO: i32 = 0xc2;
const FIRST_OF_THREE: i32 = 0xe0;
const FIRST_OF_FOUR: i32 = 0xf0;
const FOLLOWS: i32 = 0x80;
const FOLLOWS_MASK: i32 = 0xc0;
const SIX_BITS: i32 = 0x3f;
const FIVE_BITS: i32 = 0x1f;
const FOUR_BITS: i32 = 0x0f;
/** Letters of three bytes begin here, and these are none. */
const LEAST_OF_THREE: i32 = 0x800;
const FIRST_SURROGATE: i32 = 0xd800;
const AFTER_SURROGATES: i32 = 0xe000;

/** Where the next text's letters go. */
let room: i32 = 0;
/** The position behind the letter that `letterAt` has read. */
let behind: i32 = 0;

/** Reads texts from `start` on into the list; gives the position in front of what it does not read. */
export function spellTexts(start: i32): i32 {
  const wanted = load<i32>(ITEMS_WANTED);
  let at = start;
  let count = 0;
  room = LETTERS;
  for (; count < wanted; count++) {
    const next = spell(at, count);
    if (next === NOT_PLAIN) break;
    at = next;
  }
  store<i32>(ITEM_COUNT, count);
  return at;
}

/** Puts the letters of one text into the room, where not all are ASCII; gives the position behind its item. */
function spell(start: i32, item: i32): i32 {
  const first = behindOpening(start);
  if (first === NOT_PLAIN) return NOT_PLAIN;
  let to = room;
  let bits: i32 = 0;
  let traits: i32 = 0;
  let before: i32 = 0;
  let at = first;
  for (let letter: i32 = load<u8>(at); u32(letter) !== LESS; letter = load<u8>(at)) {
    behind = at + 1;
    if (letter < FIRST_WIDE) {
      if (isOdd(letter)) return NOT_PLAIN;
    } else {
      letter = letterAt(at, letter);
      if (letter === 0) return NOT_PLAIN;
      traits |= traitsOf(letter, before);
    }
    at = behind;
    store<u16>(to, letter);
    to += 2;
    bits |= letter;
    before = letter;
  }
  const end = behindClosing(at);
  // No text has more characters than bytes; one that may be too long is for the scanner to refuse.
  if (end === NOT_PLAIN || at - first > load<i32>(LONGEST_TEXT)) return NOT_PLAIN;
  if ((traits & LOOSE) !== 0 || (traits & (UNICODE | STRANGE)) === STRANGE) store<i32>(IS_STRIKING, 1);
  const isWide = bits >= FIRST_WIDE;
  store<i32>(ITEM_STARTS + (item << 2), isWide ? room : first);
  store<i32>(ITEM_ENDS + (item << 2), isWide ? to : at);
  store<u8>(ITEM_BITS + item, isWide ? FIRST_WIDE : 0);
  if (isWide) room = to;
  return end;
}

/** The letter whose first byte stands at a position; nought for one that is no UTF-8, or needs two places. */
function letterAt(at: i32, byte: i32): i32 {
  if (byte < FIRST_OF_TWO || byte >= FIRST_OF_FOUR) return 0;
  const second: i32 = load<u8>(at + 1);
  if ((second & FOLLOWS_MASK) !== FOLLOWS) return 0;
  if (byte < FIRST_OF_THREE) {
    behind = at + 2;
    return ((byte & FIVE_BITS) << 6) | (second & SIX_BITS);
  }
  const third: i32 = load<u8>(at + 2);
  if ((third & FOLLOWS_MASK) !== FOLLOWS) return 0;
  const letter = ((byte & FOUR_BITS) << 12) | ((second & SIX_BITS) << 6) | (third & SIX_BITS);
  behind = at + 3;
  return letter < LEAST_OF_THREE || (letter >= FIRST_SURROGATE && letter < AFTER_SURROGATES) ? 0 : letter;
}

/** As `traitsOf` of legacy-text/text-traits.ts, of one letter behind another. */
function traitsOf(letter: i32, before: i32): i32 {
  if (letter >= AFTER_MARK) return letter >= FIRST_TONED && letter < AFTER_TONED ? UNICODE : 0;
  const own: i32 = load<u8>(LETTER_TRAITS + letter);
  if (letter < FIRST_LATIN || letter >= AFTER_LATIN) return own;
  const vowel = before | SMALL;
  return vowel === LETTER_A || vowel === LETTER_E ? own | STRANGE : own;
}
