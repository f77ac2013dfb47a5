// Keys of texts: numbers by which two texts are known to be the same, and from which neither can be read again.

import type { ListKeys } from "../model/left-behind.js";

/** So many kinds of keys; the kind is the rest of a key divided by this. */
const KINDS = 4;
/** 2^51 keys of each kind, these their highest 19 bits: among three million texts one pair in some hundred runs would meet by chance. */
const HIGH_BITS = 2 ** 19 - 1;
const [START_A, START_B] = [0x9e37_79b9, 0x85eb_ca6b];
/** Keys that an entry is given room for at first. */
const ROOM = 8;

/** The kind of a key: 0 to 3. */
export function kindOfKey(key: number): number {
  return key % KINDS;
}

/** Gathers the keys of so many entries, one entry after the other. There may be a million: nothing is kept but numbers. */
export class KeyBook {
  private readonly traits: Uint8Array;
  private readonly ends: Uint32Array;
  private keys: Float64Array;
  private entries = 0;
  private count = 0;
  private a = 0;
  private b = 0;

  /** `room`: keys that an entry usually has. */
  constructor(entries: number, room = ROOM) {
    this.traits = new Uint8Array(entries);
    this.ends = new Uint32Array(entries);
    this.keys = new Float64Array(entries * room);
  }

  /** Begins a key of a kind. */
  begin(kind: number): void {
    this.a = START_A ^ kind;
    this.b = START_B ^ kind;
  }

  /** Adds a text to the key, told apart from what comes before and after. */
  mix(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.turn(text.charCodeAt(index));
    this.turn(0);
  }

  /** Keeps the key for the entry at hand. */
  keep(kind: number): void {
    if (this.count === this.keys.length) {
      const wider = new Float64Array(2 * this.count + 1);
      wider.set(this.keys);
      this.keys = wider;
    }
    this.keys[this.count] = numberOf(this.a, this.b, kind);
    this.count += 1;
  }

  /** Keeps keys for the words without each of them but the last, and without each letter of the last. */
  keepNear(kind: number, words: readonly string[]): void {
    const [a, b] = [this.a, this.b];
    const last = words.length - 1;
    for (let left = 0; left <= last; left += 1) {
      [this.a, this.b] = [a, b];
      for (let index = 0; index < left; index += 1) this.mix(words[index] ?? "");
      this.turn(1);
      if (left === last) this.keepWithoutLetters(kind, words[last] ?? "");
      else {
        for (let index = left + 1; index <= last; index += 1) this.mix(words[index] ?? "");
        this.keep(kind);
      }
    }
  }

  /** Ends the entry. */
  end(traits: number): void {
    this.traits[this.entries] = traits;
    this.ends[this.entries] = this.count;
    this.entries += 1;
  }

  all(): ListKeys {
    return { traits: this.traits, keys: this.keys.slice(0, this.count), ends: this.ends };
  }

  /** A key for the text without each of its letters, and one for the whole text. */
  private keepWithoutLetters(kind: number, text: string): void {
    for (let left = 0; left < text.length; left += 1) {
      const [a, b] = [this.a, this.b];
      for (let index = left + 1; index < text.length; index += 1) this.turn(text.charCodeAt(index));
      this.keep(kind);
      [this.a, this.b] = [a, b];
      this.turn(text.charCodeAt(left));
    }
    this.keep(kind);
  }

  private turn(letter: number): void {
    this.a = turnedA(this.a, letter);
    this.b = turnedB(this.b, letter);
  }
}

/** The key that a book gives for an entry of this text alone, from a place in it on; of the first kind. */
export function keyOfText(text: string, from = 0): number {
  let [a, b] = [START_A ^ 0, START_B ^ 0];
  for (let index = from; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    a = turnedA(a, letter);
    b = turnedB(b, letter);
  }
  return numberOf(turnedA(a, 0), turnedB(b, 0), 0);
}

function turnedA(half: number, letter: number): number {
  const turned = Math.imul(half ^ letter, 0x9e37_79b1);
  return turned ^ (turned >>> 15);
}

function turnedB(half: number, letter: number): number {
  const turned = Math.imul(half ^ letter, 0x85eb_ca77);
  return turned ^ (turned >>> 13);
}

function numberOf(a: number, b: number, kind: number): number {
  return ((a & HIGH_BITS) * 2 ** 32 + (b >>> 0)) * KINDS + kind;
}
