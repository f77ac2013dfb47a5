// A failed figure → a finding draft: place, label, found, expected and the numbers of the message in the sheet's unit.

import type { FindingDraft } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { Figure, FigureRecord } from "../model/rule.js";
import type { RuleHead } from "./check-kind.js";

export interface Failure {
  readonly rule: RuleHead;
  /** Key of the unit concerned, and its name. */
  readonly unit: string | undefined;
  readonly name: string;
  /** Placeholder values beside the rule's words and `n`, `tên`, `cột`. */
  readonly values: Readonly<Record<string, string>>;
  readonly expected: string;
  /** In đồng for money; absent where there is no one number to differ from. */
  readonly difference?: number;
}

/**
 * The draft of a figure that failed a rule. Every message may speak of `n` (sheet row), `tên` (of the row's unit) and
 * `cột` (heading of the figure), besides what the check itself gives.
 */
export function failureAt(figure: Figure, failure: Failure): FindingDraft {
  const { rule } = failure;
  return {
    code: rule.finding,
    ...(rule.variant === undefined ? {} : { variant: rule.variant }),
    place: figure.place,
    values: new Map([
      ["n", String(figure.place.cell?.row ?? "")],
      ["tên", failure.name],
      ["cột", figure.label],
      ...Object.entries(failure.values),
      ...rule.words,
    ]),
    ...(failure.unit === undefined || failure.unit === "" ? {} : { unit: failure.unit, unitName: failure.name }),
    field: figure.code,
    label: figure.label,
    found: foundText(figure),
    expected: failure.expected,
    ...(failure.difference === undefined ? {} : { difference: failure.difference }),
    rule: rule.id,
  };
}

/** An amount or a count as the sheet of `figure` would show it: 17.516.000 đồng on a sheet in triệu is «17,516». */
export function amountText(value: number, figure: Pick<Figure, "scale">): string {
  return vietnameseNumber(value / figure.scale, figure.scale === 1 ? 2 : 9);
}

/** A figure whose value is known to exist; a missing one is a mistake of the check that asks. */
export function knownFigure(record: FigureRecord, code: string, form?: string): Figure {
  const figure = record.figure(code, form);
  if (figure === undefined) throw new Error(`no figure ${code} where its value is known`);
  return figure;
}

/** As typed; a sum that nobody typed, as it would be written. */
function foundText(figure: Figure): string {
  if (figure.typed !== "" || figure.quantity.kind !== "known") return figure.typed;
  return amountText(figure.quantity.value, figure);
}
