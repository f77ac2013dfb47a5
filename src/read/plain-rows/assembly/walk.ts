// The hot path of the program, in AssemblyScript: bytes of a sheet's rows as nearly every program writes them → columns of
// cells. Compiled by `npm run plain-rows` into ../compiled.ts. It walks over whole elements and stops in front of the first one
// that is written otherwise, or is faulty, or does not end in the window: here nothing is ever refused.

import {
  COLUMN_LIMIT,
  COLUMNS,
  EMPTY_TEXT,
  FILLED,
  FORMULAS,
  IS_ORDERED,
  KINDS,
  LAST_COLUMN,
  LAST_ROW,
  NUMBER_KINDS,
  NUMBERS,
  OPEN_ROW,
  PLACE_COLUMN,
  PLACE_ROW,
  PLAIN_TEXT,
  ROOM,
  ROW_LIMIT,
  ROWS,
  STYLE_COUNT,
  STYLES,
  TEXT_COUNT,
  TEXT_KIND,
  TEXT_TRAITS,
  TEXTS,
  WIDEST,
} from "../layout";

// Pieces of the usual writing as numbers, the last letter first: so they lie in memory.
const SIX_BYTES: u64 = 0xffff_ffff_ffff;
const SEVEN_BYTES: u64 = 0xff_ffff_ffff_ffff;
const ALL_BYTES: u64 = 0xffff_ffff_ffff_ffff;
/** `<row`, `</row>`, `<c r="` */
const ROW: u32 = 0x776f_723c;
const ROW_END: u64 = 0x3e77_6f72_2f3c;
const CELL: u64 = 0x223d_7220_633c;
/** ` s="`, ` t="` */
const STYLE: u32 = 0x223d_7320;
const TYPE: u32 = 0x223d_7420;
/** `s"`, `n"`, `str"` */
const SHARED: u32 = 0x2273;
const NUMERIC: u32 = 0x226e;
const STRING: u32 = 0x2272_7473;
/** `/>` */
const SELF_END: u32 = 0x3e2f;
/** `><v>`, `</v></c>` */
const VALUE: u32 = 0x3e76_3c3e;
const VALUE_END: u64 = 0x3e63_2f3c_3e76_2f3c;
/** `><f>`, `</f>` */
const FORMULA: u32 = 0x3e66_3c3e;
const FORMULA_END: u32 = 0x3e66_2f3c;
/** `><f aca=` and `"false">`, as LibreOffice writes it. */
const FORMULA_ACA: u64 = 0x3d61_6361_2066_3c3e;
const FALSE_END: u64 = 0x3e22_6573_6c61_6622;
/** `"false"`, `"0"` */
const FALSE: u64 = 0x22_6573_6c61_6622;
const NO: u32 = 0x22_3022;
const THREE_BYTES: u32 = 0xff_ffff;
const TWO_BYTES: u32 = 0xffff;
/** `="` */
const EQUALS_QUOTE: u32 = 0x223d;

/** Keys of the attributes `r` and `hidden`, as ooxml/name-key.ts has them. */
const REFERENCE: u32 = 0x72;
const HIDDEN: u32 = 0xb76e_9daa;

const SPACE: u32 = 0x20;
const QUOTE: u32 = 0x22;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const SLASH: u32 = 0x2f;
const ZERO: u32 = 0x30;
const COLON: u32 = 0x3a;
const LESS: u32 = 0x3c;
const EQUALS: u32 = 0x3d;
const GREATER: u32 = 0x3e;
const BEFORE_A: u32 = 0x40;
const BRACKET: u32 = 0x5b;

const NOT_PLAIN = -1;
const MOST_LETTERS = 3;
/** Of a row, a style, the place of a text. */
const MOST_DIGITS = 7;
/** Whole numbers up to this one are exact in a double, and so are powers of ten up to 10²²: dividing them rounds once. */
const LARGEST_EXACT: u64 = 0x20_0000_0000_0000;
/** So many digits fit into eight bytes. */
const MOST_NUMBER_DIGITS = 19;

/** What `readWhole` and `passName` have read. */
let whole: u32 = 0;
let name: u32 = 0;
/** The number of the row that was opened last, and how it is written, to the closing quote: its cells write it alike. */
let rowNumber: u32 = 0;
let rowLength: i32 = 0;
let rowDigits: u64 = 1;
let rowMask: u64 = 0;

/** Walks on from `start` and fills the block on; gives the position in front of what it does not walk over. */
export function walk(start: i32): i32 {
  let stop = start;
  let next = start;
  while (next !== NOT_PLAIN) {
    stop = next;
    next = readElement(behindBlanks(stop));
  }
  return stop;
}

// Each function below takes a position and gives the one behind what it has read there, or NOT_PLAIN.

function readElement(start: i32): i32 {
  if (load<u32>(OPEN_ROW) === 0) return readRowTag(start);
  const letters = load<u64>(start) & SIX_BYTES;
  if (letters === CELL) return readCell(start + 6);
  return letters === ROW_END ? endRow(start + 6) : NOT_PLAIN;
}

/** A row says its number, and what it likes besides, but not that it is hidden. */
function readRowTag(start: i32): i32 {
  if (load<u32>(start) !== ROW) return NOT_PLAIN;
  let at = start + 4;
  let row: u32 = 0;
  while (load<u8>(at) === SPACE) {
    at = passName(at + 1);
    if (load<u16>(at) !== EQUALS_QUOTE) return NOT_PLAIN;
    if (name === REFERENCE) {
      const digits = at + 2;
      at = readWhole(digits);
      row = whole;
      keepRow(digits, at - digits);
      if (row > load<u32>(ROW_LIMIT)) return NOT_PLAIN;
    } else {
      if (name === HIDDEN && !saysNo(at + 1)) return NOT_PLAIN;
      at = passText(at + 2);
    }
    if (load<u8>(at) !== QUOTE) return NOT_PLAIN;
    at++;
  }
  const isEmpty = load<u16>(at) === SELF_END;
  if (row === 0 || (!isEmpty && load<u8>(at) !== GREATER)) return NOT_PLAIN;
  store<u32>(PLACE_ROW, row);
  store<u32>(PLACE_COLUMN, 0);
  if (isEmpty) return at + 2;
  store<u32>(OPEN_ROW, row);
  return at + 1;
}

/** Takes note of the digits of a row's number, of which there are seven at most: eight bytes with the quote behind them. */
function keepRow(digits: i32, length: i32): void {
  rowNumber = whole;
  rowLength = length;
  rowMask = ALL_BYTES >> (((MOST_DIGITS - length) as u64) << 3);
  rowDigits = load<u64>(digits) & rowMask;
}

function endRow(end: i32): i32 {
  store<u32>(PLACE_ROW, load<u32>(OPEN_ROW));
  store<u32>(OPEN_ROW, 0);
  return end;
}

/** `start` is behind the quote that opens the address. */
function readCell(start: i32): i32 {
  let at = load<i32>(FILLED) < ROOM ? readAddress(start) : NOT_PLAIN;
  if (at === NOT_PLAIN) return NOT_PLAIN;
  whole = 0;
  if (load<u32>(at) === STYLE) {
    at = readWhole(at + 4);
    if (load<u8>(at) !== QUOTE) return NOT_PLAIN;
    at++;
  }
  store<u32>(STYLES + (load<i32>(FILLED) << 2), whole < load<u32>(STYLE_COUNT) ? whole : 0);
  if (load<u32>(at) !== TYPE) return load<u8>(at) === GREATER ? readNumber(at) : readBlank(at);
  const type = load<u32>(at + 4);
  if (type === STRING) return readEmptyText(at + 8);
  at += 6;
  const isShared = (type & TWO_BYTES) === SHARED;
  if (!isShared && (type & TWO_BYTES) !== NUMERIC) return NOT_PLAIN;
  if (load<u8>(at) !== GREATER) return readBlank(at);
  return isShared ? readShared(at) : readNumber(at);
}

/** Letters and digits to the closing quote; they stand in the columns of the cell that may be stored next. */
function readAddress(start: i32): i32 {
  let column: u32 = 0;
  let at = start;
  for (; at < start + MOST_LETTERS; at++) {
    const letter = load<u8>(at) - BEFORE_A;
    if (letter - 1 >= 26) break;
    column = column * 26 + letter;
  }
  if ((load<u64>(at) & rowMask) === rowDigits) {
    whole = rowNumber;
    at += rowLength;
  } else {
    at = readWhole(at);
  }
  if (column - 1 >= load<u32>(COLUMN_LIMIT) || whole - 1 >= load<u32>(ROW_LIMIT)) return NOT_PLAIN;
  if (load<u8>(at) !== QUOTE) return NOT_PLAIN;
  const cell = load<i32>(FILLED) << 2;
  store<u32>(ROWS + cell, whole);
  store<u32>(COLUMNS + cell, column);
  return at + 1;
}

function readBlank(start: i32): i32 {
  if (load<u16>(start) !== SELF_END) return NOT_PLAIN;
  moveToCell();
  return start + 2;
}

/** The functions of values begin at the end of the cell's tag. A number may come from a formula. */
function readNumber(start: i32): i32 {
  const tag = passFormula(start);
  if (tag === NOT_PLAIN || load<u32>(tag) !== VALUE) return NOT_PLAIN;
  const isNegative = load<u8>(tag + 4) === MINUS;
  const first = isNegative ? tag + 5 : tag + 4;
  let at = first;
  let value: u64 = 0;
  let scale: f64 = 1;
  for (; digitAt(at) < 10; at++) value = value * 10 + digitAt(at);
  let digits = at - first;
  if (load<u8>(at) === POINT) {
    at++;
    for (; digitAt(at) < 10; at++) {
      value = value * 10 + digitAt(at);
      scale *= 10;
      digits++;
    }
  }
  if (digits === 0 || digits > MOST_NUMBER_DIGITS || value > LARGEST_EXACT) return NOT_PLAIN;
  if (load<u64>(at) !== VALUE_END) return NOT_PLAIN;
  const size = f64(value) / scale;
  // Not negated: minus nought is nought.
  store<f64>(NUMBERS + (load<i32>(FILLED) << 3), isNegative ? 0 - size : size);
  const style = load<u32>(STYLES + (load<i32>(FILLED) << 2));
  storeCell(load<u8>(NUMBER_KINDS + style), 0, tag > start ? 1 : 0);
  return at + 8;
}

function readShared(start: i32): i32 {
  if (load<u32>(start) !== VALUE) return NOT_PLAIN;
  const at = readWhole(start + 4);
  if (at === start + 4 || load<u64>(at) !== VALUE_END || whole >= load<u32>(TEXT_COUNT)) return NOT_PLAIN;
  const id = whole + 1;
  const trait = load<u8>(TEXT_TRAITS + id);
  if (trait === PLAIN_TEXT) storeText(id, 0);
  else if (trait === EMPTY_TEXT) moveToCell();
  else return NOT_PLAIN;
  return at + 8;
}

/** A formula that gives no text, as forms have many; any other text is for the scanner to make. */
function readEmptyText(start: i32): i32 {
  const tag = passFormula(start);
  if (tag <= start || load<u32>(tag) !== VALUE || load<u64>(tag + 4) !== VALUE_END) return NOT_PLAIN;
  storeText(0, 1);
  return tag + 12;
}

/**
 * `start` is at the end of a cell's tag; gives the end of the formula's tag, or `start` where there is none. A bracket in
 * it may mean another workbook, which is for others to tell.
 */
function passFormula(start: i32): i32 {
  let at = start;
  if (load<u32>(at) === FORMULA) at += 4;
  else if (load<u64>(at) === FORMULA_ACA && load<u64>(at + 8) === FALSE_END) at += 16;
  else return start;
  while (load<u8>(at) !== LESS && load<u8>(at) !== BRACKET && load<u8>(at) !== 0) at++;
  return load<u32>(at) === FORMULA_END ? at + 3 : NOT_PLAIN;
}

function storeText(id: u32, formula: u32): void {
  store<f64>(NUMBERS + (load<i32>(FILLED) << 3), NaN);
  storeCell(load<u32>(TEXT_KIND), id, formula);
}

/** The rest of a cell whose place, style and number stand in the columns already. */
function storeCell(kind: u32, text: u32, formula: u32): void {
  moveToCell();
  const cell = load<i32>(FILLED);
  store<u32>(TEXTS + (cell << 2), text);
  store<u8>(KINDS + cell, kind);
  store<u8>(FORMULAS + cell, formula);
  store<i32>(FILLED, cell + 1);
  const row = load<u32>(PLACE_ROW);
  const column = load<u32>(PLACE_COLUMN);
  const last = load<u32>(LAST_ROW);
  if (row < last || (row === last && column <= load<u32>(LAST_COLUMN))) store<u32>(IS_ORDERED, 0);
  store<u32>(LAST_ROW, row);
  store<u32>(LAST_COLUMN, column);
  if (column > load<u32>(WIDEST)) store<u32>(WIDEST, column);
}

function moveToCell(): void {
  const cell = load<i32>(FILLED) << 2;
  store<u32>(PLACE_ROW, load<u32>(ROWS + cell));
  store<u32>(PLACE_COLUMN, load<u32>(COLUMNS + cell));
}

function behindBlanks(start: i32): i32 {
  let at = start;
  while (u32(load<u8>(at)) - 1 < SPACE) at++;
  return at;
}

/** A whole number of so many digits at most, into `whole`; nought where there is none. */
function readWhole(start: i32): i32 {
  let at = start;
  whole = 0;
  for (; at < start + MOST_DIGITS && digitAt(at) < 10; at++) whole = whole * 10 + digitAt(at);
  return at;
}

/** More than nine where there is no digit. */
function digitAt(at: i32): u32 {
  return load<u8>(at) - ZERO;
}

/** The key of an attribute's local name, into `name`. */
function passName(start: i32): i32 {
  let at = start;
  let byte: u32 = load<u8>(at);
  name = 0;
  while (byte > SPACE && byte !== EQUALS && byte !== GREATER && byte !== LESS && byte !== SLASH) {
    name = byte === COLON ? 0 : name * 31 + byte;
    byte = load<u8>(++at);
  }
  return at;
}

function passText(start: i32): i32 {
  let at = start;
  while (load<u8>(at) !== QUOTE && load<u8>(at) !== 0) at++;
  return at;
}

function saysNo(quote: i32): bool {
  return (load<u64>(quote) & SEVEN_BYTES) === FALSE || (load<u32>(quote) & THREE_BYTES) === NO;
}
