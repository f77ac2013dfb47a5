// An office's own form as it lies on the disk, and what is said where it cannot be used.

import { UsageError } from "../model/usage-error.js";
import { type FormFault, type OwnForm, openForm } from "../own-forms.js";
import type { Env } from "./env.js";
import { filesBelow } from "./examine.js";
import type { FoundFile } from "./find-files.js";

export interface FormFile {
  readonly file: FoundFile;
  readonly bytes: Uint8Array;
  readonly form: OwnForm;
}

/** The form at a path. @throws UsageError `missing-path`, `form`, `form-codes` where it carries no code */
export async function formAt(path: string, env: Env): Promise<FormFile> {
  const [file, ...others] = await filesBelow([path], env);
  if (file === undefined || others.length > 0) {
    throw new UsageError("missing-path", `«${path}» là thư mục, không phải tệp mẫu.`, "Ghi tên một tệp mẫu.");
  }
  const bytes = await env.read(file.path);
  const form = openForm(bytes);
  if (form === undefined) {
    throw new UsageError(
      "form",
      `«${path}» không phải bảng tính .xlsx hay văn bản .docx đọc được.`,
      "Mở mẫu bằng Excel hoặc Word, lưu lại thành .xlsx hoặc .docx (không đặt mật khẩu), rồi chạy lại.",
    );
  }
  if (form.codes.length > 0 || form.faults.length > 0) return { file, bytes, form };
  throw new UsageError(
    "form-codes",
    `Mẫu «${path}» không có mã nào trong hai dấu ngoặc nhọn.`,
    "Ghi mã vào ô cần điền, ví dụ {{HV01}} hoặc {{Q02 | triệu}}. Gõ khuyenhoc forms để xem mã.",
  );
}

/** Every place of a form that is wrong, one line each. */
export function refuseCodes(path: string, faults: readonly FormFault[]): UsageError {
  const lines = faults.map(({ place, why }) => `  ${place} — ${why}`);
  const message = [`Mẫu «${path}» có ${faults.length} chỗ chưa dùng được; chưa ghi gì.`, ...lines].join("\n");
  return new UsageError("form-codes", message, "Sửa các mã ấy trong mẫu rồi chạy lại. Gõ khuyenhoc forms để xem mã.");
}
