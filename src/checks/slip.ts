// Slips of the unit: a figure ten, a thousand or a million times what it should be. Reckoned with logarithms to the base
// 10, where such a slip is a step of 1, 3 or 6 and the usual ups and downs are small.

/** The steps that slips make: a digit too many or too few, nghìn for đồng, triệu for đồng. */
const STEPS = [1, 3, 6] as const;
/** A figure may be this many times the usual spread away from the step and still be taken for a slip. */
const REACH = 3.5;
/** … and this far in any case: two and a half times what it would be, or two fifths of it. */
const LEAST_REACH = 0.4;
/**
 * How much likelier, as a natural logarithm, the slip must be than an unusual figure. Chosen on tuning seeds so that at
 * most one clean figure in a hundred is asked about (`slip-judgement.test.ts`).
 */
const EVIDENCE = 5;

/** Where figures usually lie: their median, and how far they spread around it (1,4826 × MAD, as a standard deviation). */
export interface Usual {
  readonly middle: number;
  readonly spread: number;
}

/**
 * Median and spread of logarithms; a spread smaller than `least` counts as `least`, because figures that happen to be
 * alike say little about the next one. Undefined where there are none.
 */
export function usualOf(logs: readonly number[], least: number): Usual | undefined {
  const middle = median(logs);
  if (middle === undefined) return undefined;
  const deviation = median(logs.map((log) => Math.abs(log - middle)));
  return { middle, spread: Math.max(least, 1.4826 * (deviation ?? Number.NaN)) };
}

/**
 * The step that a figure is off by: 1, 3, 6 where it is too large, −1, −3, −6 where it is too small, 0 where it is no
 * slip. It must lie near the step, and be far likelier there than an unusual figure would be.
 */
export function slipOf(log: number, { middle, spread }: Usual): number {
  const away = log - middle;
  const size = Math.abs(away);
  const step = STEPS.find((one, index) => size < (one + (STEPS[index + 1] ?? Number.POSITIVE_INFINITY)) / 2) ?? 6;
  const isNear = Math.abs(size - step) <= Math.max(REACH * spread, LEAST_REACH);
  const isLikelier = step * (2 * size - step) >= 2 * spread * spread * EVIDENCE;
  return isNear && isLikelier ? Math.sign(away) * step : 0;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
