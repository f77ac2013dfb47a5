// JSON written straight as UTF-8: most of it is plain numbers, which need neither objects nor texts on the way.

const ZERO = 0x30;
/** Whole numbers below it are written digit by digit. */
const SMALL = 2 ** 31;
/** Longer than any number that is not small, and than the digits of one that is. */
const LONGEST = 32;
/** Bytes that a letter of a text may take. */
const WIDEST = 3;

/** Room for most files' figures, and the most that is kept for the next one. */
const USUAL = 16_384;
const MOST_KEPT = 64 * USUAL;

/** JSON that grows at its end; the room for it is used again for the next one. */
export class JsonBytes {
  private readonly encoder = new TextEncoder();
  private readonly names = new Map<string, Uint8Array>();
  private bytes = new Uint8Array(USUAL);
  private used = 0;

  /** Bytes written since the last `take`. */
  get size(): number {
    return this.used;
  }

  /** Brackets, commas, names: letters of ASCII as they are. */
  plain(text: string): void {
    this.makeRoom(text.length);
    for (let index = 0; index < text.length; index += 1) this.bytes[this.used + index] = text.charCodeAt(index);
    this.used += text.length;
  }

  /** A text in quotes, escaped. */
  text(text: string): void {
    const quoted = JSON.stringify(text);
    this.makeRoom(WIDEST * quoted.length);
    this.used += this.encoder.encodeInto(quoted, this.bytes.subarray(this.used)).written;
  }

  /** The same of a text that comes again and again: the name of a sheet. */
  name(text: string): void {
    const quoted = this.names.get(text) ?? this.encoder.encode(JSON.stringify(text));
    this.names.set(text, quoted);
    this.makeRoom(quoted.length);
    this.bytes.set(quoted, this.used);
    this.used += quoted.length;
  }

  /** A finite number. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= SMALL) {
      this.plain(String(value));
      return;
    }
    this.makeRoom(LONGEST);
    // As a 32-bit number: the remainder of any other is many times dearer.
    let rest = value | 0;
    let end = this.used + 1;
    for (let power = 10; power <= rest; power *= 10) end += 1;
    this.used = end;
    do {
      end -= 1;
      this.bytes[end] = ZERO + (rest % 10);
      rest = (rest / 10) | 0;
    } while (rest > 0);
  }

  /** What was written, in bytes of its own; the next one begins empty. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.used);
    this.used = 0;
    if (this.bytes.length > MOST_KEPT) this.bytes = new Uint8Array(USUAL);
    return taken;
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.used + more));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }
}
