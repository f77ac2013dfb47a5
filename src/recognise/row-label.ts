// What the label of a row says of it: a sum, a note, a signature, a mark of a group. Reads words only; where the row
// stands and what it holds is judged elsewhere.

import { NUMBERING, wordKey } from "./heading-key.js";
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

/** total, subtotal: certain by its words · sum: a sum whose place decides · plain: none of these. */
export type LabelKind = "total" | "subtotal" | "sum" | "of-which" | "note" | "signature" | "district" | "plain";

/** A row's mark in the numbering: Arabic 1, nested 1.2, Roman IV, letter B, or none. */
export type MarkKind = "arabic" | "nested" | "roman" | "letter" | "none";

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
const ROMAN = /^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** First letters of all words above, bare: most names of branches begin otherwise and need no closer look. */
const LEADS: ReadonlySet<string> = new Set(
  [...SUM_HEADS, "toàn", OF_WHICH, ...NOTE_STARTS, ...SIGNED_STARTS, ...SIGNER_STARTS, ...DISTRICT_WORDS].map(leadOf),
);

const KEPT = 5_000;

/** `labelKind` without place and date, that keeps what needed a closer look: the same sums stand on every sheet. */
export function createLabelKinds(): (text: string) => LabelKind {
  const known = new Map<string, LabelKind>();
  return (text) => {
    if (isPlain(text)) return "plain";
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const kind = labelKind(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, kind);
    return kind;
  };
}

/** True where the first letters already say that a text is nothing particular; a date is looked for elsewhere. */
function isPlain(text: string): boolean {
  return !text.includes("*") && !LEADS.has(leadOf(text.replace(NUMBERING, "")));
}

/** «Hướng Phùng, ngày 30 tháng 11 năm 2022». */
export function hasPlaceDate(text: string): boolean {
  return text.length > 12 && PLACE_DATE.test(text.normalize("NFC"));
}

/** The kind of a row's label, by its words alone. */
export function labelKind(text: string): LabelKind {
  const trimmed = text.trimStart();
  if (trimmed.startsWith("*") || trimmed.startsWith("(*")) return "note";
  const bare = trimmed.replace(NUMBERING, "");
  if (!LEADS.has(leadOf(bare))) return hasPlaceDate(text) ? "signature" : "plain";
  const key = wordKey(bare);
  const sum = sumKind(key);
  if (sum !== undefined) return sum;
  if (begins(key, DETAIL)) return "of-which";
  if (NOTES.some((start) => begins(key, start))) return "note";
  if (SIGNATURES.some((start) => begins(key, start)) || hasPlaceDate(text)) return "signature";
  return DISTRICTS.some((word) => begins(key, word)) ? "district" : "plain";
}

/** True where `next` follows `mark` in one list of letters: H, I, K are letters, though I is also Roman. */
export function isNextLetter(mark: string, next: string): boolean {
  const [first, second] = [mark.trim(), next.trim()].map((text) => text.replace(/[.)]+$/, ""));
  if (first?.length !== 1 || second?.length !== 1) return false;
  const step = second.charCodeAt(0) - first.charCodeAt(0);
  return step === 1 || step === 2;
}

/** True for a line that only a signature block has: «TM. BAN THƯỜNG VỤ», «(Ký, ghi rõ họ tên)», «CHỦ TỊCH» alone. */
export function isSigned(text: string): boolean {
  if (!LEADS.has(leadOf(text))) return false;
  const key = wordKey(text);
  return key === PRESIDENT || SIGNED.some((start) => begins(key, start));
}

/**
 * The mark at the beginning of a row: its STT cell, or a Roman number or A, B, C before the name. A single letter before
 * a name is no mark where it may stand for a type of unit: «X. Tân Phú» is a commune.
 */
export function markKind(number: string, name: string): MarkKind {
  const mark = number.trim().replace(/[.)\-\s]+$/, "");
  if (/^\d+$/.test(mark)) return "arabic";
  if (/^\d+(?:\.\d+)+$/.test(mark)) return "nested";
  if (mark !== "") return romanOrLetter(mark);
  const lead = /^\s*([IVX]{2,5}|[ABCIV])\s*[.)-]\s/.exec(name)?.[1];
  return lead === undefined ? "none" : romanOrLetter(lead);
}

function romanOrLetter(mark: string): MarkKind {
  if (ROMAN.test(mark)) return "roman";
  return /^\p{L}$/u.test(mark) ? "letter" : "none";
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

/** The first three letters without marks, in lower case, a space where a word ends; letter by letter, for speed. */
function leadOf(text: string): string {
  let lead = "";
  for (let index = 0; index < text.length && lead.length < 3; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x300 && code < 0x370) continue;
    const base = code < 128 ? text.charAt(index) : text.charAt(index).normalize("NFD").charAt(0);
    const letter = base.toLowerCase();
    if (letter === "đ") lead += "d";
    else if (letter >= "a" && letter <= "z") lead += letter;
    else if (lead !== "") lead += " ";
  }
  return lead.padEnd(3);
}

function begins(key: string, word: string): boolean {
  return key.startsWith(word) && (key.length === word.length || key.charCodeAt(word.length) === 32);
}
