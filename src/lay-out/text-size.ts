// How much room a text takes, roughly, so that nothing printed is cut: widths in characters of a column, heights in
// points. An estimate on the safe side; real font metrics belong to the program that shows the sheet.

const LINE_HEIGHT = 15;
const CAPITAL_WIDTH = 1.32;
const LETTER_WIDTH = 0.87;
const BOLD_SCALE = 1.14;

/** Room of a text in one line, in column characters. Capitals are wider than small letters and digits. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text.normalize("NFC")) {
    width += isCapital(letter) ? CAPITAL_WIDTH : LETTER_WIDTH;
  }
  return width;
}

function isCapital(letter: string): boolean {
  return letter < "\u0080" ? letter >= "A" && letter <= "Z" : letter !== letter.toLowerCase();
}

/** Lines a text takes when it is wrapped at spaces in a column of `width` characters; at least 1. */
export function linesNeeded(text: string, width: number): number {
  const isShort = text.length * CAPITAL_WIDTH < width - 1 && !text.includes("\n");
  return isShort
    ? 1
    : text.split("\n").reduce((lines, part) => lines + linesOfParagraph(part, Math.max(width - 1, 1)), 0);
}

/** The same for bold text of headings, whose letters are wider. */
export function boldLines(text: string, width: number): number {
  return linesNeeded(text, width / BOLD_SCALE);
}

/** Row height in points for a number of lines. */
export function heightOf(lines: number): number {
  return Math.min(409, lines * LINE_HEIGHT + 3);
}

/** Width of the longest word: a column must not be narrower. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map(textWidth));
}

/** Room of a whole number written with dots between thousands. */
export function numberWidth(value: number): number {
  const digits = Math.round(Math.abs(value)).toFixed(0).length;
  return digits + Math.floor((digits - 1) / 3) + (value < 0 ? 1 : 0);
}

function linesOfParagraph(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const room = textWidth(word);
    if (used > 0 && used + LETTER_WIDTH + room > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? LETTER_WIDTH : 0) + room;
    while (used > width) {
      lines += 1;
      used -= width;
    }
  }
  return lines;
}
