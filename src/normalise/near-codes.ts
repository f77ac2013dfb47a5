// Codes that are a slip of the finger away from one that nobody carries: one wrong digit, two digits swapped, zeros lost
// in front. They only suggest.

import type { Unit } from "../model/unit.js";

const MOST = 5;

/** Units whose codes are near, swapped digits and lost zeros first; at most five. */
export function nearCodes(code: string, units: readonly Unit[]): readonly Unit[] {
  const typed = code.trim();
  if (!/^\d{1,5}$/.test(typed)) return [];
  const near: Unit[] = [];
  const others: Unit[] = [];
  for (const unit of units) {
    if (isSwapped(typed, unit.code) || isWithoutZeros(typed, unit.code)) near.push(unit);
    else if (differing(typed, unit.code).length === 1) others.push(unit);
  }
  return [...near, ...others].slice(0, MOST);
}

/** «19414» for «19441». */
function isSwapped(typed: string, code: string): boolean {
  const [first = 0, second = 0, ...more] = differing(typed, code);
  const isPair = more.length === 0 && second === first + 1;
  return isPair && typed[first] === code[second] && typed[second] === code[first];
}

/** «4» for «00004». */
function isWithoutZeros(typed: string, code: string): boolean {
  return typed.length < code.length && typed === code.replace(/^0+/, "");
}

/** Places where two codes of one length differ; none where their lengths do. */
function differing(typed: string, code: string): readonly number[] {
  if (typed.length !== code.length) return [];
  return [...typed].flatMap((digit, place) => (digit === code[place] ? [] : [place]));
}
