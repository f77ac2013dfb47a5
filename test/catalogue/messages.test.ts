// Every message as a person reads it: filled in with likely values, and as the rules and the faulty workbooks of
// fixtures/loi really give it. No technical words, an address, a number or a name, a verb, 60 words at most.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { wordFindings } from "../../src/validate/word-findings.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { exampleOf } from "../kit/example-values.js";
import { runExample } from "../kit/rule-example.js";

const CATALOGUE = shippedCatalogue();
const { findingTexts, rules, indicators } = CATALOGUE;
const TEXTS = [...findingTexts].map(([key, text]) => [key, text] as const);

/** Words of programmers, statisticians and this program that a secretary need not know. */
const TECHNICAL =
  /\b(file|sheet|cell|row|column|error|warning|null|undefined|NaN|true|false|parse|format|workbook|schema|hash|byte|median|MAD|logarit|regex|token|string|JSON|YAML|BM\d|HV\d|DS\d|TC\d|Q0\d|MH\d|FLOW|STOCK)\b/;
/** Options are typed as they are. */
const OPTION = /--[a-z-]+/g;
/** What is wrong is said with one of these: a sentence without a verb only names something. */
const VERB =
  /(?<!\p{L})(là|không|có|ghi|vượt|lớn|nhiều|chênh|khác|thiếu|thừa|đổi|cộng|tính|đọc|chưa|đã|phải|thuộc|trùng|xuất hiện|nộp|chốt|dùng|gấp|bằng|thay đổi|chi|giao|theo|bất thường|từ|cùng|mang|lấy|bỏ|sai|còn|sửa|so)(?!\p{L})/iu;
/** Findings about a whole run speak of no file. */
const ABOUT_THE_RUN = new Set(["V-D06", "V-D07", "V-S01", "V-S02", "V-S03", "V-T05", "V-Q06"]);

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

function expectReadable(message: string, why: string, fix: string): void {
  const said = `${message} ${why} ${fix}`;
  expect(said).not.toMatch(/[{}]/);
  expect(said.replace(OPTION, "")).not.toMatch(TECHNICAL);
  expect(message).toMatch(VERB);
  expect(message).toMatch(/\d|"[^"]+"|\p{Lu}\p{Ll}* .*\p{Lu}\p{Ll}/u);
  expect(wordsIn(said)).toBeLessThanOrEqual(60);
}

describe("every message, filled in", () => {
  it.each(TEXTS)("%s is short and plain, with a verb and something to find it by", (_key, text) => {
    const fill = (sentence: string): string => exampleOf(text, sentence);
    expectReadable(fill(text.message), fill(text.why), fill(text.fix));
  });
});

const real: readonly Finding[] = [
  ...wordFindings(
    rules.flatMap(({ bound, reject }) => runExample(bound, reject, indicators).failed),
    findingTexts,
  ),
  ...(await anomalies()),
];

/** What is found in the workbooks of fixtures/loi. */
async function anomalies(): Promise<readonly Finding[]> {
  const takeIn = createTakeIn(CATALOGUE);
  const paths = readdirSync("fixtures/loi", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".xlsx"))
    .map((path) => `fixtures/loi/${path.replaceAll("\\", "/")}`);
  const drafts = [];
  for (const path of paths) {
    const taken = await takeIn({ path, modified: "", bytes: readFileSync(path) }, 0);
    drafts.push(...taken.drafts);
  }
  return wordFindings(drafts, findingTexts);
}

describe("messages that are really given", () => {
  it("are those of every rule", () => {
    expect(rules.filter(({ id }) => !real.some(({ rule }) => rule === id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(real.map((finding) => [`${finding.code} ${finding.message}`, finding] as const))("%s", (_name, finding) => {
    const { message, why, fix, place, code } = finding;
    expectReadable(message.replace(/Cột \w+/g, "Cột"), why.replace(/Cột \w+/g, "Cột"), fix.replace(/Cột \w+/g, "Cột"));
    if (!ABOUT_THE_RUN.has(code)) expect(place.file).not.toBe("");
    if (!ABOUT_THE_RUN.has(code)) expect([place.sheet, place.cell]).not.toContain(undefined);
  });
});
