// Which of a million texts came before, by their hashes: no text is kept. The few texts that share a hash are given again to
// be compared.

import { hashOfText, quickSameHash } from "../model/text-hash.js";

/** In the place of a hash: no text. */
const NONE = 0;
const EMPTY = 0;
const NO_SLOTS = new Int32Array(0);
/** Numbers of a slot: one more than the place, so that an empty one is 0, and the hash. */
const WIDTH = 2;
/** So many slots a text: the next free one is near. */
const SPARE = 1.5;

export class HashedPlaces {
  private hashes: Int32Array;
  private slots = NO_SLOTS;
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
   * The places whose text stands at an earlier one, and the first that has it; `textAt` gives a text again. All are looked up
   * together: a slot lies anywhere in megabytes, and one look need not wait for another's memory. Then the hashes are let go.
   */
  repeated(textAt: (place: number) => string): ReadonlyMap<number, number> {
    const { hashes } = this;
    const repeated = new Map<number, number>();
    this.slots = new Int32Array(WIDTH * 2 ** Math.ceil(Math.log2(hashes.length * SPARE + 1)));
    for (let place = 0; place < hashes.length; place += 1) {
      const first = hashes[place] === NONE ? place : this.firstWith(place, textAt);
      if (first !== place) repeated.set(place, first);
    }
    this.hashes = NO_SLOTS;
    this.slots = NO_SLOTS;
    return repeated;
  }

  /** The first place with the same text; the place itself, which then has a slot, where none has it. */
  private firstWith(place: number, textAt: (place: number) => string): number {
    const { hashes, slots } = this;
    const hash = hashes[place] ?? NONE;
    const last = slots.length - WIDTH;
    // Place and hash stand side by side: memory is looked at once for both.
    for (let slot = (hash * WIDTH) & last; ; slot = (slot + WIDTH) & last) {
      const known = slots[slot] ?? EMPTY;
      if (known === EMPTY) {
        slots[slot] = place + 1;
        slots[slot + 1] = hash;
        return place;
      }
      if (slots[slot + 1] === hash && textAt(known - 1) === textAt(place)) return known - 1;
    }
  }
}
