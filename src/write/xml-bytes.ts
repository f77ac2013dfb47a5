// XML as UTF-8, encoded piece by piece: the rows of a nation's sheets are thirty megabytes, and never one text.

const USUAL = 65_536;
/** Bytes that a letter of a text may take. */
const WIDEST = 3;

export class XmlBytes {
  readonly #encoder = new TextEncoder();
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(USUAL);
  #used = 0;

  /** What was written, in bytes of its own; the next one begins empty. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#used);
    this.#used = 0;
    return taken;
  }

  /** XML as it is. */
  xml(text: string): void {
    this.#makeRoom(WIDEST * text.length);
    this.#used += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
  }

  #makeRoom(more: number): void {
    const needed = this.#used + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}
