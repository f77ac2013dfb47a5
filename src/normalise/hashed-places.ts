// Which of a million texts came before, by their hashes: a place and its hash for each slot, and no text. The few texts that
// share a hash are given again to be compared.

import { sameText } from "../model/text.js";
import { hashOfText, quickSameHash } from "../model/text-hash.js";

const EMPTY = 0;
/** Numbers of a slot: one more than the place, so that an empty one is 0, and the hash. */
const WIDTH = 2;
/** So many slots a text: the next free one is near. */
const SPARE = 1.5;

export class HashedPlaces {
  private readonly most: number;
  private readonly again: (place: number) => string;
  /** Made when the first text comes. Place and hash stand side by side: memory is looked at once for both. */
  private slots = new Uint32Array(0);
  /** Another one each time, so that no file can be made whose texts all fall into one slot. It decides nothing else. */
  private readonly seed = Math.floor(Math.random() * 2 ** 32) | 0;

  /** Room for texts at the places below `most`; `again` gives the text of a place that was kept. */
  constructor(most: number, again: (place: number) => string) {
    this.most = most;
    this.again = again;
  }

  /** The hash of a text. */
  hashOf(text: string): number {
    return hashOfText(text, this.seed);
  }

  /** The hash of `sameText(name)`, without making it; undefined where only making it tells. */
  quickHashOf(name: string): number | undefined {
    return quickSameHash(name, this.seed);
  }

  /** The first place that had the same text; `place` itself, which is kept, where none had. */
  firstWith(text: string, place: number): number {
    return this.firstHashed(this.hashOf(text), place, () => text);
  }

  /** As `firstWith` of `sameText(name)`, by its hash: the text is made only where another one has the same. */
  firstWithSame(name: string, hash: number, place: number): number {
    return this.firstHashed(hash, place, () => sameText(name));
  }

  private firstHashed(hash: number, place: number, text: () => string): number {
    if (this.slots.length === 0) this.slots = new Uint32Array(WIDTH * 2 ** Math.ceil(Math.log2(this.most * SPARE + 1)));
    const { slots } = this;
    const last = slots.length - WIDTH;
    for (let slot = (hash * WIDTH) & last; ; slot = (slot + WIDTH) & last) {
      const known = slots[slot] ?? EMPTY;
      if (known === EMPTY) {
        slots[slot] = place + 1;
        slots[slot + 1] = hash;
        return place;
      }
      if (slots[slot + 1] === hash && this.again(known - 1) === text()) return known - 1;
    }
  }
}
