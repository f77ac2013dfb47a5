// Which of a million texts came before. A set of them would keep every text; here a place costs four bytes and its hash four
// more, and the few texts that share a hash are given again to be compared.

const EMPTY = -1;

export class TextPlaces {
  private readonly slots: Int32Array;
  private readonly hashes: Uint32Array;
  private readonly again: (place: number) => string | undefined;

  /** Room for texts at the places below `most`; `again` gives the text of a place that was kept. */
  constructor(most: number, again: (place: number) => string | undefined) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, most) * 1.5))).fill(EMPTY);
    this.hashes = new Uint32Array(most);
    this.again = again;
  }

  /** The first place that had the same text; `place` itself, which is kept, where none had. */
  firstWith(text: string, place: number): number {
    const { slots, hashes } = this;
    const hash = hashOf(text);
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] ?? EMPTY;
      if (known === EMPTY) {
        slots[slot] = place;
        hashes[place] = hash;
        return place;
      }
      if (hashes[known] === hash && this.again(known) === text) return known;
    }
  }
}

/** FNV-1a over the units of UTF-16, its bits mixed once more because slots take the lowest. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return Math.imul(hash ^ (hash >>> 15), 0x85eb_ca6b) >>> 0;
}
