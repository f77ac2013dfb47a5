// khuyenhoc.yaml: what it says is taken; what is wrong is refused with its line and what is allowed.

import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/catalogue/read-config.js";
import { UsageError } from "../../src/model/usage-error.js";

function refusal(text: string): string {
  try {
    readConfig("khuyenhoc.yaml", text);
  } catch (fault) {
    if (fault instanceof UsageError) return `${fault.message} ${fault.hint}`;
    throw fault;
  }
  return "";
}

describe("settings of an office", () => {
  it("tell folders, deadlines and who stands above", () => {
    const text = "khai-bao: kb\nhan-nop:\n  2022: 2023-01-10\n  2022-Q4: 2023-01-05\nco-quan-tren: uy-ban\n";
    expect(readConfig("khuyenhoc.yaml", text)).toMatchObject({
      folder: "kb",
      issuedUnder: "committee",
      deadlines: new Map([
        ["2022", "2023-01-10"],
        ["2022-Q4", "2023-01-05"],
      ]),
    });
  });

  it.each([
    [
      "khai-bao: kb\nhan: 3\n",
      "dòng 2: không có mục nào tên là «han»",
      "khai-bao, so-nhan, bo-nho, han-nop, co-quan-tren",
    ],
    ["khai-bao: kb\nco-quan-tren: tinh-uy\n", "dòng 2: mục co-quan-tren", "Dùng một trong: hoi, uy-ban."],
    ["han-nop:\n  2022: 2023-01-10\n  2023: mai\n", "dòng 3: không hiểu hạn nộp «2023: mai»", "2022-Q4: 2023-01-05"],
    ["khai-bao: kb\nhan-nop: mai\n", "dòng 2: mục han-nop: giá trị không đúng kiểu", "«tên: giá trị»"],
    ["khai-bao: [\n", "dòng 1: tệp sai cú pháp YAML", "Lùi đầu dòng"],
    ["", "dòng 1: tệp chưa ghi mục nào", "Dùng một trong"],
  ])("refuse %j with the line and what is allowed", (text, reason, allowed) => {
    expect(refusal(text)).toContain(`khuyenhoc.yaml, ${reason}`);
    expect(refusal(text)).toContain(allowed);
  });
});
