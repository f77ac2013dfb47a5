// Sheets written as Markdown tables → recognised and normalised over the shipped catalogue, for the tests beside it.

import { addressText } from "../../src/model/cell-address.js";
import type { FindingDraft } from "../../src/model/finding.js";
import { stateOf } from "../../src/model/quantity.js";
import { type FormTable, quantityAt, type Submission } from "../../src/model/submission.js";
import { createNormaliser, type Normalise } from "../../src/normalise/create-normaliser.js";
import { createRecogniser, type Recognise } from "../../src/recognise/create-recogniser.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { type TableInput, workbookFromTables } from "../kit/grid-from-table.js";

const kept: { recognise?: Recognise; normalise?: Normalise } = {};
const FILE = { path: "nop/bao-cao.xlsx", sha256: "a1" };

export interface Normalised {
  readonly submission: Submission;
  readonly findings: readonly FindingDraft[];
  /** Findings of the stage as [code, cell]; the cell is "" where the finding is about a sheet or the file. */
  readonly codes: readonly (readonly [string, string])[];
}

/** Cover of xã Hướng Phùng (19441), year 2025, with further or other lines. */
export function cover(lines: Readonly<Record<string, string>> = {}): string {
  const said: Record<string, string> = {
    "Mã đơn vị": '"19441"',
    "Tên đơn vị": "Xã Hướng Phùng",
    "Kỳ báo cáo": "Năm 2025",
    ...lines,
  };
  return Object.entries(said)
    .map(([label, value]) => `| ${label} | ${value} |`)
    .join("\n");
}

/** Cover of the province Quảng Trị (44), year 2025, with further or other lines. */
export function provinceCover(lines: Readonly<Record<string, string>> = {}): string {
  return cover({ "Mã đơn vị": '"44"', "Tên đơn vị": "Tỉnh Quảng Trị", ...lines });
}

/** Normalises a workbook of sheets by their names. */
export function normalised(sheets: Readonly<Record<string, TableInput>>): Normalised {
  kept.recognise ??= createRecogniser(shippedCatalogue());
  kept.normalise ??= createNormaliser(shippedCatalogue());
  const { value } = kept.recognise(workbookFromTables(sheets), FILE.path);
  const outcome = kept.normalise(value, FILE);
  const codes = outcome.findings.map(
    ({ code, place }) => [code, place.cell === undefined ? "" : addressText(place.cell)] as const,
  );
  return { submission: outcome.value, findings: outcome.findings, codes };
}

/** The table of a form; the test fails where it was not read. */
export function tableOf({ submission }: Normalised, form: string): FormTable {
  const table = submission.tables.find((candidate) => candidate.form.id === form);
  if (table === undefined) throw new Error(`no table of ${form}`);
  return table;
}

/** A column of a table: values, or the state where nothing is known. */
export function column(table: FormTable, code: string): readonly (number | string)[] {
  const field = table.fields.findIndex((candidate) => candidate.code === code);
  return table.rows.map((_, row) => {
    const quantity = quantityAt(table, row, field);
    return quantity.kind === "known" ? quantity.value : stateOf(quantity);
  });
}

/** Rows as «role name → unit». */
export function rowsOf(table: FormTable): readonly string[] {
  return table.rows.map(({ role, name, unit }) => `${role} ${name} → ${unit ?? "?"}`);
}

/** Values of the first finding with a code, by placeholder. */
export function valuesOf({ findings }: Normalised, code: string): Readonly<Record<string, string>> {
  const found = findings.find((finding) => finding.code === code);
  return Object.fromEntries(found?.values ?? []);
}

/** The listed cells of a submission as «sheet!cells: reason». */
export function listedOf({ submission }: Normalised): readonly string[] {
  return submission.cells.listed.map(({ sheet, cells, reason }) => `${sheet}!${cells}: ${reason}`);
}
