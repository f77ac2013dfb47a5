// --lang en on every screen: whatever the program says of itself is English; what an office, a sender or the association
// calls a thing stays as it is called.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fieldsOf, GRAINS } from "../../src/model/form.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { officeDocument, officeWorkbook } from "../kit/office-form.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);
const CLUSTER = "fixtures/cum-4-2022/bai-nop";
const COMMUNE = "fixtures/tinh-quang-tri-2022/bai-nop/19432-lao-bao.xlsx";
const UNTOLD = at("vo-danh.csv");
/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưàáạảãấầẩẫậắằẳẵặèéẹẻẽếềểễệìíịỉĩòóọỏõốồổỗộớờởỡợùúụủũứừửữựỳýỵỷỹ]/iu;

const UNITS =
  /(Tỉnh|Huyện|Huyện đảo|Thị xã|Cả nước|Xã|Phường|Thị trấn|Thành phố|Đặc khu)( (\d+|\p{Lu}[\p{L}\p{M}'’-]*))*/gu;

/** Everything that has a name of its own, longest first. */
function declaredNames(): readonly string[] {
  const { forms, indicators, rules, reports, register } = shippedCatalogue();
  const fields = [...forms.values()].flatMap((form) => GRAINS.flatMap((grain) => fieldsOf(form, grain)));
  const names = [
    ...fields.flatMap(({ heading, synonyms, values }) => [heading, ...synonyms, ...values.keys()]),
    ...[...forms.values()].flatMap(({ name, sheet }) => [name, sheet]),
    ...[...indicators.values()].map(({ name }) => name),
    ...[...reports.values()].flatMap(({ name }) => [
      name,
      name.toLowerCase(),
      name.charAt(0).toLowerCase() + name.slice(1),
    ]),
    ...rules.map(({ source }) => source),
    ...register.groupings.map(({ name }) => name),
  ];
  return [...new Set(names)]
    .filter((name) => VIETNAMESE.test(name) && name.replace(UNITS, "") !== "")
    .sort((a, b) => b.length - a.length);
}

const NAMES = declaredNames();

/** What is left of a screen without names, quotations («…», "…"), codes in braces, and the folders of the test and of the project. */
function ownWords(screen: string): string {
  const told = screen
    .replaceAll(folder, "")
    .replaceAll(process.cwd(), "")
    .replace(/— (also known as|to be written): .*$/gm, "$1");
  const unnamed = NAMES.reduce((text, name) => text.replaceAll(name, ""), told).replace(UNITS, "");
  return unnamed.replace(/«[^»]*»|"[^"]*"|\{\{[^}]*\}\}|đồng|Hướng Phùng|Biểu 1/g, "…");
}

async function vietnameseIn(argv: readonly string[], typed: readonly string[] = []): Promise<string> {
  const answers = [...typed];
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift();
  };
  const wide = { columns: 10_000 };
  const { out, err } = await runCli([...argv, "--lang", "en"], typed.length === 0 ? wide : { ...wide, ask });
  const said = ownWords([out, err, ...asked].join("\n"));
  expect(said.trim()).not.toBe("");
  const place = said.search(VIETNAMESE);
  return place < 0 ? "" : said.slice(Math.max(0, place - 60), place + 60);
}

/** Codes nobody declared, words nobody knows, a unit of money on a figure that is none. */
function withWrongCodes(parts: Map<string, string>): void {
  for (const [name, text] of parts) {
    const wrong = text.replaceAll("{{HV01}}", "{{HV01|triệu}}").replaceAll("{{Q02|triệu}}", "{{Q02|tạ}}");
    parts.set(name, wrong.replaceAll("{{HV01R}}", "{{HV0R}}"));
  }
}

beforeAll(() => {
  writeFileSync(UNTOLD, "a,b\n1,2\n");
  mkdirSync(at("trong"));
  writeFileSync(at("mau.xlsx"), officeWorkbook());
  writeFileSync(at("mau.docx"), officeDocument());
  writeFileSync(at("mau-sai.xlsx"), officeWorkbook(withWrongCodes));
});

describe("--lang en leaves no Vietnamese but names", () => {
  it.each([
    [["report", "nam", CLUSTER, "--unit", "cum-4", "--provisional", "--severity", "error", "--out", at("nam.xlsx")]],
    [["report", "nam", COMMUNE, "--unit", "45", "--provisional", "--out", at("nam.html")]],
    [["report", "nam", COMMUNE, "--unit", "45", "--out", at("nam.docx")]],
    [["report", "nam", UNTOLD]],
    [["report", "thang", COMMUNE]],
    [["report", "quy", COMMUNE, "--period", "2022"]],
    [["report", "nay"]],
    [["report", "nam"]],
    [["fill", at("mau.xlsx"), COMMUNE]],
    [["fill", at("mau.xlsx"), COMMUNE, "--unit", "45", "--out", at("dien.docx")]],
    [["fill", at("mau.docx"), COMMUNE, "--out", at("dien.docx")]],
    [["fill", at("mau-sai.xlsx"), COMMUNE]],
    [["fill", COMMUNE, COMMUNE]],
    [["fill", folder, COMMUNE]],
    [["fill"]],
    [["forms"]],
    [["forms", "BM01"]],
    [["forms", "BM00"]],
    [["forms", "HV01"]],
    [["forms", "MH1_TL"]],
    [["forms", "V-H03"]],
    [["forms", "V-X99"]],
    [["forms", "--schemas", at("luoc-do")]],
    [["forms", "import"]],
    [["forms", "import", at("mau.xlsx"), "--config", at("rieng/khuyenhoc.yaml")]],
    [["forms", "import", at("mau.docx")]],
    [["forms", "import", at("mau-sai.xlsx")]],
    [["init", "--unit", "44", "--out", at("lam-viec")]],
    [["init", "--unit", "Tân Thành"]],
    [["init"]],
    [["doctor"]],
    [["doctor", "--config", at("khong-co.yaml")]],
    [["doctor", "--completion", "fish"]],
    [["template", "--unit", "19441", "--period", "2025", "--out", at("bieu")]],
    [["template", "--unit", "19441", "--period", "2025", "--also", "BM99"]],
    [["template", "--unit", "cum-4", "--period", "2025", "--only"]],
    [["template", "--period", "2025"]],
    [["template", "--unit", "44"]],
    [["units", "19441"]],
    [["units", "Hướng Phùng"]],
    [["units", "huong phung", "--unit", "45"]],
    [["units", "Xã Hướng Phùng", "--unit", "45"]],
    [["units", "Tân Thành"]],
    [["units", "--check"]],
    [["units", "Huong Fung", "--remember", "99999", "--unit", "45"]],
    [["units", "Huong Fung", "--remember", "19441"]],
    [["units"]],
    [["units", "x", "--as-of", "5/5"]],
    [["backup", "--config", at("lam-viec/khuyenhoc.yaml"), "--out", at("sao.zip")]],
    [["backup", "--restore", COMMUNE]],
    [["validate", at("trong")]],
    [["validate", COMMUNE, "--severity", "x"]],
    [["validate", COMMUNE, "--unit", "01"]],
    [["validate", COMMUNE, "--nope"]],
    [["validate", COMMUNE, "--period"]],
    [["aggregate", COMMUNE, "--out", "a.xls"]],
    [["agregate", COMMUNE]],
  ])("%j", async (argv) => {
    expect(await vietnameseIn(argv)).toBe("");
  });

  it("in the menu, and the line it stands for keeps the language", async () => {
    expect(await vietnameseIn([], ["1", COMMUNE])).toBe("");
    expect(await vietnameseIn([], ["9", "3", "99999", "2025"])).toBe("");
    const answers = ["1", COMMUNE];
    const { err } = await runCli(["--lang", "en"], { ask: async () => answers.shift() });
    expect(err).toContain("The same as: khuyenhoc validate");
    expect(err).toContain("Next:");
  });

  it("in the questions of init", async () => {
    expect(await vietnameseIn(["init"], ["không đâu", "Tân Thành", "0", ""])).toBe("");
    expect(await vietnameseIn(["init"], ["19441", at("hoi")])).toBe("");
  });
});
