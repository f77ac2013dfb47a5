// Which of a million texts came before, by their hashes: no text is kept. The few texts that share a hash are given again to
// be compared.

import { at } from "../model/outcome.js";
import { hashOfText, quickSameHash } from "../model/text-hash.js";

/** In the place of a hash: no text. */
const NONE = 0;
const EMPTY = 0;
const NOTHING = new Int32Array(0);
/** Hashes of one beginning are looked up together: so many bits of it. */
const GROUP_BITS = 8;
const GROUP_SHIFT = 32 - GROUP_BITS;
/** So many slots a text: the next free one is near. */
const SPARE = 1.5;

export class HashedPlaces {
  private hashes: Int32Array;
  /** Another one each time, so that no file can be made whose texts all fall into one slot. It decides nothing else. */
  private readonly seed = Math.floor(Math.random() * 2 ** 32) | 0;

  /** Room for texts at the places below `most`. */
  constructor(most: number) {
    this.hashes = new Int32Array(most);
  }

  /** The hash of a text. */
  hashOf(text: string): number {
    return hashOfText(text, this.seed);
  }

  /** The hash of `sameText(name)`, without making it; undefined where only making it tells. */
  quickHashOf(name: string): number | undefined {
    return quickSameHash(name, this.seed);
  }

  /** Keeps the hash of the text at a place. */
  keep(place: number, hash: number): void {
    this.hashes[place] = hash === NONE ? NONE + 1 : hash;
  }

  /**
   * The places whose text stands at an earlier one, and the first that has it, in no particular order; `textAt` gives a text
   * again. Group by group, because a look into megabytes waits for memory each time. Then the hashes are let go.
   */
  repeated(textAt: (place: number) => string): ReadonlyMap<number, number> {
    const groups = groupsOf(this.hashes);
    this.hashes = NOTHING;
    const repeated = new Map<number, number>();
    const room = new Int32Array(slotsFor(groups.largest));
    let from = 0;
    for (const to of groups.ends) {
      const slots = room.subarray(0, slotsFor(to - from)).fill(EMPTY);
      const same = repeatedAmong(groups, slots, { from, to, textAt });
      for (const [place, first] of same) repeated.set(place, first);
      from = to;
    }
    return repeated;
  }
}

/** A power of two. */
function slotsFor(texts: number): number {
  return 2 ** Math.ceil(Math.log2(texts * SPARE + 1));
}

/** Places and their hashes, those of one group side by side, each group in ascending order of its places. */
interface Groups {
  readonly places: Int32Array;
  readonly hashes: Int32Array;
  /** Where each group ends. */
  readonly ends: Int32Array;
  readonly largest: number;
}

function groupsOf(all: Int32Array): Groups {
  const ends = new Int32Array(2 ** GROUP_BITS);
  for (let place = 0; place < all.length; place += 1) {
    const hash = all[place] ?? NONE;
    if (hash === NONE) continue;
    const group = hash >>> GROUP_SHIFT;
    ends[group] = (ends[group] ?? Number.NaN) + 1;
  }
  let [sum, largest] = [0, 0];
  for (const [group, count] of ends.entries()) {
    ends[group] = sum;
    sum += count;
    largest = Math.max(largest, count);
  }
  const places = new Int32Array(sum);
  const hashes = new Int32Array(sum);
  for (let place = 0; place < all.length; place += 1) {
    const hash = all[place] ?? NONE;
    if (hash === NONE) continue;
    const group = hash >>> GROUP_SHIFT;
    const index = ends[group] ?? Number.NaN;
    places[index] = place;
    hashes[index] = hash;
    ends[group] = index + 1;
  }
  return { places, hashes, ends, largest };
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly textAt: (place: number) => string;
}

/** Of each place of a group whose text an earlier one has: that place and the first that has it. `slots` are empty. */
function repeatedAmong(
  { places, hashes }: Groups,
  slots: Int32Array,
  { from, to, textAt }: Group,
): readonly (readonly [place: number, first: number])[] {
  const found: (readonly [number, number])[] = [];
  const last = slots.length - 1;
  for (let index = from; index < to; index += 1) {
    const hash = hashes[index] ?? NONE;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const known = slots[slot] ?? EMPTY;
      if (known === EMPTY) {
        slots[slot] = index + 1;
        break;
      }
      if (hashes[known - 1] !== hash) continue;
      const [place, first] = [at(places, index), at(places, known - 1)];
      if (textAt(first) !== textAt(place)) continue;
      found.push([place, first]);
      break;
    }
  }
  return found;
}
