// Where a workbook is written: under which names it may be, never over what was sent in, and what is said where it
// cannot be.

import { UsageError } from "../model/usage-error.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";

/** A workbook under another ending would not open. A name without one may be a folder; the system will tell. */
export function refuseOtherKind(out: string | undefined): void {
  const ending = out === undefined ? undefined : /\.[^./\\]+$/.exec(out)?.[0];
  if (out === undefined || ending === undefined || ending.toLowerCase() === ".xlsx") return;
  throw new UsageError(
    "out",
    `Tệp tổng hợp là bảng tính .xlsx, không ghi được thành «${out}».`,
    `Ghi --out ${out.slice(0, -ending.length)}.xlsx`,
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
