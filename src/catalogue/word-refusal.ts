// What zod and the YAML reader found wrong, in Vietnamese: the reason and what is allowed instead.

import type { z } from "zod";

/** The two sentences of a refusal: what is wrong, and what is allowed. */
export interface Refusal {
  readonly reason: string;
  readonly allowed: string;
}

const TYPE_NAMES = new Map([
  ["string", "chữ"],
  ["number", "số"],
  ["int", "số nguyên"],
  ["boolean", "true hoặc false"],
  ["array", "danh sách (mỗi dòng một dấu «-»)"],
  ["object", "các mục «tên: giá trị»"],
  ["record", "các mục «tên: giá trị»"],
  ["map", "các mục «tên: giá trị»"],
]);

const YAML_REASONS = new Map([
  ["DUPLICATE_KEY", "một mục được ghi hai lần."],
  ["TAB_AS_INDENT", "lùi đầu dòng bằng phím Tab."],
  ["BAD_INDENT", "lùi đầu dòng không đều, hoặc ngoặc phía trên thiếu dấu đóng."],
  ["MISSING_CHAR", "thiếu dấu đóng (nháy, ngoặc) hoặc dấu phẩy."],
  ["BAD_ALIAS", "dùng tham chiếu «*» không đúng."],
  ["BAD_PROP_ORDER", "thứ tự dấu không đúng."],
  ["MULTILINE_IMPLICIT_KEY", "tên mục xuống dòng giữa chừng."],
  ["BLOCK_AS_IMPLICIT_KEY", "hai dấu «:» trên một dòng."],
  ["MULTIPLE_DOCS", "tệp có nhiều phần ngăn bằng «---»."],
]);

/** Words for an issue of zod; schemas that give a message of their own keep it as the reason. */
export function wordIssue(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): Refusal {
  switch (issue.code) {
    case "invalid_type":
      return wordType(issue.expected, issue.input);
    case "unrecognized_keys":
      return {
        reason: `không có mục nào tên là ${quoted(issue.keys)}.`,
        allowed: "Xóa mục ấy, hoặc sửa tên mục cho đúng.",
      };
    case "invalid_value":
      return {
        reason: "giá trị không có trong danh sách cho phép.",
        allowed: `Dùng một trong: ${issue.values.map(String).join(", ")}.`,
      };
    case "too_small":
      return { reason: "giá trị nhỏ hoặc ngắn quá.", allowed: `Ghi giá trị không dưới ${String(issue.minimum)}.` };
    case "too_big":
      return { reason: "giá trị lớn hoặc dài quá.", allowed: `Ghi giá trị không quá ${String(issue.maximum)}.` };
    case "invalid_format":
      return { reason: "cách viết không đúng.", allowed: "Viết theo đúng mẫu của những mục cùng loại." };
    default:
      return { reason: "giá trị không đúng dạng.", allowed: "Ghi lại mục này theo mẫu của những mục cùng loại." };
  }
}

/** Words for a syntax error of the YAML reader, by its code. */
export function wordYamlError(code: string): Refusal {
  return {
    reason: `tệp sai cú pháp YAML: ${YAML_REASONS.get(code) ?? "có dấu đặt không đúng chỗ."}`,
    allowed: "Lùi đầu dòng bằng dấu cách; đặt trong dấu nháy những chữ có «:», «#», «{» hoặc «[».",
  };
}

function wordType(expected: string, input: unknown): Refusal {
  const name = TYPE_NAMES.get(expected) ?? "một giá trị khác";
  return {
    reason: input === undefined ? "thiếu mục bắt buộc này." : "giá trị không đúng kiểu.",
    allowed: `Ghi ${name} ở mục này.`,
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `«${name}»`).join(", ");
}
