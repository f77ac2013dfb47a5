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
 * The pieces of a part joined and cut anew, so that each stretch ends behind a closing tag `</row>` or `</x:row>` and has at
 * least so many bytes; the last one has what is left.
 */
export async function* rowStretches(
  pieces: AsyncIterable<Buffer>,
  least: number = STRETCH,
): AsyncGenerator<RowStretch> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    const cut = size < least ? 0 : behindLastRow(piece);
    if (cut === 0) continue;
    const rest = piece.subarray(cut);
    held[held.length - 1] = piece.subarray(0, cut);
    yield { bytes: Buffer.concat(held), comes: "more" };
    held = [rest];
    size = rest.length;
  }
  yield { bytes: Buffer.concat(held), comes: "no more" };
}

/** Position behind the last closing tag of a row; 0 where there is none. */
function behindLastRow(bytes: Buffer): number {
  let found = bytes.lastIndexOf(ROW_END);
  while (found > 0) {
    const opening = bytes.lastIndexOf(LESS, found);
    const isClosing = opening >= 0 && bytes[opening + 1] === SLASH;
    if (isClosing && (found === opening + 2 || bytes[found - 1] === COLON)) return found + ROW_END.length;
    found = bytes.lastIndexOf(ROW_END, found - 1);
  }
  return 0;
}
