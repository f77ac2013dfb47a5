// The figures of a manifest made again from their parts and cells alone, to see that they are what was printed.

import { assertNever, at } from "../model/outcome.js";
import type { StoredQuantity, StoredTotal } from "./manifest.js";
import { type Manifest, partsOf, totalNamed } from "./open-manifest.js";
import { sumsOfCells } from "./sums-of-cells.js";

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
  const sums = sumsOfCells(manifest);
  const found: Deviation[] = [];
  for (const [indicator, fromCells] of sums) {
    const totals = manifest.totals(indicator);
    for (let place = 0; place < totals.count; place += 1) {
      const total = totals.at(place);
      const recomputed = recompute(manifest, { indicator, total, fromCells: at(fromCells, place) });
      const [unit, , stored] = total;
      if (isSame(stored, recomputed)) continue;
      found.push({ unit: manifest.head.units[unit]?.[1] ?? "", indicator, stored, recomputed });
    }
  }
  return found;
}

interface Recomputing {
  readonly indicator: string;
  readonly total: StoredTotal;
  /** What its cells add up to; NaN where none gives a figure. */
  readonly fromCells: number;
}

/** The figure as its parts give it; undefined where they give none. */
function recompute(manifest: Manifest, { indicator, total, fromCells }: Recomputing): number | undefined {
  const [, operation, stored] = total;
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
      return Number.isNaN(fromCells) ? undefined : fromCells;
    case "share":
      return typeof stored === "number" ? stored : undefined;
    case "nothing":
      return undefined;
    default:
      return assertNever(operation);
  }
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
