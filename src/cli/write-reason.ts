// Why the system would not let a file be written, in words.

import { systemCode } from "./system-code.js";

/** One clause that ends with a full stop. */
export function writeReason(fault: unknown): string {
  const code = systemCode(fault);
  const reasons = new Map([
    ["EACCES", "không có quyền ghi vào thư mục này."],
    ["EPERM", "không có quyền ghi vào thư mục này."],
    ["ENOENT", "không tạo được tệp ở nơi này."],
    ["ENAMETOOLONG", "tên tệp hoặc đường dẫn quá dài."],
    ["EINVAL", "tên tệp có ký tự không dùng được."],
    ["EROFS", "ổ đĩa chỉ cho đọc."],
    ["ENOSPC", "ổ đĩa đã đầy."],
    ["ENOTDIR", "đường dẫn đi qua một tệp, không phải thư mục."],
    ["EISDIR", "đây là một thư mục; --out cần tên tệp."],
    ["EEXIST", "đường dẫn đi qua một tệp, không phải thư mục."],
  ]);
  return reasons.get(code) ?? `hệ thống báo ${code || "lỗi không rõ"}.`;
}
