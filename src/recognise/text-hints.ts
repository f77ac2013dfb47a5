// What a text of a sheet may be, looked up once per text and kept for all workbooks: a heading, a tier of one, a label
// with or without its value, a statement of a title line. Decides nothing by itself.

import type { Field } from "../model/form.js";
import { tidyText } from "../model/text.js";
import { entriesFor, type FieldEntry, type FormIndex, isNameField } from "./form-index.js";
import { headingKeys, wordKey } from "./heading-key.js";
import { isSigned } from "./row-label.js";
import { CITATION, MONEY_UNIT, MONEY_WORD, TITLE_LABELS, TITLE_PATTERNS } from "./sheet-words.js";

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
  /** The heading of a column that names rows. */
  readonly isName: boolean;
  /** A whole heading, the beginning or the end of one. */
  readonly isHeading: boolean;
  readonly isUpperTier: boolean;
  readonly isLowerTier: boolean;
  readonly label: LabelHit | undefined;
  readonly statements: readonly Statement[];
  /** A line that only a signature block has. */
  readonly isSigned: boolean;
}

export type TextHints = (text: string) => TextHint;

const NO_HINT: TextHint = {
  isName: false,
  isHeading: false,
  isUpperTier: false,
  isLowerTier: false,
  label: undefined,
  statements: [],
  isSigned: false,
};
const LONGEST = 250;
const KEPT = 20_000;

/** A look-up of hints over an index; the most recent 20.000 texts or so are kept. */
export function createTextHints(index: FormIndex): TextHints {
  const known = new Map<string, TextHint>();
  const titleCodes = indexTitleLabels(index);
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const hint = text.length > LONGEST ? NO_HINT : hintOf(index, titleCodes, text);
    if (known.size >= KEPT) known.clear();
    known.set(text, hint);
    return hint;
  };
}

function hintOf(index: FormIndex, titleCodes: ReadonlyMap<string, string>, text: string): TextHint {
  const keys = headingKeys(text);
  const entries = entriesFor(index.columns, keys);
  const label = labelIn(index, text, keys);
  const hint = {
    isName: entries.some(({ field }) => isNameField(field)),
    isHeading: entries.length > 0,
    isUpperTier: keys.some((key) => index.upperTiers.has(key)),
    isLowerTier: keys.some((key) => index.lowerTiers.has(key)),
    label,
    statements: statementsIn(titleCodes, text, label),
    isSigned: isSigned(text),
  };
  const saysNothing = !hint.isHeading && !hint.isUpperTier && !hint.isLowerTier && !hint.isSigned;
  return saysNothing && label === undefined && hint.statements.length === 0 ? NO_HINT : hint;
}

/** The label a text is or begins with: «Kỳ báo cáo: năm 2022» is the label «Kỳ báo cáo» and the rest «năm 2022». */
function labelIn(index: FormIndex, text: string, keys: readonly string[]): LabelHit | undefined {
  const whole = entriesFor(index.labels, keys);
  if (whole.length > 0) return { entries: whole, label: tidyText(text).replace(/\s*:$/, ""), rest: "" };
  for (let colon = text.lastIndexOf(":"); colon > 0; colon = text.lastIndexOf(":", colon - 1)) {
    const entries = entriesFor(index.labels, headingKeys(text.slice(0, colon)));
    if (entries.length > 0) {
      return { entries, label: tidyText(text.slice(0, colon)), rest: tidyText(text.slice(colon + 1)) };
    }
  }
  return undefined;
}

function statementsIn(
  titleCodes: ReadonlyMap<string, string>,
  text: string,
  label: LabelHit | undefined,
): readonly Statement[] {
  const tidy = tidyText(text);
  const labelled = labelledStatement(titleCodes, tidy);
  if (labelled !== undefined) return [labelled];
  if (label?.entries.every(({ field }) => field.role !== "identity") === true) return [];
  if (CITATION.test(tidy)) return statementsBy(tidy, (code) => code !== "period" && code !== "asOf");
  return statementsBy(tidy, () => true);
}

function statementsBy(tidy: string, isAsked: (code: string) => boolean): readonly Statement[] {
  const found: Statement[] = [];
  for (const [code, pattern] of TITLE_PATTERNS) {
    const value = isAsked(code) ? pattern.exec(tidy)?.[1] : undefined;
    if (value !== undefined) found.push({ code, text: value.trim() });
  }
  return found;
}

function labelledStatement(titleCodes: ReadonlyMap<string, string>, tidy: string): Statement | undefined {
  const opened = tidy.replace(/^\((.*)\)$/, "$1");
  const colon = opened.indexOf(":");
  const code = titleCodes.get(wordKey(colon < 0 ? opened : opened.slice(0, colon)));
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
