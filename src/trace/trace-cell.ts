// A printed cell → what it was made from, level by level, down to the cells of the files as they were typed.

import type { Operation } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { cellsNamed, type EvidentCell } from "./evident-cells.js";
import type { ManifestFile, ManifestIndicator, StoredFact, StoredQuantity, StoredSource } from "./manifest.js";
import { type Manifest, partsOf, totalNamed } from "./open-manifest.js";

/** A figure of one unit and what it rests on. */
export interface TracedTotal {
  readonly unit: { readonly key: string; readonly name: string };
  readonly indicator: ManifestIndicator & { readonly code: string };
  readonly operation: Operation;
  readonly quantity: StoredQuantity;
  readonly have: number;
  readonly due: number;
  readonly estimate: boolean;
  readonly parts: readonly TracedTotal[];
  readonly facts: readonly TracedFact[];
}

/** A figure that a file gives. */
export interface TracedFact {
  /** Undefined where no cell was named for it: a column the file does not have. */
  readonly file: (ManifestFile & { readonly index: number }) | undefined;
  readonly quantity: StoredQuantity;
  readonly holder: string;
  readonly sources: readonly TracedSource[];
}

export interface TracedSource {
  readonly sheet: string;
  /** As Excel names them: «L9:L41». */
  readonly cells: string;
  /** Where the cells are counted: how many they are; else what was typed in each, unpacked when it is asked for. */
  readonly content:
    | { readonly how: "counted"; readonly count: number }
    | { readonly how: "added"; readonly cells: () => readonly EvidentCell[] };
}

/** The figure printed at `address` of `sheet`; undefined where no figure stands there. */
export function traceCell(manifest: Manifest, sheet: string, address: string): TracedTotal | undefined {
  const cells = new Map(Object.entries(manifest.cells)).get(sheet) ?? {};
  const name = new Map(Object.entries(cells)).get(address);
  return name === undefined ? undefined : traceTotal(manifest, name);
}

/** The stored total named `indicator:place`, with everything it rests on. */
export function traceTotal(manifest: Manifest, name: string): TracedTotal {
  const { code, total } = totalNamed(manifest, name);
  const [unit, operation, quantity, have, due, flags, , facts] = total;
  const [key, unitName] = at(manifest.head.units, unit);
  const indicator = manifest.head.indicators[code] ?? { name: code, measuredIn: "" };
  return {
    unit: { key, name: unitName },
    indicator: { ...indicator, code },
    operation,
    quantity,
    have,
    due,
    estimate: flags === "estimate",
    parts: partsOf(code, total).map((part) => traceTotal(manifest, part)),
    facts: facts.map((fact) => traceFact(manifest, fact)),
  };
}

function traceFact(manifest: Manifest, [index, quantity, holder, sources]: StoredFact): TracedFact {
  const file = manifest.head.files[index];
  return {
    file: file === undefined ? undefined : { ...file, index },
    quantity,
    holder,
    sources: sources.map((source) => traceSource(manifest, index, source)),
  };
}

function traceSource(manifest: Manifest, file: number, [sheet, cells, how]: StoredSource): TracedSource {
  if (how === "counted") return { sheet, cells, content: { how, count: cellsNamed(cells) } };
  return { sheet, cells, content: { how, cells: () => manifest.typedCells(file, sheet, cells) } };
}

/** Indexes of all files the figure rests on, in their order. */
export function filesUnder(total: TracedTotal): readonly number[] {
  const files = new Set<number>();
  const gather = ({ parts, facts }: TracedTotal): void => {
    for (const part of parts) gather(part);
    for (const { file } of facts) if (file !== undefined) files.add(file.index);
  };
  gather(total);
  return [...files].sort((a, b) => a - b);
}
