// The row of column numbers that forms print under their headings: «A B C 1 2 3 4=1+2».

import { type Grid, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { isShown, NUMBER, rowStart, TEXT } from "./cell-kinds.js";

const CODE = /^\(?\[?(?:[A-Za-zĐđ]|\d{1,3})[)\]]?\s*(?:=.*)?$|^[\s\d()[\]=+\-−–*x×:/.,;%]+$/u;
const DIGITS = /^\(?\[?(\d{1,3})/;
const FEWEST = 3;
/** Letters that tell a row of moved column numbers from a row of figures. */
const FEWEST_MOVED = 2;
/** What a cell gives that has a code without a number («A», «(*)»), and one that has no code. */
const UNNUMBERED = -1;
const NO_CODE = -2;

/**
 * True for the row of column numbers: at least three codes and nothing else, numbers rising. Where columns were moved or
 * copied the numbers went with them: letters beside all the numbers from 1 on are column numbers in any order.
 */
export function isCodeRow(grid: Grid, row: number): boolean {
  const numbers: number[] = [];
  let letters = 0;
  let isRising = true;
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) {
    if (!isShown(grid, index)) continue;
    const number = codeNumber(grid, index);
    if (number === NO_CODE) return false;
    if (number === UNNUMBERED) letters += 1;
    else {
      isRising &&= number > lastOf(numbers);
      numbers.push(number);
    }
  }
  if (isRising) return letters + numbers.length >= FEWEST;
  return letters >= FEWEST_MOVED && numbers.length >= FEWEST && isWhole(numbers);
}

function lastOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : at(numbers, numbers.length - 1);
}

/** True where every number from 1 to the largest is there, one of them perhaps twice. */
function isWhole(numbers: readonly number[]): boolean {
  return Math.min(...numbers) === 1 && Math.max(...numbers) === new Set(numbers).size;
}

/** The number a code begins with. Plain numbers and single letters, which most codes are, need no pattern. */
function codeNumber(grid: Grid, index: number): number {
  const kind = grid.kinds[index];
  if (kind !== TEXT && kind !== NUMBER) return NO_CODE;
  const value = grid.numbers[index];
  if (value !== undefined && value >= 0 && value < 1000 && Number.isInteger(value)) return value;
  const text = shownText(grid, index).trim();
  if (text.length === 1 && isLetter(text.charCodeAt(0))) return UNNUMBERED;
  if (!CODE.test(text)) return NO_CODE;
  const digits = DIGITS.exec(text)?.[1];
  return digits === undefined ? UNNUMBERED : Number(digits);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
