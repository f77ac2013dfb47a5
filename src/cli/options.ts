// Every option, declared once: commander, the generated README and the completion read this table.

import type { Severity } from "../model/finding.js";

export interface OptionDeclaration {
  readonly flags: string;
  readonly about: string;
  readonly commands: readonly CommandName[];
}

export interface CommandDeclaration {
  readonly alias: string;
  readonly about: string;
  /** What stands after its name; nothing but options where it is absent. */
  readonly takes?: { readonly shape: string; readonly about: string };
}

const FILES = { shape: "<tệp hoặc thư mục...>", about: "các tệp bảng tính, hoặc thư mục chứa chúng" } as const;

/** Every command: its Vietnamese name, what it does, and what stands behind it. */
export const COMMANDS = {
  validate: { alias: "kiem-tra", about: "Kiểm tra các tệp báo cáo, nêu từng lỗi kèm ô và cách sửa", takes: FILES },
  aggregate: { alias: "tong-hop", about: "Kiểm tra, cộng dồn và ghi một tệp Excel tổng hợp", takes: FILES },
  report: {
    alias: "bao-cao",
    about: "Lập một báo cáo đã khai báo từ số liệu của một hay nhiều kỳ",
    takes: {
      shape: "<báo cáo và tệp...>",
      about: "mã báo cáo (thang, quy, nam, cum, mo-hinh, kl49…), rồi các tệp hoặc thư mục của các kỳ",
    },
  },
  template: { alias: "tao-mau", about: "Làm biểu trống cho một đơn vị, hoặc cho mọi đơn vị cấp dưới" },
  units: {
    alias: "don-vi",
    about: "Tra mã và tên đơn vị, đơn vị cũ và mới; ghi nhớ cách viết tên đã xác nhận",
    takes: { shape: "[tên hoặc mã...]", about: "tên đơn vị trong dấu nháy kép, hoặc mã" },
  },
  status: {
    alias: "tinh-hinh",
    about: "Cho biết đơn vị nào đã gửi, gửi muộn, bị trả lại, chưa gửi, chưa có Hội",
    takes: FILES,
  },
  compare: {
    alias: "so-sanh",
    about: "So sánh hai kỳ, hai lần nộp hoặc hai lần tổng hợp: khác nhau những gì, vì sao",
    takes: { shape: "<trước và sau...>", about: "hai mục: bên trước rồi bên sau, mỗi bên một tệp hoặc một thư mục" },
  },
  trace: {
    alias: "truy-nguon",
    about: "Cho biết một ô của tệp tổng hợp từ đâu mà có, đến tận ô của tệp gửi về",
    takes: { shape: "<tệp và ô...>", about: 'tệp tổng hợp, rồi trang và ô, ví dụ "02 Quỹ!F12"' },
  },
  export: {
    alias: "xuat",
    about: "Xuất số liệu và tổng số ra CSV, kèm một tệp SQL tính lại các tổng số",
    takes: FILES,
  },
  verify: {
    alias: "doi-chieu",
    about: "Đối chiếu tệp tổng hợp với bản kê nguồn gốc và các tệp đã đọc",
    takes: { shape: "<tệp...>", about: "các tệp tổng hợp cần đối chiếu" },
  },
  forms: {
    alias: "bieu-mau",
    about: "Liệt kê, giải thích biểu, chỉ tiêu, lỗi đang có hiệu lực và nơi khai báo",
    takes: { shape: "[mã...]", about: "mã của biểu (BM01), chỉ tiêu (HV01) hay lỗi (V-H03) cần xem" },
  },
  init: { alias: "khoi-tao", about: "Tạo một thư mục làm việc cho đơn vị, kèm hướng dẫn" },
} as const satisfies Readonly<Record<string, CommandDeclaration>>;
export type CommandName = keyof typeof COMMANDS;
/** In the order of the help. */
export const COMMAND_NAMES: readonly CommandName[] = [
  "validate",
  "aggregate",
  "report",
  "template",
  "units",
  "status",
  "compare",
  "trace",
  "verify",
  "export",
  "forms",
  "init",
];

const BOTH: readonly CommandName[] = ["validate", "aggregate"];
const EVERY: readonly CommandName[] = [...BOTH, "report", "template", "forms", "init", "export"];
const RUNS: readonly CommandName[] = [...BOTH, "report", "export"];

export const OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: "--period <kỳ>",
    about:
      "kỳ báo cáo: 2022-11 (tháng), 2022-Q4, 2022-H1, 2022-9M, 2022 (năm), 2019..2024 (giai đoạn); mặc định theo nội dung tệp",
    commands: [...RUNS, "status"],
  },
  {
    flags: "--as-of <ngày>",
    about: "ngày chốt số liệu, ví dụ 2022-11-30; mặc định theo nội dung tệp",
    commands: [...RUNS, "status"],
  },
  { flags: "--as-of <ngày>", about: "ngày cần tra, ví dụ 2025-06-30; mặc định là hôm nay", commands: ["units"] },
  { flags: "--unit <mã>", about: "tìm tên như trong báo cáo của đơn vị cấp trên này", commands: ["units"] },
  {
    flags: "--remember <mã>",
    about: "ghi nhớ: trong báo cáo của --unit, cách viết này là đơn vị mang mã ấy",
    commands: ["units"],
  },
  { flags: "--by <người>", about: "người xác nhận, ghi cùng với tên được ghi nhớ", commands: ["units"] },
  { flags: "--check", about: "kiểm tra khai báo riêng của đơn vị, nói có bao nhiêu dòng", commands: ["units"] },
  {
    flags: "--unit <mã>",
    about: "đơn vị được tổng hợp: 44, 44@2025-07-01, hoặc một cụm như cum-4; mặc định theo nội dung tệp",
    commands: [...RUNS, "status", "compare"],
  },
  {
    flags: "--out <tệp>",
    about:
      "tệp Excel sẽ ghi; mặc định với aggregate: tong-hop-<đơn vị>-<kỳ>.xlsx, với report: <báo cáo>-<đơn vị>-<kỳ>.xlsx, với status: không ghi",
    commands: ["aggregate", "report", "status"],
  },
  {
    flags: "--deadline <ngày>",
    about: "hạn nộp, ví dụ 2022-12-05; mặc định theo mục han-nop trong khuyenhoc.yaml",
    commands: ["status"],
  },
  {
    flags: "--zalo",
    about: "in lời nhắc ngắn để dán vào Zalo",
    commands: ["status"],
  },
  {
    flags: "--period <kỳ>",
    about: "kỳ báo cáo của biểu: 2025-11 (tháng), 2025-Q4, 2025-H1, 2025-9M, 2025 (năm); bắt buộc",
    commands: ["template"],
  },
  {
    flags: "--as-of <ngày>",
    about: "ngày chốt số liệu ghi trên biểu, ví dụ 2025-11-30; mặc định ngày cuối kỳ",
    commands: ["template"],
  },
  {
    flags: "--unit <mã>",
    about: "làm biểu cho đơn vị này, hoặc cho mọi đơn vị cơ sở bên dưới: 19441, 44, cum-4; bắt buộc",
    commands: ["template"],
  },
  {
    flags: "--out <thư mục>",
    about: "thư mục sẽ ghi; mặc định: xuat-<đơn vị>-<kỳ>",
    commands: ["export"],
  },
  {
    flags: "--out <thư mục>",
    about: "thư mục sẽ ghi các biểu; mặc định: bieu-mau-<đơn vị>-<kỳ>",
    commands: ["template"],
  },
  {
    flags: "--previous <tệp hoặc thư mục...>",
    about: "bài nộp của kỳ trước: chi hội và số đầu kỳ được điền sẵn",
    commands: ["template"],
  },
  {
    flags: "--unit <mã hoặc tên>",
    about: "đơn vị của thư mục làm việc; không ghi thì máy hỏi",
    commands: ["init"],
  },
  { flags: "--out <thư mục>", about: "tên thư mục sẽ tạo; mặc định khuyen-hoc", commands: ["init"] },
  {
    flags: "--schemas <thư mục>",
    about: "ghi JSON Schema của các tệp khai báo vào thư mục này, để trình soạn thảo nhắc và kiểm tra",
    commands: ["forms"],
  },
  { flags: "--only", about: "chỉ làm biểu của chính đơn vị ấy, mỗi đơn vị cấp dưới một dòng", commands: ["template"] },
  { flags: "--rows <số>", about: "số dòng cho chi hội, ban; mặc định 40", commands: ["template"] },
  {
    flags: "--previous <tệp hoặc thư mục...>",
    about: "bài nộp hoặc tệp tổng hợp của kỳ trước, để so sánh; ghi sau các tệp cần kiểm tra",
    commands: BOTH,
  },
  {
    flags: "--json",
    about: "in kết quả dạng JSON cho máy khác đọc",
    commands: [...BOTH, "units", "status", "compare", "trace", "verify"],
  },
  {
    flags: "--config <tệp>",
    about: "tệp khuyenhoc.yaml chỉ tới khai báo riêng của đơn vị",
    commands: [...EVERY, "units", "status", "compare", "verify"],
  },
  { flags: "--provisional", about: "tính cả số đọc được của bài bị trả lại, ghi rõ SỐ LIỆU TẠM TÍNH", commands: RUNS },
  {
    flags: "--party-layout",
    about: "trang đầu theo thể thức văn bản của Đảng, thay cho quốc hiệu (báo cáo gửi cấp ủy)",
    commands: ["report"],
  },
  { flags: "--strict", about: "còn mục cần giải trình cũng trả mã thoát 1", commands: [...BOTH, "report"] },
  {
    flags: "--latest",
    about: "hai tệp khác nhau cùng đơn vị, cùng kỳ: lấy tệp sửa sau cùng",
    commands: [...RUNS, "status"],
  },
  {
    flags: "--severity <mức>",
    about: "chỉ liệt kê từ mức này trở lên: error (lỗi), query (cần giải trình), note (lưu ý)",
    commands: [...BOTH, "report"],
  },
  { flags: "--lang <tiếng>", about: "tiếng của lời nhắc: vi (Việt) hoặc en (Anh); mặc định vi", commands: EVERY },
  {
    flags: "--jobs <số>",
    about: "số luồng cùng đọc tệp; mặc định theo máy và số tệp, kết quả không đổi",
    commands: [...BOTH, "report"],
  },
  {
    flags: "--all",
    about: "in hết các mục; không có tùy chọn này thì danh sách quá dài được rút gọn",
    commands: [...BOTH, "report", "status", "compare", "trace", "verify"],
  },
];

/** The options as commander hands them over. */
export interface GivenOptions {
  readonly period?: string;
  readonly asOf?: string;
  readonly unit?: string;
  readonly out?: string;
  readonly previous?: readonly string[];
  readonly json?: boolean;
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
  readonly lang?: string;
  readonly only?: boolean;
  readonly rows?: string;
  readonly remember?: string;
  readonly by?: string;
  readonly check?: boolean;
  readonly schemas?: string;
}

/** How severities are called on screen. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "lỗi",
  query: "cần giải trình",
  note: "lưu ý",
};
