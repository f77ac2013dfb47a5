// Findings and answers as rows of a list: what stands in each column, and the keys by which a row is known again.

import { addressText } from "../model/cell-address.js";
import { type Explanation, LIST_HEADINGS, type Question } from "../model/explanation.js";
import type { Finding, Severity } from "../model/finding.js";
import { fileName } from "../model/submission.js";
import type { PlannedCell } from "../model/workbook-plan.js";
import { ANSWERED_TEXT, SEVERITY_TEXTS } from "./cell-texts.js";

export interface ListRow {
  /** Undefined for an answer to nothing that is asked now. */
  readonly severity: Severity | undefined;
  readonly question: Question | undefined;
  readonly code: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly unitName: string;
  readonly message: string;
  readonly why: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
  readonly answer: string;
  /** Where a click on the place or the file leads. */
  readonly link: string | undefined;
}

/** A column of a list: its heading, its width in characters, what stands in it. */
export interface ListColumn {
  readonly heading: string;
  readonly width: number;
  readonly isHidden?: boolean;
  cell(row: ListRow): Omit<PlannedCell, "column">;
}

/** The row of a finding; `unitName` as the reader calls the unit. */
export function findingRow(finding: Finding, unitName: string, link: string | undefined): ListRow {
  const { place } = finding;
  return {
    severity: finding.severity,
    question: finding.question,
    code: finding.code,
    file: fileName(place.file),
    sheet: place.sheet ?? "",
    cell: place.cell === undefined ? "" : addressText(place.cell),
    unitName,
    message: finding.message,
    why: finding.why,
    found: finding.found ?? "",
    expected: finding.expected ?? "",
    fix: finding.fix,
    answer: finding.explanation ?? "",
    link,
  };
}

/** The row of an answer that was given further down or earlier: it stays with what it answered. */
export function answerRow({ question, code, unitName, message, text }: Explanation): ListRow {
  const nothing = { file: "", sheet: "", cell: "", why: "", found: "", expected: "", fix: "", link: undefined };
  return { ...nothing, severity: undefined, question, code, unitName, message, answer: text };
}

function textColumn(heading: string, width: number, text: (row: ListRow) => string): ListColumn {
  return { heading, width, cell: (row) => ({ value: orNothing(text(row)), look: "text" }) };
}

function keyColumn(heading: string, part: keyof Question): ListColumn {
  return { ...textColumn(heading, 10, ({ question }) => question?.[part] ?? ""), isHidden: true };
}

export const LIST_COLUMNS = {
  severity: {
    heading: "Mức",
    width: 11,
    cell: ({ severity, answer }) => {
      const value =
        severity === undefined || (severity === "query" && answer !== "") ? ANSWERED_TEXT : SEVERITY_TEXTS[severity];
      return { value, look: severity === "error" ? "warning-cell" : "text" };
    },
  },
  code: textColumn(LIST_HEADINGS.code, 9, ({ code }) => code),
  file: {
    heading: "Tệp",
    width: 24,
    cell: ({ file, link }) =>
      link === undefined ? { value: orNothing(file), look: "text" } : { value: file, look: "link", link },
  },
  sheet: textColumn("Trang", 14, ({ sheet }) => sheet),
  cell: textColumn("Ô", 6, ({ cell }) => cell),
  place: {
    heading: "Chỗ cần xem",
    width: 19,
    cell: ({ sheet, cell, link }) => {
      const value = [sheet, cell].filter((part) => part !== "").join(" › ");
      return link === undefined ? { value: orNothing(value), look: "text" } : { value, look: "link", link };
    },
  },
  unitName: textColumn(LIST_HEADINGS.unitName, 18, ({ unitName }) => unitName),
  message: textColumn(LIST_HEADINGS.message, 36, ({ message }) => message),
  messageAndWhy: textColumn(LIST_HEADINGS.message, 44, ({ message, why }) => `${message}\n${why}`.trim()),
  why: textColumn("Vì sao", 26, ({ why }) => why),
  found: textColumn("Đã ghi", 12, ({ found }) => found),
  expected: textColumn("Đối chiếu", 14, ({ expected }) => expected),
  fix: textColumn("Cách sửa", 30, ({ fix }) => fix),
  answer: {
    heading: LIST_HEADINGS.text,
    width: 28,
    cell: ({ answer }) => ({ value: orNothing(answer), look: "answer" }),
  },
} as const satisfies Readonly<Record<string, ListColumn>>;

/** Keys of the row, out of sight at the end of every list. */
export const KEY_COLUMNS: readonly ListColumn[] = [
  keyColumn(LIST_HEADINGS.rule, "rule"),
  keyColumn(LIST_HEADINGS.unit, "unit"),
  keyColumn(LIST_HEADINGS.period, "period"),
  keyColumn(LIST_HEADINGS.field, "field"),
  keyColumn(LIST_HEADINGS.value, "value"),
];

/** The table's parts for these columns and rows. */
export function listTable(columns: readonly ListColumn[], rows: readonly ListRow[]) {
  return {
    headings: columns.map(({ heading }) => heading),
    widths: columns.map(({ width }) => width),
    hiddenColumns: columns.flatMap(({ isHidden }, index) => (isHidden === true ? [index + 1] : [])),
    rows: rows.map((row) => columns.map((column, index): PlannedCell => ({ column: index + 1, ...column.cell(row) }))),
  };
}

function orNothing(text: string): string | null {
  return text === "" ? null : text;
}
