// init (khoi-tao): a working folder that a secretary understands. What is there already stays as it is.

import { join } from "node:path";
import { type OrgTree, treeAt } from "../../model/org-tree.js";
import type { Unit } from "../../model/unit.js";
import { UsageError } from "../../model/usage-error.js";
import { dayInVietnam } from "../../model/vietnam-time.js";
import { choose } from "../choose.js";
import { catalogueOf, declarationsInForce } from "../declarations.js";
import type { Env } from "../env.js";
import { languageOf, type Say, sayOf } from "../language.js";
import type { GivenOptions } from "../options.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { unitInWords, unitsMeant } from "../units-named.js";
import { type Words, wordsIn } from "../words.js";
import { FOLDERS, guideText, ledgerNoteText, noteText } from "../working-folder.js";
import { writeReason } from "../write-reason.js";

const FOLDER = "khuyen-hoc";
const CONFIG = FOLDERS.config;
const MOST_SHOWN = 9;

/** Exit 0; 3 where the folder could not be written. @throws UsageError `unit`, `folder-taken` */
export async function initCommand(_: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const language = languageOf(options.lang);
  const catalogue = catalogueOf(await declarationsInForce({ configPath: options.config, language }, env));
  const say = sayOf(catalogue);
  const today = dayInVietnam(env.now());
  if (today === undefined) throw new Error(`the clock gives no moment: ${env.now()}`);
  const tree = treeAt(catalogue.register, today);
  const unit = await unitOf(options.unit, { tree, say, env });
  const folder = options.out ?? ((await askedFolder(options, say, env)) || FOLDER);
  if ((await env.find(join(folder, CONFIG))).kind === "files") {
    throw new UsageError(
      "folder-taken",
      `Thư mục «${folder}» đã là thư mục làm việc (có ${CONFIG}).`,
      "Dùng thư mục ấy, hoặc ghi --out với một tên khác.",
    );
  }
  const fault = await writeFolder(folder, { unit, words: wordsIn(language) }, env);
  if (fault !== undefined) {
    env.tell(wrap(say(`Không tạo được «${folder}»: ${fault}`), env.columns));
    return 3;
  }
  const lines = [
    `Đã tạo thư mục làm việc ${folder} cho ${unitInWords(unit, tree)}.`,
    `Việc tiếp theo: mở ${folder}/${FOLDERS.guide} và làm theo từng bước.`,
  ];
  env.print(lines.map((line) => wrap(say(line), env.columns)).join("\n"));
  return 0;
}

interface Asking {
  readonly tree: OrgTree;
  readonly say: Say;
  readonly env: Env;
}

/** The unit that is named; where several have the name, or none was named, a terminal is asked. */
async function unitOf(named: string | undefined, { tree, say, env }: Asking): Promise<Unit> {
  let text = named ?? (await env.ask?.(say("Đơn vị của bạn (mã hoặc tên, ví dụ 19441 hay Hướng Phùng): ")));
  if (text === undefined) {
    throw new UsageError("unit", "Chưa ghi đơn vị.", "Ghi thêm --unit, ví dụ --unit 44 hoặc --unit 19441.");
  }
  for (;;) {
    const meant = unitsMeant(text, tree);
    const [first] = meant;
    if (first !== undefined && meant.length === 1) return first;
    const shown = meant.slice(0, MOST_SHOWN);
    const chosen: Unit | undefined =
      env.ask === undefined || shown.length === 0
        ? undefined
        : await choose("Bạn là đơn vị nào?", { from: shown, nameOf: (unit) => unitInWords(unit, tree), say }, env);
    if (chosen !== undefined) return chosen;
    const again: string | undefined =
      named === undefined && meant.length === 0
        ? await env.ask?.(say(`Không có đơn vị «${text}». Ghi lại mã hoặc tên (bỏ trống để thôi): `))
        : undefined;
    if (again === undefined || again === "") throw notOne(text, shown, tree);
    text = again;
  }
}

function notOne(text: string, meant: readonly Unit[], tree: OrgTree): UsageError {
  if (meant.length === 0) {
    return new UsageError("unit", `Không có đơn vị «${text}».`, "Ghi mã tỉnh 2 số, mã xã 5 số, hoặc tên đầy đủ.");
  }
  const choices = meant.map((unit) => `--unit ${unit.code} là ${unitInWords(unit, tree)}`);
  return new UsageError("unit", [`Có nhiều đơn vị tên «${text}»:`, ...choices].join("\n  "), "Ghi mã thay cho tên.");
}

async function askedFolder(options: GivenOptions, say: Say, env: Env): Promise<string> {
  if (options.unit !== undefined) return "";
  return (await env.ask?.(say(`Tên thư mục làm việc (bấm Enter để lấy «${FOLDER}»): `))) ?? "";
}

/** Why it could not be written; undefined where it was. The configuration comes last: with it the folder is one. */
async function writeFolder(
  folder: string,
  { unit, words }: { readonly unit: Unit; readonly words: Words },
  env: Env,
): Promise<string | undefined> {
  try {
    for (const name of [FOLDERS.received, FOLDERS.results]) await env.makeFolder(join(folder, name));
    await writeNew(join(folder, FOLDERS.guide), guideText(unit, Number(env.now().slice(0, 4))), env);
    await writeNew(join(folder, FOLDERS.own, FOLDERS.note), noteText(), env);
    await writeNew(join(folder, FOLDERS.ledger, FOLDERS.note), ledgerNoteText(), env);
    const lines = [`${FOLDERS.key}: ${FOLDERS.own}`, `${FOLDERS.ledgerKey}: ${FOLDERS.ledger}`];
    await writeNew(join(folder, CONFIG), `${lines.join("\n")}\n`, env);
    return undefined;
  } catch (fault) {
    return writeReason(fault, words);
  }
}

/** A file that is there already was made by somebody, and is left. */
async function writeNew(path: string, text: string, env: Env): Promise<void> {
  if ((await env.find(path)).kind === "missing") await env.write(path, new TextEncoder().encode(text));
}
