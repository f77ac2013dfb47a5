// The folder that validate writes into: refused where it would come among the reports, because the next run would read it.

import { UsageError } from "../model/usage-error.js";
import type { Env } from "./env.js";
import type { GivenOptions } from "./options.js";

/**
 * The folder of results; undefined where none is asked for.
 *
 * @throws UsageError `annotate`, `format` without a folder, `out-among-inputs`, `out-is-a-file`
 */
export async function resultFolder(
  paths: readonly string[],
  { out, annotate, format }: GivenOptions,
  env: Env,
): Promise<string | undefined> {
  if (out === undefined && annotate === true) {
    throw new UsageError(
      "annotate",
      "Chưa ghi thư mục để chép các bản đánh dấu lỗi vào.",
      "Ghi thêm --out và tên một thư mục ngoài thư mục bài nộp, ví dụ --out ket-qua.",
    );
  }
  if (out === undefined && format === "xlsx") {
    throw new UsageError(
      "format",
      "Kiểu xlsx ghi ra tệp nên cần một thư mục.",
      "Ghi thêm --out và tên một thư mục ngoài thư mục bài nộp, ví dụ --out ket-qua.",
    );
  }
  if (out === undefined) return undefined;
  if (/\.(?:xls[xmb]?|csv|ods)$/i.test(out)) {
    throw new UsageError(
      "out-is-a-file",
      `«${out}» là tên tệp; validate ghi nhiều tệp vào một thư mục.`,
      "Ghi --out là tên một thư mục; muốn một tệp tổng hợp thì dùng khuyenhoc aggregate.",
    );
  }
  const folder = out.replace(/[\\/]+$/, "");
  if (paths.some((path) => env.isInside(folder, path))) {
    throw new UsageError(
      "out-among-inputs",
      `Thư mục kết quả «${out}» nằm trong thư mục bài nộp, lần sau sẽ bị đọc như bài nộp.`,
      "Ghi --out là một thư mục khác, ở ngoài thư mục bài nộp.",
    );
  }
  if (paths.some((path) => env.isInside(path, folder))) {
    throw new UsageError(
      "out-among-inputs",
      `Có tệp đang đọc nằm trong thư mục kết quả «${out}». Không ghi đè lên tệp vừa đọc.`,
      "Chuyển tệp ấy sang thư mục khác, hoặc ghi --out là một thư mục khác.",
    );
  }
  const standing = await env.find(folder);
  if (standing.kind === "files" && standing.files.some((file) => env.isInside(folder, file.path))) {
    throw new UsageError("out-is-a-file", `«${out}» là một tệp, không phải thư mục.`, "Ghi --out là tên một thư mục.");
  }
  return folder;
}
