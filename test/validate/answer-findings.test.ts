// Which answer belongs to which query.

import { describe, expect, it } from "vitest";
import type { Explanation, Question } from "../../src/model/explanation.js";
import { type FindingDraft, isOpen, type Severity, values } from "../../src/model/finding.js";
import { answerFindings } from "../../src/validate/answer-findings.js";
import { wordFindings } from "../../src/validate/word-findings.js";

const WORDS = { rule: "", message: "{cột}: {a} so với {b} ở ô {ô}", why: "", fix: "" };
const TEXTS = new Map(
  (["error", "query", "note"] as const).map((severity: Severity) => {
    const code = { error: "V-H01", query: "V-H02", note: "V-S03" }[severity];
    return [code, { code, variant: undefined, severity, ...WORDS }];
  }),
);

function draft(
  code: string,
  row: number,
  figures: Readonly<Record<string, string>>,
  more: Partial<FindingDraft> = {},
): FindingDraft {
  const place = { file: "bc.xlsx", sheet: "01", cell: { row, column: 3 } };
  return {
    code,
    place,
    values: values({ ô: `C${row}`, n: String(row), ...figures }),
    found: "61",
    field: "HV01",
    ...more,
  };
}

const subjectOf = () => ({ unit: "19441@2025-07-01", period: "2025" }) as const;

function answer(question: Question | undefined, text: string): Explanation {
  if (question === undefined) throw new Error("nothing is asked");
  return { question, text, code: "V-H02", unitName: "", message: "" };
}

/** The findings of these drafts, after the first of them was answered in an earlier round. */
function afterAnswering(first: FindingDraft, now: readonly FindingDraft[], ...texts: string[]) {
  const [asked] = answerFindings(wordFindings([first], TEXTS), [], subjectOf).findings;
  const given = (texts.length === 0 ? ["Đúng."] : texts).map((text) => answer(asked?.question, text));
  return answerFindings(wordFindings(now, TEXTS), given, subjectOf);
}

describe("an answer holds", () => {
  it("where the query has moved to another row", () => {
    const { findings, carried } = afterAnswering(draft("V-H02", 9, { a: "61", b: "100" }), [
      draft("V-H02", 12, { a: "61", b: "100" }),
    ]);
    expect(findings.map(({ explanation }) => explanation)).toEqual(["Đúng."]);
    expect(findings.some(isOpen)).toBe(false);
    expect(carried).toEqual([]);
  });

  it("for what follows from the query, but not for an error beside it", () => {
    const query = draft("V-H02", 9, { a: "61", b: "100" });
    const follower = draft("V-H02", 10, { a: "7", b: "8" }, { cause: query });
    const { findings } = afterAnswering(query, [query, follower, draft("V-H01", 11, { a: "61", b: "100" })]);
    expect(findings.map(({ code, explanation }) => [code, explanation])).toEqual([
      ["V-H02", "Đúng."],
      ["V-H02", "Đúng."],
      ["V-H01", undefined],
    ]);
  });

  it("together with other answers to the same question, each once", () => {
    const query = draft("V-H02", 9, { a: "61", b: "100" });
    expect(afterAnswering(query, [query], "Đúng.", "Có biên bản.", "Đúng.").findings[0]?.explanation).toBe(
      "Đúng.; Có biên bản.",
    );
  });
});

describe("an answer does not hold, and is kept", () => {
  const first = draft("V-H02", 9, { a: "61", b: "100" });
  it.each([
    ["another figure was typed", draft("V-H02", 9, { a: "62", b: "100" }, { found: "62" })],
    ["the figure it is compared with changed", draft("V-H02", 9, { a: "61", b: "101" })],
    ["another unit asks", draft("V-H02", 9, { a: "61", b: "100" }, { unit: "19429@2025-07-01" })],
    ["another indicator asks", draft("V-H02", 9, { a: "61", b: "100" }, { field: "HV02" })],
    ["another rule asks", draft("V-H02", 9, { a: "61", b: "100" }, { rule: "V-H02.khac" })],
  ])("%s", (_case, now) => {
    const { findings, carried } = afterAnswering(first, [now]);
    expect(findings[0]?.explanation).toBeUndefined();
    expect(carried.map(({ text }) => text)).toEqual(["Đúng."]);
  });
});
