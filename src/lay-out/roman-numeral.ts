// Roman numerals as headings of Vietnamese documents carry them.

const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** I to XII; beyond, the number itself. */
export function romanNumeral(value: number): string {
  return NUMERALS[value - 1] ?? String(value);
}
