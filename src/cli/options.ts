// Every option, declared once: commander, the generated README and the completion read this table.

import type { CommandName } from "./command-table.js";

export interface OptionDeclaration {
  readonly flags: string;
  readonly about: string;
  /** The same in English; a test says where it lacks. */
  readonly english?: string;
  readonly commands: readonly CommandName[];
}

const BOTH: readonly CommandName[] = ["validate", "aggregate"];
const EVERY: readonly CommandName[] = [
  ...BOTH,
  "report",
  "fill",
  "template",
  "forms",
  "init",
  "export",
  "backup",
  "doctor",
];
const RUNS: readonly CommandName[] = [...BOTH, "report", "fill", "export"];

export const OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: "--period <kỳ>",
    about:
      "kỳ báo cáo: 2022-11 (tháng), 2022-Q4, 2022-H1, 2022-9M, 2022 (năm), 2019..2024 (giai đoạn); mặc định theo nội dung tệp",
    english:
      "period: 2022-11 (month), 2022-Q4, 2022-H1, 2022-9M, 2022 (year), 2019..2024 (years); by the contents of the files if absent",
    commands: [...RUNS, "status"],
  },
  {
    flags: "--as-of <ngày>",
    about: "ngày chốt số liệu, ví dụ 2022-11-30; mặc định theo nội dung tệp",
    english: "cut-off date, for example 2022-11-30; by the contents of the files if absent",
    commands: [...RUNS, "status"],
  },
  {
    flags: "--as-of <ngày>",
    about: "ngày cần tra, ví dụ 2025-06-30; mặc định là hôm nay",
    english: "date to look at, for example 2025-06-30; today if absent",
    commands: ["units"],
  },
  {
    flags: "--unit <mã>",
    about: "tìm tên như trong báo cáo của đơn vị cấp trên này",
    english: "look for the name as in a report of this unit",
    commands: ["units"],
  },
  {
    flags: "--remember <mã>",
    about: "ghi nhớ: trong báo cáo của --unit, cách viết này là đơn vị mang mã ấy",
    english: "remember: in reports of --unit this spelling is the unit with that code",
    commands: ["units"],
  },
  {
    flags: "--by <người>",
    about: "người xác nhận, ghi cùng với tên được ghi nhớ",
    english: "who confirmed it, written beside the remembered name",
    commands: ["units"],
  },
  {
    flags: "--check",
    about: "kiểm tra khai báo riêng của đơn vị, nói có bao nhiêu dòng",
    english: "check the office's own declarations and say how many rows there are",
    commands: ["units"],
  },
  {
    flags: "--unit <mã>",
    about: "đơn vị được tổng hợp: 44, 44@2025-07-01, hoặc một cụm như cum-4; mặc định theo nội dung tệp",
    english: "unit to add up: 44, 44@2025-07-01, or a cluster such as cum-4; by the contents of the files if absent",
    commands: [...RUNS, "status", "compare"],
  },
  {
    flags: "--out <tệp>",
    about: "tệp Excel sẽ ghi; mặc định với aggregate: tong-hop-<đơn vị>-<kỳ>.xlsx, với status: không ghi",
    english: "workbook to write; if absent tong-hop-<unit>-<period>.xlsx with aggregate, none with status",
    commands: ["aggregate", "status"],
  },
  {
    flags: "--out <tệp>",
    about: "tệp báo cáo sẽ ghi, kiểu theo đuôi tên (.xlsx, .docx, .html); mặc định <báo cáo>-<đơn vị>-<kỳ>.xlsx",
    english:
      "report to write, in the format of its ending (.xlsx, .docx, .html); <report>-<unit>-<period>.xlsx if absent",
    commands: ["report"],
  },
  {
    flags: "--format <kiểu>",
    about: "kiểu tệp báo cáo: xlsx (Excel, mặc định), docx (Word, để ký), html (xem trên điện thoại, gửi Zalo)",
    english: "format of the report: xlsx (Excel, the default), docx (Word, to be signed), html (to be read on a phone)",
    commands: ["report"],
  },
  {
    flags: "--out <tệp>",
    about: "tệp sẽ ghi, cùng kiểu với mẫu; mặc định: <mẫu>-<đơn vị>-<kỳ>",
    english: "file to write, of the form's own kind; <form>-<unit>-<period> if absent",
    commands: ["fill"],
  },
  {
    flags: "--out <tệp>",
    about: "tệp Excel sẽ ghi; không có thì chỉ in ra màn hình",
    english: "workbook to write; nothing but the screen if absent",
    commands: ["compare"],
  },
  {
    flags: "--deadline <ngày>",
    about: "hạn nộp, ví dụ 2022-12-05; mặc định theo mục han-nop trong khuyenhoc.yaml",
    english: "deadline, for example 2022-12-05; han-nop in khuyenhoc.yaml if absent",
    commands: ["status"],
  },
  {
    flags: "--lock",
    about: "khóa kỳ này trong sổ nhận: từ nay chỉ nhận bản sửa có lần nộp lớn hơn, tổng lúc khóa được giữ lại",
    english: "close this period in the ledger: only corrections of a higher revision are taken, the total is kept",
    commands: ["status"],
  },
  {
    flags: "--unlock",
    about: "mở khóa kỳ này trong sổ nhận",
    english: "open this period again in the ledger",
    commands: ["status"],
  },
  {
    flags: "--by <người>",
    about: "người khóa hay mở khóa, ghi vào sổ nhận",
    english: "who closed or opened it, written into the ledger",
    commands: ["status"],
  },
  {
    flags: "--zalo",
    about: "in lời nhắc ngắn để dán vào Zalo",
    english: "print a short reminder for the group",
    commands: ["status"],
  },
  {
    flags: "--period <kỳ>",
    about: "kỳ báo cáo của biểu: 2025-11 (tháng), 2025-Q4, 2025-H1, 2025-9M, 2025 (năm); bắt buộc",
    english: "period of the forms: 2025-11 (month), 2025-Q4, 2025-H1, 2025-9M, 2025 (year); required",
    commands: ["template"],
  },
  {
    flags: "--as-of <ngày>",
    about: "ngày chốt số liệu ghi trên biểu, ví dụ 2025-11-30; mặc định ngày cuối kỳ",
    english: "cut-off date on the forms, for example 2025-11-30; the period's last day if absent",
    commands: ["template"],
  },
  {
    flags: "--unit <mã>",
    about: "làm biểu cho đơn vị này, hoặc cho mọi đơn vị cơ sở bên dưới: 19441, 44, cum-4; bắt buộc",
    english: "forms for this unit, or for all grassroots units below it: 19441, 44, cum-4; required",
    commands: ["template"],
  },
  {
    flags: "--out <thư mục>",
    about: "thư mục sẽ ghi; mặc định: xuat-<đơn vị>-<kỳ>",
    english: "folder to write; xuat-<unit>-<period> if absent",
    commands: ["export"],
  },
  {
    flags: "--parquet",
    about: "ghi thêm mỗi bảng thành tệp Parquet, cạnh tệp CSV",
    english: "write a Parquet file of each table too, beside its CSV file",
    commands: ["export"],
  },
  {
    flags: "--out <thư mục>",
    about: "thư mục sẽ ghi các biểu; mặc định: bieu-mau-<đơn vị>-<kỳ>",
    english: "folder for the forms; bieu-mau-<unit>-<period> if absent",
    commands: ["template"],
  },
  {
    flags: "--previous <tệp hoặc thư mục...>",
    about: "bài nộp của kỳ trước: chi hội và số đầu kỳ được điền sẵn",
    english: "reports of the period before: branches and opening figures are filled in",
    commands: ["template"],
  },
  {
    flags: "--only",
    about: "chỉ làm biểu của chính đơn vị ấy, mỗi đơn vị cấp dưới một dòng",
    english: "only the form of the unit itself, one row for each unit below it",
    commands: ["template"],
  },
  {
    flags: "--also <mã biểu...>",
    about:
      "kèm biểu danh sách: BM04 (phối hợp), BM05 (khen thưởng), BM06 (chấm điểm thi đua), BM07 (danh sách hội viên), BM08 (số liệu phần mềm)",
    english:
      "lists to add: BM04 (coordination), BM05 (awards), BM06 (emulation scoring), BM07 (roster of members), BM08 (totals of the software)",
    commands: ["template"],
  },
  {
    flags: "--rows <số>",
    about: "số dòng cho chi hội, ban; mặc định 40",
    english: "rows for branches and boards; 40 if absent",
    commands: ["template"],
  },
  {
    flags: "--unit <mã hoặc tên>",
    about: "đơn vị của thư mục làm việc; không ghi thì máy hỏi",
    english: "unit of the working folder; asked for if absent",
    commands: ["init"],
  },
  {
    flags: "--out <thư mục>",
    about: "tên thư mục sẽ tạo; mặc định khuyen-hoc",
    english: "folder to make; khuyen-hoc if absent",
    commands: ["init"],
  },
  {
    flags: "--out <tệp hoặc thư mục>",
    about: "tệp sẽ ghi, mặc định sao-luu-<ngày giờ>.zip; với --restore: thư mục sẽ ghi vào, mặc định thư mục đang mở",
    english: "file to write, sao-luu-<moment>.zip if absent; with --restore the folder, the current one if absent",
    commands: ["backup"],
  },
  {
    flags: "--restore <tệp>",
    about: "lấy lại từ bản sao lưu này; tệp đang có không bao giờ bị ghi đè",
    english: "lay out this backup again; no file that is there is ever written over",
    commands: ["backup"],
  },
  {
    flags: "--schemas <thư mục>",
    about: "ghi JSON Schema của các tệp khai báo vào thư mục này, để trình soạn thảo nhắc và kiểm tra",
    english: "write JSON Schemas of the declarations into this folder, for editors to complete and check",
    commands: ["forms"],
  },
  {
    flags: "--previous <tệp hoặc thư mục...>",
    about: "bài nộp hoặc tệp tổng hợp của kỳ trước, để so sánh; ghi sau các tệp cần kiểm tra",
    english: "reports or summaries of the period before, to compare with; after the files to check",
    commands: BOTH,
  },
  {
    flags: "--out <thư mục>",
    about: "thư mục ghi kết quả: danh sách lỗi, phiếu tiếp nhận, tin nhắn; để ngoài thư mục bài nộp",
    english: "folder for the results: list of faults, receipts, a message; outside the folder of reports",
    commands: ["validate"],
  },
  {
    flags: "--annotate",
    about: "ghi thêm vào thư mục --out bản sao của từng tệp có lỗi, lỗi được đánh dấu ngay tại ô",
    english: "write also a copy of each faulty file into --out, its faults marked in their cells",
    commands: ["validate"],
  },
  {
    flags: "--format <kiểu>",
    about: "kiểu in kết quả: text, json, csv; xlsx thì chỉ ghi tệp, không in",
    english: "form of what is printed: text, json, csv; with xlsx files are written and nothing is printed",
    commands: BOTH,
  },
  {
    flags: "--completion <vỏ>",
    about: "in gợi ý lệnh cho bash, zsh hoặc powershell",
    english: "print the completion for bash, zsh or powershell",
    commands: ["doctor"],
  },
  {
    flags: "--json",
    about: "in kết quả dạng JSON cho máy khác đọc",
    english: "print JSON for other programs",
    commands: [...BOTH, "units", "status", "compare", "trace", "verify"],
  },
  {
    flags: "--config <tệp>",
    about: "tệp khuyenhoc.yaml chỉ tới khai báo riêng của đơn vị",
    english: "khuyenhoc.yaml that points to the office's own declarations",
    commands: [...EVERY, "units", "status", "compare", "verify"],
  },
  {
    flags: "--provisional",
    about: "tính cả số đọc được của bài bị trả lại, ghi rõ SỐ LIỆU TẠM TÍNH",
    english: "count also what can be read of returned reports, marked PROVISIONAL",
    commands: RUNS,
  },
  {
    flags: "--party-layout",
    about: "trang đầu theo thể thức văn bản của Đảng, thay cho quốc hiệu (báo cáo gửi cấp ủy)",
    english: "first page in the form of Party documents instead of the national heading (reports to Party committees)",
    commands: ["report"],
  },
  {
    flags: "--strict",
    about: "còn mục cần giải trình cũng trả mã thoát 1",
    english: "exit 1 also while something is to be explained",
    commands: [...BOTH, "report"],
  },
  {
    flags: "--latest",
    about: "hai tệp khác nhau cùng đơn vị, cùng kỳ: lấy tệp sửa sau cùng",
    english: "of two different files of one unit and period take the one changed last",
    commands: [...RUNS, "status"],
  },
  {
    flags: "--severity <mức>",
    about: "chỉ liệt kê từ mức này trở lên: error (lỗi), query (cần giải trình), note (lưu ý)",
    english: "list findings of this severity or graver: error, query, note",
    commands: [...BOTH, "report"],
  },
  {
    flags: "--lang <tiếng>",
    about: "tiếng của lời nhắc: vi (Việt) hoặc en (Anh); mặc định vi",
    english: "language of what is said: vi (Vietnamese) or en (English); vi if absent",
    commands: [...EVERY, "status", "compare", "trace", "verify", "units"],
  },
  {
    flags: "--jobs <số>",
    about: "số luồng cùng đọc tệp; mặc định theo máy và số tệp, kết quả không đổi",
    english: "threads that read files; by machine and number of files if absent, with the same result",
    commands: [...BOTH, "report", "fill"],
  },
  {
    flags: "--all",
    about: "in hết các mục; không có tùy chọn này thì danh sách quá dài được rút gọn",
    english: "print everything; without it a list too long to read is cut",
    commands: [...BOTH, "report", "fill", "status", "compare", "trace", "verify"],
  },
];

/** The options as commander hands them over. */
export interface GivenOptions {
  readonly period?: string;
  readonly asOf?: string;
  readonly unit?: string;
  readonly out?: string;
  readonly previous?: readonly string[];
  readonly annotate?: boolean;
  readonly json?: boolean;
  readonly format?: string;
  readonly config?: string;
  readonly provisional?: boolean;
  readonly partyLayout?: boolean;
  readonly strict?: boolean;
  readonly latest?: boolean;
  readonly severity?: string;
  readonly jobs?: string;
  readonly all?: boolean;
  readonly deadline?: string;
  readonly zalo?: boolean;
  readonly lock?: boolean;
  readonly unlock?: boolean;
  readonly lang?: string;
  readonly completion?: string;
  readonly only?: boolean;
  readonly also?: readonly string[];
  readonly parquet?: boolean;
  readonly rows?: string;
  readonly remember?: string;
  readonly by?: string;
  readonly check?: boolean;
  readonly schemas?: string;
  readonly restore?: string;
}
