// Where a result is written: under a name that opens, and never over what was sent in.

import { UsageError } from "../model/usage-error.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";

/** The ending of a file's name in small letters: «xlsx». Undefined where it has none, as «tháng 11.2025». */
export function endingOf(path: string): string | undefined {
  return /\.([a-z][a-z0-9]*)$/i.exec(path)?.[1]?.toLowerCase();
}

/** The same name with another ending. */
export function withEnding(path: string, ending: string): string {
  const own = endingOf(path);
  return `${own === undefined ? path : path.slice(0, -own.length - 1)}.${ending}`;
}

/**
 * The file that --out names. One without an ending gets that of its kind, or nothing would open it; what stands there under
 * the very name stays meant, and for a folder the system tells.
 *
 * @throws UsageError `out` where the name ends as that of a folder
 */
export async function fileNamed(out: string | undefined, ending: string, env: Env): Promise<string | undefined> {
  if (out === undefined || endingOf(out) !== undefined) return out;
  if (/[\\/]$/.test(out)) {
    throw new UsageError("out", `«${out}» là tên thư mục; --out cần tên tệp.`, `Ghi --out ${out}ket-qua.${ending}`);
  }
  return (await env.find(out)).kind === "missing" ? withEnding(out, ending) : out;
}

/** The same for a workbook. @throws UsageError `out`, also for another ending, under which it would not open */
export async function workbookNamed(out: string | undefined, env: Env): Promise<string | undefined> {
  const ending = out === undefined ? undefined : endingOf(out);
  if (out === undefined || ending === undefined || ending === "xlsx") return fileNamed(out, "xlsx", env);
  throw new UsageError(
    "out",
    `Tệp tổng hợp là bảng tính .xlsx, không ghi được thành «${out}».`,
    `Ghi --out ${withEnding(out, "xlsx")}`,
  );
}

/** What was sent in is never written over, and what this command wrote is not what was sent in. */
export async function refuseInput(target: string, inputs: readonly FoundFile[], env: Env): Promise<void> {
  const standing = await env.find(target);
  if (standing.kind === "missing" || standing.files.length !== 1) return;
  const key = (file: FoundFile): string => file.path.normalize("NFC").toLowerCase();
  const taken = standing.files.map(key);
  if (!inputs.some((input) => taken.includes(key(input)))) return;
  throw new UsageError(
    "out-among-inputs",
    `Tệp sẽ ghi «${target}» nằm trong số các tệp vừa đọc vào. Không ghi đè lên tệp báo cáo.`,
    "Nếu đó là kết quả của lần chạy trước, chuyển nó sang thư mục khác; rồi ghi --out ở ngoài thư mục bài nộp.",
  );
}
