// A manifest as it is read again: each part is unpacked when it is asked for, so that tracing one cell stays quick.
// That of a country has a million totals, and the cells they rest on: none is made that nobody asks for.

import { ARCHIVE_LIMITS } from "../ooxml/limits.js";
import { PackageFault } from "../ooxml/package-fault.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { type EvidentCell, EvidentCells } from "./evident-cells.js";
import {
  MANIFEST_MARK,
  type ManifestHead,
  PARTS,
  READABLE_SCHEMAS,
  type StoredCells,
  type StoredEvidence,
  type StoredGroup,
  type StoredList,
  type StoredShown,
  type StoredTotal,
} from "./manifest.js";
import { TotalsIn } from "./totals-in.js";

/** Figures repeat themselves: a list of totals of thousands of units packs better than any workbook. */
const LIMITS = { ...ARCHIVE_LIMITS, ratio: 20_000 };

export interface Manifest {
  readonly head: ManifestHead;
  /** Every printed cell by sheet: `indicator:place`. */
  readonly cells: StoredCells;
  /** What a cell shows; undefined where that is its total's own number. */
  shown(sheet: string, cell: string): number | string | undefined;
  totals(indicator: string): TotalsIn;
  /** What was typed in the files whose figures lie in one part, `PARTS.files`; it is not held on. */
  typedIn(part: string): StoredEvidence;
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
  if (head?.mark !== MANIFEST_MARK || !READABLE_SCHEMAS.includes(head.schema) || cells === undefined) return undefined;
  let shown: StoredShown | undefined;
  let groups: readonly StoredGroup[] | undefined;
  const lists = new Map<string, TotalsIn>();
  const evidence = new Map<string, StoredEvidence>();
  const typedIn = (part: string): StoredEvidence => jsonIn(archive, part) ?? {};
  return {
    head,
    cells,
    shown: (sheet, cell) => {
      shown ??= jsonIn(archive, PARTS.shown) ?? {};
      return shown[sheet]?.[cell];
    },
    totals: (indicator) => {
      const before = lists.get(indicator);
      if (before !== undefined) return before;
      const list: StoredList = jsonIn(archive, PARTS.totals(indicator)) ?? [];
      groups ??= jsonIn(archive, PARTS.groups) ?? [];
      const totals = new TotalsIn(list, groups);
      lists.set(indicator, totals);
      return totals;
    },
    typedIn,
    typedCells: (file, sheet, text) => {
      const part = PARTS.files(file);
      const stored = evidence.get(part) ?? typedIn(part);
      evidence.set(part, stored);
      return new EvidentCells(stored[file]?.[sheet]).listed(text);
    },
  };
}

/** What the part says, undefined where there is none. The program itself wrote it; its checksum is verified. */
function jsonIn<T>(archive: ZipPackage, part: string): T | undefined {
  const bytes = archive.read(part);
  return bytes === undefined ? undefined : JSON.parse(bytes.toString("utf8"));
}

/** The names of what a total of the indicator rests on, as `totalNamed` takes them. */
export function partsOf(indicator: string, [, , , , , , parts]: StoredTotal): readonly string[] {
  return parts.flatMap((part) => {
    if (typeof part === "string") return part;
    const [first, count] = typeof part === "number" ? [part, 1] : part;
    return Array.from({ length: count }, (_, index) => `${indicator}:${first + index}`);
  });
}

/** The stored total that `indicator:place` names. */
export function totalNamed(manifest: Manifest, name: string): { readonly code: string; readonly total: StoredTotal } {
  const colon = name.lastIndexOf(":");
  const code = name.slice(0, colon);
  return { code, total: manifest.totals(code).at(Number(name.slice(colon + 1))) };
}
