// --lang en: what a run says, in English; the figures and the codes are the same.

import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandDeclaration } from "../../src/cli/command-table.js";
import { HELP_WORDS } from "../../src/cli/help-words.js";
import { OPTIONS } from "../../src/cli/options.js";
import { ENGLISH } from "../../src/cli/words-en.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { sendBytes } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const FAULTY = "fixtures/loi/A3-khanh-hoa-dong-ho/sai-chu.xlsx";
/** Letters that only Vietnamese has; units, sheets and columns are quoted as they stand. */
const VIETNAMESE = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]/i;

/** Units, indicators and sheets, and example lines in quotes: they are not translated. */
const NAMES = new RegExp(
  [
    "(Tỉnh|Huyện|Huyện đảo|Thị xã|Cả nước|Xã|Phường|Thị trấn|Thành phố) (\\d+|\\p{Lu}\\p{L}*( \\p{Lu}\\p{L}*)*)",
    ...[...shippedCatalogue().indicators.values()].map(({ name }) => name.replace(/[.*+?^$()|[\]\\]/g, "\\$&")),
    "01 Tổ chức - Hội viên|02 Quỹ|Tổng hợp|00 Chung|đồng",
  ].join("|"),
  "gu",
);

describe("--lang en", () => {
  it("says counts, findings and the next step in English", async () => {
    const { exit, out, err } = await runCli(["validate", FAULTY, "--lang", "en"]);
    expect(exit).toBe(1);
    expect(out).toContain("Files: 1 (1 returned). 1 errors, 1 to be explained, 1 notes.");
    expect(out).toContain('Cell G5: "119/127" may mean 119 of 127 or 119.127.');
    expect(out).toContain("The whole round — to be explained");
    expect(err).toContain("Next: mend the errors in 1 returned files");
  });

  it("leaves no Vietnamese but names", async () => {
    const { out, err } = await runCli(["validate", FAULTY, "--lang", "en", "--annotate", "--out", folder]);
    const said = `${out}\n${err}`.replaceAll(folder, "").replace(/\s+/g, " ");
    const names = [
      "Cả nước",
      "03 Mô hình học tập",
      "Thành phố Hà Nội",
      "Tỉnh Hà Giang",
      "Tỉnh Cao Bằng",
      "Tỉnh Bắc Kạn",
      "Tỉnh Tuyên Quang",
    ];
    const rest = names.reduce((text, name) => text.replaceAll(name, ""), said);
    expect(VIETNAMESE.exec(rest)?.[0]).toBeUndefined();
  });

  const sent = "fixtures/tinh-quang-tri-2022/bai-nop/19432-lao-bao.xlsx";
  const summary = `${folder}/tong.xlsx`;

  it.each([
    ["status", sent, "--unit", "45", "--deadline", "2022-12-01"],
    ["compare", sent, sent],
    ["compare", "fixtures/sap-nhap-2025/nam-2024", "fixtures/sap-nhap-2025/nam-2025"],
    ["export", sent, "--out", `${folder}/xuat`],
    ["trace", summary, "01 Tổ chức - Hội viên!U42"],
    ["verify", summary],
    ["status", sent, "--deadline", "mai"],
    ["trace", summary, "Tổng hợp!A1"],
    ["compare", sent],
    ["verify", sent],
  ])("is spoken by %s, names aside", async (...argv) => {
    if (argv.includes(summary)) await runCli(["aggregate", sent, "--unit", "45", "--out", summary]);
    const { out, err } = await runCli([...argv, "--lang", "en"]);
    const ours = `${out}\n${err}`.replaceAll(folder, "").replace(/\s+/g, " ").replace(NAMES, "");
    const at = ours.search(VIETNAMESE);
    expect(at < 0 ? "" : ours.slice(Math.max(0, at - 60), at + 60)).toBe("");
  });

  it("has English help for every command and option", async () => {
    for (const argv of [["--help"], ["validate", "--help"], ["aggregate", "--help"]]) {
      const { exit, out } = await runCli([...argv, "--lang", "en"]);
      expect(exit).toBe(0);
      expect(VIETNAMESE.exec(out.replace("Hướng Phùng", ""))?.[0]).toBeUndefined();
    }
    for (const { english } of OPTIONS) expect(english).toMatch(/^[a-z]/i);
    const commands: readonly CommandDeclaration[] = Object.values(COMMANDS);
    for (const { english } of commands) expect(english).toMatch(/^[A-Z]/);
    expect(HELP_WORDS.en.about).not.toMatch(VIETNAMESE);
    expect([...ENGLISH.writeReasons.values()].join(" ")).not.toMatch(VIETNAMESE);
  });

  it.each([
    [["validate", "không-có", "--lang", "en"], "There is no file or folder «không-có»."],
    [["validate", FAULTY, "--period", "2022-13", "--lang=en"], "The period «2022-13» is not understood."],
    [["validate", FAULTY, "--annotate", "--lang=en"], "No folder is named for the marked copies."],
    [["validate", FAULTY, "--lang", "fr"], "Không có tiếng «fr»."],
  ])("refuses %j", async (argv, said) => {
    const { exit, err } = await runCli(argv);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });
});

describe("a wrong declaration in English", () => {
  it("is refused with file, line, reason and what is allowed", async () => {
    sendBytes(folder, "khai-bao/indicators/sai.yaml", "- code: hv01\n  name: x\n");
    const config = sendBytes(folder, "khuyenhoc.yaml", "khai-bao: khai-bao\n");
    const { exit, err } = await runCli(["validate", FAULTY, "--config", config, "--lang", "en"]);
    expect(exit).toBe(2);
    const said = err.replaceAll(folder, "").replace(/\s+/g, " ");
    expect(said).toContain("sai.yaml, line 1:");
    expect(VIETNAMESE.exec(said)?.[0]).toBeUndefined();
  });
});
