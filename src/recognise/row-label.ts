// What the label of a row says of it: a sum, a note, a signature, a district. Reads words only; where the row stands and
// what it holds is judged elsewhere.

import { unnumbered } from "./heading-key.js";
import { leadOf } from "./lead-letters.js";
import { remember } from "./remember.js";
import {
  AREAS,
  DISTRICT_WORDS,
  LIST_WORDS,
  NOTE_STARTS,
  OF_WHICH,
  PART_WORDS,
  PLACE_DATE,
  SIGNED_STARTS,
  SIGNER_STARTS,
  SUM_HEADS,
  WHOLE_WORDS,
} from "./sheet-words.js";
import { wordKey } from "./word-key.js";

/** total, subtotal: certain by its words · sum: a sum whose place decides · plain: none of these. */
export type LabelKind = "total" | "subtotal" | "sum" | "of-which" | "note" | "signature" | "district" | "plain";

const keyed = (words: readonly string[]): readonly string[] => words.map(wordKey);
const HEADS = keyed(SUM_HEADS);
const ADDED = wordKey("cộng");
const SHORT = wordKey("tổng");
const PRESIDENT = wordKey("chủ tịch");
const WHOLE = keyed(WHOLE_WORDS);
const PART = keyed(PART_WORDS);
const LIST = keyed(LIST_WORDS);
const ALL_AREAS = keyed(AREAS);
const ENTIRE = wordKey("toàn");
const DISTRICTS = keyed(DISTRICT_WORDS);
const NOTES = keyed(NOTE_STARTS);
const SIGNED = keyed(SIGNED_STARTS);
const SIGNATURES = [...SIGNED, ...keyed(SIGNER_STARTS)];
const DETAIL = wordKey(OF_WHICH);

/** First letters of all words above: most names of branches begin otherwise and need no closer look. */
const LEADS: ReadonlySet<number> = new Set(
  [...SUM_HEADS, "toàn", OF_WHICH, ...NOTE_STARTS, ...SIGNED_STARTS, ...SIGNER_STARTS, ...DISTRICT_WORDS].map(leadOf),
);

const KEPT = 5_000;

/** Two ways of asking for the kind of a text. */
export interface LabelKinds {
  /** Of a row's label: `labelKind` without place and date. */
  readonly ofLabel: (text: string) => LabelKind;
  /** Of any text in a row without figures: place and date make it a signature whatever else it says. */
  readonly ofLine: (text: string) => LabelKind;
}

/** Label kinds that keep what needed a closer look: the same sums and signatures stand on every sheet. */
export function createLabelKinds(): LabelKinds {
  const closer = remember(labelKind, KEPT);
  const ofLabel = (text: string): LabelKind => (isPlain(text) ? "plain" : closer(text));
  return { ofLabel, ofLine: remember((text) => (hasPlaceDate(text) ? "signature" : ofLabel(text)), KEPT) };
}

/** True where the first letters already say that a text is nothing particular; a date is looked for elsewhere. */
function isPlain(text: string): boolean {
  return !LEADS.has(leadOf(unnumbered(text))) && !text.includes("*");
}

/** «Hướng Phùng, ngày 30 tháng 11 năm 2022». */
export function hasPlaceDate(text: string): boolean {
  return text.length > 12 && PLACE_DATE.test(text.normalize("NFC"));
}

/** The kind of a row's label, by its words alone. */
export function labelKind(text: string): LabelKind {
  const trimmed = text.trimStart();
  if (trimmed.startsWith("*") || trimmed.startsWith("(*")) return "note";
  const bare = unnumbered(trimmed);
  if (!LEADS.has(leadOf(bare))) return hasPlaceDate(text) ? "signature" : "plain";
  const key = wordKey(bare);
  const sum = sumKind(key);
  if (sum !== undefined) return sum;
  if (begins(key, DETAIL)) return "of-which";
  if (NOTES.some((start) => begins(key, start))) return "note";
  if (SIGNATURES.some((start) => begins(key, start)) || hasPlaceDate(text)) return "signature";
  return DISTRICTS.some((word) => begins(key, word)) ? "district" : "plain";
}

/** True for a line that only a signature block has: «TM. BAN THƯỜNG VỤ», «(Ký, ghi rõ họ tên)», «CHỦ TỊCH» alone. */
export function isSigned(text: string): boolean {
  if (!LEADS.has(leadOf(text))) return false;
  const key = wordKey(text);
  return key === PRESIDENT || SIGNED.some((start) => begins(key, start));
}

function sumKind(key: string): LabelKind | undefined {
  if (begins(key, ENTIRE)) {
    const area = key.slice(ENTIRE.length + 1);
    return ALL_AREAS.some((word) => begins(area, word)) ? "total" : undefined;
  }
  const head = HEADS.find((word) => begins(key, word));
  if (head === undefined) return undefined;
  const rest = key.slice(head.length).trim();
  if (rest === "") return head === ADDED ? "sum" : "total";
  if (WHOLE.some((word) => begins(rest, word))) return "total";
  const isPart = PART.some((word) => begins(rest, word)) || /^(?:[ivx]{1,5}|[a-z]|\d{1,2})$/.test(rest);
  const isShort = head === ADDED || head === SHORT;
  if (isPart) return isShort ? "subtotal" : "sum";
  if (LIST.some((word) => begins(rest, word)) || /^(?:(?:[ivx]{1,5}|[a-z]|\d{1,2})(?: |$))+$/.test(rest)) return "sum";
  return isShort ? undefined : "sum";
}

function begins(key: string, word: string): boolean {
  return key.startsWith(word) && (key.length === word.length || key.charCodeAt(word.length) === 32);
}
