// Small parts that are alike in package after package, because one program made them all: as they were unpacked last.

import type { PackedPart } from "./unpack-together.js";

export interface NamedPart extends PackedPart {
  readonly name: string;
}

interface Met {
  readonly size: number;
  readonly crc: number;
  /** Kept once a second package states the same: parts with a text of their own would be copied for nothing. */
  readonly kept: { readonly packed: Buffer; readonly bytes: Buffer } | undefined;
}

/** Parts and names beyond are not kept: whoever writes thousands of names gains nothing here, and loses nothing. */
const MOST_BYTES = 65_536;
const MOST_NAMES = 32;

export class PartMemory {
  private readonly met = new Map<string, Met>();

  /** The part unpacked, where the last one of its name was packed to the very same bytes and stated the same. */
  recall({ name, packed, size, crc }: NamedPart): Buffer | undefined {
    const last = this.met.get(name);
    if (last?.kept === undefined || last.crc !== crc || last.size !== size) return undefined;
    return last.kept.packed.equals(packed) ? last.kept.bytes : undefined;
  }

  /** Takes note of a part whose unpacked bytes are as it states; what is kept is a copy. */
  keep({ name, packed, size, crc }: NamedPart, bytes: Buffer): void {
    if (size > MOST_BYTES || packed.length > MOST_BYTES) return;
    const last = this.met.get(name);
    if (last === undefined && this.met.size >= MOST_NAMES) return;
    const isAgain = last?.crc === crc && last.size === size;
    const kept = isAgain ? { packed: Buffer.from(packed), bytes: Buffer.from(bytes) } : undefined;
    this.met.set(name, { size, crc, kept });
  }
}
