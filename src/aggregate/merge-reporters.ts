// The list of reporters of an area, each with its figures from the side that was used, indicator by indicator.

import type { Total } from "../model/fact.js";
import type { Side } from "./choose-side.js";
import type { UnitNode } from "./unit-node.js";

/** The reporters as each side knows them; undefined where the side did not come. */
export interface ReporterSides {
  readonly below: readonly UnitNode[] | undefined;
  readonly rows: readonly UnitNode[] | undefined;
}

/**
 * One list of reporters. Where only one side came or was used, it is that side's; else each reporter has the rows'
 * figures where the rows were used, and those of its own workbook for the rest; it counts as received by its own
 * workbook where any figure of that is used.
 */
export function mergeReporters({ below, rows }: ReporterSides, chosen: ReadonlyMap<string, Side>): readonly UnitNode[] {
  if (rows === undefined) return below ?? [];
  if (below === undefined || ![...chosen.values()].includes("below")) return withOwnStatus(rows, below ?? []);
  if (![...chosen.values()].includes("rows")) return below;
  const told = new Map(rows.map((node) => [node.key, node]));
  const known = new Set(below.map((node) => node.key));
  const merged = below.map((node) => mergeOne(node, told.get(node.key), chosen));
  return [...merged, ...rows.filter((node) => !known.has(node.key))];
}

/** A reporter that sent its own workbook is no missing one, even where the workbook above does not tell of it. */
function withOwnStatus(rows: readonly UnitNode[], below: readonly UnitNode[]): readonly UnitNode[] {
  const own = new Map(below.map((node) => [node.key, node]));
  return rows.map((row) => {
    const sent = own.get(row.key);
    if (sent === undefined || row.receivedAs === "parent-row" || row.receivedAs === "no-association") return row;
    return { ...row, receivedAs: sent.receivedAs, file: sent.file };
  });
}

function mergeOne(node: UnitNode, row: UnitNode | undefined, chosen: ReadonlyMap<string, Side>): UnitNode {
  if (row === undefined) return node;
  const totals = new Map<string, Total>();
  let isOwnUsed = false;
  for (const [code, side] of chosen) {
    const total = (side === "rows" ? row : node).totals.get(code);
    if (total === undefined) continue;
    totals.set(code, total);
    if (side !== "rows" && total.quantity.kind === "known") isOwnUsed = true;
  }
  const isTold = row.receivedAs === "parent-row" && !isOwnUsed;
  return isTold ? { ...node, receivedAs: "parent-row", file: row.file, totals } : { ...node, totals };
}
