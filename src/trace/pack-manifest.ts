// A run and the plan of its output → the manifest as bytes. The same run gives the same bytes.

import { addressText } from "../model/cell-address.js";
import { groupBy } from "../model/group-by.js";
import type { Indicator } from "../model/indicator.js";
import type { PrintedCells } from "../model/printed-cells.js";
import { type LoosePart, packParts } from "../ooxml/pack-parts.js";
import { type PackedPart, writeZip } from "../ooxml/zip-writer.js";
import {
  MANIFEST_MARK,
  MANIFEST_SCHEMA,
  type ManifestHead,
  type ManifestIndicator,
  PARTS,
  type StoredCells,
} from "./manifest.js";
import { createTotalBook, type TotalBook } from "./total-book.js";

/** The quick level: what is saved beyond it is not worth the wait for thousands of files. */
const LEVEL = 1;

/** What is said of the run as a whole; what follows from its figures is added when it is packed. */
export type RunRecord = Omit<ManifestHead, "mark" | "schema" | "units" | "indicators">;

export interface TracedRun {
  readonly record: RunRecord;
  /** Its cells say which totals they show. */
  readonly plan: PrintedCells;
  readonly evidence: PackedEvidence;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly nameOf: (unit: string) => string;
}

/** By file, in the order of the record's files; undefined for one that gave nothing. */
export type EvidenceOfFiles = readonly (Uint8Array | undefined)[];
export type PackedEvidence = readonly PackedPart[];

/** Packs the figures of files as they were typed; they wait for nothing that is made of them. */
export function packEvidence(evidence: EvidenceOfFiles): Promise<PackedEvidence> {
  return packParts(evidenceParts(evidence), LEVEL);
}

/** The manifest's archive. */
export async function packManifest({ record, plan, evidence, indicators, nameOf }: TracedRun): Promise<Uint8Array> {
  const book = createTotalBook(plan, LEVEL);
  const cells = await printedCells(plan, book);
  const lists = book.finished();
  const head: ManifestHead = {
    mark: MANIFEST_MARK,
    schema: MANIFEST_SCHEMA,
    ...record,
    indicators: Object.fromEntries(book.indicators().map((code) => [code, describe(indicators.get(code), code)])),
    units: book.units().map((key) => [key, nameOf(key)]),
  };
  const said = await packParts(
    [
      { name: PARTS.head, content: () => Buffer.from(`${JSON.stringify(head, null, 1)}\n`, "utf8") },
      { name: PARTS.groups, content: () => Buffer.from(JSON.stringify(book.groups()), "utf8") },
      { name: PARTS.cells, content: () => Buffer.from(JSON.stringify(cells), "utf8") },
      ...shownParts(plan),
    ],
    LEVEL,
  );
  return writeZip([...said, ...(await lists), ...evidence]);
}

function evidenceParts(evidence: EvidenceOfFiles): readonly LoosePart[] {
  const known = evidence.flatMap((bytes, file) => (bytes === undefined ? [] : [{ file, bytes }]));
  return [...groupBy(known, ({ file }) => PARTS.files(file))].map(([name, files]) => ({
    name,
    content: () => {
      const pieces = files.flatMap(({ file, bytes }, place) => [
        Buffer.from(`${place === 0 ? "{" : ","}"${file}":`),
        bytes,
      ]);
      return Buffer.concat([...pieces, Buffer.from("}")]);
    },
  }));
}

function describe(indicator: Indicator | undefined, code: string): ManifestIndicator {
  const { name = code, measuredIn = "", ratio } = indicator ?? {};
  return ratio === undefined ? { name, measuredIn } : { name, measuredIn, times: ratio.times };
}

async function printedCells(plan: PrintedCells, book: TotalBook): Promise<StoredCells> {
  const sheets: (readonly [string, StoredCells[string]])[] = [];
  for (const { name, rows } of plan.sheets) {
    const cells = new Map<string, string>();
    for (const { row, cells: ofRow } of rows) {
      for (const { column, total } of ofRow) {
        if (total === undefined) continue;
        cells.set(addressText({ row, column }), book.place(total));
        await book.packedSoFar();
      }
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
  return [{ name: PARTS.shown, content: () => Buffer.from(JSON.stringify(Object.fromEntries(shown)), "utf8") }];
}
