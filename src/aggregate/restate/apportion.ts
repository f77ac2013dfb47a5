// One amount divided by weights without a đồng or a person lost: the largest remainders take what rounding leaves.

/**
 * Parts of `amount` in proportion to `weights`, in their order. Whole parts of whole amounts; the sum is the amount.
 *
 *   100 by 1 : 1 : 1    →    34  33  33
 *
 * A negative amount (a balance) is divided as its opposite. What lies beyond the whole goes to the heaviest.
 */
export function apportion(amount: number, weights: readonly number[]): readonly number[] {
  if (amount < 0) return apportion(-amount, weights).map((part) => (part === 0 ? 0 : -part));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (Math.floor(amount) * weight) / sum);
  const parts = exact.map(Math.floor);
  const order = exact
    .map((part, index) => ({ index, left: part - Math.floor(part) }))
    .sort((a, b) => b.left - a.left || a.index - b.index);
  let rest = Math.floor(amount) - parts.reduce((total, part) => total + part, 0);
  for (const { index } of order) {
    if (rest <= 0) break;
    parts[index] = (parts[index] ?? Number.NaN) + 1;
    rest -= 1;
  }
  const heaviest = weights.indexOf(Math.max(...weights));
  return parts.map((part, index) => (index === heaviest ? part + (amount - Math.floor(amount)) : part));
}
