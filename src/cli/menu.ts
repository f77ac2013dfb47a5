// What `khuyenhoc` alone offers at a terminal: the everyday jobs, each asked for in words and run as the command line it
// stands for, so that whoever chooses learns the line.

import { choose } from "./choose.js";
import type { Env } from "./env.js";
import type { Say } from "./language.js";
import { FOLDERS } from "./working-folder.js";

interface Question {
  readonly ask: string;
  /** Taken where nothing is typed; without it the answer is needed. */
  readonly usual?: string;
  /** Word before the answer; "" for a path. */
  readonly option: string;
}

interface Job {
  readonly name: string;
  readonly command: readonly string[];
  readonly questions: readonly Question[];
}

const RECEIVED: Question = { ask: "Thư mục chứa các tệp nhận về", usual: FOLDERS.received, option: "" };
const UNIT: Question = { ask: "Mã đơn vị (tỉnh 2 số, xã 5 số, hoặc cụm như cum-4)", option: "--unit" };
const JOBS: readonly Job[] = [
  { name: "Kiểm tra các tệp vừa nhận", command: ["validate"], questions: [RECEIVED] },
  {
    name: "Cộng dồn thành một tệp Excel",
    command: ["aggregate"],
    questions: [RECEIVED, { ask: "Ghi kết quả vào tệp", usual: `${FOLDERS.results}/tong-hop.xlsx`, option: "--out" }],
  },
  {
    name: "Làm biểu trống để gửi đi",
    command: ["template"],
    questions: [UNIT, { ask: "Kỳ báo cáo (2025 là năm, 2025-Q4 là quý, 2025-11 là tháng)", option: "--period" }],
  },
  {
    name: "Xem ai đã gửi, ai chưa gửi",
    command: ["status"],
    questions: [RECEIVED, UNIT],
  },
  {
    name: "Lập báo cáo",
    command: ["report"],
    questions: [
      { ask: "Báo cáo nào: thang, quy, nam, cum, mo-hinh, phoi-hop, thi-dua, kl49", option: "" },
      RECEIVED,
      UNIT,
    ],
  },
  {
    name: "Điền số vào mẫu riêng của đơn vị",
    command: ["fill"],
    questions: [{ ask: "Tệp mẫu (.xlsx hoặc .docx) có ghi mã như {{HV01}}", option: "" }, RECEIVED],
  },
  { name: "Tạo thư mục làm việc", command: ["init"], questions: [] },
  { name: "Xem mọi lệnh", command: ["--help"], questions: [] },
];

/** The command line of the chosen job; undefined where none was chosen. */
export async function askForLine(say: Say, env: Env): Promise<readonly string[] | undefined> {
  const job = await choose("Bạn muốn làm gì?", { from: JOBS, nameOf: ({ name }) => say(name), say }, env);
  if (job === undefined) return undefined;
  const words = [...job.command];
  for (const { ask, usual, option } of job.questions) {
    const asked = usual === undefined ? `${say(ask)}: ` : `${say(ask)} (Enter: ${usual}): `;
    const answer = (await env.ask?.(asked)) || usual;
    if (answer === undefined) return undefined;
    words.push(...(option === "" ? [answer] : [option, answer]));
  }
  env.tell(`\n${say(`Lệnh tương đương: khuyenhoc ${words.map(quoted).join(" ")}`)}\n`);
  return words;
}

function quoted(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}
