// Reports list who came late, where the office has declared a deadline for the period.

import { cpSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../kit/scratch-folder.js";
import { writtenReport } from "../kit/written-report.js";

const folder = scratchFolder();
const IN_TIME = new Date("2022-12-01T03:00:00Z");
const LATE = new Date("2022-12-08T03:00:00Z");

/** A copy of the cluster's fixture of which one file was saved late; `config` stands in its khuyenhoc.yaml. */
async function yearly(name: string, config: string) {
  const place = join(folder, name);
  cpSync("fixtures/cum-4-2022", place, { recursive: true });
  for (const file of readdirSync(join(place, "bai-nop"))) {
    const when = file.includes("nghe-an") ? LATE : IN_TIME;
    utimesSync(join(place, "bai-nop", file), when, when);
  }
  writeFileSync(join(place, "khuyenhoc.yaml"), `khai-bao: khai-bao\n${config}`);
  const words = ["nam", join(place, "bai-nop"), "--unit", "cum-4", "--config", join(place, "khuyenhoc.yaml")];
  const written = await writtenReport(words, join(place, "nam.xlsx"));
  return written.lines("08 Thiếu báo cáo");
}

describe("units that came late", () => {
  it("are listed with the day and the deadline", async () => {
    const lines = await yearly("co-han", 'han-nop:\n  "2022": 2022-12-05\n');
    expect(lines.filter((line) => line.includes("nộp muộn 3")).map((line) => line.split(" | ").slice(0, 3))).toEqual([
      ["1", "Tỉnh Nghệ An", "nộp muộn 3 ngày (08/12/2022, hạn 05/12/2022)"],
    ]);
  });

  it("are nobody's where no deadline is declared, or one for another period", async () => {
    for (const [name, config] of [
      ["khong-han", ""],
      ["han-khac", 'han-nop:\n  "2023": 2022-01-01\n'],
    ] as const) {
      const lines = await yearly(name, config);
      expect(lines.join("\n")).toContain("Không có đơn vị nào thiếu báo cáo.");
    }
  });
});
