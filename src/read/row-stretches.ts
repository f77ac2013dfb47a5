// The bytes of a sheet's part, cut between rows.

/** A stretch of the part; it ends behind a row, the last one at the part's end. */
export interface RowStretch {
  readonly bytes: Buffer;
  readonly comes: "more" | "no more";
}

/** As much as is unpacked in one piece: while a stretch is read, another thread unpacks the next one. */
const STRETCH = 1_048_576;
const ROW_END = "row>";
const LESS = 0x3c;
const SLASH = 0x2f;
const COLON = 0x3a;

/**
 * The pieces of a part cut anew, so that each stretch ends behind a closing tag `</row>` or `</x:row>`; the last one has what
 * is left. What is joined is the seams alone, from the last row's end in one piece to the first in the next: all other rows
 * are given where they lie. Pieces are gathered until they have `least` bytes.
 */
export async function* rowStretches(
  pieces: AsyncIterable<Buffer>,
  least: number = STRETCH,
): AsyncGenerator<RowStretch> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    const last = size < least ? 0 : behindLastRow(piece);
    const first = last === 0 || held.length === 0 ? 0 : behindFirstRow(piece);
    if (first > 0) yield { bytes: Buffer.concat([...held, piece.subarray(0, first)]), comes: "more" };
    if (last > first) yield { bytes: piece.subarray(first, last), comes: "more" };
    if (last > 0) held = [];
    held.push(piece.subarray(last));
    if (last > 0) size = piece.length - last;
  }
  yield { bytes: Buffer.concat(held), comes: "no more" };
}

/** Position behind the first closing tag of a row; 0 where there is none. */
function behindFirstRow(bytes: Buffer): number {
  let found = bytes.indexOf(ROW_END);
  while (found >= 0 && !isClosing(bytes, found)) found = bytes.indexOf(ROW_END, found + 1);
  return found < 0 ? 0 : found + ROW_END.length;
}

/** The same for the last one. */
function behindLastRow(bytes: Buffer): number {
  let found = bytes.lastIndexOf(ROW_END);
  while (found > 0 && !isClosing(bytes, found)) found = bytes.lastIndexOf(ROW_END, found - 1);
  return found <= 0 ? 0 : found + ROW_END.length;
}

/** True where what ends a tag at `found` is the name of a closing one. */
function isClosing(bytes: Buffer, found: number): boolean {
  const opening = bytes.lastIndexOf(LESS, found);
  return opening >= 0 && bytes[opening + 1] === SLASH && (found === opening + 2 || bytes[found - 1] === COLON);
}
