// Text that a workbook can hold: no characters that XML forbids, no more than a cell takes. What is left reads back as
// it stood.

/** Letters that a cell takes. */
export const LONGEST_CELL = 32_767;
/** Looks like Excel's own escape of a character and would be read as that character. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** What any of it has to look at: most texts have none. */
const SUSPECT = /[^\t\n -\ud7ff\ue000-\ufffd]|_x[0-9A-Fa-f]{4}_/;

/** A cell's text without characters that may not stand in XML 1.0 (control characters, lone surrogates). */
export function safeText(text: string): string {
  if (text.length <= LONGEST_CELL && !SUSPECT.test(text)) return text;
  const whole = allowedText(text).replace(LIKE_AN_ESCAPE, "_x005F_");
  return whole.length > LONGEST_CELL ? `${whole.slice(0, LONGEST_CELL - 1)}…` : whole;
}

/** The text without characters that XML 1.0 forbids, lines ended alike: for parts that know no escapes of Excel. */
export function allowedText(text: string): string {
  return withoutForbidden(text.replace(/\r\n?/g, "\n"));
}

function withoutForbidden(text: string): string {
  let safe = "";
  let clean = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPair = isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(index + 1));
    if (isPair) index += 1;
    else if (!isAllowed(code)) {
      safe += text.slice(clean, index);
      clean = index + 1;
    }
  }
  return clean === 0 ? text : safe + text.slice(clean);
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
