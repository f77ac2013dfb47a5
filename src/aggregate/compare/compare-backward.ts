// An old unit beside its own territory of today: the later figures are restated backward, from the units of today that lie
// wholly in it. Where one lies in it in part, or did not report, nothing is told.

import type { Aggregation } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import type { UnitKey } from "../../model/unit.js";
import { type BackwardFigures, restateBackward } from "../restate/restate-backward.js";
import { unitsIn } from "../restate/units-in.js";

/** The old unit's figures of the later day, and what kept them from being told. */
export interface BackwardComparison extends Pick<BackwardFigures, "straddling" | "lacking"> {
  readonly before: Aggregation;
  /** The later run under the name of the old unit. */
  readonly after: Aggregation;
  readonly totals: TotalsByIndicator;
}

/**
 * The later run as one of the earlier run's unit. Undefined unless that unit was gone by then and the later run is of the whole
 * country, so that every unit of today is looked at.
 */
export function backwardComparison(
  before: Aggregation,
  after: Aggregation,
  catalogue: Catalogue,
): BackwardComparison | undefined {
  const old = catalogue.register.byKey(before.unit.key);
  if (old?.until === undefined || after.asOf < old.until || after.unit.level !== "national") return undefined;
  const figures = unitsIn(after, catalogue.register).get("commune");
  const request = { figures: figures ?? new Map<UnitKey, TotalsByIndicator>(), old: old.key, on: before.asOf };
  const { totals, straddling, lacking } = restateBackward(request, catalogue);
  return { before, after: { ...after, unit: before.unit, totals, children: [] }, totals, straddling, lacking };
}
