// Four bytes of a part at once, as one number, so that the usual writing of a tag is recognised by one or two comparisons.

/** The number that stands for four ASCII letters: `word("</v>")` equals `words.getInt32(position, true)` where they stand. */
export function word(letters: string): number {
  return Buffer.from(letters, "latin1").readInt32LE(0);
}

/** A view of the same bytes for `getInt32(position, true)`; nothing is copied. */
export function wordsOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
