// The short way through a very long list of texts: the compiled module spells them, and says of each stretch whether any of
// its letters may stand for others.

import { at } from "../../model/outcome.js";
import type { Limits } from "../../ooxml/limits.js";
import { LETTER_TRAITS } from "../legacy-text/text-traits.js";
import * as layout from "./layout.js";
import type { PartWindow } from "./part-window.js";
import type { ListedTexts, TextList, TextPlace } from "./text-list.js";

/** What the compiled part does for this page. */
export interface CompiledLetters {
  spellTexts(start: number): number;
}

/** Four bytes of the memory at a time. */
const WORD = 4;
/** The bits of a text that is left as it stands in the window. */
const ASCII = 0;

export class LongTexts implements TextList {
  private readonly compiled: CompiledLetters;
  private readonly bytes: Buffer;
  private readonly words: Int32Array;
  private readonly window: PartWindow;

  constructor(compiled: CompiledLetters, memory: ArrayBuffer, window: PartWindow) {
    this.compiled = compiled;
    this.bytes = Buffer.from(memory);
    this.words = new Int32Array(memory);
    this.window = window;
  }

  /** False once a text was read that may be legacy text. */
  get isCalm(): boolean {
    return this.words[layout.IS_STRIKING / WORD] === 0;
  }

  /** Begins with the list of a workbook. */
  begin(): void {
    this.window.close();
    this.words[layout.IS_STRIKING / WORD] = 0;
    this.bytes.set(LETTER_TRAITS, layout.LETTER_TRAITS);
  }

  read({ part, start }: TextPlace, listed: ListedTexts, { sharedStrings, textLength }: Limits): number {
    const { words, window, compiled } = this;
    let position = start;
    window.open(part, start);
    words[layout.LONGEST_TEXT / WORD] = textLength;
    for (;;) {
      const wanted = Math.min(layout.MOST_ITEMS, sharedStrings + 1 - listed.texts.length);
      words[layout.ITEMS_WANTED / WORD] = wanted;
      position = compiled.spellTexts(layout.WINDOW + position - window.first) - layout.WINDOW + window.first;
      const count = at(words, layout.ITEM_COUNT / WORD);
      this.addTo(listed, count);
      const isFull = count === wanted && count > 0;
      if (!isFull && !window.moveOn(position)) return position;
    }
  }

  /** Adds so many texts of the list. */
  private addTo({ texts, empty }: ListedTexts, count: number): void {
    const { words, bytes } = this;
    for (let item = 0; item < count; item++) {
      const encoding = bytes[layout.ITEM_BITS + item] === ASCII ? "latin1" : "utf16le";
      const start = words[layout.ITEM_STARTS / WORD + item];
      const end = words[layout.ITEM_ENDS / WORD + item];
      if (start === end) empty.push(texts.length);
      texts.push(bytes.toString(encoding, start, end));
    }
  }
}
