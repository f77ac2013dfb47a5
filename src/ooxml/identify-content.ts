// What a file is, told by its first bytes and never by its name: secretaries rename, browsers and old programs mislabel.

import { encrypted, notWorkbook, otherFormat, type PackageFault } from "./package-fault.js";
import { encodingOf, textIn } from "./text-encoding.js";

/** First bytes → what they are, for files that are certainly no workbook. */
const SIGNATURES: readonly (readonly [bytes: string, kind: string])[] = [
  ["%PDF", "tệp PDF"],
  ["\x89PNG", "ảnh"],
  ["\xff\xd8\xff", "ảnh"],
  ["GIF8", "ảnh"],
  ["BM", "ảnh"],
  ["II*\0", "ảnh"],
  ["MM\0*", "ảnh"],
  ["{\\rtf", "tệp văn bản RTF"],
  ["Rar!", "tệp nén RAR"],
  ["7z\xbc\xaf", "tệp nén 7z"],
  ["\x1f\x8b", "tệp nén gzip"],
  ["MZ", "tệp chương trình"],
];

/** Beginnings of the sheet streams of Excel 2 to 5, before there were containers. */
const OLD_SHEETS = ["\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00", "\x09\x08\x06\x00", "\x09\x08\x08\x00"];

const CONTAINER = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** A directory entry of a container: 128 bytes, its name in UTF-16 at the beginning. */
const CONTAINER_ENTRY = 128;
const HEAD_LENGTH = 4096;

/**
 * Undefined for a zip archive, whose parts must say the rest; else why the file is not read: V-K02 for tables in other
 * formats, V-K16 with a password, V-K10 for all else.
 */
export function identifyContent(bytes: Buffer): PackageFault | undefined {
  const head = bytes.toString("latin1", 0, HEAD_LENGTH);
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return undefined;
  if (bytes.length === 0) return notWorkbook("tệp trống");
  if (head.startsWith(CONTAINER)) return identifyContainer(bytes);
  if (OLD_SHEETS.some((start) => head.startsWith(start))) return otherFormat("tệp Excel đời cũ .xls", "xls");
  const signature = SIGNATURES.find(([start]) => head.startsWith(start));
  if (signature !== undefined) return notWorkbook(signature[1]);
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return notWorkbook("ảnh");
  if (/^....ftyp(?:heic|heix|mif1|avif)/s.test(head)) return notWorkbook("ảnh");
  if (/^\0+$/.test(head)) return notWorkbook("tệp hỏng: chỉ có các byte rỗng");
  return identifyText(textHead(bytes));
}

/** OLE containers: old Office files, and new ones under a password. */
function identifyContainer(bytes: Buffer): PackageFault {
  if (hasStream(bytes, "EncryptedPackage")) return encrypted();
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return otherFormat("tệp Excel 97–2003 .xls", "xls");
  if (hasStream(bytes, "WordDocument")) return notWorkbook("tệp Word");
  if (hasStream(bytes, "PowerPoint Document")) return notWorkbook("tệp PowerPoint");
  return notWorkbook("tệp không rõ loại");
}

function hasStream(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, "utf16le");
  let position = bytes.indexOf(wanted);
  while (position >= 0) {
    if (position % CONTAINER_ENTRY === 0) return true;
    position = bytes.indexOf(wanted, position + 2);
  }
  return false;
}

/** The beginning of a file as text; the cut may spoil its last letter. */
function textHead(bytes: Buffer): string {
  return textIn(bytes.subarray(0, HEAD_LENGTH), encodingOf(bytes));
}

function identifyText(text: string): PackageFault {
  const start = text.trimStart();
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid\s*=\s*"Excel\.Sheet"/.test(start)) {
    return otherFormat("tệp XML của Excel 2003", "xml-2003");
  }
  if (/office:spreadsheet|opendocument\.spreadsheet/.test(start) && start.startsWith("<?xml")) {
    return otherFormat("bảng tính OpenDocument dạng XML", "flat-ods");
  }
  if (
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|meta|title|link|script|style|body|table|tr|div|center|p|h[1-6]|font|span)\b/i.test(
      start,
    )
  ) {
    return otherFormat("trang web HTML mang tên bảng tính", "html");
  }
  if (/^MIME-Version:/i.test(start)) return otherFormat("trang web MHTML mang tên bảng tính");
  if (/^<\?xml[\s\S]*?<html\b/i.test(start)) return otherFormat("trang web HTML mang tên bảng tính", "html");
  if (start.startsWith("<?xml")) return notWorkbook("tệp XML");
  return isReadable(text) ? notWorkbook("tệp văn bản", "text") : notWorkbook("tệp không rõ loại");
}

/** True for text without zeros and almost without control characters. */
function isReadable(text: string): boolean {
  let strange = 0;
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    if (code === 0) return false;
    if (letter === "\ufffd" || (code < 0x20 && code !== 9 && code !== 10 && code !== 13)) strange++;
  }
  return strange * 20 <= text.length;
}
