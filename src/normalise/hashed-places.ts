// Which of a million texts came before, by their hashes: eight bytes a place and its slots, and no text. The few texts that
// share a hash are given again to be compared.

import type { TextPieces } from "./text-places.js";

const EMPTY = -1;

export class HashedPlaces {
  private readonly most: number;
  private readonly again: (place: number) => TextPieces;
  /** Made when the first text comes. */
  private slots = new Int32Array(0);
  private hashes = new Uint32Array(0);
  /** The first piece of the text before, which names of one list have in common, and how far it was hashed. */
  private former = "";
  private formerHash: number;
  /** Another one each time, so that no file can be made whose texts all fall into one slot. It decides nothing else. */
  private readonly seed = Math.floor(Math.random() * 2 ** 32) | 0;

  /** Room for texts at the places below `most`; `again` gives the text of a place that was kept. */
  constructor(most: number, again: (place: number) => TextPieces) {
    this.most = most;
    this.again = again;
    this.formerHash = this.seed;
  }

  /** The first place that had the same text; `place` itself, which is kept, where none had. */
  firstWith(text: TextPieces, place: number): number {
    if (this.slots.length === 0) this.makeRoom();
    const { slots, hashes } = this;
    const hash = this.hashOf(text);
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] ?? EMPTY;
      if (known === EMPTY) {
        slots[slot] = place;
        hashes[place] = hash;
        return place;
      }
      if (hashes[known] === hash && isSame(this.again(known), text)) return known;
    }
  }

  private makeRoom(): void {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, this.most) * 1.5))).fill(EMPTY);
    this.hashes = new Uint32Array(this.most);
  }

  /** The same for the same text, wherever it is cut. */
  private hashOf([first, second]: TextPieces): number {
    if (first !== this.former) {
      this.former = first;
      this.formerHash = hashed(this.seed, first);
    }
    return mixed(hashed(this.formerHash, second));
  }
}

function isSame(a: TextPieces, b: TextPieces): boolean {
  return a[0] + a[1] === b[0] + b[1];
}

/** FNV-1a over the units of UTF-16, going on from a hash. */
function hashed(before: number, text: string): number {
  let hash = before;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return hash;
}

/** Slots take the lowest bits, which FNV mixes least. */
function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85eb_ca6b) >>> 0;
}
