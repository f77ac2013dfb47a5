// npm run pictures: the pictures of README, from reports as the program writes them today. Needs LibreOffice with Writer,
// pdftoppm and Chromium; read the pictures before committing them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { screenshot } from "../kit/chromium.js";
import { runCli } from "../kit/run-cli.js";
import { savedBySoffice } from "../kit/soffice.js";

const HERE = fileURLToPath(new URL("./", import.meta.url));
const CLUSTER = [
  "cum",
  "fixtures/cum-4-2022/bai-nop",
  "--unit",
  "cum-4",
  "--config",
  "fixtures/cum-4-2022/khuyenhoc.yaml",
];
const REVIEW = ["kl49", "fixtures/binh-thuan-2018-2024/bai-nop"];
/** Points of a picture's longer side, small enough to be kept with the source. */
const LONGER_SIDE = 620;

interface Picture {
  readonly name: string;
  readonly words: readonly string[];
  readonly format: "docx" | "xlsx" | "html";
  /** What stands on the page that is shown: the first of the print with these words. */
  readonly shows: string;
}

const PICTURES: readonly Picture[] = [
  { name: "kl49-van-ban", words: REVIEW, format: "docx", shows: "Độc lập" },
  { name: "kl49-bieu-do", words: REVIEW, format: "docx", shows: "BIỂU ĐỒ" },
  { name: "kl49-phu-luc", words: REVIEW, format: "docx", shows: "PHỤ LỤC PL4" },
  { name: "cum-bieu-02", words: CLUSTER, format: "xlsx", shows: "BIỂU 02" },
  { name: "cum-dien-thoai", words: CLUSTER, format: "html", shows: "" },
];
const FILTERS = { docx: "pdf:writer_pdf_Export", xlsx: "pdf:calc_pdf_Export" } as const;

/** LibreOffice writes numbers as the reader's machine does. */
process.env["LC_ALL"] = "vi_VN.UTF-8";

for (const picture of PICTURES) {
  const bytes = await made(picture);
  const path = join(HERE, `${picture.name}.png`);
  writeFileSync(path, picture.format === "html" ? phone(bytes) : page(bytes, picture.format, picture.shows));
  console.log(`${picture.name}.png: ${Math.round(statSync(path).size / 1000)} kB`);
}

async function made({ words, format }: Picture): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-"));
  const out = join(folder, `bao-cao.${format}`);
  const { exit, err } = await runCli(["report", ...words, "--out", out]);
  if (exit !== 0) throw new Error(err);
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** The page of the print with these words as a picture. */
function page(bytes: Uint8Array, format: "docx" | "xlsx", shows: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-"));
  const pdf = join(folder, "in.pdf");
  writeFileSync(pdf, savedBySoffice(bytes, FILTERS[format], format));
  const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).split("\f");
  const number = String(pages.findIndex((text) => text.includes(shows)) + 1);
  const place = ["-f", number, "-l", number];
  execFileSync("pdftoppm", ["-png", "-scale-to", String(LONGER_SIDE), ...place, pdf, join(folder, "trang")]);
  const [drawn = ""] = readdirSync(folder).filter((name) => name.endsWith(".png"));
  const picture = readFileSync(join(folder, drawn));
  rmSync(folder, { recursive: true, force: true });
  return picture;
}

/** The page as a phone shows it, from its charts on. */
function phone(html: Buffer): Buffer {
  return screenshot(html.toString("utf8"), { width: 360, height: LONGER_SIDE, from: "#phan-2" });
}
