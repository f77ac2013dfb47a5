// The figures of a manifest made again from their parts and cells alone, to see that they are what was printed.

import { assertNever } from "../model/outcome.js";
import type { StoredFact, StoredQuantity, StoredTotal } from "./manifest.js";
import { addressesIn, type Manifest, partsOf, totalNamed } from "./open-manifest.js";

/** Shares of two whole numbers and sums of typed decimals: equal but for the last binary digit. */
const PRECISION = 1e-9;

/** A figure that its parts do not give. */
export interface Deviation {
  readonly unit: string;
  readonly indicator: string;
  readonly stored: StoredQuantity;
  /** Undefined where the parts give no figure at all. */
  readonly recomputed: number | undefined;
}

/**
 * Every stored figure that is not what its parts, or the cells of its files, add up to, divide to or count to. A kind of
 * nothing deviates where its parts give a figure.
 */
export function deviations(manifest: Manifest): readonly Deviation[] {
  return Object.keys(manifest.head.indicators).flatMap((indicator) =>
    manifest.totals(indicator).flatMap((total): readonly Deviation[] => {
      const recomputed = recompute(manifest, indicator, total);
      const [unit, , stored] = total;
      if (isSame(stored, recomputed)) return [];
      return [{ unit: manifest.head.units[unit]?.[1] ?? "", indicator, stored, recomputed }];
    }),
  );
}

/** The figure as its parts give it; undefined where they give none. */
function recompute(manifest: Manifest, indicator: string, total: StoredTotal): number | undefined {
  const [, operation, , , , , , facts] = total;
  const quantities = (): readonly StoredQuantity[] =>
    partsOf(indicator, total).map((part) => totalNamed(manifest, part).total[2]);
  switch (operation) {
    case "sum":
      return sumOf(quantities());
    case "over-time":
      return addedOverTime(quantities());
    case "ratio":
      return shareOf(quantities());
    case "reported":
    case "count":
      return fromCells(manifest, facts);
    case "share":
      return typeof total[2] === "number" ? total[2] : undefined;
    case "nothing":
      return undefined;
    default:
      return assertNever(operation);
  }
}

/** Several facts may share their cells (holders of one fund): the cells are read once for all of them. */
function fromCells(manifest: Manifest, facts: readonly StoredFact[]): number | undefined {
  const known = facts.filter(([, quantity]) => typeof quantity === "number");
  const groups = new Map(known.map((fact) => [JSON.stringify([fact[0], fact[3]]), fact]));
  return sumOf([...groups.values()].map(([file, , , sources]) => cellsOf(manifest, file, sources)));
}

function cellsOf(manifest: Manifest, file: number, sources: StoredFact[3]): StoredQuantity {
  const sums = sources.map(([sheet, cells, how]): StoredQuantity => {
    if (how === "counted") return addressesIn(cells).length;
    return sumOf(manifest.typedCells(file, sheet, cells).map(({ value }) => value ?? "blank")) ?? "blank";
  });
  return sumOf(sums) ?? "blank";
}

function sumOf(quantities: readonly StoredQuantity[]): number | undefined {
  const known = quantities.filter((quantity) => typeof quantity === "number");
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value);
}

/** A sum over time of which a part lacks is none; before its programme nothing was owed. */
function addedOverTime(quantities: readonly StoredQuantity[]): number | undefined {
  const isOwed = (quantity: StoredQuantity): boolean =>
    quantity !== "before-programme" && quantity !== "no-association" && typeof quantity !== "number";
  return quantities.some(isOwed) ? undefined : sumOf(quantities);
}

function shareOf([of, over]: readonly StoredQuantity[]): number | undefined {
  return typeof of === "number" && typeof over === "number" && over !== 0 ? of / over : undefined;
}

function isSame(stored: StoredQuantity, recomputed: number | undefined): boolean {
  if (typeof stored === "string" || recomputed === undefined)
    return typeof stored === "string" && recomputed === undefined;
  return Math.abs(stored - recomputed) <= PRECISION * Math.max(1, Math.abs(stored));
}
