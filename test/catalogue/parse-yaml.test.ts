// Declaration files of YAML: entries know their lines, and a refusal names the line, the reason and what is allowed.

import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { DeclarationFile } from "../../src/catalogue/declaration-file.js";
import { type Declared, parseYaml, refuseEntry } from "../../src/catalogue/parse-yaml.js";
import { UsageError } from "../../src/model/usage-error.js";

const LIST = z.array(z.strictObject({ code: z.string(), parts: z.array(z.number()).optional() }));

function file(text: string): DeclarationFile {
  return { path: "indicators/rieng.yaml", shownPath: "khai-bao/indicators/rieng.yaml", text };
}

function refusal(run: () => unknown): UsageError {
  try {
    run();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("entries", () => {
  it("know their lines", () => {
    const text = "# đầu tệp\n\n- code: A\n  parts: [1]\n\n- code: B\n# giữa\n-\n  code: C\n";
    expect(parseYaml(file(text), LIST).map(({ value, line }) => [value.code, line])).toEqual([
      ["A", 3],
      ["B", 6],
      ["C", 8],
    ]);
  });

  it("know their lines in a list on one line, too", () => {
    const entries = parseYaml(file("[\n  { code: A },\n  { code: B }\n]\n"), LIST);
    expect(entries.map(({ value, line }) => [value.code, line])).toEqual([
      ["A", 2],
      ["B", 3],
    ]);
  });

  it("know their lines where a list inside has the same indent", () => {
    const entries = parseYaml(file("- code: A\n  parts:\n  - 1\n  - 2\n- code: B\n"), LIST);
    expect(entries.map(({ value, line }) => [value.code, line])).toEqual([
      ["A", 1],
      ["B", 5],
    ]);
  });

  it("are none in an empty file", () => expect(parseYaml(file("# chưa có gì\n"), LIST)).toEqual([]));

  it("may use all of YAML", () => {
    const text = "- &a\n  code: |\n    A\n  parts: !!seq [1]\n";
    expect(parseYaml(file(text), LIST).map(({ value }) => value)).toEqual([{ code: "A\n", parts: [1] }]);
  });
});

describe("a refusal", () => {
  const refused: readonly (readonly [string, string, number, RegExp, RegExp])[] = [
    ["a missing key", "- code: A\n- parts: [1]\n", 2, /mục code: thiếu mục bắt buộc/, /Ghi chữ/],
    [
      "a wrong type",
      "- code: A\n  parts:\n    - 1\n    - hai\n",
      4,
      /mục parts › 2: giá trị không đúng kiểu/,
      /Ghi số/,
    ],
    ["an unknown key", "- code: A\n  part: [1]\n", 2, /không có mục nào tên là «part»/, /sửa tên mục/],
    ["no list", "code: A\n", 1, /giá trị không đúng kiểu/, /danh sách/],
    ["a tab", "- code: A\n\tparts: [1]\n", 2, /YAML/, /dấu cách/],
    ["a key twice", "- code: A\n  code: B\n", 2, /ghi hai lần/, /YAML|dấu cách/],
    ["an open bracket", "- code: A\n- code: B\n  parts: [1\n", 3, /thiếu dấu đóng/, /dấu nháy/],
    ["a colon too many", "- code: A\n- code: số: một\n", 2, /hai dấu «:»/, /dấu nháy/],
    ["an unknown alias", "- code: *A\n", 1, /tham chiếu/, /./],
  ];

  it.each(refused)("of %s names file, line, reason and what is allowed", (_what, text, line, reason, allowed) => {
    const { code, message, hint } = refusal(() => parseYaml(file(text), LIST));
    expect(code).toBe("declaration");
    expect(message).toContain(`khai-bao/indicators/rieng.yaml, dòng ${line}: `);
    expect(message).toMatch(reason);
    expect(hint).toMatch(allowed);
  });

  it.each(refused)("of %s says nothing in English", (_what, text) => {
    const { message, hint } = refusal(() => parseYaml(file(text), LIST));
    expect(`${message} ${hint}`).not.toMatch(
      /\b(invalid|expected|received|required|string|array|unrecognized|map|at line)\b/i,
    );
  });

  it("inside an entry names the line of the value", () => {
    const [, second] = parseYaml(file("- code: A\n- code: B\n  parts:\n    - 1\n    - 2\n"), LIST);
    const entry: Declared<unknown> | undefined = second;
    expect(entry).toBeDefined();
    if (entry === undefined) return;
    const words = { reason: "sai.", allowed: "Sửa." };
    expect(refusal(() => refuseEntry(entry, ["parts", 1], words)).message).toContain("dòng 5: sai.");
    expect(refusal(() => refuseEntry(entry, [], words)).message).toContain("dòng 2: sai.");
  });
});
