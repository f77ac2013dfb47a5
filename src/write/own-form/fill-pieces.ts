// A sentence that a program stored in several pieces, each with its own look: codes that run over pieces are found, and
// what replaces them takes the look of the piece in which they begin.

import { codesIn } from "../../model/form-code.js";

/** The pieces with every code replaced; as many as before, some now empty. */
export function fillPieces(pieces: readonly string[], valueFor: (code: string) => string): readonly string[] {
  const { codes } = codesIn(pieces.join(""));
  let start = 0;
  return pieces.map((piece) => {
    const end = start + piece.length;
    let filled = "";
    let position = start;
    for (const code of codes) {
      if (code.end <= start || code.start >= end) continue;
      filled += piece.slice(position - start, Math.max(code.start, position) - start);
      if (code.start >= start) filled += valueFor(code.text);
      position = Math.min(code.end, end);
    }
    filled += piece.slice(position - start);
    start = end;
    return filled;
  });
}
