// JSON written straight as UTF-8: most of it is plain numbers, which need neither objects nor texts on the way.

import { at } from "../model/outcome.js";

const [ZERO, COMMA, QUOTE] = [0x30, 0x2c, 0x22];
/** Longer than any number, and a comma. */
const LONGEST = 32;
/** Bytes that a letter of a text may take. */
const WIDEST = 3;

/** Room for most files' figures, and the most that is kept for the next one. */
const USUAL = 16_384;
const MOST_KEPT = 64 * USUAL;

/** Numbers that stand a step apart. */
interface Stretch {
  readonly first: number;
  readonly count: number;
  readonly step: number;
}

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
    this.makeRoom(LONGEST);
    if (isSmall(value)) this.used = writeDigits(this.bytes, this.used, value);
    else this.plain(String(value));
  }

  /** Numbers with commas between them: `count` of `values`, a `step` apart; null for NaN. */
  numbers(values: Float64Array, { first, count, step }: Stretch): void {
    this.makeRoom(LONGEST * count);
    const { bytes } = this;
    let { used } = this;
    const end = first + count * step;
    for (let place = first; place < end; place += step) {
      if (place > first) bytes[used++] = COMMA;
      const value = values[place] ?? Number.NaN;
      if (isDigit(value)) bytes[used++] = ZERO + value;
      else if (isSmall(value)) used = writeDigits(bytes, used, value);
      else {
        this.used = used;
        this.plain(Number.isNaN(value) ? "null" : String(value));
        ({ used } = this);
      }
    }
    this.used = used;
  }

  /**
   * Lines of `from` in quotes with commas between them: letters of ASCII as they are. `ends` says where each line ends; one
   * letter stands between it and the next.
   */
  lines(from: Uint8Array, ends: Int32Array, { first, count, step }: Stretch): void {
    for (let index = 0; index < count; index += 1) {
      const line = first + index * step;
      const start = line === 0 ? 0 : at(ends, line - 1) + 1;
      const end = at(ends, line);
      this.makeRoom(end - start + LONGEST);
      const { bytes } = this;
      let { used } = this;
      if (index > 0) bytes[used++] = COMMA;
      bytes[used++] = QUOTE;
      for (let place = start; place < end; place += 1) bytes[used++] = from[place] ?? Number.NaN;
      bytes[used++] = QUOTE;
      this.used = used;
    }
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

/** True for 0 to 9, as most counts of a branch are. */
function isDigit(value: number): boolean {
  return (value | 0) === value && value >= 0 && value < 10;
}

/** True for a whole number that can be written digit by digit: as a 32-bit number, because the remainder of any other is many times dearer. */
function isSmall(value: number): boolean {
  return (value | 0) === value && value >= 0;
}

/** Writes a small number and gives the place behind it. */
function writeDigits(bytes: Uint8Array, at: number, value: number): number {
  let rest = value | 0;
  let end = at + 1;
  for (let power = 10; power <= rest; power *= 10) end += 1;
  for (let place = end - 1; place >= at; place -= 1) {
    bytes[place] = ZERO + (rest % 10);
    rest = (rest / 10) | 0;
  }
  return end;
}
