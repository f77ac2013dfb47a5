// A backup is laid into a folder again: verified as a whole first, and never over a file that says something else.

import { join } from "node:path";
import { type Backup, type BackupFault, openBackup } from "../ledger/backup.js";
import type { NamedBytes } from "../ledger/ledger-file.js";
import { shortList, vietnameseNumber } from "../model/number-text.js";
import { UsageError } from "../model/usage-error.js";
import type { Env } from "./env.js";
import type { Done } from "./make-backup.js";
import { dayText } from "./print/ledger-text.js";
import { systemCode } from "./system-code.js";
import { FOLDERS } from "./working-folder.js";
import { writeReason } from "./write-reason.js";

/**
 * Writes every file of the backup that is not there yet; one that is there with the same bytes stays.
 *
 * @throws UsageError `missing-path`, `restore-damaged`, `restore-differs` before anything is written
 */
export async function restoreBackup(
  { path, folder }: { readonly path: string; readonly folder: string },
  env: Env,
): Promise<Done> {
  const found = await env.find(path);
  if (found.kind === "missing" || found.files.length !== 1) {
    throw new UsageError("missing-path", `Không thấy tệp hay thư mục «${path}».`, "Kiểm tra lại đường dẫn.");
  }
  const backup = openBackup(await env.read(path));
  if ("kind" in backup) throw refused(path, backup);
  const { left, differing } = await compared(backup, folder, env);
  if (differing.length > 0) {
    throw new UsageError(
      "restore-differs",
      `Trong «${folder}» đã có tệp khác với bản sao lưu: ${shortList(differing, "tệp")}. Chưa ghi gì.`,
      "Ghi --out với một thư mục mới, rồi tự chọn tệp nào giữ lại.",
    );
  }
  try {
    for (const file of configLast(left)) await env.replace(join(folder, file.path), file.bytes);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    const said = `Không ghi được vào «${folder}»: ${writeReason(fault)} Chạy lại thì phần còn thiếu được ghi tiếp.`;
    return { said: [said], isWhole: false };
  }
  const [count, same] = [vietnameseNumber(left.length), vietnameseNumber(backup.files.length - left.length)];
  return {
    said: [
      `Bản sao lưu ngày ${dayText(backup.created)}: ${vietnameseNumber(backup.files.length)} tệp, dấu vân tay SHA-256 đều khớp.`,
      `Đã ghi ${count} tệp vào «${folder}»; ${same} tệp đã có sẵn, giống hệt.`,
    ],
    isWhole: true,
  };
}

function refused(path: string, fault: BackupFault): UsageError {
  if (fault.kind === "damaged") {
    return new UsageError(
      "restore-damaged",
      `Bản sao lưu «${path}» bị hỏng hoặc bị sửa: ${shortList(fault.paths, "tệp")}. Chưa ghi gì.`,
      "Dùng một bản sao khác, hoặc chép lại tệp này từ nơi cất giữ.",
    );
  }
  return new UsageError(
    "restore-damaged",
    fault.kind === "later"
      ? `Bản sao lưu «${path}» do phiên bản mới hơn lập.`
      : `«${path}» không phải bản sao lưu, hoặc bị hỏng.`,
    fault.kind === "later"
      ? "Cài phiên bản mới của chương trình, rồi chạy lại."
      : "Chọn tệp do khuyenhoc backup lập ra.",
  );
}

/** What is still to be written, and files that are there with other bytes. */
async function compared(
  { files }: Backup,
  folder: string,
  env: Env,
): Promise<{ readonly left: readonly NamedBytes[]; readonly differing: readonly string[] }> {
  const left: NamedBytes[] = [];
  const differing: string[] = [];
  for (const file of files) {
    const path = join(folder, file.path);
    if ((await env.find(path)).kind === "missing") left.push(file);
    else if (Buffer.compare(await env.read(path), file.bytes) !== 0) differing.push(file.path);
  }
  return { left, differing };
}

/** The configuration comes last: with it the folder is a working folder. */
function configLast(files: readonly NamedBytes[]): readonly NamedBytes[] {
  const isConfig = ({ path }: NamedBytes): boolean => path === FOLDERS.config;
  return [...files.filter((file) => !isConfig(file)), ...files.filter(isConfig)];
}
