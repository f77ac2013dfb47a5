// White space at the ends of a cell's text. Most cells have none, and looking at two letters is cheaper than trimming.

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
/** White space beyond Latin stands at U+1680 and from U+2000 on; the Vietnamese letters of U+1Exx lie between. */
const OGHAM_SPACE = 0x1680;
const GENERAL_PUNCTUATION = 0x2000;

/** `text.trim()`. */
export function trimmed(text: string): string {
  if (text === "") return text;
  return isLetter(text.charCodeAt(0)) && isLetter(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** True for what is surely no white space. */
function isLetter(code: number): boolean {
  return code > SPACE && code < GENERAL_PUNCTUATION && code !== NO_BREAK_SPACE && code !== OGHAM_SPACE;
}
