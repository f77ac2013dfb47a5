// The 161 ways of writing numbers, dates and periods: read, read with a note, or refused, as the table says.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { fromExcelSerial } from "../../src/model/iso-date.js";
import { printPeriod } from "../../src/model/period.js";
import { sameText } from "../../src/model/text.js";
import { habitsOf, type NumberColumn, type NumberKind, type NumberReading } from "../../src/normalise/number-column.js";
import { readDate } from "../../src/normalise/read-date.js";
import { readMoneyUnit } from "../../src/normalise/read-money-unit.js";
import { readNumberText, readStoredNumber, refuseDate } from "../../src/normalise/read-number.js";
import { readPeriod } from "../../src/normalise/read-period.js";
import { labelKind } from "../../src/recognise/row-label.js";
import { markKind } from "../../src/recognise/row-mark.js";

type Row = Record<string, string>;
const cases: readonly Row[] = parse(readFileSync(new URL("../data/so-ngay-ky-mau.csv", import.meta.url)), {
  columns: true,
  trim: false,
});

/** Rows where the design decides otherwise, or that no form of the stage can meet; each with its reason. */
const LEFT = new Map([
  ["count|1.522,5", "thiết kế: số lẻ ở cột đếm là V-K07"],
  ["count|1,522.5", "thiết kế: số lẻ ở cột đếm là V-K07"],
  ["count|[số] 2", "chỉ thấy được khi đối chiếu tổng, việc của khâu kiểm tra"],
  ["period|Năm học 2023-2024", "thiết kế không có kỳ theo năm học"],
  ["period|năm học 2023 – 2024", "thiết kế không có kỳ theo năm học"],
]);
const KINDS = new Map<string, NumberKind>([
  ["count", "count"],
  ["money", "money"],
  ["percent", "ratio"],
]);

const numeric = cases.filter((row) => KINDS.has(row["kieu_cot"] ?? "") && !isLeft(row) && !isNoValue(row));

describe("figures as typed", () => {
  it.each(numeric.map((row) => [describeCase(row), row] as const))("%s", (_name, row) => {
    const reading = readRow(row);
    expect(outcomeOf(reading, row)).toEqual([row["muc"], row["ket_qua"]]);
  });
});

describe("days", () => {
  const rows = cases.filter((row) => row["kieu_cot"] === "date");
  it.each(rows.map((row) => [describeCase(row), row] as const))("%s", (_name, row) => {
    const serial = serialOf(row);
    const stored =
      serial === undefined ? undefined : fromExcelSerial(serial, row["dinh_dang"]?.includes("1904") === true);
    const reading = stored === undefined ? readDate(row["dau_vao"] ?? "") : { date: stored };
    expect(reading?.date ?? "").toBe(row["ket_qua"]);
    expect("note" in (reading ?? {})).toBe(row["muc"] === "canh_bao");
  });
});

describe("periods", () => {
  const rows = cases.filter((row) => row["kieu_cot"] === "period" && !isLeft(row));
  it.each(rows.map((row) => [describeCase(row), row] as const))("%s", (_name, row) => {
    const text = row["dau_vao"] ?? "";
    const period = readPeriod(text);
    const cutOff = readDate(text);
    const read = period === undefined ? (cutOff === undefined ? "" : `den ${cutOff.date}`) : printPeriod(period);
    expect(read).toBe(row["ket_qua"]);
  });
});

describe("numbering of rows", () => {
  const rows = cases.filter((row) => row["kieu_cot"] === "serial" || row["ngu_canh"] === "cột STT");
  it.each(rows.map((row) => [describeCase(row), row] as const))("%s", (_name, row) => {
    const text = row["dau_vao"]?.replace("[số] ", "") ?? "";
    expect(numberingOf(text)).toBe(numberingExpected(row));
  });
});

/** Other kinds of columns, which no form has: nothing reads them, and nothing may take them for figures. */
const NO_SUCH_COLUMN = new Map([
  ["difference", "không biểu nào có cột chênh lệch; số âm ở cột đếm, cột tiền là V-K07 hoặc V-K06"],
  ["tick", "không biểu nào có cột đánh dấu; «x» ở cột số là không phải điền"],
]);

it("leaves out only what is named here", () => {
  const read = new Set([...KINDS.keys(), "date", "period", "serial"]);
  const others = cases.filter((row) => !read.has(row["kieu_cot"] ?? "") && row["ngu_canh"] !== "cột STT");
  expect([...new Set(others.map((row) => row["kieu_cot"]))].sort()).toEqual([...NO_SUCH_COLUMN.keys()]);
  expect(cases.filter(isLeft)).toHaveLength(LEFT.size);
  expect([others.length, LEFT.size, cases.length]).toEqual([14, 5, 161]);
});

it("takes no mark and no difference for a figure where it stands in a column of counts", () => {
  for (const row of cases.filter(({ kieu_cot }) => NO_SUCH_COLUMN.has(kieu_cot ?? ""))) {
    const reading = readRow(row);
    const isFigure = reading.kind === "known" && !["0", "1", "-", "không"].includes(row["dau_vao"] ?? "");
    expect([row["dau_vao"], isFigure]).toEqual([row["dau_vao"], false]);
  }
});

/** arabic · nested · roman · letter · sum · none, as the rows of a table are told apart. */
function numberingOf(text: string): string {
  const label = labelKind(text);
  return label === "plain" ? markKind(text, "") : "sum";
}

function numberingExpected(row: Row): string {
  const result = row["ket_qua"] ?? "";
  if (result === "TONG") return "sum";
  if (result === "") return "none";
  if (row["kieu_cot"] === "tick" || /^NHOM:\d/.test(result)) return "roman";
  if (result.startsWith("NHOM:")) return "letter";
  return result.includes(".") ? "nested" : "arabic";
}

function readRow(row: Row): NumberReading {
  const column = columnOf(row);
  const stored = serialOf(row);
  if (stored === undefined) return readNumberText(row["dau_vao"] ?? "", column);
  const format = row["dinh_dang"] ?? "";
  return format.includes("yy") ? refuseDate(stored, false) : readStoredNumber(stored, format, column);
}

function columnOf(row: Row): NumberColumn {
  const kind = KINDS.get(row["kieu_cot"] ?? "") ?? "count";
  const factor = kind === "money" ? readMoneyUnit(row["don_vi_tieu_de"] ?? "") : 1;
  const own = serialOf(row) ?? row["dau_vao"] ?? "";
  const others = (row["mau_cot"] ?? "").split(";").map((cell) => (serialOf(row) === undefined ? cell : Number(cell)));
  return {
    kind,
    power: factor === undefined ? undefined : String(factor).length - 1,
    times: kind === "ratio" ? 100 : 1,
    isShare: row["ngu_canh"]?.startsWith("tỉ lệ trên tổng") === true,
    words: sameText(/tiêu đề (.*)$/u.exec(row["ngu_canh"] ?? "")?.[1] ?? ""),
    habits: () => habitsOf(row["mau_cot"] === "" ? [own] : [own, ...others]),
  };
}

function outcomeOf(reading: NumberReading, row: Row): readonly [string, string] {
  switch (reading.kind) {
    case "known": {
      const shown = row["kieu_cot"] === "percent" ? reading.value * 100 : reading.value;
      return [reading.note === undefined ? "chac" : "canh_bao", String(Number(shown.toPrecision(12)))];
    }
    case "blank":
      return ["chac", "THIEU"];
    case "not-applicable":
      return ["chac", "KHONG_AP_DUNG"];
    case "refused":
      return ["tu_choi", ""];
  }
}

function serialOf(row: Row): number | undefined {
  const match = /^\[số\] (.+)$/u.exec(row["dau_vao"] ?? "");
  return match === null ? undefined : Number(match[1]);
}

function isLeft(row: Row): boolean {
  return LEFT.has(`${row["kieu_cot"]}|${row["dau_vao"]}`);
}

/** Error cells and formulas without a result have no text; the normaliser's own test covers them. */
function isNoValue(row: Row): boolean {
  return /^\[(?:lỗi|công thức)/u.test(row["dau_vao"] ?? "");
}

function describeCase(row: Row): string {
  return `${row["kieu_cot"]} «${row["dau_vao"]}» ${row["don_vi_tieu_de"]} → ${row["ket_qua"] || row["muc"]}`;
}
