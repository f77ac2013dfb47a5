// The figure of a child unit for one indicator, also where nothing was folded for it: then what became of the unit
// says which kind of nothing stands there.

import type { ChildResult, ReceivedAs } from "../model/aggregation.js";
import { ABSENT, type Coverage, NOT_DUE } from "../model/coverage.js";
import type { Total, TotalsByIndicator } from "../model/fact.js";
import { missing, notApplicable, type Quantity } from "../model/quantity.js";

export interface Figure {
  readonly quantity: Quantity;
  readonly coverage: Coverage;
  /** Undefined where nothing was folded. */
  readonly total: Total | undefined;
}

/** The child's total of `indicator`, or the reason why there is none. */
export function childFigure(child: ChildResult, indicator: string): Figure {
  return figureOf(child.totals, indicator) ?? absentFigure(child.receivedAs);
}

/** The total of `indicator`; undefined where nothing was folded. */
export function figureOf(totals: TotalsByIndicator, indicator: string): Figure | undefined {
  const total = totals.get(indicator);
  return total === undefined ? undefined : { quantity: total.quantity, coverage: total.coverage, total };
}

function absentFigure(receivedAs: ReceivedAs): Figure {
  switch (receivedAs) {
    case "own-workbook":
    case "from-below":
    case "parent-row":
      return { quantity: notApplicable("not-on-form"), coverage: NOT_DUE, total: undefined };
    case "returned":
      return { quantity: missing("rejected"), coverage: ABSENT, total: undefined };
    case "missing":
      return { quantity: missing("not-submitted"), coverage: ABSENT, total: undefined };
    case "no-association":
      return { quantity: notApplicable("no-association"), coverage: NOT_DUE, total: undefined };
  }
}
