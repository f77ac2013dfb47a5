// Text between HTML tags → what a browser shows: references resolved, white space collapsed.

const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bull", "•"],
  ["middot", "·"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["ETH", "Đ"],
  ["eth", "đ"],
]);
/** `&agrave;`, `&Ocirc;` …: the letters of Latin-1 that Vietnamese has, by letter and mark. */
const MARKS = new Map([
  ["grave", "\u0300"],
  ["acute", "\u0301"],
  ["circ", "\u0302"],
  ["tilde", "\u0303"],
]);
const MARKED = /^([A-Za-z])(grave|acute|circ|tilde)$/;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));?/gi;

/** Unresolved references stay as they are. */
export function htmlText(source: string): string {
  const text = source.includes("&") ? source.replace(REFERENCE, resolve) : source;
  return text.replace(/[\s\u00a0]+/g, " ");
}

function resolve(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name) ?? marked(name) ?? whole;
  const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : "\ufffd";
}

function marked(name: string): string | undefined {
  const [, letter = "", mark = ""] = MARKED.exec(name) ?? [];
  const sign = MARKS.get(mark);
  return sign === undefined ? undefined : (letter + sign).normalize("NFC");
}
