// How nearly every program writes a text of a workbook's list: one piece, in one font, without entities or escapes.

/** `<si><t>`; `<si><t x`, `ml:space`, `="preser`, `ve">`: white space is kept in any case. */
const SEVEN_BYTES: u64 = 0xff_ffff_ffff_ffff;
const TEXT: u64 = 0x3e_743c_3e69_733c;
const TEXT_X: u64 = 0x7820_743c_3e69_733c;
const ML_SPACE: u64 = 0x6563_6170_733a_6c6d;
const PRESER: u64 = 0x7265_7365_7270_223d;
const VE: u32 = 0x3e22_6576;
/** `</t></si`, `>` */
const TEXT_END: u64 = 0x6973_2f3c_3e74_2f3c;
const GREATER: u32 = 0x3e;
const LENGTH_OF_END = 9;

const RETURN: u32 = 0x0d;
const AMPERSAND: u32 = 0x26;
const UNDERSCORE: u32 = 0x5f;

/** In the place of a position: what stands there is written otherwise. */
export const NOT_PLAIN = -1;
/** Ends a text. */
export const LESS: u32 = 0x3c;

/** Where the text of the item at `start` begins. */
export function behindOpening(start: i32): i32 {
  const opening = load<u64>(start);
  if ((opening & SEVEN_BYTES) === TEXT) return start + 7;
  const isPreserved = opening === TEXT_X && load<u64>(start + 8) === ML_SPACE && load<u64>(start + 16) === PRESER;
  return isPreserved && load<u32>(start + 24) === VE ? start + 28 : NOT_PLAIN;
}

/** True for a byte that stands for something else than itself, or for the nought behind the part. */
export function isOdd(byte: u32): bool {
  return byte === 0 || byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN;
}

/** Where the item ends whose text ends at `end`. */
export function behindClosing(end: i32): i32 {
  return load<u64>(end) === TEXT_END && load<u8>(end + 8) === GREATER ? end + LENGTH_OF_END : NOT_PLAIN;
}
