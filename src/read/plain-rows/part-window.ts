// The stretch of a part that the compiled module sees at a time.

import * as layout from "./layout.js";

/** What stops so near to the end of the window goes on with the next one, which may hold all that it stopped at. */
const NEAR_END = 4_096;

export class PartWindow {
  /** Where the shown stretch begins in its part. */
  first = 0;
  private readonly bytes: Uint8Array;
  private readonly length: number;
  private part: Buffer | undefined;
  private end = 0;

  /** @param length of a stretch, at most `WINDOW_BYTES` */
  constructor(memory: ArrayBuffer, length: number) {
    this.bytes = new Uint8Array(memory);
    this.length = length;
  }

  /** Shows nothing any more. */
  close(): void {
    this.part = undefined;
  }

  /** Shows the part at a position, if it does not yet. */
  open(part: Buffer, position: number): void {
    if (part !== this.part || position < this.first || position > this.end) this.show(part, position);
  }

  /** Moves on to a position where the end was near; false where the rest of the part is shown, or nothing was gained. */
  moveOn(position: number): boolean {
    const { part } = this;
    if (part === undefined || this.end === part.length) return false;
    if (position <= this.first || this.end - position >= NEAR_END) return false;
    this.show(part, position);
    return true;
  }

  private show(part: Buffer, first: number): void {
    this.part = part;
    this.first = first;
    this.end = Math.min(part.length, first + this.length);
    const behind = layout.WINDOW + this.end - first;
    this.bytes.set(part.subarray(first, this.end), layout.WINDOW);
    this.bytes.fill(0, behind, behind + layout.END_BYTES);
  }
}
