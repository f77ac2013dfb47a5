// A number as typed, taken apart without reading it yet: digits, place of the decimal mark, and the way it is written.
// Which reading holds depends on the column; that is decided in read-number.ts and its neighbours.

/**
 * The way a number is written. A single group of three («1.522», «1,522») is kept apart from several («1.522.000»),
 * because only the single one could also be three decimals.
 */
type Shape =
  | "plain"
  | "dot-group"
  | "dot-groups"
  | "comma-group"
  | "comma-groups"
  | "dots-and-comma"
  | "commas-and-dot"
  | "spaced"
  | "comma-decimal"
  | "dot-decimal";

/** A decimal number: digits × 10^exponent. Trailing zeros of a fraction are dropped, so a whole number has exponent 0. */
export interface Decimal {
  readonly shape: Shape;
  readonly digits: string;
  readonly exponent: number;
}

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ["plain", /^(\d+)$/],
  ["dot-group", /^([1-9]\d{0,2}\.\d{3})$/],
  ["dot-groups", /^([1-9]\d{0,2}(?:\.\d{3}){2,})$/],
  ["comma-group", /^([1-9]\d{0,2},\d{3})$/],
  ["comma-groups", /^([1-9]\d{0,2}(?:,\d{3}){2,})$/],
  ["dots-and-comma", /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/],
  ["commas-and-dot", /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/],
  ["spaced", /^([1-9]\d{0,2}(?:[ ']\d{3})+)(?:,(\d+))?$/],
  ["comma-decimal", /^(\d+),(\d+)$/],
  ["dot-decimal", /^(\d+)\.(\d+)$/],
];
const ZERO_WIDE = 0xff10;

/**
 * Text of a number cell made plain: white space of every kind, full-width digits, invisible characters and the minus
 * sign unified. The em dash stays as it is: it is asked about, never read as a sign or as 0.
 */
export function cleanNumberText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - ZERO_WIDE))
    .replace(/[\u200B-\u200D\uFEFF\u00AD]/g, "")
    .replace(/[\u2019\u2018\u02BC`´]/g, "'")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s\u00A0\u202F\u2009]+/g, " ")
    .trim();
}

/** The number that a clean text writes, with groups of three read as groups; undefined where it writes none. */
export function parseDecimal(text: string): Decimal | undefined {
  for (const [shape, pattern] of SHAPES) {
    const match = pattern.exec(text);
    if (match !== null) return decimal(shape, (match[1] ?? "").replace(/\D/g, ""), match[2] ?? "");
  }
  return undefined;
}

/** The other reading of a single group of three: its mark is the decimal mark. «1,522» → 1522 × 10⁻³. */
export function withDecimalMark(grouped: Decimal): Decimal {
  return decimal(grouped.shape, grouped.digits.slice(0, -3), grouped.digits.slice(-3));
}

/** The number times 10^power, as the nearest floating number: «17,516» with power 6 is exactly 17516000. */
export function scaled(number: Decimal, power: number): number {
  return Number(`${number.digits}e${number.exponent + power}`);
}

/** True where the number times 10^power is whole. */
export function isWhole(number: Decimal, power: number): boolean {
  return number.exponent + power >= 0;
}

function decimal(shape: Shape, whole: string, fraction: string): Decimal {
  const kept = fraction.replace(/0+$/, "");
  return { shape, digits: whole + kept, exponent: kept === "" ? 0 : -kept.length };
}
