// The short way through the list of texts of a workbook, be it short or very long. What is not written as nearly every
// program writes it is left to others: here nothing is refused.

import { type CompiledTexts, KnownTexts } from "./known-texts.js";
import * as layout from "./layout.js";
import { type CompiledLetters, LongTexts } from "./long-texts.js";
import type { PartWindow } from "./part-window.js";
import type { TextList } from "./text-list.js";

export class PlainTexts {
  private readonly known: KnownTexts;
  private readonly long: LongTexts;

  constructor(compiled: CompiledTexts & CompiledLetters, memory: ArrayBuffer, window: PartWindow) {
    this.known = new KnownTexts(compiled, memory);
    this.long = new LongTexts(compiled, memory, window);
  }

  /** Begins with the part of a workbook's texts: those of a short list are looked for among the texts of workbooks before. */
  listIn(part: Buffer): TextList {
    if (part.length <= layout.WINDOW_BYTES) {
      this.known.show(part);
      return this.known;
    }
    this.long.begin();
    return this.long;
  }
}
