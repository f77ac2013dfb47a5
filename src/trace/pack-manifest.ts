// A run and the plan of its output → the manifest as bytes. The same run gives the same bytes.

import { addressText } from "../model/cell-address.js";
import type { Indicator } from "../model/indicator.js";
import type { PrintedCells } from "../model/printed-cells.js";
import { type LoosePart, packParts } from "../ooxml/pack-parts.js";
import { writeZip } from "../ooxml/zip-writer.js";
import { type FigurePacker, LEVEL, type PackedFigures } from "./figure-packer.js";
import {
  MANIFEST_MARK,
  MANIFEST_SCHEMA,
  type ManifestHead,
  type ManifestIndicator,
  PARTS,
  type StoredCells,
} from "./manifest.js";
import { createTotalBook, type TotalBook } from "./total-book.js";

/** What is said of the run as a whole; what follows from its figures is added when it is packed. */
export type RunRecord = Omit<ManifestHead, "mark" | "schema" | "units" | "indicators">;

/** The figures of an output, told to whoever packs them. */
export interface TracedFigures {
  readonly cells: StoredCells;
  readonly book: TotalBook;
  /** Undefined where they were lost on the way. */
  readonly packed: Promise<PackedFigures | undefined>;
}

export interface TracedRun {
  readonly record: RunRecord;
  readonly plan: PrintedCells;
  readonly traced: Omit<TracedFigures, "packed">;
  readonly packed: PackedFigures;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly nameOf: (unit: string) => string;
}

/** Tells all that the cells of a plan rest on to `packer`, which has been given the typed figures. */
export async function traceFigures(plan: PrintedCells, packer: FigurePacker): Promise<TracedFigures> {
  const book = createTotalBook(plan, (told) => packer.takeTotals(told));
  const cells = await printedCells(plan, book, packer);
  book.end();
  return { cells, book, packed: packer.finished() };
}

/** The manifest's archive. */
export async function packManifest(run: TracedRun): Promise<Uint8Array> {
  const { record, plan, traced, packed, indicators, nameOf } = run;
  const { cells, book } = traced;
  const head: ManifestHead = {
    mark: MANIFEST_MARK,
    schema: MANIFEST_SCHEMA,
    ...record,
    indicators: Object.fromEntries(book.indicators().map((code) => [code, describe(indicators.get(code), code)])),
    units: book.units().map((key) => [key, nameOf(key)]),
  };
  const said = await packParts(
    [
      { name: PARTS.head, pieces: () => [Buffer.from(`${JSON.stringify(head, null, 1)}\n`, "utf8")] },
      { name: PARTS.groups, pieces: () => [Buffer.from(JSON.stringify(book.groups()), "utf8")] },
      { name: PARTS.cells, pieces: () => [Buffer.from(JSON.stringify(cells), "utf8")] },
      ...shownParts(plan),
    ],
    LEVEL,
  );
  return writeZip([...said, ...packed.totals, ...packed.evidence]);
}

function describe(indicator: Indicator | undefined, code: string): ManifestIndicator {
  const { name = code, measuredIn = "", ratio } = indicator ?? {};
  return ratio === undefined ? { name, measuredIn } : { name, measuredIn, times: ratio.times };
}

async function printedCells(
  plan: PrintedCells,
  book: TotalBook,
  { packedSoFar }: Pick<FigurePacker, "packedSoFar">,
): Promise<StoredCells> {
  const sheets: (readonly [string, StoredCells[string]])[] = [];
  for (const { name, rows } of plan.sheets) {
    const cells = new Map<string, string>();
    for (const { row, cells: ofRow } of rows) {
      for (const { column, total } of ofRow) {
        if (total === undefined) continue;
        cells.set(addressText({ row, column }), book.place(total));
      }
      await packedSoFar();
    }
    if (cells.size > 0) sheets.push([name, Object.fromEntries(cells)]);
  }
  return Object.fromEntries(sheets);
}

/** One part, where some cell shows another text or number than its total's. */
function shownParts({ sheets }: PrintedCells): readonly LoosePart[] {
  const shown = sheets.flatMap(({ name, rows }) => {
    const cells = rows.flatMap(({ row, cells: ofRow }) =>
      ofRow.flatMap(({ column, shown: one }) => (one === undefined ? [] : [[addressText({ row, column }), one]])),
    );
    return cells.length === 0 ? [] : [[name, Object.fromEntries(cells)]];
  });
  if (shown.length === 0) return [];
  return [{ name: PARTS.shown, pieces: () => [Buffer.from(JSON.stringify(Object.fromEntries(shown)), "utf8")] }];
}
