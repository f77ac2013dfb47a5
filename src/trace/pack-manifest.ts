// A run and the plan of its output → the manifest as bytes. The same run gives the same bytes.

import { addressText } from "../model/cell-address.js";
import type { Fact, SourceCells, Total } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import type { Quantity } from "../model/quantity.js";
import type { FormTable } from "../model/submission.js";
import type { WorkbookPlan } from "../model/workbook-plan.js";
import { type PackedPart, packPart, writeZip } from "../ooxml/zip-writer.js";
import { cellEvidence } from "./cell-evidence.js";
import {
  MANIFEST_MARK,
  MANIFEST_SCHEMA,
  type ManifestHead,
  type ManifestIndicator,
  PARTS,
  type StoredCells,
  type StoredFact,
  type StoredPart,
  type StoredQuantity,
  type StoredSource,
  type StoredTotal,
} from "./manifest.js";

/** The quick level: what is saved beyond it is not worth the wait for thousands of files. */
const LEVEL = 1;

/** A file's typed figures, ready to be laid into a manifest under its place; made while the file is at hand. */
export function packEvidence(tables: readonly FormTable[]): PackedPart {
  return jsonPart("", cellEvidence(tables));
}

/** What is said of the run as a whole; what follows from its figures is added when it is packed. */
export type RunRecord = Omit<ManifestHead, "mark" | "schema" | "units" | "indicators">;

export interface TracedRun {
  readonly record: RunRecord;
  /** Its cells say which totals they show. */
  readonly plan: WorkbookPlan;
  /** By file, in the order of the record's files; undefined for one that gave nothing. */
  readonly evidence: readonly (PackedPart | undefined)[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly nameOf: (unit: string) => string;
}

/** The manifest's archive. */
export function packManifest({ record, plan, evidence, indicators, nameOf }: TracedRun): Uint8Array {
  const book = createTotalBook();
  const cells = printedCells(plan, book.place);
  const codes = [...book.lists.keys()];
  const head: ManifestHead = {
    mark: MANIFEST_MARK,
    schema: MANIFEST_SCHEMA,
    ...record,
    indicators: Object.fromEntries(codes.map((code) => [code, describe(indicators.get(code), code)])),
    units: [...book.units.keys()].map((key) => [key, nameOf(key)]),
  };
  return writeZip([
    packPart(PARTS.head, Buffer.from(`${JSON.stringify(head, null, 1)}\n`, "utf8"), LEVEL),
    jsonPart(PARTS.cells, cells),
    ...[...book.lists].map(([code, list]) => jsonPart(PARTS.totals(code), list)),
    ...evidence.flatMap((part, file) => (part === undefined ? [] : [{ ...part, name: PARTS.file(file) }])),
  ]);
}

function describe(indicator: Indicator | undefined, code: string): ManifestIndicator {
  const { name = code, measuredIn = "", ratio } = indicator ?? {};
  return ratio === undefined ? { name, measuredIn } : { name, measuredIn, times: ratio.times };
}

function printedCells(plan: WorkbookPlan, place: (total: Total) => string): StoredCells {
  const sheets = plan.sheets.map(({ name, rows }) => {
    const cells = rows.flatMap(({ row, cells: ofRow }) =>
      ofRow.flatMap(({ column, total }) =>
        total === undefined ? [] : [[addressText({ row, column }), place(total)] as const],
      ),
    );
    return [name, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(sheets.filter(([, cells]) => Object.keys(cells).length > 0));
}

interface TotalBook {
  readonly lists: ReadonlyMap<string, readonly StoredTotal[]>;
  readonly units: ReadonlyMap<string, number>;
  /** `indicator:place`; the total and all it rests on are stored with the first call. */
  place(total: Total): string;
}

/** Totals by indicator; parts go before what they are part of. */
function createTotalBook(): TotalBook {
  const lists = new Map<string, StoredTotal[]>();
  const units = new Map<string, number>();
  const known = new Map<Total, number>();
  const unitPlace = (key: string): number => {
    const place = units.get(key) ?? units.size;
    units.set(key, place);
    return place;
  };
  const store = (total: Total): number => {
    const before = known.get(total);
    if (before !== undefined) return before;
    const { indicator, coverage } = total;
    const parts = total.parts.map((part): StoredPart => {
      const place = store(part);
      return part.indicator === indicator ? place : `${part.indicator}:${place}`;
    });
    const list = lists.get(indicator) ?? [];
    lists.set(indicator, list);
    const unit = unitPlace(total.unit);
    const flags = total.estimate ? "estimate" : "";
    const facts = total.facts.map(storedFact);
    list.push([
      unit,
      total.operation,
      storedQuantity(total.quantity),
      coverage.have,
      coverage.due,
      flags,
      parts,
      facts,
    ]);
    known.set(total, list.length - 1);
    return list.length - 1;
  };
  return { lists, units, place: (total) => `${total.indicator}:${store(total)}` };
}

function storedQuantity(quantity: Quantity): StoredQuantity {
  return quantity.kind === "known" ? quantity.value : quantity.why;
}

function storedFact({ source, quantity, holder = "" }: Fact): StoredFact {
  const sources = source === undefined ? [] : [source, ...(source.beside ?? [])].map(storedSource);
  return [source?.file ?? -1, storedQuantity(quantity), holder, sources];
}

function storedSource({ sheet, cells, isCounted }: SourceCells): StoredSource {
  return [sheet, cells, isCounted === true ? "counted" : "added"];
}

function jsonPart(name: string, content: unknown): PackedPart {
  return packPart(name, Buffer.from(JSON.stringify(content), "utf8"), LEVEL);
}
