// Names in the directory of a zip archive. New programs mark them as UTF-8; old ones wrote what their code page had.

const UTF8_FLAG = 0x0800;
/** Info-ZIP's field that repeats a name in UTF-8. */
const UNICODE_PATH = 0x7075;
/** Bytes 0x80–0xFF of code page 437, which the format names where nothing else is said. */
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** The name in `bytes`, with `/` between folders: UTF-8 where it is marked so or can be nothing else. */
export function entryName(bytes: Buffer, flags: number, extra: Buffer): string {
  const name = bytes.toString("utf8");
  const isUtf8 = (flags & UTF8_FLAG) !== 0 || !name.includes("\ufffd");
  const shown = isUtf8 ? name : (unicodePath(extra) ?? fromCodePage(bytes));
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
