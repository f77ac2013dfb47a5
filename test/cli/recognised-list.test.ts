// V-M05: no shipped form asks when a commune was recognised as a learning community; an office's own list that does is
// checked by the shipped rule, without a line of code.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";

const folder = scratchFolder();
const FORM = `- id: BM60
  version: 1
  name: Danh sách xã được công nhận
  sheet: 60 CĐHT
  titles: [Danh sách xã được công nhận Cộng đồng học tập]
  optional: true
  grains:
    - grain: record
      fields:
        - { code: row.number, role: identity, column: A, heading: STT }
        - { code: commune, role: attribute, column: 1, heading: "Xã, phường", required: always }
        - { code: decision, role: attribute, column: 2, heading: Số quyết định }
        - { code: communityRecognisedOn, role: attribute, column: 3, heading: Ngày công nhận, holds: day }
`;
const ROWS = [
  ["Mã đơn vị", "44"],
  ["Tên đơn vị", "Tỉnh Quảng Trị"],
  ["Kỳ báo cáo", "Năm 2025"],
  [],
  ["Danh sách xã được công nhận Cộng đồng học tập"],
  ["STT", "Xã, phường", "Số quyết định", "Ngày công nhận"],
  ["1", "Xã Hướng Phùng", "12/QĐ", "15/10/2022"],
  ["2", "Xã Lao Bảo", "15/QĐ", "02/03/2024"],
  ["3", "Xã Khe Sanh", "15/QĐ", "12/2022"],
] as const;

function place(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe("an office's own list with the day of recognition", () => {
  it("asks about the communes whose 36 months are over, where it names them", async () => {
    place("khai-bao/forms/cong-nhan.yaml", FORM);
    const config = place("khuyenhoc.yaml", "khai-bao: khai-bao\n");
    const file = place("bao-cao.xlsx", sheetJsBytes(ROWS, "xlsx"));
    const { out } = await runCli(["validate", file, "--config", config, "--json"]);
    const { findings } = JSON.parse(out) as { findings: readonly Record<string, unknown>[] };
    expect(findings.filter(({ code }) => code === "V-M05")).toMatchObject([
      {
        severity: "query",
        cell: "B7",
        message: '"Xã Hướng Phùng" được công nhận ngày 15/10/2022, đã quá 36 tháng.',
      },
    ]);
  });
});
