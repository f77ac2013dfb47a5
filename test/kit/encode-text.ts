// Text in the encodings that programs in Vietnam have written.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
const HIGH_HALF = new Map(
  Array.from({ length: 128 }, (_, index): [string, number] => [
    new TextDecoder("windows-1258").decode(Uint8Array.of(index + 128)),
    index + 128,
  ]),
);

export const ENCODERS = {
  "UTF-8": (text: string) => Buffer.from(text, "utf8"),
  "UTF-8 with BOM": (text: string) => Buffer.from(`\ufeff${text}`, "utf8"),
  "UTF-8, marks apart": (text: string) => Buffer.from(text.normalize("NFD"), "utf8"),
  "UTF-16 with BOM": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16 without BOM": (text: string) => Buffer.from(text, "utf16le"),
  "UTF-16, big end first": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "UTF-16, big end first, without BOM": (text: string) => Buffer.from(text, "utf16le").swap16(),
  "windows-1258": windows1258,
} as const;

/** Letters, and tones behind them; a letter the encoding has not is our mistake and throws. */
function windows1258(text: string): Buffer {
  const bytes: number[] = [];
  const push = (letter: string): boolean => {
    const code = letter.charCodeAt(0);
    const byte = code < 128 ? code : HIGH_HALF.get(letter);
    if (byte !== undefined) bytes.push(byte);
    return byte !== undefined;
  };
  for (const letter of text.normalize("NFC")) {
    if (push(letter)) continue;
    const spread = letter.normalize("NFD");
    const tone = TONES.exec(spread)?.[0] ?? "";
    if (!push(spread.replace(tone, "").normalize("NFC")) || !push(tone))
      throw new Error(`not in windows-1258: ${letter}`);
  }
  return Buffer.from(bytes);
}
