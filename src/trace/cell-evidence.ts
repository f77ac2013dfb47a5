// The figures of one submission as they were typed, cell by cell: what a trace ends in. Names are not kept.

import { type CellAddress, columnLetters } from "../model/cell-address.js";
import { holdsNumber } from "../model/form.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";
import { roleAt, rowCount, sheetRowAt } from "../model/table-rows.js";
import { JsonBytes } from "./json-bytes.js";

/** A file's typed figures as a `FileEvidence`, ready to be laid into a manifest: JSON in UTF-8. */
export type EvidenceOf = (tables: readonly FormTable[]) => Uint8Array;

/**
 * Typed figures of the rows that are counted, in runs down each column, of one file after another:
 *
 *   L9 60 · L10 «61 người» · L12 –     →     L9: [60, ["61 người", 61]], L12: [null]
 */
export function createEvidence(): EvidenceOf {
  const json = new JsonBytes();
  return (tables) => {
    const sheets = new Set(tables.map(({ sheet }) => sheet));
    let lead = "{";
    for (const sheet of sheets) {
      json.plain(lead);
      json.name(sheet);
      json.plain(":");
      writeSheet(
        tables.filter((table) => table.sheet === sheet),
        json,
      );
      lead = ",";
    }
    json.plain(sheets.size === 0 ? "{}" : "}");
    return json.take();
  };
}

function writeSheet(tables: readonly FormTable[], json: JsonBytes): void {
  const factors = new Map<number, number>();
  let lead = "";
  json.plain('{"runs":{');
  for (const run of runsOf(tables, factors)) {
    json.plain(lead);
    json.plain('"');
    json.plain(columnLetters(run.cell.column));
    json.number(run.cell.row);
    json.plain('":');
    writeRun(run, json);
    lead = ",";
  }
  json.plain("}");
  if (factors.size > 0) writeFactors(factors, json);
  json.plain("}");
}

function writeFactors(factors: ReadonlyMap<number, number>, json: JsonBytes): void {
  let lead = ',"factors":{"';
  for (const [column, factor] of factors) {
    json.plain(lead);
    json.plain(columnLetters(column));
    json.plain('":');
    json.number(factor);
    lead = ',"';
  }
  json.plain("}");
}

/** Figures down a column of a sheet. */
interface Run {
  /** The first of them. */
  readonly cell: CellAddress;
  readonly table: FormTable;
  readonly field: number;
  readonly rows: Rows;
  /** True where nothing in the column was typed but plain numbers. */
  readonly isPlain: boolean;
}

/** More columns than a sheet can have. */
const COLUMNS = 2 ** 14 + 1;

/** The runs of a sheet, each once where tables share columns; `factors` gets those of its columns that are not 1. */
function runsOf(tables: readonly FormTable[], factors: Map<number, number>): Iterable<Run> {
  const runs: Run[] = [];
  for (const table of tables) addRuns(table, { runs, factors });
  if (tables.length === 1) return runs;
  return new Map(runs.map((run) => [run.cell.row * COLUMNS + run.cell.column, run])).values();
}

function addRuns(
  table: FormTable,
  { runs, factors }: { readonly runs: Run[]; readonly factors: Map<number, number> },
): void {
  const counted = countedRows(table);
  const worded = wordedFields(table);
  for (let field = 0; field < table.fields.length; field += 1) {
    const declared = at(table.fields, field);
    if (declared.role !== "indicator" && !holdsNumber(declared)) continue;
    const factor = table.factors?.[field] ?? table.moneyFactor;
    for (const rows of counted) {
      const cell = table.place(rows.first, field);
      runs.push({ cell, table, field, rows, isPlain: !worded.has(field) });
      if (factor !== 1) factors.set(cell.column, factor);
    }
  }
}

/** First and last of rows that stand one below the other on the sheet, by their places in the table. */
interface Rows {
  readonly first: number;
  last: number;
}

/** Rows that are counted, as far as they follow one another. */
function countedRows(table: FormTable): readonly Rows[] {
  const runs: Rows[] = [];
  let run: Rows | undefined;
  for (let index = 0; index < rowCount(table); index += 1) {
    const role = roleAt(table, index);
    if (role !== "data" && role !== "own") continue;
    const isNext = run?.last === index - 1 && sheetRowAt(table, index - 1) === sheetRowAt(table, index) - 1;
    if (run !== undefined && isNext) run.last = index;
    else {
      run = { first: index, last: index };
      runs.push(run);
    }
  }
  return runs;
}

const NONE_WORDED: ReadonlySet<number> = new Set();

/** The fields in which some figure was not typed as the plain number that it is. */
function wordedFields({ typed, fields }: FormTable): ReadonlySet<number> {
  if (typed.size === 0) return NONE_WORDED;
  const worded = new Set<number>();
  for (const place of typed.keys()) worded.add(place % fields.length);
  return worded;
}

function writeRun(run: Run, json: JsonBytes): void {
  const { table, field, rows } = run;
  const step = table.fields.length;
  json.plain("[");
  if (run.isPlain) {
    json.numbers(table.values, { first: rows.first * step + field, count: rows.last - rows.first + 1, step });
  } else {
    for (let row = rows.first; row <= rows.last; row += 1) {
      if (row > rows.first) json.plain(",");
      writeCell(table, row * step + field, json);
    }
  }
  json.plain("]");
}

function writeCell({ values, typed }: FormTable, place: number, json: JsonBytes): void {
  const value = values[place] ?? Number.NaN;
  const isKnown = !Number.isNaN(value);
  const text = typed.get(place);
  if (text === undefined) {
    if (isKnown) json.number(value);
    else json.plain("null");
    return;
  }
  json.plain("[");
  json.text(String(text));
  if (isKnown) {
    json.plain(",");
    json.number(value);
  }
  json.plain("]");
}
