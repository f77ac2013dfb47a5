// What a report tells of two figures or of a figure and its target: differences, growth, attainment, what is lacking.

import type { Indicator } from "../../model/indicator.js";
import { known, missing, type Quantity } from "../../model/quantity.js";
import type { Target } from "../../model/target.js";

/** The later figure less the earlier; missing where either is not known. */
export function change(later: Quantity, earlier: Quantity): Quantity {
  if (later.kind === "known" && earlier.kind === "known") return known(later.value - earlier.value);
  return unknownOf(later, earlier);
}

/** The change as a share of the earlier figure; missing where that is 0. */
export function growth(later: Quantity, earlier: Quantity): Quantity {
  if (later.kind !== "known" || earlier.kind !== "known") return unknownOf(later, earlier);
  return earlier.value === 0 ? missing("blank") : known((later.value - earlier.value) / earlier.value);
}

/** The figure as a share of its target. */
export function attainment(figure: Quantity, target: Target): Quantity {
  if (figure.kind !== "known") return figure;
  return target.value === 0 ? missing("blank") : known(figure.value / target.value);
}

/**
 * How many are lacking to the target, in the indicator's own measure; of a share, in that of its numerator: with 65 % of
 * 1.000 families and a target of 70 %, 50 families. 0 where the target is reached.
 */
export function lacking(figure: Quantity, target: Target, parts: RatioParts): Quantity {
  const { of, over } = parts;
  if (of === undefined || over === undefined) {
    return figure.kind === "known" ? known(Math.max(0, target.value - figure.value)) : figure;
  }
  if (of.kind !== "known" || over.kind !== "known") return unknownOf(of, over);
  return known(Math.max(0, Math.ceil(roundedToGrain(target.value * over.value) - of.value)));
}

/** The two totals of a share; undefined where the indicator is none. */
export interface RatioParts {
  readonly of: Quantity | undefined;
  readonly over: Quantity | undefined;
}

/** The parts of an indicator's share of 100, looked up by `figure`. */
export function ratioParts(indicator: Indicator, figure: (code: string) => Quantity): RatioParts {
  if (indicator.ratio?.times !== 100) return { of: undefined, over: undefined };
  return { of: figure(indicator.ratio.of), over: figure(indicator.ratio.over) };
}

/** Free of the last digits of binary arithmetic, so that 70 % of 1.000 is 700 and not a little more. */
function roundedToGrain(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}

function unknownOf(a: Quantity, b: Quantity): Quantity {
  const lack = [a, b].find((one) => one.kind === "missing");
  if (lack !== undefined) return lack;
  return a.kind === "known" ? b : a;
}
