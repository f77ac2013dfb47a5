// A name as the rows and covers of all workbooks write it, understood once: its keys and what its words say.

import { sameText } from "../model/text.js";
import { WHOLE_AREAS } from "../model/whole-areas.js";
import { memoise } from "./memoise.js";
import { spelledName } from "./unit-name-key.js";

export interface NameWords {
  /** The name as `sameText` gives it. */
  readonly same: string;
  /** As `same`, without numbering and the words «Hội Khuyến học» before the name. */
  readonly spelled: string;
  /** «Toàn xã», «Toàn tỉnh»: the whole unit. */
  readonly isWholeArea: boolean;
  /** «Cộng khối thôn», «Tổng cộng», «Tổng số»: a sum, which stands below its rows. «Cộng đồng» is no sum. */
  readonly isSum: boolean;
}

export type WordsOf = (name: string) => NameWords;

const WHOLE_AREA = new RegExp(`^(?:${WHOLE_AREAS.map((area) => sameText(`toàn ${area}`)).join("|")})(?= |$)`, "u");
/** In the spelling of `sameText`: cộng (but not cộng đồng), or tổng at the beginning. */
const SUM_WORD = /(?:^| )công5(?! đông1)(?= |$)|^tông3(?= |$)/u;

const LETTER = /\p{L}/u;
const MOST_DIGITS = 9;
const [SPACE, DIGIT_0, DIGIT_9] = [0x20, 0x30, 0x39];
/** Any number: what the words of a numbered name are, but for the number, does not hang on which it is. */
const SOME_NUMBER = "7";

/** The words of any name, kept from one workbook to the next; of names that differ in their number alone, worked out once. */
export function createNameWords(): WordsOf {
  const ofStem = memoise(wordsIn);
  return memoise((name) => {
    const start = startOfNumber(name);
    if (start === name.length) return wordsIn(name);
    const number = name.slice(start);
    const { same, spelled, isWholeArea, isSum } = ofStem(name.slice(0, start) + SOME_NUMBER);
    return { same: same.slice(0, -1) + number, spelled: spelled.slice(0, -1) + number, isWholeArea, isSum };
  });
}

/** Where the number begins in «Chi hội thôn số 12», a name with letters before it; the name's length in any other. */
function startOfNumber(name: string): number {
  let start = name.length;
  while (isDigit(name.charCodeAt(start - 1))) start -= 1;
  const isApart = name.length - start <= MOST_DIGITS && name.charCodeAt(start - 1) === SPACE;
  return isApart && LETTER.test(name.slice(0, start)) ? start : name.length;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9;
}

function wordsIn(name: string): NameWords {
  const same = sameText(name);
  const bare = spelledName(name);
  return {
    same,
    spelled: bare === name ? same : sameText(bare),
    isWholeArea: WHOLE_AREA.test(same),
    isSum: SUM_WORD.test(same),
  };
}
