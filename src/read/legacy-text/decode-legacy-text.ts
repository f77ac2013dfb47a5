// Text typed in TCVN3 or VNI, or stored in a wrong code → Unicode, before any stage compares a word. A text that can be read
// in two ways is asked about and left as it is. Files without such text pass after one look at their letters.

import type { FindingDraft } from "../../model/finding.js";
import type { CellStyle, Grid, WorkbookGrid } from "../../model/grid.js";
import { at, type Outcome } from "../../model/outcome.js";
import { collectCells, lookAt, type StyleHints, traitsOfTable } from "./collect-cells.js";
import { CODE_PAGES, type CodePage } from "./decode-letters.js";
import { decodeSheetNames, isStrangeName } from "./decode-sheet-names.js";
import { sheetFindings, sheetNameFinding } from "./legacy-findings.js";
import { fontHint } from "./legacy-font.js";
import { encodingsOf, settleSheet, surveySheet } from "./settle-sheet.js";
import type { Settled } from "./text-cell.js";
import { type Weights, weigh } from "./weigh-text.js";

/**
 * The workbook with its texts in Unicode, composed (NFC); the same object where nothing was to do. Texts with letters that
 * only Unicode has, numbers, and cells without a word of two letters are never decoded. A font's name is a hint, words
 * decide; without a font, a sheet or a column decides by at least five words and a clear margin.
 *
 * Findings: V-K03, a note for each block that was decoded, with the first cell and the number of cells; `sheet-name` for a
 * sheet's name; `unsure`, an error for a column that may be read in two ways; `unknown-font`, an error for fonts whose codes
 * are not known.
 *
 * @param calm how many texts at the beginning of the table, which all sheets share then, are known not to strike
 */
export function decodeLegacyText(book: WorkbookGrid, file: string, calm = 0): Outcome<WorkbookGrid> {
  const hintsOf = keepLast(hintsIn);
  const traitsIn = keepLast((table: Grid["textTable"]) => traitsOfTable(table, calm));
  const looks = book.sheets.map((grid) => lookAt(grid, traitsIn(grid.textTable), hintsOf(grid.styleTable)));
  const isClean = looks.every((look) => !look.isSuspect && !look.hasLooseMarks);
  if (isClean && !book.sheets.some((grid) => isStrangeName(grid.name))) return { value: book, findings: [] };

  const weighed = weighOnce();
  const surveys = book.sheets.map((grid, index) => {
    const cells = at(looks, index).isSuspect ? collectCells(grid, hintsOf(grid.styleTable), weighed) : [];
    return surveySheet(grid, cells, weighed);
  });
  const known = new Set(surveys.flatMap(encodingsOf));
  const settled = surveys.map((survey) => settleSheet(survey, known));
  const names = decodeSheetNames(book, encodingsMet(settled));
  const sheets = book.sheets.map((grid, index): Grid => {
    const { hasLooseMarks } = at(looks, index);
    const textTable = hasLooseMarks ? grid.textTable.map((text) => text.normalize("NFC")) : grid.textTable;
    return { ...grid, name: at(names, index).name, ...replaceTexts({ ...grid, textTable }, at(settled, index)) };
  });
  const findings = sheets.flatMap(({ name }, index): readonly FindingDraft[] => {
    const { found, encoding } = at(names, index);
    const renamed = encoding === undefined ? [] : [sheetNameFinding({ found, name, encoding }, file)];
    return [...renamed, ...sheetFindings(at(settled, index), file, name)];
  });
  return { value: { ...book, sheets }, findings };
}

type GridTexts = Pick<Grid, "textIds" | "textTable">;

/** The code pages that cells were decoded from. */
function encodingsMet(sheets: readonly (readonly Settled[])[]): readonly CodePage[] {
  const decoded = sheets.flat().flatMap((one) => (one.kind === "decoded" ? [one.encoding] : []));
  return CODE_PAGES.filter((encoding) => decoded.includes(encoding));
}

/** Cells may share a text that stands for others in one of them only: what is decoded is added to the table. */
function replaceTexts({ textIds, textTable }: GridTexts, settled: readonly Settled[]): GridTexts {
  if (settled.length === 0) return { textIds, textTable };
  const ids = textIds.slice();
  const table = [...textTable];
  for (const one of settled) if (one.kind === "decoded") ids[one.cell.index] = table.push(one.text) - 1;
  return { textIds: ids, textTable: table };
}

/** The hints of a table of styles. */
function hintsIn(styles: readonly CellStyle[]): StyleHints {
  const hints = styles.map((style) => fontHint(style.fontName));
  return hints.some((hint) => hint !== undefined) ? hints : undefined;
}

/** As `look`, which is asked once for a table that all sheets of a workbook share. */
function keepLast<T, R>(look: (table: readonly T[]) => R): (table: readonly T[]) => R {
  let last: { readonly table: readonly T[]; readonly said: R } | undefined;
  return (table) => {
    if (last?.table !== table) last = { table, said: look(table) };
    return last.said;
  };
}

/** Weighs each different text of a workbook once. */
function weighOnce(): (text: string) => Weights {
  const known = new Map<string, Weights>();
  return (text) => {
    const weights = known.get(text) ?? weigh(text);
    known.set(text, weights);
    return weights;
  };
}
