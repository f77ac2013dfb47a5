// What a text of a sheet may be, looked up once per text and kept for all workbooks: a heading, a label with or without
// its value, a statement of a title line, a line of a signature block. Decides nothing by itself.

import type { Field } from "../model/form.js";
import { entriesFor, type FieldEntry, type FormIndex } from "./form-index.js";
import { type HeadingHint, headingHint, NO_HEADING } from "./heading-hint.js";
import { headingKeys, unnumbered } from "./heading-key.js";
import { tidy } from "./plain-letters.js";
import { remember } from "./remember.js";
import { isSigned } from "./row-label.js";
import { CITATION, MONEY_UNIT, MONEY_WORD, TITLE_LABELS, TITLE_PATTERNS } from "./sheet-words.js";
import { wordKey } from "./word-key.js";

/** A label of a label–value form: the fields it may mean, and what follows its colon in the same cell ("" if nothing). */
export interface LabelHit {
  readonly entries: readonly FieldEntry[];
  readonly label: string;
  readonly rest: string;
}

/** A statement of a title line; `text` is "" where the value stands in the next cell. */
export interface Statement {
  readonly code: string;
  readonly text: string;
}

export interface TextHint {
  readonly heading: HeadingHint;
  readonly label: LabelHit | undefined;
  readonly statements: readonly Statement[];
  /** A line that only a signature block has. */
  readonly isSigned: boolean;
}

export type TextHints = (text: string) => TextHint;

/** The hint of a text that is nothing particular. */
export const NO_HINT: TextHint = { heading: NO_HEADING, label: undefined, statements: [], isSigned: false };
const LONGEST = 250;
const KEPT = 20_000;

/** Hints over an index, kept for the last 20.000 texts or so. */
export function createTextHints(index: FormIndex): TextHints {
  const titleCodes = indexTitleLabels(index);
  return remember((text) => hintOf(index, titleCodes, text), KEPT);
}

function hintOf(index: FormIndex, titleCodes: ReadonlyMap<string, string>, text: string): TextHint {
  if (text.length > LONGEST) return NO_HINT;
  const keys = headingKeys(text);
  const heading = headingHint(index, text, keys);
  const label = labelIn(index, text, keys);
  const statements = statementsIn(titleCodes, { text, keys, label });
  const isSignature = isSigned(text);
  const saysNothing = heading === NO_HEADING && label === undefined && statements.length === 0 && !isSignature;
  if (saysNothing) return NO_HINT;
  return { heading, label, statements, isSigned: isSignature };
}

/** The label a text is or begins with: «Kỳ báo cáo: năm 2022» is the label «Kỳ báo cáo» and the rest «năm 2022». */
function labelIn({ labels }: FormIndex, text: string, keys: readonly string[]): LabelHit | undefined {
  const whole = entriesFor(labels, keys);
  if (whole.length > 0) return { entries: whole, label: tidy(text).replace(/\s*:$/, ""), rest: "" };
  for (let colon = text.lastIndexOf(":"); colon > 0; colon = text.lastIndexOf(":", colon - 1)) {
    const entries = entriesFor(labels, headingKeys(text.slice(0, colon)));
    if (entries.length > 0) {
      return { entries, label: tidy(text.slice(0, colon)), rest: tidy(text.slice(colon + 1)) };
    }
  }
  return undefined;
}

type TitleCodes = ReadonlyMap<string, string>;

interface LineGiven {
  readonly text: string;
  readonly keys: readonly string[];
  readonly label: LabelHit | undefined;
}

function statementsIn(titleCodes: TitleCodes, { text, keys, label }: LineGiven): readonly Statement[] {
  const line = tidy(text);
  const [first = ""] = keys;
  const labelled = labelledStatement(titleCodes, line, unnumbered(line) === line ? first : wordKey(line));
  if (labelled !== undefined) return [labelled];
  if (label?.entries.every(({ field }) => field.role !== "identity") === true) return [];
  return statementsBy(line);
}

/** What the text says without a label. Patterns are tried only where one of the words they cannot do without stands. */
function statementsBy(line: string): readonly Statement[] {
  const lower = line.toLowerCase();
  const found: Statement[] = [];
  for (const { code, needs, pattern } of TITLE_PATTERNS) {
    if (!needs.some((word) => lower.includes(word))) continue;
    if ((code === "period" || code === "asOf") && CITATION.test(line)) continue;
    const value = pattern.exec(line)?.[1];
    if (value !== undefined) found.push({ code, text: value.trim() });
  }
  return found;
}

function labelledStatement(titleCodes: TitleCodes, line: string, key: string): Statement | undefined {
  const opened = line.startsWith("(") && line.endsWith(")") ? line.slice(1, -1) : line;
  const colon = opened.indexOf(":");
  const code = titleCodes.get(colon < 0 ? key : wordKey(opened.slice(0, colon)));
  if (code === undefined) return undefined;
  const text = colon < 0 ? "" : opened.slice(colon + 1).trim();
  return statementOf(code, text);
}

/** «Đơn vị: triệu đồng» is a unit of money, «Đơn vị tính: người» is none. */
export function statementOf(code: string, text: string): Statement | undefined {
  if (text === "") return { code, text };
  if (code === "moneyUnit") return MONEY_WORD.test(text) ? { code, text } : undefined;
  const isMoney =
    code === "unit.name" &&
    text.split(/[,;/+&]| và /).some((part) => part.trim() !== "" && MONEY_UNIT.test(part.trim()));
  return { code: isMoney ? "moneyUnit" : code, text };
}

/** Title labels by key: the language's own, and identity fields of label–value forms under all their names. */
function indexTitleLabels(index: FormIndex): ReadonlyMap<string, string> {
  const codes = new Map(TITLE_LABELS.map(([label, code]) => [wordKey(label), code]));
  for (const [key, entries] of index.labels) {
    const identity = entries.map((entry): Field => entry.field).find((field) => field.role === "identity");
    if (identity !== undefined) codes.set(key, identity.code);
  }
  return codes;
}
