// Writes the generated parts of the documents, or with --check says which are out of date: the command reference and
// the executed examples in README.md, and the dictionary of indicators, forms and findings beside the catalogue.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMAND_NAMES, COMMANDS } from "../../src/cli/command-table.js";
import { OPTIONS } from "../../src/cli/options.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { reportSchemaText } from "../kit/report-schema.js";
import { runCli } from "../kit/run-cli.js";
import { findingSections } from "./rule-catalogue.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NOTE = "<!-- Trang này do máy tạo từ các khai báo (npm run docs); đừng sửa tay. -->";

process.exitCode = await main(process.argv.includes("--check"));

async function main(isCheck: boolean): Promise<number> {
  process.chdir(ROOT);
  const readme = readFileSync("README.md", "utf8");
  const wanted = new Map([
    ["README.md", await withGenerated(readme)],
    ["src/catalogue/TU-DIEN.md", dictionary(shippedCatalogue())],
    ["src/catalogue/schemas/report.schema.json", reportSchemaText()],
  ]);
  const stale = [...wanted].filter(([path, text]) => read(path) !== text);
  for (const [path, text] of stale) {
    if (isCheck) console.log(`${path} khác với bản do máy tạo; chạy npm run docs.`);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(`đã ghi ${path}`);
    }
  }
  console.log(`${wanted.size} tài liệu, ${stale.length} ${isCheck ? "chưa cập nhật" : "ghi lại"}.`);
  return isCheck && stale.length > 0 ? 1 : 0;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Text between `<!-- tạo: name -->` and `<!-- hết: name -->` is replaced. */
async function withGenerated(readme: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-docs-"));
  try {
    for (const [, line = ""] of readme.matchAll(/<!-- chạy: (.+?) -->/g)) await example(line, folder);
    let text = readme;
    for (const [, name = ""] of readme.matchAll(/<!-- tạo: (.+?) -->/g)) {
      const [open, close] = [`<!-- tạo: ${name} -->`, `<!-- hết: ${name} -->`];
      const [from, to] = [text.indexOf(open) + open.length, text.indexOf(close)];
      if (to < from) throw new Error(`README.md: thiếu ${close}`);
      text = `${text.slice(0, from)}\n${await generated(name, folder)}\n${text.slice(to)}`;
    }
    return text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function generated(name: string, folder: string): Promise<string> {
  if (name === "các lệnh") return Promise.resolve(commandReference());
  if (name.startsWith("khuyenhoc ")) return example(name, folder);
  throw new Error(`README.md: không biết tạo «${name}»`);
}

function commandReference(): string {
  const lines: string[] = [];
  for (const name of COMMAND_NAMES) {
    const { alias, about } = COMMANDS[name];
    lines.push(
      `### \`khuyenhoc ${name}\` (\`${alias}\`)`,
      "",
      `${about}.`,
      "",
      "| tùy chọn | nghĩa |",
      "| --- | --- |",
    );
    for (const option of OPTIONS) {
      if (option.commands.includes(name)) lines.push(`| \`${option.flags}\` | ${option.about} |`);
    }
    lines.push("");
  }
  return lines.join("\n").trimEnd();
}

/** Runs the command as written, or silently beforehand for `chạy`; what it writes goes to a folder that is thrown away. */
async function example(line: string, folder: string): Promise<string> {
  const shown = (line.match(/"[^"]*"|\S+/g) ?? []).slice(1).map((word) => word.replaceAll('"', ""));
  const argv = shown.map((word) => (word.startsWith("ket-qua/") ? join(folder, word) : word));
  const { out, err } = await runCli(argv);
  const said = `${out}\n${err}`.replaceAll(`${folder}/`, "").trim();
  return ["```console", `$ npx ${line}`, said, "```"].join("\n");
}

function dictionary(catalogue: Catalogue): string {
  return `${[
    NOTE,
    "",
    "# Từ điển chỉ tiêu, biểu và lỗi",
    "",
    "Mọi biểu ở đây là «biểu gợi ý», không phải mẫu chính thức.",
    "",
    "## Chỉ tiêu",
    "",
    "| mã | tên | đơn vị tính | loại | thuộc | ghi ở cấp | biểu |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...[...catalogue.indicators.values()].map((one) =>
      row([one.code, one.name, one.measuredIn, one.kind, one.partOf?.whole ?? "", one.recordedAt, one.form]),
    ),
    "",
    ...formSections(catalogue),
    "## Lỗi, mục cần giải trình, lưu ý",
    "",
    ...findingSections(catalogue),
  ].join("\n")}\n`;
}

function formSections(catalogue: Catalogue): readonly string[] {
  return [...catalogue.forms.values()].flatMap((form) => [
    `## ${form.id} — ${form.name} (trang «${form.sheet}»)`,
    "",
    ...form.grains.flatMap((grain) => [
      `Mỗi dòng là ${{ value: "một mục của đơn vị", branch: "một chi hội hoặc ban", upper: "một đơn vị trực thuộc", record: "một việc trong danh sách của đơn vị" }[grain.grain]}:`,
      "",
      "| cột | mã | tiêu đề | bắt buộc | cũng nhận |",
      "| --- | --- | --- | --- | --- |",
      ...grain.fields.map((field) =>
        row([
          field.column,
          field.code,
          field.heading,
          field.required.kind === "never" ? "" : "có",
          field.synonyms.slice(0, 6).join(" · "),
        ]),
      ),
      "",
    ]),
  ]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
