// The shipped rules: each with an example that passes and one that fails, all they name declared; and wrong rules
// refused with file, line and a way out.

import { describe, expect, it } from "vitest";
import { loadRules } from "../../src/catalogue/load-rules.js";
import { UsageError } from "../../src/model/usage-error.js";
import { wordFindings } from "../../src/validate/word-findings.js";
import { shippedCatalogue, shippedFiles } from "../kit/catalogue.js";
import { runExample } from "../kit/rule-example.js";

const CATALOGUE = shippedCatalogue();
const { indicators: INDICATORS, findingTexts: TEXTS, rules: RULES } = CATALOGUE;

describe("shipped rules", () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s passes its accept and fails its reject", (_, rule) => {
    const accepted = runExample(rule.bound, rule.accept, INDICATORS);
    expect([accepted.failed, accepted.passed > 0]).toEqual([[], true]);
    const rejected = runExample(rule.bound, rule.reject, INDICATORS);
    expect(rejected.failed.map((draft) => [draft.code, draft.rule])).toEqual([[rule.finding, rule.id]]);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s has a value for every placeholder of its words",
    (_, rule) => {
      const { failed } = runExample(rule.bound, rule.reject, INDICATORS);
      const worded = wordFindings(failed, TEXTS).map(({ message, why, fix }) => `${message} ${why} ${fix}`);
      expect(worded.filter((words) => /[{}]/.test(words))).toEqual([]);
    },
  );

  it("say what is wrong in the words of the form", () => {
    const rejected = (id: string) => {
      const rule = RULES.find((one) => one.id === id);
      const failed = rule === undefined ? [] : runExample(rule.bound, rule.reject, INDICATORS).failed;
      return wordFindings(failed, TEXTS).map((finding) => finding.message);
    };
    expect(rejected("V-H03.nu")).toEqual(["Hội viên nữ (61) vượt Cột HV01 (60)."]);
    expect(rejected("V-H03.dang-vien")).toEqual(["Đảng viên là hội viên (61) vượt tổng số hội viên (60)."]);
    expect(rejected("V-M02.cong-dong-hoc-tap")).toEqual([
      "Cộng đồng học tập (thôn, tổ dân phố): công nhận (91) nhiều hơn đăng ký (74).",
    ]);
    expect(rejected("V-T01.dong-tong")).toEqual([
      'Cột "Cột HV01": dòng Tổng cộng ghi 120, cộng lại được 102 (chênh 18).',
    ]);
  });

  it("have one name each, over all files", () => {
    const files = shippedFiles().filter((file) => file.path.startsWith("rules/"));
    const declaredIds = files.flatMap((file) => file.text.match(/^- id: .+$/gm) ?? []);
    expect(new Set(declaredIds).size).toBe(declaredIds.length);
    expect(RULES).toHaveLength(declaredIds.length);
  });

  it("check errors before queries, so that a query is folded under the error it follows from", () => {
    const severities = RULES.map(
      ({ finding, variant }) => TEXTS.get(variant === undefined ? finding : `${finding}/${variant}`)?.severity,
    );
    expect(severities.lastIndexOf("error")).toBeLessThan(severities.indexOf("query"));
  });

  it("compare a whole with every exclusive part that is declared", () => {
    const reads = (id: string) => RULES.find((rule) => rule.id === id)?.reads;
    expect(reads("V-T02.ban")).toEqual(["TC06", "TC06a", "TC06b", "TC06c", "TC06d", "TC06e", "TC06f"]);
  });
});

const WOMEN = `- id: V-H03.nu
  finding: V-H03
  check: not-above
  params: { part: HV04, whole: HV01 }
  source: Quy ước.
  accept: { HV04: 31, HV01: 60 }
  reject: { HV04: 61, HV01: 60 }
`;

function load(...texts: readonly string[]) {
  return loadRules(
    texts.map((text, index) => ({ path: `rules/${index + 1}.yaml`, shownPath: `rules/${index + 1}.yaml`, text })),
    CATALOGUE,
  );
}

function refusal(...texts: readonly string[]): string {
  try {
    load(...texts);
  } catch (fault) {
    if (fault instanceof UsageError) return `${fault.code} | ${fault.message} | ${fault.hint}`;
    throw fault;
  }
  return "accepted";
}

describe("loadRules", () => {
  it("lets a later file replace a rule in its place, and add one", () => {
    const other = WOMEN.replace("V-H03.nu", "V-H03.the").replaceAll("HV04", "HV10");
    const own = WOMEN.replace("Quy ước.", "Quy định của tỉnh.");
    const rules = load(WOMEN + other, own + WOMEN.replace("V-H03.nu", "V-H03.moi"));
    expect(rules.map((rule) => [rule.id, rule.source])).toEqual([
      ["V-H03.nu", "Quy định của tỉnh."],
      ["V-H03.the", "Quy ước."],
      ["V-H03.moi", "Quy ước."],
    ]);
  });

  it("takes a variant that has words", () => {
    const [rule] = load(WOMEN.replace("check:", "variant: phần\n  check:"));
    expect(rule?.variant).toBe("phần");
  });

  it.each<[string, readonly string[], string]>([
    ["an unknown indicator", [WOMEN.replace("part: HV04", "part: HV99")], "dòng 4: không có chỉ tiêu «HV99»"],
    ["an unknown form", [WOMEN.replace("whole: HV01", "whole: HV01, wholeForm: BM77")], "dòng 4: không có biểu «BM77»"],
    ["an unknown finding", [WOMEN.replace("finding: V-H03", "finding: V-H77")], "không bắt đầu bằng mã lỗi «V-H77»"],
    [
      "a finding without words",
      [WOMEN.replaceAll("V-H03", "V-H77")],
      "dòng 2: không có câu thông báo nào mang mã «V-H77»",
    ],
    ["an unknown variant", [WOMEN.replace("check:", "variant: nam\n  check:")], "«V-H03/nam»"],
    ["an unknown check", [WOMEN.replace("not-above", "khong-qua")], "dòng 3"],
    ["a missing parameter", [WOMEN.replace(", whole: HV01 }\n  source", " }\n  source")], "params › whole"],
    ["an unknown parameter", [WOMEN.replace("part: HV04,", "part: HV04, parts: 3,")], "«parts»"],
    [
      "a whole without parts",
      [exclusiveRule("HV01")],
      "dòng 4: không có chỉ tiêu nào là một phần (không trùng nhau) của «HV01»",
    ],
    [
      "an example of something unknown",
      [WOMEN.replace("reject: { HV04", "reject: { HV40")],
      "dòng 7: ví dụ nói đến «HV40»",
    ],
    ["a rule without a failing example", [WOMEN.replace(/ {2}reject.*\n/, "")], "reject"],
    ["an id used twice", [WOMEN + WOMEN], "dòng 8: «V-H03.nu» đã được khai báo ở dòng 1"],
    ["a shipped error made a query", [WOMEN, WOMEN.replace("finding: V-H03", "finding: V-M02")], "V-M02"],
  ])("refuses %s, and says where", (_, texts, expected) => {
    const words = refusal(...texts);
    expect(words).toContain(expected);
    expect(words).toMatch(/^declaration \| rules\/\d\.yaml, dòng \d+: .+ \| .+/);
  });
});

function exclusiveRule(whole: string): string {
  return `- id: V-T02.thu
  finding: V-T02
  check: parts-of-whole
  params: { whole: ${whole}, parts: { exclusiveOf: ${whole} } }
  source: Quy ước.
  accept: { ${whole}: 1 }
  reject: { ${whole}: 1 }
`;
}
