// Amounts of money in text, with or without their unit in the cell: «2,6 triệu», «1 tỷ 200 triệu», «2.600.000 đ».
// The result is whole đồng; an amount that is not whole is refused, because rounding happens only on paper.

import { vietnameseNumber } from "../model/number-text.js";
import { type Decimal, isWhole, parseDecimal, scaled, withDecimalMark } from "./decimal-text.js";
import { knownNumber, type NumberColumn, type NumberReading, refusedNumber } from "./number-column.js";

const POWERS = new Map([
  ["tỷ", 9],
  ["tỉ", 9],
  ["triệu", 6],
  ["tr", 6],
  ["vạn", 4],
  ["nghìn", 3],
  ["ngàn", 3],
  ["k", 3],
]);
const PART = /^(\d[\d., ']*?) ?(tỷ|tỉ|triệu|tr|vạn|nghìn|ngàn|k)(?!\p{L}) ?/u;
const CURRENCY = / ?(?:đồng|đ|vnđ|vnd|việt nam đồng)\.?$/u;
/** Ten thousand billion đồng, some fifteen times the fund of a whole cluster (656 tỷ): the unit must be wrong. */
const BEYOND_BELIEF = 1e13;
const COMMA_NOTE = "dấu phẩy là dấu phân nhóm nghìn";
const DOT_NOTE = "dấu chấm là dấu thập phân";
const SPOKEN_NOTE = "cách viết theo lời nói";
const CELL_UNIT_NOTE = "lấy đơn vị tính ghi trong ô";

/**
 * The amount that a clean text writes in a money column, in whole đồng; undefined where it writes none. A unit in the
 * cell wins over the column's, with a note where they differ.
 */
export function readAmount(text: string, column: NumberColumn): NumberReading | undefined {
  const lower = text.toLowerCase();
  const bare = lower.replace(CURRENCY, "");
  const plain = parseDecimal(bare);
  if (plain !== undefined && bare === lower) return readPlainAmount(plain, column);
  const own = plain === undefined ? readParts(bare, column) : asDong(plain, 0, column);
  if (own?.kind !== "known" || plain !== undefined) return own;
  const unit = PART.exec(bare)?.[2];
  const power = unit === undefined ? 0 : POWERS.get(unit);
  const contradicts = column.power !== undefined && column.power > 0 && power !== column.power;
  return contradicts ? knownNumber(own.value, own.note ?? CELL_UNIT_NOTE) : own;
}

/** A stored number of a money column, in whole đồng. */
export function readStoredAmount(value: number, column: NumberColumn): NumberReading {
  if (value < 0) return refusedNumber("V-K07");
  if (value === 0) return knownNumber(0);
  if (column.power === undefined) return refusedNumber("V-K04");
  const product = value * 10 ** column.power;
  const whole = Math.round(product);
  if (Math.abs(product - whole) > Math.abs(product) * 4 * Number.EPSILON) {
    const isGroupLost = column.power === 0 && Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-9;
    return isGroupLost ? bothReadings(value * 1000, value) : refusedNumber("V-K07");
  }
  return believable(knownNumber(whole), value, column.power);
}

function readPlainAmount(number: Decimal, column: NumberColumn): NumberReading {
  const { power } = column;
  if (power === undefined) return /^0+$/.test(number.digits) ? knownNumber(0) : refusedNumber("V-K04");
  if (number.shape === "dot-group" && power > 0) {
    const habits = column.habits();
    const grouped = scaled(number, 0);
    if (habits.hasFractions && grouped > 100 * habits.largest) {
      return bothReadings(grouped, scaled(withDecimalMark(number), 0));
    }
  }
  const reading = asDong(number, power, column);
  return believable(reading, scaled(number, 0), power);
}

function asDong(number: Decimal, power: number, column: NumberColumn): NumberReading {
  let exact = number;
  let note: string | undefined;
  if (number.shape === "comma-group") {
    const fraction = withDecimalMark(number);
    const isEnglish = power === 0;
    const inDoubt = isEnglish ? column.habits().hasDotGroups : column.habits().hasEnglish;
    if (inDoubt) return bothReadings(scaled(number, 0), scaled(fraction, 0));
    if (isEnglish) note = COMMA_NOTE;
    else exact = fraction;
  } else if (number.shape === "comma-groups" || number.shape === "commas-and-dot") {
    note = COMMA_NOTE;
  } else if (number.shape === "dot-decimal") {
    note = DOT_NOTE;
  }
  return isWhole(exact, power) ? knownNumber(scaled(exact, power), note) : refusedNumber("V-K07");
}

/** «1 tỷ 200 triệu», «1tr5», «2 triệu rưỡi»: parts from the largest unit down. */
function readParts(text: string, column: NumberColumn): NumberReading | undefined {
  let rest = text;
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  let note: string | undefined;
  for (let match = PART.exec(rest); match !== null; match = PART.exec(rest)) {
    const number = parseDecimal(match[1] ?? "");
    const power = POWERS.get(match[2] ?? "");
    if (number === undefined || power === undefined || power >= last) return undefined;
    const part = asDong(number, power, column);
    if (part.kind !== "known") return part;
    note = part.note ?? note;
    sum += part.value;
    last = power;
    rest = rest.slice(match[0].length);
  }
  if (last === Number.POSITIVE_INFINITY) return undefined;
  if (rest === "") return knownNumber(sum, note);
  if (rest === "rưỡi") return knownNumber(sum + 5 * 10 ** (last - 1), SPOKEN_NOTE);
  return /^[1-9]$/.test(rest) ? knownNumber(sum + Number(rest) * 10 ** (last - 1), SPOKEN_NOTE) : undefined;
}

/** An amount in whole đồng typed under a larger unit («1.522.000.000» under triệu đồng) is asked about. */
function believable(reading: NumberReading, typed: number, power: number): NumberReading {
  if (power === 0 || reading.kind !== "known" || reading.value < BEYOND_BELIEF) return reading;
  return refusedNumber("V-K06", [`${vietnameseNumber(typed)} đồng`, `${vietnameseNumber(reading.value)} đồng`]);
}

function bothReadings(first: number, second: number): NumberReading {
  return refusedNumber("V-K06", [vietnameseNumber(first, 3), vietnameseNumber(second, 3)]);
}
