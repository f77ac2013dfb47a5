// Undoes a wrong reading: UTF-8 bytes taken for windows-1252 and stored as such («Xã» → «XÃ£», «Quỹ» → «Quá»¹»).

/** The characters windows-1252 shows for the bytes 80–9F; five of them it does not know, and readers keep those bytes. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"].map((shown, index) => [shown, 0x80 + index]),
);

/** What UTF-8 says of bytes that are none. */
const REPLACEMENT = "\uFFFD";

/**
 * The text that was meant; undefined where the characters are no bytes of valid UTF-8, or plain letters only. Whether the
 * result is better than the text is for the caller to weigh.
 */
export function decodeDoubleUtf8(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  let isPlain = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x100 ? code : WINDOWS_1252.get(text.charAt(index));
    if (byte === undefined) return undefined;
    if (byte >= 0x80) isPlain = false;
    bytes[index] = byte;
  }
  if (isPlain) return undefined;
  const decoded = Buffer.from(bytes.buffer).toString("utf8");
  return decoded.includes(REPLACEMENT) ? undefined : decoded.normalize("NFC");
}
