// Short ways of looking at what the recogniser made of sheets written in a test.

import { addressText, columnLetters } from "../../src/model/cell-address.js";
import type { FindingDraft } from "../../src/model/finding.js";
import type { Grid } from "../../src/model/grid.js";
import type { Outcome } from "../../src/model/outcome.js";
import type { RecognisedPairs, RecognisedTable, RecognisedWorkbook } from "../../src/model/recognised.js";
import { createRecogniser, type Recognise } from "../../src/recognise/create-recogniser.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { gridFromTable, type SheetOptions, type TableInput, workbookOf } from "../kit/grid-from-table.js";

const kept: { recognise?: Recognise } = {};

/** The sheets as the shipped forms recognise them; one recogniser for a whole test file, as in a run. */
export function recognise(...sheets: readonly Grid[]): Outcome<RecognisedWorkbook> {
  kept.recognise ??= createRecogniser(shippedCatalogue());
  return kept.recognise(workbookOf(...sheets), "BC2022_HuongPhung.xlsx");
}

/** The only table of a single sheet; the test fails where there is none or more than one. */
export function onlyTable(table: TableInput, options?: SheetOptions): RecognisedTable {
  const { tables } = recognise(gridFromTable(table, options)).value;
  const [first] = tables;
  if (first === undefined || tables.length !== 1) throw new Error(`${tables.length} tables`);
  return first;
}

/** Columns as «C HV01»: letter of the column and code of its field. */
export function columnsOf(table: RecognisedTable): readonly string[] {
  return table.columns.map(({ column, field }) => `${columnLetters(column)} ${field.code}`);
}

/** Rows as «8 data», blank ones left out. */
export function rolesOf(table: RecognisedTable): readonly string[] {
  return table.rowRoles.map((role, index) => `${table.firstRow + index} ${role}`);
}

/** Pairs as «unit.code B1»: field and cell of the value. */
export function valuesOf(pairs: RecognisedPairs | undefined): readonly string[] {
  return (pairs?.pairs ?? []).map(({ field, value }) => `${field.code} ${addressText(value)}`);
}

/** Form and grain of each table, in order. */
export function formsOf(outcome: Outcome<RecognisedWorkbook>): readonly string[] {
  return outcome.value.tables.map(({ form, grain }) => `${form.id} ${grain}`);
}

/** Findings as [code, sheet or cell]. */
export function marks(findings: readonly FindingDraft[]): readonly (readonly [string, string])[] {
  return findings.map(({ code, place }) => [
    code,
    place.cell === undefined ? (place.sheet ?? "") : addressText(place.cell),
  ]);
}
