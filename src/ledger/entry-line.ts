// An entry as a line of JSON whose words a Vietnamese reader understands, and back. A line of a kind or with a word that
// this version does not know gives no entry; it stays in its file.

import type { Explanation } from "../model/explanation.js";
import { assertNever } from "../model/outcome.js";
import type { CountedFile, FileState, LedgerEntry, Stated } from "./entry.js";

const STATES: Readonly<Record<FileState, string>> = {
  received: "đã nhận",
  returned: "trả lại",
  accepted: "được cộng",
  superseded: "đã có lần nộp sau",
  unreadable: "không đọc được",
};
const STATE_OF = new Map<unknown, FileState>(
  (["received", "returned", "accepted", "superseded", "unreadable"] as const).map((state) => [STATES[state], state]),
);

type Line = Readonly<Record<string, unknown>>;

/** One line, without its end. Equal entries give equal lines. */
export function printEntry(entry: LedgerEntry): string {
  return JSON.stringify({ lúc: entry.moment, kỳ: entry.period, ...rest(entry) });
}

function rest(entry: LedgerEntry): Line {
  switch (entry.kind) {
    case "file":
      return {
        việc: "tệp",
        "kết quả": STATES[entry.state],
        "đơn vị": entry.unit,
        tên: entry.unitName,
        tệp: entry.path,
        "lần nộp": entry.revision,
        "lưu lúc": entry.saved,
        "số lỗi": entry.errors,
        "thay cho": entry.replaces,
        sha256: entry.sha256,
      };
    case "lock":
      return { việc: "khóa", người: entry.by, ...printStated(entry), tệp: entry.counted.map(printCounted) };
    case "total":
      return { việc: "tổng sau khóa", ...printStated(entry) };
    case "unlock":
      return { việc: "mở khóa", người: entry.by, "đơn vị": entry.unit };
    case "answer":
      return { việc: "giải trình", ...printAnswer(entry.explanation) };
    case "name":
      return { việc: "tên đơn vị", "cấp trên": entry.parent, tên: entry.name, "đơn vị": entry.unit, người: entry.by };
    default:
      return assertNever(entry);
  }
}

function printStated({ unit, unitName, have, due, totals }: Stated): Line {
  return { "đơn vị": unit, tên: unitName, "đã có": have, "phải có": due, số: Object.fromEntries(totals) };
}

function printCounted({ unit, sha256, revision }: CountedFile): Line {
  return { "đơn vị": unit, "lần nộp": revision, sha256 };
}

function printAnswer({ question, text, code, unitName, message }: Explanation): Line {
  const { rule, unit, field, value } = question;
  return {
    "giải trình": text,
    "mã lỗi": code,
    "đơn vị": unit,
    tên: unitName,
    "nội dung": message,
    "quy tắc": rule,
    "chỉ tiêu": field,
    "giá trị": value,
  };
}

/** The entry of a line; undefined where it is none that this version knows. */
export function parseEntry(text: string): LedgerEntry | undefined {
  const line = objectIn(text);
  const moment = line?.["lúc"];
  if (line === undefined || typeof moment !== "string") return undefined;
  const when = { moment, period: word(line, "kỳ") };
  switch (line["việc"]) {
    case "tệp":
      return parseFile(line, when);
    case "khóa": {
      const list: readonly unknown[] = Array.isArray(line["tệp"]) ? line["tệp"] : [];
      const counted = list.flatMap((one) => (isLine(one) ? [parseCounted(one)] : []));
      return { kind: "lock", ...when, ...parseStated(line), by: word(line, "người"), counted };
    }
    case "tổng sau khóa":
      return { kind: "total", ...when, ...parseStated(line) };
    case "mở khóa":
      return { kind: "unlock", ...when, unit: word(line, "đơn vị"), by: word(line, "người") };
    case "giải trình":
      return { kind: "answer", ...when, explanation: parseAnswer(line, when.period) };
    case "tên đơn vị":
      return { kind: "name", ...when, ...parseName(line) };
    default:
      return undefined;
  }
}

function parseFile(line: Line, when: Pick<LedgerEntry, "moment" | "period">): LedgerEntry | undefined {
  const state = STATE_OF.get(line["kết quả"]);
  const sha256 = word(line, "sha256");
  if (state === undefined || sha256 === "") return undefined;
  return {
    kind: "file",
    ...when,
    state,
    sha256,
    unit: word(line, "đơn vị"),
    unitName: word(line, "tên"),
    path: word(line, "tệp"),
    revision: count(line, "lần nộp"),
    saved: word(line, "lưu lúc"),
    errors: count(line, "số lỗi"),
    replaces: word(line, "thay cho"),
  };
}

function parseStated(line: Line): Omit<Stated, "moment" | "period"> {
  const totals = isLine(line["số"]) ? Object.entries(line["số"]) : [];
  return {
    unit: word(line, "đơn vị"),
    unitName: word(line, "tên"),
    have: count(line, "đã có"),
    due: count(line, "phải có"),
    totals: new Map(totals.flatMap(([code, value]) => (typeof value === "number" ? [[code, value] as const] : []))),
  };
}

function parseCounted(line: Line): CountedFile {
  return { unit: word(line, "đơn vị"), sha256: word(line, "sha256"), revision: count(line, "lần nộp") };
}

function parseAnswer(line: Line, period: string): Explanation {
  const [rule, unit, field] = [word(line, "quy tắc"), word(line, "đơn vị"), word(line, "chỉ tiêu")];
  return {
    question: { rule, unit, period, field, value: word(line, "giá trị") },
    text: word(line, "giải trình"),
    code: word(line, "mã lỗi"),
    unitName: word(line, "tên"),
    message: word(line, "nội dung"),
  };
}

function parseName(line: Line) {
  const [parent, name] = [word(line, "cấp trên"), word(line, "tên")];
  return { parent, name, unit: word(line, "đơn vị"), by: word(line, "người") };
}

function objectIn(text: string): Line | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isLine(parsed) ? parsed : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

function isLine(value: unknown): value is Line {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function word(line: Line, name: string): string {
  const value = line[name];
  return typeof value === "string" ? value : "";
}

function count(line: Line, name: string): number {
  const value = line[name];
  return typeof value === "number" ? value : Number.NaN;
}
