// What validate leaves in its folder: the list of all findings, a receipt for each accepted file, a message for the group,
// and, where it is asked for, what goes back to each sender.

import { folderListWorkbook, receiptWorkbook } from "../deliver.js";
import type { Env } from "./env.js";
import type { Examination } from "./examine.js";
import type { GivenOptions } from "./options.js";
import { outputNames, renamed } from "./output-names.js";
import { showProgress } from "./print/progress.js";
import { zaloText } from "./print/zalo-text.js";
import type { Words } from "./words.js";
import { writeOutput } from "./write-output.js";
import { writeReturns } from "./write-returns.js";

const LIST = "danh-sach-loi.xlsx";
const MESSAGE = "tin-nhan.txt";
const RECEIPTS = "phieu-tiep-nhan";

/** How many files were written of each kind, and how many could not be. */
export interface Results {
  readonly folder: string;
  readonly receipts: number;
  readonly returns: number;
  readonly failed: number;
}

/** Where results go, and in which words their writing is told. */
export interface ResultPlace {
  readonly folder: string;
  readonly options: GivenOptions;
  readonly words: Words;
}

/** Writes everything; a file that cannot be written is said and the others go on. */
export async function writeResults(examination: Examination, place: ResultPlace, env: Env): Promise<Results> {
  const { result, catalogue } = examination;
  const { folder, options, words } = place;
  const making = { created: env.now(), toolVersion: env.version };
  const bytes = await folderListWorkbook(result, catalogue, making);
  const list = await writeOutput({ path: `${folder}/${LIST}`, bytes }, words, env);
  const text = Buffer.from(zaloText(result), "utf8");
  const message = await writeOutput({ path: `${folder}/${MESSAGE}`, bytes: text }, words, env);
  const receipts = await writeReceipts(examination, place, env);
  const returns = options.annotate === true ? await writeReturns(examination, place, env) : { written: 0, failed: 0 };
  const whole = [list, message].filter((path) => path === undefined).length;
  return {
    folder,
    receipts: receipts.written,
    returns: returns.written,
    failed: whole + receipts.failed + returns.failed,
  };
}

async function writeReceipts({ result, catalogue }: Examination, { folder, words }: ResultPlace, env: Env) {
  const names = outputNames(result.taken.map(({ file }) => file.path));
  const making = { created: env.now(), toolVersion: env.version };
  const progress = showProgress({ total: result.taken.length, work: "receipts", words }, env);
  let written = 0;
  let failed = 0;
  for (const [index, { file }] of result.taken.entries()) {
    progress.step(index);
    const bytes = await receiptWorkbook({ result, index, catalogue }, making);
    if (bytes === undefined) continue;
    const name = renamed(names.get(file.path) ?? "", " - phieu tiep nhan.xlsx");
    const done = await writeOutput({ path: `${folder}/${RECEIPTS}/${name}`, bytes }, words, env);
    if (done === undefined) failed += 1;
    else written += 1;
  }
  progress.end();
  return { written, failed };
}
