// How small the letters of a table must be for its columns to lie on a page side by side.

/** Points that a character takes in letters of 11 points, and the two sides of a cell in any. */
const CHARACTER = 4.7;
export const CELL_SIDES = 4.5;

/** Factor of the letters' size, at most 1, for columns of so many characters within so many points. */
export function tableScale(widths: readonly number[], points: number): number {
  const letters = widths.reduce((sum, characters) => sum + characters * CHARACTER, 0);
  return Math.min(1, (points - CELL_SIDES * widths.length) / letters);
}

/** Points of each column at that factor. */
export function columnPoints(widths: readonly number[], scale: number): readonly number[] {
  return widths.map((characters) => characters * CHARACTER * scale + CELL_SIDES);
}
