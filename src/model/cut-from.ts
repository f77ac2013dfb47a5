// Typed arrays cut from larger ones. Each array of its own costs an allocation outside the heap and the collector's
// attention, and a workbook needs a dozen; what is cut is fresh, and is never given back or used twice.

/** What an array can be cut from. */
interface Slab<T> {
  readonly length: number;
  subarray(begin: number, end: number): T;
}

/** Some ten workbooks' worth. */
const LENGTH = 16_384;

/** Gives arrays of any length, cut from what `make` makes; a large one is made by itself. */
export function cutFrom<T>(make: (length: number) => T & Slab<T>): (length: number) => T {
  let slab = make(0);
  let used = 0;
  return (length) => {
    if (length > LENGTH / 4) return make(length);
    if (used + length > slab.length) {
      slab = make(LENGTH);
      used = 0;
    }
    used += length;
    return slab.subarray(used - length, used);
  };
}
