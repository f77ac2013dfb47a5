// Names in the directory of a zip archive. New programs mark them as UTF-8; old ones wrote what their code page had.

const UTF8_FLAG = 0x0800;
/** Where the name begins in a header of the directory. */
const NAME_OFFSET = 46;
/** Info-ZIP's field that repeats a name in UTF-8. */
const UNICODE_PATH = 0x7075;
/** Bytes 0x80–0xFF of code page 437, which the format names where nothing else is said. */
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/**
 * The name of the entry whose header begins at `header`, with `/` between folders, where its bytes may be no UTF-8: as the
 * entry's mark or its Unicode field says, else by code page 437.
 */
export function entryName(bytes: Buffer, header: number): string {
  const start = header + NAME_OFFSET;
  const end = start + bytes.readUInt16LE(header + 28);
  const name = bytes.subarray(start, end);
  const isUtf8 = (bytes.readUInt16LE(header + 8) & UTF8_FLAG) !== 0;
  const extra = bytes.subarray(end, end + bytes.readUInt16LE(header + 30));
  const shown = isUtf8 ? name.toString("utf8") : (unicodePath(extra) ?? fromCodePage(name));
  return shown.replaceAll("\\", "/");
}

function unicodePath(extra: Buffer): string | undefined {
  let position = 0;
  while (position + 9 <= extra.length) {
    const end = position + 4 + extra.readUInt16LE(position + 2);
    if (extra.readUInt16LE(position) === UNICODE_PATH && end <= extra.length) {
      return extra.toString("utf8", position + 9, end);
    }
    position = end;
  }
  return undefined;
}

function fromCodePage(bytes: Buffer): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_437.charAt(byte - 0x80),
  ).join("");
}
