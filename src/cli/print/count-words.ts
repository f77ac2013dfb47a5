// «3 lỗi, 1 cần giải trình»: how many there are of each, in the order in which they matter.

import { vietnameseNumber } from "../../model/number-text.js";

/** Counts each of `kinds` among `items`, in the order of `kinds`; those that do not occur are left out. */
export function countWords<T extends string>(
  items: readonly T[],
  kinds: readonly T[],
  words: Readonly<Record<T, string>>,
): string {
  return kinds
    .map((kind) => [items.filter((item) => item === kind).length, words[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${vietnameseNumber(count)} ${word}`)
    .join(", ");
}
