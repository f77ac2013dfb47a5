// The terminal's words in Vietnamese.

import { shortList } from "../model/number-text.js";
import { periodInWords } from "../model/period.js";
import type { Words } from "./words.js";

export const VIETNAMESE: Words = {
  verdicts: {
    accepted: "nhận",
    returned: "trả lại",
    duplicate: "trùng tệp",
    superseded: "đã có lần nộp sau",
    unreadable: "không đọc được",
    ignored: "bỏ qua",
  },
  severities: { error: "lỗi", query: "cần giải trình", answered: "đã giải trình", note: "lưu ý" },
  counts: (files, verdicts, findings) => `${files} tệp: ${verdicts}. ${findings}`,
  noFindings: "Không có lỗi nào.",
  subject: (unit, period, asOf, standing) => {
    const shown = standing === undefined ? "" : { estimate: ", số ước tính", final: ", số chính thức" }[standing];
    return `${unit} — ${periodInWords(period)}, số liệu đến ngày ${asOf}${shown}`;
  },
  provisional: "SỐ LIỆU TẠM TÍNH: có tính số của bài bị trả lại.",
  covered: (received, due) => `Đã có số liệu của ${received}/${due} đơn vị trực tiếp.`,
  returnedFiles: "Các tệp bị trả lại hoặc không đọc được:",
  moreFiles: (count) => `và ${count} tệp khác`,
  instead: (path, other) => `${path} (lấy ${other})`,
  copies: (files) => `Trùng với tệp khác, chỉ tính một lần: ${shortList(files, "tệp")}.`,
  older: (files) => `Đã có bản sau, không tính: ${shortList(files, "tệp")}.`,
  wholeRun: "Cả đợt báo cáo",
  wholeRunOf: (period) => `Cả đợt báo cáo ${periodInWords(period)}`,
  withErrors: ", kéo theo lỗi",
  follows: (message) => `Kéo theo: ${message}`,
  moreFollow: (count) => `và ${count} mục khác kéo theo.`,
  hidden: (counts) => `Còn ${counts} chưa in ra cho dễ đọc.`,
  howToSeeAll: "Thêm --all để in hết, --severity error để chỉ xem lỗi, hoặc kiểm tra riêng từng tệp.",
  progress: (work, done, total) =>
    `${{ reading: "Đang đọc", receipts: "Đang ghi phiếu", marking: "Đang đánh dấu", forms: "Đang làm" }[work]} ${done}/${total} tệp`,
  nothingAdded: "Chưa tổng hợp được: không tệp nào cho biết đơn vị và kỳ báo cáo.",
  wrote: (path) => `Đã ghi ${path}`,
  wroteInto: (folder, { receipts, returns }) => {
    const parts = ["danh-sach-loi.xlsx (gọi ai trước)", "tin-nhan.txt (dán vào Zalo)"];
    if (receipts !== "0") parts.push(`${receipts} phiếu tiếp nhận`);
    if (returns !== "0") parts.push(`${returns} tệp gửi trả trong thư mục tra-lai`);
    return `Đã ghi vào ${folder}: ${parts.join(", ")}.`;
  },
  heldOpen: (path) => `Tệp «${path}» đang mở ở chương trình khác nên không ghi đè.`,
  notWritten: (path, reason) => `Không ghi được «${path}»: ${reason}`,
  chooseElsewhere: "Chọn nơi khác bằng --out, rồi chạy lại.",
  writeReasons: new Map([
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
  ]),
  unknownReason: (code) => `hệ thống báo ${code === "" ? "lỗi không rõ" : code}.`,
  ledgerNotWritten: (folder, reason) =>
    `Không ghi được vào sổ nhận «${folder}»: ${reason} Kết quả khác vẫn còn; chạy lại thì sổ được ghi đủ.`,
  doubtfulLedger: (path, fault) => {
    const said = {
      altered: "đã bị sửa sau khi ghi; vẫn dùng những dòng đọc được",
      unknown: "có dòng không hiểu được; vẫn dùng các dòng khác",
      unreadable: "không mở được; những gì ghi trong đó chưa được tính đến",
    }[fault];
    return `Tệp sổ nhận «${path}» ${said}.`;
  },
  closedTotal: (date, figures, others) =>
    `Kỳ này đã khóa ngày ${date}; tổng nay khác trước: ${figures.join("; ")}${others > 0 ? `; và ${others} chỉ tiêu khác` : ""}. Số cũ vẫn giữ trong sổ nhận.`,
  next: (steps) => `Việc tiếp theo: ${steps.join("; ")}.`,
  sendAgain: (count) => `xin gửi lại ${count} tệp không đọc được`,
  mend: (count) => `sửa các mục «lỗi» trong ${count} tệp bị trả lại (hoặc gửi trả nơi nộp), rồi chạy lại lệnh này`,
  otherPeriod: "không tệp nào thuộc kỳ này, xem lại kỳ sau --period rồi chạy lại",
  seeErrors: "xem các mục «lỗi» ở trên, rồi chạy lại lệnh này",
  explain: "chuẩn bị giải trình các mục «cần giải trình» ở trên; các tệp ấy vẫn được cộng",
  explainInSummary: "ghi giải trình vào trang «Lỗi và giải trình» của tệp tổng hợp",
  addUp: "chạy khuyenhoc aggregate để cộng dồn",
  passOn: "mở tệp tổng hợp, xem trang «Độ phủ» rồi gửi lên cấp trên",
};
