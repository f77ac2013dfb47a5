// The number that office programs write beside the text of an HTML cell (`x:num`, `sdval`, `data-v`): exact, where the text
// is rounded and its comma may be a thousand's or a decimal's.

const PLAIN = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const SHOWN = /^[-−]?\(?\d[\d.,\s]*\)?\s*%?$/;

/**
 * The number of a cell; undefined where none is stated, or where the text shows something else (a date, a code). `text`
 * may be written with either kind of comma, as long as it is this number rounded.
 */
export function htmlNumber(stated: string | undefined, text: string): number | undefined {
  if (stated === undefined || !PLAIN.test(stated.trim()) || !SHOWN.test(text)) return undefined;
  const number = Number(stated);
  const shown = text.includes("%") ? number * 100 : number;
  const digits = text.replace(/[^\d.,]/g, "");
  return [",", "."].some((mark) => isRounded(Math.abs(shown), digits, mark)) ? number : undefined;
}

/** True where `digits`, read with this decimal mark, is the number to as many places as it shows. */
function isRounded(number: number, digits: string, mark: string): boolean {
  const [whole = "", fraction = "", ...rest] = digits.split(mark);
  if (rest.length > 0 || /[.,]/.test(fraction)) return false;
  const read = Number(`${whole.replace(/[.,]/g, "")}.${fraction}`);
  return Math.abs(read - number) <= 0.5000001 * 10 ** -fraction.length;
}
