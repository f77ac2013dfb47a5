// What a sheet to be filled in has beside its cells: its lock, lists and limits, helps, and what turns red.

import type { DataValidation, ExpressionRuleType, Worksheet } from "exceljs";
import { rangeText } from "../model/cell-address.js";
import type { Allowed, BoxText, EntryLimit, SheetEntry } from "../model/sheet-entry.js";
import { safeText } from "./safe-text.js";

/** Excel shows no more of a box's title and text, and refuses a file with longer ones. */
const LONGEST_TITLE = 32;
const LONGEST_TEXT = 255;
const ALARM = {
  font: { color: { argb: "FFC00000" }, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFD9D9" }, bgColor: { argb: "FFFFD9D9" } },
} as const;
/** No password: the lock keeps hands off by accident, and who must may open it. */
const LOCK = { selectLockedCells: true, formatColumns: true, formatRows: true } as const;

/** Adds limits, helps and alarms, and locks the sheet. */
export function fillEntry(target: Worksheet, { limits, alarms }: SheetEntry): void {
  for (const limit of limits) {
    const validation = validationOf(limit);
    const { top, left, bottom, right } = limit.range;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) target.getCell(row, column).dataValidation = validation;
    }
  }
  for (const [index, { range, formula }] of alarms.entries()) {
    const rule: ExpressionRuleType = { type: "expression", priority: index + 1, formulae: [formula], style: ALARM };
    target.addConditionalFormatting({ ref: rangeText(range), rules: [rule] });
  }
  void target.protect("", LOCK);
}

function validationOf({ allowed, help, refusal }: EntryLimit): DataValidation {
  return {
    ...typeOf(allowed),
    allowBlank: true,
    showInputMessage: true,
    promptTitle: boxTitle(help),
    prompt: boxText(help),
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: boxTitle(refusal),
    error: boxText(refusal),
  };
}

function typeOf(allowed: Allowed): Pick<DataValidation, "type" | "formulae"> {
  switch (allowed.kind) {
    case "list":
      return { type: "list", formulae: [`"${allowed.values.join(",").replaceAll('"', '""')}"`] };
    case "formula":
      return { type: "custom", formulae: [allowed.formula] };
    case "anything":
      return { type: "custom", formulae: ["TRUE"] };
  }
}

function boxTitle({ title }: BoxText): string {
  return cut(safeText(title), LONGEST_TITLE);
}

function boxText({ text }: BoxText): string {
  return cut(safeText(text), LONGEST_TEXT);
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
