// A manifest as it is read again: each part is unpacked when it is asked for, so that tracing one cell stays quick.

import { addressText, columnLetters, parseAddress, parseRange } from "../model/cell-address.js";
import { at } from "../model/outcome.js";
import { ARCHIVE_LIMITS } from "../ooxml/limits.js";
import { PackageFault } from "../ooxml/package-fault.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import {
  type FileEvidence,
  MANIFEST_MARK,
  MANIFEST_SCHEMA,
  type ManifestHead,
  PARTS,
  type StoredCells,
  type StoredEvidence,
  type StoredShown,
  type StoredTotal,
  type TypedCell,
} from "./manifest.js";

/** Figures repeat themselves: a list of totals of thousands of units packs better than any workbook. */
const LIMITS = { ...ARCHIVE_LIMITS, ratio: 20_000 };

/** A cell of a source as it was typed. */
export interface EvidentCell {
  readonly address: string;
  /** In the unit of the sheet. */
  readonly typed: string;
  /** Whole đồng for money; undefined where the cell gives no figure. */
  readonly value: number | undefined;
  /** đồng in which it is written, 1 where it is no money. */
  readonly factor: number;
}

export interface Manifest {
  readonly head: ManifestHead;
  /** Every printed cell by sheet: `indicator:place`. */
  readonly cells: StoredCells;
  /** What a cell shows; undefined where that is its total's own number. */
  shown(sheet: string, cell: string): number | string | undefined;
  totals(indicator: string): readonly StoredTotal[];
  /** The cells that a source text names, as they were typed; cells without a figure of the form are left out. */
  typedCells(file: number, sheet: string, cells: string): readonly EvidentCell[];
}

/** The manifest in these bytes; undefined where they are none, or are damaged, or of a later schema. */
export function openManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestOf(new ZipPackage(bytes, LIMITS));
  } catch (fault) {
    if (fault instanceof PackageFault || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

function manifestOf(archive: ZipPackage): Manifest | undefined {
  const head: ManifestHead | undefined = jsonIn(archive, PARTS.head);
  const cells: StoredCells | undefined = jsonIn(archive, PARTS.cells);
  if (head?.mark !== MANIFEST_MARK || head.schema !== MANIFEST_SCHEMA || cells === undefined) return undefined;
  let shown: StoredShown | undefined;
  const lists = new Map<string, readonly StoredTotal[]>();
  const evidence = new Map<number, ReadonlyMap<string, ReadonlyMap<string, EvidentCell>>>();
  return {
    head,
    cells,
    shown: (sheet, cell) => {
      shown ??= jsonIn(archive, PARTS.shown) ?? {};
      return shown[sheet]?.[cell];
    },
    totals: (indicator) => {
      const list: readonly StoredTotal[] = lists.get(indicator) ?? jsonIn(archive, PARTS.totals(indicator)) ?? [];
      lists.set(indicator, list);
      return list;
    },
    typedCells: (file, sheet, text) => {
      const sheets = evidence.get(file) ?? indexEvidence(evidenceOf(archive, file));
      evidence.set(file, sheets);
      return addressesIn(text).flatMap((address) => sheets.get(sheet)?.get(address) ?? []);
    },
  };
}

/** What the part says, undefined where there is none. The program itself wrote it; its checksum is verified. */
function jsonIn<T>(archive: ZipPackage, part: string): T | undefined {
  const bytes = archive.read(part);
  return bytes === undefined ? undefined : JSON.parse(bytes.toString("utf8"));
}

function evidenceOf(archive: ZipPackage, file: number): FileEvidence {
  const stored: StoredEvidence | undefined = jsonIn(archive, PARTS.files(file));
  return stored?.[file] ?? {};
}

function indexEvidence(evidence: FileEvidence): ReadonlyMap<string, ReadonlyMap<string, EvidentCell>> {
  return new Map(
    Object.entries(evidence).map(([sheet, { runs, factors = {} }]) => {
      const cells = new Map<string, EvidentCell>();
      for (const [first, run] of Object.entries(runs)) addRun(cells, { first, run, factors });
      return [sheet, cells] as const;
    }),
  );
}

function addRun(
  cells: Map<string, EvidentCell>,
  given: {
    readonly first: string;
    readonly run: readonly TypedCell[];
    readonly factors: Readonly<Record<string, number>>;
  },
): void {
  const start = parseAddress(given.first);
  if (start === undefined) return;
  const factor = given.factors[columnLetters(start.column)] ?? 1;
  for (const [index, cell] of given.run.entries()) {
    const address = addressText({ row: start.row + index, column: start.column });
    cells.set(address, { address, factor, ...typedText(cell, factor) });
  }
}

function typedText(cell: TypedCell, factor: number): Pick<EvidentCell, "typed" | "value"> {
  if (cell === null) return { typed: "", value: undefined };
  if (typeof cell === "number") return { typed: String(cell / factor), value: cell };
  return { typed: cell[0], value: cell[1] };
}

/** «L9:L11,M3» → L9, L10, L11, M3. */
export function addressesIn(text: string): readonly string[] {
  return text.split(",").flatMap((piece) => {
    const range = parseRange(piece);
    if (range === undefined) return [];
    const width = range.right - range.left + 1;
    return Array.from({ length: width * (range.bottom - range.top + 1) }, (_, index) =>
      addressText({ row: range.top + Math.floor(index / width), column: range.left + (index % width) }),
    );
  });
}

/** The stored total that `indicator:place` names. */
export function totalNamed(manifest: Manifest, name: string): { readonly code: string; readonly total: StoredTotal } {
  const colon = name.lastIndexOf(":");
  const code = name.slice(0, colon);
  return { code, total: at(manifest.totals(code), Number(name.slice(colon + 1))) };
}
