// Does a formula read another workbook? Such a result cannot be checked here, and the reader of a finding must know.

/** A table's column follows its table's name, or another column's bracket. */
const ENDS_NAME = /[\p{L}\p{N}_.\]]$/u;

/**
 * True for `[1]Trang1!A1`, `'[1]Tổng hợp'!B2`, `'C:\[a.xlsx]Trang1'!A1`. False for brackets in quoted text, for table
 * columns (`Bảng1[Số]`, `Bảng1[[#This Row],[1]]`) and for `[0]`, which is the workbook itself.
 */
export function readsOutside(formula: string): boolean {
  let position = 0;
  while (position < formula.length) {
    const letter = formula[position];
    const end = stretchEnd(formula, position);
    if (letter === "'" && /\[(?!0\])/.test(formula.slice(position, end))) return true;
    const isReference = letter === "[" && !ENDS_NAME.test(formula.slice(Math.max(0, position - 1), position));
    if (isReference && !formula.startsWith("[0]", position)) return true;
    position = end;
  }
  return false;
}

/** Where the stretch that begins at `start` ends: quoted text, a quoted sheet name, brackets, or one letter. */
function stretchEnd(formula: string, start: number): number {
  const opening = formula[start];
  if (opening === "[") return behindBracket(formula, start);
  if (opening !== '"' && opening !== "'") return start + 1;
  // A doubled quote closes one stretch and opens the next, which comes to the same.
  const closing = formula.indexOf(opening, start + 1);
  return closing < 0 ? formula.length : closing + 1;
}

function behindBracket(formula: string, start: number): number {
  let depth = 0;
  for (let position = start; position < formula.length; position++) {
    const letter = formula[position];
    // Inside brackets an apostrophe takes the special meaning from the next letter.
    if (letter === "'") position++;
    else if (letter === "[") depth++;
    else if (letter === "]" && --depth === 0) return position + 1;
  }
  return formula.length;
}
