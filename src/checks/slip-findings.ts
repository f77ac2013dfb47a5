// Slips of the unit → findings: what the figure would be, one finding for a row or a sheet that is off as a whole.

import type { FindingDraft } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { FigureRecord } from "../model/rule.js";
import type { RuleHead } from "./check-kind.js";
import { amountText, failureAt, knownFigure } from "./failure.js";

/** A figure that is off by a step: 1, 3, 6 too large, −1, −3, −6 too small. */
export interface Slip {
  readonly record: FigureRecord;
  readonly code: string;
  readonly step: number;
  /** True where all figures of the column are off by it. */
  readonly isWhole: boolean;
}

/** Wordings beside the code's own: a figure that is too small, and a sheet that is off as a whole. */
const SMALL = "nhỏ";
const WHOLE = "cả trang";

/**
 * One draft for each slip, at its cell; its message may use `chỉ tiêu`, `a` (the figure), `k` (how many times), `b`
 * (what it would be), `mức` (times or part, in words). Slips of one row follow from the first of them, and whole
 * columns of one sheet from the first of those.
 */
export function slipFindings(slips: readonly Slip[], rule: RuleHead): readonly FindingDraft[] {
  if (slips.length === 0) return NO_FINDINGS;
  const firsts = new Map<string, Map<number, FindingDraft>>();
  const wholeFirst = [...slips].sort((a, b) => Number(b.isWhole) - Number(a.isWhole));
  return wholeFirst.map((slip) => {
    const draft = draftOf(slip, rule);
    const { sheet = "", cell } = draft.place;
    const onSheet = firsts.get(sheet) ?? new Map<number, FindingDraft>();
    firsts.set(sheet, onSheet);
    const row = slip.isWhole || cell === undefined ? WHOLE_SHEET : cell.row;
    const cause = onSheet.get(WHOLE_SHEET) ?? onSheet.get(row);
    if (cause === undefined) onSheet.set(row, draft);
    return cause === undefined ? draft : { ...draft, cause };
  });
}

/** True for a finding about a sheet that is off as a whole. */
export function isAboutWholeSheet({ variant }: FindingDraft): boolean {
  return variant === WHOLE;
}

const NO_FINDINGS: readonly FindingDraft[] = [];
/** In the place of a row's number where all rows are meant. */
const WHOLE_SHEET = 0;

function draftOf({ record, code, step, isWhole }: Slip, rule: RuleHead): FindingDraft {
  const figure = knownFigure(record, code);
  const now = record.value(code) ?? Number.NaN;
  const meant = now / 10 ** step;
  const k = vietnameseNumber(10 ** Math.abs(step));
  const variant = isWhole ? WHOLE : step < 0 ? SMALL : rule.variant;
  return failureAt(figure, {
    rule: { ...rule, variant },
    unit: record.unit,
    name: record.name,
    values: {
      "chỉ tiêu": figure.label,
      a: amountText(now, figure),
      b: amountText(meant, figure),
      k,
      mức: step < 0 ? `chỉ bằng khoảng 1/${k}` : `gấp khoảng ${k} lần`,
    },
    expected: amountText(meant, figure),
    difference: now - meant,
  });
}
