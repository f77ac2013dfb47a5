// One cell of a figure column → its value, the kind of nothing it stands for, or a refusal. A number that can be read
// in two ways is refused, never guessed. Source of the rules: the Accounting Law's way of writing numbers (dot between
// thousands, decimal comma), the statistical signs (- none, … not known, x not due), and test/data/so-ngay-ky-mau.csv.

import { fromExcelSerial, partsOf, vietnameseDate } from "../model/iso-date.js";
import { vietnameseNumber } from "../model/number-text.js";
import { assertNever } from "../model/outcome.js";
import { sameText } from "../model/text.js";
import { cleanNumberText, type Decimal, parseDecimal, scaled, withDecimalMark } from "./decimal-text.js";
import { knownNumber, type NumberColumn, type NumberReading, refusedNumber } from "./number-column.js";
import { readAmount, readStoredAmount } from "./read-amount.js";
import { readRatio, readStoredRatio } from "./read-ratio.js";

const NO_ASSOCIATION = new Set(["chưa có hội", "chưa có tổ chức hội", "chưa thành lập hội"].map(sameText));
const NOT_KNOWN = new Set(["chưa có", "chưa có số liệu", "không có số liệu"].map(sameText));
const NONE_AT_ALL = new Set(["không", "không có"].map(sameText));
const BLANK: NumberReading = { kind: "blank" };
const NOT_DUE: NumberReading = { kind: "not-applicable", why: "not-on-form" };
const COMMA_NOTE = "dấu phẩy là dấu phân nhóm nghìn";
const WITH_REMARK = /^(.*\d)\s*\([^()]*\p{L}[^()]*\)$/u;
const WITH_UNIT = /^([\d.,' ]*\d) ?(\p{L}[\p{L} ]*)$/u;

/**
 * Reads a text cell. Blank and «…» are missing, «-» alone is 0 in count and money columns, «x» is not due here, «chưa
 * có Hội» says there is no association. Refusals: V-K04 (no unit of money), V-K05, V-K06, V-K07.
 */
export function readNumberText(text: string, column: NumberColumn): NumberReading {
  if (text.length === 1) {
    const sign = readSign(text === "–" ? "-" : text, column);
    if (sign !== undefined) return sign;
  }
  const clean = cleanNumberText(text);
  const sign = readSign(clean, column);
  if (sign !== undefined) return sign;
  const direct = readPlain(clean, column);
  if (direct !== undefined) return direct;
  const remark = WITH_REMARK.exec(clean);
  if (remark !== null) {
    const reading = readPlain((remark[1] ?? "").trim(), column);
    if (reading?.kind === "known") return knownNumber(reading.value, reading.note ?? "phần trong ngoặc là ghi chú");
  }
  return refuseText(clean);
}

/**
 * Reads a stored number. A fraction of exactly three decimals in a count column is V-K06: «1.522» typed on a machine
 * set to English is stored as 1,522.
 */
export function readStoredNumber(value: number, numberFormat: string, column: NumberColumn): NumberReading {
  switch (column.kind) {
    case "count": {
      const whole = Math.round(value);
      if (value < 0) return refusedNumber("V-K07");
      if (Math.abs(value - whole) < 1e-9) return knownNumber(whole);
      const thousandfold = value * 1000;
      const isGroupLost = Math.abs(thousandfold - Math.round(thousandfold)) < 1e-6;
      return isGroupLost && value >= 1
        ? refusedNumber("V-K06", [vietnameseNumber(thousandfold), vietnameseNumber(value, 3)])
        : refusedNumber("V-K07");
    }
    case "money":
      return readStoredAmount(value, column);
    case "ratio":
      return readStoredRatio({ value, isPercentFormat: numberFormat.includes("%") }, column);
    default:
      return assertNever(column.kind);
  }
}

/** Refuses a date in a figure column (V-K08), with the day shown and what was likely typed: 5/6 or 5.6. */
export function refuseDate(serial: number, date1904: boolean): NumberReading {
  const date = fromExcelSerial(serial, date1904);
  if (date === undefined) return refusedNumber("V-K05");
  const [year, month, day] = partsOf(date);
  const likely = day === 1 ? `${month}/${year} hoặc ${month}.${year}` : `${day}/${month} hoặc ${day}.${month}`;
  return refusedNumber("V-K08", [vietnameseDate(date), likely]);
}

/** Signs and words that stand in the place of a figure. */
function readSign(text: string, column: NumberColumn): NumberReading | undefined {
  if (text === "" || /^(?:\.{2,}|…+)\.?$/.test(text)) return BLANK;
  if (text === "-") return column.kind === "ratio" ? BLANK : knownNumber(0);
  if (text === "—") return refusedNumber("V-K06", ["0", "chưa có số liệu"]);
  if (text === "x" || text === "X") return NOT_DUE;
  const first = text.charCodeAt(0);
  if (first < 0x40) return undefined;
  const words = sameText(text);
  if (NO_ASSOCIATION.has(words)) return { kind: "not-applicable", why: "no-association" };
  if (NOT_KNOWN.has(words)) return BLANK;
  return NONE_AT_ALL.has(words) ? knownNumber(0, "ghi bằng chữ, đọc là 0") : undefined;
}

/** A number with at most its unit after it; undefined for anything else. */
function readPlain(text: string, column: NumberColumn): NumberReading | undefined {
  if (/^-\d/.test(text) && parseDecimal(text.slice(1)) !== undefined) return refusedNumber("V-K07");
  switch (column.kind) {
    case "money":
      return readAmount(text, column);
    case "ratio":
      return readRatio(text, column);
    case "count": {
      const number = parseDecimal(text) ?? withoutUnit(text, column);
      return number === undefined ? undefined : readCount(number, column);
    }
    default:
      return assertNever(column.kind);
  }
}

function readCount(number: Decimal, column: NumberColumn): NumberReading {
  switch (number.shape) {
    case "dot-decimal":
      return refusedNumber("V-K07");
    case "comma-group":
      return column.habits().hasDotGroups
        ? refusedNumber("V-K06", bothReadings(number))
        : knownNumber(scaled(number, 0), COMMA_NOTE);
    case "comma-groups":
    case "commas-and-dot":
      return number.exponent < 0 ? refusedNumber("V-K07") : knownNumber(scaled(number, 0), COMMA_NOTE);
    case "plain":
    case "dot-group":
    case "dot-groups":
    case "dots-and-comma":
    case "spaced":
    case "comma-decimal":
      return number.exponent < 0 ? refusedNumber("V-K07") : knownNumber(scaled(number, 0));
    default:
      return assertNever(number.shape);
  }
}

/** «15 hộ» under «Số hộ»: the unit after the figure is one that the heading or the unit of measure says. */
function withoutUnit(text: string, column: NumberColumn): Decimal | undefined {
  const match = WITH_UNIT.exec(text);
  if (match === null || !` ${column.words} `.includes(` ${sameText(match[2] ?? "")} `)) return undefined;
  return parseDecimal(match[1] ?? "");
}

function refuseText(text: string): NumberReading {
  const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  if (fraction !== null) return refuseFraction(fraction[1] ?? "", fraction[2] ?? "");
  const span = /^(\d[\d.]*) ?- ?(\d[\d.]*)$/.exec(text);
  if (span !== null) return refusedNumber("V-K06", [span[1] ?? "", span[2] ?? ""]);
  const bracketed = /^\(([\d.,]+)\)$/.exec(text);
  if (bracketed !== null) return refusedNumber("V-K06", [bracketed[1] ?? "", `−${bracketed[1]}`]);
  return refusedNumber("V-K05");
}

/** «5/6» is five of six or a day; «119/127» is no day, but may be 119.127 with a slip of the finger. */
function refuseFraction(over: string, under: string): NumberReading {
  const isDay = Number(over) <= 31 && Number(under) <= 12;
  const other = isDay ? `ngày ${over}/${under}` : under.length === 3 ? `${over}.${under}` : over;
  return refusedNumber("V-K06", [`${over} trên ${under}`, other]);
}

function bothReadings(number: Decimal): readonly [string, string] {
  return [vietnameseNumber(scaled(number, 0), 3), vietnameseNumber(scaled(withDecimalMark(number), 0), 3)];
}
