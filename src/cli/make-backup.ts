// What a working folder cannot do without, packed into one zip: its configuration, declarations and ledger.

import { dirname, join, relative } from "node:path";
import { isBelow, packBackup } from "../ledger/backup.js";
import type { NamedBytes } from "../ledger/ledger-file.js";
import { vietnameseNumber } from "../model/number-text.js";
import { UsageError } from "../model/usage-error.js";
import { momentInName } from "../model/vietnam-time.js";
import { configInForce, ownFolder } from "./declarations.js";
import type { Env } from "./env.js";
import { ledgerFolder } from "./ledger-folder.js";
import { systemCode } from "./system-code.js";
import { writeReason } from "./write-reason.js";

export interface Done {
  /** Sentences for the terminal. */
  readonly said: readonly string[];
  /** False where something could not be written. */
  readonly isWhole: boolean;
}

/**
 * Writes the backup beside the configuration's folder, or where `target` says; a file that is there is not written over.
 *
 * @throws UsageError `backup-nothing`, `backup-there`, `backup-outside`
 */
export async function makeBackup(
  { config, target }: { readonly config: string; readonly target: string | undefined },
  env: Env,
): Promise<Done> {
  const created = env.now();
  const path = target ?? `sao-luu-${momentInName(created)}.zip`;
  if ((await env.find(path)).kind !== "missing") {
    throw new UsageError(
      "backup-there",
      `Đã có tệp «${path}».`,
      "Ghi --out với một tên khác; bản sao cũ được giữ lại.",
    );
  }
  const files = await filesOf(config, env);
  const bytes = packBackup({ created, files }, env.version);
  try {
    const written = await env.write(path, bytes);
    const [count, size] = [vietnameseNumber(files.length), vietnameseNumber(Math.ceil(bytes.length / 1024))];
    return {
      said: [
        `Đã sao lưu ${count} tệp (${size} KB) vào ${target === undefined ? path : written}.`,
        "Việc tiếp theo: chép tệp này sang ổ USB hoặc máy khác; lấy lại bằng khuyenhoc backup --restore.",
      ],
      isWhole: true,
    };
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    return { said: [`Không ghi được «${path}»: ${writeReason(fault)}`], isWhole: false };
  }
}

async function filesOf(config: string, env: Env): Promise<readonly NamedBytes[]> {
  const folder = dirname(config);
  if ((await env.find(config)).kind === "missing") {
    throw new UsageError(
      "backup-nothing",
      `Không thấy «${config}»: đây chưa phải thư mục làm việc.`,
      "Mở cửa sổ lệnh trong thư mục làm việc, hoặc ghi --config.",
    );
  }
  await configInForce(config, env);
  const folders = [(await ownFolder(config, env)).path, await ledgerFolder(config, env)];
  const files: NamedBytes[] = [{ path: nameBelow(folder, config), bytes: await env.read(config) }];
  for (const one of folders) {
    const found = one === undefined ? undefined : await env.find(one);
    if (one === undefined || found?.kind !== "files") continue;
    for (const { path } of found.files) files.push({ path: nameBelow(folder, path), bytes: await env.read(path) });
  }
  return files;
}

/** The path below the working folder. @throws UsageError `backup-outside` */
function nameBelow(folder: string, path: string): string {
  const name = relative(folder, path).replaceAll("\\", "/");
  if (isBelow(name)) return name;
  throw new UsageError(
    "backup-outside",
    `«${path}» nằm ngoài thư mục làm việc nên không sao lưu được cùng.`,
    `Chuyển thư mục ấy vào «${join(folder)}» rồi sửa tên trong khuyenhoc.yaml, hoặc chép riêng.`,
  );
}
