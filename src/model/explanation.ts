// What a sender answers to a query, and to which one: an answer holds as long as the figures it is about stay the same.

/** What a query is about. Two queries with equal parts are one, wherever in the workbook they stand. */
export interface Question {
  /** Id of the rule that asks; the finding's code with its variant where a stage itself asks. */
  readonly rule: string;
  /** Key of the unit or branch. */
  readonly unit: string;
  /** Period text: `2022-11`. */
  readonly period: string;
  /** Indicator code; empty where the query is about no single one. */
  readonly field: string;
  /** The figures as the query states them. */
  readonly value: string;
}

export interface Explanation {
  readonly question: Question;
  readonly text: string;
  /** Code, unit and sentence of the query, to be printed beside the answer on every level above. */
  readonly code: string;
  readonly unitName: string;
  readonly message: string;
}

/** Headings by which a list of findings is read again. The last five stand in columns out of sight. */
export const LIST_HEADINGS = {
  text: "Giải trình",
  code: "Mã lỗi",
  unitName: "Đơn vị",
  message: "Nội dung",
  rule: "Quy tắc",
  unit: "Khóa đơn vị",
  period: "Kỳ",
  field: "Chỉ tiêu",
  value: "Giá trị",
} as const;

/** One text for a question, to look it up by. */
export function questionKey({ rule, unit, period, field, value }: Question): string {
  return JSON.stringify([rule, unit, period, field, value]);
}
