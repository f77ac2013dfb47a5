// Where the lines of an axis lie: at round numbers, from the lowest figure to the highest and not much beyond.

const STEPS = [1, 2, 2.5, 5, 10];
/** Lines to aim at, the lowest not counted. */
const WANTED = 4;

/** Round numbers, evenly apart, of which the first is not above `low` and the last not below `high`. */
export function ticksUpTo(low: number, high: number): readonly number[] {
  const span = high - low;
  if (!(span > 0)) return [low, low + 1];
  const rough = span / WANTED;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
