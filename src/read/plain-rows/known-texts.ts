// The short way through the list of texts of an ordinary workbook: a text that another workbook had, too, is told by its bytes
// and is not made again.

import { at } from "../../model/outcome.js";
import type { Limits } from "../../ooxml/limits.js";
import * as layout from "./layout.js";
import type { ListedTexts, TextList, TextPlace } from "./text-list.js";

/** What the compiled part does for this page. */
export interface CompiledTexts {
  readTexts(start: number): number;
  forgetTexts(): void;
}

/** Four bytes of the memory at a time. */
const WORD = 4;
/** Bits that letters beyond ASCII have. */
const WIDE = 0x80;

export class KnownTexts implements TextList {
  /** What letters say is asked for each workbook anew. */
  readonly isCalm = false;
  private readonly compiled: CompiledTexts;
  private readonly bytes: Uint8Array;
  private readonly words: Int32Array;
  /** By number; there is none of number 0. */
  private known: (string | undefined)[] = [undefined];

  constructor(compiled: CompiledTexts, memory: ArrayBuffer) {
    this.compiled = compiled;
    this.bytes = new Uint8Array(memory);
    this.words = new Int32Array(memory);
    this.forget();
  }

  /** Begins with the part of a workbook's texts, which fits the window. */
  show(part: Buffer): void {
    if (this.words[layout.IS_FULL / WORD] === 1) this.forget();
    this.bytes.set(part, layout.WINDOW);
    this.bytes.fill(0, layout.WINDOW + part.length, layout.WINDOW + part.length + layout.END_BYTES);
  }

  read({ part, start }: TextPlace, { texts, empty }: ListedTexts, { sharedStrings, textLength }: Limits): number {
    const { words, compiled } = this;
    let position = start;
    let wanted: number;
    let count: number;
    words[layout.LONGEST_TEXT / WORD] = textLength;
    do {
      wanted = Math.min(layout.MOST_ITEMS, sharedStrings + 1 - texts.length);
      words[layout.ITEMS_WANTED / WORD] = wanted;
      position = compiled.readTexts(layout.WINDOW + position) - layout.WINDOW;
      count = at(words, layout.ITEM_COUNT / WORD);
      for (let item = 0; item < count; item++) {
        const text = this.textOf(item, part);
        if (text === "") empty.push(texts.length);
        texts.push(text);
      }
    } while (count > 0 && count === wanted);
    return position;
  }

  private textOf(item: number, part: Buffer): string {
    const { words, known } = this;
    const number = at(words, layout.ITEM_NUMBERS / WORD + item);
    const met = known[number];
    if (met !== undefined) return met;
    const isWide = (at(this.bytes, layout.ITEM_BITS + item) & WIDE) !== 0;
    const start = at(words, layout.ITEM_STARTS / WORD + item) - layout.WINDOW;
    const end = at(words, layout.ITEM_ENDS / WORD + item) - layout.WINDOW;
    const text = part.toString(isWide ? "utf8" : "latin1", start, end);
    // Numbers are given in the order in which texts are first met, so that there are no gaps.
    if (number > 0) known[number] = text;
    return text;
  }

  private forget(): void {
    this.compiled.forgetTexts();
    this.known = [undefined];
  }
}
