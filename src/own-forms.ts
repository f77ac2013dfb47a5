// An office's own form: which figures its codes ask for, the form filled with them, and the form as a declaration by which
// what comes back is known. Joins stages as deliver.ts does; no disk, no clock.

import { type FormValues, formValues } from "./lay-out/own-form/form-values.js";
import type { ReportInput } from "./lay-out/report/report-input.js";
import type { Catalogue } from "./model/catalogue.js";
import type { DraftedForm } from "./model/drafted-form.js";
import { type FigureCode, type FormCode, moneyUnitText, parseFormCode, sortingColumn } from "./model/form-code.js";
import { cellIndex, shownText } from "./model/grid.js";
import type { FilledCode, FilledPlace, FormFault, OwnForm, PlacedCode } from "./model/own-form.js";
import type { PrintedCells } from "./model/printed-cells.js";
import type { Report } from "./model/report.js";
import { readWorkbook } from "./read/read-workbook.js";
import { draftForms } from "./recognise/draft-form.js";
import { openForm } from "./write/own-form/open-form.js";

export type { FormFault, OwnForm };
export { openForm };

/** The codes of a form, understood; or everything that is wrong with it, place by place. */
export type UnderstoodForm =
  | { readonly kind: "understood"; readonly codes: readonly (PlacedCode & { readonly code: FormCode })[] }
  | { readonly kind: "refused"; readonly faults: readonly FormFault[] };

/** Reads every code of a form. */
export function understandForm(form: OwnForm, catalogue: Catalogue): UnderstoodForm {
  const faults: FormFault[] = [...form.faults];
  const codes = form.codes.flatMap((placed) => {
    const code = parseFormCode(placed.text, catalogue);
    const why = "why" in code ? code.why : misplaced(code, placed);
    if (why !== undefined) faults.push({ place: placed.place, why: `{{${placed.text}}}: ${why}` });
    return "why" in code ? [] : [{ ...placed, code }];
  });
  return faults.length > 0 ? { kind: "refused", faults } : { kind: "understood", codes };
}

function misplaced(code: FormCode, { isRepeated }: PlacedCode): string | undefined {
  if (isRepeated) return undefined;
  if (code.kind === "row-word" || code.kind === "category")
    return "chỉ dùng trong dòng có {{mỗi đơn vị}} hoặc {{mỗi chi hội}}";
  return code.kind === "repeat" ? "phải đứng trong một dòng của bảng" : undefined;
}

/** What a run has to read for the codes: a report that shows them all, for every stretch of time they speak of. */
export function reportOfCodes(codes: readonly FormCode[]): Report {
  const text = codes.flatMap((code) => (code.kind === "figure" ? [`{${code.indicator}@${code.when}}`] : [])).join(" ");
  return {
    id: "mau",
    name: "Mẫu của đơn vị",
    about: "",
    periods: ["month", "quarter", "half", "nine-months", "year", "span"],
    defaultPeriod: undefined,
    minimumCoverage: 0,
    numberMark: "",
    title: "",
    remark: "",
    recipients: [],
    signer: [],
    pages: [{ kind: "letter", name: "Mẫu", blocks: [{ kind: "say", text }] }],
  };
}

export interface FilledForm {
  readonly bytes: Uint8Array;
  /** Codes of figures that are not known, each once. */
  readonly lacking: readonly FigureCode[];
  /** Its cells that show one figure, so that they can be traced. */
  readonly printed: PrintedCells;
}

/** Why a form that is understood cannot be filled with these figures. */
export type Unfillable = "no-units" | "no-stamp";

/**
 * The form with every code replaced. Figures that are not all there are never printed without saying so: the form must
 * have a place for the coverage. A repeated row needs units below.
 */
export function fillOwnForm(
  { form, codes }: { readonly form: OwnForm; readonly codes: readonly PlacedCode[] },
  input: ReportInput,
  catalogue: Catalogue,
): FilledForm | Unfillable {
  const parsed = new Map(codes.map(({ text }) => [text, known(text, catalogue)]));
  const kinds = [...parsed.values()];
  const values = formValues(input, moneyUnitOf(kinds), catalogue);
  if (values.units === 0 && kinds.some(({ kind }) => kind === "repeat")) return "no-units";
  if (values.stamp !== "" && !kinds.some(saysCoverage)) return "no-stamp";
  const bytes = form.fill({
    rows: values.units,
    value: (text, row) => values.value(parsed.get(text) ?? known(text, catalogue), row),
  });
  const figures = codes.flatMap(({ text, isRepeated }) => {
    const code = parsed.get(text);
    return code?.kind === "figure" && !isRepeated && values.isLacking(code) ? [code] : [];
  });
  const printed = printedCells({ places: form.places(values.units), bytes, codes: parsed }, values);
  return { bytes, lacking: [...new Set(figures)], printed };
}

interface FilledBook {
  readonly places: readonly FilledPlace[];
  readonly bytes: Uint8Array;
  readonly codes: ReadonlyMap<string, FormCode>;
}

/** Cells with the code of one figure, what they show now, and the total behind it. */
function printedCells({ places, bytes, codes: parsed }: FilledBook, values: FormValues): PrintedCells {
  const grids = places.length === 0 ? [] : (readWorkbook(bytes, "").value?.sheets ?? []);
  const sheets = grids.map((grid) => {
    const cells = places.flatMap(({ sheet, row, column, codes, copy }) => {
      const [code, ...others] = codes.flatMap((text) => parsed.get(text) ?? []).filter((one) => one.kind === "figure");
      const total = code === undefined || others.length > 0 ? undefined : values.total(code, copy);
      if (sheet !== grid.name || total === undefined) return [];
      const index = cellIndex(grid, row, column);
      const number = grid.numbers[index] ?? Number.NaN;
      return [{ row, column, total, shown: Number.isNaN(number) ? shownText(grid, index) : number }];
    });
    return { name: grid.name, rows: cells.map((cell) => ({ row: cell.row, cells: [cell] })) };
  });
  return { sheets };
}

/** The unit in which amounts stand, by the first of them. */
function moneyUnitOf(codes: readonly FormCode[]): string {
  const factors = codes.flatMap((code) => (code.kind === "figure" ? [code.factor] : []));
  return moneyUnitText(factors.find((factor) => factor > 1) ?? 1);
}

/** An office's own workbook as a declaration is made from it, and as it is sent out to be filled in. */
export interface DraftedOwnForm {
  readonly forms: readonly DraftedForm[];
  readonly faults: readonly FormFault[];
  /** The workbook without its codes; the repeated row comes so often. */
  blank(rows: number): Uint8Array;
}

/** Finds labels and headings of every code of an opened workbook. */
export function draftOwnForm(
  { form, bytes, path }: { readonly form: OwnForm; readonly bytes: Uint8Array; readonly path: string },
  catalogue: Catalogue,
): DraftedOwnForm {
  const codeOf = (text: string): FormCode | undefined => {
    const code = parseFormCode(text, catalogue);
    return "why" in code ? undefined : code;
  };
  const book = readWorkbook(bytes, path).value;
  const drafted =
    book === undefined
      ? { forms: [], faults: [] }
      : draftForms(book, { codeOf, sortingColumn: (heading) => sortingColumn(heading, catalogue) });
  const codes = form.codes.flatMap(({ text }) => codeOf(text) ?? []);
  return {
    ...drafted,
    blank: (rows) => form.fill({ rows, value: (text, row) => blankFor(codeOf(text), row, codes) }),
  };
}

/** Running numbers and the unit of money are printed; all else is for the unit to write. */
function blankFor(code: FormCode | undefined, row: number | undefined, codes: readonly FormCode[]): FilledCode {
  if (code?.kind === "money-unit") return { text: moneyUnitOf(codes) };
  if (code?.kind !== "row-word" || code.word !== "stt" || row === undefined) return { text: "" };
  return { text: String(row + 1), number: { value: row + 1, isShare: false } };
}

function saysCoverage(code: FormCode): boolean {
  return code.kind === "stamp" || (code.kind === "word" && code.word === "phủ");
}

function known(text: string, catalogue: Catalogue): FormCode {
  const code = parseFormCode(text, catalogue);
  if ("why" in code) throw new Error(`a code that was understood is not: ${text}`);
  return code;
}
