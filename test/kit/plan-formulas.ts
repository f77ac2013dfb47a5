// The few kinds of formula that plans carry, computed from the cells as they are printed: sums, ranks, references, the
// four operations. What stands as text counts for nothing in a sum, and for an error elsewhere.

import { columnLetters } from "../../src/model/cell-address.js";
import type { PlannedCell, PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";

export interface PlacedCell {
  readonly sheet: PlannedSheet;
  readonly row: number;
  readonly cell: PlannedCell;
}

/** Every cell of the plan. */
export function cellsOf(plan: WorkbookPlan): readonly PlacedCell[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ row, cells }) => cells.map((cell) => ({ sheet, row, cell }))),
  );
}

/** What the formula of a cell gives; NaN where it refers to no number. */
export function computed(plan: WorkbookPlan, { sheet, cell }: PlacedCell): number {
  const values = new Map(cellsOf(plan).map((one) => [keyOf(one), one.cell.value]));
  return evaluate(cell.formula ?? "", sheet.name, (name, address) => values.get(`${name}!${address}`));
}

type LookUp = (sheet: string, address: string) => PlannedCell["value"] | undefined;

function keyOf({ sheet, row, cell }: PlacedCell): string {
  return `${sheet.name}!${columnLetters(cell.column)}${row}`;
}

function evaluate(formula: string, own: string, lookUp: LookUp): number {
  const sum = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula);
  if (sum !== null) {
    let total = 0;
    for (let row = Number(sum[2]); row <= Number(sum[3]); row += 1) {
      const value = lookUp(own, `${sum[1]}${row}`);
      if (typeof value === "number") total += value;
    }
    return total;
  }
  const rank = /^RANK\(([A-Z]+\d+),([A-Z]+)\$(\d+):\2\$(\d+),0\)$/.exec(formula);
  if (rank !== null) {
    const value = Number(lookUp(own, rank[1] ?? ""));
    const others = Array.from({ length: Number(rank[4]) - Number(rank[3]) + 1 }, (_, index) =>
      lookUp(own, `${rank[2]}${Number(rank[3]) + index}`),
    );
    return 1 + others.filter((other) => typeof other === "number" && other > value).length;
  }
  return arithmetic(tokensOf(formula, own, lookUp));
}

function tokensOf(formula: string, own: string, lookUp: LookUp): (number | string)[] {
  const found = formula.matchAll(/(?:'([^']+)'!)?([A-Z]+\d+)|(\d+(?:\.\d+)?)|([-+/*()])/g);
  return [...found].map(([, sheet, address, number, sign]) => {
    if (sign !== undefined) return sign;
    if (number !== undefined) return Number(number);
    const value = lookUp(sheet ?? own, address ?? "");
    return typeof value === "number" ? value : Number.NaN;
  });
}

/** Sums of quotients, with brackets. */
function arithmetic(tokens: (number | string)[]): number {
  let total = quotient(tokens);
  while (tokens[0] === "+" || tokens[0] === "-")
    total = tokens.shift() === "+" ? total + quotient(tokens) : total - quotient(tokens);
  return total;
}

function quotient(tokens: (number | string)[]): number {
  let value = atom(tokens);
  while (tokens[0] === "/") {
    tokens.shift();
    value /= atom(tokens);
  }
  return value;
}

function atom(tokens: (number | string)[]): number {
  const token = tokens.shift();
  if (token !== "(") return Number(token);
  const inner = arithmetic(tokens);
  tokens.shift();
  return inner;
}
